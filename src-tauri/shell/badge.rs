//! The number of unread stories at the app's icon, where the system shows one. On Linux docks listen to a signal that Unity
//! began; on macOS it stands on the dock. Windows has none yet.

use stoppress_model::Notice;
use stoppress_reader::Reader;
use tauri::AppHandle;
use tokio::sync::broadcast::error::RecvError;

/// Whether this system can.
pub(crate) const fn is_there() -> bool {
    cfg!(any(target_os = "linux", target_os = "macos"))
}

/// Keeps the number right for as long as the app runs.
pub(crate) fn begin(app: &AppHandle, reader: &Reader) {
    if !is_there() {
        return;
    }
    let (app, reader) = (app.clone(), reader.clone());
    let mut notices = reader.subscribe();
    tauri::async_runtime::spawn(async move {
        let mut shown = 0;
        loop {
            let asked = reader.clone();
            let number = tauri::async_runtime::spawn_blocking(move || number(&asked)).await.unwrap_or(shown);
            if number != shown {
                shown = number;
                show(&app, number);
            }
            loop {
                match notices.recv().await {
                    Ok(Notice::LibraryChanged) | Err(RecvError::Lagged(_)) => break,
                    Ok(_) => {}
                    Err(RecvError::Closed) => return,
                }
            }
        }
    });
}

/// 0 = none is to stand there.
fn number(reader: &Reader) -> i64 {
    let wanted = reader.settings().is_ok_and(|settings| settings.badge);
    let unread = if wanted { reader.status().map(|status| status.unread).unwrap_or_default() } else { 0 };
    i64::try_from(unread).unwrap_or(i64::MAX)
}

#[cfg(target_os = "linux")]
fn show(app: &AppHandle, number: i64) {
    use gio::glib::prelude::*;
    use std::collections::HashMap;
    crate::bus::run(app, move || async move {
        let Ok(session) = crate::bus::session().await else { return };
        let values = HashMap::from([("count", number.to_variant()), ("count-visible", (number > 0).to_variant())]);
        let said = ("application://stoppress.desktop", values).to_variant();
        let told =
            session.emit_signal(None, "/org/stoppress", "com.canonical.Unity.LauncherEntry", "Update", Some(&said));
        if let Err(error) = told {
            log::warn!("the number at the icon could not be set: {error}");
        }
    });
}

#[cfg(not(target_os = "linux"))]
fn show(app: &AppHandle, number: i64) {
    use tauri::Manager;
    if let Some(window) = app.get_webview_window("main")
        && let Err(error) = window.set_badge_count((number > 0).then_some(number))
    {
        log::warn!("the number at the icon could not be set: {error}");
    }
}
