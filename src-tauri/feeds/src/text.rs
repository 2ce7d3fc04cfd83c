//! Character references and tags: from markup to plain text.

use html5ever::data::NAMED_ENTITIES;
use std::borrow::Cow;

/// Replaces `&name;`, `&#n;` and `&#xh;` once, by HTML's table. What is no reference stays as it is.
pub(crate) fn decode_references(text: &str) -> Cow<'_, str> {
    let Some(first) = text.find('&') else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    let mut rest = &text[first..];
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match reference(rest) {
            Some((end, decoded)) => {
                decoded.push_to(&mut out);
                rest = &rest[end..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What a reference stands for: one or two characters.
#[derive(Clone, Copy)]
pub(crate) struct Decoded(char, Option<char>);

impl Decoded {
    pub(crate) fn push_to(self, out: &mut String) {
        out.push(self.0);
        out.extend(self.1);
    }
}

/// The reference at the beginning of `text` (which starts with `&`), with its length.
fn reference(text: &str) -> Option<(usize, Decoded)> {
    let end = text.as_bytes().iter().take(40).position(|b| *b == b';')?;
    let decoded = decode_name(text.get(1..end)?)?;
    Some((end + 1, decoded))
}

/// Decodes what stands between `&` and `;`.
pub(crate) fn decode_name(name: &str) -> Option<Decoded> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) if hex.bytes().all(|b| b.is_ascii_hexdigit()) => u32::from_str_radix(hex, 16).ok()?,
            Some(_) => return None,
            None if number.bytes().all(|b| b.is_ascii_digit()) => number.parse().ok()?,
            None => return None,
        };
        return Some(Decoded(character(code), None));
    }
    match name {
        "amp" => return Some(Decoded('&', None)),
        "lt" => return Some(Decoded('<', None)),
        "gt" => return Some(Decoded('>', None)),
        "quot" => return Some(Decoded('"', None)),
        "apos" => return Some(Decoded('\'', None)),
        "nbsp" => return Some(Decoded('\u{a0}', None)),
        _ => {}
    }
    let (first, second) = *NAMED_ENTITIES.get(&format!("{name};"))?;
    let first = char::from_u32(first).filter(|c| *c != '\0')?;
    Some(Decoded(first, char::from_u32(second).filter(|c| *c != '\0')))
}

/// HTML's reading of a numeric reference: 128 to 159 mean windows-1252, and what is no character is the replacement.
fn character(code: u32) -> char {
    match code {
        0x80..=0x9f => {
            let byte = [u8::try_from(code).unwrap_or(b'?')];
            let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte);
            text.chars().next().unwrap_or('\u{fffd}')
        }
        0 => '\u{fffd}',
        _ => char::from_u32(code).unwrap_or('\u{fffd}'),
    }
}

/// True where a reference is one of the five that XML itself knows.
pub(crate) fn is_xml_reference(name: &str) -> bool {
    name.starts_with('#') || matches!(name, "amp" | "lt" | "gt" | "quot" | "apos")
}

/// Text of an HTML fragment on its way to a headline, name or summary: tags and the content of scripts gone, references
/// decoded once.
#[must_use]
pub fn plain(html: &str) -> String {
    let stripped = strip_tags(html);
    match decode_references(&stripped) {
        Cow::Borrowed(_) => stripped.into_owned(),
        Cow::Owned(decoded) => decoded,
    }
}

/// The longest name of a tag that is removed.
const LONGEST_NAME: usize = 10;

/// Whether a tag of this name, in lower case, is removed without leaving a gap, or parts words; `None` for what is no tag.
fn is_inline(name: &[u8]) -> Option<bool> {
    match name {
        b"a" | b"abbr" | b"acronym" | b"b" | b"bdi" | b"bdo" | b"big" | b"cite" | b"code" | b"del" | b"dfn" | b"em"
        | b"font" | b"i" | b"ins" | b"kbd" | b"mark" | b"nobr" | b"q" | b"s" | b"samp" | b"small" | b"span"
        | b"strike" | b"strong" | b"sub" | b"sup" | b"tt" | b"u" | b"var" | b"wbr" => Some(true),
        b"address" | b"article" | b"aside" | b"audio" | b"blockquote" | b"br" | b"button" | b"caption" | b"center"
        | b"dd" | b"details" | b"div" | b"dl" | b"dt" | b"embed" | b"figcaption" | b"figure" | b"footer" | b"form"
        | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"header" | b"hr" | b"iframe" | b"img" | b"input" | b"li"
        | b"link" | b"main" | b"meta" | b"nav" | b"object" | b"ol" | b"p" | b"param" | b"picture" | b"pre"
        | b"script" | b"section" | b"source" | b"style" | b"summary" | b"table" | b"tbody" | b"td" | b"tfoot"
        | b"th" | b"thead" | b"time" | b"tr" | b"ul" | b"video" | b"svg" | b"noscript" | b"label" | b"ruby" | b"rt"
        | b"rp" | b"html" | b"body" | b"head" | b"textarea" | b"select" => Some(false),
        _ => None,
    }
}

/// The text of an HTML fragment in paragraphs, without a parser: for what is too large to be cleaned.
pub(crate) fn paragraphs(html: &str) -> Vec<String> {
    let stripped = strip(html, "\n\n");
    let text = decode_references(&stripped);
    let paragraphs = text.split("\n\n").map(|p| p.split_whitespace().collect::<Vec<_>>().join(" "));
    paragraphs.filter(|p| !p.is_empty()).collect()
}

/// Removes HTML's tags and comments; what only looks like a tag (`a < b`, `Vec<T>`) stays.
fn strip_tags(html: &str) -> Cow<'_, str> {
    strip(html, " ")
}

fn strip<'h>(html: &'h str, parting: &str) -> Cow<'h, str> {
    if !html.contains('<') {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    // Tags that never end are looked for only so often: each look may go far.
    let mut failed = 0;
    // So is the end of a comment: behind this place there is none.
    let last_comment = html.rfind("-->").map_or(0, |at| at + 3);
    while let Some(at) = rest.find('<') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let is_endless = rest.starts_with("<!--") && html.len() - rest.len() + 7 > last_comment;
        let limit = if failed < 256 { 16 << 10 } else { 64 };
        match if is_endless { None } else { tag(rest, limit) } {
            Some((end, gap)) => {
                if gap {
                    out.push_str(parting);
                }
                rest = &rest[end..];
            }
            None => {
                failed += 1;
                if failed == 1 && !rest.contains('>') {
                    break;
                }
                out.push('<');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Length of the HTML tag or comment at the start of `text`, and whether it parts words.
fn tag(text: &str, limit: usize) -> Option<(usize, bool)> {
    if let Some(comment) = text.strip_prefix("<!--") {
        return comment.find("-->").map(|end| (end + 7, false));
    }
    if text.starts_with("<![CDATA[") {
        return Some((9, false));
    }
    let inner = text[1..].strip_prefix('/').unwrap_or(&text[1..]);
    let (name, is_inline) = tag_name(inner)?;
    let end = tag_end(text, limit)?;
    let is_style = name.eq_ignore_ascii_case("style");
    if (is_style || name.eq_ignore_ascii_case("script")) && !text.starts_with("</") {
        let close = if is_style { "</style" } else { "</script" };
        let body = &text[end..];
        let skipped = find_ignoring_case(body, close)
            .map_or(body.len(), |at| at + body[at..].find('>').map_or(body.len() - at, |g| g + 1));
        return Some((end + skipped, true));
    }
    Some((end, !is_inline))
}

/// The name of the HTML tag whose inside begins here, and whether it leaves no gap; `None` for what is no tag.
fn tag_name(inner: &str) -> Option<(&str, bool)> {
    let name_end = inner.bytes().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(inner.len());
    let mut name = [0; LONGEST_NAME];
    let name = name.get_mut(..name_end)?;
    name.copy_from_slice(&inner.as_bytes()[..name_end]);
    name.make_ascii_lowercase();
    let ends = matches!(inner.as_bytes().get(name_end), Some(b'>' | b'/' | b' ' | b'\n' | b'\r' | b'\t'));
    is_inline(name).filter(|_| ends).map(|is_inline| (&inner[..name_end], is_inline))
}

/// True where a text holds a tag or a comment of HTML, and not only what looks like one (`x<y`).
pub(crate) fn has_tag(text: &str) -> bool {
    memchr::memchr_iter(b'<', text.as_bytes()).any(|at| {
        let inner = &text[at + 1..];
        inner.starts_with("!--")
            || inner.starts_with("![CDATA[")
            || tag_name(inner.strip_prefix('/').unwrap_or(inner)).is_some()
    })
}

/// Where the tag at the start of `text` ends, quotes respected; an unclosed quote ends at the first `>`.
fn tag_end(text: &str, limit: usize) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
        if at > limit {
            break;
        }
    }
    text.bytes().take(limit).position(|b| b == b'>').map(|at| at + 1)
}

/// Finds an ASCII needle in lower case, whatever the case of the text.
pub(crate) fn find_ignoring_case(text: &str, needle: &str) -> Option<usize> {
    let (text, needle) = (text.as_bytes(), needle.as_bytes());
    let Some(first) = needle.first() else { return Some(0) };
    // Bodies are looked through for tags: to compare at every byte would take longer than to read the whole feed.
    memchr::memchr2_iter(*first, first.to_ascii_uppercase(), text)
        .find(|at| text.get(*at..*at + needle.len()).is_some_and(|found| found.eq_ignore_ascii_case(needle)))
}

/// Writes text into markup.
pub(crate) fn escape_text(text: &str, out: &mut String) {
    escape(text, false, out);
}

/// Writes an attribute's value into markup, between double quotes.
pub(crate) fn escape_attribute(text: &str, out: &mut String) {
    escape(text, true, out);
}

fn escape(text: &str, in_attribute: bool, out: &mut String) {
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let reference = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' if in_attribute => "&quot;",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push_str(reference);
        from = at + 1;
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::{decode_references, plain};

    #[test]
    fn references_are_decoded_once_and_what_is_none_stays() {
        let check = |raw: &str, want: &str| assert_eq!(decode_references(raw), want);
        check("AT&T &amp;amp; R&D; &eacute;&#233;&#xE9; &#151; &nosuch;", "AT&T &amp; R&D; ééé — &nosuch;");
        check("&#0; &#x110000; &#xzz; &; &", "\u{fffd} \u{fffd} &#xzz; &; &");
        check("&NotEqualTilde;", "≂\u{338}");
    }

    /// Looking for the end of each through all the rest would take hours.
    #[test]
    fn comments_that_never_end_are_text_and_are_not_looked_through_each() {
        let endless = "<!-- ".repeat(400_000) + "words>";
        assert_eq!(plain(&endless), endless);
        let ended = "<!-- a -->b".repeat(1_000) + "<!-- c";
        assert_eq!(plain(&ended), "b".repeat(1_000) + "<!-- c");
    }

    #[test]
    fn a_headline_loses_markup_and_keeps_what_only_looks_like_it() {
        let check =
            |raw: &str, want: &str| assert_eq!(plain(raw).split_whitespace().collect::<Vec<_>>().join(" "), want);
        check("<b>Bold</b>ly <i class=\"a>b\">go</i>", "Boldly go");
        check("one<br/>two<p>three", "one two three");
        check("a < b and Vec<T> & <blink>", "a < b and Vec<T> & <blink>");
        check("x<script>alert('<p>')</script>y<!-- z -->", "x y");
        check("cut <b", "cut <b");
    }
}
