//! What the window asks about the program itself.

use super::{Answer, App, aside, failure};
use crate::drawing::Drawing;
use crate::handing::Waiting;
use crate::log_file::LogFile;
use serde::Serialize;
use stoppress_model::{Handed, UpdatedBy};
use stoppress_reader::ReaderError;
use tauri::{AppHandle, State};

/// What the settings show of the app itself.
#[derive(Serialize)]
pub(super) struct About {
    version: &'static str,
    profile: String,
    log_file: String,
    /// Whether the window may move its library.
    movable: bool,
    /// Who brings new versions.
    updated_by: UpdatedBy,
}

#[tauri::command]
pub(super) fn about(app: App<'_>, log: State<'_, LogFile>) -> About {
    About {
        version: env!("CARGO_PKG_VERSION"),
        profile: app.profile().display().to_string(),
        log_file: log.0.display().to_string(),
        movable: super::moving::is_offered(&app),
        updated_by: super::versions::updated_by(),
    }
}

/// What a bug report needs; with the addresses of sources only where the reader agrees.
#[tauri::command]
pub(super) async fn diagnostics(app: App<'_>, log: State<'_, LogFile>, addresses: bool) -> Answer<String> {
    let (reader, log) = (app.inner().clone(), log.0.clone());
    aside(move || {
        let web_view = tauri::webview_version().unwrap_or_else(|error| format!("of an unknown version ({error})"));
        let drawn = crate::drawing::is_by_the_processor();
        let program = format!(
            "Stop Press {} on {} {} ({})\nWeb view {web_view}{}",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH,
            system(),
            if drawn { ", drawn without a graphics card" } else { "" },
        );
        reader.diagnostics(&program, &std::fs::read_to_string(log).unwrap_or_default(), addresses)
    })
    .await
}

/// A web address that lies on the clipboard, to be offered; what else lies there is not handed on.
#[tauri::command]
pub(super) async fn clipboard_address(handle: AppHandle) -> Answer<Option<String>> {
    Ok(crate::clipboard::address(&handle).await)
}

/// What the system calls itself, and how its desktop draws.
fn system() -> String {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME=")).unwrap_or("no name known");
    let session = std::env::var("XDG_SESSION_TYPE").unwrap_or_default();
    [name.trim_matches('"'), &session].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// How the window is drawn, where that can be chosen. What is news in it is told once.
#[tauri::command]
pub(super) fn drawing(app: App<'_>) -> Option<Drawing> {
    crate::drawing::drawing(app.profile())
}

/// Draws without a graphics card, or as usual, from the next start on.
#[tauri::command]
pub(super) fn draw_safely(app: App<'_>, safe: bool) -> Answer<()> {
    crate::drawing::set(app.profile(), safe)
        .map_err(|error| failure(ReaderError::Internal(format!("how the window is drawn could not be noted: {error}"))))
}

/// What another start, or this one, was handed; each is told once.
#[tauri::command]
pub(super) fn handed(waiting: State<'_, Waiting>) -> Option<Handed> {
    waiting.tell()
}

/// The bytes of the file that `handed` told last.
#[tauri::command]
pub(super) async fn handed_file(waiting: State<'_, Waiting>) -> Answer<tauri::ipc::Response> {
    let path = waiting.file().ok_or_else(|| super::bad_request("There is no file to open."))?;
    aside(move || stoppress_reader::handed_file(&path)).await.map(tauri::ipc::Response::new)
}
