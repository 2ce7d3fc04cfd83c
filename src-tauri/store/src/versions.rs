//! What a publisher changed: the version before an edit is kept, beside the article and also beside its saved copy, which no
//! edit reaches.

use crate::{ArticleContent, NewArticle, Result, Store, packed::content_of};
use rusqlite::{OptionalExtension, Transaction, params};
use stoppress_model::{ArticleId, Timestamp};

/// Earlier versions kept of one article: the first and the newest others.
const MOST: i64 = 10;
/// Where more articles of a feed than this change at once, its publisher has another template, and nothing was edited.
const AT_ONCE: usize = 20;

/// Tells whether the second is an edit of the first that a reader would call one.
pub type IsEdit<'a> = &'a dyn Fn(&ArticleContent, &ArticleContent) -> bool;

/// What an article was before an edit.
#[derive(Clone, Debug, PartialEq)]
pub struct EarlierVersion {
    /// When the edit that replaced it was noticed.
    pub until: Timestamp,
    /// What the publisher said then.
    pub content: ArticleContent,
}

/// The versions of one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Versions {
    /// The oldest first.
    pub earlier: Vec<EarlierVersion>,
    /// As its feed last had it; of an article that left the ticker as it was saved.
    pub current: ArticleContent,
}

impl Store {
    /// The versions of an article.
    ///
    /// # Errors
    /// `NotFound` where it is neither in the ticker nor saved.
    pub fn versions(&self, id: ArticleId) -> Result<Versions> {
        let connection = self.read()?;
        let copy = || -> Result<Option<ArticleContent>> {
            let record: Option<Vec<u8>> = connection
                .prepare_cached("SELECT record FROM saved WHERE article_id = ?1 AND removed_at IS NULL")?
                .query_row([id.0], |row| row.get(0))
                .optional()?;
            record.map(|record| ArticleContent::unpack(&record)).transpose()
        };
        let current = match content_of(&connection, id.0)? {
            Some(current) => current,
            None => copy()?.ok_or(crate::StoreError::NotFound("this article"))?,
        };
        let mut statement =
            connection.prepare_cached("SELECT until, record FROM versions WHERE article_id = ?1 ORDER BY id")?;
        let rows = statement.query_map([id.0], |row| Ok((row.get(0)?, row.get::<_, Vec<u8>>(1)?)))?;
        let mut earlier = Vec::new();
        for row in rows {
            let (until, record) = row?;
            earlier.push(EarlierVersion { until: Timestamp(until), content: ArticleContent::unpack(&record)? });
        }
        Ok(Versions { earlier, current })
    }
}

/// What the articles of one update were before it, collected while they are overwritten.
#[derive(Default)]
pub(crate) struct Overwritten<'a> {
    changed: Vec<(i64, ArticleContent, &'a NewArticle)>,
    count: usize,
}

impl<'a> Overwritten<'a> {
    /// Before the article `id` becomes `new`.
    pub(crate) fn note(&mut self, transaction: &Transaction<'_>, id: i64, new: &'a NewArticle) -> Result<()> {
        self.count += 1;
        if self.count <= AT_ONCE {
            // A record that does not read back is no version that could be shown.
            let old = content_of(transaction, id).ok().flatten();
            self.changed.extend(old.map(|old| (id, old, new)));
        }
        Ok(())
    }

    /// Keeps what was really edited.
    pub(crate) fn keep(self, transaction: &Transaction<'_>, now: Timestamp, is_edit: IsEdit<'_>) -> Result<()> {
        if self.count > AT_ONCE {
            return Ok(());
        }
        for (id, old, new) in self.changed {
            if !is_edit(&old, &new.content) {
                continue;
            }
            transaction
                .prepare_cached("INSERT INTO versions (article_id, until, record) VALUES (?1, ?2, ?3)")?
                .execute(params![id, now.0, old.pack()?])?;
            transaction
                .prepare_cached(
                    "DELETE FROM versions WHERE article_id = ?1
                       AND id <> (SELECT min(id) FROM versions WHERE article_id = ?1)
                       AND id NOT IN (SELECT id FROM versions WHERE article_id = ?1 ORDER BY id DESC LIMIT ?2)",
                )?
                .execute(params![id, MOST - 1])?;
            transaction
                .prepare_cached("UPDATE status SET edited_at = ?2 WHERE article_id = ?1")?
                .execute(params![id, now.0])?;
        }
        Ok(())
    }
}
