//! Checking by itself while a window is open: what is due, when the network is there, calmly when it is not.

use crate::{
    Reader,
    error::Result,
    sync::{SyncScope, origin_of},
};
use std::{collections::HashSet, sync::atomic::Ordering, time::Duration};
use stoppress_model::CheckInterval;
use tokio::{net::TcpStream, time::timeout};
use url::Url;

/// The longest sleep: also how soon a network that came back is noticed.
const LOOK_AGAIN: Duration = Duration::from_secs(60);
/// While hidden, feeds wait this much longer: 60 minutes instead of 15 (RULES "Time").
const HIDDEN_WAIT: i64 = 45 * 60;
/// How many origins are tried before the network is said to be gone.
const PROBES: usize = 3;
const PROBE_PATIENCE: Duration = Duration::from_secs(5);

impl Reader {
    /// Tells whether the window can be seen; hidden, feeds are asked less often.
    pub fn window_state(&self, visible: bool) {
        self.inner.window_visible.store(visible, Ordering::Relaxed);
    }

    /// Checks feeds when they are due, for as long as the future lives. One per window.
    pub async fn check_by_itself(&self) {
        let tidying = self.clone();
        // Nobody waits for it, and what fails is tried again at the next start.
        drop(tokio::task::spawn_blocking(move || {
            tidying.trim_cache();
            let _ = tidying.store().tidy(tidying.now());
        }));
        // A start asks nobody who is not due, so whether there is a network is found out by connecting only.
        let _ = self.probe().await;
        loop {
            // A round that could not run (another process is at it, a full disk) is tried again at the next look.
            let _ = self.look().await;
            tokio::time::sleep(self.until_next_look()).await;
        }
    }

    async fn look(&self) -> Result<()> {
        if self.inner.offline.load(Ordering::Relaxed) && self.probe().await? == Some(false) {
            return Ok(());
        }
        if self.settings()?.check_interval == CheckInterval::Manual {
            return self.resume_saves().await;
        }
        let extra = if self.inner.window_visible.load(Ordering::Relaxed) { 0 } else { HIDDEN_WAIT };
        if self.store().due_feeds(self.now().plus(-extra), false)?.is_empty() {
            return self.resume_saves().await;
        }
        self.sync(SyncScope::Due).await.map(drop)
    }

    fn until_next_look(&self) -> Duration {
        let now = self.now();
        let due = self.store().next_due().ok().flatten();
        let wait = due.map_or(LOOK_AGAIN.as_secs(), |at| u64::try_from(at.0 - now.0).unwrap_or(0).max(1));
        Duration::from_secs(wait).min(LOOK_AGAIN)
    }

    /// Connects to a few followed sites without asking them anything. `None` = nothing is followed.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub(crate) async fn probe(&self) -> Result<Option<bool>> {
        let mut seen = HashSet::new();
        let sites: Vec<(String, u16)> = self
            .feeds()?
            .iter()
            .filter(|feed| seen.insert(origin_of(&feed.url)))
            .filter_map(|feed| {
                let url = Url::parse(&feed.url).ok()?;
                Some((url.host_str()?.trim_matches(['[', ']']).to_owned(), url.port_or_known_default()?))
            })
            .take(PROBES)
            .collect();
        if sites.is_empty() {
            return Ok(None);
        }
        let mut reachable = false;
        for (host, port) in sites {
            if let Ok(Ok(_)) = timeout(PROBE_PATIENCE, TcpStream::connect((host.as_str(), port))).await {
                reachable = true;
                break;
            }
        }
        self.set_offline(!reachable);
        Ok(Some(reachable))
    }
}
