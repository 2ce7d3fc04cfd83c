//! Images: ahead where the reader wants them ahead, no larger than a screen where they are kept for ever, and still until
//! asked to move.

use crate::world::{World, item, rss};
use stoppress_model::{ArticleId, ExportFormat, FeedImages, FeedSettings, ImagePolicy, Settings, Stored};
use stoppress_reader::{ExportTarget, ExportWhat, Image, SyncScope};
use stoppress_support::{
    Response,
    picture::{Picture, Scene},
};

fn png(bytes: Vec<u8>) -> Response {
    Response::ok("image/png", bytes)
}

/// One article with one image.
fn world(image: Response) -> (World, ArticleId) {
    let world = World::new();
    world.site.publish("/a.png", image);
    world.site.publish("/feed", rss(&[item(0, "<p>Text</p><img src='/a.png' alt='A'>")]));
    world.follow("/feed");
    let id = world.rows()[0].id;
    (world, id)
}

fn choose(world: &World, settings: Settings) {
    world.reader.set_settings(&settings).unwrap();
}

/// The key of the image, as the window is given it.
fn key(world: &World, id: ArticleId) -> String {
    let page = world.reader.article_for_window(id, None, true, str::to_owned).unwrap();
    page.html.split("src=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

fn shown(world: &World, id: ArticleId) -> Image {
    world.wait(world.reader.image(&key(world, id))).unwrap()
}

fn width(png: &[u8]) -> u32 {
    u32::from_be_bytes(png[16..20].try_into().unwrap())
}

/// A GIF of grey pixels, one a frame.
fn gif(frames: usize) -> Vec<u8> {
    let mut gif = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00".to_vec();
    for _ in 0..frames {
        gif.extend(b"\x21\xf9\x04\x00\x0a\x00\x00\x00");
        gif.extend(b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00");
    }
    gif.push(0x3b);
    gif
}

#[test]
fn images_fetched_ahead_are_there_without_a_network() {
    let (world, id) = world(png(Scene::Hills.png().to_vec()));
    choose(&world, Settings { images: ImagePolicy::Ahead, ..Settings::default() });
    world.wait(world.reader.fetch_images_ahead()).unwrap();
    world.wait(world.reader.fetch_images_ahead()).unwrap();
    assert_eq!(world.site.requests_for("/a.png").len(), 1);
    world.site.stop();
    assert_eq!(shown(&world, id).bytes, Scene::Hills.png().to_vec());
}

#[test]
fn without_that_choice_and_of_read_articles_no_image_is_fetched_ahead() {
    let (world, id) = world(png(Scene::Hills.png().to_vec()));
    world.wait(world.reader.fetch_images_ahead()).unwrap();
    choose(&world, Settings { images: ImagePolicy::Ahead, ..Settings::default() });
    world.reader.mark(&[id], true).unwrap();
    world.wait(world.reader.fetch_images_ahead()).unwrap();
    assert!(world.site.requests_for("/a.png").is_empty());
}

#[test]
fn the_choice_for_one_source_wins_over_fetching_ahead() {
    let (world, _) = world(png(Scene::Hills.png().to_vec()));
    choose(&world, Settings { images: ImagePolicy::Ahead, ..Settings::default() });
    let feed = world.reader.feeds().unwrap()[0].id;
    let settings = FeedSettings { images: FeedImages::Opened, ..FeedSettings::default() };
    world.reader.set_feed_settings(feed, &settings).unwrap();
    world.wait(world.reader.fetch_images_ahead()).unwrap();
    assert!(world.site.requests_for("/a.png").is_empty());
}

#[test]
fn a_site_that_asks_to_be_left_alone_is_not_asked_for_more_images() {
    let world = World::new();
    let images: String = (0..4).map(|n| format!("<img src='/{n}.png'>")).collect();
    world.site.publish("/feed", rss(&[item(0, &format!("<p>Text</p>{images}"))]));
    for number in 0..4 {
        world.site.publish(&format!("/{number}.png"), Response::status(429).retry_after(3600));
    }
    world.follow("/feed");
    choose(&world, Settings { images: ImagePolicy::Ahead, ..Settings::default() });
    world.wait(world.reader.fetch_images_ahead()).unwrap();
    assert_eq!(world.site.requests().iter().filter(|request| request.path_only().ends_with(".png")).count(), 1);
}

#[test]
fn a_huge_image_is_kept_smaller_and_another_one_as_it_is() {
    for (wide, kept) in [(2560, 2560), (2700, 2560)] {
        let (world, id) = world(png(Picture::filled(wide, 12, [30, 90, 160]).to_png()));
        assert_eq!(width(&shown(&world, id).bytes), wide as u32, "the cache has what the publisher sent");
        world.wait(world.reader.save(&[id])).unwrap();
        assert_eq!(width(&shown(&world, id).bytes), kept);
    }
}

#[test]
fn an_image_that_moves_stands_still_until_it_is_asked_to_move() {
    let (world, id) = world(Response::ok("image/gif", gif(3)));
    let key = key(&world, id);
    assert!(world.reader.animated_images(id, str::to_owned).is_empty(), "nothing is known before it was shown");
    let still = world.wait(world.reader.image(&key)).unwrap();
    assert_eq!((still.mime.as_str(), width(&still.bytes)), ("image/png", 1));
    assert_eq!(world.reader.animated_images(id, |key| format!("media:{key}")), [format!("media:{key}")]);
    assert_eq!(world.wait(world.reader.moving_image(&key)).unwrap().bytes, gif(3));
    world.wait(world.reader.save(&[id])).unwrap();
    world.site.stop();
    assert_eq!(world.wait(world.reader.moving_image(&key)).unwrap().bytes, gif(3), "kept as it is");
}

#[test]
fn an_image_of_one_frame_is_none_that_moves() {
    let (world, id) = world(Response::ok("image/gif", gif(1)));
    assert_eq!(shown(&world, id).bytes, gif(1));
    assert!(world.reader.animated_images(id, str::to_owned).is_empty());
}

#[test]
fn the_cache_of_images_keeps_within_its_limits() {
    let (world, _) = world(png(Scene::Hills.png().to_vec()));
    for (asked, kept) in [(0, 64), (63, 64), (64, 64), (65_536, 65_536), (65_537, 65_536)] {
        let settings = world.reader.set_settings(&Settings { cache_mb: asked, ..Settings::default() }).unwrap();
        assert_eq!(settings.cache_mb, kept);
    }
}

#[test]
fn a_packed_article_whose_images_had_to_go_is_no_longer_said_to_be_whole() {
    let (world, id) = world(png(Scene::Hills.png().to_vec()));
    let stored = |world: &World| world.rows().iter().find(|row| row.id == id).unwrap().stored;
    world.wait(world.reader.pack(None, None)).unwrap();
    assert_eq!(stored(&world), Stored::Full);
    // A cache filled by what was looked at since: one file of 65 MB, looked at last.
    choose(&world, Settings { cache_mb: 64, ..Settings::default() });
    let folder = world.reader.profile().join("cache/images/ff");
    std::fs::create_dir_all(&folder).unwrap();
    let file = std::fs::File::create(folder.join("f".repeat(64))).unwrap();
    file.set_len(65 << 20).unwrap();
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(60);
    file.set_times(std::fs::FileTimes::new().set_accessed(later).set_modified(later)).unwrap();
    world.reader.trim_cache();
    assert_eq!(stored(&world), Stored::Text);
    assert!(world.site.requests_for("/a.png").len() == 1);
}

#[test]
fn a_saved_story_shows_and_exports_the_picture_that_was_saved_with_it() {
    let world = World::new();
    let story = |number| item(number, "<p>Text</p><img src='/latest.png' alt='A'>");
    let pictures = [Scene::Hills, Scene::Turbines].map(|scene| scene.png().to_vec());
    world.site.publish("/latest.png", png(pictures[0].clone()));
    world.site.publish("/feed", rss(&[story(0)]));
    world.follow("/feed");
    let first = world.rows()[0].id;
    world.wait(world.reader.save(&[first])).unwrap();
    let alone = key(&world, first);
    world.site.publish("/latest.png", png(pictures[1].clone()));
    world.site.publish("/feed", rss(&[story(0), story(1)]));
    world.pass(7200);
    world.sync(SyncScope::All);
    let second = world.rows().iter().find(|row| row.id != first).unwrap().id;
    world.wait(world.reader.save(&[second])).unwrap();
    world.site.stop();
    for (id, picture) in [(first, &pictures[0]), (second, &pictures[1])] {
        assert!(shown(&world, id).bytes == *picture);
        for (format, name) in [(ExportFormat::Markdown, "story.zip"), (ExportFormat::Epub, "story.epub")] {
            let file = world.folder.join(name);
            let what = ExportWhat::Articles(vec![id]);
            world.reader.export_saved(&what, format, ExportTarget::File(&file)).unwrap();
            let mut zip = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
            let image =
                (0..zip.len()).find(|at| zip.by_index(*at).unwrap().name().unwrap().contains("images/")).unwrap();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut zip.by_index(image).unwrap(), &mut bytes).unwrap();
            assert!(bytes == *picture, "{name}");
        }
        let html = world.folder.join("story.html");
        let what = ExportWhat::Articles(vec![id]);
        let exported = world.reader.export_saved(&what, ExportFormat::Html, ExportTarget::File(&html)).unwrap();
        assert!((exported.bytes as usize) > picture.len(), "it is in it");
    }
    assert_ne!(key(&world, first), key(&world, second));
    world.reader.unsave(second).unwrap();
    assert!(world.wait(world.reader.image(&alone)).is_some(), "what a window has been given stays good");
}

#[test]
fn an_image_is_written_as_its_publisher_sent_it_and_nothing_that_is_no_image() {
    let sent = Scene::Hills.png().to_vec();
    let (world, id) = world(png(sent.clone()));
    let key = key(&world, id);
    let folder = world.folder.join("Downloads");
    let write = |key: &str| world.reader.export_image(id, key, ExportTarget::Folder(&folder));
    assert!(write(&key).unwrap_err().to_string().contains("is not here"), "nothing is asked for");
    assert!(!folder.exists() || std::fs::read_dir(&folder).unwrap().next().is_none());
    assert_eq!(shown(&world, id).bytes, sent);
    let title = world.rows()[0].title.to_string();
    let written = write(&key).unwrap();
    assert_eq!((&written.name, written.bytes), (&format!("{title}.png"), sent.len() as u64));
    assert_eq!(std::fs::read(folder.join(&written.name)).unwrap(), sent);
    assert_eq!(write(&key).unwrap().name, format!("{title} (2).png"));
    for other in ["../library.sqlite", "", &key[..63], &key.to_uppercase(), &"0".repeat(64)] {
        assert!(write(other).is_err(), "{other}");
    }
    assert_eq!(world.reader.image_address(&key).unwrap(), world.site.url("/a.png"));
    assert!(world.reader.image_address(&"0".repeat(64)).is_err());
}
