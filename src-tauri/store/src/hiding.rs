//! Hiding: single articles that the reader wants to see in the ticker no more. They keep their place, stand among what was
//! muted today, and can be shown again. What is saved stays among the saved.

use crate::{Result, Store, mutes, undo};
use rusqlite::{Transaction, params};
use stoppress_model::{ArticleId, Changed, Timestamp};

/// What is left out of the ticker though its feed is followed. Said twice, so that SQLite takes the index of these rows, which has
/// those of unfollowed feeds too. The bits of `status.hidden`: 1 its feed is unfollowed, 2 it is muted, 4 the reader has
/// hidden it.
pub(crate) const LEFT_OUT: &str = "s.hidden >= 2 AND s.hidden & 1 = 0";

/// Of what is left out, the articles of after a moment and those that the reader has hidden after it, by the journal: undoing
/// takes them out of that. The plus keeps SQLite from walking all that was ever left out.
pub(crate) const LEFT_OUT_SINCE: &str = "+s.hidden >= 2 AND s.hidden & 1 = 0 AND s.article_id IN (
   SELECT article_id FROM status WHERE hidden >= 2 AND ticker_at >= ?
   UNION ALL SELECT hid.value FROM undo, json_each(undo.ids) hid WHERE undo.action = 'hide' AND undo.at >= ?)";

impl Store {
    /// Takes articles out of the ticker (`true`), or lets them in again, where no mute holds them. Ids that are not there are passed
    /// over; only real changes count and can be undone.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn hide(&self, ids: &[ArticleId], hidden: bool, now: Timestamp) -> Result<Changed> {
        self.write_user(|transaction| {
            let changed = set_hidden(transaction, ids.iter().map(|id| id.0), hidden, now)?;
            undo::remember(transaction, now, if hidden { "hide" } else { "unhide" }, &changed)?;
            Ok(Changed { changed: changed.len() as u64 })
        })
    }
}

/// Hides or shows, and returns the ids for which that changed something. Other reasons for being hidden stay as they are; mutes
/// that were made meanwhile are asked about what is shown.
pub(crate) fn set_hidden(
    transaction: &Transaction<'_>,
    ids: impl Iterator<Item = i64>,
    hidden: bool,
    now: Timestamp,
) -> Result<Vec<i64>> {
    let mut set = transaction.prepare_cached(
        "UPDATE status SET hidden = (hidden & 3) + 4 * ?2 WHERE article_id = ?1 AND (hidden >= 4) <> ?2",
    )?;
    let mut changed = Vec::new();
    for id in ids {
        if set.execute(params![id, hidden])? > 0 {
            changed.push(id);
        }
    }
    if !hidden {
        mutes::judge(transaction, &changed, now)?;
    }
    Ok(changed)
}
