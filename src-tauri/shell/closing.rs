//! What closing the window does: quit, or hide it and go on in the tray. Where the reader has not chosen yet, the page asks.

use crate::{beginning::Beginning, handing, tray::Tray};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use stoppress_model::{Handed, OnClose};
use stoppress_reader::Reader;
use tauri::{AppHandle, Manager};

/// How long a session may take until its tray is there.
const TRAY_COMES: Duration = Duration::from_secs(60);
/// How long a desktop may take to say whether it has one, before a window that is being closed is closed.
const TRAY_ANSWERS: Duration = Duration::from_secs(2);

/// Whether the window is hidden because it was closed. Its page is told nothing then.
#[derive(Default)]
pub(crate) struct Hidden(AtomicBool);

impl Hidden {
    /// The window is hidden, or shown again.
    pub(crate) fn set(&self, hidden: bool) {
        self.0.store(hidden, Ordering::SeqCst);
    }

    /// Whether it is.
    pub(crate) fn is(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}

/// The reader closes the window; true where it stays, hidden or with a question, or until it is known whether there is a tray.
pub(crate) fn stays(app: &AppHandle) -> bool {
    let wish = app.state::<Reader>().settings().map_or(OnClose::Quit, |settings| settings.on_close);
    if wish == OnClose::Quit {
        return false;
    }
    let tray = app.state::<Tray>();
    if !tray.is_known() {
        close_when_known(app);
        return true;
    }
    if !tray.is_there() {
        return false;
    }
    if wish == OnClose::Background {
        hide(app);
        return true;
    }
    // A page that did not take the last question will not take another one.
    handing::ask(app, Handed::Closing)
}

/// Closes the window once more when it is known whether the desktop has a tray, which a start looks for after its first picture.
fn close_when_known(app: &AppHandle) {
    if !app.state::<Tray>().take_on_waiting() {
        return;
    }
    app.state::<Beginning>().end();
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        app.state::<Tray>().become_known(TRAY_ANSWERS).await;
        if let Some(window) = app.get_webview_window("main")
            && let Err(error) = window.close()
        {
            log::warn!("the window could not be closed: {error}");
        }
    });
}

/// Whether a start that is to be hidden may be: only where the window could go into the tray. Where none has come after a
/// minute, the window is shown after all.
pub(crate) fn begins_hidden(app: &AppHandle, wanted: bool) -> bool {
    let reader = app.state::<Reader>();
    if !wanted || !reader.settings().is_ok_and(|settings| settings.on_close == OnClose::Background) {
        return false;
    }
    app.state::<Hidden>().set(true);
    reader.window_state(false);
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(TRAY_COMES).await;
        if !app.state::<Tray>().is_there() && app.state::<Hidden>().is() {
            handing::show(&app);
        }
    });
    true
}

fn hide(app: &AppHandle) {
    let Some(window) = app.get_webview_window("main") else { return };
    app.state::<Hidden>().set(true);
    app.state::<Reader>().window_state(false);
    if let Err(error) = window.hide() {
        log::warn!("the window could not be hidden: {error}");
    }
}

/// Ends the app whatever closing the window does.
pub(crate) fn quit(app: &AppHandle) {
    let Some(window) = app.get_webview_window("main") else { return app.exit(0) };
    if let Err(error) = window.destroy() {
        log::warn!("the window could not be closed: {error}");
        app.exit(0);
    }
}
