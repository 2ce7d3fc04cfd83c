//! Subscription lists in and out.

use crate::{
    Reader,
    address::{names_private_host, origin},
    error::{ReaderError, Result},
    sync::site_of,
};
use std::{
    collections::{HashMap, HashSet},
    sync::{MutexGuard, PoisonError, atomic::Ordering},
};
use stoppress_feeds::{
    canonical_link,
    opml::{self, List, Outline},
};
use stoppress_model::{
    ImportFailure, Imported, ListChoice, ListFeed, ListFolder, ListPreview, ListState, Notice, PlainText, folder,
};
use stoppress_store::NewFeed;
use url::Url;

/// Lists that are kept between a look at them and taking them.
const LISTS_KEPT: usize = 16;
/// So much of a list has what it says about itself.
const HEAD_BYTES: usize = 64 << 10;
/// Sources taken between two words about it.
const TOLD_EVERY: usize = 50;

/// Lists that were previewed.
#[derive(Default)]
pub(crate) struct Lists {
    last: u32,
    kept: Vec<(u32, List)>,
}

fn read(bytes: &[u8]) -> Result<List> {
    opml::read(bytes).map_err(|error| {
        ReaderError::BadRequest(format!("This file could not be taken in: {error}. Nothing was changed."))
    })
}

fn failures(skipped: Vec<(String, String)>) -> Vec<ImportFailure> {
    skipped.into_iter().map(|(url, reason)| ImportFailure { url, reason }).collect()
}

impl Reader {
    /// Follows every feed of a subscription list; one undo takes it all back. Nothing is asked yet: the next round of
    /// checks does that, which an open window begins at once.
    ///
    /// # Errors
    /// `BadRequest` where the file is no subscription list at all; then nothing was changed.
    pub fn import(&self, list: &[u8]) -> Result<Imported> {
        self.take_chosen(&[(read(list)?, HashSet::new())])
    }

    /// Says what is in a subscription list: its folders, what would be new, what is followed already and what cannot be taken.
    /// Nothing is followed and nobody is asked. At most 16 lists are kept for [`Reader::import_lists`], the oldest goes first.
    ///
    /// # Errors
    /// `BadRequest` where the file is no subscription list at all.
    pub fn preview_opml(&self, bytes: &[u8]) -> Result<ListPreview> {
        let list = read(bytes)?;
        let followed: HashSet<String> =
            self.store().followed_addresses()?.iter().map(|url| canonical_link(url)).collect();
        let mut seen = HashSet::new();
        let mut folders: Vec<ListFolder> = Vec::new();
        let mut by_name: HashMap<Option<String>, usize> = HashMap::new();
        for (place, outline) in list.outlines.iter().enumerate() {
            let canonical = canonical_link(&outline.url);
            let state = match (followed.contains(&canonical), seen.insert(canonical)) {
                (true, _) => ListState::Followed,
                (false, true) => ListState::New,
                (false, false) => ListState::Twice,
            };
            let at = *by_name.entry(outline.folder.clone()).or_insert_with(|| {
                let name = outline.folder.as_deref().map(|name| PlainText::new(name, folder::BYTES));
                folders.push(ListFolder { name, feeds: Vec::new() });
                folders.len() - 1
            });
            folders[at].feeds.push(ListFeed {
                place: u32::try_from(place).unwrap_or(u32::MAX),
                title: outline.own_title.as_ref().unwrap_or(&outline.title).clone(),
                host: site_of(&outline.url),
                state,
            });
        }
        folders.sort_by_key(|folder| folder.name.is_some());
        let broken = failures(list.skipped.clone());
        let mut lists = self.lists();
        lists.last += 1;
        let number = lists.last;
        lists.kept.push((number, list));
        if lists.kept.len() > LISTS_KEPT {
            lists.kept.remove(0);
        }
        Ok(ListPreview {
            list: number,
            title: opml::read_head(&bytes[..bytes.len().min(HEAD_BYTES)]).title,
            folders,
            broken,
        })
    }

    /// Follows what was chosen of previewed lists; one undo takes it all back. Nothing is asked yet: the next round of checks
    /// does that. The lists are forgotten then. Progress arrives as notices; [`Reader::cancel_import`] ends it, and what was
    /// followed until then stays.
    ///
    /// # Errors
    /// `BadRequest` where one of the lists is gone; then nothing was changed.
    pub fn import_lists(&self, choices: &[ListChoice]) -> Result<Imported> {
        let mut taken = Vec::new();
        for choice in choices {
            let mut lists = self.lists();
            let at = lists.kept.iter().position(|(number, _)| *number == choice.list);
            let at = at.ok_or_else(|| {
                ReaderError::BadRequest(
                    "This list is no longer here. Choose its file again. Nothing was changed.".into(),
                )
            })?;
            taken.push((lists.kept.remove(at).1, choice.left_out.iter().copied().collect::<HashSet<u32>>()));
        }
        self.take_chosen(&taken)
    }

    /// Follows what lists hold, but for the places that are left out; an address that is written in several ways is one feed.
    fn take_chosen(&self, taken: &[(List, HashSet<u32>)]) -> Result<Imported> {
        let mut seen: HashSet<String> =
            self.store().followed_addresses()?.iter().map(|url| canonical_link(url)).collect();
        let mut already = 0;
        let mut wanted = Vec::new();
        let mut skipped = Vec::new();
        for (list, left_out) in taken {
            skipped.extend(list.skipped.iter().cloned());
            for (place, outline) in (0_u32..).zip(&list.outlines) {
                match (left_out.contains(&place), seen.contains(&canonical_link(&outline.url))) {
                    (true, _) => {}
                    (false, true) => already += 1,
                    (false, false) => {
                        seen.insert(canonical_link(&outline.url));
                        wanted.push(outline);
                    }
                }
            }
        }
        let imported = self.take(&wanted, skipped)?;
        Ok(Imported { already: imported.already + already, ..imported })
    }

    /// Forgets the lists that were previewed and not taken.
    pub fn forget_lists(&self) {
        self.lists().kept.clear();
    }

    /// Ends taking a list in after the source under way; what was taken stays, and one undo takes it back.
    pub fn cancel_import(&self) {
        self.inner.import_cancelled.store(true, Ordering::SeqCst);
    }

    fn take(&self, outlines: &[&Outline], skipped: Vec<(String, String)>) -> Result<Imported> {
        // A list that the reader hands over counts as typed; only a private origin needs that.
        let origins: Vec<Option<String>> = outlines.iter().map(|outline| private_origin(&outline.url)).collect();
        let feeds: Vec<NewFeed<'_>> = outlines
            .iter()
            .zip(&origins)
            .map(|(outline, origin)| NewFeed {
                url: &outline.url,
                title: outline.title.as_str(),
                own_title: outline.own_title.as_ref().map(PlainText::as_str),
                home_url: outline.home_url.as_deref(),
                folder: outline.folder.as_deref(),
                typed_origin: origin.as_deref(),
                list_attributes: outline.list_attributes.as_deref(),
                ..NewFeed::default()
            })
            .collect();
        let cancelled = &self.inner.import_cancelled;
        cancelled.store(false, Ordering::SeqCst);
        let goes_on = |done: usize| {
            if done.is_multiple_of(TOLD_EVERY) {
                self.announce(Notice::ImportProgress { done: done as u64, total: feeds.len() as u64 });
            }
            !cancelled.load(Ordering::SeqCst)
        };
        let followed = self.store().follow_while(&feeds, self.now(), "import", &goes_on)?;
        let is_cut_short = followed.len() < feeds.len();
        let already = followed.iter().filter(|feed| feed.already).count() as u64;
        let added = followed.len() as u64 - already;
        if added > 0 {
            self.inner.followed.notify_one();
        }
        Ok(Imported { added, already, failed: failures(skipped), cancelled: is_cut_short })
    }

    fn lists(&self) -> MutexGuard<'_, Lists> {
        self.inner.lists.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The followed feeds as OPML 2.0, folders kept, and what the lists they came from said of them beside what we read. With
    /// `folder`, only those in it and under it, in a list that bears its name.
    ///
    /// # Errors
    /// `NotFound` where no feed is in that folder; when the library cannot be read.
    pub fn export(&self, folder: Option<&str>) -> Result<String> {
        let mut publishers = self.store().publishers_titles()?;
        let mut attributes = self.store().list_attributes()?;
        let outlines: Vec<Outline> = self
            .feeds()?
            .into_iter()
            .filter(|feed| {
                let inside =
                    |outer: &str| feed.folder.as_ref().is_some_and(|path| folder::is_within(path.as_str(), outer));
                folder.is_none_or(inside)
            })
            .map(|feed| Outline {
                title: publishers.remove(&feed.id).filter(|title| !title.is_empty()).unwrap_or(feed.title),
                own_title: feed.own_title,
                url: feed.url,
                home_url: feed.home_url,
                folder: feed.folder.map(|folder| folder.to_string()),
                language: feed.language,
                list_attributes: attributes.remove(&feed.id),
            })
            .collect();
        if let (Some(name), true) = (folder, outlines.is_empty()) {
            return Err(ReaderError::NotFound(format!("No feed is in a folder called {name}.")));
        }
        Ok(opml::write(folder.unwrap_or("Stop Press"), self.now(), &outlines))
    }
}

pub(crate) fn private_origin(url: &str) -> Option<String> {
    Url::parse(url).ok().filter(names_private_host).map(|url| origin(&url))
}
