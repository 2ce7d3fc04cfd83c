//! A byte that changes on the disk in what was saved: noticed, named, and put back from a daily copy.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

use serde_json::{Value, json};
use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output},
};
use stoppress_support::TemporaryFolder;

/// With what every packed text begins.
const MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

fn run(profile: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_stoppress-cli")).env("STOPPRESS_PROFILE", profile).args(words).output().unwrap()
}

fn answer(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A library with one saved story.
fn library(folder: &TemporaryFolder) -> std::path::PathBuf {
    let (bag, profile) = (folder.join("bag.zip"), folder.join("profile"));
    let mut zip = zip::ZipWriter::new(fs::File::create(&bag).unwrap());
    let about = r#"{"format":"stop-press.json","version":1,"written_at":"2026-11-25T10:00:00Z","saved":1,"sources":0}"#;
    let story = r#"{"title":"Story","url":"https://tide.invalid/1","feed_title":"The Tide","state":"complete","tags":["kept"],
        "saved_at":"2026-11-25T10:00:00Z","content":{"title":"Story","html":"<p>The harbour office is closed.</p>"}}"#;
    for (name, text) in [("stop-press.json", about), ("data/saved/0000000.json", story)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    assert!(run(&profile, &["bag", "import", bag.to_str().unwrap()]).status.success());
    profile
}

/// Changes one bit of every packed text in a file that nobody has open.
fn change_a_bit(library: &Path) {
    let mut bytes = fs::read(library).unwrap();
    let places: Vec<usize> = (0..bytes.len() - 40).filter(|at| bytes[*at..].starts_with(&MAGIC)).collect();
    assert!(!places.is_empty());
    places.into_iter().for_each(|at| bytes[at + 35] ^= 1);
    fs::write(library, bytes).unwrap();
}

#[test]
fn a_bit_that_changed_on_the_disk_is_named_and_comes_back_from_a_daily_copy() {
    let folder = TemporaryFolder::new("healing");
    let profile = library(&folder);
    let saved = answer(&run(&profile, &["saved", "--json"]));
    let copy = profile.join("backups/library-1795600000.sqlite");
    fs::create_dir(profile.join("backups")).unwrap();
    assert!(run(&profile, &["backup", copy.to_str().unwrap()]).status.success());
    change_a_bit(&profile.join("library.sqlite"));

    let kept = fs::read(&copy).unwrap();
    fs::remove_file(&copy).unwrap();
    let without = run(&profile, &["check", "--json"]);
    let problem = "the text of the saved article 1 cannot be read any more: Story";
    assert_eq!(answer(&without), json!({ "ok": false, "problems": [problem] }));
    assert!(!without.status.success());
    fs::write(&copy, &kept).unwrap();

    let check = answer(&run(&profile, &["check", "--json"]));
    let healed = "a text was damaged and was put back: of the saved article 1: Story";
    assert_eq!(check, json!({ "ok": true, "problems": [], "healed": [healed] }));
    assert_eq!(answer(&run(&profile, &["check", "--json"])), json!({ "ok": true, "problems": [] }));
    assert_eq!(answer(&run(&profile, &["saved", "--json"])), saved);
    assert_eq!(fs::read(&copy).unwrap(), kept, "a copy is only read");
}
