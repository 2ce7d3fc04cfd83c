//! What one text says of a query: whether its phrases stand there and its exclusions do not, and where the hits are.

use super::{
    fold::scan,
    query::{Query, Sequence},
};
use std::ops::Range;

/// Hits of one sequence that are kept, for a snippet.
const HITS: usize = 20;

/// What was found in a text.
#[derive(Debug, Default)]
pub(super) struct Look {
    /// Places of hits, of all sequences together.
    pub(super) hits: Vec<Range<usize>>,
    /// How often each wanted sequence stands there.
    pub(super) counts: Vec<u32>,
    /// Whether something stands there that must not.
    pub(super) is_excluded: bool,
    /// Tokens that were looked at.
    pub(super) tokens: u32,
}

/// Looks through a text. With `behind`, no further than so many bytes behind the first hit, once every phrase was found and
/// where nothing is excluded: enough for a snippet.
pub(super) fn look(query: &Query, text: &str, behind: Option<usize>) -> Look {
    let mut wanted: Vec<Following<'_>> = query.wanted.iter().map(Following::new).collect();
    let mut excluded: Vec<Following<'_>> = query.excluded.iter().map(Following::new).collect();
    let mut found = Look { counts: vec![0; wanted.len()], ..Look::default() };
    let behind = behind.filter(|_| excluded.is_empty());
    scan(text, |token, place| {
        found.tokens += 1;
        for (number, one) in wanted.iter_mut().enumerate() {
            if let Some(hit) = one.step(token, &place) {
                found.counts[number] += 1;
                if found.counts[number] as usize <= HITS {
                    found.hits.push(hit);
                }
            }
        }
        for one in &mut excluded {
            found.is_excluded |= one.step(token, &place).is_some();
        }
        let is_enough = || {
            let has_phrases =
                wanted.iter().zip(&found.counts).all(|(one, count)| *count > 0 || one.sequence.tokens.len() == 1);
            let first = found.hits.iter().map(|hit| hit.start).min();
            has_phrases && first.zip(behind).is_some_and(|(first, behind)| place.start > first + behind)
        };
        !(found.is_excluded || is_enough())
    });
    found.hits.sort_unstable_by_key(|hit| (hit.start, hit.end));
    found
}

/// A sequence on its way through a text.
struct Following<'a> {
    sequence: &'a Sequence,
    /// Begun: which token comes next, and where it began.
    begun: Vec<(usize, usize)>,
}

impl<'a> Following<'a> {
    fn new(sequence: &'a Sequence) -> Self {
        Following { sequence, begun: Vec::new() }
    }

    /// The place of the sequence where this token ends it.
    fn step(&mut self, token: &str, place: &Range<usize>) -> Option<Range<usize>> {
        let sequence = self.sequence;
        let last = sequence.tokens.len() - 1;
        let mut hit = None;
        self.begun.retain_mut(|(next, start)| {
            if !sequence.fits(*next, token) {
                return false;
            }
            if *next == last {
                hit = Some(*start..place.end);
                return false;
            }
            *next += 1;
            true
        });
        if sequence.fits(0, token) {
            match last {
                0 => hit = Some(place.clone()),
                _ => self.begun.push((1, place.start)),
            }
        }
        hit
    }
}

#[cfg(test)]
mod tests {
    use super::{Query, look};

    #[test]
    fn a_phrase_is_found_where_its_words_follow_each_other_also_after_a_false_start() {
        let query = Query::parse("\"a a b\" ");
        let text = "a a a b, a b, a A b";
        let places: Vec<&str> = look(&query, text, None).hits.into_iter().map(|hit| &text[hit]).collect();
        assert_eq!(places, ["a a b", "a A b"]);
    }

    #[test]
    fn looking_ends_behind_the_first_hit_but_not_before_every_phrase_was_found() {
        let text = "harbour".to_owned() + &" and".repeat(500) + " old boat";
        let tokens = |query: &str| look(&Query::parse(query), &text, Some(100)).tokens;
        assert!(tokens("harbour ") < 30);
        assert_eq!(tokens("harbour \"old boat\" "), 503);
        assert_eq!(tokens("harbour -nobody"), 503);
    }
}
