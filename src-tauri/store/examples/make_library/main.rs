//! Makes a library of any size, the same on every machine, as years of reading would leave it:
//! `cargo run --release -p stoppress-store --example make_library -- FOLDER COUNT [FEEDS] [--indexed]`.
//!
//! `FOLDER` becomes a profile that window and terminal open. Feeds bring their articles over the years in rounds of two days;
//! 15 of 100 articles are Chinese, Japanese or Korean, 6 Arabic or Hebrew; the HTML is about 3 KB. Most are read, some saved
//! and tagged. No feed is due for years, so that nothing is asked of a network. With `--indexed` the search index is complete.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a tool for measurements says by panicking and printing")]

mod articles;
mod chance;
mod words;

use chance::Chance;
use std::{path::Path, process::ExitCode, sync::mpsc::sync_channel, time::Instant};
use stoppress_model::{Direction, FeedId, PlainText, SaveState, TickerQuery, Timestamp};
use stoppress_store::{ArticleContent, CheckResult, FeedUpdate, ListedPage, NewArticle, NewFeed, Store};
use words::Language;

/// The moment of the newest round.
const NOW: Timestamp = Timestamp(1_795_600_000);
/// Between two rounds.
const ROUND: i64 = 2 * 24 * 3600;
/// Articles in one transaction, as in a check of many feeds.
const BATCH: usize = 1_000;
/// Articles that a feed brings at once, at least.
const AT_ONCE: usize = 8;
/// Saved articles: one of a thousand, and no more than this.
const SAVED: usize = 1_000;
const FOLDERS: [&str; 12] = [
    "Africa",
    "Arts",
    "Business",
    "Climate",
    "Europe",
    "Food",
    "Local",
    "Politics",
    "Science",
    "Sport",
    "Technology",
    "World",
];

struct Source {
    id: FeedId,
    number: usize,
    language: usize,
    /// How many articles it brings in all.
    articles: usize,
}

fn main() -> ExitCode {
    let (flags, words): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|word| word.starts_with("--"));
    let number = |position: usize| words.get(position).and_then(|word| word.parse::<usize>().ok());
    let (Some(folder), Some(count)) = (words.first(), number(1)) else {
        println!("make_library FOLDER COUNT [FEEDS] [--indexed]");
        return ExitCode::FAILURE;
    };
    let path = Path::new(folder).join("library.sqlite");
    if path.exists() {
        println!("{} is there already", path.display());
        return ExitCode::FAILURE;
    }
    let store = Store::open(&path).unwrap();
    let began = Instant::now();
    let feeds = number(2).unwrap_or(count / 200).clamp(1, count.max(1));
    let Filled { html, saved, storing } = fill(&store, count, feeds);
    println!("{count} articles of {feeds} feeds, {html} bytes of HTML, in {:.1} s", began.elapsed().as_secs_f64());
    let mut facts = format!("{html}\nstored: {:.0} articles a second, without the index\n", count as f64 / storing);
    keep(&store, &saved);
    store.tidy(NOW).unwrap();
    if flags.iter().any(|flag| flag == "--indexed") {
        let began = Instant::now();
        while store.index_slice(1_000, &plain).unwrap().is_more {}
        let seconds = began.elapsed().as_secs_f64();
        println!("indexed in {seconds:.1} s");
        facts.push_str(&format!("indexed: {:.0} articles a second\n", count as f64 / seconds));
    }
    std::fs::write(Path::new(folder).join("made.txt"), facts).unwrap();
    ExitCode::SUCCESS
}

struct Filled {
    /// Bytes of HTML.
    html: usize,
    /// Addresses to save.
    saved: Vec<String>,
    /// Seconds in which articles were stored.
    storing: f64,
}

/// Feeds and their articles.
fn fill(store: &Store, count: usize, feeds: usize) -> Filled {
    let languages = words::languages();
    let languages: Vec<(usize, &Language)> = languages.iter().map(|(share, language)| (*share, language)).collect();
    let sources = follow(store, count, feeds, &languages);
    let rounds = sources.iter().map(|source| source.articles.div_ceil(AT_ONCE)).max().unwrap_or(1).min(150);
    let (send, receive) = sync_channel::<Vec<FeedUpdate>>(4);
    std::thread::scope(|scope| {
        let (languages, sources) = (&languages, &sources);
        scope.spawn(move || {
            let mut number = 0;
            for round in 0..rounds {
                let (mut batch, mut size) = (Vec::new(), 0);
                for source in sources {
                    let brings = share(source, round, rounds);
                    if brings == 0 {
                        continue;
                    }
                    batch.push(update(source, languages[source.language].1, number, brings, at_round(round, rounds)));
                    number += brings as u64;
                    size += brings;
                    if size >= BATCH {
                        send.send(std::mem::take(&mut batch)).unwrap();
                        size = 0;
                    }
                }
                send.send(batch).unwrap();
            }
        });
        let (mut html, mut saved, mut stored, mut newest, mut storing) = (0, Vec::new(), 0, 0, 0.0);
        for batch in receive {
            let Some(at) = batch.first().map(|update| update.check.at) else { continue };
            for article in batch.iter().flat_map(|update| &update.articles) {
                html += article.content.html.len();
                if stored % 1_000 == 7 && saved.len() < SAVED {
                    saved.extend(article.content.url.clone());
                }
                stored += 1;
            }
            // What is older than the last tenth was read long ago.
            if at.0 != newest && stored < count / 10 * 9 {
                newest = at.0;
                store.mark_all_read(&TickerQuery::default(), at).unwrap();
            }
            let began = Instant::now();
            store.ingest(&batch).unwrap();
            storing += began.elapsed().as_secs_f64();
            store.learn_what_articles_share().unwrap();
        }
        for source in sources.iter().filter(|source| source.number % 3 == 1) {
            let query = TickerQuery { feed: Some(source.id), ..TickerQuery::default() };
            store.mark_all_read(&query, NOW.plus(-40 * 24 * 3600)).unwrap();
        }
        Filled { html, saved, storing }
    })
}

/// A few feeds bring much, many bring little.
fn follow(store: &Store, count: usize, feeds: usize, languages: &[(usize, &Language)]) -> Vec<Source> {
    let weights: Vec<f64> = (0..feeds).map(|number| 1.0 / (number as f64 + 20.0).sqrt()).collect();
    let all: f64 = weights.iter().sum();
    let urls: Vec<String> = (0..feeds).map(|number| format!("https://www.site-{number}.example/feed.xml")).collect();
    let new: Vec<NewFeed<'_>> = urls
        .iter()
        .enumerate()
        .map(|(number, url)| NewFeed {
            url,
            folder: (number % 5 > 0).then(|| FOLDERS[number % FOLDERS.len()]),
            ..NewFeed::default()
        })
        .collect();
    let followed = store.follow_all(&new, NOW.plus(-400 * 24 * 3600), "import").unwrap();
    let (mut upto, mut given) = (0.0, 0);
    let mut sources = Vec::with_capacity(feeds);
    for (number, feed) in followed.iter().enumerate() {
        upto += weights[number];
        let until = if number + 1 == feeds { count } else { (upto / all * count as f64) as usize };
        let mut place = Chance::of(200, number as u64).below(100);
        let language = languages.iter().position(|(share, _)| {
            let is_here = place < *share;
            place = place.saturating_sub(*share);
            is_here
        });
        sources.push(Source { id: feed.id, number, language: language.unwrap_or(0), articles: until - given });
        given = until;
    }
    sources
}

/// How many articles a feed brings in a round: all of its rounds together, all of its articles.
fn share(source: &Source, round: usize, rounds: usize) -> usize {
    let visits = source.articles.div_ceil(AT_ONCE).clamp(1, rounds);
    // Its visits are spread evenly, each feed beginning elsewhere.
    let shifted = round + source.number % rounds;
    let (before, after) = (shifted * visits / rounds, (shifted + 1) * visits / rounds);
    let until = |visit: usize| visit * source.articles / visits;
    let whole = source.number % rounds * visits / rounds;
    until(after - whole) - until(before - whole)
}

fn at_round(round: usize, rounds: usize) -> Timestamp {
    NOW.plus((round as i64 + 1 - rounds as i64) * ROUND)
}

fn update(source: &Source, language: &Language, first: u64, count: usize, at: Timestamp) -> FeedUpdate {
    let mut chance = Chance::of(300, first);
    let mut ages: Vec<i64> = (0..count).map(|_| chance.below(ROUND as usize - 3_600) as i64).collect();
    ages.sort_unstable();
    let articles = ages.iter().enumerate().map(|(position, age)| {
        let made = articles::article(first + position as u64, source.number, language);
        let writer = format!("{} {}", language.word(&mut chance), language.word(&mut chance));
        NewArticle {
            key: chance.draw().to_be_bytes().into_iter().chain(chance.draw().to_be_bytes()).collect(),
            content_hash: chance.draw().to_be_bytes().into_iter().chain(chance.draw().to_be_bytes()).collect(),
            has_text: true,
            content: ArticleContent {
                title: PlainText::new(&made.title, 1_024),
                url: Some(made.url),
                html: made.html,
                published: Some(at.plus(-age)),
                authors: vec![PlainText::new(&writer, 200)],
                language: Some(language.tag.to_owned()),
                direction: language.right_to_left.then_some(Direction::Rtl),
                ..ArticleContent::default()
            },
        }
    });
    let articles = articles.collect();
    let name = format!("{} {} {}", language.word(&mut Chance::of(400, source.number as u64)), "Post", source.number);
    let next = NOW.plus(20 * 365 * 24 * 3600);
    let check = CheckResult { body_hash: Some(vec![0; 32]), ..CheckResult::well(source.id, at, next) };
    let language = Some(language.tag.to_owned());
    FeedUpdate { language, ..FeedUpdate::brought(check, PlainText::new(&name, 200), articles) }
}

/// Saves articles with their texts, every second with a tag.
fn keep(store: &Store, urls: &[String]) {
    let tags: Vec<[PlainText; 1]> =
        ["later", "work", "recipes"].iter().map(|name| [PlainText::new(name, 64)]).collect();
    let pages: Vec<ListedPage<'_>> = urls
        .iter()
        .enumerate()
        .map(|(number, url)| ListedPage {
            url,
            title: "",
            site: "",
            saved_at: Some(NOW.plus(-(number as i64) * 3_600)),
            read: false,
            tags: if number % 2 == 0 { &tags[number % 3] } else { &[] },
            html: None,
        })
        .collect();
    store.save_list(&pages, NOW.plus(-40 * 24 * 3600)).unwrap();
    for article in store.saved().unwrap() {
        store.finish_save(article.id, &[], SaveState::Complete, None, None).unwrap();
    }
}

/// The plain text of what this tool writes.
fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, after)| after));
    }
    text
}
