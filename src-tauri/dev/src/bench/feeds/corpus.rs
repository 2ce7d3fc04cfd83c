//! What is read of feeds that nobody of this project wrote, whole and damaged.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::super::process::Run;
use super::{Setting, bar, skipped};
use crate::place;

/// The shared corpus, where it is there.
pub fn folder() -> Option<PathBuf> {
    let shared = std::env::var_os("STOPPRESS_SHARED").map_or_else(|| place::root().join("../shared"), PathBuf::from);
    Some(shared.join("corpus")).filter(|corpus| corpus.join("score.py").exists())
}

/// The files below some folders of the corpus, without its lists of what is expected.
pub fn files(corpus: &Path, below: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = below.iter().map(|name| corpus.join(name)).collect();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_none_or(|extension| extension != "ndjson") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// One path a line, for a program that reads them on its standard input.
pub fn list(files: &[PathBuf]) -> Vec<u8> {
    files.iter().flat_map(|file| [file.as_os_str().as_encoded_bytes(), b"\n"].concat()).collect()
}

/// The figures of the corpus's own judge, and its lists.
pub fn readings(_: &Setting) -> Result<(), String> {
    println!("▸ Reading the shared corpus");
    let Some(corpus) = folder() else {
        skipped("readings", "the shared corpus is not here");
        return Ok(());
    };
    let read = fed(Command::new(place::built("stoppress-cli", true)).args(["parse", "--batch"]), &corpus)?;
    let Ok(judged) = piped(Command::new("python3").arg(corpus.join("score.py")), &read) else {
        skipped("readings", "the judge of the corpus needs python3");
        return Ok(());
    };
    let judged = String::from_utf8_lossy(&judged).into_owned();
    for (row, column, least) in [
        ("feeds / real", "count", 100.0),
        ("feeds / real", "all", 98.0),
        ("damaged (all)", "all", 98.0),
        ("feeds / spec", "all", 92.0),
    ] {
        let Some(figure) = percentage(&judged, row, column) else {
            skipped(row, "the judge did not name it");
            continue;
        };
        let name = if column == "all" { "everything equal" } else { "right number of entries" };
        bar(&format!("{row}, {name}"), &format!("{figure} %"), &format!("{least} %"), figure >= least);
    }
    let whole = lists_read(&corpus)?;
    bar("subscription lists that give every feed", &format!("{} of {}", whole.0, whole.1), "42 of 44", whole.0 >= 42);
    Ok(())
}

/// A figure of the judge's table.
fn percentage(table: &str, row: &str, column: &str) -> Option<f64> {
    let mut lines = table.lines();
    let columns: Vec<&str> = lines.next()?.split_whitespace().collect();
    let at = columns.iter().position(|name| *name == column)?;
    let figures = lines.find_map(|line| line.strip_prefix(row)?.strip_prefix(' '))?;
    figures.split_whitespace().nth(at)?.trim_end_matches('%').parse().ok()
}

/// Lists of which every feed is followed after an import, and all lists.
fn lists_read(corpus: &Path) -> Result<(usize, usize), String> {
    let expected = std::fs::read_to_string(corpus.join("opml/expected.ndjson")).unwrap_or_default();
    let (mut whole, mut all) = (0, 0);
    for line in expected.lines() {
        let want: Value = serde_json::from_str(line).map_err(|error| format!("a line of the corpus: {error}."))?;
        let Some(file) = want["file"].as_str() else { continue };
        all += 1;
        let folder = stoppress_support::TemporaryFolder::new("bench-list");
        let cli = |words: &[&str]| {
            let mut command = Command::new(place::built("stoppress-cli", true));
            command.arg("--profile").arg(folder.join("profile")).args(words);
            command
        };
        let _ = cli(&["import"]).arg(corpus.join(file)).output();
        let feeds = cli(&["feeds", "--json"]).output().map_err(|error| format!("could not list feeds: {error}."))?;
        let feeds: Value = serde_json::from_slice(&feeds.stdout).unwrap_or_default();
        let text = feeds.to_string();
        let wanted = want["urls"].as_array().map(Vec::as_slice).unwrap_or_default();
        whole += usize::from(wanted.iter().filter_map(Value::as_str).all(|url| text.contains(&same(url))));
    }
    Ok((whole, all))
}

/// An address as it stands in the JSON of a library.
fn same(url: &str) -> String {
    let quoted = Value::from(url.trim()).to_string();
    quoted.trim_matches('"').trim_end_matches('/').to_owned()
}

/// Cuts and flips of every file of the corpus.
pub fn damage(_: &Setting) -> Result<(), String> {
    println!("▸ Ten cuts and ten flips of every file of the shared corpus");
    let Some(corpus) = folder() else {
        skipped("damage", "the shared corpus is not here");
        return Ok(());
    };
    let paths = list(&files(&corpus, &["feeds", "damaged"]));
    let run = Run::of(&mut Command::new(place::built("examples/damage_corpus", true)), &paths)?;
    let told: Value = serde_json::from_slice(&run.output).map_err(|error| format!("damage_corpus: {error}."))?;
    let count = |name: &str| told[name].as_array().map_or(0, Vec::len);
    println!("  {} readings", told["readings"]);
    bar("panics", &count("panics").to_string(), "0", count("panics") == 0);
    let slowest = told["slowest_millis"].as_f64().unwrap_or_default();
    bar("slowest reading", &format!("{slowest:.0} ms"), "1,000 ms", slowest <= 1e3);
    let peak = run.peak_bytes as f64 / f64::from(1 << 20);
    bar("peak memory of all of them in one process", &format!("{peak:.0} MiB"), "256 MiB", peak <= 256.0);
    Ok(())
}

/// Gives a program the paths of all feeds of the corpus.
fn fed(command: &mut Command, corpus: &Path) -> Result<Vec<u8>, String> {
    piped(command, &list(&files(corpus, &["feeds", "damaged"])))
}

/// What a program says to what it is given.
fn piped(command: &mut Command, input: &[u8]) -> Result<Vec<u8>, String> {
    let name = crate::steps::line_of(command);
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("could not start {name}: {error}."))?;
    let mut to = child.stdin.take().ok_or("no standard input")?;
    let input = input.to_vec();
    let writer = std::thread::spawn(move || to.write_all(&input));
    let output = child.wait_with_output().map_err(|error| format!("{name}: {error}."))?;
    let _ = writer.join();
    Ok(output.stdout)
}

#[cfg(test)]
mod tests {
    use super::{percentage, same};

    #[test]
    fn a_figure_is_found_by_its_row_and_column() {
        let table =
            "   files ok count title all\nfeeds (all) 9 1.0% 2.0% 3.0% 4.0%\nfeeds / real 5 1.0% 100.0% 3.0% 98.2%\n";
        assert_eq!(percentage(table, "feeds / real", "all"), Some(98.2));
        assert_eq!(percentage(table, "feeds / real", "count"), Some(100.0));
        assert_eq!(percentage(table, "feeds / spec", "all"), None);
    }

    #[test]
    fn an_address_is_compared_as_json_writes_it() {
        assert_eq!(same("https://a.example/\"x\"/"), "https://a.example/\\\"x\\\"");
    }
}
