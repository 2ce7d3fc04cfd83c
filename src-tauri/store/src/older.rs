//! Articles from before a feed was followed: where they are, as its publisher says, and what comes of them when the reader asks.

use crate::{
    FeedChanges, NewArticle, Result, Store, StoreError,
    articles::{self, known},
    mutes::Muting,
};
use rusqlite::{OptionalExtension, Transaction, params};
use stoppress_model::{FeedId, Timestamp};

/// A page of older articles, as it was read.
#[derive(Clone, Debug)]
pub struct OlderPage {
    /// The feed.
    pub feed: FeedId,
    /// Its address when it was asked for: in a library that was put in this one's place meanwhile, its id is another feed's.
    pub feed_url: String,
    /// When it was asked for.
    pub at: Timestamp,
    /// The address that was asked, as [`Store::older_address`] gave it.
    pub url: String,
    /// Where the page itself says that still older ones are.
    pub next: Option<String>,
    /// In the order of the page.
    pub articles: Vec<NewArticle>,
}

impl Store {
    /// Where the next older articles of a feed are; `None` = its publisher offers none, or all of them were asked for.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn older_address(&self, feed: FeedId) -> Result<Option<String>> {
        let address: Option<Option<String>> = self
            .read()?
            .prepare_cached("SELECT next FROM older WHERE feed_id = ?1")?
            .query_row([feed.0], |row| row.get(0))
            .optional()?;
        Ok(address.flatten())
    }

    /// Stores what was not known of a page of older articles: read, at the time that it was published, also where it went by its
    /// age before. What is known stays as it is. The way goes on where the page says so, ends with a page that was read before or
    /// holds nothing, and all of this is one transaction.
    ///
    /// # Errors
    /// `NotFound` where the feed is not followed any more, or not at the address that it had; then nothing is stored.
    pub fn ingest_older(&self, page: &OlderPage) -> Result<FeedChanges> {
        let mut packed = self.pack_every(&page.articles)?;
        self.write_feed(|transaction| {
            packed.believe(transaction)?;
            let url = followed(transaction, page)?;
            let muting = Muting::at(transaction, page.at)?;
            let oldest: Option<i64> = transaction.query_row(
                "SELECT min(ticker_at) FROM status WHERE feed_id = ?1 AND hidden = 0",
                [page.feed.0],
                |row| row.get(0),
            )?;
            let times = articles::times_of_old(&page.articles, oldest, page.at);
            let mut changes = FeedChanges::default();
            for (position, article) in page.articles.iter().enumerate().rev() {
                if known(transaction, page.feed, &article.key)?.is_some() {
                    continue;
                }
                // The reader asks for it: what made room once may come back.
                transaction
                    .prepare_cached("DELETE FROM tombstones WHERE feed_id = ?1 AND key = ?2")?
                    .execute(params![page.feed.0, article.key])?;
                let muted = muting.holds(page.feed, &article.content);
                let record = packed.take(0, position, article)?;
                articles::insert_old(transaction, page.feed, article, &record, (times[position], page.at, muted))?;
                changes.new += 1;
            }
            go_on(transaction, page, &url)?;
            Ok(changes)
        })
    }

    /// Ends the way to older articles of a feed: there is nothing at `address`, which [`Store::older_address`] gave.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn end_older(&self, feed: FeedId, address: &str) -> Result<()> {
        self.write_feed(|transaction| {
            transaction.execute(
                "UPDATE older SET next = NULL, begun = 1 WHERE feed_id = ?1 AND next = ?2",
                params![feed.0, address],
            )?;
            Ok(())
        })
    }
}

/// Notes where a feed itself says that its older articles are. A reader who is on the way already stays there.
pub(crate) fn note(transaction: &Transaction<'_>, feed: FeedId, address: Option<&str>) -> Result<()> {
    match address {
        Some(address) => transaction
            .prepare_cached(
                "INSERT INTO older (feed_id, next) VALUES (?1, ?2)
                 ON CONFLICT (feed_id) DO UPDATE SET next = ?2 WHERE begun = 0 AND next IS NOT ?2",
            )?
            .execute(params![feed.0, address])?,
        None => transaction.prepare_cached("DELETE FROM older WHERE feed_id = ?1 AND begun = 0")?.execute([feed.0])?,
    };
    Ok(())
}

/// The way begins anew, because the feed has another address.
pub(crate) fn forget(transaction: &Transaction<'_>, feed: FeedId) -> Result<()> {
    transaction.execute("DELETE FROM older WHERE feed_id = ?1", [feed.0])?;
    transaction.execute("DELETE FROM older_read WHERE feed_id = ?1", [feed.0])?;
    Ok(())
}

/// The address of a followed feed that is the one that was asked.
fn followed(transaction: &Transaction<'_>, page: &OlderPage) -> Result<String> {
    transaction
        .query_row(
            "SELECT url FROM feeds WHERE id = ?1 AND url = ?2 AND unfollowed_at IS NULL",
            params![page.feed.0, page.feed_url],
            |row| row.get(0),
        )
        .optional()?
        .ok_or(StoreError::NotFound("this feed"))
}

fn go_on(transaction: &Transaction<'_>, page: &OlderPage, feed_url: &str) -> Result<()> {
    transaction
        .execute("INSERT OR IGNORE INTO older_read (feed_id, url) VALUES (?1, ?2)", params![page.feed.0, page.url])?;
    let seen: bool = transaction.query_row(
        "SELECT EXISTS (SELECT 1 FROM older_read WHERE feed_id = ?1 AND url = ?2)",
        params![page.feed.0, page.next],
        |row| row.get(0),
    )?;
    let next = page.next.as_deref().filter(|next| !seen && *next != feed_url && !page.articles.is_empty());
    transaction.execute("UPDATE older SET next = ?2, begun = 1 WHERE feed_id = ?1", params![page.feed.0, next])?;
    Ok(())
}
