//! What the reader wants to be told of, and how.

use crate::{ArticleId, FeedId, NotifyRuleId, PlainText, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// By what a rule knows its stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum NotifyKind {
    /// The source.
    Source,
    /// A folder that the source is in.
    Folder,
    /// Words of the headline, whole and without case and accents; characters of scripts without spaces wherever they stand.
    Words,
}

/// How the words of a rule stand in a headline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum WordsMatch {
    /// One of them is enough.
    #[default]
    Any,
    /// Every one, in any order.
    All,
    /// One after the other as they were written.
    Phrase,
}

/// A rule to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewNotifyRule {
    /// By what it knows its stories.
    pub kind: NotifyKind,
    /// The source; only a rule for one has it.
    pub feed: Option<FeedId>,
    /// The words, or the name of the folder; of a source it is not looked at.
    pub text: String,
    /// How words stand in a headline.
    pub matching: WordsMatch,
}

/// A rule that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotifyRule {
    /// Its id.
    pub id: NotifyRuleId,
    /// By what it knows its stories.
    pub kind: NotifyKind,
    /// The source; only a rule for one has it.
    pub feed_id: Option<FeedId>,
    /// The words, the name of the folder, or that of the source.
    pub text: PlainText,
    /// How words stand in a headline.
    pub matching: WordsMatch,
    /// Since when.
    pub created_at: Timestamp,
}

/// When the reader is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum NotifyWhen {
    /// As stories arrive, at most four in an hour and then one summary.
    #[default]
    Now,
    /// In one summary at 8:00, 13:00 and 18:00.
    Digest,
}

/// How the reader is told. Nothing is told where `on` is false, and nothing without a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct NotifySettings {
    /// True once the reader has agreed.
    pub on: bool,
    /// At once or in summaries.
    pub when: NotifyWhen,
    /// True where nothing is told between `quiet_from` and `quiet_until`.
    pub quiet: bool,
    /// Minutes after midnight, local time.
    pub quiet_from: u32,
    /// Minutes after midnight, local time; earlier than `quiet_from` = on the next day.
    pub quiet_until: u32,
    /// True where Saturdays and Sundays are quiet from morning to night.
    pub quiet_weekends: bool,
    /// True where a notification names the source only, never the headline.
    pub private: bool,
    /// Nothing is told before; `None` = it is not paused.
    pub paused_until: Option<Timestamp>,
}

impl Default for NotifySettings {
    fn default() -> Self {
        NotifySettings {
            on: false,
            when: NotifyWhen::default(),
            quiet: true,
            quiet_from: 22 * 60,
            quiet_until: 7 * 60,
            quiet_weekends: false,
            private: false,
            paused_until: None,
        }
    }
}

/// An article that arrived, as rules are asked about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    /// The article.
    pub id: ArticleId,
    /// Its source.
    pub feed: FeedId,
    /// The source's name.
    pub source: PlainText,
    /// The folder of its source.
    pub folder: Option<PlainText>,
    /// Its headline.
    pub title: PlainText,
    /// When it was published, else when it was first seen.
    pub time: Timestamp,
}
