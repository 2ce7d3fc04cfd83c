//! What must hold whatever bytes come. Each check panics where it does not: the fuzzer's targets call them, and so does
//! `cargo dev torture fuzz`, which needs no compiler of its own.

use stoppress_feeds::{
    ParseContext, ParseError, canonical_link, clean, discover, normalise_address, opml, parse, site_rules,
    sniff_is_feed, well_known,
};
use stoppress_model::Timestamp;
use url::Url;

const HERE: &str = "https://a.example/feed";
/// The first second of the year 1, and of the year 10,000.
const YEARS: std::ops::Range<i64> = -62_135_596_800..253_402_300_800;

/// The bytes of a feed.
pub fn feed(bytes: &[u8]) {
    let context = ParseContext { url: Some(HERE), content_type: None };
    let parsed = parse(bytes, &context);
    assert_ne!(parsed, Err(ParseError::Fault), "a panic was caught");
    assert_eq!(parsed, parse(bytes, &context), "the same bytes give the same answer");
    let _ = sniff_is_feed(bytes);
    let _ = discover(bytes, HERE);
    let Ok(feed) = parsed else { return };
    assert!(feed.articles.len() <= stoppress_feeds::caps::ITEMS);
    for article in &feed.articles {
        for address in
            article.url.iter().chain(&article.image).chain(&article.comments_url).chain(&article.comments_feed)
        {
            assert_of_the_web(address);
        }
        for time in article.published.iter().chain(&article.updated) {
            assert!(YEARS.contains(&time.0), "{time:?}");
        }
    }
    if let Some(article) = feed.articles.first() {
        let cleaned = clean(&article.html, article.base.as_deref());
        assert!(!cleaned.html.as_str().to_ascii_lowercase().contains("<script"));
    }
}

/// The text of a date.
pub fn date(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).replace(['<', '&', ']'], " ");
    let of = |text: &str| {
        let feed = format!(
            "<rss version='2.0'><channel><item><title>x</title><pubDate>{text}</pubDate></item></channel></rss>"
        );
        let parsed = parse(feed.as_bytes(), &ParseContext::default()).expect("a sound feed around a date");
        parsed.articles.first().and_then(|article| article.published)
    };
    let time = of(&text);
    assert_eq!(time, of(&format!("  {text}\n")), "blanks around a date mean nothing");
    if let Some(time) = time {
        assert!(YEARS.contains(&time.0), "{time:?}");
        // What we write ourselves is read as what it was.
        assert_eq!(of(&time.to_string()), Some(time));
    }
}

/// What somebody typed or pasted as an address, and addresses of pages.
pub fn address(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for address in normalise_address(&text).unwrap_or_default() {
        let url = assert_of_the_web(&address);
        assert_eq!(url.fragment(), None);
        let again = normalise_address(&address).expect("what was made an address is one");
        assert_eq!(again.first(), Some(&address), "an address is made one once");
        for ruled in site_rules(&address).iter().chain(&well_known(&address)) {
            assert_of_the_web(ruled);
        }
    }
    // The plain form is what links are compared by; with a scheme before it, it is an address again.
    let link = canonical_link(&text);
    if url::Url::parse(&text).is_ok_and(|url| matches!(url.scheme(), "http" | "https")) {
        assert_eq!(canonical_link(&format!("https://{link}")), link, "a link is made plain once");
    }
}

/// A subscription list.
pub fn opml(bytes: &[u8]) {
    let Ok(list) = opml::read(bytes) else { return };
    assert!(list.outlines.len() <= stoppress_feeds::caps::OPML_FEEDS);
    for outline in &list.outlines {
        assert_of_the_web(&outline.url);
    }
    let written = opml::write("Mine", Timestamp(0), &list.outlines);
    let again = opml::read(written.as_bytes()).map(|list| list.outlines).unwrap_or_default();
    let of = |outlines: &[opml::Outline]| -> Vec<String> {
        let mut urls: Vec<String> = outlines.iter().map(|outline| outline.url.clone()).collect();
        urls.sort_unstable();
        urls
    };
    assert_eq!(of(&again), of(&list.outlines), "what was written reads as what it was");
}

fn assert_of_the_web(address: &str) -> Url {
    let url = Url::parse(address).unwrap_or_else(|error| panic!("{address:?} is no address: {error}"));
    assert!(matches!(url.scheme(), "http" | "https"), "{address:?}");
    url
}
