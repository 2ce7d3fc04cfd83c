//! Which part of the page is the article: dom_smoothie's choice, checked against the page's own evidence.

use super::evidence::{Bag, TESTIMONY};
use super::facts::Facts;
use super::{dom, labels, lead, restore};
use crate::text::{escape_text, paragraphs};
use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The article in a document of its own, and the picture that stands above it.
pub(super) fn article(document: Document, facts: &Facts) -> Option<(Document, Option<String>)> {
    restore::mark(&document);
    let original = document.clone();
    let found = search(document);
    let chosen = choose(&original, found, facts)?;
    let lead = lead::find(&chosen, &original, facts);
    restore::missing(&chosen, &original);
    Some((chosen, lead))
}

fn search(document: Document) -> Option<Document> {
    let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
    catch_unwind(AssertUnwindSafe(|| {
        let mut reader = Readability::with_document(document, None, Some(config)).ok()?;
        let article = reader.parse().ok()?;
        Some(Document::fragment(article.content))
    }))
    .ok()?
}

fn choose(original: &Document, found: Option<Document>, facts: &Facts) -> Option<Document> {
    let bag = |document: &Document| Bag::of(&dom::text(&document.root()));
    let boxes = containers(original);
    let found_bag = found.as_ref().map_or_else(|| Bag::of(""), bag);
    let testimony = facts.body.as_ref().map(|body| Bag::of(body)).filter(|body| body.count >= TESTIMONY);
    if let Some(testimony) = testimony {
        let mut best = (found_bag.likeness(&testimony) + 0.03, found);
        if best.0 < 0.97 {
            for (node, _) in &boxes {
                for candidate in [within(node), Some(copy(node))].into_iter().flatten() {
                    let likeness = bag(&candidate).likeness(&testimony);
                    if likeness > best.0 {
                        best = (likeness, Some(candidate));
                    }
                }
            }
        }
        // A page that draws itself by script has its text nowhere else. What is for subscribers stays with them.
        if best.0 < 0.3 && facts.is_free != Some(false) && !labels::has_paywall(original) {
            return facts.body.as_deref().map(from_text);
        }
        return best.1;
    }
    let Some((node, is_sure)) = boxes.first() else { return found };
    let inside = copy(node);
    let inside_bag = bag(&inside);
    if inside_bag.count < 60 {
        return found;
    }
    let covered = found_bag.covers(&inside_bag);
    let foreign = 1.0 - inside_bag.covers(&found_bag);
    if covered < 0.6 {
        let again = within(node);
        let again_bag = again.as_ref().map_or_else(|| Bag::of(""), bag);
        return if again_bag.covers(&inside_bag) >= 0.6 || !is_sure && again_bag.count >= found_bag.count {
            again
        } else if *is_sure || dom::link_share(&inside.root()) < 0.25 {
            Some(inside)
        } else {
            found
        };
    }
    if foreign > 0.35 && (*is_sure || node.has_name("article") && inside_bag.count > 150) {
        let again = within(node);
        if again.as_ref().is_some_and(|again| bag(again).covers(&inside_bag) >= 0.7) {
            return again;
        }
    }
    found
}

/// The elements that a page marks as its article, the surest first, and whether their mark is a sure one.
fn containers(document: &Document) -> Vec<(NodeRef<'_>, bool)> {
    const SURE: &[&str] = &[
        "[itemprop~=articleBody], [property~=articleBody]",
        ".entry-content, .article-body, .article__body, .articleBody, .article-content, .article__content, .post-content, \
         .post-body, .story-body, .story-content, .article-text, .available-content, .content__article-body, \
         .c-entry-content, .td-post-content, .gh-content, .post__content, .article-detail__body, #article-body, #articleBody",
    ];
    const LIKELY: &[&str] = &["article, [itemtype$=Article], [itemtype$=BlogPosting]", "main, [role=main]"];
    let mut out = vec![];
    for (selectors, is_sure) in [(SURE, true), (LIKELY, false)] {
        for selector in selectors {
            let nodes = document.select(selector);
            let outer: Vec<&NodeRef> = nodes
                .nodes()
                .iter()
                .filter(|node| !node.ancestors_it(None).any(|above| nodes.nodes().iter().any(|n| n.id == above.id)))
                .take(64)
                .collect();
            let prose: Vec<usize> = outer.iter().map(|node| dom::measure(node).prose()).collect();
            let total: usize = prose.iter().sum();
            let Some((at, most)) = prose.iter().enumerate().max_by_key(|(_, prose)| **prose) else { continue };
            if *most < 400 || labels::is_furniture(outer[at]) {
                continue;
            }
            // An article in several parts under one roof is that roof; several articles are no evidence.
            if most * 10 >= total * 7 {
                out.push((*outer[at], is_sure));
            } else if is_sure
                && let Some(parent) = outer[0].parent()
                && outer.iter().all(|node| node.parent().is_some_and(|p| p.id == parent.id))
                && !parent.has_name("body")
            {
                out.push((parent, is_sure));
            }
        }
    }
    out
}

/// The search once more, with nothing but this element on the page.
fn within(node: &NodeRef) -> Option<Document> {
    let page = format!("<!doctype html><html><body><div class=\"article\">{}</div></body></html>", node.html());
    search(Document::from(page))
}

/// The element as it is, without what is never text.
fn copy(node: &NodeRef) -> Document {
    let document = Document::fragment(node.html());
    document
        .select("nav, aside, footer, form, button, input, select, dialog, [role=complementary], [role=navigation]")
        .remove();
    for node in dom::elements(&document.root()) {
        if labels::is_furniture(&node) && dom::length(&node) < 1_500 {
            node.remove_from_parent();
        }
    }
    document
}

fn from_text(body: &str) -> Document {
    let mut markup = String::from("<div>");
    let lines = body.split('\n').flat_map(paragraphs);
    for line in lines {
        markup.push_str("<p>");
        escape_text(&line, &mut markup);
        markup.push_str("</p>");
    }
    markup.push_str("</div>");
    Document::fragment(markup)
}
