//! An empty window that says when its page is painted, in the words of the app.

use std::time::Instant;

use tauri::WebviewWindowBuilder;

fn main() {
    let began = Instant::now();
    let app = tauri::Builder::default().setup(move |app| {
        let config = app.config().app.windows.first().cloned().ok_or(tauri::Error::WindowNotFound)?;
        WebviewWindowBuilder::from_config(app.handle(), &config)?
            // The page sets its title after its second frame: a word from the page without a command.
            .on_document_title_changed(move |_, title| {
                if title == "painted" {
                    eprintln!("first rows painted after {} ms", began.elapsed().as_millis());
                }
            })
            .build()?;
        Ok(())
    });
    if let Err(error) = app.run(tauri::generate_context!()) {
        eprintln!("the empty window could not be opened: {error}");
    }
}
