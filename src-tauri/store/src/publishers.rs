//! What is known of the publishers of feeds from their home pages: icon, and where else they can be followed.

use crate::{Result, Store, StoreError};
use rusqlite::{OptionalExtension, Row, params};
use stoppress_model::{ArticleId, FeedId, PublisherPlace, Timestamp};

/// The site of a feed, to be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The feed.
    pub feed: FeedId,
    /// The feed's address.
    pub feed_url: String,
    /// The site that the feed names.
    pub url: Option<String>,
    /// The origin the reader typed, which may be private.
    pub typed_origin: Option<String>,
}

/// An icon: a small PNG under a key of 64 hex digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Icon {
    /// SHA-256 of the bytes.
    pub key: String,
    /// PNG.
    pub bytes: Vec<u8>,
}

/// Where else a publisher can be followed, as it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptLinks {
    /// The site first.
    pub links: Vec<PublisherPlace>,
    /// When; `None` = nobody has looked.
    pub at: Option<Timestamp>,
}

impl Store {
    /// Sites of followed feeds that were never looked at, and with `again` those that were not since then; there neither those
    /// whose feed shows no images (`images_never` = those that follow the general setting show none). Paused feeds are left
    /// alone. The longest not looked at comes first.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn homes_to_look_at(&self, again: Option<Timestamp>, images_never: bool) -> Result<Vec<Home>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(
            "SELECT id, url, home_url, typed_origin FROM feeds
             WHERE unfollowed_at IS NULL AND check_every <> 'paused'
               AND (icon_at IS NULL OR (icon_at < ?1 AND images <> 'never' AND (images = 'opened' OR NOT ?2)))
             ORDER BY icon_at, id",
        )?;
        let homes = statement
            .query_map(params![again.map(|at| at.0), images_never], home_from)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(homes)
    }

    /// The site of one followed feed.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn home(&self, feed: FeedId) -> Result<Home> {
        self.read()?
            .query_row(
                "SELECT id, url, home_url, typed_origin FROM feeds WHERE id = ?1 AND unfollowed_at IS NULL",
                [feed.0],
                home_from,
            )
            .optional()?
            .ok_or(StoreError::NotFound("this feed"))
    }

    /// Keeps what a site gave. What it did not give now stays as it was; saved copies without an icon get this one.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn keep_home(
        &self,
        feed: FeedId,
        links: Option<&[PublisherPlace]>,
        icon: Option<&Icon>,
        now: Timestamp,
    ) -> Result<()> {
        let links = links.and_then(|links| serde_json::to_string(links).ok());
        self.write_feed(|transaction| {
            if let Some(icon) = icon {
                transaction
                    .execute("INSERT INTO icons (key, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING", params![
                        icon.key, icon.bytes
                    ])?;
                transaction.execute("UPDATE saved SET icon = ?2 WHERE feed_id = ?1 AND icon IS NULL", params![
                    feed.0, icon.key
                ])?;
            }
            transaction.execute(
                "UPDATE feeds SET icon = coalesce(?2, icon), icon_at = ?4, publisher_links = coalesce(?3, publisher_links),
                   links_at = iif(?3 IS NULL, links_at, ?4) WHERE id = ?1",
                params![feed.0, icon.map(|icon| &icon.key), links, now.0],
            )?;
            Ok(())
        })
    }

    /// Where else the publisher of a feed can be followed, as far as somebody has looked.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn publisher_links(&self, feed: FeedId) -> Result<KeptLinks> {
        let found: Option<(Option<String>, Option<i64>)> = self
            .read()?
            .query_row(
                "SELECT publisher_links, links_at FROM feeds WHERE id = ?1 AND unfollowed_at IS NULL",
                [feed.0],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        let (links, at) = found.ok_or(StoreError::NotFound("this feed"))?;
        let links = links.and_then(|links| serde_json::from_str(&links).ok()).unwrap_or_default();
        Ok(KeptLinks { links, at: at.map(Timestamp) })
    }

    /// The icon with this key.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn icon(&self, key: &str) -> Result<Option<Vec<u8>>> {
        Ok(self
            .read()?
            .prepare_cached("SELECT bytes FROM icons WHERE key = ?1")?
            .query_row([key], |row| row.get(0))
            .optional()?)
    }

    /// The key of the icon of an article: of its saved copy where there is one, else of its feed.
    pub(crate) fn icon_of(&self, id: ArticleId, feed: FeedId) -> Result<Option<String>> {
        Ok(self
            .read()?
            .prepare_cached(
                "SELECT coalesce((SELECT icon FROM saved WHERE article_id = ?1), (SELECT icon FROM feeds WHERE id = ?2))",
            )?
            .query_row(params![id.0, feed.0], |row| row.get(0))?)
    }
}

fn home_from(row: &Row<'_>) -> rusqlite::Result<Home> {
    Ok(Home { feed: FeedId(row.get(0)?), feed_url: row.get(1)?, url: row.get(2)?, typed_origin: row.get(3)? })
}
