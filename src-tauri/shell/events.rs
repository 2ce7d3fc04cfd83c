//! What the reader announces, forwarded to the window as one event.

use crate::closing::Hidden;
use std::time::Duration;
use stoppress_model::Notice;
use stoppress_reader::Reader;
use tauri::{AppHandle, Emitter, Manager};
use tokio::sync::broadcast::error::RecvError;

/// Library changes closer together than this are one for the window.
const CALM: Duration = Duration::from_millis(300);

pub(crate) fn forward(app: AppHandle, reader: &Reader) {
    let mut notices = reader.subscribe();
    let (reader, mut logged) = (reader.clone(), None);
    tauri::async_runtime::spawn(async move {
        loop {
            match notices.recv().await {
                Ok(Notice::LibraryChanged) => {
                    // Wait for what comes close behind, then tell once.
                    let calm = tokio::time::sleep(CALM);
                    tokio::pin!(calm);
                    loop {
                        tokio::select! {
                            () = &mut calm => break,
                            more = notices.recv() => match more {
                                Ok(Notice::LibraryChanged) | Err(RecvError::Lagged(_)) => {}
                                Ok(other) => tell(&app, &other),
                                Err(RecvError::Closed) => return,
                            },
                        }
                    }
                    tell(&app, &Notice::LibraryChanged);
                    log_health(&reader, &mut logged);
                }
                Ok(other) => tell(&app, &other),
                Err(RecvError::Lagged(_)) => tell(&app, &Notice::LibraryChanged),
                Err(RecvError::Closed) => return,
            }
        }
    });
}

/// What became of damage in the library stands in the log too; it names no story.
fn log_health(reader: &Reader, logged: &mut Option<String>) {
    let notice = reader.notice();
    if notice != *logged {
        if let Some(sentence) = &notice {
            log::warn!("{sentence}");
        }
        *logged = notice;
    }
}

fn tell(app: &AppHandle, notice: &Notice) {
    // The page asks for everything anew when it is seen again.
    if app.state::<Hidden>().is() {
        return;
    }
    if let Err(error) = app.emit_to("main", "notice", notice) {
        log::warn!("the window could not be told of {notice:?}: {error}");
    }
}
