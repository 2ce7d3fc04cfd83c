use serde::{Deserialize, Serialize};
use std::fmt;
use ts_rs::TS;

/// One line of text that is never HTML: a headline, a name, a category.
///
/// Whoever makes one has already decoded entities and removed tags (that is `feeds`' work); the type itself removes
/// what could still lie to the eye: control characters, bidi overrides and isolates, zero-width fillers and runs of
/// white space.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(type = "string")]
pub struct PlainText(String);

impl PlainText {
    /// Cleans `text` and keeps at most `cap` bytes of it, cut between characters.
    #[must_use]
    pub fn new(text: &str, cap: usize) -> Self {
        if text.len() <= cap && is_clean(text) {
            return PlainText(text.to_owned());
        }
        let mut line = String::with_capacity(text.len().min(cap));
        let mut gap = false;
        for c in text.chars() {
            if c.is_whitespace() {
                gap = !line.is_empty();
                continue;
            }
            if is_deceptive(c) {
                continue;
            }
            if line.len() + usize::from(gap) + c.len_utf8() > cap {
                break;
            }
            if gap {
                line.push(' ');
                gap = false;
            }
            line.push(c);
        }
        PlainText(line)
    }

    /// The line itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True where nothing was left of the text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for PlainText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// True for a line of plain letters that is as it should be, which most are: to see that takes less than to build it anew.
fn is_clean(text: &str) -> bool {
    let is_printed = |byte: &u8| (b' '..=b'~').contains(byte);
    text.as_bytes().iter().all(is_printed) && !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ")
}

/// ZWNJ and ZWJ stay: Persian, Hindi and emoji need them.
fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{2060}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        )
        || ('\u{202a}'..='\u{202e}').contains(&c)
        || ('\u{2066}'..='\u{2069}').contains(&c)
        || ('\u{e0000}'..='\u{e007f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::PlainText;

    #[test]
    fn text_is_one_line_without_control_or_bidi_characters() {
        let check = |raw: &str, want: &str| assert_eq!(PlainText::new(raw, 1024).as_str(), want);
        check("  a\r\n\tb  ", "a b");
        for (raw, line) in [("a b", "a b"), (" a b", "a b"), ("a b ", "a b"), ("a  b", "a b"), ("", ""), (" ", "")] {
            check(raw, line);
        }
        check("a\u{0}b\u{202e}c\u{2066}d", "abcd");
        check("می\u{200c}روم", "می\u{200c}روم");
    }

    #[test]
    fn a_cap_never_splits_a_character() {
        for cap in 0..12 {
            let text = PlainText::new("été à 北京", cap);
            assert!(text.as_str().len() <= cap);
        }
        assert_eq!(PlainText::new("été", 4).as_str(), "ét");
    }
}
