//! Search, and the index that is kept up behind.

use crate::{Reader, busy::Busy, error::Result};
use std::{
    sync::Arc,
    thread,
    time::{Duration, Instant},
};
use stoppress_feeds::plain_text;
use stoppress_model::{ArticleId, SearchOrder, SearchResults};
use stoppress_store::SearchOptions;

/// Articles indexed in one transaction, unless the reader does something meanwhile: a thousand feeds take 3.3 s of processor
/// so, 3.8 s by 1,024 at a time and 7.6 s by 64, most of the difference for merging what was written in small pieces.
const SLICE: u32 = 2048;
/// How often the thread that indexes holds the library: itself and with its turn.
const OWN: usize = 2;
/// Whoever types must not wait longer for what was found until then.
const PATIENCE: Duration = Duration::from_millis(300);
/// Results in one answer.
const MOST: u32 = 200;

impl Reader {
    /// Looks for articles of the ticker and saved ones. Nothing that can be typed is an error, and neither a round of checks
    /// nor a write is waited for.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn search(&self, query: &str, limit: u32, order: SearchOrder) -> Result<SearchResults> {
        self.search_below(query, limit, order, None)
    }

    /// As [`Reader::search`]; newest first it goes on where an answer ended, below its `next`.
    ///
    /// # Errors
    /// As [`Reader::search`].
    pub fn search_below(
        &self,
        query: &str,
        limit: u32,
        order: SearchOrder,
        below: Option<ArticleId>,
    ) -> Result<SearchResults> {
        let limit = if limit == 0 { MOST } else { limit.min(MOST) };
        let options = SearchOptions { limit, order, below, patience: PATIENCE, plain: &plain_text };
        let results = self.store().search(query, &options)?;
        if results.unindexed > 0 {
            self.index_behind();
        }
        Ok(results)
    }

    /// Indexes everything that is not searchable yet.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn index_all(&self) -> Result<()> {
        self.index_telling(&|_, _| {})
    }

    /// As [`Reader::index_all`]; `tell` learns after each slice how many articles of how many are done.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn index_telling(&self, tell: &dyn Fn(u64, u64)) -> Result<()> {
        if self.read_only().is_some() {
            return Ok(());
        }
        let (all, mut done) = (self.store().unindexed()?, 0);
        let mut is_more = all > 0;
        while is_more {
            let slice = self.store().index_slice(SLICE, &plain_text)?;
            (done, is_more) = (done + slice.done, slice.is_more);
            tell(done, done.max(all));
        }
        self.store().learn_what_articles_share()?;
        Ok(())
    }

    /// Begins to index what is not searchable yet, on a thread that ends when it is done. What fails is tried again at the
    /// next change.
    pub(crate) fn index_behind(&self) {
        if self.read_only().is_some() {
            return;
        }
        let Some(busy) = Busy::begin(self, |inner| &inner.indexing) else { return };
        // Where no thread can be had, the turn is let go with what was to run on it.
        let _ = thread::Builder::new().name("search index".into()).spawn(move || {
            let reader = busy.reader().clone();
            let is_done = index_in_slices(&busy);
            drop(busy);
            // Whoever changed something since the last slice found the turn taken.
            if is_done && reader.store().unindexed().is_ok_and(|left| left > 0) {
                reader.index_behind();
            }
        });
    }
}

/// False where it ended before everything was indexed.
fn index_in_slices(busy: &Busy) -> bool {
    let reader = busy.reader();
    loop {
        let began = Instant::now();
        match reader.store().index_slice(SLICE, &plain_text) {
            Ok(slice) if !slice.is_more => {
                // Later articles are packed the better for it; that it fails is no loss.
                let _ = reader.store().learn_what_articles_share();
                return true;
            }
            Err(_) => return false,
            Ok(_) if is_last(reader) => return false,
            // As long a rest as the work took: others want the disk and the processor too.
            Ok(_) => thread::sleep(began.elapsed()),
        }
    }
}

/// True where nobody but this work holds the library.
fn is_last(reader: &Reader) -> bool {
    Arc::strong_count(&reader.inner) <= OWN
}
