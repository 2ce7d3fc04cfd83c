//! Feeds whose address changes: because the reader says so, because their publisher has moved them for good, and into a feed
//! that is followed already. All of it can be undone.

use crate::{
    Result, Store, StoreError,
    checks::log_move,
    feeds::{NEVER, set_followed},
    older,
    renamed::page,
    undo::{Entry, remember_values},
};
use rusqlite::{OptionalExtension, Transaction, params};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::{HashMap, HashSet};
use stoppress_model::{FeedId, Timestamp};

/// What became of a feed that has moved for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Adopted {
    /// It had that address already, or is not followed.
    Nothing,
    /// It is asked at its new address from now on.
    Moved,
    /// Another followed feed has that address: both are one now.
    Merged(FeedId),
}

/// The journal's note of a change of address.
#[derive(Serialize, Deserialize)]
struct AddressBefore {
    url: String,
    to: String,
    typed_origin: Option<String>,
}

/// The journal's note of two feeds that became one.
#[derive(Default, Serialize, Deserialize)]
struct MergeBefore {
    /// The address of the feed that stayed.
    to: String,
    /// Articles that went from the one to the other.
    moved: Vec<i64>,
    /// Articles that changed places: of the feed that went, of the one that stayed.
    exchanged: Vec<(i64, i64)>,
    /// Articles that turned read.
    read: Vec<i64>,
    /// Saved copies that stand under the feed that stayed, though their articles did not go there.
    #[serde(default)]
    saved: Vec<i64>,
    folder: Option<String>,
    own_title: Option<String>,
}

impl Store {
    /// Gives a feed another address, because the reader says so. What the old address gave to recognise an unchanged body by is
    /// forgotten, and so is its trouble; it is due at once.
    ///
    /// # Errors
    /// `NotFound` where it is not followed; `Unusable` where another followed feed has that address.
    pub fn change_address(&self, id: FeedId, url: &str, typed_origin: Option<&str>, now: Timestamp) -> Result<()> {
        self.write_user(|transaction| {
            let Some((before, origin)) = address_of(transaction, id)? else {
                return Err(StoreError::NotFound("this feed"));
            };
            if let Some((_, true)) = holder(transaction, url, id)? {
                return Err(StoreError::Unusable("This address is followed already. Nothing was changed."));
            }
            if before == url {
                return Ok(());
            }
            give_address(transaction, id, url, typed_origin)?;
            begin_anew(transaction, id)?;
            let note = AddressBefore { url: before, to: url.to_owned(), typed_origin: origin };
            remember_values(transaction, now, "change_address", &[id.0], Some(&json(&[note])?))
        })
    }

    /// Adopts the address that a feed has permanently moved to. Where another followed feed has it, the two become one: what was
    /// read stays read, what was saved stays saved, articles and folder of the one that moved go to the other where that has
    /// none.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn adopt_address(&self, id: FeedId, url: &str, now: Timestamp) -> Result<Adopted> {
        self.write_feed(|transaction| {
            transaction
                .execute("UPDATE feed_checks SET moved_url = NULL, moved_since = NULL WHERE feed_id = ?1", [id.0])?;
            let Some((before, typed_origin)) = address_of(transaction, id)? else { return Ok(Adopted::Nothing) };
            if before == url {
                return Ok(Adopted::Nothing);
            }
            if let Some((other, true)) = holder(transaction, url, id)? {
                let note = merge(transaction, id, other, url, now)?;
                remember_values(transaction, now, "merge_feeds", &[id.0, other.0], Some(&json(&note)?))?;
                log_move(transaction, other, now, "merged", &before)?;
                return Ok(Adopted::Merged(other));
            }
            give_address(transaction, id, url, typed_origin.as_deref())?;
            let note = AddressBefore { url: before, to: url.to_owned(), typed_origin };
            remember_values(transaction, now, "adopt_address", &[id.0], Some(&json(&[note])?))?;
            log_move(transaction, id, now, "moved", url)?;
            Ok(Adopted::Moved)
        })
    }
}

/// Takes one of the actions of this file back, and says for how many feeds.
pub(crate) fn take_back(transaction: &Transaction<'_>, entry: &Entry<'_>) -> Result<u64> {
    if entry.action == "merge_feeds" {
        return part(transaction, entry);
    }
    let notes: Vec<AddressBefore> = parse(entry.before)?;
    let mut count = 0;
    for (id, note) in entry.ids.iter().zip(notes) {
        let id = FeedId(*id);
        let now_at = address_of(transaction, id)?.map(|(url, _)| url);
        // What was changed again since then stays as that left it; so does what would collide.
        if now_at.as_deref() != Some(note.to.as_str()) || matches!(holder(transaction, &note.url, id)?, Some((_, true)))
        {
            continue;
        }
        give_address(transaction, id, &note.url, note.typed_origin.as_deref())?;
        begin_anew(transaction, id)?;
        if entry.action == "adopt_address" {
            never_adopt(transaction, id, &note.to)?;
        }
        count += 1;
    }
    Ok(count)
}

/// Both feeds as they were.
fn part(transaction: &Transaction<'_>, entry: &Entry<'_>) -> Result<u64> {
    let [gone, stayed] = *entry.ids else { return Ok(0) };
    let (gone, stayed) = (FeedId(gone), FeedId(stayed));
    let note: MergeBefore = parse(entry.before)?;
    if address_of(transaction, gone)?.is_some() {
        // It was followed again meanwhile.
        return Ok(0);
    }
    for id in &note.moved {
        put(transaction, *id, gone, true)?;
    }
    for (a, b) in &note.exchanged {
        exchange(transaction, *a, *b)?;
    }
    for id in &note.saved {
        transaction.execute(
            "UPDATE saved SET feed_id = ?2 WHERE article_id = ?1 AND feed_id = ?3",
            params![id, gone.0, stayed.0],
        )?;
    }
    for id in &note.read {
        transaction.execute("UPDATE status SET read = 0 WHERE article_id = ?1", [id])?;
    }
    transaction.execute(
        "UPDATE feeds SET folder = ?2, own_title = ?3 WHERE id = ?1",
        params![stayed.0, note.folder, note.own_title],
    )?;
    set_followed(transaction, gone, None)?;
    count_again(transaction, gone)?;
    count_again(transaction, stayed)?;
    never_adopt(transaction, gone, &note.to)?;
    Ok(2)
}

/// Makes one feed of two; the first is no longer followed.
fn merge(transaction: &Transaction<'_>, from: FeedId, to: FeedId, url: &str, now: Timestamp) -> Result<MergeBefore> {
    let (folder, own_title) =
        transaction.query_row("SELECT folder, own_title FROM feeds WHERE id = ?1", [to.0], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    let mut note = MergeBefore { to: url.to_owned(), folder, own_title, ..MergeBefore::default() };
    set_followed(transaction, from, Some(now))?;
    for twin in twins(transaction, from, to)? {
        match twin.theirs {
            None => {
                put(transaction, twin.ours, to, false)?;
                note.moved.push(twin.ours);
            }
            Some(theirs) => {
                if twin.ours_is_read && !twin.theirs_is_read {
                    transaction.execute("UPDATE status SET read = 1 WHERE article_id = ?1", [theirs])?;
                    note.read.push(theirs);
                }
                // The row that the reader has saved is the one that is shown.
                if twin.ours_is_saved && !twin.theirs_is_saved {
                    exchange(transaction, twin.ours, theirs)?;
                    note.exchanged.push((twin.ours, theirs));
                }
            }
        }
    }
    // Copies whose twin is saved too, and copies of what left the feed long ago: nothing that is saved stays behind.
    note.saved = transaction
        .prepare_cached("UPDATE saved SET feed_id = ?2 WHERE feed_id = ?1 RETURNING article_id")?
        .query_map(params![from.0, to.0], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    transaction.execute(
        "UPDATE feeds SET folder = coalesce(folder, (SELECT folder FROM feeds WHERE id = ?2)),
           own_title = coalesce(own_title, (SELECT own_title FROM feeds WHERE id = ?2)) WHERE id = ?1",
        params![to.0, from.0],
    )?;
    count_again(transaction, from)?;
    count_again(transaction, to)?;
    Ok(note)
}

struct Twin {
    ours: i64,
    ours_is_read: bool,
    ours_is_saved: bool,
    theirs: Option<i64>,
    theirs_is_read: bool,
    theirs_is_saved: bool,
}

struct Here {
    id: i64,
    key: Vec<u8>,
    page: Option<String>,
    is_read: bool,
    is_saved: bool,
}

/// Every article of a feed with the one that is the same in another feed: by its key, else by its address.
fn twins(transaction: &Transaction<'_>, from: FeedId, to: FeedId) -> Result<Vec<Twin>> {
    let theirs = articles_of(transaction, to)?;
    let by_key: HashMap<&[u8], &Here> = theirs.iter().map(|one| (one.key.as_slice(), one)).collect();
    let by_page: HashMap<&str, &Here> = theirs.iter().filter_map(|one| Some((one.page.as_deref()?, one))).collect();
    let mut taken = HashSet::new();
    let twins = articles_of(transaction, from)?.into_iter().map(|ours| {
        let same_key = by_key.get(ours.key.as_slice());
        let twin = same_key.or_else(|| by_page.get(ours.page.as_deref()?)).filter(|twin| taken.insert(twin.id));
        // Its key may be taken although its twin is: then it stays where it is, hidden.
        let theirs = twin.or(same_key);
        Twin {
            ours: ours.id,
            ours_is_read: ours.is_read,
            ours_is_saved: ours.is_saved && twin.is_some(),
            theirs: theirs.map(|twin| twin.id),
            theirs_is_read: theirs.is_some_and(|twin| twin.is_read),
            theirs_is_saved: theirs.is_some_and(|twin| twin.is_saved),
        }
    });
    Ok(twins.collect())
}

fn articles_of(transaction: &Transaction<'_>, feed: FeedId) -> Result<Vec<Here>> {
    let mut statement = transaction.prepare_cached(
        "SELECT a.id, a.key, a.url, s.read,
                EXISTS (SELECT 1 FROM saved v WHERE v.article_id = a.id AND v.removed_at IS NULL)
         FROM articles a JOIN status s ON s.article_id = a.id WHERE a.feed_id = ?1",
    )?;
    let here = statement.query_map([feed.0], |row| {
        let url: Option<String> = row.get(2)?;
        let page = url.as_deref().map(page);
        Ok(Here { id: row.get(0)?, key: row.get(1)?, page, is_read: row.get(3)?, is_saved: row.get(4)? })
    })?;
    Ok(here.collect::<rusqlite::Result<_>>()?)
}

/// Puts an article into another feed; `hidden` where that is not followed.
fn put(transaction: &Transaction<'_>, id: i64, to: FeedId, hidden: bool) -> Result<()> {
    transaction
        .prepare_cached("DELETE FROM tombstones WHERE feed_id = ?2 AND key = (SELECT key FROM articles WHERE id = ?1)")?
        .execute(params![id, to.0])?;
    transaction.prepare_cached("UPDATE articles SET feed_id = ?2 WHERE id = ?1")?.execute(params![id, to.0])?;
    transaction
        .prepare_cached("UPDATE status SET feed_id = ?2, hidden = (hidden & 6) + ?3 WHERE article_id = ?1")?
        .execute(params![id, to.0, hidden])?;
    transaction.prepare_cached("UPDATE saved SET feed_id = ?2 WHERE article_id = ?1")?.execute(params![id, to.0])?;
    transaction
        .prepare_cached(
            "INSERT INTO search_todo (article_id) VALUES (?1) ON CONFLICT (article_id) DO UPDATE SET mark = mark + 1",
        )?
        .execute([id])?;
    Ok(())
}

/// Two articles of two feeds change places, each under the key of the other.
fn exchange(transaction: &Transaction<'_>, a: i64, b: i64) -> Result<()> {
    let of = |id: i64| -> Result<(i64, Vec<u8>, i64)> {
        Ok(transaction
            .prepare_cached(
                "SELECT a.feed_id, a.key, s.hidden & 1 FROM articles a JOIN status s ON s.article_id = a.id
                 WHERE a.id = ?1",
            )?
            .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
    };
    let ((feed_a, key_a, hidden_a), (feed_b, key_b, hidden_b)) = (of(a)?, of(b)?);
    let mut set_key = transaction.prepare_cached("UPDATE articles SET key = ?2 WHERE id = ?1")?;
    // No key of an article is so short: nothing collides on the way.
    set_key.execute(params![a, b"a"])?;
    set_key.execute(params![b, b"b"])?;
    put(transaction, a, FeedId(feed_b), hidden_b == 1)?;
    put(transaction, b, FeedId(feed_a), hidden_a == 1)?;
    set_key.execute(params![a, key_b])?;
    set_key.execute(params![b, key_a])?;
    Ok(())
}

/// The address of a followed feed, and the origin the reader typed.
fn address_of(transaction: &Transaction<'_>, id: FeedId) -> Result<Option<(String, Option<String>)>> {
    Ok(transaction
        .query_row("SELECT url, typed_origin FROM feeds WHERE id = ?1 AND unfollowed_at IS NULL", [id.0], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?)
}

/// Another feed that has this address, and whether it is followed.
fn holder(transaction: &Transaction<'_>, url: &str, but: FeedId) -> Result<Option<(FeedId, bool)>> {
    Ok(transaction
        .query_row(
            "SELECT id, unfollowed_at IS NULL FROM feeds WHERE url = ?1 AND id <> ?2",
            params![url, but.0],
            |row| Ok((FeedId(row.get(0)?), row.get(1)?)),
        )
        .optional()?)
}

/// Writes an address that no followed feed has. One that was unfollowed and has it gets the old one, so that it can still come
/// back.
fn give_address(transaction: &Transaction<'_>, id: FeedId, url: &str, typed_origin: Option<&str>) -> Result<()> {
    let held = holder(transaction, url, id)?;
    let before: String = transaction.query_row("SELECT url FROM feeds WHERE id = ?1", [id.0], |row| row.get(0))?;
    let mut set = transaction.prepare_cached("UPDATE feeds SET url = ?2 WHERE id = ?1")?;
    if let Some((other, _)) = held {
        set.execute(params![other.0, format!("unfollowed:{}", other.0)])?;
    }
    set.execute(params![id.0, url])?;
    if let Some((other, _)) = held {
        set.execute(params![other.0, before])?;
    }
    transaction.execute("UPDATE feeds SET typed_origin = ?2 WHERE id = ?1", params![id.0, typed_origin])?;
    Ok(())
}

/// Nothing that an old address gave holds for a new one.
fn begin_anew(transaction: &Transaction<'_>, id: FeedId) -> Result<()> {
    transaction.execute(
        "UPDATE feed_checks SET etag = NULL, last_modified = NULL, validators_url = NULL, validators_at = NULL,
           body_hash = NULL, next_check = 0, failures = 0, trouble_code = NULL, trouble_message = NULL,
           trouble_since = NULL, moved_url = NULL, moved_since = NULL, wish = NULL, by_hand = 0
         WHERE feed_id = ?1",
        [id.0],
    )?;
    older::forget(transaction, id)
}

/// What the reader took back is not done again at the next sighting.
fn never_adopt(transaction: &Transaction<'_>, id: FeedId, url: &str) -> Result<()> {
    transaction.execute(
        "UPDATE feed_checks SET moved_url = ?2, moved_since = ?3 WHERE feed_id = ?1",
        params![id.0, url, NEVER.0],
    )?;
    Ok(())
}

fn count_again(transaction: &Transaction<'_>, id: FeedId) -> Result<()> {
    transaction.execute(
        "UPDATE counts SET
           unread = (SELECT count(*) FROM status WHERE feed_id = ?1 AND hidden = 0 AND read = 0),
           total = (SELECT count(*) FROM status WHERE feed_id = ?1 AND hidden = 0),
           newest = (SELECT max(ticker_at) FROM status WHERE feed_id = ?1 AND hidden = 0)
         WHERE feed_id = ?1",
        [id.0],
    )?;
    Ok(())
}

fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Damaged(error.to_string()))
}

fn parse<T: DeserializeOwned>(before: &str) -> Result<T> {
    serde_json::from_str(before).map_err(|error| StoreError::Damaged(error.to_string()))
}
