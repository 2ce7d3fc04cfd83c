//! Notices changes of the library by any process, so that the terminal's work shows in an open window within a second.
//! What is written behind and shows nowhere is not one: building the index of the search would else keep the window busy.

use crate::{Inner, Reader};
use std::{sync::Weak, thread, time::Duration};
use stoppress_model::Notice;

/// Reads one row that is in memory unless something was written; the web view is only woken when it differs.
const EVERY: Duration = Duration::from_millis(300);

pub(crate) fn start(reader: Weak<Inner>) {
    let watching = thread::Builder::new().name("library watcher".into()).spawn(move || {
        let mut seen = None;
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
            drop(inner);
            thread::sleep(EVERY);
        }
    });
    // Without the thread the window still shows what it did itself; there is nobody to tell but the log.
    drop(watching);
}
