//! Notifications over D-Bus, as freedesktop.org specifies them (version 1.2). Everything runs on the window's own loop, which
//! sleeps until the bus says something. Without a bus, or without anybody there who shows notifications, nothing is shown.

use super::{LeadsTo, Notification, clicked};
use crate::bus::{self, Whom};
use gio::glib::{self, prelude::*};
use gio::{DBusConnection, DBusSignalFlags};
use gtk::prelude::GtkWindowExt;
use std::cell::RefCell;
use std::collections::HashMap;
use tauri::{AppHandle, Manager};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
const THEM: Whom = Whom(NAME, PATH, NAME);
/// Notifications whose click is still known; systems keep about as many.
const MOST_SHOWN: usize = 100;

#[derive(Default)]
struct Desk {
    /// The bus whose signals are listened to.
    bus: Option<DBusConnection>,
    /// Newest last.
    shown: Vec<(u32, LeadsTo)>,
    /// What lets the window come to the front, by notification.
    tokens: HashMap<u32, String>,
}

thread_local! {
    /// Of the window's thread.
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Shows it; that it could not be is said in the log.
pub(super) fn show(app: &AppHandle, notification: Notification) {
    let here = app.clone();
    bus::run(app, move || async move {
        if let Err(error) = send(&here, &notification).await {
            log::warn!("a notification could not be shown: {error}");
        }
    });
}

/// Whether somebody is there who shows notifications.
pub(crate) async fn is_there(app: &AppHandle) -> bool {
    let (answer, said) = tokio::sync::oneshot::channel();
    bus::run(app, move || async move {
        let there = match bus::session().await {
            Ok(bus) => capabilities(&bus).await.is_ok(),
            Err(_) => false,
        };
        let _ = answer.send(there);
    });
    said.await.unwrap_or(false)
}

async fn send(app: &AppHandle, notification: &Notification) -> Result<(), glib::Error> {
    let bus = bus::session().await?;
    listen(&bus, app);
    let marks_up = capabilities(&bus).await?.iter().any(|one| one == "body-markup");
    let text = if marks_up { escaped(&notification.text) } else { notification.text.clone() };
    let actions = vec!["default".to_owned(), notification.open.clone()];
    let hints = HashMap::from([("desktop-entry".to_owned(), "stoppress".to_variant())]);
    // Replacing none, and gone when the system thinks so.
    let arguments = (crate::NAME, 0_u32, "stoppress", &notification.title, text, actions, hints, -1_i32).to_variant();
    let answer = bus::call(&bus, THEM, "Notify", Some(&arguments), "(u)").await?;
    if let Some((id,)) = answer.get::<(u32,)>() {
        DESK.with_borrow_mut(|desk| {
            desk.shown.push((id, notification.leads_to));
            let beyond = desk.shown.len().saturating_sub(MOST_SHOWN);
            desk.shown.drain(..beyond);
        });
    }
    Ok(())
}

async fn capabilities(bus: &DBusConnection) -> Result<Vec<String>, glib::Error> {
    let answer = bus::call(bus, THEM, "GetCapabilities", None, "(as)").await?;
    Ok(answer.get::<(Vec<String>,)>().map(|(names,)| names).unwrap_or_default())
}

/// Hears of clicks, once for each bus.
fn listen(bus: &DBusConnection, app: &AppHandle) {
    let known = DESK.with_borrow_mut(|desk| {
        let known = desk.bus.as_ref() == Some(bus);
        desk.bus = Some(bus.clone());
        known
    });
    if known {
        return;
    }
    let app = app.clone();
    bus.signal_subscribe(
        Some(NAME),
        Some(NAME),
        None,
        Some(PATH),
        None,
        DBusSignalFlags::NONE,
        move |_, _, _, _, signal, said| match signal {
            "ActivationToken" => {
                if let Some((id, token)) = said.get::<(u32, String)>() {
                    DESK.with_borrow_mut(|desk| desk.is_ours(id).then(|| desk.tokens.insert(id, token)));
                }
            }
            "ActionInvoked" => {
                if let Some((id, _)) = said.get::<(u32, String)>().filter(|(_, action)| action == "default") {
                    invoked(&app, id);
                }
            }
            "NotificationClosed" => {
                if let Some((id, _)) = said.get::<(u32, u32)>() {
                    DESK.with_borrow_mut(|desk| desk.take(id));
                }
            }
            _ => {}
        },
    );
}

impl Desk {
    fn is_ours(&self, id: u32) -> bool {
        self.shown.iter().any(|(shown, _)| *shown == id)
    }

    /// What was known of it; after that nothing is.
    fn take(&mut self, id: u32) -> Option<(LeadsTo, Option<String>)> {
        let token = self.tokens.remove(&id);
        let place = self.shown.iter().position(|(shown, _)| *shown == id)?;
        Some((self.shown.remove(place).1, token))
    }
}

fn invoked(app: &AppHandle, id: u32) {
    let Some((leads_to, token)) = DESK.with_borrow_mut(|desk| desk.take(id)) else { return };
    // A system that does not let windows raise themselves wants to see what the click gave.
    if let (Some(token), Some(window)) = (token, app.get_webview_window("main"))
        && let Ok(window) = window.gtk_window()
    {
        window.set_startup_id(&token);
    }
    clicked(app, leads_to);
}

/// Text for a system that reads a little HTML in it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
