use crate::{ArticleId, FeedId, Settings, TickerPage, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What the window needs to draw its first picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FirstPicture {
    /// What the window remembers of itself in this profile, by name.
    #[ts(type = "Record<string, string>")]
    pub remembered: BTreeMap<String, String>,
    /// What the reader has chosen.
    pub settings: Settings,
    /// The figures of the library.
    pub status: Status,
    /// The newest rows of the ticker; `None` where they cannot be read.
    pub ticker: Option<TickerPage>,
    /// How many articles the feeds of these rows have.
    #[ts(type = "Record<string, number>")]
    pub stories: BTreeMap<FeedId, u64>,
}

/// The state of the app as the foot of the list and the banner show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Status {
    /// Followed feeds.
    #[ts(type = "number")]
    pub feeds: u64,
    /// Another word whenever something changed that stands wherever a source is shown: its name, folder, icon or state, what the
    /// reader chose for it. Whoever shows sources asks for them anew then.
    pub sources: String,
    /// Feeds in trouble that the reader should know of.
    #[ts(type = "number")]
    pub troubled: u64,
    /// Unread articles of the feeds that stand among all in Live.
    #[ts(type = "number")]
    pub unread: u64,
    /// Articles of those feeds.
    #[ts(type = "number")]
    pub articles: u64,
    /// Muted articles of the last 24 hours, of those feeds.
    #[ts(type = "number")]
    pub muted_today: u64,
    /// Saved articles.
    #[ts(type = "number")]
    pub saved: u64,
    /// Bytes that saved articles take.
    #[ts(type = "number")]
    pub saved_bytes: u64,
    /// Saved articles that are not complete.
    #[ts(type = "number")]
    pub saved_incomplete: u64,
    /// The end of the last round of checks.
    pub last_checked: Option<Timestamp>,
    /// True where no origin was reachable in a whole round.
    pub offline: bool,
    /// True where that is because the network wants the reader to sign in on a page of its own first.
    pub sign_in: bool,
    /// True while a round of checks runs in this process.
    pub syncing: bool,
    /// What Mod+Z would take back, in words of the undo registry; `None` = nothing.
    pub undoable: Option<String>,
    /// What became of a damaged library, one sentence; `None` = it is sound as far as is known.
    pub notice: Option<String>,
}

/// What the backend tells the window without being asked. The window then asks for what it shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Notice {
    /// Something in the profile changed, here or by another process.
    LibraryChanged,
    /// Another start handed something over; `handed` says what.
    Handed,
    /// A round of checks goes on.
    SyncProgress {
        /// Feeds answered or failed.
        #[ts(type = "number")]
        done: u64,
        /// Feeds asked in this round.
        #[ts(type = "number")]
        total: u64,
    },
    /// Packing for offline reading goes on.
    PackProgress {
        /// Articles packed or failed.
        #[ts(type = "number")]
        done: u64,
        /// Articles to pack.
        #[ts(type = "number")]
        total: u64,
    },
    /// Writing articles into a file goes on.
    ExportProgress {
        /// Articles written.
        #[ts(type = "number")]
        done: u64,
        /// Articles to write.
        #[ts(type = "number")]
        total: u64,
    },
    /// Taking a list of sources in goes on.
    ImportProgress {
        /// Sources taken.
        #[ts(type = "number")]
        done: u64,
        /// Sources to take.
        #[ts(type = "number")]
        total: u64,
    },
    /// A round of checks ended.
    SyncEnded {
        /// Its outcome.
        summary: SyncSummary,
    },
}

/// The outcome of a round of checks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SyncSummary {
    /// Feeds asked.
    #[ts(type = "number")]
    pub feeds: u64,
    /// Feeds with new or changed articles.
    #[ts(type = "number")]
    pub updated: u64,
    /// Feeds without.
    #[ts(type = "number")]
    pub unchanged: u64,
    /// Feeds that failed.
    #[ts(type = "number")]
    pub failed: u64,
    /// Articles never seen before.
    #[ts(type = "number")]
    pub new_articles: u64,
    /// Articles whose content changed.
    #[ts(type = "number")]
    pub updated_articles: u64,
    /// Bytes of bodies, decoded.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Duration.
    #[ts(type = "number")]
    pub millis: u64,
    /// True where no origin was reachable.
    pub offline: bool,
}

/// How many articles a bulk action really changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Changed {
    /// Articles that were in the other state before.
    #[ts(type = "number")]
    pub changed: u64,
}

/// What an undo took back, or a redo did again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Undone {
    /// The action: `mark_read`, `mark_all_read`, `mark_unread`, `save_article`, `unsave_article`, `unfollow`, `follow`, `import`,
    /// `rename_feed`, `move_feeds`, `rename_folder`, `delete_folder`, `set_feed_settings`, `set_tags`,
    /// `change_address`, `adopt_address`, `merge_feeds`, `mute`,
    /// `unmute`, `hide`, `unhide`, `notify`, `unnotify`; `None` = there was nothing.
    pub action: Option<String>,
    /// How many things it concerned.
    #[ts(type = "number")]
    pub count: u64,
    /// The first article concerned, where it is one.
    pub article: Option<ArticleId>,
}
