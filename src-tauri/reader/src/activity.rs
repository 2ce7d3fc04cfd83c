//! What goes on, what went on, and which feeds want the reader.

use crate::{Reader, error::Result, sync::origin_of};
use std::{collections::HashMap, sync::PoisonError};
use stoppress_model::{
    Activity, Attention, Check, Feed, FeedId, FeedStatistics, FeedVolume, PlainText, Progress, Timestamp, Trouble,
    TroubleAction,
};

/// Entries of the log in one answer.
const MOST_CHECKS: u32 = 1_000;
/// Entries of one feed's log.
const OF_ONE_FEED: u32 = 10;
/// Trouble is shown after so many failures in a row …
const FAILURES_SHOWN: u32 = 3;
/// … and so many seconds.
const TROUBLE_SHOWN: i64 = 24 * 3600;

impl Reader {
    /// The round under way, the feeds in trouble, and the last checks, at most `limit` of them.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn activity(&self, limit: u32) -> Result<Activity> {
        let mut attention: Vec<Attention> = self
            .feeds()?
            .into_iter()
            .filter_map(|feed| {
                let trouble = feed.trouble.filter(|trouble| trouble.shown)?;
                Some(Attention { feed_id: feed.id, feed_title: feed.title, trouble })
            })
            .collect();
        attention.sort_by_key(|one| one.trouble.since);
        let now = *self.inner.progress.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(Activity { now, attention, recent: self.store().recent_checks(limit.min(MOST_CHECKS))? })
    }

    /// The last ten checks of one feed, newest first.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn feed_checks(&self, feed: FeedId) -> Result<Vec<Check>> {
        Ok(self.store().checks_of(feed, OF_ONE_FEED)?)
    }

    /// One feed in figures.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn feed_statistics(&self, feed: FeedId) -> Result<FeedStatistics> {
        Ok(self.store().feed_statistics(feed, self.now())?)
    }

    /// How much each followed feed brings, in no order.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn volumes(&self) -> Result<Vec<FeedVolume>> {
        Ok(self.store().volumes(self.now())?)
    }

    /// One followed feed, judged by the clock.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub(crate) fn feed(&self, id: FeedId) -> Result<Feed> {
        let mut feed = self.store().feed(id)?;
        self.judge(std::slice::from_mut(&mut feed))?;
        Ok(feed)
    }

    /// Says which trouble is worth showing and which feed is only quiet.
    pub(crate) fn judge(&self, feeds: &mut [Feed]) -> Result<()> {
        let now = self.now();
        let quiet: HashMap<FeedId, Timestamp> = self.store().quiet_feeds(now)?;
        let signed_in: HashMap<String, String> = self.store().sign_ins()?.into_iter().collect();
        for feed in feeds {
            // Nearly nobody is signed in anywhere, and an address takes its time to be read.
            if !signed_in.is_empty() {
                feed.signed_in = signed_in.get(&origin_of(&feed.url)).map(|user| PlainText::new(user, 1024));
            }
            feed.quiet_since = quiet.get(&feed.id).copied();
            if let Some(trouble) = &mut feed.trouble {
                trouble.shown |= is_shown(trouble, now);
            }
        }
        Ok(())
    }

    pub(crate) fn note_progress(&self, progress: Option<Progress>) {
        *self.inner.progress.lock().unwrap_or_else(PoisonError::into_inner) = progress;
    }
}

/// A retired feed is not asked again, so it would never fail three times.
fn is_shown(trouble: &Trouble, now: Timestamp) -> bool {
    trouble.action == TroubleAction::Unfollow
        || trouble.failures >= FAILURES_SHOWN && now.0 - trouble.since.0 >= TROUBLE_SHOWN
}
