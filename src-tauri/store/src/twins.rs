//! Stories that come from a source and are saved already, though no article of theirs is here: from a bag or a list, as a page,
//! or from before their source was unfollowed. They take the place of the saved one, so that it is shown as saved, as read as it
//! is, and is not saved twice.

use crate::{NewArticle, Result};
use rusqlite::{OptionalExtension, Transaction, params};
use std::collections::HashMap;

/// A saved article without an article of a source.
pub(crate) struct Twin {
    pub(crate) id: i64,
    pub(crate) read: bool,
}

/// How many articles of an update have each link: a link that several share says nothing of a page.
pub(crate) struct Links<'a>(HashMap<&'a str, usize>);

impl<'a> Links<'a> {
    pub(crate) fn of(articles: &'a [NewArticle]) -> Self {
        let mut links = HashMap::new();
        for url in articles.iter().filter_map(|article| article.content.url.as_deref()) {
            *links.entry(url).or_insert(0) += 1;
        }
        Links(links)
    }

    fn is_alone(&self, url: &str) -> bool {
        self.0.get(url).is_some_and(|count| *count == 1)
    }
}

/// The saved one that `article` is: of the same link and headline, or saved as the page at its link.
pub(crate) fn twin(transaction: &Transaction<'_>, article: &NewArticle, links: &Links<'_>) -> Result<Option<Twin>> {
    let Some(url) = article.content.url.as_deref() else { return Ok(None) };
    let found = transaction
        .prepare_cached(
            "SELECT v.article_id, v.read FROM saved v
             WHERE v.url = ?1 AND v.removed_at IS NULL AND (v.title = ?2 OR (v.from_page = 1 AND ?3))
               AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = v.article_id) LIMIT 1",
        )?
        .query_row(params![url, article.content.title.as_str(), links.is_alone(url)], |row| {
            Ok(Twin { id: row.get(0)?, read: row.get(1)? })
        })
        .optional()?;
    Ok(found)
}
