use crate::{ArticleId, Direction, FeedId, PlainText, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far saving an article got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum SaveState {
    /// The wish is kept; there is no network yet.
    Waiting,
    /// Text is kept, images are being fetched.
    Saving,
    /// Text and every image are here.
    Complete,
    /// Text is here, some images are not.
    Partial,
    /// Nothing could be kept but the headline; the reason is in words.
    Failed,
}

/// A saved article in the list of saved articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedArticle {
    /// The article; lives longer than the article's row in the ticker.
    pub id: ArticleId,
    /// Headline when it was saved.
    pub title: PlainText,
    /// The article at its publisher.
    pub url: Option<String>,
    /// Its feed then.
    pub feed_id: FeedId,
    /// The feed's name then.
    pub feed_title: PlainText,
    /// The icon of its site, as [`crate::Feed::icon`].
    pub icon: Option<String>,
    /// When the reader asked for it.
    pub saved_at: Timestamp,
    /// What its publisher says; `None` = nothing, or it is not looked through yet.
    pub published: Option<Timestamp>,
    /// Words of its text, in scripts without spaces every two characters; `None` = not counted yet.
    pub words: Option<u32>,
    /// How far it got.
    pub state: SaveState,
    /// Why it is not complete, in one sentence.
    pub reason: Option<String>,
    /// How many images are not stored.
    pub missing_images: u32,
    /// Text and images, in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Whether it was read.
    pub read: bool,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Direction of the headline.
    pub direction: Option<Direction>,
    /// The reader's tags, in alphabetical order.
    pub tags: Vec<PlainText>,
}

/// What came of packing for offline reading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Packed {
    /// Articles that can be read without a network now.
    #[ts(type = "number")]
    pub articles: u64,
    /// Of them with every image.
    #[ts(type = "number")]
    pub complete: u64,
    /// Articles that something is missing of, with the reason.
    pub failed: Vec<PackFailure>,
    /// Bytes of texts and images that were looked at or fetched.
    #[ts(type = "number")]
    pub bytes: u64,
    /// True where the reader ended it early.
    pub cancelled: bool,
    /// True where the budget ended it.
    pub budget_reached: bool,
}

/// One article that could not be packed whole, or not be exported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PackFailure {
    /// The article.
    pub id: ArticleId,
    /// Headline.
    pub title: PlainText,
    /// One sentence.
    pub reason: String,
}

/// What came of a wish to save or unsave one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SaveOutcome {
    /// The article.
    pub id: ArticleId,
    /// Its state now; `None` = not saved.
    pub state: Option<SaveState>,
}
