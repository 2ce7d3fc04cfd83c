//! Checking by itself while a window is open: what is due, when the network is there, calmly when it is not.

use crate::{
    Reader,
    busy::Busy,
    error::{ReaderError, Result},
    schedule::{overslept, spread_after_sleep},
    sync::{SyncScope, origin_of},
};
use futures_util::{StreamExt, stream::FuturesUnordered};
use std::{
    cmp::Reverse,
    collections::HashSet,
    sync::atomic::Ordering,
    time::{Duration, Instant},
};
use stoppress_model::CheckInterval;
use stoppress_store::StoreError;
use tokio::{net::TcpStream, time::timeout};
use url::Url;

/// Pages of imported lists fetched behind at one look.
const IMPORTS_BEHIND: usize = 200;
/// After this no more of them are begun before the next look.
const IMPORTS_PATIENCE: Duration = Duration::from_secs(5 * 60);
/// The longest sleep: also how soon a network that came back is noticed.
const LOOK_AGAIN: Duration = Duration::from_secs(60);
/// While hidden, feeds wait this much longer: 60 minutes instead of 15 (RULES "Time").
const HIDDEN_WAIT: i64 = 45 * 60;
/// How many origins are tried, all at once, before the network is said to be gone.
const PROBES: usize = 8;
/// Of so many looks without a network one tries a round all the same.
const TRY_ANYWAY: u32 = 10;
/// After rounds that failed (a full disk), the waits double up to this.
const LONGEST_SLEEP: Duration = Duration::from_secs(15 * 60);
/// A new source waits so long for what is being fetched behind for others.
const SOON: Duration = Duration::from_secs(5);
const TIDY_EVERY: Duration = Duration::from_secs(24 * 3600);
const PROBE_PATIENCE: Duration = Duration::from_secs(5);

/// What became of fetching behind at a look.
enum Behind {
    Begun,
    /// What was begun before is not done yet.
    Busy,
    Nothing,
}

impl Reader {
    /// Tells whether the window can be seen; hidden, feeds are asked less often.
    pub fn window_state(&self, visible: bool) {
        self.inner.window.set(visible);
    }

    /// Tells whether the connection is metered or the system saves power. While it does and the reader wants it so, feeds are
    /// asked as if the window were hidden, and nothing is fetched behind.
    pub fn spare(&self, spare: bool) {
        self.inner.sparing.store(spare, Ordering::Relaxed);
    }

    /// Checks feeds when they are due, and brings back what a mute held whose time is over, for as long as the future lives. One per window.
    pub async fn check_by_itself(&self) {
        // A start asks nobody who is not due, so whether there is a network is found out by connecting only.
        let _ = self.probe().await;
        let (mut failures, mut tidied, mut wanted) = (0_u32, None::<Instant>, false);
        loop {
            self.end_mutes();
            let looked = self.look().await;
            if matches!(looked, Err(ReaderError::Store(StoreError::DiskFull))) {
                self.make_room();
            }
            failures = if looked.is_ok() { 0 } else { failures.saturating_add(1) };
            let (before, mut planned) = (self.now(), self.until_next_look(failures));
            wanted &= matches!(looked, Ok(Behind::Busy));
            if wanted {
                planned = planned.min(SOON);
            }
            tokio::select! {
                () = tokio::time::sleep(planned) => {}
                // A new source wants its stories, its icon and its full texts before the next look would be.
                () = self.inner.followed.notified() => wanted = true,
            }
            if overslept(before, self.now(), i64::try_from(planned.as_secs()).unwrap_or(i64::MAX)) {
                // Where the library cannot be written, nothing is asked either.
                let _ = self.wake_calmly();
            }
            // Not before the first sleep: a start has better things to do.
            if tidied.is_none_or(|at| at.elapsed() > TIDY_EVERY) {
                tidied = Some(Instant::now());
                self.tidy();
            }
        }
    }

    /// After the machine slept, what became due is asked little by little.
    fn wake_calmly(&self) -> Result<()> {
        let due = self.store().due_feeds(self.now(), false)?;
        let ids: Vec<_> = due.iter().map(|feed| feed.id).collect();
        Ok(self.store().put_off(&spread_after_sleep(&ids, self.now()))?)
    }

    /// Nobody waits for it, and what fails is tried again a day later.
    fn tidy(&self) {
        let reader = self.clone();
        drop(tokio::task::spawn_blocking(move || {
            reader.trim_cache();
            let _ = reader.store().tidy(reader.now());
            // A copy of what is damaged would push out one that is not.
            reader.look_for_damage();
            let _ = reader.back_up_daily();
            reader.purge_behind();
        }));
    }

    /// What can be had again goes before the next try, as when the reader cleans up.
    fn make_room(&self) {
        let reader = self.clone();
        drop(tokio::task::spawn_blocking(move || reader.clean_up()));
    }

    async fn look(&self) -> Result<Behind> {
        // What was silent a while ago may be what still cannot be reached: now and then a round is tried all the same.
        let looks = self.inner.offline_looks.fetch_add(1, Ordering::Relaxed);
        if self.is_offline() && !self.is_reachable_again().await? && looks % TRY_ANYWAY != TRY_ANYWAY - 1 {
            return Ok(Behind::Nothing);
        }
        let by_hand = self.settings()?.check_interval == CheckInterval::Manual;
        if by_hand || self.store().due_feeds(self.now().plus(-self.patience()), false)?.is_empty() {
            self.resume_saves().await;
        } else {
            self.sync(SyncScope::Due).await?;
        }
        Ok(if self.is_offline() { Behind::Nothing } else { self.begin_fetching_behind() })
    }

    /// Full texts and images are fetched beside the checks: a slow site of theirs must not keep the feeds waiting.
    fn begin_fetching_behind(&self) -> Behind {
        if self.is_sparing() {
            return Behind::Nothing;
        }
        let Some(busy) = Busy::begin(self, |inner| &inner.fetching_behind) else { return Behind::Busy };
        tokio::spawn(async move {
            let reader = busy.reader();
            // What could not be fetched or kept now is wanted again at a later look.
            let _ = reader.fetch_icons_behind().await;
            let _ = reader.fetch_texts_behind().await;
            let _ = reader.fetch_images_ahead().await;
            reader.fetch_imported(IMPORTS_BEHIND, IMPORTS_PATIENCE).await;
        });
        Behind::Begun
    }

    /// Looks whether an outage is over, or a network wants a sign-in that did not before.
    async fn is_reachable_again(&self) -> Result<bool> {
        // Any site can be connected to in such a network, and none answers.
        if self.portal().is_some() {
            self.set_portal(self.look_for_portal().await?);
            if self.portal().is_some() {
                return Ok(false);
            }
        }
        let is_reachable = self.probe().await? != Some(false);
        if !is_reachable {
            self.set_portal(self.look_for_portal().await?);
        }
        Ok(is_reachable)
    }

    fn is_offline(&self) -> bool {
        self.inner.offline.load(Ordering::Relaxed)
    }

    /// How much longer than due a feed waits.
    fn patience(&self) -> i64 {
        if self.inner.window.is_visible() && !self.is_sparing() { 0 } else { HIDDEN_WAIT }
    }

    fn is_sparing(&self) -> bool {
        self.inner.sparing.load(Ordering::Relaxed) && self.settings().is_ok_and(|settings| settings.spare)
    }

    fn until_next_look(&self, failures: u32) -> Duration {
        if failures > 0 {
            return (LOOK_AGAIN * 2_u32.pow(failures.min(5) - 1)).min(LONGEST_SLEEP);
        }
        if self.is_offline() {
            return LOOK_AGAIN;
        }
        let due = self.store().next_due().ok().flatten();
        let wait = due.map_or(i64::MAX, |at| at.0.saturating_sub(self.now().0).saturating_add(self.patience()));
        // Overdue and not asked just now: it is asked by hand only, or its site wants to be left alone.
        if wait <= 0 {
            return LOOK_AGAIN;
        }
        Duration::from_secs(wait.unsigned_abs()).clamp(Duration::from_secs(5), LOOK_AGAIN)
    }

    /// Connects to a few followed sites without asking them anything, those that answered last first. `None` = nothing is
    /// followed.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub(crate) async fn probe(&self) -> Result<Option<bool>> {
        let mut feeds = self.feeds()?;
        feeds.sort_by_key(|feed| (feed.trouble.is_some(), Reverse(feed.last_checked)));
        let mut seen = HashSet::new();
        let network = self.inner.fetcher.network();
        let sites = feeds.iter().filter(|feed| seen.insert(origin_of(&feed.url))).filter_map(|feed| {
            let url = Url::parse(&feed.url).ok()?;
            let direct = || Some((url.host_str()?.trim_matches(['[', ']']).to_owned(), url.port_or_known_default()?));
            // Behind a proxy nobody else can be connected to.
            let proxy = if network.names_private(&url) { None } else { network.proxy_of(&url) };
            proxy.or_else(direct)
        });
        let mut attempts: FuturesUnordered<_> = sites
            .take(PROBES)
            .map(|(host, port)| async move {
                matches!(timeout(PROBE_PATIENCE, TcpStream::connect((host.as_str(), port))).await, Ok(Ok(_)))
            })
            .collect();
        if attempts.is_empty() {
            return Ok(None);
        }
        let mut reachable = false;
        while let Some(answered) = attempts.next().await {
            reachable |= answered;
            if reachable {
                break;
            }
        }
        self.set_offline(!reachable);
        Ok(Some(reachable))
    }
}

#[cfg(test)]
mod tests {
    use super::HIDDEN_WAIT;
    use crate::{Options, Reader};
    use stoppress_model::Settings;

    #[test]
    fn hidden_or_sparing_feeds_wait_longer_and_the_reader_can_do_without_the_second() {
        let folder = tempfile::tempdir().expect("a folder");
        let reader = Reader::open(Options::at(folder.path())).expect("opened");
        assert_eq!(reader.patience(), 0);
        reader.window_state(false);
        assert_eq!(reader.patience(), HIDDEN_WAIT);
        reader.window_state(true);
        assert_eq!(reader.patience(), 0);
        reader.spare(true);
        assert_eq!((reader.patience(), reader.is_sparing()), (HIDDEN_WAIT, true));
        let settings = reader.settings().expect("settings");
        reader.set_settings(&Settings { spare: false, ..settings }).expect("kept");
        assert_eq!((reader.patience(), reader.is_sparing()), (0, false));
    }
}
