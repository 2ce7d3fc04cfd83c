//! Sources that move: found again by the doctor, by hand, or by their publisher's redirect; and articles that get new guids.

use crate::world::{NOW, World, item, rss};
use stoppress_model::{CheckOutcome, ErrorCode, FeedId};
use stoppress_reader::SyncScope;
use stoppress_support::{Response, rfc822};

const DAY: i64 = 24 * 3600;

fn page(links: &str) -> Response {
    Response::html(format!("<!doctype html><html><head><title>Tide</title>{links}</head><body><p>x</p></body></html>"))
}

/// An item whose guid is none of its own.
fn guided(guid: &str, number: i64, title: &str) -> String {
    let at = std::time::UNIX_EPOCH + std::time::Duration::from_secs((NOW.0 - number * 60) as u64);
    format!(
        "<item><guid>{guid}</guid><title>{title}</title><link>/story/{number}</link><pubDate>{}</pubDate>\
         <description>x</description></item>",
        rfc822(at)
    )
}

fn titles(world: &World) -> Vec<String> {
    world.rows().iter().map(|row| row.title.to_string()).collect()
}

/// Two rounds a day apart: a permanent redirect is believed then.
fn see_twice(world: &World) {
    world.pass(3600);
    world.sync(SyncScope::All);
    world.pass(DAY + 60);
    world.sync(SyncScope::All);
}

#[test]
fn the_doctor_finds_the_new_address_on_the_site_and_one_confirmation_takes_it() {
    let world = World::with_feed(2);
    let feed = world.reader.feeds().unwrap()[0].id;
    world.site.publish("/feed", Response::status(404));
    world.site.publish("/", page("<link rel='alternate' type='application/rss+xml' title='News' href='/new'>"));
    world.site.publish("/new", rss(&[item(0, "<p>Text</p>"), item(9, "later")]));
    world.pass(3600);
    world.sync(SyncScope::Feed(feed));
    assert!(world.feed(feed).trouble.is_some());
    let found = world.wait(world.reader.find_address(feed)).unwrap();
    assert_eq!(found.sources.len(), 1, "{found:?}");
    assert_eq!((found.sources[0].url.as_str(), found.sources[0].followed), (world.site.url("/new").as_str(), None));
    assert_eq!(found.sources[0].latest[0].title.as_str(), "Headline 0");
    assert_eq!(world.feed(feed).url, world.site.url("/feed"), "nothing was changed yet");
    world.site.forget_requests();
    let moved = world.wait(world.reader.change_address(feed, found.look, 0)).unwrap();
    assert!(world.site.requests().is_empty(), "what was looked at is not asked again");
    assert_eq!((moved.url, moved.trouble, moved.articles), (world.site.url("/new"), None, 3));
    assert_eq!(world.reader.undo(None).unwrap().action.as_deref(), Some("change_address"));
    assert_eq!(world.feed(feed).url, world.site.url("/feed"));
}

#[test]
fn the_doctor_says_that_a_feed_answers_again_or_that_there_is_none() {
    let world = World::with_feed(1);
    let feed = world.reader.feeds().unwrap()[0].id;
    let found = world.wait(world.reader.find_address(feed)).unwrap();
    assert_eq!((found.sources.len(), found.sources[0].followed), (1, Some(feed)));
    world.site.publish("/feed", Response::status(404));
    let failure = world.wait(world.reader.find_address(feed)).unwrap_err().failure();
    assert_eq!(failure.code, ErrorCode::Site);
    assert!(failure.message.contains("No feed was found"), "{failure}");
}

#[test]
fn an_address_typed_by_hand_is_looked_at_before_it_is_taken() {
    let world = World::with_feed(1);
    let feed = world.reader.feeds().unwrap()[0].id;
    world.site.publish("/other", rss(&[item(5, "x")]));
    world.site.publish("/taken", rss(&[item(6, "x")]));
    world.follow("/taken");
    let look = |path: &str| world.wait(world.reader.look_at(&world.site.url(path), false)).unwrap();
    let refused = world.wait(world.reader.change_address(feed, look("/taken").look, 0)).unwrap_err().failure();
    assert!(refused.message.contains("followed already"), "{refused}");
    let found = look("/other");
    let moved = world.wait(world.reader.change_address(feed, found.look, 0)).unwrap();
    assert_eq!((moved.url, moved.articles), (world.site.url("/other"), 2));
    // Its permission for this origin went along.
    world.pass(3600);
    assert_eq!(world.sync(SyncScope::All).failed, 0);
}

#[test]
fn a_lasting_move_is_told_and_can_be_taken_back_for_good() {
    let world = World::with_feed(1);
    let feed = world.reader.feeds().unwrap()[0].id;
    world.site.publish("/new", rss(&[item(0, "<p>Text</p>")]));
    world.site.publish("/feed", Response::redirect(301, "/new"));
    see_twice(&world);
    assert_eq!(world.feed(feed).url, world.site.url("/new"));
    let told = world.reader.feed_checks(feed).unwrap();
    assert!(told.iter().any(|check| check.outcome == CheckOutcome::Moved && check.message.ends_with("/new")));
    // It was no action of the reader: only its own button takes it back.
    assert_ne!(world.reader.status().unwrap().undoable.as_deref(), Some("adopt_address"));
    assert_eq!(world.reader.undo(Some("adopt_address")).unwrap().count, 1);
    assert_eq!(world.feed(feed).url, world.site.url("/feed"));
    see_twice(&world);
    assert_eq!(world.feed(feed).url, world.site.url("/feed"), "it is not done again");
}

/// A followed feed at `/old` that moves to `/new`, which is followed too.
fn two_that_become_one() -> (World, FeedId, FeedId) {
    let world = World::new();
    world.site.publish("/old", rss(&[item(1, "x"), item(2, "x"), item(8, "only here")]));
    world.site.publish("/new", rss(&[item(1, "x"), item(2, "x"), item(3, "x")]));
    let (old, new) = (world.follow("/old"), world.follow("/new"));
    world.reader.move_feeds(&[old], Some("Evenings")).unwrap();
    (world, old, new)
}

#[test]
fn a_source_that_moves_to_one_that_is_followed_becomes_part_of_it_and_nothing_is_lost() {
    let (world, old, new) = two_that_become_one();
    let of = |feed, title: &str| {
        world.rows().into_iter().find(|row| row.feed_id == feed && row.title.as_str() == title).map(|row| row.id)
    };
    let (read, saved) = (of(old, "Headline 1").unwrap(), of(old, "Headline 2").unwrap());
    world.reader.mark(&[read], true).unwrap();
    world.wait(world.reader.save(&[saved])).unwrap();
    world.site.publish("/old", Response::redirect(301, "/new"));
    see_twice(&world);
    let feeds = world.reader.feeds().unwrap();
    assert_eq!(feeds.iter().map(|feed| feed.id).collect::<Vec<_>>(), [new]);
    assert_eq!(feeds[0].folder.as_ref().unwrap().as_str(), "Evenings");
    assert_eq!(titles(&world), ["Headline 1", "Headline 2", "Headline 3", "Headline 8"]);
    let row = |title: &str| world.rows().into_iter().find(|row| row.title.as_str() == title).unwrap();
    assert!(row("Headline 1").read && !row("Headline 3").read);
    assert_eq!((row("Headline 2").id, row("Headline 2").saved), (saved, true));
    assert_eq!((feeds[0].articles, feeds[0].unread), (4, 3));
    assert_eq!(world.reader.check().unwrap(), Vec::<String>::new());
    assert!(world.reader.feed_checks(new).unwrap().iter().any(|check| check.outcome == CheckOutcome::Merged));
    // Another round brings nothing twice.
    world.site.publish("/new", rss(&[item(0, "x"), item(1, "x"), item(2, "x")]));
    world.pass(3600);
    assert_eq!(world.sync(SyncScope::All).new_articles, 1);
}

#[test]
fn two_sources_that_became_one_can_be_parted_again() {
    let (world, old, new) = two_that_become_one();
    let saved = world.rows().iter().find(|row| row.feed_id == old).unwrap().id;
    world.wait(world.reader.save(&[saved])).unwrap();
    world.site.publish("/old", Response::redirect(301, "/new"));
    world.pass(3600);
    world.sync(SyncScope::All);
    let before = world.rows();
    world.pass(DAY + 60);
    world.sync(SyncScope::All);
    assert_eq!(world.reader.feeds().unwrap().len(), 1);
    assert_eq!(world.reader.undo(Some("merge_feeds")).unwrap().count, 2);
    assert_eq!(world.rows(), before);
    assert_eq!((world.feed(old).folder.is_some(), world.feed(new).folder), (true, None));
    assert_eq!(world.reader.check().unwrap(), Vec::<String>::new());
    see_twice(&world);
    assert_eq!(world.reader.feeds().unwrap().len(), 2, "they are not put together again");
    assert_eq!(world.reader.saved().unwrap().len(), 1);
}

#[test]
fn a_feed_that_changes_its_guids_at_every_fetch_brings_nothing_twice() {
    let world = World::new();
    let publish = |round: i64, from: i64, to: i64| {
        // Titles are edited, too: only the addresses stay.
        let items: Vec<String> =
            (from..to).map(|n| guided(&format!("{round}-{n}"), n, &format!("Story {n} seen {round}"))).collect();
        world.site.publish("/feed", rss(&items));
    };
    publish(1, 0, 10);
    world.follow("/feed");
    let first: Vec<_> = world.rows().iter().map(|row| (row.id, row.time)).collect();
    world.reader.mark(&[first[3].0], true).unwrap();
    for round in 2..5 {
        publish(round, 0, 10);
        world.pass(3600);
        assert_eq!(world.sync(SyncScope::All).new_articles, 0, "round {round}");
    }
    assert_eq!(world.rows().iter().map(|row| (row.id, row.time)).collect::<Vec<_>>(), first);
    assert!(world.rows()[3].read && world.rows()[0].title.as_str() == "Story 0 seen 4");
    // One that is really new is new, whatever the others do.
    publish(9, -1, 9);
    world.pass(3600);
    assert_eq!(world.sync(SyncScope::All).new_articles, 1);
}

#[test]
fn what_says_by_which_link_a_reader_came_makes_no_other_article() {
    let world = World::new();
    let publish = |round: i64| {
        let linked = |n: i64| guided(&format!("{round}-{n}"), n, &format!("Story {n}"));
        let campaign = |n: i64| format!("/story/{n}?page=2&amp;utm_campaign={round}");
        let items: Vec<String> = (0..3).map(|n| linked(n).replace(&format!("/story/{n}"), &campaign(n))).collect();
        world.site.publish("/feed", rss(&items));
    };
    publish(1);
    world.follow("/feed");
    publish(2);
    world.pass(3600);
    assert_eq!(world.sync(SyncScope::All).new_articles, 0);
    assert_eq!(world.rows().len(), 3);
}

#[test]
fn one_article_with_a_new_guid_is_the_same_where_its_title_or_time_is() {
    let world = World::new();
    let check = |path: &str, second: String, new: u64| {
        let others: String = (20..30).map(|n| guided(&n.to_string(), n, &format!("Other {n}"))).collect();
        world.site.publish(path, rss(&[guided("a", 1, "Fog"), others.clone()]));
        world.follow(path);
        world.site.publish(path, rss(&[second, others]));
        world.pass(3600);
        assert_eq!(world.sync(SyncScope::All).new_articles, new, "{path}");
    };
    check("/title", guided("b", 0, "Fog").replace("/story/0", "/story/1"), 0);
    check("/time", guided("b", 1, "Fog, corrected"), 0);
    // A page that is written anew every day, at the same address, is news.
    let today = guided("b", 0, "Rain").replace("/story/0", "/story/1");
    check("/daily", today, 1);
}
