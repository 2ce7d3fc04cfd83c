//! What a damaged text holds ahead of where it is being read: whether a text can end here, whether a name begins. Nothing
//! moves, and each look is bounded, or passes one run of blanks that no other look passes.

use super::Reader;
use memchr::{memchr, memmem};

/// Bytes of a name that is looked for ahead.
const NAME: usize = 128;
/// Blanks between such a name and its colon.
pub(super) const BLANKS: usize = 64;
/// Bytes of a comment between a text's quote and what proves that the text ends there.
const COMMENT: usize = 128;

/// Names of JSON Feed: what begins with one is an article and no author, and after one a colon needs no quotes before it.
const NAMES: &[&str] = &[
    "id",
    "url",
    "external_url",
    "title",
    "content_html",
    "content_text",
    "summary",
    "image",
    "banner_image",
    "date_published",
    "date_modified",
    "author",
    "authors",
    "tags",
    "language",
    "attachments",
    "items",
];

impl Reader<'_> {
    /// True where a text can end whose quote stands before `at`; any other quote belongs to the text.
    pub(super) fn ends_text(&self, at: usize) -> bool {
        let next = self.blanks_end(at, usize::MAX);
        let Some(byte) = self.look(next) else { return true };
        let is_member = self.open.last() == Some(&b'{');
        match byte {
            b'}' | b']' => true,
            b',' if is_member => {
                let after = self.blanks_end(next + 1, usize::MAX);
                match self.look(after) {
                    None | Some(b',' | b'}' | b']' | b'{') => true,
                    Some(b'/') => self.is_comment(after),
                    Some(_) => self.is_member(after) || self.is_bare_member(after),
                }
            }
            b',' => true,
            // A quote after `=` or `(` begins something of HTML or CSS, often an address without its scheme.
            b'/' if next == at && matches!(self.look(at.saturating_sub(2)), Some(b'=' | b'(')) => false,
            b'/' => self.ends_before_comment(next),
            b'"' | b'\'' if is_member => self.is_member(next),
            b'"' | b'\'' | b'{' | b'[' => !is_member && next > at,
            _ => is_member && next > at && self.is_bare_member(next),
        }
    }

    /// True where a comment begins at `at` and what follows it ends a text.
    fn ends_before_comment(&self, at: usize) -> bool {
        let window = &self.bytes[at..self.bytes.len().min(at + COMMENT)];
        let length = match window.get(1) {
            Some(b'/') => memchr(b'\n', window).map(|found| found + 1),
            Some(b'*') => memmem::find(window.get(2..).unwrap_or_default(), b"*/").map(|found| found + 4),
            _ => None,
        };
        self.count(window.len());
        let Some(length) = length else { return false };
        let next = self.blanks_end(at + length, BLANKS);
        match self.look(next) {
            None | Some(b',' | b'}' | b']') => true,
            Some(b'/') => self.is_comment(next),
            Some(_) => self.is_member(next),
        }
    }

    /// Where a text holds `, "name":` or `{"name":` with these two quotes: the place of the comma or brace.
    pub(super) fn member_inside(&self, first: usize, second: usize) -> Option<usize> {
        let colon = self.blanks_end(second + 1, BLANKS);
        if second - first > NAME || self.look(colon) != Some(b':') {
            return None;
        }
        let blanks = self.bytes[first.saturating_sub(BLANKS)..first].iter().rev();
        let blanks = blanks.take_while(|byte| byte.is_ascii_whitespace()).count();
        self.count(blanks);
        let before = first.checked_sub(blanks + 1)?;
        matches!(self.look(before), Some(b',' | b'{')).then_some(before)
    }

    /// True where a name in quotes and its colon begin at `at`, or begin and are cut off.
    pub(super) fn is_member(&self, at: usize) -> bool {
        let Some(quote @ (b'"' | b'\'')) = self.look(at) else { return false };
        let mut end = at + 1;
        loop {
            match self.look(end) {
                None => return true,
                Some(byte) if byte == quote => break,
                Some(b'\\') => end += 2,
                Some(_) => end += 1,
            }
            if end - at > NAME {
                return false;
            }
        }
        let colon = self.blanks_end(end + 1, BLANKS);
        self.look(colon).is_none_or(|byte| byte == b':')
    }

    /// The same of a name without quotes. Where names have quotes only those of JSON Feed count: after a quote a text may
    /// go on `, note: …`.
    pub(super) fn is_bare_member(&self, at: usize) -> bool {
        let end = self.bare_name_end(at);
        let colon = self.blanks_end(end, BLANKS);
        let is_name = end > at && (self.has_bare_names || NAMES.contains(&&self.text[at..end]));
        self.look(end).is_none() || is_name && self.look(colon).is_none_or(|byte| byte == b':')
    }

    /// True where an object begins at `at` whose first name is one of an article.
    pub(super) fn is_article(&self, at: usize) -> bool {
        let at = self.blanks_end(at + 1, BLANKS);
        if !self.is_member(at) {
            return self.is_bare_member(at);
        }
        let name = self.bytes[at + 1..].iter().take(NAME).take_while(|byte| !matches!(byte, b'"' | b'\'')).count();
        NAMES.iter().any(|known| known.as_bytes() == &self.bytes[at + 1..at + 1 + name])
    }

    /// Where a name without quotes ends that begins at `at`.
    pub(super) fn bare_name_end(&self, at: usize) -> usize {
        let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'$' | 0x80..);
        let length = self.bytes[at..].iter().take(NAME).take_while(|byte| is_part(byte)).count();
        self.count(length);
        let mut end = at + length;
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        end
    }

    /// True where commas and blanks lead from `at` to an object.
    pub(super) fn has_object_after(&self, mut at: usize) -> bool {
        loop {
            at = self.blanks_end(at, usize::MAX);
            match self.look(at) {
                Some(b',') => at += 1,
                next => return next == Some(b'{'),
            }
        }
    }

    pub(super) fn is_comment(&self, at: usize) -> bool {
        self.look(at) == Some(b'/') && matches!(self.look(at + 1), Some(b'/' | b'*'))
    }

    /// Where at most `most` blanks from `at` on end: white space, control characters, and the byte order mark that
    /// joined files have in their middle.
    pub(super) fn blanks_end(&self, mut at: usize, most: usize) -> usize {
        let end = at.saturating_add(most);
        while at < end {
            at += match self.look(at) {
                Some(0..=b' ' | 0x7f) => 1,
                Some(0xc2) if self.look(at + 1) == Some(0xa0) => 2,
                Some(0xef) if self.bytes[at..].starts_with("\u{feff}".as_bytes()) => 3,
                _ => break,
            };
        }
        at
    }
}
