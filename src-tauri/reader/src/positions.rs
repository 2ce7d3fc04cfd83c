//! Where the reader was, in an article and in the window, so that opening it again goes on from there.

use crate::{
    Reader,
    error::{ReaderError, Result},
};
use std::collections::{BTreeMap, BTreeSet};
use stoppress_model::{ArticleId, FeedId, FirstPicture, TickerQuery};

impl Reader {
    /// Remembers how far the reader is in an article, from 0 (its beginning) to 1. Kept with a saved article for ever, with
    /// another one as long as it is in the ticker.
    ///
    /// # Errors
    /// `BadRequest` for what is no place between 0 and 1; `Store` where the profile cannot be written.
    pub fn set_position(&self, id: ArticleId, position: f64) -> Result<()> {
        if !(0.0..=1.0).contains(&position) {
            return Err(ReaderError::BadRequest("A place in an article is between 0 and 1.".into()));
        }
        Ok(self.store().set_position(id, position)?)
    }

    /// What the window remembers of itself in this profile, by name.
    ///
    /// # Errors
    /// `Store` where the library cannot be read.
    pub fn remembered(&self) -> Result<BTreeMap<String, String>> {
        Ok(self.store().remembered()?)
    }

    /// What the window needs to draw its first picture, with so many of the newest rows.
    ///
    /// # Errors
    /// `Store` where the library cannot be read; where only the rows cannot, they are left out.
    pub fn first_picture(&self, rows: u32) -> Result<FirstPicture> {
        let ticker = self.ticker(&TickerQuery { limit: rows, ..TickerQuery::default() }).ok();
        let shown: BTreeSet<FeedId> = ticker.iter().flat_map(|page| &page.rows).map(|row| row.feed_id).collect();
        let feeds = self.feeds()?.into_iter().filter(|feed| shown.contains(&feed.id));
        Ok(FirstPicture {
            remembered: self.remembered()?,
            settings: self.settings()?,
            status: self.status()?,
            stories: feeds.map(|feed| (feed.id, feed.articles)).collect(),
            ticker,
        })
    }

    /// Remembers something of the window itself: at most 64 names of 64 bytes with 4 KiB each.
    ///
    /// # Errors
    /// `Store` for more than that, or where the profile cannot be written.
    pub fn remember(&self, name: &str, value: &str) -> Result<()> {
        Ok(self.store().remember(name, value)?)
    }
}
