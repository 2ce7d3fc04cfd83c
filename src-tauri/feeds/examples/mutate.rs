//! The fuzzer's checks on mutated files, without a fuzzer: always the same mutations for a seed.
//!
//!     mutate feed|date|address|opml SECONDS SEED < PATHS
//!
//! Reads paths of files to begin with, mutates them for so many seconds, and prints one line of JSON: how many were tried and
//! what was found. Inputs that fail a check are written to the folder `STOPPRESS_FOUND`, where it is set.

#[path = "../../../fuzz/checks.rs"]
mod checks;

use std::{
    io::BufRead,
    panic::{AssertUnwindSafe, catch_unwind},
    time::{Duration, Instant},
};

/// What is put into inputs: what formats are made of.
const PIECES: [&str; 40] = [
    "<item>",
    "</item>",
    "<entry>",
    "</entry>",
    "<title>",
    "</title>",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<?xml",
    "?>",
    "&amp;",
    "&#x",
    "&",
    ";",
    "\"",
    "'",
    "<",
    ">",
    "</",
    "http://",
    "https://",
    "feed:",
    "//",
    "/../",
    "#",
    "?",
    "@",
    ":",
    "[::1]",
    "2026-02-09T13:50:12Z",
    "Mon, 09 Feb 2026",
    "-0700",
    "GMT",
    "99999999999",
    "\u{0}",
    "\u{feff}",
    "xmlUrl=\"",
    "é",
];
/// Seeds are cut to this: a mutation of a large file is no better than one of its beginning.
const LONGEST: usize = 48 * 1024;
/// An input that takes longer is a finding.
const SLOW: Duration = Duration::from_secs(1);

fn main() -> std::io::Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let name = words.first().map(String::as_str).unwrap_or_default();
    let check: fn(&[u8]) = match name {
        "feed" => checks::feed,
        "date" => checks::date,
        "address" => checks::address,
        "opml" => checks::opml,
        other => return Err(std::io::Error::other(format!("there is no check called {other:?}"))),
    };
    let number = |at: usize| words.get(at).and_then(|word| word.parse().ok()).unwrap_or(1);
    let mut numbers = Numbers(number(2));
    let mut seeds = Vec::new();
    for path in std::io::stdin().lock().lines() {
        let mut bytes = std::fs::read(path?)?;
        bytes.truncate(LONGEST);
        seeds.push(bytes);
    }
    if matches!(name, "date" | "address") {
        seeds = seeds.iter().flat_map(|seed| lines_of(seed)).collect();
    }
    if seeds.is_empty() {
        return Err(std::io::Error::other("no files to begin with"));
    }
    std::panic::set_hook(Box::new(|_| {}));
    let (end, mut tried, mut slowest) = (Instant::now() + Duration::from_secs(number(1)), 0_u64, Duration::ZERO);
    let mut found: Vec<(String, Vec<u8>)> = Vec::new();
    while Instant::now() < end && found.len() < 50 {
        let bytes = mutated(&seeds, &mut numbers);
        let began = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| check(&bytes)));
        let took = began.elapsed();
        (tried, slowest) = (tried + 1, slowest.max(took));
        if let Err(panic) = outcome {
            let text = panic.downcast_ref::<String>().cloned().unwrap_or_else(|| "a panic".into());
            found.push((text.chars().take(300).collect(), bytes));
        } else if took > SLOW {
            found.push((format!("took {took:?}"), bytes));
        }
    }
    let _ = std::panic::take_hook();
    if let Some(folder) = std::env::var_os("STOPPRESS_FOUND") {
        std::fs::create_dir_all(&folder)?;
        for (at, (_, bytes)) in found.iter().enumerate() {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}-{at}")), bytes)?;
        }
    }
    let sentences: Vec<&String> = found.iter().map(|(sentence, _)| sentence).collect();
    println!(
        "{}",
        serde_json::json!({
            "check": name, "seeds": seeds.len(), "tried": tried, "slowest_millis": slowest.as_millis() as u64,
            "found": sentences,
        })
    );
    Ok(())
}

/// Short pieces of a file, for what is short by nature.
fn lines_of(bytes: &[u8]) -> Vec<Vec<u8>> {
    let pieces = bytes.split(|byte| matches!(byte, b'<' | b'>' | b'"' | b'\n'));
    pieces.filter(|piece| (6..200).contains(&piece.len())).take(60).map(<[u8]>::to_vec).collect()
}

fn mutated(seeds: &[Vec<u8>], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = seeds[numbers.below(seeds.len())].clone();
    for _ in 0..=numbers.below(6) {
        let at = numbers.below(bytes.len() + 1);
        match numbers.below(6) {
            0 => bytes.truncate(at),
            1 if at < bytes.len() => bytes[at] = u8::try_from(numbers.below(256)).unwrap_or_default(),
            2 => {
                let piece = PIECES[numbers.below(PIECES.len())];
                bytes.splice(at..at, piece.bytes());
            }
            3 => {
                let end = (at + numbers.below(64)).min(bytes.len());
                bytes.drain(at..end);
            }
            4 => {
                let end = (at + numbers.below(256)).min(bytes.len());
                let copy = bytes[at..end].to_vec();
                let to = numbers.below(bytes.len() + 1);
                bytes.splice(to..to, copy);
            }
            _ => {
                let other = &seeds[numbers.below(seeds.len())];
                let from = numbers.below(other.len() + 1);
                let end = (from + numbers.below(512)).min(other.len());
                bytes.splice(at..at, other[from..end].iter().copied());
            }
        }
    }
    bytes.truncate(LONGEST);
    bytes
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ mixed >> 31) % end.max(1) as u64).unwrap_or_default()
    }
}
