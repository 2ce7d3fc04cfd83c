//! The tray: an icon with a menu of the latest headlines, the number of unread stories, a check, a pause of notifications and the
//! end. It is there while the app may go on without its window. On Linux it is a StatusNotifierItem, spoken over D-Bus without a
//! library of its own, so that there is nothing to be missing, and only where the desktop has a tray; on Windows and macOS, which
//! always have one, Tauri shows it.

#[cfg(target_os = "linux")]
mod linux;
#[cfg(target_os = "linux")]
use linux as system;
#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(not(target_os = "linux"))]
use elsewhere as system;
mod menu;

use crate::{closing, handing, notify};
use menu::Does;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use stoppress_model::{Handed, HandedView, OnClose, Timestamp};
use stoppress_reader::{Reader, SyncScope};
use tauri::{AppHandle, Manager};
use tokio::sync::watch;

/// What is known of the tray.
pub(crate) struct Tray {
    /// Whether the desktop has one; nothing until it was looked for.
    there: watch::Sender<Option<bool>>,
    /// Somebody waits until it was.
    awaited: AtomicBool,
}

impl Tray {
    /// Whether the desktop has a tray.
    pub(crate) fn is_there(&self) -> bool {
        *self.there.borrow() == Some(true)
    }

    /// Whether it was looked for.
    pub(crate) fn is_known(&self) -> bool {
        self.there.borrow().is_some()
    }

    /// Takes on waiting until it is known; false where somebody waits already.
    pub(crate) fn take_on_waiting(&self) -> bool {
        !self.awaited.swap(true, Ordering::SeqCst)
    }

    /// Waits until it is known whether there is a tray. A desktop that does not say so in time has none.
    pub(crate) async fn become_known(&self, within: Duration) {
        let mut hears = self.there.subscribe();
        if tokio::time::timeout(within, hears.wait_for(Option::is_some)).await.is_err() {
            self.found(false);
        }
        self.awaited.store(false, Ordering::SeqCst);
    }

    fn found(&self, there: bool) {
        self.there.send_replace(Some(there));
    }
}

/// No tray is known yet.
pub(crate) fn prepare(app: &AppHandle) {
    app.manage(Tray { there: watch::Sender::new(None), awaited: AtomicBool::new(false) });
    #[cfg(not(target_os = "linux"))]
    app.manage(system::Shown::default());
}

/// Looks for a tray, now and for as long as the app runs.
pub(crate) fn begin(app: &AppHandle) {
    system::watch(app);
}

/// Shows or hides the tray's icon as the settings want it.
pub(crate) fn settle(app: &AppHandle) {
    let wanted = app.state::<Reader>().settings().is_ok_and(|settings| settings.on_close == OnClose::Background);
    system::show(app, wanted && app.state::<Tray>().is_there());
}

/// Does what a line of the menu, or a click on the icon, stands for.
fn does(app: &AppHandle, what: Does) {
    let reader = app.state::<Reader>().inner().clone();
    match what {
        Does::Open => handing::show(app),
        Does::Story(id) => handing::open(app, Handed::Story { id }),
        Does::Live => handing::open(app, Handed::View { view: HandedView::Live }),
        Does::Settings => handing::open(app, Handed::View { view: HandedView::Settings }),
        Does::Quit => closing::quit(app),
        Does::Refresh => {
            tauri::async_runtime::spawn(async move {
                if let Err(error) = reader.sync(SyncScope::Refresh).await {
                    log::warn!("the sources could not be checked: {error}");
                }
            });
        }
        Does::PauseAnHour => pause(&reader, Some(reader.now().plus(3600))),
        Does::PauseUntilTomorrow => pause(&reader, Some(notify::tomorrow(reader.now()))),
        Does::EndPause => pause(&reader, None),
    }
}

fn pause(reader: &Reader, until: Option<Timestamp>) {
    if let Err(error) = reader.pause_notifications(until) {
        log::warn!("notifications could not be paused: {error}");
    }
}
