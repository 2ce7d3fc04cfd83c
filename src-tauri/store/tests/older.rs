//! Pages of older articles: what they bring, and that they disturb nothing.
#![allow(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod common;

use common::{NOW, dated, shelf, story, update};
use stoppress_model::{FeedId, TickerQuery, Timestamp};
use stoppress_store::{FeedUpdate, NewArticle, OlderPage, Purging, StoreError};

const DAY: i64 = 86_400;

fn at(days_ago: i64) -> Timestamp {
    Timestamp(NOW.0 - days_ago * DAY)
}

/// An article published so many days ago.
fn aged(number: i64) -> NewArticle {
    dated(story(number, &format!("Headline {number}"), "<p>Text</p>"), at(number))
}

fn page(feed: FeedId, url: &str, next: Option<&str>, articles: Vec<NewArticle>) -> OlderPage {
    OlderPage {
        feed,
        feed_url: "https://example.org/feed".into(),
        at: NOW,
        url: url.into(),
        next: next.map(Into::into),
        articles,
    }
}

fn naming(feed: FeedId, older: Option<&str>, articles: Vec<NewArticle>) -> FeedUpdate {
    FeedUpdate { older: older.map(Into::into), ..update(feed, NOW, articles) }
}

#[test]
fn what_went_by_its_age_comes_back_when_the_reader_asks_for_it_and_the_feed_alone_brings_nothing_back() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    let articles: Vec<NewArticle> = (0..30).map(aged).collect();
    shelf.store.ingest(&[naming(feed, Some("https://example.org/2"), articles.clone())]).unwrap();
    let later = Timestamp(NOW.0 + 100 * DAY);
    let mut walk = Purging::new(90, later);
    while !walk.is_done() {
        shelf.store.purge_slice(&mut walk).unwrap();
    }
    assert_eq!(shelf.ids(None).len(), 20);
    shelf.deliver(feed, NOW, articles.clone());
    assert_eq!(shelf.ids(None).len(), 20);
    let older = OlderPage { at: later, ..page(feed, "https://example.org/2", None, articles) };
    assert_eq!(shelf.store.ingest_older(&older).unwrap().new, 10);
    assert_eq!(shelf.ids(None).len(), 30);
    // It stays for as long as what came today.
    let mut walk = Purging::new(90, Timestamp(later.0 + 80 * DAY));
    while !walk.is_done() {
        shelf.store.purge_slice(&mut walk).unwrap();
    }
    assert_eq!(shelf.ids(None).len(), 30);
}

#[test]
fn an_older_page_changes_nothing_that_is_here() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.store.ingest(&[naming(feed, Some("https://example.org/2"), vec![aged(1)])]).unwrap();
    let mut other = aged(1);
    other.content_hash = vec![9; 16];
    other.content.html = "<p>As it was once</p>".into();
    shelf.store.ingest_older(&page(feed, "https://example.org/2", None, vec![other])).unwrap();
    assert_eq!(shelf.store.article(shelf.ids(None)[0]).unwrap().content.html, "<p>Text</p>");
}

#[test]
fn undated_older_articles_stand_below_everything_in_their_order() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.store.ingest(&[naming(feed, Some("https://example.org/2"), vec![aged(1), aged(2)])]).unwrap();
    let undated = |number| story(number, &format!("Undated {number}"), "<p>Text</p>");
    let older = vec![undated(8), aged(5), undated(9)];
    shelf.store.ingest_older(&page(feed, "https://example.org/2", None, older)).unwrap();
    let rows = shelf.store.ticker(&TickerQuery::default()).unwrap().rows;
    let titles: Vec<&str> = rows.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["Headline 1", "Headline 2", "Headline 5", "Undated 8", "Undated 9"]);
}

#[test]
fn where_a_feed_says_that_its_older_articles_are_is_kept_until_it_says_so_no_more_or_moves() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    let address = || shelf.store.older_address(feed).unwrap();
    shelf.store.ingest(&[naming(feed, Some("https://example.org/2"), vec![aged(1)])]).unwrap();
    assert_eq!(address().as_deref(), Some("https://example.org/2"));
    shelf.store.ingest(&[naming(feed, None, vec![aged(1)])]).unwrap();
    assert_eq!(address(), None);
    shelf.store.ingest(&[naming(feed, Some("https://example.org/2"), vec![aged(1)])]).unwrap();
    let further = page(feed, "https://example.org/2", Some("https://example.org/3"), vec![aged(2)]);
    shelf.store.ingest_older(&further).unwrap();
    shelf.store.ingest(&[naming(feed, None, vec![aged(1)])]).unwrap();
    assert_eq!(address().as_deref(), Some("https://example.org/3"), "the reader is on the way");
    shelf.store.change_address(feed, "https://example.org/moved", None, NOW).unwrap();
    assert_eq!(address(), None);
}

#[test]
fn a_page_that_was_asked_of_another_library_is_not_stored_in_the_one_that_took_its_place() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.store.ingest(&[naming(feed, Some("https://example.org/2"), vec![aged(1)])]).unwrap();
    let next = "https://elsewhere.example/feed/2";
    let foreign =
        OlderPage { feed_url: "https://elsewhere.example/feed".into(), ..page(feed, next, None, vec![aged(2)]) };
    assert!(matches!(shelf.store.ingest_older(&foreign), Err(StoreError::NotFound("this feed"))));
    shelf.store.end_older(feed, next).unwrap();
    assert_eq!(shelf.ids(None).len(), 1);
    assert_eq!(shelf.store.older_address(feed).unwrap().as_deref(), Some("https://example.org/2"));
}
