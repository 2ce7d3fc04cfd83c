//! What a subscription list says of its feeds in words that are not ours: kept as it was written and given on.
//!
//! Kept is text that is a piece of XML by itself: attributes, each prefix declared beside its first use. What could be a secret
//! is never kept, and what is given on is read anew first: nothing but attributes gets into a list.

use crate::caps;
use crate::names::Ns;
use crate::repairs::Repairs;
use crate::text::escape_attribute;
use crate::tree::{Attribute, Element};
use crate::xml::{self, Grammar};
use std::collections::HashMap;

/// The attributes that are read, and written from what was read.
const OURS: &[&str] = &["text", "title", "type", "xmlurl", "htmlurl", "weburl", "url", "language", "iscomment"];
/// Parts of the names of attributes that other readers keep passwords, cookies and keys in.
const SECRET: &[&str] =
    &["cookie", "header", "passw", "secret", "token", "credential", "authorization", "apikey", "proxy"];

/// The addresses that the prefixes of a list stand for.
#[derive(Default)]
pub(crate) struct Prefixes(HashMap<String, String>);

impl Prefixes {
    /// Remembers what an element declares. A list that gives one prefix two meanings keeps the later one.
    pub(crate) fn declare(&mut self, element: &Element) {
        for one in element.attributes.iter().filter(|one| one.ns == Ns::Declaration && one.raw.contains(':')) {
            if self.0.len() < caps::XML_ATTRIBUTES || self.0.contains_key(one.local()) {
                self.0.insert(one.local().to_owned(), one.value.trim().to_owned());
            }
        }
    }

    fn address(&self, prefix: &str) -> Option<&str> {
        self.0.get(prefix).map(String::as_str).filter(|address| !address.is_empty())
    }
}

/// What an outline says beside what is read of it, at most [`caps::OPML_ATTRIBUTES_BYTES`]; `None` = nothing. A `category` is left
/// out where it was taken for the folder.
pub(crate) fn read(outline: &Element, prefixes: &Prefixes, category_is_folder: bool) -> Option<String> {
    let mut out = String::new();
    let mut declared = Vec::new();
    for one in outline.attributes.iter().filter(|one| one.ns != Ns::Declaration) {
        if is_ours(one, category_is_folder) || is_secret(one) || !is_name(one.raw) {
            continue;
        }
        let mut piece = String::new();
        if let Some((prefix, _)) = one.raw.split_once(':').filter(|(prefix, _)| *prefix != "xml") {
            // Without it the whole list would be damaged for strict readers.
            let Some(address) = prefixes.address(prefix) else { continue };
            if !declared.contains(&prefix) {
                declared.push(prefix);
                write(&format!("xmlns:{prefix}"), address, &mut piece);
            }
        }
        write(one.raw, &one.value, &mut piece);
        if out.len() + piece.len() <= caps::OPML_ATTRIBUTES_BYTES {
            out.push_str(&piece);
        }
    }
    Some(out).filter(|out| !out.is_empty())
}

/// Such attributes read anew: nothing else comes through, wherever they have been meanwhile.
#[must_use]
pub fn checked_list_attributes(kept: &str) -> Option<String> {
    let text = format!("<outline{}/>", kept.get(..caps::OPML_ATTRIBUTES_BYTES).unwrap_or(kept));
    let root = xml::read(&text, &mut Plain, &mut Repairs::default());
    let outline = root.elements().find(|one| one.name == "outline")?;
    let mut prefixes = Prefixes::default();
    prefixes.declare(outline);
    read(outline, &prefixes, false)
}

struct Plain;

impl Grammar<'_> for Plain {}

fn is_ours(one: &Attribute, category_is_folder: bool) -> bool {
    let is = |name: &str| one.local().eq_ignore_ascii_case(name);
    match one.ns {
        Ns::Core => OURS.iter().any(|name| is(name)) || (category_is_folder && is("category")),
        Ns::Xml => is("base"),
        _ => false,
    }
}

fn is_secret(one: &Attribute) -> bool {
    let name = one.raw.to_ascii_lowercase();
    let names_user = one
        .value
        .split_once("://")
        .is_some_and(|(_, rest)| rest.split(['/', '?', '#']).next().is_some_and(|host| host.contains('@')));
    names_user || SECRET.iter().any(|part| name.contains(part))
}

/// A name that every XML parser takes, with at most one prefix.
fn is_name(raw: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.'))
    };
    match raw.split_once(':') {
        Some((prefix, local)) => is_part(prefix) && is_part(local),
        None => is_part(raw),
    }
}

fn write(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    let mut escaped = String::new();
    escape_attribute(value, &mut escaped);
    for character in escaped.chars() {
        match character {
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\r' => out.push_str("&#13;"),
            other if other.is_control() || matches!(other, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::checked_list_attributes as checked;
    use crate::opml::{read, write};
    use stoppress_model::Timestamp;

    const LIST: &str = "<opml version='2.0' xmlns:frss='https://freshrss.example/opml'><body><outline text='B' xmlUrl='https://b.example/f'/>\
        <outline text='A' type='rss' xmlUrl='https://a.example/f' description='The &lt;harbour&gt; &quot;daily&quot;'\
        frss:cssFullContent='.story &gt; p' frss:filters='one&#10;two' frss:CURLOPT_COOKIE='session=1' \
        frss:feed='https://me:secret@b.example/' nobody:knows='x' created='Mon, 09 Feb 2004 13:50:12 GMT' category='/Sea/Tide'/></body></opml>";

    #[test]
    fn what_another_reader_wrote_into_a_list_is_written_again() {
        let list = read(LIST.as_bytes()).unwrap();
        assert_eq!(list.outlines[0].list_attributes, None);
        assert_eq!(list.outlines[1].folder.as_deref(), Some("Sea/Tide"));
        let written = write("Mine", Timestamp(0), &list.outlines);
        assert_eq!(read(written.as_bytes()).unwrap().outlines, list.outlines, "{written}");
        for part in [
            "description=\"The &lt;harbour&gt; &quot;daily&quot;\"",
            "xmlns:frss=\"https://freshrss.example/opml\" frss:cssFullContent=\".story &gt; p\"",
            "frss:filters=\"one&#10;two\"",
            "created=\"Mon, 09 Feb 2004 13:50:12 GMT\"",
        ] {
            assert!(written.contains(part), "{written}");
        }
        assert_eq!(written.matches("xmlns:").count(), 1);
        for secret in ["session", "secret", "nobody", "category"] {
            assert!(!written.contains(secret), "{written}");
        }
    }

    #[test]
    fn what_is_given_on_is_attributes_and_nothing_else() {
        assert_eq!(checked(" a=\"1\"/><outline xmlUrl=\"https://x.example/\"").as_deref(), Some(" a=\"1\""));
        assert_eq!(checked("/><script>"), None);
        assert_eq!(checked(" xmlUrl=\"https://x.example/\" b=\"&lt;\"").as_deref(), Some(" b=\"&lt;\""));
        let kept = " xmlns:f=\"u:f\" f:a=\"é &amp; &#10;\" f:b=\"\"";
        assert_eq!(checked(kept).as_deref(), Some(kept));
        let long = format!(" a=\"{}\" b=\"1\"", "x".repeat(100_000));
        assert!(checked(&long).is_none_or(|kept| kept.len() < 20_000));
    }
}
