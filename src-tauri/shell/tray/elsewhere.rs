//! The tray of Windows and the menu bar's icon of macOS, through Tauri. Their menus are handed over whole, so it is made anew when
//! the library changed, and when the pointer comes to the icon, because a pause may have ended by itself.

use super::menu::{Does, Line, What, flat, lines};
use super::{Tray, does, settle};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use stoppress_model::Notice;
use stoppress_reader::Reader;
use stoppress_tray::{MouseButton, MouseButtonState, TrayIcon, TrayIconBuilder, TrayIconEvent};
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Manager, Wry};
use tokio::sync::broadcast::error::RecvError;

/// The icon's name, and what the names of its lines begin with: clicks in every menu of the app come to one place.
const ID: &str = "tray";
/// Changes of the library closer together than this renew the menu once.
const CALM: Duration = Duration::from_secs(2);

/// The menu as it was handed over last.
#[derive(Default)]
pub(super) struct Shown(Mutex<Vec<Line>>);

impl Shown {
    fn lines(&self) -> MutexGuard<'_, Vec<Line>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Both systems have one; the menu follows the library for as long as the app runs.
pub(super) fn watch(app: &AppHandle) {
    app.state::<Tray>().found(true);
    // Once: whoever listens to an icon's menu goes on doing so when the icon is gone.
    app.on_menu_event(|app, event| clicked(app, event.id().as_ref()));
    settle(app);
    let app = app.clone();
    let mut notices = app.state::<Reader>().subscribe();
    tauri::async_runtime::spawn(async move {
        loop {
            match notices.recv().await {
                Ok(Notice::LibraryChanged | Notice::SyncEnded { .. }) | Err(RecvError::Lagged(_)) => {
                    tokio::time::sleep(CALM).await;
                    while notices.try_recv().is_ok() {}
                    on_its_thread(&app, renew);
                }
                Ok(_) => {}
                Err(RecvError::Closed) => return,
            }
        }
    });
}

/// Shows the icon, or takes it away.
pub(super) fn show(app: &AppHandle, wanted: bool) {
    on_its_thread(app, move |app| match (wanted, app.tray_by_id(ID)) {
        (true, None) => appear(app),
        (false, Some(_)) => {
            drop(app.remove_tray_by_id(ID));
            Ok(())
        }
        _ => Ok(()),
    });
}

/// Menus and icons belong to the thread of the windows.
fn on_its_thread(app: &AppHandle, work: impl FnOnce(&AppHandle) -> tauri::Result<()> + Send + 'static) {
    let here = app.clone();
    let asked = app.run_on_main_thread(move || {
        if let Err(error) = work(&here) {
            log::warn!("the tray could not be used: {error}");
        }
    });
    if let Err(error) = asked {
        log::warn!("the window's loop could not be reached: {error}");
    }
}

fn appear(app: &AppHandle) -> tauri::Result<()> {
    let lines = lines(&app.state::<Reader>());
    let mut icon = TrayIconBuilder::with_id(ID)
        .tooltip(crate::NAME)
        .menu(&menu(app, &lines)?)
        // On macOS a click opens the menu; on Windows it opens the window, and the other button the menu.
        .show_menu_on_left_click(cfg!(target_os = "macos"))
        .on_tray_icon_event(|icon, event| touched(icon, &event));
    if let Some(picture) = app.default_window_icon() {
        icon = icon.icon(picture.clone());
    }
    icon.build(app)?;
    *app.state::<Shown>().lines() = lines;
    Ok(())
}

/// Hands the menu over again where another one belongs there now.
fn renew(app: &AppHandle) -> tauri::Result<()> {
    let Some(icon) = app.tray_by_id(ID) else { return Ok(()) };
    let fresh = lines(&app.state::<Reader>());
    if *app.state::<Shown>().lines() == fresh {
        return Ok(());
    }
    icon.set_menu(Some(menu(app, &fresh)?))?;
    *app.state::<Shown>().lines() = fresh;
    Ok(())
}

fn touched(icon: &TrayIcon<Wry>, event: &TrayIconEvent) {
    let app = icon.app_handle();
    match event {
        TrayIconEvent::Enter { .. } => on_its_thread(app, renew),
        TrayIconEvent::Click { button: MouseButton::Left, button_state: MouseButtonState::Up, .. }
            if cfg!(target_os = "windows") =>
        {
            does(app, Does::Open);
        }
        _ => {}
    }
}

fn menu(app: &AppHandle, lines: &[Line]) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::new(app)?;
    for line in lines {
        match &line.what {
            What::Separator => menu.append(&PredefinedMenuItem::separator(app)?)?,
            What::Item { label, .. } => menu.append(&item(app, line.id, label)?)?,
            What::Submenu { label, lines } => {
                let behind = Submenu::new(app, plain(label), true)?;
                for line in lines {
                    if let What::Item { label, .. } = &line.what {
                        behind.append(&item(app, line.id, label)?)?;
                    }
                }
                menu.append(&behind)?;
            }
        }
    }
    Ok(menu)
}

fn item(app: &AppHandle, id: i32, label: &str) -> tauri::Result<MenuItem<Wry>> {
    MenuItem::with_id(app, format!("{ID}-{id}"), plain(label), true, None::<&str>)
}

/// An ampersand would underline what follows.
fn plain(label: &str) -> String {
    label.replace('&', "&&")
}

fn clicked(app: &AppHandle, name: &str) {
    let Some(id) = name.strip_prefix(ID).and_then(|rest| rest.strip_prefix('-')?.parse::<i32>().ok()) else { return };
    let line = flat(&app.state::<Shown>().lines()).into_iter().find(|line| line.id == id);
    if let Some(Line { what: What::Item { does: what, .. }, .. }) = line {
        does(app, what);
    }
}
