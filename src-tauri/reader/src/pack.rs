//! Packing for a journey: the unread articles, newest first, with their full texts and images, within a budget; at the end
//! each is looked at as it would be read without a network.

use crate::{
    Reader,
    error::{DAMAGED_STORY, ReaderError, Result},
    images::image_key,
    page::images_of,
};
use std::sync::atomic::Ordering;
use stoppress_model::{ArticleId, Notice, PackFailure, Packed, TickerQuery, TickerRow};
use stoppress_store::WantedText;

/// Articles packed where the reader names no number.
const NEWEST: u32 = 200;
/// Megabytes where the reader names no budget.
const BUDGET_MB: u32 = 200;

impl Reader {
    /// Makes the newest unread articles readable without a network, within a budget in megabytes. Progress arrives as
    /// notices. What could not be had is listed with its reason.
    ///
    /// # Errors
    /// `Busy` where it runs already; `Offline` where nothing can be reached; `Store` where the profile cannot be written.
    pub async fn pack(&self, newest: Option<u32>, budget_mb: Option<u32>) -> Result<Packed> {
        let _one = self.inner.packing.try_lock().map_err(|_| ReaderError::Busy)?;
        self.inner.pack_cancelled.store(false, Ordering::SeqCst);
        if self.probe().await? == Some(false) {
            let sentence = "There is no connection, so nothing can be packed. What is here can be read.";
            return Err(ReaderError::Offline(sentence.into()));
        }
        let limit = newest.filter(|number| *number > 0).unwrap_or(NEWEST);
        let budget = u64::from(budget_mb.unwrap_or(BUDGET_MB)) << 20;
        let rows = self.store().ticker(&TickerQuery { limit, unread: true, ..TickerQuery::default() })?.rows;
        let mut packed = Packed::default();
        let mut tried = Vec::with_capacity(rows.len());
        for (number, row) in rows.iter().enumerate() {
            if self.inner.pack_cancelled.load(Ordering::SeqCst) {
                packed.cancelled = true;
                break;
            }
            if packed.bytes >= budget {
                packed.budget_reached = true;
                break;
            }
            match self.pack_one(row).await {
                Ok(bytes) => {
                    packed.bytes += bytes;
                    tried.push(row);
                }
                Err(error) if error.is_of_one_story() => {
                    packed.failed.push(failure(row.id, row, DAMAGED_STORY.into()));
                }
                Err(error) => return Err(error),
            }
            self.announce(Notice::PackProgress { done: number as u64 + 1, total: rows.len() as u64 });
        }
        for row in tried {
            self.verify(row, &mut packed).await?;
        }
        Ok(packed)
    }

    /// Ends packing after the article under way; what is packed stays.
    pub fn cancel_pack(&self) {
        self.inner.pack_cancelled.store(true, Ordering::SeqCst);
    }

    /// Fetches what is missing of one article and returns its bytes.
    async fn pack_one(&self, row: &TickerRow) -> Result<u64> {
        let record = self.record(row.id)?;
        if record.full.is_none()
            && (record.truncated || record.content.html.trim().is_empty())
            && let Some(url) = row.url.clone()
        {
            let wanted = WantedText { id: row.id, feed: row.feed_id, url, typed_origin: record.typed_origin };
            if let Ok(found) = self.fetch_text(&wanted).await? {
                self.store().keep_full_text(row.id, &found, self.now())?;
            }
        }
        let record = self.record(row.id)?;
        let (typed_origin, mut bytes) = (record.typed_origin.clone(), record.content.html.len() as u64);
        let urls = images(record).await?;
        for url in urls {
            // What fails here is found and named when all is looked at.
            if let Ok(image) = self.cached_or_fetched(&url, typed_origin.clone()).await {
                bytes += image.bytes.len() as u64;
            }
        }
        Ok(bytes)
    }

    /// Looks at an article as it would be read with the network refused: nothing is asked for in here.
    async fn verify(&self, row: &TickerRow, packed: &mut Packed) -> Result<()> {
        let record = self.record(row.id)?;
        let has_text = !self.article(row.id)?.text.trim().is_empty();
        let mut missing = 0;
        for url in images(record).await? {
            if self.stored_image(&image_key(&url)).is_none() {
                missing += 1;
            }
        }
        self.store().note_packed(row.id, has_text && missing == 0)?;
        let reason = match (has_text, missing) {
            (false, _) => Some("There is no text, only the headline.".to_owned()),
            (true, 0) => None,
            (true, 1) => Some("1 picture could not be fetched.".to_owned()),
            (true, missing) => Some(format!("{missing} pictures could not be fetched.")),
        };
        packed.articles += u64::from(has_text);
        packed.complete += u64::from(reason.is_none());
        packed.failed.extend(reason.map(|reason| failure(row.id, row, reason)));
        Ok(())
    }
}

fn failure(id: ArticleId, row: &TickerRow, reason: String) -> PackFailure {
    PackFailure { id, title: row.title.clone(), reason }
}

async fn images(record: stoppress_store::ArticleRecord) -> Result<Vec<String>> {
    tokio::task::spawn_blocking(move || images_of(&record))
        .await
        .map_err(|error| ReaderError::Internal(error.to_string()))
}
