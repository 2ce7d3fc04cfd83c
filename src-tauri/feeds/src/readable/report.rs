//! A page's article as the terminal prints it: the shape of `readable`.

use super::readable;
use crate::clean::clean;
use serde::Serialize;
use stoppress_model::{Direction, PlainText, Timestamp};

/// One line of `readable --batch`. Fields are never left out where an article was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum ReadableReport {
    /// The page has an article.
    Read {
        /// The file as it was named.
        file: String,
        /// Always true.
        ok: bool,
        /// Headline.
        title: PlainText,
        /// Who wrote it.
        byline: Option<PlainText>,
        /// The publisher.
        site: Option<PlainText>,
        /// When it was published.
        published: Option<Timestamp>,
        /// BCP 47 tag.
        language: Option<String>,
        /// Of its script.
        direction: Option<Direction>,
        /// Cleaned HTML with absolute addresses.
        html: String,
        /// Its text.
        text: String,
        /// The lead image.
        image: Option<String>,
    },
    /// The page gives none.
    Refused {
        /// The file as it was named.
        file: String,
        /// Always false.
        ok: bool,
        /// Why, as the end of a sentence about the site.
        error: String,
    },
}

/// Reads and cleans what one file holds, for the terminal. `url` is the address the page came from.
#[must_use]
pub fn readable_report(file: &str, bytes: &[u8], url: &str) -> ReadableReport {
    let file = file.to_owned();
    match readable(bytes, None, url) {
        Ok(article) => {
            let cleaned = clean(&article.html, Some(url));
            ReadableReport::Read {
                file,
                ok: true,
                title: article.title,
                byline: article.byline,
                site: article.site,
                published: article.published,
                language: article.language,
                direction: article.direction,
                text: cleaned.text(),
                html: cleaned.html.into_string(),
                image: article.image,
            }
        }
        Err(error) => ReadableReport::Refused { file, ok: false, error: error.to_string() },
    }
}
