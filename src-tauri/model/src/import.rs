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
