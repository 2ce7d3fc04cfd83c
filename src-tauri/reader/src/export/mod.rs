//! Saved articles as files that outlive this program: pages, Markdown, a book, bookmarks.
//!
//! Everything is written from what is here, without a network, one article and one image at a time, into a temporary
//! file that gets its name when it is whole. What is written went through the cleaner and a writer that knows only
//! harmless elements; titles, names and tags are written as text.

mod bag;
mod bookmarks;
#[cfg(test)]
pub(crate) mod damage_tests;
mod epub;
mod file;
mod html;
mod markdown;
mod picture;
mod place;
mod story;
mod style;

use crate::{
    Reader,
    error::{DAMAGED_STORY, ReaderError, Result as Outcome},
};
use file::{Draft, safe_name};
use std::{
    collections::{HashMap, HashSet},
    io::Write,
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, PoisonError, TryLockError,
        atomic::{AtomicBool, Ordering},
    },
};
use stoppress_model::{ArticleId, ExportFormat, Exported, Notice, PackFailure, PlainText, Timestamp, why_refused};
use stoppress_store::StoreError;
use story::Story;

/// Which articles are exported.
#[derive(Clone, Debug)]
pub enum ExportWhat {
    /// Every saved one, the last saved first.
    Saved,
    /// These, in this order and each once, saved or not.
    Articles(Vec<ArticleId>),
    /// Saved ones with this tag.
    Tagged(String),
}

/// Where an export is written.
#[derive(Clone, Copy, Debug)]
pub enum ExportTarget<'a> {
    /// Exactly here; a file of this name is replaced when the new one is whole. A link leads to what it names, and what is no
    /// file, as a pipe, is written into.
    File(&'a Path),
    /// Here, under a name made of the title or the date; no file is ever replaced.
    Folder(&'a Path),
}

/// The export under way, of which there is at most one.
#[derive(Default)]
pub(crate) struct Exporting {
    one: Mutex<()>,
    cancelled: AtomicBool,
    last: Mutex<Option<PathBuf>>,
}

impl Exporting {
    /// Held while something is exported or a bag is taken in.
    pub(crate) fn begin(&self) -> crate::Result<MutexGuard<'_, ()>> {
        let one = match self.one.try_lock() {
            Ok(one) => one,
            Err(TryLockError::Poisoned(one)) => one.into_inner(),
            Err(TryLockError::WouldBlock) => {
                return Err(ReaderError::BadRequest("Another export is being written; try again in a moment.".into()));
            }
        };
        self.cancelled.store(false, Ordering::SeqCst);
        Ok(one)
    }

    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::SeqCst)
    }

    fn wrote_into(&self, folder: PathBuf) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(folder);
    }
}

/// How the files of an export are held together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// One file is all.
    Single,
    /// Several files in a ZIP file.
    Zip,
}

/// An export while it is written.
struct Run<'r> {
    reader: &'r Reader,
    ids: Vec<ArticleId>,
    saved_at: HashMap<ArticleId, Timestamp>,
    outcome: Exported,
}

/// Writing ended because the reader wished so.
struct Cancelled;

enum Stopped {
    Cancelled,
    Failed(ReaderError),
}

impl From<Cancelled> for Stopped {
    fn from(_: Cancelled) -> Self {
        Stopped::Cancelled
    }
}

impl From<ReaderError> for Stopped {
    fn from(error: ReaderError) -> Self {
        Stopped::Failed(error)
    }
}

impl From<std::io::Error> for Stopped {
    fn from(error: std::io::Error) -> Self {
        Stopped::Failed(not_written(error))
    }
}

impl From<zip::result::ZipError> for Stopped {
    fn from(error: zip::result::ZipError) -> Self {
        Stopped::Failed(not_written(error))
    }
}

const NOT_HERE: &str = "This story is not in the library.";

fn not_written(error: impl Into<std::io::Error>) -> ReaderError {
    let why = why_refused(&error.into());
    ReaderError::BadRequest(format!("The file could not be written: {why}. Nothing was left behind."))
}

impl Reader {
    /// Writes articles into a file, with the images that are here; nothing is asked for. Progress arrives as notices.
    /// Takes its time and blocks: a window calls it aside.
    ///
    /// # Errors
    /// `BadRequest` while another export runs, where there is nothing to export, where the file is one of the library, or it
    /// cannot be written: then nothing is left behind.
    pub fn export_saved(
        &self,
        what: &ExportWhat,
        format: ExportFormat,
        target: ExportTarget<'_>,
    ) -> crate::Result<Exported> {
        let exporting = &self.inner.exporting;
        let _one = exporting.begin()?;
        let mut run = Run::new(self, what)?;
        let shape = run.shape(format, target)?;
        let mut draft = self.draft(target)?;
        match run.write(format, shape, &mut draft) {
            Ok(name) => {
                let file = draft.finish(&name).map_err(not_written)?;
                run.outcome.bytes = file.bytes;
                run.outcome.name = file.name;
                run.outcome.folder = file.folder.display().to_string();
                exporting.wrote_into(file.folder);
                Ok(run.outcome)
            }
            Err(Stopped::Cancelled) => Ok(Exported { cancelled: true, ..Exported::default() }),
            Err(Stopped::Failed(error)) => Err(error),
        }
    }

    /// Writes the followed feeds, or those of a folder, as OPML 2.0.
    ///
    /// # Errors
    /// `NotFound` where no feed is in that folder; `BadRequest` where the file is one of the library, or cannot be written: then nothing is left behind.
    pub fn export_feeds(&self, folder: Option<&str>, target: ExportTarget<'_>) -> crate::Result<Exported> {
        let list = self.export(folder)?;
        let what = safe_name(folder.unwrap_or("Sources"));
        let name = format!("{what} {}.opml", &self.now().to_string()[..10]);
        self.write_whole(list.as_bytes(), &name, target)
    }

    /// Writes what is in memory already.
    fn write_whole(&self, bytes: &[u8], name: &str, target: ExportTarget<'_>) -> crate::Result<Exported> {
        let mut draft = self.draft(target)?;
        draft.write_all(bytes).map_err(not_written)?;
        let file = draft.finish(name).map_err(not_written)?;
        let exported = Exported {
            bytes: file.bytes,
            name: file.name,
            folder: file.folder.display().to_string(),
            ..Exported::default()
        };
        self.inner.exporting.wrote_into(file.folder);
        Ok(exported)
    }

    /// What every export begins with: a file that is none yet, on its way to a place that is not the library.
    fn draft(&self, target: ExportTarget<'_>) -> crate::Result<Draft> {
        Draft::begin(place::find(target, self.profile())?).map_err(not_written)
    }

    /// Ends the export under way; nothing of it stays.
    pub fn cancel_export(&self) {
        self.inner.exporting.cancelled.store(true, Ordering::SeqCst);
    }

    /// The folder of the last export of this process.
    ///
    /// # Errors
    /// `NotFound` where there was none.
    pub fn last_export(&self) -> crate::Result<PathBuf> {
        let last = self.inner.exporting.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.clone().ok_or_else(|| ReaderError::NotFound("Nothing was exported yet.".into()))
    }

    /// An article as Markdown, images and links with the publisher's addresses.
    ///
    /// # Errors
    /// `NotFound` where it is neither in the ticker nor saved.
    pub fn article_markdown(&self, id: ArticleId) -> crate::Result<String> {
        Ok(markdown::copied(&Story::read(self, id, None)?))
    }
}

impl<'r> Run<'r> {
    fn new(reader: &'r Reader, what: &ExportWhat) -> crate::Result<Self> {
        let saved = reader.saved()?;
        let saved_at = saved.iter().map(|one| (one.id, one.saved_at)).collect();
        let ids: Vec<ArticleId> = match what {
            ExportWhat::Saved => saved.iter().map(|one| one.id).collect(),
            ExportWhat::Articles(ids) => {
                let mut seen = HashSet::new();
                ids.iter().copied().filter(|id| seen.insert(*id)).collect()
            }
            ExportWhat::Tagged(tag) => {
                let wanted = tag.trim().to_lowercase();
                let has =
                    |tags: &[stoppress_model::PlainText]| tags.iter().any(|tag| tag.as_str().to_lowercase() == wanted);
                saved.iter().filter(|one| has(&one.tags)).map(|one| one.id).collect()
            }
        };
        if ids.is_empty() {
            return Err(ReaderError::BadRequest("There is nothing to export.".into()));
        }
        Ok(Run { reader, ids, saved_at, outcome: Exported::default() })
    }

    /// One file or several in one, as the format and the wished name ask.
    fn shape(&self, format: ExportFormat, target: ExportTarget<'_>) -> crate::Result<Shape> {
        let wished = match target {
            ExportTarget::File(file) => {
                Some(file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip")))
            }
            ExportTarget::Folder(_) => None,
        };
        match (format, self.ids.len(), wished) {
            (ExportFormat::Epub | ExportFormat::Bookmarks, ..) => Ok(Shape::Single),
            (_, _, Some(true)) => Ok(Shape::Zip),
            (_, 1, Some(false)) | (ExportFormat::Html, 1, None) => Ok(Shape::Single),
            (_, _, Some(false)) => Err(ReaderError::BadRequest(
                "Several articles in this format need a ZIP file: give a name that ends in .zip.".into(),
            )),
            (ExportFormat::Markdown, 1, None) => {
                let story = Story::read(self.reader, self.ids[0], None)?;
                let has_images = story.images().iter().any(|image| self.reader.has_image(&image.url));
                Ok(if has_images { Shape::Zip } else { Shape::Single })
            }
            _ => Ok(Shape::Zip),
        }
    }

    /// Writes everything; answers the name that the file should have in a folder of the system.
    fn write(&mut self, format: ExportFormat, shape: Shape, draft: &mut Draft) -> Result<String, Stopped> {
        match (format, shape) {
            (ExportFormat::Html, Shape::Single) => html::single(self, draft),
            (ExportFormat::Html, Shape::Zip) => html::several(self, draft),
            (ExportFormat::Markdown, Shape::Single) => markdown::single(self, draft),
            (ExportFormat::Markdown, Shape::Zip) => markdown::several(self, draft),
            (ExportFormat::Epub, _) => epub::write(self, draft),
            (ExportFormat::Bookmarks, _) => bookmarks::write(self, draft),
        }
    }

    /// Gives each article to `write`, says how far it is, and stops where the reader wishes. One that is gone or cannot be read is
    /// named.
    fn each(&mut self, mut write: impl FnMut(&mut Self, &Story) -> Result<(), Stopped>) -> Result<(), Stopped> {
        let ids = std::mem::take(&mut self.ids);
        let step = (ids.len() / 200).max(1);
        for (number, id) in ids.iter().enumerate() {
            self.look_whether_cancelled()?;
            let story = Story::read(self.reader, *id, self.saved_at.get(id).copied());
            if let Some(story) = self.whole(*id, story)? {
                write(self, &story)?;
                self.outcome.articles += 1;
            }
            if (number + 1) % step == 0 || number + 1 == ids.len() {
                self.progress(number + 1, ids.len());
            }
        }
        self.look_whether_cancelled()?;
        if let (0, Some(only)) = (self.outcome.articles, self.outcome.failed.first()) {
            return Err(ReaderError::BadRequest(only.reason.clone()).into());
        }
        if self.outcome.articles == 0 {
            let sentence = "None of these articles can be written in this form; nothing was exported.";
            return Err(ReaderError::BadRequest(sentence.into()).into());
        }
        Ok(())
    }

    /// What was read of an article; `None` = it is gone or damaged, and named: no other one is left out because of it.
    fn whole<T>(&mut self, id: ArticleId, read: Outcome<T>) -> Outcome<Option<T>> {
        let reason = match read {
            Ok(read) => return Ok(Some(read)),
            Err(ReaderError::NotFound(_) | ReaderError::Store(StoreError::NotFound(_))) => NOT_HERE,
            Err(error) if error.is_of_one_story() => DAMAGED_STORY,
            Err(error) => return Err(error),
        };
        self.outcome.left_out += 1;
        self.name(id, reason)?;
        Ok(None)
    }

    fn name(&mut self, id: ArticleId, reason: &str) -> Outcome<()> {
        let title = self.reader.store().title_of(id)?.unwrap_or_default();
        self.outcome.failed.push(PackFailure { id, title: PlainText::new(&title, 1024), reason: reason.into() });
        Ok(())
    }

    fn progress(&self, done: usize, total: usize) {
        self.reader.announce(Notice::ExportProgress { done: done as u64, total: total as u64 });
    }

    fn look_whether_cancelled(&self) -> Result<(), Cancelled> {
        if self.reader.inner.exporting.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }

    /// The bytes of an image of an article, or one more that is missing.
    fn image(&mut self, of: ArticleId, url: &str) -> Result<Option<crate::Image>, Cancelled> {
        self.look_whether_cancelled()?;
        let image = self.reader.stored_image_of(of, &crate::images::image_key(url));
        self.outcome.missing_images += u64::from(image.is_none());
        Ok(image)
    }

    /// The name of a file with several articles.
    fn name_of_many(&self, extension: &str) -> String {
        format!("Saved stories {}.{extension}", &self.reader.now().to_string()[..10])
    }
}
