//! The words of the library and about how many articles have each: what a beginning is continued by, and what is weighed.
//!
//! Counted on one article of [`SAMPLED`] while it is indexed, on every one of a small library; what is forgotten is not taken
//! off. Searches are only steered by it: what is found does not hang on it, but for beginnings that stand for very much.

use crate::Result;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::{cmp::Reverse, collections::HashMap};

/// One article of so many is counted.
const SAMPLED: i64 = 16;
/// Below this id every article is.
const ALL_BELOW: i64 = 1_000;
/// Longer words are not counted, in bytes.
const LONGEST: usize = 48;
/// Where a beginning stands in more articles, with one added for each of its words, the index would take too long to put
/// its words together: the commonest of them stand for all.
const COMMON: i64 = 100_000;
/// So many words continue such a beginning.
const CONTINUED: usize = 64;

/// How much an article weighs in the counts; nothing = it is not counted.
pub(super) fn weight(id: i64) -> Option<i64> {
    match id {
        ..ALL_BELOW => Some(1),
        _ => (id % SAMPLED == 0).then_some(SAMPLED),
    }
}

/// Adds the words of a folded text, each once.
pub(super) fn count(words: &mut HashMap<String, i64>, text: &str, weight: i64) {
    let mut own: Vec<&str> = text.split(' ').filter(|word| !word.is_empty() && word.len() <= LONGEST).collect();
    own.sort_unstable();
    own.dedup();
    for word in own {
        match words.get_mut(word) {
            Some(count) => *count += weight,
            None => {
                words.insert(word.to_owned(), weight);
            }
        }
    }
}

pub(super) fn keep(transaction: &Transaction<'_>, words: &HashMap<String, i64>) -> Result<()> {
    let mut statement = transaction.prepare_cached(
        "INSERT INTO search_terms (term, articles) VALUES (?1, ?2)
           ON CONFLICT (term) DO UPDATE SET articles = articles + excluded.articles",
    )?;
    // In their order: neighbours share pages.
    let mut sorted: Vec<(&String, &i64)> = words.iter().collect();
    sorted.sort_unstable();
    for (word, articles) in sorted {
        statement.execute(params![word, articles])?;
    }
    Ok(())
}

/// The words to look for instead of a beginning that stands for very much; none = the index takes the beginning itself.
pub(super) fn continuations(connection: &Connection, beginning: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare_cached(BETWEEN)?;
    let mut rows = statement.query(params![beginning, behind(beginning), i64::MAX])?;
    let (mut all, mut words) = (0, Vec::new());
    while let Some(row) = rows.next()? {
        let articles: i64 = row.get(1)?;
        all += articles;
        words.push((articles, row.get::<_, String>(0)?));
    }
    if all < COMMON {
        return Ok(Vec::new());
    }
    words.sort_unstable_by_key(|(articles, _)| Reverse(*articles));
    words.truncate(CONTINUED);
    Ok(words.into_iter().map(|(_, word)| word).collect())
}

/// Words from one to before another.
pub(super) const BETWEEN: &str = "SELECT term, articles FROM search_terms WHERE term >= ?1 AND term < ?2 LIMIT ?3";

/// The first text that does not begin so.
pub(super) fn behind(beginning: &str) -> String {
    let mut letters: Vec<char> = beginning.chars().collect();
    while let Some(last) = letters.pop() {
        if let Some(next) = (u32::from(last) + 1..=u32::from(char::MAX)).find_map(char::from_u32) {
            letters.push(next);
            return letters.into_iter().collect();
        }
    }
    char::MAX.to_string()
}

/// About how many articles have a word, at least one.
pub(super) fn articles(connection: &Connection, word: &str) -> Result<i64> {
    let known: Option<i64> = connection
        .prepare_cached("SELECT articles FROM search_terms WHERE term = ?1")?
        .query_row([word], |row| row.get(0))
        .optional()?;
    Ok(known.unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::behind;

    #[test]
    fn what_lies_behind_a_beginning_is_larger_than_all_that_begins_so() {
        assert_eq!(behind("ab"), "ac");
        assert!(behind("a\u{d7ff}").as_str() > "a\u{d7ff}z");
        assert_eq!(behind("a\u{10ffff}"), "b");
    }
}
