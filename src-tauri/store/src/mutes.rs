//! Mutes: rows that the reader does not want to see. They keep their place and come back when the mute ends. What is saved
//! is never muted.

use crate::{
    ArticleContent, Result, Store, StoreError, columns::text, dictionary::unpack_body, search::fold, ticker::muted,
    undo::remember,
};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params, types::Value};
use stoppress_model::{FeedId, Mute, MuteId, MuteKind, NewMute, PlainText, TickerQuery, Timestamp};

/// A new mute looks at so many of the newest rows; what arrives later is looked at as it arrives.
const LOOKED_AT: u32 = 5_000;
/// Mutes that hold at once: every article that arrives is compared with each.
pub(crate) const MOST: usize = 500;
/// Bytes of a mute's words.
const TEXT_BYTES: usize = 256;
const DAY: i64 = 24 * 3600;
/// Muted rows of so many seconds are "today's": no day of the calendar ends for everyone at once.
const TODAY: i64 = DAY;

const HOLDS: &str = "ended_at IS NULL AND (until IS NULL OR until > ?1)";

impl Store {
    /// The mutes that hold, the newest first.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn mutes(&self, now: Timestamp) -> Result<Vec<Mute>> {
        holding(&*self.read()?, now)
    }

    /// Mutes: matching rows among the newest 5,000 leave the ticker, those that arrive later do not come into it. It can be
    /// undone. Where one holds that leaves out the same for as long, that one is answered.
    ///
    /// # Errors
    /// `NotFound` where a source is not followed; `Unusable` where there is nothing to look for, for a time that is none, and
    /// where 500 mutes hold; when the profile cannot be written.
    pub fn mute(&self, new: &NewMute, now: Timestamp) -> Result<Mute> {
        self.write_user(|transaction| {
            let mute = made_of(transaction, new, now)?;
            let holding = holding(transaction, now)?;
            if let Some(same) = holding.iter().find(|one| holds_for(one, &mute)) {
                return Ok(same.clone());
            }
            if holding.len() >= MOST {
                return Err(StoreError::Unusable("There are 500 mutes already. Remove one that is no longer needed."));
            }
            transaction.execute(
                "INSERT INTO mutes (kind, text, feed_id, created_at, until) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    kind_name(mute.kind),
                    mute.text.as_str(),
                    mute.feed_id.map(|feed| feed.0),
                    now.0,
                    mute.until.map(|at| at.0)
                ],
            )?;
            let id = transaction.last_insert_rowid();
            remember(transaction, now, "mute", &[id])?;
            let mute = Mute { id: MuteId(id), ..mute };
            apply(transaction, &mute)?;
            Ok(mute)
        })
    }

    /// Removes a mute; its rows come back unless another one holds them. It can be undone.
    ///
    /// # Errors
    /// `NotFound` where it does not hold; when the profile cannot be written.
    pub fn unmute(&self, id: MuteId, now: Timestamp) -> Result<()> {
        self.write_user(|transaction| {
            if !end(transaction, id.0, now)? {
                return Err(StoreError::NotFound("this mute"));
            }
            remember(transaction, now, "unmute", &[id.0])
        })
    }

    /// How many of the newest 5,000 rows a mute would take out of the ticker.
    ///
    /// # Errors
    /// As [`Store::mute`].
    pub fn mute_matches(&self, new: &NewMute, now: Timestamp) -> Result<u64> {
        let connection = self.read()?;
        let moment = connection.unchecked_transaction()?;
        let mute = made_of(&moment, new, now)?;
        Ok(matching(&moment, &mute)?.len() as u64)
    }

    /// Brings back what mutes held whose time is over; returns how many mutes that were. Writes only where there are any.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn end_mutes(&self, now: Timestamp) -> Result<u64> {
        let over = "ended_at IS NULL AND until <= ?1";
        let any: bool =
            self.read()?
                .query_row(&format!("SELECT EXISTS (SELECT 1 FROM mutes WHERE {over})"), [now.0], |row| row.get(0))?;
        if !any {
            return Ok(0);
        }
        self.write_user(|transaction| {
            let ended = transaction.execute(&format!("UPDATE mutes SET ended_at = until WHERE {over}"), [now.0])?;
            judge_again(transaction, now)?;
            Ok(ended as u64)
        })
    }

    /// How many rows of the last 24 hours are muted, and how many were hidden in them.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn muted_today(&self, now: Timestamp) -> Result<u64> {
        muted(&*self.read()?, &TickerQuery { muted: true, ..TickerQuery::default() }, Some(now))
    }
}

/// From when on a muted row is today's.
pub(crate) fn since(now: Timestamp) -> i64 {
    now.0 - TODAY
}

/// The mutes that hold, ready to be asked about many articles.
pub(crate) struct Muting(Vec<Rule>);

struct Rule {
    kind: MuteKind,
    feed: Option<i64>,
    /// As [`fold::tokens`] spells them.
    words: Vec<String>,
}

impl Rule {
    fn of(mute: &Mute) -> Self {
        Rule { kind: mute.kind, feed: mute.feed_id.map(|feed| feed.0), words: words_of(mute.text.as_str()) }
    }

    fn holds(&self, feed: i64, title: &[fold::Token], authors: &dyn Fn() -> Vec<String>) -> bool {
        if self.feed.is_some_and(|only| only != feed) {
            return false;
        }
        match self.kind {
            MuteKind::Source => self.feed.is_some(),
            MuteKind::Words => fold::stand_in(&self.words, title),
            MuteKind::Author => authors().iter().any(|name| words_of(name) == self.words),
        }
    }
}

impl Muting {
    /// Those that hold at `now`.
    pub(crate) fn at(connection: &Connection, now: Timestamp) -> Result<Self> {
        Ok(Muting(holding(connection, now)?.iter().map(Rule::of).collect()))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether any of them holds an article of this content.
    pub(crate) fn holds(&self, feed: FeedId, content: &ArticleContent) -> bool {
        let authors = || content.authors.iter().map(ToString::to_string).collect();
        self.any(feed.0, content.title.as_str(), &authors)
    }

    fn any(&self, feed: i64, title: &str, authors: &dyn Fn() -> Vec<String>) -> bool {
        if self.is_empty() {
            return false;
        }
        let title = fold::tokens(title);
        self.0.iter().any(|rule| rule.holds(feed, &title, authors))
    }
}

/// Asks the mutes that hold about every muted row, and brings back what none of them holds any more.
pub(crate) fn judge_again(transaction: &Transaction<'_>, now: Timestamp) -> Result<()> {
    let sql = "SELECT s.article_id, s.feed_id, a.title FROM status s JOIN articles a ON a.id = s.article_id
       WHERE s.hidden >= 2 AND s.hidden & 2";
    judge_rows(transaction, &Muting::at(transaction, now)?, candidates(transaction, sql, Vec::new())?)
}

/// Asks the mutes that hold about these articles.
pub(crate) fn judge(transaction: &Transaction<'_>, ids: &[i64], now: Timestamp) -> Result<()> {
    let sql = "SELECT s.article_id, s.feed_id, a.title FROM status s JOIN articles a ON a.id = s.article_id
       WHERE s.article_id = ?1";
    let muting = Muting::at(transaction, now)?;
    ids.iter()
        .try_for_each(|id| judge_rows(transaction, &muting, candidates(transaction, sql, vec![Value::Integer(*id)])?))
}

fn judge_rows(transaction: &Transaction<'_>, muting: &Muting, rows: Vec<(i64, i64, String)>) -> Result<()> {
    for (id, feed, title) in rows {
        let holds = !is_saved(transaction, id)? && muting.any(feed, &title, &|| authors_of(transaction, id));
        set_muted(transaction, id, holds)?;
    }
    Ok(())
}

/// After a publisher's edit the mutes are asked about the new headline.
pub(crate) fn judge_edited(
    transaction: &Transaction<'_>,
    muting: &Muting,
    feed: FeedId,
    id: i64,
    content: &ArticleContent,
) -> Result<()> {
    if muting.is_empty() || is_saved(transaction, id)? {
        return Ok(());
    }
    set_muted(transaction, id, muting.holds(feed, content))
}

/// Takes "mute" or "unmute" back.
pub(crate) fn take_back(transaction: &Transaction<'_>, action: &str, id: i64, now: Timestamp) -> Result<()> {
    if action == "mute" {
        end(transaction, id, now)?;
        return Ok(());
    }
    transaction.execute("UPDATE mutes SET ended_at = NULL WHERE id = ?1", [id])?;
    match holding(transaction, now)?.iter().find(|mute| mute.id.0 == id) {
        Some(mute) => apply(transaction, mute),
        None => Ok(()),
    }
}

/// False where it did not hold.
fn end(transaction: &Transaction<'_>, id: i64, now: Timestamp) -> Result<bool> {
    let ended =
        transaction.execute("UPDATE mutes SET ended_at = ?2 WHERE id = ?1 AND ended_at IS NULL", params![id, now.0])?;
    if ended == 1 {
        judge_again(transaction, now)?;
    }
    Ok(ended == 1)
}

fn apply(transaction: &Transaction<'_>, mute: &Mute) -> Result<()> {
    for id in matching(transaction, mute)? {
        set_muted(transaction, id, true)?;
    }
    Ok(())
}

/// The rows among the newest that a mute holds.
fn matching(connection: &Connection, mute: &Mute) -> Result<Vec<i64>> {
    let (only, values) = match mute.feed_id {
        Some(feed) => ("AND s.feed_id = ?2", vec![Value::Integer(i64::from(LOOKED_AT)), Value::Integer(feed.0)]),
        None => ("", vec![Value::Integer(i64::from(LOOKED_AT))]),
    };
    let muting = Muting(vec![Rule::of(mute)]);
    let mut found = Vec::new();
    for (id, feed, title) in candidates(connection, &looked_at_sql(only), values)? {
        if muting.any(feed, &title, &|| authors_of(connection, id)) && !is_saved(connection, id)? {
            found.push(id);
        }
    }
    Ok(found)
}

/// The newest rows of the ticker; with `only`, of a feed.
pub(crate) fn looked_at_sql(only: &str) -> String {
    format!(
        "SELECT s.article_id, s.feed_id, a.title FROM status s JOIN articles a ON a.id = s.article_id
         WHERE s.hidden = 0 {only} ORDER BY s.ticker_at DESC, s.article_id DESC LIMIT ?1"
    )
}

fn candidates(connection: &Connection, sql: &str, values: Vec<Value>) -> Result<Vec<(i64, i64, String)>> {
    let mut statement = connection.prepare_cached(sql)?;
    let rows =
        statement.query_map(rusqlite::params_from_iter(values), |row| Ok((row.get(0)?, row.get(1)?, text(row, 2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn is_saved(connection: &Connection, id: i64) -> Result<bool> {
    Ok(connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM saved WHERE article_id = ?1 AND removed_at IS NULL)")?
        .query_row([id], |row| row.get(0))?)
}

/// A record that does not read back has no writers.
fn authors_of(connection: &Connection, id: i64) -> Vec<String> {
    let record: Option<Vec<u8>> = connection
        .prepare_cached("SELECT record FROM bodies WHERE article_id = ?1")
        .and_then(|mut statement| statement.query_row([id], |row| row.get(0)).optional())
        .unwrap_or_default();
    let content: Option<ArticleContent> = record.and_then(|bytes| unpack_body(connection, &bytes).ok());
    content.unwrap_or_default().authors.iter().map(ToString::to_string).collect()
}

/// Other reasons for being hidden stay as they are.
fn set_muted(transaction: &Transaction<'_>, id: i64, muted: bool) -> Result<()> {
    transaction
        .prepare_cached(
            "UPDATE status SET hidden = (hidden & 5) + 2 * ?2 WHERE article_id = ?1 AND (hidden & 2 <> 0) <> ?2",
        )?
        .execute(params![id, muted])?;
    Ok(())
}

/// What a wish comes to; without an id.
fn made_of(connection: &Connection, new: &NewMute, now: Timestamp) -> Result<Mute> {
    let text = match (new.kind, new.feed) {
        (MuteKind::Source, None) => return Err(StoreError::Unusable("A mute of a source needs the source.")),
        (MuteKind::Source, Some(feed)) => source_name(connection, feed)?,
        _ => PlainText::new(&new.text, TEXT_BYTES),
    };
    if new.kind != MuteKind::Source && words_of(text.as_str()).is_empty() {
        return Err(StoreError::Unusable("There is no word in it that could be muted."));
    }
    if new.days.is_some_and(|days| !(1..=3_650).contains(&days)) {
        return Err(StoreError::Unusable("A mute lasts 1 to 3,650 days, or until it is removed."));
    }
    if let (Some(feed), false) = (new.feed, new.kind == MuteKind::Source) {
        source_name(connection, feed)?;
    }
    let until = new.days.map(|days| now.plus(i64::from(days) * DAY));
    Ok(Mute { id: MuteId(0), kind: new.kind, text, feed_id: new.feed, created_at: now, until })
}

/// Whether a mute that holds makes another one needless.
fn holds_for(holding: &Mute, new: &Mute) -> bool {
    let is_same = (holding.kind, holding.feed_id) == (new.kind, new.feed_id)
        && (new.kind == MuteKind::Source || words_of(holding.text.as_str()) == words_of(new.text.as_str()));
    is_same && holding.until.is_none_or(|until| new.until.is_some_and(|new| new <= until))
}

fn source_name(connection: &Connection, feed: FeedId) -> Result<PlainText> {
    let name: Option<String> = connection
        .query_row(
            "SELECT iif(coalesce(own_title, title) = '', url, coalesce(own_title, title)) FROM feeds
             WHERE id = ?1 AND unfollowed_at IS NULL",
            [feed.0],
            |row| row.get(0),
        )
        .optional()?;
    name.map(|name| PlainText::new(&name, TEXT_BYTES)).ok_or(StoreError::NotFound("this feed"))
}

fn holding(connection: &Connection, now: Timestamp) -> Result<Vec<Mute>> {
    let sql = format!("SELECT id, kind, text, feed_id, created_at, until FROM mutes WHERE {HOLDS} ORDER BY id DESC");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([now.0], mute_from)?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(rows.into_iter().flatten().collect())
}

/// `None` for a kind that this version does not know: it mutes nothing.
fn mute_from(row: &Row<'_>) -> rusqlite::Result<Option<Mute>> {
    let kind = match row.get::<_, String>(1)?.as_str() {
        "words" => MuteKind::Words,
        "source" => MuteKind::Source,
        "author" => MuteKind::Author,
        _ => return Ok(None),
    };
    Ok(Some(Mute {
        id: MuteId(row.get(0)?),
        kind,
        text: PlainText::new(&row.get::<_, String>(2)?, TEXT_BYTES),
        feed_id: row.get::<_, Option<i64>>(3)?.map(FeedId),
        created_at: Timestamp(row.get(4)?),
        until: row.get::<_, Option<i64>>(5)?.map(Timestamp),
    }))
}

pub(crate) fn kind_name(kind: MuteKind) -> &'static str {
    match kind {
        MuteKind::Words => "words",
        MuteKind::Source => "source",
        MuteKind::Author => "author",
    }
}

fn words_of(text: &str) -> Vec<String> {
    fold::tokens(text).into_iter().map(|token| token.text).collect()
}
