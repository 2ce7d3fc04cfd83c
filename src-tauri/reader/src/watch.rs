//! Notices changes of the library by any process, so that the terminal's work shows in an open window within a second.
//! What is written behind and shows nowhere is not one: building the index of the search would else keep the window busy.

use crate::{Inner, Reader};
use std::{
    sync::{Mutex, PoisonError, Weak, atomic::Ordering},
    thread,
    time::Duration,
};
use stoppress_model::Notice;

/// Reads one row that is in memory unless something was written; the web view is only woken when it differs.
const EVERY: Duration = Duration::from_millis(300);
/// While the window is hidden nobody sees what changed; a notification may wait so long.
const HIDDEN: Duration = Duration::from_secs(60);

pub(crate) fn start(reader: Weak<Inner>) {
    let watching = thread::Builder::new().name("library watcher".into()).spawn(move || {
        let (mut seen, nothing) = (None, Mutex::new(()));
        if let Some(inner) = reader.upgrade() {
            seen = inner.store.version().ok();
            Reader { inner }.index_behind();
        }
        loop {
            let Some(inner) = reader.upgrade() else { return };
            if let Ok(version) = inner.store.version() {
                if seen.is_some_and(|seen| seen != version) {
                    let _ = inner.notices.send(Notice::LibraryChanged);
                    Reader { inner: inner.clone() }.index_behind();
                }
                seen = Some(version);
            }
            let wait = if inner.window_visible.load(Ordering::Relaxed) { EVERY } else { HIDDEN };
            let shown_again = inner.shown_again.clone();
            drop(inner);
            let unlocked = nothing.lock().unwrap_or_else(PoisonError::into_inner);
            drop(shown_again.wait_timeout(unlocked, wait));
        }
    });
    // Without the thread the window still shows what it did itself; there is nobody to tell but the log.
    drop(watching);
}
