//! The menu bar of macOS, out of the commands of the window: the page names them in the reader's language and is told which one was
//! chosen, through the same door as everything that comes from outside of it. Keys stay with the page. Other systems have the menu
//! of the app instead, which the page draws itself.

use stoppress_model::MenuGroup;
use tauri::AppHandle;

/// Hears what is chosen, for as long as the app runs.
#[cfg(target_os = "linux")]
pub(crate) fn begin(_: &AppHandle) {}

/// Puts these menus into the bar.
#[cfg(target_os = "linux")]
pub(crate) fn set(_: &AppHandle, _: Vec<MenuGroup>) {}

#[cfg(not(target_os = "linux"))]
pub(crate) use elsewhere::{begin, set};

/// Windows has no such bar; it compiles this too, so that the check for Windows reads it.
#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use super::{AppHandle, MenuGroup};
    use crate::{handing, words::Words};
    use stoppress_model::Handed;
    use stoppress_reader::Reader;
    use tauri::menu::{Menu, MenuItem, PredefinedMenuItem, Submenu};
    use tauri::{Manager, Wry};

    /// What the names of its lines begin with: clicks in every menu of the app come to one place.
    const ID: &str = "command-";

    /// Hears what is chosen, for as long as the app runs.
    pub(crate) fn begin(app: &AppHandle) {
        app.on_menu_event(|app, event| {
            if let Some(id) = event.id().as_ref().strip_prefix(ID) {
                handing::open(app, Handed::Command { id: id.to_owned() });
            }
        });
    }

    /// Puts these menus into the bar, between those that every app has there.
    pub(crate) fn set(app: &AppHandle, groups: Vec<MenuGroup>) {
        if !cfg!(target_os = "macos") {
            return;
        }
        let here = app.clone();
        let asked = app.run_on_main_thread(move || {
            let words = Words::of(&here.state::<Reader>());
            if let Err(error) = menu(&here, &words, &groups).and_then(|menu| here.set_menu(menu)) {
                log::warn!("the menu bar could not be set: {error}");
            }
        });
        if let Err(error) = asked {
            log::warn!("the window's loop could not be reached: {error}");
        }
    }

    fn menu(app: &AppHandle, words: &Words, groups: &[MenuGroup]) -> tauri::Result<Menu<Wry>> {
        let menu = Menu::new(app)?;
        menu.append(&own(app, words)?)?;
        menu.append(&edit(app, words)?)?;
        for group in groups {
            let lines = Submenu::new(app, plain(&group.title), true)?;
            for line in &group.lines {
                let name = format!("{ID}{}", line.id);
                lines.append(&MenuItem::with_id(app, name, plain(&line.title), true, None::<&str>)?)?;
            }
            menu.append(&lines)?;
        }
        let window = Submenu::new(app, words.say("menu-window"), true)?;
        window.append(&PredefinedMenuItem::minimize(app, Some(&words.say("menu-minimize")))?)?;
        menu.append(&window)?;
        Ok(menu)
    }

    /// The menu that has the app's own name.
    fn own(app: &AppHandle, words: &Words) -> tauri::Result<Submenu<Wry>> {
        let menu = Submenu::new(app, crate::NAME, true)?;
        menu.append(&PredefinedMenuItem::about(app, Some(&words.say("menu-about")), None)?)?;
        menu.append(&PredefinedMenuItem::separator(app)?)?;
        menu.append(&PredefinedMenuItem::services(app, Some(&words.say("menu-services")))?)?;
        menu.append(&PredefinedMenuItem::separator(app)?)?;
        menu.append(&PredefinedMenuItem::hide(app, Some(&words.say("menu-hide")))?)?;
        menu.append(&PredefinedMenuItem::hide_others(app, Some(&words.say("menu-hide-others")))?)?;
        menu.append(&PredefinedMenuItem::show_all(app, Some(&words.say("menu-show-all")))?)?;
        menu.append(&PredefinedMenuItem::separator(app)?)?;
        menu.append(&PredefinedMenuItem::quit(app, Some(&words.say("tray-quit")))?)?;
        Ok(menu)
    }

    /// What the system does with text; without it, its keys do nothing there.
    fn edit(app: &AppHandle, words: &Words) -> tauri::Result<Submenu<Wry>> {
        let menu = Submenu::new(app, words.say("menu-edit"), true)?;
        menu.append(&PredefinedMenuItem::undo(app, Some(&words.say("menu-undo")))?)?;
        menu.append(&PredefinedMenuItem::redo(app, Some(&words.say("menu-redo")))?)?;
        menu.append(&PredefinedMenuItem::separator(app)?)?;
        menu.append(&PredefinedMenuItem::cut(app, Some(&words.say("menu-cut")))?)?;
        menu.append(&PredefinedMenuItem::copy(app, Some(&words.say("menu-copy")))?)?;
        menu.append(&PredefinedMenuItem::paste(app, Some(&words.say("menu-paste")))?)?;
        menu.append(&PredefinedMenuItem::select_all(app, Some(&words.say("menu-select-all")))?)?;
        Ok(menu)
    }

    /// An ampersand would underline what follows.
    fn plain(label: &str) -> String {
        label.replace('&', "&&")
    }
}
