//! Whether the page is drawn by a graphics card or by the processor.
//!
//! WebKitGTK composites with OpenGL unless told otherwise. Where its driver draws wrongly, or where there is no card and
//! OpenGL in software is dear, the reader can turn that off with `STOPPRESS_ACCELERATION=never`. It is not turned off by
//! itself: without compositing, pictures in an article were painted late or not at all in the reader's day.

#[cfg(target_os = "linux")]
const VARIABLE: &str = "STOPPRESS_ACCELERATION";

/// Chooses how the window draws, before its page is loaded.
#[cfg(target_os = "linux")]
pub(crate) fn choose(window: &tauri::WebviewWindow) {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    if std::env::var_os(VARIABLE).is_none_or(|asked| asked != "never") {
        return;
    }
    let chosen = window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    });
    match chosen {
        Ok(()) => log::info!("the window is drawn without a graphics card, as {VARIABLE} asks"),
        Err(error) => log::warn!("how the window is drawn could not be chosen: {error}"),
    }
}

/// Other systems' web views choose well by themselves.
#[cfg(not(target_os = "linux"))]
pub(crate) fn choose(_: &tauri::WebviewWindow) {}
