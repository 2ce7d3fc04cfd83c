//! The terminal contract, word for word: fields, exit codes, standard output and standard error.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

use serde_json::Value;
use std::{
    collections::BTreeSet,
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
    time::SystemTime,
};
use stoppress_support::{Newsroom, Response, Site, TemporaryFolder};

struct Terminal {
    folder: TemporaryFolder,
}

impl Terminal {
    fn new() -> Terminal {
        Terminal { folder: TemporaryFolder::new("terminal") }
    }

    fn profile(&self) -> PathBuf {
        self.folder.join("profile")
    }

    fn run(&self, words: &[&str]) -> Output {
        self.command(words).output().unwrap()
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_stoppress-cli"));
        command.env("STOPPRESS_PROFILE", self.profile()).args(words).stdin(Stdio::null());
        command
    }

    /// Exit code and the JSON that was printed.
    fn json(&self, words: &[&str]) -> (i32, Value) {
        let output = self.run(&[words, &["--json"]].concat());
        let text = String::from_utf8(output.stdout).unwrap();
        let value = serde_json::from_str(&text)
            .unwrap_or_else(|error| panic!("{words:?}: {error}: {text}{}", String::from_utf8_lossy(&output.stderr)));
        (output.status.code().unwrap(), value)
    }

    fn done(&self, words: &[&str]) -> Value {
        let (code, value) = self.json(words);
        assert_eq!(code, 0, "{words:?}: {value}");
        value
    }
}

fn piped(words: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_stoppress-cli"))
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

/// Every name of the contract is there; more may be.
fn has(value: &Value, names: &str) {
    let there: BTreeSet<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    for name in names.split_whitespace() {
        assert!(there.contains(name), "{name} is missing in {value}");
    }
}

fn is_time(value: &Value) -> bool {
    let text = value.as_str().unwrap_or_default();
    text.len() == 20 && text.ends_with('Z') && text.as_bytes()[10] == b'T'
}

#[test]
fn the_day_of_a_reader_at_a_terminal() {
    let terminal = Terminal::new();
    assert_eq!(terminal.done(&["feeds"]), Value::Array(vec![]));
    assert_eq!(terminal.done(&["ticker"]), Value::Array(vec![]));
    assert_eq!(terminal.done(&["saved"]), Value::Array(vec![]));

    let newsroom = Newsroom::open(SystemTime::now());
    let publication = &newsroom.publications()[0];
    let address = newsroom.feed(&publication.slug);
    let followed = terminal.done(&["follow", &address, "--folder", "World"]);
    has(&followed, "feed already new_articles");
    has(&followed["feed"], "id title url home_url folder unread last_checked trouble");
    assert_eq!(followed["feed"]["folder"], "World");
    assert!(followed["feed"]["id"].is_string() && followed["new_articles"].as_u64() > Some(0));
    assert_eq!(terminal.done(&["follow", &address])["already"], true);
    assert!(is_time(&terminal.done(&["feeds"])[0]["last_checked"]));

    let summary = terminal.done(&["sync", "--force"]);
    has(&summary, "feeds updated unchanged failed new_articles updated_articles bytes millis offline");
    assert_eq!(summary["unchanged"], 1);

    let rows = terminal.done(&["ticker", "--limit", "3"]);
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 3);
    for row in rows {
        has(row, "id time title feed_id feed_title url read saved language");
        assert!(row["id"].is_string() && row["feed_id"].is_string() && is_time(&row["time"]));
    }
    let first = rows[0]["id"].as_str().unwrap();
    let below = terminal.done(&["ticker", "--before", first, "--limit", "2"]);
    assert_eq!(below[0]["id"], rows[1]["id"]);
    assert_eq!(terminal.done(&["--json", "ticker", "--folder", "Nowhere"]), Value::Array(vec![]));

    let article = terminal.done(&["article", first]);
    has(
        &article,
        "id title url feed_id feed_title authors published updated language direction html text image enclosures \
         categories comments_url comments_count read saved",
    );
    assert!(article["html"].as_str().unwrap().contains("<p>"));
    let html = String::from_utf8(terminal.run(&["article", first, "--html"]).stdout).unwrap();
    assert_eq!(html.trim_end(), article["html"].as_str().unwrap().trim_end());

    assert_eq!(terminal.done(&["read", first]), serde_json::json!({ "changed": 1 }));
    assert_eq!(terminal.done(&["read", first]), serde_json::json!({ "changed": 0 }));
    assert_eq!(terminal.done(&["unread", first])["changed"], 1);
    assert_eq!(terminal.done(&["undo"])["action"], "mark_unread");
    assert_eq!(terminal.done(&["redo"])["action"], "mark_unread");
    assert_eq!(terminal.done(&["redo"])["action"], Value::Null);

    let states = terminal.done(&["save", first]);
    assert_eq!(states, serde_json::json!([{ "id": first, "state": "complete" }]));
    let saved = terminal.done(&["saved"]);
    has(&saved[0], "id title url feed_title saved_at state missing_images bytes");
    newsroom.site().stop();
    let second = rows[1]["id"].as_str().unwrap();
    let (code, waiting) = terminal.json(&["save", second]);
    assert_eq!((code, &waiting[0]["state"]), (0, &Value::from("waiting")));
    let (code, summary) = terminal.json(&["sync", "--force"]);
    assert_eq!((code, &summary["offline"]), (1, &Value::from(true)));

    let found = terminal.done(&["search", "the", "--limit", "3"]);
    has(&found[0], "id time title feed_id feed_title url read saved language snippet score");
    assert!(found.as_array().unwrap().len() <= 3);
    assert_eq!(terminal.done(&["search", "zzzz-nothing", "--ranked"]), Value::Array(vec![]));
    let list = terminal.folder.join("list.csv");
    let pages = "The quay,https://a.example/1,4000000000,,unread\nThe fog,https://a.example/2,4000000000,,unread\n";
    std::fs::write(&list, format!("title,url,time_added,tags,status\n{pages}")).unwrap();
    assert_eq!(terminal.done(&["import-saved", list.to_str().unwrap()])["added"], 2);
    let found = terminal.done(&["search", "the", "--limit", "3"]);
    let of_list = |row: &Value| row["url"].as_str().is_some_and(|url| url.starts_with("https://a.example/"));
    let places: Vec<bool> = found.as_array().unwrap().iter().map(of_list).collect();
    assert_eq!(places, [true, true, false], "what was saved last stands first, within the limit: {found}");
    let renamed = terminal.done(&["rename", &address, "My paper"]);
    assert_eq!((renamed["title"].as_str(), renamed["own_title"].as_str()), (Some("My paper"), Some("My paper")));
    assert_eq!(terminal.done(&["rename", &address])["own_title"], Value::Null);
    assert_eq!(terminal.done(&["move", &address, "--folder", "Mornings"])["changed"], 1);
    assert_eq!(terminal.done(&["feeds"])[0]["folder"], "Mornings");
    assert_eq!(terminal.done(&["move", &address, "--folder", "Mornings / Papers/"])["changed"], 1);
    assert_eq!(terminal.done(&["feeds"])[0]["folder"], "Mornings/Papers");
    let held = |name: &str| terminal.done(&["ticker", "--folder", name]).as_array().unwrap().len();
    assert!(held("Mornings") > 0 && held("Morning") == 0);
    assert_eq!(held("Mornings"), held("Mornings/Papers"));
    let gone = terminal.done(&["unfollow", &address]);
    has(&gone, "feed_id kept_saved");
    assert_eq!(gone["kept_saved"], 2);
    assert_eq!(terminal.done(&["article", first])["saved"], true);
    assert_eq!(terminal.done(&["unsave", first])[0]["state"], Value::Null);
    assert_eq!(terminal.done(&["check"]), serde_json::json!({ "ok": true, "problems": [] }));
}

#[test]
fn the_doctor_finds_where_a_feed_is_now_and_gives_it_that_address() {
    let (terminal, site) = (Terminal::new(), Site::start());
    let feed = "<rss version='2.0'><channel><title>Tide</title><item><title>A</title></item></channel></rss>";
    site.publish("/feed", Response::rss(feed));
    terminal.done(&["follow", &site.url("/feed")]);
    let well = terminal.done(&["doctor", &site.url("/feed")]);
    has(&well, "feed check found changed");
    assert_eq!((&well["found"], &well["changed"]), (&Value::Array(vec![]), &Value::Bool(false)));
    site.withdraw("/feed");
    site.publish(
        "/",
        Response::html("<html><head><link rel='alternate' type='application/rss+xml' href='/new'></head>"),
    );
    site.publish("/new", Response::rss(feed));
    let (code, sick) = terminal.json(&["doctor", &site.url("/feed")]);
    assert_eq!((code, &sick["found"][0]["url"]), (1, &Value::String(site.url("/new"))), "{sick}");
    let (code, moved) = terminal.json(&["doctor", &site.url("/feed"), "--pick", "1"]);
    assert_eq!((code, &moved["changed"]), (0, &Value::Bool(true)), "{moved}");
    assert_eq!(terminal.done(&["feeds"])[0]["url"], site.url("/new"));
    terminal.done(&["undo"]);
    assert_eq!(terminal.done(&["feeds"])[0]["url"], site.url("/feed"));
}

#[test]
fn a_look_says_what_stands_at_an_address_and_follows_nothing() {
    let (terminal, feed) = (Terminal::new(), Site::start());
    feed.publish(
        "/feed",
        Response::rss("<rss version='2.0'><channel><title>Tide</title><item><title>A</title></item></channel></rss>"),
    );
    let found = terminal.done(&["look", &feed.url("/feed")]);
    has(&found, "look sources");
    has(&found["sources"][0], "url title kind language articles newest per_day whole latest followed problem");
    assert_eq!(found["sources"][0]["latest"][0]["title"], "A");
    assert_eq!(terminal.done(&["feeds"]), Value::Array(vec![]));
    assert_eq!(terminal.run(&["look", "not an address"]).status.code(), Some(1));
}

#[test]
fn several_candidates_exit_1_with_the_choice_printed() {
    let terminal = Terminal::new();
    let site = Site::start();
    let link = |name: &str| format!("<link rel=alternate type=application/rss+xml title={name} href=/{name}>");
    site.publish("/", Response::html(format!("<html><head>{}{}</head></html>", link("World"), link("Sport"))));
    let (code, value) = terminal.json(&["follow", &site.url("/")]);
    assert_eq!((code, value["candidates"].as_array().unwrap().len()), (1, 2));
    has(&value["candidates"][0], "url title kind");
}

#[test]
fn a_list_is_imported_and_exported_and_failures_are_named() {
    let terminal = Terminal::new();
    let file = terminal.folder.join("list.opml");
    let list = "<opml version='2.0'><body><outline text='A' xmlUrl='https://a.example/feed'/>\
                <outline text='B' xmlUrl='file:///etc/passwd'/></body></opml>";
    std::fs::write(&file, list).unwrap();
    let (code, imported) = terminal.json(&["import", file.to_str().unwrap()]);
    assert_eq!((code, &imported["added"], &imported["already"]), (1, &1.into(), &0.into()));
    has(&imported["failed"][0], "url reason");
    let exported = String::from_utf8(terminal.run(&["export"]).stdout).unwrap();
    assert!(exported.contains("https://a.example/feed") && exported.starts_with("<?xml"));
    std::fs::write(
        &file,
        "title,url,time_added,tags,status\nFog,https://a.example/fog,1600000000,sea,unread\nx,ftp:,1,,unread\n",
    )
    .unwrap();
    let (code, imported) = terminal.json(&["import-saved", file.to_str().unwrap()]);
    assert_eq!(
        (code, &imported["added"], &imported["already"], &imported["kind"]),
        (1, &1.into(), &0.into(), &"Pocket".into())
    );
    assert_eq!(terminal.done(&["saved"])[0]["saved_at"], "2020-09-13T12:26:40Z");
    assert_eq!(terminal.run(&["import-saved", "/nowhere.csv"]).status.code(), Some(1));
}

#[test]
fn failures_are_named_on_standard_error_and_exit_1_and_wrong_words_exit_2() {
    let terminal = Terminal::new();
    let check = |words: &[&str], code: i32, says: &str| {
        let output = terminal.run(words);
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{words:?} {error}");
        assert!(error.contains(says), "{words:?} {error}");
    };
    check(&["article", "999"], 1, "not in the library");
    check(&["unfollow", "https://nobody.example/"], 1, "nobody.example");
    check(&["import", "/nowhere.opml"], 1, "/nowhere.opml");
    check(&["follow", "javascript:alert(1)"], 1, "");
    check(&["frobnicate"], 2, "frobnicate");
    check(&["article", "abc"], 2, "abc");
    check(&["save"], 2, "ID");
    check(&["save", "abc"], 2, "abc");
    check(&["save", "999"], 1, "not in the library");
    check(&["pack", "--newest", "x"], 2, "newest");
}

#[test]
#[cfg(target_os = "linux")]
fn a_system_without_certificates_reads_what_is_here_and_says_why_it_asks_nobody() {
    let (terminal, feed) = (Terminal::new(), Site::start());
    feed.publish(
        "/feed",
        Response::rss("<rss version='2.0'><channel><title>Tide</title><item><title>A</title></item></channel></rss>"),
    );
    terminal.done(&["follow", &feed.url("/feed")]);
    let without = |words: &[&str]| {
        terminal.command(words).env("SSL_CERT_FILE", "/nowhere").env("SSL_CERT_DIR", "/nowhere").output().unwrap()
    };
    let ticker = without(&["ticker"]);
    assert!(ticker.status.success(), "{}", String::from_utf8_lossy(&ticker.stderr));
    assert!(String::from_utf8_lossy(&ticker.stdout).contains(" A"));
    let look = without(&["look", "https://news.example/feed"]);
    let error = String::from_utf8(look.stderr).unwrap();
    assert_eq!(look.status.code(), Some(1));
    assert!(error.contains("news.example was not asked: the certificates of this computer"), "{error}");
}

#[test]
fn parse_prints_one_object_and_batch_one_line_for_each_path_in_order() {
    let feed =
        b"<rss version='2.0'><channel><title>T</title><item><title>A</title><link>/a</link></item></channel></rss>";
    let output = piped(&["parse", "-", "--base", "https://t.example/feed"], feed);
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    has(&value, "file ok feed articles repairs skipped");
    has(&value["feed"], "title home_url language kind");
    has(
        &value["articles"][0],
        "key title url published updated authors summary html image enclosures categories comments_url comments_count",
    );
    assert_eq!((&value["file"], &value["articles"][0]["url"]), (&"-".into(), &"https://t.example/a".into()));

    let folder = TemporaryFolder::new("batch");
    let (good, bad) = (folder.join("good file.xml"), folder.join("bad"));
    std::fs::write(&good, feed).unwrap();
    std::fs::write(&bad, b"\0\x01").unwrap();
    let paths = format!("{}\n{}\n/missing\n-\n", good.display(), bad.display());
    let output = piped(&["parse", "--batch"], paths.as_bytes());
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0]["file"], good.to_str().unwrap());
    assert_eq!([&lines[0]["ok"], &lines[1]["ok"], &lines[2]["ok"]], [true, false, false]);
    has(&lines[2], "file ok error");
}

#[test]
fn a_page_is_saved_by_its_address_tagged_and_kept_beside_what_could_not_be() {
    let terminal = Terminal::new();
    let newsroom = Newsroom::open(SystemTime::now());
    let publication = &newsroom.publications()[0];
    let story = publication.stories.iter().find(|story| story.picture.is_some()).unwrap();
    let address = newsroom.site().url(&publication.story_path(story));
    let (code, saved) = terminal.json(&["save", &address, "999"]);
    assert_eq!((code, &saved[0]["state"]), (1, &Value::from("complete")), "{saved}");
    let id = saved[0]["id"].as_str().unwrap();
    assert_eq!(terminal.done(&["tag", id, "sea", "night"])["tags"], serde_json::json!(["night", "sea"]));
    assert_eq!(terminal.done(&["saved"])[0]["tags"], serde_json::json!(["night", "sea"]));
    let markdown = String::from_utf8(terminal.run(&["article", id, "--markdown"]).stdout).unwrap();
    assert!(
        markdown.starts_with("# ") && markdown.contains("![") && markdown.contains("](http://127.0.0.1"),
        "{markdown}"
    );
    let file = terminal.folder.join("saved.epub");
    let words = ["export-saved", "--format", "epub", "--tag", "sea", file.to_str().unwrap()];
    let exported = terminal.done(&words);
    has(&exported, "name folder articles bytes missing_images left_out cancelled");
    assert_eq!((&exported["articles"], &exported["missing_images"]), (&1.into(), &0.into()));
    assert!(std::fs::read(&file).unwrap().starts_with(b"PK"));
    assert_eq!(terminal.run(&["export-saved", "--format", "pdf", "x"]).status.code(), Some(2));
    assert_eq!(
        terminal.run(&["export-saved", "--format", "epub", "--tag", "no", file.to_str().unwrap()]).status.code(),
        Some(1)
    );
    has(&terminal.done(&["pack"]), "articles complete failed bytes cancelled budget_reached");
}

#[test]
fn readable_prints_the_article_of_a_page() {
    let text = "The harbour board met at noon and heard the pilots, who asked for a second gauge. ".repeat(12);
    let page = format!(
        "<html lang=en><title>Gauge - Tide</title><nav><a href=/>Home</a></nav><article><h1>Gauge</h1><p>{text}</p></article>"
    );
    let output = piped(&["readable", "-", "--url", "https://t.example/gauge"], page.as_bytes());
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    has(&value, "file ok title byline site published language direction html text image");
    assert!(value["text"].as_str().unwrap().contains("second gauge"));
    let output = piped(&["readable", "-", "--url", "https://t.example/"], b"");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn what_is_muted_at_a_terminal_leaves_the_ticker_until_it_is_removed() {
    let terminal = Terminal::new();
    let newsroom = Newsroom::open(SystemTime::now());
    let followed = terminal.done(&["follow", &newsroom.feed(&newsroom.publications()[0].slug)]);
    let feed = followed["feed"]["id"].as_str().unwrap();
    assert_eq!(terminal.done(&["mute"]), Value::Array(vec![]));
    let rows = terminal.done(&["ticker", "--limit", "0"]);
    let (title, all) = (rows[0]["title"].as_str().unwrap(), rows.as_array().unwrap().len());
    let titles = || {
        let rows = terminal.done(&["ticker", "--limit", "0"]);
        rows.as_array().unwrap().iter().map(|row| row["title"].clone()).collect::<Vec<_>>()
    };

    assert_eq!(terminal.done(&["mute", "add", "--words", title, "--count"]), serde_json::json!({ "matches": 1 }));
    assert_eq!(titles().len(), all);
    let made = terminal.done(&["mute", "add", "--words", title, "--days", "7"]);
    has(&made["mute"], "id kind text feed_id created_at until");
    assert_eq!((&made["matches"], &made["mute"]["kind"]), (&1.into(), &"words".into()));
    assert!(is_time(&made["mute"]["until"]) && !titles().contains(&title.into()));
    let id = made["mute"]["id"].as_str().unwrap();
    assert_eq!(terminal.done(&["mute", "remove", id]), serde_json::json!({ "removed": true }));
    assert!(titles().contains(&title.into()));

    let made = terminal.done(&["mute", "add", "--source", feed]);
    assert_eq!((&made["mute"]["kind"], &made["mute"]["until"], titles().len()), (&"source".into(), &Value::Null, 0));
    assert_eq!(terminal.done(&["mute"]).as_array().unwrap().len(), 1);
    assert_eq!(terminal.done(&["undo"])["action"], "mute");
    assert_eq!(titles().len(), all);

    for wrong in [
        &["mute", "add"][..],
        &["mute", "add", "--words", "a", "--author", "b"],
        &["mute", "add", "--words", "a", "--days", "0"],
    ] {
        assert_eq!(terminal.run(wrong).status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(terminal.run(&["mute", "remove", "999"]).status.code(), Some(1));
}

#[test]
fn rules_for_notifications_are_made_listed_and_removed_at_a_terminal() {
    let terminal = Terminal::new();
    let newsroom = Newsroom::open(SystemTime::now());
    let followed = terminal.done(&["follow", &newsroom.feed(&newsroom.publications()[0].slug)]);
    let feed = followed["feed"]["id"].as_str().unwrap();
    let made = terminal.done(&["notify", "add", "--words", "storm tide", "--match", "all"]);
    has(&made, "id kind feed_id text matching created_at");
    assert_eq!((&made["kind"], &made["matching"]), (&"words".into(), &"all".into()));
    assert_eq!(terminal.done(&["notify", "add", "--source", feed])["feed_id"], feed);
    assert_eq!(terminal.done(&["notify", "add", "--folder", "World"])["text"], "World");
    assert_eq!(terminal.done(&["notify"]).as_array().unwrap().len(), 3);
    let id = made["id"].as_str().unwrap();
    assert_eq!(terminal.done(&["notify", "remove", id]), serde_json::json!({ "removed": true }));
    assert_eq!(terminal.done(&["notify"]).as_array().unwrap().len(), 2);
    assert_eq!(terminal.done(&["undo"])["action"], "unnotify");
    assert_eq!(terminal.done(&["notify"]).as_array().unwrap().len(), 3);
    for wrong in [
        &["notify", "add"][..],
        &["notify", "add", "--words", "a", "--folder", "b"],
        &["notify", "add", "--folder", "a", "--match", "all"],
        &["notify", "add", "--words", "a", "--match", "some"],
    ] {
        assert_eq!(terminal.run(wrong).status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(terminal.run(&["notify", "remove", "999"]).status.code(), Some(1));
}

#[test]
fn what_publishers_write_commands_no_terminal() {
    let output = piped(&["clean"], b"<p>a\x1b]0;title\x07b</p>");
    assert!(!output.stdout.contains(&0x1b) && !output.stdout.contains(&0x07));
}

#[test]
fn clean_prints_html_and_discover_asks_nobody() {
    let output =
        piped(&["clean", "--base", "https://t.example/"], b"<p onclick=x()>Hi <a href=/a>a</a><script>x</script>");
    let html = String::from_utf8(output.stdout).unwrap();
    assert!(html.contains("<p>Hi <a href=\"https://t.example/a\"") && !html.contains("script"), "{html}");
    let page = b"<link rel=alternate type=application/atom+xml title=News href=/atom>";
    let output = piped(&["discover", "-", "--url", "https://t.example/"], page);
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["candidates"][0]["url"], "https://t.example/atom");
    assert_eq!(value["candidates"][0]["kind"], "atom");
}
