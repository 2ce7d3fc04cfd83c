//! How fast feeds are read beside feed-rs, on one thread. Reads paths on standard input, takes the files that both read without
//! a repair, reads them all in turn with either, and prints one line of JSON.

use std::{
    hint::black_box,
    io::BufRead,
    panic::catch_unwind,
    time::{Duration, Instant},
};
use stoppress_feeds::{ParseContext, parse};

/// Pairs, ours and theirs.
const PAIRS: usize = 7;
/// A pass goes over the files until it took about so long.
const PASS: Duration = Duration::from_millis(400);

fn main() -> std::io::Result<()> {
    let context = ParseContext { url: Some("https://a.example/feed"), content_type: None };
    let ours = |bytes: &[u8]| parse(bytes, &context).map_or(0, |feed| feed.articles.len());
    let theirs = |bytes: &[u8]| feed_rs::parser::parse(bytes).map_or(0, |feed| feed.entries.len());
    let mut files = Vec::new();
    // feed-rs gives up with a panic on some files, which are none of those that are measured.
    std::panic::set_hook(Box::new(|_| {}));
    for path in std::io::stdin().lock().lines() {
        let bytes = std::fs::read(path?)?;
        let is_sound = parse(&bytes, &context).is_ok_and(|feed| feed.repairs.is_empty() && !feed.articles.is_empty());
        if is_sound && catch_unwind(|| theirs(&bytes) > 0).unwrap_or(false) {
            files.push(bytes);
        }
    }
    let _ = std::panic::take_hook();
    let megabytes = files.iter().map(Vec::len).sum::<usize>() as f64 / 1e6;
    let pass = |read: &dyn Fn(&[u8]) -> usize, rounds: u32| {
        let began = Instant::now();
        for _ in 0..rounds {
            files.iter().for_each(|bytes| {
                black_box(read(black_box(bytes)));
            });
        }
        megabytes * f64::from(rounds) / began.elapsed().as_secs_f64()
    };
    let once = megabytes / pass(&ours, 1);
    let rounds = (PASS.as_secs_f64() / once.max(1e-6)).ceil().clamp(1.0, 1e4) as u32;
    let pairs: Vec<(f64, f64)> = (0..PAIRS).map(|_| (pass(&ours, rounds), pass(&theirs, rounds))).collect();
    let median = |of: &dyn Fn(&(f64, f64)) -> f64| {
        let mut values: Vec<f64> = pairs.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[PAIRS / 2]
    };
    println!(
        "{}",
        serde_json::json!({
            "files": files.len(), "megabytes": megabytes,
            "ours": median(&|pair| pair.0), "theirs": median(&|pair| pair.1), "ratio": median(&|pair| pair.0 / pair.1),
        })
    );
    Ok(())
}
