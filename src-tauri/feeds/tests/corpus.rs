//! Feeds and lists that nobody of this project wrote, read in place; skipped with a printed reason where absent.
#![allow(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod support;

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use stoppress_feeds::{ParseContext, opml, parse};

fn lines(file: &Path) -> Vec<Value> {
    std::fs::read_to_string(file).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A text as far as two readings of it have to agree: letters and digits.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn a_damaged_feed_reads_as_the_sound_one() {
    let Some(expected) = support::corpus("damaged/expected.ndjson") else { return };
    let corpus = expected.parent().unwrap().parent().unwrap().to_owned();
    let mut failures: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for want in lines(&expected) {
        let file = want["file"].as_str().unwrap();
        let kind = want["kind"].as_str().unwrap();
        let bytes = std::fs::read(corpus.join(file)).unwrap();
        let got = parse(&bytes, &ParseContext::default());
        let wanted = want["entries"].as_array().unwrap();
        if kind == "html_page" {
            assert!(got.is_err(), "{file} is a web page");
            continue;
        }
        let articles = got.map(|feed| feed.articles).unwrap_or_default();
        let is_cut = kind == "truncated_70pct";
        let same_count = articles.len() == wanted.len() || (is_cut && articles.len() >= wanted.len());
        let same = wanted.iter().zip(&articles).all(|(want, got)| {
            let title = want["title"].as_str().unwrap_or("");
            let dates = [got.published, got.updated].map(|t| t.map(|t| t.0));
            (title.is_empty() || letters(title).contains(&letters(got.title.as_str())) || title.contains(['&', '<']))
                && (want["date"].is_null() || dates.contains(&want["date"].as_i64()))
        });
        if !same_count || !same {
            failures.entry(kind.to_owned()).or_default().push(file.to_owned());
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn every_address_of_every_list_is_found() {
    let Some(expected) = support::corpus("opml/expected.ndjson") else { return };
    let corpus = expected.parent().unwrap().parent().unwrap().to_owned();
    let mut failures = vec![];
    for want in lines(&expected) {
        let file = want["file"].as_str().unwrap();
        let list = opml::read(&std::fs::read(corpus.join(file)).unwrap()).unwrap_or_default();
        let found: Vec<&str> = list.outlines.iter().map(|o| o.url.as_str()).collect();
        let refused: Vec<&str> = list.skipped.iter().map(|(url, _)| url.as_str()).collect();
        let wanted: Vec<&str> = want["urls"].as_array().unwrap().iter().map(|u| u.as_str().unwrap()).collect();
        let missing: Vec<&&str> = wanted.iter().filter(|url| !found.contains(url)).collect();
        if !missing.is_empty() {
            failures.push(format!("{file}: missing {missing:?}, refused {refused:?}"));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn no_feed_of_the_corpus_is_refused() {
    let Some(expected) = support::corpus("feeds/expected.ndjson") else { return };
    let corpus = expected.parent().unwrap().parent().unwrap().to_owned();
    let mut refused = vec![];
    for want in lines(&expected).iter().filter(|want| want["entries"].as_array().is_some_and(|e| !e.is_empty())) {
        let file = want["file"].as_str().unwrap();
        if let Err(error) = parse(&std::fs::read(corpus.join(file)).unwrap(), &ParseContext::default()) {
            refused.push(format!("{file}: {error}"));
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}
