//! Whether a feed gives whole articles or their beginnings.

use super::dom;
use crate::text::paragraphs;
use std::collections::HashSet;

/// True where the feed's text is a beginning or a summary of the full one: less than 60 % of its words, and the full
/// text is at least 40 words longer.
///
/// A feed's text of which hardly a word is in the full one is of something else, and so not its beginning.
#[must_use]
pub fn is_truncated(feed_html: &str, full_html: &str) -> bool {
    let words = |html: &str| -> Vec<String> { paragraphs(html).iter().flat_map(|p| dom::words(p)).collect() };
    let (feed, full) = (words(feed_html), words(full_html));
    if feed.len() * 10 >= full.len() * 6 || full.len() < feed.len() + 40 {
        return false;
    }
    let known: HashSet<&String> = full.iter().collect();
    feed.iter().filter(|word| known.contains(word)).count() * 2 >= feed.len()
}
