//! Every limit of asking just below, at and just above it.

use crate::world::{World, item, rss};
use stoppress_model::SaveState;
use stoppress_reader::{FollowOptions, caps};
use stoppress_support::{Response, picture::Scene};

/// Follows `/feed` and says whether that worked.
fn follows(world: &World) -> bool {
    world.wait(world.reader.follow(&world.site.url("/feed"), &FollowOptions::default())).is_ok()
}

/// Saves an article whose one image is at `/a.png` and says whether the image is kept.
fn keeps_image(publish: impl FnOnce(&World)) -> bool {
    let world = World::new();
    publish(&world);
    world.site.publish("/feed", rss(&[item(0, "<p>Text</p><img src='/a.png'>")]));
    world.follow("/feed");
    world.wait(world.reader.save(&[world.rows()[0].id])).unwrap()[0].state == Some(SaveState::Complete)
}

fn png_of(bytes: usize) -> Vec<u8> {
    let mut png = Scene::Hills.png().to_vec();
    png.resize(bytes, 0);
    png
}

/// The head of a PNG that claims a size.
fn png_head(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend(width.to_be_bytes());
    png.extend(height.to_be_bytes());
    png.extend(b"\x08\x06\0\0\0\0\0\0\0");
    png
}

#[test]
fn a_feed_is_found_behind_ten_redirects_and_not_behind_eleven() {
    let check = |count: usize, found: bool| {
        let world = World::new();
        world.site.publish("/end", rss(&[item(0, "x")]));
        world.site.publish_redirects("/feed", count, 302, "/end");
        assert_eq!(follows(&world), found, "{count}");
    };
    check(caps::FEED_REDIRECTS - 1, true);
    check(caps::FEED_REDIRECTS, true);
    check(caps::FEED_REDIRECTS + 1, false);
}

#[test]
fn an_image_is_found_behind_five_redirects_and_not_behind_six() {
    let check = |count: usize, kept: bool| {
        let publish = |world: &World| {
            world.site.publish("/end.png", Response::ok("image/png", png_of(40_000)));
            world.site.publish_redirects("/a.png", count, 302, "/end.png");
        };
        assert_eq!(keeps_image(publish), kept, "{count}");
    };
    check(caps::PAGE_REDIRECTS - 1, true);
    check(caps::PAGE_REDIRECTS, true);
    check(caps::PAGE_REDIRECTS + 1, false);
}

#[test]
fn images_are_kept_up_to_twelve_mebibytes_and_fifty_megapixels() {
    let check = |png: Vec<u8>, kept: bool| {
        let size = png.len();
        let publish = |world: &World| world.site.publish("/a.png", Response::ok("image/png", png));
        assert_eq!(keeps_image(publish), kept, "{size}");
    };
    check(png_of(caps::IMAGE_BYTES - 1), true);
    check(png_of(caps::IMAGE_BYTES), true);
    check(png_of(caps::IMAGE_BYTES + 1), false);
    check(png_head(10_000, 4_999), true);
    check(png_head(10_000, 5_000), true);
    check(png_head(10_000, 5_001), false);
}

#[test]
fn a_feed_is_read_up_to_sixteen_mebibytes() {
    let check = |size: usize, read: bool| {
        let world = World::new();
        let feed = "<rss version='2.0'><channel><title>Tide</title><item><title>A</title></item></channel></rss>";
        let padded = format!("{feed}{}", " ".repeat(size - feed.len()));
        world.site.publish("/feed", Response::rss(padded));
        assert_eq!(follows(&world), read, "{size}");
    };
    check((16 << 20) - 1, true);
    check(16 << 20, true);
    check((16 << 20) + 1, false);
}

// Only on Linux every address of 127.0.0.0/8 is this machine's, where the port is opened for every address.
#[cfg(target_os = "linux")]
#[test]
fn at_most_256_sites_are_asked_at_once_and_one_that_waits_for_its_turn_is_no_task() {
    use std::io::Read;
    const SITES: u64 = 400;
    const AT_ONCE: usize = 256;
    let world = World::new();
    // Answers nobody, and lets go of those who wait when the test wants it.
    let deaf = std::net::TcpListener::bind("0.0.0.0:0").unwrap();
    let port = deaf.local_addr().unwrap().port();
    let sites: String =
        (0..SITES).map(|n| format!("<outline xmlUrl='http://127.1.{}.{}:{port}/'/>", n / 200, n % 200 + 1)).collect();
    world.reader.import(format!("<opml><body>{sites}</body></opml>").as_bytes()).unwrap();
    let reader = world.reader.clone();
    let round = world.spawn(async move { reader.sync(stoppress_reader::SyncScope::All).await });
    let mut heard: Vec<_> = (0..AT_ONCE).map(|_| deaf.accept().unwrap().0).collect();
    heard.iter_mut().for_each(|site| site.read_exact(&mut [0]).unwrap());
    // Each that is asked has a task and one for its connection; the round has a few.
    let tasks = world.tasks();
    assert!(tasks < AT_ONCE * 2 + 32, "{tasks} tasks");
    deaf.set_nonblocking(true).unwrap();
    assert!(deaf.accept().is_err(), "one more was asked");
    drop((deaf, heard));
    let summary = world.wait(round).unwrap().unwrap();
    assert_eq!((summary.feeds, summary.failed), (SITES, SITES));
}
