//! Saving many pages at once: a list of saved articles from elsewhere.

use crate::{ArticleContent, Result, Store, undo};
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

/// What is known of an address.
#[derive(Clone, Copy)]
enum Known {
    Saved,
    Unsaved(i64),
    Article(i64),
}

impl Store {
    /// Keeps the wish to save every page of a list, with its tags and times and the text that the list carries. One undo
    /// takes all of them back. What is saved already stays as it is. Answers how many were added.
    ///
    /// # Errors
    /// When the profile cannot be written; then the pages before it are saved.
    pub fn save_list(&self, pages: &[ListedPage<'_>], now: Timestamp) -> Result<u64> {
        let known = self.known_addresses(&pages.iter().map(|page| page.url).collect())?;
        let (mut added, mut entry) = (Vec::new(), None);
        for batch in pages.chunks(BATCH) {
            let before = added.len();
            entry = self.write_user(|transaction| {
                for page in batch {
                    added.extend(save_one(transaction, page, known.get(page.url).copied(), now)?);
                }
                if added.len() == before {
                    return Ok(entry);
                }
                remember(transaction, &added, entry, now)
            })?;
        }
        Ok(added.len() as u64)
    }

    fn known_addresses(&self, wanted: &HashSet<&str>) -> Result<HashMap<String, Known>> {
        let connection = self.read()?;
        let mut known = HashMap::new();
        let mut articles = connection.prepare(
            "SELECT a.id, a.url FROM articles a JOIN status s ON s.article_id = a.id
             WHERE a.url IS NOT NULL AND s.hidden = 0",
        )?;
        let mut rows = articles.query([])?;
        while let Some(row) = rows.next()? {
            let url = row.get_ref(1)?.as_str().unwrap_or_default();
            if wanted.contains(url) {
                known.insert(url.to_owned(), Known::Article(row.get(0)?));
            }
        }
        let mut saved =
            connection.prepare("SELECT article_id, url, removed_at IS NULL FROM saved WHERE url IS NOT NULL")?;
        let mut rows = saved.query([])?;
        while let Some(row) = rows.next()? {
            let url = row.get_ref(1)?.as_str().unwrap_or_default();
            if wanted.contains(url) {
                let id = row.get(0)?;
                known.insert(url.to_owned(), if row.get(2)? { Known::Saved } else { Known::Unsaved(id) });
            }
        }
        Ok(known)
    }

    /// Articles of imported lists that saving should go on with at `now`, with their addresses, the last saved first.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn pending_imports(&self, now: Timestamp) -> Result<Vec<(ArticleId, String)>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(
            "SELECT article_id, coalesce(url, '') FROM saved
             WHERE removed_at IS NULL AND imported = 1 AND next_try <= ?1 ORDER BY attempts, saved_at DESC, article_id",
        )?;
        let found = statement
            .query_map([now.0], |row| Ok((ArticleId(row.get(0)?), row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }
}

/// One entry of the journal for the whole list, however many transactions it takes.
fn remember(transaction: &Transaction<'_>, ids: &[i64], entry: Option<i64>, now: Timestamp) -> Result<Option<i64>> {
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

/// `None` = it is saved already.
fn save_one(
    transaction: &Transaction<'_>,
    page: &ListedPage<'_>,
    known: Option<Known>,
    now: Timestamp,
) -> Result<Option<i64>> {
    let saved_at = page.saved_at.map_or(now.0, |at| at.0.min(now.0));
    let id =
        match known {
            Some(Known::Saved) => return Ok(None),
            Some(Known::Unsaved(id)) => {
                transaction.prepare_cached(
                "UPDATE saved SET removed_at = NULL, saved_at = ?2, next_try = iif(state = 'complete', NULL, ?3)
                 WHERE article_id = ?1",
            )?.execute(params![id, saved_at, now.0])?;
                id
            }
            Some(Known::Article(id)) => {
                transaction.prepare_cached(
                "INSERT INTO saved (article_id, feed_id, feed_title, title, url, language, direction, record, read,
                   saved_at, state, bytes, next_try, imported, full_record)
                 SELECT a.id, a.feed_id, f.title, a.title, a.url, a.language, a.direction, b.record, s.read, ?2,
                   'waiting', length(b.record), ?3, 1, (SELECT record FROM full_texts WHERE article_id = a.id)
                 FROM articles a JOIN bodies b ON b.article_id = a.id JOIN status s ON s.article_id = a.id
                   JOIN feeds f ON f.id = a.feed_id WHERE a.id = ?1
                 ON CONFLICT (article_id) DO NOTHING",
            )?.execute(params![id, saved_at, now.0])?;
                id
            }
            None => insert_page(transaction, page, saved_at, now)?,
        };
    let mut tag = transaction
        .prepare_cached("INSERT INTO saved_tags (article_id, tag) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?;
    for one in page.tags {
        tag.execute(params![id, one.as_str()])?;
    }
    Ok(Some(id))
}

fn insert_page(transaction: &Transaction<'_>, page: &ListedPage<'_>, saved_at: i64, now: Timestamp) -> Result<i64> {
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
    )?.execute(params![id, page.site, content.title.as_str(), page.url, packed, page.read, saved_at, packed.len() as i64, now.0])?;
    Ok(id)
}
