//! The engine of the app without window or terminal, for `cargo dev bench feeds`: brings a list in, asks every feed, completes
//! the index of the search, and prints one line of JSON with what it saw meanwhile.
//!
//!     sync_time PROFILE import LIST.opml
//!     sync_time PROFILE sync [--index] [--watch]
//!
//! `--index`: the index of the search is complete at the end. `--watch`: the ticker is asked all the time, as a window that is
//! scrolled would.

use std::{
    path::Path,
    sync::atomic::{AtomicBool, AtomicI64, Ordering},
    thread,
    time::{Duration, Instant},
};
use stoppress_model::{TickerPage, TickerQuery};
use stoppress_reader::{Options, Reader, SyncScope};

/// As the programs have it.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

/// Rows of a look at the ticker: what the window asks for.
const ROWS: u32 = 200;
/// Between two looks at the ticker.
const PAUSE: Duration = Duration::from_millis(5);
const NOT_YET: i64 = -1;

fn main() -> Outcome<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [profile, verb, rest @ ..] = words.as_slice() else { return Err("wants a profile and a verb".into()) };
    let began = Instant::now();
    let reader = Reader::open(Options::at(Path::new(profile)))?;
    match (verb.as_str(), rest) {
        ("import", [list]) => {
            let imported = reader.import(&std::fs::read(list)?)?;
            println!("{}", serde_json::json!({ "added": imported.added, "millis": millis(began) }));
            Ok(())
        }
        ("sync", flags) => sync(&reader, began, flags),
        _ => Err("knows import and sync".into()),
    }
}

fn sync(reader: &Reader, began: Instant, flags: &[String]) -> Outcome<()> {
    let has = |flag: &str| flags.iter().any(|given| given == flag);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let watching = AtomicBool::new(true);
    let first = AtomicI64::new(NOT_YET);
    let query = TickerQuery { limit: ROWS, ..TickerQuery::default() };
    let is_new = reader.ticker(&query)?.rows.is_empty();
    let (summary, listed, looks) = thread::scope(|scope| -> Outcome<_> {
        let watcher = scope.spawn(|| {
            let mut looks = Vec::new();
            while watching.load(Ordering::Relaxed) {
                let asked = Instant::now();
                let page = reader.ticker(&query);
                looks.push(asked.elapsed());
                note_first(&first, &page, began);
                if !has("--watch") && first.load(Ordering::Relaxed) != NOT_YET {
                    break;
                }
                thread::sleep(PAUSE);
            }
            looks
        });
        let summary = runtime.block_on(reader.sync(SyncScope::All));
        let listed = millis(began);
        let indexed = if has("--index") { reader.index_all() } else { Ok(()) };
        watching.store(false, Ordering::Relaxed);
        let looks = watcher.join().map_err(|_| "the watcher gave up")?;
        indexed?;
        Ok((summary?, listed, looks))
    })?;
    let first = first.load(Ordering::Relaxed);
    let mut looks: Vec<f64> = looks.iter().map(|look| look.as_secs_f64() * 1e3).collect();
    looks.sort_by(f64::total_cmp);
    let at = |part: f64| looks.get(((looks.len() as f64 * part) as usize).min(looks.len().saturating_sub(1)));
    println!(
        "{}",
        serde_json::json!({
            "feeds": summary.feeds, "unchanged": summary.unchanged, "failed": summary.failed,
            "new_articles": summary.new_articles, "offline": summary.offline,
            "first_millis": (is_new && first != NOT_YET).then_some(first),
            "listed_millis": listed, "millis": millis(began),
            "looks": looks.len(), "look_median": at(0.5), "look_p99": at(0.99), "look_worst": looks.last(),
        })
    );
    Ok(())
}

fn note_first(first: &AtomicI64, page: &stoppress_reader::Result<TickerPage>, began: Instant) {
    if page.as_ref().is_ok_and(|page| !page.rows.is_empty()) && first.load(Ordering::Relaxed) == NOT_YET {
        first.store(i64::try_from(millis(began)).unwrap_or(i64::MAX), Ordering::Relaxed);
    }
}

fn millis(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}
