//! How long searches and ticker pages take in a made library, beside plain SQLite over the same file:
//! `cargo run --release -p stoppress-store --example search_time -- 100000`. Deterministic; nothing is asked of a network.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement says by panicking and printing")]

use std::time::{Duration, Instant};
use stoppress_model::{PlainText, SearchOrder, TickerQuery, Timestamp};
use stoppress_store::{ArticleContent, CheckLog, CheckResult, FeedUpdate, NewArticle, NewFeed, SearchOptions, Store};

const NOW: Timestamp = Timestamp(1_795_600_000);
const OF_A_FEED: i64 = 200;

/// A word by its rank: about the n-th is 1/n as frequent as the first.
fn word(seed: &mut u64) -> String {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let unit = (*seed >> 11) as f64 / (1_u64 << 53) as f64;
    let rank = (50_000_f64.powf(unit)) as u64;
    let mut letters = String::new();
    let mut rest = rank * 2_654_435_761 % 4_294_967_291;
    for _ in 0..3 + rank % 6 {
        letters.push(char::from(b'a' + (rest % 26) as u8));
        rest = rest / 26 + rank;
    }
    letters
}

fn update(feed: stoppress_model::FeedId, first: i64, seed: &mut u64) -> FeedUpdate {
    let articles = (first..first + OF_A_FEED)
        .map(|number| {
            let html: Vec<String> = (0..420).map(|_| word(seed)).collect();
            let title: Vec<String> = (0..9).map(|_| word(seed)).collect();
            NewArticle {
                key: number.to_be_bytes().to_vec(),
                content_hash: vec![1],
                has_text: true,
                content: ArticleContent {
                    title: PlainText::new(&title.join(" "), 200),
                    html: format!("<p>{}</p>", html.join(" ")),
                    published: Some(NOW.plus(-number)),
                    ..ArticleContent::default()
                },
            }
        })
        .collect();
    let check = CheckResult {
        feed,
        at: NOW,
        next_check: NOW.plus(900),
        trouble: None,
        validators: None,
        body_hash: None,
        moved: None,
        repairs: None,
        wish: None,
        quiet_times: None,
        log: CheckLog::default(),
    };
    FeedUpdate { check, title: PlainText::new("Feed", 9), home_url: None, language: None, kind: "rss", articles }
}

/// Median and 99th percentile in milliseconds.
fn timed(what: &str, times: u32, mut work: impl FnMut()) {
    work();
    let mut took: Vec<f64> = (0..times)
        .map(|_| {
            let began = Instant::now();
            work();
            began.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    took.sort_by(f64::total_cmp);
    println!("{what:<44} median {:>8.3} ms   p99 {:>8.3} ms", took[took.len() / 2], took[took.len() * 99 / 100]);
}

fn plain(html: &str) -> String {
    html.replace("<p>", "").replace("</p>", "")
}

fn main() {
    let count: i64 = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.sqlite");
    let store = Store::open(&path).unwrap();
    let mut seed = 7;
    let began = Instant::now();
    let mut html = 0;
    for first in (0..count).step_by(OF_A_FEED as usize) {
        let url = format!("https://example.org/{first}");
        let feed = store.follow(&NewFeed { url: &url, ..NewFeed::default() }, NOW).unwrap().id;
        let made = update(feed, first, &mut seed);
        html += made.articles.iter().map(|one| one.content.html.len()).sum::<usize>();
        store.ingest(&[made]).unwrap();
    }
    println!("{count} articles made and stored in {:.1} s", began.elapsed().as_secs_f64());
    let began = Instant::now();
    while store.index_slice(64, &plain).unwrap() > 0 {}
    println!("indexed in {:.1} s", began.elapsed().as_secs_f64());
    drop(store);
    let store = Store::open(&path).unwrap();
    let size = std::fs::metadata(&path).unwrap().len();
    println!("{} MB of HTML, {} MB on disk, {:.2} times", html >> 20, size >> 20, size as f64 / html as f64);
    timed("ticker, first 100", 200, || {
        store.ticker(&TickerQuery { limit: 100, ..TickerQuery::default() }).unwrap();
    });
    let raw = rusqlite::Connection::open(&path).unwrap();
    timed("  plain SQLite, the same statement", 200, || {
        let sql = store.ticker_sql(&TickerQuery { limit: 100, ..TickerQuery::default() }).unwrap();
        let mut statement = raw.prepare_cached(&sql).unwrap();
        let mut rows = statement.query([101]).unwrap();
        while rows.next().unwrap().is_some() {}
    });
    let mut other = 7;
    let common = word(&mut other);
    let words = [common.clone(), word(&mut other), word(&mut other)];
    for text in [words[0].clone(), words[1].clone(), format!("{} {} ", words[0], words[1]), common[..2].to_owned()] {
        for order in [SearchOrder::Newest, SearchOrder::Ranked] {
            let options = SearchOptions { limit: 50, order, patience: Duration::from_millis(300), plain: &plain };
            let found = store.search(&text, &options).unwrap().total_at_least;
            timed(&format!("search “{text}” {order:?}, {found} shown"), 50, || {
                store.search(&text, &options).unwrap();
            });
        }
        let quoted: Vec<String> = text.split_whitespace().map(|word| format!("\"{word}\"")).collect();
        timed("  plain SQLite, ids of the newest 50", 50, || {
            let mut statement = raw
                .prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT 50")
                .unwrap();
            let mut rows = statement.query([quoted.join(" AND ")]).unwrap();
            while rows.next().unwrap().is_some() {}
        });
    }
}
