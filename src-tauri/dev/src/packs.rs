//! `cargo dev packs --check`: asks every address of the bundled packs, for a maintainer with internet. No test calls it.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::options::Options;
use crate::{place, steps};

/// Runs the command. It fails where an address brings no article.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    if !options.check {
        return Err("cargo dev packs wants --check: it asks every publisher of the packs, over the internet.".into());
    }
    steps::run("Compiling the reader", Command::new("cargo").args(["build", "-p", "stoppress-cli"]))?;
    let folder = place::target().join("packs-check");
    let mut silent = 0;
    for file in packs()? {
        silent += check(&file, &folder.join(file.file_stem().unwrap_or_default()))?;
    }
    println!("\n{silent} addresses brought nothing.");
    Ok(if silent == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn packs() -> Result<Vec<PathBuf>, String> {
    let folder = place::root().join("src-tauri/reader/packs");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|known| known == "opml"));
    files.sort();
    Ok(files)
}

/// Follows one pack in a profile of its own, as a reader would, and says what each feed brought.
fn check(file: &Path, profile: &Path) -> Result<usize, String> {
    println!("\n{}", file.file_stem().unwrap_or_default().to_string_lossy());
    let cli = |words: &[&str]| {
        let mut command = Command::new(place::built("stoppress-cli", false));
        command.arg("--profile").arg(profile).arg("--json").args(words);
        command.output().map_err(|error| format!("stoppress-cli could not be started: {error}."))
    };
    cli(&["import", &file.to_string_lossy()])?;
    cli(&["sync", "--force"])?;
    let answer: Value = serde_json::from_slice(&cli(&["feeds"])?.stdout).map_err(|error| error.to_string())?;
    let feeds = answer.as_array().or_else(|| answer["feeds"].as_array()).cloned().unwrap_or_default();
    let mut silent = 0;
    for feed in &feeds {
        let articles = feed["articles"].as_u64().unwrap_or(0);
        let trouble = feed["trouble"]["message"].as_str().unwrap_or("nothing in it");
        if articles == 0 {
            silent += 1;
            println!("  NOTHING  {}  {trouble}", feed["url"].as_str().unwrap_or_default());
        } else {
            println!("  {articles:>7}  {}", feed["url"].as_str().unwrap_or_default());
        }
    }
    Ok(silent)
}
