//! What a search finds.

use crate::{ArticleId, SavedArticle, TickerRow};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// In which order stories are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum SearchOrder {
    /// The newest first.
    #[default]
    Newest,
    /// The best match first, among the newest 2,000 matches.
    Ranked,
}

/// A part of a snippet: plain text, never HTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SnippetPart {
    /// The text.
    pub text: String,
    /// True where it is what was looked for.
    pub hit: bool,
}

/// A story of the ticker that was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SearchHit {
    /// Its row.
    pub row: TickerRow,
    /// The stretch of its text around the first hit.
    pub snippet: Vec<SnippetPart>,
    /// How well it matches, larger is better; 0 where nobody asked for the best match.
    pub score: f64,
}

/// A saved article that was found and is no longer in the ticker: its source was unfollowed, or it is a page of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SavedHit {
    /// The article.
    pub article: SavedArticle,
    /// The stretch of its text around the first hit.
    pub snippet: Vec<SnippetPart>,
    /// As with stories.
    pub score: f64,
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct SearchResults {
    /// Stories of the ticker.
    pub stories: Vec<SearchHit>,
    /// Saved articles that are not among them.
    pub saved: Vec<SavedHit>,
    /// How many were found; there may be more where `more` is true.
    #[ts(type = "number")]
    pub total_at_least: u64,
    /// True where the search ended before it had seen everything.
    pub more: bool,
    /// Where looking further begins, newest first; nothing where all was seen or the best matches were asked for.
    pub next: Option<ArticleId>,
    /// Another spelling, where nothing was found.
    pub suggestion: Option<String>,
    /// The filters of the query as they were understood, e.g. `is:unread`.
    pub understood: Vec<String>,
    /// Articles that are not searchable yet because the index is being built.
    #[ts(type = "number")]
    pub unindexed: u64,
}
