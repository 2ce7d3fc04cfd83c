//! Out into files and in again: everything in one file for other libraries, out of such a file, and gone; one image.

use super::{Answer, App, aside, bad_request, downloads, failure};
use stoppress_model::{ArticleId, Exported, ImportedBag};
use stoppress_reader::ExportTarget;
use tauri::{
    AppHandle,
    ipc::{InvokeBody, Request},
};

#[tauri::command]
pub(super) async fn export_bag(app: App<'_>, handle: AppHandle) -> Answer<Exported> {
    let (reader, folder) = (app.inner().clone(), downloads(&handle)?);
    aside(move || reader.export_bag(ExportTarget::Folder(&folder))).await
}

#[tauri::command]
pub(super) async fn export_image(app: App<'_>, handle: AppHandle, id: ArticleId, key: String) -> Answer<Exported> {
    let (reader, folder) = (app.inner().clone(), downloads(&handle)?);
    aside(move || reader.export_image(id, &key, ExportTarget::Folder(&folder))).await
}

#[tauri::command]
pub(super) fn image_address(app: App<'_>, key: &str) -> Answer<String> {
    app.image_address(key).map_err(failure)
}

#[tauri::command]
pub(super) async fn import_bag(app: App<'_>, request: Request<'_>) -> Answer<ImportedBag> {
    let InvokeBody::Raw(bag) = request.body() else {
        return Err(bad_request("A file of Stop Press arrives as a file."));
    };
    let (reader, bag) = (app.inner().clone(), bag.clone());
    aside(move || reader.import_bag_bytes(&bag)).await
}

/// `saved` and `feeds` are what the reader was shown and agreed to.
#[tauri::command]
pub(super) async fn delete_everything(app: App<'_>, saved: u64, feeds: u64) -> Answer<()> {
    let reader = app.inner().clone();
    aside(move || reader.delete_everything(saved, feeds)).await
}
