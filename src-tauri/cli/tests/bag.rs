//! A bag that is written or taken in while the program is killed at any moment.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

use serde_json::Value;
use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Duration,
};
use stoppress_support::TemporaryFolder;

const ARTICLES: usize = 600;

fn run(profile: &Path, words: &[&str]) -> Value {
    let output = command(profile, words).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn command(profile: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stoppress-cli"));
    command.env("STOPPRESS_PROFILE", profile).args(words).arg("--json").stdin(Stdio::null());
    command
}

/// Begins and is killed after so many milliseconds; true where it was still at work.
fn killed(profile: &Path, words: &[&str], millis: u64) -> bool {
    let mut process = command(profile, words).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(millis));
    let was_at_work = process.try_wait().unwrap().is_none();
    let _ = process.kill();
    process.wait().unwrap();
    was_at_work
}

fn bag(folder: &TemporaryFolder) -> PathBuf {
    let path = folder.join("bag.zip");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    let mut put = |name: &str, text: &str| {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    put(
        "stop-press.json",
        r#"{"format":"stop-press.json","version":1,"written_at":"2026-11-25T10:00:00Z","saved":0,"sources":1}"#,
    );
    put("data/sources.json", r#"[{"url":"https://tide.invalid/feed","title":"The Tide"}]"#);
    for number in 0..ARTICLES {
        put(
            &format!("data/saved/{number:07}.json"),
            &format!(
                r#"{{"title":"Story {number}","url":"https://tide.invalid/{number}","feed_url":"https://tide.invalid/feed","feed_title":"The Tide",
                  "state":"complete","saved_at":"2026-11-25T10:00:00Z","content":{{"title":"Story {number}","html":"<p>Text {number}</p>"}},"tags":["kept"]}}"#
            ),
        );
    }
    zip.finish().unwrap();
    path
}

#[test]
fn a_bag_that_is_killed_on_its_way_in_or_out_costs_nothing() {
    let folder = TemporaryFolder::new("bags");
    let (bag, profile) = (bag(&folder), folder.join("profile"));
    let bag = bag.to_str().unwrap();
    let mut at_work = 0;
    for millis in [15, 40, 90, 150, 230] {
        at_work += usize::from(killed(&profile, &["bag", "import", bag], millis));
        assert_eq!(run(&profile, &["check"])["ok"], true);
        let saved = run(&profile, &["saved"]);
        // What was taken is whole.
        assert!(saved.as_array().unwrap().iter().all(|one| one["state"] == "complete" && one["tags"][0] == "kept"));
    }
    assert!(at_work > 0, "at least one import was cut off");
    run(&profile, &["bag", "import", bag]);
    assert_eq!(run(&profile, &["saved"]).as_array().unwrap().len(), ARTICLES);
    let again = run(&profile, &["bag", "import", bag]);
    assert_eq!((again["added"].as_u64(), again["already"].as_u64()), (Some(0), Some(ARTICLES as u64)));
    // A file that was there is there until the new one is whole, and one that was not is not there half.
    let out = folder.join("out.zip");
    std::fs::write(&out, "before").unwrap();
    for millis in [20, 60, 120] {
        let was_at_work = killed(&profile, &["bag", "export", out.to_str().unwrap()], millis);
        let bytes = std::fs::read(&out).unwrap();
        assert!(bytes == b"before" || zip::ZipArchive::new(std::io::Cursor::new(bytes)).is_ok(), "{was_at_work}");
    }
    run(&profile, &["bag", "export", out.to_str().unwrap()]);
    let other = folder.join("other");
    let taken = run(&other, &["bag", "import", out.to_str().unwrap()]);
    assert_eq!((taken["added"].as_u64(), taken["sources"].as_u64()), (Some(ARTICLES as u64), Some(1)));
}
