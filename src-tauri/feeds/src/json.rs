//! JSON Feed 1.0 and 1.1, with the liberties that generators take.

use crate::address::resolve;
use crate::article::Draft;
use crate::body;
use crate::caps;
use crate::date;
use crate::feed::Draught;
use crate::json_document::{self, Document};
use crate::parsed::{ArticleKey, ParseError, ParsedArticle, ParsedMeta, Skipped};
use crate::people;
use crate::repairs::{self, Repairs};
use crate::sniff;
use crate::text::plain;
use memchr::memchr_iter;
use serde_json::Value;
use stoppress_model::{Enclosure, FeedKind, PlainText};

/// Reads a JSON Feed; numbers, strings and single objects in each other's place are understood.
pub(crate) fn read(text: &str, base: Option<&str>, repairs: &mut Repairs) -> Result<Draught, ParseError> {
    let document = json_document::read(text);
    let has_name = has_text(&document, "title") || has_text(&document, "home_page_url");
    if says_json_feed(&document) || (has_name && document.has_items) {
        Ok(draught(document, base, repairs))
    } else {
        Err(ANOTHER_KIND)
    }
}

/// What JSON that is no feed is called.
pub(crate) const ANOTHER_KIND: ParseError = ParseError::NotAFeed { looks_like: "JSON of another kind" };

/// Bytes before a feed in which its beginning is looked for.
const JUNK_BYTES: usize = 64 << 10;

/// Reads a JSON Feed that has something else before it: warnings of a program, the headers of its answer, a guard against
/// inclusion (`)]}'`), a call of a function, a list with the feed in it. Only what names its version counts, because pages
/// carry objects with titles and items too; and nothing inside a web page does, because some explain JSON Feed.
pub(crate) fn read_after_junk(text: &str, base: Option<&str>, repairs: &mut Repairs) -> Option<Draught> {
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    let begins = |at: &usize| text[at + 1..].trim_start_matches(blank).starts_with('"');
    let start = memchr_iter(b'{', text.as_bytes()).take_while(|at| *at < JUNK_BYTES).find(begins)?;
    if sniff::is_html(&text[..start]) {
        return None;
    }
    let document = json_document::read(&text[start..]);
    says_json_feed(&document).then(|| {
        repairs.note(repairs::JUNK_BEFORE);
        draught(document, base, repairs)
    })
}

fn says_json_feed(document: &Document) -> bool {
    document.head.get("version").and_then(text_of).is_some_and(|version| version.contains("jsonfeed.org"))
}

fn has_text(document: &Document, name: &str) -> bool {
    document.head.get(name).and_then(text_of).is_some()
}

fn draught(document: Document, base: Option<&str>, repairs: &mut Repairs) -> Draught {
    if document.is_mended {
        repairs.note(repairs::BROKEN_JSON);
    }
    if document.is_cut_off {
        repairs.note(repairs::CUT_OFF);
    }
    let feed = Value::Object(document.head);
    let writers = authors(&feed);
    let mut skipped = vec![];
    let mut drafts = vec![];
    for (index, item) in document.items.iter().enumerate() {
        let Some(item) = item else {
            skipped.push(Skipped { index, reason: "the article is no JSON and cannot be mended".into() });
            continue;
        };
        if item.as_object().is_none_or(serde_json::Map::is_empty) {
            skipped.push(Skipped { index, reason: "the article is empty".into() });
            continue;
        }
        let mut draft = article(item, base);
        if draft.article.authors.is_empty() {
            draft.article.authors.clone_from(&writers);
        }
        drafts.push(draft);
    }
    if document.has_more {
        let reason = format!("only the first {} articles of a feed are read", caps::ITEMS);
        skipped.push(Skipped { index: caps::ITEMS, reason });
    }
    Draught { meta: meta(&feed, base), drafts, skipped }
}

fn meta(feed: &Value, base: Option<&str>) -> ParsedMeta {
    ParsedMeta {
        title: PlainText::new(&string(feed, "title").unwrap_or_default(), caps::NAME_BYTES),
        home_url: string(feed, "home_page_url").and_then(|url| resolve(&url, base)),
        language: string(feed, "language"),
        kind: FeedKind::Json,
        ttl_seconds: None,
        skip_hours: vec![],
        skip_days: vec![],
        icon: string(feed, "icon").or_else(|| string(feed, "favicon")).and_then(|url| resolve(&url, base)),
        rights: None,
        licence: None,
        older: string(feed, "next_url").and_then(|url| resolve(&url, base)),
        expired: feed.get("expired").and_then(Value::as_bool).unwrap_or(false),
    }
}

fn article(item: &Value, base: Option<&str>) -> Draft {
    let address = |name: &str| string(item, name).and_then(|url| resolve(&url, base));
    let guid = string(item, "id").unwrap_or_default();
    let permalink = guid.starts_with("http").then(|| resolve(&guid, base)).flatten();
    let url = address("url").or_else(|| address("external_url")).or(permalink);
    let summary = string(item, "summary");
    let html = string(item, "content_html")
        .or_else(|| string(item, "content_text").map(|text| body::paragraphs(&text)))
        .or_else(|| summary.as_deref().map(body::paragraphs))
        .unwrap_or_default();
    let updated = string(item, "date_modified").and_then(|text| date::parse(&text));
    let published = string(item, "date_published").and_then(|text| date::parse(&text)).or(updated);
    let summary = summary.map(|text| PlainText::new(&text, caps::SUMMARY_BYTES)).filter(|s| !s.is_empty());
    let body_base = url.clone().or_else(|| base.map(str::to_owned));
    let image = address("image").or_else(|| address("banner_image"));
    let article = ParsedArticle {
        key: ArticleKey([0; 16]),
        guid: Some(guid.clone()).filter(|guid| !guid.is_empty()),
        title: body::headline(&plain(&string(item, "title").unwrap_or_default()), &html),
        url,
        published,
        updated,
        authors: authors(item),
        summary,
        image: image.or_else(|| body::first_image(&html, body_base.as_deref())),
        image_caption: None,
        image_credit: None,
        html,
        base: body_base,
        enclosures: enclosures(item, base),
        categories: categories(item),
        comments_url: address("comments_url"),
        comments_feed: None,
        comments_count: None,
        in_reply_to: None,
        source: None,
        rights: None,
        licence: None,
        language: string(item, "language"),
        direction: None,
        content_hash: [0; 16],
    };
    Draft { article, guid }
}

fn categories(item: &Value) -> Vec<PlainText> {
    let tags = list(item, "tags").into_iter().filter_map(text_of).map(|tag| PlainText::new(&tag, caps::NAME_BYTES));
    tags.filter(|tag| !tag.is_empty()).take(caps::CATEGORIES).collect()
}

fn authors(item: &Value) -> Vec<PlainText> {
    let mut authors = vec![];
    for author in list(item, "authors").into_iter().chain(list(item, "author")) {
        if let Some(name) = string(author, "name").or_else(|| text_of(author)) {
            people::add(&mut authors, &name);
        }
    }
    authors
}

fn enclosures(item: &Value, base: Option<&str>) -> Vec<Enclosure> {
    let attachments = list(item, "attachments");
    let read = attachments.into_iter().take(caps::ENCLOSURES).filter_map(|attachment| {
        let url = resolve(&string(attachment, "url")?, base)?;
        let mime = string(attachment, "mime_type");
        let length = string(attachment, "size_in_bytes").and_then(|size| size.parse().ok());
        Some(Enclosure { url, mime, length })
    });
    read.collect()
}

/// A list, or the one thing that stands in its place.
fn list<'v>(value: &'v Value, name: &str) -> Vec<&'v Value> {
    match value.get(name) {
        Some(Value::Array(list)) => list.iter().collect(),
        Some(Value::Null) | None => vec![],
        Some(one) => vec![one],
    }
}

fn string(value: &Value, name: &str) -> Option<String> {
    value.get(name).and_then(text_of)
}

fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{ParseContext, ParseError, ParsedFeed, parse};
    use std::collections::HashMap;

    const SOUND: &str = r#"{"version":"https://jsonfeed.org/version/1.1","title":"Daily","authors":[{"name":"Desk"}],"items":[
        {"id":"1","title":"One \"a\", two","url":"https://a.example/1","content_html":"<p class=\"x\">é {\"a\": 1}, [b]</p>",
         "tags":["t","u"],"attachments":[{"url":"https://a.example/1.mp3","mime_type":"audio/mpeg"}]},
        {"url":"https://a.example/2","content_text":"two","authors":[{"name":"Ann"}]},
        {"title":"Three","content_text":"three \ud83d\ude00","date_published":"2026-02-09T13:50:00Z"}]}"#;

    /// The same with every kind of mistake in it.
    const DAMAGED: &str = "{version:'https://jsonfeed.org/version/1.1',/* x */\"title\":\"Daily\",,\"items\":[
        {\"id\":\"1\",\"title\":\"One \"a\", two\nthree\" \"url\":\"https://a.example/1\",
         \"content_html\":\"<p class=\"x\">\\x</p>\",\"tags\":[\"t\",]} // y
        {url:'https://a.example/2',content_text:'it's two',size:undefined}}
        {\"title\":\"Three\",\"content_text\":\"three \\ud83d\",\"n\":01},],}";

    fn read(text: &str) -> ParsedFeed {
        parse(text.as_bytes(), &ParseContext::default()).unwrap()
    }

    fn titles(feed: &ParsedFeed) -> Vec<&str> {
        feed.articles.iter().map(|article| article.title.as_str()).collect()
    }

    #[test]
    fn a_sound_feed_needs_no_repair() {
        let feed = read(SOUND);
        assert!(feed.repairs.is_empty() && feed.skipped.is_empty());
        assert_eq!(feed.articles.len(), 3);
    }

    #[test]
    fn a_damaged_feed_says_that_it_was_mended_and_not_that_it_was_cut() {
        let feed = read(DAMAGED);
        assert_eq!(feed.repairs, ["errors of syntax in JSON mended"]);
        assert_eq!(titles(&feed), ["One \"a\", two three", "it's two", "Three"]);
        assert_eq!(feed.articles[0].html, "<p class=\"x\">x</p>");
        assert_eq!(feed.feed.title.as_str(), "Daily");
    }

    #[test]
    fn one_unreadable_article_is_skipped_with_its_place() {
        let text = r#"{"version":"https://jsonfeed.org/version/1","items":[{"id":"0","title":"a"},{"title":"b, "id":"1"},{"id":"2","title":"c"}]}"#;
        let feed = read(text);
        assert_eq!(titles(&feed), ["a", "c"]);
        assert_eq!((feed.skipped.len(), feed.skipped[0].index), (1, 1));
        assert_eq!(feed.skipped[0].reason, "the article is no JSON and cannot be mended");
    }

    #[test]
    fn something_else_in_the_place_of_the_articles_is_no_damage() {
        let feed = read(r#"{"version":"https://jsonfeed.org/version/1","items":"none","title":"Daily"}"#);
        assert_eq!(feed.feed.title.as_str(), "Daily");
        assert!(feed.repairs.is_empty(), "{:?}", feed.repairs);
    }

    #[test]
    fn whatever_a_cut_leaves_is_whole() {
        for source in [SOUND, DAMAGED] {
            let whole = read(source);
            // The feed's authors stand before its articles, so these inherit the same.
            let wanted: HashMap<_, _> = whole.articles.iter().map(|article| (article.key, article)).collect();
            let mut most = 0;
            for cut in 0..source.len() {
                let Ok(part) = parse(&source.as_bytes()[..cut], &ParseContext::default()) else { continue };
                for article in &part.articles {
                    assert_eq!(wanted.get(&article.key), Some(&article), "cut at {cut}");
                }
                assert!(part.articles.len() >= most, "cut at {cut}");
                most = part.articles.len();
            }
            assert_eq!(most, 3);
        }
    }

    #[test]
    fn no_flipped_byte_makes_the_reader_panic() {
        for source in [SOUND, DAMAGED] {
            for at in 0..source.len() {
                for byte in [b'"', b'{', b'}', b'[', b']', b',', b':', b'\\', b'/', b'\'', b'\n', b'x', 0, 0xc3, 0xff] {
                    let mut bytes = source.as_bytes().to_vec();
                    bytes[at] = byte;
                    assert_ne!(parse(&bytes, &ParseContext::default()), Err(ParseError::Fault), "{byte} at {at}");
                }
            }
        }
    }

    #[test]
    fn a_feed_is_found_behind_what_was_written_before_it() {
        let titles_of_sound = titles(&read(SOUND)).join("|");
        for before in [
            "<br />\n<b>Warning</b>: Undefined index in <b>/srv/feed.php</b> on line <b>3</b><br />\n",
            "Notice: something { happened }\n",
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n",
            ")]}'\n",
            "callback(",
            "[",
            "[09-Feb-2026] PHP Warning\n",
            "\n// x\n\u{feff}",
        ] {
            let feed = read(&format!("{before}{SOUND});"));
            assert_eq!(titles(&feed).join("|"), titles_of_sound, "{before}");
            assert_eq!(feed.repairs, ["text before the feed skipped"], "{before}");
        }
        let looks_like = |text: &str| parse(text.as_bytes(), &ParseContext::default()).unwrap_err();
        let error = |looks_like| ParseError::NotAFeed { looks_like };
        assert_eq!(
            looks_like(&format!("<html><body><pre>{SOUND}</pre>")),
            error("a web page"),
            "it explains the format"
        );
        assert_eq!(
            looks_like(&format!("{}{SOUND}", "x".repeat(64 << 10))),
            error("plain text"),
            "it stands too far in"
        );
        assert_eq!(looks_like(r#"go({"title":"Menu","items":[{"title":"a"}]})"#), error("plain text"));
        assert_eq!(looks_like(r#"[{"title":"Menu","items":[{"title":"a"}]}]"#), error("JSON of another kind"));
        assert_eq!(looks_like("[]"), error("JSON of another kind"));
    }

    #[test]
    fn an_article_without_writers_has_those_of_its_feed() {
        let names = |feed: &ParsedFeed| -> Vec<String> {
            feed.articles.iter().map(|article| article.authors[0].as_str().to_owned()).collect()
        };
        assert_eq!(names(&read(SOUND)), ["Desk", "Ann", "Desk"]);
        assert_eq!(
            names(&read(&SOUND.replacen("\"authors\":[{\"name\":\"Desk\"}]", "\"author\":{\"name\":\"Old\"}", 1))),
            ["Old", "Ann", "Old"]
        );
    }
}
