//! A round of checks: every feed that is due is asked once, one slow feed delays nobody, and what came is stored in
//! large transactions.

use crate::{
    Reader,
    address::{names_private_host, origin},
    error::{ReaderError, Result},
    fetch::{Fetched, Kind, Request},
    ingest, lock, schedule,
    trouble::Failed,
};
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, atomic::Ordering},
    time::Duration,
};
use stoppress_model::{FeedId, Notice, SyncSummary, Timestamp};
use stoppress_store::{CheckResult, DueFeed, FeedUpdate};
use tokio::{
    sync::{Semaphore, mpsc, watch},
    task::JoinSet,
};
use url::Url;

/// Requests under way at once (RULES "Asking").
const IN_FLIGHT: usize = 256;
/// Between two background requests to the same remote origin.
const GAP: Duration = Duration::from_secs(1);
/// Feeds stored in one transaction.
const BATCH: usize = 64;
/// A check by hand so soon after the last one asks nobody again (FEEDS T2).
const JUST_CHECKED: i64 = 120;
/// So many silent origins are enough to call it "offline".
const SILENT_ORIGINS: usize = 3;

/// Which feeds a round asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncScope {
    /// Those that are due.
    Due,
    /// All, except retired ones and those that asked us to wait: `--force`.
    All,
    /// All but those checked within the last two minutes: the refresh button.
    Refresh,
    /// One, whether due or not.
    Feed(FeedId),
}

enum Outcome {
    Unchanged(CheckResult),
    Updated(Box<FeedUpdate>, usize),
    Failed(Box<DueFeed>, Failed),
}

struct Round {
    reader: Reader,
    now: Timestamp,
    interval: i64,
    places: Semaphore,
    cancelled: watch::Receiver<bool>,
    outcomes: mpsc::Sender<Outcome>,
}

impl Reader {
    /// Asks feeds for news and stores it, then goes on with saves that wait. Progress arrives as notices.
    ///
    /// # Errors
    /// `Busy` where another process is at it for more than 30 s; `Store` where the profile cannot be written.
    /// A feed that fails is no error but part of the summary.
    pub async fn sync(&self, scope: SyncScope) -> Result<SyncSummary> {
        if self.inner.syncing.swap(true, Ordering::SeqCst) {
            return Err(ReaderError::Busy);
        }
        self.inner.cancelled.send_replace(false);
        let outcome = self.sync_locked(scope).await;
        self.inner.syncing.store(false, Ordering::SeqCst);
        let summary = outcome?;
        self.announce(Notice::SyncEnded { summary: summary.clone() });
        if !summary.offline {
            self.resume_saves().await?;
        }
        Ok(summary)
    }

    /// Ends the round under way after the requests that are being stored.
    pub fn cancel_sync(&self) {
        self.inner.cancelled.send_replace(true);
    }

    async fn sync_locked(&self, scope: SyncScope) -> Result<SyncSummary> {
        let _lock = lock::acquire(self.profile()).await?;
        let started = std::time::Instant::now();
        let now = self.now();
        let due = self.due(scope, now)?;
        let mut summary = SyncSummary { feeds: due.len() as u64, ..SyncSummary::default() };
        let asked: HashSet<String> = due.iter().map(|feed| origin_of(&feed.url)).collect();
        let silent = self.run(due, now, &mut summary).await?;
        summary.failed += silent.len() as u64;
        let all_silent = summary.feeds > 0 && silent.len() as u64 == summary.feeds;
        let cancelled = *self.inner.cancelled.borrow();
        summary.offline = all_silent && asked.len() >= self.followed_origins()?.min(SILENT_ORIGINS);
        if summary.feeds > 0 && !cancelled {
            self.set_offline(summary.offline);
        }
        if !summary.offline {
            self.note_failures(&silent, now)?;
        }
        summary.millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        Ok(summary)
    }

    fn due(&self, scope: SyncScope, now: Timestamp) -> Result<Vec<DueFeed>> {
        let mut due = self.store().due_feeds(now, scope != SyncScope::Due)?;
        let waiting: HashSet<String> = due
            .iter()
            .filter(|feed| feed.trouble_code.as_deref() == Some("asked_to_wait") && feed.next_check > now)
            .map(|feed| origin_of(&feed.url))
            .collect();
        due.retain(|feed| match scope {
            SyncScope::Feed(id) => feed.id == id,
            SyncScope::Due => true,
            SyncScope::All => feed.trouble_code.as_deref() != Some("gone"),
            SyncScope::Refresh => {
                feed.trouble_code.as_deref() != Some("gone")
                    && feed.last_checked.is_none_or(|at| !(0..JUST_CHECKED).contains(&(now.0 - at.0)))
            }
        });
        // A wish to be left alone holds for the whole site, also against a check by hand.
        due.retain(|feed| !waiting.contains(&origin_of(&feed.url)));
        Ok(due)
    }

    /// Returns the feeds of whose origins nothing was heard.
    async fn run(
        &self,
        due: Vec<DueFeed>,
        now: Timestamp,
        summary: &mut SyncSummary,
    ) -> Result<Vec<(DueFeed, Failed)>> {
        let total = due.len() as u64;
        let (outcomes, mut arriving) = mpsc::channel(BATCH * 2);
        let round = Arc::new(Round {
            reader: self.clone(),
            now,
            interval: schedule::interval(self.settings()?.check_interval),
            places: Semaphore::new(IN_FLIGHT),
            cancelled: self.inner.cancelled.subscribe(),
            outcomes,
        });
        let mut origins: HashMap<String, Vec<DueFeed>> = HashMap::new();
        for feed in due {
            origins.entry(origin_of(&feed.url)).or_default().push(feed);
        }
        let mut tasks = JoinSet::new();
        for feeds in origins.into_values() {
            tasks.spawn(round.clone().ask_origin(feeds));
        }
        drop(round);
        let mut silent = Vec::new();
        let mut done = 0;
        while let Some(first) = arriving.recv().await {
            let mut batch = vec![first];
            while batch.len() < BATCH
                && let Ok(next) = arriving.try_recv()
            {
                batch.push(next);
            }
            done += batch.len() as u64;
            self.keep(batch, now, summary, &mut silent).await?;
            self.announce(Notice::SyncProgress { done, total });
        }
        while tasks.join_next().await.is_some() {}
        // Cancelled feeds were never asked.
        summary.feeds = done;
        Ok(silent)
    }

    /// Stores a batch in one transaction and counts it.
    async fn keep(
        &self,
        batch: Vec<Outcome>,
        now: Timestamp,
        summary: &mut SyncSummary,
        silent: &mut Vec<(DueFeed, Failed)>,
    ) -> Result<()> {
        let (mut updates, mut checks, mut failures) = (Vec::new(), Vec::new(), Vec::new());
        for outcome in batch {
            match outcome {
                Outcome::Unchanged(check) => checks.push(check),
                Outcome::Updated(update, bytes) => {
                    summary.bytes += bytes as u64;
                    updates.push(*update);
                }
                Outcome::Failed(feed, failed) if failed.is_silence() => silent.push((*feed, failed)),
                Outcome::Failed(feed, failed) => failures.push((*feed, failed)),
            }
        }
        summary.failed += failures.len() as u64;
        summary.unchanged += checks.len() as u64;
        self.note_failures(&failures, now)?;
        let reader = self.clone();
        let changes = tokio::task::spawn_blocking(move || -> Result<_> {
            if !checks.is_empty() {
                reader.store().note_checks(&checks)?;
            }
            let changes = if updates.is_empty() { Vec::new() } else { reader.store().ingest(&updates)? };
            for check in checks.iter().chain(updates.iter().map(|update| &update.check)) {
                if let Some(url) = ingest::moved_for_good(check) {
                    reader.store().move_feed(check.feed, url)?;
                }
            }
            Ok(changes)
        })
        .await
        .map_err(|error| ReaderError::Internal(error.to_string()))??;
        for change in changes {
            summary.new_articles += change.new;
            summary.updated_articles += change.updated;
            if change.new + change.updated > 0 {
                summary.updated += 1;
            } else {
                summary.unchanged += 1;
            }
        }
        Ok(())
    }

    fn note_failures(&self, failures: &[(DueFeed, Failed)], now: Timestamp) -> Result<()> {
        if failures.is_empty() {
            return Ok(());
        }
        let interval = schedule::interval(self.settings()?.check_interval);
        let kept: HashMap<FeedId, u64> = self.feeds()?.into_iter().map(|feed| (feed.id, feed.articles)).collect();
        let checks: Vec<CheckResult> = failures
            .iter()
            .map(|(feed, failed)| CheckResult {
                feed: feed.id,
                at: now,
                next_check: schedule::after_failure(feed.id, now, interval, failed, feed.failures + 1),
                trouble: Some(failed.report(&site_of(&feed.url), kept.get(&feed.id).copied().unwrap_or(0))),
                validators: None,
                body_hash: None,
                moved: feed.moved.clone(),
                repairs: None,
            })
            .collect();
        Ok(self.store().note_checks(&checks)?)
    }

    fn followed_origins(&self) -> Result<usize> {
        Ok(self.feeds()?.iter().map(|feed| origin_of(&feed.url)).collect::<HashSet<_>>().len())
    }
}

impl Round {
    /// Asks the feeds of one origin, one after the other.
    async fn ask_origin(self: Arc<Self>, feeds: Vec<DueFeed>) {
        let gap =
            feeds.first().and_then(|feed| Url::parse(&feed.url).ok()).is_some_and(|url| !names_private_host(&url));
        let mut told_to_wait = None;
        for (number, feed) in feeds.into_iter().enumerate() {
            if gap && number > 0 {
                tokio::time::sleep(GAP).await;
            }
            let outcome = match &told_to_wait {
                Some(failed) => Outcome::Failed(Box::new(feed), Failed::clone(failed)),
                None => match self.ask(feed).await {
                    Some(outcome) => outcome,
                    None => return,
                },
            };
            if let Outcome::Failed(_, failed @ Failed::AskedToWait(_)) = &outcome {
                told_to_wait = Some(failed.clone());
            }
            if self.outcomes.send(outcome).await.is_err() {
                return;
            }
        }
    }

    /// `None` = cancelled.
    async fn ask(&self, feed: DueFeed) -> Option<Outcome> {
        let mut cancelled = self.cancelled.clone();
        let _place = self.places.acquire().await.ok()?;
        let Ok(url) = Url::parse(&feed.url) else {
            return Some(Outcome::Failed(Box::new(feed), Failed::BadAddress));
        };
        let request = Request {
            url,
            typed_origin: feed.typed_origin.clone(),
            validators: feed.validators.clone().filter(|given| self.now.0 - given.at.0 < STALE_VALIDATORS),
            kind: Kind::Feed,
        };
        let fetched = tokio::select! {
            fetched = self.reader.inner.fetcher.fetch(&request, self.now) => fetched,
            _ = cancelled.wait_for(|cancelled| *cancelled) => return None,
        };
        Some(match fetched {
            Ok(fetched) => self.read(feed, fetched).await,
            Err(failed) => Outcome::Failed(Box::new(feed), failed),
        })
    }

    async fn read(&self, feed: DueFeed, fetched: Fetched) -> Outcome {
        let same = match &fetched.body {
            None => true,
            Some(body) => feed.body_hash.as_deref() == Some(&ingest::hash(body)),
        };
        let (now, interval) = (self.now, self.interval);
        if same {
            return Outcome::Unchanged(ingest::unchanged(&feed, &fetched, now, interval));
        }
        let bytes = fetched.body.as_ref().map_or(0, Vec::len);
        let (feed, read) = match tokio::task::spawn_blocking(move || {
            let read = ingest::read(&feed, &fetched, now, interval);
            (feed, read)
        })
        .await
        {
            Ok(both) => both,
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        };
        match read {
            Ok(update) => Outcome::Updated(Box::new(update), bytes),
            Err(failed) => Outcome::Failed(Box::new(feed), failed),
        }
    }
}

/// Some servers answer 304 to any conditional request, so validators older than eight days are not sent.
const STALE_VALIDATORS: i64 = 8 * 24 * 3600;

pub(crate) fn origin_of(url: &str) -> String {
    Url::parse(url).map(|url| origin(&url)).unwrap_or_default()
}

/// The name of a site for a sentence.
pub(crate) fn site_of(url: &str) -> String {
    Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_else(|| url.to_owned())
}
