//! Comments of readers on an article, as its publisher's feed of them gave them.

use crate::{
    ArticleRecord, Result, Store,
    record::{pack, unpack},
    saved::BYTES,
};
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use stoppress_model::{ArticleId, PlainText, Timestamp};

/// Comments kept of one article.
const MOST: usize = 200;

/// The comments of one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredComments {
    /// The oldest first.
    pub comments: Vec<StoredComment>,
    /// True where there were more than are kept.
    pub more: bool,
}

/// One comment: HTML is raw and must be cleaned before anyone sees it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredComment {
    /// Lasting identity within its feed.
    pub key: String,
    /// The names by which others answer it: its own name in the feed and its address.
    pub names: Vec<String>,
    /// The name of what it answers.
    pub in_reply_to: Option<String>,
    /// Who wrote it.
    pub author: PlainText,
    /// When.
    pub published: Option<Timestamp>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// Raw HTML.
    pub html: String,
    /// Against which relative addresses in `html` resolve.
    pub base: Option<String>,
}

/// Comments that are here, and when they were fetched.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptComments {
    /// The comments.
    pub stored: StoredComments,
    /// When.
    pub fetched_at: Timestamp,
}

impl StoredComments {
    /// Sorted, and no more than are kept: of too many the oldest.
    #[must_use]
    pub fn new(comments: Vec<StoredComment>) -> Self {
        StoredComments::default().with(StoredComments { comments, more: false })
    }

    /// These and the newer ones: what is here stays, in the newer words where there are some.
    #[must_use]
    fn with(self, newer: StoredComments) -> Self {
        let mut comments = self.comments;
        let places: HashMap<String, usize> =
            comments.iter().enumerate().map(|(place, comment)| (comment.key.clone(), place)).collect();
        let mut joining = Vec::new();
        for comment in newer.comments {
            match places.get(&comment.key) {
                Some(place) => comments[*place] = comment,
                None => joining.push(comment),
            }
        }
        oldest_first(&mut joining);
        let more = newer.more || comments.len() + joining.len() > MOST;
        joining.truncate(MOST.saturating_sub(comments.len()));
        comments.extend(joining);
        oldest_first(&mut comments);
        StoredComments { comments, more }
    }
}

fn oldest_first(comments: &mut [StoredComment]) {
    comments.sort_by_key(|comment| (comment.published.is_none(), comment.published));
}

impl Store {
    /// The comments that are here, of the saved copy where it has some; `None` = they were never fetched.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn comments(&self, id: ArticleId) -> Result<Option<KeptComments>> {
        let found: Option<(Vec<u8>, i64)> = self
            .read()?
            .prepare_cached(
                "SELECT comments_record, comments_at FROM saved
                   WHERE article_id = ?1 AND removed_at IS NULL AND comments_record IS NOT NULL
                 UNION ALL SELECT record, fetched_at FROM comments WHERE article_id = ?1 LIMIT 1",
            )?
            .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((record, at)) = found else { return Ok(None) };
        Ok(Some(KeptComments { stored: unpack(&record)?, fetched_at: Timestamp(at) }))
    }

    /// Keeps what was fetched: for an article of the ticker in the place of what was there, with a saved copy beside it. False
    /// where its id is not this article's any more, as in a library that was put in this one's place meanwhile: then nothing is
    /// kept.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn keep_comments(&self, of: &ArticleRecord, fetched: &StoredComments, now: Timestamp) -> Result<bool> {
        let (id, record) = (of.id, pack(fetched)?);
        let name = of.content.url.as_deref().unwrap_or(of.content.title.as_str());
        self.write_user(|transaction| {
            let is_here: bool = transaction.query_row(
                "SELECT EXISTS (SELECT 1 FROM saved WHERE article_id = ?1 AND coalesce(url, title) = ?2
                   UNION ALL SELECT 1 FROM articles WHERE id = ?1 AND coalesce(url, title) = ?2)",
                params![id.0, name],
                |row| row.get(0),
            )?;
            if !is_here {
                return Ok(false);
            }
            transaction.execute(
                "INSERT INTO comments (article_id, record, fetched_at) SELECT id, ?2, ?3 FROM articles WHERE id = ?1
                 ON CONFLICT (article_id) DO UPDATE SET record = ?2, fetched_at = ?3",
                params![id.0, record, now.0],
            )?;
            let saved: Option<Option<Vec<u8>>> = transaction
                .query_row("SELECT comments_record FROM saved WHERE article_id = ?1", [id.0], |row| row.get(0))
                .optional()?;
            let Some(saved) = saved else { return Ok(true) };
            let joined = match saved {
                Some(kept) => pack(&unpack::<StoredComments>(&kept)?.with(fetched.clone()))?,
                None => record,
            };
            transaction.execute(
                "UPDATE saved SET comments_record = ?2, comments_at = ?3 WHERE article_id = ?1",
                params![id.0, joined, now.0],
            )?;
            transaction.execute(&format!("UPDATE saved SET bytes = {BYTES} WHERE article_id = ?1"), [id.0])?;
            Ok(true)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, StoredComment, StoredComments};
    use stoppress_model::Timestamp;

    fn comment(number: i64, html: &str) -> StoredComment {
        StoredComment {
            key: number.to_string(),
            published: Some(Timestamp(number)),
            html: html.into(),
            ..StoredComment::default()
        }
    }

    #[test]
    fn of_too_many_comments_the_oldest_are_kept_and_those_that_are_here_stay() {
        let most = MOST as i64;
        for count in [most - 1, most, most + 1] {
            let fetched = StoredComments::new((0..count).rev().map(|n| comment(n, "")).collect());
            assert_eq!((fetched.comments.len(), fetched.more), (count.min(most) as usize, count > most));
            assert_eq!(fetched.comments[0].key, "0");
        }
        let kept = StoredComments::new((10..10 + most).map(|n| comment(n, "first words")).collect());
        let joined = kept.with(StoredComments::new(vec![comment(10, "other words"), comment(5, ""), comment(999, "")]));
        assert_eq!((joined.comments.len(), joined.more), (MOST, true));
        assert_eq!(joined.comments[0].html, "other words");
    }
}
