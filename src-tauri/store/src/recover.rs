//! A damaged library: moved aside, never deleted; what can still be read of it goes into a copy of the newest sound backup, or
//! into a new library where there is none.

use crate::{Result, Store, StoreError, connection::side_files};
use rusqlite::{Connection, OpenFlags, types::Value};
use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

/// What became of a damaged library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// Where the damaged file is now.
    pub damaged: PathBuf,
    /// The backup that the new library began with.
    pub backup: Option<PathBuf>,
    /// Followed feeds in the new library.
    pub feeds: u64,
    /// Saved articles in the new library.
    pub saved: u64,
}

/// Tables worth saving, those first that others refer to. What is not among them is asked for again or kept by triggers.
const TABLES: &[&str] = &[
    "settings",
    "icons",
    "feeds",
    "saved_images",
    "saved",
    "saved_refs",
    "saved_tags",
    "articles",
    "bodies",
    "full_texts",
    "status",
];

/// Whether an error says that the file itself is damaged, not that it is busy, full or forbidden.
#[must_use]
pub fn is_damage(error: &StoreError) -> bool {
    let StoreError::Sqlite(error) = error else { return false };
    // A wrong number in the header is an error without a code of its own.
    matches!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase))
        || error.to_string().contains("unsupported file format")
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

/// Puts a sound library in the place of the damaged one at `path`. `backups` are tried in their order.
///
/// # Errors
/// When the profile cannot be written; then the damaged file is still in its place or beside it, never gone.
pub fn recover(path: &Path, backups: &[PathBuf]) -> Result<Recovered> {
    let damaged = move_aside(path)?;
    let backup = backups.iter().find(|backup| begin_with(path, backup).unwrap_or(false)).cloned();
    let store = Store::open(path)?;
    salvage(&damaged, path)?;
    let (saved, _, _) = store.saved_totals()?;
    Ok(Recovered { damaged, backup, feeds: store.feeds()?.len() as u64, saved })
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

/// Copies a backup to the library's place, where it is sound.
fn begin_with(path: &Path, backup: &Path) -> Result<bool> {
    if !crate::is_library(backup)? {
        return Ok(false);
    }
    std::fs::copy(backup, path)?;
    let sound =
        is_sound(path)? && Store::open(path).is_ok_and(|store| store.check().is_ok_and(|found| found.is_empty()));
    if !sound {
        for file in side_files(path).into_iter().chain([path.to_owned()]) {
            let _ = std::fs::remove_file(file);
        }
    }
    Ok(sound)
}

/// Brings over every row that can be read and is not there yet.
fn salvage(damaged: &Path, path: &Path) -> Result<()> {
    // Looking at the write-ahead log may change the file: what was damaged stays as it was found.
    let looked_at = path.with_extension("salvage.sqlite");
    for (from, to) in side_files(damaged).into_iter().zip(side_files(&looked_at)) {
        if from.exists() {
            std::fs::copy(from, to)?;
        }
    }
    std::fs::copy(damaged, &looked_at)?;
    let outcome = bring_over(&looked_at, path);
    for file in side_files(&looked_at).into_iter().chain([looked_at]) {
        let _ = std::fs::remove_file(file);
    }
    outcome
}

fn bring_over(from: &Path, to: &Path) -> Result<()> {
    let Ok(source) = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE) else { return Ok(()) };
    let mut target = Connection::open_with_flags(to, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    target.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = FULL;")?;
    let transaction = target.transaction()?;
    for table in TABLES {
        let wanted = columns(&transaction, table)?;
        let known: HashSet<String> = columns(&source, table).unwrap_or_default().into_iter().collect();
        let shared: Vec<&String> = wanted.iter().filter(|column| known.contains(*column)).collect();
        if shared.is_empty() {
            continue;
        }
        let names = shared.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let places = vec!["?"; shared.len()].join(", ");
        let mut insert = transaction.prepare(&format!("INSERT OR IGNORE INTO {table} ({names}) VALUES ({places})"))?;
        // From both ends: damage in the middle of a tree stops each walk.
        for direction in ["ASC", "DESC"] {
            let order: Vec<String> = key_of(table).iter().map(|column| format!("{column} {direction}")).collect();
            let order = format!("SELECT {names} FROM {table} ORDER BY {}", order.join(", "));
            let whole =
                walk(&source, &order, shared.len(), |row| drop(insert.execute(rusqlite::params_from_iter(row))));
            if whole {
                break;
            }
        }
    }
    tie_up(&transaction)?;
    Ok(transaction.commit()?)
}

/// Hands over row by row; false where damage ended it.
fn walk(source: &Connection, sql: &str, width: usize, mut each: impl FnMut(Vec<Value>)) -> bool {
    let Ok(mut statement) = source.prepare(sql) else { return false };
    let Ok(mut rows) = statement.query([]) else { return false };
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                let values: rusqlite::Result<Vec<Value>> = (0..width).map(|column| row.get(column)).collect();
                // A value that cannot be read costs its row.
                let Ok(values) = values else { continue };
                each(values);
            }
            Ok(None) => return true,
            Err(_) => return false,
        }
    }
}

/// The order in which a table's own tree stands, so that no index is needed.
fn key_of(table: &str) -> &'static [&'static str] {
    match table {
        "settings" => &["name"],
        "icons" => &["key"],
        "saved_refs" => &["article_id", "url_key"],
        "saved_tags" => &["article_id", "tag"],
        _ => &["rowid"],
    }
}

/// Makes what came over consistent: rows whose other half was lost go, ids are never given twice, every feed is due.
fn tie_up(transaction: &rusqlite::Transaction<'_>) -> Result<()> {
    transaction.execute_batch(
        "DELETE FROM articles WHERE feed_id NOT IN (SELECT id FROM feeds);
         DELETE FROM status WHERE article_id NOT IN (SELECT id FROM articles);
         DELETE FROM articles WHERE id NOT IN (SELECT article_id FROM status);
         DELETE FROM bodies WHERE article_id NOT IN (SELECT id FROM articles);
         DELETE FROM full_texts WHERE article_id NOT IN (SELECT id FROM articles);
         UPDATE saved_refs SET hash = NULL, reason = 'It was lost when the library was damaged.'
           WHERE hash IS NOT NULL AND hash NOT IN (SELECT hash FROM saved_images);
         DELETE FROM saved_refs WHERE article_id NOT IN (SELECT article_id FROM saved);
         DELETE FROM saved_tags WHERE article_id NOT IN (SELECT article_id FROM saved);
         UPDATE saved SET state = 'partial', next_try = 0,
             missing_images = (SELECT count(*) FROM saved_refs r WHERE r.article_id = saved.article_id AND r.hash IS NULL)
           WHERE article_id IN (SELECT article_id FROM saved_refs WHERE hash IS NULL);
         INSERT OR IGNORE INTO feed_checks (feed_id) SELECT id FROM feeds;
         DELETE FROM counts;
         INSERT INTO counts (feed_id, unread, total)
           SELECT feed_id, sum(read = 0), count(*) FROM status WHERE hidden = 0 GROUP BY feed_id;
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
