//! Figures of a large library, beside plain SQLite over the same file.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{place, setup, steps};

/// Articles of the library that starts are compared with.
const SMALL: usize = 1_000;

/// Makes a library of so many articles where there is none of this schema yet, and measures it.
pub fn run(count: usize) -> Result<(), String> {
    let mut build = setup::cargo();
    build.args(["build", "--release", "--package", "stoppress-store", "--example", "make_library"]);
    build.args(["--package", "stoppress-reader", "--example", "library_figures"]);
    steps::run("Compiling the measurement", &mut build)?;
    println!("▸ A library of {count} articles");
    let (large, small) = (made(count)?, made(SMALL)?);
    let facts = facts(&large)?;
    for line in facts.lines().skip(1) {
        println!("  {line}");
    }
    let html = facts.lines().next().unwrap_or_default();
    let mut figures = example("library_figures");
    figures.args([&large, &small, &place::built("stoppress-cli", true)]).arg(html);
    let status = figures.stdin(Stdio::null()).status().map_err(|error| format!("could not measure: {error}."))?;
    if !status.success() {
        return Err(format!("The measurement ended with {status}."));
    }
    Ok(())
}

/// The folder of a library, kept between runs until the schema changes.
fn made(count: usize) -> Result<PathBuf, String> {
    let migrations = place::root().join("src-tauri/store/migrations");
    let version = std::fs::read_dir(migrations).into_iter().flatten().count();
    let folder = place::target().join(format!("bench-library/schema-{version}-{count}"));
    if facts(&folder).is_err() {
        // What broke off is made anew.
        let _ = std::fs::remove_dir_all(&folder);
        let mut make = example("make_library");
        make.arg(&folder).arg(count.to_string()).arg("--indexed");
        steps::run("Making a library", &mut make)?;
    }
    Ok(folder)
}

/// What was noted when a library was made; the file is its last.
fn facts(folder: &Path) -> Result<String, String> {
    let file = folder.join("made.txt");
    std::fs::read_to_string(&file).map_err(|error| format!("could not read {}: {error}.", file.display()))
}

fn example(name: &str) -> Command {
    Command::new(place::target().join(format!("release/examples/{name}{}", std::env::consts::EXE_SUFFIX)))
}
