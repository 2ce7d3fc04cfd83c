//! What is left of the site's furniture goes: boxes by their names, lines by their words, the headline said twice, the
//! links at the end; and what the article needs is put right: its players, its formulas, its lead image.

use super::dom;
use super::facts::Facts;
use super::{evidence, formulas, labels, lead, phrases};
use crate::date;
use dom_query::{NodeId, NodeRef};
use std::collections::{HashMap, HashSet};

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
    drop_head(root, facts);
    drop_tail(root, facts, all);
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
fn is_prose(node: &NodeRef) -> bool {
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

fn has_image(node: &NodeRef) -> bool {
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

/// The headline once more, the names of the writers, the date, the minutes it takes: the window shows them itself.
fn drop_head(root: &NodeRef, facts: &Facts) {
    let shown = facts.titles.first().map(|title| dom::words(title)).unwrap_or_default();
    // Other spellings count where they say the same: a heading of its own stays.
    let mut titles: Vec<Vec<String>> = facts.titles.iter().map(|title| dom::words(title)).collect();
    titles.retain(|title| {
        title.iter().filter(|word| shown.contains(word)).count() * 10 >= title.len().max(shown.len()) * 6
    });
    let leaves = leaves(root);
    // Where dates go on below the first paragraph they part the article: a diary, a chronicle.
    let is_dated = |leaf: &&NodeRef| is_date(&dom::text(leaf));
    let is_diary = leaves.iter().take(64).skip_while(|leaf| !is_prose(leaf)).any(|leaf| is_dated(&leaf));
    for node in leaves.into_iter().take(8) {
        let text = dom::text(&node);
        if text.is_empty() {
            continue;
        }
        let words = dom::words(&text);
        let is_heading = matches!(dom::name(&node).as_str(), "h1" | "h2" | "h3");
        let is_title = titles.contains(&words)
            || is_heading && words.len() > 3 && titles.iter().any(|title| title.starts_with(&words));
        let links = dom::elements(&node).iter().filter(|n| n.has_name("a")).count();
        let is_menu = links >= 2 && dom::link_share(&node) > 0.8;
        let is_furniture =
            is_title || is_menu || is_byline(&text, &words, facts, is_heading) || is_date(&text) && !is_diary;
        if is_furniture && !has_image(&node) {
            node.remove_from_parent();
        } else if text.chars().count() > 120 {
            break;
        }
    }
}

fn is_byline(text: &str, words: &[String], facts: &Facts, is_heading: bool) -> bool {
    if words.len() > 12 || text.ends_with(['.', '!', '?', '…']) {
        return words.len() <= 4 && is_minutes(words);
    }
    let names: Vec<Vec<String>> = facts.names().iter().map(|name| dom::words(name)).collect();
    // A heading that says more than who wrote it is one of the article's own.
    let fits = |name: &[String]| !is_heading || words.len() <= name.len() + 2;
    let has_name = names
        .iter()
        .any(|name| !name.is_empty() && fits(name) && words.windows(name.len()).any(|w| w == name.as_slice()));
    has_name || is_minutes(words)
}

/// "5 min read" and its like.
fn is_minutes(words: &[String]) -> bool {
    words.len() <= 5
        && words.iter().any(|word| word.bytes().all(|b| b.is_ascii_digit()))
        && words.iter().any(|word| {
            matches!(word.as_str(), "min" | "mins" | "minute" | "minutes" | "minuten" | "minutos" | "минут" | "دقائق")
        })
        && (words.len() <= 3
            || words.iter().any(|word| {
                matches!(word.as_str(), "read" | "lecture" | "lectura" | "leitura" | "lesezeit" | "чтения")
            }))
}

/// A line with a date and hardly anything else.
fn is_date(text: &str) -> bool {
    let count = text.chars().count();
    if count > 60 || !text.chars().any(|c| c.is_ascii_digit()) {
        return false;
    }
    let lower = text.to_lowercase();
    let bare = [
        "published on",
        "published",
        "updated on",
        "updated",
        "posted on",
        "posted",
        "last",
        "le",
        "publié",
        "veröffentlicht am",
        "stand",
        "am",
    ]
    .iter()
    .fold(lower.as_str(), |text, start| text.strip_prefix(start).unwrap_or(text).trim_start_matches([':', ' ']));
    date::parse(bare).is_some()
}

/// What stands after the article's last sentence: tags, related stories, words about the writer.
fn drop_tail(root: &NodeRef, facts: &Facts, all: usize) {
    let (mut dropped, mut has_dropped) = (0, false);
    let leaves = leaves(root);
    let pointers = pointers(root);
    for (at, node) in leaves.iter().enumerate().rev() {
        let text = dom::text(node);
        let length = text.chars().count();
        if length == 0 {
            if has_image(node) || node.has_name("img") {
                break;
            }
            continue;
        }
        dropped += length;
        if dropped * 3 > all || node.has_name("table") || node.has_name("pre") || node.has_name("figure") {
            break;
        }
        if is_apparatus(node, root, facts, &pointers) {
            break;
        }
        let words = dom::words(&text);
        let share = dom::link_share(node);
        let links = dom::elements(node).iter().filter(|n| n.has_name("a")).count();
        // A heading after which nothing comes headed something that is gone.
        if is_heading(node) && words.len() <= 12 && has_dropped {
            node.remove_from_parent();
            continue;
        }
        // Under a heading of its own a list of links is a part of the article: sources, links.
        let is_headed = at > 0 && is_heading(&leaves[at - 1]) || at > 1 && is_heading(&leaves[at - 2]);
        let is_links = !is_headed && share > 0.8 && (links >= 2 || words.len() >= 4 && !node.has_name("p"));
        let is_bio = words.len() <= 70
            && facts.declared_names().iter().any(|name| {
                let name = dom::words(name);
                name.len() >= 2 && words.starts_with(&name) && words.len() > name.len() + 2
            })
            && is_about_a_writer(&words);
        if is_links || is_bio {
            has_dropped = true;
            node.remove_from_parent();
        } else {
            break;
        }
    }
}

/// True for notes and sources: named so, pointed to by the text, or introduced by a word or a sentence with a colon and
/// leading to other sites.
fn is_apparatus(node: &NodeRef, root: &NodeRef, facts: &Facts, pointers: &HashMap<String, NodeId>) -> bool {
    let around = std::iter::once(*node).chain(node.ancestors_it(Some(6))).take_while(|up| up.id != root.id);
    let is_named = |up: &NodeRef| {
        let label = dom::label(up);
        let mut words = label.split(|c: char| !c.is_alphanumeric());
        let is_role = matches!(&*up.attr_or("role", ""), "doc-endnotes" | "doc-bibliography" | "doc-endnote");
        is_role
            || words.any(|w| {
                matches!(w, "footnotes" | "footnote" | "endnotes" | "references" | "reflist" | "bibliography" | "csl")
            })
    };
    if around.into_iter().any(|up| is_named(&up)) {
        return true;
    }
    let inside = dom::elements(node);
    let is_pointed_to = std::iter::once(node).chain(&inside).any(|target| {
        let pointer = target.attr("id").and_then(|id| pointers.get(&*id));
        pointer.is_some_and(|link| !inside.iter().any(|n| n.id == *link))
    });
    if is_pointed_to {
        return true;
    }
    let links: Vec<NodeRef> = inside.into_iter().filter(|n| n.has_name("a")).collect();
    let leads_out = !links.is_empty() && !links.iter().any(|link| facts.is_own(&link.attr_or("href", "")));
    let introduced = |text: &str| {
        let text = text.to_lowercase();
        SOURCES.iter().any(|word| text.starts_with(word))
    };
    let is_introduced = introduced(&dom::text(node))
        || matches!(dom::name(node).as_str(), "ul" | "ol")
            && node.prev_element_sibling().is_some_and(|before| {
                before.has_name("p") && dom::link_share(&before) < 0.5 && dom::text(&before).ends_with(':')
            });
    leads_out && is_introduced
}

/// The names that links lead to, each with the first such link.
fn pointers(root: &NodeRef) -> HashMap<String, NodeId> {
    let mut pointers = HashMap::new();
    for link in dom::elements(root) {
        if let Some((_, name)) = link.attr("href").as_deref().and_then(|href| href.rsplit_once('#')) {
            pointers.entry(name.to_owned()).or_insert(link.id);
        }
    }
    pointers
}

/// How a line of sources begins.
const SOURCES: &[&str] = &[
    "source:",
    "sources:",
    "references:",
    "source :",
    "sources :",
    "quelle:",
    "quellen:",
    "fuente:",
    "fuentes:",
    "fonte:",
    "fonti:",
    "fontes:",
    "bron:",
    "bronnen:",
    "thanks to",
    "via:",
    "источник:",
    "источники:",
    "المصدر:",
    "المصادر:",
];

fn is_heading(node: &NodeRef) -> bool {
    matches!(dom::name(node).as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_about_a_writer(words: &[String]) -> bool {
    const VERBS: &[&str] = &[
        "is",
        "was",
        "writes",
        "covers",
        "has",
        "est",
        "es",
        "ist",
        "schreibt",
        "écrit",
        "escribe",
        "é",
        "صحفي",
        "كاتب",
        "كاتبة",
    ];
    words.iter().take(8).any(|word| VERBS.contains(&word.as_str()))
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
