//! From bytes to a feed: decode, read, order.

use crate::address::resolve;
use crate::article::{self, Draft};
use crate::body;
use crate::caps;
use crate::decode;
use crate::identity;
use crate::json;
use crate::meta;
use crate::names::Ns;
use crate::parsed::{ParseContext, ParseError, ParsedFeed, ParsedMeta, Skipped};
use crate::people;
use crate::repairs::{self, Repairs};
use crate::sniff;
use crate::tree::{Element, Node};
use crate::xml::{self, Grammar};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Reads a feed of any format: RSS 0.9x and 2.0, RSS 0.90 and 1.0 (RDF), Atom 0.3 and 1.0, JSON Feed.
///
/// One bad article never sinks the others, damage is mended and named in `repairs`, and the same bytes always give the
/// same answer.
///
/// # Errors
/// [`ParseError`] where the bytes are no feed at all, or too many.
pub fn parse(bytes: &[u8], context: &ParseContext) -> Result<ParsedFeed, ParseError> {
    if bytes.len() > caps::BODY_BYTES {
        return Err(ParseError::TooLarge);
    }
    catch_unwind(AssertUnwindSafe(|| parse_inner(bytes, context))).unwrap_or(Err(ParseError::Fault))
}

/// A feed before its articles have keys.
pub(crate) struct Draught {
    pub(crate) meta: ParsedMeta,
    pub(crate) drafts: Vec<Draft>,
    pub(crate) skipped: Vec<Skipped>,
}

fn parse_inner(bytes: &[u8], context: &ParseContext) -> Result<ParsedFeed, ParseError> {
    let mut repairs = Repairs::default();
    let text = decode::decode(bytes, context.content_type, &mut repairs);
    let trimmed = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if trimmed.is_empty() {
        return Err(ParseError::Empty);
    }
    let draught = if trimmed.starts_with('{') {
        json::read(trimmed, context.url, &mut repairs)?
    } else {
        let mut of_xml = repairs.clone();
        let as_xml =
            if trimmed.starts_with('[') { Err(json::ANOTHER_KIND) } else { read_xml(trimmed, context, &mut of_xml) };
        match as_xml {
            Ok(draught) => {
                repairs = of_xml;
                draught
            }
            Err(error) => json::read_after_junk(trimmed, context.url, &mut repairs).ok_or(error)?,
        }
    };
    Ok(order(draught, context, repairs))
}

/// Gives articles their keys and what they inherit from the feed.
fn order(draught: Draught, context: &ParseContext, repairs: Repairs) -> ParsedFeed {
    let Draught { meta, drafts, skipped } = draught;
    let (mut articles, guids): (Vec<_>, Vec<_>) = drafts.into_iter().map(|draft| (draft.article, draft.guid)).unzip();
    let base = context.url.or(meta.home_url.as_deref());
    for article in &mut articles {
        if context.url.is_none() {
            // Only now is the publisher's page known, which a feed from a file is relative to.
            let addresses = [
                &mut article.url,
                &mut article.image,
                &mut article.comments_url,
                &mut article.comments_feed,
                &mut article.base,
            ];
            for address in addresses {
                *address = address.take().and_then(|address| resolve(&address, base));
            }
            for enclosure in &mut article.enclosures {
                enclosure.url = resolve(&enclosure.url, base).unwrap_or_else(|| std::mem::take(&mut enclosure.url));
            }
        }
        article.base = article.base.take().or_else(|| base.map(str::to_owned));
        article.language = article.language.take().or_else(|| meta.language.clone());
        article.rights = article.rights.take().or_else(|| meta.rights.clone());
        article.licence = article.licence.take().or_else(|| meta.licence.clone());
        article.direction = body::direction(article.title.as_str(), article.language.as_deref());
    }
    identity::assign(&mut articles, &guids);
    ParsedFeed { feed: meta, articles, repairs: repairs.into_vec(), skipped }
}

fn read_xml(text: &str, context: &ParseContext, repairs: &mut Repairs) -> Result<Draught, ParseError> {
    let mut items = Items { base: context.url, drafts: vec![], skipped: vec![], seen: 0 };
    let root = xml::read(text, &mut items, repairs);
    let outer = find_root(&root);
    if outer.is_none() && (items.drafts.is_empty() || sniff::is_html(text)) {
        return Err(ParseError::NotAFeed { looks_like: sniff::looks_like(text) });
    }
    if outer.is_none() {
        repairs.note(repairs::NO_ROOT);
    }
    note_junk(&root, outer, repairs);
    let head = outer.unwrap_or(&root);
    let authors = people::of_feed(head);
    for draft in items.drafts.iter_mut().filter(|draft| draft.article.authors.is_empty()) {
        draft.article.authors.clone_from(&authors);
    }
    Ok(Draught { meta: meta::read(head, context.url), drafts: items.drafts, skipped: items.skipped })
}

/// The element that makes the document a feed, wherever it stands.
fn find_root<'t, 'a>(element: &'t Element<'a>) -> Option<&'t Element<'a>> {
    element.elements().find_map(|inner| if is_feed_root(inner) { Some(inner) } else { find_root(inner) })
}

fn is_feed_root(element: &Element) -> bool {
    match &*element.name {
        "rss" | "feed" | "channel" => element.is_core(),
        "rdf" => matches!(element.ns, Ns::Rdf | Ns::Core | Ns::Other),
        _ => false,
    }
}

fn note_junk(root: &Element, outer: Option<&Element>, repairs: &mut Repairs) {
    let mut before = true;
    for node in &root.children {
        match node {
            Node::Text(text) if text.trim().is_empty() => {}
            Node::Element(element) if outer.is_some_and(|outer| std::ptr::eq(outer, element)) => before = false,
            _ => repairs.note(if before { repairs::JUNK_BEFORE } else { repairs::JUNK_AFTER }),
        }
    }
}

/// The nesting rules of RSS and Atom: takes every finished item out of the tree and reads it.
struct Items<'c> {
    base: Option<&'c str>,
    drafts: Vec<Draft>,
    skipped: Vec<Skipped>,
    seen: usize,
}

/// True for RSS's `item` and Atom's `entry`, with or without their prefixes.
fn is_item(ns: Ns, name: &str) -> bool {
    matches!(ns, Ns::Core | Ns::Atom) && matches!(name, "item" | "entry")
}

/// True inside Atom's `source`, which describes another feed.
fn is_in_source(open: &[Element]) -> bool {
    open.iter().any(|e| e.is_core() && e.name == "source")
}

/// Fields that hold text only, so that another field's start means a forgotten end tag.
const TEXT_FIELDS: &[&str] = &[
    "title",
    "link",
    "guid",
    "id",
    "pubdate",
    "published",
    "updated",
    "modified",
    "issued",
    "created",
    "comments",
    "category",
    "name",
    "email",
    "uri",
    "url",
    "language",
    "ttl",
    "generator",
    "copyright",
    "lastbuilddate",
    "author",
];

/// Fields that are no HTML, so that their start ends an open description.
const FEED_ONLY: &[&str] =
    &["pubdate", "guid", "comments", "enclosure", "published", "updated", "lastbuilddate", "category"];

/// True for what stands right in an item.
fn is_field(ns: Ns, name: &str) -> bool {
    let is_core = matches!(ns, Ns::Core | Ns::Atom);
    is_core
        && (TEXT_FIELDS.contains(&name)
            || matches!(name, "description" | "summary" | "content" | "enclosure" | "source" | "image"))
        || matches!(ns, Ns::Dc | Ns::DcTerms | Ns::Content | Ns::Slash | Ns::Wfw | Ns::Itunes | Ns::Media | Ns::Sy)
}

impl<'a> Grammar<'a> for Items<'_> {
    fn closes(&self, ns: Ns, name: &str, open: &[Element<'a>]) -> usize {
        if is_item(ns, name) && !is_in_source(open) {
            return open.iter().position(|e| is_item(e.ns, &e.name)).map_or(0, |at| open.len() - at);
        }
        let Some(top) = open.last() else { return 0 };
        let is_core = matches!(ns, Ns::Core | Ns::Atom);
        let is_person = &*top.name == "author" && matches!(name, "name" | "email" | "uri" | "url" | "title" | "link");
        if is_field(ns, name) && top.is_core() && TEXT_FIELDS.contains(&&*top.name) && !is_person {
            return 1;
        }
        if is_core && FEED_ONLY.contains(&name) {
            let body = open.iter().rposition(|e| e.is_core() && matches!(&*e.name, "description" | "summary"));
            if let Some(at) = body.filter(|at| open[..*at].iter().any(|e| is_item(e.ns, &e.name))) {
                return open.len() - at;
            }
        }
        0
    }

    fn belongs_into(&self, ns: Ns, name: &str, open: &[Element<'a>]) -> Option<usize> {
        if !is_field(ns, name) {
            return None;
        }
        let item = open.iter().position(|e| is_item(e.ns, &e.name))?;
        let inside = &open[item + 1..];
        let top = inside.last()?;
        let is_part = match (&*top.name, name) {
            ("author" | "contributor", "name" | "email" | "uri" | "url") => true,
            ("image", "url" | "title" | "link") => top.is_core(),
            _ => inside.iter().any(|e| e.ns == ns && matches!(ns, Ns::Media | Ns::Itunes | Ns::Podcast)),
        };
        // RSS's `source` has an address and a text, Atom's is a feed.
        let is_in_source = inside.iter().any(|e| e.is_core() && e.name == "source" && e.attribute("url").is_none());
        (!is_part && !is_in_source).then_some(item)
    }

    fn is_between_elements(&self, open: &[Element<'a>]) -> bool {
        open.last().is_none_or(|top| matches!(&*top.name, "" | "rss" | "feed" | "rdf" | "channel"))
    }

    fn is_own(&self, name: &str, open: &[Element<'a>]) -> bool {
        match name {
            "rss" | "feed" | "rdf" | "channel" => true,
            "item" | "entry" => !open.iter().any(|e| is_item(e.ns, &e.name)),
            _ => false,
        }
    }

    fn finished(&mut self, element: Element<'a>, parents: &[Element<'a>]) -> Option<Element<'a>> {
        if !is_item(element.ns, &element.name) || is_in_source(parents) {
            return Some(element);
        }
        let index = self.seen;
        self.seen += 1;
        if self.drafts.len() >= caps::ITEMS {
            if self.skipped.is_empty() || index == caps::ITEMS {
                let reason = format!("only the first {} articles of a feed are read", caps::ITEMS);
                self.skipped.push(Skipped { index, reason });
            }
            return None;
        }
        let has_content =
            element.children.iter().any(|node| !matches!(node, Node::Text(text) if text.trim().is_empty()));
        if !has_content && element.attribute_in(Ns::Rdf, "about").is_none() {
            self.skipped.push(Skipped { index, reason: "the article is empty".into() });
            return None;
        }
        self.drafts.push(article::read(&element, self.base));
        None
    }

    fn is_full(&self) -> bool {
        self.seen > caps::ITEMS
    }
}
