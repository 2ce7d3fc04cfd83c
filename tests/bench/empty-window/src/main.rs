//! An empty window that says when its page is painted, in the words of the app.

use std::time::Instant;

use tauri::WebviewWindowBuilder;

fn main() {
    let began = Instant::now();
    let app = tauri::Builder::default().setup(move |app| {
        let config = app.config().app.windows.first().cloned().ok_or(tauri::Error::WindowNotFound)?;
        let window = WebviewWindowBuilder::from_config(app.handle(), &config)?
            // The page sets its title after its second frame: a word from the page without a command.
            .on_document_title_changed(move |_, title| {
                if title == "painted" {
                    eprintln!("first rows painted after {} ms", began.elapsed().as_millis());
                }
            })
            .build()?;
        draw(&window)?;
        Ok(())
    });
    if let Err(error) = app.run(tauri::generate_context!()) {
        eprintln!("the empty window could not be opened: {error}");
    }
}

/// As the app draws where it is told to do without a graphics card.
#[cfg(target_os = "linux")]
fn draw(window: &tauri::WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    if std::env::var_os("STOPPRESS_ACCELERATION").is_none_or(|asked| asked != "never") {
        return Ok(());
    }
    window.with_webview(|webview| {
        if let Some(settings) = webview.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

#[cfg(not(target_os = "linux"))]
fn draw(_: &tauri::WebviewWindow) -> tauri::Result<()> {
    Ok(())
}
