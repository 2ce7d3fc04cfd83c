//! Figures of the window, beside a Tauri window with nothing in it.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant, SystemTime};

use stoppress_support::{Display, Newsroom, TemporaryFolder};

use super::process::{family, proportional_bytes};
use super::{ROUNDS, line, median, timed, write};
use crate::app::{SCREEN, Window};
use crate::setup;
use crate::{place, steps};

/// Start of the window to its first painted rows, and the memory of all its processes.
pub fn run() -> Result<(), String> {
    println!("▸ The window over a newsroom, {ROUNDS} starts with everything in the page cache");
    let newsroom = Newsroom::open(SystemTime::now());
    let folder = TemporaryFolder::new("bench-window");
    let (opml, profile) = (folder.join("all.opml"), folder.join("profile"));
    write(&opml, &newsroom.opml())?;
    for words in [&["import"][..], &["sync", "--force"]] {
        let mut command = Command::new(place::built("stoppress-cli", true));
        command.arg("--profile").arg(&profile).args(words);
        if words[0] == "import" {
            command.arg(&opml);
        }
        timed(&mut command)?;
    }
    let display = Display::start(SCREEN.0, SCREEN.1)?;
    let (app, empty) = (place::built("stoppress", true), build_empty_window()?);
    let (mut starts, mut floor, mut memory, mut floor_memory) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let (painted, bytes) = one_start(&display, &app, &profile)?;
        let (floor_painted, floor_bytes) = one_start(&display, &empty, &profile)?;
        // The first round fills the page cache.
        if round > 0 {
            starts.push(painted);
            floor.push(floor_painted);
            memory.push(bytes as f64);
            floor_memory.push(floor_bytes as f64);
        }
    }
    line("empty Tauri window, first frame painted", &floor, None);
    line("Stop Press, first rows painted", &starts, Some(&floor));
    println!("  memory of all processes (PSS), empty window: {}", steps::size(median(floor_memory) as u64));
    println!("  memory of all processes (PSS), Stop Press: {}", steps::size(median(memory) as u64));
    Ok(())
}

/// Compiles the floor, with the versions that the app uses.
fn build_empty_window() -> Result<PathBuf, String> {
    let folder = place::root().join("tests/bench/empty-window");
    let (from, to) = (place::root().join("Cargo.lock"), folder.join("Cargo.lock"));
    std::fs::copy(&from, &to).map_err(|error| format!("could not copy {}: {error}.", from.display()))?;
    let target = place::target().join("empty-window");
    let mut build = setup::cargo();
    build.current_dir(&folder).args(["build", "--release", "--target-dir"]).arg(&target);
    steps::run("Compiling the empty window (some minutes the first time)", &mut build)?;
    Ok(target.join("release/empty-window"))
}

/// One start: from before the process exists to the line in which the window says that it has painted, and the memory
/// of the whole family then.
fn one_start(display: &Display, program: &Path, profile: &Path) -> Result<(Duration, u64), String> {
    let mut command = Command::new(program);
    command.env("STOPPRESS_PROFILE", profile).env("STOPPRESS_TIMING", "1").stdout(Stdio::null()).stderr(Stdio::piped());
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
    let bytes = family(window.0.id()).into_iter().map(proportional_bytes).sum();
    Ok((painted - began, bytes))
}
