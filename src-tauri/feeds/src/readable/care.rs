//! What is left of the site's furniture goes: boxes by their names, lines by their words, and what stands at the edges; and what the article needs is put right: its players, its formulas, its lead image.

use super::dom;
use super::facts::Facts;
use super::{edges, evidence, formulas, labels, lead, phrases};
use dom_query::{NodeId, NodeRef};
use std::collections::HashSet;

/// Changes the extracted article in place.
pub(super) fn tidy(root: &NodeRef, facts: &Facts, lead: Option<&str>) {
    formulas::to_text(root);
    players(root);
    controls(root);
    let all = dom::length(root);
    if let Some(body) = &facts.body {
        evidence::keep_to(root, body);
    }
    drop_boxes(root, all);
    drop_lines(root);
    drop_teasers(root, facts);
    edges::drop_head(root, facts);
    edges::drop_tail(root, facts, all);
    drop_hollow(root);
    lead::put_first(root, facts, lead);
    anchors(root, facts);
}

/// Boxes whose names say that they are no part of the article.
fn drop_boxes(root: &NodeRef, all: usize) {
    for node in dom::elements(root) {
        let is_box = node.qual_name_ref().is_some_and(|name| {
            matches!(
                &*name.local,
                "div" | "section" | "aside" | "ul" | "ol" | "p" | "nav" | "footer" | "header" | "span" | "form"
            )
        });
        if !is_box || !dom::is_under(&node, root) || !labels::is_furniture(&node) {
            continue;
        }
        let length = dom::length(&node);
        let share = dom::link_share(&node);
        if node.has_name("p") && is_sentence(&node) {
            continue;
        }
        // The name alone decides over little text; a longer box has to be links as well.
        if length < 20 && has_image(&node) && !has_link(&node) {
            continue;
        }
        let is_small = length * 4 < all && (length < 280 || length < 900 && share > 0.25);
        if is_small || length * 3 < all && share > 0.5 {
            node.remove_from_parent();
        }
    }
}

/// True for a paragraph that says something whole and leads nowhere, whatever its name: `promo`, `tags` and `cookies` are
/// also what an article can be about.
fn is_sentence(node: &NodeRef) -> bool {
    let text = dom::text(node);
    dom::words(&text).len() >= 12
        && text.ends_with(['.', '!', '?', '”', '»', '。'])
        && !has_link(node)
        && !phrases::asks(&text)
        && !phrases::asks_inside(&text)
}

fn is_line(node: &NodeRef) -> bool {
    node.qual_name_ref().is_some_and(|name| {
        matches!(
            &*name.local,
            "p" | "div"
                | "li"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "section"
                | "aside"
                | "blockquote"
                | "header"
                | "footer"
                | "ul"
                | "ol"
                | "figcaption"
                | "strong"
                | "b"
                | "em"
                | "a"
                | "span"
        )
    })
}

/// Lines that are furniture by their words.
fn drop_lines(root: &NodeRef) {
    let prose: HashSet<NodeId> = leaves(root).iter().filter(|leaf| is_prose(leaf)).map(|leaf| leaf.id).collect();
    let (mut before, mut kept) = (0, HashSet::new());
    for node in dom::elements(root) {
        before += usize::from(prose.contains(&node.id));
        if !is_line(&node) || node.id == root.id || !dom::is_under(&node, root) {
            continue;
        }
        let name = dom::name(&node);
        let is_inline = !dom::is_block(&name);
        let text = dom::text(&node);
        let length = text.chars().count();
        if length == 0 || length > 400 || has_image(&node) {
            continue;
        }
        if phrases::is_furniture(&text) {
            if is_inline && !stands_alone(&node) || node.ancestors_it(Some(4)).any(|up| kept.contains(&up.id)) {
                continue;
            }
            if before > 0 && (is_heading_of_prose(&node, &text) || is_item(&node, root)) {
                kept.insert(node.id);
                continue;
            }
            let is_heading = name.starts_with('h') && name.len() == 2 || name == "p" || name == "div" || is_inline;
            if is_heading {
                drop_links_after(&node, root);
            }
            node.remove_from_parent();
            continue;
        }
        if is_inline || name == "li" && dom::link_share(&node) < 0.5 {
            continue;
        }
        let words = dom::words(&text).len();
        if let Some(rest) = phrases::lead(&text) {
            let marked = rest.starts_with([':', '：', '>', '»', '→', '|', '\u{2013}', '\u{2014}', '-']);
            if words <= 40
                && !goes_on_after_its_link(&node)
                && (dom::link_share(&node) > 0.4 && (marked || rest.is_empty() || dom::link_share(&node) > 0.7))
            {
                node.remove_from_parent();
            }
            continue;
        }
        let asks = words <= 45 && phrases::asks(&text) && (has_link(&node) || words <= 20);
        let asks_inside = words <= 30 && has_link(&node) && phrases::asks_inside(&text);
        if !asks && !asks_inside || is_in_quote(&node, root) {
            continue;
        }
        // In the middle of an article these words also begin ordinary sentences.
        let inside = dom::elements(&node).iter().filter(|n| prose.contains(&n.id)).count();
        let is_edge = before - usize::from(prose.contains(&node.id)) == 0 || before + inside >= prose.len();
        if is_edge || asks && asks_inside || dom::link_share(&node) > 0.5 || is_in_box(&node, root, &prose) {
            node.remove_from_parent();
        }
    }
}

/// True for a line whose last link is followed by words and the end of a sentence.
fn goes_on_after_its_link(node: &NodeRef) -> bool {
    let Some(last) = dom::elements(node).into_iter().rfind(|n| n.has_name("a")) else { return false };
    let (all, linked) = (dom::text(node), dom::text(&last));
    let after = all.rfind(&linked).map_or("", |at| &all[at + linked.len()..]);
    after.ends_with(['.', '!', '?']) && dom::words(after).len() >= 2
}

/// A block that says something of its own.
pub(super) fn is_prose(node: &NodeRef) -> bool {
    let measure = dom::measure(node);
    measure.chars >= 80 && measure.link_share() < 0.4 && !is_heading(node)
}

/// True where a heading in the words of furniture ("Comments", "Topics") has prose below it.
fn is_heading_of_prose(node: &NodeRef, text: &str) -> bool {
    is_heading(node)
        && !phrases::is_advertising(text)
        && node.next_element_sibling().is_some_and(|next| {
            let (text, name) = (dom::text(&next), dom::name(&next));
            let is_text = matches!(name.as_str(), "p" | "ul" | "ol" | "dl" | "pre" | "blockquote" | "table");
            let measure = dom::measure(&next);
            is_text && measure.chars >= 50 && measure.link_share() < 0.3 && !phrases::asks(&text)
        })
}

/// True for a cell of a table, and for an item of a list that leads nowhere and says more than such words.
fn is_item(node: &NodeRef, root: &NodeRef) -> bool {
    let mut around = std::iter::once(*node).chain(node.ancestors_it(None)).take_while(|up| up.id != root.id);
    let Some(item) = around.find(|up| matches!(dom::name(up).as_str(), "li" | "td" | "th" | "dd" | "dt")) else {
        return false;
    };
    if !item.has_name("li") {
        return true;
    }
    item.parent().is_some_and(|list| {
        let items = list.element_children();
        let says_more = items.iter().any(|item| !phrases::is_furniture(&dom::text(item)));
        items.len() >= 3 && says_more && dom::measure(&list).linked == 0
    })
}

/// True inside of a box that is named after what it asks for, or that holds a link and none of the article's paragraphs.
fn is_in_box(node: &NodeRef, root: &NodeRef, prose: &HashSet<NodeId>) -> bool {
    let mut around = std::iter::once(*node).chain(node.ancestors_it(Some(3))).take_while(|up| up.id != root.id);
    if around.any(|up| up.has_name("aside") || labels::is_furniture(&up)) {
        return true;
    }
    let is_box =
        |node: &NodeRef| node.element_children().iter().any(|n| dom::is_block(&dom::name(n))) && has_link(node);
    let has_prose = |node: &NodeRef| node.element_children().iter().any(|n| prose.contains(&n.id));
    let parent = node.parent().filter(|parent| parent.id != root.id);
    is_box(node) && !has_prose(node)
        || has_link(node) && parent.is_some_and(|parent| is_box(&parent) && !has_prose(&parent))
}

/// Paragraphs that are one link to another story of the same site, between the paragraphs of an article.
fn drop_teasers(root: &NodeRef, facts: &Facts) {
    let leaves = leaves(root);
    if !facts.is_article || leaves.iter().filter(|leaf| leaf.has_name("p") && dom::length(leaf) > 80).count() < 4 {
        return;
    }
    for leaf in leaves {
        let is_line = leaf.has_name("p") || leaf.has_name("div");
        if !is_line || has_image(&leaf) || dom::link_share(&leaf) < 0.95 {
            continue;
        }
        let links: Vec<NodeRef> = dom::elements(&leaf).into_iter().filter(|n| n.has_name("a")).collect();
        if let [link] = links.as_slice()
            && dom::words(&dom::text(link)).len() >= 5
            && facts.is_another_page(&link.attr_or("href", ""))
        {
            leaf.remove_from_parent();
        }
    }
}

fn is_in_quote(node: &NodeRef, root: &NodeRef) -> bool {
    node.ancestors_it(None).take_while(|above| above.id != root.id).any(|above| above.has_name("blockquote"))
}

/// True where an inline element is all that its block says.
fn stands_alone(node: &NodeRef) -> bool {
    node.parent().is_some_and(|parent| dom::length(&parent) == dom::length(node))
}

pub(super) fn has_image(node: &NodeRef) -> bool {
    dom::elements(node).iter().any(|n| matches!(dom::name(n).as_str(), "img" | "picture" | "video" | "table" | "pre"))
}

fn has_link(node: &NodeRef) -> bool {
    dom::elements(node).iter().any(|n| n.has_name("a"))
}

/// Lists of links that follow their own heading.
fn drop_links_after(heading: &NodeRef, root: &NodeRef) {
    let mut at = *heading;
    while at.next_element_sibling().is_none()
        && at.parent().is_some_and(|p| p.id != root.id && dom::text(&p) == dom::text(heading))
    {
        let Some(parent) = at.parent() else { return };
        at = parent;
    }
    for _ in 0..12 {
        let Some(next) = at.next_element_sibling() else { return };
        let length = dom::length(&next);
        if length > 0 && (dom::link_share(&next) < 0.6 || length > 900) {
            return;
        }
        if length == 0 && has_image(&next) && !has_link(&next) {
            return;
        }
        next.remove_from_parent();
    }
}

/// The blocks that hold text or images and no other such block, in order.
pub(super) fn leaves<'a>(root: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    let is_leaf = |node: &NodeRef| {
        let name = dom::name(node);
        if name == "img" {
            return !node
                .ancestors_it(None)
                .take_while(|a| a.id != root.id)
                .any(|a| matches!(dom::name(&a).as_str(), "p" | "figure" | "li"));
        }
        dom::is_block(&name)
            && name != "br"
            && (matches!(name.as_str(), "ul" | "ol" | "table" | "figure" | "blockquote" | "dl" | "pre")
                || !dom::elements(node).iter().any(|n| dom::is_block(&dom::name(n)) && !n.has_name("br")))
    };
    let mut out: Vec<NodeRef> = vec![];
    let mut node = root.first_child();
    while let Some(at) = node {
        let descends = if at.is_element() && is_leaf(&at) {
            out.push(at);
            false
        } else {
            at.is_element()
        };
        node = if descends { at.first_child() } else { None };
        let mut up = at;
        while node.is_none() {
            if up.id == root.id {
                return out;
            }
            node = up.next_sibling();
            if node.is_none() {
                match up.parent() {
                    Some(parent) if parent.id != root.id => up = parent,
                    _ => return out,
                }
            }
        }
    }
    out
}

pub(super) fn is_heading(node: &NodeRef) -> bool {
    matches!(dom::name(node).as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Blocks in which nothing is left.
fn drop_hollow(root: &NodeRef) {
    for node in dom::elements(root).into_iter().rev() {
        let name = dom::name(&node);
        let may_go = matches!(
            name.as_str(),
            "p" | "div"
                | "section"
                | "aside"
                | "ul"
                | "ol"
                | "li"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "header"
                | "footer"
                | "span"
                | "article"
                | "figure"
                | "blockquote"
                | "a"
        );
        if may_go && node.id != root.id && is_hollow(&node) {
            node.remove_from_parent();
        }
    }
}

fn is_hollow(node: &NodeRef) -> bool {
    let mut child = node.first_child();
    while let Some(at) = child {
        if at.is_element() || at.is_text() && !at.text().trim().is_empty() {
            return false;
        }
        child = at.next_sibling();
    }
    true
}

/// What the cleaner lets nothing of through is no text of the article's either.
fn controls(root: &NodeRef) {
    for node in dom::elements(root) {
        let name = dom::name(&node);
        if matches!(name.as_str(), "form" | "select" | "button" | "textarea" | "datalist" | "dialog" | "canvas" | "map")
        {
            node.remove_from_parent();
        }
    }
}

/// Players become links to the page of the film.
fn players(root: &NodeRef) {
    for node in dom::elements(root) {
        if !matches!(dom::name(&node).as_str(), "iframe" | "embed" | "object") || !dom::is_under(&node, root) {
            continue;
        }
        let address = node.attr("src").or_else(|| node.attr("data")).unwrap_or_default();
        let card = crate::clean::card("iframe", &address).filter(|(page, _)| page.starts_with("http"));
        match card {
            Some((page, _)) => {
                let site = site_of(&page);
                let mut markup = String::from("<p class=\"card\"><a href=\"");
                crate::text::escape_attribute(&page, &mut markup);
                markup.push_str("\" title=\"");
                crate::text::escape_attribute(&site, &mut markup);
                markup.push_str("\">▶</a></p>");
                node.replace_with_html(markup);
            }
            None => node.remove_from_parent(),
        }
    }
}

fn site_of(page: &str) -> String {
    let host = url::Url::parse(page).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let host = host.trim_start_matches("www.").to_owned();
    match host.as_str() {
        "youtube.com" => "YouTube".into(),
        "vimeo.com" => "Vimeo".into(),
        "dailymotion.com" => "Dailymotion".into(),
        _ => host,
    }
}

/// Links within the page are absolute like the others.
fn anchors(root: &NodeRef, facts: &Facts) {
    for node in dom::elements(root) {
        if let Some(href) = node.attr("href").filter(|href| href.starts_with('#'))
            && let Some(address) = facts.absolute(&href)
        {
            node.set_attr("href", &address);
        }
    }
}
