//! What sites see of us.

use crate::world::{World, item, rss};
use stoppress_reader::SyncScope;
use stoppress_support::{Newsroom, Response};

#[test]
fn an_unchanged_feed_is_asked_with_both_validators_and_costs_no_body() {
    let world = World::with_feed(2);
    world.site.forget_requests();
    world.pass(3600);
    let summary = world.sync(SyncScope::Due);
    assert_eq!((summary.feeds, summary.unchanged, summary.bytes), (1, 1, 0));
    let request = &world.site.requests()[0];
    assert!(request.header("if-none-match").is_some() && request.header("if-modified-since").is_some());
    assert!(request.header("cookie").is_none() && request.header("referer").is_none());
}

#[test]
fn a_feed_that_is_not_due_is_not_asked_also_after_a_restart() {
    let mut world = World::with_feed(1);
    world.site.forget_requests();
    world.restart();
    assert_eq!(world.sync(SyncScope::Due).feeds, 0);
    assert!(world.site.requests().is_empty());
}

#[test]
fn a_site_that_asks_us_to_wait_is_left_alone_with_all_its_feeds_also_by_force() {
    let world = World::with_feed(1);
    world.site.publish("/other", rss(&[item(9, "x")]));
    world.follow("/other");
    world.site.publish("/feed", Response::status(429).retry_after(120));
    world.site.publish("/other", Response::status(429).retry_after(120));
    world.pass(3600 * 3);
    world.sync(SyncScope::Due);
    world.site.forget_requests();
    world.pass(60);
    assert_eq!(world.sync(SyncScope::All).feeds, 0);
    assert!(world.site.requests().is_empty());
    world.pass(61);
    assert_eq!(world.sync(SyncScope::All).feeds, 2);
}

#[test]
fn one_feeds_wish_to_be_left_alone_holds_for_its_neighbours_that_are_due() {
    let world = World::with_feed(1);
    world.site.publish("/other", rss(&[item(9, "x")]));
    world.follow("/other");
    let feed = world.reader.feeds().unwrap().into_iter().find(|feed| feed.url.ends_with("/feed")).unwrap().id;
    world.site.publish("/feed", Response::status(429).retry_after(3 * 3600));
    world.sync(SyncScope::Feed(feed));
    world.site.forget_requests();
    world.pass(2 * 3600);
    assert_eq!(world.sync(SyncScope::Due).feeds, 0);
    assert!(world.site.requests().is_empty());
}

#[test]
fn a_ttl_holds_also_after_a_304() {
    let world = World::new();
    let feed = "<rss version='2.0'><channel><title>Tide</title><ttl>600</ttl></channel></rss>";
    world.site.publish("/feed", Response::rss(feed).with_validators());
    world.follow("/feed");
    world.pass(11 * 3600);
    assert_eq!(world.sync(SyncScope::Due).unchanged, 1);
    world.pass(9 * 3600);
    assert_eq!(world.sync(SyncScope::Due).feeds, 0);
}

#[test]
fn a_retired_feed_is_never_asked_again_and_keeps_its_articles() {
    let world = World::with_feed(2);
    world.site.publish("/feed", Response::status(410));
    world.pass(7200);
    world.sync(SyncScope::Due);
    world.site.forget_requests();
    world.pass(400 * 24 * 3600);
    world.sync(SyncScope::Due);
    world.sync(SyncScope::All);
    assert!(world.site.requests().is_empty());
    assert_eq!(world.rows().len(), 2);
}

#[test]
fn a_permanent_redirect_is_adopted_when_it_stood_for_a_day_and_a_temporary_one_never() {
    let check = |status: u16, adopted: bool| {
        let world = World::with_feed(1);
        let id = world.reader.feeds().unwrap()[0].id;
        world.site.publish("/new", rss(&[item(1, "x"), item(2, "y")]));
        world.site.publish("/feed", Response::redirect(status, "/new"));
        world.pass(7200);
        world.sync(SyncScope::All);
        assert_eq!(world.feed(id).url, world.site.url("/feed"));
        world.pass(25 * 3600);
        world.site.publish("/new", rss(&[item(1, "x"), item(2, "y"), item(3, "z")]));
        world.sync(SyncScope::All);
        assert_eq!(world.feed(id).url, world.site.url(if adopted { "/new" } else { "/feed" }));
    };
    check(301, true);
    check(308, true);
    check(302, false);
    check(307, false);
}

#[test]
fn new_articles_of_a_whole_newsroom_arrive_and_nothing_is_doubled() {
    let world = World::new();
    let clock = std::time::UNIX_EPOCH + std::time::Duration::from_secs(crate::world::NOW.0 as u64);
    let newsroom = Newsroom::open(clock);
    world.reader.import(newsroom.opml().as_bytes()).unwrap();
    let first = world.sync(SyncScope::Due);
    assert_eq!((first.feeds, first.failed), (8, 0));
    let before = world.rows().len();
    let published = newsroom.publish_next(clock + std::time::Duration::from_secs(60)).unwrap();
    world.pass(3600 * 2);
    let second = world.sync(SyncScope::Due);
    assert_eq!(second.new_articles, 1);
    let rows = world.rows();
    assert_eq!(rows.len(), before + 1);
    assert!(rows.iter().any(|row| row.title.as_str() == published.title && !row.read));
    assert_eq!(world.reader.check().unwrap(), Vec::<String>::new());
}
