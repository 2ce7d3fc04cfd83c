//! What the page may ask for: ids and small values in, values out. Each command is one call of the reader.

mod bag;
mod desk;
pub(crate) mod moving;
mod program;
mod sources;
mod start;
mod versions;
mod voice;

use crate::{media, outside};
use std::{collections::BTreeMap, path::PathBuf};
use stoppress_model::{
    Activity, ArticleId, ArticlePage, Changed, CleanedUp, Comments, Edit, ErrorCode, ExportFormat, Exported, Failure,
    FeedId, ImportedSaved, Mute, MuteId, NewMute, Packed, PlainText, SaveOutcome, SavedArticle, SearchOrder,
    SearchResults, Settings, ShownText, Status, Storage, SyncSummary, TickerPage, TickerQuery, TickerRow, Undone,
};
use stoppress_reader::{ExportTarget, ExportWhat, Reader, ReaderError, SyncScope};
use tauri::{AppHandle, Manager, State, WebviewWindow, ipc::InvokeBody, ipc::Request};

type Answer<T> = Result<T, Failure>;
type App<'a> = State<'a, Reader>;

/// Ids in one call.
const MOST_IDS: usize = 5_000;
/// Rows in one call.
const MOST_ROWS: u32 = 1_000;

/// Every command, for the builder.
pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        program::about,
        activity,
        desk::add_notify_rule,
        animated_images,
        article,
        article_markdown,
        cancel_export,
        sources::cancel_import,
        cancel_pack,
        cancel_sync,
        sources::change_address,
        clean_up,
        program::clipboard_address,
        close_window,
        comments,
        bag::delete_everything,
        sources::delete_folder,
        desk::desktop,
        desk::menu_bar,
        program::diagnostics,
        program::draw_safely,
        program::drawing,
        sources::end_look,
        edits,
        sources::feed_checks,
        sources::feed_statistics,
        sources::volumes,
        bag::export_bag,
        bag::export_image,
        bag::image_address,
        export_feeds,
        export_saved,
        sources::feeds,
        sources::find_address,
        start::first_picture,
        start::first_rows_painted,
        sources::follow_found,
        sources::follow_pack,
        full_story,
        program::handed,
        program::handed_file,
        hide,
        voice::hush,
        voice::say,
        voice::voices,
        versions::install_version,
        versions::look_for_version,
        bag::import_bag,
        sources::import_lists,
        sources::preview_opml,
        sources::forget_lists,
        import_saved,
        sources::look_at,
        sources::look_icon,
        mark_all_read,
        mark_read,
        mark_seen,
        mark_unread,
        sources::move_feeds,
        moving::move_library,
        mute,
        mute_matches,
        mutes,
        desk::notify_rules,
        open_comments,
        sources::open_home,
        open_link,
        open_original,
        sources::open_publisher_link,
        sources::open_sign_in,
        pack,
        sources::packs,
        moving::pick_folder,
        print,
        quit,
        sources::publisher_links,
        remember,
        desk::remove_notify_rule,
        sources::rename_feed,
        sources::rename_folder,
        retry_save,
        save_article,
        save_page,
        saved,
        search,
        sources::load_older,
        sources::set_feed_settings,
        set_position,
        change_settings,
        set_tags,
        sources::set_text_mode,
        settings,
        show_export,
        sources::sign_in_to,
        sources::sign_out_of,
        snippets,
        status,
        storage,
        sync,
        ticker,
        ticker_rows,
        redo,
        undo,
        sources::unfollow,
        unmute,
        unsave_article,
        window_state,
        zoom,
    ]
}

fn failure(error: ReaderError) -> Failure {
    let failure = error.failure();
    if matches!(failure.code, ErrorCode::Internal | ErrorCode::Profile) {
        log::error!("{}", failure.message);
    }
    failure
}

fn bad_request(message: &str) -> Failure {
    Failure { code: ErrorCode::BadRequest, message: message.to_owned() }
}

/// Reading and cleaning may take a while; the window's thread must not wait for it.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> stoppress_reader::Result<T> + Send + 'static) -> Answer<T> {
    match tauri::async_runtime::spawn_blocking(work).await {
        Ok(outcome) => outcome.map_err(failure),
        Err(error) => Err(failure(ReaderError::Internal(error.to_string()))),
    }
}

#[tauri::command]
async fn ticker(app: App<'_>, query: TickerQuery) -> Answer<TickerPage> {
    let reader = app.inner().clone();
    let limit = if query.limit == 0 { MOST_ROWS } else { query.limit.min(MOST_ROWS) };
    aside(move || reader.ticker(&TickerQuery { limit, ..query })).await
}

#[tauri::command]
async fn ticker_rows(app: App<'_>, ids: Vec<ArticleId>) -> Answer<Vec<TickerRow>> {
    let reader = app.inner().clone();
    aside(move || reader.ticker_rows(capped(&ids))).await
}

#[tauri::command]
async fn article(app: App<'_>, id: ArticleId, shown: Option<ShownText>, images: Option<bool>) -> Answer<ArticlePage> {
    let reader = app.inner().clone();
    aside(move || reader.article_for_window(id, shown, images == Some(true), media::address)).await
}

#[tauri::command]
fn animated_images(app: App<'_>, id: ArticleId) -> Vec<String> {
    app.animated_images(id, media::address)
}

#[tauri::command]
async fn full_story(app: App<'_>, id: ArticleId) -> Answer<ArticlePage> {
    app.full_story(id).await.map_err(failure)?;
    let reader = app.inner().clone();
    aside(move || reader.article_for_window(id, Some(ShownText::Full), false, media::address)).await
}

#[tauri::command]
async fn comments(app: App<'_>, id: ArticleId) -> Answer<Comments> {
    app.comments_for_window(id).await.map_err(failure)
}

#[tauri::command]
async fn set_position(app: App<'_>, id: ArticleId, position: f64) -> Answer<()> {
    let reader = app.inner().clone();
    aside(move || reader.set_position(id, position)).await
}

#[tauri::command]
async fn remember(app: App<'_>, name: String, value: String) -> Answer<()> {
    let reader = app.inner().clone();
    aside(move || reader.remember(&name, &value)).await
}

#[tauri::command]
async fn set_tags(app: App<'_>, id: ArticleId, tags: Vec<String>) -> Answer<Vec<PlainText>> {
    let reader = app.inner().clone();
    aside(move || reader.set_tags(id, &tags)).await
}

#[tauri::command]
async fn pack(app: App<'_>, newest: Option<u32>, budget_mb: Option<u32>) -> Answer<Packed> {
    app.pack(newest, budget_mb).await.map_err(failure)
}

#[tauri::command]
fn cancel_pack(app: App<'_>) {
    app.cancel_pack();
}

#[tauri::command]
async fn article_markdown(app: App<'_>, id: ArticleId) -> Answer<String> {
    let reader = app.inner().clone();
    aside(move || reader.article_markdown(id)).await
}

/// Without ids: everything saved.
#[tauri::command]
async fn export_saved(
    app: App<'_>,
    handle: AppHandle,
    ids: Option<Vec<ArticleId>>,
    format: ExportFormat,
) -> Answer<Exported> {
    let what = match ids {
        None => ExportWhat::Saved,
        Some(ids) if ids.len() > MOST_IDS => return Err(bad_request("These are too many stories for one file.")),
        Some(ids) => ExportWhat::Articles(ids),
    };
    let (reader, folder) = (app.inner().clone(), downloads(&handle)?);
    aside(move || reader.export_saved(&what, format, ExportTarget::Folder(&folder))).await
}

#[tauri::command]
async fn export_feeds(of: Option<String>, app: App<'_>, handle: AppHandle) -> Answer<Exported> {
    let (reader, folder) = (app.inner().clone(), downloads(&handle)?);
    aside(move || reader.export_feeds(of.as_deref(), ExportTarget::Folder(&folder))).await
}

#[tauri::command]
fn cancel_export(app: App<'_>) {
    app.cancel_export();
}

/// The folder of the last export, in the system's file manager.
#[tauri::command]
async fn show_export(app: App<'_>) -> Answer<()> {
    let folder = app.last_export().map_err(failure)?;
    outside::open(folder).map_err(|error| Failure {
        code: ErrorCode::Internal,
        message: format!("The folder could not be opened: {error}."),
    })
}

/// The system's print dialog over what the window shows.
#[tauri::command]
fn print(window: WebviewWindow) -> Answer<()> {
    window.print().map_err(|error| Failure {
        code: ErrorCode::Internal,
        message: format!("The print dialog could not be opened: {error}."),
    })
}

/// Draws everything in the window so many times its size, from half to four times.
#[tauri::command]
fn zoom(window: WebviewWindow, factor: f64) -> Answer<()> {
    window.set_zoom(factor.clamp(0.5, 4.0)).map_err(|error| Failure {
        code: ErrorCode::Internal,
        message: format!("The size of the window's content could not be changed: {error}."),
    })
}

/// Ends the app, whatever closing the window does.
#[tauri::command]
fn quit(handle: AppHandle) {
    crate::closing::quit(&handle);
}

/// Closes the window as its own button does.
#[tauri::command]
fn close_window(window: WebviewWindow) -> Answer<()> {
    window.close().map_err(|error| Failure {
        code: ErrorCode::Internal,
        message: format!("The window could not be closed: {error}."),
    })
}

/// Where files that the reader asked for go.
fn downloads(handle: &AppHandle) -> Answer<PathBuf> {
    let path = handle.path();
    path.download_dir().or_else(|_| path.document_dir()).or_else(|_| path.home_dir()).map_err(|error| Failure {
        code: ErrorCode::Internal,
        message: format!("This system names no folder for files: {error}."),
    })
}

#[tauri::command]
async fn save_page(app: App<'_>, url: String) -> Answer<SaveOutcome> {
    app.save_page(&url).await.map_err(failure)
}

#[tauri::command]
async fn mark_read(app: App<'_>, ids: Vec<ArticleId>) -> Answer<Changed> {
    let reader = app.inner().clone();
    aside(move || reader.mark(capped(&ids), true)).await
}

#[tauri::command]
async fn mark_seen(app: App<'_>, ids: Vec<ArticleId>) -> Answer<Changed> {
    let reader = app.inner().clone();
    aside(move || reader.mark_seen(capped(&ids))).await
}

#[tauri::command]
async fn mark_unread(app: App<'_>, ids: Vec<ArticleId>) -> Answer<Changed> {
    let reader = app.inner().clone();
    aside(move || reader.mark(capped(&ids), false)).await
}

#[tauri::command]
async fn hide(app: App<'_>, ids: Vec<ArticleId>, hidden: bool) -> Answer<Changed> {
    let reader = app.inner().clone();
    aside(move || reader.hide(capped(&ids), hidden)).await
}

#[tauri::command]
async fn snippets(app: App<'_>, ids: Vec<ArticleId>) -> Answer<BTreeMap<ArticleId, PlainText>> {
    let reader = app.inner().clone();
    aside(move || reader.snippets(capped(&ids))).await
}

#[tauri::command]
async fn mark_all_read(app: App<'_>, query: TickerQuery) -> Answer<Changed> {
    let reader = app.inner().clone();
    aside(move || reader.mark_all_read(&query)).await
}

#[tauri::command]
async fn save_article(app: App<'_>, id: ArticleId) -> Answer<SaveOutcome> {
    save(app.inner(), id).await
}

#[tauri::command]
async fn retry_save(app: App<'_>, id: ArticleId) -> Answer<SaveOutcome> {
    save(app.inner(), id).await
}

async fn save(reader: &Reader, id: ArticleId) -> Answer<SaveOutcome> {
    reader.save(&[id]).await.map_err(failure)?.pop().ok_or_else(|| bad_request("There was nothing to save."))
}

#[tauri::command]
async fn unsave_article(app: App<'_>, id: ArticleId) -> Answer<SaveOutcome> {
    let reader = app.inner().clone();
    aside(move || reader.unsave(id)).await
}

#[tauri::command]
async fn saved(app: App<'_>) -> Answer<Vec<SavedArticle>> {
    let reader = app.inner().clone();
    let drawn = |saved: SavedArticle| SavedArticle { icon: saved.icon.as_deref().map(media::address), ..saved };
    Ok(aside(move || reader.saved()).await?.into_iter().map(drawn).collect())
}

#[tauri::command]
async fn mutes(app: App<'_>) -> Answer<Vec<Mute>> {
    let reader = app.inner().clone();
    aside(move || reader.mutes()).await
}

#[tauri::command]
async fn mute(app: App<'_>, new: NewMute) -> Answer<Mute> {
    let reader = app.inner().clone();
    aside(move || reader.mute(&new)).await
}

#[tauri::command]
async fn unmute(app: App<'_>, id: MuteId) -> Answer<()> {
    let reader = app.inner().clone();
    aside(move || reader.unmute(id)).await
}

#[tauri::command]
async fn mute_matches(app: App<'_>, new: NewMute) -> Answer<u64> {
    let reader = app.inner().clone();
    aside(move || reader.mute_matches(&new)).await
}

#[tauri::command]
async fn activity(app: App<'_>, limit: u32) -> Answer<Activity> {
    let reader = app.inner().clone();
    aside(move || reader.activity(limit)).await
}

#[tauri::command]
async fn edits(app: App<'_>, id: ArticleId) -> Answer<Vec<Edit>> {
    let reader = app.inner().clone();
    aside(move || reader.edits(id)).await
}

#[tauri::command]
async fn search(
    app: App<'_>,
    query: String,
    limit: u32,
    order: Option<SearchOrder>,
    below: Option<ArticleId>,
) -> Answer<SearchResults> {
    let reader = app.inner().clone();
    aside(move || reader.search_below(&query, limit, order.unwrap_or_default(), below)).await
}

#[tauri::command]
async fn import_saved(app: App<'_>, request: Request<'_>) -> Answer<ImportedSaved> {
    let InvokeBody::Raw(list) = request.body() else {
        return Err(bad_request("A list of saved articles arrives as a file."));
    };
    let (reader, list) = (app.inner().clone(), list.clone());
    aside(move || reader.import_saved(&list)).await
}

#[tauri::command]
async fn sync(app: App<'_>, feed: Option<FeedId>) -> Answer<SyncSummary> {
    app.sync(feed.map_or(SyncScope::Refresh, SyncScope::Feed)).await.map_err(failure)
}

#[tauri::command]
fn cancel_sync(app: App<'_>) {
    app.cancel_sync();
}

#[tauri::command]
async fn status(app: App<'_>) -> Answer<Status> {
    let reader = app.inner().clone();
    aside(move || reader.status()).await
}

#[tauri::command]
async fn storage(app: App<'_>) -> Answer<Storage> {
    let reader = app.inner().clone();
    aside(move || reader.storage()).await
}

#[tauri::command]
async fn clean_up(app: App<'_>) -> Answer<CleanedUp> {
    let reader = app.inner().clone();
    aside(move || reader.clean_up()).await
}

#[tauri::command]
async fn settings(app: App<'_>) -> Answer<Settings> {
    let reader = app.inner().clone();
    aside(move || reader.settings()).await
}

#[tauri::command]
async fn change_settings(
    app: App<'_>,
    handle: AppHandle,
    change: serde_json::Map<String, serde_json::Value>,
) -> Answer<Settings> {
    let reader = app.inner().clone();
    let (before, now) = aside(move || Ok((reader.settings()?, reader.change_settings(change)?))).await?;
    desk::settle(&handle, &before, &now);
    Ok(now)
}

#[tauri::command]
async fn redo(app: App<'_>) -> Answer<Undone> {
    let reader = app.inner().clone();
    aside(move || reader.redo()).await
}

#[tauri::command]
async fn undo(app: App<'_>, action: Option<String>) -> Answer<Undone> {
    let reader = app.inner().clone();
    aside(move || reader.undo(action.as_deref())).await
}

#[tauri::command]
fn window_state(app: App<'_>, visible: bool) {
    app.window_state(visible);
}

#[tauri::command]
async fn open_link(app: App<'_>, id: ArticleId, link: usize, content_key: String) -> Answer<()> {
    open_outside(&app.link(id, link, &content_key).map_err(failure)?)
}

#[tauri::command]
async fn open_original(app: App<'_>, id: ArticleId) -> Answer<()> {
    open_outside(&app.original(id).map_err(failure)?)
}

#[tauri::command]
async fn open_comments(app: App<'_>, id: ArticleId) -> Answer<()> {
    open_outside(&app.comments_address(id).map_err(failure)?)
}

/// The system's browser or mail program, with one normalised http, https or mailto address and never through a shell.
fn open_outside(address: &str) -> Answer<()> {
    let address = tauri::Url::parse(address).map_err(|_| bad_request("This link leads nowhere."))?;
    if !matches!(address.scheme(), "http" | "https" | "mailto") {
        return Err(bad_request("This kind of link is not opened."));
    }
    outside::open(address.as_str()).map_err(|error| Failure {
        code: ErrorCode::Internal,
        message: format!("The system’s browser could not be opened: {error}."),
    })
}

fn capped(ids: &[ArticleId]) -> &[ArticleId] {
    &ids[..ids.len().min(MOST_IDS)]
}
