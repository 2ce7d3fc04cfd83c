//! Search: what the index finds, judged on the texts themselves where the index cannot, with snippets.

pub(crate) mod fold;
pub(crate) mod index;
mod look;
mod query;
mod rank;
mod snippet;
mod suggest;
mod terms;

pub use index::IndexedSlice;

use crate::{Result, Store, StoreError, saved::saved_row, ticker::ticker_row};
use fold::folded;
use look::{Look, look};
use query::Query;
use rusqlite::{Connection, OptionalExtension, params};
use std::{
    collections::HashSet,
    time::{Duration, Instant},
};
use stoppress_model::{
    ArticleId, FeedId, SavedArticle, SavedHit, SearchHit, SearchOrder, SearchResults, SnippetPart, TickerRow, folder,
};

/// Articles that are asked of the index at once, and at first.
const PAGE: u32 = 256;
const FIRST_PAGE: u32 = 64;
/// So many articles that are not indexed yet are counted.
const UNINDEXED: u32 = 20_000;
/// Phrases, pairs and exclusions are judged on this many bytes of a text: taking a whole book apart for each hit would eat
/// the time of all others.
const JUDGED_BYTES: usize = 64 * 1024;
/// What one answer looks at, newest first, in rows: so the worst that can be asked for is bounded, and whoever wants more goes
/// on where it ended. A text takes as long as so many rows.
const WORK: u32 = 2_000;
const ROWS_OF_A_TEXT: u32 = 4;

/// What a search is made of beside the words.
pub struct SearchOptions<'a> {
    /// At most so many stories, and as many saved articles that are no longer in the ticker.
    pub limit: u32,
    /// Newest first, or the best match.
    pub order: SearchOrder,
    /// Newest first: only what came before this article; where an earlier answer ended.
    pub below: Option<ArticleId>,
    /// After so long what was found until then comes back.
    pub patience: Duration,
    /// Makes plain text of HTML.
    pub plain: &'a dyn Fn(&str) -> String,
}

impl Store {
    /// Looks for articles. Nothing that can be typed is an error; when the patience is over, what was found until
    /// then comes back. An answer in order of time looks at a bounded number of texts and says where it ended
    /// ([`SearchResults::next`]), so that a phrase nobody wrote costs no more than any other.
    ///
    /// Phrases, characters in pairs and exclusions are looked for in the first 64 KiB of a text.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn search(&self, text: &str, options: &SearchOptions<'_>) -> Result<SearchResults> {
        let query = Query::parse(text);
        let mut connection = self.read()?;
        let deadline = Instant::now() + options.patience;
        let limited = Limited::until(&mut connection, deadline)?;
        // All of one moment, and the locks of a reader are taken once and not for each of some hundred statements.
        let moment = limited.0.unchecked_transaction()?;
        let mut results = Search::begin(&moment, &query, options, deadline).and_then(Search::run)?;
        results.understood = query.understood.clone();
        if results.stories.is_empty() && results.saved.is_empty() && results.next.is_none() {
            results.suggestion = match suggest::suggestion(&moment, &query, deadline) {
                Err(StoreError::Sqlite(error)) if is_interrupt(&error) => None,
                other => other?,
            };
        }
        drop(moment);
        drop(limited);
        results.unindexed = index::left(&connection, UNINDEXED)?;
        Ok(results)
    }

    /// The statements that a search runs, for the test that pins their plans.
    #[must_use]
    pub fn search_sql() -> [&'static str; 4] {
        [NEWEST, rank::HEADLINE, UNSEARCHED, terms::BETWEEN]
    }
}

const NEWEST: &str = "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC LIMIT ?3";
/// Filters without words: everything, newest first.
const UNSEARCHED: &str = "SELECT article_id FROM status WHERE article_id < ?1
   UNION SELECT article_id FROM saved WHERE article_id < ?1 ORDER BY 1 DESC LIMIT ?2";

/// Statements of a connection end at a moment, until this is dropped.
struct Limited<'a>(&'a mut Connection);

impl<'a> Limited<'a> {
    fn until(connection: &'a mut Connection, deadline: Instant) -> Result<Self> {
        connection.progress_handler(10_000, Some(move || Instant::now() >= deadline))?;
        Ok(Limited(connection))
    }
}

impl Drop for Limited<'_> {
    fn drop(&mut self) {
        // The connection is used again.
        let _ = self.0.progress_handler(0, None::<fn() -> bool>);
    }
}

struct Search<'a> {
    connection: &'a Connection,
    query: &'a Query,
    options: &'a SearchOptions<'a>,
    expression: Option<String>,
    feeds: Option<HashSet<FeedId>>,
    deadline: Instant,
    /// The last article that was judged, newest first.
    reached: Option<i64>,
    results: SearchResults,
}

/// An article as the reader is shown it.
enum Found {
    Story(TickerRow),
    Saved(SavedArticle),
}

impl<'a> Search<'a> {
    fn begin(
        connection: &'a Connection,
        query: &'a Query,
        options: &'a SearchOptions<'a>,
        deadline: Instant,
    ) -> Result<Self> {
        let expression = query.expression(|beginning| terms::continuations(connection, beginning))?;
        let feeds = match query.source.is_some() || query.folder.is_some() {
            true => Some(feeds_named(connection, query)?),
            false => None,
        };
        let results = SearchResults::default();
        Ok(Search { connection, query, options, expression, feeds, deadline, reached: None, results })
    }

    fn run(mut self) -> Result<SearchResults> {
        if self.expression.is_none() && self.query.understood.is_empty() && self.query.excluded.is_empty() {
            return Ok(self.results);
        }
        let looked = match (&self.expression, self.options.order) {
            (Some(_), SearchOrder::Ranked) => self.ranked(),
            _ => self.newest(),
        };
        match looked {
            Err(StoreError::Sqlite(error)) if is_interrupt(&error) => {
                self.results.more = true;
                // Where not even one was judged, going on would end as it did now.
                self.results.next = self.reached.map(ArticleId);
            }
            other => other?,
        }
        if self.options.order == SearchOrder::Newest {
            self.results.stories.sort_by_key(|hit| std::cmp::Reverse((hit.row.time, hit.row.id)));
        }
        self.results.total_at_least = (self.results.stories.len() + self.results.saved.len()) as u64;
        Ok(self.results)
    }

    fn newest(&mut self) -> Result<()> {
        let (mut work, mut most) = (WORK, FIRST_PAGE);
        let begins = self.options.below.map_or(i64::MAX, |id| id.0);
        loop {
            let page = self.page(self.reached.unwrap_or(begins), most)?;
            let last = page.len() < most as usize;
            most = PAGE;
            for id in page {
                if self.is_full() || work == 0 || self.is_over() {
                    self.results.more = true;
                    self.results.next = self.reached.map(ArticleId);
                    return Ok(());
                }
                work = work.saturating_sub(if self.judge(id, None)? { ROWS_OF_A_TEXT } else { 1 });
                self.reached = Some(id);
            }
            if last {
                return Ok(());
            }
        }
    }

    fn page(&self, below: i64, most: u32) -> Result<Vec<i64>> {
        let read = |row: &rusqlite::Row<'_>| row.get(0);
        let page = match &self.expression {
            Some(expression) => self
                .connection
                .prepare_cached(NEWEST)?
                .query_map(params![expression, below, most], read)?
                .collect::<rusqlite::Result<_>>()?,
            None => self
                .connection
                .prepare_cached(UNSEARCHED)?
                .query_map(params![below, most], read)?
                .collect::<rusqlite::Result<_>>()?,
        };
        Ok(page)
    }

    fn is_over(&self) -> bool {
        Instant::now() >= self.deadline
    }

    fn is_full(&self) -> bool {
        self.results.stories.len() >= self.options.limit as usize
            || self.results.saved.len() >= self.options.limit as usize
    }

    /// Takes an article in where everything asked for is true of it; with `weights`, by what they make of it. True where its
    /// text had to be looked at.
    fn judge(&mut self, id: i64, weights: Option<&rank::Weights>) -> Result<bool> {
        // Few texts have a phrase, so where nothing else is asked for they are looked at before their rows are read.
        let text_first = weights.is_none() && !self.query.is_filtered() && self.query.must_be_judged();
        let found = if text_first { None } else { self.found(id)? };
        if !text_first && found.is_none() {
            return Ok(false);
        }
        let Some(text) = index::text_of(self.connection, id)? else { return Ok(false) };
        let body = (self.options.plain)(&text.html);
        let body = index::beginning(&body, JUDGED_BYTES);
        let behind = weights.is_none().then_some(snippet::LENGTH);
        let looked = look(self.query, body, behind);
        let others = [&text.title, &text.source, &text.tags].map(|text| look(self.query, text, None));
        if !self.says(&looked, &others) {
            return Ok(true);
        }
        let found = if text_first { self.found(id)? } else { found };
        let score = weights.map_or(0.0, |weights| weights.score(&looked, &others));
        let snippet: Vec<SnippetPart> = snippet::snippet(body, &looked.hits);
        match found {
            Some(Found::Story(row)) => self.results.stories.push(SearchHit { row, snippet, score }),
            Some(Found::Saved(article)) => self.results.saved.push(SavedHit { article, snippet, score }),
            None => {}
        }
        Ok(true)
    }

    /// An article in the ticker, else among the saved ones, where the filters are true of it.
    fn found(&self, id: i64) -> Result<Option<Found>> {
        let found = match ticker_row(self.connection, id)? {
            Some(row) => Some(Found::Story(row)),
            None => saved_row(self.connection, id)?.map(Found::Saved),
        };
        let fits = match &found {
            Some(Found::Story(row)) => self.fits_row(row),
            Some(Found::Saved(saved)) => self.fits_saved(saved),
            None => false,
        };
        Ok(if fits && self.has_tag(id)? { found } else { None })
    }

    /// Phrases, and characters in pairs, are judged on the text: the index knows words only.
    fn says(&self, body: &Look, others: &[Look; 3]) -> bool {
        let all = || others.iter().chain([body]);
        let stands = |number: usize| all().any(|look| look.counts[number] > 0);
        let mut phrases = self.query.wanted.iter().enumerate().filter(|(_, one)| one.tokens.len() > 1);
        phrases.all(|(number, _)| stands(number)) && !all().any(|look| look.is_excluded)
    }

    fn fits_row(&self, row: &TickerRow) -> bool {
        let query = self.query;
        (!query.saved || row.saved)
            && (!query.unread || !row.read)
            && self.feeds.as_ref().is_none_or(|feeds| feeds.contains(&row.feed_id))
            && is_language(query, row.language.as_deref())
            && query.before.is_none_or(|at| row.time < at)
            && query.after.is_none_or(|at| row.time >= at)
    }

    fn fits_saved(&self, saved: &SavedArticle) -> bool {
        let query = self.query;
        (!query.unread || !saved.read)
            && query.folder.is_none()
            && query.source.as_deref().is_none_or(|name| folded(saved.feed_title.as_str()).contains(&folded(name)))
            && is_language(query, saved.language.as_deref())
            && query.before.is_none_or(|at| saved.saved_at < at)
            && query.after.is_none_or(|at| saved.saved_at >= at)
    }

    fn has_tag(&self, id: i64) -> Result<bool> {
        let Some(tag) = &self.query.tag else { return Ok(true) };
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM saved_tags WHERE article_id = ?1 AND tag = ?2")?
            .query_row(params![id, tag], |_| Ok(()))
            .optional()?
            .is_some())
    }
}

fn is_language(query: &Query, language: Option<&str>) -> bool {
    let Some(wanted) = &query.language else { return true };
    language.is_some_and(|tag| {
        let tag = tag.to_lowercase();
        tag == *wanted || tag.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.starts_with('-'))
    })
}

fn feeds_named(connection: &Connection, query: &Query) -> Result<HashSet<FeedId>> {
    let mut statement = connection
        .prepare_cached("SELECT id, coalesce(own_title, title), url, folder FROM feeds WHERE unfollowed_at IS NULL")?;
    let mut rows = statement.query([])?;
    let mut feeds = HashSet::new();
    while let Some(row) = rows.next()? {
        let (title, url, folder): (String, String, Option<String>) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let named = |wanted: &String| folded(&title).contains(&folded(wanted)) || url == *wanted;
        let inside = |wanted: &String| folder.as_deref().is_some_and(|path| is_in_folder(path, wanted));
        if query.source.as_ref().is_none_or(named) && query.folder.as_ref().is_none_or(inside) {
            feeds.insert(FeedId(row.get(0)?));
        }
    }
    Ok(feeds)
}

/// Whether a folder is the one that was typed or one under it, each name as search spells it. A name may also be typed without
/// those before it, as rows of folders show it, and a `/` within one as it is on keyboards.
fn is_in_folder(path: &str, typed: &str) -> bool {
    let names = |path: &str| path.split('/').map(folded).collect::<Vec<_>>();
    let wanted = folder::path(typed).map_or_else(Vec::new, |typed| names(typed.as_str()));
    let stands = !wanted.is_empty() && names(path).windows(wanted.len()).any(|part| part == wanted);
    stands || folded(path) == folded(typed)
}

fn is_interrupt(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(rusqlite::ErrorCode::OperationInterrupted)
}
