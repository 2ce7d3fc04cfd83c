//! The nouns of Stop Press: plain values and ids that every other room speaks in.
//!
//! What is here: feeds, articles, rows of the ticker, saved articles, settings, and the words for trouble.
//! What is never here: I/O, a clock, SQL, HTML parsing. A type that derives `TS` is visible to the window; its
//! TypeScript twin stands in `ui/src/api/generated` and is compared by `tests/contract`.
//!
//! Field names are the ones of the terminal contract (snake case) in every layer; ids travel as strings because
//! JavaScript numbers end at 2⁵³; times travel as `YYYY-MM-DDTHH:MM:SSZ`.
//!
//! ```
//! use stoppress_model::{ArticleId, PlainText, Timestamp};
//! assert_eq!("42".parse::<ArticleId>().unwrap(), ArticleId(42));
//! assert_eq!(Timestamp(0).to_string(), "1970-01-01T00:00:00Z");
//! assert_eq!(PlainText::new("two\n lines\u{202e}", 1024).as_str(), "two lines");
//! ```

mod activity;
mod article;
mod comments;
mod desktop;
mod edits;
mod error;
mod export;
mod feed;
pub mod folder;
mod found;
mod handed;
mod id;
mod import;
mod listing;
mod mute;
mod notify;
mod publisher;
mod saved;
mod search;
mod settings;
mod sources;
mod status;
mod storage;
mod text;
mod time;
mod version;

pub use activity::{Activity, Attention, Check, CheckOutcome, FeedStatistics, FeedVolume, Progress};
pub use article::{ArticlePage, Direction, Enclosure, ShownText, Stored, TickerPage, TickerQuery, TickerRow};
pub use comments::{Comment, Comments};
pub use desktop::{Desktop, MenuGroup, MenuLine};
pub use edits::{DiffKind, DiffPart, Edit};
pub use error::{ErrorCode, Failure, why_refused};
pub use export::{ExportFormat, Exported};
pub use feed::{
    Candidate, Feed, FeedKind, Followed, ImportFailure, Imported, Pack, PackFeed, SignIn, TextMode, Trouble,
    TroubleAction, Unfollowed,
};
pub use found::{FollowAs, Found, FoundSource, FoundStory};
pub use handed::{Handed, HandedView};
pub use id::{ArticleId, FeedId, MuteId, NotifyRuleId};
pub use import::{ImportedBag, ImportedSaved};
pub use listing::{ListChoice, ListFeed, ListFolder, ListPreview, ListState};
pub use mute::{Mute, MuteKind, NewMute};
pub use notify::{Arrival, NewNotifyRule, NotifyKind, NotifyRule, NotifySettings, NotifyWhen, WordsMatch};
pub use publisher::{PublisherLink, PublisherLinkKind, PublisherPlace};
pub use saved::{PackFailure, Packed, SaveOutcome, SaveState, SavedArticle};
pub use search::{SavedHit, SearchHit, SearchOrder, SearchResults, SnippetPart};
pub use settings::{
    Accent, CheckInterval, Density, HeadlineFont, Hours, ImagePolicy, MarkRead, Motion, OnClose, ReadingFont,
    ReadingStyle, Settings, Theme, ToastTime,
};
pub use sources::{FeedDirection, FeedImages, FeedInterval, FeedSettings, Older};
pub use status::{Changed, FirstPicture, Notice, Status, SyncSummary, Undone};
pub use storage::{CleanedUp, Storage};
pub use text::PlainText;
pub use time::Timestamp;
pub use version::{NewVersion, UpdatedBy};
