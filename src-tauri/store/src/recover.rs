//! A damaged library: moved aside, never deleted; what can still be read of it goes into a copy of the newest sound backup, or
//! into a new library where there is none.

pub(crate) mod map;
mod walk;

use crate::{Result, Store, StoreError, connection::side_files};
use rusqlite::{Connection, OpenFlags, types::Value};
use sha2::{Digest, Sha256};
use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};
use walk::{read, walk};

/// What became of a damaged library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// Where the damaged file is now; nothing is there where the library's file was gone.
    pub damaged: PathBuf,
    /// The backup that the new library began with.
    pub backup: Option<PathBuf>,
    /// Followed feeds in the new library.
    pub feeds: u64,
    /// Saved articles in the new library.
    pub saved: u64,
}

/// What is worth bringing over, those first that others refer to. The search index and the counts follow by triggers.
const TABLES: &[Table] = &[
    Table { name: "settings", key: &["name"], newer: &["value"], kept: &[] },
    Table { name: "icons", key: &["key"], newer: &[], kept: &[] },
    Table { name: "feeds", key: &["id"], newer: ALL, kept: &["icon"] },
    Table { name: "saved_images", key: &["hash"], newer: &[], kept: &[] },
    Table { name: "saved", key: &["article_id"], newer: ALL, kept: &["full_record", "comments_record", "icon"] },
    Table { name: "saved_refs", key: &["article_id", "url_key"], newer: ALL, kept: &["hash"] },
    Table { name: "saved_tags", key: &["article_id", "tag"], newer: &[], kept: &[] },
    Table { name: "mutes", key: &["id"], newer: ALL, kept: &[] },
    Table { name: "notify_rules", key: &["id"], newer: ALL, kept: &[] },
    Table { name: "sign_ins", key: &["origin"], newer: &["user"], kept: &[] },
    Table { name: "articles", key: &["id"], newer: &[], kept: &[] },
    // Before what was packed with them.
    Table { name: "dictionaries", key: &["id"], newer: &[], kept: &[] },
    Table { name: "bodies", key: &["article_id"], newer: &[], kept: &[] },
    Table { name: "full_texts", key: &["article_id"], newer: &[], kept: &[] },
    Table { name: "comments", key: &["article_id"], newer: &[], kept: &[] },
    Table { name: "status", key: &["article_id"], newer: ALL, kept: &[] },
    Table { name: "versions", key: &["id"], newer: &[], kept: &[] },
    Table { name: "tombstones", key: &["feed_id", "key"], newer: &[], kept: &[] },
    Table { name: "older", key: &["feed_id"], newer: ALL, kept: &[] },
    Table { name: "older_read", key: &["feed_id", "url"], newer: &[], kept: &[] },
    Table { name: "upkeep", key: &["name"], newer: &["at"], kept: &[] },
    Table { name: "undo", key: &["id"], newer: ALL, kept: &[] },
];

/// Every column.
const ALL: &[&str] = &["*"];

/// How rows of a table come over. The damaged file is younger than the backup that the new library began with.
struct Table {
    name: &'static str,
    key: &'static [&'static str],
    /// Columns that the damaged file's row overwrites.
    newer: &'static [&'static str],
    /// Of them, those in which nothing never overwrites something.
    kept: &'static [&'static str],
}

/// Whether an error says that the file itself is damaged, not that it is busy, full or forbidden.
#[must_use]
pub fn is_damage(error: &StoreError) -> bool {
    let error = match error {
        StoreError::NotALibrary => return true,
        StoreError::Sqlite(error) => error,
        _ => return false,
    };
    // A wrong number in the header has no code of its own: the format is unknown, or the tables are not those of the version.
    matches!(
        error.sqlite_error_code(),
        Some(
            rusqlite::ErrorCode::DatabaseCorrupt
                | rusqlite::ErrorCode::NotADatabase
                | rusqlite::ErrorCode::Unknown
                | rusqlite::ErrorCode::SchemaChanged
        )
    )
}

/// Looks whether the file at `path` is sound, page by page but without comparing indexes: seconds for a gigabyte.
///
/// # Errors
/// When the file cannot be opened for another reason than damage.
pub fn is_sound(path: &Path) -> Result<bool> {
    let look = || -> Result<bool> {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        Ok(connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0))? == "ok")
    };
    match look() {
        Err(error) if is_damage(&error) => Ok(false),
        outcome => outcome,
    }
}

/// Puts a sound library in the place of the damaged one at `path`. `backups` are tried in their order. The new library is made
/// under another name and takes its place when it is whole, so that a crash on the way only means to begin again; see
/// [`finish_recovery`].
///
/// # Errors
/// When the profile cannot be written; then the damaged file is still in its place.
pub fn recover(path: &Path, backups: &[PathBuf]) -> Result<Recovered> {
    let made = being_made(path);
    remove(&made);
    // As long as something stands there, what is made is not taken for whole.
    let is_gone = !path.exists();
    if is_gone {
        drop(std::fs::File::create(path)?);
    }
    let backup = backups.iter().find(|backup| begin_with(&made, backup).unwrap_or(false)).cloned();
    // Makes the tables, or brings the backup up to date.
    drop(Store::open(&made)?);
    let outcome = salvage(path, &made).and_then(|()| {
        let store = Store::open(&made)?;
        let (saved, _, _) = store.saved_totals()?;
        match store.check()?.first() {
            Some(problem) => Err(StoreError::Damaged(problem.clone())),
            None => Ok((saved, store.feeds()?.len() as u64)),
        }
    });
    let (saved, feeds) = outcome.inspect_err(|_| remove(&made))?;
    std::fs::File::open(&made)?.sync_all()?;
    let damaged = match is_gone {
        true => std::fs::remove_file(path).map(|()| path.with_extension("gone.sqlite"))?,
        false => move_aside(path)?,
    };
    finish_recovery(path)?;
    Ok(Recovered { damaged, backup, feeds, saved })
}

/// Where the damaged file was moved aside and the new one did not yet take its place, does so; true where that was so.
///
/// # Errors
/// When the profile cannot be written.
pub fn finish_recovery(path: &Path) -> Result<bool> {
    let made = being_made(path);
    if path.exists() || !made.exists() {
        return Ok(false);
    }
    // Before the file itself: a write-ahead log must never meet another library.
    for (from, to) in side_files(&made).into_iter().zip(side_files(path)) {
        if from.exists() {
            std::fs::rename(from, to)?;
        }
    }
    std::fs::rename(made, path)?;
    Ok(true)
}

fn being_made(path: &Path) -> PathBuf {
    path.with_extension("recovering.sqlite")
}

fn remove(library: &Path) {
    for file in side_files(library).into_iter().chain([library.to_owned()]) {
        let _ = std::fs::remove_file(file);
    }
}

/// `library.sqlite` becomes `library.damaged-1.sqlite`, with the files that belong to it.
fn move_aside(path: &Path) -> Result<PathBuf> {
    let free = (1..1000).map(|number| path.with_extension(format!("damaged-{number}.sqlite"))).find(|to| !to.exists());
    let aside = free.ok_or_else(|| StoreError::ReadOnly("there are too many damaged libraries beside it".into()))?;
    for (from, to) in side_files(path).into_iter().zip(side_files(&aside)) {
        if from.exists() {
            std::fs::rename(from, to)?;
        }
    }
    std::fs::rename(path, &aside)?;
    Ok(aside)
}

/// Puts a sound library, closed and with nothing in its log, in the place of the damaged one at `path`. Answers where that is
/// now.
///
/// # Errors
/// When the profile cannot be written; then the damaged file is still in its place, or `candidate` takes it at the next start.
pub fn put_in_place_of_damaged(path: &Path, candidate: &Path) -> Result<PathBuf> {
    std::fs::rename(candidate, being_made(path))?;
    let damaged = move_aside(path)?;
    finish_recovery(path)?;
    Ok(damaged)
}

/// Copies a backup to where the new library is made, where it is sound.
fn begin_with(made: &Path, backup: &Path) -> Result<bool> {
    if !crate::is_library(backup)? {
        return Ok(false);
    }
    std::fs::copy(backup, made)?;
    let is_whole = || Store::open(made).is_ok_and(|store| store.check().is_ok_and(|found| found.is_empty()));
    let sound = is_sound(made)? && is_whole();
    if !sound {
        remove(made);
    }
    Ok(sound)
}

/// Brings over every row that can be read.
fn salvage(damaged: &Path, made: &Path) -> Result<()> {
    // Looking at the write-ahead log may change the file: what was damaged stays as it was found.
    let looked_at = damaged.with_extension("salvage.sqlite");
    remove(&looked_at);
    for (from, to) in side_files(damaged).into_iter().zip(side_files(&looked_at)) {
        if from.exists() {
            std::fs::copy(from, to)?;
        }
    }
    std::fs::copy(damaged, &looked_at)?;
    let drawn = if says_its_tables(&looked_at) { Ok(false) } else { map::draw(&looked_at) };
    let outcome = drawn.and_then(|_| bring_over(&looked_at, made));
    remove(&looked_at);
    outcome
}

/// The tables that every library has.
pub(crate) fn tables() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|table| table.name)
}

fn says_its_tables(library: &Path) -> bool {
    let Ok(connection) = Connection::open_with_flags(library, OpenFlags::SQLITE_OPEN_READ_WRITE) else { return false };
    tables().all(|table| columns(&connection, table).is_ok_and(|known| !known.is_empty()))
}

fn bring_over(from: &Path, to: &Path) -> Result<()> {
    let Ok(source) = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE) else { return Ok(()) };
    let mut target = Connection::open_with_flags(to, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    target.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = FULL;")?;
    let transaction = target.transaction()?;
    let mut saved = Vec::new();
    for table in TABLES {
        let known: HashSet<String> = columns(&source, table.name).unwrap_or_default().into_iter().collect();
        let shared: Vec<String> =
            columns(&transaction, table.name)?.into_iter().filter(|column| known.contains(column)).collect();
        if !table.key.iter().all(|key| shared.iter().any(|column| column == key)) {
            continue;
        }
        let mut put = Putting::new(&transaction, table, &shared)?;
        let select = format!("SELECT {} FROM {}", names(&shared), table.name);
        if table.name == "saved_tags" {
            // Tags that were taken off since the backup must not come back.
            for id in &saved {
                let (rows, whole) = read(&source, &format!("{select} WHERE article_id = {id}"), shared.len());
                if whole {
                    transaction.execute("DELETE FROM saved_tags WHERE article_id = ?1", [id])?;
                }
                rows.into_iter().try_for_each(|row| put.put(row))?;
            }
            continue;
        }
        if table.name == "saved_refs" {
            for id in &saved {
                let (rows, _) = read(&source, &format!("{select} WHERE article_id = {id}"), shared.len());
                rows.into_iter().try_for_each(|row| put.put(row))?;
            }
            continue;
        }
        let id = shared.iter().position(|column| column == "article_id");
        let mut each = |row: Vec<Value>| {
            if let (true, Some(Value::Integer(id))) = (table.name == "saved", id.and_then(|at| row.get(at))) {
                saved.push(*id);
            }
            put.put(row)
        };
        match table.name {
            "settings" | "icons" | "tombstones" | "upkeep" => {
                read(&source, &select, shared.len()).0.into_iter().try_for_each(&mut each)?
            }
            _ => walk(&source, &select, shared.len(), &mut each)?,
        }
    }
    tie_up(&transaction)?;
    Ok(transaction.commit()?)
}

/// Puts rows of one table into the new library.
struct Putting<'t> {
    /// What the younger row overwrites, or nothing where it may not be believed.
    usual: rusqlite::Statement<'t>,
    careful: rusqlite::Statement<'t>,
    connection: &'t Connection,
    table: &'static Table,
    /// Where a packed record is among the columns.
    record: Option<usize>,
    hash: Option<usize>,
    bytes: Option<usize>,
}

impl<'t> Putting<'t> {
    fn new(transaction: &'t rusqlite::Transaction<'_>, table: &'static Table, shared: &[String]) -> Result<Self> {
        let places = vec!["?"; shared.len()].join(", ");
        let insert = format!("INTO {} ({}) VALUES ({places})", table.name, names(shared));
        let set: Vec<String> = shared
            .iter()
            .filter(|column| !table.key.contains(&column.as_str()))
            .filter(|column| table.newer == ALL || table.newer.contains(&column.as_str()))
            .map(|column| match table.kept.contains(&column.as_str()) {
                true => format!("{column} = coalesce(excluded.{column}, {column})"),
                false => format!("{column} = excluded.{column}"),
            })
            .collect();
        let usual = match set.is_empty() {
            true => format!("INSERT OR IGNORE {insert}"),
            false => format!("INSERT {insert} ON CONFLICT ({}) DO UPDATE SET {}", table.key.join(", "), set.join(", ")),
        };
        let at = |name: &str| shared.iter().position(|column| column == name);
        Ok(Putting {
            usual: transaction.prepare(&usual)?,
            careful: transaction.prepare(&format!("INSERT OR IGNORE {insert}"))?,
            connection: transaction,
            table,
            record: at("record"),
            hash: at("hash"),
            bytes: at("bytes"),
        })
    }

    /// A row that breaks a rule of its table, or whose bytes are not what they should be, is left out. Whatever else the
    /// system refuses ends the recovery, to be begun again.
    fn put(&mut self, row: Vec<Value>) -> Result<()> {
        if matches!(self.table.name, "saved_images" | "dictionaries") && !self.has_its_hash(&row) {
            return Ok(());
        }
        let statement = if self.has_damaged_record(&row) { &mut self.careful } else { &mut self.usual };
        match statement.execute(rusqlite::params_from_iter(row)) {
            Err(error) if !is_about_the_row(&error) => Err(error.into()),
            _ => Ok(()),
        }
    }

    fn has_its_hash(&self, row: &[Value]) -> bool {
        let blob = |at: Option<usize>| match at.and_then(|at| row.get(at)) {
            Some(Value::Blob(bytes)) => Some(bytes),
            _ => None,
        };
        matches!((blob(self.hash), blob(self.bytes)), (Some(hash), Some(bytes)) if Sha256::digest(bytes)[..] == hash[..])
    }

    fn has_damaged_record(&self, row: &[Value]) -> bool {
        match self.record.and_then(|at| row.get(at)) {
            Some(Value::Blob(record)) => {
                crate::dictionary::unpack_body::<serde_json::Value>(self.connection, record).is_err()
            }
            _ => false,
        }
    }
}

fn is_about_the_row(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error_code();
    matches!(code, Some(rusqlite::ErrorCode::ConstraintViolation | rusqlite::ErrorCode::TypeMismatch))
}

fn names(columns: &[String]) -> String {
    columns.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ")
}

/// Makes what came over consistent: rows whose other half was lost go, ids are never given twice, every feed is due.
fn tie_up(transaction: &rusqlite::Transaction<'_>) -> Result<()> {
    // Of a mute that was lost nothing stays hidden; those that are over end at the next start.
    crate::mutes::judge_again(transaction, stoppress_model::Timestamp(i64::MIN))?;
    transaction.execute_batch(
        "DELETE FROM articles WHERE feed_id NOT IN (SELECT id FROM feeds);
         DELETE FROM status WHERE article_id NOT IN (SELECT id FROM articles);
         DELETE FROM articles WHERE id NOT IN (SELECT article_id FROM status);
         DELETE FROM bodies WHERE article_id NOT IN (SELECT id FROM articles);
         DELETE FROM full_texts WHERE article_id NOT IN (SELECT id FROM articles);
         DELETE FROM comments WHERE article_id NOT IN (SELECT id FROM articles);
         DELETE FROM versions WHERE article_id NOT IN (SELECT id FROM articles UNION SELECT article_id FROM saved);
         DELETE FROM tombstones WHERE feed_id NOT IN (SELECT id FROM feeds)
           OR EXISTS (SELECT 1 FROM articles a WHERE a.feed_id = tombstones.feed_id AND a.key = tombstones.key);
         UPDATE saved_refs SET hash = NULL, reason = 'It was lost when the library was damaged.'
           WHERE hash IS NOT NULL AND hash NOT IN (SELECT hash FROM saved_images);
         DELETE FROM saved_refs WHERE article_id NOT IN (SELECT article_id FROM saved);
         DELETE FROM saved_tags WHERE article_id NOT IN (SELECT article_id FROM saved);
         UPDATE saved SET state = iif(state = 'complete', 'partial', state), next_try = 0,
             missing_images = (SELECT count(*) FROM saved_refs r WHERE r.article_id = saved.article_id AND r.hash IS NULL)
           WHERE article_id IN (SELECT article_id FROM saved_refs WHERE hash IS NULL);
         INSERT OR IGNORE INTO feed_checks (feed_id) SELECT id FROM feeds;
         DELETE FROM redo;
         DELETE FROM counts;
         INSERT INTO counts (feed_id, unread, total, newest)
           SELECT f.id, coalesce(sum(s.read = 0), 0), count(s.article_id), max(s.ticker_at)
           FROM feeds f LEFT JOIN status s ON s.feed_id = f.id AND s.hidden = 0 GROUP BY f.id;
         INSERT INTO sqlite_sequence (name, seq) SELECT 'articles', 0
           WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'articles');
         UPDATE sqlite_sequence SET seq = max(seq, coalesce((SELECT max(article_id) FROM saved), 0),
           coalesce((SELECT max(id) FROM articles), 0)) WHERE name = 'articles';",
    )?;
    Ok(())
}

fn columns(connection: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(names)
}
