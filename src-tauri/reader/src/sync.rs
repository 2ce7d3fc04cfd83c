//! A round of checks: every feed that is due is asked once, one slow feed delays nobody, and what came is stored in
//! large transactions.

use crate::{
    Reader,
    address::{names_private_host, origin},
    body::Held,
    edits::is_edit,
    error::{ReaderError, Result},
    fetch::{Fetched, Kind, Request},
    ingest, lock,
    schedule::{self, Setback},
    trouble::Failed,
};
use std::{
    collections::HashMap,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};
use stoppress_model::{FeedId, Notice, Progress, SyncSummary, Timestamp};
use stoppress_store::{CheckLog, CheckResult, DueFeed, FeedChanges, FeedUpdate, StoreError};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, mpsc, watch},
    task::JoinSet,
};
use url::Url;

/// Requests under way at once (RULES "Asking").
const IN_FLIGHT: usize = 256;
/// Between two background requests to the same remote origin.
pub(crate) const GAP: Duration = Duration::from_secs(1);
/// Feeds stored in one transaction.
const BATCH: usize = 64;
/// After so many feeds of an origin from which nothing is heard, the others are not tried in this round.
const SILENT_FEEDS: usize = 2;
/// Articles stored in one transaction; more would keep the reader's own writes waiting.
const BATCH_ARTICLES: usize = 1_000;

/// Which feeds a round asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyncScope {
    /// Those that are due.
    Due,
    /// All, except retired and paused ones and those that asked us to wait: `--force`.
    All,
    /// All but those checked within the last two minutes: the refresh button.
    Refresh,
    /// One, whether due or not.
    Feed(FeedId),
}

enum Outcome {
    Unchanged(Box<CheckResult>),
    /// With the bytes of the body, and what it holds until it is stored.
    Updated(Box<FeedUpdate>, usize, Held),
    Failed(Box<Missed>),
}

/// A feed of which nothing could be read.
pub(crate) struct Missed {
    pub(crate) feed: DueFeed,
    pub(crate) failed: Failed,
    pub(crate) log: CheckLog,
}

impl Outcome {
    fn articles(&self) -> usize {
        match self {
            Outcome::Updated(update, ..) => update.articles.len(),
            _ => 0,
        }
    }
}

/// True in [`stoppress_model::Status`] while it lives.
struct Syncing<'a>(&'a Reader);

impl<'a> Syncing<'a> {
    fn begin(reader: &'a Reader) -> Self {
        reader.inner.syncing.store(true, Ordering::SeqCst);
        Syncing(reader)
    }
}

impl Drop for Syncing<'_> {
    fn drop(&mut self) {
        self.0.inner.syncing.store(false, Ordering::SeqCst);
    }
}

struct Round {
    reader: Reader,
    now: Timestamp,
    interval: i64,
    by_hand: bool,
    places: Arc<Semaphore>,
    /// Turns of reading what came.
    readers: Semaphore,
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
        if let Some(why) = self.read_only() {
            // Asking what cannot be stored would ask the same again for ever.
            return Err(StoreError::ReadOnly(why.to_owned()).into());
        }
        // The round of the scheduler and the button wait for each other; other processes are kept out by the lock.
        let round =
            tokio::time::timeout(lock::PATIENCE, self.inner.round.lock()).await.map_err(|_| ReaderError::Busy)?;
        self.inner.cancelled.send_replace(false);
        let syncing = Syncing::begin(self);
        let outcome = self.sync_locked(scope).await;
        drop(syncing);
        drop(round);
        let summary = outcome?;
        self.announce(Notice::SyncEnded { summary: summary.clone() });
        if !summary.offline {
            self.resume_saves().await;
        }
        Ok(summary)
    }

    /// Ends the round under way after the requests that are being stored.
    pub fn cancel_sync(&self) {
        self.inner.cancelled.send_replace(true);
    }

    async fn sync_locked(&self, scope: SyncScope) -> Result<SyncSummary> {
        let _lock = lock::acquire(self.profile(), lock::SYNC).await?;
        let started = std::time::Instant::now();
        let now = self.now();
        self.ready_network().await?;
        let due = self.due(scope, now)?;
        let mut summary = SyncSummary { feeds: due.len() as u64, ..SyncSummary::default() };
        let by_hand = scope != SyncScope::Due;
        let unheard = self.run(due, now, by_hand, &mut summary).await;
        self.note_progress(None);
        let unheard = unheard?;
        summary.failed += unheard.len() as u64;
        let all_unheard = summary.feeds > 0 && unheard.len() as u64 == summary.feeds;
        let all_silent = all_unheard && unheard.iter().all(|missed| missed.failed.is_silence());
        let cancelled = *self.inner.cancelled.borrow();
        // A few silent sites are their own trouble where others can be reached.
        let no_route = unheard.iter().any(|missed| missed.failed == Failed::NoRoute);
        summary.offline = all_silent && !cancelled && (no_route || self.probe().await? != Some(true));
        // Who was in trouble before says nothing new.
        let is_news = all_unheard && unheard.iter().any(|missed| missed.feed.failures == 0);
        let portal = if is_news && !cancelled && !no_route { self.look_for_portal().await? } else { None };
        summary.offline |= portal.is_some();
        if summary.feeds > 0 && !cancelled {
            self.set_offline(summary.offline);
            self.set_portal(portal.clone());
        }
        if summary.offline {
            let sentence = |missed: &Missed| match portal {
                Some(_) => Failed::NetworkSignIn.sentence(&site_of(&missed.feed.url)),
                None => missed.failed.sentence(&site_of(&missed.feed.url)),
            };
            let unheard: Vec<(FeedId, String)> = unheard.iter().map(|one| (one.feed.id, sentence(one))).collect();
            self.store().log_offline(&unheard, now)?;
        } else {
            self.note_failures(&unheard, now)?;
        }
        summary.millis = u64::try_from(started.elapsed().as_millis()).unwrap_or(u64::MAX);
        Ok(summary)
    }

    /// Returns the feeds of which nothing was heard that only their sites could have said.
    async fn run(
        &self,
        due: Vec<DueFeed>,
        now: Timestamp,
        by_hand: bool,
        summary: &mut SyncSummary,
    ) -> Result<Vec<Missed>> {
        let total = due.len() as u64;
        self.note_progress(Some(Progress { done: 0, total }));
        let (outcomes, mut arriving) = mpsc::channel(BATCH * 2);
        let round = Arc::new(Round {
            reader: self.clone(),
            now,
            interval: schedule::interval(self.settings()?.check_interval),
            by_hand,
            places: Arc::new(Semaphore::new(IN_FLIGHT)),
            readers: Semaphore::new(std::thread::available_parallelism().map_or(1, std::num::NonZero::get)),
            cancelled: self.inner.cancelled.subscribe(),
            outcomes,
        });
        let mut origins: HashMap<String, Vec<DueFeed>> = HashMap::new();
        for feed in due {
            origins.entry(origin_of(&feed.url)).or_insert_with(|| Vec::with_capacity(1)).push(feed);
        }
        let mut tasks = JoinSet::new();
        tasks.spawn(round.ask_all(origins.into_values().collect()));
        let mut unheard = Vec::new();
        let mut done = 0;
        while let Some(first) = arriving.recv().await {
            let mut articles = first.articles();
            let mut batch = vec![first];
            while batch.len() < BATCH
                && articles < BATCH_ARTICLES
                && let Ok(next) = arriving.try_recv()
            {
                articles += next.articles();
                batch.push(next);
            }
            done += batch.len() as u64;
            self.keep(batch, now, summary, &mut unheard).await?;
            self.note_progress(Some(Progress { done, total }));
            self.announce(Notice::SyncProgress { done, total });
        }
        while tasks.join_next().await.is_some() {}
        // Cancelled feeds were never asked.
        summary.feeds = done;
        Ok(unheard)
    }

    /// Stores a batch in one transaction and counts it.
    async fn keep(
        &self,
        batch: Vec<Outcome>,
        now: Timestamp,
        summary: &mut SyncSummary,
        unheard: &mut Vec<Missed>,
    ) -> Result<()> {
        let (mut updates, mut checks, mut failures, mut held) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for outcome in batch {
            match outcome {
                Outcome::Unchanged(check) => checks.push(*check),
                Outcome::Updated(update, bytes, of_body) => {
                    summary.bytes += bytes as u64;
                    held.push(of_body);
                    updates.push(*update);
                }
                Outcome::Failed(missed) if missed.failed.may_be_the_network() => unheard.push(*missed),
                Outcome::Failed(missed) => failures.push(*missed),
            }
        }
        summary.failed += failures.len() as u64;
        summary.unchanged += checks.len() as u64;
        self.note_failures(&failures, now)?;
        let reader = self.clone();
        let changes = tokio::task::spawn_blocking(move || {
            let changes = reader.put_away(updates, &checks)?;
            // In the middle of a first round already, so that most of it is packed by what the beginning of it shares; that it
            // fails is no loss.
            let _ = reader.store().learn_what_articles_share();
            Ok::<_, ReaderError>(changes)
        })
        .await
        .map_err(|error| ReaderError::Internal(error.to_string()))??;
        drop(held);
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

    /// Takes what came, so that its room is free when it is stored.
    fn put_away(&self, updates: Vec<FeedUpdate>, checks: &[CheckResult]) -> Result<Vec<FeedChanges>> {
        if !checks.is_empty() {
            self.store().note_checks(checks)?;
        }
        let changes = if updates.is_empty() { Vec::new() } else { self.store().ingest_judging(&updates, &is_edit)? };
        for check in checks.iter().chain(updates.iter().map(|update| &update.check)) {
            if let Some(url) = ingest::moved_for_good(check) {
                self.store().adopt_address(check.feed, url, check.at)?;
            }
        }
        Ok(changes)
    }

    pub(crate) fn note_failures(&self, failures: &[Missed], now: Timestamp) -> Result<()> {
        if failures.is_empty() {
            return Ok(());
        }
        let interval = schedule::interval(self.settings()?.check_interval);
        let mut checks = Vec::with_capacity(failures.len());
        for Missed { feed, failed, log } in failures {
            let kept = self.store().article_count(feed.id)?;
            let setback = Setback {
                failed,
                failures: feed.failures + 1,
                since: feed.trouble_since.unwrap_or(now),
                quiet_times: feed.quiet_times,
            };
            let interval = schedule::interval_of(feed.interval, interval);
            checks.push(CheckResult {
                feed: feed.id,
                at: now,
                next_check: schedule::after_failure(feed.id, now, interval, &setback),
                trouble: Some(failed.report(&site_of(&feed.url), kept, setback.is_for_good(now))),
                validators: None,
                body_hash: None,
                moved: feed.moved.clone(),
                repairs: None,
                wish: None,
                quiet_times: None,
                log: log.clone(),
            });
        }
        Ok(self.store().note_checks(&checks)?)
    }
}

impl Round {
    /// Asks the feeds of all origins. One is begun with when there is a place for its first request: thousands that wait are a
    /// list, not a task each.
    async fn ask_all(self: Arc<Self>, origins: Vec<Vec<DueFeed>>) {
        let mut tasks = JoinSet::new();
        for feeds in origins {
            let Ok(place) = self.places.clone().acquire_owned().await else { return };
            if *self.cancelled.borrow() {
                break;
            }
            while tasks.try_join_next().is_some() {}
            tasks.spawn(self.clone().ask_origin(feeds, place));
        }
        while tasks.join_next().await.is_some() {}
    }

    /// Asks the feeds of one origin, one after the other; `place` is that of the first request.
    async fn ask_origin(self: Arc<Self>, feeds: Vec<DueFeed>, place: OwnedSemaphorePermit) {
        let mut place = Some(place);
        let gap =
            feeds.first().and_then(|feed| Url::parse(&feed.url).ok()).is_some_and(|url| !names_private_host(&url));
        let mut told_to_wait = None;
        let mut silences = 0;
        let last = feeds.len().saturating_sub(1);
        for (number, feed) in feeds.into_iter().enumerate() {
            if gap && number > 0 {
                tokio::time::sleep(GAP).await;
            }
            let outcome = match &told_to_wait {
                Some(failed) => self.missed(feed, Failed::clone(failed), CheckLog::default()),
                None => match self.ask(feed, number == last, place.take()).await {
                    Some(outcome) => outcome,
                    None => return,
                },
            };
            match &outcome {
                Outcome::Failed(missed) if matches!(missed.failed, Failed::AskedToWait(_)) => {
                    told_to_wait = Some(missed.failed.clone());
                }
                Outcome::Failed(missed) if missed.failed.is_silence() => {
                    silences += 1;
                    if silences >= SILENT_FEEDS {
                        told_to_wait = Some(missed.failed.clone());
                    }
                }
                _ => silences = 0,
            }
            if self.outcomes.send(outcome).await.is_err() {
                return;
            }
        }
    }

    /// `None` = cancelled.
    async fn ask(&self, feed: DueFeed, is_last: bool, place: Option<OwnedSemaphorePermit>) -> Option<Outcome> {
        let _place = match place {
            Some(place) => place,
            None => self.places.clone().acquire_owned().await.ok()?,
        };
        // Many wait for a place: what a request needs while it is under way is not kept for each of them.
        Box::pin(self.ask_now(feed, is_last)).await
    }

    async fn ask_now(&self, feed: DueFeed, is_last: bool) -> Option<Outcome> {
        let mut cancelled = self.cancelled.clone();
        let Ok(url) = Url::parse(&feed.url) else {
            return Some(self.missed(feed, Failed::BadAddress, CheckLog::default()));
        };
        let request = Request {
            url,
            typed_origin: feed.typed_origin.clone(),
            validators: feed.validators.clone().filter(|given| self.now.0 - given.at.0 < STALE_VALIDATORS),
            kind: Kind::Feed,
            closes: is_last,
        };
        let asked = std::time::Instant::now();
        let mut details = String::new();
        let fetched = tokio::select! {
            fetched = self.reader.inner.fetcher.fetch_noting(&request, self.reader.now(), &mut details) => fetched,
            _ = cancelled.wait_for(|cancelled| *cancelled) => return None,
        };
        let log = CheckLog {
            millis: u64::try_from(asked.elapsed().as_millis()).unwrap_or(u64::MAX),
            bytes: fetched.as_ref().ok().and_then(|fetched| fetched.body.as_ref()).map_or(0, |body| body.len() as u64),
            details,
            by_hand: self.by_hand,
        };
        Some(match fetched {
            Ok(fetched) => self.read(feed, fetched, log).await,
            Err(failed) => self.missed(feed, failed, log),
        })
    }

    fn missed(&self, feed: DueFeed, failed: Failed, log: CheckLog) -> Outcome {
        Outcome::Failed(Box::new(Missed { feed, failed, log: CheckLog { by_hand: self.by_hand, ..log } }))
    }

    async fn read(&self, feed: DueFeed, mut fetched: Fetched, log: CheckLog) -> Outcome {
        let (now, interval) = (self.now, schedule::interval_of(feed.interval, self.interval));
        let hash = fetched.body.is_some().then(|| ingest::hash(&fetched));
        let Some(hash) = hash.filter(|hash| feed.body_hash.as_ref() != Some(hash)) else {
            return Outcome::Unchanged(Box::new(ingest::unchanged(&feed, &fetched, now, interval, log)));
        };
        let bytes = fetched.body.as_ref().map_or(0, Vec::len);
        let held = std::mem::take(&mut fetched.held);
        // More of them at once than there are processors would only take memory.
        let Ok(_turn) = self.readers.acquire().await else { return self.missed(feed, Failed::Cancelled, log) };
        let (feed, read) = match tokio::task::spawn_blocking(move || {
            let read = ingest::read(&feed, &fetched, hash, now, interval);
            (feed, read)
        })
        .await
        {
            Ok(both) => both,
            Err(error) => std::panic::resume_unwind(error.into_panic()),
        };
        match read {
            Ok(mut update) => {
                update.check.log = log;
                Outcome::Updated(Box::new(update), bytes, held)
            }
            Err(failed) => self.missed(feed, failed, log),
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

#[cfg(test)]
mod tests {
    use super::Outcome;
    use crate::{Options, Reader, body::Held};
    use stoppress_model::{PlainText, SyncSummary, Timestamp};
    use stoppress_store::{ArticleContent, CheckResult, FeedUpdate, NewArticle, NewFeed};

    #[test]
    fn what_articles_share_is_learnt_in_the_middle_of_the_first_round() {
        let folder = tempfile::tempdir().unwrap();
        let reader = Reader::open(Options::at(folder.path())).unwrap();
        let followed = NewFeed { url: "https://example.org/feed", ..NewFeed::default() };
        let feed = reader.store().follow(&followed, Timestamp(0)).unwrap().id;
        let article = |number: i64| NewArticle {
            key: number.to_be_bytes().to_vec(),
            content_hash: number.to_be_bytes().to_vec(),
            has_text: true,
            content: ArticleContent {
                html: format!("<p>Ferry {number} left the harbour of district {} at dawn.</p>", number % 97),
                ..ArticleContent::default()
            },
        };
        let check = CheckResult::well(feed, Timestamp(1), Timestamp(900));
        let update =
            FeedUpdate::brought(check, PlainText::new("The Harbor Post", 100), (0..2_500).map(article).collect());
        let batch = vec![Outcome::Updated(Box::new(update), 0, Held::default())];
        let mut summary = SyncSummary::default();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(reader.keep(batch, Timestamp(1), &mut summary, &mut Vec::new())).unwrap();
        assert_eq!(summary.new_articles, 2_500);
        assert!(!reader.store().learn_what_articles_share().unwrap(), "it is known already");
        let dictionaries: i64 = rusqlite::Connection::open(folder.path().join("library.sqlite"))
            .unwrap()
            .query_row("SELECT count(*) FROM dictionaries", [], |row| row.get(0))
            .unwrap();
        assert_eq!(dictionaries, 1);
    }
}
