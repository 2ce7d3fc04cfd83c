//! What the window does with sources: looking, following, folders, lists, and the way to their sites.

use super::{Answer, App, MOST_IDS, aside, bad_request, failure, open_outside};
use crate::media;
use stoppress_model::{
    Changed, Check, Feed, FeedId, FeedSettings, FeedStatistics, FeedVolume, FollowAs, Followed, Found, Imported,
    ListChoice, ListPreview, Older, Pack, PublisherLink, SignIn, TextMode, Unfollowed,
};
use tauri::ipc::{InvokeBody, Request};

#[tauri::command]
pub(super) async fn set_text_mode(app: App<'_>, feed: FeedId, mode: TextMode) -> Answer<()> {
    let reader = app.inner().clone();
    aside(move || reader.set_text_mode(feed, mode)).await
}

/// A feed with its icon where the window finds it.
fn drawn(feed: Feed) -> Feed {
    Feed { icon: feed.icon.as_deref().map(media::address), ..feed }
}

#[tauri::command]
pub(super) async fn feeds(app: App<'_>) -> Answer<Vec<Feed>> {
    let reader = app.inner().clone();
    Ok(aside(move || reader.feeds()).await?.into_iter().map(drawn).collect())
}

fn drawn_in(followed: Followed) -> Followed {
    match followed {
        Followed::Followed { feed, already, new_articles } => {
            Followed::Followed { feed: Box::new(drawn(*feed)), already, new_articles }
        }
        candidates => candidates,
    }
}

#[tauri::command]
pub(super) async fn look_at(app: App<'_>, url: String, ask_first: Option<bool>) -> Answer<Found> {
    app.look_at(&url, ask_first == Some(true)).await.map_err(failure)
}

#[tauri::command]
pub(super) async fn look_icon(app: App<'_>, look: u32, place: usize) -> Answer<Option<String>> {
    Ok(app.look_icon(look, place).await.map_err(failure)?.as_deref().map(media::address))
}

#[tauri::command]
pub(super) async fn find_address(app: App<'_>, feed: FeedId) -> Answer<Found> {
    app.find_address(feed).await.map_err(failure)
}

#[tauri::command]
pub(super) async fn change_address(app: App<'_>, feed: FeedId, look: u32, place: usize) -> Answer<Feed> {
    app.change_address(feed, look, place).await.map(drawn).map_err(failure)
}

#[tauri::command]
pub(super) fn end_look(app: App<'_>) {
    app.end_look();
}

#[tauri::command]
pub(super) async fn follow_found(app: App<'_>, look: u32, place: usize, wish: FollowAs) -> Answer<Followed> {
    app.follow_found(look, place, &wish).await.map(drawn_in).map_err(failure)
}

#[tauri::command]
pub(super) async fn unfollow(app: App<'_>, feed: FeedId) -> Answer<Unfollowed> {
    let reader = app.inner().clone();
    aside(move || reader.unfollow(feed)).await
}

#[tauri::command]
pub(super) async fn rename_feed(app: App<'_>, feed: FeedId, title: String) -> Answer<Feed> {
    let reader = app.inner().clone();
    aside(move || reader.rename_feed(feed, &title)).await.map(drawn)
}

/// The password goes from here to the keychain and is not kept otherwise.
#[tauri::command]
pub(super) async fn sign_in_to(app: App<'_>, feed: FeedId, user: String, password: String) -> Answer<SignIn> {
    app.sign_in_to(feed, &user, &password).await.map_err(failure)
}

#[tauri::command]
pub(super) async fn sign_out_of(app: App<'_>, feed: FeedId) -> Answer<()> {
    app.sign_out_of(feed).await.map_err(failure)
}

#[tauri::command]
pub(super) async fn move_feeds(app: App<'_>, feeds: Vec<FeedId>, folder: Option<String>) -> Answer<Changed> {
    let reader = app.inner().clone();
    aside(move || reader.move_feeds(&feeds[..feeds.len().min(MOST_IDS)], folder.as_deref())).await
}

#[tauri::command]
pub(super) async fn rename_folder(app: App<'_>, from: String, to: String) -> Answer<Changed> {
    let reader = app.inner().clone();
    aside(move || reader.rename_folder(&from, &to)).await
}

#[tauri::command]
pub(super) async fn delete_folder(app: App<'_>, name: String) -> Answer<Changed> {
    let reader = app.inner().clone();
    aside(move || reader.delete_folder(&name)).await
}

#[tauri::command]
pub(super) async fn set_feed_settings(app: App<'_>, feed: FeedId, settings: FeedSettings) -> Answer<Feed> {
    let reader = app.inner().clone();
    aside(move || reader.set_feed_settings(feed, &settings)).await.map(drawn)
}

#[tauri::command]
pub(super) async fn load_older(app: App<'_>, feed: FeedId) -> Answer<Older> {
    app.load_older(feed).await.map_err(failure)
}

#[tauri::command]
pub(super) async fn feed_checks(app: App<'_>, feed: FeedId) -> Answer<Vec<Check>> {
    let reader = app.inner().clone();
    aside(move || reader.feed_checks(feed)).await
}

#[tauri::command]
pub(super) async fn feed_statistics(app: App<'_>, feed: FeedId) -> Answer<FeedStatistics> {
    let reader = app.inner().clone();
    aside(move || reader.feed_statistics(feed)).await
}

#[tauri::command]
pub(super) async fn volumes(app: App<'_>) -> Answer<Vec<FeedVolume>> {
    let reader = app.inner().clone();
    aside(move || reader.volumes()).await
}

#[tauri::command]
pub(super) fn packs(app: App<'_>) -> Vec<Pack> {
    app.packs()
}

#[tauri::command]
pub(super) async fn follow_pack(app: App<'_>, id: String) -> Answer<Imported> {
    let reader = app.inner().clone();
    aside(move || reader.follow_pack(&id)).await
}

#[tauri::command]
pub(super) async fn preview_opml(app: App<'_>, request: Request<'_>) -> Answer<ListPreview> {
    let InvokeBody::Raw(list) = request.body() else {
        return Err(bad_request("A subscription list arrives as a file."));
    };
    let (reader, list) = (app.inner().clone(), list.clone());
    aside(move || reader.preview_opml(&list)).await
}

#[tauri::command]
pub(super) async fn import_lists(app: App<'_>, choices: Vec<ListChoice>) -> Answer<Imported> {
    let reader = app.inner().clone();
    aside(move || reader.import_lists(&choices)).await
}

#[tauri::command]
pub(super) fn cancel_import(app: App<'_>) {
    app.cancel_import();
}

#[tauri::command]
pub(super) fn forget_lists(app: App<'_>) {
    app.forget_lists();
}

#[tauri::command]
pub(super) async fn publisher_links(app: App<'_>, feed: FeedId) -> Answer<Vec<PublisherLink>> {
    app.publisher_links(feed).await.map_err(failure)
}

#[tauri::command]
pub(super) async fn open_publisher_link(app: App<'_>, feed: FeedId, link: usize) -> Answer<()> {
    open_outside(&app.publisher_link(feed, link).map_err(failure)?)
}

#[tauri::command]
pub(super) async fn open_sign_in(app: App<'_>) -> Answer<()> {
    // Signed in meanwhile: there is nothing to open.
    app.sign_in_address().map_or(Ok(()), |address| open_outside(&address))
}

#[tauri::command]
pub(super) async fn open_home(app: App<'_>, feed: FeedId) -> Answer<()> {
    open_outside(&app.home(feed).map_err(failure)?)
}
