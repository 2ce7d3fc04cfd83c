//! Another spelling where nothing was found: the commonest word of the library at the smallest distance.

use super::{
    query::{Query, quoted},
    terms::{self, behind},
};
use crate::Result;
use rusqlite::{Connection, params};
use std::time::Instant;

/// Words of the library that are looked at.
const LOOKED_AT: u32 = 20_000;
/// Longer queries get no suggestion: a wrong word is then seldom why nothing was found.
const MOST_WORDS: usize = 5;
/// Shorter words are too close to too many others.
const SHORTEST: usize = 4;

/// The query with its misspelt words corrected; `None` where nothing is close, in a longer query, and when the time is over.
pub(super) fn suggestion(connection: &Connection, query: &Query, deadline: Instant) -> Result<Option<String>> {
    let tokens: Vec<&String> = query.wanted.iter().flat_map(|sequence| &sequence.tokens).collect();
    if tokens.len() > MOST_WORDS {
        return Ok(None);
    }
    let (mut words, mut changed) = (Vec::new(), false);
    for token in tokens {
        if Instant::now() >= deadline {
            return Ok(None);
        }
        match close_to(connection, token, deadline)? {
            Some(better) => {
                changed = true;
                words.push(better);
            }
            None => words.push(token.clone()),
        }
    }
    Ok(changed.then(|| words.join(" ")))
}

fn close_to(connection: &Connection, word: &str, deadline: Instant) -> Result<Option<String>> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < SHORTEST {
        return Ok(None);
    }
    if connection.prepare_cached("SELECT 1 FROM search WHERE search MATCH ?1 LIMIT 1")?.exists([quoted(word)])? {
        return Ok(None);
    }
    // The first letters are seldom the wrong ones, and they keep the walk short.
    match closest(connection, &letters, 2, deadline)? {
        None => closest(connection, &letters, 1, deadline),
        found => Ok(found),
    }
}

/// The closest word that begins with as many of the letters.
fn closest(connection: &Connection, letters: &[char], begins: usize, deadline: Instant) -> Result<Option<String>> {
    let first: String = letters[..begins].iter().collect();
    let mut statement = connection.prepare_cached(terms::BETWEEN)?;
    let mut rows = statement.query(params![first, behind(&first), LOOKED_AT])?;
    let most = if letters.len() > 6 { 2 } else { 1 };
    let mut best: Option<(usize, i64, String)> = None;
    while let Some(row) = rows.next()? {
        if Instant::now() >= deadline {
            break;
        }
        let (term, documents): (String, i64) = (row.get(0)?, row.get(1)?);
        let distance = distance(letters, &term, most);
        if distance <= most
            && best.as_ref().is_none_or(|(least, common, _)| (distance, -documents) < (*least, -*common))
        {
            best = Some((distance, documents, term));
        }
    }
    Ok(best.map(|(_, _, term)| term))
}

/// Letters to change, add, leave out or swap; more than `most` is as good as any.
fn distance(word: &[char], other: &str, most: usize) -> usize {
    let other: Vec<char> = other.chars().collect();
    if word.len().abs_diff(other.len()) > most {
        return most + 1;
    }
    let width = other.len() + 1;
    let mut rows = vec![vec![0; width]; word.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    rows[0] = (0..width).collect();
    for i in 1..=word.len() {
        for j in 1..width {
            let change = usize::from(word[i - 1] != other[j - 1]);
            let mut least = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + change);
            if i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = least;
        }
    }
    rows[word.len()][width - 1]
}
