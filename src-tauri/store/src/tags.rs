//! The reader's tags on saved articles.

use crate::{
    Result, Store, StoreError,
    columns::text,
    undo::{Entry, remember_values},
};
use rusqlite::{OptionalExtension, Transaction, params};
use stoppress_model::{ArticleId, PlainText, Timestamp};

/// Tags of one article.
const MOST_TAGS: i64 = 64;
const TOO_MANY: &str = "A story can have 64 tags. Nothing was changed.";
/// Bytes of one tag.
const TAG_BYTES: usize = 128;

impl Store {
    /// Replaces the tags of a saved article and returns them as they are kept: cleaned, each once, in alphabetical order.
    ///
    /// # Errors
    /// `NotFound` where it is not saved, `Unusable` for more than 64 tags; then it keeps those that it has.
    pub fn set_tags(&self, id: ArticleId, tags: &[String]) -> Result<Vec<PlainText>> {
        self.retag(id, tags, None)
    }

    /// As [`Store::set_tags`]; it can be undone.
    ///
    /// # Errors
    /// As [`Store::set_tags`].
    pub fn set_tags_at(&self, id: ArticleId, tags: &[String], now: Timestamp) -> Result<Vec<PlainText>> {
        self.retag(id, tags, Some(now))
    }

    fn retag(&self, id: ArticleId, tags: &[String], journalled: Option<Timestamp>) -> Result<Vec<PlainText>> {
        self.write_user(|transaction| {
            let saved: Option<i64> = transaction
                .query_row("SELECT 1 FROM saved WHERE article_id = ?1 AND removed_at IS NULL", [id.0], |row| row.get(0))
                .optional()?;
            saved.ok_or(StoreError::NotFound("this saved article"))?;
            let before = tags_now(transaction, id.0)?;
            transaction.execute("DELETE FROM saved_tags WHERE article_id = ?1", [id.0])?;
            let (_, left_out) = add_tags(transaction, id.0, tags)?;
            if left_out > 0 {
                return Err(StoreError::Unusable(TOO_MANY));
            }
            if let Some(now) = journalled.filter(|_| tags_now(transaction, id.0).is_ok_and(|after| after != before)) {
                let before =
                    serde_json::to_string(&[before]).map_err(|error| StoreError::Damaged(error.to_string()))?;
                remember_values(transaction, now, "set_tags", &[id.0], Some(&before))?;
            }
            Ok(())
        })?;
        self.tags_of(id)
    }

    /// The tags of an article.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn tags_of(&self, id: ArticleId) -> Result<Vec<PlainText>> {
        let connection = self.read()?;
        let mut statement =
            connection.prepare_cached("SELECT tag FROM saved_tags WHERE article_id = ?1 ORDER BY tag")?;
        let tags = statement
            .query_map([id.0], |row| Ok(PlainText::new(&text(row, 0)?, TAG_BYTES)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(tags)
    }

    /// Articles that are marked as readable without a network because they were packed.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn packed_articles(&self) -> Result<Vec<ArticleId>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached("SELECT article_id FROM status WHERE packed = 1")?;
        let ids = statement.query_map([], |row| row.get(0).map(ArticleId))?.collect::<rusqlite::Result<_>>()?;
        Ok(ids)
    }

    /// Marks articles whose text and images are here without a network, or no longer are.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn note_packed(&self, id: ArticleId, packed: bool) -> Result<()> {
        self.write_feed(|transaction| {
            transaction.execute(
                "UPDATE status SET packed = ?2 WHERE article_id = ?1 AND packed <> ?2",
                params![id.0, packed],
            )?;
            Ok(())
        })
    }
}

/// Adds tags to those of a saved article, as far as there is room; answers how many it had not, and how many found none.
pub(crate) fn add_tags(transaction: &Transaction<'_>, id: i64, tags: &[impl ToString]) -> Result<(usize, usize)> {
    let (mut added, mut left_out) = (0, 0);
    for tag in tags.iter().map(|tag| PlainText::new(&tag.to_string(), TAG_BYTES)).filter(|tag| !tag.is_empty()) {
        let (has_it, count): (bool, i64) = transaction
            .prepare_cached("SELECT coalesce(sum(tag = ?2), 0), count(*) FROM saved_tags WHERE article_id = ?1")?
            .query_row(params![id, tag.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        match (has_it, count < MOST_TAGS) {
            (true, _) => {}
            (false, false) => left_out += 1,
            (false, true) => {
                transaction
                    .prepare_cached("INSERT INTO saved_tags (article_id, tag) VALUES (?1, ?2)")?
                    .execute(params![id, tag.as_str()])?;
                added += 1;
            }
        }
    }
    Ok((added, left_out))
}

pub(crate) fn tags_now(transaction: &Transaction<'_>, id: i64) -> Result<Vec<String>> {
    let mut statement = transaction.prepare_cached("SELECT tag FROM saved_tags WHERE article_id = ?1 ORDER BY tag")?;
    let tags = statement.query_map([id], |row| text(row, 0))?.collect::<rusqlite::Result<_>>()?;
    Ok(tags)
}

/// The tags of the articles of an entry, as its `before` has them.
pub(crate) fn values_now(transaction: &Transaction<'_>, entry: &Entry<'_>) -> Result<String> {
    let tags = entry.ids.iter().map(|id| tags_now(transaction, *id)).collect::<Result<Vec<_>>>()?;
    serde_json::to_string(&tags).map_err(|error| StoreError::Damaged(error.to_string()))
}

/// Puts the tags back that stood there before.
pub(crate) fn put_back(transaction: &Transaction<'_>, entry: &Entry<'_>) -> Result<()> {
    let before: Vec<Vec<String>> =
        serde_json::from_str(entry.before).map_err(|error| StoreError::Damaged(error.to_string()))?;
    for (id, tags) in entry.ids.iter().zip(before) {
        transaction.execute("DELETE FROM saved_tags WHERE article_id = ?1", [id])?;
        for tag in tags {
            transaction
                .prepare_cached(
                    "INSERT OR IGNORE INTO saved_tags (article_id, tag)
                     SELECT article_id, ?2 FROM saved WHERE article_id = ?1",
                )?
                .execute(params![id, tag])?;
        }
    }
    Ok(())
}
