//! What goes by age or number, and what never does.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

mod common;

use common::{DAY, NOW, Shelf, article, dice, image, shelf};
use std::collections::HashSet;
use stoppress_model::{ArticleId, FeedId, FeedSettings, MuteKind, NewMute, SaveState, Timestamp};
use stoppress_store::{PurgeStep, Purging, Store};

impl Shelf {
    /// How many of them were new.
    fn arrive(&self, feed: FeedId, at: Timestamp, numbers: impl Iterator<Item = i64>) -> u64 {
        self.deliver(feed, at, numbers.map(article).collect()).new
    }

    fn purge(&self, days: u32, now: Timestamp) -> PurgeStep {
        let (mut walk, mut gone) = (Purging::new(days, now), PurgeStep::default());
        while !walk.is_done() {
            let step = self.store.purge_slice(&mut walk).unwrap();
            assert!(step.articles <= 100, "a slice is short");
            gone.articles += step.articles;
            gone.bytes += step.bytes;
        }
        assert_eq!(self.store.check().unwrap(), Vec::<String>::new());
        gone
    }
}

#[test]
fn articles_go_after_their_time_and_the_newest_twenty_of_a_feed_stay() {
    let shelf = shelf();
    let (large, small) = (shelf.follow("large"), shelf.follow("small"));
    shelf.arrive(large, NOW, 0..250);
    shelf.arrive(small, NOW, 0..20);
    assert_eq!(shelf.purge(90, NOW.plus(90 * DAY)), PurgeStep::default());
    let newest: Vec<_> = shelf.ids(large)[..20].to_vec();
    let gone = shelf.purge(90, NOW.plus(90 * DAY + 1));
    assert_eq!(gone.articles, 230);
    assert!(gone.bytes > 230 * 50);
    assert_eq!((shelf.ids(large), shelf.ids(small).len()), (newest, 20));
    assert_eq!(shelf.purge(90, NOW.plus(900 * DAY)), PurgeStep::default());
}

#[test]
fn what_went_never_comes_back_as_new_however_often_its_feed_lists_it() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.arrive(feed, NOW, 0..100);
    let later = NOW.plus(100 * DAY);
    assert_eq!(shelf.purge(90, later).articles, 80);
    assert_eq!(shelf.arrive(feed, later, 0..101), 1);
    assert_eq!(shelf.arrive(feed, later, 0..101), 0);
    assert_eq!(shelf.ids(feed).len(), 21);
    assert_eq!(shelf.store.check().unwrap(), Vec::<String>::new());
}

#[test]
fn a_feeds_own_limits_win_over_the_general_one() {
    let shelf = shelf();
    let [usual, forever, week, few] = ["usual", "forever", "week", "few"].map(|name| shelf.follow(name));
    let set = |feed, keep_days, keep_most| {
        let settings = FeedSettings { keep_days, keep_most, ..FeedSettings::default() };
        shelf.store.set_feed_settings(feed, &settings, NOW).unwrap();
        assert_eq!(shelf.store.feed(feed).unwrap().settings, settings.within_limits());
    };
    set(forever, Some(0), None);
    set(week, Some(7), None);
    set(few, Some(0), Some(50));
    for feed in [usual, forever, week, few] {
        shelf.arrive(feed, NOW, 0..120);
    }
    let left = || [usual, forever, week, few].map(|feed| shelf.ids(feed).len());
    shelf.purge(90, NOW.plus(8 * DAY));
    assert_eq!(left(), [120, 120, 20, 50]);
    shelf.purge(0, NOW.plus(100 * DAY));
    assert_eq!(left(), [120, 120, 20, 50]);
    shelf.purge(90, NOW.plus(100 * DAY));
    assert_eq!(left(), [20, 120, 20, 50]);
    // Fewer than twenty is not kept of any.
    set(few, None, Some(1));
    shelf.purge(0, NOW.plus(100 * DAY));
    assert_eq!(left(), [20, 120, 20, 20]);
    // Taking the choice back does not bring back what went.
    shelf.store.undo(Some("set_feed_settings"), NOW).unwrap();
    assert_eq!(shelf.store.feed(few).unwrap().settings.keep_most, Some(50));
}

#[test]
fn an_unfollowed_feed_comes_back_whole_and_muted_articles_go_in_their_time() {
    let shelf = shelf();
    let (left, muted) = (shelf.follow("left"), shelf.follow("muted"));
    shelf.arrive(left, NOW, 0..60);
    shelf.arrive(muted, NOW, 0..60);
    let mute = NewMute { kind: MuteKind::Source, text: String::new(), feed: Some(muted), days: None };
    shelf.store.mute(&mute, NOW).unwrap();
    shelf.store.unfollow(left, NOW).unwrap();
    assert_eq!(shelf.purge(90, NOW.plus(91 * DAY)).articles, 60);
    assert_eq!(shelf.arrive(muted, NOW.plus(91 * DAY), 0..60), 0);
    shelf.store.undo(Some("unfollow"), NOW.plus(DAY)).unwrap();
    assert_eq!(shelf.ids(left).len(), 60);
}

#[test]
fn a_clock_that_jumps_or_a_long_absence_costs_nothing_at_the_first_look() {
    let shelf = shelf();
    let due = |day: i64| shelf.store.purge_is_due(NOW.plus(day * DAY)).unwrap();
    assert!(!due(0), "the first look ever only takes note");
    assert!(due(1));
    assert!(!due(1), "once a day");
    assert!(!due(400), "four hundred days in one step");
    assert!(due(401));
    assert!(!due(5), "the clock went back");
    assert!(due(6));
}

/// Everything that is kept of what is saved, in one comparable value.
fn saved(store: &Store, images: &[ArticleId]) -> Vec<String> {
    let mut found = Vec::new();
    for one in store.saved().unwrap() {
        let record = store.article(one.id).unwrap();
        found.push(format!("{one:?} {record:?}"));
    }
    found.extend(images.iter().map(|id| format!("{:?}", store.saved_image(&image(*id).url_key).unwrap())));
    found
}

#[test]
fn nothing_saved_in_any_state_is_changed_by_any_purge() {
    for seed in 0..8 {
        let mut dice = dice(seed);
        let shelf = shelf();
        let feeds: Vec<FeedId> = (0..3).map(|number| shelf.follow(&number.to_string())).collect();
        let (mut at, mut images, mut removed) = (NOW, Vec::new(), HashSet::new());
        for step in 0..6 {
            for feed in &feeds {
                let first = dice(200) as i64;
                shelf.arrive(*feed, at, first..first + 10 + dice(60) as i64);
                let settings = FeedSettings {
                    keep_days: [None, Some(0), Some(1), Some(30)][dice(4)],
                    keep_most: [None, Some(20), Some(35)][dice(3)],
                    ..FeedSettings::default()
                };
                shelf.store.set_feed_settings(*feed, &settings, at).unwrap();
            }
            let all: Vec<ArticleId> = feeds.iter().flat_map(|feed| shelf.ids(*feed)).collect();
            for _ in 0..8 {
                let id = all[dice(all.len())];
                shelf.store.save_wish(id, at).unwrap();
                removed.remove(&id);
                let state = [SaveState::Complete, SaveState::Partial, SaveState::Failed][dice(3)];
                match dice(5) {
                    0 => {
                        shelf.store.finish_save(id, &[image(id)], state, None, None).map(|()| images.push(id)).unwrap()
                    }
                    1 => drop(shelf.store.set_tags(id, &["kept".into()]).unwrap()),
                    2 => drop(shelf.store.mark(&[id], true, at).unwrap()),
                    3 => {
                        shelf.store.unsave(id, at).unwrap();
                        removed.insert(id);
                    }
                    _ => {}
                }
            }
            let before = saved(&shelf.store, &images);
            at = at.plus(dice(120) as i64 * DAY);
            shelf.purge([0, 1, 30, 90][dice(4)], at);
            assert_eq!(saved(&shelf.store, &images), before, "seed {seed}, step {step}");
        }
        // What was unsaved is there too when it is saved again.
        for id in removed {
            shelf.store.save_wish(id, at).unwrap();
            assert!(shelf.store.article(id).unwrap().content.html.contains("Text of"));
        }
    }
}

#[test]
fn what_was_packed_for_a_journey_stays_until_it_was_read() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.arrive(feed, NOW, 0..30);
    let oldest = *shelf.ids(feed).last().unwrap();
    shelf.store.mark(&[oldest], false, NOW).unwrap();
    shelf.store.note_packed(oldest, true).unwrap();
    assert_eq!(shelf.purge(90, NOW.plus(91 * DAY)).articles, 9);
    assert!(shelf.store.article(oldest).is_ok());
    shelf.store.mark(&[oldest], true, NOW).unwrap();
    assert_eq!(shelf.purge(90, NOW.plus(91 * DAY)).articles, 1);
}

#[test]
fn words_of_what_went_are_found_no_more() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.arrive(feed, NOW, 0..30);
    let plain = |html: &str| html.to_owned();
    while shelf.store.index_slice(64, &plain).unwrap().is_more {}
    shelf.purge(90, NOW.plus(91 * DAY));
    while shelf.store.index_slice(64, &plain).unwrap().is_more {}
    let connection = rusqlite::Connection::open(shelf.store.path()).unwrap();
    let found: i64 = connection.query_row("SELECT count(*) FROM search('headline')", [], |row| row.get(0)).unwrap();
    assert_eq!(found, 20);
}

#[test]
fn the_list_of_saved_articles_says_when_each_was_published_and_how_long_it_is() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    let mut dated = article(1);
    dated.content.published = Some(NOW.plus(-DAY));
    dated.content.html = "Six words, and the 東京の選挙".into();
    shelf.deliver(feed, NOW, vec![dated, article(2)]);
    for id in shelf.ids(feed) {
        shelf.store.save_wish(id, NOW).unwrap();
    }
    let figures = || {
        let mut all: Vec<_> = shelf.store.saved().unwrap().iter().map(|one| (one.published, one.words)).collect();
        all.sort();
        all
    };
    assert_eq!(figures(), [(None, None), (Some(NOW.plus(-DAY)), None)]);
    let plain = |html: &str| html.to_owned();
    while shelf.store.index_slice(64, &plain).unwrap().is_more {}
    assert_eq!(figures(), [(None, Some(3)), (Some(NOW.plus(-DAY)), Some(6))]);
    // What was saved before there were such figures is looked through behind, like this.
    let connection = rusqlite::Connection::open(shelf.store.path()).unwrap();
    connection.execute_batch("UPDATE saved SET published = NULL, words = NULL").unwrap();
    let step = include_str!("../migrations/0020_saved_length.sql");
    connection.execute_batch(&step[step.find("INSERT").unwrap()..]).unwrap();
    while shelf.store.index_slice(64, &plain).unwrap().is_more {}
    assert_eq!(figures(), [(None, Some(3)), (Some(NOW.plus(-DAY)), Some(6))]);
}

#[test]
fn looking_for_what_goes_walks_indexes_and_sorts_nothing() {
    let shelf = shelf();
    for sql in Store::purge_sql() {
        let plan = shelf.plan(&sql);
        assert!(!plan.contains("TEMP B-TREE") && !plan.contains("SCAN"), "{sql}\n{plan}");
    }
}

#[test]
fn what_is_muted_and_saved_is_counted_in_an_index() {
    let shelf = shelf();
    let plan = shelf.plan(&Store::muted_count_sql());
    assert!(plan.contains("SEARCH s USING INTEGER PRIMARY KEY") && !plan.contains("SCAN s"), "{plan}");
    assert!(plan.contains("status USING INDEX status_muted (ticker_at>?)"), "{plan}");
    assert!(plan.contains("undo USING INDEX undo_hidden (at>?)"), "{plan}");
    let plan = shelf.plan(Store::totals_sql());
    assert!(plan.contains("SEARCH saved USING COVERING INDEX saved_totals"), "{plan}");
}

/// The article of this number as an edit left it.
fn edited(shelf: &Shelf, feed: FeedId, number: i64, edit: u8) {
    let at = NOW.plus(i64::from(edit) * 60);
    let mut new = article(number);
    new.content_hash = vec![edit + 2];
    new.content.html = format!("<p>Edit {edit}</p>");
    shelf.deliver(feed, at, vec![new]);
}

#[test]
fn of_many_edits_the_first_version_and_the_newest_are_kept() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.arrive(feed, NOW, 0..1);
    let id = shelf.ids(feed)[0];
    for edit in 0..30 {
        edited(&shelf, feed, 0, edit);
        let kept = shelf.store.versions(id).unwrap();
        assert_eq!(kept.earlier.len(), (usize::from(edit) + 1).min(10));
        assert_eq!(kept.earlier[0].content.html, "<p>Text of 0</p>");
        assert_eq!(kept.current.html, format!("<p>Edit {edit}</p>"));
    }
    let kept = shelf.store.versions(id).unwrap().earlier;
    assert_eq!((kept[1].content.html.as_str(), kept[9].content.html.as_str()), ("<p>Edit 20</p>", "<p>Edit 28</p>"));
}

#[test]
fn earlier_versions_stay_with_what_is_saved_and_go_with_what_goes() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.arrive(feed, NOW, 0..2);
    let ids = shelf.ids(feed);
    (0..2).for_each(|number| edited(&shelf, feed, number, 1));
    shelf.store.save_wish(ids[0], NOW).unwrap();
    shelf.store.unfollow(feed, NOW).unwrap();
    shelf.store.tidy(NOW.plus(39 * DAY)).unwrap();
    shelf.store.tidy(NOW.plus(40 * DAY)).unwrap();
    assert_eq!(shelf.store.versions(ids[0]).unwrap().earlier.len(), 1);
    assert_eq!(shelf.store.article(ids[0]).unwrap().edited_at, Some(NOW.plus(60)));
    let rows = || -> i64 {
        let connection = rusqlite::Connection::open(shelf.store.path()).unwrap();
        connection.query_row("SELECT count(*) FROM versions", [], |row| row.get(0)).unwrap()
    };
    assert_eq!(rows(), 1);
    shelf.store.unsave(ids[0], NOW.plus(40 * DAY)).unwrap();
    shelf.store.tidy(NOW.plus(80 * DAY)).unwrap();
    assert_eq!(rows(), 0);
}

/// Whoever adds a table that holds something of an article decides here what becomes of it.
#[test]
fn retention_knows_every_table_that_holds_something_of_an_article() {
    let shelf = shelf();
    let connection = rusqlite::Connection::open(shelf.store.path()).unwrap();
    let mut statement = connection
        .prepare(
            "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'article_id'
             WHERE m.type = 'table' ORDER BY m.name",
        )
        .unwrap();
    let tables: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    let goes_with_it = ["bodies", "comments", "full_texts", "search_todo", "status", "versions"];
    let keeps_it = ["saved", "saved_refs", "saved_tags"];
    for table in &tables {
        assert!(goes_with_it.contains(&table.as_str()) || keeps_it.contains(&table.as_str()), "{table}");
    }
    assert_eq!(tables.len(), goes_with_it.len() + keeps_it.len());
}
