//! Articles whose publisher gave them another guid. Without this, a feed that makes new guids at every fetch would bring all of
//! its articles again each time, and one that moved from http to https would bring them twice.

use crate::{NewArticle, Result, articles::known, retention::went};
use rusqlite::{Transaction, params};
use std::collections::{HashMap, HashSet};
use stoppress_model::FeedId;

/// So many of a feed's newest articles are compared.
const COMPARED: i64 = 1_000;
/// A feed with fewer articles than this is never taken for one that changes its guids: it may be one page that is written anew
/// every day, at the same address.
const ENOUGH: usize = 5;

struct Candidate {
    position: usize,
    id: i64,
    is_the_same: bool,
}

/// Finds articles of a fetched feed that are here under another key and gives them the new one.
///
/// An article is the one that is here at the same address where its title or its time is the same too, or where more than 80 %
/// of the feed claim to be new at known addresses.
pub(crate) fn take_new_keys(transaction: &Transaction<'_>, feed: FeedId, articles: &[NewArticle]) -> Result<()> {
    let mut unknown = Vec::new();
    for (position, article) in articles.iter().enumerate() {
        if article.content.url.is_some()
            && known(transaction, feed, &article.key)?.is_none()
            && !went(transaction, feed, &article.key)?
        {
            unknown.push(position);
        }
    }
    if unknown.is_empty() {
        return Ok(());
    }
    let candidates = candidates(transaction, feed, articles, &unknown)?;
    let changes_all = candidates.len() >= ENOUGH && candidates.len() * 10 > articles.len() * 8;
    let mut given = HashSet::new();
    for one in candidates.iter().filter(|one| changes_all || one.is_the_same) {
        let key = &articles[one.position].key;
        if given.insert(key) {
            transaction.prepare_cached("UPDATE articles SET key = ?2 WHERE id = ?1")?.execute(params![one.id, key])?;
        }
    }
    Ok(())
}

/// Unknown articles with an address that stands on no other article of the feed, and on one that is here and no longer in it.
fn candidates(
    transaction: &Transaction<'_>,
    feed: FeedId,
    articles: &[NewArticle],
    unknown: &[usize],
) -> Result<Vec<Candidate>> {
    let mut often: HashMap<String, usize> = HashMap::new();
    for url in articles.iter().filter_map(|article| article.content.url.as_deref()) {
        *often.entry(page(url)).or_default() += 1;
    }
    let wanted: HashMap<String, usize> = unknown
        .iter()
        .filter_map(|position| Some((page(articles[*position].content.url.as_deref()?), *position)))
        .filter(|(page, _)| often.get(page) == Some(&1))
        .collect();
    let keys: HashSet<&[u8]> = articles.iter().map(|article| article.key.as_slice()).collect();
    let mut found: HashMap<usize, Candidate> = HashMap::new();
    // Of what is muted or hidden, too: else it would come anew.
    for sql in [SHOWN, NOT_SHOWN] {
        let mut statement = transaction.prepare_cached(sql)?;
        let mut rows = statement.query(params![feed.0, COMPARED])?;
        while let Some(row) = rows.next()? {
            let (key, url): (Vec<u8>, String) = (row.get(1)?, row.get(2)?);
            let Some(position) = wanted.get(&page(&url)).copied().filter(|_| !keys.contains(key.as_slice())) else {
                continue;
            };
            let content = &articles[position].content;
            let (title, published): (String, Option<i64>) = (row.get(3)?, row.get(4)?);
            let same_time = published.is_some() && published == content.published.map(|at| at.0);
            let is_the_same = title == content.title.as_str() || same_time;
            let candidate = Candidate { position, id: row.get(0)?, is_the_same };
            // Of several the newest, unless an older one is it for certain.
            let better = found.get(&position).is_none_or(|known| is_the_same && !known.is_the_same);
            if better {
                found.insert(position, candidate);
            }
        }
    }
    Ok(found.into_values().collect())
}

const SHOWN: &str =
    "SELECT a.id, a.key, a.url, a.title, a.published FROM status s JOIN articles a ON a.id = s.article_id
    WHERE s.feed_id = ?1 AND s.hidden = 0 AND a.url IS NOT NULL ORDER BY s.ticker_at DESC, s.article_id DESC LIMIT ?2";
const NOT_SHOWN: &str =
    "SELECT a.id, a.key, a.url, a.title, a.published FROM status s JOIN articles a ON a.id = s.article_id
    WHERE s.feed_id = ?1 AND s.hidden >= 2 AND a.url IS NOT NULL ORDER BY s.ticker_at DESC, s.article_id DESC LIMIT ?2";

/// What two addresses of one page have in common: all but the scheme, `www.`, the fragment, and what says by which link a
/// reader came.
pub(crate) fn page(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let rest = rest.split_once('#').map_or(rest, |(rest, _)| rest);
    let Some((path, query)) = rest.split_once('?') else { return rest.trim_end_matches('/').to_owned() };
    let telling: Vec<&str> = query.split('&').filter(|part| !is_campaign(part)).collect();
    match telling.join("&") {
        none if none.is_empty() => path.trim_end_matches('/').to_owned(),
        query => format!("{path}?{query}"),
    }
}

fn is_campaign(part: &str) -> bool {
    let name = part.split_once('=').map_or(part, |(name, _)| name);
    name.is_empty() || name.starts_with("utm_") || matches!(name, "fbclid" | "gclid" | "mc_cid" | "mc_eid")
}
