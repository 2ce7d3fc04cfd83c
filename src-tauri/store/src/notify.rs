//! Rules for notifications, what arrived since they were asked last, and what was told lately.

use crate::{
    Result, Store, StoreError,
    columns::text,
    search::fold::{self, Token},
    undo::remember,
};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use stoppress_model::{
    Arrival, ArticleId, FeedId, NewNotifyRule, NotifyKind, NotifyRule, NotifyRuleId, PlainText, Timestamp, WordsMatch,
    folder,
};

/// Rules that hold at once: every article that arrives is compared with each.
const MOST: i64 = 500;
/// Bytes of a rule's words.
const TEXT_BYTES: usize = 256;
/// Articles looked at in one go; of more, the newest.
const MOST_ARRIVALS: i64 = 2_000;

const NAME: &str = "iif(coalesce(f.own_title, f.title) = '', f.url, coalesce(f.own_title, f.title))";

impl Store {
    /// The rules that hold, the newest first. One whose source is not followed rests until it is followed again.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn notify_rules(&self) -> Result<Vec<NotifyRule>> {
        holding(&*self.read()?)
    }

    /// Makes a rule; one that says the same already is answered in its place. It can be undone.
    ///
    /// # Errors
    /// `NotFound` where a source is not followed; `Unusable` where there is nothing to look for, and where 500 rules hold;
    /// when the profile cannot be written.
    pub fn add_notify_rule(&self, new: &NewNotifyRule, now: Timestamp) -> Result<NotifyRule> {
        self.write_user(|transaction| {
            let (rule, is_new) = add(transaction, new, now)?;
            if is_new {
                remember(transaction, now, "notify", &[rule.id.0])?;
            }
            Ok(rule)
        })
    }

    /// Removes a rule. It can be undone.
    ///
    /// # Errors
    /// `NotFound` where it does not hold; when the profile cannot be written.
    pub fn remove_notify_rule(&self, id: NotifyRuleId, now: Timestamp) -> Result<()> {
        self.write_user(|transaction| {
            if set_ended(transaction, id.0, Some(now))? == 0 {
                return Err(StoreError::NotFound("this rule"));
            }
            remember(transaction, now, "unnotify", &[id.0])
        })
    }

    /// Unread articles of the ticker with an id above `after`, the newest 2,000 of them. What came with the first check of a
    /// source is no news.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn arrivals(&self, after: ArticleId) -> Result<Vec<Arrival>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(&arrivals_sql())?;
        let rows = statement.query_map(params![after.0, MOST_ARRIVALS], |row| Ok((arrival_from(row)?, row.get(6)?)))?;
        let rows: Vec<(Arrival, i64)> = rows.collect::<rusqlite::Result<_>>()?;
        let mut begun: HashMap<FeedId, i64> = HashMap::new();
        let mut news = Vec::with_capacity(rows.len());
        for (arrival, seen) in rows {
            let first = match begun.get(&arrival.feed) {
                Some(first) => *first,
                None => *begun.entry(arrival.feed).or_insert(first_check(&connection, arrival.feed)?),
            };
            news.extend((seen > first).then_some(arrival));
        }
        Ok(news)
    }

    /// The largest id of an article; 0 where there is none.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn newest_article(&self) -> Result<ArticleId> {
        let id: Option<i64> =
            self.read()?.prepare_cached("SELECT max(id) FROM articles")?.query_row([], |row| row.get(0))?;
        Ok(ArticleId(id.unwrap_or(0)))
    }

    /// What was kept by [`Store::keep_notify_state`].
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn notify_state(&self) -> Result<Option<String>> {
        Ok(self
            .read()?
            .prepare_cached("SELECT record FROM notify_state WHERE id = 1")?
            .query_row([], |row| row.get(0))
            .optional()?)
    }

    /// Keeps what was told lately, as JSON; `None` forgets it. No list shows it.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn keep_notify_state(&self, record: Option<&str>) -> Result<()> {
        self.write_behind(
            |transaction| {
                match record {
                    Some(record) => transaction.execute(
                        "INSERT INTO notify_state (id, record) VALUES (1, ?1)
                         ON CONFLICT (id) DO UPDATE SET record = excluded.record",
                        [record],
                    )?,
                    None => transaction.execute("DELETE FROM notify_state", [])?,
                };
                Ok(())
            },
            |()| false,
        )
    }
}

/// A text as rules and headlines are compared: words without case and accents, characters of scripts without spaces in pairs.
#[derive(Clone, Debug)]
pub struct Spelled(Vec<Token>);

impl Spelled {
    /// Of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Spelled(fold::tokens(text))
    }

    /// True where there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the words of `phrase` stand in it one after the other.
    #[must_use]
    pub fn has(&self, phrase: &Spelled) -> bool {
        let words: Vec<String> = phrase.0.iter().map(|token| token.text.clone()).collect();
        fold::stand_in(&words, &self.0)
    }

    /// The words in one line: two texts with the same line are the same to a reader.
    #[must_use]
    pub fn line(&self) -> String {
        self.0.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// Unread articles that arrived since one, the newest first.
pub(crate) fn arrivals_sql() -> String {
    format!(
        "SELECT a.id, s.feed_id, {NAME}, f.folder, a.title, coalesce(min(a.published, s.first_seen), s.first_seen),
           s.first_seen
         FROM articles a JOIN status s ON s.article_id = a.id JOIN feeds f ON f.id = s.feed_id
         WHERE a.id > ?1 AND s.hidden = 0 AND s.read = 0 ORDER BY a.id DESC LIMIT ?2"
    )
}

/// Makes a rule where none says the same; true where it did.
pub(crate) fn add(transaction: &Transaction<'_>, new: &NewNotifyRule, at: Timestamp) -> Result<(NotifyRule, bool)> {
    let rule = made_of(transaction, new, at)?;
    let same = |one: &NotifyRule| {
        (one.kind, one.feed_id) == (rule.kind, rule.feed_id)
            && (rule.kind == NotifyKind::Source || (&one.text, one.matching) == (&rule.text, rule.matching))
    };
    if let Some(known) = holding(transaction)?.into_iter().find(same) {
        return Ok((known, false));
    }
    let count: i64 =
        transaction.query_row("SELECT count(*) FROM notify_rules WHERE ended_at IS NULL", [], |row| row.get(0))?;
    if count >= MOST {
        return Err(StoreError::Unusable("There are 500 rules already. Remove one that is no longer needed."));
    }
    let (kind, matching) = (kind_name(rule.kind), match_name(rule.matching));
    transaction.execute(
        "INSERT INTO notify_rules (kind, feed_id, text, matching, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![kind, rule.feed_id.map(|feed| feed.0), rule.text.as_str(), matching, at.0],
    )?;
    Ok((NotifyRule { id: NotifyRuleId(transaction.last_insert_rowid()), ..rule }, true))
}

/// Takes "notify" or "unnotify" back.
pub(crate) fn take_back(transaction: &Transaction<'_>, action: &str, id: i64, now: Timestamp) -> Result<()> {
    set_ended(transaction, id, (action == "notify").then_some(now))?;
    Ok(())
}

/// A rule for a folder that went along with it.
#[derive(Deserialize, Serialize)]
pub(crate) struct MovedRule {
    id: i64,
    from: String,
    to: String,
}

impl MovedRule {
    /// The way back.
    pub(crate) fn turned(self) -> Self {
        MovedRule { id: self.id, from: self.to, to: self.from }
    }
}

/// A folder has another path: the rules for it and for those under it go along, and are answered. With `itself` false the rule
/// for the folder alone stays. Into a folder that has one already, a second is not needed.
pub(crate) fn move_folder(
    transaction: &Transaction<'_>,
    from: &str,
    to: Option<&str>,
    itself: bool,
) -> Result<Vec<MovedRule>> {
    let mut statement =
        transaction.prepare_cached("SELECT id, text, ended_at IS NULL FROM notify_rules WHERE kind = 'folder'")?;
    let rules: Vec<(i64, String, bool)> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<rusqlite::Result<_>>()?;
    let goes = |text: &str| folder::is_within(text, from) && (itself || text != from);
    let staying: HashSet<&str> =
        rules.iter().filter(|(_, text, holds)| *holds && !goes(text)).map(|(_, text, _)| text.as_str()).collect();
    let mut moved = Vec::new();
    for (id, text, _) in rules.iter().filter(|(_, text, _)| goes(text)) {
        let Some(to) = folder::moved(text, from, to).flatten() else { continue };
        if to != *text && !staying.contains(to.as_str()) {
            moved.push(MovedRule { id: *id, from: text.clone(), to });
        }
    }
    for rule in &moved {
        set_text(transaction, rule.id, &rule.from, &rule.to)?;
    }
    Ok(moved)
}

/// Takes [`move_folder`] back for a rule that is still where it put it.
pub(crate) fn move_back(transaction: &Transaction<'_>, rule: &MovedRule) -> Result<()> {
    set_text(transaction, rule.id, &rule.to, &rule.from)
}

fn set_text(transaction: &Transaction<'_>, id: i64, from: &str, to: &str) -> Result<()> {
    transaction
        .prepare_cached("UPDATE notify_rules SET text = ?3 WHERE id = ?1 AND text = ?2")?
        .execute(params![id, from, to])?;
    Ok(())
}

/// When the oldest article of a source that is still here was first seen.
fn first_check(connection: &Connection, feed: FeedId) -> Result<i64> {
    let first: Option<i64> = connection
        .prepare_cached(
            "SELECT first_seen FROM status WHERE article_id = (SELECT min(id) FROM articles WHERE feed_id = ?1)",
        )?
        .query_row([feed.0], |row| row.get(0))
        .optional()?;
    Ok(first.unwrap_or(i64::MAX))
}

fn set_ended(transaction: &Transaction<'_>, id: i64, at: Option<Timestamp>) -> Result<usize> {
    Ok(transaction.execute(
        "UPDATE notify_rules SET ended_at = ?2 WHERE id = ?1 AND (ended_at IS NULL) <> (?2 IS NULL)",
        params![id, at.map(|at| at.0)],
    )?)
}

/// What a wish comes to; without an id.
fn made_of(connection: &Connection, new: &NewNotifyRule, now: Timestamp) -> Result<NotifyRule> {
    let text = match (new.kind, new.feed) {
        (NotifyKind::Source, None) => return Err(StoreError::Unusable("A rule for a source needs the source.")),
        (NotifyKind::Source, Some(feed)) => source_name(connection, feed)?,
        (NotifyKind::Folder, _) => folder::path(&new.text).unwrap_or_default(),
        _ => PlainText::new(&new.text, TEXT_BYTES),
    };
    let nothing = match new.kind {
        NotifyKind::Source => false,
        NotifyKind::Folder => text.is_empty(),
        NotifyKind::Words => Spelled::of(text.as_str()).is_empty(),
    };
    if nothing {
        return Err(StoreError::Unusable("There is no word in it that could be looked for."));
    }
    let feed_id = new.feed.filter(|_| new.kind == NotifyKind::Source);
    let matching = if new.kind == NotifyKind::Words { new.matching } else { WordsMatch::default() };
    Ok(NotifyRule { id: NotifyRuleId(0), kind: new.kind, feed_id, text, matching, created_at: now })
}

fn source_name(connection: &Connection, feed: FeedId) -> Result<PlainText> {
    let name: Option<String> = connection
        .query_row(
            &format!("SELECT {NAME} FROM feeds f WHERE f.id = ?1 AND f.unfollowed_at IS NULL"),
            [feed.0],
            |row| row.get(0),
        )
        .optional()?;
    name.map(|name| PlainText::new(&name, TEXT_BYTES)).ok_or(StoreError::NotFound("this feed"))
}

fn holding(connection: &Connection) -> Result<Vec<NotifyRule>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT r.id, r.kind, r.feed_id, iif(f.id IS NULL, r.text, {NAME}), r.matching, r.created_at
         FROM notify_rules r LEFT JOIN feeds f ON f.id = r.feed_id
         WHERE r.ended_at IS NULL AND (r.kind <> 'source' OR f.unfollowed_at IS NULL AND f.id IS NOT NULL) ORDER BY r.id DESC"
    ))?;
    let rows = statement.query_map([], rule_from)?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(rows.into_iter().flatten().collect())
}

/// `None` for a kind that this version does not know: it tells of nothing.
fn rule_from(row: &Row<'_>) -> rusqlite::Result<Option<NotifyRule>> {
    let kind = match row.get::<_, String>(1)?.as_str() {
        "source" => NotifyKind::Source,
        "folder" => NotifyKind::Folder,
        "words" => NotifyKind::Words,
        _ => return Ok(None),
    };
    let matching = match row.get::<_, String>(4)?.as_str() {
        "all" => WordsMatch::All,
        "phrase" => WordsMatch::Phrase,
        _ => WordsMatch::Any,
    };
    Ok(Some(NotifyRule {
        id: NotifyRuleId(row.get(0)?),
        kind,
        feed_id: row.get::<_, Option<i64>>(2)?.map(FeedId),
        text: PlainText::new(&row.get::<_, String>(3)?, folder::BYTES),
        matching,
        created_at: Timestamp(row.get(5)?),
    }))
}

fn arrival_from(row: &Row<'_>) -> rusqlite::Result<Arrival> {
    Ok(Arrival {
        id: ArticleId(row.get(0)?),
        feed: FeedId(row.get(1)?),
        source: PlainText::new(&text(row, 2)?, 1024),
        folder: row.get::<_, Option<String>>(3)?.map(|path| PlainText::new(&path, folder::BYTES)),
        title: PlainText::new(&text(row, 4)?, 1024),
        time: Timestamp(row.get(5)?),
    })
}

fn kind_name(kind: NotifyKind) -> &'static str {
    match kind {
        NotifyKind::Source => "source",
        NotifyKind::Folder => "folder",
        NotifyKind::Words => "words",
    }
}

fn match_name(matching: WordsMatch) -> &'static str {
    match matching {
        WordsMatch::Any => "any",
        WordsMatch::All => "all",
        WordsMatch::Phrase => "phrase",
    }
}
