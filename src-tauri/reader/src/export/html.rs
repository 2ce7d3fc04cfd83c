//! Pages that hold everything they show. Their own policy lets nothing run and nothing load, in whatever they are opened.

use super::{
    Run, Stopped,
    file::{Draft, safe_name},
    story::Story,
    style,
};
use base64::{Engine, engine::general_purpose::STANDARD, write::EncoderWriter};
use sha2::{Digest, Sha256};
use std::{collections::HashSet, io::Write};
use stoppress_feeds::{CleanImage, Part, xml_text};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// One article as one page.
pub(super) fn single(run: &mut Run<'_>, draft: &mut Draft) -> Result<String, Stopped> {
    let mut name = String::new();
    run.each(|run, story| {
        name = format!("{}.html", safe_name(story.title()));
        page(run, story, draft)
    })?;
    Ok(name)
}

/// A page for each article and one that lists them.
pub(super) fn several(run: &mut Run<'_>, draft: &mut Draft) -> Result<String, Stopped> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let options = options.last_modified_time(super::epub::zip_time(run.reader.now()));
    let mut zip = ZipWriter::new(draft);
    let mut names = HashSet::new();
    let mut entries = Vec::new();
    run.each(|run, story| {
        let name = free_name(&mut names, story.title(), "html");
        // Images are not counted beforehand; a page may become larger than the old limit of ZIP files.
        zip.start_file(format!("stories/{name}"), options.large_file(true))?;
        page(run, story, &mut zip)?;
        entries.push((name, attributes(story), xml_text(story.title()), xml_text(&story.line())));
        Ok(())
    })?;
    zip.start_file("index.html", options)?;
    head(&mut zip, "<html>", "Saved stories")?;
    zip.write_all(b"</head>\n<body>\n<h1>Saved stories</h1>\n<ul>\n")?;
    for (name, attributes, title, line) in entries {
        let link = xml_text(&path_segment(&name));
        writeln!(
            zip,
            "<li{attributes}><a href=\"stories/{link}\">{title}</a><br/><span class=\"line\">{line}</span></li>"
        )?;
    }
    zip.write_all(b"</ul>\n</body></html>\n")?;
    zip.finish()?;
    Ok(run.name_of_many("zip"))
}

/// `title.ending`, or `title (2).ending` where that is taken in a folder that knows no upper case.
pub(super) fn free_name(names: &mut HashSet<String>, title: &str, extension: &str) -> String {
    let stem = safe_name(title);
    let mut name = format!("{stem}.{extension}");
    let mut number = 2;
    while !names.insert(name.to_lowercase()) {
        name = format!("{stem} ({number}).{extension}");
        number += 1;
    }
    name
}

/// A file's name as a part of an address.
pub(super) fn path_segment(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(byte)),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// ` lang=… dir=…`
pub(super) fn attributes(story: &Story) -> String {
    let language = story.language().map(|tag| format!(" lang=\"{tag}\"")).unwrap_or_default();
    let direction = match story.page.direction {
        Some(_) if story.is_rtl() => " dir=\"rtl\"",
        Some(_) => " dir=\"ltr\"",
        None => " dir=\"auto\"",
    };
    language + direction
}

pub(super) fn head(out: &mut impl Write, html: &str, title: &str) -> std::io::Result<()> {
    head_with(out, html, title, "data:")
}

/// The head of a page that may show images from these places only.
pub(super) fn head_with(out: &mut impl Write, html: &str, title: &str, images: &str) -> std::io::Result<()> {
    let hash = STANDARD.encode(Sha256::digest(style::PAGE));
    let title = xml_text(title);
    write!(
        out,
        "<!DOCTYPE html>\n{html}\n<head>\n<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; img-src {images}; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n\
         <title>{title}</title>\n<style>{}</style>\n",
        style::PAGE
    )
}

fn page(run: &mut Run<'_>, story: &Story, out: &mut impl Write) -> Result<(), Stopped> {
    page_with(story, out, "data:", &mut |one, out| image(run, story, one, out))
}

/// A page whose images `image` writes, from the places that `images` names.
pub(super) fn page_with<W: Write>(
    story: &Story,
    out: &mut W,
    images: &str,
    image: &mut dyn FnMut(&CleanImage, &mut W) -> Result<(), Stopped>,
) -> Result<(), Stopped> {
    // A page whose text asks for no direction of its own reads from the left.
    let language = story.language().map(|tag| format!(" lang=\"{tag}\"")).unwrap_or_default();
    let direction = if story.is_rtl() { " dir=\"rtl\"" } else { "" };
    head_with(out, &format!("<html{language}{direction}>"), story.title(), images)?;
    for author in story.authors() {
        writeln!(out, "<meta name=\"author\" content=\"{}\"/>", xml_text(author))?;
    }
    if let Some(address) = story.address() {
        writeln!(out, "<link rel=\"canonical\" href=\"{}\"/>", xml_text(address))?;
    }
    out.write_all(b"</head>\n<body>\n<article>\n")?;
    out.write_all(header(story).as_bytes())?;
    if let Some(lead) = &story.lead {
        out.write_all(b"<figure>")?;
        image(lead, out)?;
        out.write_all(figcaption(story).as_bytes())?;
        out.write_all(b"</figure>\n")?;
    }
    for part in story.text.xhtml() {
        match part {
            Part::Markup(markup) => out.write_all(markup.as_bytes())?,
            Part::Image(one) => image(&one, out)?,
        }
    }
    out.write_all(b"\n</article>\n</body>\n</html>\n")?;
    Ok(())
}

/// What stands below the image above the text; nothing where the feed says nothing of it.
pub(super) fn figcaption(story: &Story) -> String {
    story.caption().map(|caption| format!("<figcaption>{}</figcaption>", xml_text(&caption))).unwrap_or_default()
}

/// Headline, source, writers, time, address and standfirst.
pub(super) fn header(story: &Story) -> String {
    let mut out = format!("<h1>{}</h1>\n<p class=\"line\">{}</p>\n", xml_text(story.title()), xml_text(&story.line()));
    if let Some(address) = story.address() {
        let address = xml_text(address);
        out.push_str(&format!("<p class=\"address\" dir=\"ltr\"><a href=\"{address}\">{address}</a></p>\n"));
    }
    if let Some(summary) = &story.page.summary {
        out.push_str(&format!("<p class=\"standfirst\">{}</p>\n", xml_text(summary.as_str())));
    }
    out
}

/// The start of an `img` up to its address, and its end.
pub(super) fn image_tag(image: &CleanImage) -> (String, &'static str) {
    let mut out = format!("<img alt=\"{}\"", xml_text(&image.alt));
    for (name, side) in [("width", image.width), ("height", image.height)] {
        out.extend(side.map(|pixels| format!(" {name}=\"{pixels}\"")));
    }
    out.push_str(" src=\"");
    (out, "\"/>")
}

/// What stands in the place of an image that is not here.
pub(super) fn missing_image(image: &CleanImage) -> String {
    let alt = if image.alt.trim().is_empty() { "image" } else { image.alt.trim() };
    format!("<span class=\"missing\">[{}]</span>", xml_text(alt))
}

fn image(run: &mut Run<'_>, story: &Story, image: &CleanImage, out: &mut impl Write) -> Result<(), Stopped> {
    let Some(stored) = run.image(story.page.id, &image.url)? else {
        out.write_all(missing_image(image).as_bytes())?;
        return Ok(());
    };
    let (start, end) = image_tag(image);
    write!(out, "{start}data:{};base64,", stored.mime)?;
    let mut encoder = EncoderWriter::new(&mut *out, &STANDARD);
    encoder.write_all(&stored.bytes)?;
    encoder.finish()?;
    drop(encoder);
    out.write_all(end.as_bytes())?;
    Ok(())
}
