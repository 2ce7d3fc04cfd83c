//! Saved articles: copies that no feed, cleaner or unfollow can take away.

use crate::{
    ArticleContent, ArticleRecord, Result, Store, StoreError,
    articles::direction_column,
    columns::{text, text_or_none},
    record::direction_name,
    retention::{believes, is_due},
    undo::{self, KEPT},
};
use rusqlite::{OptionalExtension, Row, Transaction, params};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use stoppress_model::{ArticleId, FeedId, PlainText, SaveState, SavedArticle, Timestamp};

/// A saved article whose images are still to be fetched.
#[derive(Clone, Debug)]
pub struct PendingSave {
    /// The article.
    pub id: ArticleId,
    /// What is kept of it.
    pub content: ArticleContent,
    /// The origin the reader typed for its feed, which may be private.
    pub typed_origin: Option<String>,
    /// How often it was tried.
    pub attempts: u32,
    /// True where the full text is wanted and not here yet.
    pub wants_full: bool,
    /// True where there is no text but that of the page.
    pub from_page: bool,
    /// What is known of the full text.
    pub full: Option<crate::FullTextResult>,
}

/// One image of a saved article, fetched or not.
#[derive(Clone, Debug)]
pub struct SavedImageResult {
    /// SHA-256 of the address, 64 hex digits, as in `media:` addresses.
    pub url_key: String,
    /// The address.
    pub url: String,
    /// The bytes, or why there are none.
    pub image: std::result::Result<SavedImage, String>,
}

/// Bytes of an image and what they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedImage {
    /// SHA-256 of the bytes.
    pub hash: Vec<u8>,
    /// MIME type by their first bytes.
    pub mime: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl SavedImage {
    /// Whether the bytes are those that were stored.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        Sha256::digest(&self.bytes).as_slice() == self.hash
    }
}

const LIST: &str =
    "SELECT article_id, title, url, feed_id, feed_title, saved_at, state, reason, missing_images, bytes, read,
  language, direction, (SELECT json_group_array(tag) FROM (SELECT tag FROM saved_tags t WHERE t.article_id = saved.article_id
    ORDER BY tag)), icon, published, words FROM saved WHERE removed_at IS NULL";

/// Number, bytes, and how many are not complete.
const TOTALS: &str = "SELECT count(*), coalesce(sum(bytes), 0), coalesce(sum(state <> 'complete'), 0) FROM saved
  WHERE removed_at IS NULL";

/// What a saved article takes, of its row.
pub(crate) const BYTES: &str =
    "length(record) + coalesce(length(full_record), 0) + coalesce(length(comments_record), 0)
  + (SELECT coalesce(sum(length(i.bytes)), 0) FROM saved_images i
     WHERE i.hash IN (SELECT hash FROM saved_refs r WHERE r.article_id = saved.article_id))";

/// What the upkeep is called that forgets.
const TIDIED: &str = "tidied";

impl Store {
    /// Keeps the wish and the text that is here, before any network is touched: a crash cannot lose it.
    /// An article that is saved already stays as it is; one that was unsaved comes back as it was.
    ///
    /// # Errors
    /// `NotFound` where the article is not in the library.
    pub fn save_wish(&self, id: ArticleId, now: Timestamp) -> Result<SaveState> {
        let known = self.saved_state(id)?;
        if let Some(state) = known {
            return Ok(state);
        }
        let record = match self.article(id) {
            Ok(record) => Some(record),
            Err(StoreError::NotFound(_)) => None,
            Err(other) => return Err(other),
        };
        self.write_user(|transaction| {
            if !bring_back(transaction, id, now, now)? {
                let record = record.as_ref().ok_or(StoreError::NotFound("this article"))?;
                copy_article(transaction, record, now, now)?;
            }
            undo::remember(transaction, now, "save_article", &[id.0])?;
            Ok(state_from(
                &transaction.query_row("SELECT state FROM saved WHERE article_id = ?1", [id.0], |row| {
                    row.get::<_, String>(0)
                })?,
            ))
        })
    }

    /// Keeps the wish to save a page that no followed feed brought: its address now, its text when it was fetched. A page
    /// that is saved already, or was unsaved, is the same article again.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn save_page_wish(&self, url: &str, site: &str, now: Timestamp) -> Result<ArticleId> {
        let known: Option<i64> = self
            .read()?
            .query_row(
                "SELECT article_id FROM saved WHERE url = ?1
                 UNION ALL SELECT a.id FROM articles a CROSS JOIN status s ON s.article_id = a.id
                   WHERE a.url = ?1 AND s.hidden = 0 LIMIT 1",
                [url],
                |row| row.get(0),
            )
            .optional()?;
        if let Some(id) = known.map(ArticleId) {
            self.save_wish(id, now)?;
            return Ok(id);
        }
        let content =
            ArticleContent { title: PlainText::new(url, 1024), url: Some(url.to_owned()), ..ArticleContent::default() };
        let packed = content.pack()?;
        self.write_user(|transaction| {
            let id = next_article_id(transaction)?;
            transaction.execute(
                "INSERT INTO saved (article_id, feed_id, feed_title, title, url, record, read, saved_at, state, bytes,
                   next_try, from_page)
                 VALUES (?1, 0, ?2, ?3, ?3, ?4, 0, ?5, 'waiting', ?6, ?5, 1)",
                params![id, site, url, packed, now.0, packed.len() as i64],
            )?;
            undo::remember(transaction, now, "save_article", &[id])?;
            Ok(ArticleId(id))
        })
    }

    /// Gives a page that was saved by its address the headline, language and site that its text brought. A headline that came
    /// with a list stays: it may be the reader's own.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn name_saved_page(&self, id: ArticleId, text: &crate::FullText) -> Result<()> {
        self.write_user(|transaction| {
            transaction.execute(
                "UPDATE saved SET title = iif(?2 = '' OR title NOT IN ('', coalesce(url, '')), title, ?2), language = ?3, direction = ?4,
                   feed_title = coalesce(?5, feed_title) WHERE article_id = ?1 AND from_page = 1",
                params![
                    id.0,
                    text.title.as_str(),
                    text.language,
                    direction_name(text.direction),
                    text.site.as_ref().map(PlainText::as_str)
                ],
            )?;
            Ok(())
        })
    }

    /// Takes an article out of the saved ones; its bytes go 30 days later.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn unsave(&self, id: ArticleId, now: Timestamp) -> Result<bool> {
        self.write_user(|transaction| {
            if self_saved_state(transaction, id)?.is_none() {
                return Ok(false);
            }
            set_removed(transaction, id, Some(now))?;
            undo::remember(transaction, now, "unsave_article", &[id.0])?;
            Ok(true)
        })
    }

    /// How far saving an article got; `None` = it is not saved.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn saved_state(&self, id: ArticleId) -> Result<Option<SaveState>> {
        self_saved_state(&*self.read()?, id)
    }

    /// Saved articles, the last saved first.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn saved(&self) -> Result<Vec<SavedArticle>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(&list_sql())?;
        let rows = statement.query_map([], saved_from)?.collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    /// Saved articles that saving should go on with at `now`, the oldest wish first.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn pending_saves(&self, now: Timestamp) -> Result<Vec<ArticleId>> {
        let connection = self.read()?;
        // The plus keeps SQLite on the index of what waits: few do.
        let mut statement = connection.prepare_cached(
            "SELECT article_id FROM saved WHERE +removed_at IS NULL AND imported = 0 AND next_try <= ?1
             ORDER BY saved_at, article_id",
        )?;
        let ids = statement.query_map([now.0], |row| row.get(0).map(ArticleId))?.collect::<rusqlite::Result<_>>()?;
        Ok(ids)
    }

    /// What saving needs to go on with one article; marks it as being saved.
    ///
    /// # Errors
    /// `NotFound` where it is not saved.
    pub fn begin_save(&self, id: ArticleId) -> Result<PendingSave> {
        self.write_user(|transaction| {
            let found: Option<(Vec<u8>, PendingSave)> = transaction
                .query_row(
                    "SELECT s.record, s.attempts, f.typed_origin, s.from_page,
                            s.full_record IS NULL AND s.url IS NOT NULL AND (s.from_page OR coalesce(f.text_mode = 'full'
                              OR (f.text_mode = 'auto' AND f.truncated = 1), 0))
                     FROM saved s LEFT JOIN feeds f ON f.id = s.feed_id
                     WHERE s.article_id = ?1 AND s.removed_at IS NULL",
                    [id.0],
                    |row| {
                        let pending = PendingSave {
                            id,
                            content: ArticleContent::default(),
                            attempts: row.get(1)?,
                            typed_origin: row.get(2)?,
                            from_page: row.get(3)?,
                            wants_full: row.get(4)?,
                            full: None,
                        };
                        Ok((row.get(0)?, pending))
                    },
                )
                .optional()?;
            let (packed, pending) = found.ok_or(StoreError::NotFound("this saved article"))?;
            transaction.execute("UPDATE saved SET state = 'saving' WHERE article_id = ?1", [id.0])?;
            Ok(PendingSave { content: ArticleContent::unpack(&packed)?, ..pending })
        })
    }

    /// Images that a saved article already has.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn stored_image_keys(&self, id: ArticleId) -> Result<Vec<String>> {
        let connection = self.read()?;
        let mut statement =
            connection.prepare_cached("SELECT url_key FROM saved_refs WHERE article_id = ?1 AND hash IS NOT NULL")?;
        let keys = statement.query_map([id.0], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(keys)
    }

    /// Stores images and stamps the save, in one transaction. `next_try` is when to go on with what is missing.
    ///
    /// # Errors
    /// When the profile cannot be written; then the state stays as it was.
    pub fn finish_save(
        &self,
        id: ArticleId,
        images: &[SavedImageResult],
        state: SaveState,
        reason: Option<&str>,
        next_try: Option<Timestamp>,
    ) -> Result<()> {
        self.write_user(|transaction| {
            for result in images {
                store_image(transaction, id, result)?;
            }
            let missing: i64 = transaction.query_row(
                "SELECT count(*) FROM saved_refs WHERE article_id = ?1 AND hash IS NULL",
                [id.0],
                |row| row.get(0),
            )?;
            // Complete is what is so, not what somebody believes: two processes may go on with the same save.
            let state = match state {
                SaveState::Complete if missing > 0 => SaveState::Partial,
                SaveState::Partial if missing == 0 => SaveState::Complete,
                other => other,
            };
            transaction.execute(
                &format!(
                    "UPDATE saved SET state = ?2, reason = ?3, next_try = ?4, attempts = attempts + 1,
                       missing_images = (SELECT count(*) FROM saved_refs WHERE article_id = ?1 AND hash IS NULL),
                       bytes = {BYTES}
                     WHERE article_id = ?1 AND (state <> 'complete' OR ?2 = 'complete')"
                ),
                params![
                    id.0,
                    state_name(state),
                    reason.filter(|_| state != SaveState::Complete),
                    next_try.filter(|_| state != SaveState::Complete).map(|at| at.0)
                ],
            )?;
            Ok(())
        })
    }

    /// The image that was saved with an article, by the key of its address.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn saved_image_of(&self, id: ArticleId, url_key: &str) -> Result<Option<SavedImage>> {
        Ok(self
            .read()?
            .prepare_cached(
                "SELECT i.hash, i.mime, i.bytes FROM saved_refs r JOIN saved_images i ON i.hash = r.hash
                 WHERE r.article_id = ?1 AND r.url_key = ?2",
            )?
            .query_row(params![id.0, url_key], |row| {
                Ok(SavedImage { hash: row.get(0)?, mime: row.get(1)?, bytes: row.get(2)? })
            })
            .optional()?)
    }

    /// Of the images of a saved article those whose address another one was saved with when it was another image: their hashes, 64
    /// hex digits, by the keys of their addresses.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn images_of_its_own(&self, id: ArticleId) -> Result<HashMap<String, String>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(
            "SELECT r.url_key, lower(hex(r.hash)) FROM saved_refs r WHERE r.article_id = ?1 AND r.hash IS NOT NULL
               AND EXISTS (SELECT 1 FROM saved_refs o WHERE o.url_key = r.url_key AND o.hash <> r.hash)",
        )?;
        let own =
            statement.query_map([id.0], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        Ok(own)
    }

    /// A stored image by the key of its address, of whichever article.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn saved_image(&self, url_key: &str) -> Result<Option<SavedImage>> {
        Ok(self
            .read()?
            .prepare_cached(
                "SELECT i.hash, i.mime, i.bytes FROM saved_refs r JOIN saved_images i ON i.hash = r.hash
                 WHERE r.url_key = ?1 LIMIT 1",
            )?
            .query_row([url_key], |row| Ok(SavedImage { hash: row.get(0)?, mime: row.get(1)?, bytes: row.get(2)? }))
            .optional()?)
    }

    /// Number of saved articles, their bytes, and how many are not complete.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn saved_totals(&self) -> Result<(u64, u64, u64)> {
        Ok(self.read()?.query_row(TOTALS, [], |row| {
            let number = |column| row.get::<_, i64>(column).map(i64::unsigned_abs);
            Ok((number(0)?, number(1)?, number(2)?))
        })?)
    }

    /// The statement of [`Store::saved_totals`], for the test that pins its plan.
    #[must_use]
    pub fn totals_sql() -> &'static str {
        TOTALS
    }

    /// Forgets what was unsaved or unfollowed more than 30 days ago, and images that nothing refers to: once a day, and not at
    /// the first time after a pause of more than 60 days or where the clock went back.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn tidy(&self, now: Timestamp) -> Result<()> {
        let limit = now.0 - KEPT;
        self.write_user(|transaction| {
            if !is_due(transaction, TIDIED, now)? || !believes(transaction, now)? {
                return Ok(());
            }
            transaction.execute("DELETE FROM undo WHERE at < ?1", [limit])?;
            transaction.execute("DELETE FROM redo WHERE at < ?1", [limit])?;
            let removed = transaction.execute("DELETE FROM saved WHERE removed_at < ?1", [limit])?;
            if removed > 0 {
                transaction.execute(
                    "DELETE FROM saved_images WHERE NOT EXISTS (SELECT 1 FROM saved_refs r WHERE r.hash = saved_images.hash)",
                    [],
                )?;
            }
            transaction.execute("DELETE FROM feeds WHERE unfollowed_at < ?1", [limit])?;
            transaction.execute("DELETE FROM mutes WHERE ended_at < ?1", [limit])?;
            transaction.execute("DELETE FROM notify_rules WHERE ended_at < ?1", [limit])?;
            transaction.execute(
                "DELETE FROM icons WHERE key NOT IN (SELECT icon FROM feeds WHERE icon IS NOT NULL
                   UNION SELECT icon FROM saved WHERE icon IS NOT NULL)",
                [],
            )?;
            Ok(())
        })
    }
}

/// Brings an article back that was unsaved, as it was; false where there is none.
pub(crate) fn bring_back(
    transaction: &Transaction<'_>,
    id: ArticleId,
    saved_at: Timestamp,
    now: Timestamp,
) -> Result<bool> {
    let returned = transaction
        .prepare_cached(
            "UPDATE saved SET removed_at = NULL, saved_at = ?2, next_try = iif(state = 'complete', NULL, ?3)
             WHERE article_id = ?1 AND removed_at IS NOT NULL",
        )?
        .execute(params![id.0, saved_at.0, now.0])?;
    Ok(returned > 0)
}

/// Copies an article with all that is kept of it; where there is a copy already, that one stays as it is.
pub(crate) fn copy_article(
    transaction: &Transaction<'_>,
    record: &ArticleRecord,
    saved_at: Timestamp,
    now: Timestamp,
) -> Result<()> {
    let packed = record.content.pack()?;
    transaction
        .prepare_cached(
            "INSERT INTO saved (article_id, feed_id, feed_title, title, url, language, direction, record, read,
               saved_at, state, bytes, next_try, published, full_record, position, comments_record, comments_at, icon)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'waiting', ?11, ?12, ?13,
               (SELECT record FROM full_texts WHERE article_id = ?1),
               (SELECT position FROM status WHERE article_id = ?1),
               (SELECT record FROM comments WHERE article_id = ?1),
               (SELECT fetched_at FROM comments WHERE article_id = ?1),
               (SELECT icon FROM feeds WHERE id = ?2))
             ON CONFLICT (article_id) DO NOTHING",
        )?
        .execute(params![
            record.id.0,
            record.feed_id.0,
            record.feed_title.as_str(),
            record.content.title.as_str(),
            record.content.url,
            record.content.language,
            direction_name(record.content.direction),
            packed,
            record.read,
            saved_at.0,
            packed.len() as i64,
            now.0,
            record.content.published.map(|at| at.0),
        ])?;
    Ok(())
}

/// Saved articles, the last saved first. The index is named: SQLite would take the one of the totals and sort.
pub(crate) fn list_sql() -> String {
    let list = LIST.replace("FROM saved WHERE", "FROM saved INDEXED BY saved_list WHERE");
    format!("{list} ORDER BY saved_at DESC, article_id DESC")
}

/// One saved article as the list has it.
pub(crate) fn saved_row(connection: &rusqlite::Connection, id: i64) -> Result<Option<SavedArticle>> {
    Ok(connection.prepare_cached(&format!("{LIST} AND article_id = ?1"))?.query_row([id], saved_from).optional()?)
}

/// Ids come from the one sequence of articles, so that a page can never take the id of a later article.
pub(crate) fn next_article_id(transaction: &Transaction<'_>) -> Result<i64> {
    transaction.execute(
        "INSERT INTO sqlite_sequence (name, seq) SELECT 'articles', 0
         WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'articles')",
        [],
    )?;
    transaction.execute("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'articles'", [])?;
    Ok(transaction.query_row("SELECT seq FROM sqlite_sequence WHERE name = 'articles'", [], |row| row.get(0))?)
}

pub(crate) fn self_saved_state(connection: &rusqlite::Connection, id: ArticleId) -> Result<Option<SaveState>> {
    Ok(connection
        .prepare_cached("SELECT state FROM saved WHERE article_id = ?1 AND removed_at IS NULL")?
        .query_row([id.0], |row| row.get::<_, String>(0))
        .optional()?
        .map(|name| state_from(&name)))
}

fn store_image(transaction: &Transaction<'_>, id: ArticleId, result: &SavedImageResult) -> Result<()> {
    let (hash, reason) = match &result.image {
        Ok(image) => {
            transaction
                .prepare_cached(
                    "INSERT INTO saved_images (hash, mime, bytes) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                )?
                .execute(params![image.hash, image.mime, image.bytes])?;
            (Some(&image.hash), None)
        }
        Err(reason) => (None, Some(reason)),
    };
    // An image that is here is never replaced by the failure to fetch it again.
    transaction
        .prepare_cached(
            "INSERT INTO saved_refs (article_id, url_key, url, hash, reason) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (article_id, url_key) DO UPDATE SET hash = coalesce(?4, hash),
               reason = iif(coalesce(?4, hash) IS NULL, ?5, NULL)",
        )?
        .execute(params![id.0, result.url_key, result.url, hash, reason])?;
    Ok(())
}

/// Unsaves (`Some`) or brings back.
pub(crate) fn set_removed(transaction: &Transaction<'_>, id: ArticleId, at: Option<Timestamp>) -> Result<()> {
    transaction.execute("UPDATE saved SET removed_at = ?2 WHERE article_id = ?1", params![id.0, at.map(|at| at.0)])?;
    Ok(())
}

fn saved_from(row: &Row<'_>) -> rusqlite::Result<SavedArticle> {
    Ok(SavedArticle {
        id: ArticleId(row.get(0)?),
        title: PlainText::new(&text(row, 1)?, 4096),
        url: text_or_none(row, 2)?,
        feed_id: FeedId(row.get(3)?),
        feed_title: PlainText::new(&text(row, 4)?, 1024),
        saved_at: Timestamp(row.get(5)?),
        state: state_from(&text(row, 6)?),
        reason: text_or_none(row, 7)?,
        missing_images: row.get(8)?,
        bytes: row.get::<_, i64>(9)?.unsigned_abs(),
        read: row.get(10)?,
        language: text_or_none(row, 11)?,
        direction: direction_column(row, 12)?,
        tags: serde_json::from_str(&text(row, 13)?).unwrap_or_default(),
        icon: text_or_none(row, 14)?,
        published: row.get::<_, Option<i64>>(15)?.map(Timestamp),
        words: row.get(16)?,
    })
}

pub(crate) fn state_name(state: SaveState) -> &'static str {
    match state {
        SaveState::Waiting => "waiting",
        SaveState::Saving => "saving",
        SaveState::Complete => "complete",
        SaveState::Partial => "partial",
        SaveState::Failed => "failed",
    }
}

pub(crate) fn state_from(name: &str) -> SaveState {
    match name {
        "saving" => SaveState::Saving,
        "complete" => SaveState::Complete,
        "partial" => SaveState::Partial,
        "failed" => SaveState::Failed,
        _ => SaveState::Waiting,
    }
}
