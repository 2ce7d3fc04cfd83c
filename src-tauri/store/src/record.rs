//! Everything the article view needs, kept as compressed JSON: readable in ten years without this program.

use crate::{
    Result, StoreError,
    dictionary::{alone, pack_with},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use stoppress_model::{Direction, Enclosure, PlainText, Timestamp};

/// What a publisher said about one article, as stored: HTML is raw and must be cleaned before anyone sees it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ArticleContent {
    /// Headline.
    pub title: PlainText,
    /// The article at its publisher.
    pub url: Option<String>,
    /// Against which relative addresses in `html` resolve.
    pub base_url: Option<String>,
    /// What the publisher says.
    pub published: Option<Timestamp>,
    /// What the publisher says.
    pub updated: Option<Timestamp>,
    /// Names of the writers.
    pub authors: Vec<PlainText>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Direction of headline and text.
    pub direction: Option<Direction>,
    /// The feed's summary where it is not the body.
    pub summary: Option<PlainText>,
    /// Raw HTML.
    pub html: String,
    /// Lead image.
    pub image: Option<String>,
    /// What the feed says is on it.
    pub image_caption: Option<PlainText>,
    /// Who made it, in the feed's words.
    pub image_credit: Option<PlainText>,
    /// Attached files.
    pub enclosures: Vec<Enclosure>,
    /// The publisher's subjects.
    pub categories: Vec<PlainText>,
    /// Where the comments are.
    pub comments_url: Option<String>,
    /// A feed of the comments.
    pub comments_feed: Option<String>,
    /// How many there were at the last fetch.
    pub comments_count: Option<u64>,
}

/// An article with what this profile knows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleRecord {
    /// Its id.
    pub id: stoppress_model::ArticleId,
    /// Its feed.
    pub feed_id: stoppress_model::FeedId,
    /// The feed's name.
    pub feed_title: PlainText,
    /// True while the feed is followed.
    pub followed: bool,
    /// The origin the reader typed for the feed, which may be private.
    pub typed_origin: Option<String>,
    /// Ticker time.
    pub time: Timestamp,
    /// Whether it was read.
    pub read: bool,
    /// How far saving got; `None` = not saved.
    pub save_state: Option<stoppress_model::SaveState>,
    /// Images of the saved copy that are not stored.
    pub missing_images: u32,
    /// The reader's choice for its feed.
    pub text_mode: stoppress_model::TextMode,
    /// True where the feed is measured to give only beginnings.
    pub truncated: bool,
    /// What the reader has chosen for its feed.
    pub feed_settings: stoppress_model::FeedSettings,
    /// True where it was packed for reading without a network.
    pub packed: bool,
    /// The key of its site's icon.
    pub icon: Option<String>,
    /// How far the reader was in it, 0 to 1; `None` = not known.
    pub position: Option<f64>,
    /// When its publisher's last edit was noticed; `None` = there was none while it was in the ticker.
    pub edited_at: Option<Timestamp>,
    /// The reader's tags.
    pub tags: Vec<PlainText>,
    /// What is known of its full text; `None` = nobody has looked.
    pub full: Option<crate::FullTextResult>,
    /// What the publisher said: of the saved copy where there is one.
    pub content: ArticleContent,
}

/// A full text as a publisher's page gave it: HTML is raw and must be cleaned before anyone sees it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FullText {
    /// Headline of the page.
    pub title: PlainText,
    /// Raw HTML.
    pub html: String,
    /// The address that gave it; relative addresses resolve against it.
    pub url: String,
    /// Lead image.
    pub image: Option<String>,
    /// Names of the writers.
    pub authors: Vec<PlainText>,
    /// What the page calls its site.
    pub site: Option<PlainText>,
    /// What the page says.
    pub published: Option<Timestamp>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Direction of the text.
    pub direction: Option<Direction>,
}

/// Of an article in the ticker what stands in no other column: the rest would be kept twice, and addresses compress badly.
#[derive(Serialize)]
pub(crate) struct Body<'a> {
    base_url: &'a Option<String>,
    updated: Option<Timestamp>,
    authors: &'a [PlainText],
    summary: &'a Option<PlainText>,
    html: &'a str,
    image: &'a Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image_caption: &'a Option<PlainText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image_credit: &'a Option<PlainText>,
    enclosures: &'a [Enclosure],
    categories: &'a [PlainText],
    comments_url: &'a Option<String>,
    comments_feed: &'a Option<String>,
}

impl ArticleContent {
    /// All of it, for a copy that stands alone.
    pub(crate) fn pack(&self) -> Result<Vec<u8>> {
        pack(self)
    }

    /// What is kept beside the row of the article.
    pub(crate) fn body(&self) -> Body<'_> {
        Body {
            base_url: &self.base_url,
            updated: self.updated,
            authors: &self.authors,
            summary: &self.summary,
            html: &self.html,
            image: &self.image,
            image_caption: &self.image_caption,
            image_credit: &self.image_credit,
            enclosures: &self.enclosures,
            categories: &self.categories,
            comments_url: &self.comments_url,
            comments_feed: &self.comments_feed,
        }
    }

    pub(crate) fn unpack(bytes: &[u8]) -> Result<Self> {
        unpack(bytes)
    }
}

/// A record that needs nothing but itself to be read back.
pub(crate) fn pack(record: &impl Serialize) -> Result<Vec<u8>> {
    pack_with(&mut alone()?, record)
}

pub(crate) fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let damaged = |error: &dyn std::fmt::Display| StoreError::Damaged(error.to_string());
    let json = zstd::stream::decode_all(bytes).map_err(|error| damaged(&error))?;
    serde_json::from_slice(&json).map_err(|error| damaged(&error))
}

/// Whether a packed record ends with the sum of what is in it, as all do that were packed since there are sums.
pub(crate) fn has_sum(bytes: &[u8]) -> bool {
    bytes.get(4).is_some_and(|descriptor| descriptor & 0b100 != 0)
}

pub(crate) fn direction_name(direction: Option<Direction>) -> Option<&'static str> {
    direction.map(|direction| match direction {
        Direction::Ltr => "ltr",
        Direction::Rtl => "rtl",
    })
}

pub(crate) fn direction_from(name: Option<&str>) -> Option<Direction> {
    match name {
        Some("ltr") => Some(Direction::Ltr),
        Some("rtl") => Some(Direction::Rtl),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{ArticleContent, PlainText};
    use crate::StoreError;

    fn story() -> ArticleContent {
        let html = "<p>A healthy blade passes the tower with a breath.</p>".repeat(3);
        ArticleContent { title: PlainText::new("Blades", 100), html, ..ArticleContent::default() }
    }

    #[test]
    fn a_bit_that_changed_anywhere_in_a_packed_text_is_damage_or_changes_nothing() {
        let (packed, mut damaged) = (story().pack().unwrap(), 0);
        for bit in 0..packed.len() * 8 {
            let mut changed = packed.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            match ArticleContent::unpack(&changed) {
                Err(StoreError::Damaged(_)) => damaged += 1,
                // A few bits of a frame mean nothing.
                read => assert_eq!(read.unwrap(), story(), "bit {bit}"),
            }
        }
        assert!(damaged > packed.len() * 7, "{damaged} of {}", packed.len() * 8);
    }

    #[test]
    fn a_text_that_was_packed_before_there_were_sums_reads_as_before() {
        let before = zstd::bulk::compress(&serde_json::to_vec(&story()).unwrap(), 3).unwrap();
        assert_eq!(ArticleContent::unpack(&before).unwrap(), story());
        assert_eq!(story().pack().unwrap().len(), before.len() + 4);
    }
}
