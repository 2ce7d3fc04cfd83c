//! The bag: one ZIP file with everything the reader chose and saved. A browser shows it by its `index.html`; another library
//! takes it in by what is in `data`.

use super::{
    Draft, Run, Stopped,
    file::safe_name,
    html::{attributes, free_name, head_with, image_tag, missing_image, page_with, path_segment},
    story::Story,
};
use crate::{
    Reader,
    bag::{ABOUT, About, FEEDS, ICONS, IMAGES, MUTES, RULES, SAVED, SETTINGS, VERSION},
    export::{ExportTarget, not_written},
    images::image_key,
};
use serde::Serialize;
use std::{
    collections::{HashMap, HashSet},
    io::Write,
};
use stoppress_feeds::{image_kind, xml_text};
use stoppress_model::{ArticleId, Exported};
use stoppress_store::BagSaved;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const DAMAGED_PICTURE: &str = "A picture of this story is damaged in the library.";
/// What pages of a bag may show: files beside them.
const BESIDE: &str = "'self' file:";

impl Reader {
    /// Writes the bag: saved articles with images, sources, folders, tags, places, mutes, rules, settings, and pages that any browser
    /// shows without a connection. Progress arrives as notices; [`Reader::cancel_export`] ends it. Takes its time and blocks.
    ///
    /// # Errors
    /// `BadRequest` where another export or import runs, the file is one of the library, or it cannot be written: then nothing
    /// is left behind.
    pub fn export_bag(&self, target: ExportTarget<'_>) -> crate::Result<Exported> {
        let _one = self.inner.exporting.begin()?;
        let draft = self.draft(target)?;
        let ids = self.store().bag_ids()?;
        let mut bag =
            Writing::new(Run { reader: self, ids, saved_at: HashMap::new(), outcome: Exported::default() }, draft);
        match bag.write() {
            Ok(()) => bag.finish(),
            Err(Stopped::Cancelled) => Ok(Exported { cancelled: true, ..Exported::default() }),
            Err(Stopped::Failed(error)) => Err(error),
        }
    }
}

/// A bag while it is written.
struct Writing<'r> {
    run: Run<'r>,
    zip: ZipWriter<Draft>,
    options: SimpleFileOptions,
    /// Images and icons that are in it.
    written: HashSet<String>,
    names: HashSet<String>,
    /// What the list of pages says of each.
    entries: Vec<String>,
}

impl<'r> Writing<'r> {
    fn new(run: Run<'r>, draft: Draft) -> Self {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true);
        let options = options.last_modified_time(super::epub::zip_time(run.reader.now()));
        let (written, names) = (HashSet::new(), HashSet::new());
        Writing { run, zip: ZipWriter::new(draft), options, written, names, entries: Vec::new() }
    }

    fn write(&mut self) -> Result<(), Stopped> {
        let ids = std::mem::take(&mut self.run.ids);
        let (total, step) = (ids.len(), (ids.len() / 200).max(1));
        for (number, id) in ids.into_iter().enumerate() {
            self.run.look_whether_cancelled()?;
            let read = read(self.run.reader, id);
            match self.run.whole(id, read)? {
                Some(Some((saved, story))) => {
                    self.images(id, &saved)?;
                    self.page(&story, &saved)?;
                    self.json(&format!("{SAVED}{number:07}.json"), &saved)?;
                    self.run.outcome.articles += 1;
                }
                // It may have been unsaved meanwhile.
                Some(None) => self.run.outcome.left_out += 1,
                None => {}
            }
            if (number + 1) % step == 0 || number + 1 == total {
                self.run.progress(number + 1, total);
            }
        }
        self.run.look_whether_cancelled()?;
        self.rest()
    }

    /// The images and the icon of an article, each once, as they are: they do not get smaller.
    fn images(&mut self, id: ArticleId, saved: &BagSaved) -> Result<(), Stopped> {
        let mut are_sound = true;
        let store = self.run.reader.store();
        let stored = self.options.compression_method(CompressionMethod::Stored);
        for hash in saved.images.iter().filter_map(|image| image.hash.as_ref()) {
            if !self.written.insert(hash.clone()) {
                continue;
            }
            self.run.look_whether_cancelled()?;
            if let Some(image) = store.bag_image(hash).map_err(crate::ReaderError::from)? {
                let image = self.run.reader.whole_image(image).unwrap_or_else(|damaged| damaged);
                self.zip.start_file(image_file(hash, &image.bytes), stored)?;
                self.zip.write_all(&image.bytes)?;
                are_sound &= image.is_sound();
            }
        }
        if !are_sound {
            self.run.name(id, DAMAGED_PICTURE)?;
        }
        self.run.outcome.missing_images += saved.images.iter().filter(|image| image.hash.is_none()).count() as u64;
        let icon = saved.icon.as_ref().filter(|key| self.written.insert(format!("{ICONS}{key}")));
        if let Some(key) = icon
            && let Some(bytes) = store.icon(key).map_err(crate::ReaderError::from)?
        {
            self.zip.start_file(format!("{ICONS}{key}.png"), stored)?;
            self.zip.write_all(&bytes)?;
        }
        Ok(())
    }

    fn page(&mut self, story: &Story, saved: &BagSaved) -> Result<(), Stopped> {
        let name = free_name(&mut self.names, &safe_name(story.title()), "html");
        let files: HashMap<&str, &String> =
            saved.images.iter().filter_map(|image| Some((image.url_key.as_str(), image.hash.as_ref()?))).collect();
        let store = self.run.reader.store();
        self.zip.start_file(format!("stories/{name}"), self.options)?;
        page_with(story, &mut self.zip, BESIDE, &mut |image, out| {
            let hash = files.get(image_key(&image.url).as_str()).copied();
            let here = hash.and_then(|hash| Some((hash, store.bag_image(hash).ok()??)));
            match here {
                Some((hash, stored)) => {
                    let (start, end) = image_tag(image);
                    write!(out, "{start}../{}{end}", image_file(hash, &stored.bytes))?;
                }
                None => out.write_all(missing_image(image).as_bytes())?,
            }
            Ok(())
        })?;
        self.entries.push(format!(
            "<li{}><a href=\"stories/{}\">{}</a><br/><span class=\"line\">{}</span></li>\n",
            attributes(story),
            xml_text(&path_segment(&name)),
            xml_text(story.title()),
            xml_text(&story.line())
        ));
        Ok(())
    }

    fn json(&mut self, name: &str, value: &impl Serialize) -> Result<(), Stopped> {
        self.zip.start_file(name, self.options)?;
        serde_json::to_writer(&mut self.zip, value).map_err(not_written)?;
        Ok(())
    }

    /// Sources, mutes, settings, the list of pages, and last what says that this is a bag.
    fn rest(&mut self) -> Result<(), Stopped> {
        let reader = self.run.reader;
        let feeds = reader.store().bag_feeds().map_err(crate::ReaderError::from)?;
        self.json(FEEDS, &feeds)?;
        let mutes = reader.store().bag_mutes(reader.now()).map_err(crate::ReaderError::from)?;
        self.json(MUTES, &mutes)?;
        self.json(RULES, &reader.store().bag_rules().map_err(crate::ReaderError::from)?)?;
        self.json(SETTINGS, &reader.settings()?)?;
        self.zip.start_file("index.html", self.options)?;
        head_with(&mut self.zip, "<html>", "Saved stories", BESIDE)?;
        self.zip.write_all(b"</head>\n<body>\n<h1>Saved stories</h1>\n<ul>\n")?;
        // The last saved first, as in the window.
        for entry in self.entries.iter().rev() {
            self.zip.write_all(entry.as_bytes())?;
        }
        self.zip.write_all(b"</ul>\n<h2>Sources</h2>\n<ul>\n")?;
        for feed in &feeds {
            let name = feed.own_title.as_deref().unwrap_or(&feed.title);
            let name = if name.is_empty() { &feed.url } else { name };
            let line = xml_text(&feed.url);
            writeln!(
                self.zip,
                "<li><span dir=\"auto\">{}</span><br/><span class=\"line\" dir=\"ltr\">{line}</span></li>",
                xml_text(name)
            )?;
        }
        self.zip.write_all(b"</ul>\n</body></html>\n")?;
        let about = About {
            format: ABOUT.into(),
            version: VERSION,
            written_at: reader.now(),
            saved: self.run.outcome.articles,
            sources: feeds.len() as u64,
        };
        self.json(ABOUT, &about)
    }

    fn finish(mut self) -> crate::Result<Exported> {
        let draft = self.zip.finish().map_err(not_written)?;
        let name = format!("Stop Press {}.zip", &self.run.reader.now().to_string()[..10]);
        let file = draft.finish(&name).map_err(not_written)?;
        self.run.outcome.bytes = file.bytes;
        self.run.outcome.name = file.name;
        self.run.outcome.folder = file.folder.display().to_string();
        self.run.reader.inner.exporting.wrote_into(file.folder);
        Ok(self.run.outcome)
    }
}

/// What is kept of a saved article; `None` = it is not saved any more.
fn read(reader: &Reader, id: ArticleId) -> crate::Result<Option<(BagSaved, Story)>> {
    let Some(saved) = reader.read_whole(id, |store| store.bag_saved(id))? else { return Ok(None) };
    let story = Story::read(reader, id, saved.saved_at)?;
    Ok(Some((saved, story)))
}

/// Where an image of this hash is in the bag: its ending is what its bytes say.
fn image_file(hash: &str, bytes: &[u8]) -> String {
    let ending = image_kind(bytes).map_or("bin", |kind| kind.mime().trim_start_matches("image/"));
    format!("{IMAGES}{hash}.{}", if ending == "x-icon" { "ico" } else { ending })
}
