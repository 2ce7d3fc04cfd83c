//! One EPUB 3 book of any number of articles. Articles are written as they are read; what lists them comes last.

use super::{
    Run, Stopped,
    file::{Draft, safe_name},
    html::{figcaption, header, image_tag, missing_image},
    markdown::Images,
    story::Story,
    style,
};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeSet, HashMap},
    io::Write,
};
use stoppress_feeds::{CleanImage, Part, xml_text};
use stoppress_model::Timestamp;
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">
  <rootfiles>
    <rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/>
  </rootfiles>
</container>
";

/// What the lists of a book need to know of its articles.
#[derive(Default)]
struct Book {
    /// Title, language and direction of each article.
    chapters: Vec<(String, String)>,
    /// Names of the images and their kinds.
    images: BTreeSet<(String, String)>,
    languages: Vec<String>,
    creators: Vec<String>,
    rtl: usize,
    address: Option<String>,
    published: Option<Timestamp>,
    title: String,
}

pub(super) fn write(run: &mut Run<'_>, draft: &mut Draft) -> Result<String, Stopped> {
    let now = run.reader.now();
    let time = zip_time(now);
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored).last_modified_time(time);
    let packed = stored.compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(draft);
    zip.start_file("mimetype", stored)?;
    zip.write_all(b"application/epub+zip")?;
    zip.start_file("META-INF/container.xml", packed)?;
    zip.write_all(CONTAINER.as_bytes())?;
    zip.start_file("EPUB/style.css", packed)?;
    zip.write_all(style::BOOK.as_bytes())?;
    let mut book = Book::default();
    let mut images = Images::in_folder("EPUB/images/");
    run.each(|run, story| {
        let mut places = HashMap::new();
        for image in story.images() {
            if !places.contains_key(&image.url) {
                let kept = images.keep(run, (story.page.id, &image.url), &mut zip, time, is_core)?;
                book.images.extend(kept.iter().cloned());
                places.insert(image.url.clone(), kept.map(|(name, _)| name));
            }
        }
        book.add(story);
        zip.start_file(format!("EPUB/{}", chapter_file(book.chapters.len())), packed)?;
        chapter(story, &places, &mut zip)?;
        Ok(())
    })?;
    let is_one = book.chapters.len() == 1;
    let name = if is_one { format!("{}.epub", safe_name(&book.title)) } else { run.name_of_many("epub") };
    if !is_one {
        book.title = name.trim_end_matches(".epub").to_owned();
    }
    zip.start_file("EPUB/nav.xhtml", packed)?;
    zip.write_all(book.navigation().as_bytes())?;
    zip.start_file("EPUB/package.opf", packed)?;
    zip.write_all(book.package(now).as_bytes())?;
    zip.finish()?;
    Ok(name)
}

/// The picture formats that every reader of books must show.
fn is_core(mime: &str) -> bool {
    matches!(mime, "image/png" | "image/jpeg" | "image/gif" | "image/webp")
}

/// The time as ZIP files keep it.
pub(super) fn zip_time(time: Timestamp) -> DateTime {
    let text = time.to_string();
    let number = |from: usize, to: usize| text.get(from..to).and_then(|digits| digits.parse::<u8>().ok()).unwrap_or(0);
    let year = text.get(..4).and_then(|year| year.parse().ok()).unwrap_or(1980);
    DateTime::from_date_and_time(year, number(5, 7), number(8, 10), number(11, 13), number(14, 16), number(17, 19))
        .unwrap_or_default()
}

fn chapter_file(number: usize) -> String {
    format!("story-{number:05}.xhtml")
}

/// `lang`, `xml:lang` and `dir` of an element, with a blank before each.
fn attributes(story: &Story) -> String {
    let language = story.language().map(|tag| format!(" lang=\"{tag}\" xml:lang=\"{tag}\"")).unwrap_or_default();
    let direction = match story.page.direction {
        Some(_) if story.is_rtl() => " dir=\"rtl\"",
        Some(_) => " dir=\"ltr\"",
        None => "",
    };
    language + direction
}

fn chapter(story: &Story, places: &HashMap<String, Option<String>>, out: &mut impl Write) -> Result<(), Stopped> {
    write!(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"{}>\n<head>\n\
         <title>{}</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body>\n{}",
        attributes(story),
        xml_text(story.title()),
        header(story)
    )?;
    let image = |image: &CleanImage| match places.get(&image.url).and_then(Option::as_deref) {
        Some(file) => {
            let (start, end) = image_tag(image);
            format!("{start}images/{file}{end}")
        }
        None => missing_image(image),
    };
    if let Some(lead) = &story.lead {
        writeln!(out, "<figure>{}{}</figure>", image(lead), figcaption(story))?;
    }
    out.write_all(b"<div>")?;
    for part in story.text.xhtml() {
        match part {
            Part::Markup(markup) => out.write_all(markup.as_bytes())?,
            Part::Image(one) => out.write_all(image(&one).as_bytes())?,
        }
    }
    out.write_all(b"</div>\n</body>\n</html>\n")?;
    Ok(())
}

impl Book {
    fn add(&mut self, story: &Story) {
        self.chapters.push((xml_text(story.title()), attributes(story)));
        self.rtl += usize::from(story.is_rtl());
        let mut note = |list: fn(&mut Book) -> &mut Vec<String>, value: &str| {
            let list = list(self);
            if !list.iter().any(|known| known == value) && list.len() < 50 {
                list.push(value.to_owned());
            }
        };
        story.language().into_iter().for_each(|tag| note(|book| &mut book.languages, tag));
        let authors = story.authors();
        let creators = if authors.is_empty() { vec![story.page.feed_title.as_str()] } else { authors };
        creators.into_iter().filter(|name| !name.is_empty()).for_each(|name| note(|book| &mut book.creators, name));
        self.title = story.title().to_owned();
        self.address = story.address().map(str::to_owned);
        self.published = story.page.published;
    }

    fn navigation(&self) -> String {
        let mut out = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" \
             xmlns:epub=\"http://www.idpf.org/2007/ops\">\n<head>\n<title>{title}</title>\n\
             <link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/>\n</head>\n<body>\n<nav epub:type=\"toc\" id=\"toc\">\n\
             <h1>{title}</h1>\n<ol>\n",
            title = xml_text(&self.title)
        );
        for (number, (title, attributes)) in self.chapters.iter().enumerate() {
            let file = chapter_file(number + 1);
            out.push_str(&format!("<li{attributes}><a href=\"{file}\">{title}</a></li>\n"));
        }
        out.push_str("</ol>\n</nav>\n</body>\n</html>\n");
        out
    }

    fn package(&self, now: Timestamp) -> String {
        let mut out = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
             unique-identifier=\"id\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n\
             <dc:identifier id=\"id\">{}</dc:identifier>\n<dc:title>{}</dc:title>\n",
            self.identifier(now),
            xml_text(&self.title)
        );
        let languages = if self.languages.is_empty() { &["und".to_owned()][..] } else { &self.languages[..] };
        languages.iter().for_each(|tag| out.push_str(&format!("<dc:language>{tag}</dc:language>\n")));
        self.creators.iter().for_each(|name| out.push_str(&format!("<dc:creator>{}</dc:creator>\n", xml_text(name))));
        if self.chapters.len() == 1 {
            out.extend(self.address.iter().map(|url| format!("<dc:source>{}</dc:source>\n", xml_text(url))));
            out.extend(self.published.iter().map(|time| format!("<dc:date>{time}</dc:date>\n")));
        }
        out.push_str(&format!(
            "<meta property=\"dcterms:modified\">{now}</meta>\n</metadata>\n<manifest>\n\
             <item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n\
             <item id=\"style\" href=\"style.css\" media-type=\"text/css\"/>\n"
        ));
        for number in 1..=self.chapters.len() {
            let file = chapter_file(number);
            out.push_str(&format!(
                "<item id=\"story-{number}\" href=\"{file}\" media-type=\"application/xhtml+xml\"/>\n"
            ));
        }
        for (number, (name, mime)) in self.images.iter().enumerate() {
            out.push_str(&format!("<item id=\"image-{number}\" href=\"images/{name}\" media-type=\"{mime}\"/>\n"));
        }
        let direction = if self.rtl * 2 > self.chapters.len() { " page-progression-direction=\"rtl\"" } else { "" };
        out.push_str(&format!("</manifest>\n<spine{direction}>\n"));
        if self.chapters.len() > 1 {
            out.push_str("<itemref idref=\"nav\"/>\n");
        }
        (1..=self.chapters.len()).for_each(|number| out.push_str(&format!("<itemref idref=\"story-{number}\"/>\n")));
        out.push_str("</spine>\n</package>\n");
        out
    }

    /// A UUID of our own making (version 8) that two books do not share.
    fn identifier(&self, now: Timestamp) -> String {
        let mut digest = Sha256::new();
        digest.update(now.to_string());
        self.chapters.iter().for_each(|(title, _)| digest.update(title));
        digest.update(self.address.as_deref().unwrap_or_default());
        let mut bytes: Vec<u8> = digest.finalize().iter().copied().take(16).collect();
        bytes[6] = (bytes[6] & 0x0f) | 0x80;
        bytes[8] = (bytes[8] & 0x3f) | 0x80;
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }
}
