//! Whatever happens to a document on its way, nothing here panics, and what was whole stays readable.
#![allow(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod support;

use stoppress_feeds::{
    ParseContext, ParseError, anchors_that_look_like_feeds, clean, discover, opml, parse, sniff_is_feed,
};
use stoppress_model::FeedKind;
use support::Numbers;

fn sources(kind: &str) -> Vec<Vec<u8>> {
    let cases = support::fixtures(kind);
    let files = cases.iter().flat_map(|case| std::fs::read_dir(case).unwrap().map(|entry| entry.unwrap().path()));
    files
        .filter(|file| file.file_stem().is_some_and(|stem| stem == "source"))
        .map(|file| std::fs::read(file).unwrap())
        .collect()
}

/// Everything that takes bytes; a caught panic is a failure too.
fn read_in_every_way(bytes: &[u8]) {
    let context = ParseContext { url: Some("https://a.example/feed"), content_type: Some("text/xml; charset=utf-8") };
    let parsed = parse(bytes, &context);
    assert_ne!(parsed, Err(ParseError::Fault), "a panic was caught for {:?}", String::from_utf8_lossy(bytes));
    if let Ok(feed) = parsed {
        for article in &feed.articles {
            let cleaned = clean(&article.html, article.base.as_deref());
            let _ = cleaned.for_window(|_| None);
            let _ = cleaned.text();
        }
    }
    let _ = opml::read(bytes);
    let _ = sniff_is_feed(bytes);
    let _ = discover(bytes, "https://a.example/");
    let _ = anchors_that_look_like_feeds(bytes, "https://a.example/");
}

#[test]
fn every_beginning_of_every_feed_is_survived() {
    for source in sources("feeds") {
        for end in (0..source.len()).step_by(7) {
            read_in_every_way(&source[..end]);
        }
    }
}

#[test]
fn flipped_bytes_are_survived() {
    let mut numbers = Numbers(0x5eed_cafe);
    for source in sources("feeds").into_iter().chain(sources("articles")) {
        for _ in 0..40 {
            let mut bytes = source.clone();
            for _ in 0..=numbers.below(8) {
                let at = numbers.below(bytes.len().max(1));
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(numbers.below(256)).unwrap();
                }
            }
            read_in_every_way(&bytes);
        }
    }
}

#[test]
fn shuffled_markup_is_survived() {
    const PIECES: &[&str] = &[
        "<rss>",
        "<channel>",
        "<item>",
        "</item>",
        "<title>",
        "</title>",
        "<link>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">",
        "<entry>",
        "</entry>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?xml",
        "?>",
        "&",
        "&amp;",
        "&#",
        ";",
        "\"",
        "'",
        "<",
        ">",
        "=",
        "/",
        "</",
        "<p ",
        "href=",
        "https://a.example/",
        "<img src=x>",
        "<table>",
        "<td>",
        "<b>",
        "</b>",
        "<svg>",
        "é",
        "\u{202e}",
        "\u{0}",
        " ",
        "\n",
        "text",
        "<!DOCTYPE",
        "[",
        "]",
        "{",
        "}",
        "<content type=\"xhtml\">",
        "<outline xmlUrl=\"",
        "<pubDate>",
        "2026-02-09T13:50:12Z",
        "<iframe>",
        "<select>",
        "<wbr>",
    ];
    let mut numbers = Numbers(42);
    for _ in 0..3_000 {
        let text: String = (0..numbers.below(60)).map(|_| PIECES[numbers.below(PIECES.len())]).collect();
        read_in_every_way(text.as_bytes());
        let _ = clean(&text, Some("https://a.example/"));
    }
}

#[test]
fn the_same_bytes_give_the_same_answer() {
    for source in sources("feeds") {
        assert_eq!(parse(&source, &ParseContext::default()), parse(&source, &ParseContext::default()));
    }
}

#[test]
fn of_a_feed_that_is_cut_off_whole_articles_stay_and_keep_their_keys() {
    let source =
        String::from_utf8(sources("feeds").into_iter().find(|s| s.windows(11).any(|w| w == b"Fish market")).unwrap())
            .unwrap();
    let whole = parse(source.as_bytes(), &ParseContext::default()).unwrap();
    let end = source.find("</item>").unwrap() + "</item>".len();
    for cut in end..source.len() - 30 {
        let part = parse(&source.as_bytes()[..cut], &ParseContext::default()).unwrap();
        assert_eq!(part.articles[0].key, whole.articles[0].key);
        assert_eq!(part.articles[0].content_hash, whole.articles[0].content_hash);
    }
}

/// Each of these once took time with the square of its length: this many would not come to an end while somebody waits.
#[test]
fn tags_that_never_end_are_read_in_one_go() {
    let piled = |piece: &str| {
        let pieces = piece.repeat((160 << 10) / piece.len());
        format!("<rss><channel><item><title>Tide</title>{pieces}></item></channel></rss>")
    };
    for piece in
        ["< ", "<1", "<1&amp;", "<a ", "<a <", "</a", "<a b=\"", "<a b=\"></b ", "<a b='<a b=\"", "<a><title>t</title>"]
    {
        let parsed = parse(piled(piece).as_bytes(), &ParseContext::default()).unwrap();
        assert_eq!(parsed.feed.kind, FeedKind::Rss, "{piece}");
    }
}
