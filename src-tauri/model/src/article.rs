use crate::{ArticleId, FeedId, PlainText, SaveState, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Writing direction of a text, where the feed or its first strong letter tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

/// How much of an article can be read without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Stored {
    /// Text and all its images.
    Full,
    /// The text that came with the feed.
    Text,
    /// Nothing but the headline.
    Headline,
}

/// One line of the ticker: what the list shows and nothing more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TickerRow {
    /// The article.
    pub id: ArticleId,
    /// Ticker time, by which rows are ordered: see RULES "Time" in ARCHITECTURE.md.
    pub time: Timestamp,
    /// The headline; for an untitled article the first words of its text.
    pub title: PlainText,
    /// Its feed.
    pub feed_id: FeedId,
    /// The feed's name.
    pub feed_title: PlainText,
    /// The article at its publisher.
    pub url: Option<String>,
    /// True once the reader has opened it or marked it.
    pub read: bool,
    /// True while it is among the saved articles, in whatever state.
    pub saved: bool,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Direction of the headline.
    pub direction: Option<Direction>,
    /// What the publisher says, for the tooltip.
    pub published: Option<Timestamp>,
    /// When this profile first saw it.
    pub first_seen: Timestamp,
    /// When its publisher's last edit of headline or text was noticed; `None` = there was none.
    pub edited_at: Option<Timestamp>,
    /// How much of it works offline.
    pub stored: Stored,
    /// True where the reader has hidden it: it stands among what was muted, and nowhere else.
    pub hidden: bool,
}

/// Which rows of the ticker are asked for. `before` and `after` exclude each other. Without `feed` and `folder` the rows of
/// feeds that the reader keeps out of Live are not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
#[serde(default)]
pub struct TickerQuery {
    /// At most this many rows; 0 = all.
    pub limit: u32,
    /// Rows strictly below this one in ticker order.
    pub before: Option<ArticleId>,
    /// Rows strictly above this one; the nearest `limit` of them.
    pub after: Option<ArticleId>,
    /// Only rows that arrived after this id, wherever their place in the order is.
    pub arrived_after: Option<ArticleId>,
    /// Only rows that arrived up to this id: what came later was not on screen.
    pub arrived_until: Option<ArticleId>,
    /// Only unread rows.
    pub unread: bool,
    /// The muted rows of the last 24 hours, and those that were hidden in them, instead of those that are in the ticker.
    #[ts(as = "Option<bool>")]
    pub muted: bool,
    /// Only rows of this feed.
    pub feed: Option<FeedId>,
    /// Only rows of feeds in this folder and those under it.
    pub folder: Option<String>,
    /// Only rows of feeds in this language, a BCP 47 tag: `pt` takes `pt-BR` too. A feed that says none is in none.
    pub language: Option<String>,
}

/// A stretch of the ticker, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TickerPage {
    /// The rows.
    pub rows: Vec<TickerRow>,
    /// True where more rows lie beyond the last one in the direction asked.
    pub more: bool,
    /// How many rows the whole selection has.
    #[ts(type = "number")]
    pub total: u64,
    /// The largest article id that this answer knows of: give it as `arrived_after` to learn what came since.
    pub newest_id: ArticleId,
}

/// A file that a feed attaches to an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Enclosure {
    /// Absolute address.
    pub url: String,
    /// MIME type as the feed gives it.
    #[serde(rename = "type")]
    pub mime: Option<String>,
    /// Bytes as the feed gives them.
    #[ts(type = "number | null")]
    pub length: Option<u64>,
}

/// Which text of an article is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ShownText {
    /// The text that came with the feed.
    #[default]
    Feed,
    /// The full story from the publisher's page.
    Full,
}

/// An article as it is read. `html` is cleaned; in the terminal it has the publisher's addresses, in the window
/// images are `media:` keys and links are numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ArticlePage {
    /// Its id.
    pub id: ArticleId,
    /// Headline.
    pub title: PlainText,
    /// The article at its publisher.
    pub url: Option<String>,
    /// That address as it is passed on: without what only tells where its reader came from.
    pub share_url: Option<String>,
    /// Its feed; keeps its last value when the feed is gone.
    pub feed_id: FeedId,
    /// The feed's name.
    pub feed_title: PlainText,
    /// The icon of its site: a key of 64 hex digits in the terminal, a `media:` address in the window.
    pub icon: Option<String>,
    /// True while the feed is followed.
    pub followed: bool,
    /// Names of the writers.
    pub authors: Vec<PlainText>,
    /// Ticker time.
    pub time: Timestamp,
    /// What the publisher says.
    pub published: Option<Timestamp>,
    /// What the publisher says.
    pub updated: Option<Timestamp>,
    /// When its publisher's last edit of headline or text was noticed, which may be younger than a saved copy; `None` =
    /// there was none.
    pub edited_at: Option<Timestamp>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Direction of the text.
    pub direction: Option<Direction>,
    /// The standfirst: the feed's summary where it is not the beginning of the body.
    pub summary: Option<PlainText>,
    /// The cleaned body.
    pub html: String,
    /// The body as plain text, paragraphs apart by an empty line.
    pub text: String,
    /// The lead image: an absolute address in the terminal, a `media:` key in the window; `None` where the body
    /// shows it already.
    pub image: Option<String>,
    /// What the feed says is on the lead image; `None` too where another image than the feed's is shown.
    pub image_caption: Option<PlainText>,
    /// Who made it, in the feed's words.
    pub image_credit: Option<PlainText>,
    /// Attached files.
    pub enclosures: Vec<Enclosure>,
    /// The publisher's subjects.
    pub categories: Vec<PlainText>,
    /// Where the comments are.
    pub comments_url: Option<String>,
    /// How many there were at the last fetch; `None` = the feed does not say.
    #[ts(type = "number | null")]
    pub comments_count: Option<u64>,
    /// True where the comments can be shown inside the article.
    pub has_comment_feed: bool,
    /// True once opened or marked.
    pub read: bool,
    /// True while saved.
    pub saved: bool,
    /// How far saving got.
    pub save_state: Option<SaveState>,
    /// Images of a saved article that are not stored.
    pub missing_images: u32,
    /// Which text `html` and `text` are.
    pub shown: ShownText,
    /// True where the other text is here too.
    pub has_other: bool,
    /// True where its source gives only beginnings, or is to be read in full, and the full text is not here.
    pub wants_full: bool,
    /// Why there is no full text, in one sentence; `None` = there is one, or nobody has looked.
    pub full_note: Option<String>,
    /// Images that are not shown because the reader has chosen so; a click asks for them.
    pub hidden_images: u32,
    /// How far the reader was in it when it was last left, from 0 to 1; `None` = not opened yet.
    pub position: Option<f64>,
    /// The reader's tags; only saved articles have any.
    pub tags: Vec<PlainText>,
    /// Names exactly this content: a click on link *n* is only good together with it.
    pub content_key: String,
}
