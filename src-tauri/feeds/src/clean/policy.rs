//! The allow-list: what is not named here does not pass.

use super::{anchors, code, links};
use crate::caps;
use ammonia::{Builder, UrlRelative};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Elements that may stay.
pub(super) const TAGS: &[&str] = &[
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Elements that go with everything in them.
pub(super) const DROPPED: &[&str] = &[
    "script",
    "style",
    "title",
    "textarea",
    "noscript",
    "template",
    "svg",
    "math",
    "iframe",
    "object",
    "embed",
    "noembed",
    "noframes",
    "xmp",
    "plaintext",
    "select",
    "form",
    "audio",
    "video",
    "applet",
    "frameset",
    "dialog",
    "canvas",
    "button",
    "datalist",
    "map",
];

/// Attributes any element may have.
pub(super) const GENERIC: &[&str] = &["lang", "dir", "title", "id"];

/// The class of the paragraph that stands for a player or an embedded page.
pub(super) const CARD: &str = "card";

/// Attributes of single elements.
pub(super) const ATTRIBUTES: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("img", &["src", "alt", "width", "height"]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan"]),
    ("time", &["datetime"]),
    ("ol", &["start", "reversed", "type"]),
    ("li", &["value"]),
    ("p", &["class"]),
    ("pre", &["class"]),
    ("code", &["class"]),
];

static POLICY: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(TAGS.iter().copied().collect())
        .clean_content_tags(DROPPED.iter().copied().collect())
        .tag_attributes(ATTRIBUTES.iter().map(|(tag, names)| (*tag, names.iter().copied().collect())).collect())
        .tag_attribute_values(HashMap::new())
        .set_tag_attribute_values(HashMap::new())
        .generic_attributes(GENERIC.iter().copied().collect())
        .generic_attribute_prefixes(HashSet::new())
        .allowed_classes(HashMap::new())
        .url_schemes(["http", "https", "mailto"].into_iter().collect())
        // A link within the article is the only relative address: `allowed_value` sees to it.
        .url_relative(UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true)
        .attribute_filter(allowed_value);
    builder
});

/// Runs the allow-list.
pub(super) fn apply(html: &str) -> String {
    POLICY.clean(html).to_string()
}

/// Values that may stay; the names were checked before.
fn allowed_value<'v>(element: &str, attribute: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let keep = match (element, attribute) {
        ("a", "href") => anchors::is_own_fragment(value) || links::is_allowed(value, true),
        ("img", "src") => links::is_allowed(value, false),
        ("img", "width" | "height") => value.parse::<u32>().is_ok_and(|pixels| (1..=20_000).contains(&pixels)),
        ("td" | "th", "colspan" | "rowspan") => {
            let span = value.trim().parse::<u32>().ok().filter(|span| *span > 0)?;
            return Some(Cow::Owned(span.min(caps::CELL_SPAN).to_string()));
        }
        ("ol", "start") | ("li", "value") => is_number(value),
        ("ol", "type") => matches!(value, "1" | "a" | "A" | "i" | "I"),
        ("ol", "reversed") => value.is_empty(),
        (_, "id") => anchors::is_own_id(value),
        ("p", "class") => value == CARD,
        (_, "class") => code::is_own_class(value),
        (_, "dir") => matches!(value, "ltr" | "rtl" | "auto"),
        (_, "lang") => value.len() <= 35 && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'),
        _ => value.len() <= caps::URL_BYTES,
    };
    keep.then_some(Cow::Borrowed(value))
}

/// The number of an item: an integer of at most six digits.
pub(super) fn is_number(value: &str) -> bool {
    let digits = value.strip_prefix('-').unwrap_or(value);
    (1..=6).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::apply;

    /// The walk before the allow-list drops most of these already: here the allow-list stands alone.
    #[test]
    fn the_allow_list_needs_no_help() {
        let check = |html: &str, want: &str| assert_eq!(apply(html), want, "{html}");
        check("<script>x</script><svg><a>y</a></svg><iframe src=x>z</iframe><form>f</form>", "");
        check("<p onclick=x style=y class=z id=i data-a=b>t</p>", "<p>t</p>");
        check("<a href='javascript:x' target=_blank>a</a><a href='/rel'>b</a>", "<a>a</a><a>b</a>");
        check(
            "<a href='https://u:p@a.example/'>a</a><a href='https://a.example/'>b</a>",
            "<a>a</a><a href=\"https://a.example/\">b</a>",
        );
        check("<img src='mailto:x' alt=a><img src='data:image/png,x'>", "<img alt=\"a\"><img>");
        check(
            "<img src='https://a.example/i' srcset=x width=0 height=9>",
            "<img src=\"https://a.example/i\" height=\"9\">",
        );
        check(
            "<a href='#sp-1' id=sp-2>a</a><a href='#sp-x'>b</a><a href='#x' id=x>c</a><img src='#sp-1'>",
            "<a href=\"#sp-1\" id=\"sp-2\">a</a><a>b</a><a>c</a><img>",
        );
        check(
            "<p class=card>a</p><p class='card x'>b</p><code class=language-c>c</code><pre class=x>d</pre><b class=card>e</b>",
            "<p class=\"card\">a</p><p>b</p><code class=\"language-c\">c</code><pre>d</pre><b>e</b>",
        );
        check(
            "<ol start=5 type=a reversed><li value=-7>a</ol><ol start=1e3 type=x reversed=y><li value=1234567>b</ol><ul type=a>",
            "<ol start=\"5\" type=\"a\" reversed=\"\"><li value=\"-7\">a</li></ol><ol><li>b</li></ol><ul></ul>",
        );
        check("<p dir=x lang='a b'>t</p><bdo dir=rtl>u</bdo><!-- c -->", "<p>t</p><bdo dir=\"rtl\">u</bdo>");
        check("<meta http-equiv=refresh content=0><base href=//x><link rel=preconnect href=//x>", "");
    }
}
