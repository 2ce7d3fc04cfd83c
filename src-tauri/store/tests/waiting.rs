//! Whoever looks something up never waits for whoever writes. Judged by what happens while a write is held open, not by a clock.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

mod common;

use common::{NOW, article, plain, shelf, update};
use rusqlite::{Connection, TransactionBehavior};
use std::{
    sync::atomic::{AtomicU32, Ordering},
    sync::mpsc::channel,
    thread,
    time::Duration,
};
use stoppress_model::{SearchOrder, SearchResults, TickerQuery};
use stoppress_store::{SearchOptions, Store};

fn search(store: &Store, text: &str) -> SearchResults {
    let options = SearchOptions {
        limit: 50,
        order: SearchOrder::Newest,
        below: None,
        patience: Duration::from_secs(600),
        plain: &plain,
    };
    store.search(text, &options).unwrap()
}

#[test]
fn search_lists_and_counts_answer_while_another_process_holds_a_write_open() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.deliver(feed, NOW, (0..30).map(article).collect());
    shelf.index();
    let mut writer = Connection::open(shelf.path()).unwrap();
    let writing = writer.transaction_with_behavior(TransactionBehavior::Immediate).unwrap();
    writing.execute("UPDATE status SET read = 1", []).unwrap();
    writing.execute("UPDATE changes SET written = random()", []).unwrap();
    // Were one of these to wait for the writer, it would wait for ever: the writer waits for them.
    assert_eq!(search(&shelf.store, "\"text of\" 7 ").stories.len(), 1);
    assert!(search(&shelf.store, "headlines ").suggestion.is_some());
    assert_eq!(shelf.store.ticker(&TickerQuery::default()).unwrap().total, 30);
    assert_eq!(shelf.store.counts().unwrap().feed(feed).unread, 20);
    assert_eq!(shelf.store.feeds().unwrap()[0].unread, 20);
    let newest = shelf.ids(None)[0];
    assert!(shelf.store.article(newest).unwrap().content.html.contains("Text of"));
    writing.commit().unwrap();
    assert_eq!(shelf.store.counts().unwrap().feed(feed).unread, 0);
}

#[test]
fn a_search_is_answered_in_the_middle_of_a_round_of_checks() {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.deliver(feed, NOW, (0..30).map(article).collect());
    shelf.index();
    let (begun, wait_for_begin) = channel();
    let (answered, wait_for_answer) = channel();
    let arrived = AtomicU32::new(0);
    thread::scope(|scope| {
        let (store, arrived) = (&shelf.store, &arrived);
        scope.spawn(move || {
            // An article changed: whether it is an edit is judged in the middle of the transaction that brings it.
            let mut edited = article(0);
            edited.content_hash = vec![9];
            let judge = |_: &_, _: &_| {
                begun.send(()).unwrap();
                wait_for_answer.recv().unwrap();
                false
            };
            store.ingest_judging(&[update(feed, NOW, vec![article(99), edited])], &judge).unwrap();
            arrived.store(1, Ordering::SeqCst);
        });
        wait_for_begin.recv().unwrap();
        assert_eq!(search(store, "text 7 ").stories.len(), 1);
        assert_eq!(store.ticker(&TickerQuery::default()).unwrap().total, 30);
        assert_eq!(arrived.load(Ordering::SeqCst), 0, "the answer came before the articles");
        answered.send(()).unwrap();
    });
    assert_eq!(shelf.store.ticker(&TickerQuery::default()).unwrap().total, 31);
}
