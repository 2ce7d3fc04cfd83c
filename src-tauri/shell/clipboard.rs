//! The clipboard, read when the reader is about to type an address: one that lies there is offered, and nothing else of what
//! is there leaves this file.

use tauri::AppHandle;

/// A longer address is none (RULES "Caps").
const ADDRESS_BYTES: usize = 8 << 10;

/// The web address that is all the text on the clipboard; `None` = there is something else, or nothing.
#[cfg(target_os = "linux")]
pub(crate) async fn address(handle: &AppHandle) -> Option<String> {
    let (sender, receiver) = tokio::sync::oneshot::channel();
    let ask = move || {
        let clipboard = gtk::Clipboard::get(&gtk::gdk::SELECTION_CLIPBOARD);
        clipboard.request_text(move |_, text| drop(sender.send(text.and_then(address_in))));
    };
    handle.run_on_main_thread(ask).ok()?;
    receiver.await.ok().flatten()
}

/// Elsewhere nothing is read: the reader pastes.
#[cfg(not(target_os = "linux"))]
pub(crate) async fn address(_: &AppHandle) -> Option<String> {
    None
}

#[cfg_attr(not(target_os = "linux"), allow(dead_code, reason = "only read on Linux"))]
fn address_in(text: &str) -> Option<String> {
    let text = text.trim();
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    let is_one = text.len() <= ADDRESS_BYTES && !text.contains(|c: char| c.is_whitespace() || c.is_control());
    let host = text.split_once("://").map_or("", |(_, rest)| rest.split(['/', '?', '#']).next().unwrap_or_default());
    (is_web && is_one && host.contains('.')).then(|| text.to_owned())
}
