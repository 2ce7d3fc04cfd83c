//! The ticker: one SELECT that already has the row's shape and never touches a body, paged by key, never by OFFSET.

use crate::{
    Result, Store, StoreError,
    articles::direction_column,
    columns::{text, text_or_none},
    hiding::{LEFT_OUT, LEFT_OUT_SINCE},
    mutes::since,
    sources::{SPEAKING, WITHIN, beginning, bounds},
};
use rusqlite::{Connection, OptionalExtension, Row, types::Value};
use stoppress_model::{ArticleId, FeedId, PlainText, Stored, TickerPage, TickerQuery, TickerRow, Timestamp};

const COLUMNS: &str =
    "s.article_id, s.ticker_at, a.title, s.feed_id, coalesce(f.own_title, f.title), f.url, a.url, s.read, v.article_id IS NOT NULL,
  a.language, iif(f.own_direction = 'auto', a.direction, f.own_direction), a.published, s.first_seen, s.has_text, v.state, s.packed, s.edited_at,
  s.hidden >= 4";

const TABLES: &str = "status s JOIN articles a ON a.id = s.article_id JOIN feeds f ON f.id = s.feed_id
  LEFT JOIN saved v ON v.article_id = s.article_id AND v.removed_at IS NULL";

impl Store {
    /// A stretch of the ticker, newest first; with `muted`, of the muted and hidden rows whatever their age.
    ///
    /// # Errors
    /// `NotFound` where the row of `before` or `after` is gone.
    pub fn ticker(&self, query: &TickerQuery) -> Result<TickerPage> {
        self.page(query, None)
    }

    /// As [`Store::ticker`]; with `muted`, only rows of the 24 hours before `now`, and those that were hidden in them.
    ///
    /// # Errors
    /// As [`Store::ticker`].
    pub fn ticker_at(&self, query: &TickerQuery, now: Timestamp) -> Result<TickerPage> {
        self.page(query, Some(now))
    }

    fn page(&self, query: &TickerQuery, now: Option<Timestamp>) -> Result<TickerPage> {
        let connection = self.read()?;
        // One read transaction: rows, total and newest id belong to the same moment.
        let moment = connection.unchecked_transaction()?;
        let (sql, values) = selection(&moment, query, now)?;
        let mut statement = moment.prepare_cached(&sql)?;
        let mut rows: Vec<TickerRow> =
            statement.query_map(rusqlite::params_from_iter(&values), row_from)?.collect::<rusqlite::Result<_>>()?;
        drop(statement);
        let more = query.limit > 0 && rows.len() > query.limit as usize;
        if more {
            rows.truncate(query.limit as usize);
        }
        if query.after.is_some() {
            rows.reverse();
        }
        let total = match (query.muted, query.unread) {
            (true, _) => muted(&moment, query, now)?,
            (false, true) => self.kept.of(&moment, query)?.unread,
            (false, false) => self.kept.of(&moment, query)?.total,
        };
        Ok(TickerPage { rows, more, total, newest_id: newest_id(&moment)? })
    }

    /// The statement that [`Store::ticker`] runs, for the test that pins its plan.
    ///
    /// # Errors
    /// As [`Store::ticker`].
    pub fn ticker_sql(&self, query: &TickerQuery) -> Result<String> {
        Ok(selection(&*self.read()?, query, None)?.0)
    }

    /// The statement that counts muted rows, for the test that pins its plan.
    #[must_use]
    pub fn muted_count_sql() -> String {
        muted_sql(&Filter::new(&TickerQuery { muted: true, ..TickerQuery::default() }, Some(Timestamp(0))))
    }

    /// The rows of these articles that are in the ticker, in ticker order.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn ticker_rows(&self, ids: &[ArticleId]) -> Result<Vec<TickerRow>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(&row_sql())?;
        let mut rows = Vec::with_capacity(ids.len());
        for id in ids {
            rows.extend(statement.query_row([id.0], row_from).optional()?);
        }
        rows.sort_by_key(|row| std::cmp::Reverse((row.time, row.id)));
        Ok(rows)
    }
}

/// One row of the ticker.
pub(crate) fn row_sql() -> String {
    format!("SELECT {COLUMNS} FROM {TABLES} WHERE s.article_id = ?1 AND s.hidden = 0")
}

/// One row of the ticker; `None` where the article is not in it.
pub(crate) fn ticker_row(connection: &Connection, id: i64) -> Result<Option<TickerRow>> {
    Ok(connection.prepare_cached(&row_sql())?.query_row([id], row_from).optional()?)
}

/// One row more than asked tells whether there are more.
fn selection(connection: &Connection, query: &TickerQuery, now: Option<Timestamp>) -> Result<(String, Vec<Value>)> {
    let mut filter = Filter::new(query, now);
    filter.beside(connection, query)?;
    let upwards = query.after.is_some();
    if let Some(id) = query.arrived_after {
        filter.and("s.article_id > ?", [Value::Integer(id.0)]);
    }
    filter.values.push(Value::Integer(if query.limit == 0 { -1 } else { i64::from(query.limit) + 1 }));
    let order = match (upwards, query.arrived_after) {
        // The few that arrived are found by id and then sorted; walking the whole ticker for them would be slow.
        (_, Some(_)) => "+s.ticker_at DESC, +s.article_id DESC",
        (true, None) => "s.ticker_at, s.article_id",
        (false, None) => "s.ticker_at DESC, s.article_id DESC",
    };
    Ok((format!("SELECT {COLUMNS} FROM {TABLES} WHERE {} ORDER BY {order} LIMIT ?", filter.sql), filter.values))
}

/// The WHERE clause of a selection.
pub(crate) struct Filter {
    pub(crate) sql: String,
    pub(crate) values: Vec<Value>,
}

impl Filter {
    /// `now` bounds muted rows to those of the last 24 hours, and those that were hidden in them.
    pub(crate) fn new(query: &TickerQuery, now: Option<Timestamp>) -> Self {
        let (of, values) = match (query.muted, now.map(|now| Value::Integer(since(now)))) {
            (true, Some(since)) => (LEFT_OUT_SINCE, vec![since.clone(), since]),
            (true, None) => (LEFT_OUT, Vec::new()),
            (false, _) => ("s.hidden = 0", Vec::new()),
        };
        let mut filter = Filter { sql: of.into(), values };
        if query.unread {
            filter.and("s.read = 0", []);
        }
        if let Some(id) = query.arrived_until {
            filter.and("s.article_id <= ?", [Value::Integer(id.0)]);
        }
        if let Some(feed) = query.feed {
            filter.and("s.feed_id = ?", [Value::Integer(feed.0)]);
        }
        if let Some(folder) = &query.folder {
            // The plus keeps SQLite on the time index: a folder of a thousand feeds would else be sorted whole.
            let feeds = format!("+s.feed_id IN (SELECT id FROM feeds WHERE {WITHIN})");
            filter.and(&feeds, bounds(folder).map(Value::Text));
        }
        if let Some(language) = &query.language {
            // As with folders.
            let feeds = format!("+s.feed_id IN (SELECT id FROM feeds WHERE {SPEAKING})");
            filter.and(&feeds, beginning(language));
        }
        if query.feed.is_none() && query.folder.is_none() {
            filter.and("+s.feed_id NOT IN (SELECT id FROM feeds WHERE in_live = 0)", []);
        }
        filter
    }

    /// Leaves only what lies strictly below `before`, or strictly above `after`.
    pub(crate) fn beside(&mut self, connection: &Connection, query: &TickerQuery) -> Result<()> {
        let Some(id) = query.before.or(query.after) else { return Ok(()) };
        let (at, id) = place_of(connection, id)?;
        let sign = if query.after.is_some() { ">" } else { "<" };
        self.and(&format!("(s.ticker_at, s.article_id) {sign} (?, ?)"), [Value::Integer(at), Value::Integer(id)]);
        Ok(())
    }

    fn and<const N: usize>(&mut self, condition: &str, values: [Value; N]) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
        self.values.extend(values);
    }
}

fn place_of(connection: &Connection, id: ArticleId) -> Result<(i64, i64)> {
    connection
        .prepare_cached("SELECT ticker_at, article_id FROM status WHERE article_id = ?1")?
        .query_row([id.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .ok_or(StoreError::NotFound("the row to page from"))
}

fn muted_sql(filter: &Filter) -> String {
    format!("SELECT count(*) FROM status s WHERE {}", filter.sql)
}

/// Muted rows are not among the counts that triggers keep, and few.
pub(crate) fn muted(connection: &Connection, query: &TickerQuery, now: Option<Timestamp>) -> Result<u64> {
    let filter = Filter::new(query, now);
    let count: i64 = connection
        .prepare_cached(&muted_sql(&filter))?
        .query_row(rusqlite::params_from_iter(&filter.values), |row| row.get(0))?;
    Ok(count.unsigned_abs())
}

fn newest_id(connection: &Connection) -> Result<ArticleId> {
    let id: Option<i64> = connection.prepare_cached("SELECT max(id) FROM articles")?.query_row([], |row| row.get(0))?;
    Ok(ArticleId(id.unwrap_or(0)))
}

fn row_from(row: &Row<'_>) -> rusqlite::Result<TickerRow> {
    let (feed_title, feed_url): (String, String) = (text(row, 4)?, text(row, 5)?);
    let packed: bool = row.get(15)?;
    let complete = packed || text_or_none(row, 14)?.as_deref() == Some("complete");
    let has_text: bool = row.get(13)?;
    Ok(TickerRow {
        id: ArticleId(row.get(0)?),
        time: Timestamp(row.get(1)?),
        title: PlainText::new(&text(row, 2)?, 4096),
        feed_id: FeedId(row.get(3)?),
        feed_title: PlainText::new(if feed_title.is_empty() { &feed_url } else { &feed_title }, 1024),
        url: text_or_none(row, 6)?,
        read: row.get(7)?,
        saved: row.get(8)?,
        language: text_or_none(row, 9)?,
        direction: direction_column(row, 10)?,
        published: row.get::<_, Option<i64>>(11)?.map(Timestamp),
        first_seen: Timestamp(row.get(12)?),
        edited_at: row.get::<_, Option<i64>>(16)?.map(Timestamp),
        stored: match (complete, has_text) {
            (true, _) => Stored::Full,
            (false, true) => Stored::Text,
            (false, false) => Stored::Headline,
        },
        hidden: row.get(17)?,
    })
}
