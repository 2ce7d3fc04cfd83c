//! SQLite: the only SQL in the repository.
//!
//! What is here: one profile's database, one file per table, each write a transaction that says what it changed.
//! What is never here: HTTP, HTML, async, a clock. Times arrive as arguments; bodies arrive raw and leave raw.
//!
//! Two connections write (SAFETY M14): *user* at `synchronous=FULL`, because what the reader did is durable when it is
//! acknowledged, and *feed* at `NORMAL`, because what a server sent can be asked for again. Readers never wait for
//! either (WAL). Several processes may have one profile open.
//!
//! Start reading at [`Store::open`], then `ticker.rs`.
//!
//! ```
//! # let dir = tempfile::tempdir().unwrap();
//! use stoppress_model::{TickerQuery, Timestamp};
//! let store = stoppress_store::Store::open(&dir.path().join("library.sqlite")).unwrap();
//! let followed = store.follow(&stoppress_store::NewFeed { url: "https://example.org/feed", ..Default::default() }, Timestamp(0)).unwrap();
//! assert!(!followed.already);
//! assert!(store.ticker(&TickerQuery::default()).unwrap().rows.is_empty());
//! ```

mod articles;
mod bag;
mod beginnings;
mod checks;
mod columns;
mod comments;
mod connection;
mod counts;
mod dictionary;
mod feeds;
mod full_texts;
mod healing;
mod hiding;
mod listed;
mod moving;
mod mutes;
mod notify;
mod older;
mod packed;
#[cfg(test)]
mod plans;
mod positions;
mod prepare;
mod publishers;
mod quiet_times;
mod record;
mod recover;
mod renamed;
mod retention;
mod saved;
mod search;
mod settings;
mod sign_ins;
mod soundness;
mod sources;
mod status;
mod storage;
mod tags;
mod ticker;
mod turn;
mod twins;
mod undo;
mod versions;

pub use articles::{FeedChanges, FeedUpdate, NewArticle};
pub use bag::{BagBytes, BagFeed, BagImage, BagMute, BagRule, BagSaved, BagVersion, Meeting, TakenSaved};
pub use beginnings::Beginning;
pub use checks::{CheckLog, CheckResult};
pub use comments::{KeptComments, StoredComment, StoredComments};
pub use connection::{ProfileLimits, Store, make_private_folder};
pub use counts::{Count, Counts};
pub use feeds::{DueFeed, FollowedFeed, NEVER, NewFeed, TroubleReport, Validators};
pub use full_texts::{FullTextResult, WantedText};
pub use healing::Healing;
pub use listed::ListedPage;
pub use moving::Adopted;
pub use notify::Spelled;
pub use older::OlderPage;
pub use prepare::is_library;
pub use publishers::{Home, Icon, KeptLinks};
pub use quiet_times::QuietTimes;
pub use record::{ArticleContent, ArticleRecord, FullText};
pub use recover::{Recovered, finish_recovery, is_damage, is_sound, put_in_place_of_damaged, recover};
pub use retention::{PurgeStep, Purging};
pub use saved::{PendingSave, SavedImage, SavedImageResult};
pub use search::{IndexedSlice, SearchOptions};
pub use soundness::SavedDamage;
pub use versions::{EarlierVersion, IsEdit, Versions};

/// What can go wrong with a profile.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// SQLite refused; what can befall any file is said in our words, what cannot in SQLite's, without the statement.
    #[error("the library could not be read or written: {}", words(.0))]
    Sqlite(#[source] rusqlite::Error),
    /// The disk is full.
    #[error("There is no room left on the disk, so nothing was changed. Everything that was kept stays.")]
    DiskFull,
    /// The profile cannot be written.
    #[error("the library cannot be changed: {0}")]
    ReadOnly(String),
    /// The folder cannot be made, or a file in it.
    #[error("the folder of the library could not be used: {why}", why = stoppress_model::why_refused(.0))]
    Io(#[source] std::io::Error),
    /// What was asked for is nothing that could be done; the sentence says why.
    #[error("{0}")]
    Unusable(&'static str),
    /// There is no such thing in the profile.
    #[error("{0} is not in the library")]
    NotFound(&'static str),
    /// The file is a database, but not, or no longer, a library.
    #[error("its file is not a library")]
    NotALibrary,
    /// A stored record does not read back.
    #[error("This story is damaged in the library and cannot be read. A copy of the library may still have it.")]
    Damaged(String),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => StoreError::DiskFull,
            _ => StoreError::Sqlite(error),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull => StoreError::DiskFull,
            _ => StoreError::Io(error),
        }
    }
}

fn words(error: &rusqlite::Error) -> String {
    use rusqlite::ErrorCode;
    let why = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            "another program is busy with it; try again in a moment"
        }
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => "its file or folder is read-only",
        Some(ErrorCode::CannotOpen) => "its file could not be opened",
        Some(ErrorCode::SystemIoFailure) => "the system reported a fault",
        Some(ErrorCode::DatabaseCorrupt) => "its file is damaged",
        Some(ErrorCode::NotADatabase) => "its file is not a library",
        _ => "",
    };
    if !why.is_empty() {
        return why.to_owned();
    }
    match error {
        rusqlite::Error::SqlInputError { msg, .. } => msg.clone(),
        other => other.to_string(),
    }
}

/// Shorthand for this crate.
pub type Result<T> = std::result::Result<T, StoreError>;
