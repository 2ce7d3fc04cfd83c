//! What the reader does to sources: names, folders, settings of one feed. All of it can be undone.

use crate::{
    Result, Store, StoreError, notify,
    undo::{Entry, remember_values},
};
use rusqlite::{OptionalExtension, Row, Transaction, params};
use serde::{Serialize, de::DeserializeOwned};
use std::collections::HashSet;
use stoppress_model::{Changed, FeedDirection, FeedId, FeedImages, FeedInterval, FeedSettings, PlainText, Timestamp};

/// Bytes of a name that the reader gives.
const NAME_BYTES: usize = 256;

impl Store {
    /// Gives a feed the reader's own name, which wins over the publisher's; an empty one brings the publisher's back.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn rename_feed(&self, id: FeedId, name: &str, now: Timestamp) -> Result<()> {
        let name = PlainText::new(name, NAME_BYTES);
        let name = (!name.is_empty()).then_some(name.as_str());
        self.write_user(|transaction| {
            let before: Option<Option<String>> = transaction
                .query_row("SELECT own_title FROM feeds WHERE id = ?1 AND unfollowed_at IS NULL", [id.0], |row| {
                    row.get(0)
                })
                .optional()?;
            let before = before.ok_or(StoreError::NotFound("this feed"))?;
            if before.as_deref() == name {
                return Ok(());
            }
            transaction.execute("UPDATE feeds SET own_title = ?2 WHERE id = ?1", params![id.0, name])?;
            journal(transaction, now, "rename_feed", &[(id.0, before)])
        })
    }

    /// Moves feeds into a folder, or out of any. Feeds that are not followed are passed over; `changed` counts the others
    /// that stood elsewhere.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn move_feeds(&self, ids: &[FeedId], folder: Option<&str>, now: Timestamp) -> Result<Changed> {
        let folder = folder.map(|name| PlainText::new(name, NAME_BYTES)).filter(|name| !name.is_empty());
        self.write_user(|transaction| {
            let mut moved = Vec::new();
            for id in ids {
                let before: Option<Option<String>> = transaction
                    .prepare_cached("SELECT folder FROM feeds WHERE id = ?1 AND unfollowed_at IS NULL")?
                    .query_row([id.0], |row| row.get(0))
                    .optional()?;
                moved.extend(before.map(|before| (id.0, before)));
            }
            put_into(transaction, "move_feeds", moved, folder.as_ref().map(PlainText::as_str), now)
        })
    }

    /// Renames a folder; one that has the new name already takes its feeds in.
    ///
    /// # Errors
    /// `NotFound` where no followed feed is in it, or the new name is empty.
    pub fn rename_folder(&self, from: &str, to: &str, now: Timestamp) -> Result<Changed> {
        let to = PlainText::new(to, NAME_BYTES);
        if to.is_empty() {
            return Err(StoreError::NotFound("a folder without a name"));
        }
        self.write_user(|transaction| {
            let inside = feeds_in(transaction, from)?;
            notify::rename_folder(transaction, from, to.as_str())?;
            put_into(transaction, "rename_folder", inside, Some(to.as_str()), now)
        })
    }

    /// Dissolves a folder; its feeds stay followed and stand in none.
    ///
    /// # Errors
    /// `NotFound` where no followed feed is in it.
    pub fn delete_folder(&self, name: &str, now: Timestamp) -> Result<Changed> {
        self.write_user(|transaction| {
            let inside = feeds_in(transaction, name)?;
            put_into(transaction, "delete_folder", inside, None, now)
        })
    }

    /// Replaces what the reader has chosen for a feed. A shorter interval counts from the last check on.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn set_feed_settings(&self, id: FeedId, settings: &FeedSettings, now: Timestamp) -> Result<()> {
        let settings = &settings.within_limits();
        self.write_user(|transaction| {
            let before = transaction
                .query_row(
                    "SELECT check_every, images, own_direction, in_live, keep_days, keep_most FROM feeds
                     WHERE id = ?1 AND unfollowed_at IS NULL",
                    [id.0],
                    |row| with_limits(settings_from(row, 0)?, row, 4),
                )
                .optional()?
                .ok_or(StoreError::NotFound("this feed"))?;
            if before == *settings {
                return Ok(());
            }
            write_settings(transaction, id.0, settings)?;
            journal(transaction, now, "set_feed_settings", &[(id.0, before)])
        })
    }
}

/// Writes the new folder and journals what really moved.
fn put_into(
    transaction: &Transaction<'_>,
    action: &str,
    mut feeds: Vec<(i64, Option<String>)>,
    folder: Option<&str>,
    now: Timestamp,
) -> Result<Changed> {
    feeds.retain(|(_, before)| before.as_deref() != folder);
    for (id, _) in &feeds {
        transaction.prepare_cached("UPDATE feeds SET folder = ?2 WHERE id = ?1")?.execute(params![id, folder])?;
    }
    journal(transaction, now, action, &feeds)?;
    Ok(Changed { changed: feeds.len() as u64 })
}

fn feeds_in(transaction: &Transaction<'_>, folder: &str) -> Result<Vec<(i64, Option<String>)>> {
    let mut statement = transaction.prepare("SELECT id FROM feeds WHERE folder = ?1 AND unfollowed_at IS NULL")?;
    let feeds: Vec<_> = statement
        .query_map([folder], |row| Ok((row.get(0)?, Some(folder.to_owned()))))?
        .collect::<rusqlite::Result<_>>()?;
    if feeds.is_empty() { Err(StoreError::NotFound("this folder")) } else { Ok(feeds) }
}

fn journal(
    transaction: &Transaction<'_>,
    now: Timestamp,
    action: &str,
    changed: &[(i64, impl Serialize)],
) -> Result<()> {
    let ids: Vec<i64> = changed.iter().map(|(id, _)| *id).collect();
    let before: Vec<_> = changed.iter().map(|(_, before)| before).collect();
    let before = serde_json::to_string(&before).map_err(|error| StoreError::Damaged(error.to_string()))?;
    remember_values(transaction, now, action, &ids, Some(&before))
}

/// Takes one of the actions of this file back, and says for how many feeds: what a later action changed again stays as that
/// one left it.
pub(crate) fn put_back(transaction: &Transaction<'_>, entry: &Entry<'_>) -> Result<u64> {
    if entry.action == "set_feed_settings" {
        let values: Vec<FeedSettings> = values(entry.before)?;
        entry.ids.iter().zip(&values).try_for_each(|(id, before)| write_settings(transaction, *id, before))?;
        return Ok(entry.ids.len() as u64);
    }
    let values: Vec<Option<String>> = values(entry.before)?;
    let (sql, changed_again) = match entry.action {
        "rename_feed" => ("UPDATE feeds SET own_title = ?2 WHERE id = ?1", HashSet::new()),
        _ => ("UPDATE feeds SET folder = ?2 WHERE id = ?1", put_elsewhere_since(transaction, entry.id)?),
    };
    if let ("rename_folder", Some(id), Some(Some(from))) = (entry.action, entry.ids.first(), values.first()) {
        let now: Option<String> = transaction
            .query_row("SELECT folder FROM feeds WHERE id = ?1", [id], |row| row.get(0))
            .optional()?
            .flatten();
        now.iter().try_for_each(|name| notify::rename_folder(transaction, name, from))?;
    }
    let mut count = 0;
    for (id, before) in entry.ids.iter().zip(values).filter(|(id, _)| !changed_again.contains(*id)) {
        transaction.prepare_cached(sql)?.execute(params![id, before])?;
        count += 1;
    }
    Ok(count)
}

/// Feeds whose folder an action after this entry of the journal changed.
fn put_elsewhere_since(transaction: &Transaction<'_>, entry: i64) -> Result<HashSet<i64>> {
    let mut statement = transaction.prepare_cached(
        "SELECT ids FROM undo WHERE id > ?1 AND action IN ('move_feeds', 'rename_folder', 'delete_folder')",
    )?;
    let lists = statement.query_map([entry], |row| row.get::<_, String>(0))?;
    let mut ids = HashSet::new();
    for list in lists {
        ids.extend(serde_json::from_str::<Vec<i64>>(&list?).unwrap_or_default());
    }
    Ok(ids)
}

fn values<T: DeserializeOwned>(before: &str) -> Result<Vec<T>> {
    serde_json::from_str(before).map_err(|error| StoreError::Damaged(error.to_string()))
}

pub(crate) fn write_settings(transaction: &Transaction<'_>, id: i64, settings: &FeedSettings) -> Result<()> {
    transaction.execute(
        "UPDATE feeds SET check_every = ?2, images = ?3, own_direction = ?4, in_live = ?5, keep_days = ?6, keep_most = ?7
         WHERE id = ?1",
        params![
            id,
            name(&settings.interval),
            name(&settings.images),
            name(&settings.direction),
            settings.in_live,
            settings.keep_days,
            settings.keep_most
        ],
    )?;
    // A feed in trouble keeps its wait: its site wants it, or nobody answers there.
    if let Some(seconds) = seconds(settings.interval) {
        transaction.execute(
            "UPDATE feed_checks SET next_check = min(next_check, last_checked + max(?2, coalesce(wish, 0)))
             WHERE feed_id = ?1 AND trouble_code IS NULL AND last_checked IS NOT NULL",
            params![id, seconds],
        )?;
    }
    Ok(())
}

fn seconds(interval: FeedInterval) -> Option<i64> {
    match interval {
        FeedInterval::Auto | FeedInterval::Paused => None,
        FeedInterval::QuarterHour => Some(15 * 60),
        FeedInterval::Hour => Some(3600),
        FeedInterval::SixHours => Some(6 * 3600),
        FeedInterval::Daily => Some(24 * 3600),
    }
}

/// From four columns that begin at `column`: interval, images, direction, shown in Live. Where articles end is not among them.
pub(crate) fn settings_from(row: &Row<'_>, column: usize) -> rusqlite::Result<FeedSettings> {
    Ok(FeedSettings {
        interval: interval_from(&row.get::<_, String>(column)?),
        images: named::<FeedImages>(&row.get::<_, String>(column + 1)?),
        direction: named::<FeedDirection>(&row.get::<_, String>(column + 2)?),
        in_live: row.get(column + 3)?,
        ..FeedSettings::default()
    })
}

/// With the limits of two columns that begin at `column`: days, number.
pub(crate) fn with_limits(settings: FeedSettings, row: &Row<'_>, column: usize) -> rusqlite::Result<FeedSettings> {
    Ok(FeedSettings { keep_days: row.get(column)?, keep_most: row.get(column + 1)?, ..settings })
}

pub(crate) fn interval_from(text: &str) -> FeedInterval {
    named(text)
}

/// The word by which the value is known in every layer.
fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// A word that this version does not know means the usual.
fn named<T: DeserializeOwned + Default>(text: &str) -> T {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).unwrap_or_default()
}
