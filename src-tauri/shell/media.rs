//! Images for the window: `media://localhost/<64 hex>`, and with `?play` behind it one that moves does move; else its first
//! frame is shown. Never HTML, never SVG, never an address of the web.

use stoppress_reader::Reader;
use tauri::{
    Manager, Runtime, UriSchemeContext, UriSchemeResponder,
    http::{Request, Response, StatusCode, header},
};

/// The address under which the window finds the image with this key.
pub(crate) fn address(key: &str) -> String {
    if cfg!(any(windows, target_os = "android")) {
        format!("http://media.localhost/{key}")
    } else {
        format!("media://localhost/{key}")
    }
}

pub(crate) fn answer<R: Runtime>(
    context: UriSchemeContext<'_, R>,
    request: Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let reader = context.app_handle().state::<Reader>().inner().clone();
    let key = request.uri().path().trim_start_matches('/').to_owned();
    let plays = request.uri().query() == Some("play");
    tauri::async_runtime::spawn(async move {
        let found = if plays { reader.moving_image(&key).await } else { reader.image(&key).await };
        let (status, mime, bytes) = match found {
            Some(image) => (StatusCode::OK, image.mime, image.bytes),
            None => (StatusCode::NOT_FOUND, "text/plain".into(), Vec::new()),
        };
        let response = Response::builder()
            .status(status)
            .header(header::CONTENT_TYPE, mime)
            .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
            .header(header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox")
            .header("Cross-Origin-Resource-Policy", "same-site")
            .header(header::CACHE_CONTROL, "no-store")
            .body(bytes);
        match response {
            Ok(response) => responder.respond(response),
            Err(error) => log::error!("an image could not be answered: {error}"),
        }
    });
}
