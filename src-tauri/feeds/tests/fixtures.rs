//! One folder for each quirk that was met: `source.*` and what comes of it. `BLESS=1` accepts; read the diff like code.
#![allow(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod support;

use std::path::{Path, PathBuf};
use stoppress_feeds::{clean, parse_json};

fn source(case: &Path) -> PathBuf {
    let mut files = std::fs::read_dir(case).unwrap().map(|entry| entry.unwrap().path());
    files.find(|file| file.file_stem().is_some_and(|stem| stem == "source")).expect("a source")
}

fn check_all(kind: &str, check: impl Fn(&Path) -> Result<(), String>) {
    let cases = support::fixtures(kind);
    assert!(cases.len() > 10, "fixtures of {kind} are missing");
    let failures: Vec<String> = cases.iter().filter_map(|case| check(case).err()).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_quirk_of_a_feed_reads_as_expected() {
    check_all("feeds", |case| {
        let source = source(case);
        let name = source.file_name().unwrap().to_string_lossy().into_owned();
        let report = parse_json(&name, &std::fs::read(&source).unwrap(), Some("https://feed.example/blog/feed"));
        support::expect(&case.join("expected.json"), &format!("{report:#}\n"))
    });
}

#[test]
fn every_article_is_cleaned_as_expected() {
    check_all("articles", |case| {
        let html = std::fs::read_to_string(source(case)).unwrap();
        let cleaned = clean(&html, Some("https://news.example/articles/1"));
        support::expect(&case.join("expected.html"), &format!("{}\n", cleaned.html.as_str()))
    });
}
