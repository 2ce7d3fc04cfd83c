//! Followed feeds and what the last checks of them gave.

use crate::{
    CheckResult, QuietTimes, Result, Store, StoreError,
    checks::{forget_oldest, log_check},
    full_texts::{mode_from, mode_name},
    sources::{interval_from, settings_from, with_limits},
    undo,
};
use rusqlite::{OptionalExtension, Row, Transaction, params};
use std::{collections::HashMap, sync::Arc};
use stoppress_model::{
    Feed, FeedId, FeedInterval, PlainText, TextMode, Timestamp, Trouble, TroubleAction, Unfollowed, folder,
};

/// The next check of a feed that is only asked by hand any more.
pub const NEVER: Timestamp = Timestamp(i64::MAX / 2);

/// A feed to follow. `title` may be empty; the first fetch gives it one.
#[derive(Clone, Debug, Default)]
pub struct NewFeed<'a> {
    /// The address that is asked.
    pub url: &'a str,
    /// Name until the feed gives its own.
    pub title: &'a str,
    /// The publisher's site.
    pub home_url: Option<&'a str>,
    /// The path of the folder it goes into.
    pub folder: Option<&'a str>,
    /// The origin the reader typed, which may be private.
    pub typed_origin: Option<&'a str>,
    /// The reader's own name for it.
    pub own_title: Option<&'a str>,
    /// What a subscription list says of it in words that are not ours, as XML attributes.
    pub list_attributes: Option<&'a str>,
    /// As the feed gives its articles or in full; `None` = as it is, by measure where it is new.
    pub text_mode: Option<TextMode>,
    /// Whether it stands among all in Live; `None` = as it is, yes where it is new.
    pub in_live: Option<bool>,
}

/// What came of [`Store::follow`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FollowedFeed {
    /// The feed.
    pub id: FeedId,
    /// True where it was followed before; then nothing was changed.
    pub already: bool,
}

/// What a server gave to recognise an unchanged body by, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validators {
    /// `ETag` with quotes and `W/`.
    pub etag: Option<String>,
    /// `Last-Modified` unaltered.
    pub last_modified: Option<String>,
    /// The final address that gave them.
    pub url: String,
    /// When the 200 came that gave them.
    pub at: Timestamp,
}

/// A feed to ask, with all that asking needs.
#[derive(Clone, Debug)]
pub struct DueFeed {
    /// The feed.
    pub id: FeedId,
    /// Its address.
    pub url: String,
    /// Its name, for messages.
    pub title: PlainText,
    /// The origin the reader typed.
    pub typed_origin: Option<String>,
    /// From the last body that was parsed and committed.
    pub validators: Option<Validators>,
    /// Hash of that body.
    pub body_hash: Option<Vec<u8>>,
    /// Failures since the last success.
    pub failures: u32,
    /// Its trouble word, e.g. `gone` or `asked_to_wait`.
    pub trouble_code: Option<String>,
    /// When that trouble began.
    pub trouble_since: Option<Timestamp>,
    /// When it may be asked next.
    pub next_check: Timestamp,
    /// When it was last asked.
    pub last_checked: Option<Timestamp>,
    /// When it first redirected permanently, and where to.
    pub moved: Option<(String, Timestamp)>,
    /// Ticker time of its newest article.
    pub newest: Option<Timestamp>,
    /// Seconds for which the publisher said that a copy stays fresh.
    pub wish: Option<i64>,
    /// How often the reader wants it asked.
    pub interval: FeedInterval,
    /// When the publisher does not want it asked.
    pub quiet_times: QuietTimes,
}

/// Why a check failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TroubleReport {
    /// See [`Trouble::code`].
    pub code: String,
    /// One sentence.
    pub message: String,
}

const FEED_COLUMNS: &str =
    "f.id, f.title, f.url, f.home_url, f.folder, f.language, coalesce(c.unread, 0), coalesce(c.total, 0), c.newest,
  k.last_checked, k.next_check, k.repairs, k.trouble_code, k.trouble_message, k.trouble_since,
  f.text_mode, f.truncated, f.own_title, f.check_every, f.images, f.own_direction, f.in_live,
  k.failures, k.by_hand, f.icon, f.keep_days, f.keep_most,
  EXISTS (SELECT 1 FROM older o WHERE o.feed_id = f.id AND o.next IS NOT NULL)";

/// Feeds that may be asked.
pub(crate) const DUE: &str = "SELECT f.id, f.url, coalesce(f.own_title, f.title), f.typed_origin, k.etag, k.last_modified, k.validators_url, k.validators_at,
                    k.body_hash, k.failures, k.trouble_code, k.next_check, k.last_checked, k.moved_url, k.moved_since,
                    (SELECT newest FROM counts c WHERE c.feed_id = f.id), k.wish, f.check_every,
                    k.trouble_since, k.skip_hours, k.skip_days
             FROM feed_checks k JOIN feeds f ON f.id = k.feed_id
             WHERE f.unfollowed_at IS NULL
               AND (?2 OR (f.check_every <> 'paused' AND (k.next_check <= ?1
                 -- A clock that once was ahead must not silence a feed for years.
                 OR (k.last_checked > ?1 + 300 AND k.trouble_code IS NOT 'gone'))))
             ORDER BY k.next_check, f.id";

/// Every followed feed, by folder and name.
pub(crate) fn feeds_sql() -> String {
    format!(
        "SELECT {FEED_COLUMNS} FROM {FEED_TABLES} WHERE f.unfollowed_at IS NULL
         ORDER BY f.folder IS NULL, f.folder COLLATE NOCASE, coalesce(f.own_title, f.title) COLLATE NOCASE, f.id"
    )
}

/// One followed feed.
pub(crate) fn feed_sql() -> String {
    format!("SELECT {FEED_COLUMNS} FROM {FEED_TABLES} WHERE f.id = ?1 AND f.unfollowed_at IS NULL")
}

const FEED_TABLES: &str = "feeds f JOIN feed_checks k ON k.feed_id = f.id LEFT JOIN counts c ON c.feed_id = f.id";

impl Store {
    /// Every followed feed, by folder and name. From memory where nobody has written since.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn feeds(&self) -> Result<Arc<[Feed]>> {
        let connection = self.read()?;
        let moment = connection.unchecked_transaction()?;
        self.kept.feeds(&moment, |moment| {
            let mut statement = moment.prepare_cached(&feeds_sql())?;
            let feeds = statement.query_map([], feed_from)?.collect::<rusqlite::Result<_>>()?;
            Ok(feeds)
        })
    }

    /// One followed feed.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn feed(&self, id: FeedId) -> Result<Feed> {
        self.read()?.query_row(&feed_sql(), [id.0], feed_from).optional()?.ok_or(StoreError::NotFound("this feed"))
    }

    /// The followed feed with exactly this address.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn feed_by_url(&self, url: &str) -> Result<Option<FeedId>> {
        Ok(self
            .read()?
            .query_row("SELECT id FROM feeds WHERE url = ?1 AND unfollowed_at IS NULL", [url], |row| row.get(0))
            .optional()?
            .map(FeedId))
    }

    /// What publishers call the feeds that the reader gave a name.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn publishers_titles(&self) -> Result<HashMap<FeedId, PlainText>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached("SELECT id, title FROM feeds WHERE own_title IS NOT NULL")?;
        let rows = statement
            .query_map([], |row| Ok((FeedId(row.get(0)?), PlainText::new(&row.get::<_, String>(1)?, 1024))))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What subscription lists said of feeds in words that are not ours, as XML attributes.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn list_attributes(&self) -> Result<HashMap<FeedId, String>> {
        let connection = self.read()?;
        let mut statement =
            connection.prepare_cached("SELECT id, list_attributes FROM feeds WHERE list_attributes IS NOT NULL")?;
        let rows = statement.query_map([], |row| Ok((FeedId(row.get(0)?), row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The address of every followed feed.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn followed_addresses(&self) -> Result<Vec<String>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached("SELECT url FROM feeds WHERE unfollowed_at IS NULL")?;
        let addresses = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        Ok(addresses)
    }

    /// Follows a feed; one that was unfollowed before comes back with its articles.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn follow(&self, new: &NewFeed<'_>, now: Timestamp) -> Result<FollowedFeed> {
        Ok(self.follow_all(std::slice::from_ref(new), now, "follow")?.remove(0))
    }

    /// Follows several feeds in one transaction that one undo takes back, called `action` in the journal.
    ///
    /// # Errors
    /// When the profile cannot be written; then none is followed.
    pub fn follow_all(&self, feeds: &[NewFeed<'_>], now: Timestamp, action: &str) -> Result<Vec<FollowedFeed>> {
        self.follow_while(feeds, now, action, &|_| true)
    }

    /// As [`Store::follow_all`], for as long as `goes_on` says so: it hears how many are done before each further one. What
    /// was followed until then stays, and is what the undo takes back.
    ///
    /// # Errors
    /// When the profile cannot be written; then none is followed.
    pub fn follow_while(
        &self,
        feeds: &[NewFeed<'_>],
        now: Timestamp,
        action: &str,
        goes_on: &dyn Fn(usize) -> bool,
    ) -> Result<Vec<FollowedFeed>> {
        self.write_user(|transaction| {
            let mut followed = Vec::with_capacity(feeds.len());
            for feed in feeds {
                if !goes_on(followed.len()) {
                    break;
                }
                followed.push(follow_one(transaction, feed, now)?);
            }
            let fresh: Vec<i64> = followed.iter().filter(|feed| !feed.already).map(|feed| feed.id.0).collect();
            undo::remember(transaction, now, action, &fresh)?;
            Ok(followed)
        })
    }

    /// Stops asking a feed and takes its articles out of the ticker. Saved articles stay; an undo brings all back.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn unfollow(&self, id: FeedId, now: Timestamp) -> Result<Unfollowed> {
        self.write_user(|transaction| {
            let before: Option<String> = transaction
                .query_row("SELECT json_array(folder) FROM feeds WHERE id = ?1", [id.0], |row| row.get(0))
                .optional()?;
            if !set_followed(transaction, id, Some(now))? {
                return Err(StoreError::NotFound("this feed"));
            }
            undo::remember_values(transaction, now, "unfollow", &[id.0], before.as_deref())?;
            let kept_saved = transaction.query_row(
                "SELECT count(*) FROM saved WHERE feed_id = ?1 AND removed_at IS NULL",
                [id.0],
                |row| row.get::<_, i64>(0),
            )?;
            Ok(Unfollowed { feed_id: id, kept_saved: kept_saved.unsigned_abs() })
        })
    }

    /// Feeds that may be asked at `now`, without those that the reader has paused; with `all`, every followed feed.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn due_feeds(&self, now: Timestamp, all: bool) -> Result<Vec<DueFeed>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(DUE)?;
        let due = statement.query_map(params![now.0, all], due_from)?.collect::<rusqlite::Result<_>>()?;
        Ok(due)
    }

    /// When the next feed may be asked.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn next_due(&self) -> Result<Option<Timestamp>> {
        Ok(self
            .read()?
            .query_row(
                "SELECT min(k.next_check) FROM feed_checks k JOIN feeds f ON f.id = k.feed_id
                 WHERE f.unfollowed_at IS NULL AND f.check_every <> 'paused'",
                [],
                |row| row.get::<_, Option<i64>>(0),
            )?
            .map(Timestamp))
    }

    /// How many articles a feed has in the ticker.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn article_count(&self, feed: FeedId) -> Result<u64> {
        let count: Option<i64> = self
            .read()?
            .prepare_cached("SELECT total FROM counts WHERE feed_id = ?1")?
            .query_row([feed.0], |row| row.get(0))
            .optional()?;
        Ok(count.unwrap_or(0).unsigned_abs())
    }

    /// Notes the outcome of checks that brought no body.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn note_checks(&self, checks: &[CheckResult]) -> Result<()> {
        self.write_feed(|transaction| {
            for check in checks {
                note_check(transaction, check)?;
                log_check(transaction, check, 0, 0)?;
            }
            forget_oldest(transaction)
        })
    }
}

pub(crate) fn follow_one(transaction: &Transaction<'_>, feed: &NewFeed<'_>, now: Timestamp) -> Result<FollowedFeed> {
    let folder = feed.folder.and_then(folder::path).map(|path| path.to_string());
    let known: Option<(i64, bool)> = transaction
        .query_row("SELECT id, unfollowed_at IS NULL FROM feeds WHERE url = ?1", [feed.url], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    match known {
        Some((id, true)) => Ok(FollowedFeed { id: FeedId(id), already: true }),
        Some((id, false)) => {
            set_followed(transaction, FeedId(id), None)?;
            transaction.execute(
                "UPDATE feeds SET folder = coalesce(?2, folder), typed_origin = coalesce(?3, typed_origin),
                   own_title = coalesce(?4, own_title), text_mode = coalesce(?5, text_mode),
                   in_live = coalesce(?6, in_live), list_attributes = coalesce(?7, list_attributes) WHERE id = ?1",
                params![
                    id,
                    folder,
                    feed.typed_origin,
                    feed.own_title,
                    feed.text_mode.map(mode_name),
                    feed.in_live,
                    feed.list_attributes
                ],
            )?;
            transaction.execute("UPDATE feed_checks SET next_check = 0 WHERE feed_id = ?1", [id])?;
            Ok(FollowedFeed { id: FeedId(id), already: false })
        }
        None => {
            transaction.execute(
                "INSERT INTO feeds (url, title, home_url, folder, typed_origin, followed_at, own_title, text_mode, in_live,
                   list_attributes)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, coalesce(?8, 'auto'), coalesce(?9, 1), ?10)",
                params![
                    feed.url,
                    feed.title,
                    feed.home_url,
                    folder,
                    feed.typed_origin,
                    now.0,
                    feed.own_title,
                    feed.text_mode.map(mode_name),
                    feed.in_live,
                    feed.list_attributes,
                ],
            )?;
            let id = transaction.last_insert_rowid();
            transaction.execute("INSERT INTO feed_checks (feed_id) VALUES (?1)", [id])?;
            transaction.execute("INSERT INTO counts (feed_id, unread, total) VALUES (?1, 0, 0)", [id])?;
            Ok(FollowedFeed { id: FeedId(id), already: false })
        }
    }
}

/// Follows (`None`) or unfollows; true where that changed something.
pub(crate) fn set_followed(
    transaction: &Transaction<'_>,
    id: FeedId,
    unfollowed_at: Option<Timestamp>,
) -> Result<bool> {
    let changed = transaction.execute(
        "UPDATE feeds SET unfollowed_at = ?2 WHERE id = ?1 AND (unfollowed_at IS NULL) <> (?2 IS NULL)",
        params![id.0, unfollowed_at.map(|at| at.0)],
    )?;
    if changed == 1 {
        transaction.execute(
            // What is hidden stands in no index by its feed; the keys of its articles do.
            "UPDATE status SET hidden = (hidden & 6) + ?2
             WHERE article_id IN (SELECT id FROM articles WHERE feed_id = ?1)",
            params![id.0, unfollowed_at.is_some()],
        )?;
    }
    Ok(changed == 1)
}

/// Writes what a check gave. Called inside the transaction of the articles it belongs to.
pub(crate) fn note_check(transaction: &Transaction<'_>, check: &CheckResult) -> Result<()> {
    transaction
        .prepare_cached(
            "UPDATE feed_checks SET last_checked = ?2, next_check = ?3,
               by_hand = iif(?4 IS NULL, 0, max(by_hand, ?8)),
               last_success = iif(?4 IS NULL, ?2, last_success),
               failures = iif(?4 IS NULL, 0, failures + 1),
               trouble_code = ?4, trouble_message = ?5,
               trouble_since = iif(?4 IS NULL, NULL, coalesce(trouble_since, ?2)),
               moved_url = ?6, moved_since = ?7
             WHERE feed_id = ?1",
        )?
        .execute(params![
            check.feed.0,
            check.at.0,
            check.next_check.0,
            check.trouble.as_ref().map(|trouble| &trouble.code),
            check.trouble.as_ref().map(|trouble| &trouble.message),
            check.moved.as_ref().map(|(url, _)| url),
            check.moved.as_ref().map(|(_, since)| since.0),
            check.log.by_hand,
        ])?;
    if let Some(validators) = &check.validators {
        let validators = validators.as_ref();
        transaction
            .prepare_cached(
                "UPDATE feed_checks SET etag = ?2, last_modified = ?3, validators_url = ?4, validators_at = ?5
                 WHERE feed_id = ?1",
            )?
            .execute(params![
                check.feed.0,
                validators.and_then(|given| given.etag.as_ref()),
                validators.and_then(|given| given.last_modified.as_ref()),
                validators.map(|given| &given.url),
                validators.map(|given| given.at.0),
            ])?;
    }
    if let Some(hash) = &check.body_hash {
        transaction
            .prepare_cached("UPDATE feed_checks SET body_hash = ?2 WHERE feed_id = ?1")?
            .execute(params![check.feed.0, hash])?;
    }
    if let Some(wish) = check.wish {
        transaction
            .prepare_cached("UPDATE feed_checks SET wish = ?2 WHERE feed_id = ?1 AND wish IS NOT ?2")?
            .execute(params![check.feed.0, wish])?;
    }
    if let Some(QuietTimes { hours, days }) = check.quiet_times {
        transaction
            .prepare_cached(
                "UPDATE feed_checks SET skip_hours = ?2, skip_days = ?3
                 WHERE feed_id = ?1 AND (skip_hours, skip_days) IS NOT (?2, ?3)",
            )?
            .execute(params![check.feed.0, hours, days])?;
    }
    if let Some(repairs) = &check.repairs {
        let names = serde_json::to_string(repairs).unwrap_or_else(|_| "[]".into());
        transaction
            .prepare_cached("UPDATE feed_checks SET repairs = ?2 WHERE feed_id = ?1 AND repairs <> ?2")?
            .execute(params![check.feed.0, names])?;
    }
    Ok(())
}

fn feed_from(row: &Row<'_>) -> rusqlite::Result<Feed> {
    let code: Option<String> = row.get(12)?;
    let url: String = row.get(2)?;
    let title: String = row.get(1)?;
    let own_title: Option<String> = row.get(17)?;
    let shown = own_title.as_deref().unwrap_or(if title.is_empty() { &url } else { &title });
    Ok(Feed {
        id: FeedId(row.get(0)?),
        title: PlainText::new(shown, 1024),
        own_title: own_title.as_deref().map(|name| PlainText::new(name, 1024)),
        url,
        home_url: row.get(3)?,
        icon: row.get(24)?,
        folder: row.get::<_, Option<String>>(4)?.map(|path| PlainText::new(&path, folder::BYTES)),
        language: row.get(5)?,
        unread: row.get::<_, i64>(6)?.unsigned_abs(),
        articles: row.get::<_, i64>(7)?.unsigned_abs(),
        newest: row.get::<_, Option<i64>>(8)?.map(Timestamp),
        last_checked: row.get::<_, Option<i64>>(9)?.map(Timestamp),
        next_check: row.get::<_, Option<i64>>(10)?.map(Timestamp).filter(|at| at.0 > 0 && *at < NEVER),
        repairs: serde_json::from_str(&row.get::<_, String>(11)?).unwrap_or_default(),
        text_mode: mode_from(&row.get::<_, String>(15)?),
        truncated: row.get(16)?,
        settings: with_limits(settings_from(row, 18)?, row, 25)?,
        has_older: row.get(27)?,
        quiet_since: None,
        signed_in: None,
        trouble: match code {
            Some(code) => Some(Trouble {
                action: TroubleAction::of(&code),
                code,
                message: row.get(13)?,
                since: Timestamp(row.get(14)?),
                failures: row.get(22)?,
                shown: row.get(23)?,
            }),
            None => None,
        },
    })
}

fn due_from(row: &Row<'_>) -> rusqlite::Result<DueFeed> {
    let validators_url: Option<String> = row.get(6)?;
    let moved_url: Option<String> = row.get(13)?;
    Ok(DueFeed {
        id: FeedId(row.get(0)?),
        url: row.get(1)?,
        title: PlainText::new(&row.get::<_, String>(2)?, 1024),
        typed_origin: row.get(3)?,
        validators: match validators_url {
            Some(url) => Some(Validators {
                etag: row.get(4)?,
                last_modified: row.get(5)?,
                url,
                at: Timestamp(row.get::<_, Option<i64>>(7)?.unwrap_or(0)),
            }),
            None => None,
        },
        body_hash: row.get(8)?,
        failures: row.get(9)?,
        trouble_code: row.get(10)?,
        next_check: Timestamp(row.get(11)?),
        last_checked: row.get::<_, Option<i64>>(12)?.map(Timestamp),
        moved: match moved_url {
            Some(url) => Some((url, Timestamp(row.get(14)?))),
            None => None,
        },
        newest: row.get::<_, Option<i64>>(15)?.map(Timestamp),
        wish: row.get(16)?,
        interval: interval_from(&row.get::<_, String>(17)?),
        trouble_since: row.get::<_, Option<i64>>(18)?.map(Timestamp),
        quiet_times: QuietTimes { hours: row.get(19)?, days: row.get(20)? },
    })
}
