//! The attributes of one tag, quoted or not, repeated or not.

use crate::caps;
use crate::repairs::{self, Repairs};
use crate::text::decode_references;
use std::borrow::Cow;

/// One attribute with its name as written and its value decoded.
pub(crate) struct Attribute<'a> {
    pub(crate) name: &'a str,
    pub(crate) value: Cow<'a, str>,
}

/// What a tag held.
pub(crate) struct Read<'a> {
    pub(crate) attributes: Vec<Attribute<'a>>,
    /// Where another tag begins inside this one, which was therefore never finished.
    pub(crate) stopped_at: Option<usize>,
}

/// Reads everything after a tag's name.
pub(crate) fn read<'a>(tag: &'a str, repairs: &mut Repairs) -> Read<'a> {
    let mut attributes: Vec<Attribute<'a>> = vec![];
    let mut at = 0;
    let bytes = tag.as_bytes();
    while at < bytes.len() {
        let byte = bytes[at];
        if byte == b'<' {
            return Read { attributes, stopped_at: Some(at) };
        }
        if byte.is_ascii_whitespace() || matches!(byte, b'/' | b'=' | b'"' | b'\'' | b'?') {
            at += 1;
            continue;
        }
        let name_end = until(bytes, at, |b| b.is_ascii_whitespace() || matches!(b, b'=' | b'/' | b'<' | b'"' | b'\''));
        let name = &tag[at..name_end];
        at = skip_spaces(bytes, name_end);
        let mut raw = "";
        if bytes.get(at) == Some(&b'=') {
            at = skip_spaces(bytes, at + 1);
            match value(tag, at) {
                Value::Quoted(text, end) => (raw, at) = (text, end),
                Value::Bare(text, end) => {
                    repairs.note(repairs::UNQUOTED_ATTRIBUTE);
                    (raw, at) = (text, end);
                }
                Value::Unclosed(text, stop) => {
                    add(&mut attributes, name, text, repairs);
                    return Read { attributes, stopped_at: Some(stop) };
                }
            }
        }
        add(&mut attributes, name, raw, repairs);
    }
    Read { attributes, stopped_at: None }
}

fn add<'a>(attributes: &mut Vec<Attribute<'a>>, name: &'a str, raw: &'a str, repairs: &mut Repairs) {
    if attributes.iter().any(|known| known.name == name) {
        repairs.note(repairs::DUPLICATE_ATTRIBUTE);
    } else if attributes.len() < caps::XML_ATTRIBUTES {
        attributes.push(Attribute { name, value: decode_references(raw) });
    }
}

enum Value<'a> {
    Quoted(&'a str, usize),
    Bare(&'a str, usize),
    /// A quote that is never closed in this tag: what seems to be meant, and where this tag seems to end.
    Unclosed(&'a str, usize),
}

fn value(tag: &str, at: usize) -> Value<'_> {
    let bytes = tag.as_bytes();
    match bytes.get(at) {
        Some(quote @ (b'"' | b'\'')) => {
            let close = bytes[at + 1..].iter().position(|b| b == quote).map(|p| at + 1 + p);
            match close {
                // A value with a whole tag in it means that its own closing quote was forgotten.
                Some(end) if !tag[at + 1..end].contains("</") && !tag[at + 1..end].contains(">\n") => {
                    Value::Quoted(&tag[at + 1..end], end + 1)
                }
                Some(end) => unclosed(tag, at + 1, end).unwrap_or(Value::Quoted(&tag[at + 1..end], end + 1)),
                None => match tag[at..].find('<') {
                    Some(p) => unclosed(tag, at + 1, at + p + 1).unwrap_or(Value::Unclosed("", at + p)),
                    None => Value::Bare(tag[at + 1..].trim_end_matches(QUOTES), tag.len()),
                },
            }
        }
        Some(_) => {
            let end = until(bytes, at, |b| b.is_ascii_whitespace() || b == b'<');
            Value::Bare(tag[at..end].trim_matches(QUOTES), end)
        }
        None => Value::Bare("", at),
    }
}

/// What stands for quotes, from word processors and by mistake.
const QUOTES: [char; 7] = ['\u{201c}', '\u{201d}', '\u{201e}', '\u{2018}', '\u{2019}', '`', '\''];

/// A value from `from` on whose quote was forgotten: it ends at the other kind of quote, or with its tag.
fn unclosed(tag: &str, from: usize, end: usize) -> Option<Value<'_>> {
    let inner = &tag[from..end];
    let close = inner.find('>').filter(|close| inner[*close..].contains('<'))?;
    let value = inner[..close].trim_end_matches('/').trim_end_matches(['"', '\'']);
    Some(Value::Unclosed(value, from + close + 1))
}

fn until(bytes: &[u8], from: usize, stop: impl Fn(u8) -> bool) -> usize {
    bytes[from..].iter().position(|b| stop(*b)).map_or(bytes.len(), |p| from + p)
}

fn skip_spaces(bytes: &[u8], from: usize) -> usize {
    until(bytes, from, |b| !b.is_ascii_whitespace())
}
