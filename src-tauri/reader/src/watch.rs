//! Notices changes of the library by any process, so that the terminal's work shows in an open window within a second.
//! What is written behind and shows nowhere is not one: building the index of the search would else keep the window busy.

use crate::{Inner, Reader};
use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError, Weak},
    thread,
    time::Duration,
};
use stoppress_model::Notice;

/// Reads one row that is in memory unless something was written; the web view is only woken when it differs.
const EVERY: Duration = Duration::from_millis(300);
/// While the window is hidden nobody sees what changed; a notification may wait so long.
const HIDDEN: Duration = Duration::from_secs(60);

/// Whether the window can be seen. Who waits on it and who says that it can hold one lock, so that no word falls between
/// looking and sleeping.
pub(crate) struct Seen {
    visible: Mutex<bool>,
    shown: Condvar,
}

impl Default for Seen {
    fn default() -> Self {
        Seen { visible: Mutex::new(true), shown: Condvar::new() }
    }
}

impl Seen {
    pub(crate) fn is_visible(&self) -> bool {
        *self.lock()
    }

    /// Whoever waits because it was hidden goes on where it is shown.
    pub(crate) fn set(&self, visible: bool) {
        let mut was = self.lock();
        if visible && !*was {
            self.shown.notify_all();
        }
        *was = visible;
    }

    /// Waits until the next look is due: soon while it is seen, late while it is hidden, at once when it is shown again.
    fn wait(&self) {
        self.wait_from(self.lock());
    }

    fn wait_from(&self, visible: MutexGuard<'_, bool>) {
        let (wait, was) = if *visible { (EVERY, true) } else { (HIDDEN, false) };
        let goes_on = |visible: &mut bool| was || !*visible;
        drop(self.shown.wait_timeout_while(visible, wait, goes_on).unwrap_or_else(PoisonError::into_inner));
    }

    fn lock(&self) -> MutexGuard<'_, bool> {
        self.visible.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

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
            let window = inner.window.clone();
            drop(inner);
            window.wait();
        }
    });
    // Without the thread the window still shows what it did itself; there is nobody to tell but the log.
    drop(watching);
}

#[cfg(test)]
mod tests {
    use super::Seen;
    use std::{
        sync::{Arc, mpsc::channel},
        thread,
        time::Duration,
    };

    #[test]
    fn a_window_that_is_shown_while_the_watcher_goes_to_sleep_wakes_it() {
        let seen = Arc::new(Seen::default());
        seen.set(false);
        let (begun, showing) = channel();
        let (woken, awake) = channel();
        let window = seen.clone();
        let watcher = seen.clone();
        thread::spawn(move || {
            // What is to be waited for is decided, and the wait has not begun.
            let decided = watcher.lock();
            let shown = thread::spawn(move || {
                begun.send(()).expect("the watcher listens");
                window.set(true);
            });
            showing.recv().expect("begun");
            // Where saying so took no lock it would have been said by now, to nobody.
            (0..10_000).take_while(|_| !shown.is_finished()).for_each(|_| thread::yield_now());
            watcher.wait_from(decided);
            woken.send(()).expect("the test listens");
        });
        // A lost word costs a minute.
        assert!(awake.recv_timeout(Duration::from_secs(30)).is_ok(), "the watcher sleeps on");
        assert!(seen.is_visible());
    }
}
