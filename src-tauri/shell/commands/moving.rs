//! Moving the library: the reader picks a folder in the system's own dialog, and the next start of the program, which follows at
//! once, moves it there. The page learns what the folder is called; it can name none.

use super::{Answer, App, bad_request, failure};
use crate::{handing::Waiting, words::Words};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager, State};

/// The folder that was picked last.
#[derive(Default)]
pub(crate) struct Picked(Mutex<Option<PathBuf>>);

impl Picked {
    fn put(&self, folder: Option<PathBuf>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = folder;
    }

    fn take(&self) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Whether this window may move its library: there is a dialog to pick a folder in, and the next start finds the library.
pub(super) fn is_offered(app: &App<'_>) -> bool {
    cfg!(target_os = "linux") && !crate::is_named() && stoppress_reader::is_movable(app.profile())
}

/// Lets the reader pick a folder; what it is called, or nothing where none was picked.
#[tauri::command]
pub(super) async fn pick_folder(app: App<'_>, handle: AppHandle, picked: State<'_, Picked>) -> Answer<Option<String>> {
    if !is_offered(&app) {
        return Err(bad_request("This library was opened by its folder; whoever does so moves it there."));
    }
    let title = Words::of(&app).say("pick-folder");
    let Some(folder) = dialog(&handle, title).await else { return Ok(None) };
    let folder = stoppress_reader::check_move(app.profile(), &folder).map_err(failure)?;
    let name = folder.display().to_string();
    picked.put(Some(folder));
    Ok(Some(name))
}

/// Moves the library to the folder that was picked last: the program ends, and the start that follows moves it.
#[tauri::command]
pub(super) async fn move_library(app: App<'_>, handle: AppHandle, picked: State<'_, Picked>) -> Answer<()> {
    let folder = picked.take().ok_or_else(|| bad_request("There is no folder to move the library to."))?;
    stoppress_reader::wish_to_move(app.profile(), &folder).map_err(failure)?;
    log::info!("the library is moved by the start that follows");
    // Who starts now waits until this one is gone.
    handle.state::<Waiting>().close();
    handle.request_restart();
    Ok(())
}

#[cfg(target_os = "linux")]
async fn dialog(handle: &AppHandle, title: String) -> Option<PathBuf> {
    use gtk::prelude::*;
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let window = handle.get_webview_window("main")?;
    let ask = move || {
        let parent = window.gtk_window().ok();
        let action = gtk::FileChooserAction::SelectFolder;
        let dialog = gtk::FileChooserNative::new(Some(&title), parent.as_ref(), action, None, None);
        dialog.set_create_folders(true);
        let sender = std::cell::Cell::new(Some(sender));
        // Held by its own answer: nobody else does.
        let held = std::cell::RefCell::new(Some(dialog.clone()));
        dialog.connect_response(move |dialog, response| {
            let folder = (response == gtk::ResponseType::Accept).then(|| dialog.filename()).flatten();
            if let Some(sender) = sender.take() {
                // Whoever asked may have gone.
                let _ = sender.send(folder);
            }
            drop(held.take());
        });
        dialog.show();
    };
    handle.run_on_main_thread(ask).ok()?;
    receiver.await.ok().flatten()
}

#[cfg(not(target_os = "linux"))]
async fn dialog(_: &AppHandle, _: String) -> Option<PathBuf> {
    None
}
