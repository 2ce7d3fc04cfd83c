//! The picture above an article: it stands between the headline and the text, often outside of what the search finds.

use super::facts::Facts;
use super::{dom, labels, restore};
use crate::text::escape_attribute;
use dom_query::{Document, NodeId, NodeRef};
use std::collections::HashSet;

/// The picture between the headline and the first paragraph of `chosen`, as markup of its own.
pub(super) fn find(chosen: &Document, original: &Document, facts: &Facts) -> Option<String> {
    let first = restore::first_paragraph(chosen)?;
    let all = dom::elements(&original.root());
    let end = all.iter().position(|node| restore::number(node) == Some(first))?;
    let around: Vec<NodeRef> = all[end].ancestors_it(None).collect();
    let article = around.iter().find(|up| up.has_name("article") || up.attr_or("itemtype", "").ends_with("Article"));
    let heads = all[..end].iter().enumerate().rev().filter(|(_, node)| node.has_name("h1")).take(8);
    let head = heads.into_iter().find(|(_, node)| facts.is_headline(&dom::text(node))).map(|(at, _)| at);
    let article = article.and_then(|article| all.iter().position(|node| node.id == article.id));
    let start = article.into_iter().chain(head).min()?;
    let shared: HashSet<NodeId> = around.iter().map(|up| up.id).collect();
    let images = all[start..end].iter().filter(|node| node.has_name("img") && is_large(node)).take(64);
    images.into_iter().find_map(|node| {
        let boxes: Vec<NodeRef> = node.ancestors_it(None).take_while(|up| !shared.contains(&up.id)).collect();
        (!boxes.iter().any(|up| is_no_place(up, facts)) && stands_alone(node, &boxes)).then(|| markup(node, &boxes))?
    })
}

/// Puts the picture first: the one that the page shows there, else the one that it puts forward, where the text has
/// none, or nothing but signs and small faces.
pub(super) fn put_first(root: &NodeRef, facts: &Facts, lead: Option<&str>) {
    let images: Vec<NodeRef> = dom::elements(root).into_iter().filter(|node| node.has_name("img")).collect();
    let is_bare = images.iter().all(is_small);
    if let Some(lead) = lead {
        let known: HashSet<String> = images.iter().map(|image| stem(&image.attr_or("src", ""))).collect();
        let own = Document::fragment(lead);
        let is_known = known.contains(&stem(&own.select_single("img").attr_or("src", "")));
        if !is_known && !begins_with_image(root) {
            root.prepend_html(lead);
            return;
        }
    }
    if is_bare && let Some(image) = &facts.image {
        let mut markup = String::from("<figure><img alt=\"\" src=\"");
        escape_attribute(image, &mut markup);
        markup.push_str("\"></figure>");
        root.prepend_html(markup);
    }
}

/// True where a picture of some size stands before the first words that are no caption.
fn begins_with_image(root: &NodeRef) -> bool {
    for node in dom::elements(root) {
        if node.has_name("img") && !is_small(&node) {
            return true;
        }
        if node.has_name("p") && dom::length(&node) >= 25 {
            return false;
        }
    }
    false
}

/// The name of an image's file without the sizes that sites add to it.
fn stem(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let file = path.rsplit('/').next().unwrap_or(path);
    let (name, end) = file.rsplit_once('.').unwrap_or((file, ""));
    let is_size = |part: &str| {
        part.split_once('x').is_some_and(|(a, b)| {
            [a, b].iter().all(|side| !side.is_empty() && side.bytes().all(|byte| byte.is_ascii_digit()))
        })
    };
    let name = name.rsplit_once('-').filter(|(_, size)| is_size(size)).map_or(name, |(name, _)| name);
    // A name of digits ("800.jpg") says nothing without its folder.
    if name.chars().any(char::is_alphabetic) { format!("{name}.{end}") } else { path.to_owned() }
}

fn side(image: &NodeRef, name: &str) -> Option<u32> {
    let value = image.attr(name)?;
    let digits = value.trim().bytes().take_while(u8::is_ascii_digit).count();
    if value.trim().ends_with('%') { None } else { value.trim()[..digits].parse().ok() }
}

/// Signs, small faces and what else says nothing about the article.
fn is_small(image: &NodeRef) -> bool {
    let names = ["emoji", "smiley", "smilie", "icon", "sprite"];
    let (src, label) = (image.attr_or("src", "").to_ascii_lowercase(), dom::label(image));
    ["width", "height"].iter().any(|name| side(image, name).is_some_and(|pixels| pixels < 100))
        || words(&src).chain(words(&label)).any(|word| names.contains(&word.trim_end_matches('s')))
        || label.contains("wp-smiley")
}

fn is_large(image: &NodeRef) -> bool {
    let src = image.attr_or("src", "").to_ascii_lowercase();
    let is_wide = side(image, "width").is_none_or(|width| width >= 200);
    let is_high = side(image, "height").is_none_or(|height| height >= 100);
    let file = src.split(['?', '#']).next().unwrap_or("");
    src.starts_with("http")
        && is_wide
        && is_high
        && !is_small(image)
        && !is_mark(&dom::label(image))
        && !is_mark(&src)
        && !file.ends_with(".svg")
}

/// Names of what is no picture of the article: the writer's portrait, the site's sign, an advertisement.
fn is_mark(name: &str) -> bool {
    const MARKS: &[&str] = &[
        "avatar",
        "avatars",
        "gravatar",
        "author",
        "authors",
        "byline",
        "bio",
        "profile",
        "headshot",
        "portrait",
        "logo",
        "logos",
        "icon",
        "icons",
        "badge",
        "ad",
        "ads",
        "advert",
        "adserver",
        "doubleclick",
        "banner",
        "sponsor",
        "teaser",
        "placeholder",
        "pixel",
        "spacer",
        "blank",
        "share",
        "social",
        "comment",
        "comments",
        "meta",
    ];
    words(name).any(|word| MARKS.contains(&word))
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// A box that no picture of the article stands in: furniture, a list, a link to another page.
fn is_no_place(up: &NodeRef, facts: &Facts) -> bool {
    let name = dom::name(up);
    if name == "a" {
        let href = up.attr_or("href", "").to_ascii_lowercase();
        let path = href.split(['?', '#']).next().unwrap_or("");
        let is_file = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"].iter().any(|end| path.ends_with(end));
        return !is_file && (facts.is_another_page(&href) || !facts.is_own(&href) && href.starts_with("http"));
    }
    matches!(name.as_str(), "nav" | "aside" | "footer" | "li" | "ul" | "ol" | "button" | "form" | "table")
        || labels::is_furniture(up)
        || is_mark(&dom::label(up))
}

/// True where the box of the picture says nothing but its caption: a portrait has a name beside it.
fn stands_alone(image: &NodeRef, boxes: &[NodeRef]) -> bool {
    let is_framed = boxes.iter().any(|up| up.has_name("figure"));
    let parent = boxes.iter().find(|up| !matches!(dom::name(up).as_str(), "picture" | "a" | "span"));
    is_framed || side(image, "width").is_some() || parent.is_none_or(|up| dom::length(up) == 0)
}

fn markup(image: &NodeRef, boxes: &[NodeRef]) -> Option<String> {
    let mut out = String::from("<figure><img");
    for name in ["src", "alt", "width", "height"] {
        let value = image.attr(name);
        if let Some(value) = value.or_else(|| (name == "alt").then(Default::default)) {
            out.push_str(&format!(" {name}=\""));
            escape_attribute(value.trim(), &mut out);
            out.push('"');
        }
    }
    out.push('>');
    let caption = boxes.iter().find(|up| up.has_name("figure")).and_then(|figure| {
        dom::elements(figure)
            .into_iter()
            .find(|node| node.has_name("figcaption") && (1..600).contains(&dom::length(node)))
    });
    if let Some(caption) = caption {
        out.push_str(&caption.html());
    }
    out.push_str("</figure>");
    Some(out)
}
