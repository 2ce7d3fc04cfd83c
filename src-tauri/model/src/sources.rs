//! What the reader sets for one source.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the reader has chosen for one feed. The defaults leave everything to the publisher and the general settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FeedSettings {
    /// How often it is asked.
    pub interval: FeedInterval,
    /// Whether images of its articles are fetched when one is opened.
    pub images: FeedImages,
    /// Direction of its headlines and texts.
    pub direction: FeedDirection,
    /// False where its articles stand in its own list and its folder's only, not among all.
    pub in_live: bool,
    /// Days that its articles stay, 1 to 3,650; 0 = for ever, `None` = as the general setting.
    pub keep_days: Option<u32>,
    /// At most so many of its articles, 20 to 100,000; `None` = no such limit. What is saved does not count as one of them.
    pub keep_most: Option<u32>,
}

impl FeedSettings {
    /// With every figure inside its limits.
    #[must_use]
    pub fn within_limits(&self) -> Self {
        FeedSettings {
            keep_days: self.keep_days.map(|days| days.min(3_650)),
            keep_most: self.keep_most.map(|most| most.clamp(20, 100_000)),
            ..*self
        }
    }
}

impl Default for FeedSettings {
    fn default() -> Self {
        FeedSettings {
            interval: FeedInterval::default(),
            images: FeedImages::default(),
            direction: FeedDirection::default(),
            in_live: true,
            keep_days: None,
            keep_most: None,
        }
    }
}

/// What came of asking for older articles of one feed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Older {
    /// Articles that were not here before.
    #[ts(type = "number")]
    pub new_articles: u64,
    /// Pages that were asked for.
    pub pages: u32,
    /// Whether there are still older ones.
    pub more: bool,
}

/// How often one feed is asked. What its publisher asks for can only lengthen it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FeedInterval {
    /// As the general setting, longer for sources that are quiet.
    #[default]
    Auto,
    /// Every 15 minutes.
    #[serde(rename = "15m")]
    QuarterHour,
    /// Every hour.
    #[serde(rename = "1h")]
    Hour,
    /// Every six hours.
    #[serde(rename = "6h")]
    SixHours,
    /// Once a day.
    Daily,
    /// Only when the reader asks for this feed by name.
    Paused,
}

/// Images of one feed's articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FeedImages {
    /// As the general setting.
    #[default]
    Inherit,
    /// Only those that the reader asks for, article by article.
    Never,
    /// When an article is opened.
    Opened,
}

/// Direction of one feed's texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FeedDirection {
    /// As the feed or its letters tell.
    #[default]
    Auto,
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}
