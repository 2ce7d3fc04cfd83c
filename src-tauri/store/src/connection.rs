//! Opening a profile: pragmas, migrations, and the three kinds of connection.

use crate::{
    Result, StoreError,
    counts::Kept,
    dictionary::Packing,
    prepare::{MIGRATIONS, prepare, schema_version},
    turn::Turns,
};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, config::DbConfig};
use std::{
    ops::{Deref, DerefMut},
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

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
pub(crate) enum Durability {
    /// On the disk when it returns.
    User,
    /// Survives a crash of the app.
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
            "SELECT count(*) FROM status WHERE hidden >= 2 AND hidden & 2 AND NOT EXISTS (SELECT 1 FROM mutes WHERE ended_at IS NULL)",
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

/// What stands behind the name of a library in that of the map of its tables.
pub(crate) const MAP: &str = "-map";

/// The files that belong to a library: those that SQLite keeps beside it, and the map of its tables.
pub(crate) fn side_files(path: &Path) -> [PathBuf; 3] {
    ["-wal", "-shm", MAP].map(|suffix| side_file(path, suffix))
}

pub(crate) fn side_file(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// A library tells what its reader reads: nobody else's business. SQLite gives its side files the same mode.
pub(crate) fn make_private(file: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let _ = std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o600));
    }
    #[cfg(not(unix))]
    let _ = file;
}

/// Why nothing can be written, where an error says so.
pub(crate) fn cannot_write(error: &StoreError) -> Option<&'static str> {
    match error {
        StoreError::Sqlite(error) if is_unwritable(error) => Some("its file or folder is read-only"),
        StoreError::Sqlite(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::SystemIoFailure) => {
            Some("the disk is full, or takes nothing for another reason")
        }
        StoreError::DiskFull => Some("the disk is full"),
        _ => None,
    }
}

fn is_unwritable(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(rusqlite::ErrorCode::ReadOnly | rusqlite::ErrorCode::CannotOpen | rusqlite::ErrorCode::PermissionDenied)
    )
}

pub(crate) fn connect(path: &Path, durability: Durability) -> Result<Connection> {
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

/// Where nothing can be written, SQLite's side files cannot be made: there file and log are read as they stand.
fn connect_to_read(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let usual = Connection::open_with_flags(path, flags).map_err(StoreError::from).and_then(|connection| {
        settle(&connection)?;
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(connection)
    });
    let connection = match usual {
        Ok(connection) => connection,
        Err(error) if cannot_write(&error).is_some() => connect_to_what_stands(path)?,
        Err(other) => return Err(other),
    };
    // Several of these are open at once, and what they read stands in the system's cache too.
    connection.execute_batch("PRAGMA query_only = ON; PRAGMA cache_size = -4000;")?;
    Ok(connection)
}

/// Without a lock and without a file of its own; the log is read into memory, where there is one.
pub(crate) fn connect_to_what_stands(path: &Path) -> Result<Connection> {
    let has_log = std::fs::metadata(side_file(path, "-wal")).is_ok_and(|about| about.len() > 0);
    let without_locks = if cfg!(windows) { "vfs=win32-none" } else { "vfs=unix-none" };
    let how = if has_log { without_locks } else { "immutable=1" };
    let name = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(format!("file:{name}?{how}"), flags)?;
    if has_log {
        connection.query_row("PRAGMA locking_mode = EXCLUSIVE", [], |_| Ok(()))?;
    }
    settle(&connection)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
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
