//! Who wrote it, as pages show it: boxes named after authors, and what belongs to no name cut off.

use super::dom;
use crate::{caps, date};
use dom_query::{Document, NodeRef};

/// The names that a page shows, from the surest place.
pub(super) fn names_in(document: &Document) -> Vec<String> {
    for selector in ["[itemprop~=author]", "[rel~=author], [class]"] {
        let is_by_name = selector.contains("[class]");
        let places = document.select(selector);
        let mut found: Vec<NodeRef> = places.nodes().iter().take(5_000).copied().collect();
        found.retain(|node| {
            (!is_by_name || node.attr_or("rel", "").contains("author") || is_byline(node))
                && !is_strange(node, is_by_name)
        });
        for (at, node) in found.iter().take(20).enumerate() {
            let mut names = names_of(node);
            if names.is_empty() {
                continue;
            }
            // Several authors stand beside each other.
            for other in found.iter().skip(at + 1).take(caps::AUTHORS).filter(|other| is_beside(node, other)) {
                names.extend(names_of(other));
            }
            return once(names);
        }
    }
    vec![]
}

fn once(names: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = vec![];
    for name in names {
        if !out.contains(&name) {
            out.push(name);
        }
    }
    out
}

fn is_beside(node: &NodeRef, other: &NodeRef) -> bool {
    let above = |node: &NodeRef| node.parent().map(|parent| parent.id);
    let is_item = |node: &NodeRef| node.parent().is_some_and(|up| matches!(dom::name(&up).as_str(), "li" | "span"));
    let up = |node: &NodeRef| node.parent().and_then(|parent| above(&parent));
    above(node) == above(other) || is_item(node) && is_item(other) && up(node) == up(other)
}

/// The parts of an element's classes, in lower case: `post__author`, `td-post-author-name`, `ArticleBylines`.
fn parts(node: &NodeRef) -> Vec<String> {
    let class = node.attr_or("class", "");
    let (mut parts, mut part, mut was_small) = (vec![], String::new(), false);
    for c in class.chars().chain([' ']).take(500) {
        if !c.is_alphanumeric() || c.is_uppercase() && was_small {
            parts.extend((!part.is_empty()).then(|| std::mem::take(&mut part)));
        }
        part.extend(c.is_alphanumeric().then(|| c.to_ascii_lowercase()));
        was_small = c.is_lowercase();
    }
    parts
}

/// True for a box whose name says that it holds who wrote the article.
fn is_byline(node: &NodeRef) -> bool {
    const NAMES: &[&str] = &["author", "authors", "byline", "bylines", "writtenby", "autor", "auteur", "autore"];
    const OTHERS: &[&str] = &[
        "bio",
        "box",
        "description",
        "desc",
        "about",
        "avatar",
        "image",
        "img",
        "photo",
        "picture",
        "thumb",
        "social",
        "follow",
        "posts",
        "more",
        "related",
        "title",
        "job",
        "role",
        "badge",
        "date",
        "time",
        "has",
        "no",
        "line",
        "archive",
        "card",
        "page",
        "count",
    ];
    let parts = parts(node);
    if parts.windows(2).any(|pair| pair == ["p", "author"]) {
        return true;
    }
    parts.iter().any(|part| NAMES.contains(&part.as_str())) && !parts.iter().any(|part| OTHERS.contains(&part.as_str()))
}

/// True for what readers wrote, and for other articles.
fn is_strange(node: &NodeRef, is_by_name: bool) -> bool {
    let is_reader = |up: &NodeRef| {
        let kind = up.attr_or("itemtype", "");
        let label = dom::label(up);
        let mut words = label.split(|c: char| !c.is_alphanumeric());
        kind.ends_with("Comment")
            || kind.ends_with("Review")
            || words.any(|word| matches!(word, "comment" | "comments" | "related"))
    };
    let around = node.ancestors_it(Some(8)).filter(|up| !up.has_name("body") && !up.has_name("html"));
    matches!(dom::name(node).as_str(), "link" | "body" | "html" | "article" | "main")
        || around
            .into_iter()
            .any(|up| is_reader(&up) || is_by_name && matches!(dom::name(&up).as_str(), "aside" | "nav"))
}

/// The names in one box.
fn names_of(place: &NodeRef) -> Vec<String> {
    if dom::length(place) > 400 {
        return vec![];
    }
    let inside = dom::elements(place);
    if inside.iter().any(|node| matches!(dom::name(node).as_str(), "p" | "article" | "h1")) && dom::length(place) > 200
    {
        return vec![];
    }
    // A name that is marked as one comes before the whole text of its box, which also holds a profession.
    let marked: Vec<String> = inside.iter().filter(|node| &*node.attr_or("itemprop", "") == "name").map(said).collect();
    let marked: Vec<String> = marked.iter().filter_map(|name| name_in(name)).collect();
    if !marked.is_empty() {
        return marked;
    }
    if place.has_attr("content") {
        return name_in(&said(place)).into_iter().collect();
    }
    let text = dom::text(place);
    let is_name = |node: &&NodeRef| {
        let is_named = || {
            let parts = parts(node);
            parts.last().is_some_and(|last| matches!(last.as_str(), "name" | "fn" | "author"))
                && !parts.iter().any(|p| p == "last" || p == "first")
        };
        node.attr_or("rel", "").contains("author") || is_named() || node.has_name("a")
    };
    let (mut names, mut end): (Vec<String>, usize) = (vec![], 0);
    for node in inside.iter().filter(is_name).take(caps::AUTHORS) {
        let said = dom::text(node);
        let Some(name) = name_in(&said).filter(|name| !names.contains(name)) else { continue };
        let Some(at) = text[end..].find(&said).map(|at| at + end) else { continue };
        let between = text[end..at].trim();
        if names.is_empty() || JOINTS.contains(&between.to_lowercase().as_str()) {
            names.push(name);
            end = at + said.len();
        }
    }
    if !names.is_empty() {
        return names;
    }
    lines(place).iter().find_map(|line| name_in(line)).into_iter().collect()
}

/// What stands between two authors.
const JOINTS: &[&str] = &[",", "and", ", and", "&", "und", "et", "y", "e", "en", "og", "och", "i", "и", "و"];

/// What an element says: for machines, else to readers.
fn said(node: &NodeRef) -> String {
    node.attr("content").map_or_else(|| dom::text(node), |content| content.to_string())
}

/// The lines of a box, as line breaks and blocks part them.
fn lines(place: &NodeRef) -> Vec<String> {
    let mut lines = vec![String::new()];
    for node in place.descendants() {
        let name = dom::name(&node);
        if dom::is_block(&name) {
            lines.push(String::new());
        } else if node.is_text()
            && !node.ancestors_it(Some(4)).any(|up| dom::is_silent(&up))
            && let Some(line) = lines.last_mut()
        {
            line.push_str(&node.text());
        }
    }
    lines.iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// The name in a line, where it is one.
fn name_in(line: &str) -> Option<String> {
    let name = clean(line);
    let count = name.chars().count();
    let is_name = (2..80).contains(&count)
        && name.chars().any(char::is_alphabetic)
        && !name.contains("://")
        && !name.contains(" @")
        && !name.starts_with(['/', '@'])
        && name.split_whitespace().count() <= 12;
    is_name.then_some(name)
}

/// A name without "By", the date, the number of comments.
pub(super) fn clean(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut name = without_by(&text);
    for bar in [" | ", " / ", " · ", " • ", " — ", " – ", " - "] {
        let Some((before, after)) = name.split_once(bar) else { continue };
        let is_apart = !matches!(bar, " - " | " – ") || begins_with_date(after);
        if is_apart && !before.trim().is_empty() {
            name = before;
        }
    }
    without_date(name).trim_end_matches(['|', '/', '·', '•', '—', '–', '-', ',', ';', ':', ' ', '(']).trim().to_owned()
}

fn without_by(text: &str) -> &str {
    const STARTS: &[&str] = &[
        "escrito por",
        "written by",
        "posted by",
        "published by",
        "words by",
        "story by",
        "submitted by",
        "publié par",
        "rédigé par",
        "scritto da",
        "geschreven door",
        "geschrieben von",
        "por",
        "par",
        "von",
        "by",
        "di",
        "door",
        "text",
        "texte",
        "texto",
        "testo",
        "author",
        "autor",
        "auteur",
        "بقلم",
        "كتب",
    ];
    let text = text.trim();
    for start in STARTS {
        let Some(rest) = text.get(start.len()..).filter(|_| text[..start.len()].to_lowercase() == *start) else {
            continue;
        };
        let is_label = matches!(*start, "text" | "texte" | "texto" | "testo" | "author" | "autor" | "auteur");
        if rest.starts_with(':') || !is_label && rest.starts_with(' ') {
            return rest.trim_start_matches([':', ' ']).trim();
        }
        if rest.is_empty() {
            return "";
        }
    }
    text
}

/// Cuts a date, a time or a number of comments off the end, also one that follows without a blank.
fn without_date(name: &str) -> &str {
    let starts = name.char_indices().filter(|(at, c)| {
        let before = name[..*at].chars().next_back();
        c.is_ascii_digit() && before.is_none_or(|b| !b.is_ascii_digit())
            || c.is_uppercase() && before.is_some_and(|b| b.is_lowercase() || matches!(b, ' ' | ',' | '.'))
    });
    for (at, _) in starts.filter(|(at, _)| *at > 1).take(40) {
        if begins_with_date(&name[at..]) {
            let before = name[..at].trim_end_matches([',', ' ', '(']);
            let last = before.rsplit(' ').next().unwrap_or("");
            let is_word = matches!(
                &*last.to_lowercase(),
                "on" | "am" | "le" | "el" | "il" | "em" | "op" | "at" | "updated" | "published"
            );
            return if is_word { before[..before.len() - last.len()].trim_end() } else { before };
        }
    }
    name
}

/// True for a date or a time, or for a number of comments or minutes.
fn begins_with_date(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).take(5).collect();
    let first = words.first().copied().unwrap_or("");
    let digits = first.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && digits <= 5 {
        let next = words.get(1).map(|word| word.to_lowercase()).unwrap_or_default();
        let is_counted =
            ["comment", "kommentar", "commentaire", "comentario", "min"].iter().any(|noun| next.starts_with(noun));
        let is_time = digits <= 2
            && first[digits..].starts_with(':')
            && first[digits + 1..].starts_with(|c: char| c.is_ascii_digit());
        if is_counted && digits == first.len() || is_time {
            return true;
        }
    } else if !MONTHS.contains(&first.trim_end_matches('.').to_lowercase().as_str()) {
        return false;
    }
    // A month is followed by its day, else it is a name: "June Carter".
    let has_year = |word: &&&str| word.len() >= 4 && word.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    let until = words.iter().take(4).position(|word| has_year(&word)).map_or(words.len().min(3), |at| at + 1);
    let told = words[..until].iter().map(|word| if has_year(&word) { word.get(..4).unwrap_or(word) } else { word });
    let told: Vec<&str> = told.collect();
    told.iter().any(|word| word.bytes().any(|b| b.is_ascii_digit()))
        && (date::parse(first).is_some() || date::parse(&told.join(" ")).is_some())
}

const MONTHS: &[&str] = &[
    "jan",
    "january",
    "feb",
    "february",
    "mar",
    "march",
    "apr",
    "april",
    "may",
    "jun",
    "june",
    "jul",
    "july",
    "aug",
    "august",
    "sep",
    "sept",
    "september",
    "oct",
    "october",
    "nov",
    "november",
    "dec",
    "december",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
];

/// True for initials that stand for a name: "J J".
pub(super) fn is_initials(name: &str) -> bool {
    !name.is_empty() && name.split([' ', '.']).all(|word| word.chars().count() <= 1) && name.is_ascii()
}
