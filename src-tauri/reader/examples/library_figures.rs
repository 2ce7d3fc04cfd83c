//! How fast and small a library is, beside plain SQLite over the same file in the same run:
//! `library_figures LARGE SMALL CLI HTML_BYTES [PART]`, folders made by `make_library` with `--indexed`, the terminal program,
//! and the bytes of HTML in the large one; `PART` is one of those in `main`, all where there is none. `cargo dev bench library`
//! makes the libraries and runs this. What it writes it takes back.
//!
//! What is read is measured in time of the thread, which a busy machine does not lengthen by waiting; what is written by the
//! clock, because a disk is waited for.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement says by panicking and printing")]

use rusqlite::{Connection, types::Value};
use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use stoppress_feeds::plain_text;
use stoppress_model::{ArticleId, FeedId, PlainText, SearchOrder, TickerQuery, Timestamp};
use stoppress_reader::{Options, Reader};
use stoppress_store::{CheckResult, FeedUpdate, NewArticle, NewFeed, SearchOptions, Store};

const NOW: Timestamp = Timestamp(1_795_600_000);
const TIMES: usize = 200;

/// Milliseconds.
struct Took {
    median: f64,
    p99: f64,
}

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let (Some([large, small, cli, html]), only) = (given.first_chunk(), given.get(4)) else {
        panic!("library_figures LARGE SMALL CLI HTML_BYTES [PART]")
    };
    let (large, small) = (PathBuf::from(large), PathBuf::from(small));
    let path = large.join("library.sqlite");
    let wanted = |part: &str| only.is_none_or(|only| only == part);
    println!("{:<66} {:>9} {:>9} {:>9}   {:<12}", "what", "median", "p99", "floor", "bar");
    if wanted("opening") {
        opening(&large, &small);
    }
    let store = Store::open(&path).unwrap();
    let plain = Connection::open(&path).unwrap();
    let parts: [(&str, &dyn Fn()); 8] = [
        ("pages", &|| pages(&store, &plain, &large)),
        ("counts", &|| counts(&store, &plain)),
        ("searches", &|| searches(&store, &plain)),
        ("articles", &|| articles(&large, &plain)),
        ("writes", &|| writes(&store, &path)),
        ("ingest", &|| ingest(&store, &plain)),
        ("size", &|| size(&path, html.parse().unwrap())),
        ("memory", &|| memory(cli, &large)),
    ];
    for (name, part) in parts {
        if wanted(name) {
            part();
        }
    }
}

/// Time of this thread, in milliseconds; where the system has none, of the clock.
fn own_time() -> f64 {
    #[cfg(unix)]
    {
        let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
        time.tv_sec as f64 * 1e3 + time.tv_nsec as f64 / 1e6
    }
    #[cfg(not(unix))]
    {
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs_f64() * 1e3
    }
}

/// The work and its floor in turn, so that a busy machine slows both.
fn pairs(times: usize, mut work: impl FnMut(usize), mut floor: impl FnMut(usize)) -> (Took, Took) {
    let (mut works, mut floors) = (Vec::with_capacity(times), Vec::with_capacity(times));
    for time in 0..times + 3 {
        for (side, took) in [(&mut work as &mut dyn FnMut(usize), &mut works), (&mut floor, &mut floors)] {
            let began = own_time();
            side(time);
            // The first ones fill caches.
            if time >= 3 {
                took.push(own_time() - began);
            }
        }
    }
    (took(works), took(floors))
}

fn took(mut millis: Vec<f64>) -> Took {
    millis.sort_by(f64::total_cmp);
    Took { median: millis[millis.len() / 2], p99: millis[(millis.len() * 99 / 100).min(millis.len() - 1)] }
}

/// A row: met at the bar or at twice the floor.
fn row(what: &str, bar: f64, (work, floor): &(Took, Took)) {
    let verdict = if work.p99 <= bar {
        "met"
    } else if work.p99 <= 2.0 * floor.p99 {
        "met by twice the floor"
    } else {
        "missed"
    };
    println!("{what:<66} {:>9.3} {:>9.3} {:>9.3}   {bar:<6} ms  {verdict}", work.median, work.p99, floor.p99);
}

fn drain(connection: &Connection, sql: &str, values: &[Value]) -> Vec<i64> {
    let mut statement = connection.prepare_cached(sql).unwrap();
    let mut rows = statement.query(rusqlite::params_from_iter(values)).unwrap();
    let mut ids = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        ids.push(row.get(0).unwrap());
    }
    ids
}

fn first_page() -> TickerQuery {
    TickerQuery { limit: 100, ..TickerQuery::default() }
}

fn opening(large: &Path, small: &Path) {
    let open = |folder: &Path| {
        let reader = Reader::open(Options::at(folder)).unwrap();
        assert_eq!(reader.ticker(&first_page()).unwrap().rows.len(), 100);
    };
    let plainly = |folder: &Path| {
        let plain = Connection::open(folder.join("library.sqlite")).unwrap();
        drain(
            &plain,
            "SELECT article_id FROM status WHERE hidden = 0 ORDER BY ticker_at DESC, article_id DESC LIMIT 100",
            &[],
        );
    };
    let to_large = pairs(40, |_| open(large), |_| plainly(large));
    let to_small = pairs(40, |_| open(small), |_| plainly(small));
    row("open to the first page of 100", 30.0, &to_large);
    row("  the same with 1,000 articles", 30.0, &to_small);
    let ratio = to_large.0.median / to_small.0.median;
    let verdict = if ratio <= 1.1 { "met" } else { "missed" };
    println!("{:<66} {ratio:>9.3} {:>19}   1.1 times  {verdict}", "  large to small, medians", "");
}

fn pages(store: &Store, plain: &Connection, large: &Path) {
    let reader = Reader::open(Options::at(large)).unwrap();
    let feed = Some(feed_of(plain, 1_000));
    let folder = Some("World".to_owned());
    let deep = drain(plain, "SELECT article_id FROM status WHERE hidden = 0 AND article_id % 97 = 5 LIMIT 500", &[]);
    let filters = [
        ("everything", first_page()),
        ("unread", TickerQuery { unread: true, ..first_page() }),
        ("a feed", TickerQuery { feed, ..first_page() }),
        ("a feed, unread", TickerQuery { feed, unread: true, ..first_page() }),
        ("a folder", TickerQuery { folder: folder.clone(), ..first_page() }),
        ("a folder, unread", TickerQuery { folder, unread: true, ..first_page() }),
    ];
    for (name, query) in filters {
        let at = |time: usize| match time % 2 {
            0 => query.clone(),
            _ => TickerQuery { before: Some(ArticleId(deep[time * 7 % deep.len()])), ..query.clone() },
        };
        let floor = |time: usize| {
            let query = at(time);
            let mut values = Vec::new();
            values.extend(query.feed.map(|feed| Value::Integer(feed.0)));
            values.extend(query.folder.clone().map(Value::Text));
            if let Some(id) = query.before {
                let place = "SELECT ticker_at FROM status WHERE article_id = ?1";
                values.extend([Value::Integer(drain(plain, place, &[Value::Integer(id.0)])[0]), Value::Integer(id.0)]);
            }
            values.push(Value::Integer(101));
            drain(plain, &store.ticker_sql(&query).unwrap(), &values);
        };
        let in_store = pairs(TIMES, |time| drop(store.ticker(&at(time)).unwrap()), floor);
        row(&format!("ticker page, first and deep, {name}"), 1.0, &in_store);
        let through = pairs(TIMES, |time| drop(reader.ticker(&at(time)).unwrap()), floor);
        row("  through Reader", 2.0, &through);
    }
}

/// A feed with about so many articles.
fn feed_of(plain: &Connection, articles: i64) -> FeedId {
    FeedId(drain(plain, "SELECT feed_id FROM counts ORDER BY abs(total - ?1) LIMIT 1", &[Value::Integer(articles)])[0])
}

fn counts(store: &Store, plain: &Connection) {
    let query = TickerQuery { unread: true, limit: 1, ..TickerQuery::default() };
    let floor = |_| drop(drain(plain, "SELECT feed_id, unread, total FROM counts", &[]));
    let one_row = |_| drop(store.ticker(&query).unwrap());
    let all_counts = |_| drop(store.counts().unwrap());
    let all_feeds = |_| drop(store.feeds().unwrap());
    row("unread count of everything, with one row", 0.2, &pairs(TIMES, one_row, floor));
    row("unread counts of every feed, folder and everything", 0.2, &pairs(TIMES, all_counts, floor));
    row("every feed with its counts, name, folder, newest and state", 0.2, &pairs(TIMES, all_feeds, floor));
    // Somebody else wrote: what is in memory no longer counts.
    let other = Connection::open(store.path()).unwrap();
    let write = || other.execute("UPDATE changes SET written = random()", []).unwrap();
    let after = |read: &dyn Fn(usize)| {
        let (mut works, mut floors) = (Vec::new(), Vec::new());
        for time in 0..TIMES {
            write();
            let began = own_time();
            read(time);
            works.push(own_time() - began);
            let began = own_time();
            floor(time);
            floors.push(own_time() - began);
        }
        (took(works), took(floors))
    };
    row("  the counts right after somebody wrote", 0.2, &after(&all_counts));
    row("  every feed right after somebody wrote", 0.2, &after(&all_feeds));
}

fn searches(store: &Store, plain: &Connection) {
    let words = |from: i64| -> Vec<String> {
        let mut statement = plain
            .prepare(
                "SELECT term FROM search_terms WHERE length(term) BETWEEN 2 AND 12 AND term BETWEEN 'a' AND 'zzzz'
                 ORDER BY articles DESC LIMIT 8 OFFSET ?1",
            )
            .unwrap();
        statement.query_map([from], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    };
    let (frequent, middling, rare) = (words(0), words(300), words(20_000));
    let join = |a: &[String], b: &[String]| a.iter().zip(b).map(|(a, b)| format!("{a} {b} ")).collect::<Vec<_>>();
    let closed = |words: &[String]| words.iter().map(|word| format!("{word} ")).collect::<Vec<_>>();
    let begun = |letters: usize| middling.iter().map(|word| word.chars().take(letters).collect()).collect::<Vec<_>>();
    let cases: [(&str, Vec<String>); 8] = [
        ("a frequent word", closed(&frequent)),
        ("a word of many articles", closed(&middling)),
        ("a rare word", closed(&rare)),
        ("two words", join(&frequent, &middling)),
        ("two rarer words", join(&middling, &middling[1..])),
        ("a beginning of two letters", begun(2)),
        ("a beginning of three letters", begun(3)),
        ("a phrase", (0..frequent.len() - 1).map(|at| format!("\"{} {}\" ", frequent[at], frequent[at + 1])).collect()),
    ];
    for (name, queries) in cases {
        let floor = |time: usize| {
            let text = &queries[time % queries.len()];
            let mut wanted: Vec<String> =
                text.replace('"', " ").split_whitespace().map(|word| format!("\"{word}\"")).collect();
            if !text.ends_with([' ', '"']) {
                wanted.last_mut().unwrap().push_str(" *");
            }
            let sql = "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT 50";
            for id in drain(plain, sql, &[Value::Text(wanted.join(" AND "))]) {
                drain(plain, "SELECT length(record) FROM bodies WHERE article_id = ?1", &[Value::Integer(id)]);
            }
        };
        let bars = [(SearchOrder::Newest, "newest first"), (SearchOrder::Ranked, "ranked")];
        for (order, called) in bars {
            let options = SearchOptions {
                limit: 50,
                order,
                below: None,
                patience: Duration::from_millis(300),
                plain: &plain_text,
            };
            let work = |time: usize| drop(store.search(&queries[time % queries.len()], &options).unwrap());
            let is_one_word = name.contains("word") && !name.starts_with("two");
            let bar = if order == SearchOrder::Newest && is_one_word { 5.0 } else { 25.0 };
            row(&format!("search, {name}, {called}, 50 with snippets"), bar, &pairs(TIMES / 2, work, floor));
        }
    }
}

fn articles(large: &Path, plain: &Connection) {
    let reader = Reader::open(Options::at(large)).unwrap();
    let ids = drain(plain, "SELECT id FROM articles WHERE id % 101 = 7 LIMIT 500", &[]);
    let work = |time: usize| drop(reader.article(ArticleId(ids[time * 3 % ids.len()])).unwrap());
    let floor = |time: usize| {
        drain(
            plain,
            "SELECT length(record) FROM bodies WHERE article_id = ?1",
            &[Value::Integer(ids[time * 3 % ids.len()])],
        );
    };
    row("open an article: read, decompressed, cleaned", 5.0, &pairs(TIMES, work, floor));
}

fn writes(store: &Store, path: &Path) {
    let plain = Connection::open(path).unwrap();
    plain.execute_batch("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON").unwrap();
    let feed = feed_of(&plain, 1_000);
    let all: Vec<ArticleId> = {
        let query = TickerQuery { feed: Some(feed), ..TickerQuery::default() };
        store.ticker(&query).unwrap().rows.iter().map(|row| row.id).collect()
    };
    let was_unread = {
        let query = TickerQuery { feed: Some(feed), unread: true, ..TickerQuery::default() };
        store.ticker(&query).unwrap().rows.iter().map(|row| row.id).collect::<Vec<_>>()
    };
    store.mark(&all, false, NOW).unwrap();
    let unread = "UPDATE status SET read = 0 WHERE feed_id = ?1 AND hidden = 0 AND read = 1";
    let read = "UPDATE status SET read = 1 WHERE feed_id = ?1 AND hidden = 0 AND read = 0";
    let query = TickerQuery { feed: Some(feed), ..TickerQuery::default() };
    let (mut works, mut floors) = (Vec::new(), Vec::new());
    for _ in 0..40 {
        let began = Instant::now();
        store.mark_all_read(&query, NOW).unwrap();
        works.push(began.elapsed().as_secs_f64() * 1e3);
        store.undo(None, NOW).unwrap();
        let began = Instant::now();
        plain.execute(read, [feed.0]).unwrap();
        floors.push(began.elapsed().as_secs_f64() * 1e3);
        plain.execute(unread, [feed.0]).unwrap();
    }
    row(&format!("mark a feed of {} read, undoable", all.len()), 2.0, &(took(works), took(floors)));
    store.mark(&all, true, NOW).unwrap();
    store.mark(&was_unread, false, NOW).unwrap();
    everything(store, &plain);
    saves(store, &plain);
}

/// All that is unread, and back; the floor is the one statement in a transaction, without a journal to take it back by.
fn everything(store: &Store, plain: &Connection) {
    let unread = "CREATE TEMP TABLE was_unread AS SELECT article_id FROM status WHERE read = 0 AND hidden = 0";
    plain.execute_batch(unread).unwrap();
    let (mut works, mut backs, mut floors) = (Vec::new(), Vec::new(), Vec::new());
    let mut changed = 0;
    let timed = |took: &mut Vec<f64>, work: &mut dyn FnMut()| {
        let began = Instant::now();
        work();
        took.push(began.elapsed().as_secs_f64() * 1e3);
    };
    for _ in 0..5 {
        let mut mark = || changed = store.mark_all_read(&TickerQuery::default(), NOW).unwrap().changed;
        timed(&mut works, &mut mark);
        timed(&mut backs, &mut || drop(store.undo(None, NOW).unwrap()));
        let all = "UPDATE status SET read = 1 WHERE read = 0 AND hidden = 0";
        timed(&mut floors, &mut || plain.execute_batch(all).unwrap());
        plain
            .execute_batch("UPDATE status SET read = 0 WHERE article_id IN (SELECT article_id FROM was_unread)")
            .unwrap();
    }
    let floor = || took(floors.clone());
    row(&format!("mark everything read: {changed} were unread"), 50.0, &(took(works), floor()));
    row("  and taking it back", 50.0, &(took(backs), floor()));
}

fn saves(store: &Store, plain: &Connection) {
    let ids = drain(plain, "SELECT id FROM articles WHERE id % 103 = 9 ORDER BY id DESC LIMIT 60", &[]);
    let (mut works, mut floors) = (Vec::new(), Vec::new());
    for id in &ids {
        let began = Instant::now();
        store.save_wish(ArticleId(*id), NOW).unwrap();
        works.push(began.elapsed().as_secs_f64() * 1e3);
        let began = Instant::now();
        let copy = "INSERT OR REPLACE INTO settings (name, value) SELECT 'bench', ?1";
        plain.execute(copy, [id.to_string().repeat(200)]).unwrap();
        floors.push(began.elapsed().as_secs_f64() * 1e3);
    }
    row("save acknowledged, durable", 30.0, &(took(works), took(floors)));
    plain.execute("DELETE FROM settings WHERE name = 'bench'", []).unwrap();
    for id in ids {
        store.unsave(ArticleId(id), NOW).unwrap();
    }
    // As if it had never been saved: the library is measured again.
    plain.execute("DELETE FROM saved WHERE removed_at IS NOT NULL", []).unwrap();
}

/// Articles of the library arrive in a new one, as a round of checks brings them: some of each of many feeds in a batch.
fn ingest(store: &Store, plain: &Connection) {
    let folder = tempfile::tempdir().unwrap();
    let fresh = Store::open(&folder.path().join("library.sqlite")).unwrap();
    let urls: Vec<String> = (0..FEEDS).map(|number| format!("https://{number}.example/feed")).collect();
    let feeds: Vec<NewFeed<'_>> = urls.iter().map(|url| NewFeed { url, ..NewFeed::default() }).collect();
    let feeds = fresh.follow_all(&feeds, NOW, "import").unwrap();
    let sql = "SELECT id FROM articles ORDER BY id DESC LIMIT ?1";
    let ids = drain(plain, sql, &[Value::Integer((ARRIVING + LEARNT_FROM) as i64)]);
    let arriving: Vec<NewArticle> = ids
        .iter()
        .map(|id| NewArticle {
            key: id.to_be_bytes().to_vec(),
            content_hash: id.to_be_bytes().to_vec(),
            has_text: true,
            content: store.article(ArticleId(*id)).unwrap().content,
        })
        .collect();
    let batches: Vec<Vec<FeedUpdate>> = arriving
        .chunks(BATCH)
        .map(|batch| {
            let of_feeds = batch.chunks(BATCH / AT_ONCE).zip(&feeds);
            of_feeds.map(|(articles, feed)| update(feed.id, articles.to_vec())).collect()
        })
        .collect();
    let (first, others) = batches.split_at(LEARNT_FROM / BATCH);
    first.iter().for_each(|batch| drop(fresh.ingest(batch).unwrap()));
    assert!(fresh.learn_what_articles_share().unwrap());
    let (began, own) = (Instant::now(), own_time());
    others.iter().for_each(|batch| drop(fresh.ingest(batch).unwrap()));
    let (took, own) = (began.elapsed().as_secs_f64(), (own_time() - own) / 1e3);
    let rate = |seconds: f64| ARRIVING as f64 / seconds;
    let verdict = if rate(took) >= 20_000.0 { "met" } else { "missed" };
    println!(
        "{:<66} {:>9.0} {:>19}   20,000 a second  {verdict}",
        "ingest without the index, articles a second by the clock",
        rate(took),
        ""
    );
    println!("{:<66} {:>9.0}", "  in time of the thread that writes", rate(own));
}

/// What arrives in [`ingest`]: articles that are measured, those before, of so many feeds, in such batches.
const ARRIVING: usize = 20_000;
const LEARNT_FROM: usize = 3_000;
const FEEDS: usize = 64;
const BATCH: usize = 1_000;
const AT_ONCE: usize = 50;

fn update(feed: FeedId, articles: Vec<NewArticle>) -> FeedUpdate {
    let check = CheckResult::well(feed, NOW, NOW.plus(900));
    FeedUpdate::brought(check, PlainText::new("Arriving", 100), articles)
}

fn size(path: &Path, html: f64) {
    let plain = Connection::open(path).unwrap();
    plain.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    let bytes = std::fs::metadata(path).unwrap().len() as f64;
    let verdict = if bytes <= 0.75 * html { "met" } else { "missed" };
    println!(
        "{:<66} {:>9.3} {:>19}   0.75 times  {verdict}",
        "size on disk to raw HTML, index included",
        bytes / html,
        ""
    );
}

/// The largest memory of the terminal program while it prints a page of the ticker, as the system counts it.
fn memory(cli: &str, large: &Path) {
    let mut most = 0;
    for _ in 0..5 {
        let mut child = Command::new(cli)
            .arg("--profile")
            .arg(large)
            .args(["ticker", "--limit", "100"])
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while child.try_wait().unwrap().is_none() {
            let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
            let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kilobytes: u64 = line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0);
            most = most.max(kilobytes);
        }
    }
    let most = most as f64 / 1024.0;
    let verdict = if most <= 32.0 { "met" } else { "missed" };
    println!("{:<66} {most:>9.1} {:>19}   32 MB      {verdict}", "peak memory of stoppress-cli ticker, MB", "");
}
