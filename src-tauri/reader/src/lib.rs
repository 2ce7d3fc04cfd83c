//! The app without a window: fetching, checking feeds, scheduling, saving, reading.
//!
//! What is here: everything a button or a terminal verb means, under the same name. What is never here: Tauri, printing,
//! SQL, HTML or feed formats. The clock is handed in, the network is only reached through `fetch.rs`.
//!
//! Start reading at [`Reader`], then `sync.rs` (a round of checks), `fetch.rs` (one polite request), `offline.rs` (saving).
//!
//! ```
//! # let dir = tempfile::tempdir().unwrap();
//! use stoppress_reader::{Options, Reader};
//! let reader = Reader::open(Options::at(dir.path())).unwrap();
//! assert!(reader.feeds().unwrap().is_empty());
//! ```

mod activity;
mod address;
mod ahead;
mod answer;
mod backups;
mod bag;
mod body;
mod busy;
pub mod caps;
mod coding;
mod comments;
mod diagnostics;
mod diff;
mod doctor;
mod due;
mod edits;
mod error;
mod everything;
mod export;
mod fetch;
mod find;
mod follow;
mod full_text;
mod handed;
mod icons;
mod images;
mod imported;
mod ingest;
mod keychain;
mod lock;
mod look;
mod mutes;
mod network;
mod notify;
mod offline;
mod older;
mod opml;
mod pack;
mod packs;
mod page;
mod pictures;
mod portal;
mod positions;
mod profile;
mod robots;
mod room;
mod schedule;
mod scheduler;
mod search;
mod sign_in;
mod snippets;
mod soundness;
mod sources;
mod storage;
mod surroundings;
mod sync;
mod trouble;
mod versions;
mod voice;
mod watch;

pub use error::{ReaderError, Result};
pub use export::{ExportTarget, ExportWhat};
pub use follow::FollowOptions;
pub use handed::{HandedOver, handed, handed_file};
pub use images::Image;
pub use keychain::{Keychain, MemoryKeychain, NoKeychain, SystemKeychain};
pub use notify::{News, Tell};
pub use page::OpenedArticle;
pub use profile::check_move;
pub use profile::{default_profile, is_movable, make_profile, move_as_wished, move_library, restore, wish_to_move};
pub use soundness::SavedCheck;
pub use stoppress_store::FullTextResult;
pub use surroundings::surroundings_of_others;
pub use sync::SyncScope;
pub use versions::{Releases, Update, updated_by};
pub use voice::Voice;

use crate::{fetch::Fetcher, page::Opened};
use std::{
    collections::{HashMap, HashSet},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
};
use stoppress_model::{
    ArticleId, Changed, Feed, FeedId, Notice, PlainText, Progress, PublisherPlace, SaveOutcome, SavedArticle, Settings,
    Status, TickerPage, TickerQuery, TickerRow, Timestamp, Undone, Unfollowed, why_refused,
};
use stoppress_store::{Store, StoreError};
use tokio::sync::broadcast;

/// Tells the time; a test hands in a fixed one.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// How to open a profile.
pub struct Options {
    /// The data directory.
    pub profile: PathBuf,
    /// Where times come from.
    pub clock: Clock,
    /// Where passwords are kept.
    pub keychain: Arc<dyn Keychain>,
}

impl Options {
    /// A profile at `folder` with the system's clock and keychain.
    #[must_use]
    pub fn at(folder: &Path) -> Self {
        Options { profile: folder.to_owned(), clock: Arc::new(system_time), keychain: Arc::new(SystemKeychain) }
    }
}

fn system_time() -> Timestamp {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since.as_secs()).unwrap_or(i64::MAX))
}

/// A news reader over one profile. Cheap to clone; clones share everything.
#[derive(Clone)]
pub struct Reader {
    inner: Arc<Inner>,
}

struct Inner {
    store: Store,
    health: backups::Health,
    _in_use: lock::Lock,
    profile: PathBuf,
    clock: Clock,
    fetcher: Fetcher,
    keychain: Arc<dyn Keychain>,
    notices: broadcast::Sender<Notice>,
    offline: AtomicBool,
    offline_looks: AtomicU32,
    /// Where the network wants the reader to sign in first.
    portal: Mutex<Option<String>>,
    fetching_behind: AtomicBool,
    quiet_origins: Mutex<HashMap<String, Timestamp>>,
    robots: robots::Known,
    syncing: AtomicBool,
    indexing: AtomicBool,
    progress: Mutex<Option<Progress>>,
    round: tokio::sync::Mutex<()>,
    cancelled: tokio::sync::watch::Sender<bool>,
    watching: AtomicBool,
    window: Arc<watch::Seen>,
    sparing: AtomicBool,
    /// A source is followed that was not before.
    followed: tokio::sync::Notify,
    opened: Mutex<Opened>,
    /// Keys of shown images that would move if they were asked to.
    moving: Mutex<HashSet<String>>,
    stills: Mutex<pictures::Stills>,
    /// Places of publishers as they were named last: the window opens them by their number.
    shown_places: Mutex<HashMap<FeedId, Vec<PublisherPlace>>>,
    /// Articles whose images were fetched ahead, with the text that was here then.
    fetched_ahead: Mutex<HashSet<(ArticleId, bool)>>,
    saving: tokio::sync::Mutex<()>,
    packing: tokio::sync::Mutex<()>,
    pack_cancelled: AtomicBool,
    exporting: export::Exporting,
    import_cancelled: AtomicBool,
    /// The number of the last look at an address.
    looks: tokio::sync::watch::Sender<u32>,
    looked: Mutex<look::Looked>,
    lists: Mutex<opml::Lists>,
}

impl Reader {
    /// Opens the profile, making it where it is missing.
    ///
    /// # Errors
    /// When the folder or the database cannot be made or read. A profile that can only be read opens, see
    /// [`Reader::read_only`]; a damaged one is put together again, see [`Status::notice`].
    pub fn open(options: Options) -> Result<Self> {
        let backups::OpenLibrary { store, health, in_use } = backups::open_or_recover(&options.profile)?;
        let proxy = store.settings().unwrap_or_default().proxy;
        let reader = Reader {
            inner: Arc::new(Inner {
                store,
                health,
                _in_use: in_use,
                fetcher: Fetcher::new(&proxy)?,
                keychain: options.keychain,
                profile: options.profile,
                clock: options.clock,
                notices: broadcast::channel(256).0,
                offline: AtomicBool::new(false),
                offline_looks: AtomicU32::new(0),
                portal: Mutex::default(),
                fetching_behind: AtomicBool::new(false),
                quiet_origins: Mutex::default(),
                robots: robots::Known::default(),
                syncing: AtomicBool::new(false),
                indexing: AtomicBool::new(false),
                progress: Mutex::default(),
                round: tokio::sync::Mutex::new(()),
                cancelled: tokio::sync::watch::Sender::new(false),
                watching: AtomicBool::new(false),
                window: Arc::default(),
                sparing: AtomicBool::new(false),
                followed: tokio::sync::Notify::new(),
                opened: Mutex::default(),
                moving: Mutex::default(),
                stills: Mutex::default(),
                shown_places: Mutex::default(),
                fetched_ahead: Mutex::default(),
                saving: tokio::sync::Mutex::new(()),
                packing: tokio::sync::Mutex::new(()),
                pack_cancelled: AtomicBool::new(false),
                exporting: export::Exporting::default(),
                import_cancelled: AtomicBool::default(),
                looks: tokio::sync::watch::Sender::new(0),
                looked: Mutex::default(),
                lists: Mutex::default(),
            }),
        };
        reader.end_mutes();
        Ok(reader)
    }

    /// The data directory.
    #[must_use]
    pub fn profile(&self) -> &Path {
        &self.inner.profile
    }

    /// Why the profile can only be read, where that is so.
    #[must_use]
    pub fn read_only(&self) -> Option<&str> {
        self.store().limits().read_only.as_deref()
    }

    /// A stretch of the ticker, newest first.
    ///
    /// # Errors
    /// `NotFound` where the row to page from is gone.
    pub fn ticker(&self, query: &TickerQuery) -> Result<TickerPage> {
        Ok(self.store().ticker_at(query, self.now())?)
    }

    /// The rows of these articles as they are now.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn ticker_rows(&self, ids: &[ArticleId]) -> Result<Vec<TickerRow>> {
        Ok(self.store().ticker_rows(ids)?)
    }

    /// Every followed feed.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn feeds(&self) -> Result<Vec<Feed>> {
        let mut feeds = self.store().feeds()?.to_vec();
        self.judge(&mut feeds)?;
        Ok(feeds)
    }

    /// The feed that `name` means: an id or its exact address.
    ///
    /// # Errors
    /// `NotFound` where it is neither.
    pub fn feed_named(&self, name: &str) -> Result<FeedId> {
        if let Ok(id) = name.parse::<FeedId>() {
            return Ok(self.store().feed(id)?.id);
        }
        self.store()
            .feed_by_url(name)?
            .ok_or_else(|| ReaderError::NotFound(format!("no followed feed is called {name}")))
    }

    /// Stops asking a feed. Its articles leave the ticker, its saved articles stay; it can be undone.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn unfollow(&self, feed: FeedId) -> Result<Unfollowed> {
        Ok(self.store().unfollow(feed, self.now())?)
    }

    /// Marks articles read (`true`) or unread.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn mark(&self, ids: &[ArticleId], read: bool) -> Result<Changed> {
        Ok(self.store().mark(ids, read, self.now())?)
    }

    /// Takes articles out of the ticker (`true`), or lets them in again. What is saved stays among the saved. It can be undone.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn hide(&self, ids: &[ArticleId], hidden: bool) -> Result<Changed> {
        Ok(self.store().hide(ids, hidden, self.now())?)
    }

    /// Which of these articles are not here: neither in the ticker nor saved.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn missing(&self, ids: &[ArticleId]) -> Result<Vec<ArticleId>> {
        let shown: HashSet<ArticleId> = self.ticker_rows(ids)?.into_iter().map(|row| row.id).collect();
        let mut missing = Vec::new();
        for id in ids.iter().filter(|id| !shown.contains(id)) {
            match self.store().article(*id) {
                Ok(_) | Err(StoreError::Damaged(_)) => {}
                Err(StoreError::NotFound(_)) => missing.push(*id),
                Err(other) => return Err(other.into()),
            }
        }
        Ok(missing)
    }

    /// Marks articles read because they were opened or stood in view: undo passes over it.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn mark_seen(&self, ids: &[ArticleId]) -> Result<Changed> {
        Ok(self.store().mark_seen(ids)?)
    }

    /// Marks a whole selection read; one undo takes it back.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn mark_all_read(&self, query: &TickerQuery) -> Result<Changed> {
        Ok(self.store().mark_all_read(query, self.now())?)
    }

    /// Saved articles, the last saved first.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn saved(&self) -> Result<Vec<SavedArticle>> {
        Ok(self.store().saved()?)
    }

    /// Takes an article out of the saved ones; it can be undone for 30 days.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn unsave(&self, id: ArticleId) -> Result<SaveOutcome> {
        self.store().unsave(id, self.now())?;
        Ok(SaveOutcome { id, state: None })
    }

    /// Replaces the tags of a saved article; returned as they are kept. It can be undone.
    ///
    /// # Errors
    /// `NotFound` where it is not saved.
    pub fn set_tags(&self, id: ArticleId, tags: &[String]) -> Result<Vec<PlainText>> {
        Ok(self.store().set_tags_at(id, tags, self.now())?)
    }

    /// Takes the last action back; with `action`, the last of that kind.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn undo(&self, action: Option<&str>) -> Result<Undone> {
        Ok(self.store().undo(action, self.now())?)
    }

    /// Does again what was taken back last, for as long as nothing else was done.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn redo(&self) -> Result<Undone> {
        Ok(self.store().redo(self.now())?)
    }

    /// What the reader has chosen.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn settings(&self) -> Result<Settings> {
        Ok(self.store().settings()?)
    }

    /// Replaces the settings.
    ///
    /// # Errors
    /// When the profile cannot be written; `BadRequest` where the proxy is none. Then nothing was changed.
    pub fn set_settings(&self, settings: &Settings) -> Result<Settings> {
        let proxy = network::checked_choice(&settings.proxy)?;
        self.store().change_settings(&self.settings()?, &Settings { proxy, ..settings.within_limits() })?;
        self.inner.fetcher.use_proxy(&self.settings()?.proxy)?;
        self.begin_notifying()?;
        self.settings()
    }

    /// Changes the settings that `change` names and leaves the others as they are, whoever set them.
    ///
    /// # Errors
    /// `BadRequest` where there is no such setting, or none with such a value; as [`Reader::set_settings`].
    pub fn change_settings(&self, change: serde_json::Map<String, serde_json::Value>) -> Result<Settings> {
        let mut wanted = serde_json::to_value(self.settings()?).unwrap_or_default();
        let is_known = change.keys().all(|name| wanted.get(name).is_some());
        change.into_iter().for_each(|(name, value)| wanted[name] = value);
        let wanted = serde_json::from_value(wanted).ok().filter(|_| is_known).ok_or_else(|| {
            ReaderError::BadRequest("There is no such setting, or it cannot be that. Nothing was changed.".into())
        })?;
        self.set_settings(&wanted)
    }

    /// The state of the app in figures.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn status(&self) -> Result<Status> {
        let feeds = self.feeds()?;
        let (saved, saved_bytes, saved_incomplete) = self.store().saved_totals()?;
        Ok(Status {
            feeds: feeds.len() as u64,
            sources: sources::shown_of(&feeds),
            troubled: feeds.iter().filter(|feed| feed.trouble.as_ref().is_some_and(|trouble| trouble.shown)).count()
                as u64,
            unread: feeds.iter().filter(|feed| feed.settings.in_live).map(|feed| feed.unread).sum(),
            articles: feeds.iter().filter(|feed| feed.settings.in_live).map(|feed| feed.articles).sum(),
            muted_today: self.store().muted_today(self.now())?,
            saved,
            saved_bytes,
            saved_incomplete,
            last_checked: feeds.iter().filter_map(|feed| feed.last_checked).max(),
            offline: self.inner.offline.load(Ordering::Relaxed),
            sign_in: self.sign_in_address().is_some(),
            syncing: self.inner.syncing.load(Ordering::Relaxed),
            undoable: self.store().undoable(self.now())?,
            notice: self.notice(),
        })
    }

    /// Writes a complete copy of the library, saved images included, to a file that does not exist yet.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub fn backup(&self, file: &Path) -> Result<()> {
        if file.exists() {
            return Err(ReaderError::BadRequest(format!("{} exists already; nothing was written", file.display())));
        }
        self.store().copy_to(file).map_err(|error| match error {
            StoreError::Io(why) => ReaderError::BadRequest(format!(
                "{} could not be written: {}; nothing was changed",
                file.display(),
                why_refused(&why)
            )),
            other => other.into(),
        })
    }

    /// News for whoever shows this profile: [`Notice::LibraryChanged`] also when another process changed it.
    /// The first call starts the watching thread.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<Notice> {
        let receiver = self.inner.notices.subscribe();
        if !self.inner.watching.swap(true, Ordering::SeqCst) {
            watch::start(Arc::downgrade(&self.inner));
        }
        receiver
    }

    /// What was opened, shown or fetched ahead is of a library that is gone.
    fn forget_what_was_shown(&self) {
        *self.opened() = Opened::default();
        *self.inner.moving.lock().unwrap_or_else(PoisonError::into_inner) = HashSet::new();
        *self.inner.stills.lock().unwrap_or_else(PoisonError::into_inner) = pictures::Stills::default();
        *self.inner.shown_places.lock().unwrap_or_else(PoisonError::into_inner) = HashMap::new();
        *self.inner.fetched_ahead.lock().unwrap_or_else(PoisonError::into_inner) = HashSet::new();
    }

    fn store(&self) -> &Store {
        &self.inner.store
    }

    /// The moment by the clock that was handed in.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        (self.inner.clock)()
    }

    fn announce(&self, notice: Notice) {
        // Nobody listening is fine: the terminal does not.
        let _ = self.inner.notices.send(notice);
    }

    fn set_offline(&self, offline: bool) {
        if !offline {
            self.set_portal(None);
        }
        if self.inner.offline.swap(offline, Ordering::SeqCst) != offline {
            self.announce(Notice::LibraryChanged);
        }
    }
}
