//! The outer object of a JSON Feed, read piece by piece: articles past the limit never take memory, and what came before
//! a break in the document is kept.

use crate::caps;
use crate::json_mend;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use std::fmt;

/// What was read of a document.
#[derive(Default)]
pub(crate) struct Document {
    /// Everything but the articles, as an object.
    pub(crate) head: serde_json::Map<String, Value>,
    /// The first articles; `None` stands in the place of one that cannot be understood.
    pub(crate) items: Vec<Option<Value>>,
    /// True where the document has a list of articles, also an empty one.
    pub(crate) has_items: bool,
    /// True where there are more articles than are read.
    pub(crate) has_more: bool,
    /// True where the document breaks off.
    pub(crate) is_cut_off: bool,
    /// True where the document is no JSON and was read all the same.
    pub(crate) is_mended: bool,
}

impl Document {
    /// Adds an article as long as there is room for one.
    pub(crate) fn add(&mut self, item: Option<Value>) {
        if self.items.len() < caps::ITEMS {
            self.items.push(item);
        } else {
            self.has_more = true;
        }
    }
}

/// Members of the outer object that are kept.
pub(crate) const MOST_MEMBERS: usize = 256;

/// Reads as much of a document as there is. What follows it (a comment of a cache, a second document) is not looked at.
///
/// A document that is sound as far as it goes is read by serde_json alone; only one with an error in it is read again by
/// `json_mend`, from its beginning.
pub(crate) fn read(text: &str) -> Document {
    let mut document = Document::default();
    match Outer(&mut document).deserialize(&mut serde_json::Deserializer::from_str(text)) {
        Ok(()) => document,
        Err(error) if error.is_eof() || !text.starts_with('{') => {
            document.is_cut_off = true;
            document
        }
        Err(error) => {
            drop(document);
            // An error of the data is sound JSON with something else than a list in the place of the articles.
            Document { is_mended: !error.is_data(), ..json_mend::read(text) }
        }
    }
}

struct Outer<'d>(&'d mut Document);

impl<'de> DeserializeSeed<'de> for Outer<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Outer<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "items" {
                map.next_value_seed(Inner(self.0))?;
            } else if self.0.head.len() < MOST_MEMBERS {
                self.0.head.insert(key, map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

struct Inner<'d>(&'d mut Document);

impl<'de> DeserializeSeed<'de> for Inner<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Inner<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list of articles")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        self.0.has_items = true;
        while self.0.items.len() < caps::ITEMS {
            let Some(item) = seq.next_element::<Value>()? else { return Ok(()) };
            self.0.items.push(Some(item));
        }
        while seq.next_element::<IgnoredAny>()?.is_some() {
            self.0.has_more = true;
        }
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}
