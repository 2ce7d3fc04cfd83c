//! A subscription list before it is taken.

use crate::{ImportFailure, PlainText};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is in a subscription list. Nothing was followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListPreview {
    /// Names this list for what is done with it.
    pub list: u32,
    /// What the list calls itself; empty where it has no name.
    pub title: String,
    /// The folders that have feeds of their own, in their order; the feeds outside of any folder come first.
    pub folders: Vec<ListFolder>,
    /// Entries that cannot be taken, each with its reason.
    pub broken: Vec<ImportFailure>,
}

/// A folder of a subscription list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListFolder {
    /// Its path; `None` = outside of any.
    pub name: Option<PlainText>,
    /// Its feeds, without those of folders under it.
    pub feeds: Vec<ListFeed>,
}

/// A feed of a subscription list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListFeed {
    /// Its place in the list.
    pub place: u32,
    /// Its name there.
    pub title: PlainText,
    /// The site that will be asked.
    pub host: String,
    /// Whether it would be new.
    pub state: ListState,
}

/// Whether a feed of a list would be new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ListState {
    /// It is not followed.
    New,
    /// It is followed, at this or a very similar address.
    Followed,
    /// It stands further up in the list; a feed is in one folder.
    Twice,
}

/// What of a previewed list is taken: all that is new but these places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ListChoice {
    /// The list.
    pub list: u32,
    /// Places that are left out.
    pub left_out: Vec<u32>,
}
