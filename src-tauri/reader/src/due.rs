//! Which feeds a round asks: the scope, the reader's choices, and what sites have asked of us.

use crate::{
    Reader,
    answer::LONGEST_WAIT,
    error::Result,
    sync::{SyncScope, origin_of, site_of},
};
use std::collections::{HashMap, HashSet};
use stoppress_model::{FeedId, FeedInterval, Timestamp};
use stoppress_store::DueFeed;

/// A check by hand so soon after the last one asks nobody again (FEEDS T2).
const JUST_CHECKED: i64 = 120;
/// Sites that want one question for all their feeds together in this many seconds (FEEDS T6). A round asks only the one of
/// their feeds that has waited longest.
const SLOW_SITES: [(&str, i64); 2] = [("reddit.com", 60), ("openrss.org", 60)];

impl Reader {
    pub(crate) fn due(&self, scope: SyncScope, now: Timestamp) -> Result<Vec<DueFeed>> {
        // All of them, because one feed's wish to be left alone holds for its neighbours that are due.
        let all = self.store().due_feeds(now, true)?;
        let waiting: HashSet<String> =
            all.iter().filter(|feed| is_waiting(feed, now)).map(|feed| origin_of(&feed.url)).collect();
        let due: HashSet<FeedId> = match scope {
            SyncScope::Due => self.due_by_themselves(now)?,
            SyncScope::Feed(id) => HashSet::from([id]),
            SyncScope::All => all.iter().filter(|feed| is_wanted(feed)).map(|feed| feed.id).collect(),
            SyncScope::Refresh => all
                .iter()
                .filter(|feed| is_wanted(feed))
                .filter(|feed| feed.last_checked.is_none_or(|at| !(0..JUST_CHECKED).contains(&(now.0 - at.0))))
                .map(|feed| feed.id)
                .collect(),
        };
        let held = match scope {
            // The reader waits for this one.
            SyncScope::Feed(_) => HashSet::new(),
            _ => held_back(&all, &due, now),
        };
        // A wish to be left alone holds for the whole site, also against a check by hand.
        Ok(all
            .into_iter()
            .filter(|feed| due.contains(&feed.id) && !held.contains(&feed.id))
            .filter(|feed| waiting.is_empty() || !waiting.contains(&origin_of(&feed.url)))
            .collect())
    }

    /// Whether a site has asked to be left alone, for any of its feeds, at `now`.
    pub(crate) fn is_to_be_left_alone(&self, origin: &str, now: Timestamp) -> Result<bool> {
        let feeds = self.store().due_feeds(now, true)?;
        Ok(feeds.iter().any(|feed| is_waiting(feed, now) && origin_of(&feed.url) == origin))
    }

    /// What is due, without feeds that are in an hour in which their publisher wants calm: those are put off to its end.
    fn due_by_themselves(&self, now: Timestamp) -> Result<HashSet<FeedId>> {
        let (due, calm): (Vec<_>, Vec<_>) =
            self.store().due_feeds(now, false)?.into_iter().partition(|feed| feed.quiet_times.after(now) == now);
        if !calm.is_empty() {
            let put_off: Vec<_> = calm.iter().map(|feed| (feed.id, feed.quiet_times.after(now))).collect();
            self.store().put_off(&put_off)?;
        }
        Ok(due.into_iter().map(|feed| feed.id).collect())
    }
}

pub(crate) fn is_waiting(feed: &DueFeed, now: Timestamp) -> bool {
    // Nobody is waited for longer: such a time was noted while the clock was wrong.
    let is_ahead = feed.next_check > now && feed.next_check <= now.plus(LONGEST_WAIT);
    feed.trouble_code.as_deref() == Some("asked_to_wait") && is_ahead
}

pub(crate) fn is_wanted(feed: &DueFeed) -> bool {
    feed.trouble_code.as_deref() != Some("gone") && feed.interval != FeedInterval::Paused
}

fn slow_site(feed: &DueFeed) -> Option<(&'static str, i64)> {
    // Looked for first: nearly no feed is one, and an address takes its time to be read.
    let (name, gap) = SLOW_SITES.into_iter().find(|(name, _)| feed.url.contains(name))?;
    let host = site_of(&feed.url);
    (host == name || host.strip_suffix(name).is_some_and(|rest| rest.ends_with('.'))).then_some((name, gap))
}

/// The feeds of slow sites that this round leaves out.
fn held_back(all: &[DueFeed], due: &HashSet<FeedId>, now: Timestamp) -> HashSet<FeedId> {
    let mut sites: HashMap<&str, (i64, Vec<&DueFeed>)> = HashMap::new();
    for feed in all {
        if let Some((name, gap)) = slow_site(feed) {
            sites.entry(name).or_insert((gap, Vec::new())).1.push(feed);
        }
    }
    let mut held = HashSet::new();
    for (gap, feeds) in sites.into_values() {
        let asked_just_now =
            feeds.iter().filter_map(|feed| feed.last_checked).any(|at| (0..gap).contains(&(now.0 - at.0)));
        let first = feeds.iter().filter(|feed| due.contains(&feed.id)).min_by_key(|feed| (feed.last_checked, feed.id));
        let first = first.filter(|_| !asked_just_now).map(|feed| feed.id);
        held.extend(feeds.iter().map(|feed| feed.id).filter(|id| Some(*id) != first));
    }
    held
}

#[cfg(test)]
mod tests {
    use super::{held_back, slow_site};
    use crate::follow::fresh;
    use stoppress_model::{FeedId, Timestamp};
    use stoppress_store::DueFeed;

    fn feed(id: i64, url: &str, last_checked: Option<i64>) -> DueFeed {
        DueFeed { id: FeedId(id), last_checked: last_checked.map(Timestamp), ..fresh(url) }
    }

    #[test]
    fn a_slow_site_is_known_by_its_host_only() {
        let is_slow = |url| slow_site(&feed(1, url, None)).is_some();
        assert!(is_slow("https://www.reddit.com/r/rust/.rss") && is_slow("https://reddit.com/.rss"));
        assert!(!is_slow("https://notreddit.com/.rss") && !is_slow("https://a.example/reddit.com"));
    }

    #[test]
    fn of_a_slow_site_only_the_feed_that_waited_longest_is_asked_and_none_within_a_minute() {
        let feeds = [
            feed(1, "https://www.reddit.com/r/a/.rss", Some(500)),
            feed(2, "https://old.reddit.com/r/b/.rss", Some(400)),
            feed(3, "https://a.example/feed", Some(900)),
        ];
        let due = [1, 2, 3].map(FeedId).into();
        assert_eq!(held_back(&feeds, &due, Timestamp(1_000)), [FeedId(1)].into());
        assert_eq!(held_back(&feeds, &due, Timestamp(559)), [FeedId(1), FeedId(2)].into());
        assert_eq!(held_back(&feeds, &[1].map(FeedId).into(), Timestamp(1_000)), [FeedId(2)].into());
    }
}
