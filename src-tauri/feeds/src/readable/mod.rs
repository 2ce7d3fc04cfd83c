//! From a publisher's page to the text of its article.
//!
//! dom_smoothie finds the article; everything around it is ours: [`guard`] keeps hostile pages cheap, [`facts`] reads
//! what the page says of itself, [`page`] restores lazy images and takes out what no reader sees, [`choose`] checks the
//! choice against the page's own evidence, [`care`] removes what is left of the site's furniture. Nothing here is safe
//! to show: callers hand the result to [`crate::clean`].

mod bylines;
mod care;
mod choose;
mod dom;
mod edges;
mod evidence;
mod facts;
mod formulas;
mod guard;
mod labels;
mod lead;
mod page;
mod phrases;
mod refuse;
mod report;
mod restore;
mod titles;
mod truncated;

use crate::{caps, decode, repairs::Repairs};
use dom_query::Document;
use facts::Facts;
use std::panic::{AssertUnwindSafe, catch_unwind};
use stoppress_model::{Direction, PlainText, Timestamp};

pub use report::{ReadableReport, readable_report};
pub use truncated::is_truncated;

/// The article of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Readable {
    /// Headline, without the name of the site.
    pub title: PlainText,
    /// Who wrote it, several names in one line.
    pub byline: Option<PlainText>,
    /// The publisher's name.
    pub site: Option<PlainText>,
    /// When it was published.
    pub published: Option<Timestamp>,
    /// BCP 47 tag, as the page gives it.
    pub language: Option<String>,
    /// The direction of its script, where the page or its text shows it.
    pub direction: Option<Direction>,
    /// The article's HTML with absolute addresses. Not cleaned: it goes through [`crate::clean`] before it is shown.
    pub html: String,
    /// The lead image, absolute.
    pub image: Option<String>,
    /// Characters of its text, white space between words counted once.
    pub text_chars: usize,
}

/// Why a page gives no article. Each reads as the end of a sentence about a site: "example.org …".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotReadable {
    /// The site shows the beginning only.
    #[error("shows only the beginning of this article to those who are not subscribers")]
    Paywall {
        /// Characters of the beginning.
        text_chars: usize,
    },
    /// A page that checks browsers stands before the article.
    #[error("wants to check the browser before it shows this article")]
    Challenge,
    /// A page that asks for consent stands before the article.
    #[error("asks for consent before it shows this article")]
    Consent,
    /// The page is no article, or none that can be told from the rest.
    #[error("gave a page in which no article could be found")]
    NoArticle,
    /// More than [`caps::PAGE_BYTES`], or more elements or nesting than any article has.
    #[error("gave a page that is too large to be read")]
    TooLarge,
    /// Nothing came, or nothing with text in it.
    #[error("gave an empty page")]
    Empty,
    /// A picture, a film, a PDF: anything but a page.
    #[error("gave something that is not a web page")]
    NotAPage,
}

/// Finds the article of a page. `content_type` is the server's header, `url` the address after redirects.
///
/// Pure and bounded: pages over [`caps::PAGE_BYTES`] or [`caps::PAGE_ELEMENTS`] are refused, nesting over
/// [`caps::HTML_DEPTH`] loses its tags.
///
/// # Errors
/// See [`NotReadable`]. A paywall, a challenge or a consent page is named, never got round.
pub fn readable(page: &[u8], content_type: Option<&str>, url: &str) -> Result<Readable, NotReadable> {
    if page.len() > caps::PAGE_BYTES {
        return Err(NotReadable::TooLarge);
    }
    if !guard::is_page(page, content_type) {
        return Err(NotReadable::NotAPage);
    }
    catch_unwind(AssertUnwindSafe(|| extract(page, content_type, url))).unwrap_or(Err(NotReadable::NoArticle))
}

fn extract(page: &[u8], content_type: Option<&str>, url: &str) -> Result<Readable, NotReadable> {
    let declared = guard::declared(page, content_type);
    let text = decode::decode(page, declared.as_deref(), &mut Repairs::default());
    if text.trim().is_empty() {
        return Err(NotReadable::Empty);
    }
    let tame = guard::tame(&text).ok_or(NotReadable::TooLarge)?;
    let document = Document::from(tame.as_ref());
    if guard::is_too_deep(&document) {
        return Err(NotReadable::TooLarge);
    }
    let facts = Facts::of(&document, url);
    refuse::before(&document, &facts)?;
    let wall = refuse::Wall::of(&document);
    page::prepare(&document, &facts);
    let article = choose::article(document, &facts).ok_or(NotReadable::NoArticle);
    let (article, lead) = match article {
        Ok(article) => article,
        Err(error) => return Err(refuse::instead(&facts, error)),
    };
    let root = article.root();
    care::tidy(&root, &facts, lead.as_deref());
    let text = dom::text(&root);
    let text_chars = text.chars().count();
    refuse::after(&text, &root, &facts, &wall)?;
    Ok(Readable {
        title: facts.title(),
        byline: facts.byline(),
        site: facts.site(),
        published: facts.published,
        direction: facts.direction_of(&text),
        language: facts.language.clone(),
        html: dom::html(&root),
        image: facts.image.clone(),
        text_chars,
    })
}
