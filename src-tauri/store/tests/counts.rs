//! The counts that are kept say what counting would say, whatever happened and whoever did it.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

mod common;

use common::{DAY, NOW, article, dated, dice, shelf, update};
use rusqlite::Connection;
use stoppress_model::{FeedId, FeedSettings, MuteKind, NewMute, TickerQuery, Timestamp};
use stoppress_store::{Count, NewFeed, Purging, Store, StoreError, recover};

/// What counting every row gives.
struct Counted {
    everything: Count,
    folder: Count,
    feeds: Vec<(FeedId, Count, Option<Timestamp>)>,
}

fn counted(library: &Connection) -> Counted {
    let count = |of: &str| {
        let shown = "SELECT coalesce(sum(s.read = 0), 0), count(*) FROM status s JOIN feeds f ON f.id = s.feed_id
                     WHERE s.hidden = 0";
        library
            .query_row(&format!("{shown} AND {of}"), [], |row| {
                Ok(Count { unread: row.get::<_, i64>(0)? as u64, total: row.get::<_, i64>(1)? as u64 })
            })
            .unwrap()
    };
    let mut followed = library.prepare("SELECT id FROM feeds WHERE unfollowed_at IS NULL").unwrap();
    let ids: Vec<i64> = followed.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let newest = |id: i64| {
        let sql = "SELECT max(ticker_at) FROM status WHERE hidden = 0 AND feed_id = ?1";
        library.query_row(sql, [id], |row| row.get::<_, Option<i64>>(0)).unwrap().map(Timestamp)
    };
    Counted {
        everything: count("f.in_live = 1"),
        folder: count("f.folder = 'World' AND f.unfollowed_at IS NULL"),
        feeds: ids.into_iter().map(|id| (FeedId(id), count(&format!("f.id = {id}")), newest(id))).collect(),
    }
}

fn agrees(store: &Store, library: &Connection, after: &str) {
    let counted = counted(library);
    let counts = store.counts().unwrap();
    assert_eq!(counts.everything(), counted.everything, "everything, after {after}");
    assert_eq!(counts.folder("World"), counted.folder, "the folder, after {after}");
    let feeds = store.feeds().unwrap();
    assert_eq!(feeds.len(), counted.feeds.len(), "the feeds, after {after}");
    for (id, count, newest) in counted.feeds {
        assert_eq!(counts.feed(id), count, "feed {id}, after {after}");
        let feed = feeds.iter().find(|feed| feed.id == id).unwrap();
        assert_eq!((feed.unread, feed.articles, feed.newest), (count.unread, count.total, newest), "after {after}");
        let page = store.ticker(&TickerQuery { feed: Some(id), limit: 1, ..TickerQuery::default() }).unwrap();
        assert_eq!(page.total, count.total, "a page of feed {id}, after {after}");
    }
    let unread = store.ticker(&TickerQuery { unread: true, limit: 1, ..TickerQuery::default() }).unwrap();
    assert_eq!(unread.total, counted.everything.unread, "a page, after {after}");
}

/// One action by chance; its name.
fn act(store: &Store, feeds: &[FeedId], now: Timestamp, dice: &mut impl FnMut(usize) -> usize) -> &'static str {
    let feed = feeds[dice(feeds.len())];
    let ids = |dice: &mut dyn FnMut(usize) -> usize| {
        let rows = store.ticker(&TickerQuery { limit: 30, ..TickerQuery::default() }).unwrap().rows;
        rows.iter().filter(|_| dice(3) == 0).map(|row| row.id).collect::<Vec<_>>()
    };
    // Feeds may not be followed, addresses may be taken: what is refused changes nothing, which is looked at too.
    match dice(15) {
        0..=3 => {
            let from = dice(60) as i64;
            let articles =
                (from..from + 1 + dice(30) as i64).map(|number| dated(article(number), now.plus(-number * 50)));
            store.ingest(&[update(feed, now, articles.collect())]).unwrap();
            "articles arrived"
        }
        4 => {
            store.mark(&ids(dice), dice(2) == 0, now).unwrap();
            "marking some"
        }
        5 => {
            let folder = (dice(2) == 0).then(|| "World".to_owned());
            let feed = (dice(2) == 0).then_some(feed);
            store.mark_all_read(&TickerQuery { feed, folder, ..TickerQuery::default() }, now).unwrap();
            "marking all"
        }
        6 | 7 => store.undo(None, now).map(|_| "taking back").unwrap(),
        8 => store.unfollow(feed, now).map_or("nothing", |_| "unfollowing"),
        9 => {
            let url = format!("https://example.org/{}", dice(5));
            store.follow(&NewFeed { url: &url, ..NewFeed::default() }, now).unwrap();
            "following"
        }
        10 => {
            let text = format!("Headline {}", dice(60));
            let new = NewMute { kind: MuteKind::Words, text, feed: None, days: None };
            store.mute(&new, now).map_or("nothing", |_| "muting")
        }
        11 => match store.mutes(now).unwrap().first() {
            Some(mute) => store.unmute(mute.id, now).map(|()| "ending a mute").unwrap(),
            None => "nothing",
        },
        12 => {
            let settings = FeedSettings { in_live: dice(2) == 0, ..FeedSettings::default() };
            let folder = (dice(2) == 0).then_some("World");
            store.move_feeds(&[feed], folder, now).unwrap();
            store.set_feed_settings(feed, &settings, now).map_or("moving", |()| "taking a source out of Live")
        }
        13 => {
            let mut walk = Purging::new(1, now.plus(2 * DAY));
            while !walk.is_done() {
                store.purge_slice(&mut walk).unwrap();
            }
            "letting old ones go"
        }
        _ => {
            let url = format!("https://example.org/{}", dice(5));
            store.adopt_address(feed, &url, now).map_or("nothing", |_| "a feed moved")
        }
    }
}

#[test]
fn whatever_happens_and_whoever_does_it_the_counts_are_what_counting_gives() {
    let mut dice = dice(41);
    let here = shelf();
    // As another process would have it: connections and memory of its own.
    let there = Store::open(&here.path()).unwrap();
    let library = Connection::open(here.path()).unwrap();
    let feeds: Vec<FeedId> = (0..4).map(|name| here.follow(&name.to_string())).collect();
    here.store.move_feeds(&feeds[..2], Some("World"), NOW).unwrap();
    let mut seen = std::collections::HashSet::new();
    for step in 0..400 {
        let store = if dice(2) == 0 { &here.store } else { &there };
        let done = act(store, &feeds, NOW.plus(step), &mut dice);
        seen.insert(done);
        agrees(&here.store, &library, done);
        agrees(&there, &library, done);
    }
    assert_eq!(here.store.check().unwrap(), Vec::<String>::new());
    assert!(seen.len() >= 12, "chance tried nearly everything, but only {seen:?}");
}

#[test]
fn a_library_put_together_again_counts_feeds_of_which_nothing_is_shown() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.deliver(feed, NOW, (0..5).map(article).collect());
    shelf.store.unfollow(feed, NOW).unwrap();
    let path = shelf.path();
    drop(shelf.store);
    recover(&path, &[]).unwrap();
    let store = Store::open(&path).unwrap();
    store.undo(None, NOW).unwrap();
    assert_eq!(store.counts().unwrap().feed(feed), Count { unread: 5, total: 5 });
    assert_eq!(store.check().unwrap(), Vec::<String>::new());
}

#[test]
fn the_first_page_of_a_start_counts_what_is_in_live() {
    let shelf = shelf();
    let (near, far) = (shelf.follow("near"), shelf.follow("far"));
    shelf.deliver(near, NOW, (0..5).map(article).collect());
    shelf.deliver(far, NOW, (5..9).map(article).collect());
    shelf.store.mark(&shelf.ids(Some(near))[..2], true, NOW).unwrap();
    let settings = FeedSettings { in_live: false, ..FeedSettings::default() };
    shelf.store.set_feed_settings(far, &settings, NOW).unwrap();
    for (unread, total) in [(true, 3), (false, 5)] {
        // Nothing is in memory yet.
        let fresh = Store::open(&shelf.path()).unwrap();
        let query = TickerQuery { unread, limit: 1, ..TickerQuery::default() };
        assert_eq!(fresh.ticker(&query).unwrap().total, total);
        assert_eq!(fresh.ticker(&query).unwrap().total, total, "and from memory");
    }
}

#[test]
fn a_row_that_is_hidden_is_counted_nowhere_also_when_it_is_marked() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.deliver(feed, NOW, (0..5).map(article).collect());
    let id = shelf.ids(None)[0];
    let title = shelf.store.ticker_rows(&[id]).unwrap()[0].title.to_string();
    shelf.store.mute(&NewMute { kind: MuteKind::Words, text: title, feed: None, days: None }, NOW).unwrap();
    for read in [true, false] {
        shelf.store.mark(&[id], read, NOW).unwrap();
        assert_eq!(shelf.store.counts().unwrap().feed(feed), Count { unread: 4, total: 4 });
        assert_eq!(shelf.store.check().unwrap(), Vec::<String>::new());
    }
}

#[test]
fn what_nobody_changed_is_read_once() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.deliver(feed, NOW, (0..5).map(article).collect());
    let (counts, feeds) = (shelf.store.counts().unwrap(), shelf.store.feeds().unwrap());
    assert!(std::sync::Arc::ptr_eq(&counts, &shelf.store.counts().unwrap()));
    assert!(std::sync::Arc::ptr_eq(&feeds, &shelf.store.feeds().unwrap()));
    let other = Store::open(&shelf.path()).unwrap();
    other.mark(&shelf.ids(Some(feed))[..1], true, NOW).unwrap();
    assert_eq!(shelf.store.counts().unwrap().feed(feed).unread, 4);
    assert_eq!(shelf.store.feeds().unwrap()[0].unread, 4);
}

#[test]
fn a_library_that_took_the_place_of_another_is_counted_anew() {
    let (shelf, empty) = (shelf(), common::shelf());
    let feed = shelf.follow("feed");
    shelf.deliver(feed, NOW, (0..5).map(article).collect());
    assert_eq!(shelf.store.counts().unwrap().everything().total, 5);
    let source = empty.path();
    drop(empty.store);
    match shelf.store.replace_with(&source) {
        Ok(()) => assert_eq!(shelf.store.counts().unwrap().everything(), Count::default()),
        Err(StoreError::ReadOnly(why)) => panic!("{why}"),
        Err(other) => panic!("{other}"),
    }
}
