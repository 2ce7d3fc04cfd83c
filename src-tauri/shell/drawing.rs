//! Whether the page is drawn by a graphics card or by the processor.
//!
//! WebKitGTK composites with OpenGL unless told otherwise. On a machine without a card that is OpenGL in software: tens
//! of megabytes and a third of a core for a page in which nothing moves (docs/notes/figures.md), so there it is turned
//! off. This module never asks a driver anything that could crash: it looks whether the system offers a card at all.

#[cfg(target_os = "linux")]
use std::path::Path;

/// `always` or `never`, for those whose driver draws wrongly, and for measuring.
#[cfg(target_os = "linux")]
const VARIABLE: &str = "STOPPRESS_ACCELERATION";

/// Chooses how the window draws, before its page is loaded.
#[cfg(target_os = "linux")]
pub(crate) fn choose(window: &tauri::WebviewWindow) {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    let asked = std::env::var(VARIABLE).ok();
    if is_accelerated(asked.as_deref(), || has_card(Path::new("/dev/dri"))) {
        return;
    }
    let chosen = window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    });
    match chosen {
        Ok(()) => log::info!("no graphics card was found, so the window is drawn without one"),
        Err(error) => log::warn!("how the window is drawn could not be chosen: {error}"),
    }
}

/// Other systems' web views choose well by themselves.
#[cfg(not(target_os = "linux"))]
pub(crate) fn choose(_: &tauri::WebviewWindow) {}

#[cfg(target_os = "linux")]
fn is_accelerated(asked: Option<&str>, has_card: impl FnOnce() -> bool) -> bool {
    match asked {
        Some("always") => true,
        Some("never") => false,
        _ => has_card(),
    }
}

/// A card that can draw has a render node that this person may open; a mere display output has none.
#[cfg(target_os = "linux")]
fn has_card(folder: &Path) -> bool {
    let nodes = std::fs::read_dir(folder).into_iter().flatten().flatten();
    nodes
        .filter(|node| node.file_name().to_string_lossy().starts_with("renderD"))
        .any(|node| std::fs::OpenOptions::new().read(true).write(true).open(node.path()).is_ok())
}
