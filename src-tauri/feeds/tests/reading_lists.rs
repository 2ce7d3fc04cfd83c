//! Lists of saved articles from other apps: a folder for each form in `tests/fixtures/reading-lists`, written by us in
//! the form that the app writes. `BLESS=1` accepts; read the diff like code.
#![allow(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod support;

use serde_json::{Value, json};
use stoppress_feeds::reading_lists::{self, ListedPage, ReadingList};
use support::Numbers;

fn page(page: &ListedPage) -> Value {
    let ListedPage { url, title, tags, saved_at, read, archived, html } = page;
    json!({ "url": url, "title": title, "tags": tags, "saved_at": saved_at, "read": read, "archived": archived, "html": html })
}

fn report(list: &ReadingList) -> Value {
    let pages: Vec<Value> = list.pages.iter().map(page).collect();
    json!({ "kind": list.kind.to_string(), "pages": pages, "skipped": list.skipped })
}

fn sources() -> Vec<std::path::PathBuf> {
    let cases = support::fixtures("reading-lists");
    assert!(cases.len() > 15, "fixtures of reading lists are missing");
    let source = |case: &std::path::PathBuf| {
        let mut files = std::fs::read_dir(case).unwrap().map(|entry| entry.unwrap().path());
        files.find(|file| file.file_stem().is_some_and(|stem| stem == "source")).expect("a source")
    };
    cases.iter().map(source).collect()
}

#[test]
fn every_form_of_a_reading_list_is_read() {
    let failures: Vec<String> = sources()
        .iter()
        .filter_map(|source| {
            let list = reading_lists::read(&std::fs::read(source).unwrap())
                .unwrap_or_else(|error| panic!("{} {error}", source.display()));
            support::expect(&source.with_file_name("expected.json"), &format!("{:#}\n", report(&list))).err()
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn cut_and_damaged_lists_are_read_as_far_as_they_go_and_give_only_web_addresses() {
    let mut numbers = Numbers(0x5eed);
    for source in sources() {
        let whole = std::fs::read(&source).unwrap();
        for _ in 0..60 {
            let mut bytes = whole[..numbers.below(whole.len())].to_vec();
            for _ in 0..numbers.below(4) {
                let at = numbers.below(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(numbers.below(256)).unwrap();
                }
            }
            let Ok(list) = reading_lists::read(&bytes) else { continue };
            assert!(list.pages.iter().all(|page| page.url.starts_with("http")), "{}", source.display());
        }
    }
}
