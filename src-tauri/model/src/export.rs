use crate::PackFailure;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What exported articles become.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ExportFormat {
    /// A page with its images inside, one for each article; several travel in a ZIP file.
    Html,
    /// Text with a head of data, images beside it; with images, or several, in a ZIP file.
    Markdown,
    /// One book.
    Epub,
    /// Addresses and tags, as browsers write them.
    Bookmarks,
}

/// What came of an export.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Exported {
    /// The file's name; empty where it was cancelled.
    pub name: String,
    /// The folder it is in.
    pub folder: String,
    /// Articles in it.
    #[ts(type = "number")]
    pub articles: u64,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Images that are not in it, because they are not saved or the format has no place for them.
    #[ts(type = "number")]
    pub missing_images: u64,
    /// Articles that are not in it: gone meanwhile, damaged, or without an address where only addresses are written.
    #[ts(type = "number")]
    pub left_out: u64,
    /// Those that are gone or damaged, and those of which a picture is.
    pub failed: Vec<PackFailure>,
    /// True where the reader ended it early; then there is no file.
    pub cancelled: bool,
}
