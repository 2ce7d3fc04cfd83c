//! The log of checks, bounded, and what can be told of a feed in figures.

use crate::{QuietTimes, Result, Store, StoreError, TroubleReport, Validators};
use rusqlite::{OptionalExtension, Row, Transaction, params};
use std::collections::HashMap;
use stoppress_model::{Check, CheckOutcome, FeedId, FeedStatistics, FeedVolume, PlainText, Timestamp};

/// Entries kept of one feed.
const OF_ONE_FEED: i64 = 20;
/// Entries kept in all.
const IN_ALL: i64 = 5_000;
const DAY: i64 = 86_400;
/// Days in the statistics of a feed.
const DAYS: i64 = 30;
/// No feed is called quiet before so many days.
const QUIET_AT_LEAST: i64 = 30 * DAY;
/// Whoever published nothing for so long is quiet whatever the rhythm was before.
const QUIET_AT_MOST: i64 = 180 * DAY;
/// A silence so many times as long as the usual pause is no pause any more.
const PAUSES: i64 = 10;
/// The pauses between so many newest articles give the rhythm.
const RHYTHM: i64 = 10;

/// What the log keeps of a check beside its outcome.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckLog {
    /// From the question to the end of the answer.
    pub millis: u64,
    /// Bytes of the body, decoded.
    pub bytes: u64,
    /// Status code and headers, a line each.
    pub details: String,
    /// True where the reader asked for the check.
    pub by_hand: bool,
}

/// What one check gave, apart from articles.
#[derive(Clone, Debug)]
pub struct CheckResult {
    /// The feed.
    pub feed: FeedId,
    /// When.
    pub at: Timestamp,
    /// When it may be asked next.
    pub next_check: Timestamp,
    /// `None` = it went well.
    pub trouble: Option<TroubleReport>,
    /// New validators and body hash, only from a 200 that was parsed. `Some(None)` forgets the old ones.
    pub validators: Option<Option<Validators>>,
    /// Hash of the body.
    pub body_hash: Option<Vec<u8>>,
    /// Where a wholly permanent redirect led.
    pub moved: Option<(String, Timestamp)>,
    /// Names of the repairs.
    pub repairs: Option<Vec<String>>,
    /// Seconds for which the feed itself says that a copy stays fresh. `Some(None)` = it says nothing.
    pub wish: Option<Option<i64>>,
    /// When the publisher does not want to be asked; `None` = as it was.
    pub quiet_times: Option<QuietTimes>,
    /// For the log of checks.
    pub log: CheckLog,
}

impl CheckResult {
    /// A check that went well, of which nothing else is known.
    #[must_use]
    pub fn well(feed: FeedId, at: Timestamp, next_check: Timestamp) -> Self {
        CheckResult {
            feed,
            at,
            next_check,
            trouble: None,
            validators: None,
            body_hash: None,
            moved: None,
            repairs: None,
            wish: None,
            quiet_times: None,
            log: CheckLog::default(),
        }
    }
}

const COLUMNS: &str = "c.feed_id, coalesce(f.own_title, f.title), f.url, c.at, c.outcome, c.new_articles, c.millis, \
                       c.bytes, c.message, c.details";

/// The last checks of all feeds.
pub(crate) fn recent_sql() -> String {
    format!(
        "SELECT {COLUMNS} FROM checks c JOIN feeds f ON f.id = c.feed_id WHERE f.unfollowed_at IS NULL
         ORDER BY c.id DESC LIMIT ?1"
    )
}

/// The last checks of one feed.
pub(crate) fn of_feed_sql() -> String {
    format!(
        "SELECT {COLUMNS} FROM checks c JOIN feeds f ON f.id = c.feed_id WHERE c.feed_id = ?1
         ORDER BY c.id DESC LIMIT ?2"
    )
}

/// Feeds whose newest article is older than a moment, and when the last of so many before it came.
pub(crate) const QUIET: &str =
    "SELECT f.id, c.newest, (SELECT s.ticker_at FROM status s WHERE s.feed_id = f.id AND s.hidden = 0
               ORDER BY s.ticker_at DESC LIMIT 1 OFFSET ?2)
             FROM feeds f JOIN counts c ON c.feed_id = f.id WHERE f.unfollowed_at IS NULL AND c.newest < ?1";

impl Store {
    /// The last checks of all followed feeds, newest first.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn recent_checks(&self, limit: u32) -> Result<Vec<Check>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(&recent_sql())?;
        let checks = statement.query_map([limit], check_from)?.collect::<rusqlite::Result<_>>()?;
        Ok(checks)
    }

    /// The last checks of one feed, newest first.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn checks_of(&self, feed: FeedId, limit: u32) -> Result<Vec<Check>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(&of_feed_sql())?;
        let checks = statement.query_map(params![feed.0, limit], check_from)?.collect::<rusqlite::Result<_>>()?;
        Ok(checks)
    }

    /// Logs checks of a round in which nobody could be reached. A feed has at most one such entry on top.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn log_offline(&self, feeds: &[(FeedId, String)], at: Timestamp) -> Result<()> {
        self.write_feed(|transaction| {
            for (feed, message) in feeds {
                transaction
                    .prepare_cached(
                        "DELETE FROM checks WHERE outcome = 'offline'
                           AND id = (SELECT max(id) FROM checks WHERE feed_id = ?1)",
                    )?
                    .execute([feed.0])?;
                let entry = Entry { outcome: "offline", new_articles: 0, message, log: &CheckLog::default() };
                insert(transaction, *feed, at, &entry)?;
            }
            forget_oldest(transaction)
        })
    }

    /// Since when followed feeds have been quiet by their own rhythm: nothing for ten of their usual pauses, and at least
    /// 30 days; after 180 days any feed is.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn quiet_feeds(&self, now: Timestamp) -> Result<HashMap<FeedId, Timestamp>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(QUIET)?;
        let rows = statement.query_map(params![now.0 - QUIET_AT_LEAST, RHYTHM - 1], |row| {
            Ok((FeedId(row.get(0)?), row.get::<_, i64>(1)?, row.get::<_, Option<i64>>(2)?))
        })?;
        let mut quiet = HashMap::new();
        for row in rows {
            let (feed, newest, earlier) = row?;
            let pause = earlier.map_or(QUIET_AT_MOST, |earlier| (newest - earlier) / (RHYTHM - 1) * PAUSES);
            if now.0 - newest > pause.clamp(QUIET_AT_LEAST, QUIET_AT_MOST) {
                quiet.insert(feed, Timestamp(newest));
            }
        }
        Ok(quiet)
    }

    /// How much each followed feed brings, in no order.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn volumes(&self, now: Timestamp) -> Result<Vec<FeedVolume>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(
            "SELECT f.id, f.followed_at,
               (SELECT json_array(count(*), (?1 - min(s.ticker_at)) / 86400) FROM status s
                WHERE s.feed_id = f.id AND s.hidden = 0 AND s.ticker_at > ?1 - 30 * 86400)
             FROM feeds f WHERE f.unfollowed_at IS NULL",
        )?;
        let rows = statement.query_map([now.0], |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, String>(2)?)))?;
        rows.map(|row| {
            let (feed, followed_at, figures) = row?;
            let (count, oldest): (u32, Option<i64>) =
                serde_json::from_str(&figures).map_err(|error| StoreError::Damaged(error.to_string()))?;
            let per_day = f64::from(count) / counted_days(oldest.map(|days| days.max(0)), followed_at, now);
            Ok(FeedVolume { feed: FeedId(feed), per_week: per_day * 7.0 })
        })
        .collect()
    }

    /// One feed in figures.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn feed_statistics(&self, feed: FeedId, now: Timestamp) -> Result<FeedStatistics> {
        let connection = self.read()?;
        let (followed_at, unread, total): (i64, i64, i64) = connection
            .query_row(
                "SELECT f.followed_at, coalesce(c.unread, 0), coalesce(c.total, 0)
                 FROM feeds f LEFT JOIN counts c ON c.feed_id = f.id WHERE f.id = ?1 AND f.unfollowed_at IS NULL",
                [feed.0],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .optional()?
            .ok_or(StoreError::NotFound("this feed"))?;
        let mut days = vec![0_u32; DAYS as usize];
        let mut statement = connection.prepare_cached(
            "SELECT max(0, (?2 - ticker_at) / 86400), count(*) FROM status
             WHERE feed_id = ?1 AND hidden = 0 AND ticker_at > ?2 - 30 * 86400 GROUP BY 1",
        )?;
        for row in statement.query_map(params![feed.0, now.0], |row| Ok((row.get::<_, i64>(0)?, row.get(1)?)))? {
            let (ago, count) = row?;
            if let Some(day) = usize::try_from(DAYS - 1 - ago).ok().and_then(|day| days.get_mut(day)) {
                *day = count;
            }
        }
        let (first_seen, newest): (Option<i64>, Option<i64>) = connection.query_row(
            "SELECT min(first_seen), max(ticker_at) FROM status WHERE feed_id = ?1 AND hidden = 0",
            [feed.0],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        let saved: i64 = connection.query_row(
            "SELECT count(*) FROM saved WHERE feed_id = ?1 AND removed_at IS NULL",
            [feed.0],
            |row| row.get(0),
        )?;
        let oldest = days.iter().position(|count| *count > 0).map(|first| DAYS - 1 - first as i64);
        let per_day = f64::from(days.iter().sum::<u32>()) / counted_days(oldest, followed_at, now);
        Ok(FeedStatistics {
            days,
            per_day,
            per_week: per_day * 7.0,
            first_seen: first_seen.map(Timestamp),
            newest: newest.map(Timestamp),
            saved: saved.unsigned_abs(),
            read_share: if total == 0 { 0.0 } else { (total - unread) as f64 / total as f64 },
        })
    }
}

/// Writes the entry of a check that was noted, in its transaction. `changed` = new and changed articles.
pub(crate) fn log_check(transaction: &Transaction<'_>, check: &CheckResult, new: u64, changed: u64) -> Result<()> {
    let (outcome, message) = match &check.trouble {
        Some(trouble) => ("failed", trouble.message.as_str()),
        None if new + changed > 0 => ("updated", ""),
        None => ("unchanged", ""),
    };
    insert(transaction, check.feed, check.at, &Entry { outcome, new_articles: new, message, log: &check.log })
}

/// Notes that a feed has a new address (`moved`), or that another one became part of it (`merged`).
pub(crate) fn log_move(
    transaction: &Transaction<'_>,
    feed: FeedId,
    at: Timestamp,
    outcome: &str,
    message: &str,
) -> Result<()> {
    insert(transaction, feed, at, &Entry { outcome, new_articles: 0, message, log: &CheckLog::default() })
}

struct Entry<'a> {
    outcome: &'a str,
    new_articles: u64,
    message: &'a str,
    log: &'a CheckLog,
}

/// Over how many of the last 30 days a feed's articles are counted. Its first fetch brings older ones too: they count from the
/// oldest of these, so many days ago.
fn counted_days(oldest: Option<i64>, followed_at: i64, now: Timestamp) -> f64 {
    let counted = oldest.map_or(0, |days| days + 1).max((now.0 - followed_at) / DAY + 1);
    counted.clamp(1, DAYS) as f64
}

fn insert(transaction: &Transaction<'_>, feed: FeedId, at: Timestamp, entry: &Entry<'_>) -> Result<()> {
    let number = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
    let inserted = transaction
        .prepare_cached(
            "INSERT INTO checks (feed_id, at, outcome, new_articles, millis, bytes, message, details)
             SELECT id, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM feeds WHERE id = ?1",
        )?
        .execute(params![
            feed.0,
            at.0,
            entry.outcome,
            number(entry.new_articles),
            number(entry.log.millis),
            number(entry.log.bytes),
            entry.message,
            entry.log.details
        ])?;
    if inserted == 1 {
        transaction
            .prepare_cached(
                "DELETE FROM checks WHERE feed_id = ?1
                   AND id <= (SELECT id FROM checks WHERE feed_id = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)",
            )?
            .execute(params![feed.0, OF_ONE_FEED])?;
    }
    Ok(())
}

/// Keeps the log below its limit; once for each batch.
pub(crate) fn forget_oldest(transaction: &Transaction<'_>) -> Result<()> {
    transaction
        .prepare_cached("DELETE FROM checks WHERE id <= (SELECT id FROM checks ORDER BY id DESC LIMIT 1 OFFSET ?1)")?
        .execute([IN_ALL])?;
    Ok(())
}

fn check_from(row: &Row<'_>) -> rusqlite::Result<Check> {
    let (title, url): (String, String) = (row.get(1)?, row.get(2)?);
    let number = |column| row.get::<_, i64>(column).map(i64::unsigned_abs);
    Ok(Check {
        feed_id: FeedId(row.get(0)?),
        feed_title: PlainText::new(if title.is_empty() { &url } else { &title }, 1024),
        at: Timestamp(row.get(3)?),
        outcome: match row.get::<_, String>(4)?.as_str() {
            "updated" => CheckOutcome::Updated,
            "failed" => CheckOutcome::Failed,
            "offline" => CheckOutcome::Offline,
            "moved" => CheckOutcome::Moved,
            "merged" => CheckOutcome::Merged,
            _ => CheckOutcome::Unchanged,
        },
        new_articles: number(5)?,
        millis: number(6)?,
        bytes: number(7)?,
        message: row.get(8)?,
        details: row.get(9)?,
    })
}
