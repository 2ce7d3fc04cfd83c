//! Titles, summaries and bodies: which element wins, and what its text means.

use crate::address::resolve;
use crate::caps;
use crate::clean::shown_source;
use crate::names::Ns;
use crate::text::{decode_references, escape_text, find_ignoring_case, has_tag, plain};
use crate::tree::Element;
use std::borrow::Cow;
use stoppress_model::{Direction, PlainText};

/// The best full content and the best summary met so far, each with the rank of its element.
#[derive(Default)]
pub(crate) struct Body {
    content: Option<(u8, String)>,
    summary: Option<(u8, String)>,
    base: Option<String>,
}

impl Body {
    /// Takes an element if it is a body or a summary.
    pub(crate) fn take(&mut self, field: &Element) {
        let (is_content, rank) = match (field.ns, &*field.name) {
            (Ns::Content, "encoded") => (true, 9),
            (Ns::Core | Ns::Atom, "content") => (true, 8),
            (Ns::Xhtml, "body") | (Ns::Core, "body" | "fullitem" | "fulltext") => (true, 7),
            (Ns::Xhtml, "div") => (true, 6),
            (Ns::Core | Ns::Atom, "summary") => (false, 8),
            (Ns::Core | Ns::Atom, "description") => (false, 9),
            (Ns::Core, "abstract" | "tagline") | (Ns::DcTerms, "abstract") => (false, 5),
            (Ns::Dc, "description") => (false, 6),
            (Ns::Media, "description" | "text") => (false, 4),
            (Ns::Itunes, "summary") => (false, 3),
            (Ns::Itunes, "subtitle") => (false, 2),
            _ => return,
        };
        let known = if is_content { &self.content } else { &self.summary };
        if known.as_ref().is_some_and(|(known, _)| *known >= rank) {
            return;
        }
        let html = html_of(field);
        if html.trim().is_empty() {
            return;
        }
        if is_content || self.content.is_none() {
            self.base = field.base.as_deref().map(str::to_owned);
        }
        let place = if is_content { &mut self.content } else { &mut self.summary };
        *place = Some((rank, html.into_owned()));
    }

    /// The HTML of the article, its summary in plain text, and the base of the HTML.
    pub(crate) fn finish(self) -> (String, Option<PlainText>, Option<String>) {
        let summary = self.summary.map(|(_, html)| html);
        let text = summary.as_deref().map(summary_text).filter(|s| !s.is_empty());
        let html = self.content.map(|(_, html)| html).or(summary).unwrap_or_default();
        (html, text, self.base)
    }
}

/// A summary in plain text, of no more of the HTML than can matter.
pub(crate) fn summary_text(html: &str) -> PlainText {
    PlainText::new(&plain(head(html, caps::SUMMARY_BYTES * 4)), caps::SUMMARY_BYTES)
}

/// The content of an element as HTML, by Atom's `type` and `mode`; RSS has neither and means HTML.
fn html_of<'e>(field: &'e Element) -> Cow<'e, str> {
    let mode = field.attribute("mode").unwrap_or("");
    let kind = field.attribute("type").unwrap_or("").to_ascii_lowercase();
    if mode.eq_ignore_ascii_case("base64") || (field.is_core() && is_binary(&kind)) {
        return decode_base64(&field.text()).map_or(Cow::Borrowed(""), Cow::Owned);
    }
    let has_markup = field.elements().next().is_some();
    match kind.as_str() {
        _ if has_markup && kind.contains("xhtml") => Cow::Owned(field.markup()),
        // Text that is text: only Atom can say so. Many say so of HTML, which its tags give away.
        "text" | "text/plain" if !has_markup && !looks_like_html(&field.text()) => {
            let mut html = String::new();
            escape_text(&field.text(), &mut html);
            Cow::Owned(html.replace("\n\n", "<br><br>"))
        }
        // Media RSS means text where it does not say otherwise; many write HTML all the same.
        "" | "plain" if field.ns == Ns::Media && !has_markup && !has_tag(&field.text()) => {
            Cow::Owned(paragraphs(&field.text()))
        }
        _ if !has_markup && field.text().contains('<') && !has_tag(&field.text()) => {
            Cow::Owned(field.text().replace('<', "&lt;"))
        }
        _ => field.inner_html(),
    }
}

/// Plain text as HTML: blank lines part paragraphs.
pub(crate) fn paragraphs(text: &str) -> String {
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

fn is_binary(kind: &str) -> bool {
    kind.contains('/') && !kind.starts_with("text/") && !kind.contains("html") && !kind.ends_with("xml")
}

fn looks_like_html(text: &str) -> bool {
    ["<p", "<br", "<div", "<a ", "<img", "</", "<ul", "<h1", "<h2"]
        .iter()
        .any(|tag| find_ignoring_case(text, tag).is_some())
}

/// The text of an Atom text construct or an RSS title, tags removed.
pub(crate) fn text_construct(field: &Element) -> String {
    let mode = field.attribute("mode").unwrap_or("");
    if mode.eq_ignore_ascii_case("base64") || field.attribute("type") == Some("application/octet-stream") {
        return decode_base64(&field.text()).map(|html| plain(&html)).unwrap_or_default();
    }
    let text = field.text();
    // `Use <b> sparingly` is text where the feed says so; whoever writes HTML closes what is opened.
    if field.attribute("type") == Some("text") && !text.contains("</") {
        return decode_references(&text).into_owned();
    }
    plain(&text)
}

/// A headline: the title, else the first words of the body.
pub(crate) fn headline(title: &str, html: &str) -> PlainText {
    let line = PlainText::new(title, caps::TITLE_BYTES);
    if !line.is_empty() {
        return line;
    }
    let text = PlainText::new(&plain(head(html, 16 << 10)), 4 << 10);
    let text = text.as_str();
    if text.chars().count() <= 90 {
        return PlainText::new(text, caps::TITLE_BYTES);
    }
    let cut: String = text.chars().take(90).collect();
    let words = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    PlainText::new(&format!("{words}…"), caps::TITLE_BYTES)
}

/// At most `cap` bytes of a text, cut between characters.
#[must_use]
pub fn head(text: &str, cap: usize) -> &str {
    if text.len() <= cap {
        return text;
    }
    let mut end = cap;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The first image of a body that is not declared to be small (emoticons, counters).
pub(crate) fn first_image(html: &str, base: Option<&str>) -> Option<String> {
    let mut rest = html;
    for _ in 0..16 {
        let at = find_ignoring_case(head(rest, 64 << 10), "<img")?;
        let tag = &rest[at + 4..];
        let end = tag.find('>')?;
        let value = |name: &str| -> Option<String> {
            let attributes = &tag[..end];
            let from = find_ignoring_case(attributes, &format!(" {name}="))? + name.len() + 2;
            let value = attributes[from..].trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let text = match quote {
                Some(quote) => value[1..].split(quote).next()?,
                None => value.split_whitespace().next()?,
            };
            Some(plain(text))
        };
        let is_small = ["width", "height"]
            .iter()
            .filter_map(|side| value(side)?.trim_end_matches("px").parse::<u32>().ok())
            .any(|pixels| pixels < 200);
        // The same choice as the cleaner's, so that the lead image is known again in the text.
        let src = if is_small { None } else { shown_source(value, |address| resolve(address, base), None) };
        if src.is_some() {
            return src;
        }
        rest = &tag[end..];
    }
    None
}

/// Direction of a text by its first strong letter, else by the language.
#[must_use]
pub fn direction(title: &str, language: Option<&str>) -> Option<Direction> {
    for c in title.chars() {
        match c {
            '\u{590}'..='\u{8ff}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{feff}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}' => {
                return Some(Direction::Rtl);
            }
            c if c.is_alphabetic() => return Some(Direction::Ltr),
            _ => {}
        }
    }
    let language = language?.split(['-', '_']).next()?.to_ascii_lowercase();
    let is_rtl =
        matches!(language.as_str(), "ar" | "he" | "iw" | "fa" | "ur" | "yi" | "ps" | "sd" | "ug" | "dv" | "ckb");
    Some(if is_rtl { Direction::Rtl } else { Direction::Ltr })
}

/// Base64 of text, as Atom 0.3 could carry; `None` where it is none.
fn decode_base64(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0u32, 0);
    for byte in text.bytes().filter(|b| !b.is_ascii_whitespace() && *b != b'=') {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        bits = (bits << 6 | u32::from(value)) & 0xff_ffff;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap_or(0));
        }
    }
    String::from_utf8(bytes).ok()
}
