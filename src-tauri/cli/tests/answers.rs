//! What the terminal answers where nothing was done: a reason that is true, on standard error, as JSON, and in the exit code.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

use serde_json::{Value, json};
use std::process::{Command, Output, Stdio};
use stoppress_support::{Response, Site, TemporaryFolder};

const FEED: &str = "<rss version='2.0'><channel><title>Tide</title><item><title>A</title></item></channel></rss>";

struct Terminal(TemporaryFolder);

impl Terminal {
    fn new() -> Terminal {
        Terminal(TemporaryFolder::new("answers"))
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stoppress-cli"));
        command.env("STOPPRESS_PROFILE", self.0.join("profile")).args(words).stdin(Stdio::null());
        command
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    /// Exit code, the JSON that was printed, and what stands on standard error.
    fn json(&self, words: &[&str]) -> (i32, Value, String) {
        let output = self.run(&[words, &["--json"]].concat());
        let (text, error) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        let value = serde_json::from_str(&text).unwrap_or_else(|why| panic!("{words:?}: {why}: {text}{error}"));
        (output.status.code().unwrap(), value, error)
    }

    fn done(&self, words: &[&str]) -> Value {
        let (code, value, error) = self.json(words);
        assert_eq!((code, error.as_str()), (0, ""), "{words:?}: {value}");
        value
    }
}

/// A feed at a terminal of its own.
fn followed() -> (Terminal, Site, String) {
    let (terminal, site) = (Terminal::new(), Site::start());
    site.publish("/feed", Response::rss(FEED));
    let address = site.url("/feed");
    terminal.done(&["follow", &address]);
    (terminal, site, address)
}

#[test]
fn what_is_not_followed_is_not_promised_to_be_asked_again() {
    let (terminal, site) = (Terminal::new(), Site::start());
    site.publish("/busy", Response::status(429).retry_after(3_000));
    let (busy, silent) = (site.url("/busy"), Site::start());
    let gone = silent.url("/feed");
    silent.stop();
    for verb in ["follow", "look"] {
        for (address, says) in
            [(&busy, "asked us to slow down. Nothing was changed."), (&gone, "isn’t answering. Nothing was changed.")]
        {
            let error = String::from_utf8(terminal.run(&[verb, address]).stderr).unwrap();
            assert!(error.trim_end().ends_with(says), "{verb} {address}: {error}");
        }
    }
}

#[test]
fn a_verb_that_fails_as_a_whole_says_why_in_json_too() {
    let terminal = Terminal::new();
    let file = terminal.0.join("file");
    std::fs::write(&file, "").unwrap();
    for words in [
        &["follow", "not an address"][..],
        &["look", "not an address"],
        &["unfollow", "999"],
        &["rename", "999", "A"],
        &["move", "999"],
        &["doctor", "999"],
        &["older", "999"],
        &["sync", "--feed", "999"],
        &["ticker", "--feed", "999"],
        &["article", "999"],
        &["article", "999", "--markdown"],
        &["tag", "999", "sea"],
        &["import", "/nowhere"],
        &["import-saved", "/nowhere"],
        &["export", "/nowhere/list.opml"],
        &["bag", "import", "/nowhere"],
        &["backup", "/nowhere/copy"],
        &["restore", "/nowhere"],
        &["delete-everything"],
        &["clean", "/nowhere"],
        &["--profile", file.to_str().unwrap(), "feeds"],
    ] {
        let (code, value, error) = terminal.json(words);
        assert_eq!(code, 1, "{words:?}");
        let sentence = value["error"].as_str().unwrap_or_else(|| panic!("{words:?}: {value}"));
        assert_eq!(error.trim_end(), format!("stoppress-cli: {sentence}"), "{words:?}");
    }
    let output = terminal.run(&["discover", "/nowhere", "--url", "https://a.example/"]);
    assert!(serde_json::from_slice::<Value>(&output.stdout).unwrap()["error"].is_string());
    assert!(terminal.run(&["article", "999"]).stdout.is_empty());
    // What has a form of its own keeps it.
    let (code, value, _) = terminal.json(&["save", "999"]);
    assert_eq!((code, value), (1, Value::Array(vec![])));
}

#[test]
fn what_is_not_here_is_named_and_what_is_done_already_is_no_failure() {
    let (terminal, site, address) = followed();
    let row = terminal.done(&["ticker"])[0].clone();
    let id = row["id"].as_str().unwrap();
    let check = |words: &[&str], printed: Value, says: &str| {
        let (code, value, error) = terminal.json(words);
        assert_eq!((code, value), (1, printed), "{words:?}");
        assert!(error.contains(says), "{words:?}: {error}");
    };
    check(&["read", "999", id], json!({ "changed": 1 }), "article 999 is not in the library");
    check(&["read", "998", "999", id], json!({ "changed": 0 }), "articles 998, 999 are not in the library");
    check(&["unread", "999"], json!({ "changed": 0 }), "article 999 is not in the library");
    check(&["unsave", "999", id], json!([{ "id": id, "state": null }]), "article 999 is not in the library");
    assert_eq!(terminal.done(&["read", id]), json!({ "changed": 0 }));
    assert_eq!(terminal.done(&["unsave", id])[0]["state"], Value::Null);
    let (code, rows, error) = terminal.json(&["ticker", "--folder", "Nowhere"]);
    assert_eq!((code, rows), (0, json!([])));
    assert!(error.contains("no feed is in a folder called Nowhere"), "{error}");
    let (code, rows, error) = terminal.json(&["ticker", "--language", "xx"]);
    assert_eq!((code, rows), (0, json!([])));
    assert!(error.contains("no story is of a feed in the language xx"), "{error}");
    let output = terminal.run(&["pack", "--newest", "0"]);
    assert_eq!(output.status.code(), Some(2));

    site.publish("/feed", Response::status(429).retry_after(3_000));
    assert_eq!(terminal.json(&["sync", "--feed", &address]).0, 1);
    let (code, summary, error) = terminal.json(&["sync", "--feed", &address]);
    assert_eq!((code, &summary["feeds"]), (1, &json!(0)));
    assert!(error.contains("it was not asked, because its site wants to be left alone"), "{error}");
    assert_eq!(terminal.done(&["sync"])["feeds"], 0, "nothing is due: no failure");
}

#[test]
fn a_profile_that_is_set_to_nothing_is_not_set_and_one_that_is_given_as_nothing_is_wrong() {
    let terminal = Terminal::new();
    let home = terminal.0.join("home");
    let unset = |words: &[&str]| {
        let mut command = terminal.command(words);
        command.env("STOPPRESS_PROFILE", "").env("XDG_DATA_HOME", &home).env("HOME", &home).env("LOCALAPPDATA", &home);
        command.output().unwrap()
    };
    assert_eq!(unset(&["--profile", "", "feeds"]).status.code(), Some(2));
    assert!(!home.exists());
    // Elsewhere the system says where that is, whatever stands in the surroundings.
    #[cfg(target_os = "linux")]
    {
        let feeds = unset(&["feeds", "--json"]);
        assert!(feeds.status.success(), "{}", String::from_utf8_lossy(&feeds.stderr));
        assert!(home.join("org.stoppress.StopPress/library.sqlite").is_file());
    }
}

#[test]
fn the_file_behind_ids_is_the_file() {
    let (terminal, _site, _) = followed();
    let id = terminal.done(&["ticker"])[0]["id"].as_str().unwrap().to_owned();
    let file = terminal.0.join("story.epub");
    let file = file.to_str().unwrap();
    let format = ["export-saved", "--format", "epub"];
    for words in [
        &["--ids", &id, file][..],
        &["--ids", &id, &id, file],
        &["--ids", &format!("{id},{id}"), file],
        &[file, "--ids", &id, &id],
        &["--ids", &id, "--", file],
    ] {
        let _ = std::fs::remove_file(file);
        let output = terminal.run(&[&format, words].concat());
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(std::fs::read(file).unwrap().starts_with(b"PK"), "{words:?}");
    }
    for words in
        [&["--ids", &id][..], &["--ids", file], &["--ids", &id, "two", file], &["--ids", "two", &id, file], &[]]
    {
        assert_eq!(terminal.run(&[&format, words].concat()).status.code(), Some(2), "{words:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_whose_name_is_no_text_is_read() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let terminal = Terminal::new();
    let file = terminal.0.path().join(OsStr::from_bytes(b"feed\xff.xml"));
    std::fs::write(&file, FEED).unwrap();
    let list = terminal.0.join("list");
    std::fs::write(&list, [file.as_os_str().as_bytes(), b"\n"].concat()).unwrap();
    let parsed = terminal.command(&["parse"]).arg(&file).output().unwrap();
    let batch = terminal.command(&["parse", "--batch"]).stdin(std::fs::File::open(list).unwrap()).output().unwrap();
    for output in [parsed, batch] {
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!((output.status.code(), &report["feed"]["title"]), (Some(0), &json!("Tide")), "{report}");
    }
}

#[test]
fn the_doctor_names_what_is_wrong_and_a_silent_network_is_not_well() {
    let (terminal, site, address) = followed();
    let doctor = |says: &str, named: &str| {
        let output = terminal.run(&["doctor", &address]);
        let (text, error) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
        assert!(text.contains(says) && text.contains("1 article, 0 new"), "{text}");
        assert!(error.contains(named) && error.is_empty() == named.is_empty(), "{error}");
        output.status.code().unwrap()
    };
    assert_eq!(doctor("Nothing is wrong with it.", ""), 0);
    site.withdraw("/feed");
    assert_eq!(doctor("There is nothing at this address", "There is nothing at this address"), 1);
    site.publish("/feed", Response::rss(FEED));
    assert_eq!(doctor("Nothing is wrong with it.", ""), 0);
    site.stop();
    assert_eq!(doctor("Nobody answered, so perhaps there is no network.", "nothing could be reached"), 1);
}

#[test]
fn one_is_one_and_a_feed_that_comes_back_has_its_articles() {
    let (terminal, _site, address) = followed();
    terminal.done(&["undo"]);
    let says = |words: &[&str]| String::from_utf8(terminal.run(words).stdout).unwrap();
    assert_eq!(says(&["follow", &address]), "Following Tide: 1 article.\n");
    let list = terminal.0.join("list.opml");
    let outline = |address: &str| format!("<outline text='A' xmlUrl='{address}'/>");
    let outlines = [outline(&address), outline("https://a.example/feed")].concat();
    std::fs::write(&list, format!("<opml version='2.0'><body>{outlines}</body></opml>")).unwrap();
    assert_eq!(says(&["import", list.to_str().unwrap()]), "1 feed added, 1 was followed already.\n");
    assert_eq!(says(&["mute", "add", "--words", "A", "--count"]), "1 story\n");
}
