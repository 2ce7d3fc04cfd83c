//! How well a part of a page fits a text that the page itself gives.

use super::{care, dom, labels};
use dom_query::{NodeId, NodeRef};
use std::collections::{HashMap, HashSet};

/// The words of a text with their numbers.
pub(super) struct Bag {
    words: HashMap<String, usize>,
    pub count: usize,
}

impl Bag {
    pub(super) fn of(text: &str) -> Bag {
        let mut words = HashMap::new();
        let mut count = 0;
        for word in dom::words(text) {
            *words.entry(word).or_default() += 1;
            count += 1;
        }
        Bag { words, count }
    }

    fn shared(&self, other: &Bag) -> usize {
        self.words.iter().map(|(word, count)| other.words.get(word).map_or(0, |other| *count.min(other))).sum()
    }

    /// The share of `other`'s words that are here.
    pub(super) fn covers(&self, other: &Bag) -> f64 {
        self.shared(other) as f64 / other.count.max(1) as f64
    }

    /// Harmonic mean of both coverages.
    pub(super) fn likeness(&self, other: &Bag) -> f64 {
        2.0 * self.shared(other) as f64 / (self.count + other.count).max(1) as f64
    }
}

/// The least words of a text that can testify.
pub(super) const TESTIMONY: usize = 120;

/// Takes out the paragraphs and lists that are not in `body`, where that is clearly the whole article.
pub(super) fn keep_to(root: &NodeRef, body: &str) {
    let wanted = Bag::of(body);
    let got = Bag::of(&dom::text(root));
    // A testimony that knows less than two thirds of what was found is an abstract, or leaves out lists and quotes.
    if wanted.count < TESTIMONY || got.covers(&wanted) < 0.93 || wanted.covers(&got) < 0.6 {
        return;
    }
    let known = triples(&dom::words(body));
    let leaves = care::leaves(root);
    let parts: Vec<(usize, f64)> = leaves
        .iter()
        .map(|leaf| {
            let words = dom::words(&dom::text(leaf));
            let triples: Vec<u64> = triples_of(&words).collect();
            let hits = triples.iter().filter(|triple| known.contains(triple)).count();
            (words.len(), if triples.is_empty() { 1.0 } else { hits as f64 / triples.len() as f64 })
        })
        .collect();
    let is_known = |(words, share): &(usize, f64)| *words >= 6 && *share > 0.5;
    let (Some(first), Some(last)) = (parts.iter().position(is_known), parts.iter().rposition(is_known)) else { return };
    // Some publishers cut the text that they give to machines: much prose after its end is the rest of the article.
    let prose_after: usize =
        (last + 1..leaves.len()).filter(|at| dom::link_share(&leaves[*at]) < 0.3).map(|at| parts[at].0).sum();
    let ends_early = prose_after > 60;
    let is_whole = ends_a_sentence(body) && got.covers(&wanted) > 0.97;
    let mut parents: HashMap<NodeId, usize> = HashMap::new();
    for (leaf, _) in leaves.iter().zip(&parts).filter(|(_, part)| is_known(part)) {
        if let Some(parent) = leaf.parent() {
            *parents.entry(parent.id).or_default() += 1;
        }
    }
    for (at, leaf) in leaves.iter().enumerate() {
        let (words, share) = parts[at];
        let is_text = matches!(dom::name(leaf).as_str(), "p" | "div" | "ul" | "ol" | "section" | "aside");
        if !is_text || words < 3 || share > 0.2 || !dom::is_under(leaf, root) {
            continue;
        }
        // A sentence between known paragraphs of the same box is the article's, whatever the text for machines leaves out.
        let is_sibling = leaf.parent().is_some_and(|parent| parents.get(&parent.id).is_some_and(|known| *known >= 2));
        let is_prose = words >= 8 && leaf.has_name("p") && dom::measure(leaf).linked == 0 && !is_in_box(leaf, root);
        if (first..last).contains(&at) && is_sibling && is_prose && ends_a_sentence(&dom::text(leaf)) {
            continue;
        }
        let is_outside = at < first && words <= 40 || at > last && !ends_early;
        let is_paragraph = matches!(dom::name(leaf).as_str(), "p" | "div");
        let is_stranger = is_whole && is_paragraph && words >= 8 && share < 0.05 && (first..last).contains(&at);
        if is_outside || is_stranger || dom::link_share(leaf) > 0.4 {
            leaf.remove_from_parent();
        }
    }
}

fn ends_a_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', '”', '"', '»', '。', ')', '؟'])
}

fn is_in_box(leaf: &NodeRef, root: &NodeRef) -> bool {
    let around = std::iter::once(*leaf).chain(leaf.ancestors_it(Some(4))).take_while(|up| up.id != root.id);
    around.into_iter().any(|up| up.has_name("aside") || labels::is_furniture(&up))
}

/// Every three words in a row, as hashes.
pub(super) fn triples(words: &[String]) -> HashSet<u64> {
    triples_of(words).collect()
}

pub(super) fn triples_of(words: &[String]) -> impl Iterator<Item = u64> + '_ {
    use std::hash::{DefaultHasher, Hash, Hasher};
    words.windows(3).map(|triple| {
        let mut hasher = DefaultHasher::new();
        triple.hash(&mut hasher);
        hasher.finish()
    })
}
