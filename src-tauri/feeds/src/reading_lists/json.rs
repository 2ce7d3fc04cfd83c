//! JSON of wallabag, FreshRSS, Feedly, Pinboard, Omnivore, Pocket and whatever has a list of objects with addresses. Read
//! entry by entry, so that a large file with its texts never stands in memory twice, and what came before a break is kept.

use super::csv::{read_state, split_tags};
use super::{Collector, Entry, ListKind, time};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// Members of an outer object that can be the list.
const LISTS: &[&str] = &["items", "entries", "articles", "bookmarks", "links", "raindrops", "list", "pages", "saved"];

/// Reads a list; `None` where it has no entry with an address.
pub(super) fn read(text: &str, list: &mut Collector) -> Option<ListKind> {
    let mut reading = Reading { list, kind: None, is_list: false };
    let outcome = Outer(&mut reading).deserialize(&mut serde_json::Deserializer::from_str(text));
    let Reading { list, kind, is_list } = reading;
    if list.pages.is_empty() && (outcome.is_err() || !is_list || list.met > 0) {
        return None;
    }
    if outcome.is_err() {
        list.skip("the file breaks off here".to_owned());
    }
    Some(kind.unwrap_or(ListKind::Json))
}

struct Reading<'l> {
    list: &'l mut Collector,
    kind: Option<ListKind>,
    /// True where a list was met, also an empty one.
    is_list: bool,
}

impl Reading<'_> {
    fn take(&mut self, value: &Value) {
        if self.kind.is_none() {
            self.kind = kind(value);
        }
        self.list.take(entry(value));
    }
}

/// The document: a list, or an object that has one.
struct Outer<'r, 'l>(&'r mut Reading<'l>);
/// The list inside an object: a list again, or entries by their numbers.
struct Inner<'r, 'l>(&'r mut Reading<'l>);

impl<'de> DeserializeSeed<'de> for Outer<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Outer<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list or an object")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        Inner(self.0).visit_seq(seq)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if LISTS.contains(&key.as_str()) {
                map.next_value_seed(Inner(self.0))?;
            } else if key.bytes().all(|b| b.is_ascii_digit()) {
                // The first wallabag numbers its entries.
                let value: Value = map.next_value()?;
                self.0.is_list = true;
                self.0.take(&value);
            } else if key == "id" {
                let id: Value = map.next_value()?;
                if id.as_str().is_some_and(|id| id.contains("/state/com.google/")) {
                    self.0.kind = Some(ListKind::FreshRss);
                }
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Inner<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Inner<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.is_list = true;
        loop {
            if self.0.list.is_full() {
                if seq.next_element::<IgnoredAny>()?.is_none() {
                    return Ok(());
                }
                self.0.list.take(Entry::default());
            } else {
                let Some(value) = seq.next_element::<Value>()? else { return Ok(()) };
                self.0.take(&value);
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        self.0.is_list = true;
        while map.next_key::<IgnoredAny>()?.is_some() {
            let value: Value = map.next_value()?;
            self.0.take(&value);
        }
        Ok(())
    }
}

/// The app, by members that only its entries have.
fn kind(value: &Value) -> Option<ListKind> {
    let has = |name: &str| value.get(name).is_some();
    let is_starred = strings(value.get("categories")).iter().any(|name| name.contains("/state/com.google/"));
    match () {
        () if is_starred => Some(ListKind::FreshRss),
        () if has("is_archived") || (has("is_read") && has("is_fav")) => Some(ListKind::Wallabag),
        () if has("originId") || has("canonicalUrl") || has("actionTimestamp") => Some(ListKind::Feedly),
        () if has("toread") && has("href") => Some(ListKind::Pinboard),
        () if has("readingProgress") || (has("savedAt") && has("slug")) => Some(ListKind::Omnivore),
        () if has("resolved_url") || has("time_added") => Some(ListKind::Pocket),
        () => None,
    }
}

fn entry(value: &Value) -> Entry {
    let text = |names: &[&str]| names.iter().find_map(|name| string(value.get(name)));
    let categories = strings(value.get("categories"));
    let mut entry = Entry {
        url: address(value),
        // Pinboard calls the title description.
        title: text(&["title", "resolved_title", "given_title", "description"]).unwrap_or_default(),
        tags: tags(value, &categories),
        saved_at: [
            "created_at",
            "savedAt",
            "saved_at",
            "actionTimestamp",
            "time_added",
            "time",
            "created",
            "added_at",
            "timestampUsec",
            "crawlTimeMsec",
            "crawled",
            "published",
        ]
        .iter()
        .find_map(|name| time(&string(value.get(name))?)),
        html: html(value),
        ..Entry::default()
    };
    if let Some(state) = text(&["state", "status"]) {
        read_state(&state, &mut entry);
    }
    let is = |name: &str| value.get(name).and_then(truth);
    entry.archived |= is("is_archived").or(is("archived")).unwrap_or(false);
    let by_label = categories
        .iter()
        .any(|name| name.contains("/state/com.google/"))
        .then(|| categories.iter().any(|name| name.ends_with("/state/com.google/read")));
    let unread = is("unread").or(is("toread")).map(|unread| !unread);
    let known = entry.read.or(is("is_read")).or(is("is_archived")).or(unread).or(by_label);
    entry.read = known;
    entry
}

/// The article's own address before one of the feed that carried it.
fn address(value: &Value) -> String {
    let linked =
        |name: &str| value.get(name).and_then(Value::as_array).and_then(|links| string(links.first()?.get("href")));
    let named = |name: &&str| string(value.get(name));
    ["url", "canonicalUrl", "given_url", "resolved_url"]
        .iter()
        .find_map(named)
        .or_else(|| linked("canonical"))
        .or_else(|| linked("alternate"))
        .or_else(|| ["href", "link", "uri", "originId"].iter().find_map(named))
        .unwrap_or_default()
}

fn tags(value: &Value, categories: &[String]) -> Vec<String> {
    let mut tags = vec![];
    for name in ["tags", "labels"] {
        match value.get(name) {
            // Pinboard parts tags by spaces, others by commas.
            Some(Value::String(text)) if value.get("toread").is_some() => {
                tags.extend(text.split_whitespace().map(str::to_owned));
            }
            Some(Value::String(text)) => tags.extend(split_tags(text)),
            Some(Value::Object(by_name)) => tags.extend(by_name.keys().cloned()),
            Some(Value::Array(given)) => tags.extend(given.iter().filter_map(tag)),
            _ => {}
        }
    }
    tags.extend(categories.iter().filter_map(|name| Some(name.split_once("/label/")?.1.to_owned())));
    tags
}

/// A tag that is a word or an object with a name; Feedly's own boards (`global.saved`) are no tags.
fn tag(value: &Value) -> Option<String> {
    if string(value.get("id")).is_some_and(|id| id.contains("/global.")) {
        return None;
    }
    string(Some(value)).or_else(|| ["label", "name", "slug", "title"].iter().find_map(|name| string(value.get(name))))
}

fn html(value: &Value) -> Option<String> {
    ["content", "content_html", "html", "summary", "fullContent"].iter().find_map(|name| {
        let given = value.get(name)?;
        string(Some(given)).or_else(|| string(given.get("content")))
    })
}

fn strings(value: Option<&Value>) -> Vec<String> {
    value
        .and_then(Value::as_array)
        .map_or_else(Vec::new, |all| all.iter().take(256).filter_map(|v| string(Some(v))).collect())
}

fn string(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) if !text.trim().is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        Value::Number(number) => Some(number.as_i64()? != 0),
        Value::String(text) => match text.as_str() {
            "1" | "yes" | "true" => Some(true),
            "0" | "no" | "false" => Some(false),
            _ => None,
        },
        _ => None,
    }
}
