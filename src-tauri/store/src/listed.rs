//! Saving many pages at once: a list of saved articles from elsewhere.

use crate::{
    ArticleContent, Result, Store, StoreError,
    saved::{bring_back, copy_article, self_saved_state},
    tags::{add_tags, tags_now},
    undo,
};
use rusqlite::{Transaction, params};
use std::collections::{HashMap, HashSet};
use stoppress_model::{ArticleId, PlainText, Timestamp};

/// Pages stored in one transaction; more would keep the reader's own writes waiting.
const BATCH: usize = 500;

/// A page of a list.
#[derive(Clone, Copy, Debug)]
pub struct ListedPage<'a> {
    /// Its address.
    pub url: &'a str,
    /// What the list calls it; empty where it gives no name.
    pub title: &'a str,
    /// The name of its site.
    pub site: &'a str,
    /// When it was saved there.
    pub saved_at: Option<Timestamp>,
    /// Whether it was read there.
    pub read: bool,
    /// Its tags.
    pub tags: &'a [PlainText],
    /// The text that the list carries, raw.
    pub html: Option<&'a str>,
}

impl Store {
    /// Keeps the wish to save every page of a list, with its tags and times and the text that the list carries. One undo
    /// takes all of them back. What is saved already stays as it is, but for the tags that the list adds, which an undo of their
    /// own takes back. Answers how many were added.
    ///
    /// # Errors
    /// When the profile cannot be written; then the pages before it are saved.
    pub fn save_list(&self, pages: &[ListedPage<'_>], now: Timestamp) -> Result<u64> {
        let known = self.known_addresses(&pages.iter().map(|page| page.url).collect())?;
        let (mut added, mut entry) = (Vec::new(), None);
        for batch in pages.chunks(BATCH) {
            let before = added.len();
            entry = self.write_user(|transaction| {
                tag_saved(transaction, batch, &known, now)?;
                for page in batch {
                    added.extend(self.save_one(transaction, page, known.get(page.url).copied(), now)?);
                }
                if added.len() == before {
                    return Ok(entry);
                }
                remember_list(transaction, &added, entry, now)
            })?;
        }
        Ok(added.len() as u64)
    }

    /// The article of each wanted address that is known: a saved one before one that was unsaved or only arrived.
    fn known_addresses(&self, wanted: &HashSet<&str>) -> Result<HashMap<String, ArticleId>> {
        let connection = self.read()?;
        let mut known = HashMap::new();
        for addresses in [
            "SELECT a.id, a.url FROM articles a JOIN status s ON s.article_id = a.id
             WHERE a.url IS NOT NULL AND s.hidden = 0",
            "SELECT article_id, url FROM saved WHERE url IS NOT NULL ORDER BY removed_at IS NULL",
        ] {
            let mut statement = connection.prepare(addresses)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let url = row.get_ref(1)?.as_str().unwrap_or_default();
                if wanted.contains(url) {
                    known.insert(url.to_owned(), ArticleId(row.get(0)?));
                }
            }
        }
        Ok(known)
    }

    /// `None` = it is saved already. What is known was looked up before the transaction, so it is looked at again.
    fn save_one(
        &self,
        transaction: &Transaction<'_>,
        page: &ListedPage<'_>,
        known: Option<ArticleId>,
        now: Timestamp,
    ) -> Result<Option<i64>> {
        let saved_at = page.saved_at.map_or(now, |at| at.min(now));
        let id = match known {
            Some(id) if self_saved_state(transaction, id)?.is_some() => return Ok(None),
            Some(id) if bring_back(transaction, id, saved_at, now)? => id,
            Some(id) => match self.article(id) {
                Ok(record) => {
                    copy_article(transaction, &record, saved_at, now)?;
                    transaction
                        .prepare_cached("UPDATE saved SET imported = 1 WHERE article_id = ?1")?
                        .execute([id.0])?;
                    id
                }
                // It left since, or does not read back: the list has its address.
                Err(StoreError::NotFound(_) | StoreError::Damaged(_)) => insert_page(transaction, page, saved_at, now)?,
                Err(other) => return Err(other),
            },
            None => insert_page(transaction, page, saved_at, now)?,
        };
        add_tags(transaction, id.0, page.tags)?;
        Ok(Some(id.0))
    }

    /// True where saving should go on with an article by itself at `now`.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn is_save_due(&self, id: ArticleId, now: Timestamp) -> Result<bool> {
        Ok(self
            .read()?
            .prepare_cached("SELECT 1 FROM saved WHERE article_id = ?1 AND removed_at IS NULL AND next_try <= ?2")?
            .exists(params![id.0, now.0])?)
    }

    /// Articles of imported lists that saving should go on with at `now`, with their addresses, the last saved first.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn pending_imports(&self, now: Timestamp) -> Result<Vec<(ArticleId, String)>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(
            "SELECT article_id, coalesce(url, '') FROM saved
             WHERE +removed_at IS NULL AND imported = 1 AND next_try <= ?1 ORDER BY attempts, saved_at DESC, article_id",
        )?;
        let found = statement
            .query_map([now.0], |row| Ok((ArticleId(row.get(0)?), row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }
}

/// Gives pages that are saved already the tags that the list has and they have not.
fn tag_saved(
    transaction: &Transaction<'_>,
    pages: &[ListedPage<'_>],
    known: &HashMap<String, ArticleId>,
    now: Timestamp,
) -> Result<()> {
    let (mut ids, mut before) = (Vec::new(), Vec::new());
    for page in pages {
        let Some(id) = known.get(page.url).copied() else { continue };
        if self_saved_state(transaction, id)?.is_none() {
            continue;
        }
        let had = tags_now(transaction, id.0)?;
        if add_tags(transaction, id.0, page.tags)?.0 > 0 {
            ids.push(id.0);
            before.push(had);
        }
    }
    let before = serde_json::to_string(&before).map_err(|error| StoreError::Damaged(error.to_string()))?;
    undo::remember_values(transaction, now, "set_tags", &ids, Some(&before))
}

/// One entry of the journal for the whole list, however many transactions it takes.
pub(crate) fn remember_list(
    transaction: &Transaction<'_>,
    ids: &[i64],
    entry: Option<i64>,
    now: Timestamp,
) -> Result<Option<i64>> {
    match entry {
        None => {
            undo::remember(transaction, now, "import_saved", ids)?;
            Ok(Some(transaction.last_insert_rowid()))
        }
        Some(entry) => {
            let ids = serde_json::to_string(ids).unwrap_or_else(|_| "[]".into());
            transaction.execute("UPDATE undo SET ids = ?2 WHERE id = ?1", params![entry, ids])?;
            Ok(Some(entry))
        }
    }
}

fn insert_page(
    transaction: &Transaction<'_>,
    page: &ListedPage<'_>,
    saved_at: Timestamp,
    now: Timestamp,
) -> Result<ArticleId> {
    let title = if page.title.is_empty() { page.url } else { page.title };
    let content = ArticleContent {
        title: PlainText::new(title, 4096),
        url: Some(page.url.to_owned()),
        html: page.html.unwrap_or_default().to_owned(),
        ..ArticleContent::default()
    };
    let packed = content.pack()?;
    let id = crate::saved::next_article_id(transaction)?;
    transaction.prepare_cached(
        "INSERT INTO saved (article_id, feed_id, feed_title, title, url, record, read, saved_at, state, bytes, next_try,
           from_page, imported)
         VALUES (?1, 0, ?2, ?3, ?4, ?5, ?6, ?7, 'waiting', ?8, ?9, 1, 1)",
    )?.execute(params![id, page.site, content.title.as_str(), page.url, packed, page.read, saved_at.0, packed.len() as i64, now.0])?;
    Ok(ArticleId(id))
}
