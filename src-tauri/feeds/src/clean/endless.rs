//! Tags with more in them than any tag needs: two parts of html5ever take time quadratic in it.

use std::borrow::Cow;

/// White space, slashes and quotes that one tag may have: the tokenizer compares every attribute with every other.
const MOST_SEPARATORS: usize = 2_000;
/// Ampersands that one tag may have: the serializer looks from each of them to the end of the value.
const MOST_REFERENCES: usize = 500;

/// What a tag keeps of its attributes: so many, each of so many bytes.
const KEPT: usize = 64;
const KEPT_BYTES: usize = 1 << 10;
/// So far the end of such a tag is looked for.
const LONGEST: usize = 256 << 10;

/// Takes attributes from tags that have too many, or too much in them (pages keep whole documents of JSON there): the
/// first short ones stay. What only looks like the start of such a tag becomes text.
pub(crate) fn without_endless_tags(html: &str) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let mut out = String::new();
    let (mut at, mut from) = (0, 0);
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        let mut end = html[open..].find('>').map_or(html.len(), |found| open + found);
        if is_endless(&bytes[open..end]) {
            out.push_str(&html[from..open]);
            match shortened(&html[open..]) {
                Some((tag, length)) => {
                    out.push_str(&tag);
                    end = open + length;
                }
                None => out.push_str(&html[open..end].replace('<', "&lt;")),
            }
            from = end;
        }
        at = end;
    }
    if from == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[from..]);
    Cow::Owned(out)
}

/// The tag at the start of `html` with few attributes and without its `>`, and how long it was; `None` where it is no tag.
fn shortened(html: &str) -> Option<(String, usize)> {
    let bytes = &html.as_bytes()[..html.len().min(LONGEST)];
    let skip = |at: usize, end: fn(u8) -> bool| Some(at + bytes.get(at..)?.iter().position(|b| end(*b))?);
    let mut at = skip(1, |b| !(b.is_ascii_alphanumeric() || b == b'-'))?;
    if !bytes[1].is_ascii_alphabetic() {
        return None;
    }
    let mut tag = html[..at].to_owned();
    let mut kept = 0;
    loop {
        let start = skip(at, |b| !(b.is_ascii_whitespace() || b == b'/'))?;
        if bytes[start] == b'>' {
            return Some((tag, start));
        }
        // A stray `=` or quote begins a name, as in HTML.
        at = skip(start + 1, |b| b.is_ascii_whitespace() || matches!(b, b'=' | b'/' | b'>'))?;
        if bytes[at] == b'=' {
            let value = skip(at + 1, |b| !b.is_ascii_whitespace())?;
            at = match bytes[value] {
                b'"' => skip(value + 1, |b| b == b'"')? + 1,
                b'\'' => skip(value + 1, |b| b == b'\'')? + 1,
                _ => skip(value, |b| b.is_ascii_whitespace() || b == b'>')?,
            };
        }
        if kept < KEPT && at - start <= KEPT_BYTES {
            kept += 1;
            tag.push(' ');
            tag.push_str(html.get(start..at)?);
        }
    }
}

fn is_endless(tag: &[u8]) -> bool {
    let (mut separators, mut references) = (0, 0);
    tag.len() > MOST_REFERENCES
        && tag.iter().any(|byte| {
            match byte {
                b'/' | b'"' | b'\'' => separators += 1,
                b'&' => references += 1,
                byte if byte.is_ascii_whitespace() => separators += 1,
                _ => {}
            }
            separators >= MOST_SEPARATORS || references >= MOST_REFERENCES
        })
}

#[cfg(test)]
mod tests {
    use super::without_endless_tags;

    #[test]
    fn a_tag_loses_its_attributes_where_they_are_too_many() {
        let check = |html: &str, want: &str| assert_eq!(without_endless_tags(html), want);
        let json = "&quot;a&quot;:1,".repeat(300);
        check(&format!("<p>1</p><my-app data-props='{json}'>2</my-app>"), "<p>1</p><my-app>2</my-app>");
        check(&format!("<div class=\"a b\" data-x='{json}>' id = c/>2"), "<div class=\"a b\" id = c>2");
        check(&format!("<p {}>3</p>", "a=1 ".repeat(2_000)), &format!("<p{}>3</p>", " a=1".repeat(64)));
        check("<p title='&amp;'>4</p>", "<p title='&amp;'>4</p>");
    }

    #[test]
    fn a_tag_cut_anywhere_is_survived() {
        let whole = format!("<p é=\"ü\" x='{}' ü>y", "&".repeat(1_100));
        for end in (0..=whole.len()).filter(|end| whole.is_char_boundary(*end)) {
            assert!(without_endless_tags(&whole[..end]).len() <= end + 3);
        }
        assert_eq!(without_endless_tags(&whole), "<p é=\"ü\" ü>y");
    }

    #[test]
    fn what_never_ends_becomes_text() {
        let open = "<a ".repeat(2_000);
        assert_eq!(without_endless_tags(&format!("<p>{open}")), format!("<p>{}", "&lt;a ".repeat(2_000)));
        let text = "< ".repeat(2_000);
        assert_eq!(without_endless_tags(&format!("{text}>x")), format!("{}>x", "&lt; ".repeat(2_000)));
    }
}
