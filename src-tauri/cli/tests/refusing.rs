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

/// Runs where no file may become larger than this: a write fails in its middle, as on a full disk.
#[cfg(target_os = "linux")]
fn run_in_little_room(terminal: &Terminal, blocks: u32, words: &[&str]) -> Output {
    let limited = &format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
    let mut command = Command::new("sh");
    command.env("STOPPRESS_PROFILE", terminal.profile()).args([
        "-c",
        limited,
        "sh",
        env!("CARGO_BIN_EXE_stoppress-cli"),
    ]);
    command.args(words).stdin(Stdio::null()).output().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_finds_no_room_leaves_the_old_one_and_nothing_beside_it() {
    let terminal = Terminal::new();
    // Names that no packing makes smaller.
    let mut random = 1_u64;
    let mut word = || {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        format!("{:016x}", random ^ (random >> 29))
    };
    let outlines: String = (0..4_000)
        .map(|number| format!("<outline text='{}{}{}' xmlUrl='https://a.example/{number}'/>", word(), word(), word()))
        .collect();
    let list = terminal.0.join("list.opml");
    std::fs::write(&list, format!("<opml version='2.0'><body>{outlines}</body></opml>")).unwrap();
    assert!(terminal.command(&["import", list.to_str().unwrap()]).output().unwrap().status.success());
    let folder = terminal.0.join("out");
    std::fs::create_dir(&folder).unwrap();
    let old = folder.join("old");
    std::fs::write(&old, "before").unwrap();
    let old_name = old.to_str().unwrap();
    for words in [&["export", old_name][..], &["bag", "export", old_name]] {
        let (code, sentence) = said(&run_in_little_room(&terminal, 128, words));
        assert_eq!(code, Some(1), "{words:?}");
        assert!(
            sentence.ends_with(
                "The file could not be written: it would be larger than its disk allows. Nothing was left behind.\n"
            ),
            "{words:?}: {sentence}"
        );
        assert_eq!(std::fs::read(&old).unwrap(), b"before");
        let names: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, ["old"], "{words:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn what_is_kept_can_be_read_on_a_disk_that_takes_nothing_more() {
    let terminal = Terminal::new();
    let list = terminal.0.join("list.opml");
    std::fs::write(&list, "<opml><body><outline text='The Tide' xmlUrl='https://a.example/f'/></body></opml>").unwrap();
    assert!(terminal.command(&["import", list.to_str().unwrap()]).output().unwrap().status.success());
    let output = run_in_little_room(&terminal, 0, &["feeds", "--json"]);
    let (code, sentence) = said(&output);
    assert_eq!(code, Some(0), "{sentence}");
    assert!(sentence.contains("the library can only be read: the disk is full"), "{sentence}");
    assert!(String::from_utf8(output.stdout).unwrap().contains("The Tide"));
    let refused = run_in_little_room(&terminal, 0, &["mute", "add", "--words", "x", "--json"]);
    assert_eq!(refused.status.code(), Some(1));
}

#[test]
fn a_file_that_is_refused_is_named_in_words_of_our_own() {
    let terminal = Terminal::new();
    let check = |words: &[&str], says: &str| {
        let (code, sentence) = said(&terminal.command(words).output().unwrap());
        assert_eq!(code, Some(1), "{words:?} {sentence}");
        assert!(sentence.contains(says), "{words:?} {sentence}");
    };
    let folder = terminal.0.path().to_str().unwrap();
    let file = terminal.0.join("file");
    std::fs::write(&file, "no list").unwrap();
    let (nowhere, inside) = (terminal.0.join("no/copy.sqlite"), file.join("copy.sqlite"));
    let (file, nowhere, inside) = (file.to_str().unwrap(), nowhere.to_str().unwrap(), inside.to_str().unwrap());
    check(&["import", nowhere], "could not be read: there is no such file or folder");
    check(
        &["import", file],
        "This file could not be taken in: this is not a subscription list (OPML). Nothing was changed.",
    );
    check(&["import-saved", nowhere], "could not be read: there is no such file or folder");
    check(&["bag", "import", nowhere], "could not be opened: there is no such file or folder");
    check(&["export", nowhere], "could not be written: there is no such file or folder");
    check(&["bag", "export", nowhere], "could not be written: there is no such file or folder");
    check(&["backup", nowhere], "could not be written: there is no such file or folder; nothing was changed");
    check(&["clean", nowhere], "could not be read: there is no such file or folder");
    check(&["parse", nowhere], "could not be read: there is no such file or folder");
    check(
        &["--profile", file, "feeds"],
        "the folder of the library could not be used: a part of its path is not a folder",
    );
    #[cfg(unix)]
    {
        check(&["import", folder], "could not be read: it is a folder");
        check(&["backup", inside], "could not be written: a part of its path is not a folder; nothing was changed");
        check(&["clean", folder], "could not be read: it is a folder");
    }
    let odd = terminal.0.join("odd");
    std::fs::create_dir_all(odd.join("library.sqlite")).unwrap();
    check(&["--profile", odd.to_str().unwrap(), "feeds"], "is a folder, not a library; nothing was changed");
    // Nobody, not even who may do everything, makes a file in it.
    #[cfg(target_os = "linux")]
    check(&["--profile", "/proc/self", "feeds"], "the folder of the library could not be used: ");
    let _ = (folder, inside);
}

#[test]
fn a_copy_of_the_library_leaves_alone_what_is_called_nearly_the_same() {
    let terminal = Terminal::new();
    let beside = terminal.0.join("copy.part");
    std::fs::write(&beside, "of the reader").unwrap();
    let copy = terminal.0.join("copy.sqlite");
    assert!(terminal.command(&["backup", copy.to_str().unwrap()]).output().unwrap().status.success());
    assert!(copy.is_file() && !terminal.0.join("copy.sqlite.part").exists());
    assert_eq!(std::fs::read(beside).unwrap(), b"of the reader");
}

#[test]
fn no_export_is_written_over_the_library_by_whatever_name() {
    let terminal = Terminal::new();
    assert!(terminal.command(&["mute", "add", "--words", "derby"]).output().unwrap().status.success());
    let list = terminal.0.join("list.html");
    std::fs::write(&list, "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF='https://a.example/'>A</A></DL>")
        .unwrap();
    assert!(terminal.command(&["import-saved", list.to_str().unwrap()]).output().unwrap().status.success());
    let (profile, copy) = (terminal.profile(), terminal.0.join("copy"));
    assert!(terminal.command(&["backup", copy.to_str().unwrap()]).output().unwrap().status.success());
    std::fs::create_dir_all(profile.join("backups")).unwrap();
    let mut places: Vec<PathBuf> =
        ["library.sqlite", "Library.sqlite-wal", "library.sqlite-shm", "sync.lock", "open.lock"]
            .iter()
            .chain(&[
                "library.before-restore-1.sqlite",
                "library-location",
                "backups/library-1.sqlite",
                "backups/../library.sqlite",
            ])
            .map(|name| profile.join(name))
            .collect();
    places.push(copy);
    #[cfg(unix)]
    {
        let (link, folder) = (terminal.0.join("link.opml"), terminal.0.join("folder"));
        std::os::unix::fs::symlink(profile.join("library.sqlite"), &link).unwrap();
        std::os::unix::fs::symlink(&profile, &folder).unwrap();
        places.extend([link, folder.join("library.sqlite")]);
    }
    for place in &places {
        let place = place.to_str().unwrap();
        let mut all = vec![vec!["export", place], vec!["bag", "export", place]];
        all.extend(["html", "markdown", "epub", "bookmarks"].map(|form| vec!["export-saved", "--format", form, place]));
        for words in all {
            let (code, sentence) = said(&terminal.command(&words).output().unwrap());
            assert_eq!(code, Some(1), "{words:?}");
            assert!(sentence.contains("never written over a file of the library"), "{words:?}: {sentence}");
        }
    }
    let saved = terminal.command(&["saved"]).output().unwrap();
    assert_eq!(String::from_utf8(saved.stdout).unwrap().lines().count(), 1);
    assert!(
        terminal.command(&["export", profile.join("list.opml").to_str().unwrap()]).output().unwrap().status.success()
    );
}

#[test]
#[cfg(unix)]
fn an_export_follows_links_and_is_written_into_pipes() {
    let terminal = Terminal::new();
    let (target, link, pipe) = (terminal.0.join("target"), terminal.0.join("link"), terminal.0.join("pipe"));
    let begins = |path: &PathBuf, with: &[u8]| assert!(std::fs::read(path).unwrap().starts_with(with), "{path:?}");
    let run = |words: &[&str]| {
        let output = terminal.command(words).output().unwrap();
        assert!(output.status.success(), "{words:?} {output:?}");
        output.stdout
    };
    std::fs::write(&target, "old").unwrap();
    std::os::unix::fs::symlink("target", &link).unwrap();
    run(&["export", link.to_str().unwrap()]);
    assert!(link.is_symlink());
    begins(&target, b"<?xml");
    // A link whose file is not there yet makes it.
    std::fs::remove_file(&target).unwrap();
    run(&["bag", "export", link.to_str().unwrap()]);
    assert!(link.is_symlink());
    begins(&target, b"PK");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reading = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::read(pipe).unwrap()
    });
    run(&["bag", "export", pipe.to_str().unwrap()]);
    let bag = reading.join().unwrap();
    assert!(bag.starts_with(b"PK") && zip::ZipArchive::new(std::io::Cursor::new(bag)).is_ok());
    assert!(std::os::unix::fs::FileTypeExt::is_fifo(&std::fs::metadata(&pipe).unwrap().file_type()));
    if std::path::Path::new("/dev/stdout").exists() {
        assert!(run(&["export", "/dev/stdout"]).starts_with(b"<?xml"));
        let bag = run(&["bag", "export", "/dev/stdout"]);
        assert!(zip::ZipArchive::new(std::io::Cursor::new(bag)).is_ok());
        // What was in the file stays before it.
        let mut into = std::fs::File::create(&target).unwrap();
        std::io::Write::write_all(&mut into, b"before ").unwrap();
        let into = std::fs::File::options().append(true).open(&target).unwrap();
        assert!(terminal.command(&["export", "/dev/stdout"]).stdout(into).status().unwrap().success());
        begins(&target, b"before <?xml");
    }
}

#[test]
fn an_article_that_is_not_here_is_named_and_the_others_are_exported() {
    let terminal = Terminal::new();
    let list = terminal.0.join("list.html");
    std::fs::write(&list, "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF='https://a.example/'>A</A></DL>")
        .unwrap();
    assert!(terminal.command(&["import-saved", list.to_str().unwrap()]).output().unwrap().status.success());
    let file = terminal.0.join("out.html");
    let words = ["export-saved", "--format", "bookmarks", "--ids", "1", "1", "999", file.to_str().unwrap()];
    let output = terminal.command(&words).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "stoppress-cli: 999: This story is not in the library.\nstoppress-cli: 1 article is not in it whole\n"
    );
    assert_eq!(std::fs::read_to_string(file).unwrap().matches("<DT>").count(), 1);
}
