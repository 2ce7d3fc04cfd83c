//! Names, folders and settings of single sources.

use crate::world::{World, item, rss};
use stoppress_model::{
    Direction, ErrorCode, Feed, FeedDirection, FeedImages, FeedInterval, FeedSettings, ImagePolicy, Settings,
    TickerQuery,
};
use stoppress_reader::{ExportTarget, FollowOptions, SyncScope};
use stoppress_support::Response;

fn two_feeds() -> World {
    let world = World::with_feed(3);
    world.site.publish("/other", rss(&[item(10, "x"), item(11, "x")]));
    world.follow("/other");
    world
}

fn all(world: &World) -> Vec<Feed> {
    let mut feeds = world.reader.feeds().unwrap();
    feeds.sort_by_key(|feed| feed.id);
    feeds
}

fn folders(world: &World) -> Vec<Option<String>> {
    all(world).iter().map(|feed| feed.folder.as_ref().map(ToString::to_string)).collect()
}

#[test]
fn the_readers_name_for_a_source_outlives_the_publishers_and_can_be_taken_back() {
    let world = World::with_feed(2);
    let feed = all(&world)[0].id;
    let renamed = world.reader.rename_feed(feed, "  Harbour \n news ").unwrap();
    assert_eq!(renamed.title.as_str(), "Harbour news");
    world.site.publish("/feed", rss(&[item(1, "changed")]));
    world.pass(3600);
    assert_eq!(world.sync(SyncScope::Due).updated, 1);
    assert_eq!(world.feed(feed).title.as_str(), "Harbour news");
    let row = &world.rows()[0];
    assert_eq!(row.feed_title.as_str(), "Harbour news");
    assert_eq!(world.reader.article(row.id).unwrap().feed_title.as_str(), "Harbour news");
    assert_eq!(world.reader.undo(None).unwrap().action.as_deref(), Some("rename_feed"));
    assert_eq!(world.feed(feed).title.as_str(), "The Tide");
    world.reader.rename_feed(feed, "Mine").unwrap();
    assert_eq!(world.reader.rename_feed(feed, "").unwrap().title.as_str(), "The Tide");
}

#[test]
fn the_word_for_what_sources_show_changes_with_them_and_not_with_news() {
    let world = two_feeds();
    let word = || world.reader.status().unwrap().sources;
    let before = word();
    world.site.publish("/feed", rss(&[item(1, "x"), item(30, "news")]));
    world.pass(3600);
    assert_eq!(world.sync(SyncScope::Due).new_articles, 1);
    assert_eq!(word(), before);
    let feed = all(&world)[0].id;
    world.reader.rename_feed(feed, "Harbour news").unwrap();
    let renamed = word();
    assert_ne!(renamed, before);
    world.reader.move_feeds(&[feed], Some("World")).unwrap();
    assert_ne!(word(), renamed);
}

#[test]
fn the_word_for_what_sources_show_changes_with_the_first_failure_and_not_with_each() {
    let world = two_feeds();
    let word = || world.reader.status().unwrap().sources;
    let working = word();
    world.site.publish("/feed", Response::status(500));
    world.pass(3600);
    world.sync(SyncScope::Due);
    let failing = word();
    assert_ne!(failing, working);
    world.pass(12 * 3600);
    world.sync(SyncScope::Due);
    let feed = all(&world).into_iter().find(|feed| feed.trouble.is_some()).unwrap();
    assert_eq!((feed.trouble.unwrap().failures, word()), (2, failing));
}

#[test]
fn moving_renaming_and_dissolving_folders_keeps_every_source_and_can_be_undone_after_a_restart() {
    let mut world = two_feeds();
    let ids: Vec<_> = all(&world).iter().map(|feed| feed.id).collect();
    assert_eq!(world.reader.move_feeds(&ids, Some("World")).unwrap().changed, 2);
    assert_eq!(world.reader.move_feeds(&ids[..1], Some("Home")).unwrap().changed, 1);
    assert_eq!(world.reader.move_feeds(&ids[..1], Some("Home")).unwrap().changed, 0);
    let in_folder = TickerQuery { folder: Some("Home".into()), ..TickerQuery::default() };
    assert_eq!(world.reader.ticker(&in_folder).unwrap().rows.len(), 3);
    // The new name is another folder's: they become one.
    world.reader.rename_folder("World", "Home").unwrap();
    assert_eq!(folders(&world), [Some("Home".into()), Some("Home".into())]);
    assert_eq!(world.reader.delete_folder("Home").unwrap().changed, 2);
    assert_eq!(folders(&world), [None, None]);
    world.restart();
    world.reader.undo(None).unwrap();
    assert_eq!(folders(&world), [Some("Home".into()), Some("Home".into())]);
    world.reader.undo(Some("rename_folder")).unwrap();
    assert_eq!(folders(&world), [Some("Home".into()), Some("World".into())]);
    world.reader.undo(None).unwrap();
    world.reader.undo(None).unwrap();
    assert_eq!(folders(&world), [None, None]);
}

#[test]
fn folders_in_folders_of_a_list_are_moved_whole_come_back_after_a_restart_and_go_out_as_a_tree() {
    let mut world = World::new();
    world.site.publish("/talk", rss(&[item(1, "x")]));
    world.site.publish("/other", rss(&[item(2, "x")]));
    let (talk, other) = (world.site.url("/talk"), world.site.url("/other"));
    let list = format!(
        "<opml><body><outline text='Net'><outline text='TCP/IP'><outline text='Talk' xmlUrl='{talk}'/></outline></outline>\
         <outline text='Network'><outline text='Other' xmlUrl='{other}'/></outline></body></opml>"
    );
    assert_eq!(world.reader.import(list.as_bytes()).unwrap().added, 2);
    world.sync(SyncScope::Due);
    let total = |world: &World, path: &str| {
        let query = TickerQuery { folder: Some(path.into()), ..TickerQuery::default() };
        world.reader.ticker(&query).unwrap().total
    };
    assert_eq!([total(&world, "Net"), total(&world, "Network")], [1, 1]);
    assert_eq!(world.reader.rename_folder("Net", "Home/Net").unwrap().changed, 1);
    assert_eq!([total(&world, "Home"), total(&world, "Net")], [1, 0]);
    world.restart();
    world.reader.undo(None).unwrap();
    assert_eq!(total(&world, "Net"), 1);
    let written = world.reader.export(None).unwrap();
    let tree = written.split_once("text=\"Net\"").unwrap().1;
    assert!(tree.split_once("text=\"TCP/IP\"").unwrap().1.contains(&talk), "{written}");
}

#[test]
fn a_folder_goes_out_as_a_list_of_its_own_and_comes_in_again_elsewhere() {
    let world = two_feeds();
    let ids: Vec<_> = world.reader.feeds().unwrap().iter().map(|feed| feed.id).collect();
    world.reader.move_feeds(&ids[..1], Some("Home: sea/Tides")).unwrap();
    world.reader.move_feeds(&ids[1..], Some("Home: seaside")).unwrap();
    let folder = world.folder.join("Downloads");
    let file = world.reader.export_feeds(Some("Home: sea"), ExportTarget::Folder(&folder)).unwrap().name;
    assert!(file.starts_with("Home sea 2026-") && file.ends_with(".opml"), "{file}");
    let list = std::fs::read(folder.join(file)).unwrap();
    assert!(String::from_utf8_lossy(&list).contains("<title>Home: sea</title>"));
    let none = world.reader.export_feeds(Some("Home"), ExportTarget::Folder(&folder)).unwrap_err();
    assert_eq!((none.failure().code, std::fs::read_dir(&folder).unwrap().count()), (ErrorCode::NotFound, 1));
    let other = World::new();
    assert_eq!(other.reader.import(&list).unwrap().added, 1);
    assert_eq!(folders(&other), [Some("Home: sea/Tides".into())]);
}

#[test]
fn a_folder_that_is_not_there_or_has_no_name_is_refused() {
    let world = two_feeds();
    let code = |outcome: stoppress_reader::Result<_>| outcome.unwrap_err().failure().code;
    assert_eq!(code(world.reader.rename_folder("Nowhere", "Home")), ErrorCode::NotFound);
    assert_eq!(code(world.reader.delete_folder("Nowhere")), ErrorCode::NotFound);
    assert_eq!(code(world.reader.rename_folder("Nowhere", "  ")), ErrorCode::BadRequest);
}

#[test]
fn a_source_is_followed_into_a_folder() {
    let world = World::new();
    world.site.publish("/feed", rss(&[item(1, "x")]));
    let options = FollowOptions { folder: Some(" World "), ..FollowOptions::default() };
    world.wait(world.reader.follow(&world.site.url("/feed"), &options)).unwrap();
    assert_eq!(folders(&world), [Some("World".into())]);
}

#[test]
fn a_source_kept_out_of_live_stands_in_its_own_list_and_its_folders_only() {
    let world = two_feeds();
    let feeds = all(&world);
    world.reader.move_feeds(&[feeds[0].id], Some("Loud")).unwrap();
    let quiet = FeedSettings { in_live: false, ..FeedSettings::default() };
    assert!(!world.reader.set_feed_settings(feeds[0].id, &quiet).unwrap().settings.in_live);
    let page = world.reader.ticker(&TickerQuery::default()).unwrap();
    assert_eq!((page.rows.len(), page.total), (2, 2));
    assert_eq!(world.reader.status().unwrap().unread, 2);
    let own = world.reader.ticker(&TickerQuery { feed: Some(feeds[0].id), ..TickerQuery::default() }).unwrap();
    assert_eq!((own.rows.len(), own.total), (3, 3));
    let folder = world.reader.ticker(&TickerQuery { folder: Some("Loud".into()), ..TickerQuery::default() }).unwrap();
    assert_eq!((folder.rows.len(), folder.total), (3, 3));
    // What was not on screen is not marked.
    assert_eq!(world.reader.mark_all_read(&TickerQuery::default()).unwrap().changed, 2);
    assert_eq!(world.feed(feeds[0].id).unread, 3);
    world.reader.undo(Some("set_feed_settings")).unwrap();
    assert_eq!(world.rows().len(), 5);
}

#[test]
fn a_source_is_asked_as_often_as_the_reader_wants_and_a_paused_one_only_by_name() {
    let world = World::with_feed(1);
    let feed = all(&world)[0].id;
    let set = |interval| world.reader.set_feed_settings(feed, &FeedSettings { interval, ..FeedSettings::default() });
    set(FeedInterval::Daily).unwrap();
    world.pass(3600);
    world.sync(SyncScope::Due);
    world.pass(12 * 3600);
    assert_eq!(world.sync(SyncScope::Due).feeds, 0);
    // A shorter interval counts from the last check on.
    assert!(set(FeedInterval::SixHours).unwrap().next_check.unwrap() <= world.reader.now());
    assert_eq!(world.sync(SyncScope::Due).feeds, 1);
    set(FeedInterval::Paused).unwrap();
    world.pass(40 * 24 * 3600);
    for scope in [SyncScope::Due, SyncScope::Refresh, SyncScope::All] {
        assert_eq!(world.sync(scope).feeds, 0, "{scope:?}");
    }
    assert_eq!(world.sync(SyncScope::Feed(feed)).feeds, 1);
}

#[test]
fn a_publishers_wish_is_stronger_than_the_readers_interval() {
    let world = World::new();
    world.site.publish("/feed", rss(&[item(1, "x")]).header("Cache-Control", "max-age=7200"));
    let feed = world.follow("/feed");
    let settings = FeedSettings { interval: FeedInterval::QuarterHour, ..FeedSettings::default() };
    world.reader.set_feed_settings(feed, &settings).unwrap();
    world.pass(3 * 3600);
    world.sync(SyncScope::Due);
    assert!(world.feed(feed).next_check.unwrap() >= world.reader.now().plus(7200));
}

#[test]
fn images_and_direction_of_one_source_go_before_the_general_ones() {
    let world = World::new();
    world.site.publish("/feed", rss(&[item(1, "<p>Text</p><p><img src='/a.png'></p>")]));
    let feed = world.follow("/feed");
    let id = world.rows()[0].id;
    let opened = || world.reader.article_for_window(id, None, false, str::to_owned).unwrap();
    assert_eq!(opened().hidden_images, 0);
    let set = |images, direction| {
        let settings = FeedSettings { images, direction, ..FeedSettings::default() };
        world.reader.set_feed_settings(feed, &settings).unwrap();
    };
    set(FeedImages::Never, FeedDirection::Rtl);
    assert_eq!((opened().hidden_images, opened().direction), (1, Some(Direction::Rtl)));
    assert_eq!(world.rows()[0].direction, Some(Direction::Rtl));
    world.reader.set_settings(&Settings { images: ImagePolicy::Never, ..Settings::default() }).unwrap();
    set(FeedImages::Opened, FeedDirection::Ltr);
    assert_eq!((opened().hidden_images, opened().direction), (0, Some(Direction::Ltr)));
    set(FeedImages::Inherit, FeedDirection::Auto);
    assert_eq!(opened().hidden_images, 1);
}

#[test]
fn marking_older_read_leaves_the_row_itself_and_all_newer_ones_unread() {
    let world = two_feeds();
    let rows = world.rows();
    let older = TickerQuery { before: Some(rows[1].id), ..TickerQuery::default() };
    assert_eq!(world.reader.mark_all_read(&older).unwrap().changed, 3);
    assert_eq!(world.rows().iter().map(|row| row.read).collect::<Vec<_>>(), [false, false, true, true, true]);
    world.reader.undo(None).unwrap();
    let newer = TickerQuery { after: Some(rows[1].id), ..TickerQuery::default() };
    assert_eq!(world.reader.mark_all_read(&newer).unwrap().changed, 1);
    assert!(world.rows()[0].read);
}
