//! What can fail, as one enum, and as the code and sentence that cross to window and terminal.

use stoppress_model::{ErrorCode, Failure};
use stoppress_store::{StoreError, is_damage};

/// Shorthand for this crate.
pub type Result<T> = std::result::Result<T, ReaderError>;

/// What can fail in the reader. Each displays as one sentence for a person.
#[derive(Debug, thiserror::Error)]
pub enum ReaderError {
    /// The library refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no such thing.
    #[error("{0}")]
    NotFound(String),
    /// The request makes no sense.
    #[error("{0}")]
    BadRequest(String),
    /// Nothing could be reached.
    #[error("{0}")]
    Offline(String),
    /// The site did not give what was asked for.
    #[error("{0}")]
    Site(String),
    /// A private address that the reader did not type.
    #[error("{0}")]
    PrivateAddress(String),
    /// The system's keychain did not do what was asked.
    #[error("{0}")]
    Keychain(String),
    /// A saved story is damaged, and whole in none of the copies that are made by themselves.
    #[error(
        "This story is damaged in the library and cannot be read, and no daily copy has it whole. A copy that you made may still have it."
    )]
    Lost,
    /// Another process is checking feeds.
    #[error("another Stop Press is checking feeds just now; nothing was changed, try again in a moment")]
    Busy,
    /// A fault of ours.
    #[error("something went wrong inside Stop Press: {0}")]
    Internal(String),
}

/// What is said of a story that cannot be read, where others are there beside it.
pub(crate) const DAMAGED_STORY: &str = "This story is damaged in the library and cannot be read.";

impl ReaderError {
    /// Whether it is about what is kept of one story, which keeps no other one from being read.
    pub(crate) fn is_of_one_story(&self) -> bool {
        match self {
            ReaderError::Store(StoreError::Damaged(_)) | ReaderError::Lost => true,
            ReaderError::Store(error) => is_damage(error),
            _ => false,
        }
    }

    /// The code and sentence that cross to the window or a script.
    #[must_use]
    pub fn failure(&self) -> Failure {
        let code = match self {
            ReaderError::Store(StoreError::NotFound(_)) | ReaderError::NotFound(_) => ErrorCode::NotFound,
            ReaderError::Store(StoreError::Damaged(_)) | ReaderError::Lost | ReaderError::Internal(_) => {
                ErrorCode::Internal
            }
            ReaderError::Store(StoreError::Unusable(_)) | ReaderError::BadRequest(_) => ErrorCode::BadRequest,
            ReaderError::Store(_) | ReaderError::Keychain(_) => ErrorCode::Profile,
            ReaderError::Offline(_) => ErrorCode::Offline,
            ReaderError::Site(_) => ErrorCode::Site,
            ReaderError::PrivateAddress(_) => ErrorCode::PrivateAddress,
            ReaderError::Busy => ErrorCode::Busy,
        };
        Failure { code, message: self.to_string() }
    }
}
