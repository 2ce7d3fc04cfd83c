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
            style.contains("display:none")
        })
}

/// Images of at most 2 × 2 pixels count readers and show nothing.
pub(super) fn is_pixel(tag: &Tag) -> bool {
    let side = |name: &str| {
        attribute(tag, name).and_then(|value| pixels(&value)).or_else(|| style_pixels(&attribute(tag, "style")?, name))
    };
    match (side("width"), side("height")) {
        (Some(0), _) | (_, Some(0)) => true,
        (Some(width), Some(height)) => width <= 2 && height <= 2,
        _ => false,
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
