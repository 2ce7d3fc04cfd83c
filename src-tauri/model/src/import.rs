use crate::ImportFailure;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What came of a list of saved articles from elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportedSaved {
    /// The app that the list comes from, in its own name; "bookmarks", "JSON" or "a table" where it does not tell.
    pub kind: String,
    /// Pages that are saved now; their text and images follow.
    #[ts(type = "number")]
    pub added: u64,
    /// Pages that were saved before.
    #[ts(type = "number")]
    pub already: u64,
    /// Entries that could not be taken; the address is their place in the list.
    pub failed: Vec<ImportFailure>,
}

/// What came of taking a bag in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportedBag {
    /// Sources that are followed now.
    #[ts(type = "number")]
    pub sources: u64,
    /// Articles that are saved now.
    #[ts(type = "number")]
    pub added: u64,
    /// Articles that were saved here, and that something of the bag joined: tags, images, texts, a place.
    #[ts(type = "number")]
    pub joined: u64,
    /// Articles that were saved here with all that the bag has of them.
    #[ts(type = "number")]
    pub already: u64,
    /// Mutes that hold now.
    #[ts(type = "number")]
    pub mutes: u64,
    /// Rules for notifications that hold now.
    #[ts(type = "number")]
    pub rules: u64,
    /// What could not be taken, by its place in the bag; a picture by its address.
    pub failed: Vec<ImportFailure>,
    /// True where the reader ended it early: what was taken until then stays.
    pub cancelled: bool,
}
