//! What makes hostile pages cheap before a tree is built of them: no endless tags, no bottomless nesting, no pile of
//! formatting elements (the tree builder opens every unclosed one again in every paragraph).

use crate::caps;
use crate::clean::without_endless_tags;
use crate::text::find_ignoring_case;
use dom_query::Document;
use std::borrow::Cow;

/// False for what a server or its first bytes say is no page.
pub(super) fn is_page(page: &[u8], content_type: Option<&str>) -> bool {
    let kind = content_type.unwrap_or("").split(';').next().unwrap_or("").trim().to_ascii_lowercase();
    let says_other = ["image/", "video/", "audio/", "font/"].iter().any(|start| kind.starts_with(start))
        || matches!(kind.as_str(), "application/pdf" | "application/zip" | "application/json" | "text/css")
        || matches!(kind.as_str(), "application/rss+xml" | "application/atom+xml" | "application/rdf+xml")
        || kind == "application/feed+json";
    let is_binary = page.starts_with(b"%PDF-") || page.starts_with(b"PK\x03\x04") || crate::image_kind(page).is_some();
    !says_other && !is_binary && !begins_a_feed(page)
}

/// The first element is that of a feed. As a page it would be its addresses and tags in one line.
fn begins_a_feed(page: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&page[..page.len().min(4096)]);
    let mut rest = head.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    while let Some(end) = match rest {
        _ if rest.starts_with("<!--") => rest.find("-->").map(|at| at + 3),
        _ if rest.starts_with("<?") => rest.find("?>").map(|at| at + 2),
        _ => None,
    } {
        rest = rest[end..].trim_start();
    }
    let name = rest.strip_prefix('<').unwrap_or("");
    let name = &name[..name.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(name.len())];
    ["rss", "feed", "rdf:rdf"].iter().any(|root| name.eq_ignore_ascii_case(root))
}

/// The server's `Content-Type`, or one made of the encoding that the page names in its head.
pub(super) fn declared(page: &[u8], content_type: Option<&str>) -> Option<String> {
    if content_type.is_some_and(|kind| find_ignoring_case(kind, "charset").is_some()) {
        return content_type.map(str::to_owned);
    }
    let head = String::from_utf8_lossy(&page[..page.len().min(4096)]);
    let mut rest: &str = &head;
    while let Some(at) = find_ignoring_case(rest, "<meta") {
        let tag = &rest[at..];
        let tag = &tag[..tag.find('>').unwrap_or(tag.len())];
        if let Some(at) = find_ignoring_case(tag, "charset=") {
            let name = tag[at + 8..].trim_start_matches(['"', '\'', ' ']);
            let name = name.split(['"', '\'', ' ', ';', '/']).next().unwrap_or("");
            return Some(format!("text/html; charset={name}"));
        }
        rest = &rest[at + 5..];
    }
    content_type.map(str::to_owned)
}

/// The page with its nesting and its formatting bounded; `None` where it has too many elements or references.
pub(super) fn tame(html: &str) -> Option<Cow<'_, str>> {
    if html.bytes().filter(|byte| matches!(byte, b'&' | b'<')).count() > caps::PAGE_REFERENCES {
        return None;
    }
    let html = without_endless_tags(html);
    let measured = Scan::new(&html).run(None);
    if measured.elements > caps::PAGE_ELEMENTS {
        return None;
    }
    let is_calm = measured.depth <= caps::HTML_DEPTH && measured.piled * measured.elements <= MOST_PILED;
    if is_calm && measured.run <= LONGEST_RUN {
        return Some(html);
    }
    let mut out = String::with_capacity(html.len());
    Scan { drops_formatting: !is_calm, ..Scan::new(&html) }.run(Some(&mut out));
    Some(Cow::Owned(out))
}

/// Formatting elements without an end, times the elements of the page: so many would the tree builder make of them.
const MOST_PILED: usize = 200_000;

/// Bytes of text without a tag between: the serializer looks from every `&` to the next `<`.
const LONGEST_RUN: usize = 8 << 10;

/// Bytes between two `<wbr>` where a stretch is longer than that.
const PIECE: usize = 1 << 10;

/// The last check, on the tree itself: its nesting can be other than the tags promised.
pub(super) fn is_too_deep(document: &Document) -> bool {
    let mut node = document.root();
    let mut depth = 0usize;
    loop {
        if let Some(child) = node.first_child() {
            depth += 1;
            if depth > 4 * caps::HTML_DEPTH {
                return true;
            }
            node = child;
            continue;
        }
        loop {
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            match node.parent() {
                Some(parent) if depth > 0 => {
                    depth -= 1;
                    node = parent;
                }
                _ => return false,
            }
            if depth == 0 {
                return false;
            }
        }
    }
}

const FORMATTING: &[&str] =
    &["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Elements that end one of their own name.
const ENDS_ITS_LIKE: &[&str] =
    &["p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead", "a", "rt", "rp", "colgroup"];

#[derive(Default)]
struct Measured {
    elements: usize,
    depth: usize,
    piled: usize,
    /// The longest stretch of text without a tag.
    run: usize,
}

struct Scan<'h> {
    html: &'h str,
    at: usize,
    open: Vec<(&'h str, bool)>,
    /// True where the tags of formatting are not written.
    drops_formatting: bool,
}

impl<'h> Scan<'h> {
    fn new(html: &'h str) -> Self {
        Scan { html, at: 0, open: vec![], drops_formatting: false }
    }

    /// Walks the tags; with `out` it writes the page without the tags that are too deep and without formatting.
    fn run(mut self, mut out: Option<&mut String>) -> Measured {
        let mut measured = Measured::default();
        let (mut opened, mut closed) = (0usize, 0usize);
        let bytes = self.html.as_bytes();
        let mut run = 0;
        while let Some(found) = self.html[self.at..].find('<') {
            let start = self.at + found;
            run += found + 1;
            measured.run = measured.run.max(run);
            if let Some(out) = out.as_deref_mut() {
                run = push_run(&self.html[self.at..start], run, out);
            }
            let rest = &self.html[start..];
            let (end, writes) = match bytes.get(start + 1) {
                Some(b'!') if rest.starts_with("<!--") => {
                    (rest[4..].find("-->").map_or(self.html.len(), |at| start + 4 + at + 3), true)
                }
                Some(b'/') => {
                    let (name, end) = self.name(start + 2);
                    if FORMATTING.contains(&lower(name).as_ref()) {
                        closed += 1;
                        (end, !self.drops_formatting)
                    } else {
                        (end, self.close(name))
                    }
                }
                Some(letter) if letter.is_ascii_alphabetic() => {
                    let (name, end) = self.name(start + 1);
                    measured.elements += 1;
                    let lower = lower(name);
                    if FORMATTING.contains(&lower.as_ref()) {
                        opened += 1;
                        measured.piled = measured.piled.max(opened.saturating_sub(closed));
                        (end, !self.drops_formatting)
                    } else {
                        let writes = self.open(name, &lower);
                        measured.depth = measured.depth.max(self.open.len());
                        (self.past_raw_text(&lower, end), writes)
                    }
                }
                _ => (start + 1, true),
            };
            if end > start + 1 {
                run = 0;
            }
            if let Some(out) = out.as_deref_mut().filter(|_| writes) {
                out.push_str(&self.html[start..end]);
            }
            self.at = end;
        }
        measured.run = measured.run.max(run + self.html.len() - self.at);
        if let Some(out) = out {
            push_run(&self.html[self.at..], run, out);
        }
        measured
    }

    /// The name that begins at `from`, and where its tag ends.
    fn name(&self, from: usize) -> (&'h str, usize) {
        let bytes = self.html.as_bytes();
        let name = bytes[from..].iter().position(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/'));
        let name_end = name.map_or(bytes.len(), |length| from + length);
        let mut quote = None;
        for (at, byte) in bytes.iter().enumerate().skip(name_end) {
            match (quote, *byte) {
                (None, b'>') => return (&self.html[from..name_end], at + 1),
                (None, b'"' | b'\'') if bytes[at - 1] == b'=' => quote = Some(*byte),
                (Some(open), byte) if open == byte => quote = None,
                _ => {}
            }
        }
        (&self.html[from..name_end], bytes.len())
    }

    fn open(&mut self, name: &'h str, lower: &str) -> bool {
        if crate::tree::is_void(lower) || matches!(lower, "html" | "head" | "body" | "path" | "use") {
            return true;
        }
        if let Some((top, _)) = self.open.last()
            && (ENDS_ITS_LIKE.contains(&lower) && top.eq_ignore_ascii_case(name)
                || top.eq_ignore_ascii_case("p") && matches!(lower, "div" | "ul" | "table" | "section" | "h2" | "h3"))
        {
            self.open.pop();
        }
        let writes = self.open.len() < caps::HTML_DEPTH;
        if self.open.len() < 4 * caps::HTML_DEPTH {
            self.open.push((name, writes));
        }
        writes
    }

    fn close(&mut self, name: &str) -> bool {
        let Some(at) = self.open.iter().rposition(|(open, _)| open.eq_ignore_ascii_case(name)) else { return true };
        let writes = self.open[at].1;
        self.open.truncate(at);
        writes
    }

    /// Where the content of an element without markup in it ends.
    fn past_raw_text(&mut self, name: &str, end: usize) -> usize {
        if !matches!(name, "script" | "style" | "textarea" | "title" | "xmp" | "noembed" | "noframes" | "iframe") {
            return end;
        }
        self.open.pop();
        let mut at = end;
        while let Some(found) = self.html[at..].find("</") {
            let close = at + found;
            let tag = self.html.as_bytes().get(close + 2..close + 2 + name.len());
            if tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes())) {
                return self.html[close..].find('>').map_or(self.html.len(), |g| close + g + 1);
            }
            at = close + 2;
        }
        self.html.len()
    }
}

/// Writes text with a `<wbr>` wherever it has gone on for too long; returns how long it has gone on since.
fn push_run(text: &str, run: usize, out: &mut String) -> usize {
    let mut room = PIECE.saturating_sub(run.saturating_sub(text.len()));
    let mut rest = text;
    while rest.len() > room {
        let end = break_near(rest, room);
        out.push_str(&rest[..end]);
        out.push_str("<wbr>");
        rest = &rest[end..];
        room = PIECE;
    }
    out.push_str(rest);
    PIECE - room + rest.len()
}

/// The nearest place at or after `room` where a line may be broken without parting a word. A run that has none within
/// several pieces is no text, and is broken anywhere.
fn break_near(text: &str, room: usize) -> usize {
    let mut at = room;
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let is_gap = |(_, c): &(usize, char)| {
        c.is_whitespace()
            || matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{ff00}'..='\u{ffef}')
    };
    let mut ahead = text[at..].char_indices().take_while(|(offset, _)| *offset < 4 * PIECE);
    ahead.find(is_gap).map_or(at, |(offset, _)| at + offset)
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_RUN, tame};

    #[test]
    fn a_long_text_is_broken_between_words_and_keeps_formatting_elsewhere() {
        let log = "2026-03-12 08:15 gauge 1017 mm\n".repeat(LONGEST_RUN / 10);
        let page = format!("<p>Never call <code>read()</code> <b>twice</b>.</p><pre>{log}</pre>");
        let tamed = tame(&page).unwrap();
        assert!(tamed.starts_with("<p>Never call <code>read()</code> <b>twice</b>.</p>"), "{}", &tamed[..80]);
        assert!(tamed.matches("<wbr>").count() > 10);
        let is_between = |at: usize| tamed[at + 5..].starts_with(char::is_whitespace);
        assert!(tamed.match_indices("<wbr>").all(|(at, _)| is_between(at)));
        assert_eq!(tamed.replace("<wbr>", ""), page);
        // Scripts without blanks break between any two signs, a run of one letter where it has to.
        for run in ["桥不是摆设".repeat(LONGEST_RUN), "x".repeat(9 * LONGEST_RUN)] {
            let tamed = tame(&run).unwrap();
            assert!(tamed.split("<wbr>").all(|piece| piece.len() < LONGEST_RUN));
            assert_eq!(tamed.replace("<wbr>", ""), run);
        }
        // Formatting that is piled up still goes.
        assert!(!tame(&"<p><b>x</p>".repeat(2_000)).unwrap().contains("<b>"));
    }
}
