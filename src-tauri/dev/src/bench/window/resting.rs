//! A window that nobody touches: its memory and what it costs the processor.

use std::path::Path;
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use stoppress_support::Display;

use super::{Programs, figure, opened, pairs};
use crate::bench::process::{family, processor_time, proportional_bytes, switches};

/// After this long a window has finished what it does at its start.
const SETTLES: Duration = Duration::from_secs(8);
const WATCHED: Duration = Duration::from_secs(10);

struct Rest {
    memory: f64,
    visible: f64,
    hidden: f64,
    wakes: f64,
}

pub(super) fn run(display: &Display, programs: &Programs, profile: &Path) -> Result<(), String> {
    println!("▸ At rest, {} s after its start, watched for {} s", SETTLES.as_secs(), WATCHED.as_secs());
    let (floor, own) =
        pairs(|| Ok((rest(display, &programs.empty, profile)?, rest(display, &programs.app, profile)?)))?;
    let both = |name: &str, unit: &str, of: fn(&Rest) -> f64, bar: &str| {
        figure(&format!("{name}, empty window"), unit, &floor.iter().map(of).collect::<Vec<_>>(), "");
        figure(&format!("{name}, Stop Press"), unit, &own.iter().map(of).collect::<Vec<_>>(), bar);
    };
    both("memory of all processes (PSS)", "MB", |one| one.memory, " (bar: empty + 30 MB)");
    both("processor while visible", "% of a core", |one| one.visible, " (bar: empty + 1)");
    both("processor while hidden", "% of a core", |one| one.hidden, "");
    both("wake-ups of the app's process while hidden", "a second", |one| one.wakes, " (bar: empty's)");
    Ok(())
}

fn rest(display: &Display, program: &Path, profile: &Path) -> Result<Rest, String> {
    let (window, _) = opened(display, program, profile)?;
    let process = window.0.id();
    sleep(SETTLES);
    let memory = family(process).into_iter().map(proportional_bytes).sum::<u64>() as f64 / 1e6;
    let (visible, _) = watch(process);
    hide(display, process)?;
    sleep(Duration::from_secs(2));
    let (hidden, wakes) = watch(process);
    Ok(Rest { memory, visible, hidden, wakes })
}

/// Per cent of a core that a family takes, and how often a second the process itself woke.
fn watch(process: u32) -> (f64, f64) {
    let busy = || family(process).into_iter().map(processor_time).sum::<Duration>();
    let (before, woken) = (busy(), switches(process));
    sleep(WATCHED);
    let seconds = WATCHED.as_secs_f64();
    (
        (busy().saturating_sub(before)).as_secs_f64() / seconds * 100.0,
        switches(process).saturating_sub(woken) as f64 / seconds,
    )
}

/// Takes a program's windows off the screen, as minimising does.
fn hide(display: &Display, process: u32) -> Result<(), String> {
    let found = Command::new("xdotool")
        .env("DISPLAY", display.name())
        .args(["search", "--all", "--onlyvisible", "--pid", &process.to_string(), "--class", ".", "windowunmap", "%@"])
        .status();
    match found {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err("the window could not be hidden (xdotool found none).".into()),
        Err(error) => Err(format!("could not start xdotool: {error}.")),
    }
}
