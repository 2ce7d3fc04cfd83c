//! The order of a start: the library is read while the web view comes up, and whatever does not show waits until the first
//! rows are painted.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use stoppress_model::FirstPicture;
use stoppress_reader::Reader;
use tauri::async_runtime::{JoinHandle, spawn_blocking};
use tokio::sync::Notify;

/// Rows that the page shows first: as many as it asks for at once.
pub(crate) const ROWS: u32 = 200;
/// A window that nobody sees paints nothing, and a page may fail.
const AT_LATEST: Duration = Duration::from_secs(3);

/// A start while it lasts.
#[derive(Default)]
pub(crate) struct Beginning {
    read: Mutex<Option<JoinHandle<Option<FirstPicture>>>>,
    over: Notify,
}

impl Beginning {
    /// Reads what the page will ask for first.
    pub(crate) fn read(&self, reader: &Reader) {
        let reader = reader.clone();
        let reading = spawn_blocking(move || reader.first_picture(ROWS).ok());
        *self.read.lock().unwrap_or_else(PoisonError::into_inner) = Some(reading);
    }

    /// What was read, once.
    pub(crate) async fn take(&self) -> Option<FirstPicture> {
        let reading = self.read.lock().unwrap_or_else(PoisonError::into_inner).take()?;
        reading.await.ok().flatten()
    }

    /// The first rows are painted, or nobody waits for them any more: what had to wait goes on.
    pub(crate) fn end(&self) {
        self.over.notify_one();
    }

    /// Waits until the first rows are painted, or could have been.
    pub(crate) async fn is_over(&self) {
        let _ = tokio::time::timeout(AT_LATEST, self.over.notified()).await;
    }
}
