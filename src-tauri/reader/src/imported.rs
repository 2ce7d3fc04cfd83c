//! Lists of saved articles from elsewhere: all wishes at once, their pages behind and politely.

use crate::{
    Reader,
    address::names_private_host,
    error::{ReaderError, Result},
    sync::{origin_of, site_of},
};
use std::{
    collections::{HashMap, VecDeque},
    sync::atomic::Ordering,
    time::{Duration, Instant},
};
use stoppress_feeds::reading_lists;
use stoppress_model::{ArticleId, ImportFailure, ImportedSaved, Timestamp};
use stoppress_store::ListedPage;
use url::Url;

/// Between two pages of one remote origin.
const GAP: Duration = Duration::from_secs(1);

impl Reader {
    /// Saves every page of a list from another app, with its tags, its time and the text that the list carries; one undo
    /// takes all of them back. Nothing is asked yet: pages and images are fetched behind, after what the reader saves here.
    ///
    /// # Errors
    /// `BadRequest` where the file is no such list; then nothing was changed.
    pub fn import_saved(&self, list: &[u8]) -> Result<ImportedSaved> {
        let list = reading_lists::read(list)
            .map_err(|error| ReaderError::BadRequest(format!("This file {error}. Nothing was changed.")))?;
        let sites: Vec<String> = list.pages.iter().map(|page| site_of(&page.url)).collect();
        let pages: Vec<ListedPage<'_>> = list
            .pages
            .iter()
            .zip(&sites)
            .map(|(page, site)| ListedPage {
                url: &page.url,
                title: page.title.as_str(),
                site,
                saved_at: page.saved_at.map(Timestamp),
                read: page.read == Some(true) || page.archived,
                tags: &page.tags,
                html: page.html.as_deref(),
            })
            .collect();
        let added = self.store().save_list(&pages, self.now())?;
        let failed = list
            .skipped
            .into_iter()
            .map(|skipped| ImportFailure { url: format!("entry {}", skipped.index + 1), reason: skipped.reason });
        Ok(ImportedSaved {
            kind: list.kind.to_string(),
            added,
            // Of an entry that is in the list twice the second finds it saved.
            already: (pages.len() + list.repeated) as u64 - added,
            failed: failed.collect(),
        })
    }

    /// Goes on with saves of imported lists: one page at a time, sites in turn, with a pause between two pages of one remote
    /// site; whatever the reader saves meanwhile goes between. At most `most` pages, and none is begun after `patience`.
    ///
    /// A page that cannot be had is no error: it is tried again later, and the state of its save says so.
    pub async fn fetch_imported(&self, most: usize, patience: Duration) {
        let began = Instant::now();
        let pending = self.store().pending_imports(self.now()).unwrap_or_default();
        let mut last = None;
        for (id, origin) in in_turn(pending).into_iter().take(most) {
            let is_remote = Url::parse(&origin).is_ok_and(|url| !names_private_host(&url));
            if is_remote && last.as_ref() == Some(&origin) {
                tokio::time::sleep(GAP).await;
            }
            if began.elapsed() >= patience || self.inner.offline.load(Ordering::Relaxed) {
                return;
            }
            let _ = self.go_on_if_due(id).await;
            last = Some(origin);
        }
    }
}

/// Articles with their origins, one of each origin after the other, as long as there are any.
fn in_turn(pending: Vec<(ArticleId, String)>) -> Vec<(ArticleId, String)> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut origins: Vec<(String, VecDeque<ArticleId>)> = Vec::new();
    for (id, url) in pending {
        let origin = origin_of(&url);
        let place = *places.entry(origin.clone()).or_insert_with(|| {
            origins.push((origin, VecDeque::new()));
            origins.len() - 1
        });
        origins[place].1.push_back(id);
    }
    let mut turns = Vec::new();
    while !origins.is_empty() {
        for (origin, waiting) in &mut origins {
            turns.extend(waiting.pop_front().map(|id| (id, origin.clone())));
        }
        origins.retain(|(_, waiting)| !waiting.is_empty());
    }
    turns
}

#[cfg(test)]
mod tests {
    use super::in_turn;
    use stoppress_model::ArticleId;

    #[test]
    fn sites_take_turns() {
        let pending = ["https://a.example/1", "https://a.example/2", "https://b.example/1", "https://a.example/3"];
        let pending = pending.iter().zip(1..).map(|(url, id)| (ArticleId(id), (*url).to_owned())).collect();
        let turns: Vec<i64> = in_turn(pending).into_iter().map(|(id, _)| id.0).collect();
        assert_eq!(turns, [1, 3, 2, 4]);
    }
}
