//! One round of checks at a time, over all processes on a profile.

use crate::error::{ReaderError, Result};
use std::{
    fs::{File, TryLockError},
    path::Path,
    time::Duration,
};

const PATIENCE: Duration = Duration::from_secs(30);
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// Held while it lives; the system lets go of it also when the process dies.
pub(crate) struct SyncLock(#[expect(dead_code, reason = "held, not used")] File);

/// Waits up to 30 s for another process to end its round.
///
/// # Errors
/// `Busy` after that.
pub(crate) async fn acquire(profile: &Path) -> Result<SyncLock> {
    let file = File::create(profile.join("sync.lock")).map_err(stoppress_store::StoreError::Io)?;
    let deadline = tokio::time::Instant::now() + PATIENCE;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(SyncLock(file)),
            // A file system without locks must not make the app useless: there the database's own lock remains.
            Err(TryLockError::Error(_)) => return Ok(SyncLock(file)),
            Err(TryLockError::WouldBlock) if tokio::time::Instant::now() >= deadline => return Err(ReaderError::Busy),
            // The system offers no way to await a file's lock with a limit.
            Err(TryLockError::WouldBlock) => tokio::time::sleep(LOOK_AGAIN).await,
        }
    }
}
