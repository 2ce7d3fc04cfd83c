//! Names, folders and settings of single feeds.

use crate::{
    Reader,
    error::{ReaderError, Result},
};
use std::hash::{DefaultHasher, Hash, Hasher};
use stoppress_model::{Changed, Feed, FeedId, FeedSettings, folder};

impl Reader {
    /// Gives a feed the reader's own name, which wins over the publisher's; an empty one brings the publisher's back.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn rename_feed(&self, feed: FeedId, name: &str) -> Result<Feed> {
        self.store().rename_feed(feed, name, self.now())?;
        self.feed(feed)
    }

    /// Moves feeds into a folder, or with `None` out of any. A folder exists as long as a feed is in it or under it; `Tech/News`
    /// is "News" in "Tech" ([`folder`]).
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn move_feeds(&self, feeds: &[FeedId], folder: Option<&str>) -> Result<Changed> {
        Ok(self.store().move_feeds(feeds, folder, self.now())?)
    }

    /// Gives a folder another path, and with it those under it; one that is there already takes the feeds in. Rules for
    /// notifications go along.
    ///
    /// # Errors
    /// `NotFound` where no feed is in it; `BadRequest` where the new path has no name or would be too long.
    pub fn rename_folder(&self, from: &str, to: &str) -> Result<Changed> {
        if folder::path(to).is_none() {
            return Err(ReaderError::BadRequest("A folder needs a name. Nothing was changed.".into()));
        }
        Ok(self.store().rename_folder(from, to, self.now())?)
    }

    /// Dissolves one folder; its feeds stay followed, and what was in it moves up to where it stood.
    ///
    /// # Errors
    /// `NotFound` where no feed is in it.
    pub fn delete_folder(&self, name: &str) -> Result<Changed> {
        Ok(self.store().delete_folder(name, self.now())?)
    }

    /// Replaces what the reader has chosen for a feed.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn set_feed_settings(&self, feed: FeedId, settings: &FeedSettings) -> Result<Feed> {
        self.store().set_feed_settings(feed, settings, self.now())?;
        self.feed(feed)
    }
}

/// A word for what stands wherever these feeds are shown: everything but figures and times of checks.
pub(crate) fn shown_of(feeds: &[Feed]) -> String {
    let mut hasher = DefaultHasher::new();
    for feed in feeds {
        (feed.id, &feed.title, &feed.url, &feed.home_url, &feed.icon, &feed.folder, &feed.language).hash(&mut hasher);
        (feed.text_mode, feed.truncated, &feed.own_title, &feed.settings, feed.has_older).hash(&mut hasher);
        (feed.quiet_since, &feed.signed_in).hash(&mut hasher);
        feed.trouble.as_ref().map(|one| (one.shown, one.action, &one.code, &one.message)).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}
