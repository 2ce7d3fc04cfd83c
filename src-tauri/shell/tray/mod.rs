//! The tray of a Linux desktop: a StatusNotifierItem with a menu, spoken over D-Bus without a library of its own, so that
//! there is nothing to be missing. It is there while the app may go on without its window, and where the desktop has a tray.
//! Elsewhere there is none yet.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
mod menu;

use std::sync::atomic::{AtomicBool, Ordering};
use stoppress_model::OnClose;
use stoppress_reader::Reader;
use tauri::{AppHandle, Manager};

/// What is known of the tray.
#[derive(Default)]
pub(crate) struct Tray {
    /// The desktop has one.
    there: AtomicBool,
}

impl Tray {
    /// Whether the desktop has a tray.
    pub(crate) fn is_there(&self) -> bool {
        self.there.load(Ordering::SeqCst)
    }
}

/// Looks for a tray, now and for as long as the app runs.
pub(crate) fn begin(app: &AppHandle) {
    app.manage(Tray::default());
    #[cfg(target_os = "linux")]
    linux::watch(app);
}

/// Shows or hides the tray's icon as the settings want it.
pub(crate) fn settle(app: &AppHandle) {
    let wanted = app.state::<Reader>().settings().is_ok_and(|settings| settings.on_close == OnClose::Background);
    #[cfg(target_os = "linux")]
    linux::show(app, wanted && app.state::<Tray>().is_there());
    #[cfg(not(target_os = "linux"))]
    let _ = wanted;
}
