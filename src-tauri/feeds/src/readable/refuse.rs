//! Pages that stand before an article.

use super::NotReadable;
use super::facts::Facts;
use dom_query::{Document, NodeRef};

pub(super) fn before(_document: &Document, _facts: &Facts) -> Result<(), NotReadable> {
    Ok(())
}

pub(super) fn instead(_facts: &Facts, error: NotReadable) -> NotReadable {
    error
}

pub(super) fn after(text: &str, _root: &NodeRef, _facts: &Facts) -> Result<(), NotReadable> {
    if text.is_empty() { Err(NotReadable::NoArticle) } else { Ok(()) }
}
