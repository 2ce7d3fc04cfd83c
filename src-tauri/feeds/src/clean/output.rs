//! Reading and rewriting what ammonia wrote. Its serializer escapes `<` and `>` in text and in attributes and quotes
//! every value with `"`, so a `<` begins a tag and the next `>` ends it.

use super::CleanImage;
use super::anchors::is_own_fragment;
use crate::text::{decode_references, escape_attribute};
use std::borrow::Cow;

/// A stretch of cleaned HTML.
enum Piece<'h> {
    Text(&'h str),
    /// Everything between `<` and `>`.
    Tag(&'h str),
}

fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some(tag) = rest.strip_prefix('<') {
            let end = tag.find('>').unwrap_or(tag.len());
            rest = tag.get(end + 1..).unwrap_or("");
            return Some(Piece::Tag(&tag[..end]));
        }
        let end = rest.find('<').unwrap_or(rest.len());
        let text = &rest[..end];
        rest = &rest[end..];
        Some(Piece::Text(text))
    })
}

fn name(tag: &str) -> &str {
    tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or("")
}

/// Where the value of an attribute stands in a tag.
fn value_range(tag: &str, attribute: &str) -> Option<std::ops::Range<usize>> {
    let mut at = tag.find(' ')?;
    while let Some(open) = tag[at..].find("=\"") {
        let name = tag[at..at + open].trim();
        let from = at + open + 2;
        let to = from + tag[from..].find('"')?;
        if name == attribute {
            return Some(from..to);
        }
        at = to + 1;
    }
    None
}

fn value<'h>(tag: &'h str, attribute: &str) -> Option<Cow<'h, str>> {
    value_range(tag, attribute).map(|range| decode_references(&tag[range]))
}

/// The address of a link that leaves the article.
fn outside(tag: &str) -> Option<Cow<'_, str>> {
    value(tag, "href").filter(|href| !is_own_fragment(href))
}

/// The addresses of all links that leave the article and the images, in order of appearance.
pub(super) fn links_and_images(html: &str) -> (Vec<String>, Vec<CleanImage>) {
    let (mut links, mut images) = (vec![], vec![]);
    for piece in pieces(html) {
        let Piece::Tag(tag) = piece else { continue };
        if is_start(tag, "a") {
            links.extend(outside(tag).map(Cow::into_owned));
        } else if is_start(tag, "img")
            && let Some(url) = value(tag, "src")
        {
            let number = |side| value(tag, side).and_then(|v| v.parse().ok());
            let alt = value(tag, "alt").unwrap_or_default().into_owned();
            images.push(CleanImage { url: url.into_owned(), alt, width: number("width"), height: number("height") });
        }
    }
    (links, images)
}

fn is_start(tag: &str, wanted: &str) -> bool {
    !tag.starts_with('/') && name(tag) == wanted
}

/// Numbers the links from `first_link` on and gives images other addresses; an image without one goes.
pub(super) fn rewrite(html: &str, first_link: usize, image_src: impl Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(html.len());
    let mut link = first_link;
    for piece in pieces(html) {
        let tag = match piece {
            Piece::Text(text) => {
                out.push_str(text);
                continue;
            }
            Piece::Tag(tag) => tag,
        };
        if is_start(tag, "img") {
            let src = value(tag, "src").and_then(|url| image_src(&url));
            if let (Some(range), Some(src)) = (value_range(tag, "src"), src) {
                write_tag(tag, range, &src, &mut out);
            }
        } else if is_start(tag, "a")
            && outside(tag).is_some()
            && let Some(range) = value_range(tag, "href")
        {
            write_tag(tag, range, &format!("#link-{link}"), &mut out);
            link += 1;
        } else {
            out.push('<');
            out.push_str(tag);
            out.push('>');
        }
    }
    out
}

fn write_tag(tag: &str, range: std::ops::Range<usize>, value: &str, out: &mut String) {
    out.push('<');
    out.push_str(&tag[..range.start]);
    escape_attribute(value, out);
    out.push_str(&tag[range.end..]);
    out.push('>');
}

/// Plain text, paragraphs apart by an empty line, lines of `pre` and `br` kept.
pub(super) fn text(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut in_pre = 0usize;
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) if in_pre > 0 => out.push_str(&decode_references(text)),
            Piece::Text(text) => push_words(&decode_references(text), &mut out),
            Piece::Tag(tag) => {
                let is_end = tag.starts_with('/');
                match name(tag) {
                    "br" => out.push('\n'),
                    "td" | "th" if !is_end && !out.ends_with('\n') => out.push(' '),
                    "li" | "tr" | "dt" | "dd" | "summary" | "caption" => break_line(&mut out, 1),
                    "p" | "div" | "blockquote" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol" | "dl"
                    | "table" | "pre" | "figure" | "figcaption" | "section" | "article" | "aside" | "header"
                    | "footer" | "address" | "hr" | "details" => break_line(&mut out, 2),
                    _ => {}
                }
                if name(tag) == "pre" {
                    in_pre = if is_end { in_pre.saturating_sub(1) } else { in_pre + 1 };
                }
            }
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn push_words(text: &str, out: &mut String) {
    let mut gap = text.starts_with(|c: char| c.is_ascii_whitespace());
    for word in text.split_ascii_whitespace() {
        if gap && !out.is_empty() && !out.ends_with(['\n', ' ']) {
            out.push(' ');
        }
        out.push_str(word);
        gap = true;
    }
    if text.ends_with(|c: char| c.is_ascii_whitespace()) && !out.is_empty() && !out.ends_with(['\n', ' ']) {
        out.push(' ');
    }
}

fn break_line(out: &mut String, lines: usize) {
    out.truncate(out.trim_end_matches(' ').len());
    if out.is_empty() {
        return;
    }
    let have = out.len() - out.trim_end_matches('\n').len();
    for _ in have..lines {
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use crate::clean;

    #[test]
    fn the_window_gets_numbers_for_links_and_media_for_images() {
        let html = r#"<p><a href="https://a.example/?x=1&y=2">a</a> <img src="https://a.example/i.png" alt="a > b"> <a href="/c">c</a></p>"#;
        let cleaned = clean(html, Some("https://b.example/"));
        assert_eq!(cleaned.links, ["https://a.example/?x=1&y=2", "https://b.example/c"]);
        assert_eq!(cleaned.images[0].alt, "a > b");
        let shown = cleaned.for_window(|url| url.ends_with("i.png").then(|| "media://localhost/1".into()));
        let want = r##"<p><a href="#link-0">a</a> <img src="media://localhost/1" alt="a &gt; b"> <a href="#link-1">c</a></p>"##;
        assert_eq!(shown.as_str(), want);
        assert_eq!(cleaned.for_window(|_| None).as_str().matches("<img").count(), 0);
    }

    #[test]
    fn text_keeps_paragraphs_lines_and_preformatted_space() {
        let html = "<h1>Head</h1><p>one\n two <b>three</b></p><p>four<br>five</p><pre>a\n  b</pre><ul><li>x<li>y</ul>";
        assert_eq!(clean(html, None).text(), "Head\n\none two three\n\nfour\nfive\n\na\n  b\n\nx\ny");
    }
}
