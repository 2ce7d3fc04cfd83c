//! Markdown with a head of data, and a folder of images beside it.

use super::{
    Run, Stopped,
    file::{Draft, extension_of, safe_name},
    html::free_name,
    story::Story,
};
use sha2::{Digest, Sha256};
use std::{
    collections::{HashMap, HashSet},
    io::{Seek, Write},
};
use stoppress_feeds::CleanImage;
use stoppress_model::ArticleId;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// One article as one file; its images keep the publisher's addresses.
pub(super) fn single(run: &mut Run<'_>, draft: &mut Draft) -> Result<String, Stopped> {
    let mut name = String::new();
    run.each(|run, story| {
        name = format!("{}.md", safe_name(story.title()));
        run.outcome.missing_images += story.images().len() as u64;
        draft.write_all(document(story, &|image| Some(image.url.clone())).as_bytes())?;
        Ok(())
    })?;
    Ok(name)
}

/// A file for each article and their images in a folder.
pub(super) fn several(run: &mut Run<'_>, draft: &mut Draft) -> Result<String, Stopped> {
    let mut zip = ZipWriter::new(draft);
    let mut names = HashSet::new();
    let mut images = Images::in_folder("images/");
    let mut single_name = None;
    let is_one = run.ids.len() == 1;
    let time = super::epub::zip_time(run.reader.now());
    run.each(|run, story| {
        let name = free_name(&mut names, story.title(), "md");
        single_name = is_one.then(|| format!("{}.zip", safe_name(story.title())));
        let mut places = HashMap::new();
        for image in story.images() {
            if !places.contains_key(&image.url) {
                places.insert(
                    image.url.clone(),
                    images.keep(run, (story.page.id, &image.url), &mut zip, time, |_| true)?,
                );
            }
        }
        let place =
            |image: &CleanImage| places.get(&image.url).cloned().flatten().map(|(file, _)| format!("images/{file}"));
        zip.start_file(name, options(CompressionMethod::Deflated, time))?;
        zip.write_all(document(story, &place).as_bytes())?;
        Ok(())
    })?;
    zip.finish()?;
    Ok(single_name.unwrap_or_else(|| run.name_of_many("zip")))
}

fn options(method: CompressionMethod, time: zip::DateTime) -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(method).last_modified_time(time)
}

/// Images that were written into a folder, each once.
pub(super) struct Images {
    folder: &'static str,
    written: HashSet<String>,
}

impl Images {
    pub(super) fn in_folder(folder: &'static str) -> Self {
        Images { folder, written: HashSet::new() }
    }

    /// Writes an image that `is_wanted` by its kind, if it is not there already, and answers its name and kind; `None` = it
    /// is missing.
    pub(super) fn keep<W: Write + Seek>(
        &mut self,
        run: &mut Run<'_>,
        (of, url): (ArticleId, &str),
        zip: &mut ZipWriter<W>,
        time: zip::DateTime,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Result<Option<(String, String)>, Stopped> {
        let Some(image) = run.image(of, url)? else { return Ok(None) };
        if !is_wanted(&image.mime) {
            run.outcome.missing_images += 1;
            return Ok(None);
        }
        let hash = Sha256::digest(&image.bytes).iter().take(12).map(|byte| format!("{byte:02x}")).collect::<String>();
        let name = format!("{hash}.{}", extension_of(&image.mime));
        if self.written.insert(name.clone()) {
            // Pictures are compressed already.
            zip.start_file(format!("{}{name}", self.folder), options(CompressionMethod::Stored, time))?;
            zip.write_all(&image.bytes)?;
        }
        Ok(Some((name, image.mime)))
    }
}

/// An article for the clipboard or a terminal.
pub(super) fn copied(story: &Story) -> String {
    format!("{}\n", body(story, &|image| Some(image.url.clone())))
}

fn document(story: &Story, image_src: &dyn Fn(&CleanImage) -> Option<String>) -> String {
    format!("{}\n{}\n", front_matter(story), body(story, image_src))
}

/// Every value is quoted as JSON, which YAML reads the same way: no title can end the head or become another type, and
/// none is markup for whoever does not know of heads.
fn front_matter(story: &Story) -> String {
    let quoted = |text: &str| serde_json::Value::from(text).to_string().replace('<', "\\u003c");
    let list = |texts: &[&str]| format!("[{}]", texts.iter().map(|text| quoted(text)).collect::<Vec<_>>().join(", "));
    let page = &story.page;
    let tags: Vec<&str> = page.tags.iter().map(stoppress_model::PlainText::as_str).collect();
    let mut out = format!("---\ntitle: {}\n", quoted(story.title()));
    if let Some(address) = story.address() {
        out.push_str(&format!("url: {}\n", quoted(address)));
    }
    out.push_str(&format!("source: {}\nauthor: {}\n", quoted(page.feed_title.as_str()), list(&story.authors())));
    for (name, time) in [("published", page.published), ("saved", story.saved_at)] {
        out.extend(time.map(|time| format!("{name}: {time}\n")));
    }
    out.push_str(&format!("tags: {}\n", list(&tags)));
    if let Some(language) = story.language() {
        out.push_str(&format!("language: {}\n", quoted(language)));
    }
    out.push_str("---\n");
    out
}

fn body(story: &Story, image_src: &dyn Fn(&CleanImage) -> Option<String>) -> String {
    let text = |text: &str| stoppress_feeds::markdown_text(text);
    let mut parts = vec![format!("# {}", text(story.title()))];
    let line = text(&story.line());
    parts.push(match story.address() {
        Some(address) => format!("{line}\\\n<{address}>"),
        None => line,
    });
    parts.extend(story.page.summary.iter().map(|summary| format!("*{}*", text(summary.as_str()))));
    if let Some(lead) = &story.lead {
        let target = stoppress_feeds::markdown_target;
        parts.push(match image_src(lead) {
            Some(src) => format!("![]({})", target(&src)),
            None => format!("<{}>", target(&lead.url)),
        });
        parts.extend(story.caption().map(|caption| format!("*{}*", text(&caption))));
    }
    parts.push(story.text.markdown(image_src));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}
