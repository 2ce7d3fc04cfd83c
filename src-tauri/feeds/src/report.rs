//! A reading as the terminal prints it: the shape of `parse --json`.

use crate::clean::clean;
use crate::parsed::{ArticleKey, ArticleSource, ParseContext, ParsedArticle, ParsedFeed, Skipped};
use serde::Serialize;
use stoppress_model::{Enclosure, FeedKind, PlainText, Timestamp};

/// One line of `parse --batch`. Fields are never left out where the reading succeeded.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum ParsedReport {
    /// The bytes are a feed.
    Read {
        /// The file as it was named.
        file: String,
        /// Always true.
        ok: bool,
        /// The feed's head.
        feed: FeedReport,
        /// Its articles, cleaned.
        articles: Vec<ArticleReport>,
        /// Names of the repairs.
        repairs: Vec<String>,
        /// Articles left out.
        skipped: Vec<Skipped>,
    },
    /// The bytes are no feed.
    Refused {
        /// The file as it was named.
        file: String,
        /// Always false.
        ok: bool,
        /// One sentence.
        error: String,
    },
}

/// The head of a feed in a report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FeedReport {
    /// Its title.
    pub title: PlainText,
    /// The publisher's page.
    pub home_url: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// The format.
    pub kind: FeedKind,
}

/// One article in a report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleReport {
    /// Its lasting key, 32 hexadecimal digits.
    pub key: ArticleKey,
    /// Headline.
    pub title: PlainText,
    /// The article at its publisher. Where the feed gives no web address, the URI it names the article with
    /// (`urn:…`, `tag:…`): a name to tell it by, nothing to open.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Timestamp>,
    /// When it was changed.
    pub updated: Option<Timestamp>,
    /// Names of the writers.
    pub authors: Vec<PlainText>,
    /// Summary in plain text.
    pub summary: Option<PlainText>,
    /// Cleaned HTML with the publisher's absolute addresses.
    pub html: String,
    /// The lead image.
    pub image: Option<String>,
    /// Attached files.
    pub enclosures: Vec<Enclosure>,
    /// The publisher's subjects.
    pub categories: Vec<PlainText>,
    /// The page with the comments.
    pub comments_url: Option<String>,
    /// The feed of the comments.
    pub comments_feed: Option<String>,
    /// How many comments there are.
    pub comments_count: Option<u64>,
    /// The name of the article or comment that this one answers.
    pub in_reply_to: Option<String>,
    /// The feed it was published in first.
    pub source: Option<ArticleSource>,
    /// What the publisher says about the rights in it.
    pub rights: Option<PlainText>,
    /// The address of its licence.
    pub licence: Option<String>,
}

/// Parses and cleans what one file holds, for the terminal. `base` is the address the feed would have.
#[must_use]
pub fn parse_report(file: &str, bytes: &[u8], base: Option<&str>) -> ParsedReport {
    match crate::parse(bytes, &ParseContext { url: base, content_type: None }) {
        Ok(parsed) => read(file, parsed),
        Err(error) => ParsedReport::Refused { file: file.to_owned(), ok: false, error: error.to_string() },
    }
}

/// As [`parse_report`], as a JSON value.
#[must_use]
pub fn parse_json(file: &str, bytes: &[u8], base: Option<&str>) -> serde_json::Value {
    serde_json::to_value(parse_report(file, bytes, base)).unwrap_or_default()
}

fn read(file: &str, parsed: ParsedFeed) -> ParsedReport {
    let ParsedFeed { feed, articles, repairs, skipped } = parsed;
    ParsedReport::Read {
        file: file.to_owned(),
        ok: true,
        feed: FeedReport { title: feed.title, home_url: feed.home_url, language: feed.language, kind: feed.kind },
        articles: articles.into_iter().map(article).collect(),
        repairs,
        skipped,
    }
}

fn article(article: ParsedArticle) -> ArticleReport {
    let html = clean(&article.html, article.base.as_deref()).html.into_string();
    ArticleReport {
        key: article.key,
        title: article.title,
        url: article.url.or(article.guid.filter(|guid| guid.starts_with("urn:") || guid.starts_with("tag:"))),
        published: article.published,
        updated: article.updated,
        authors: article.authors,
        summary: article.summary,
        html,
        image: article.image,
        enclosures: article.enclosures,
        categories: article.categories,
        comments_url: article.comments_url,
        comments_feed: article.comments_feed,
        comments_count: article.comments_count,
        in_reply_to: article.in_reply_to,
        source: article.source,
        rights: article.rights,
        licence: article.licence,
    }
}
