//! Mutated feeds, dates, addresses and lists, on one core, with the compiler that builds everything else. `fuzz/` has the same
//! checks for cargo-fuzz, which is led by coverage and needs a nightly compiler.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, SystemTime};

use serde_json::Value;

use crate::options::Options;
use crate::setup::{self, Need};
use crate::{place, steps};

const CHECKS: [&str; 4] = ["feed", "date", "address", "opml"];
const LENGTH: Duration = Duration::from_secs(600);

/// Runs the checks that are wanted.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    setup::prepare(Need::Compile, options)?;
    let mut build = setup::cargo();
    build.args(["build", "--release", "--package", "stoppress-feeds", "--example", "mutate"]);
    steps::run("Compiling the checks, optimised", &mut build)?;
    let only = options.only.as_deref().unwrap_or_default();
    let length = options.every.unwrap_or(LENGTH);
    let mut found = 0;
    for check in CHECKS.into_iter().filter(|name| name.contains(only)) {
        found += one(check, length)?;
    }
    println!("{found} found");
    Ok(if found == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn one(check: &str, length: Duration) -> Result<usize, String> {
    let seeds = seeds(if check == "opml" { "opml" } else { "feeds" });
    println!("▸ Mutating for the check of {check}, {} s, from {} files", length.as_secs(), seeds.len());
    // Every run tries something else; what it tried can be tried again.
    let seed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    let found = place::target().join("fuzz-found");
    let mut child = Command::new(place::built("examples/mutate", true))
        .args([check, &length.as_secs().max(1).to_string(), &seed.to_string()])
        .env("STOPPRESS_FOUND", &found)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("could not start the checks: {error}."))?;
    if let Some(mut to) = child.stdin.take() {
        let paths: Vec<u8> =
            seeds.iter().flat_map(|file| [file.as_os_str().as_encoded_bytes(), b"\n"].concat()).collect();
        to.write_all(&paths).map_err(|error| format!("the checks took no paths: {error}."))?;
    }
    let output = child.wait_with_output().map_err(|error| format!("the checks: {error}."))?;
    let told: Value = serde_json::from_slice(&output.stdout).map_err(|error| format!("the checks: {error}."))?;
    println!("  {} tried, the slowest took {} ms, seed {seed}", told["tried"], told["slowest_millis"]);
    let sentences = told["found"].as_array().map(Vec::as_slice).unwrap_or_default();
    for sentence in sentences {
        println!("  ✗ {sentence}");
    }
    if !sentences.is_empty() {
        println!("  what failed is in {}", found.display());
    }
    Ok(sentences.len())
}

/// Files to begin with: our own fixtures, and the shared corpus where it is there.
fn seeds(kind: &str) -> Vec<PathBuf> {
    let shared = std::env::var_os("STOPPRESS_SHARED").map_or_else(|| place::root().join("../shared"), PathBuf::from);
    let own = place::root().join(if kind == "opml" { "src-tauri/reader/packs" } else { "tests/fixtures/feeds" });
    let mut folders = vec![own, shared.join("corpus").join(kind)];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
            let path = entry.path();
            let is_list =
                path.extension().is_some_and(|extension| matches!(extension.to_str(), Some("ndjson" | "json" | "rs")));
            match (path.is_dir(), is_list) {
                (true, _) => folders.push(path),
                (false, false) => files.push(path),
                (false, true) => {}
            }
        }
    }
    files.sort();
    files
}
