//! What a start was handed waits here until the page asks for it. The page is told that something waits, never a path.

use crate::{
    closing::Hidden,
    instance::{First, Words},
};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use stoppress_model::{Handed, Notice};
use stoppress_reader::HandedOver;
use tauri::{AppHandle, Emitter, Manager};

/// A page that calls links again and again must not keep the reader from the window.
const BETWEEN: Duration = Duration::from_secs(1);

/// At most one thing: the newest.
#[derive(Default)]
pub(crate) struct Waiting {
    inner: Mutex<Inner>,
    closing: AtomicBool,
}

#[derive(Default)]
struct Inner {
    untold: Option<Handed>,
    file: Option<PathBuf>,
    last: Option<Instant>,
}

impl Waiting {
    /// The window goes; who starts now opens another.
    pub(crate) fn close(&self) {
        self.closing.store(true, Ordering::SeqCst);
    }

    /// What waits; after that nothing does.
    pub(crate) fn tell(&self) -> Option<Handed> {
        self.inner().untold.take()
    }

    /// Where the file is that was told last.
    pub(crate) fn file(&self) -> Option<PathBuf> {
        self.inner().file.take()
    }

    /// Whether this waits already.
    fn has(&self, what: &Handed) -> bool {
        self.inner().untold.as_ref() == Some(what)
    }

    /// Of the reader's own click, which waits for nobody.
    fn put_own(&self, what: Handed) {
        let mut inner = self.inner();
        (inner.untold, inner.file) = (Some(what), None);
    }

    /// False where the last one came a moment ago.
    fn put(&self, over: HandedOver) -> bool {
        let mut inner = self.inner();
        if inner.last.is_some_and(|last| last.elapsed() < BETWEEN) {
            return false;
        }
        *inner = Inner { untold: Some(over.what), file: over.file, last: Some(Instant::now()) };
        true
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The reader clicked something of ours outside of the page: the window comes to the front and shows it.
pub(crate) fn open(app: &AppHandle, what: Handed) {
    app.state::<Waiting>().put_own(what);
    tell(app);
    show(app);
}

/// Asks the page something; false where it did not take the same question before.
pub(crate) fn ask(app: &AppHandle, what: Handed) -> bool {
    let waiting = app.state::<Waiting>();
    if waiting.has(&what) {
        return false;
    }
    waiting.put_own(what);
    tell(app);
    true
}

fn tell(app: &AppHandle) {
    if let Err(error) = app.emit_to("main", "notice", &Notice::Handed) {
        log::warn!("the window could not be told that something was handed over: {error}");
    }
}

/// Keeps what this start was handed, and takes what later ones are.
pub(crate) fn listen(app: &AppHandle, first: First, own: Words) {
    app.manage(Waiting::default());
    keep(app, &own);
    let (app, asked) = (app.clone(), app.clone());
    let is_open = move || !asked.state::<Waiting>().closing.load(Ordering::SeqCst);
    first.listen(is_open, move |words| {
        if keep(&app, &words) {
            tell(&app);
        }
        // A session that begins must not bring a window to the front.
        if !words.are_hidden() {
            show(&app);
        }
    });
}

fn keep(app: &AppHandle, words: &Words) -> bool {
    stoppress_reader::handed(&words.words, &words.folder).is_some_and(|over| app.state::<Waiting>().put(over))
}

/// Brings the window to the front.
pub(crate) fn show(app: &AppHandle) {
    let Some(window) = app.get_webview_window("main") else { return };
    app.state::<Hidden>().set(false);
    let shown = window.show().and_then(|()| window.unminimize()).and_then(|()| window.set_focus());
    if let Err(error) = shown {
        log::warn!("the window could not be brought to the front: {error}");
    }
}
