//! One round of checks at a time, and one save, over all processes on a profile.

use crate::error::{ReaderError, Result};
use std::{
    fs::{File, TryLockError},
    path::Path,
    time::{Duration, Instant},
};

/// How long one waits for another process.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// Held during a round of checks.
pub(crate) const SYNC: &str = "sync.lock";
/// Held while one saved article is gone on with.
pub(crate) const SAVE: &str = "save.lock";
/// Held while a copy of the library is made.
pub(crate) const COPY: &str = "copy.lock";
/// Shared by every process that has the library open.
pub(crate) const OPEN: &str = "open.lock";

/// Tells other processes that the library is in use, for as long as it lives.
///
/// # Errors
/// Where the file of the lock cannot be made.
pub(crate) fn share(profile: &Path, name: &str) -> Result<Lock> {
    let path = profile.join(name);
    // In a folder that cannot be written nobody can put another library in this one's place either.
    let file = File::create(&path).or_else(|_| File::open(profile)).map_err(stoppress_store::StoreError::from)?;
    let _ = file.try_lock_shared();
    Ok(Lock(file))
}

/// The lock for this process alone; `None` = another one shares it.
///
/// # Errors
/// Where the file of the lock cannot be made.
pub(crate) fn alone(profile: &Path, name: &str) -> Result<Option<Lock>> {
    let file = File::create(profile.join(name)).map_err(stoppress_store::StoreError::from)?;
    Ok(is_ours(&file).then_some(Lock(file)))
}

/// Held while it lives; the system lets go of it also when the process dies.
pub(crate) struct Lock(#[expect(dead_code, reason = "held, not used")] File);

/// Waits up to 30 s for another process to let go of the lock.
///
/// # Errors
/// `Busy` after that.
pub(crate) async fn acquire(profile: &Path, name: &str) -> Result<Lock> {
    let file = File::create(profile.join(name)).map_err(stoppress_store::StoreError::from)?;
    let deadline = Instant::now() + PATIENCE;
    while !is_ours(&file) {
        if Instant::now() >= deadline {
            return Err(ReaderError::Busy);
        }
        // The system offers no way to await a file's lock with a limit.
        tokio::time::sleep(LOOK_AGAIN).await;
    }
    Ok(Lock(file))
}

/// The same for where nothing else waits.
///
/// # Errors
/// `Busy` after 30 s.
pub(crate) fn acquire_blocking(profile: &Path, name: &str) -> Result<Lock> {
    let file = File::create(profile.join(name)).map_err(stoppress_store::StoreError::from)?;
    let deadline = Instant::now() + PATIENCE;
    while !is_ours(&file) {
        if Instant::now() >= deadline {
            return Err(ReaderError::Busy);
        }
        std::thread::sleep(LOOK_AGAIN);
    }
    Ok(Lock(file))
}

/// A file system without locks must not make the app useless: there the database's own lock remains.
fn is_ours(file: &File) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}
