//! What happens to a file before it is used as a library: made, recognised, brought up to date.

use crate::{
    Result, StoreError,
    connection::{Durability, cannot_write, connect, make_private},
    recover::{map, tables},
};
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::{collections::HashSet, path::Path};

pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_first.sql"),
    include_str!("../migrations/0002_full_text.sql"),
    include_str!("../migrations/0003_positions.sql"),
    include_str!("../migrations/0004_comments.sql"),
    include_str!("../migrations/0005_sources.sql"),
    include_str!("../migrations/0006_checks.sql"),
    include_str!("../migrations/0007_search.sql"),
    include_str!("../migrations/0008_publishers.sql"),
    include_str!("../migrations/0009_imported.sql"),
    include_str!("../migrations/0010_changes.sql"),
    include_str!("../migrations/0011_mutes.sql"),
    include_str!("../migrations/0012_keeping.sql"),
    include_str!("../migrations/0013_quiet_times.sql"),
    include_str!("../migrations/0014_edits.sql"),
    include_str!("../migrations/0015_packing.sql"),
    include_str!("../migrations/0016_saved_totals.sql"),
    include_str!("../migrations/0017_sign_ins.sql"),
    include_str!("../migrations/0018_counts.sql"),
    include_str!("../migrations/0019_notify.sql"),
    include_str!("../migrations/0020_saved_length.sql"),
    include_str!("../migrations/0021_plans.sql"),
    include_str!("../migrations/0022_older.sql"),
    include_str!("../migrations/0023_search_gather.sql"),
    include_str!("../migrations/0024_list_words.sql"),
    include_str!("../migrations/0025_saved_links.sql"),
    include_str!("../migrations/0026_redo.sql"),
    include_str!("../migrations/0027_hiding.sql"),
];

/// Whether a file is a library that this version can take over: a database with our tables and a version we know. Nothing is
/// written.
///
/// # Errors
/// When SQLite refuses the file.
pub fn is_library(path: &Path) -> Result<bool> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let version = schema_version(&connection)?;
    let tables: i64 = connection.query_row(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('feeds', 'saved', 'status')",
        [],
        |row| row.get(0),
    )?;
    Ok((1..=MIGRATIONS.len()).contains(&version) && tables == 3)
}

/// Creates or migrates. `ReadOnly` where the file is fine but may not be written.
pub(crate) fn prepare(path: &Path) -> Result<()> {
    let mut connection = match connect(path, Durability::User) {
        Ok(connection) => connection,
        Err(error) => {
            let Some(why) = cannot_write(&error) else { return Err(error) };
            if std::fs::metadata(path).is_ok_and(|about| about.len() > 0) {
                return Err(StoreError::ReadOnly(why.into()));
            }
            // SQLite does not say why it cannot make a file; the system does. Under another name: meanwhile another process may
            // make the library.
            let attempt = path.with_extension("attempt");
            drop(std::fs::File::create(&attempt)?);
            std::fs::remove_file(attempt)?;
            return Err(error);
        }
    };
    if connection.is_readonly("main")? {
        return Err(StoreError::ReadOnly("its file or folder is read-only".into()));
    }
    make_private(path);
    let version = schema_version(&connection)?;
    if version == MIGRATIONS.len() {
        check_tables(&connection)?;
        map::keep(&connection, path);
        return Ok(());
    }
    if version > MIGRATIONS.len() {
        return Err(StoreError::ReadOnly(
            "it was written by a newer Stop Press; everything in it can be read, update the app to change it".into(),
        ));
    }
    if version > 0 {
        copy_before_migrating(&connection, path)?;
    } else {
        check_empty(&connection)?;
    }
    // Another process may migrate at the same moment: the version is read again inside the transaction.
    for (number, sql) in MIGRATIONS.iter().enumerate() {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if schema_version(&transaction)? == number {
            transaction.execute_batch(sql)?;
            transaction.execute_batch(&format!("PRAGMA user_version = {}", number + 1))?;
        }
        transaction.commit()?;
    }
    map::keep(&connection, path);
    Ok(())
}

/// A database of this version has every table; one without was damaged.
fn check_tables(connection: &Connection) -> Result<()> {
    let known: HashSet<String> = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    match tables().find(|table| !known.contains(*table)) {
        Some(_) => Err(StoreError::NotALibrary),
        None => Ok(()),
    }
}

/// A database without a version is a new one, unless something is in it: then it is another program's, or was damaged.
fn check_empty(connection: &Connection) -> Result<()> {
    // Read again where another process is making the library just now.
    let is_other = "SELECT EXISTS (SELECT 1 FROM sqlite_schema) AND (SELECT user_version FROM pragma_user_version) = 0";
    match connection.query_row(is_other, [], |row| row.get(0))? {
        true => Err(StoreError::NotALibrary),
        false => Ok(()),
    }
}

/// A copy of the library as it is, beside it. It gets its name when it is whole, so that a copy that broke off is not taken
/// for one; older copies of the kind go.
fn copy_before_migrating(connection: &Connection, path: &Path) -> Result<()> {
    let name = |number: usize| path.with_extension(format!("before-{number}.sqlite"));
    let backup = name(MIGRATIONS.len());
    if backup.exists() {
        return Ok(());
    }
    let part = backup.with_extension("part");
    let _ = std::fs::remove_file(&part);
    connection.execute("VACUUM INTO ?1", [part.to_string_lossy()])?;
    make_private(&part);
    std::fs::File::open(&part)?.sync_all()?;
    std::fs::rename(part, backup)?;
    for older in 1..MIGRATIONS.len() {
        let _ = std::fs::remove_file(name(older));
    }
    Ok(())
}

pub(crate) fn schema_version(connection: &Connection) -> Result<usize> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}
