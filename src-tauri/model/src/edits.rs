//! What a publisher changed in an article.

use crate::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One edit: what changed from the version before to the one after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Edit {
    /// When it was noticed.
    pub at: Timestamp,
    /// The headline; empty where it stayed.
    pub title: Vec<DiffPart>,
    /// The paragraphs of the text that changed, in their order; those that stayed are not among them.
    pub paragraphs: Vec<Vec<DiffPart>>,
}

/// A stretch of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DiffPart {
    /// What became of it.
    pub kind: DiffKind,
    /// The words.
    pub text: String,
}

/// What became of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum DiffKind {
    /// They stayed.
    Same,
    /// They are gone.
    Removed,
    /// They are new.
    Added,
}
