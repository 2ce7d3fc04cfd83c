//! The ticker by language: the rows of feeds that say it, counted, marked and paged as any other selection.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

mod common;

use common::{DAY, NOW, Shelf, article, shelf, update};
use stoppress_model::{FeedId, FeedSettings, TickerQuery};
use stoppress_store::FeedUpdate;

/// A library with a feed of two articles for each of these languages, as publishers write them.
fn speaking<const N: usize>(languages: [Option<&str>; N]) -> (Shelf, Vec<FeedId>) {
    let shelf = shelf();
    let feeds = languages.iter().enumerate().map(|(number, language)| {
        let feed = shelf.follow(&format!("feed-{number}"));
        let first = 2 * number as i64;
        let brought = update(feed, NOW, vec![article(first), article(first + 1)]);
        shelf.store.ingest(&[FeedUpdate { language: language.map(str::to_owned), ..brought }]).unwrap();
        feed
    });
    let feeds = feeds.collect();
    (shelf, feeds)
}

fn of(language: &str) -> TickerQuery {
    TickerQuery { language: Some(language.into()), ..TickerQuery::default() }
}

/// The feeds that a selection shows, once each; its total must be the number of its rows.
fn shown(shelf: &Shelf, query: &TickerQuery) -> Vec<FeedId> {
    let page = shelf.store.ticker(query).unwrap();
    assert_eq!(page.total, page.rows.len() as u64, "{query:?}");
    let mut feeds: Vec<FeedId> = page.rows.iter().map(|row| row.feed_id).collect();
    feeds.sort();
    feeds.dedup();
    feeds
}

#[test]
fn a_language_takes_its_kinds_too_however_a_publisher_writes_them() {
    let (shelf, feeds) =
        speaking([Some("en-GB"), Some("EN"), Some(" en_US "), Some("enm"), Some("fr"), None, Some("")]);
    assert_eq!(shown(&shelf, &of("en")), feeds[..3]);
    assert_eq!(shown(&shelf, &of("EN")), feeds[..3]);
    assert_eq!([shown(&shelf, &of("en-us")), shown(&shelf, &of("en_US"))], [[feeds[2]], [feeds[2]]]);
    assert_eq!(shown(&shelf, &of("enm")), feeds[3..4]);
    assert_eq!(shown(&shelf, &of("fr")), feeds[4..5]);
    for none in ["e", "en-", "de", "%", "*", ""] {
        assert!(shown(&shelf, &of(none)).iter().all(|feed| *feed == feeds[6]), "{none}");
    }
    assert_eq!(shown(&shelf, &TickerQuery::default()).len(), 7);
}

#[test]
fn a_language_goes_together_with_folder_feed_and_unread() {
    let (shelf, feeds) = speaking([Some("en"), Some("en"), Some("fr")]);
    shelf.store.move_feeds(&[feeds[0], feeds[2]], Some("Tech/News"), NOW).unwrap();
    shelf.deliver(feeds[1], NOW.plus(DAY), vec![article(90)]);
    let tech = TickerQuery { folder: Some("Tech".into()), ..of("en") };
    assert_eq!(shown(&shelf, &tech), feeds[..1]);
    assert_eq!(shown(&shelf, &TickerQuery { feed: Some(feeds[0]), ..of("en") }), feeds[..1]);
    assert!(shown(&shelf, &TickerQuery { feed: Some(feeds[2]), ..of("en") }).is_empty());
    assert_eq!(shown(&shelf, &TickerQuery { unread: true, ..of("en") }), feeds[..2]);
    assert_eq!(shelf.store.mark_all_read(&tech, NOW).unwrap().changed, 2);
    assert_eq!(shown(&shelf, &TickerQuery { unread: true, ..of("en") }), feeds[1..2]);
    assert_eq!(shelf.store.mark_all_read(&of("en"), NOW).unwrap().changed, 3);
    assert_eq!(shown(&shelf, &TickerQuery { unread: true, ..TickerQuery::default() }), feeds[2..]);
}

#[test]
fn what_is_kept_out_of_live_is_in_its_language_only_by_feed_or_folder() {
    let (shelf, feeds) = speaking([Some("en"), Some("en")]);
    shelf.store.move_feeds(&[feeds[0]], Some("Tech"), NOW).unwrap();
    let settings = FeedSettings { in_live: false, ..FeedSettings::default() };
    shelf.store.set_feed_settings(feeds[0], &settings, NOW).unwrap();
    assert_eq!(shown(&shelf, &of("en")), feeds[1..]);
    assert_eq!(shown(&shelf, &TickerQuery { feed: Some(feeds[0]), ..of("en") }), feeds[..1]);
    assert_eq!(shown(&shelf, &TickerQuery { folder: Some("Tech".into()), ..of("en") }), feeds[..1]);
}

#[test]
fn a_page_of_a_language_walks_the_index_of_the_ticker() {
    let (shelf, _) = speaking([Some("en")]);
    let plan = shelf.plan(&shelf.store.ticker_sql(&TickerQuery { limit: 100, ..of("en") }).unwrap());
    assert!(plan.contains("status_ticker") && !plan.contains("TEMP B-TREE FOR ORDER"), "{plan}");
}
