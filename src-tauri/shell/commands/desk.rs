//! Notifications, and what the system around the window can do.

use super::{Answer, App, aside};
use crate::notify;
use stoppress_model::{Desktop, NewNotifyRule, NotifyRule, NotifyRuleId};
use tauri::AppHandle;

/// What the system can do, asked now.
#[tauri::command]
pub(super) async fn desktop(handle: AppHandle) -> Answer<Desktop> {
    Ok(Desktop { notifications: notify::is_there(&handle).await })
}

#[tauri::command]
pub(super) async fn notify_rules(app: App<'_>) -> Answer<Vec<NotifyRule>> {
    let reader = app.inner().clone();
    aside(move || reader.notify_rules()).await
}

#[tauri::command]
pub(super) async fn add_notify_rule(app: App<'_>, new: NewNotifyRule) -> Answer<NotifyRule> {
    let reader = app.inner().clone();
    aside(move || reader.add_notify_rule(&new)).await
}

#[tauri::command]
pub(super) async fn remove_notify_rule(app: App<'_>, id: NotifyRuleId) -> Answer<()> {
    let reader = app.inner().clone();
    aside(move || reader.remove_notify_rule(id)).await
}
