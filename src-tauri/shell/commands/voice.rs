//! The system's voice, sentence by sentence.

use super::{Answer, bad_request, failure};
use std::sync::Arc;
use stoppress_reader::{ReaderError, Voice};
use tauri::State;

/// More than any sentence; the voice itself cuts at less.
const LONGEST: usize = 16 << 10;

/// The languages that the system speaks to the program; none where the web view has the voices, or nobody has.
#[tauri::command]
pub(super) async fn voices(voice: State<'_, Arc<Voice>>) -> Answer<Vec<String>> {
    let voice = voice.inner().clone();
    aside(move || voice.languages()).await
}

/// Answers when the sentence was spoken; false where it was hushed.
#[tauri::command]
pub(super) async fn say(voice: State<'_, Arc<Voice>>, text: String, language: String, speed: u32) -> Answer<bool> {
    if text.len() > LONGEST || language.len() > 64 {
        return Err(bad_request("This is more than one sentence."));
    }
    let voice = voice.inner().clone();
    aside(move || voice.say(&text, &language, speed)).await?.map_err(failure)
}

/// Ends the sentence that is being spoken.
#[tauri::command]
pub(super) fn hush(voice: State<'_, Arc<Voice>>) {
    voice.hush();
}

async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Answer<T> {
    let done = tauri::async_runtime::spawn_blocking(work).await;
    done.map_err(|error| failure(ReaderError::Internal(error.to_string())))
}
