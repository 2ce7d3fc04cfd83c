//! The library in another folder: found there by itself, never lost on the way, never taken for a new one. And its copies, from
//! which it comes back where its file was lost.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

use serde_json::Value;
use std::{
    fs,
    path::PathBuf,
    process::{Command, Output},
};
use stoppress_support::{Response, Site, TemporaryFolder};

/// A home of its own, where no profile is named.
struct Home(TemporaryFolder);

impl Home {
    fn run(&self, words: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stoppress-cli"));
        command.env_remove("STOPPRESS_PROFILE").env("XDG_DATA_HOME", self.0.path()).args(words).arg("--json");
        command.output().unwrap()
    }

    fn json(&self, words: &[&str]) -> Value {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn refused(&self, words: &[&str], part: &str) {
        let output = self.run(words);
        let sentence = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && sentence.contains(part), "{sentence}");
    }

    /// A site with one story, which is followed while the site lives.
    fn follow_a_site(&self) -> Site {
        let site = Site::start();
        site.publish("/feed", Response::rss("<rss version=\"2.0\"><channel><title>The Tide</title><item><guid>1</guid><title>One</title></item></channel></rss>"));
        self.json(&["follow", &site.url("/feed")]);
        site
    }

    fn usual(&self) -> PathBuf {
        self.0.join("org.stoppress.StopPress")
    }
}

#[test]
fn a_moved_library_is_opened_where_it_is_and_comes_home_again() {
    let home = Home(TemporaryFolder::new("moving"));
    let _site = home.follow_a_site();
    home.json(&["sync", "--force"]);
    let elsewhere = home.0.join("elsewhere");
    home.refused(&["move-library", home.0.join("two\nlines").to_str().unwrap()], "could not be written down");
    let place = elsewhere.to_str().unwrap();
    home.json(&["move-library", place]);
    assert!(elsewhere.join("library.sqlite").exists() && !home.usual().join("library.sqlite").exists());
    assert!(home.usual().join("library.before-move-1.sqlite").exists());
    assert_eq!(fs::read_dir(elsewhere.join("backups")).unwrap().count(), 1, "its copies go along");
    let id = home.json(&["ticker"])[0]["id"].as_str().unwrap().to_owned();
    home.json(&["read", &id]);
    home.refused(&["move-library", place], "already");
    // The disk is not there: no new library begins in its place.
    let away = home.0.join("away");
    fs::rename(&elsewhere, &away).unwrap();
    home.refused(&["ticker"], "not there just now");
    assert!(!elsewhere.join("library.sqlite").exists());
    let _ = fs::remove_dir_all(&elsewhere);
    fs::rename(&away, &elsewhere).unwrap();
    home.json(&["move-library", home.usual().to_str().unwrap()]);
    assert!(home.usual().join("library.sqlite").exists() && !home.usual().join("library-location").exists());
    assert_eq!(home.json(&["ticker"])[0]["read"], true);
}

#[test]
fn a_folder_whose_library_was_moved_away_begins_no_new_one() {
    let home = Home(TemporaryFolder::new("moving-named"));
    let (here, there) = (home.0.join("here"), home.0.join("there"));
    let (here, there) = (here.to_str().unwrap(), there.to_str().unwrap());
    home.json(&["--profile", here, "ticker"]);
    home.json(&["--profile", here, "move-library", there]);
    home.refused(&["--profile", here, "ticker"], there);
    assert_eq!(home.json(&["--profile", there, "ticker"]), Value::Array(Vec::new()));
    home.json(&["--profile", there, "move-library", here]);
    home.json(&["--profile", here, "ticker"]);
    home.refused(&["--profile", there, "ticker"], here);
}

#[test]
fn the_first_round_of_a_day_copies_the_library_and_from_there_it_comes_back() {
    let home = Home(TemporaryFolder::new("copied"));
    let _site = home.follow_a_site();
    let copies = || fs::read_dir(home.usual().join("backups")).map_or(0, Iterator::count);
    assert_eq!(copies(), 0);
    for _ in 0..2 {
        home.json(&["sync", "--force"]);
        assert_eq!(copies(), 1, "one a day");
    }
    for entry in fs::read_dir(home.usual()).unwrap().flatten() {
        if entry.file_name().to_string_lossy().starts_with("library.sqlite") {
            fs::write(entry.path(), "").unwrap();
        }
    }
    let output = home.run(&["ticker"]);
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("stoppress-cli: Your library was damaged."));
    assert_eq!(serde_json::from_slice::<Value>(&output.stdout).unwrap()[0]["title"], "One");
}
