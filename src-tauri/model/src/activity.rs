//! What the checks of feeds gave lately, in words that the Activity view and the terminal show.

use crate::{FeedId, PlainText, Timestamp, Trouble};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How one check of one feed ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum CheckOutcome {
    /// New or changed articles.
    Updated,
    /// Nothing new.
    Unchanged,
    /// The site gave nothing that could be read; the sentence says why.
    Failed,
    /// Nobody could be reached in that round.
    Offline,
    /// Its publisher has moved it for good, and its new address is asked from now on.
    Moved,
    /// Another followed source has moved to its address and became part of it.
    Merged,
}

/// One check of one feed, as the log keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Check {
    /// The feed.
    pub feed_id: FeedId,
    /// Its name now.
    pub feed_title: PlainText,
    /// When.
    pub at: Timestamp,
    /// How it ended.
    pub outcome: CheckOutcome,
    /// Articles never seen before.
    #[ts(type = "number")]
    pub new_articles: u64,
    /// From the question to the end of the answer.
    #[ts(type = "number")]
    pub millis: u64,
    /// Bytes of the body, decoded.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Why it failed, one sentence; the other address where it moved or was merged; else empty.
    pub message: String,
    /// For whoever looks closely: status code and headers of the answer, a line each; empty where there was none.
    pub details: String,
}

/// How far a round of checks is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Progress {
    /// Feeds answered or failed.
    #[ts(type = "number")]
    pub done: u64,
    /// Feeds asked in this round.
    #[ts(type = "number")]
    pub total: u64,
}

/// A feed that the reader should look at.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Attention {
    /// The feed.
    pub feed_id: FeedId,
    /// Its name.
    pub feed_title: PlainText,
    /// What is wrong, and what can be done.
    pub trouble: Trouble,
}

/// What goes on, what went on, and what wants the reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Activity {
    /// The round of checks under way in this process.
    pub now: Option<Progress>,
    /// Feeds in trouble that is worth showing, the longest in trouble first.
    pub attention: Vec<Attention>,
    /// The last checks, newest first.
    pub recent: Vec<Check>,
}

/// How much a feed brings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FeedVolume {
    /// The feed.
    pub feed: FeedId,
    /// Articles a week, as in [`FeedStatistics`].
    pub per_week: f64,
}

/// What is known of one feed in figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FeedStatistics {
    /// Articles by ticker time in each of the last 30 stretches of 24 hours, the oldest first.
    pub days: Vec<u32>,
    /// Articles a day, over those 30 days or since the feed is followed where that is shorter.
    pub per_day: f64,
    /// Seven times that.
    pub per_week: f64,
    /// When its first article was seen.
    pub first_seen: Option<Timestamp>,
    /// Ticker time of its newest article.
    pub newest: Option<Timestamp>,
    /// Saved articles of it.
    #[ts(type = "number")]
    pub saved: u64,
    /// Which part of its articles is read, 0 to 1.
    pub read_share: f64,
}
