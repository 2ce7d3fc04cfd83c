//! How a bag joins a library that has something already.

use super::{BagFeed, BagImage, BagMute, BagRule, BagSaved, BagVersion, meeting::Meeting};
use crate::{
    Result, SavedImage, Store, StoreError,
    feeds::follow_one,
    listed::remember_list,
    notify,
    record::{direction_name, pack},
    saved::{BYTES, bring_back, next_article_id, state_name},
    sources::write_settings,
    tags::add_tags,
    undo,
};
use rusqlite::{OptionalExtension, Transaction, params};
use stoppress_model::{ArticleId, FeedId, NewNotifyRule, SaveState, Timestamp};

/// The feed of a saved article whose source is not followed in this library: no feed has this id.
const NOWHERE: i64 = -1;

/// Where the bytes of images and icons come from, by hash.
pub trait BagBytes {
    /// An image; `None` = it is not in the bag, or not what its name says.
    fn image(&mut self, hash: &str) -> Option<SavedImage>;
    /// Learns that an image could not be had that the bag says it has.
    fn lost(&mut self, image: &BagImage, of: &BagSaved);
    /// An icon.
    fn icon(&mut self, key: &str) -> Option<Vec<u8>>;
}

/// What came of taking saved articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TakenSaved {
    /// New here.
    pub added: u64,
    /// They were here, and something of the bag joined them.
    pub joined: u64,
    /// They were here with everything.
    pub already: u64,
}

impl Store {
    /// Follows what is not followed; one undo takes that back. What is followed already stays as it is. Answers how many
    /// were added.
    ///
    /// # Errors
    /// When the profile cannot be written; then none is followed.
    pub fn take_bag_feeds(&self, feeds: &[BagFeed], now: Timestamp) -> Result<u64> {
        self.write_user(|transaction| {
            let mut fresh = Vec::new();
            for feed in feeds {
                let new = crate::NewFeed {
                    url: &feed.url,
                    title: &feed.title,
                    home_url: feed.home_url.as_deref(),
                    folder: feed.folder.as_deref(),
                    typed_origin: feed.typed_origin.as_deref(),
                    list_attributes: feed.list_attributes.as_deref(),
                    ..crate::NewFeed::default()
                };
                let known: bool = transaction
                    .prepare_cached("SELECT EXISTS (SELECT 1 FROM feeds WHERE url = ?1)")?
                    .query_row([&feed.url], |row| row.get(0))?;
                let followed = follow_one(transaction, &new, now)?;
                if followed.already {
                    continue;
                }
                fresh.push(followed.id.0);
                // One that was unfollowed here comes back with what the reader chose here.
                if !known {
                    write_settings(transaction, followed.id.0, &feed.settings.within_limits())?;
                    transaction.execute(
                        "UPDATE feeds SET own_title = ?2, text_mode = ?3 WHERE id = ?1",
                        params![followed.id.0, feed.own_title, crate::full_texts::mode_name(feed.text_mode)],
                    )?;
                }
            }
            undo::remember(transaction, now, "import", &fresh)?;
            Ok(fresh.len() as u64)
        })
    }

    /// Adds the mutes that do not hold already, and that would hold at `now`; one undo takes them back. Answers how many.
    ///
    /// # Errors
    /// When the profile cannot be written; then none is added.
    pub fn take_bag_mutes(&self, mutes: &[BagMute], now: Timestamp) -> Result<u64> {
        let room = crate::mutes::MOST.saturating_sub(self.mutes(now)?.len());
        self.write_user(|transaction| {
            let mut fresh = Vec::new();
            for mute in mutes.iter().filter(|mute| mute.until.is_none_or(|until| until > now)).take(room) {
                let feed: Option<i64> = match &mute.feed_url {
                    None => None,
                    Some(url) => {
                        let id = transaction.query_row("SELECT id FROM feeds WHERE url = ?1", [url], |row| row.get(0));
                        let Some(id) = id.optional()? else { continue };
                        Some(id)
                    }
                };
                let (kind, until) = (crate::mutes::kind_name(mute.kind), mute.until.map(|at| at.0));
                let added = transaction.execute(
                    "INSERT INTO mutes (kind, text, feed_id, created_at, until) SELECT ?1, ?2, ?3, ?4, ?5
                     WHERE NOT EXISTS (SELECT 1 FROM mutes WHERE kind = ?1 AND text = ?2 AND feed_id IS ?3 AND until IS ?5
                       AND ended_at IS NULL)",
                    params![kind, mute.text, feed, mute.created_at.0, until],
                )?;
                if added == 1 {
                    fresh.push(transaction.last_insert_rowid());
                }
            }
            undo::remember(transaction, now, "mute", &fresh)?;
            fresh.iter().try_for_each(|id| crate::mutes::take_back(transaction, "unmute", *id, now))?;
            Ok(fresh.len() as u64)
        })
    }

    /// Adds the rules for notifications that do not hold already, as far as there is room; one undo takes them back. Answers
    /// how many.
    ///
    /// # Errors
    /// When the profile cannot be written; then none is added.
    pub fn take_bag_rules(&self, rules: &[BagRule], now: Timestamp) -> Result<u64> {
        self.write_user(|transaction| {
            let mut fresh = Vec::new();
            for rule in rules {
                let feed: Option<i64> = match &rule.feed_url {
                    None => None,
                    Some(url) => transaction
                        .query_row("SELECT id FROM feeds WHERE url = ?1", [url], |row| row.get(0))
                        .optional()?,
                };
                let (kind, matching) = (rule.kind, rule.matching);
                let new = NewNotifyRule { kind, feed: feed.map(FeedId), text: rule.text.clone(), matching };
                // A source that is not here, or nothing to look for, makes no rule.
                match notify::add(transaction, &new, now.min(rule.created_at)) {
                    Ok((rule, true)) => fresh.push(rule.id.0),
                    Ok((_, false)) | Err(StoreError::NotFound(_) | StoreError::Unusable(_)) => {}
                    Err(other) => return Err(other),
                }
            }
            undo::remember(transaction, now, "notify", &fresh)?;
            Ok(fresh.len() as u64)
        })
    }

    /// Adds saved articles, or joins them with those that are here, in one transaction; one undo takes the added ones of
    /// the whole meeting back.
    ///
    /// # Errors
    /// When the profile cannot be written; then none of these is taken.
    pub fn take_bag_saved(
        &self,
        saved: &[BagSaved],
        bytes: &mut dyn BagBytes,
        meeting: &mut Meeting,
        now: Timestamp,
    ) -> Result<TakenSaved> {
        self.write_user(|transaction| {
            let mut taken = TakenSaved::default();
            let before = meeting.added.len();
            for one in saved {
                match meeting.meet(transaction, one)? {
                    Some(id) => match join(transaction, id, one, bytes, now)? {
                        Joined::Returned => {
                            meeting.added.push(id);
                            taken.added += 1;
                        }
                        Joined::Changed => taken.joined += 1,
                        Joined::Same => taken.already += 1,
                    },
                    None => {
                        let live = meeting.take_live(one);
                        meeting.came(insert(transaction, live, one, bytes, now)?);
                        taken.added += 1;
                    }
                }
            }
            if meeting.added.len() > before {
                meeting.entry = remember_list(transaction, &meeting.added, meeting.entry, now)?;
            }
            Ok(taken)
        })
    }
}

enum Joined {
    /// It had been unsaved here.
    Returned,
    Changed,
    Same,
}

fn insert(
    transaction: &Transaction<'_>,
    live: Option<i64>,
    one: &BagSaved,
    bytes: &mut dyn BagBytes,
    now: Timestamp,
) -> Result<i64> {
    let feed: Option<i64> = match &one.feed_url {
        Some(url) => transaction
            .prepare_cached("SELECT id FROM feeds WHERE url = ?1")?
            .query_row([url], |row| row.get(0))
            .optional()?,
        None => None,
    };
    let id = match live {
        Some(id) => id,
        None => next_article_id(transaction)?,
    };
    let feed = feed.unwrap_or(if one.from_page { 0 } else { NOWHERE });
    let state = match one.state {
        Some(SaveState::Saving) | None => SaveState::Waiting,
        Some(state) => state,
    };
    let full = one.full.as_ref().map(pack).transpose()?;
    let comments = one.comments.as_ref().map(pack).transpose()?;
    transaction
        .prepare_cached(
            "INSERT INTO saved (article_id, feed_id, feed_title, title, url, language, direction, record, read, saved_at,
               state, reason, full_record, full_note, from_page, position, comments_record, comments_at, imported, next_try)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, 1, ?19)",
        )?
        .execute(params![
            id,
            feed,
            one.feed_title,
            one.title,
            one.url,
            one.language,
            direction_name(one.direction),
            one.content.pack()?,
            one.read,
            one.saved_at.map_or(now, |at| at.min(now)).0,
            state_name(state),
            one.reason,
            full,
            one.full_note,
            one.from_page,
            one.position,
            comments,
            one.comments_at.map(|at| at.0),
            (state != SaveState::Complete).then_some(now.0),
        ])?;
    add_tags(transaction, id, &one.tags)?;
    add_images(transaction, id, one, bytes)?;
    add_icon(transaction, id, one.icon.as_deref(), bytes)?;
    add_versions(transaction, id, &one.versions)?;
    settle(transaction, id)?;
    Ok(id)
}

/// What is here stays; what only the bag has joins it.
fn join(
    transaction: &Transaction<'_>,
    id: i64,
    one: &BagSaved,
    bytes: &mut dyn BagBytes,
    now: Timestamp,
) -> Result<Joined> {
    let returned = bring_back(transaction, ArticleId(id), one.saved_at.map_or(now, |at| at.min(now)), now)?;
    let (full, comments) = (one.full.as_ref().map(pack).transpose()?, one.comments.as_ref().map(pack).transpose()?);
    // A page that is only a wish here, and a text there, becomes that text.
    let mut changed = transaction
        .prepare_cached(
            "UPDATE saved SET record = ?2, title = ?3, language = ?4, direction = ?5, feed_title = ?6, state = 'waiting'
             WHERE article_id = ?1 AND from_page = 1 AND full_record IS NULL AND state IN ('waiting', 'saving', 'failed')
               AND ?7 AND record <> ?2",
        )?
        .execute(params![
            id,
            one.content.pack()?,
            one.title,
            one.language,
            direction_name(one.direction),
            one.feed_title,
            one.full.is_some(),
        ])?;
    changed += transaction
        .prepare_cached(
            "UPDATE saved SET full_record = coalesce(full_record, ?2), full_note = iif(full_record IS NULL AND ?2 IS NOT NULL, NULL, full_note),
               comments_at = iif(comments_record IS NULL, ?4, comments_at), comments_record = coalesce(comments_record, ?3)
             WHERE article_id = ?1 AND ((full_record IS NULL AND ?2 IS NOT NULL) OR (comments_record IS NULL AND ?3 IS NOT NULL))",
        )?
        .execute(params![id, full, comments, one.comments_at.map(|at| at.0)])?;
    changed += transaction
        .prepare_cached(
            "UPDATE saved SET read = max(read, ?2), saved_at = min(saved_at, ?3), position = max(coalesce(position, ?4), coalesce(?4, position))
             WHERE article_id = ?1 AND (read < ?2 OR saved_at > ?3 OR coalesce(position, -1) < coalesce(?4, -1))",
        )?
        .execute(params![id, one.read, one.saved_at.unwrap_or(now).min(now).0, one.position])?;
    changed += add_tags(transaction, id, &one.tags)?.0;
    changed += add_images(transaction, id, one, bytes)?;
    changed += add_icon(transaction, id, one.icon.as_deref(), bytes)?;
    let has_versions: bool = transaction
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM versions WHERE article_id = ?1)")?
        .query_row([id], |row| row.get(0))?;
    if !has_versions {
        changed += add_versions(transaction, id, &one.versions)?;
    }
    if changed > 0 || returned {
        let theirs_is_whole = matches!(one.state, Some(SaveState::Complete | SaveState::Partial));
        transaction
            .prepare_cached(
                "UPDATE saved SET state = 'partial', reason = NULL, next_try = ?2
                 WHERE article_id = ?1 AND ?3 AND state IN ('waiting', 'saving', 'failed')",
            )?
            .execute(params![id, now.0, theirs_is_whole])?;
        settle(transaction, id)?;
    }
    Ok(match (returned, changed) {
        (true, _) => Joined::Returned,
        (false, 0) => Joined::Same,
        (false, _) => Joined::Changed,
    })
}

/// What is so, not what a file says: a save is complete where no image is missing.
fn settle(transaction: &Transaction<'_>, id: i64) -> Result<()> {
    transaction
        .prepare_cached(&format!(
            "UPDATE saved SET bytes = {BYTES},
               missing_images = (SELECT count(*) FROM saved_refs r WHERE r.article_id = saved.article_id AND r.hash IS NULL)
             WHERE article_id = ?1"
        ))?
        .execute([id])?;
    transaction
        .prepare_cached(
            "UPDATE saved SET state = iif(missing_images = 0, 'complete', 'partial'),
               next_try = iif(missing_images = 0, NULL, coalesce(next_try, 0)), reason = iif(missing_images = 0, NULL, reason)
             WHERE article_id = ?1 AND state IN ('complete', 'partial') AND (state = 'complete') <> (missing_images = 0)",
        )?
        .execute([id])?;
    Ok(())
}

fn add_images(transaction: &Transaction<'_>, id: i64, one: &BagSaved, bytes: &mut dyn BagBytes) -> Result<usize> {
    let mut changed = 0;
    for image in &one.images {
        let here: Option<bool> = transaction
            .prepare_cached("SELECT hash IS NOT NULL FROM saved_refs WHERE article_id = ?1 AND url_key = ?2")?
            .query_row(params![id, image.url_key], |row| row.get(0))
            .optional()?;
        if here == Some(true) || (here == Some(false) && image.hash.is_none()) {
            continue;
        }
        let hash = match &image.hash {
            Some(hash) => stored(transaction, hash, bytes)?,
            None => None,
        };
        if image.hash.is_some() && hash.is_none() {
            bytes.lost(image, one);
        }
        if here == Some(false) && hash.is_none() {
            continue;
        }
        let reason = match (&hash, &image.hash) {
            (Some(_), _) => None,
            (None, Some(_)) => Some("It is not in the file that was brought in.".to_owned()),
            (None, None) => image.reason.clone(),
        };
        changed += transaction
            .prepare_cached(
                "INSERT INTO saved_refs (article_id, url_key, url, hash, reason) VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (article_id, url_key) DO UPDATE SET hash = ?4, reason = ?5",
            )?
            .execute(params![id, image.url_key, image.url, hash, reason])?;
    }
    Ok(changed)
}

/// The hash of an image that is in the library now.
fn stored(transaction: &Transaction<'_>, hash: &str, bytes: &mut dyn BagBytes) -> Result<Option<Vec<u8>>> {
    let known: Option<Vec<u8>> = transaction
        .prepare_cached("SELECT hash FROM saved_images WHERE hash = unhex(?1)")?
        .query_row([hash], |row| row.get(0))
        .optional()?;
    if known.is_some() {
        return Ok(known);
    }
    let Some(image) = bytes.image(hash) else { return Ok(None) };
    transaction
        .prepare_cached("INSERT INTO saved_images (hash, mime, bytes) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?
        .execute(params![image.hash, image.mime, image.bytes])?;
    Ok(Some(image.hash))
}

fn add_icon(transaction: &Transaction<'_>, id: i64, icon: Option<&str>, bytes: &mut dyn BagBytes) -> Result<usize> {
    let Some(key) = icon else { return Ok(0) };
    let has_one: bool = transaction
        .prepare_cached("SELECT icon IS NOT NULL FROM saved WHERE article_id = ?1")?
        .query_row([id], |row| row.get(0))?;
    if has_one {
        return Ok(0);
    }
    let known: bool = transaction
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM icons WHERE key = ?1)")?
        .query_row([key], |row| row.get(0))?;
    if !known {
        let Some(icon) = bytes.icon(key) else { return Ok(0) };
        transaction
            .prepare_cached("INSERT OR IGNORE INTO icons (key, bytes) VALUES (?1, ?2)")?
            .execute(params![key, icon])?;
    }
    Ok(transaction.prepare_cached("UPDATE saved SET icon = ?2 WHERE article_id = ?1")?.execute(params![id, key])?)
}

fn add_versions(transaction: &Transaction<'_>, id: i64, versions: &[BagVersion]) -> Result<usize> {
    for version in versions {
        transaction
            .prepare_cached("INSERT INTO versions (article_id, until, record) VALUES (?1, ?2, ?3)")?
            .execute(params![id, version.until.0, version.content.pack()?])?;
    }
    Ok(versions.len())
}
