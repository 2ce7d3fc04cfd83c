//! Notifications of Windows and macOS. Each is shown on a thread of its own, which on macOS waits for the click.

use super::{Notification, clicked};
use tauri::AppHandle;

/// Shows it; that it could not be is said in the log.
pub(super) fn show(app: &AppHandle, notification: Notification) {
    let app = app.clone();
    std::thread::spawn(move || {
        if let Err(error) = send(&app, &notification) {
            log::warn!("a notification could not be shown: {error}");
        }
    });
}

/// Both systems always have somebody who shows notifications; whether the reader lets them is between the two.
pub(crate) async fn is_there(_: &AppHandle) -> bool {
    true
}

#[cfg(target_os = "windows")]
fn send(app: &AppHandle, notification: &Notification) -> Result<(), String> {
    use tauri_winrt_notification::Toast;
    let (here, leads_to) = (app.clone(), notification.leads_to);
    Toast::new(&app.config().identifier)
        .title(&notification.title)
        .text1(&notification.text)
        .on_activated(move |_| {
            clicked(&here, leads_to);
            Ok(())
        })
        .show()
        .map_err(|error| error.to_string())
}

#[cfg(target_os = "macos")]
fn send(app: &AppHandle, notification: &Notification) -> Result<(), String> {
    use mac_notification_sys::{Notification as Shown, NotificationResponse, set_application};
    // Only the first call counts; later ones say that it is set.
    let _ = set_application(&app.config().identifier);
    let answer = Shown::new()
        .title(&notification.title)
        .message(&notification.text)
        .wait_for_click(true)
        .send()
        .map_err(|error| error.to_string())?;
    if matches!(answer, NotificationResponse::Click | NotificationResponse::ActionButton(_)) {
        clicked(app, notification.leads_to);
    }
    Ok(())
}
