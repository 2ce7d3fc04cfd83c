//! Figures of the window, beside a Tauri window with nothing in it (`tests/bench/empty-window`).
//!
//! Starting, resting and memory are measured from outside, in programs that nobody drives. Scrolling, keys and arriving
//! rows are measured inside the page by a driver. Nothing here passes or fails.

mod driven;
mod resting;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use stoppress_support::Display;

use super::{ROUNDS, line, median};
use crate::app::{SCREEN, Window};
use crate::setup;
use crate::{place, steps};

/// How many articles the libraries of the figures hold: few, many, and ten years of reading.
const FEW: u32 = 1_000;
const MANY: u32 = 100_000;
const MOST: u32 = 1_000_000;

/// The fonts of the first rows, which the empty window shows, too.
const FONTS: [(&str, &str); 2] = [
    ("inter/files/inter-latin-wght-normal.woff2", "inter.woff2"),
    ("source-serif-4/files/source-serif-4-latin-opsz-normal.woff2", "source-serif.woff2"),
];

/// What can be measured alone, in this order.
const TOPICS: [&str; 7] = ["weight", "start", "rest", "keys", "scrolling", "articles", "arriving"];

/// The figures of the window whose topic contains `only`. `largest` makes the library of a million articles too, which takes
/// minutes the first time.
pub fn run(largest: bool, only: Option<&str>) -> Result<(), String> {
    let wants = |topic: &str| only.is_none_or(|word| topic.contains(word));
    if !TOPICS.into_iter().any(wants) {
        return Err(format!(
            "There is no topic called {:?}; there are: {}.",
            only.unwrap_or_default(),
            TOPICS.join(", ")
        ));
    }
    let display = Display::start(SCREEN.0, SCREEN.1)?;
    let app = place::built("stoppress", true);
    let how = if has_a_card() { "with a graphics card" } else { "by the processor, because there is no graphics card" };
    println!("  drawn {how}");
    if wants("weight") {
        weight()?;
    }
    if wants("start") || wants("rest") {
        let programs = Programs { app: app.clone(), empty: build_empty_window()? };
        if wants("start") {
            start_figures(&display, &programs, &library(MANY)?, largest)?;
        }
        if wants("rest") {
            resting::run(&display, &programs, &library(MANY)?)?;
        }
    }
    driven::run(&display, &app, wants)
}

fn start_figures(display: &Display, programs: &Programs, many: &Path, largest: bool) -> Result<(), String> {
    println!("▸ From the start of the process to the first rows painted, {ROUNDS} pairs, everything in the page cache");
    starts(display, programs, many, "100,000 articles", "≤ 1.3 times the empty window")?;
    if largest {
        let (few, most) = (library(FEW)?, library(MOST)?);
        let (short, long) =
            pairs(|| Ok((start(display, &programs.app, &few)?, start(display, &programs.app, &most)?)))?;
        line("1,000 articles", &short, None);
        line("1,000,000 articles (bar: ≤ 1.15 times 1,000)", &long, Some(&short));
    }
    Ok(())
}

/// The two programs side by side.
struct Programs {
    app: PathBuf,
    empty: PathBuf,
}

/// A made library with its search index, in a profile of its own that later runs find again.
fn library(count: u32) -> Result<PathBuf, String> {
    let profile = place::target().join(format!("bench/window-{count}"));
    let made = profile.join("made");
    if made.exists() {
        return Ok(profile);
    }
    let mut command = setup::cargo();
    command.args(["run", "--release", "--package", "stoppress-store", "--example", "make_library", "--"]);
    command.arg(&profile).arg(count.to_string()).arg("--indexed");
    steps::run(&format!("Making a library of {count} articles"), &mut command)?;
    super::write(&made, "")?;
    Ok(profile)
}

/// What the page loads before it shows anything, as it would travel compressed.
fn weight() -> Result<(), String> {
    let folder = place::root().join("ui/dist");
    let page = std::fs::read_to_string(folder.join("index.html"))
        .map_err(|error| format!("the built page could not be read: {error}."))?;
    let size = |ending: &str| -> Result<u64, String> {
        let named = page.split('"').filter(|word| word.ends_with(ending));
        named.map(|word| gzipped(&folder.join(word.trim_start_matches(['.', '/'])))).sum()
    };
    println!("▸ What the page loads first, compressed by gzip");
    println!("  scripts: {} (bar: ≤ 140 kB)", steps::size(size(".js")?));
    println!("  styles: {} (bar: ≤ 25 kB)", steps::size(size(".css")?));
    Ok(())
}

fn gzipped(file: &Path) -> Result<u64, String> {
    let output = Command::new("gzip").args(["--best", "--stdout"]).arg(file).output();
    let output = output.map_err(|error| format!("could not start gzip: {error}."))?;
    Ok(output.stdout.len() as u64)
}

fn starts(display: &Display, programs: &Programs, profile: &Path, what: &str, bar: &str) -> Result<(), String> {
    let (floor, own) =
        pairs(|| Ok((start(display, &programs.empty, profile)?, start(display, &programs.app, profile)?)))?;
    line("empty Tauri window, second frame", &floor, None);
    line(&format!("Stop Press, {what} (bar: {bar})"), &own, Some(&floor));
    Ok(())
}

/// Measures two things in turn; the first pair fills the page cache and is dropped.
fn pairs<A, B>(mut measure: impl FnMut() -> Result<(A, B), String>) -> Result<(Vec<A>, Vec<B>), String> {
    measure()?;
    (0..ROUNDS).map(|_| measure()).collect::<Result<Vec<_>, String>>().map(|pairs| pairs.into_iter().unzip())
}

/// Compiles the floor, with the versions that the app uses.
fn build_empty_window() -> Result<PathBuf, String> {
    let folder = place::root().join("tests/bench/empty-window");
    let (from, to) = (place::root().join("Cargo.lock"), folder.join("Cargo.lock"));
    std::fs::copy(&from, &to).map_err(|error| format!("could not copy {}: {error}.", from.display()))?;
    for (family, name) in FONTS {
        let from = place::root().join("ui/node_modules/@fontsource-variable").join(family);
        let to = folder.join("page").join(name);
        std::fs::copy(&from, &to).map_err(|error| format!("could not copy {}: {error}.", from.display()))?;
    }
    let target = place::target().join("empty-window");
    let mut build = setup::cargo();
    build.current_dir(&folder).args(["build", "--release", "--target-dir"]).arg(&target);
    steps::run("Compiling the empty window (some minutes the first time)", &mut build)?;
    Ok(target.join("release/empty-window"))
}

/// One start: from before the process exists to the line in which the window says that it has painted.
fn start(display: &Display, program: &Path, profile: &Path) -> Result<Duration, String> {
    opened(display, program, profile).map(|(_, painted)| painted)
}

fn has_a_card() -> bool {
    let entries = std::fs::read_dir("/dev/dri").into_iter().flatten().flatten();
    entries.into_iter().any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
}

/// A window that has painted, and how long it took to.
fn opened(display: &Display, program: &Path, profile: &Path) -> Result<(Window, Duration), String> {
    let mut command = Command::new(program);
    command.env("STOPPRESS_PROFILE", profile).env("STOPPRESS_TIMING", "1").stdout(Stdio::null()).stderr(Stdio::piped());
    if !has_a_card() {
        // The app finds that out itself; the empty window is told.
        command.env("WEBKIT_DISABLE_COMPOSITING_MODE", "1");
    }
    let began = Instant::now();
    let mut window = Window::open(command, display)?;
    let errors = window.0.stderr.take().ok_or("the window has no error output")?;
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(errors).lines().map_while(Result::ok) {
            if line.contains("first rows painted") {
                let _ = tell.send(Instant::now());
            }
        }
    });
    let painted = told
        .recv_timeout(Duration::from_secs(60))
        .map_err(|_| format!("{} did not say \"first rows painted\" within 60 s.", program.display()))?;
    Ok((window, painted - began))
}

/// A line of numbers with the bar that stands in the issue.
fn figure(name: &str, unit: &str, values: &[f64], bar: &str) {
    let (low, high) =
        values.iter().fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)));
    println!("  {name}: {:.1} {unit} ({low:.1} to {high:.1}){bar}", median(values.to_vec()));
}
