//! What stands behind a place in a document: where a tag ends, and whether an element does.

/// Where the tag at the start of `tag` ends or another begins, quotes respected.
pub(crate) fn tag_stop(tag: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        at += tag.get(at..)?.iter().position(|b| matches!(b, b'<' | b'>' | b'"' | b'\''))?;
        if matches!(tag[at], b'<' | b'>') {
            return Some(at);
        }
        at += memchr::memchr(tag[at], tag.get(at + 1..)?)? + 2;
    }
}

/// Whether the end tag of an element named `own` stands before its parent `outer` ends or another of that name begins,
/// `depth` elements named `own` being open one in the other; and how many bytes were looked at.
pub(crate) fn has_end(bytes: &[u8], own: &str, outer: &str, mut depth: usize) -> (bool, usize) {
    let mut from = 0;
    while let Some(next) = memchr::memchr(b'<', &bytes[from..]) {
        let tag = from + next;
        let rest = &bytes[tag..];
        from = tag + 1;
        if rest.starts_with(b"<![CDATA[") {
            let Some(close) = memchr::memmem::find(rest, b"]]>") else { return (false, bytes.len()) };
            from = tag + close;
        } else if begins(rest, b"</", outer) || begins(rest, b"<", outer) {
            break;
        } else if begins(rest, b"</", own) {
            depth -= 1;
            if depth == 0 {
                return (true, from);
            }
        } else if begins(rest, b"<", own) {
            let close = memchr::memchr(b'>', rest).unwrap_or(rest.len());
            depth += usize::from(rest.get(close.saturating_sub(1)) != Some(&b'/'));
        }
    }
    (false, from)
}

/// True where a tag of this name begins here, with `mark` before the name.
fn begins(rest: &[u8], mark: &[u8], name: &str) -> bool {
    let Some(inner) = rest.strip_prefix(mark) else { return false };
    let is_named = inner.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()));
    is_named && inner.get(name.len()).is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'>' | b'/' | b'<'))
}

#[cfg(test)]
mod tests {
    use super::{has_end, tag_stop};

    #[test]
    fn a_tag_ends_at_its_bracket_or_where_another_begins() {
        assert_eq!(tag_stop(b"<a b=\"x>y\">z"), Some(10));
        assert_eq!(tag_stop(b"<a <b>"), Some(3));
        assert_eq!(tag_stop(b"<a b=\"x>"), None);
        assert_eq!(tag_stop(b"<"), None);
    }

    #[test]
    fn the_end_of_an_element_is_looked_for_in_its_parent() {
        let check = |text: &str, want: bool| assert_eq!(has_end(text.as_bytes(), "p", "item", 1).0, want, "{text}");
        check("text</P ></item>", true);
        check("<p>inner</p></item><item></p>", false);
        check("<p>inner</p></p></item>", true);
        check("<p/></p></item>", true);
        check("<![CDATA[</p>]]></item>", false);
        check("<![CDATA[</p>", false);
        check("</pre></item>", false);
        check("text<item></p>", false);
        check("", false);
    }
}
