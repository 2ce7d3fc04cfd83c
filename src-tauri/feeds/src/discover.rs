//! Which feeds a page offers. No request is made here: the caller fetches and verifies.

use crate::caps;
use crate::decode;
use crate::repairs::Repairs;
use crate::text::plain;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;
use stoppress_model::{Candidate, FeedKind, PlainText};
use url::Url;

/// The feeds that a page names in its `link` elements, best first.
///
/// Earlier links are better; feeds of comments and podcasts come after the rest; RSS and Atom under the same title
/// are one choice (the first of them). `url` is the address the page came from after redirects.
#[must_use]
pub fn discover(page: &[u8], url: &str) -> Vec<Candidate> {
    let page = scan(page, url);
    let mut scored: Vec<(i64, Candidate)> = vec![];
    for (position, link) in page.links.into_iter().enumerate() {
        if scored.iter().any(|(_, known)| known.url == link.url || is_same_choice(known, &link)) {
            continue;
        }
        scored.push((score(position, &link), link));
        if scored.len() >= caps::CANDIDATES {
            break;
        }
    }
    scored.sort_by_key(|(score, _)| -score);
    scored.into_iter().map(|(_, candidate)| candidate).collect()
}

/// +50 for a link in the head, −5 for each one before it, −10 for comments and podcasts.
fn score(position: usize, link: &Candidate) -> i64 {
    let words = format!("{} {}", link.url, link.title).to_lowercase();
    let is_side =
        ["comment", "podcast", "kommentar", "commentaire", "comentario"].iter().any(|word| words.contains(word));
    50 - 5 * i64::try_from(position).unwrap_or(i64::MAX / 8) - if is_side { 10 } else { 0 }
}

fn is_same_choice(a: &Candidate, b: &Candidate) -> bool {
    let title = |candidate: &Candidate| -> String {
        let lower = candidate.title.as_str().to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|w| !w.is_empty() && !matches!(*w, "rss" | "atom" | "feed" | "json" | "2" | "0" | "1" | "xml"))
            .collect::<Vec<_>>()
            .join(" ")
    };
    a.kind != b.kind && !a.title.is_empty() && title(a) == title(b)
}

/// Addresses of ordinary links that may be feeds, the page's own host first, at most five: for a page without `link`
/// elements. The caller has to fetch and parse them to know.
#[must_use]
pub fn anchors_that_look_like_feeds(page: &[u8], url: &str) -> Vec<String> {
    let host = Url::parse(url).ok().and_then(|u| u.host_str().map(str::to_owned));
    let mut found: Vec<String> = vec![];
    for anchor in scan(page, url).anchors {
        if looks_like_a_feed(&anchor) && !found.contains(&anchor) {
            found.push(anchor);
        }
    }
    found.sort_by_key(|anchor| Url::parse(anchor).ok().and_then(|u| u.host_str().map(str::to_owned)) != host);
    found.truncate(5);
    found
}

fn looks_like_a_feed(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let path = format!("{}?{}", url.path(), url.query().unwrap_or("")).to_lowercase();
    let words: Vec<&str> = path.split(|c: char| !c.is_alphanumeric()).collect();
    let is_feed =
        words.iter().any(|w| matches!(*w, "feed" | "feeds" | "rss" | "rss2" | "atom" | "rdf" | "xml" | "json"));
    is_feed
        && !words
            .iter()
            .any(|w| matches!(*w, "sitemap" | "opensearch" | "osd" | "oembed" | "manifest" | "wlwmanifest" | "xmlrpc"))
}

/// Addresses where feeds customarily are, at the page's directory and at the root: the last thing to try, one at a
/// time, without following redirects.
#[must_use]
pub fn well_known(url: &str) -> Vec<String> {
    const NAMES: &[&str] = &[
        "feed/",
        "feed.xml",
        "atom.xml",
        "rss.xml",
        "index.xml",
        "rss/",
        "feed.atom",
        "feed.json",
        "rss",
        "index.rss",
    ];
    let Ok(base) = Url::parse(url) else { return vec![] };
    let mut found: Vec<String> = vec![];
    for name in NAMES {
        for start in ["./", "/"] {
            if let Ok(address) = base.join(start).and_then(|directory| directory.join(name)) {
                let address = String::from(address);
                if !found.contains(&address) {
                    found.push(address);
                }
            }
        }
    }
    found.truncate(10);
    found
}

/// What of a page matters here.
struct Page {
    links: Vec<Candidate>,
    anchors: Vec<String>,
}

fn scan(page: &[u8], url: &str) -> Page {
    let page = &page[..page.len().min(caps::PAGE_BYTES)];
    let text = decode::decode(page, None, &mut Repairs::default());
    let scan = Scan { base: Url::parse(url).ok(), has_base: false, links: vec![], anchors: vec![] };
    let tokenizer = Tokenizer::new(Sink(RefCell::new(scan)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(&text));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let Scan { links, anchors, .. } = tokenizer.sink.0.into_inner();
    Page { links, anchors }
}

struct Sink(RefCell<Scan>);

struct Scan {
    base: Option<Url>,
    has_base: bool,
    links: Vec<Candidate>,
    anchors: Vec<String>,
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
        if tag.kind == TagKind::EndTag {
            return TokenSinkResult::Continue;
        }
        match &*tag.name {
            "base" => self.0.borrow_mut().base(&tag),
            "link" => self.0.borrow_mut().link(&tag),
            "a" | "area" => self.0.borrow_mut().anchor(&tag),
            "script" => return TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => return TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => return TokenSinkResult::RawData(RawKind::Rcdata),
            "plaintext" => return TokenSinkResult::Plaintext,
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs.iter().find(|a| &*a.name.local == name).map(|a| a.value.trim().to_owned()).filter(|v| !v.is_empty())
}

impl Scan {
    fn base(&mut self, tag: &Tag) {
        if self.has_base {
            return;
        }
        if let Some(base) = attribute(tag, "href").and_then(|href| self.join(&href)) {
            self.base = Some(base);
            self.has_base = true;
        }
    }

    fn join(&self, address: &str) -> Option<Url> {
        let address =
            address.strip_prefix("feed:").map_or(address, |rest| if rest.starts_with("http") { rest } else { address });
        let address =
            address.strip_prefix("feed://").map_or_else(|| address.to_owned(), |rest| format!("http://{rest}"));
        let mut url = match &self.base {
            Some(base) => base.join(&address).ok()?,
            None => Url::parse(&address).ok()?,
        };
        url.set_fragment(None);
        (matches!(url.scheme(), "http" | "https") && url.as_str().len() <= caps::URL_BYTES).then_some(url)
    }

    fn link(&mut self, tag: &Tag) {
        let rel = attribute(tag, "rel").unwrap_or_default().to_ascii_lowercase();
        let mut rels = rel.split_whitespace();
        if !rels.any(|r| matches!(r, "alternate" | "feed" | "service.feed")) || rel.contains("stylesheet") {
            return;
        }
        let is_feed_rel = rel.split_whitespace().any(|r| matches!(r, "feed" | "service.feed"));
        let Some(url) = attribute(tag, "href").and_then(|href| self.join(&href)) else { return };
        let kind = attribute(tag, "type").unwrap_or_default().to_ascii_lowercase();
        let kind = kind.split(';').next().unwrap_or("").trim();
        let kind = match kind {
            "application/rss+xml" | "application/rss" | "text/rss" | "text/rss+xml" => Some(FeedKind::Rss),
            "application/atom+xml" | "application/atom" | "text/atom+xml" => Some(FeedKind::Atom),
            "application/rdf+xml" | "text/rdf+xml" => Some(FeedKind::Rdf),
            "application/feed+json" => Some(FeedKind::Json),
            "application/json" if is_json_feed(&url) => Some(FeedKind::Json),
            "text/xml" | "application/xml" | "application/x.atom+xml" if looks_like_a_feed(url.as_str()) => None,
            _ if is_feed_rel => None,
            _ => return,
        };
        let title = PlainText::new(&plain(&attribute(tag, "title").unwrap_or_default()), caps::NAME_BYTES);
        if self.links.len() < 4 * caps::CANDIDATES {
            self.links.push(Candidate { url: url.into(), title, kind });
        }
    }

    fn anchor(&mut self, tag: &Tag) {
        if self.anchors.len() < 10_000
            && let Some(url) = attribute(tag, "href").and_then(|href| self.join(&href))
        {
            self.anchors.push(url.into());
        }
    }
}

/// WordPress names its API and oEmbed as `application/json` alternates: they are no feeds.
fn is_json_feed(url: &Url) -> bool {
    let address = url.as_str().to_ascii_lowercase();
    !address.contains("/wp-json/") && !address.contains("oembed")
}

#[cfg(test)]
mod tests {
    use super::{anchors_that_look_like_feeds, discover, well_known};

    #[test]
    fn a_page_offers_its_feeds_best_first() {
        let page = br#"<head><base href="/blog/">
            <link rel="alternate" type="application/rss+xml" title="Comments Feed" href="comments/feed/">
            <LINK REL="Alternate home" TYPE="application/rss+xml; charset=utf-8" TITLE="News &amp;amp; views" HREF="feed/">
            <link rel=alternate type=application/atom+xml title="News & views" href=atom.xml>
            <link rel="alternate" type="application/json" href="https://x.example/wp-json/1">
            <link rel="stylesheet alternate" type="application/rss+xml" href="no">
            <link rel="alternate" type="text/xml" href="/blog/other/page">
            <link rel="alternate" hreflang="fr" href="/fr/">
            <script>'<link rel=alternate type=application/rss+xml href=no>'</script>"#;
        let found = discover(page, "https://x.example/page");
        let urls: Vec<&str> = found.iter().map(|c| c.url.as_str()).collect();
        assert_eq!(urls, ["https://x.example/blog/feed/", "https://x.example/blog/comments/feed/"]);
        assert_eq!(found[0].title.as_str(), "News & views");
        let page = br#"<link rel="alternate" type="text/xml" href="/rss"><link rel="service.feed" href="/entries">"#;
        let urls: Vec<String> = discover(page, "https://x.example/").into_iter().map(|c| c.url).collect();
        assert_eq!(urls, ["https://x.example/rss", "https://x.example/entries"]);
    }

    #[test]
    fn ordinary_links_are_guessed_at_with_the_own_host_first() {
        let page = b"<a href=https://y.example/rss.xml>x</a> <a href=/feed>y</a> <a href=/sitemap.xml>z</a> <a href=/feedback>w</a>";
        let found = anchors_that_look_like_feeds(page, "https://x.example/");
        assert_eq!(found, ["https://x.example/feed", "https://y.example/rss.xml"]);
    }

    #[test]
    fn customary_addresses_are_at_most_ten() {
        let found = well_known("https://x.example/blog/post");
        assert_eq!(found[0], "https://x.example/blog/feed/");
        assert_eq!(found.len(), 10);
        assert_eq!(well_known("nonsense"), Vec::<String>::new());
    }
}
