//! Records of arriving articles, packed before the library is locked: nobody waits for a compressor.

use crate::{
    ArticleContent, FeedUpdate, NewArticle, Result, Store,
    articles::direction_column,
    columns::{text, text_or_none},
    dictionary::{Packing, alone, is_known, pack_body, unpack_body},
    retention::any_went,
};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::{num::NonZero, thread};
use stoppress_model::{PlainText, Timestamp};

/// Fewer articles are not worth another thread.
const WORTH_A_THREAD: usize = 32;

/// The records of updates, by their place: of the feed among the updates, of the article in the feed.
pub(crate) struct Packed {
    dictionary: Option<i64>,
    records: Vec<Vec<Option<Vec<u8>>>>,
}

impl Packed {
    /// Forgets everything where the library no longer has the dictionary: it was replaced meanwhile.
    pub(crate) fn believe(&mut self, transaction: &Transaction<'_>) -> Result<()> {
        if let Some(id) = self.dictionary
            && !is_known(transaction, id)?
        {
            self.records.clear();
        }
        Ok(())
    }

    /// The record of an article, packed now where it was not.
    pub(crate) fn take(&mut self, feed: usize, article: usize, content: &NewArticle) -> Result<Vec<u8>> {
        let packed = self.records.get_mut(feed).and_then(|of_feed| of_feed.get_mut(article)).and_then(Option::take);
        packed.map_or_else(|| pack_body(None, &content.content.body()), Ok)
    }
}

impl Store {
    /// Packs what is new or changed.
    pub(crate) fn pack_arriving(&self, updates: &[FeedUpdate]) -> Result<Packed> {
        let wanted = self.arriving(updates)?;
        let packing = self.packing()?;
        let threads = thread::available_parallelism().map_or(1, NonZero::get).min(4);
        let share = wanted.len().div_ceil(threads).max(WORTH_A_THREAD);
        let packing = packing.as_ref();
        let pack = |places: &[(usize, usize)]| {
            pack_all(packing, places.iter().map(|(feed, article)| &updates[*feed].articles[*article]))
        };
        let packed: Vec<Vec<Vec<u8>>> = thread::scope(|scope| {
            let mut shares = wanted.chunks(share);
            let own = shares.next();
            let others: Vec<_> = shares.map(|places| scope.spawn(move || pack(places))).collect();
            let own = own.map_or_else(|| Ok(Vec::new()), pack);
            let others = others.into_iter().map(|other| other.join().unwrap_or_else(|_| Ok(Vec::new())));
            std::iter::once(own).chain(others).collect::<Result<_>>()
        })?;
        let mut records: Vec<Vec<Option<Vec<u8>>>> =
            updates.iter().map(|update| vec![None; update.articles.len()]).collect();
        for (places, packed) in wanted.chunks(share).zip(packed) {
            for ((feed, article), record) in places.iter().zip(packed) {
                records[*feed][*article] = Some(record);
            }
        }
        Ok(Packed { dictionary: packing.map(|packing| packing.id), records })
    }

    /// Packs all of these, as the only update.
    pub(crate) fn pack_every(&self, articles: &[NewArticle]) -> Result<Packed> {
        let packing = self.packing()?;
        let records = pack_all(packing.as_ref(), articles.iter())?.into_iter().map(Some).collect();
        Ok(Packed { dictionary: packing.map(|packing| packing.id), records: vec![records] })
    }

    /// Where the articles stand that are not in the library as they are.
    fn arriving(&self, updates: &[FeedUpdate]) -> Result<Vec<(usize, usize)>> {
        let connection = self.read()?;
        let moment = connection.unchecked_transaction()?;
        // What went by age or number has no hash: it stays away.
        let mut known = moment.prepare_cached(
            "SELECT content_hash FROM articles WHERE feed_id = ?1 AND key = ?2
             UNION ALL SELECT NULL FROM tombstones WHERE feed_id = ?1 AND key = ?2",
        )?;
        let mut has_articles = moment.prepare_cached("SELECT EXISTS (SELECT 1 FROM articles WHERE feed_id = ?1)")?;
        let mut wanted = Vec::new();
        for (feed, update) in updates.iter().enumerate() {
            let feed_id = update.check.feed;
            if !has_articles.query_row([feed_id.0], |row| row.get(0))? && !any_went(&moment, feed_id)? {
                wanted.extend((0..update.articles.len()).map(|place| (feed, place)));
                continue;
            }
            for (place, article) in update.articles.iter().enumerate() {
                let hash: Option<Option<Vec<u8>>> =
                    known.query_row(params![feed_id.0, article.key], |row| row.get(0)).optional()?;
                if hash.is_none_or(|hash| hash.is_some_and(|hash| hash != article.content_hash)) {
                    wanted.push((feed, place));
                }
            }
        }
        Ok(wanted)
    }
}

fn pack_all<'a>(packing: Option<&Packing>, articles: impl Iterator<Item = &'a NewArticle>) -> Result<Vec<Vec<u8>>> {
    // One for all of them: to make one costs more than to pack an article.
    let mut compressor = Some(match packing {
        Some(packing) => packing.compressor()?,
        None => alone()?,
    });
    articles.map(|article| pack_body(compressor.as_mut(), &article.content.body())).collect()
}

/// The text of an article, and what stands in columns beside it.
pub(crate) const CONTENT: &str =
    "SELECT b.record, a.title, a.url, a.published, a.language, a.direction, a.comments_count
             FROM articles a JOIN bodies b ON b.article_id = a.id WHERE a.id = ?1";

/// What a publisher says of an article in the ticker: its record with what stands in columns of their own, which only the
/// records of older libraries have too.
pub(crate) fn content_of(connection: &Connection, id: i64) -> Result<Option<ArticleContent>> {
    let found: Option<(Vec<u8>, ArticleContent)> = connection
        .prepare_cached(CONTENT)?
        .query_row([id], |row| {
            let content = ArticleContent {
                title: PlainText::new(&text(row, 1)?, 4096),
                url: text_or_none(row, 2)?,
                published: row.get::<_, Option<i64>>(3)?.map(Timestamp),
                language: text_or_none(row, 4)?,
                direction: direction_column(row, 5)?,
                comments_count: row.get::<_, Option<i64>>(6)?.map(i64::unsigned_abs),
                ..ArticleContent::default()
            };
            Ok((row.get(0)?, content))
        })
        .optional()?;
    let Some((record, columns)) = found else { return Ok(None) };
    let ArticleContent { title, url, published, language, direction, comments_count, .. } = columns;
    let kept: ArticleContent = unpack_body(connection, &record)?;
    let comments_count = comments_count.or(kept.comments_count);
    Ok(Some(ArticleContent { title, url, published, language, direction, comments_count, ..kept }))
}
