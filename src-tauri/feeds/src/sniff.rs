//! What a body is, by its beginning.

use crate::decode;
use crate::repairs::Repairs;
use crate::text::find_ignoring_case;

/// True where the beginning of a body looks like a feed of any format: enough to stop looking for another one, not a
/// promise that [`parse`](crate::parse) will read it.
#[must_use]
pub fn sniff_is_feed(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64 << 10)];
    let text = decode::decode(head, None, &mut Repairs::default());
    let text = text.trim_start();
    if text.starts_with('{') {
        return text.contains("jsonfeed.org/version") || (text.contains("\"items\"") && text.contains("\"title\""));
    }
    let roots = ["<rss", "<feed", "<rdf:rdf", "<channel", "<atom:feed", "<rss:rss"];
    let first = roots.iter().filter_map(|root| find_ignoring_case(text, root)).min();
    let page = ["<html", "<!doctype html"].iter().filter_map(|tag| find_ignoring_case(text, tag)).min();
    match (first, page) {
        (Some(feed), Some(page)) => feed < page,
        (feed, _) => feed.is_some(),
    }
}

/// True for a web page.
pub(crate) fn is_html(text: &str) -> bool {
    let head: String = text.chars().take(4096).collect();
    ["<html", "<!doctype html", "<body", "<head>"].iter().any(|tag| find_ignoring_case(&head, tag).is_some())
}

/// What a text that is no feed seems to be, in words.
pub(crate) fn looks_like(text: &str) -> &'static str {
    let head: String = text.chars().take(64 << 10).collect::<String>().to_lowercase();
    if is_html(text) || head.contains("<div") {
        if head.contains("type=\"password\"") || head.contains("type='password'") || head.contains("type=password") {
            return "a sign-in page";
        }
        if ["captcha", "cf-challenge", "just a moment...", "checking your browser"].iter().any(|s| head.contains(s)) {
            return "a page that checks for robots";
        }
        return "a web page";
    }
    if head.starts_with(['{', '[']) {
        return "JSON of another kind";
    }
    if head.contains("<opml") {
        return "a subscription list";
    }
    if head.contains("<urlset") || head.contains("<sitemapindex") {
        return "a sitemap";
    }
    if head.starts_with('<') { "XML of another kind" } else { "plain text" }
}
