//! Names of writers, however they are given.

use crate::caps;
use crate::text::plain;
use crate::tree::Element;
use stoppress_model::PlainText;

/// Adds the author that an RSS or Atom `author` element names.
pub(crate) fn add_element(authors: &mut Vec<PlainText>, author: &Element) {
    let part = |wanted: &str| author.elements().find(|e| e.name == wanted).map(|e| e.text().into_owned());
    let text = part("name").filter(|n| !n.trim().is_empty()).or_else(|| part("email")).or_else(|| part("uri"));
    match text {
        Some(text) => add(authors, &text),
        None if author.elements().next().is_none() => add(authors, &author.text()),
        None => {}
    }
}

/// The authors of an Atom feed, who are those of its entries without any (RFC 4287, 4.2.1).
pub(crate) fn of_feed(head: &Element) -> Vec<PlainText> {
    let mut authors = vec![];
    if head.name == "feed" {
        head.elements().filter(|e| e.is_core() && e.name == "author").for_each(|e| add_element(&mut authors, e));
    }
    authors
}

/// Adds one name: of `jane@example.org (Jane Doe)` and `Jane Doe <jane@example.org>` the name.
pub(crate) fn add(authors: &mut Vec<PlainText>, text: &str) {
    let text = text.trim();
    let in_brackets = text.split_once('(').and_then(|(before, rest)| {
        let name = rest.split_once(')')?.0.trim();
        (before.contains('@') && !name.is_empty()).then_some(name)
    });
    let before_address = text.split_once('<').filter(|(_, rest)| rest.contains('@')).map(|(name, _)| name.trim());
    let name = in_brackets.or(before_address.filter(|n| !n.is_empty())).unwrap_or(text);
    let name = PlainText::new(plain(name).trim_matches(['"', ' ', ',']), caps::NAME_BYTES);
    if !name.is_empty() && authors.len() < caps::AUTHORS && !authors.contains(&name) {
        authors.push(name);
    }
}

#[cfg(test)]
mod tests {
    use super::add;

    #[test]
    fn a_writer_is_a_name_where_there_is_one() {
        let check = |text: &str, want: &str| {
            let mut authors = vec![];
            add(&mut authors, text);
            assert_eq!(authors.first().map_or("", |a| a.as_str()), want);
        };
        check("jane@example.org (Jane Doe)", "Jane Doe");
        check("\"Jane Doe\" <jane@example.org>", "Jane Doe");
        check("jane@example.org", "jane@example.org");
        check("Jane &amp; Joe", "Jane & Joe");
        check("  ", "");
    }
}
