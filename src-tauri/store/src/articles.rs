//! Articles as feeds deliver them: inserted, updated, and read back with what this profile knows of them.

use crate::{
    ArticleContent, ArticleRecord, CheckResult, Result, Store, StoreError,
    checks::{forget_oldest, log_check},
    columns::{text, text_or_none},
    dictionary::unpack_body,
    feeds::note_check,
    full_texts::mode_from,
    mutes::{Muting, judge_edited},
    older,
    packed::{Packed, content_of},
    record::{direction_from, direction_name},
    renamed::take_new_keys,
    retention::{any_went, went},
    saved::state_from,
    sources::settings_from,
    twins::{Links, twin},
    versions::{IsEdit, Overwritten},
};
use rusqlite::{OptionalExtension, Transaction, params};
use std::{cmp::Reverse, collections::HashSet};
use stoppress_model::{ArticleId, FeedId, PlainText, Timestamp};

/// Of a newly followed feed this many newest articles stay unread (RULES "Time").
const UNREAD_AT_FIRST: usize = 20;
/// A published time older than this before first sight is not believed, except at a feed's first import.
const OLDEST_BELIEVED: i64 = 48 * 3600;
/// A published time further ahead than this is not believed.
const AHEAD_BELIEVED: i64 = 5 * 60;

/// One article of a fetched feed.
#[derive(Clone, Debug, PartialEq)]
pub struct NewArticle {
    /// Lasting identity within the feed.
    pub key: Vec<u8>,
    /// Of what a publisher's edit changes; counters and times are not in it.
    pub content_hash: Vec<u8>,
    /// True where there is a text beside the headline.
    pub has_text: bool,
    /// What the publisher says.
    pub content: ArticleContent,
}

/// A fetched and parsed feed, ready to be stored together with what the check gave.
#[derive(Clone, Debug)]
pub struct FeedUpdate {
    /// Validators, next check, repairs: committed with the articles or not at all.
    pub check: CheckResult,
    /// The publisher's name; empty = keep what is there.
    pub title: PlainText,
    /// The publisher's site.
    pub home_url: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// `rss`, `atom`, `rdf` or `json`.
    pub kind: &'static str,
    /// In the order of the feed.
    pub articles: Vec<NewArticle>,
    /// Where it says that the articles before these are.
    pub older: Option<String>,
}

impl FeedUpdate {
    /// What a check brought, of a feed that says only its name.
    #[must_use]
    pub fn brought(check: CheckResult, title: PlainText, articles: Vec<NewArticle>) -> Self {
        FeedUpdate { check, title, home_url: None, language: None, kind: "rss", articles, older: None }
    }
}

/// What an update changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FeedChanges {
    /// Articles never seen before.
    pub new: u64,
    /// Articles whose text or headline changed.
    pub updated: u64,
}

/// A saved copy.
pub(crate) const SAVED_COPY: &str =
    "SELECT s.record, s.feed_id, s.feed_title, s.read, s.state, s.missing_images, s.saved_at,
                        st.ticker_at, f.typed_origin, f.id IS NOT NULL AND f.unfollowed_at IS NULL,
                        coalesce(f.text_mode, 'auto'), coalesce(f.truncated, 0) OR s.from_page,
                        coalesce(f.check_every, 'auto'), coalesce(f.images, 'inherit'),
                        coalesce(f.own_direction, 'auto'), coalesce(f.in_live, 1), s.position,
                        coalesce(st.edited_at, (SELECT max(until) FROM versions v WHERE v.article_id = s.article_id))
                 FROM saved s LEFT JOIN status st ON st.article_id = s.article_id LEFT JOIN feeds f ON f.id = s.feed_id
                 WHERE s.article_id = ?1 AND s.removed_at IS NULL";
/// An article as its feed gave it, without its text.
pub(crate) const ARRIVED: &str = "SELECT a.id, a.feed_id, coalesce(f.own_title, f.title), f.url, s.read, s.ticker_at,
                            f.typed_origin, a.key, f.unfollowed_at IS NULL, f.text_mode,
                            coalesce(f.truncated, 0), s.packed, f.check_every, f.images, f.own_direction, f.in_live,
                            s.position, s.edited_at
                     FROM articles a JOIN status s ON s.article_id = a.id JOIN feeds f ON f.id = a.feed_id
                     WHERE a.id = ?1";

impl Store {
    /// Stores the updates of several feeds in one transaction. A feed that was unfollowed meanwhile is passed over.
    ///
    /// # Errors
    /// When the profile cannot be written; then nothing of the batch is stored, and the old validators stand.
    pub fn ingest(&self, updates: &[FeedUpdate]) -> Result<Vec<FeedChanges>> {
        self.ingest_judging(updates, &|old, new| old.title != new.title || old.html != new.html)
    }

    /// As [`Store::ingest`]; where `is_edit` says that an article changed for a reader, the version before is kept.
    ///
    /// # Errors
    /// As [`Store::ingest`].
    pub fn ingest_judging(&self, updates: &[FeedUpdate], is_edit: IsEdit<'_>) -> Result<Vec<FeedChanges>> {
        let mut packed = self.pack_arriving(updates)?;
        self.write_feed(|transaction| {
            packed.believe(transaction)?;
            let mut changes = Vec::with_capacity(updates.len());
            for (place, update) in updates.iter().enumerate() {
                let muting = Muting::at(transaction, update.check.at)?;
                changes.push(ingest_one(transaction, (place, update), &muting, &mut packed, is_edit)?);
            }
            forget_oldest(transaction)?;
            Ok(changes)
        })
    }

    /// One article: of the saved copy where there is one, else as the feed last had it.
    ///
    /// # Errors
    /// `NotFound` where it is neither in the ticker nor saved.
    pub fn article(&self, id: ArticleId) -> Result<ArticleRecord> {
        Ok(ArticleRecord { full: self.full_text(id)?, ..self.article_as_fed(id)? })
    }

    /// As [`Store::article`], without the full text: for where that is damaged.
    ///
    /// # Errors
    /// As [`Store::article`].
    pub fn article_as_fed(&self, id: ArticleId) -> Result<ArticleRecord> {
        let connection = self.read()?;
        let saved = connection
            .prepare_cached(SAVED_COPY)?
            .query_row([id.0], |row| {
                let bytes: Vec<u8> = row.get(0)?;
                let time = row.get::<_, Option<i64>>(7)?.unwrap_or(row.get(6)?);
                Ok((
                    Some(bytes),
                    ArticleRecord {
                        id,
                        feed_id: FeedId(row.get(1)?),
                        feed_title: PlainText::new(&text(row, 2)?, 1024),
                        followed: row.get(9)?,
                        typed_origin: row.get(8)?,
                        time: Timestamp(time),
                        read: row.get(3)?,
                        save_state: Some(state_from(&text(row, 4)?)),
                        missing_images: row.get(5)?,
                        text_mode: mode_from(&row.get::<_, String>(10)?),
                        truncated: row.get(11)?,
                        feed_settings: settings_from(row, 12)?,
                        packed: false,
                        icon: None,
                        position: row.get(16)?,
                        edited_at: row.get::<_, Option<i64>>(17)?.map(Timestamp),
                        tags: Vec::new(),
                        full: None,
                        content: ArticleContent::default(),
                    },
                ))
            })
            .optional()?;
        let found = match saved {
            Some(found) => Some(found),
            None => connection
                .prepare_cached(ARRIVED)?
                .query_row([id.0], |row| {
                    let (title, url): (String, String) = (text(row, 2)?, text(row, 3)?);
                    Ok((
                        None,
                        ArticleRecord {
                            id,
                            feed_id: FeedId(row.get(1)?),
                            feed_title: PlainText::new(if title.is_empty() { &url } else { &title }, 1024),
                            followed: row.get(8)?,
                            typed_origin: row.get(6)?,
                            time: Timestamp(row.get(5)?),
                            read: row.get(4)?,
                            save_state: None,
                            missing_images: 0,
                            text_mode: mode_from(&row.get::<_, String>(9)?),
                            truncated: row.get(10)?,
                            packed: row.get(11)?,
                            icon: None,
                            feed_settings: settings_from(row, 12)?,
                            position: row.get(16)?,
                            edited_at: row.get::<_, Option<i64>>(17)?.map(Timestamp),
                            tags: Vec::new(),
                            full: None,
                            content: ArticleContent::default(),
                        },
                    ))
                })
                .optional()?,
        };
        let (copy, mut record) = found.ok_or(StoreError::NotFound("this article"))?;
        record.content = match copy {
            Some(bytes) => unpack_body(&connection, &bytes)?,
            None => content_of(&connection, id.0)?.ok_or(StoreError::NotFound("this article"))?,
        };
        drop(connection);
        record.tags = self.tags_of(id)?;
        record.icon = self.icon_of(id, record.feed_id)?;
        Ok(record)
    }
}

fn ingest_one(
    transaction: &Transaction<'_>,
    (place, update): (usize, &FeedUpdate),
    muting: &Muting,
    packed: &mut Packed,
    is_edit: IsEdit<'_>,
) -> Result<FeedChanges> {
    let feed = update.check.feed;
    let now = update.check.at;
    let first: Option<bool> = transaction
        .prepare_cached(
            "SELECT k.last_success IS NULL FROM feed_checks k JOIN feeds f ON f.id = k.feed_id
             WHERE f.id = ?1 AND f.unfollowed_at IS NULL",
        )?
        .query_row([feed.0], |row| row.get(0))
        .optional()?;
    let Some(first) = first else { return Ok(FeedChanges::default()) };
    transaction
        .prepare_cached(
            "UPDATE feeds SET title = iif(?2 = '', title, ?2), home_url = coalesce(?3, home_url),
               language = coalesce(?4, language), kind = ?5 WHERE id = ?1",
        )?
        .execute(params![feed.0, update.title.as_str(), update.home_url, update.language, update.kind])?;
    older::note(transaction, feed, update.older.as_deref())?;
    if !first {
        take_new_keys(transaction, feed, &update.articles)?;
    }
    let times = ticker_times(&update.articles, first, now);
    let unread = kept_unread(&times, first);
    let (mut changes, mut overwritten) = (FeedChanges::default(), Overwritten::default());
    let (any_went, links) = (any_went(transaction, feed)?, Links::of(&update.articles));
    // A feed lists its newest first: stored from its end, the newest gets the largest id and wins a tie of times.
    for (position, article) in update.articles.iter().enumerate().rev() {
        let read = unread.as_ref().is_some_and(|kept| !kept.contains(&position));
        match known(transaction, feed, &article.key)? {
            None if any_went && went(transaction, feed, &article.key)? => {}
            None => {
                let twin = twin(transaction, article, &links)?;
                let read = twin.as_ref().map_or(read, |saved| saved.read);
                let muted = muting.holds(feed, &article.content);
                let record = packed.take(place, position, article)?;
                let id = twin.map(|saved| saved.id);
                let place = Place { id, ticker_at: times[position], first_seen: now, read, muted };
                insert(transaction, feed, article, &record, place)?;
                changes.new += 1;
            }
            Some(old) if old.content_hash != article.content_hash => {
                overwritten.note(transaction, old.id, article)?;
                update_content(transaction, old.id, article, &packed.take(place, position, article)?)?;
                judge_edited(transaction, muting, feed, old.id, &article.content)?;
                changes.updated += 1;
            }
            Some(old) if old.comments_count != article.content.comments_count => {
                transaction
                    .prepare_cached("UPDATE articles SET comments_count = ?2 WHERE id = ?1")?
                    .execute(params![old.id, count_column(article.content.comments_count)])?;
            }
            Some(_) => {}
        }
    }
    overwritten.keep(transaction, now, is_edit)?;
    note_check(transaction, &update.check)?;
    log_check(transaction, &update.check, changes.new, changes.updated)?;
    Ok(changes)
}

/// Ticker time of each article (RULES "Time").
fn ticker_times(articles: &[NewArticle], first: bool, now: Timestamp) -> Vec<i64> {
    let oldest = if first { i64::MIN } else { now.0 - OLDEST_BELIEVED };
    let said = |article: &NewArticle| article.content.published.or(article.content.updated).map(|at| at.0);
    let believed = |article: &NewArticle| said(article).filter(|at| (oldest..=now.0 + AHEAD_BELIEVED).contains(at));
    // At a first import undated articles stand below the dated ones, in the order of the feed.
    let mut undated = articles.iter().filter_map(believed).min().unwrap_or(now.0 + 1);
    articles
        .iter()
        .map(|article| match (believed(article), said(article)) {
            (Some(published), _) => published,
            (None, None) if first => {
                undated -= 1;
                undated
            }
            (None, _) => now.0,
        })
        .collect()
}

/// Ticker time of each article of a page of older ones: when it was published; undated ones stand below all that is here.
pub(crate) fn times_of_old(articles: &[NewArticle], oldest: Option<i64>, now: Timestamp) -> Vec<i64> {
    let said = |article: &NewArticle| {
        article.content.published.or(article.content.updated).map(|at| at.0).filter(|at| *at <= now.0)
    };
    let mut undated = articles.iter().filter_map(said).chain(oldest).min().unwrap_or(now.0);
    let below = |article| {
        undated -= 1;
        said(article).unwrap_or(undated)
    };
    articles.iter().map(below).collect()
}

/// Stores an article that the reader asked for from before: read, as nothing that is news. `place` = its time in the ticker, when
/// it came, whether it is muted.
pub(crate) fn insert_old(
    transaction: &Transaction<'_>,
    feed: FeedId,
    article: &NewArticle,
    record: &[u8],
    (ticker_at, first_seen, muted): (i64, Timestamp, bool),
) -> Result<()> {
    let links = Links::of(std::slice::from_ref(article));
    let id = twin(transaction, article, &links)?.map(|saved| saved.id);
    insert(transaction, feed, article, record, Place { id, ticker_at, first_seen, read: true, muted })
}

/// At a first import: which articles stay unread, by position in the feed. `None` = all.
fn kept_unread(times: &[i64], first: bool) -> Option<HashSet<usize>> {
    if !first || times.len() <= UNREAD_AT_FIRST {
        return None;
    }
    let mut order: Vec<usize> = (0..times.len()).collect();
    order.sort_by_key(|position| (Reverse(times[*position]), *position));
    Some(order.into_iter().take(UNREAD_AT_FIRST).collect())
}

pub(crate) struct Known {
    id: i64,
    content_hash: Vec<u8>,
    comments_count: Option<u64>,
}

/// The article of a feed with this key.
pub(crate) fn known(transaction: &Transaction<'_>, feed: FeedId, key: &[u8]) -> Result<Option<Known>> {
    Ok(transaction
        .prepare_cached("SELECT id, content_hash, comments_count FROM articles WHERE feed_id = ?1 AND key = ?2")?
        .query_row(params![feed.0, key], |row| {
            Ok(Known {
                id: row.get(0)?,
                content_hash: row.get(1)?,
                comments_count: row.get::<_, Option<i64>>(2)?.map(i64::unsigned_abs),
            })
        })
        .optional()?)
}

struct Place {
    /// That of the saved one whose place it takes.
    id: Option<i64>,
    ticker_at: i64,
    first_seen: Timestamp,
    read: bool,
    muted: bool,
}

fn insert(
    transaction: &Transaction<'_>,
    feed: FeedId,
    article: &NewArticle,
    record: &[u8],
    place: Place,
) -> Result<()> {
    let content = &article.content;
    transaction
        .prepare_cached(
            "INSERT INTO articles (feed_id, key, title, url, published, language, direction, comments_count, content_hash, id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute(params![
            feed.0,
            article.key,
            content.title.as_str(),
            content.url,
            content.published.map(|at| at.0),
            content.language,
            direction_name(content.direction),
            count_column(content.comments_count),
            article.content_hash,
            place.id,
        ])?;
    let id = transaction.last_insert_rowid();
    transaction
        .prepare_cached("INSERT INTO bodies (article_id, record) VALUES (?1, ?2)")?
        .execute(params![id, record])?;
    transaction
        .prepare_cached(
            "INSERT INTO status (article_id, feed_id, ticker_at, first_seen, read, hidden, has_text)
             VALUES (?1, ?2, ?3, ?4, ?5, 2 * ?7, ?6)",
        )?
        .execute(params![id, feed.0, place.ticker_at, place.first_seen.0, place.read, article.has_text, place.muted])?;
    Ok(())
}

/// A publisher's edit: the text changes, the place in the ticker and what the reader did do not.
fn update_content(transaction: &Transaction<'_>, id: i64, article: &NewArticle, record: &[u8]) -> Result<()> {
    let content = &article.content;
    transaction
        .prepare_cached(
            "UPDATE articles SET title = ?2, url = ?3, published = ?4, language = ?5, direction = ?6,
               comments_count = ?7, content_hash = ?8 WHERE id = ?1",
        )?
        .execute(params![
            id,
            content.title.as_str(),
            content.url,
            content.published.map(|at| at.0),
            content.language,
            direction_name(content.direction),
            count_column(content.comments_count),
            article.content_hash,
        ])?;
    transaction.prepare_cached("UPDATE bodies SET record = ?2 WHERE article_id = ?1")?.execute(params![id, record])?;
    transaction
        .prepare_cached("UPDATE status SET has_text = ?2 WHERE article_id = ?1 AND has_text <> ?2")?
        .execute(params![id, article.has_text])?;
    Ok(())
}

fn count_column(count: Option<u64>) -> Option<i64> {
    count.map(|count| i64::try_from(count).unwrap_or(i64::MAX))
}

pub(crate) fn direction_column(
    row: &rusqlite::Row<'_>,
    column: usize,
) -> rusqlite::Result<Option<stoppress_model::Direction>> {
    Ok(direction_from(text_or_none(row, column)?.as_deref()))
}
