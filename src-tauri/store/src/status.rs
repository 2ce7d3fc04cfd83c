//! What the reader did to articles of the ticker: read, unread.

use crate::{Result, Store, ticker::Filter, undo};
use rusqlite::{Transaction, config::DbConfig, params};
use std::collections::{HashMap, HashSet};
use stoppress_model::{ArticleId, Changed, TickerQuery, Timestamp};

/// From so many rows on, counting what changed in one go is quicker than a trigger for each row.
const COUNTED_AT_ONCE: usize = 2_000;

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
            // Read first: what an UPDATE returns is set aside row by row, which takes longer than looking twice.
            let select = unread_sql(&filter.sql);
            let (mut changed, mut of_feeds) = (Vec::new(), HashMap::<i64, i64>::new());
            let mut statement = transaction.prepare_cached(&select)?;
            let mut rows = statement.query(rusqlite::params_from_iter(&filter.values))?;
            while let Some(row) = rows.next()? {
                changed.push(row.get(0)?);
                *of_feeds.entry(row.get(1)?).or_default() += 1;
            }
            drop(rows);
            // One statement: row by row it takes twice as long.
            let update = format!("UPDATE status AS s SET read = 1 WHERE {}", filter.sql);
            let update = || -> Result<()> {
                transaction.prepare_cached(&update)?.execute(rusqlite::params_from_iter(&filter.values))?;
                Ok(())
            };
            // Muted rows are counted nowhere.
            match changed.len() >= COUNTED_AT_ONCE && !query.muted {
                true => {
                    without_triggers(transaction, update)?;
                    add_unread(transaction, of_feeds.into_iter().map(|(feed, count)| (feed, -count)))?;
                }
                false => update()?,
            }
            mark_copies_read(transaction, &changed)?;
            undo::remember(transaction, now, "mark_all_read", &changed)?;
            Ok(Changed { changed: changed.len() as u64 })
        })
    }
}

/// The articles of a selection.
pub(crate) fn unread_sql(filter: &str) -> String {
    format!("SELECT s.article_id, s.feed_id FROM status s WHERE {filter}")
}

/// Runs statements whose consequences the caller writes itself. Nobody else's statements run meanwhile: the connection has one
/// writer. Whatever becomes of them, a panic included, the triggers are there again behind them.
fn without_triggers(transaction: &Transaction<'_>, write: impl FnOnce() -> Result<()>) -> Result<()> {
    struct Again<'a>(&'a Transaction<'a>);
    impl Drop for Again<'_> {
        fn drop(&mut self) {
            // SQLite refuses this for no connection that is open.
            let _ = self.0.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, true);
        }
    }
    transaction.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    let _again = Again(transaction);
    write()
}

/// Counts so many more, or fewer, unread articles of each feed.
fn add_unread(transaction: &Transaction<'_>, of_feeds: impl Iterator<Item = (i64, i64)>) -> Result<()> {
    let mut add = transaction.prepare_cached("UPDATE counts SET unread = unread + ?2 WHERE feed_id = ?1")?;
    for (feed, more) in of_feeds {
        add.execute(params![feed, more])?;
    }
    Ok(())
}

/// Sets the state of very many articles at once, those that are in the other state; for taking back what was marked at once.
pub(crate) fn set_read_of_many(transaction: &Transaction<'_>, ids: &[i64], read: bool) -> Result<()> {
    if ids.len() < COUNTED_AT_ONCE {
        set_read(transaction, ids.iter().copied(), read)?;
        return Ok(());
    }
    let list = serde_json::to_string(ids).unwrap_or_else(|_| "[]".into());
    let sign = if read { -1 } else { 1 };
    let of_feeds: Vec<(i64, i64)> = transaction
        .prepare_cached(OF_FEEDS)?
        .query_map(params![list, read], |row| Ok((row.get(0)?, sign * row.get::<_, i64>(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    without_triggers(transaction, || {
        transaction.prepare_cached(SET_MANY)?.execute(params![list, read])?;
        Ok(())
    })?;
    add_unread(transaction, of_feeds.into_iter())?;
    transaction.prepare_cached(SET_COPIES)?.execute(params![list, read])?;
    Ok(())
}

/// How many shown articles of a list are in the other state, by feed.
const OF_FEEDS: &str = "SELECT s.feed_id, count(*) FROM json_each(?1) j CROSS JOIN status s ON s.article_id = j.value
  WHERE s.read <> ?2 AND s.hidden = 0 GROUP BY s.feed_id";
const SET_MANY: &str =
    "UPDATE status SET read = ?2 WHERE article_id IN (SELECT value FROM json_each(?1)) AND read <> ?2";
const SET_COPIES: &str =
    "UPDATE saved SET read = ?2 WHERE article_id IN (SELECT value FROM json_each(?1)) AND read <> ?2";

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
