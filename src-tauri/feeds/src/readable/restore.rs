//! Puts back what the search threw out of the middle of an article: a short paragraph, a list, a picture between two
//! kept paragraphs of the same parent.

use super::{dom, evidence, labels, phrases};
use dom_query::{Document, NodeId, NodeRef};
use std::collections::{HashMap, HashSet};

const MARK: &str = "data-sp-unit";
const UNITS: &str =
    "body p, body ul, body ol, body dl, body pre, body blockquote, body table, body h2, body h3, body h4, body figure";

/// Numbers the units of a page, so that they are known again after the search.
pub(super) fn mark(document: &Document) {
    for (at, node) in document.select(UNITS).nodes().iter().enumerate() {
        node.set_attr(MARK, &at.to_string());
    }
}

/// The number of a unit.
pub(super) fn number(node: &NodeRef) -> Option<usize> {
    node.attr(MARK)?.parse().ok()
}

/// The number of the first paragraph of a text.
pub(super) fn first_paragraph(chosen: &Document) -> Option<usize> {
    let is_first = |node: &NodeRef| node.has_name("p") && dom::length(node) >= 25;
    dom::elements(&chosen.root()).iter().filter(|node| is_first(node)).find_map(number)
}

fn marked<'a>(root: &NodeRef<'a>) -> Vec<(usize, NodeRef<'a>)> {
    let units = dom::elements(root).into_iter();
    units.filter_map(|node| Some((number(&node)?, node))).collect()
}

/// Puts the missing units of `original` back into `chosen`.
pub(super) fn missing(chosen: &Document, original: &Document) {
    let root = chosen.root();
    let mut kept: HashMap<usize, NodeRef> = marked(&root).into_iter().collect();
    let units = marked(&original.root());
    let is_paragraph = |node: &NodeRef| node.has_name("p") && dom::length(node) >= 25;
    let said: Vec<usize> =
        units.iter().filter(|(at, node)| kept.contains_key(at) && is_paragraph(node)).map(|(at, _)| *at).collect();
    let (Some(first), Some(last)) = (said.first().copied(), said.last().copied()) else { return };
    if said.len() < 3 {
        return;
    }
    let mut parents: HashMap<NodeId, usize> = HashMap::new();
    let mut above: HashSet<NodeId> = HashSet::new();
    for (at, node) in &units {
        if kept.contains_key(at)
            && is_paragraph(node)
            && let Some(parent) = node.parent()
        {
            *parents.entry(parent.id).or_default() += 1;
            above.insert(parent.id);
            above.extend(parent.parent().map(|p| p.id));
        }
    }
    let pictures: HashSet<String> = pictures_of(&root);
    // A heading comes back where the unit after it is here.
    let heads: HashSet<usize> = units
        .windows(2)
        .filter(|pair| is_heading(&pair[0].1) && kept.contains_key(&pair[1].0) && !kept.contains_key(&pair[0].0))
        .filter(|pair| pair[0].1.parent().map(|p| p.id) == pair[1].1.parent().map(|p| p.id))
        .map(|pair| pair[0].0)
        .collect();
    let known = evidence::triples(&dom::words(&dom::text(&root)));
    let mut previous: Option<usize> = None;
    let mut restored: HashSet<NodeId> = HashSet::new();
    for (at, node) in &units {
        if kept.contains_key(at) {
            previous = Some(*at);
            continue;
        }
        let Some(parent) = node.parent() else { continue };
        let is_sibling = parents.get(&parent.id).is_some_and(|count| *count >= 2);
        let is_near = is_sibling && (*at < last || dom::length(node) >= 120)
            || (first..last).contains(at)
                && (above.contains(&parent.id) || parent.parent().is_some_and(|p| above.contains(&p.id)));
        let is_nested = node.ancestors_it(None).any(|up| restored.contains(&up.id));
        if !is_near
            || is_nested
            || !(is_worth_it(node, &pictures) || heads.contains(at) && is_plain_heading(node))
            || is_in_furniture(node)
            || is_said(node, &known)
        {
            continue;
        }
        let place = previous.and_then(|at| kept.get(&at)).map(|node| top_of(node, &root));
        let copy = match place {
            Some(place) => {
                place.after_html(node.html());
                place.next_element_sibling()
            }
            None => {
                let Some(next) = kept.get(&first).map(|node| top_of(node, &root)) else { continue };
                next.before_html(node.html());
                next.prev_element_sibling()
            }
        };
        restored.insert(node.id);
        if let Some(copy) = copy {
            kept.insert(*at, copy);
            previous = Some(*at);
        }
    }
}

/// The list, quotation or table that a unit stands in.
fn top_of<'a>(node: &NodeRef<'a>, root: &NodeRef<'a>) -> NodeRef<'a> {
    let mut top = *node;
    for up in node.ancestors_it(None) {
        if up.id == root.id {
            break;
        }
        if matches!(
            dom::name(&up).as_str(),
            "li" | "ul" | "ol" | "dl" | "blockquote" | "figure" | "td" | "th" | "tr" | "tbody" | "table"
        ) {
            top = up;
        }
    }
    top
}

fn pictures_of(node: &NodeRef) -> HashSet<String> {
    dom::elements(node)
        .iter()
        .filter(|n| n.has_name("img"))
        .filter_map(|n| n.attr("src").map(|s| s.to_string()))
        .collect()
}

/// True where the text is there already, in an element that the search made anew.
fn is_said(node: &NodeRef, known: &HashSet<u64>) -> bool {
    let words = dom::words(&dom::text(node));
    let triples: Vec<u64> = evidence::triples_of(&words).collect();
    triples.iter().filter(|triple| known.contains(triple)).count() * 10 > triples.len() * 7
}

fn is_heading(node: &NodeRef) -> bool {
    matches!(dom::name(node).as_str(), "h2" | "h3" | "h4")
}

fn is_plain_heading(node: &NodeRef) -> bool {
    let text = dom::text(node);
    let words = dom::words(&text).len();
    (1..=20).contains(&words) && dom::link_share(node) < 0.5 && !phrases::is_furniture(&text)
}

fn is_worth_it(node: &NodeRef, known: &HashSet<String>) -> bool {
    let measure = dom::measure(node);
    let share = measure.link_share();
    let text = dom::text(node);
    match dom::name(node).as_str() {
        "figure" => {
            let own = pictures_of(node);
            !own.is_empty() && own.iter().all(|address| !known.contains(address)) && share < 0.5 && measure.chars < 600
        }
        "p" => {
            measure.chars >= 20
                && share < 0.3
                && !phrases::is_furniture(&text)
                && !phrases::asks(&text)
                && phrases::lead(&text).is_none()
        }
        "ul" | "ol" | "dl" => {
            let items = node.element_children().len().max(1);
            items >= 2 && share < 0.25 && measure.chars / items >= 12
        }
        "pre" => measure.chars > 0,
        "blockquote" => {
            measure.chars >= 40
                && share < 0.4
                && !dom::label(node).contains("-media")
                && !dom::label(node).contains("twitter")
        }
        "table" => measure.chars >= 20 && share < 0.3,
        _ => false,
    }
}

fn is_in_furniture(node: &NodeRef) -> bool {
    labels::is_furniture(node)
        || node.ancestors_it(Some(6)).any(|up| {
            matches!(dom::name(&up).as_str(), "aside" | "nav" | "footer" | "form" | "figure" | "li" | "td" | "header")
                || !up.has_name("body") && !up.has_name("article") && labels::is_furniture(&up)
        })
}
