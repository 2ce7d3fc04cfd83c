//! How fast feeds are read beside feed-rs, one thread each.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use stoppress_support::TemporaryFolder;

use super::super::process::Run;
use super::{Setting, bar, corpus, material, skipped};
use crate::place;

/// Sound feeds of the corpus, and the feeds that `sync` is measured with.
pub fn run(_: &Setting) -> Result<(), String> {
    println!("▸ Reading sound feeds beside feed-rs, one thread, ours and theirs in turn");
    match corpus::folder() {
        Some(folder) => measure("sound feeds of the corpus", &corpus::files(&folder, &["feeds"]))?,
        None => skipped("sound feeds of the corpus", "the shared corpus is not here"),
    }
    let folder = TemporaryFolder::new("bench-speed");
    let mut made = Vec::new();
    for number in 0..100 {
        let file = folder.join(&format!("{number}.xml"));
        std::fs::write(&file, material::feed(number, 0))
            .map_err(|error| format!("could not write a feed: {error}."))?;
        made.push(file);
    }
    measure("feeds of thirty long articles", &made)
}

fn measure(name: &str, files: &[PathBuf]) -> Result<(), String> {
    let run = Run::of(&mut Command::new(place::built("examples/parse_speed", true)), &corpus::list(files))?;
    let told: Value = serde_json::from_slice(&run.output).map_err(|error| format!("parse_speed: {error}."))?;
    let figure = |name: &str| told[name].as_f64().unwrap_or_default();
    let figures = format!(
        "{:.2} times feed-rs ({:.0} beside {:.0} MB/s; {} files, {:.1} MB)",
        figure("ratio"),
        figure("ours"),
        figure("theirs"),
        told["files"],
        figure("megabytes")
    );
    bar(name, &figures, "0.8 times feed-rs, then 2", figure("ratio") >= 0.8);
    Ok(())
}
