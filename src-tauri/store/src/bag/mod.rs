//! What a bag holds: everything the reader chose and saved, as values that outlive this program, and how it joins a library
//! that has something already. What is here wins; nothing of either side is lost.

mod meeting;
mod taking;

pub use meeting::Meeting;
pub use taking::{BagBytes, TakenSaved};

use crate::{
    ArticleContent, FullText, Result, SavedImage, Store, StoredComments,
    columns::{text, text_or_none},
    record::{direction_from, unpack},
    saved::state_from,
    sources::{settings_from, with_limits},
    tags::tags_now,
};
use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use stoppress_model::{
    ArticleId, Direction, FeedSettings, MuteKind, NotifyKind, SaveState, TextMode, Timestamp, WordsMatch,
};

/// A followed source.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BagFeed {
    /// The address that is asked.
    pub url: String,
    /// The publisher's name.
    pub title: String,
    /// The reader's own name.
    pub own_title: Option<String>,
    /// The publisher's site.
    pub home_url: Option<String>,
    /// The reader's folder.
    pub folder: Option<String>,
    /// What a subscription list said of it in words that are not ours, as XML attributes.
    pub list_attributes: Option<String>,
    /// Which text is shown.
    pub text_mode: TextMode,
    /// What the reader has chosen for it.
    pub settings: FeedSettings,
    /// The origin that may be private; never read from a bag, but made from the address.
    #[serde(skip)]
    pub typed_origin: Option<String>,
}

/// A mute that holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BagMute {
    /// By what it knows its stories.
    pub kind: MuteKind,
    /// The words or the name.
    pub text: String,
    /// The address of the source that it is confined to.
    pub feed_url: Option<String>,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when.
    pub until: Option<Timestamp>,
}

/// A rule for notifications that holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BagRule {
    /// By what it knows its stories.
    pub kind: NotifyKind,
    /// The words, or the name of the folder or the source.
    pub text: String,
    /// How words stand in a headline.
    pub matching: WordsMatch,
    /// The address of the source that it is for.
    pub feed_url: Option<String>,
    /// Since when.
    pub created_at: Timestamp,
}

/// An image of a saved article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BagImage {
    /// Its address.
    pub url: String,
    /// SHA-256 of its bytes as 64 hex digits; `None` = it is not here.
    pub hash: Option<String>,
    /// Why it is not.
    pub reason: Option<String>,
    /// SHA-256 of the address, as in `media:` addresses; never read from a bag, but made from the address.
    #[serde(skip)]
    pub url_key: String,
}

/// An earlier version of a saved article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BagVersion {
    /// When the edit that replaced it was noticed.
    pub until: Timestamp,
    /// What the publisher said then.
    pub content: ArticleContent,
}

/// A saved article with all that belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BagSaved {
    /// The address of its source, while that is followed.
    pub feed_url: Option<String>,
    /// The source's name.
    pub feed_title: String,
    /// Headline as the list has it.
    pub title: String,
    /// The article at its publisher.
    pub url: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Direction of the headline.
    pub direction: Option<Direction>,
    /// What is kept of it.
    pub content: ArticleContent,
    /// Its full text.
    pub full: Option<FullText>,
    /// Why there is none.
    pub full_note: Option<String>,
    /// What readers said.
    pub comments: Option<StoredComments>,
    /// When that was fetched.
    pub comments_at: Option<Timestamp>,
    /// Whether it was read.
    pub read: bool,
    /// When it was saved.
    pub saved_at: Option<Timestamp>,
    /// How far that got.
    pub state: Option<SaveState>,
    /// Why it is not complete.
    pub reason: Option<String>,
    /// True for a page that was saved by its address.
    pub from_page: bool,
    /// How far the reader was in it.
    pub position: Option<f64>,
    /// The icon of its site.
    pub icon: Option<String>,
    /// The reader's tags.
    pub tags: Vec<String>,
    /// Its images.
    pub images: Vec<BagImage>,
    /// Its earlier versions, the oldest first.
    pub versions: Vec<BagVersion>,
}

impl Store {
    /// Every followed source.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn bag_feeds(&self) -> Result<Vec<BagFeed>> {
        let connection = self.read()?;
        let mut statement = connection.prepare(
            "SELECT url, title, own_title, home_url, folder, text_mode, check_every, images, own_direction, in_live,
               keep_days, keep_most, list_attributes FROM feeds WHERE unfollowed_at IS NULL ORDER BY id",
        )?;
        let feeds = statement
            .query_map([], |row| {
                Ok(BagFeed {
                    url: row.get(0)?,
                    title: row.get(1)?,
                    own_title: row.get(2)?,
                    home_url: row.get(3)?,
                    folder: row.get(4)?,
                    text_mode: crate::full_texts::mode_from(&row.get::<_, String>(5)?),
                    settings: with_limits(settings_from(row, 6)?, row, 10)?,
                    list_attributes: row.get(12)?,
                    typed_origin: None,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(feeds)
    }

    /// Every mute that holds at `now`.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn bag_mutes(&self, now: Timestamp) -> Result<Vec<BagMute>> {
        let connection = self.read()?;
        let mut address = connection.prepare("SELECT url FROM feeds WHERE id = ?1")?;
        let mut found = Vec::new();
        for mute in self.mutes(now)? {
            let feed_url = match mute.feed_id {
                Some(feed) => address.query_row([feed.0], |row| row.get(0)).optional()?,
                None => None,
            };
            // A mute whose source is gone holds nothing.
            if mute.feed_id.is_some() == feed_url.is_some() {
                let (kind, text) = (mute.kind, mute.text.to_string());
                found.push(BagMute { kind, text, feed_url, created_at: mute.created_at, until: mute.until });
            }
        }
        found.reverse();
        Ok(found)
    }

    /// Every rule for notifications that holds, the oldest first.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn bag_rules(&self) -> Result<Vec<BagRule>> {
        let rules = self.notify_rules()?;
        let connection = self.read()?;
        let mut address = connection.prepare("SELECT url FROM feeds WHERE id = ?1")?;
        let mut found = Vec::with_capacity(rules.len());
        for rule in rules.into_iter().rev() {
            let feed_url = match rule.feed_id {
                Some(feed) => address.query_row([feed.0], |row| row.get(0)).optional()?,
                None => None,
            };
            let (kind, matching, text) = (rule.kind, rule.matching, rule.text.to_string());
            found.push(BagRule { kind, text, matching, feed_url, created_at: rule.created_at });
        }
        Ok(found)
    }

    /// The saved articles, the first saved first.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn bag_ids(&self) -> Result<Vec<ArticleId>> {
        let connection = self.read()?;
        let mut statement = connection
            .prepare("SELECT article_id FROM saved WHERE removed_at IS NULL ORDER BY saved_at, article_id")?;
        let ids = statement.query_map([], |row| row.get(0).map(ArticleId))?.collect::<rusqlite::Result<_>>()?;
        Ok(ids)
    }

    /// One saved article with all that belongs to it; `None` = it is not saved any more.
    ///
    /// # Errors
    /// When SQLite refuses or a record does not read back.
    pub fn bag_saved(&self, id: ArticleId) -> Result<Option<BagSaved>> {
        let connection = self.read()?;
        let moment = connection.unchecked_transaction()?;
        let found = moment
            .prepare_cached(
                "SELECT (SELECT f.url FROM feeds f WHERE f.id = s.feed_id AND f.unfollowed_at IS NULL), s.feed_title, s.title, s.url, s.language,
                   s.direction, s.full_note, s.comments_at, s.read, s.saved_at, s.state, s.reason, s.from_page, s.position,
                   s.icon, s.record, s.full_record, s.comments_record
                 FROM saved s WHERE s.article_id = ?1 AND s.removed_at IS NULL",
            )?
            .query_row([id.0], |row| {
                let saved = BagSaved {
                    feed_url: row.get(0)?,
                    feed_title: text(row, 1)?,
                    title: text(row, 2)?,
                    url: text_or_none(row, 3)?,
                    language: text_or_none(row, 4)?,
                    direction: direction_from(text_or_none(row, 5)?.as_deref()),
                    full_note: text_or_none(row, 6)?,
                    comments_at: row.get::<_, Option<i64>>(7)?.map(Timestamp),
                    read: row.get(8)?,
                    saved_at: Some(Timestamp(row.get(9)?)),
                    state: Some(state_from(&text(row, 10)?)),
                    reason: text_or_none(row, 11)?,
                    from_page: row.get(12)?,
                    position: row.get(13)?,
                    icon: row.get(14)?,
                    ..BagSaved::default()
                };
                let packed: (Vec<u8>, Option<Vec<u8>>, Option<Vec<u8>>) = (row.get(15)?, row.get(16)?, row.get(17)?);
                Ok((saved, packed))
            })
            .optional()?;
        let Some((mut saved, (record, full, comments))) = found else { return Ok(None) };
        saved.content = ArticleContent::unpack(&record)?;
        saved.full = full.map(|bytes| unpack(&bytes)).transpose()?;
        saved.comments = comments.map(|bytes| unpack(&bytes)).transpose()?;
        saved.tags = tags_now(&moment, id.0)?;
        saved.images = moment
            .prepare_cached("SELECT url, lower(hex(hash)), reason, url_key, hash IS NULL FROM saved_refs WHERE article_id = ?1 ORDER BY url_key")?
            .query_map([id.0], |row| {
                let hash: Option<String> = row.get(1)?;
                let missing: bool = row.get(4)?;
                Ok(BagImage { url: row.get(0)?, hash: hash.filter(|_| !missing), reason: row.get(2)?, url_key: row.get(3)? })
            })?
            .collect::<rusqlite::Result<_>>()?;
        let versions: Vec<(i64, Vec<u8>)> = moment
            .prepare_cached("SELECT until, record FROM versions WHERE article_id = ?1 ORDER BY id")?
            .query_map([id.0], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        for (until, record) in versions {
            saved.versions.push(BagVersion { until: Timestamp(until), content: ArticleContent::unpack(&record)? });
        }
        Ok(Some(saved))
    }

    /// An image of a saved article by its hash, 64 hex digits.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn bag_image(&self, hash: &str) -> Result<Option<SavedImage>> {
        Ok(self
            .read()?
            .prepare_cached("SELECT hash, mime, bytes FROM saved_images WHERE hash = unhex(?1)")?
            .query_row([hash], |row| Ok(SavedImage { hash: row.get(0)?, mime: row.get(1)?, bytes: row.get(2)? }))
            .optional()?)
    }
}
