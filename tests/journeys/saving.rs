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
    let page = world.reader.article_for_window(id, None, false, |key| format!("media://localhost/{key}")).unwrap();
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
    let page = world.reader.article_for_window(id, None, false, |key| format!("media://localhost/{key}")).unwrap();
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
}

#[test]
fn what_is_no_library_of_ours_is_refused_and_the_library_stays() {
    let (world, id) = world_with_pictures();
    world.wait(world.reader.save(&[id])).unwrap();
    let check = |name: &str, bytes: &[u8]| {
        let file = world.folder.join(name);
        std::fs::write(&file, bytes).unwrap();
        let refused = stoppress_reader::restore(&file, world.reader.profile()).unwrap_err().to_string();
        assert!(refused.contains("nothing was changed"), "{refused}");
    };
    check("empty", b"");
    check("text", b"hello, this is a text and no library");
    assert!(stoppress_reader::restore(std::path::Path::new("/dev/null"), world.reader.profile()).is_err());
    assert_eq!(state(&world), (SaveState::Complete, 0));
}

#[test]
fn more_pictures_than_are_fetched_are_counted_as_missing() {
    let world = World::new();
    let most = stoppress_reader::caps::IMAGES_SAVED;
    let images: String = (0..most + 3).map(|n| format!("<img src='/i{n}.png'>")).collect();
    world.site.publish("/feed", rss(&[item(0, &format!("<p>Text</p>{images}"))]));
    for number in 0..most + 3 {
        world.site.publish(&format!("/i{number}.png"), png(picture()));
    }
    world.follow("/feed");
    world.wait(world.reader.save(&[world.rows()[0].id])).unwrap();
    assert_eq!(state(&world), (SaveState::Partial, 3));
}

#[cfg(unix)]
#[test]
fn a_profile_that_cannot_be_written_can_be_read_and_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let (mut world, id) = world_with_pictures();
    world.wait(world.reader.save(&[id])).unwrap();
    let profile = world.reader.profile().to_owned();
    assert_eq!(std::fs::metadata(profile.join("library.sqlite")).unwrap().permissions().mode() & 0o777, 0o600);
    world.close();
    let set = |folder: u32, file: u32| {
        std::fs::set_permissions(profile.join("library.sqlite"), std::fs::Permissions::from_mode(file)).unwrap();
        std::fs::set_permissions(&profile, std::fs::Permissions::from_mode(folder)).unwrap();
    };
    set(0o500, 0o400);
    if std::fs::write(profile.join("probe"), b"").is_ok() {
        println!("skipped: this user may write everywhere, so a read-only folder cannot be made");
        set(0o700, 0o600);
        return;
    }
    world.restart();
    assert!(world.reader.read_only().is_some());
    assert_eq!(state(&world), (SaveState::Complete, 0));
    assert!(world.reader.mark(&[id], true).is_err());
    assert!(world.wait(world.reader.sync(SyncScope::All)).is_err());
    set(0o700, 0o600);
}

#[test]
fn a_page_that_was_saved_is_the_story_that_its_source_brings_later() {
    let world = World::new();
    let text = "<p>The harbour board heard the pilots, who asked for a second gauge on the north mole.</p>".repeat(8);
    let page = format!("<title>Headline 1 - The Tide</title><article><h1>Headline 1</h1>{text}</article>");
    world.site.publish("/story/1", Response::html(page));
    world.site.publish("/feed", rss(&[item(1, "<p>Text</p>"), item(2, "<p>Text</p>")]));
    let saved = world.wait(world.reader.save_page(&world.site.url("/story/1"))).unwrap();
    world.follow("/feed");
    let row = world.rows().into_iter().find(|row| row.id == saved.id).expect("it has the place of the saved one");
    assert!(row.saved && !row.read);
    world.wait(world.reader.save(&[row.id])).unwrap();
    assert_eq!(world.reader.saved().unwrap().len(), 1);
    // Gone from what is saved, it is a story of its source as any other.
    world.reader.unsave(row.id).unwrap();
    assert_eq!(world.rows().len(), 2);
    assert!(world.reader.check().unwrap().is_empty());
}
