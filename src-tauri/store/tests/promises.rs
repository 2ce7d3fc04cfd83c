//! What the store promises to the rooms above it.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

mod common;

use common::{NOW, Shelf, shelf, story};
use std::time::Duration;
use stoppress_model::{
    ArticleId, Density, FeedId, PlainText, SaveState, SearchOrder, Settings, Theme, TickerQuery, Timestamp,
};
use stoppress_store::{FeedUpdate, NewArticle, SavedImage, SavedImageResult, SearchOptions, Store, StoreError};

fn article(number: i64, published: Option<Timestamp>) -> NewArticle {
    let mut article = story(number, &format!("Headline {number}"), &format!("<p>Text of {number}</p>"));
    article.content_hash = vec![1];
    article.content.published = published;
    article
}

fn update(feed: FeedId, at: Timestamp, articles: Vec<NewArticle>) -> FeedUpdate {
    FeedUpdate { language: Some("en".into()), ..common::update(feed, at, articles) }
}

impl Shelf {
    fn with_articles(count: i64) -> (Shelf, FeedId) {
        let shelf = shelf();
        let feed = shelf.follow("https://example.org/feed");
        let articles = (0..count).map(|n| article(n, Some(NOW.plus(-60 * n)))).collect();
        shelf.store.ingest(&[update(feed, NOW, articles)]).unwrap();
        (shelf, feed)
    }

    fn titles(&self, query: &TickerQuery) -> Vec<String> {
        self.store.ticker(query).unwrap().rows.iter().map(|row| row.title.to_string()).collect()
    }

    fn unread(&self, feed: FeedId) -> u64 {
        assert_eq!(self.store.check().unwrap(), Vec::<String>::new());
        self.store.feed(feed).unwrap().unread
    }
}

#[test]
fn the_ticker_is_newest_first_and_pages_by_key_both_ways_without_a_gap() {
    let (shelf, _) = Shelf::with_articles(50);
    let all = shelf.ids(None);
    assert_eq!(all.len(), 50);
    let mut paged = Vec::new();
    let mut before = None;
    loop {
        let page = shelf.store.ticker(&TickerQuery { limit: 7, before, ..TickerQuery::default() }).unwrap();
        assert_eq!(page.total, 50);
        paged.extend(page.rows.iter().map(|row| row.id));
        before = page.rows.last().map(|row| row.id);
        if !page.more {
            break;
        }
    }
    assert_eq!(paged, all);
    let up = shelf.store.ticker(&TickerQuery { limit: 5, after: Some(all[20]), ..TickerQuery::default() }).unwrap();
    assert_eq!(up.rows.iter().map(|row| row.id).collect::<Vec<_>>(), all[15..20]);
    assert!(up.more);
}

#[test]
fn of_a_newly_followed_feed_the_newest_20_stay_unread() {
    let (shelf, feed) = Shelf::with_articles(50);
    assert_eq!(shelf.unread(feed), 20);
    let rows = shelf.store.ticker(&TickerQuery::default()).unwrap().rows;
    assert!(rows[..20].iter().all(|row| !row.read) && rows[20..].iter().all(|row| row.read));
}

#[test]
fn undated_articles_of_a_first_import_stand_below_the_dated_ones_in_feed_order() {
    let shelf = shelf();
    let feed = shelf.follow("https://example.org/feed");
    let articles = vec![article(1, None), article(2, Some(NOW.plus(-10))), article(3, None), article(4, Some(NOW))];
    shelf.store.ingest(&[update(feed, NOW, articles)]).unwrap();
    assert_eq!(shelf.titles(&TickerQuery::default()), ["Headline 4", "Headline 2", "Headline 1", "Headline 3"]);
}

#[test]
fn later_a_published_time_is_believed_only_within_48_hours_back_and_5_minutes_ahead() {
    let (shelf, feed) = Shelf::with_articles(1);
    let later = NOW.plus(100_000);
    let check = |number: i64, published: Timestamp, want: Timestamp| {
        shelf.store.ingest(&[update(feed, later, vec![article(number, Some(published))])]).unwrap();
        let row = shelf.store.ticker(&TickerQuery { arrived_after: None, ..TickerQuery::default() }).unwrap().rows;
        let row = row.iter().find(|row| row.title.as_str() == format!("Headline {number}")).unwrap().clone();
        assert_eq!(row.time, want);
        assert!(!row.read);
    };
    check(10, later.plus(-48 * 3600), later.plus(-48 * 3600));
    check(11, later.plus(-48 * 3600 - 1), later);
    check(12, later.plus(300), later.plus(300));
    check(13, later.plus(301), later);
}

#[test]
fn an_edit_changes_the_headline_but_neither_place_nor_read_state() {
    let (shelf, feed) = Shelf::with_articles(3);
    let before = shelf.store.ticker(&TickerQuery::default()).unwrap().rows;
    shelf.store.mark(&[before[1].id], true, NOW).unwrap();
    let mut edited = article(1, Some(NOW));
    edited.content.title = PlainText::new("Corrected", 100);
    edited.content_hash = vec![2];
    let changes = shelf.store.ingest(&[update(feed, NOW.plus(60), vec![edited])]).unwrap();
    assert_eq!((changes[0].new, changes[0].updated), (0, 1));
    let after = shelf.store.ticker(&TickerQuery::default()).unwrap().rows;
    assert_eq!(after[1].title.as_str(), "Corrected");
    assert_eq!((after[1].time, after[1].read), (before[1].time, true));
}

#[test]
fn undo_passes_over_what_was_marked_read_because_it_was_seen() {
    let (shelf, feed) = Shelf::with_articles(4);
    let ids = shelf.ids(None);
    shelf.store.mark(&ids[..1], true, NOW).unwrap();
    assert_eq!(shelf.store.mark_seen(&ids[..3]).unwrap().changed, 2);
    assert_eq!(shelf.unread(feed), 1);
    assert_eq!(shelf.store.undo(None, NOW).unwrap().article, Some(ids[0]));
    assert_eq!(shelf.unread(feed), 2);
    assert_eq!(shelf.store.undo(Some("mark_read"), NOW).unwrap().action, None);
}

#[test]
fn unread_counts_are_right_after_every_kind_of_change() {
    let (shelf, feed) = Shelf::with_articles(10);
    let ids = shelf.ids(None);
    assert_eq!(shelf.store.mark(&ids[..4], true, NOW).unwrap().changed, 4);
    assert_eq!(shelf.store.mark(&ids[..4], true, NOW).unwrap().changed, 0);
    assert_eq!(shelf.unread(feed), 6);
    shelf.store.mark(&ids[..1], false, NOW).unwrap();
    assert_eq!(shelf.unread(feed), 7);
    assert_eq!(shelf.store.mark_all_read(&TickerQuery::default(), NOW).unwrap().changed, 7);
    assert_eq!(shelf.unread(feed), 0);
    shelf.store.undo(None, NOW).unwrap();
    assert_eq!(shelf.unread(feed), 7);
}

#[test]
fn marking_all_read_leaves_what_arrived_later_unread() {
    let (shelf, feed) = Shelf::with_articles(3);
    let seen = shelf.store.ticker(&TickerQuery::default()).unwrap().newest_id;
    shelf.store.ingest(&[update(feed, NOW.plus(60), vec![article(77, Some(NOW))])]).unwrap();
    let query = TickerQuery { arrived_until: Some(seen), ..TickerQuery::default() };
    assert_eq!(shelf.store.mark_all_read(&query, NOW).unwrap().changed, 3);
    assert_eq!(shelf.unread(feed), 1);
}

#[test]
fn marking_older_articles_read_leaves_the_row_and_what_is_above_it_unread() {
    let (shelf, feed) = Shelf::with_articles(6);
    let rows = shelf.store.ticker(&TickerQuery::default()).unwrap().rows;
    let query = TickerQuery { before: Some(rows[2].id), ..TickerQuery::default() };
    assert_eq!(shelf.store.mark_all_read(&query, NOW).unwrap().changed, 3);
    let after = shelf.store.ticker(&TickerQuery::default()).unwrap().rows;
    assert_eq!(after.iter().map(|row| row.read).collect::<Vec<_>>(), [false, false, false, true, true, true]);
    shelf.store.undo(None, NOW).unwrap();
    assert_eq!(shelf.unread(feed), 6);
    let gone = TickerQuery { before: Some(ArticleId(9_999)), ..TickerQuery::default() };
    assert!(shelf.store.mark_all_read(&gone, NOW).is_err());
}

#[test]
fn a_saved_article_survives_unfollowing_its_feed_and_its_deletion() {
    let (shelf, feed) = Shelf::with_articles(2);
    let id = shelf.ids(None)[0];
    shelf.store.save_wish(id, NOW).unwrap();
    let kept = shelf.store.unfollow(feed, NOW).unwrap();
    assert_eq!(kept.kept_saved, 1);
    assert!(shelf.ids(None).is_empty());
    for day in [39, 40] {
        shelf.store.tidy(NOW.plus(day * 24 * 3600)).unwrap();
    }
    assert!(shelf.store.feed(feed).is_err());
    let saved = shelf.store.saved().unwrap();
    assert_eq!(saved[0].feed_title.as_str(), "The Harbor Post");
    assert_eq!(shelf.store.article(id).unwrap().content.html, "<p>Text of 0</p>");
}

#[test]
fn a_feeds_edit_never_reaches_the_saved_copy() {
    let (shelf, feed) = Shelf::with_articles(1);
    let id = shelf.ids(None)[0];
    shelf.store.save_wish(id, NOW).unwrap();
    let mut edited = article(0, Some(NOW));
    edited.content.html = "<p>withdrawn</p>".into();
    edited.content_hash = vec![2];
    shelf.store.ingest(&[update(feed, NOW.plus(60), vec![edited])]).unwrap();
    assert_eq!(shelf.store.article(id).unwrap().content.html, "<p>Text of 0</p>");
}

#[test]
fn an_image_that_is_stored_is_never_replaced_by_a_later_failure() {
    let (shelf, _) = Shelf::with_articles(1);
    let id = shelf.ids(None)[0];
    shelf.store.save_wish(id, NOW).unwrap();
    let key = "k".repeat(64);
    let image = SavedImage { hash: vec![7; 32], mime: "image/png".into(), bytes: vec![1, 2, 3] };
    let result = |image| SavedImageResult { url_key: key.clone(), url: "https://example.org/i.png".into(), image };
    shelf.store.finish_save(id, &[result(Ok(image.clone()))], SaveState::Complete, None, None).unwrap();
    shelf.store.finish_save(id, &[result(Err("gone".into()))], SaveState::Complete, None, None).unwrap();
    assert_eq!(shelf.store.saved_image(&key).unwrap(), Some(image));
    assert_eq!(shelf.store.saved().unwrap()[0].missing_images, 0);
}

#[test]
fn unsaving_can_be_undone_with_its_images() {
    let (shelf, _) = Shelf::with_articles(1);
    let id = shelf.ids(None)[0];
    shelf.store.save_wish(id, NOW).unwrap();
    shelf.store.finish_save(id, &[], SaveState::Complete, None, None).unwrap();
    assert!(shelf.store.unsave(id, NOW).unwrap());
    assert!(shelf.store.saved().unwrap().is_empty());
    let undone = shelf.store.undo(None, NOW).unwrap();
    assert_eq!((undone.action.as_deref(), undone.article), (Some("unsave_article"), Some(id)));
    assert_eq!(shelf.store.saved().unwrap()[0].state, SaveState::Complete);
}

#[test]
fn the_button_beside_an_action_takes_back_that_one_and_not_a_later_one() {
    let (shelf, _) = Shelf::with_articles(2);
    let ids = shelf.ids(None);
    shelf.store.save_wish(ids[0], NOW).unwrap();
    shelf.store.unsave(ids[0], NOW).unwrap();
    shelf.store.mark(&ids[1..], true, NOW).unwrap();
    let undone = shelf.store.undo(Some("unsave_article"), NOW).unwrap();
    assert_eq!(undone.article, Some(ids[0]));
    assert_eq!(shelf.store.saved().unwrap().len(), 1);
    assert_eq!(shelf.store.undoable(NOW).unwrap().as_deref(), Some("mark_read"));
    assert_eq!(shelf.store.undo(Some("unfollow"), NOW).unwrap().action, None);
}

#[test]
fn taking_a_move_back_leaves_feeds_alone_that_a_later_action_put_elsewhere() {
    let shelf = shelf();
    let feeds = [shelf.follow("https://a.example/feed"), shelf.follow("https://b.example/feed")];
    let folders = || feeds.map(|feed| shelf.store.feed(feed).unwrap().folder.map(|name| name.to_string()));
    shelf.store.move_feeds(&feeds, Some("World"), NOW).unwrap();
    shelf.store.rename_folder("World", "Planet", NOW).unwrap();
    shelf.store.move_feeds(&feeds[..1], Some("Sea"), NOW).unwrap();
    let undone = shelf.store.undo(Some("rename_folder"), NOW).unwrap();
    assert_eq!((undone.count, folders()), (1, [Some("Sea".into()), Some("World".into())]));
    shelf.store.undo(None, NOW).unwrap();
    assert_eq!(shelf.store.undo(None, NOW).unwrap().count, 2);
    assert_eq!(folders(), [None, None]);
}

#[test]
fn more_tags_than_a_story_can_have_are_refused_and_it_keeps_those_that_it_has() {
    let (shelf, _) = Shelf::with_articles(1);
    let id = shelf.ids(None)[0];
    shelf.store.save_wish(id, NOW).unwrap();
    let tags = |count: usize| (0..count).map(|number| format!("tag {number}")).collect::<Vec<_>>();
    // Each is counted once, however it is written.
    let mut most = tags(64);
    most.extend(["TAG 1".to_owned(), String::new()]);
    assert_eq!(shelf.store.set_tags_at(id, &most, NOW).unwrap().len(), 64);
    let refused = shelf.store.set_tags_at(id, &tags(65), NOW).unwrap_err();
    assert_eq!(refused.to_string(), "A story can have 64 tags. Nothing was changed.");
    assert_eq!(shelf.store.tags_of(id).unwrap().len(), 64);
}

#[test]
fn tags_that_were_changed_come_back_one_change_after_the_other() {
    let (shelf, _) = Shelf::with_articles(1);
    let id = shelf.ids(None)[0];
    shelf.store.save_wish(id, NOW).unwrap();
    let set = |tags: &[&str]| {
        shelf.store.set_tags_at(id, &tags.iter().map(ToString::to_string).collect::<Vec<_>>(), NOW).unwrap();
    };
    let tags = || shelf.store.tags_of(id).unwrap().iter().map(ToString::to_string).collect::<Vec<_>>();
    set(&["sea", "wind"]);
    set(&["sea", "wind"]);
    set(&["ice"]);
    let undone = shelf.store.undo(None, NOW).unwrap();
    assert_eq!(
        (undone.action.as_deref(), undone.article, tags()),
        (Some("set_tags"), Some(id), vec!["sea".into(), "wind".into()])
    );
    shelf.store.undo(None, NOW).unwrap();
    assert!(tags().is_empty());
    assert_eq!(shelf.store.undo(None, NOW).unwrap().action.as_deref(), Some("save_article"));
}

#[test]
fn an_unfollowed_feed_comes_back_with_its_articles_and_read_states() {
    let (shelf, feed) = Shelf::with_articles(3);
    shelf.store.mark(&shelf.ids(None)[..1], true, NOW).unwrap();
    shelf.store.unfollow(feed, NOW).unwrap();
    assert!(matches!(shelf.store.feed(feed), Err(StoreError::NotFound(_))));
    shelf.store.undo(None, NOW).unwrap();
    assert_eq!((shelf.ids(None).len(), shelf.unread(feed)), (3, 2));
}

#[test]
fn what_the_reader_did_survives_opening_the_profile_again() {
    let (shelf, _) = Shelf::with_articles(2);
    let ids = shelf.ids(None);
    shelf.store.save_wish(ids[0], NOW).unwrap();
    shelf.store.mark(&ids, true, NOW).unwrap();
    let settings = Settings { theme: Theme::Dark, density: Density::Wire, ..Settings::default() };
    shelf.store.change_settings(&Settings::default(), &settings).unwrap();
    let Shelf { store, folder } = shelf;
    drop(store);
    let store = Store::open(&folder.path().join("library.sqlite")).unwrap();
    assert_eq!(store.saved().unwrap().len(), 1);
    assert!(store.ticker(&TickerQuery::default()).unwrap().rows.iter().all(|row| row.read));
    assert_eq!(store.settings().unwrap(), settings);
    assert_eq!(store.undoable(NOW).unwrap().as_deref(), Some("mark_read"));
}

#[test]
fn what_the_window_remembers_belongs_to_the_profile_and_is_no_setting() {
    let (shelf, _) = Shelf::with_articles(1);
    let (before, settings) = (shelf.store.version().unwrap(), shelf.store.settings().unwrap());
    shelf.store.remember("open-story", "41").unwrap();
    shelf.store.remember("open-story", "42").unwrap();
    // A name of a setting is none of them here.
    shelf.store.remember("theme", "\"dark\"").unwrap();
    assert_eq!((shelf.store.version().unwrap(), shelf.store.settings().unwrap()), (before, settings));
    for number in 0..62 {
        shelf.store.remember(&format!("more-{number}"), "x").unwrap();
    }
    let (most, longest) = ("x".repeat(64), "x".repeat(4096));
    assert!(matches!(shelf.store.remember("one-more", "x"), Err(StoreError::Unusable(_))));
    assert!(matches!(shelf.store.remember(&format!("{most}x"), "x"), Err(StoreError::Unusable(_))));
    assert!(matches!(shelf.store.remember("theme", &format!("{longest}x")), Err(StoreError::Unusable(_))));
    shelf.store.remember("theme", &longest).unwrap();
    let Shelf { store, folder } = shelf;
    drop(store);
    let again = Store::open(&folder.path().join("library.sqlite")).unwrap().remembered().unwrap();
    assert_eq!((again.len(), again["open-story"].as_str(), again["theme"].len()), (64, "42", 4096));
}

#[test]
fn another_connection_sees_that_something_changed() {
    let (shelf, _) = Shelf::with_articles(1);
    let other = Store::open(&shelf.folder.path().join("library.sqlite")).unwrap();
    let version = other.version().unwrap();
    assert_eq!(other.version().unwrap(), version);
    shelf.store.mark(&shelf.ids(None), true, NOW).unwrap();
    assert_ne!(other.version().unwrap(), version);
}

#[test]
fn what_is_written_behind_is_not_told_to_windows_until_everything_is_searchable() {
    let (shelf, _) = Shelf::with_articles(500);
    let window = Store::open(&shelf.folder.path().join("library.sqlite")).unwrap();
    let plain = |html: &str| html.to_owned();
    let mut version = window.version().unwrap();
    let mut slices = 0;
    while shelf.store.index_slice(64, &plain).unwrap().is_more {
        slices += 1;
        assert_eq!(window.version().unwrap(), version);
        if slices == 3 {
            shelf.store.mark(&shelf.ids(None)[..1], true, NOW).unwrap();
            assert_ne!(window.version().unwrap(), version);
            version = window.version().unwrap();
        }
    }
    assert_eq!(slices, 7);
    assert_ne!(window.version().unwrap(), version);
    version = window.version().unwrap();
    shelf.store.set_position(shelf.ids(None)[0], 0.5).unwrap();
    shelf.store.mark(&shelf.ids(None)[..1], true, NOW).unwrap();
    assert_eq!(window.version().unwrap(), version);
}

#[test]
fn long_texts_are_made_searchable_a_few_at_a_time() {
    let shelf = shelf();
    let feed = shelf.follow("https://example.org/feed");
    let long = |number| {
        let mut long = article(number, None);
        long.content.html = "harbour ".repeat(20_000);
        long
    };
    shelf.store.ingest(&[update(feed, NOW, (0..120).map(long).collect())]).unwrap();
    let slice = || shelf.store.index_slice(128, &|html| html.to_owned()).unwrap().done;
    assert_eq!([slice(), slice(), slice(), slice()], [53, 53, 14, 0]);
}

#[test]
fn when_the_time_of_a_search_is_over_no_further_text_is_judged_and_no_word_suggested() {
    let (shelf, _) = Shelf::with_articles(3);
    let plain = |html: &str| html.to_owned();
    shelf.store.index_slice(64, &plain).unwrap();
    let search = |text: &str, seconds: u64| {
        let patience = Duration::from_secs(seconds);
        let options = SearchOptions { limit: 10, order: SearchOrder::Newest, below: None, patience, plain: &plain };
        shelf.store.search(text, &options).unwrap()
    };
    for seconds in [0, 600, 0, 600] {
        let found = search("headline", seconds);
        assert_eq!((found.stories.len(), found.more), if seconds == 0 { (0, true) } else { (3, false) });
        let suggested = search("haedline", seconds).suggestion;
        assert_eq!(suggested.as_deref(), (seconds > 0).then_some("headline"), "also with its second letter wrong");
    }
    let long = search("haedline haedline haedline haedline haedline haedline", 600);
    assert_eq!(long.suggestion, None, "a long query is not taken apart");
}

#[test]
fn a_database_of_a_newer_version_can_be_read_and_says_why_it_cannot_be_changed() {
    let (shelf, _) = Shelf::with_articles(2);
    let Shelf { store, folder } = shelf;
    drop(store);
    let path = folder.path().join("library.sqlite");
    rusqlite::Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 99").unwrap();
    let store = Store::open(&path).unwrap();
    assert_eq!(store.ticker(&TickerQuery::default()).unwrap().rows.len(), 2);
    let refused = store.mark(&[ArticleId(1)], true, NOW).unwrap_err().to_string();
    assert!(refused.contains("newer Stop Press"), "{refused}");
}

/// `BLESS=1` rewrites the file.
#[test]
fn schema_sql_shows_the_schema_as_it_results() {
    let shelf = shelf();
    let connection = rusqlite::Connection::open(shelf.store.path()).unwrap();
    let mut statement =
        connection.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name").unwrap();
    let schema: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    let text = format!("-- Written by a test from the migrations; BLESS=1 rewrites it.\n\n{};\n", schema.join(";\n\n"));
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema.sql");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap_or_default(), text, "run with BLESS=1 and read the diff");
}

#[test]
fn every_list_query_walks_an_index_and_sorts_nothing() {
    let (shelf, feed) = Shelf::with_articles(5);
    let before = Some(shelf.ids(None)[2]);
    let queries = [
        TickerQuery::default(),
        TickerQuery { before, ..TickerQuery::default() },
        TickerQuery { after: before, ..TickerQuery::default() },
        TickerQuery { unread: true, before, ..TickerQuery::default() },
        TickerQuery { feed: Some(feed), before, ..TickerQuery::default() },
        TickerQuery { feed: Some(feed), unread: true, ..TickerQuery::default() },
        TickerQuery { folder: Some("World".into()), before, ..TickerQuery::default() },
        TickerQuery { muted: true, before, ..TickerQuery::default() },
    ];
    for query in queries {
        let sql = shelf.store.ticker_sql(&TickerQuery { limit: 100, ..query.clone() }).unwrap();
        let plan = shelf.plan(&sql);
        assert!(!plan.contains("TEMP B-TREE"), "{query:?}\n{plan}");
        assert!(
            plan.contains("USING INDEX status_") || plan.contains("USING COVERING INDEX status_"),
            "{query:?}\n{plan}"
        );
    }
}

#[test]
fn a_search_walks_the_index_from_its_newest_end_and_sorts_nothing() {
    let (shelf, _) = Shelf::with_articles(5);
    for sql in Store::search_sql() {
        let plan = shelf.plan(sql);
        assert!(!plan.contains("TEMP B-TREE"), "{sql}\n{plan}");
        assert!(!plan.contains("SCAN status") && !plan.contains("SCAN saved"), "{sql}\n{plan}");
    }
}

/// The first library there was, brought to each version between by the migrations that were released, with what it held.
#[test]
fn saved_articles_of_every_version_between_are_alive_after_the_update() {
    let here = concat!(env!("CARGO_MANIFEST_DIR"));
    let dump = std::fs::read_to_string(format!("{here}/../../tests/fixtures/databases/version-1.sql")).unwrap();
    let mut steps: Vec<_> =
        std::fs::read_dir(format!("{here}/migrations")).unwrap().map(|one| one.unwrap().path()).collect();
    steps.sort();
    for version in 1..=steps.len() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.sqlite");
        let connection = rusqlite::Connection::open(&path).unwrap();
        connection.execute_batch(&dump).unwrap();
        for step in &steps[1..version] {
            connection.execute_batch(&std::fs::read_to_string(step).unwrap()).unwrap();
        }
        connection.execute_batch(&format!("PRAGMA user_version = {version}")).unwrap();
        drop(connection);
        let store = Store::open(&path).unwrap();
        assert_eq!(store.check().unwrap(), Vec::<String>::new(), "version {version}");
        let saved = store.saved().unwrap();
        assert_eq!((saved.len(), saved[0].state), (1, SaveState::Complete), "version {version}");
        assert!(store.bag_saved(saved[0].id).unwrap().unwrap().content.html.contains("<p>"), "version {version}");
        let keys = store.stored_image_keys(saved[0].id).unwrap();
        assert!(store.saved_image(&keys[0]).unwrap().unwrap().bytes.starts_with(b"\x89PNG"), "version {version}");
    }
}

/// Each dump is a library as an earlier version left it, with one saved article and its picture.
#[test]
fn saved_articles_of_every_earlier_version_are_alive_after_the_update() {
    let dumps = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/databases");
    let mut opened = 0;
    for entry in std::fs::read_dir(dumps).unwrap() {
        let dump = entry.unwrap().path();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("library.sqlite");
        rusqlite::Connection::open(&path).unwrap().execute_batch(&std::fs::read_to_string(&dump).unwrap()).unwrap();
        let store = Store::open(&path).unwrap();
        assert_eq!(store.check().unwrap(), Vec::<String>::new(), "{}", dump.display());
        let saved = store.saved().unwrap();
        assert_eq!((saved.len(), saved[0].state), (1, SaveState::Complete), "{}", dump.display());
        let article = store.article(saved[0].id).unwrap();
        assert!(article.content.html.contains("<p>"), "{}", dump.display());
        let keys = store.stored_image_keys(saved[0].id).unwrap();
        assert!(store.saved_image(&keys[0]).unwrap().unwrap().bytes.starts_with(b"\x89PNG"), "{}", dump.display());
        assert!(!store.ticker(&TickerQuery::default()).unwrap().rows.is_empty());
        // The library as it was stays beside it.
        assert!(
            std::fs::read_dir(folder.path())
                .unwrap()
                .any(|file| { file.unwrap().file_name().to_string_lossy().contains(".before-") })
        );
        opened += 1;
    }
    assert!(opened > 0);
}
