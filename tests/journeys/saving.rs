//! Saved is saved: with its images, without a network, whatever happens to the feed.

use crate::world::{World, item, rss};
use stoppress_model::{ArticleId, SaveState};
use stoppress_reader::SyncScope;
use stoppress_support::{Response, picture::Scene};

fn picture() -> Vec<u8> {
    Scene::Turbines.png().to_vec()
}

fn png(bytes: Vec<u8>) -> Response {
    Response::ok("image/png", bytes)
}

fn world_with_pictures() -> (World, ArticleId) {
    let world = World::new();
    world.site.publish("/a.png", png(picture()));
    world.site.publish("/b.png", png(picture()));
    let body = "<p>Text with <a href='/more'>a link</a></p><img src='/a.png' alt='A'><img src='/b.png' alt='B'>";
    world.site.publish("/feed", rss(&[item(0, body)]));
    world.follow("/feed");
    let id = world.rows()[0].id;
    (world, id)
}

fn state(world: &World) -> (SaveState, u32) {
    let saved = world.reader.saved().unwrap();
    (saved[0].state, saved[0].missing_images)
}

/// As the window would: opens the article, then asks for each image by the key it was given.
fn images_shown(world: &World, id: ArticleId) -> usize {
    let page = world.reader.article_for_window(id, |key| format!("media://localhost/{key}")).unwrap();
    let keys: Vec<&str> = page.html.split("media://localhost/").skip(1).map(|rest| &rest[..64]).collect();
    assert_eq!(keys.len(), 2, "{}", page.html);
    keys.iter().filter(|key| world.wait(world.reader.image(key)).is_some_and(|image| image.bytes == picture())).count()
}

#[test]
fn a_saved_article_is_read_with_its_images_after_a_restart_without_a_network() {
    let (mut world, id) = world_with_pictures();
    let outcome = world.wait(world.reader.save(&[id])).unwrap();
    assert_eq!(outcome[0].state, Some(SaveState::Complete));
    world.site.stop();
    world.restart();
    assert_eq!(state(&world), (SaveState::Complete, 0));
    assert_eq!(images_shown(&world, id), 2);
    assert!(world.reader.article(id).unwrap().text.contains("Text with a link"));
}

#[test]
fn a_wish_without_a_network_waits_and_is_kept_when_the_network_is_back() {
    let (mut world, id) = world_with_pictures();
    world.site.stop();
    let outcome = world.wait(world.reader.save(&[id])).unwrap();
    assert_eq!(outcome[0].state, Some(SaveState::Waiting));
    assert!(world.reader.status().unwrap().offline);
    world.restart();
    assert_eq!(state(&world), (SaveState::Waiting, 0));
    world.site.restart_on_same_port();
    world.pass(7200);
    world.sync(SyncScope::Due);
    assert_eq!(state(&world), (SaveState::Complete, 0));
}

#[test]
fn missing_images_are_counted_and_fetched_later_by_themselves() {
    let (world, id) = world_with_pictures();
    world.site.withdraw("/b.png");
    world.wait(world.reader.save(&[id])).unwrap();
    assert_eq!(state(&world), (SaveState::Partial, 1));
    world.site.publish("/b.png", png(picture()));
    world.site.forget_requests();
    world.pass(7200);
    world.sync(SyncScope::Due);
    assert_eq!(state(&world), (SaveState::Complete, 0));
    assert!(world.site.requests_for("/a.png").is_empty(), "an image that is here is not fetched again");
}

#[test]
fn what_only_claims_to_be_an_image_is_missing_not_stored() {
    let (world, id) = world_with_pictures();
    world.site.publish("/a.png", Response::ok("image/png", "<svg xmlns='http://www.w3.org/2000/svg'></svg>"));
    world.site.publish("/b.png", Response::ok("image/png", "<html>blocked</html>"));
    world.wait(world.reader.save(&[id])).unwrap();
    assert_eq!(state(&world), (SaveState::Partial, 2));
}

#[test]
fn a_saved_article_outlives_its_feed_and_its_publishers_edits() {
    let (world, id) = world_with_pictures();
    world.wait(world.reader.save(&[id])).unwrap();
    world.site.publish("/feed", rss(&[item(0, "<p>Withdrawn</p>")]));
    world.pass(7200);
    world.sync(SyncScope::Due);
    let feed = world.reader.feeds().unwrap()[0].id;
    assert_eq!(world.reader.unfollow(feed).unwrap().kept_saved, 1);
    assert!(world.rows().is_empty());
    assert!(world.reader.article(id).unwrap().text.contains("Text with"));
    world.site.stop();
    assert_eq!(images_shown(&world, id), 2);
}

#[test]
fn images_are_asked_for_without_referer_and_cookies_and_never_in_a_private_network() {
    let (world, id) = world_with_pictures();
    let inside = World::new();
    inside.site.publish("/secret.png", png(picture()));
    let body = format!("<p>Text</p><img src='/a.png'><img src='{}'>", inside.site.url("/secret.png"));
    world.site.publish("/feed", rss(&[item(0, &body)]));
    world.pass(7200);
    world.sync(SyncScope::Due);
    world.site.forget_requests();
    world.wait(world.reader.save(&[id])).unwrap();
    assert_eq!(state(&world), (SaveState::Partial, 1));
    assert!(inside.site.requests().is_empty());
    let request = &world.site.requests_for("/a.png")[0];
    assert!(request.header("referer").is_none() && request.header("cookie").is_none());
}

#[test]
fn a_link_is_only_good_with_the_content_it_was_shown_in() {
    let (world, id) = world_with_pictures();
    let page = world.reader.article_for_window(id, |key| format!("media://localhost/{key}")).unwrap();
    assert!(page.html.contains("href=\"#link-0\""), "{}", page.html);
    assert_eq!(world.reader.link(id, 0, &page.content_key).unwrap(), world.site.url("/more"));
    assert!(world.reader.link(id, 1, &page.content_key).is_err());
    assert!(world.reader.link(id, 0, "another").is_err());
}

#[test]
fn a_backup_holds_the_saved_images_and_comes_back_whole() {
    let (mut world, id) = world_with_pictures();
    world.wait(world.reader.save(&[id])).unwrap();
    let copy = world.folder.join("copy.sqlite");
    world.reader.backup(&copy).unwrap();
    world.reader.unsave(id).unwrap();
    let kept = stoppress_reader::restore(&copy, world.reader.profile()).unwrap();
    assert!(kept.is_some_and(|path| path.exists()));
    world.restart();
    world.site.stop();
    assert_eq!(images_shown(&world, id), 2);
    assert!(stoppress_reader::restore(std::path::Path::new("/dev/null"), world.reader.profile()).is_err());
}
