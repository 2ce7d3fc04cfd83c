//! The undo journal: what the reader did, so that it can be taken back, also after a restart, and done again after that for as
//! long as nothing else was done.

use crate::{
    Result, Store, feeds::set_followed, hiding::set_hidden, moving, mutes, notify, saved::set_removed, sources,
    status::set_read_of_many, tags,
};
use rusqlite::{OptionalExtension, Transaction, params};
use stoppress_model::{ArticleId, FeedId, Timestamp, Undone};

/// How long an action can be taken back, in seconds (RULES: 30 days).
pub(crate) const KEPT: i64 = 30 * 24 * 3600;

/// What the last action was that can be taken back.
pub(crate) const UNDOABLE: &str =
    "SELECT action FROM undo WHERE at >= ?1 AND action NOT IN ('adopt_address', 'merge_feeds')
                 ORDER BY id DESC LIMIT 1";

impl Store {
    /// Takes the last action back that changed something and is not older than 30 days; with `action`, the last of that kind:
    /// the button beside "Removed from Saved" must not take back what happened a moment later. What was done because a
    /// publisher has moved is only taken back by its name.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn undo(&self, action: Option<&str>, now: Timestamp) -> Result<Undone> {
        self.write_user(|transaction| {
            let last: Option<(i64, String, String, Option<String>)> = transaction
                .query_row(
                    "SELECT id, action, ids, before FROM undo
                     WHERE at >= ?1 AND iif(?2 IS NULL, action NOT IN ('adopt_address', 'merge_feeds'), action = ?2)
                     ORDER BY id DESC LIMIT 1",
                    params![now.0 - KEPT, action],
                    |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
                )
                .optional()?;
            let Some((entry, action, ids, before)) = last else {
                return Ok(Undone { action: None, count: 0, article: None });
            };
            let ids: Vec<i64> = serde_json::from_str(&ids).unwrap_or_default();
            let journalled = Entry { id: entry, action: &action, ids: &ids, before: before.as_deref().unwrap_or("[]") };
            let again = values_now(transaction, &journalled)?;
            let (of_articles, count) = take_back(transaction, &journalled, now)?;
            if opposite(&action).is_some() {
                transaction.execute(
                    "INSERT INTO redo (at, action, ids, before, again) SELECT at, action, ids, before, ?2 FROM undo WHERE id = ?1",
                    params![entry, again],
                )?;
            }
            transaction.execute("DELETE FROM undo WHERE id = ?1", [entry])?;
            let article = ids.first().filter(|_| of_articles && ids.len() == 1).map(|id| ArticleId(*id));
            Ok(Undone { action: Some(action), count, article })
        })
    }

    /// Does again what was taken back last. Whatever the reader does meanwhile ends that; so does the change of a source's address,
    /// which is taken back for good.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn redo(&self, now: Timestamp) -> Result<Undone> {
        self.write_user(|transaction| {
            let last: Option<(i64, String, String, Option<String>)> = transaction
                .query_row(
                    "SELECT id, action, ids, again FROM redo WHERE at >= ?1 ORDER BY id DESC LIMIT 1",
                    [now.0 - KEPT],
                    |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
                )
                .optional()?;
            let Some((entry, action, ids, again)) = last else {
                return Ok(Undone { action: None, count: 0, article: None });
            };
            let ids: Vec<i64> = serde_json::from_str(&ids).unwrap_or_default();
            let before = again.as_deref().unwrap_or("[]");
            // Nothing was journalled since, so nothing changed anything again.
            let turned = Entry { id: i64::MAX, action: opposite(&action).unwrap_or_default(), ids: &ids, before };
            let (of_articles, count) = take_back(transaction, &turned, now)?;
            transaction.execute(
                "INSERT INTO undo (at, action, ids, before) SELECT at, action, ids, before FROM redo WHERE id = ?1",
                [entry],
            )?;
            transaction.execute("DELETE FROM redo WHERE id = ?1", [entry])?;
            let article = ids.first().filter(|_| of_articles && ids.len() == 1).map(|id| ArticleId(*id));
            Ok(Undone { action: Some(action), count, article })
        })
    }

    /// The action that [`Store::undo`] would take back.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn undoable(&self, now: Timestamp) -> Result<Option<String>> {
        Ok(self.read()?.prepare_cached(UNDOABLE)?.query_row([now.0 - KEPT], |row| row.get(0)).optional()?)
    }
}

/// An entry of the journal.
pub(crate) struct Entry<'a> {
    pub(crate) id: i64,
    pub(crate) action: &'a str,
    pub(crate) ids: &'a [i64],
    /// The values before, one for each id, as a JSON array.
    pub(crate) before: &'a str,
}

/// The action whose taking back does this one again; `None` where there is none.
fn opposite(action: &str) -> Option<&str> {
    Some(match action {
        "mark_read" | "mark_all_read" => "mark_unread",
        "mark_unread" => "mark_read",
        "save_article" | "import_saved" => "unsave_article",
        "unsave_article" => "save_article",
        "unfollow" => "follow",
        "follow" | "import" => "unfollow",
        "mute" => "unmute",
        "unmute" => "mute",
        "hide" => "unhide",
        "unhide" => "hide",
        "notify" => "unnotify",
        "unnotify" => "notify",
        // These carry their values.
        "set_tags" | "rename_feed" | "move_feeds" | "rename_folder" | "delete_folder" | "set_feed_settings" => action,
        _ => return None,
    })
}

/// What an action that carries values has set, as it is before it is taken back.
fn values_now(transaction: &Transaction<'_>, entry: &Entry<'_>) -> Result<Option<String>> {
    match entry.action {
        "set_tags" => tags::values_now(transaction, entry).map(Some),
        "rename_feed" | "move_feeds" | "rename_folder" | "delete_folder" | "set_feed_settings" => {
            sources::values_now(transaction, entry).map(Some)
        }
        _ => Ok(None),
    }
}

/// Whether the ids are articles, and how many of them were taken back.
fn take_back(transaction: &Transaction<'_>, entry: &Entry<'_>, now: Timestamp) -> Result<(bool, u64)> {
    let Entry { action, ids, .. } = *entry;
    let all = ids.len() as u64;
    match action {
        "mark_read" | "mark_all_read" | "mark_unread" => {
            set_read_of_many(transaction, ids, action == "mark_unread")?;
        }
        "hide" | "unhide" => {
            set_hidden(transaction, ids.iter().copied(), action == "unhide", now)?;
        }
        "save_article" | "import_saved" => {
            ids.iter().try_for_each(|id| set_removed(transaction, ArticleId(*id), Some(now)))?
        }
        "set_tags" => tags::put_back(transaction, entry)?,
        "unsave_article" => ids.iter().try_for_each(|id| set_removed(transaction, ArticleId(*id), None))?,
        "unfollow" => {
            let folders: Vec<Option<String>> = serde_json::from_str(entry.before).unwrap_or_default();
            for (place, id) in ids.iter().enumerate() {
                let has_returned = set_followed(transaction, FeedId(*id), None)?;
                // It may have been followed into another folder and unfollowed again meanwhile.
                if let (true, Some(folder)) = (has_returned, folders.get(place)) {
                    transaction.execute("UPDATE feeds SET folder = ?2 WHERE id = ?1", params![id, folder])?;
                }
            }
            return Ok((false, all));
        }
        "rename_feed" | "move_feeds" | "rename_folder" | "delete_folder" | "set_feed_settings" => {
            return Ok((false, sources::put_back(transaction, entry)?));
        }
        "change_address" | "adopt_address" | "merge_feeds" => {
            return Ok((false, moving::take_back(transaction, entry)?));
        }
        "mute" | "unmute" => {
            ids.iter().try_for_each(|id| mutes::take_back(transaction, action, *id, now))?;
            return Ok((false, all));
        }
        "notify" | "unnotify" => {
            ids.iter().try_for_each(|id| notify::take_back(transaction, action, *id, now))?;
            return Ok((false, all));
        }
        "follow" | "import" => {
            for id in ids {
                set_followed(transaction, FeedId(*id), Some(now))?;
            }
            return Ok((false, all));
        }
        _ => {}
    }
    Ok((true, all))
}

/// Writes an entry in the transaction of the action itself. Nothing changed = nothing to take back.
pub(crate) fn remember(transaction: &Transaction<'_>, now: Timestamp, action: &str, ids: &[i64]) -> Result<()> {
    remember_values(transaction, now, action, ids, None)
}

/// As [`remember`], with the values that were there before, one for each id, as a JSON array.
pub(crate) fn remember_values(
    transaction: &Transaction<'_>,
    now: Timestamp,
    action: &str,
    ids: &[i64],
    before: Option<&str>,
) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    // A publisher that moves is nothing that the reader does.
    if !matches!(action, "adopt_address" | "merge_feeds") {
        transaction.prepare_cached("DELETE FROM redo")?.execute([])?;
    }
    let ids = serde_json::to_string(ids).unwrap_or_else(|_| "[]".into());
    transaction
        .prepare_cached("INSERT INTO undo (at, action, ids, before) VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![now.0, action, ids, before])?;
    Ok(())
}
