//! What a tag's attributes say about how it looks: hidden, one pixel small, so many pixels wide.

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::Tag;

/// The value of an attribute.
pub(super) fn attribute(tag: &Tag, name: &str) -> Option<StrTendril> {
    tag.attrs.iter().find(|a| &*a.name.local == name).map(|a| a.value.clone())
}

pub(super) fn is_hidden(tag: &Tag) -> bool {
    attribute(tag, "hidden").is_some()
        || attribute(tag, "style").is_some_and(|style| {
            let style: String = style.to_ascii_lowercase().split_whitespace().collect();
            // Lazy loading makes images visible only when they have come.
            style.contains("display:none")
                || style.contains("mso-hide:all")
                || (style.contains("visibility:hidden") && &*tag.name != "img")
        })
}

/// What of an element's own text only decorates: the sign beside a heading that links to it, the name of an icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mute {
    Nothing,
    /// Text without letters and digits; `aria-hidden` also stands on letters that are read out another way.
    Signs,
    Everything,
}

impl Mute {
    pub(super) fn of(tag: &Tag, name: &str) -> Self {
        if !matches!(name, "a" | "span" | "i" | "b" | "em" | "small" | "sup") {
            return Mute::Nothing;
        }
        let class = attribute(tag, "class").map(|class| class.to_ascii_lowercase()).unwrap_or_default();
        let has = |words: &[&str]| words.iter().any(|word| class.contains(word));
        let is_decoration = attribute(tag, "aria-hidden").is_some_and(|v| v.eq_ignore_ascii_case("true"));
        if name == "a" && has(&["headerlink", "header-anchor", "heading-anchor", "headinglink", "anchorjs-link"]) {
            return Mute::Everything;
        }
        match name {
            _ if !is_decoration || has(&["katex", "mjx", "math"]) => Mute::Nothing,
            "a" if has(&["anchor", "permalink"]) => Mute::Everything,
            "i" | "span" if has(&["icon", "material-symbols", "line-num", "lineno"]) => Mute::Everything,
            _ => Mute::Signs,
        }
    }

    pub(super) fn covers(self, text: &str) -> bool {
        match self {
            Mute::Nothing => false,
            Mute::Signs => !text.trim().is_empty() && !text.contains(char::is_alphanumeric),
            Mute::Everything => true,
        }
    }
}

/// Images of at most 2 × 2 pixels count readers and show nothing.
pub(super) fn is_pixel(tag: &Tag) -> bool {
    let side = |name: &str| {
        attribute(tag, name).and_then(|value| pixels(&value)).or_else(|| style_pixels(&attribute(tag, "style")?, name))
    };
    match (side("width"), side("height")) {
        (Some(0), _) | (_, Some(0)) => true,
        (Some(width), Some(height)) => width <= 2 && height <= 2,
        (Some(only), None) | (None, Some(only)) => only == 1,
        (None, None) => false,
    }
}

fn style_pixels(style: &str, side: &str) -> Option<u32> {
    style.split(';').find_map(|rule| {
        let (name, value) = rule.split_once(':')?;
        let value = value.trim();
        (name.trim().eq_ignore_ascii_case(side) && (value.ends_with("px") || value == "0")).then(|| pixels(value))?
    })
}

/// A length in pixels; percentages are none.
pub(super) fn pixels(value: &str) -> Option<u32> {
    let value = value.trim();
    if value.ends_with('%') {
        return None;
    }
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    value[..digits].parse().ok()
}
