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

/// What a guard against robots is called in the sentence about it.
pub(crate) const CHALLENGE: &str = "a page that checks for robots";

/// Marks and words of guards that let only browsers pass: Cloudflare, DataDome, PerimeterX, Imperva, DDoS-Guard, Sucuri, AWS,
/// Anubis.
const GUARDS: &[&str] = &[
    "cf-challenge",
    "cf-chl",
    "_cf_chl_opt",
    "just a moment...",
    "checking your browser",
    "attention required! | cloudflare",
    "enable javascript and cookies to continue",
    "captcha-delivery.com",
    "px-captcha",
    "_incapsula_resource",
    "ddos-guard",
    "sucuri_cloudproxy",
    "awswafcookie",
    "/cdn-cgi/challenge-platform",
    "making sure you're not a bot",
    "making sure you&#39;re not a bot",
    "anubis_challenge",
    "anubis_version",
    "vercel security checkpoint",
    "verify you are human",
    "verifying you are human",
    "are you a robot?",
];
/// A page with more than this around a captcha is a page with a form.
const CAPTCHA_PAGE: usize = 8 << 10;

/// True for the page of a guard that lets only browsers pass, whatever status it came with.
#[must_use]
pub fn is_challenge(bytes: &[u8]) -> bool {
    let text = decode::decode(&bytes[..bytes.len().min(64 << 10)], None, &mut Repairs::default());
    is_html(&text) && has_challenge(&text.to_lowercase())
}

/// The same of a lower-case text.
fn has_challenge(head: &str) -> bool {
    GUARDS.iter().any(|mark| head.contains(mark)) || head.len() < CAPTCHA_PAGE && head.contains("captcha")
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
        if has_challenge(&head) {
            return CHALLENGE;
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
