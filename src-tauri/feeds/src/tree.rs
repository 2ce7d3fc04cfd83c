//! One element of a document with everything in it.

use crate::names::Ns;
use crate::text::{escape_attribute, escape_text};
use crate::xml::Shared;
use std::borrow::Cow;
use std::rc::Rc;
use url::Url;

pub(crate) enum Node<'a> {
    Text(Cow<'a, str>),
    Element(Element<'a>),
}

/// One attribute of an element.
pub(crate) struct Attribute<'a> {
    pub(crate) ns: Ns,
    /// The name as written, with its prefix.
    pub(crate) raw: &'a str,
    pub(crate) value: Cow<'a, str>,
}

impl Attribute<'_> {
    /// The name as written, without its prefix.
    pub(crate) fn local(&self) -> &str {
        self.raw.rsplit(':').next().unwrap_or(self.raw)
    }

    fn is(&self, ns: Ns, name: &str) -> bool {
        self.ns == ns && self.local().eq_ignore_ascii_case(name)
    }
}

pub(crate) struct Element<'a> {
    pub(crate) ns: Ns,
    /// Local name in lower case.
    pub(crate) name: Cow<'a, str>,
    /// The name as written, with its prefix.
    pub(crate) raw: &'a str,
    pub(crate) attributes: Vec<Attribute<'a>>,
    pub(crate) children: Vec<Node<'a>>,
    /// How many elements were alive when it began.
    pub(crate) number: usize,
    /// Whether its end tag was found ahead; `None` where nobody looked.
    pub(crate) has_end: Option<bool>,
    /// `xml:base` in force here.
    pub(crate) base: Shared,
    /// `xml:lang` in force here.
    pub(crate) language: Shared,
}

impl<'a> Element<'a> {
    pub(crate) fn root() -> Self {
        Element {
            ns: Ns::Other,
            name: Cow::Borrowed(""),
            raw: "",
            attributes: vec![],
            children: vec![],
            number: 0,
            has_end: None,
            base: None,
            language: None,
        }
    }

    pub(crate) fn new(ns: Ns, name: Cow<'a, str>, raw: &'a str, parent: Option<&Element<'a>>) -> Self {
        let base = parent.and_then(|p| p.base.clone());
        let language = parent.and_then(|p| p.language.clone());
        Element { ns, name, raw, attributes: vec![], children: vec![], number: 0, has_end: None, base, language }
    }

    pub(crate) fn add_attribute(&mut self, attribute: Attribute<'a>) {
        if attribute.is(Ns::Xml, "base") {
            self.base = Some(Rc::from(join(self.base.as_deref(), attribute.value.trim())));
        } else if attribute.is(Ns::Xml, "lang") {
            self.language = Some(Rc::from(attribute.value.trim())).filter(|l: &Rc<str>| !l.is_empty());
        }
        self.attributes.push(attribute);
    }

    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element<'a>> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first attribute of this local name without a namespace.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attribute_in(Ns::Core, name)
    }

    /// The first attribute of this local name in a namespace.
    pub(crate) fn attribute_in(&self, wanted: Ns, name: &str) -> Option<&str> {
        self.attributes.iter().find(|one| one.is(wanted, name)).map(|one| one.value.trim())
    }

    /// True for RSS's and Atom's own names.
    pub(crate) fn is_core(&self) -> bool {
        matches!(self.ns, Ns::Core | Ns::Atom)
    }

    /// All text in it, tags left out.
    pub(crate) fn text(&self) -> Cow<'_, str> {
        match self.children.as_slice() {
            [] => Cow::Borrowed(""),
            [Node::Text(text)] => Cow::Borrowed(text),
            _ => {
                let mut out = String::new();
                self.write_text(&mut out);
                Cow::Owned(out)
            }
        }
    }

    fn write_text(&self, out: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) => element.write_text(out),
            }
        }
    }

    /// Its content as HTML source: text that was escaped once, or markup that was left raw.
    pub(crate) fn inner_html(&self) -> Cow<'_, str> {
        match self.children.as_slice() {
            [] => Cow::Borrowed(""),
            [Node::Text(text)] => Cow::Borrowed(text),
            _ => Cow::Owned(self.markup()),
        }
    }

    /// Its content written as HTML, text escaped.
    pub(crate) fn markup(&self) -> String {
        let mut out = String::new();
        self.write_markup(&mut out);
        out
    }

    fn write_markup(&self, out: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(text) => escape_text(text, out),
                Node::Element(element) => element.write_tag(out),
            }
        }
    }

    fn write_tag(&self, out: &mut String) {
        out.push('<');
        out.push_str(&self.name);
        for attribute in self.attributes.iter().filter(|one| one.ns != Ns::Declaration) {
            out.push(' ');
            out.extend(attribute.local().chars().map(|c| c.to_ascii_lowercase()));
            out.push_str("=\"");
            escape_attribute(&attribute.value, out);
            out.push('"');
        }
        out.push('>');
        self.write_markup(out);
        if !is_void(&self.name) {
            out.push_str("</");
            out.push_str(&self.name);
            out.push('>');
        }
    }
}

/// HTML's elements without content.
pub(crate) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

fn join(base: Option<&str>, address: &str) -> String {
    base.and_then(|base| Url::parse(base).ok())
        .and_then(|base| base.join(address).ok())
        .map_or_else(|| address.to_owned(), String::from)
}
