use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What Stop Press takes on the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Storage {
    /// Saved articles.
    #[ts(type = "number")]
    pub saved_articles: u64,
    /// Their texts and images.
    #[ts(type = "number")]
    pub saved_bytes: u64,
    /// Images kept because they were looked at, fetched ahead or packed.
    #[ts(type = "number")]
    pub images_bytes: u64,
    /// What these may take: the reader's setting.
    #[ts(type = "number")]
    pub budget_bytes: u64,
    /// Full texts of articles, beside those that were saved.
    #[ts(type = "number")]
    pub texts_bytes: u64,
    /// The library itself, saved articles and full texts included.
    #[ts(type = "number")]
    pub library_bytes: u64,
    /// Room left on the disk; `None` = the system does not say.
    #[ts(type = "number | null")]
    pub free_bytes: Option<u64>,
}

/// What came of cleaning up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CleanedUp {
    /// Bytes of what was removed. The library's file keeps its size; what comes next fills its gaps first.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Articles that went because they were older, or more, than the reader keeps.
    #[ts(type = "number")]
    pub articles: u64,
}
