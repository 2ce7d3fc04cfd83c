//! What the reader did to articles of the ticker: read, unread.

use crate::{Result, Store, ticker::Filter, undo};
use rusqlite::{Transaction, params};
use std::collections::HashSet;
use stoppress_model::{ArticleId, Changed, TickerQuery, Timestamp};

impl Store {
    /// Marks articles read (`true`) or unread. Ids that are not there are passed over; only real changes count and can
    /// be undone.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn mark(&self, ids: &[ArticleId], read: bool, now: Timestamp) -> Result<Changed> {
        self.write_user(|transaction| {
            let changed = set_read(transaction, ids.iter().map(|id| id.0), read)?;
            undo::remember(transaction, now, if read { "mark_read" } else { "mark_unread" }, &changed)?;
            Ok(Changed { changed: changed.len() as u64 })
        })
    }

    /// Marks articles read because they were opened or stood in view. That is not in the undo journal: what is taken back
    /// is what the reader did on purpose.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn mark_seen(&self, ids: &[ArticleId]) -> Result<Changed> {
        self.write_user(|transaction| {
            let changed = set_read(transaction, ids.iter().map(|id| id.0), true)?;
            Ok(Changed { changed: changed.len() as u64 })
        })
    }

    /// Marks everything in a selection read; one undo takes all of it back. With `before`, what is strictly older than that
    /// row; with `after`, what is strictly newer.
    ///
    /// # Errors
    /// `NotFound` where the row of `before` or `after` is gone; when the profile cannot be written.
    pub fn mark_all_read(&self, query: &TickerQuery, now: Timestamp) -> Result<Changed> {
        self.write_user(|transaction| {
            let mut filter = Filter::new(&TickerQuery { unread: true, ..query.clone() }, Some(now));
            filter.beside(transaction, query)?;
            // One statement: row by row it takes twice as long.
            let sql = format!("UPDATE status AS s SET read = 1 WHERE {} RETURNING article_id", filter.sql);
            let changed: Vec<i64> = transaction
                .prepare_cached(&sql)?
                .query_map(rusqlite::params_from_iter(&filter.values), |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            mark_copies_read(transaction, &changed)?;
            undo::remember(transaction, now, "mark_all_read", &changed)?;
            Ok(Changed { changed: changed.len() as u64 })
        })
    }
}

/// The saved copies of these articles; few are saved, so they are looked for from that end.
fn mark_copies_read(transaction: &Transaction<'_>, ids: &[i64]) -> Result<()> {
    let unread: Vec<i64> = transaction
        .prepare_cached("SELECT article_id FROM saved WHERE read = 0")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if unread.is_empty() {
        return Ok(());
    }
    let ids: HashSet<i64> = ids.iter().copied().collect();
    let mut mark = transaction.prepare_cached("UPDATE saved SET read = 1 WHERE article_id = ?1")?;
    for id in unread.iter().filter(|id| ids.contains(id)) {
        mark.execute([id])?;
    }
    Ok(())
}

/// Sets the state and returns the ids that were in the other state before.
pub(crate) fn set_read(transaction: &Transaction<'_>, ids: impl Iterator<Item = i64>, read: bool) -> Result<Vec<i64>> {
    let mut ticker = transaction.prepare_cached("UPDATE status SET read = ?2 WHERE article_id = ?1 AND read <> ?2")?;
    let mut saved = transaction.prepare_cached("UPDATE saved SET read = ?2 WHERE article_id = ?1 AND read <> ?2")?;
    let mut changed = Vec::new();
    for id in ids {
        let in_ticker = ticker.execute(params![id, read])?;
        let in_saved = saved.execute(params![id, read])?;
        if in_ticker + in_saved > 0 {
            changed.push(id);
        }
    }
    Ok(changed)
}
