//! XHTML that follows the content models of HTML: a book that breaks them is refused by the stores and by some readers.

use super::{
    image_of, is_block, is_silent, link_of,
    tree::{Element, Node, is_plain_id},
};
use crate::{
    CleanImage,
    text::{escape_attribute, escape_text},
};
use std::collections::HashSet;

/// A stretch of an exported article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// XHTML; balanced only together with the other stretches.
    Markup(String),
    /// An image, in a place where one may stand.
    Image(CleanImage),
}

/// Text as it stands in XML, in an element or between double quotes.
#[must_use]
pub fn xml_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_attribute(text, &mut out);
    out.retain(|c| matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}')));
    out
}

/// Writes the article below `root`.
pub(super) fn write(root: &Element) -> Vec<Part> {
    let mut writer = Writer { ids: root.ids(), ..Writer::default() };
    writer.flow(root);
    writer.end_stretch();
    writer.parts
}

#[derive(Default)]
struct Writer {
    parts: Vec<Part>,
    out: String,
    /// Ids that a link may name.
    ids: HashSet<String>,
    /// Those of them that were written.
    written: HashSet<String>,
    in_link: bool,
    /// True where no heading may stand.
    is_cell_head: bool,
}

impl Writer {
    fn end_stretch(&mut self) {
        if !self.out.is_empty() {
            self.parts.push(Part::Markup(std::mem::take(&mut self.out)));
        }
    }

    fn image(&mut self, element: &Element) {
        if let Some(image) = image_of(element) {
            self.end_stretch();
            self.parts.push(Part::Image(image));
        }
    }

    fn open(&mut self, name: &str, element: &Element, more: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        if let Some(id) = element.attribute("id").filter(|id| is_plain_id(id))
            && self.written.insert(id.to_owned())
        {
            self.attribute("id", id);
        }
        if let Some(language) = element.attribute("lang").filter(|tag| is_language(tag)) {
            self.attribute("lang", language);
            self.attribute("xml:lang", language);
        }
        if let Some(direction) = element.attribute("dir").filter(|dir| matches!(*dir, "ltr" | "rtl" | "auto")) {
            self.attribute("dir", direction);
        }
        if let Some(title) = element.attribute("title") {
            self.attribute("title", title);
        }
        more.iter().for_each(|(name, value)| self.attribute(name, value));
        self.out.push('>');
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape_attribute(value, &mut self.out);
        self.out.push('"');
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Content where blocks may stand.
    fn flow(&mut self, parent: &Element) {
        parent.children.iter().for_each(|child| self.flow_node(child));
    }

    fn flow_node(&mut self, node: &Node) {
        match node {
            Node::Text(text) => escape_text(text, &mut self.out),
            Node::Element(element) => self.flow_element(element),
        }
    }

    fn flow_element(&mut self, element: &Element) {
        match element.name.as_str() {
            name if is_silent(name) => {}
            "p" => self.with("p", element, Self::phrasing),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if self.is_cell_head => {
                self.with("p", element, Self::phrasing);
            }
            // The headline of the article is the one of the first level.
            "h1" | "h2" => self.with("h2", element, Self::phrasing),
            name @ ("h3" | "h4" | "h5" | "h6") => self.with(name, element, Self::phrasing),
            "pre" => self.with("pre", element, Self::phrasing),
            "blockquote" => self.with("blockquote", element, Self::flow),
            "hr" => self.out.push_str("<hr/>"),
            name @ ("ul" | "ol") => self.list(name, element),
            "dl" => self.definitions(element),
            "table" => self.table(element),
            "figure" => self.figure(element),
            "summary" | "dt" => self.with_class("p", "summary", element, Self::phrasing),
            "figcaption" => self.with_class("div", "figcaption", element, Self::flow),
            "dd" => self.with_class("div", "dd", element, Self::flow),
            name if is_block(name) => self.with("div", element, Self::flow),
            "a" if element.holds(&is_block) => self.link(element, Self::flow),
            name if element.holds(&is_block) && is_phrase(name) => {
                self.with_class("div", name, element, Self::flow);
            }
            _ => self.phrase(element),
        }
    }

    fn with(&mut self, name: &str, element: &Element, content: impl Fn(&mut Self, &Element)) {
        self.open(name, element, &[]);
        content(self, element);
        self.close(name);
    }

    fn with_class(&mut self, name: &str, class: &str, element: &Element, content: impl Fn(&mut Self, &Element)) {
        self.open(name, element, &[("class", class)]);
        content(self, element);
        self.close(name);
    }

    /// Content where only text and what stands in a line may be; blocks become lines.
    fn phrasing(&mut self, parent: &Element) {
        for child in &parent.children {
            match child {
                Node::Text(text) => escape_text(text, &mut self.out),
                Node::Element(element) => self.phrase(element),
            }
        }
    }

    fn phrase(&mut self, element: &Element) {
        match element.name.as_str() {
            name if is_silent(name) => {}
            "br" => self.out.push_str("<br/>"),
            "wbr" => self.out.push_str("<wbr/>"),
            "img" => self.image(element),
            "a" => self.link(element, Self::phrasing),
            "bdo" if element.attribute("dir").is_none() => self.phrasing(element),
            "ruby" => self.ruby(element),
            "code" if element.code_language().is_some() => {
                let class = format!("language-{}", element.code_language().unwrap_or_default());
                self.with_class("code", &class, element, Self::phrasing);
            }
            "time" | "rt" => self.with("span", element, Self::phrasing),
            "dfn" => self.with("i", element, Self::phrasing),
            "rp" => {}
            name if is_phrase(name) => self.with(name, element, Self::phrasing),
            name if is_block(name) => {
                self.phrasing(element);
                self.out.push_str("<br/>");
            }
            _ => self.phrasing(element),
        }
    }

    /// A link, or only its content where it leads nowhere or stands in another link.
    fn link(&mut self, element: &Element, content: impl Fn(&mut Self, &Element)) {
        let inside =
            element.attribute("href").and_then(|href| href.strip_prefix('#')).filter(|id| self.ids.contains(*id));
        let address = inside.map(|id| format!("#{id}")).or_else(|| link_of(element)).filter(|_| !self.in_link);
        let Some(address) = address else {
            match element.attribute("id") {
                // The place that another link leads to.
                Some(_) if !element.holds(&is_block) => self.with("span", element, Self::phrasing),
                Some(_) => self.with("div", element, content),
                None => content(self, element),
            }
            return;
        };
        self.in_link = true;
        self.open("a", element, &[("href", &address)]);
        content(self, element);
        self.close("a");
        self.in_link = false;
    }

    fn ruby(&mut self, element: &Element) {
        self.open("ruby", element, &[]);
        for child in &element.children {
            match child {
                Node::Element(reading) if reading.name == "rt" => self.with("rt", reading, Self::phrasing),
                Node::Element(other) => self.phrase(other),
                Node::Text(text) => escape_text(text, &mut self.out),
            }
        }
        self.close("ruby");
    }

    fn list(&mut self, name: &str, element: &Element) {
        let start = element.attribute("start").filter(|start| name == "ol" && start.parse::<i32>().is_ok());
        self.open(name, element, start.map(|start| ("start", start)).as_slice());
        let mut loose = false;
        for child in &element.children {
            match child {
                Node::Text(text) if text.trim().is_empty() && !loose => {}
                Node::Element(item) if item.name == "li" => {
                    self.end_loose(&mut loose, "li");
                    self.with("li", item, Self::flow);
                }
                other => {
                    if !loose {
                        self.out.push_str("<li>");
                        loose = true;
                    }
                    self.flow_node(other);
                }
            }
        }
        self.end_loose(&mut loose, "li");
        self.close(name);
    }

    fn end_loose(&mut self, loose: &mut bool, name: &str) {
        if std::mem::take(loose) {
            self.close(name);
        }
    }

    fn definitions(&mut self, element: &Element) {
        let names: Vec<&str> = element.elements().map(|child| child.name.as_str()).collect();
        let is_sound = names.first() == Some(&"dt")
            && names.last() == Some(&"dd")
            && names.iter().all(|name| matches!(*name, "dt" | "dd"))
            && element.children.iter().all(|child| !matches!(child, Node::Text(text) if !text.trim().is_empty()));
        if !is_sound {
            self.with("div", element, Self::flow);
            return;
        }
        self.open("dl", element, &[]);
        for child in element.elements() {
            match child.name.as_str() {
                "dt" => self.with("dt", child, Self::phrasing),
                _ => self.with("dd", child, Self::flow),
            }
        }
        self.close("dl");
    }

    fn figure(&mut self, element: &Element) {
        let visible = |node: &&Node| !matches!(node, Node::Text(text) if text.trim().is_empty());
        let is_caption = |node: &Node| matches!(node, Node::Element(child) if child.name == "figcaption");
        let content: Vec<&Node> = element.children.iter().filter(visible).collect();
        let captions = content.iter().filter(|node| is_caption(node)).count();
        let at_edge =
            content.first().is_some_and(|node| is_caption(node)) || content.last().is_some_and(|node| is_caption(node));
        self.open("figure", element, &[]);
        for node in content {
            match node {
                Node::Element(caption) if caption.name == "figcaption" && captions == 1 && at_edge => {
                    self.with("figcaption", caption, Self::flow);
                }
                other => self.flow_node(other),
            }
        }
        self.close("figure");
    }

    fn table(&mut self, element: &Element) {
        let rows = element.holds(&|name: &str| matches!(name, "td" | "th"));
        if !rows {
            self.with("div", element, Self::flow);
            return;
        }
        self.open("table", element, &[]);
        let mut captions = element.elements().filter(|child| child.name == "caption");
        if let Some(caption) = captions.next() {
            self.with("caption", caption, Self::phrasing);
        }
        let mut loose = false;
        let mut is_first = true;
        for child in element.elements() {
            match child.name.as_str() {
                "tr" => {
                    if !loose {
                        self.out.push_str("<tbody>");
                        loose = true;
                    }
                    self.row(child);
                }
                name @ ("thead" | "tbody" | "tfoot") => {
                    self.end_loose(&mut loose, "tbody");
                    let name = if name == "thead" && is_first { "thead" } else { "tbody" };
                    self.with(name, child, |writer, section| {
                        section.elements().filter(|row| row.name == "tr").for_each(|row| writer.row(row));
                    });
                }
                _ => continue,
            }
            is_first = false;
        }
        self.end_loose(&mut loose, "tbody");
        self.close("table");
        captions.for_each(|caption| self.with("div", caption, Self::flow));
    }

    fn row(&mut self, row: &Element) {
        self.open("tr", row, &[]);
        for cell in row.elements().filter(|cell| matches!(cell.name.as_str(), "td" | "th")) {
            let span = |name: &'static str| {
                let value = cell.attribute(name).filter(|value| value.parse::<u32>().is_ok_and(|span| span > 0))?;
                Some((name, value))
            };
            let spans: Vec<(&str, &str)> = ["colspan", "rowspan"].into_iter().filter_map(span).collect();
            let before = self.is_cell_head;
            self.is_cell_head |= cell.name == "th";
            self.open(&cell.name, cell, &spans);
            self.flow(cell);
            self.close(&cell.name);
            self.is_cell_head = before;
        }
        self.close("tr");
    }
}

/// Elements that stand in a line and may hold a line.
fn is_phrase(name: &str) -> bool {
    matches!(
        name,
        "abbr"
            | "b"
            | "bdi"
            | "bdo"
            | "cite"
            | "code"
            | "del"
            | "dfn"
            | "em"
            | "i"
            | "ins"
            | "kbd"
            | "mark"
            | "q"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "u"
            | "var"
    )
}

/// True for a well-formed language tag.
#[must_use]
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts
        .next()
        .is_some_and(|first| (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic()));
    first && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::{super::tree::tree, Part, is_language, write};

    #[test]
    fn links_within_the_article_lead_to_places_that_are_there() {
        let html = r##"<p><a href="#b">to b</a> <a href="#x">to nothing</a> <a id="a">anchor</a> <a href="#a">to a</a></p><p id="b">b</p><p id="b">b</p>"##;
        let want = r##"<p><a href="#b">to b</a> to nothing <span id="a">anchor</span> <a href="#a">to a</a></p><p id="b">b</p><p>b</p>"##;
        assert_eq!(write(&tree(html)), [Part::Markup(want.into())]);
    }

    #[test]
    fn a_language_tag_is_well_formed_or_none() {
        for good in ["en", "pt-BR", "zh-Hant-TW", "sr-Latn"] {
            assert!(is_language(good), "{good}");
        }
        for bad in ["", "e", "en_US", "en-", "-en", "en-toolongsubtag", "1a", "en us"] {
            assert!(!is_language(bad), "{bad}");
        }
    }
}
