//! What the window asks at its start.

use super::{Answer, App, aside};
use crate::beginning::Beginning;
use stoppress_model::FirstPicture;
use tauri::State;

/// What was read while the page was being loaded; a page that is loaded again gets it anew.
#[tauri::command]
pub(super) async fn first_picture(app: App<'_>, beginning: State<'_, Beginning>) -> Answer<FirstPicture> {
    let reader = app.inner().clone();
    match beginning.take().await {
        Some(read) => Ok(read),
        None => aside(move || reader.first_picture(crate::beginning::ROWS)).await,
    }
}

#[tauri::command]
pub(super) fn first_rows_painted(beginning: State<'_, Beginning>) {
    let millis = crate::STARTED.get().map_or(0, |started| started.elapsed().as_millis());
    crate::drawing::painted();
    log::info!("first rows painted after {millis} ms");
    if std::env::var_os("STOPPRESS_TIMING").is_some() {
        eprintln!("first rows painted after {millis} ms");
    }
    beginning.end();
}
