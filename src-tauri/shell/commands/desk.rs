//! Notifications, and what the system around the window can do.

use super::{Answer, App, aside, bad_request};
use crate::{
    badge, login, menu_bar as bar, notify,
    power::Power,
    tray::{self, Tray},
};
use stoppress_model::{Desktop, MenuGroup, NewNotifyRule, NotifyRule, NotifyRuleId, Settings};
use tauri::{AppHandle, Manager};

/// What the system can do, asked now.
#[tauri::command]
pub(super) async fn desktop(handle: AppHandle) -> Answer<Desktop> {
    let power = handle.state::<Power>();
    Ok(Desktop {
        notifications: notify::is_there(&handle).await,
        tray: handle.state::<Tray>().is_there(),
        start_at_login: login::is_there(),
        badge: badge::is_there(),
        metered: power.is_metered(),
        saves_power: power.saves(),
    })
}

/// Menus in the bar, lines in a menu, and bytes of their words.
const MOST_MENUS: usize = 12;
const MOST_LINES: usize = 64;
const LONGEST_WORDS: usize = 200;

/// Puts the commands of the window into the menu bar, where the system has one that belongs to the app that is in front.
#[tauri::command]
pub(super) fn menu_bar(handle: AppHandle, groups: Vec<MenuGroup>) -> Answer<()> {
    let fits = |group: &MenuGroup| {
        group.title.len() <= LONGEST_WORDS
            && group.lines.len() <= MOST_LINES
            && group.lines.iter().all(|line| line.id.len() <= LONGEST_WORDS && line.title.len() <= LONGEST_WORDS)
    };
    if groups.len() > MOST_MENUS || !groups.iter().all(fits) {
        return Err(bad_request("These are no menus of the window."));
    }
    bar::set(&handle, groups);
    Ok(())
}

/// What of new settings the system around the window has to do.
pub(super) fn settle(app: &AppHandle, before: &Settings, now: &Settings) {
    if before.on_close != now.on_close {
        tray::settle(app);
    }
    if before.start_at_login != now.start_at_login {
        login::settle(app, now.start_at_login);
    }
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
