//! The best matches first: which are looked at, and what they weigh.
//!
//! Of the newest 2,000 matches those with a word in the headline come first, then the newest; 100 of them are weighed on their
//! texts by BM25. Weighing all matches of a common word takes a second, and old news is seldom the best.

use super::{
    NEWEST, Search,
    look::{Look, look},
    query::Query,
    terms,
};
use crate::{Result, columns::text};
use rusqlite::{Connection, OptionalExtension, params};

/// Matches that are looked at.
const RANKED: u32 = 2_000;
/// Texts that are weighed.
const WEIGHED: usize = 80;
/// What a word in headline, source and tags weighs beside the text.
const HEAD_WEIGHTS: [f64; 3] = [4.0, 1.0, 2.0];
/// BM25: how soon repeating a word is no longer worth more, and how much long texts lose; a text of usual length, in words.
const REPEATED: f64 = 1.2;
const LONG: f64 = 0.75;
const USUAL_LENGTH: f64 = 400.0;

/// A headline: of the saved copy where there is one.
pub(super) const HEADLINE: &str =
    "SELECT coalesce((SELECT title FROM saved WHERE article_id = ?1 AND removed_at IS NULL),
   (SELECT title FROM articles WHERE id = ?1), '')";

/// What each part of a query weighs: rare words more than common ones.
pub(super) struct Weights(Vec<f64>);

impl Weights {
    fn of(connection: &Connection, query: &Query, newest: i64) -> Result<Self> {
        let weight = |tokens: &[String]| -> Result<f64> {
            let mut sum = 0.0;
            for token in tokens {
                let articles = terms::articles(connection, token)? as f64;
                sum += (1.0 + (newest as f64 - articles).max(0.0) / (articles + 0.5)).ln() + 0.1;
            }
            Ok(sum)
        };
        Ok(Weights(query.wanted.iter().map(|one| weight(&one.tokens)).collect::<Result<_>>()?))
    }

    /// What a headline weighs.
    fn of_headline(&self, query: &Query, title: &str) -> f64 {
        let counts = look(query, title, None).counts;
        self.0.iter().zip(counts).filter(|(_, count)| *count > 0).map(|(weight, _)| weight).sum()
    }

    pub(super) fn score(&self, body: &Look, heads: &[Look; 3]) -> f64 {
        let length = 1.0 - LONG + LONG * f64::from(body.tokens) / USUAL_LENGTH;
        let of_part = |(number, weight): (usize, &f64)| {
            let times = f64::from(body.counts[number]);
            let in_body = times * (REPEATED + 1.0) / (times + REPEATED * length);
            let in_heads: f64 =
                heads.iter().zip(HEAD_WEIGHTS).map(|(head, worth)| worth * f64::from(head.counts[number].min(1))).sum();
            weight * (in_body + in_heads)
        };
        self.0.iter().enumerate().map(of_part).sum()
    }
}

impl Search<'_> {
    /// Looks for the best matches.
    pub(super) fn ranked(&mut self) -> Result<()> {
        let expression = self.expression.clone().unwrap_or_default();
        let newest: Vec<i64> = self
            .connection
            .prepare_cached(NEWEST)?
            .query_map(params![expression, i64::MAX, RANKED], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let Some(first) = newest.first().copied() else { return Ok(()) };
        let weights = Weights::of(self.connection, self.query, first)?;
        let mut statement = self.connection.prepare_cached(HEADLINE)?;
        let mut matches = Vec::with_capacity(newest.len());
        for id in newest {
            let title = statement.query_row([id], |row| text(row, 0)).optional()?;
            matches.push((weights.of_headline(self.query, &title.unwrap_or_default()), id));
        }
        drop(statement);
        matches.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
        self.results.more = matches.len() == RANKED as usize;
        let mut weighed = 0;
        for (_, id) in matches {
            if weighed == WEIGHED || self.is_over() {
                self.results.more = true;
                break;
            }
            weighed += usize::from(self.judge(id, Some(&weights))?);
        }
        let limit = self.options.limit as usize;
        let results = &mut self.results;
        results.stories.sort_by(|a, b| b.score.total_cmp(&a.score).then(b.row.id.cmp(&a.row.id)));
        results.saved.sort_by(|a, b| b.score.total_cmp(&a.score).then(b.article.id.cmp(&a.article.id)));
        results.more |= results.stories.len() > limit || results.saved.len() > limit;
        results.stories.truncate(limit);
        results.saved.truncate(limit);
        Ok(())
    }
}
