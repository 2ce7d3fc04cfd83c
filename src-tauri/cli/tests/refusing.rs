//! What the terminal says where the system refuses: no word of the system's own, no half file, and never success.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

use std::{
    path::PathBuf,
    process::{Command, Output, Stdio},
};
use stoppress_support::TemporaryFolder;

struct Terminal(TemporaryFolder);

impl Terminal {
    fn new() -> Terminal {
        Terminal(TemporaryFolder::new("refusing"))
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stoppress-cli"));
        command.env("STOPPRESS_PROFILE", self.profile()).args(words).stdin(Stdio::null());
        command
    }

    fn profile(&self) -> PathBuf {
        self.0.join("profile")
    }
}

/// Exit code and the one sentence on standard error.
fn said(output: &Output) -> (Option<i32>, String) {
    let sentence = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(sentence.lines().count() <= 1 && !sentence.contains("os error"), "{sentence}");
    (output.status.code(), sentence)
}

#[test]
#[cfg(target_os = "linux")]
fn what_could_not_be_printed_is_no_success_and_a_closed_pipe_is_no_failure() {
    let terminal = Terminal::new();
    let list = terminal.0.join("list");
    std::fs::write(&list, "/missing\n".repeat(2_000)).unwrap();
    let feed = terminal.0.join("feed.xml");
    std::fs::write(&feed, "<rss version='2.0'><channel><title>T</title></channel></rss>").unwrap();
    let feed = feed.to_str().unwrap();
    for words in [
        &["feeds", "--json"][..],
        &["export"],
        &["check"],
        &["storage"],
        &["parse", feed],
        &["parse", "--batch"],
        &["clean", feed],
        &["--help"],
    ] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let input = std::fs::File::open(&list).unwrap();
        let (code, sentence) = said(&terminal.command(words).stdin(input).stdout(full).output().unwrap());
        assert_eq!(code, Some(1), "{words:?}");
        assert_eq!(sentence, "stoppress-cli: standard output could not be written: the disk is full\n", "{words:?}");
    }
    for words in [&["feeds", "--json"][..], &["export"], &["parse", "--batch"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let input = std::fs::File::open(&list).unwrap();
        let (code, sentence) = said(&terminal.command(words).stdin(input).stdout(writer).output().unwrap());
        assert_eq!((code, sentence.as_str()), (Some(0), ""), "{words:?}");
    }
}
