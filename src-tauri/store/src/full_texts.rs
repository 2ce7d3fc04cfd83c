//! Full texts: what a publisher's page gives beyond the feed, and for which articles it is wanted.

use crate::{
    Result, Store, StoreError,
    record::{FullText, pack, unpack},
};
use rusqlite::{OptionalExtension, params};
use stoppress_model::{ArticleId, FeedId, TextMode, Timestamp};

/// The outcome of looking for a full text.
#[derive(Clone, Debug, PartialEq)]
pub enum FullTextResult {
    /// The page gives more than the feed.
    Found(FullText),
    /// It does not, or it could not be read: one sentence.
    None(String),
}

/// An article whose full text should be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedText {
    /// The article.
    pub id: ArticleId,
    /// Its feed.
    pub feed: FeedId,
    /// The page.
    pub url: String,
    /// The origin the reader typed for the feed.
    pub typed_origin: Option<String>,
}

impl Store {
    /// What is known of an article's full text; `None` = nobody has looked.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn full_text(&self, id: ArticleId) -> Result<Option<FullTextResult>> {
        let connection = self.read()?;
        let found: Option<(Option<Vec<u8>>, Option<String>)> = connection
            .prepare_cached(
                "SELECT full_record, full_note FROM saved
                   WHERE article_id = ?1 AND removed_at IS NULL AND (full_record IS NOT NULL OR full_note IS NOT NULL)
                 UNION ALL SELECT record, note FROM full_texts WHERE article_id = ?1 LIMIT 1",
            )?
            .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        match found {
            None => Ok(None),
            Some((Some(bytes), _)) => Ok(Some(FullTextResult::Found(unpack(&bytes)?))),
            Some((None, note)) => Ok(Some(FullTextResult::None(note.unwrap_or_default()))),
        }
    }

    /// Keeps what was found, also beside the saved copy where there is one without a full text. A text that is here is never
    /// replaced by the failure to fetch it again.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn keep_full_text(&self, id: ArticleId, found: &FullTextResult, now: Timestamp) -> Result<()> {
        let (record, note) = match found {
            FullTextResult::Found(text) => (Some(pack(text)?), None),
            FullTextResult::None(note) => (None, Some(note)),
        };
        self.write_user(|transaction| {
            transaction.execute(
                "INSERT INTO full_texts (article_id, record, note, fetched_at)
                 SELECT id, ?2, ?3, ?4 FROM articles WHERE id = ?1
                 ON CONFLICT (article_id) DO UPDATE SET record = coalesce(?2, record),
                   note = iif(coalesce(?2, record) IS NULL, ?3, NULL), fetched_at = ?4",
                params![id.0, record, note, now.0],
            )?;
            transaction.execute(
                "UPDATE saved SET full_record = coalesce(full_record, ?2),
                   full_note = iif(coalesce(full_record, ?2) IS NULL, ?3, NULL) WHERE article_id = ?1",
                params![id.0, record, note],
            )?;
            Ok(())
        })
    }

    /// The reader's choice for a feed.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn set_text_mode(&self, feed: FeedId, mode: TextMode) -> Result<()> {
        self.write_user(|transaction| {
            let changed = transaction
                .execute("UPDATE feeds SET text_mode = ?2 WHERE id = ?1", params![feed.0, mode_name(mode)])?;
            if changed == 1 { Ok(()) } else { Err(StoreError::NotFound("this feed")) }
        })
    }

    /// What was measured: whether a feed gives only the beginnings of its articles.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn note_truncated(&self, feed: FeedId, truncated: bool) -> Result<()> {
        self.write_feed(|transaction| {
            transaction.execute("UPDATE feeds SET truncated = ?2 WHERE id = ?1", params![feed.0, truncated])?;
            Ok(())
        })
    }

    /// Followed feeds of which nobody knows yet whether they are truncated.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn unmeasured_feeds(&self) -> Result<Vec<FeedId>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(
            "SELECT f.id FROM feeds f JOIN counts c ON c.feed_id = f.id
             WHERE f.unfollowed_at IS NULL AND f.truncated IS NULL AND f.text_mode = 'auto' AND c.total > 0 ORDER BY f.id",
        )?;
        let feeds = statement.query_map([], |row| row.get(0).map(FeedId))?.collect::<rusqlite::Result<_>>()?;
        Ok(feeds)
    }

    /// Feeds whose articles are wanted in full: by the reader's choice, or measured as truncated.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn feeds_in_full(&self) -> Result<Vec<FeedId>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(
            "SELECT id FROM feeds WHERE unfollowed_at IS NULL
               AND (text_mode = 'full' OR (text_mode = 'auto' AND truncated = 1)) ORDER BY id",
        )?;
        let feeds = statement.query_map([], |row| row.get(0).map(FeedId))?.collect::<rusqlite::Result<_>>()?;
        Ok(feeds)
    }

    /// The newest articles of a feed that nobody has looked for in full yet; with `unread_only`, of the unread ones.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn wanted_texts(&self, feed: FeedId, most: u32, unread_only: bool) -> Result<Vec<WantedText>> {
        let connection = self.read()?;
        // The newest hundred bound the walk: nobody waits for the full text of an article of last year.
        let mut statement = connection.prepare_cached(
            "SELECT a.id, a.url, f.typed_origin FROM
               (SELECT article_id, read FROM status WHERE feed_id = ?1 AND hidden = 0
                ORDER BY ticker_at DESC, article_id DESC LIMIT 100) s
             JOIN articles a ON a.id = s.article_id JOIN feeds f ON f.id = a.feed_id
             LEFT JOIN full_texts t ON t.article_id = a.id
             WHERE t.article_id IS NULL AND a.url IS NOT NULL AND (s.read = 0 OR NOT ?3) LIMIT ?2",
        )?;
        let wanted = statement
            .query_map(params![feed.0, most, unread_only], |row| {
                Ok(WantedText { id: ArticleId(row.get(0)?), feed, url: row.get(1)?, typed_origin: row.get(2)? })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(wanted)
    }
}

pub(crate) fn mode_name(mode: TextMode) -> &'static str {
    match mode {
        TextMode::Auto => "auto",
        TextMode::Feed => "feed",
        TextMode::Full => "full",
    }
}

pub(crate) fn mode_from(name: &str) -> TextMode {
    match name {
        "feed" => TextMode::Feed,
        "full" => TextMode::Full,
        _ => TextMode::Auto,
    }
}
