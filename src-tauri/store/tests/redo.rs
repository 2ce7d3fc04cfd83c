//! What was taken back is done again: all that the reader can do, in any order, to and fro, until something else is done.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

mod common;

use common::{DAY, NOW, Shelf, article, dice, shelf};
use stoppress_model::{
    ArticleId, FeedId, FeedSettings, MuteKind, NewMute, NewNotifyRule, NotifyKind, TickerQuery, Timestamp, WordsMatch,
};
use stoppress_store::{NewFeed, Store};

/// All that actions change, as text.
fn state(shelf: &Shelf) -> String {
    let library = rusqlite::Connection::open(shelf.path()).unwrap();
    let list = |sql: &str| {
        let mut statement = library.prepare(sql).unwrap();
        let lines = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        lines.collect::<Result<Vec<_>, _>>().unwrap().join("\n")
    };
    [
        "SELECT json_array(id, own_title, folder, images, in_live) FROM feeds WHERE unfollowed_at IS NULL ORDER BY id",
        // Of a hidden article the mutes are asked when it is shown again; until then either is right.
        "SELECT json_array(article_id, read, iif(hidden >= 4, hidden & 5, hidden)) FROM status ORDER BY article_id",
        "SELECT json_array(article_id, (SELECT json_group_array(tag) FROM (SELECT tag FROM saved_tags t
           WHERE t.article_id = saved.article_id ORDER BY tag))) FROM saved WHERE removed_at IS NULL ORDER BY article_id",
        "SELECT json_array(id, text) FROM mutes WHERE ended_at IS NULL ORDER BY id",
        "SELECT json_array(id, text) FROM notify_rules WHERE ended_at IS NULL ORDER BY id",
    ]
    .map(list)
    .join("\n\n")
}

fn ids(store: &Store, dice: &mut impl FnMut(usize) -> usize) -> Vec<ArticleId> {
    let rows = store.ticker(&TickerQuery::default()).unwrap().rows;
    rows.iter().filter(|_| dice(3) == 0).map(|row| row.id).collect()
}

/// Something that a reader does. What is refused changes nothing.
fn act(store: &Store, feeds: &[FeedId], dice: &mut impl FnMut(usize) -> usize) {
    let feed = feeds[dice(feeds.len())];
    let some = ids(store, dice);
    let folder = ["World", "World/Sea", "Tech"][dice(3)];
    match dice(18) {
        0 => drop(store.mark(&some, true, NOW)),
        1 => drop(store.mark(&some, false, NOW)),
        2 => drop(store.mark_all_read(&TickerQuery { feed: Some(feed), ..TickerQuery::default() }, NOW)),
        3 => drop(some.first().map(|id| store.save_wish(*id, NOW))),
        4 => drop(store.saved().unwrap().first().map(|one| store.unsave(one.id, NOW))),
        5 => {
            let tags = (0..dice(3)).map(|number| format!("tag {number}")).collect::<Vec<_>>();
            drop(store.saved().unwrap().first().map(|one| store.set_tags_at(one.id, &tags, NOW)));
        }
        6 => drop(store.rename_feed(feed, &format!("Name {}", dice(4)), NOW)),
        7 | 8 => drop(store.move_feeds(&[feed], (dice(3) > 0).then_some(folder), NOW)),
        9 => drop(store.rename_folder(folder, ["Planet", "World", "Tech/News"][dice(3)], NOW)),
        10 => drop(store.delete_folder(folder, NOW)),
        11 => {
            let settings = FeedSettings { in_live: dice(2) == 0, ..FeedSettings::default() };
            drop(store.set_feed_settings(feed, &settings, NOW));
        }
        12 => drop(store.unfollow(feed, NOW)),
        13 => {
            let url = format!("https://example.org/feed-{}", dice(5));
            drop(store.follow(&NewFeed { url: &url, ..NewFeed::default() }, NOW));
        }
        14 => match store.mutes(NOW).unwrap().first().filter(|_| dice(2) == 0) {
            Some(mute) => drop(store.unmute(mute.id, NOW)),
            None => {
                let text = format!("Headline {}", dice(12));
                drop(store.mute(&NewMute { kind: MuteKind::Words, text, feed: None, days: None }, NOW));
            }
        },
        15 => drop(store.hide(&some, true, NOW)),
        16 => {
            let left_out = store.ticker(&TickerQuery { muted: true, ..TickerQuery::default() }).unwrap().rows;
            drop(store.hide(&left_out.iter().map(|row| row.id).collect::<Vec<_>>(), false, NOW));
        }
        _ => match store.notify_rules().unwrap().first().filter(|_| dice(2) == 0) {
            Some(rule) => drop(store.remove_notify_rule(rule.id, NOW)),
            None => {
                let matching = WordsMatch::default();
                let rule = NewNotifyRule { kind: NotifyKind::Folder, feed: None, text: folder.into(), matching };
                drop(store.add_notify_rule(&rule, NOW));
            }
        },
    }
}

fn library() -> (Shelf, Vec<FeedId>) {
    let shelf = shelf();
    let feeds: Vec<FeedId> = (0..4).map(|number| shelf.follow(&format!("feed-{number}"))).collect();
    for (place, feed) in feeds.iter().enumerate() {
        shelf.deliver(*feed, NOW, (0..3).map(|number| article(10 * place as i64 + number)).collect());
    }
    (shelf, feeds)
}

#[test]
fn what_was_taken_back_is_done_again_step_by_step_to_and_fro() {
    for seed in 0..12 {
        let mut dice = dice(seed);
        let (shelf, feeds) = library();
        let entries = || shelf.number("SELECT count(*) FROM undo");
        let mut states = vec![state(&shelf)];
        let first = entries();
        for _ in 0..40 {
            act(&shelf.store, &feeds, &mut dice);
            if entries() - first == states.len() as i64 {
                states.push(state(&shelf));
            }
        }
        assert!(states.len() > 15, "the dice of {seed} do too little");
        let mut at = states.len() - 1;
        for _ in 0..80 {
            let back = at > 0 && (dice(5) < 3 || at == states.len() - 1);
            let done = if back { shelf.store.undo(None, NOW) } else { shelf.store.redo(NOW) }.unwrap();
            at = if back { at - 1 } else { at + 1 };
            assert!(done.action.is_some());
            assert_eq!(state(&shelf), states[at], "seed {seed}, {done:?}, back: {back}");
        }
    }
}

#[test]
fn another_action_ends_it_and_so_do_thirty_days() {
    let (shelf, feeds) = library();
    let seen = shelf.ids(feeds[1]);
    let take_back = || {
        shelf.store.rename_feed(feeds[0], "Mine", NOW).unwrap();
        shelf.store.undo(None, NOW).unwrap();
    };
    take_back();
    // What is no action of the reader's ends nothing.
    shelf.store.mark_seen(&seen[..1]).unwrap();
    shelf.deliver(feeds[1], NOW, vec![article(90)]);
    let again = shelf.store.redo(NOW).unwrap();
    assert_eq!((again.action.as_deref(), again.count, again.article), (Some("rename_feed"), 1, None));
    assert_eq!(shelf.store.redo(NOW).unwrap().action, None);
    shelf.store.undo(None, NOW).unwrap();
    shelf.store.mark(&seen[1..2], true, NOW).unwrap();
    assert_eq!(shelf.store.redo(NOW).unwrap().action, None);
    assert_eq!(shelf.store.undoable(NOW).unwrap().as_deref(), Some("mark_read"));
    take_back();
    assert_eq!(shelf.store.redo(NOW.plus(31 * DAY)).unwrap().action, None);
    shelf.store.tidy(Timestamp(NOW.0 + 31 * DAY)).unwrap();
}

#[test]
fn it_outlives_a_restart_and_names_the_story_it_was_about() {
    let (shelf, feeds) = library();
    let id = shelf.ids(feeds[0])[0];
    shelf.store.save_wish(id, NOW).unwrap();
    shelf.store.undo(None, NOW).unwrap();
    let Shelf { store, folder } = shelf;
    drop(store);
    let store = Store::open(&folder.path().join("library.sqlite")).unwrap();
    let again = store.redo(NOW).unwrap();
    assert_eq!((again.action.as_deref(), again.article), (Some("save_article"), Some(id)));
    assert_eq!(store.saved().unwrap().len(), 1);
}

#[test]
fn an_address_that_is_given_back_is_not_taken_again() {
    let (shelf, feeds) = library();
    shelf.store.change_address(feeds[0], "https://example.org/elsewhere", None, NOW).unwrap();
    shelf.store.undo(None, NOW).unwrap();
    assert_eq!(shelf.store.redo(NOW).unwrap().action, None);
}
