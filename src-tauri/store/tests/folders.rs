//! Folders in folders: what one holds, wherever it is asked for, and that nothing else is moved, counted or told of.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

mod common;

use common::{DAY, NOW, Shelf, article, shelf, story, update};
use std::time::Duration;
use stoppress_model::{FeedId, NewNotifyRule, NotifyKind, SearchOrder, TickerQuery, WordsMatch, folder};
use stoppress_store::{SearchOptions, StoreError};

/// A library with one feed of two articles for each of these folders; an empty name is none.
struct Filed {
    shelf: Shelf,
    feeds: Vec<FeedId>,
}

fn filed<const N: usize>(folders: [&str; N]) -> Filed {
    let shelf = shelf();
    let feeds = folders.iter().enumerate().map(|(number, path)| {
        let feed = shelf.follow(&format!("feed-{number}"));
        let first = 2 * number as i64;
        shelf.deliver(feed, NOW, vec![article(first), story(first + 1, "Tides", "<p>Water</p>")]);
        shelf.store.move_feeds(&[feed], Some(path), NOW).unwrap();
        feed
    });
    let feeds = feeds.collect();
    Filed { shelf, feeds }
}

impl Filed {
    fn folders(&self) -> Vec<String> {
        let folder = |feed: &FeedId| self.shelf.store.feed(*feed).unwrap().folder.map(|path| path.to_string());
        self.feeds.iter().map(|feed| folder(feed).unwrap_or_default()).collect()
    }

    /// How many feeds a folder holds by its rows, its count, and a search.
    fn held(&self, path: &str) -> [usize; 3] {
        let query = TickerQuery { folder: Some(path.into()), ..TickerQuery::default() };
        let page = self.shelf.store.ticker(&query).unwrap();
        assert_eq!(page.total, page.rows.len() as u64, "the count of {path}");
        let counted = self.shelf.store.counts().unwrap().folder(path).total;
        let found = self.search(path);
        [page.rows.len() / 2, counted as usize / 2, found]
    }

    /// How many feeds have a story about tides in the folder that was typed.
    fn search(&self, typed: &str) -> usize {
        self.shelf.index();
        let (order, patience) = (SearchOrder::Newest, Duration::from_secs(600));
        let options = SearchOptions { limit: 50, order, below: None, patience, plain: &common::plain };
        self.shelf.store.search(&format!("tides folder:\"{typed}\""), &options).unwrap().stories.len()
    }

    fn tell(&self, path: &str) {
        let rule =
            NewNotifyRule { kind: NotifyKind::Folder, feed: None, text: path.into(), matching: WordsMatch::default() };
        self.shelf.store.add_notify_rule(&rule, NOW).unwrap();
    }

    /// The folders that rules are about, the oldest first.
    fn rules(&self) -> Vec<String> {
        self.shelf.store.notify_rules().unwrap().iter().rev().map(|rule| rule.text.to_string()).collect()
    }
}

#[test]
fn a_folder_holds_its_own_feeds_and_those_of_every_folder_under_it() {
    let it = filed(["Tech", "Tech/News", "Tech/News/Deep", "Technology", "Tech-2", "Tech0", "Te%", "Te_h", "News", ""]);
    assert_eq!(it.held("Tech"), [3, 3, 3]);
    assert_eq!(it.held("Tech/News"), [2, 2, 2]);
    for one in ["Technology", "Tech-2", "Tech0", "Tech/News/Deep"] {
        assert_eq!(it.held(one), [1, 1, 1], "{one}");
    }
    assert_eq!(it.held("Te%")[..2], [1, 1]);
    assert_eq!(it.held("Te_h")[..2], [1, 1]);
    // Another case or sign is another folder; only a search does not mind.
    assert_eq!(it.held("Te")[..2], [0, 0]);
    assert_eq!(it.held("tech/news"), [0, 0, 2]);
}

#[test]
fn folders_of_every_script_and_of_many_levels_hold_what_is_under_them() {
    let deep = (0..64).map(|level| level.to_string()).collect::<Vec<_>>().join("/");
    let it = filed(["日本/経済", "日本語", "أخبار/البحر", "أخبار", "Été", "Été/Mer", deep.as_str()]);
    assert_eq!([it.held("日本")[0], it.held("日本語")[0]], [1, 1]);
    assert_eq!([it.held("أخبار")[1], it.held("Été")[1]], [2, 2]);
    assert_eq!([it.held("0")[0], it.held("0/1/2")[1], it.held(&deep)[0]], [1, 1, 1]);
}

#[test]
fn a_search_knows_a_folder_by_its_own_name_too() {
    let it = filed(["Tech/News", "Sport/News", "TCP\u{2215}IP", "Newspapers"]);
    assert_eq!([it.search("news"), it.search("tech/news"), it.search("Sport"), it.search("News/Tech")], [2, 1, 1, 0]);
    assert_eq!([it.search("tcp/ip"), it.search("tech/")], [1, 1]);
}

#[test]
fn a_path_is_written_without_blanks_and_empty_names() {
    let it = filed([" Tech / News/", "/", "A//B"]);
    assert_eq!(it.folders(), ["Tech/News", "", "A/B"]);
    it.shelf.store.rename_folder("A", " Z / Y ", NOW).unwrap();
    assert_eq!(it.folders()[2], "Z/Y/B");
    assert!(matches!(it.shelf.store.rename_folder("Z", " / ", NOW), Err(StoreError::NotFound(_))));
}

#[test]
fn a_renamed_folder_takes_those_under_it_along_and_undo_brings_all_back() {
    let before = ["Tech", "Tech/News", "Technology", "Home/Tech", "Home"];
    let it = filed(before);
    // There is a folder of that name: they become one.
    assert_eq!(it.shelf.store.rename_folder("Tech", "Home", NOW).unwrap().changed, 2);
    assert_eq!(it.folders(), ["Home", "Home/News", "Technology", "Home/Tech", "Home"]);
    assert_eq!(it.shelf.store.undo(None, NOW).unwrap().count, 2);
    assert_eq!(it.folders(), before);
    // One that holds no feed of its own, and one that goes into itself.
    it.shelf.store.rename_folder("Home", "Home/Old", NOW).unwrap();
    assert_eq!(it.folders()[3..], ["Home/Old/Tech", "Home/Old"]);
    it.shelf.store.move_feeds(&it.feeds[4..], None, NOW).unwrap();
    it.shelf.store.rename_folder("Home/Old", "Loft", NOW).unwrap();
    assert_eq!(it.folders()[3..], ["Loft/Tech", ""]);
}

#[test]
fn a_deleted_folder_leaves_what_was_in_it_one_level_up() {
    let before = ["A", "A/B", "A/B/C", "A/B/C/D", "A/Bc", ""];
    let it = filed(before);
    assert_eq!(it.shelf.store.delete_folder("A/B", NOW).unwrap().changed, 3);
    assert_eq!(it.folders(), ["A", "A", "A/C", "A/C/D", "A/Bc", ""]);
    assert_eq!(it.shelf.store.delete_folder("A", NOW).unwrap().changed, 5);
    assert_eq!(it.folders(), ["", "", "C", "C/D", "Bc", ""]);
    it.shelf.store.undo(None, NOW.plus(DAY)).unwrap();
    it.shelf.store.undo(None, NOW.plus(DAY)).unwrap();
    assert_eq!(it.folders(), before);
    assert!(matches!(it.shelf.store.delete_folder("A/B/", NOW), Err(StoreError::NotFound(_))));
}

#[test]
fn rules_for_folders_go_along_and_come_back_with_undo() {
    let it = filed(["Tech", "Tech/News", "Technology", "Home"]);
    ["Tech", "Tech/News", "Technology", "Home"].iter().for_each(|path| it.tell(path));
    // "Home" has a rule already, which is nobody else's when the name is taken back.
    it.shelf.store.rename_folder("Tech", "Home", NOW).unwrap();
    assert_eq!(it.rules(), ["Tech", "Home/News", "Technology", "Home"]);
    it.shelf.store.undo(None, NOW).unwrap();
    assert_eq!(it.rules(), ["Tech", "Tech/News", "Technology", "Home"]);
    it.shelf.store.rename_folder("Tech", "Tech/Old", NOW).unwrap();
    assert_eq!(it.rules()[..2], ["Tech/Old", "Tech/Old/News"]);
    it.shelf.store.undo(None, NOW).unwrap();
    // The rule for the folder that is gone tells of nothing, not of all around it.
    it.shelf.store.delete_folder("Tech", NOW).unwrap();
    assert_eq!(it.rules(), ["Tech", "News", "Technology", "Home"]);
    it.shelf.store.undo(None, NOW).unwrap();
    assert_eq!(it.rules()[1], "Tech/News");
}

#[test]
fn everything_of_a_folder_is_marked_read_and_nothing_else() {
    let it = filed(["Tech", "Tech/News", "Technology"]);
    it.shelf.deliver(it.feeds[0], NOW.plus(DAY), vec![article(90)]);
    let of = |path: &str| TickerQuery { folder: Some(path.into()), ..TickerQuery::default() };
    let unread = |path: &str| it.shelf.store.counts().unwrap().folder(path).unread;
    assert_eq!([unread("Tech"), unread("Technology")], [5, 2]);
    assert_eq!(it.shelf.store.mark_all_read(&of("Tech"), NOW).unwrap().changed, 5);
    assert_eq!([unread("Tech"), unread("Tech/News"), unread("Technology")], [0, 0, 2]);
    let query = TickerQuery { feed: Some(it.feeds[1]), ..of("Tech") };
    assert_eq!(it.shelf.store.ticker(&query).unwrap().total, 2);
}

#[test]
fn a_path_that_would_be_too_long_is_refused_and_nothing_is_moved() {
    let it = filed(["A/B", "C"]);
    let long = "x".repeat(folder::BYTES - 1);
    assert!(matches!(it.shelf.store.rename_folder("A", &long, NOW), Err(StoreError::Unusable(_))));
    assert_eq!(it.folders(), ["A/B", "C"]);
    it.shelf.store.rename_folder("C", &long, NOW).unwrap();
    assert_eq!(it.folders()[1].len(), folder::BYTES - 1);
    it.shelf.store.ingest(&[update(it.feeds[1], NOW.plus(DAY), vec![article(99)])]).unwrap();
    assert_eq!(it.held(&long)[0], 1);
}

#[test]
fn the_feeds_of_a_folder_are_found_by_their_index() {
    let it = filed(["Tech"]);
    let query = TickerQuery { folder: Some("Tech".into()), limit: 100, ..TickerQuery::default() };
    let plan = it.shelf.plan(&it.shelf.store.ticker_sql(&query).unwrap());
    assert_eq!(plan.matches("feeds_folder").count(), 2, "{plan}");
    assert!(!plan.contains("SCAN feeds") && !plan.contains("TEMP B-TREE FOR ORDER"), "{plan}");
}
