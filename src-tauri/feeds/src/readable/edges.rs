//! What stands at the edges of an article and is no part of it: the headline said twice, the writers and the date above it, links
//! and notes on the writer below it. Notes, sources and lists that the text points to are its own and stay.

use super::care::{has_image, is_heading, is_prose, leaves};
use super::dom;
use super::facts::Facts;
use crate::date;
use dom_query::{NodeId, NodeRef};
use std::collections::HashMap;

/// The headline once more, the names of the writers, the date, the minutes it takes: the window shows them itself.
pub(super) fn drop_head(root: &NodeRef, facts: &Facts) {
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
pub(super) fn drop_tail(root: &NodeRef, facts: &Facts, all: usize) {
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
