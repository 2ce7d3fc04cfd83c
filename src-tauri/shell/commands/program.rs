//! What the window asks about the program itself.

use super::{Answer, App, aside};
use crate::handing::Waiting;
use crate::log_file::LogFile;
use serde::Serialize;
use stoppress_model::{Handed, UpdatedBy};
use tauri::{AppHandle, State};

/// What the settings show of the app itself.
#[derive(Serialize)]
pub(super) struct About {
    version: &'static str,
    profile: String,
    log_file: String,
    /// Who brings new versions.
    updated_by: UpdatedBy,
}

#[tauri::command]
pub(super) fn about(app: App<'_>, log: State<'_, LogFile>) -> About {
    About {
        version: env!("CARGO_PKG_VERSION"),
        profile: app.profile().display().to_string(),
        log_file: log.0.display().to_string(),
        updated_by: super::versions::updated_by(),
    }
}

/// What a bug report needs, without feed addresses.
#[tauri::command]
pub(super) async fn diagnostics(app: App<'_>, log: State<'_, LogFile>) -> Answer<String> {
    let (reader, log) = (app.inner().clone(), log.0.clone());
    aside(move || {
        let status = reader.status()?;
        let mut text = format!(
            "Stop Press {} on {} {}\n{} sources ({} in trouble), {} stories, {} saved ({} not complete)\n",
            env!("CARGO_PKG_VERSION"),
            std::env::consts::OS,
            std::env::consts::ARCH,
            status.feeds,
            status.troubled,
            status.articles,
            status.saved,
            status.saved_incomplete,
        );
        if let Some(why) = reader.read_only() {
            text.push_str(&format!("The library can only be read: {why}\n"));
        }
        let lines = std::fs::read_to_string(log).unwrap_or_default();
        let lines: Vec<&str> = lines.lines().rev().take(50).collect();
        text.extend(lines.into_iter().rev().map(|line| format!("{line}\n")));
        Ok(text)
    })
    .await
}

/// A web address that lies on the clipboard, to be offered; what else lies there is not handed on.
#[tauri::command]
pub(super) async fn clipboard_address(handle: AppHandle) -> Answer<Option<String>> {
    Ok(crate::clipboard::address(&handle).await)
}

#[tauri::command]
pub(super) fn first_rows_painted() {
    let millis = crate::STARTED.get().map_or(0, |started| started.elapsed().as_millis());
    log::info!("first rows painted after {millis} ms");
    if std::env::var_os("STOPPRESS_TIMING").is_some() {
        eprintln!("first rows painted after {millis} ms");
    }
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
