//! The window itself: made in code, so that navigation and new windows are refused from the first moment.

use std::path::Path;
use tauri::{AppHandle, WebviewWindowBuilder, webview::NewWindowResponse};

#[cfg(target_os = "linux")]
const CRASHES_WITHIN: std::time::Duration = std::time::Duration::from_secs(60);
#[cfg(target_os = "linux")]
const MOST_CRASHES: usize = 3;

/// Opens the one window. What the web view remembers of itself stands in the profile, so that two profiles know nothing of
/// each other.
pub(crate) fn open(app: &AppHandle, profile: &Path, visible: bool) -> tauri::Result<()> {
    let config = app.config().app.windows.first().ok_or(tauri::Error::WindowNotFound)?.clone();
    let window = WebviewWindowBuilder::from_config(app, &config)?
        .visible(visible)
        .data_directory(profile.join("webview"))
        .on_navigation(|url| {
            let own = is_own(url);
            if !own {
                log::warn!("the page tried to leave for {}", url.host_str().unwrap_or_default());
            }
            own
        })
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        // For "copy link": the page may write the clipboard; it holds nothing that could read it unasked.
        .enable_clipboard_access()
        .build()?;
    crate::drawing::begin(&window, profile);
    reload_after_crash(&window);
    keep_little(&window);
    Ok(())
}

/// The app's one page, under either of its names, whatever fragment is asked for. Any other path of the app's own origin
/// would be a page without its text.
fn is_own(url: &tauri::Url) -> bool {
    matches!(url.path(), "" | "/" | "/index.html") && url.query().is_none() && is_own_origin(url)
}

fn is_own_origin(url: &tauri::Url) -> bool {
    let development = cfg!(dev) && url.host_str() == Some("127.0.0.1") && url.port() == Some(1420);
    let windows =
        cfg!(windows) && url.scheme() == "http" && url.host_str() == Some("tauri.localhost") && url.port().is_none();
    (url.scheme() == "tauri" && url.host_str() == Some("localhost")) || windows || development
}

/// The web view keeps pages that were left, for a browser that goes back to them. Here is one page that is never left. What it
/// fetched it may keep: with the smallest cache a start took two fifths longer (docs/notes/figures.md).
#[cfg(target_os = "linux")]
fn keep_little(window: &tauri::WebviewWindow) {
    use webkit2gtk::{SettingsExt, WebViewExt};
    let set = window.with_webview(|webview| {
        if let Some(settings) = WebViewExt::settings(&webview.inner()) {
            settings.set_enable_page_cache(false);
        }
    });
    if let Err(error) = set {
        log::warn!("the web view keeps more in memory than it needs: {error}");
    }
}

/// Other systems' web views choose by themselves.
#[cfg(not(target_os = "linux"))]
fn keep_little(_: &tauri::WebviewWindow) {}

/// The web process may crash; the page comes back, and everything it knew is in the library. A page that crashes again
/// and again is left alone after a few times, so that the machine stays usable.
#[cfg(target_os = "linux")]
fn reload_after_crash(window: &tauri::WebviewWindow) {
    use std::{cell::RefCell, time::Instant};
    use webkit2gtk::WebViewExt;
    let hooked = window.with_webview(|webview| {
        let crashes: RefCell<Vec<Instant>> = RefCell::default();
        webview.inner().connect_web_process_terminated(move |view, reason| {
            let mut crashes = crashes.borrow_mut();
            crashes.retain(|at| at.elapsed() < CRASHES_WITHIN);
            crashes.push(Instant::now());
            if crashes.len() > MOST_CRASHES {
                log::error!(
                    "the web process ended ({reason:?}) {} times in a minute; start the app again",
                    crashes.len()
                );
                return;
            }
            log::error!("the web process ended ({reason:?}); the window is loaded again");
            view.reload();
        });
    });
    if let Err(error) = hooked {
        log::warn!("a crash of the web process will not be noticed: {error}");
    }
}

#[cfg(not(target_os = "linux"))]
fn reload_after_crash(_: &tauri::WebviewWindow) {}
