//! The library in another folder: found there by itself, never lost on the way, never taken for a new one.
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

    fn usual(&self) -> PathBuf {
        self.0.join("org.stoppress.StopPress")
    }
}

#[test]
fn a_moved_library_is_opened_where_it_is_and_comes_home_again() {
    let home = Home(TemporaryFolder::new("moving"));
    let site = Site::start();
    site.publish("/feed", Response::rss("<rss version=\"2.0\"><channel><title>The Tide</title><item><guid>1</guid><title>One</title></item></channel></rss>"));
    home.json(&["follow", &site.url("/feed")]);
    let elsewhere = home.0.join("elsewhere");
    let place = elsewhere.to_str().unwrap();
    home.json(&["move-library", place]);
    assert!(elsewhere.join("library.sqlite").exists() && !home.usual().join("library.sqlite").exists());
    assert!(home.usual().join("library.before-move-1.sqlite").exists());
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
