//! Figures of reading feeds and asking for them, each beside its bar and beside peers or a floor in the same run.
//!
//! `cargo dev bench feeds` measures all; `--only WORD` takes the topics whose name contains the word; `--rounds N` makes fewer or
//! more pairs than five. A bar that is missed is said, and is no failure.

mod corpus;
mod material;
mod peers;
mod rough;
mod speed;
mod sync;

use crate::options::Options;
use crate::setup;
use crate::steps;

/// One topic: its name, what it measures, and how.
type Topic = (&'static str, fn(&Setting) -> Result<(), String>);

const TOPICS: [Topic; 9] = [
    ("corpus", corpus::readings),
    ("damage", corpus::damage),
    ("speed", speed::run),
    ("first", sync::first_and_second),
    ("latency", sync::latency),
    ("changed", sync::changed),
    ("memory", sync::memory),
    ("bad", rough::bad),
    ("many", rough::many_on_few),
];

/// How much is measured.
struct Setting {
    rounds: usize,
}

/// Runs the topics that are wanted.
pub fn run(options: &Options) -> Result<(), String> {
    let only = options.only.as_deref().unwrap_or_default();
    let wanted: Vec<&Topic> = TOPICS.iter().filter(|(name, _)| name.contains(only)).collect();
    if wanted.is_empty() {
        let known: Vec<&str> = TOPICS.iter().map(|(name, _)| *name).collect();
        return Err(format!("There is no topic called {only:?}; there are: {}.", known.join(", ")));
    }
    let mut build = setup::cargo();
    build.args(["build", "--release", "--package", "stoppress-feeds", "--package", "stoppress-reader"]);
    build.args(["--example", "parse_speed", "--example", "damage_corpus", "--example", "sync_time"]);
    steps::run("Compiling what is measured, optimised", &mut build)?;
    let setting = Setting { rounds: options.rounds.unwrap_or(super::ROUNDS) };
    for (_, topic) in wanted {
        topic(&setting)?;
    }
    Ok(())
}

/// A figure beside its bar; `fits` says whether it is met.
fn bar(name: &str, figure: &str, bar: &str, fits: bool) {
    println!("  {} {name}: {figure} (bar: {bar})", if fits { "✓" } else { "✗" });
}

/// What cannot be measured here, and why.
fn skipped(name: &str, why: &str) {
    println!("  – {name}: not measured: {why}");
}
