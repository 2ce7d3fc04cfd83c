//! What the reader does to sources: names, folders, settings of one feed. All of it can be undone.
//!
//! What a folder is, and that one holds those under it, says `stoppress_model::folder`. Folders are compared by [`WITHIN`] or,
//! in memory, by `folder::is_within`.

use crate::{
    Result, Store, StoreError, notify,
    undo::{Entry, remember_values},
};
use rusqlite::{OptionalExtension, Row, Transaction, params, types::Value};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::HashSet;
use stoppress_model::{
    Changed, FeedDirection, FeedId, FeedImages, FeedInterval, FeedSettings, PlainText, Timestamp, folder,
};

/// Bytes of a name that the reader gives.
const NAME_BYTES: usize = 256;

/// The feeds of a folder and of those under it, for [`bounds`]: `0` is the character behind `/`, so that `Technology` is not in
/// `Tech`, and the index of folders is used.
pub(crate) const WITHIN: &str = "(folder = ? OR folder > ? AND folder < ?)";

/// The feeds of a language, for [`beginning`]; in memory [`speaks`] says the same.
pub(crate) const SPEAKING: &str = "substr(lower(replace(trim(language), '_', '-')) || '-', 1, ?) = ?";

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
        let folder = folder.and_then(folder::path).map(|path| path.to_string());
        self.write_user(|transaction| {
            let mut moved = Vec::new();
            for id in ids {
                let before: Option<Option<String>> = transaction
                    .prepare_cached("SELECT folder FROM feeds WHERE id = ?1 AND unfollowed_at IS NULL")?
                    .query_row([id.0], |row| row.get(0))
                    .optional()?;
                moved.extend(before.map(|before| Moved { id: id.0, before, after: folder.clone() }));
            }
            put_into(transaction, "move_feeds", moved, Vec::new(), now)
        })
    }

    /// Gives a folder another path, and with it those under it: from `Tech` to `Technik`, `Tech/News` becomes `Technik/News`.
    /// One that is there already takes the feeds in. Rules for notifications go along.
    ///
    /// # Errors
    /// `NotFound` where no followed feed is in it, or the new path has no name; `Unusable` where a path would be too long.
    pub fn rename_folder(&self, from: &str, to: &str, now: Timestamp) -> Result<Changed> {
        let to = folder::path(to).ok_or(StoreError::NotFound("a folder without a name"))?;
        self.write_user(|transaction| {
            let inside = put_under(feeds_in(transaction, from)?, from, Some(to.as_str()))?;
            let rules = notify::move_folder(transaction, from, Some(to.as_str()), true)?;
            put_into(transaction, "rename_folder", inside, rules, now)
        })
    }

    /// Dissolves one folder: what was in it moves up to where it stood, into the folder around it or out of any. Feeds stay
    /// followed, and the folders under it stay folders: whoever takes one label away does not mean those below it. The rule for
    /// notifications about it rests, so that none tells of more than it was made for.
    ///
    /// # Errors
    /// `NotFound` where no followed feed is in it.
    pub fn delete_folder(&self, name: &str, now: Timestamp) -> Result<Changed> {
        self.write_user(|transaction| {
            let outer = folder::parent(name);
            let inside = put_under(feeds_in(transaction, name)?, name, outer)?;
            let rules = notify::move_folder(transaction, name, outer, false)?;
            put_into(transaction, "delete_folder", inside, rules, now)
        })
    }

    /// Replaces what the reader has chosen for a feed. A shorter interval counts from the last check on.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn set_feed_settings(&self, id: FeedId, settings: &FeedSettings, now: Timestamp) -> Result<()> {
        let settings = &settings.within_limits();
        self.write_user(|transaction| {
            let before = settings_of(transaction, id.0)?.ok_or(StoreError::NotFound("this feed"))?;
            if before == *settings {
                return Ok(());
            }
            write_settings(transaction, id.0, settings)?;
            journal(transaction, now, "set_feed_settings", &[(id.0, before)])
        })
    }
}

/// What [`SPEAKING`] compares with: the tag with a `-` behind it, and how long that is.
pub(crate) fn beginning(language: &str) -> [Value; 2] {
    let wanted = ended(language);
    [Value::Integer(i64::try_from(wanted.chars().count()).unwrap_or(i64::MAX)), Value::Text(wanted)]
}

/// True where a feed's language is `wanted` or a kind of it: `pt-BR` is `pt`. Publishers write `en-GB`, `EN` and `en_GB`.
pub(crate) fn speaks(language: Option<&str>, wanted: &str) -> bool {
    language.is_some_and(|language| ended(language).starts_with(&ended(wanted)))
}

/// A tag as it is compared.
fn ended(tag: &str) -> String {
    format!("{}-", tag.trim().to_ascii_lowercase().replace('_', "-"))
}

/// What [`WITHIN`] compares with.
pub(crate) fn bounds(folder: &str) -> [String; 3] {
    [folder.to_owned(), format!("{folder}/"), format!("{folder}0")]
}

/// A feed that goes from one folder to another.
struct Moved {
    id: i64,
    before: Option<String>,
    after: Option<String>,
}

/// What the journal keeps: the name or folder that each feed had, and beside them the rules for notifications that went along
/// with a folder. Where none did, the values alone.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum Before {
    Values(Vec<Option<String>>),
    WithRules { values: Vec<Option<String>>, rules: Vec<notify::MovedRule> },
}

/// Writes the new folders and journals what really moved.
fn put_into(
    transaction: &Transaction<'_>,
    action: &str,
    mut feeds: Vec<Moved>,
    rules: Vec<notify::MovedRule>,
    now: Timestamp,
) -> Result<Changed> {
    feeds.retain(|feed| feed.before != feed.after);
    for feed in &feeds {
        let mut update = transaction.prepare_cached("UPDATE feeds SET folder = ?2 WHERE id = ?1")?;
        update.execute(params![feed.id, feed.after])?;
    }
    let ids: Vec<i64> = feeds.iter().map(|feed| feed.id).collect();
    let values = feeds.into_iter().map(|feed| feed.before).collect();
    let before = if rules.is_empty() { Before::Values(values) } else { Before::WithRules { values, rules } };
    remember_values(transaction, now, action, &ids, Some(&written(&before)?))?;
    Ok(Changed { changed: ids.len() as u64 })
}

/// Where the feeds of a folder are when it has become `to`.
fn put_under(mut feeds: Vec<Moved>, from: &str, to: Option<&str>) -> Result<Vec<Moved>> {
    for feed in &mut feeds {
        feed.after = feed.before.as_deref().and_then(|before| folder::moved(before, from, to)).flatten();
        if feed.after.as_ref().is_some_and(|path| path.len() > folder::BYTES) {
            return Err(StoreError::Unusable("The names of these folders are too long together. Nothing was changed."));
        }
    }
    Ok(feeds)
}

/// The followed feeds of a folder and of those under it.
fn feeds_in(transaction: &Transaction<'_>, folder: &str) -> Result<Vec<Moved>> {
    let mut statement =
        transaction.prepare(&format!("SELECT id, folder FROM feeds WHERE {WITHIN} AND unfollowed_at IS NULL"))?;
    let feeds: Vec<_> = statement
        .query_map(bounds(folder), |row| Ok(Moved { id: row.get(0)?, before: row.get(1)?, after: None }))?
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
    remember_values(transaction, now, action, &ids, Some(&written(&before)?))
}

fn written(before: &impl Serialize) -> Result<String> {
    serde_json::to_string(before).map_err(|error| StoreError::Damaged(error.to_string()))
}

/// Takes one of the actions of this file back, and says for how many feeds: what a later action changed again stays as that
/// one left it.
pub(crate) fn put_back(transaction: &Transaction<'_>, entry: &Entry<'_>) -> Result<u64> {
    if entry.action == "set_feed_settings" {
        let values: Vec<FeedSettings> = read(entry.before)?;
        entry.ids.iter().zip(&values).try_for_each(|(id, before)| write_settings(transaction, *id, before))?;
        return Ok(entry.ids.len() as u64);
    }
    let (values, rules) = match read(entry.before)? {
        Before::Values(values) => (values, Vec::new()),
        Before::WithRules { values, rules } => (values, rules),
    };
    let (sql, changed_again) = match entry.action {
        "rename_feed" => ("UPDATE feeds SET own_title = ?2 WHERE id = ?1", HashSet::new()),
        _ => ("UPDATE feeds SET folder = ?2 WHERE id = ?1", put_elsewhere_since(transaction, entry.id)?),
    };
    rules.iter().try_for_each(|rule| notify::move_back(transaction, rule))?;
    let mut count = 0;
    for (id, before) in entry.ids.iter().zip(values).filter(|(id, _)| !changed_again.contains(*id)) {
        transaction.prepare_cached(sql)?.execute(params![id, before])?;
        count += 1;
    }
    Ok(count)
}

/// What [`put_back`] would have to put back to do the action again.
pub(crate) fn values_now(transaction: &Transaction<'_>, entry: &Entry<'_>) -> Result<String> {
    if entry.action == "set_feed_settings" {
        let settings = entry.ids.iter().map(|id| settings_of(transaction, *id)).collect::<Result<Vec<_>>>()?;
        return written(&settings.into_iter().map(Option::unwrap_or_default).collect::<Vec<_>>());
    }
    let column = if entry.action == "rename_feed" { "own_title" } else { "folder" };
    let mut statement = transaction.prepare_cached(&format!("SELECT {column} FROM feeds WHERE id = ?1"))?;
    let mut values = Vec::with_capacity(entry.ids.len());
    for id in entry.ids {
        values.push(statement.query_row([id], |row| row.get::<_, Option<String>>(0)).optional()?.flatten());
    }
    match read(entry.before)? {
        Before::Values(_) => written(&values),
        Before::WithRules { rules, .. } => {
            let rules = rules.into_iter().map(notify::MovedRule::turned).collect();
            written(&Before::WithRules { values, rules })
        }
    }
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

fn read<T: DeserializeOwned>(before: &str) -> Result<T> {
    serde_json::from_str(before).map_err(|error| StoreError::Damaged(error.to_string()))
}

/// What the reader has chosen for a feed that is followed.
fn settings_of(transaction: &Transaction<'_>, id: i64) -> Result<Option<FeedSettings>> {
    let settings = transaction
        .prepare_cached(
            "SELECT check_every, images, own_direction, in_live, keep_days, keep_most FROM feeds
             WHERE id = ?1 AND unfollowed_at IS NULL",
        )?
        .query_row([id], |row| with_limits(settings_from(row, 0)?, row, 4));
    Ok(settings.optional()?)
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
