//! What the reader is told of the checks: a log in words, trouble when it is worth a look, and figures of a source.

use crate::world::{World, item, rss};
use stoppress_model::{CheckOutcome, TroubleAction};
use stoppress_reader::SyncScope;
use stoppress_support::Response;

const HOUR: i64 = 3600;

#[test]
fn each_check_is_logged_with_its_outcome_and_what_the_server_said() {
    let world = World::with_feed(2);
    let feed = world.reader.feeds().unwrap()[0].id;
    world.pass(HOUR);
    world.sync(SyncScope::Due);
    world.site.publish("/feed", rss(&[item(7, "new")]));
    world.pass(HOUR);
    world.sync(SyncScope::Due);
    world.site.publish("/feed", Response::status(503));
    world.pass(HOUR);
    world.sync(SyncScope::Due);
    let checks = world.reader.feed_checks(feed).unwrap();
    let outcomes: Vec<CheckOutcome> = checks.iter().map(|check| check.outcome).collect();
    use CheckOutcome::{Failed, Unchanged, Updated};
    assert_eq!(outcomes, [Failed, Updated, Unchanged, Updated]);
    assert!(checks[0].details.starts_with("503") && checks[0].message.contains("having trouble"), "{:?}", checks[0]);
    assert!(!checks[0].message.contains("503"));
    assert_eq!((checks[1].new_articles, checks[3].new_articles), (1, 2));
    assert!(checks[1].bytes > 0 && checks[1].details.contains("content-type: "), "{:?}", checks[1]);
    assert!(checks[2].details.starts_with("304"), "{:?}", checks[2]);
    assert_eq!(world.reader.activity(2).unwrap().recent, checks[..2]);
    assert_eq!(world.reader.activity(2).unwrap().now, None);
}

#[test]
fn the_log_keeps_the_last_ten_checks_of_a_source_and_no_unbounded_past() {
    let world = World::with_feed(1);
    let feed = world.reader.feeds().unwrap()[0].id;
    for _ in 0..30 {
        world.pass(HOUR + 10 * 60);
        world.sync(SyncScope::Due);
    }
    assert_eq!(world.reader.feed_checks(feed).unwrap().len(), 10);
    assert_eq!(world.reader.activity(1_000).unwrap().recent.len(), 20);
}

#[test]
fn trouble_is_shown_after_three_failures_and_a_day_or_at_once_where_the_reader_asked() {
    let world = World::with_feed(1);
    let feed = world.reader.feeds().unwrap()[0].id;
    world.site.publish("/feed", Response::status(500));
    let shown = || world.feed(feed).trouble.is_some_and(|trouble| trouble.shown);
    world.pass(2 * HOUR);
    world.sync(SyncScope::Due);
    assert!(!shown() && world.reader.activity(9).unwrap().attention.is_empty());
    assert_eq!(world.reader.status().unwrap().troubled, 0);
    world.pass(20 * HOUR);
    world.sync(SyncScope::Due);
    assert!(!shown());
    world.pass(20 * HOUR);
    world.sync(SyncScope::Due);
    assert!(shown());
    let attention = world.reader.activity(9).unwrap().attention;
    assert_eq!((attention[0].feed_id, attention[0].trouble.failures), (feed, 3));
    assert_eq!(attention[0].trouble.action, TroubleAction::TryNow);
    assert_eq!(world.reader.status().unwrap().troubled, 1);
    world.site.publish("/feed", rss(&[item(1, "x")]));
    world.sync(SyncScope::Feed(feed));
    assert!(world.feed(feed).trouble.is_none());
    world.site.publish("/feed", Response::status(404));
    world.sync(SyncScope::Feed(feed));
    assert!(shown());
    assert_eq!(world.feed(feed).trouble.unwrap().action, TroubleAction::FindAddress);
}

#[test]
fn a_retired_source_is_shown_at_once_with_the_offer_to_unfollow() {
    let world = World::with_feed(1);
    world.site.publish("/feed", Response::status(410));
    world.pass(2 * HOUR);
    world.sync(SyncScope::Due);
    let trouble = world.reader.activity(1).unwrap().attention.remove(0).trouble;
    assert_eq!(trouble.action, TroubleAction::Unfollow);
}

#[test]
fn without_a_network_the_log_says_so_once_and_nobody_is_blamed() {
    let mut world = World::with_feed(1);
    let feed = world.reader.feeds().unwrap()[0].id;
    world.site = stoppress_support::Site::start();
    for _ in 0..3 {
        world.pass(2 * HOUR);
        assert!(world.sync(SyncScope::Due).offline);
    }
    let checks = world.reader.feed_checks(feed).unwrap();
    assert_eq!(checks.iter().filter(|check| check.outcome == CheckOutcome::Offline).count(), 1);
    assert!(world.feed(feed).trouble.is_none());
}

#[test]
fn a_source_that_is_silent_for_longer_than_it_used_to_is_quiet_and_not_broken() {
    let world = World::with_feed(20);
    let feed = world.reader.feeds().unwrap()[0].id;
    assert_eq!(world.feed(feed).quiet_since, None);
    world.pass(29 * 24 * HOUR);
    assert_eq!(world.feed(feed).quiet_since, None);
    world.pass(2 * 24 * HOUR);
    assert_eq!(world.feed(feed).quiet_since, Some(world.rows()[0].time));
    assert!(world.feed(feed).trouble.is_none());
}

#[test]
fn a_source_is_told_of_in_figures() {
    let world = World::with_feed(12);
    let feed = world.reader.feeds().unwrap()[0].id;
    let ids: Vec<_> = world.rows().iter().map(|row| row.id).collect();
    world.reader.mark(&ids[..3], true).unwrap();
    world.wait(world.reader.save(&ids[..2])).unwrap();
    let figures = world.reader.feed_statistics(feed).unwrap();
    assert_eq!((figures.days.len(), figures.days[29], figures.saved), (30, 12, 2));
    assert_eq!((figures.per_day, figures.per_week, figures.read_share), (12.0, 84.0, 0.25));
    assert_eq!(figures.newest, Some(world.rows()[0].time));
    world.pass(24 * HOUR);
    assert_eq!(world.reader.feed_statistics(feed).unwrap().days[28], 12);
    assert_eq!(world.reader.feed_statistics(feed).unwrap().per_day, 6.0);
}

#[test]
fn how_much_each_source_brings_is_what_its_own_figures_say() {
    let world = World::with_feed(12);
    world.site.publish("/empty", rss(&[]));
    let (loud, empty) = (world.reader.feeds().unwrap()[0].id, world.follow("/empty"));
    for days in [0, 1, 5, 12, 40] {
        world.pass(days * 24 * HOUR);
        let volumes = world.reader.volumes().unwrap();
        assert_eq!(volumes.len(), 2);
        for volume in volumes {
            assert_eq!(volume.per_week, world.reader.feed_statistics(volume.feed).unwrap().per_week, "{days}");
        }
    }
    world.reader.unfollow(empty).unwrap();
    assert_eq!(world.reader.volumes().unwrap().iter().map(|volume| volume.feed).collect::<Vec<_>>(), [loud]);
}
