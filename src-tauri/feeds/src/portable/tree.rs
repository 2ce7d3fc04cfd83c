//! Cleaned HTML as a tree. Its serializer quotes every value and escapes `<` and `>` everywhere, so a `<` begins a tag and
//! the next `>` ends it; what XML forbids is left out here, once for every writer.

use crate::text::decode_references;
use std::collections::HashSet;

/// Elements inside of each other; deeper ones lose their tags and keep their text.
const DEPTH: usize = 300;

/// An element or a stretch of text.
#[derive(Debug)]
pub(super) enum Node {
    Text(String),
    Element(Element),
}

/// An element with everything in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements directly in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// True where this or anything in it is one of `names`.
    pub(super) fn holds(&self, wanted: &impl Fn(&str) -> bool) -> bool {
        self.elements().any(|child| wanted(&child.name) || child.holds(wanted))
    }

    /// All text in it; `br` is a line's end.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        self.push_text(&mut out);
        out
    }

    fn push_text(&self, out: &mut String) {
        for child in &self.children {
            match child {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) if element.name == "br" => out.push('\n'),
                Node::Element(element) => element.push_text(out),
            }
        }
    }

    /// Every `id` in it that a link may name: of elements that are written in every format.
    pub(super) fn ids(&self) -> HashSet<String> {
        let mut ids = HashSet::new();
        self.push_ids(&mut ids);
        ids
    }

    fn push_ids(&self, ids: &mut HashSet<String>) {
        for element in self.elements() {
            if matches!(element.name.as_str(), "img" | "br" | "wbr" | "hr" | "col" | "colgroup" | "rp" | "bdo") {
                continue;
            }
            ids.extend(element.attribute("id").filter(|id| is_plain_id(id)).map(str::to_owned));
            element.push_ids(ids);
        }
    }

    /// The language of a piece of code, from `language-…` of it or of the `code` in it.
    pub(super) fn code_language(&self) -> Option<&str> {
        let own = self.attribute("class").and_then(|classes| {
            classes.split_whitespace().find_map(|class| class.strip_prefix("language-")).filter(|language| {
                !language.is_empty()
                    && language.len() <= 32
                    && language.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'#' | b'-' | b'_'))
            })
        });
        own.or_else(|| self.elements().find(|child| child.name == "code").and_then(Element::code_language))
    }
}

/// True for an id that every format allows.
pub(super) fn is_plain_id(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_alphabetic())
        && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
}

/// Parses cleaned HTML; the root has no name.
pub(super) fn tree(html: &str) -> Element {
    let mut open = vec![Element::default()];
    let mut ignored = 0_usize;
    let mut rest = html;
    while !rest.is_empty() {
        if let Some(tag) = rest.strip_prefix('<') {
            let end = tag.find('>').unwrap_or(tag.len());
            let inside = &tag[..end];
            rest = tag.get(end + 1..).unwrap_or("");
            match inside.strip_prefix('/') {
                Some(_) if ignored > 0 => ignored -= 1,
                Some(name) => close(&mut open, name.trim()),
                None => start(&mut open, inside, &mut ignored),
            }
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            let text = allowed(&decode_references(&rest[..end]));
            if !text.is_empty() {
                put(&mut open, Node::Text(text));
            }
            rest = &rest[end..];
        }
    }
    while open.len() > 1 {
        close_last(&mut open);
    }
    open.pop().unwrap_or_default()
}

fn start(open: &mut Vec<Element>, tag: &str, ignored: &mut usize) {
    let name_end = tag.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(tag.len());
    let name = tag[..name_end].to_ascii_lowercase();
    if name.is_empty() || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return;
    }
    let is_void = crate::tree::is_void(&name);
    let element = Element { name, attributes: attributes(&tag[name_end..]), children: Vec::new() };
    if is_void {
        put(open, Node::Element(element));
    } else if open.len() < DEPTH {
        open.push(element);
    } else {
        *ignored += 1;
    }
}

fn attributes(mut rest: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    while let Some(equals) = rest.find("=\"") {
        let name = rest[..equals].trim().to_ascii_lowercase();
        let value = &rest[equals + 2..];
        let Some(end) = value.find('"') else { break };
        found.push((name, allowed(&decode_references(&value[..end]))));
        rest = &value[end + 1..];
    }
    found
}

fn put(open: &mut [Element], node: Node) {
    if let Some(last) = open.last_mut() {
        last.children.push(node);
    }
}

fn close(open: &mut Vec<Element>, name: &str) {
    let Some(at) = open.iter().rposition(|element| element.name == name).filter(|at| *at > 0) else { return };
    while open.len() > at {
        close_last(open);
    }
}

fn close_last(open: &mut Vec<Element>) {
    if let Some(last) = open.pop() {
        put(open, Node::Element(last));
    }
}

/// Only what XML allows, with one kind of line end.
fn allowed(text: &str) -> String {
    let forbidden = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if text.contains(forbidden) { text.replace(forbidden, "") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{Node, tree};

    #[test]
    fn a_tree_has_the_text_and_attributes_without_what_xml_forbids() {
        let root = tree("<p title=\"a &amp; &quot;b&quot;\">x &lt;y&gt;\u{0}\u{b}<br>z</p>\u{ffff}");
        let p = root.elements().next().unwrap();
        assert_eq!((p.attribute("title"), p.text().as_str()), (Some("a & \"b\""), "x <y>\nz"));
        assert_eq!(root.children.len(), 1);
    }

    #[test]
    fn endless_nesting_keeps_its_text() {
        let html = format!("{}deep{}after", "<div>".repeat(5_000), "</div>".repeat(5_000));
        let root = tree(&html);
        assert!(
            root.text() == "deepafter" && matches!(root.children.last(), Some(Node::Text(last)) if last == "after")
        );
    }
}
