//! JSON Feed 1.0 and 1.1, with the liberties that generators take.

use crate::address::resolve;
use crate::article::Draft;
use crate::body;
use crate::caps;
use crate::date;
use crate::feed::Draught;
use crate::json_document;
use crate::parsed::{ArticleKey, ParseError, ParsedArticle, ParsedMeta, Skipped};
use crate::people;
use crate::repairs::{self, Repairs};
use crate::text::{escape_text, plain};
use serde_json::Value;
use stoppress_model::{Enclosure, FeedKind, PlainText};

/// Reads a JSON Feed; numbers, strings and single objects in each other's place are understood.
pub(crate) fn read(text: &str, base: Option<&str>, repairs: &mut Repairs) -> Result<Draught, ParseError> {
    let not_a_feed = ParseError::NotAFeed { looks_like: "JSON of another kind" };
    let document = json_document::read(text);
    let feed = Value::Object(document.head);
    let says_so = string(&feed, "version").is_some_and(|v| v.contains("jsonfeed.org"));
    let has_name = string(&feed, "title").is_some() || string(&feed, "home_page_url").is_some();
    let is_feed = says_so || (has_name && document.has_items);
    if !is_feed {
        return Err(not_a_feed);
    }
    if document.is_cut_off {
        repairs.note(repairs::CUT_OFF);
    }
    let mut skipped = vec![];
    let mut drafts = vec![];
    for (index, item) in document.items.iter().enumerate() {
        if index >= caps::ITEMS {
            skipped
                .push(Skipped { index, reason: format!("only the first {} articles of a feed are read", caps::ITEMS) });
            break;
        }
        if item.as_object().is_none_or(serde_json::Map::is_empty) {
            skipped.push(Skipped { index, reason: "the article is empty".into() });
            continue;
        }
        drafts.push(article(item, base));
    }
    if document.has_more {
        let reason = format!("only the first {} articles of a feed are read", caps::ITEMS);
        skipped.push(Skipped { index: caps::ITEMS, reason });
    }
    Ok(Draught { meta: meta(&feed, base), drafts, skipped })
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
        .or_else(|| string(item, "content_text").map(|text| paragraphs(&text)))
        .or_else(|| summary.as_deref().map(paragraphs))
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

/// Plain text as HTML: blank lines part paragraphs.
fn paragraphs(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    for paragraph in text.replace("\r\n", "\n").split("\n\n").filter(|p| !p.trim().is_empty()) {
        html.push_str("<p>");
        let mut escaped = String::new();
        escape_text(paragraph.trim(), &mut escaped);
        html.push_str(&escaped.replace('\n', "<br>"));
        html.push_str("</p>");
    }
    html
}
