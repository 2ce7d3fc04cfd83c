//! What stands at an address, before anything of it is followed.

use crate::{Direction, FeedId, FeedKind, PlainText, TextMode, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a look at an address found. Nothing was followed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Found {
    /// Names this look for what is done with it; the next look has another.
    pub look: u32,
    /// At least one, best first, feeds of comments after the others, those that could not be read last.
    pub sources: Vec<FoundSource>,
}

/// One feed that stands there, as its own document tells.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FoundSource {
    /// The address that would be asked.
    pub url: String,
    /// What the page calls it where there are several, else its own name; its host where it has none.
    pub title: PlainText,
    /// The name of its publisher: its own title, or the title above; never empty.
    pub publisher: PlainText,
    /// The format.
    pub kind: Option<FeedKind>,
    /// The publisher's page.
    pub home_url: Option<String>,
    /// BCP 47 tag as the feed gives it.
    pub language: Option<String>,
    /// True for a feed of what readers say.
    pub comments: bool,
    /// Articles in it.
    #[ts(type = "number")]
    pub articles: u64,
    /// When its newest article was published.
    pub newest: Option<Timestamp>,
    /// Articles a day over its last 30 days, or over as long as it reaches back; `None` = it dates too few of them.
    pub per_day: Option<f64>,
    /// True where it gives whole articles, false where it gives beginnings or summaries, by their length; `None` = nothing to
    /// tell by.
    pub whole: Option<bool>,
    /// Its newest articles, at most five.
    pub latest: Vec<FoundStory>,
    /// Set where it is followed already.
    pub followed: Option<FeedId>,
    /// Why it could not be read, one sentence; such a feed cannot be followed now.
    pub problem: Option<String>,
}

/// A headline of a feed that is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundStory {
    /// The headline.
    pub title: PlainText,
    /// When it was published.
    pub time: Option<Timestamp>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Direction of the headline.
    pub direction: Option<Direction>,
}

/// How a found feed is followed. The defaults leave everything to the publisher and the general settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct FollowAs {
    /// The path of the folder it goes into.
    pub folder: Option<String>,
    /// The reader's own name for it.
    pub own_title: Option<String>,
    /// As the feed gives its articles, or in full from the page.
    pub text_mode: TextMode,
    /// False where its articles stand in its own list and its folder's only.
    pub in_live: bool,
}

impl Default for FollowAs {
    fn default() -> Self {
        FollowAs { folder: None, own_title: None, text_mode: TextMode::Auto, in_live: true }
    }
}
