//! What the reader does not want to see in the ticker.

use crate::{FeedId, MuteId, PlainText, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// By what a mute knows its stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum MuteKind {
    /// Words that stand one after the other in the headline: whole words without case and accents; characters of scripts
    /// without spaces wherever they stand.
    Words,
    /// The source.
    Source,
    /// The name of a writer, without case and accents.
    Author,
}

/// A mute to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewMute {
    /// By what it knows its stories.
    pub kind: MuteKind,
    /// The words or the name; of a source it is not looked at.
    pub text: String,
    /// Only stories of this source; `None` = of any. A mute of a source needs it.
    pub feed: Option<FeedId>,
    /// For so many days, 1 to 3,650; `None` = until it is removed.
    pub days: Option<u32>,
}

/// A mute that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Mute {
    /// Its id.
    pub id: MuteId,
    /// By what it knows its stories.
    pub kind: MuteKind,
    /// The words, the writer, or the source's name.
    pub text: PlainText,
    /// The source that it is confined to.
    pub feed_id: Option<FeedId>,
    /// Since when.
    pub created_at: Timestamp,
    /// Until when; `None` = until it is removed.
    pub until: Option<Timestamp>,
}
