//! How long articles stay. What goes by age or number leaves its key, so that a feed which still lists it does not bring it
//! back as new. Nothing in here touches what was saved, in whatever state, also not what was unsaved and can be taken back;
//! nor what was packed and not read yet, nor a feed that was unfollowed and can come back.

use crate::{Result, Store, hiding::LEFT_OUT, undo::KEPT};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use stoppress_model::{FeedId, Timestamp};

/// Articles of a feed that stay whatever their age.
const LEAST: u32 = 20;
/// Articles that go in one transaction: a few milliseconds, so that nobody waits.
const SLICE: u32 = 100;
const DAY: i64 = 24 * 3600;
/// After a longer pause than this it is not clear whether time passed or the clock jumped.
const LONGEST_PAUSE: i64 = 2 * KEPT;
/// The name under which the last look is noted.
const LOOKED: &str = "retention";

/// What stays whatever its age. `s` is the article's status.
const UNTOUCHED: &str = "NOT EXISTS (SELECT 1 FROM saved v WHERE v.article_id = s.article_id) AND NOT (s.packed = 1 AND s.read = 0 AND s.hidden < 4)";

/// A walk through the feeds, from slice to slice.
#[derive(Clone, Copy, Debug)]
pub struct Purging {
    days: u32,
    now: Timestamp,
    /// The feed that is looked at; those before it are done.
    feed: i64,
    stage: Stage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Muted,
    Feeds,
    Done,
}

/// What one slice removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PurgeStep {
    /// Articles.
    pub articles: u64,
    /// Bytes of their texts, as they are kept.
    pub bytes: u64,
}

impl Purging {
    /// A walk at `now`; `days` is the general limit, 0 = for ever.
    #[must_use]
    pub fn new(days: u32, now: Timestamp) -> Self {
        Purging { days, now, feed: 0, stage: Stage::Muted }
    }

    /// True where nothing is left to look at.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }
}

impl Store {
    /// Whether articles may go by their age at `now`, and notes that this was asked. A clock that jumped ahead, or a library
    /// that nobody opened for long, must not lose everything at once: after a pause of more than 60 days the first answer is
    /// no, and the next one comes a day later.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn purge_is_due(&self, now: Timestamp) -> Result<bool> {
        self.write_behind(|transaction| is_due(transaction, LOOKED, now), |_| false)
    }

    /// Whether the clock agrees with the last check of a feed: what the reader asks to remove by hand is judged by it.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn clock_is_believable(&self, now: Timestamp) -> Result<bool> {
        believes(&*self.read()?, now)
    }

    /// Removes the next few articles that are older, or more, than the reader keeps, in one short transaction. Their keys
    /// stay. Call it until [`Purging::is_done`].
    ///
    /// # Errors
    /// When the profile cannot be written; what earlier slices removed is gone then, and nothing else.
    pub fn purge_slice(&self, walk: &mut Purging) -> Result<PurgeStep> {
        let mut next = *walk;
        let step = self.write_behind(
            |transaction| match next.stage {
                Stage::Muted => {
                    let ids = too_old_and_muted(transaction, &next)?;
                    if (ids.len() as u32) < SLICE {
                        next.stage = Stage::Feeds;
                    }
                    remove(transaction, &ids)
                }
                Stage::Feeds => match next_feed(transaction, next.feed)? {
                    None => {
                        next.stage = Stage::Done;
                        Ok(PurgeStep::default())
                    }
                    Some(limits) => {
                        let ids = too_many_or_old(transaction, &limits, &next)?;
                        if (ids.len() as u32) < SLICE {
                            next.feed = limits.feed;
                        }
                        remove(transaction, &ids)
                    }
                },
                Stage::Done => Ok(PurgeStep::default()),
            },
            |step| step.articles > 0 && step.articles < u64::from(SLICE),
        )?;
        *walk = next;
        Ok(step)
    }

    /// The statements that look for what goes, for the test that pins their plans.
    #[must_use]
    pub fn purge_sql() -> Vec<String> {
        vec![muted_sql(), NEXT_FEED.to_owned(), BOUNDARY.to_owned(), going_sql()]
    }
}

/// Whether an article of this key went by age or number.
pub(crate) fn went(connection: &Connection, feed: FeedId, key: &[u8]) -> Result<bool> {
    Ok(connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM tombstones WHERE feed_id = ?1 AND key = ?2)")?
        .query_row(params![feed.0, key], |row| row.get(0))?)
}

/// Whether any article of a feed went.
pub(crate) fn any_went(connection: &Connection, feed: FeedId) -> Result<bool> {
    Ok(connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM tombstones WHERE feed_id = ?1)")?
        .query_row([feed.0], |row| row.get(0))?)
}

/// Whether upkeep of this name may be done at `now`, as [`Store::purge_is_due`] says, and notes that this was asked.
pub(crate) fn is_due(transaction: &Transaction<'_>, name: &str, now: Timestamp) -> Result<bool> {
    let last: Option<i64> =
        transaction.query_row("SELECT at FROM upkeep WHERE name = ?1", [name], |row| row.get(0)).optional()?;
    let passed = last.map(|last| now.0 - last);
    // Asked again on the same day: the note stays, or a busy window would never see a day pass.
    if passed.is_some_and(|passed| (0..DAY - 3600).contains(&passed)) {
        return Ok(false);
    }
    transaction.execute(
        "INSERT INTO upkeep (name, at) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET at = ?2",
        params![name, now.0],
    )?;
    Ok(passed.is_some_and(|passed| (0..=LONGEST_PAUSE).contains(&passed)))
}

/// With a clock that jumped far ahead, what happened a moment ago would seem old.
pub(crate) fn believes(connection: &Connection, now: Timestamp) -> Result<bool> {
    let last: Option<i64> = connection.query_row("SELECT max(last_checked) FROM feed_checks", [], |row| row.get(0))?;
    Ok(last.is_none_or(|last| now.0 - last <= 2 * KEPT))
}

struct Limits {
    feed: i64,
    days: Option<u32>,
    most: Option<u32>,
}

const NEXT_FEED: &str =
    "SELECT id, keep_days, keep_most FROM feeds WHERE id > ?1 AND unfollowed_at IS NULL ORDER BY id LIMIT 1";

fn next_feed(transaction: &Transaction<'_>, behind: i64) -> Result<Option<Limits>> {
    Ok(transaction
        .prepare_cached(NEXT_FEED)?
        .query_row([behind], |row| Ok(Limits { feed: row.get(0)?, days: row.get(1)?, most: row.get(2)? }))
        .optional()?)
}

/// First seen before this goes; `None` = nothing goes by age.
fn oldest_kept(days: u32, now: Timestamp) -> Option<i64> {
    (days > 0).then(|| now.0 - i64::from(days) * DAY)
}

const BOUNDARY: &str = "SELECT ticker_at, article_id FROM status WHERE feed_id = ?1 AND hidden = 0
  ORDER BY ticker_at DESC, article_id DESC LIMIT 1 OFFSET ?2";

/// The place of the last of the newest `kept` articles; `None` = there are not so many.
fn boundary(transaction: &Transaction<'_>, feed: i64, kept: u32) -> Result<Option<(i64, i64)>> {
    Ok(transaction
        .prepare_cached(BOUNDARY)?
        .query_row(params![feed, kept.saturating_sub(1)], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

pub(crate) fn going_sql() -> String {
    format!(
        "SELECT s.article_id FROM status s WHERE s.feed_id = ?1 AND s.hidden = 0 AND (s.ticker_at, s.article_id) < (?2, ?3)
           AND (s.first_seen < ?4 OR (s.ticker_at, s.article_id) < (?5, ?6)) AND {UNTOUCHED}
         ORDER BY s.ticker_at, s.article_id LIMIT {SLICE}"
    )
}

fn too_many_or_old(transaction: &Transaction<'_>, limits: &Limits, walk: &Purging) -> Result<Vec<i64>> {
    let oldest = oldest_kept(limits.days.unwrap_or(walk.days), walk.now);
    let beyond = match limits.most {
        Some(most) => boundary(transaction, limits.feed, most.max(LEAST))?,
        None => None,
    };
    let Some(least) = boundary(transaction, limits.feed, LEAST)?.filter(|_| oldest.is_some() || beyond.is_some())
    else {
        return Ok(Vec::new());
    };
    let never = (i64::MIN, i64::MIN);
    let (at, id) = beyond.unwrap_or(never);
    let ids = transaction
        .prepare_cached(&going_sql())?
        .query_map(params![limits.feed, least.0, least.1, oldest.unwrap_or(i64::MIN), at, id], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}

/// Muted and hidden rows are not among the newest that stay.
pub(crate) fn muted_sql() -> String {
    format!(
        "SELECT s.article_id FROM status s JOIN feeds f ON f.id = s.feed_id
         WHERE {LEFT_OUT} AND s.ticker_at < ?1 + 300 AND coalesce(f.keep_days, ?3) > 0
           AND s.first_seen < ?2 - 86400 * coalesce(f.keep_days, ?3) AND {UNTOUCHED}
         ORDER BY s.ticker_at, s.article_id LIMIT {SLICE}"
    )
}

fn too_old_and_muted(transaction: &Transaction<'_>, walk: &Purging) -> Result<Vec<i64>> {
    let ids = transaction
        .prepare_cached(&muted_sql())?
        .query_map(params![walk.now.0 - DAY, walk.now.0, walk.days], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(ids)
}

/// Everything else that belongs to an article goes with it, and its words leave the search.
fn remove(transaction: &Transaction<'_>, ids: &[i64]) -> Result<PurgeStep> {
    let mut bytes = 0;
    for id in ids {
        transaction
            .prepare_cached(
                "INSERT OR IGNORE INTO tombstones (feed_id, key) SELECT feed_id, key FROM articles WHERE id = ?1",
            )?
            .execute([id])?;
        let length: i64 = transaction
            .prepare_cached(
                "SELECT coalesce((SELECT length(record) FROM bodies WHERE article_id = ?1), 0)
                   + coalesce((SELECT length(record) FROM full_texts WHERE article_id = ?1), 0)",
            )?
            .query_row([id], |row| row.get(0))?;
        bytes += length.unsigned_abs();
        transaction.prepare_cached("DELETE FROM articles WHERE id = ?1")?.execute([id])?;
    }
    Ok(PurgeStep { articles: ids.len() as u64, bytes })
}
