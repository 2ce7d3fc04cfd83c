use crate::repairs;
use serde::Serialize;
use std::fmt;
use stoppress_model::{Direction, Enclosure, FeedKind, PlainText, Timestamp};

/// What the reader knows about a body besides its bytes.
#[derive(Clone, Copy, Debug, Default)]
pub struct ParseContext<'a> {
    /// The address the body came from after redirects; relative addresses resolve against it.
    pub url: Option<&'a str>,
    /// The `Content-Type` header; only its `charset` is used, the format is read from the body itself.
    pub content_type: Option<&'a str>,
}

/// A feed in one shape, whatever it was written in.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedFeed {
    /// What the feed says of itself.
    pub feed: ParsedMeta,
    /// Its articles in the order of the document.
    pub articles: Vec<ParsedArticle>,
    /// Names of the repairs that were needed, each once, in the order met; empty for a sound feed.
    pub repairs: Vec<String>,
    /// Articles that were left out.
    pub skipped: Vec<Skipped>,
}

impl ParsedFeed {
    /// True where the document broke off before its end: articles may be missing.
    #[must_use]
    pub fn is_cut_off(&self) -> bool {
        self.repairs.iter().any(|repair| repair == repairs::CUT_OFF)
    }
}

/// What a feed says of itself.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedMeta {
    /// Its title; empty where it has none.
    pub title: PlainText,
    /// The publisher's page.
    pub home_url: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// The format.
    pub kind: FeedKind,
    /// How long a copy stays fresh: RSS `ttl`, or `sy:updatePeriod` divided by `sy:updateFrequency`.
    pub ttl_seconds: Option<u32>,
    /// Hours of the day (GMT, 0 to 23) in which the publisher does not want to be asked.
    pub skip_hours: Vec<u8>,
    /// Days on which the publisher does not want to be asked, 0 = Monday.
    pub skip_days: Vec<u8>,
    /// The feed's own picture.
    pub icon: Option<String>,
    /// Where the articles before those of this document are, as far as the publisher says: `prev-archive` or `next` of
    /// RFC 5005, `next_url` of JSON Feed. Absolute wherever the feed's address is known.
    pub older: Option<String>,
    /// True where the publisher says that nothing more will come (JSON Feed `expired`).
    pub expired: bool,
    /// What it says about the rights in all of its articles; each article has it too.
    pub rights: Option<PlainText>,
    /// The address of a licence for all of its articles; each article has it too.
    pub licence: Option<String>,
}

/// An article that was left out, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// Its place in the document, from 0.
    pub index: usize,
    /// One sentence.
    pub reason: String,
}

/// One article as its publisher wrote it. Nothing in it is safe to show but the `PlainText` fields:
/// `html` goes through [`clean`](crate::clean) first.
#[derive(Clone, Debug, PartialEq)]
pub struct ParsedArticle {
    /// What the article is recognised by at the next fetch.
    pub key: ArticleKey,
    /// The publisher's own name for it, as the feed has it: RSS `guid`, Atom `id`, `rdf:about`.
    pub guid: Option<String>,
    /// Headline; the first words of the body where the feed gives none, empty where there is no body either.
    pub title: PlainText,
    /// The article at its publisher: absolute http or https wherever the feed's address is known.
    pub url: Option<String>,
    /// When it was published; where a feed only dates its updates, that date.
    pub published: Option<Timestamp>,
    /// When it was last changed.
    pub updated: Option<Timestamp>,
    /// Names of the writers.
    pub authors: Vec<PlainText>,
    /// The feed's summary in plain text, also where it is the beginning of the body.
    pub summary: Option<PlainText>,
    /// The publisher's own HTML, not cleaned: full content where there is some, else the summary.
    pub html: String,
    /// What addresses in `html` are relative to.
    pub base: Option<String>,
    /// The lead image.
    pub image: Option<String>,
    /// What the feed says is on the lead image.
    pub image_caption: Option<PlainText>,
    /// Who made the lead image, in the feed's words.
    pub image_credit: Option<PlainText>,
    /// Attached files.
    pub enclosures: Vec<Enclosure>,
    /// The publisher's subjects.
    pub categories: Vec<PlainText>,
    /// The page with the comments.
    pub comments_url: Option<String>,
    /// The feed of the comments.
    pub comments_feed: Option<String>,
    /// How many comments there are; `None` = the feed does not say.
    pub comments_count: Option<u64>,
    /// The `guid` of the article or comment that this one answers, or its address where the feed only gives that
    /// (`thr:in-reply-to`): comments feeds thread by it.
    pub in_reply_to: Option<String>,
    /// Where the article was published first, in feeds that gather articles of others.
    pub source: Option<ArticleSource>,
    /// What the publisher says about the rights in it; the feed's words where it has none of its own.
    pub rights: Option<PlainText>,
    /// The address of its licence; the feed's where it has none of its own.
    pub licence: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Direction of the headline, by its first strong letter, else by the language.
    pub direction: Option<Direction>,
    /// Changes when headline, body, address, summary, image, what is said of it, writers or attached files change. Counters
    /// and times are no edit.
    pub content_hash: [u8; 16],
}

/// The feed that an article was published in first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleSource {
    /// Its name; empty where only its address is given.
    pub title: PlainText,
    /// Its page, or its own address where that is all there is.
    pub url: Option<String>,
}

/// The lasting identity of an article within its feed: guid, else canonical link, else (title, published), else
/// (title, body).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleKey(pub [u8; 16]);

impl fmt::Display for ArticleKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ArticleKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ArticleKey({self})")
    }
}

impl Serialize for ArticleKey {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Why a body could not be read as a feed. Each reads as the end of a sentence about a site the caller names.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParseError {
    /// Nothing but white space.
    #[error("the answer is empty")]
    Empty,
    /// Something else than a feed.
    #[error("this is not a feed but {looks_like}")]
    NotAFeed {
        /// What it looks like, with its article: "a web page", "a sign-in page".
        looks_like: &'static str,
    },
    /// More than [`caps::BODY_BYTES`](crate::caps::BODY_BYTES).
    #[error("the feed is larger than {} MiB", crate::caps::BODY_BYTES >> 20)]
    TooLarge,
    /// A parser gave up in a way it should not have; the panic was caught.
    #[error("the feed could not be read because of a fault in the reader")]
    Fault,
}

impl ParseError {
    /// True where a guard that lets only browsers pass answered in the place of the feed.
    #[must_use]
    pub fn is_challenge(&self) -> bool {
        matches!(self, ParseError::NotAFeed { looks_like } if *looks_like == crate::sniff::CHALLENGE)
    }
}
