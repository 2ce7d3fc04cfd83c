//! Small questions to a tree: its text, its words, how much of it is links.

use dom_query::NodeRef;

/// Elements that part words.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "option",
];

const SILENT: &[&str] = &["script", "style", "noscript", "template", "iframe", "object", "svg", "math", "textarea"];

/// The element's name, empty for what is none.
pub(super) fn name(node: &NodeRef) -> String {
    node.qual_name_ref().map(|name| name.local.to_string()).unwrap_or_default()
}

/// True for elements whose content is no text.
pub(super) fn is_silent(node: &NodeRef) -> bool {
    node.qual_name_ref().is_some_and(|name| SILENT.contains(&&*name.local))
}

/// True for elements that stand on lines of their own.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// The text below a node, blocks parted, white space folded to one blank.
pub(super) fn text(node: &NodeRef) -> String {
    let mut out = String::new();
    push_text(node, &mut out);
    out.truncate(out.trim_end().len());
    out
}

fn push_text(top: &NodeRef, out: &mut String) {
    let mut node = *top;
    loop {
        let mut descend = true;
        if node.is_text() {
            push_words(&node.text(), out);
        } else if node.is_element() {
            let is_silent = node.qual_name_ref().is_some_and(|name| SILENT.contains(&&*name.local));
            descend = !is_silent;
            gap_at(&node, out);
        }
        if descend && let Some(child) = node.first_child() {
            node = child;
            continue;
        }
        loop {
            if node.id == top.id {
                return;
            }
            if let Some(next) = node.next_sibling() {
                gap_at(&node, out);
                node = next;
                break;
            }
            gap_at(&node, out);
            let Some(parent) = node.parent() else { return };
            node = parent;
        }
    }
}

fn gap_at(node: &NodeRef, out: &mut String) {
    if node.qual_name_ref().is_some_and(|name| is_block(&name.local)) && !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

fn push_words(text: &str, out: &mut String) {
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
}

/// How much a node says, without white space, and how much of it in links.
#[derive(Clone, Copy, Default)]
pub(super) struct Measure {
    pub chars: usize,
    pub linked: usize,
}

impl Measure {
    /// Text outside of links.
    pub(super) fn prose(self) -> usize {
        self.chars - self.linked
    }

    pub(super) fn link_share(self) -> f64 {
        if self.chars == 0 { 0.0 } else { self.linked as f64 / self.chars as f64 }
    }
}

/// Measures a node in one walk.
pub(super) fn measure(top: &NodeRef) -> Measure {
    let mut measure = Measure::default();
    let (mut node, mut links) = (*top, usize::from(top.has_name("a")));
    loop {
        let is_silent = node.qual_name_ref().is_some_and(|name| SILENT.contains(&&*name.local));
        if node.is_text() {
            let count = node.text().chars().filter(|c| !c.is_whitespace()).count();
            measure.chars += count;
            measure.linked += if links > 0 { count } else { 0 };
        }
        if !is_silent && let Some(child) = node.first_child() {
            node = child;
            links += usize::from(node.has_name("a"));
            continue;
        }
        loop {
            if node.id == top.id {
                return measure;
            }
            links -= usize::from(node.has_name("a"));
            if let Some(next) = node.next_sibling() {
                node = next;
                links += usize::from(node.has_name("a"));
                break;
            }
            let Some(parent) = node.parent() else { return measure };
            node = parent;
        }
    }
}

/// Characters of the text, without white space.
pub(super) fn length(node: &NodeRef) -> usize {
    measure(node).chars
}

/// The share of the text that stands in links, 0 to 1.
pub(super) fn link_share(node: &NodeRef) -> f64 {
    measure(node).link_share()
}

/// All elements below a node, in document order.
pub(super) fn elements<'a>(node: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    node.descendants().into_iter().filter(NodeRef::is_element).collect()
}

/// Class, id and a few attributes that name the purpose of an element, in lower case, parted by blanks.
pub(super) fn label(node: &NodeRef) -> String {
    let mut out = String::new();
    for name in ["class", "id", "data-component", "data-testid", "data-module", "data-type", "data-block"] {
        if let Some(value) = node.attr(name) {
            out.push(' ');
            out.push_str(&value);
        }
    }
    out.make_ascii_lowercase();
    out
}

/// True where the node is still part of the tree below `root`.
pub(super) fn is_under(node: &NodeRef, root: &NodeRef) -> bool {
    node.id == root.id || node.ancestors_it(None).any(|above| above.id == root.id)
}

/// Lower-case words of letters and digits; scripts without blanks count by the character.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut out = vec![];
    let mut word = String::new();
    for c in text.chars() {
        if is_word_by_itself(c) {
            if !word.is_empty() {
                out.push(std::mem::take(&mut word));
            }
            out.push(c.to_string());
        } else if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        } else if !word.is_empty() && !matches!(c, '\'' | '\u{2019}' | '\u{200c}' | '\u{ad}') {
            out.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

fn is_word_by_itself(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

/// The markup of everything below the root, without the attributes that only served the search.
pub(super) fn html(root: &NodeRef) -> String {
    for node in elements(root) {
        let names: Vec<String> = node.attrs().iter().map(|a| a.name.local.to_string()).collect();
        let node_name = &name(&node);
        for attribute in names {
            let is_kept =
                KEPT.contains(&attribute.as_str()) || attribute == "class" && says_something(node_name, &node);
            if !is_kept {
                node.remove_attr(&attribute);
            }
        }
    }
    root.inner_html().to_string()
}

/// True for classes that the cleaner reads: the language of code, a card in the place of a player.
fn says_something(name: &str, node: &NodeRef) -> bool {
    let class = node.attr_or("class", "");
    match name {
        "pre" | "code" => true,
        "div" | "figure" => class.contains("highlight-source-") || class.contains("language-"),
        _ => name == "p" && &*class == "card",
    }
}

const KEPT: &[&str] = &[
    "href", "src", "alt", "title", "width", "height", "lang", "dir", "colspan", "rowspan", "datetime", "poster",
    "reversed", "value", "data", "start", "type", "scope", "id", "name",
];
