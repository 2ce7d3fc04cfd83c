//! Opening a profile: pragmas, migrations, and the three kinds of connection.

use crate::{Result, StoreError, counts::Kept, dictionary::Packing, turn::Turns};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, config::DbConfig};
use std::{
    ops::{Deref, DerefMut},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

const MIGRATIONS: &[&str] = &[
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
];

/// Reading connections kept open; more are opened when needed and closed again.
const IDLE_READERS: usize = 4;

/// What an opened profile can do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfileLimits {
    /// Set where the profile can only be read: one sentence.
    pub read_only: Option<String>,
}

/// One profile's database. Share it by reference or `Arc`; every method may be called from any thread.
pub struct Store {
    path: PathBuf,
    user: Mutex<Connection>,
    feed: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    watcher: Mutex<Connection>,
    turns: Turns,
    pub(crate) packing: Mutex<Option<Packing>>,
    pub(crate) kept: Kept,
    limits: ProfileLimits,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Durability {
    User,
    Feed,
}

impl Store {
    /// Opens the database at `path`, making folder and tables where they are missing and migrating an older schema.
    ///
    /// A database of a newer version, or one that cannot be written, is opened for reading only; [`Store::limits`] says why.
    ///
    /// # Errors
    /// When the folder cannot be made, or the file is not a database.
    pub fn open(path: &Path) -> Result<Self> {
        if let Some(folder) = path.parent() {
            make_private_folder(folder)?;
        }
        let limits = match prepare(path) {
            Ok(()) => ProfileLimits::default(),
            Err(StoreError::ReadOnly(why)) => ProfileLimits { read_only: Some(why) },
            Err(other) => return Err(other),
        };
        if limits.read_only.is_some() && schema_version(&connect_to_read(path)?)? < MIGRATIONS.len() {
            return Err(StoreError::ReadOnly(
                "it was written by an older Stop Press and must be brought up to date once, where it can be written"
                    .into(),
            ));
        }
        let writing = |durability| match limits.read_only {
            None => connect(path, durability),
            Some(_) => connect_to_read(path),
        };
        Ok(Store {
            path: path.to_owned(),
            user: Mutex::new(writing(Durability::User)?),
            feed: Mutex::new(writing(Durability::Feed)?),
            readers: Mutex::new(vec![connect_to_read(path)?]),
            watcher: Mutex::new(connect_to_read(path)?),
            turns: Turns::default(),
            packing: Mutex::default(),
            kept: Kept::default(),
            limits,
        })
    }

    /// What this profile can do.
    #[must_use]
    pub fn limits(&self) -> &ProfileLimits {
        &self.limits
    }

    /// A number that differs after every change that shows, of any process or connection; what is kept up behind, as the
    /// index of the search, and places in articles do not show. Cheap: one row, from memory unless something was written.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn version(&self) -> Result<i64> {
        let watcher = lock(&self.watcher);
        let mut statement = watcher.prepare_cached("SELECT mark FROM changes")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }

    /// Writes a complete, consistent copy to `target`, which must not exist.
    ///
    /// # Errors
    /// When the file exists or cannot be written.
    pub fn copy_to(&self, target: &Path) -> Result<()> {
        let source = connect_to_read(&self.path)?;
        source.execute_batch("PRAGMA query_only = OFF")?;
        // A copy that breaks off must not look like one. `copy.part` beside `copy.sqlite` may be a file of the reader's.
        let mut part = target.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let name = part.to_str().ok_or_else(|| StoreError::Io(std::io::ErrorKind::InvalidFilename.into()))?;
        let copy = || -> Result<()> {
            // SQLite fills an empty file; made here, the system says why it cannot be.
            drop(std::fs::File::create(&part)?);
            source.execute("VACUUM INTO ?1", [name])?;
            make_private(&part);
            std::fs::File::open(&part)?.sync_all()?;
            Ok(std::fs::rename(&part, target)?)
        };
        copy().inspect_err(|_| {
            let _ = std::fs::remove_file(&part);
        })
    }

    /// Replaces everything in this library by what is in the one at `source`, in one step that other processes see whole.
    ///
    /// # Errors
    /// When the source is of another page size, or the profile cannot be written; then nothing is changed.
    pub fn replace_with(&self, source: &Path) -> Result<()> {
        if let Some(why) = &self.limits.read_only {
            return Err(StoreError::ReadOnly(why.clone()));
        }
        let source = Connection::open_with_flags(source, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        let _turn = self.turns.user();
        let mut target = lock(&self.user);
        let copying = rusqlite::backup::Backup::new(&source, &mut target)?;
        // All pages in one step: another process must never see half of it.
        match copying.step(-1)? {
            rusqlite::backup::StepResult::Done => Ok(()),
            _ => Err(StoreError::ReadOnly("another program is busy with it; try again in a moment".into())),
        }
    }

    /// Brings everything from the write-ahead log into the file and empties the log, so that nothing that was replaced can be
    /// read in either. What another process still reads keeps it; that is no error.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn leave_no_log(&self) -> Result<()> {
        let _turn = self.turns.user();
        let connection = lock(&self.user);
        Ok(connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
    }

    /// Looks for damage; an empty list is a sound library.
    ///
    /// # Errors
    /// When SQLite cannot even look.
    pub fn check(&self) -> Result<Vec<String>> {
        let connection = self.read()?;
        let mut problems = Vec::new();
        let mut statement = connection.prepare("PRAGMA integrity_check(20)")?;
        for line in statement.query_map([], |row| row.get::<_, String>(0))? {
            let line = line?;
            if line != "ok" {
                problems.push(line);
            }
        }
        let orphans: i64 =
            connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
        if orphans > 0 {
            problems.push(format!("{orphans} rows refer to something that is gone"));
        }
        let miscounted: i64 = connection.query_row(
            "SELECT count(*) FROM feeds f LEFT JOIN counts c ON c.feed_id = f.id WHERE
               coalesce(c.total, 0)  <> (SELECT count(*) FROM status s WHERE s.feed_id = f.id AND s.hidden = 0) OR
               coalesce(c.unread, 0) <> (SELECT count(*) FROM status s WHERE s.feed_id = f.id AND s.hidden = 0 AND s.read = 0) OR
               c.newest IS NOT (SELECT max(s.ticker_at) FROM status s WHERE s.feed_id = f.id AND s.hidden = 0)",
            [],
            |row| row.get(0),
        )?;
        if miscounted > 0 {
            problems.push(format!("the unread counts of {miscounted} feeds are off"));
        }
        let lost: i64 = connection.query_row(
            "SELECT count(*) FROM status WHERE hidden >= 2 AND NOT EXISTS (SELECT 1 FROM mutes WHERE ended_at IS NULL)",
            [],
            |row| row.get(0),
        )?;
        if lost > 0 {
            problems.push(format!("{lost} articles are muted though nothing is"));
        }
        let returned: i64 = connection.query_row(
            "SELECT count(*) FROM tombstones t JOIN articles a ON a.feed_id = t.feed_id AND a.key = t.key",
            [],
            |row| row.get(0),
        )?;
        if returned > 0 {
            problems.push(format!("{returned} articles that went are here again"));
        }
        Ok(problems)
    }

    /// Where the database file is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    pub(crate) fn read(&self) -> Result<PooledReader<'_>> {
        let idle = lock(&self.readers).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connect_to_read(&self.path)?,
        };
        Ok(PooledReader { store: self, connection: Some(connection) })
    }

    /// Runs `write` in a transaction that is on disk when this returns.
    pub(crate) fn write_user<T>(&self, write: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        let _turn = self.turns.user();
        self.write(&self.user, write, |_| true)
    }

    /// Runs `write` in a transaction that survives a crash of the app, and perhaps not a power cut.
    pub(crate) fn write_feed<T>(&self, write: impl FnOnce(&Transaction<'_>) -> Result<T>) -> Result<T> {
        self.write_behind(write, |_| true)
    }

    /// As [`Store::write_feed`], for what need not be told to open windows unless `shows` says so at its end.
    pub(crate) fn write_behind<T>(
        &self,
        write: impl FnOnce(&Transaction<'_>) -> Result<T>,
        shows: impl FnOnce(&T) -> bool,
    ) -> Result<T> {
        let _turn = self.turns.feed();
        self.write(&self.feed, write, shows)
    }

    /// Whether something that the reader did waits to be written: long work behind ends early then.
    pub(crate) fn is_awaited_by_the_reader(&self) -> bool {
        self.turns.is_awaited()
    }

    fn write<T>(
        &self,
        side: &Mutex<Connection>,
        write: impl FnOnce(&Transaction<'_>) -> Result<T>,
        shows: impl FnOnce(&T) -> bool,
    ) -> Result<T> {
        if let Some(why) = &self.limits.read_only {
            return Err(StoreError::ReadOnly(why.clone()));
        }
        let mut connection = lock(side);
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let before = transaction.total_changes();
        let outcome = write(&transaction)?;
        if transaction.total_changes() != before {
            let renew = match shows(&outcome) {
                true => "UPDATE changes SET mark = random(), written = random()",
                false => "UPDATE changes SET written = random()",
            };
            transaction.prepare_cached(renew)?.execute([])?;
        }
        transaction.commit()?;
        Ok(outcome)
    }
}

/// A reading connection that goes back to the pool.
pub(crate) struct PooledReader<'a> {
    store: &'a Store,
    connection: Option<Connection>,
}

impl Deref for PooledReader<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("present until dropped")
    }
}

impl DerefMut for PooledReader<'_> {
    fn deref_mut(&mut self) -> &mut Connection {
        self.connection.as_mut().expect("present until dropped")
    }
}

impl Drop for PooledReader<'_> {
    fn drop(&mut self) {
        let mut idle = lock(&self.store.readers);
        if idle.len() < IDLE_READERS
            && let Some(connection) = self.connection.take()
        {
            idle.push(connection);
        }
    }
}

/// A panic while holding the lock leaves a rolled-back transaction behind, so the connection is good to use.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes the folder of a profile, and those above it, for its owner only.
///
/// # Errors
/// When the system refuses.
pub fn make_private_folder(folder: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    if folder.exists() && !folder.is_dir() {
        return Err(StoreError::Io(std::io::ErrorKind::NotADirectory.into()));
    }
    builder.create(folder)?;
    Ok(())
}

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

/// The files that SQLite keeps beside a database.
pub(crate) fn side_files(path: &Path) -> [PathBuf; 2] {
    ["-wal", "-shm"].map(|suffix| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        PathBuf::from(name)
    })
}

/// Creates or migrates. `ReadOnly` where the file is fine but may not be written.
fn prepare(path: &Path) -> Result<()> {
    let read_only = || StoreError::ReadOnly("its file or folder is read-only".into());
    let mut connection = match connect(path, Durability::User) {
        Ok(connection) => connection,
        Err(StoreError::Sqlite(error)) if is_unwritable(&error) && path.exists() => return Err(read_only()),
        Err(StoreError::Sqlite(error)) if is_unwritable(&error) => {
            // SQLite does not say why it cannot make a file; the system does. Under another name: meanwhile another process may
            // make the library.
            let attempt = path.with_extension("attempt");
            drop(std::fs::File::create(&attempt)?);
            std::fs::remove_file(attempt)?;
            return Err(error.into());
        }
        Err(other) => return Err(other),
    };
    if connection.is_readonly("main")? {
        return Err(read_only());
    }
    make_private(path);
    let version = schema_version(&connection)?;
    if version == MIGRATIONS.len() {
        return Ok(());
    }
    if version > MIGRATIONS.len() {
        return Err(StoreError::ReadOnly(
            "it was written by a newer Stop Press; everything in it can be read, update the app to change it".into(),
        ));
    }
    if version > 0 {
        copy_before_migrating(&connection, path)?;
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
    Ok(())
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

/// A library tells what its reader reads: nobody else's business. SQLite gives its side files the same mode.
fn make_private(file: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let _ = std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600));
    }
    #[cfg(not(unix))]
    let _ = file;
}

fn schema_version(connection: &Connection) -> Result<usize> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(usize::MAX))
}

fn is_unwritable(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(rusqlite::ErrorCode::ReadOnly | rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::PermissionDenied)
    )
}

fn connect(path: &Path, durability: Durability) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    settle(&connection)?;
    // Pages in the log after which whoever commits brings them into the file and waits for the disk: fewer for what servers
    // sent, so that the reader's own actions hardly ever do it.
    let (synchronous, pages) = match durability {
        Durability::User => ("FULL", 8_000),
        Durability::Feed => ("NORMAL", 4_000),
    };
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA fullfsync = ON; \
         PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = {pages};"
    ))?;
    Ok(connection)
}

/// In a folder that cannot be written, SQLite's side files cannot be made: there the file is read as it stands.
fn connect_to_read(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let usual = Connection::open_with_flags(path, flags).map_err(StoreError::from).and_then(|connection| {
        settle(&connection)?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(connection)
    });
    let connection = match usual {
        Ok(connection) => connection,
        Err(StoreError::Sqlite(error)) if is_unwritable(&error) => {
            let address =
                format!("file:{}?immutable=1", path.to_string_lossy().replace('%', "%25").replace('?', "%3f"));
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            let connection = Connection::open_with_flags(address, flags)?;
            settle(&connection)?;
            connection
        }
        Err(other) => return Err(other),
    };
    // Several of these are open at once, and what they read stands in the system's cache too.
    connection.execute_batch("PRAGMA query_only = ON; PRAGMA cache_size = -4000;")?;
    Ok(connection)
}

/// What every connection has. mmap stays off: it turns I/O errors into a crash.
fn settle(connection: &Connection) -> Result<()> {
    connection.busy_timeout(Duration::from_secs(5))?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // A plan does not hang on what is bound to it: else SQLite compiles a kept statement again for each new value, which was
    // nearly a third of the time of a search.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.execute_batch(
        "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY;",
    )?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}
