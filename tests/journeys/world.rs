//! A reader in a temporary folder, with a site and a clock.

use std::{
    future::Future,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};
use stoppress_model::{Feed, FeedId, Followed, SyncSummary, TickerQuery, TickerRow, Timestamp};
use stoppress_reader::{FollowOptions, MemoryKeychain, Options, Reader, SyncScope};
use stoppress_support::{Response, Site, TemporaryFolder};
#[cfg(target_os = "linux")]
use tokio::task::JoinHandle;

pub const NOW: Timestamp = Timestamp(1_795_600_000);

pub struct World {
    pub site: Site,
    pub reader: Reader,
    pub folder: TemporaryFolder,
    /// Where passwords go: never into the keychain of who runs the tests.
    pub keychain: Arc<MemoryKeychain>,
    clock: Arc<AtomicI64>,
    runtime: tokio::runtime::Runtime,
}

/// One item of an RSS feed.
pub fn item(number: i64, body: &str) -> String {
    let time =
        stoppress_support::rfc822(std::time::UNIX_EPOCH + std::time::Duration::from_secs((NOW.0 - number * 60) as u64));
    format!(
        "<item><guid>{number}</guid><title>Headline {number}</title><link>/story/{number}</link><pubDate>{time}</pubDate>\
         <description><![CDATA[{body}]]></description></item>"
    )
}

pub fn rss(items: &[String]) -> Response {
    let items = items.concat();
    Response::rss(format!(
        "<rss version=\"2.0\"><channel><title>The Tide</title><language>en</language>{items}</channel></rss>"
    ))
    .with_validators()
}

impl World {
    pub fn new() -> World {
        let folder = TemporaryFolder::new("journey");
        let clock = Arc::new(AtomicI64::new(NOW.0));
        let keychain = Arc::<MemoryKeychain>::default();
        let reader = open(&folder, &clock, &keychain);
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        World { site: Site::start(), reader, folder, keychain, clock, runtime }
    }

    /// With one feed of `count` articles at `/feed`, followed.
    pub fn with_feed(count: i64) -> World {
        let world = World::new();
        world.site.publish("/feed", rss(&(0..count).map(|n| item(n, "<p>Text</p>")).collect::<Vec<_>>()));
        world.follow("/feed");
        world
    }

    pub fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// Begins work that goes on while the test does something else.
    #[cfg(target_os = "linux")]
    pub fn spawn<T: Send + 'static>(&self, work: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
        self.runtime.spawn(work)
    }

    /// How many pieces of work are under way or wait.
    #[cfg(target_os = "linux")]
    pub fn tasks(&self) -> usize {
        self.runtime.metrics().num_alive_tasks()
    }

    pub fn follow(&self, path: &str) -> FeedId {
        match self.wait(self.reader.follow(&self.site.url(path), &FollowOptions::default())).unwrap() {
            Followed::Followed { feed, .. } => feed.id,
            Followed::Candidates { candidates } => panic!("{candidates:?}"),
        }
    }

    pub fn sync(&self, scope: SyncScope) -> SyncSummary {
        self.wait(self.reader.sync(scope)).unwrap()
    }

    pub fn pass(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::SeqCst);
    }

    /// As after quitting and starting again.
    pub fn restart(&mut self) {
        self.reader = open(&self.folder, &self.clock, &self.keychain);
    }

    /// As another process that has the profile open.
    pub fn other(&self) -> Reader {
        open(&self.folder, &self.clock, &self.keychain)
    }

    /// As after quitting: the profile is nobody's until the next restart. (A reader over another folder takes the place.)
    #[cfg(unix)]
    pub fn close(&mut self) {
        self.reader = Reader::open(Options::at(&self.folder.join("elsewhere"))).unwrap();
    }

    pub fn rows(&self) -> Vec<TickerRow> {
        self.reader.ticker(&TickerQuery::default()).unwrap().rows
    }

    pub fn feed(&self, id: FeedId) -> Feed {
        self.reader.feeds().unwrap().into_iter().find(|feed| feed.id == id).unwrap()
    }
}

fn open(folder: &TemporaryFolder, clock: &Arc<AtomicI64>, keychain: &Arc<MemoryKeychain>) -> Reader {
    let (clock, keychain) = (clock.clone(), keychain.clone());
    let options = Options {
        profile: folder.join("profile"),
        clock: Arc::new(move || Timestamp(clock.load(Ordering::SeqCst))),
        keychain,
    };
    Reader::open(options).unwrap()
}
