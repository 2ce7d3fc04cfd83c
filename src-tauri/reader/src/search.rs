//! Search, and the index that is kept up behind.

use crate::{Reader, error::Result};
use std::{sync::atomic::Ordering, thread, time::Instant};
use stoppress_feeds::plain_text;
use stoppress_model::{SearchOrder, SearchResults};
use stoppress_store::SearchOptions;

/// Articles indexed in one transaction: a reader's action waits for no more than a few milliseconds.
const SLICE: u32 = 64;
/// Results in one answer.
const MOST: u32 = 200;

impl Reader {
    /// Looks for articles of the ticker and saved ones. Nothing that can be typed is an error, and neither a round of checks
    /// nor a write is waited for.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn search(&self, query: &str, limit: u32, order: SearchOrder) -> Result<SearchResults> {
        let limit = if limit == 0 { MOST } else { limit.min(MOST) };
        let results = self.store().search(query, &SearchOptions { limit, order, plain: &plain_text })?;
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
        if self.read_only().is_some() {
            return Ok(());
        }
        while self.store().unindexed()? > 0 {
            self.store().index_slice(SLICE, &plain_text)?;
        }
        Ok(())
    }

    /// Begins to index what is not searchable yet, on a thread that ends when it is done. What fails is tried again at the
    /// next change.
    pub(crate) fn index_behind(&self) {
        if self.read_only().is_some() || self.inner.indexing.swap(true, Ordering::SeqCst) {
            return;
        }
        let reader = self.clone();
        let begun = thread::Builder::new().name("search index".into()).spawn(move || {
            loop {
                let began = Instant::now();
                let left = reader.store().index_slice(SLICE, &plain_text).unwrap_or(0);
                if left == 0 || std::sync::Arc::strong_count(&reader.inner) == 1 {
                    break;
                }
                // As long a rest as the work took: others want the disk and the processor too.
                thread::sleep(began.elapsed());
            }
            reader.inner.indexing.store(false, Ordering::SeqCst);
        });
        if begun.is_err() {
            self.inner.indexing.store(false, Ordering::SeqCst);
        }
    }
}
