use serde::{Deserialize, Serialize};
use std::{fmt, io};
use ts_rs::TS;

/// Why the system refused a file, as the end of a sentence that names the file. Numbers and words of the system are no words for
/// a reader.
#[must_use]
pub fn why_refused(error: &io::Error) -> &'static str {
    use io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder",
        ErrorKind::PermissionDenied => "this system does not allow it",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full",
        ErrorKind::ReadOnlyFilesystem => "its disk can only be read",
        ErrorKind::IsADirectory => "it is a folder",
        ErrorKind::NotADirectory => "a part of its path is not a folder",
        ErrorKind::InvalidFilename => "its name is not one that can be used here",
        ErrorKind::AlreadyExists => "it exists already",
        ErrorKind::FileTooLarge => "it would be larger than its disk allows",
        _ => "the system reported a fault",
    }
}

/// A word for each failure that the window or a script treats in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// What was asked for is not in the profile (any more).
    NotFound,
    /// The words of the request are off: an address that is none, a link that is not in the article.
    BadRequest,
    /// No network.
    Offline,
    /// The site did not give what was asked for; the sentence says why.
    Site,
    /// The address is private and was not typed by the reader.
    PrivateAddress,
    /// Another process is checking feeds.
    Busy,
    /// The profile cannot be written: full disk, read-only folder, newer database.
    Profile,
    /// A fault of ours; the log has more.
    Internal,
}

/// What crosses to the window or the terminal when something fails: a code and one sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    /// For the program.
    pub code: ErrorCode,
    /// For the reader: what was attempted and what remains true.
    pub message: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
