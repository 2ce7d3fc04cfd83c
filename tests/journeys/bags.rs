//! One file with everything: written whole, taken in by another library, joined with what is there, and never trusted.

use crate::world::{World, item, rss};
use serde_json::Value;
use std::{
    collections::BTreeMap,
    io::{Cursor, Read, Write},
    sync::Arc,
};
use stoppress_model::{
    ArticleId, FeedSettings, ImportedBag, MuteKind, NewMute, NewNotifyRule, NotifyKind, Settings, Theme, WordsMatch,
};
use stoppress_reader::{ExportTarget, Options, Reader, SyncScope};
use stoppress_support::{Response, TemporaryFolder, picture::Scene};
use zip::write::SimpleFileOptions;

/// A library with something of everything.
fn full_world() -> World {
    let world = World::new();
    world.site.publish("/a.png", Response::ok("image/png", Scene::Turbines.png().to_vec()));
    let body =
        |n: i64| format!("<p>Text {n} with <b>words</b></p><img src='/a.png' alt='Quay'><img src='/gone-{n}.png'>");
    let items: Vec<String> = (0..6).map(|n| item(n, &body(n))).collect();
    world.site.publish("/feed", rss(&items));
    world.site.publish(
        "/other",
        rss(&[item(90, "<p dir=rtl lang=ar>نص عربي طويل</p>").replace("Headline 90", "لن نتراجع عن القرار")]),
    );
    let (feed, other) = (world.follow("/feed"), world.follow("/other"));
    world.reader.move_feeds(&[feed], Some("World")).unwrap();
    world.reader.rename_feed(feed, "My tide").unwrap();
    let settings = FeedSettings { in_live: false, keep_days: Some(30), ..FeedSettings::default() };
    world.reader.set_feed_settings(other, &settings).unwrap();
    let long: String = (0..30).map(|n| format!("<p>Part {n}: the pilots asked for a second gauge.</p>")).collect();
    world
        .site
        .publish("/page", Response::html(format!("<title>A page</title><article><h1>A page</h1>{long}</article>")));
    let ids: Vec<ArticleId> = all(&world.reader);
    for id in &ids {
        world.wait(world.reader.save(&[*id])).unwrap();
        world.pass(60);
    }
    world.wait(world.reader.save_page(&world.site.url("/page"))).unwrap();
    world.reader.set_tags(ids[0], &["sea".into(), "wind".into()]).unwrap();
    world.reader.mark(&ids[..2], true).unwrap();
    world.reader.set_position(ids[1], 0.25).unwrap();
    let mute = NewMute { kind: MuteKind::Words, text: "derby".into(), feed: Some(feed), days: None };
    world.reader.mute(&mute).unwrap();
    let rule = |kind, feed, text: &str, matching| NewNotifyRule { kind, feed, text: text.into(), matching };
    for new in [
        rule(NotifyKind::Words, None, "storm tide", WordsMatch::All),
        rule(NotifyKind::Source, Some(feed), "", WordsMatch::Any),
        rule(NotifyKind::Folder, None, "World", WordsMatch::Any),
    ] {
        world.reader.add_notify_rule(&new).unwrap();
    }
    let chosen = Settings { theme: Theme::Sepia, keep_days: 30, ..Settings::default() };
    world.reader.set_settings(&chosen).unwrap();
    let edited: Vec<String> =
        (0..6).map(|n| item(n, &body(n).replace("words", if n == 0 { "others" } else { "words" }))).collect();
    world.site.publish("/feed", rss(&edited));
    world.sync(SyncScope::All);
    world
}

fn all(reader: &Reader) -> Vec<ArticleId> {
    let feeds = reader.feeds().unwrap();
    let of = |feed| stoppress_model::TickerQuery { feed: Some(feed), ..Default::default() };
    feeds.iter().flat_map(|feed| reader.ticker(&of(feed.id)).unwrap().rows).map(|row| row.id).collect()
}

/// A library of its own, with the clock of another one.
struct Library {
    reader: Reader,
    folder: TemporaryFolder,
}

fn empty(world: &World) -> Library {
    let folder = TemporaryFolder::new("library");
    let now = world.reader.now();
    let options = Options { clock: Arc::new(move || now), ..Options::at(&folder.join("profile")) };
    Library { reader: Reader::open(options).unwrap(), folder }
}

fn written(reader: &Reader, folder: &TemporaryFolder) -> Vec<u8> {
    let file = folder.join("bag.zip");
    reader.export_bag(ExportTarget::File(&file)).unwrap();
    std::fs::read(file).unwrap()
}

fn unzipped(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// Everything that another library would take, as values.
fn dump(bytes: &[u8]) -> BTreeMap<String, Value> {
    let data = unzipped(bytes).into_iter().filter(|(name, _)| name.starts_with("data/"));
    data.map(|(name, bytes)| (name, serde_json::from_slice(&bytes).unwrap())).collect()
}

/// The saved articles in an order of their own: in what order bags came is nowhere to be seen but in ids.
fn saved_in(bytes: &[u8]) -> Vec<String> {
    let mut saved: Vec<String> = dump(bytes)
        .into_iter()
        .filter(|(name, _)| name.starts_with("data/saved/"))
        .map(|(_, one)| one.to_string())
        .collect();
    saved.sort();
    saved
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const ABOUT: &[u8] =
    br#"{"format":"stop-press.json","version":1,"written_at":"2026-11-25T10:00:00Z","saved":1,"sources":0}"#;

#[test]
fn a_bag_taken_into_an_empty_library_makes_it_the_library_that_wrote_it() {
    let world = full_world();
    let bag = written(&world.reader, &world.folder);
    let fresh = empty(&world);
    let taken = fresh.reader.import_bag_bytes(&bag).unwrap();
    assert_eq!((taken.sources, taken.added, taken.mutes, taken.rules, taken.failed.len()), (2, 8, 1, 3, 0));
    let told = |reader: &Reader| {
        let rules = reader.notify_rules().unwrap();
        rules.iter().map(|rule| (rule.kind, rule.text.to_string(), rule.matching)).collect::<Vec<_>>()
    };
    assert_eq!(told(&fresh.reader), told(&world.reader));
    assert_eq!(fresh.reader.check().unwrap(), Vec::<String>::new());
    let again = written(&fresh.reader, &fresh.folder);
    assert_eq!(dump(&again), dump(&bag));
    let images =
        |bytes: &[u8]| unzipped(bytes).into_iter().filter(|(name, _)| name.starts_with("images/")).collect::<Vec<_>>();
    assert_eq!(images(&again), images(&bag));
    assert_eq!(images(&bag).len(), 1);
    let (ours, theirs) = (world.reader.saved().unwrap(), fresh.reader.saved().unwrap());
    assert_eq!(
        ours.iter().map(|one| one.state).collect::<Vec<_>>(),
        theirs.iter().map(|one| one.state).collect::<Vec<_>>()
    );
    world.site.stop();
    let page = fresh.reader.article_for_window(theirs.last().unwrap().id, None, false, str::to_owned).unwrap();
    let key = page.html.split("src=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(world.wait(fresh.reader.image(&key)).is_some());
}

#[test]
fn what_another_reader_wrote_of_a_source_comes_along_but_nothing_beside_it() {
    let world = World::new();
    let list = "<opml><body><outline xmlUrl='https://paper.example/feed' description='Daily'/></body></opml>";
    world.reader.import(list.as_bytes()).unwrap();
    let bag = written(&world.reader, &world.folder);
    let other = empty(&world);
    other.reader.import_bag_bytes(&bag).unwrap();
    assert!(other.reader.export(None).unwrap().contains(" description=\"Daily\"/>"));
    let hostile =
        br#"[{"url":"https://b.example/feed","list_attributes":" a=\"1\"/><outline xmlUrl=\"https://x.example/\""}]"#;
    let taken = empty(&world);
    taken.reader.import_bag_bytes(&zipped(&[("stop-press.json", ABOUT), ("data/sources.json", hostile)])).unwrap();
    let list = taken.reader.export(None).unwrap();
    assert!(list.contains("b.example/feed\" a=\"1\"/>") && !list.contains("x.example"), "{list}");
}

#[test]
fn what_a_source_brings_that_a_bag_had_saved_is_the_saved_story() {
    let world = World::with_feed(3);
    let ids: Vec<ArticleId> = world.rows().iter().map(|row| row.id).collect();
    world.wait(world.reader.save(&ids[..2])).unwrap();
    world.reader.mark(&ids[..1], true).unwrap();
    let bag = written(&world.reader, &world.folder);
    let other = World::new();
    other.reader.import_bag_bytes(&bag).unwrap();
    other.sync(SyncScope::All);
    let rows = other.rows();
    assert_eq!(rows.iter().map(|row| row.saved).collect::<Vec<_>>(), [true, true, false]);
    assert!(rows[0].read && other.reader.saved().unwrap().iter().any(|one| one.id == rows[0].id && one.read));
    let all: Vec<ArticleId> = rows.iter().map(|row| row.id).collect();
    other.wait(other.reader.save(&all)).unwrap();
    assert_eq!(other.reader.saved().unwrap().len(), 3, "none is saved twice");
    assert!(other.reader.check().unwrap().is_empty());
}

#[test]
fn taking_a_bag_twice_changes_nothing_and_one_undo_each_takes_it_back() {
    let world = full_world();
    let bag = written(&world.reader, &world.folder);
    let fresh = empty(&world);
    fresh.reader.import_bag_bytes(&bag).unwrap();
    let before = written(&fresh.reader, &fresh.folder);
    let second = fresh.reader.import_bag_bytes(&bag).unwrap();
    assert_eq!(second, ImportedBag { already: 8, ..ImportedBag::default() });
    assert_eq!(dump(&written(&fresh.reader, &fresh.folder)), dump(&before));
    // Nor does the library that wrote it change.
    assert_eq!(world.reader.import_bag_bytes(&bag).unwrap().already, 8);
    assert_eq!(dump(&written(&world.reader, &world.folder)), dump(&bag));
    assert_eq!(fresh.reader.undo(None).unwrap().count, 8);
    assert!(fresh.reader.saved().unwrap().is_empty());
    assert_eq!(fresh.reader.undo(None).unwrap().action.as_deref(), Some("notify"));
    assert!(fresh.reader.notify_rules().unwrap().is_empty());
    fresh.reader.undo(None).unwrap();
    assert_eq!(fresh.reader.undo(None).unwrap().action.as_deref(), Some("import"));
    assert!(fresh.reader.feeds().unwrap().is_empty());
}

#[test]
fn two_libraries_join_in_either_order_and_neither_loses_anything() {
    let world = full_world();
    let first = written(&world.reader, &world.folder);
    let saved = world.reader.saved().unwrap();
    // The same articles, read on and tagged elsewhere; one is unsaved there, another one is only there.
    let there = empty(&world);
    there.reader.import_bag_bytes(&first).unwrap();
    let twin = |title: &str| there.reader.saved().unwrap().iter().find(|one| one.title.as_str() == title).unwrap().id;
    let title = saved[5].title.to_string();
    there.reader.set_tags(twin(&title), &["elsewhere".into()]).unwrap();
    there.reader.mark(&[twin(&title)], true).unwrap();
    there.reader.set_position(twin(&title), 0.75).unwrap();
    let gone = saved[3].title.to_string();
    there.reader.unsave(twin(&gone)).unwrap();
    world.wait(there.reader.save_page("https://elsewhere.invalid/page")).unwrap();
    let second = written(&there.reader, &there.folder);
    let joined = |bags: [&[u8]; 2]| {
        let library = empty(&world);
        bags.iter().for_each(|bag| drop(library.reader.import_bag_bytes(bag).unwrap()));
        assert_eq!(library.reader.check().unwrap(), Vec::<String>::new());
        let bytes = written(&library.reader, &library.folder);
        assert_eq!(library.reader.saved().unwrap().len(), 9);
        (saved_in(&bytes), library)
    };
    let ((one, library), (other, _)) = (joined([&first, &second]), joined([&second, &first]));
    assert_eq!(one, other);
    let both = library.reader.saved().unwrap().into_iter().find(|one| one.title.as_str() == title).unwrap();
    assert!(both.read && both.tags.iter().any(|tag| tag.as_str() == "elsewhere"));
    assert_eq!(library.reader.article(both.id).unwrap().position, Some(0.75));
}

#[test]
fn an_article_that_is_here_unsaved_becomes_the_saved_one_and_what_was_chosen_here_stays() {
    let world = full_world();
    let bag = written(&world.reader, &world.folder);
    let here = World::new();
    let other = empty(&here);
    let chosen = Settings { theme: Theme::Dark, ..Settings::default() };
    other.reader.set_settings(&chosen).unwrap();
    let address = world.site.url("/feed");
    world.wait(other.reader.follow(&address, &Default::default())).unwrap();
    let feed = other.reader.feeds().unwrap()[0].id;
    other.reader.move_feeds(&[feed], Some("Mine")).unwrap();
    other.reader.import_bag_bytes(&bag).unwrap();
    let settings = other.reader.settings().unwrap();
    assert_eq!((settings.theme, settings.keep_days), (Theme::Dark, 30));
    let kept = other.reader.feeds().unwrap().into_iter().find(|one| one.id == feed).unwrap();
    assert_eq!(kept.folder.unwrap().as_str(), "Mine");
    let rows = other.reader.ticker(&Default::default()).unwrap().rows;
    assert_eq!(rows.iter().filter(|row| row.saved).count(), 6);
    assert_eq!(other.reader.saved().unwrap().len(), 8);
}

/// Stories of a list of changes: one link for all of them.
fn release(name: &str) -> String {
    format!(
        "<item><guid isPermaLink='false'>g{name}</guid><title>Release {name}</title><link>/releases</link>\
         <description>Notes of {name}</description></item>"
    )
}

/// A library in which these releases are saved, each with a tag of its own.
fn library_of(releases: &str) -> World {
    let world = World::new();
    world.site.publish("/feed", rss(&["A", "B", "C"].map(release)));
    world.follow("/feed");
    for row in world.rows() {
        let name = row.title.as_str().trim_start_matches("Release ").to_owned();
        if releases.contains(&name) {
            world.wait(world.reader.save(&[row.id])).unwrap();
            world.reader.set_tags(row.id, &[format!("tag of {name}")]).unwrap();
        }
    }
    world
}

/// The saved stories of a library: what they are called, tagged and say.
fn stories(reader: &Reader) -> Vec<(String, Vec<String>, String)> {
    let told = |saved: &stoppress_model::SavedArticle| {
        let tags = saved.tags.iter().map(ToString::to_string).collect();
        (saved.title.to_string(), tags, reader.article(saved.id).unwrap().text.trim().to_owned())
    };
    let mut all: Vec<_> = reader.saved().unwrap().iter().map(told).collect();
    all.sort();
    all
}

#[test]
fn stories_that_share_a_link_meet_only_themselves() {
    let want = |names: &[&str]| {
        let one = |name: &&str| (format!("Release {name}"), vec![format!("tag of {name}")], format!("Notes of {name}"));
        names.iter().map(one).collect::<Vec<_>>()
    };
    for (from, into, all) in [
        ("AB", "B", &["A", "B"][..]),
        ("A", "B", &["A", "B"]),
        ("AB", "", &["A", "B"]),
        ("BA", "ABC", &["A", "B", "C"]),
    ] {
        let (from, into) = (library_of(from), library_of(into));
        let files: Vec<(String, Vec<u8>)> = unzipped(&written(&from.reader, &from.folder))
            .into_iter()
            .map(|(name, bytes)| match name.starts_with("data/saved/") {
                // Both libraries know them from one publisher.
                true => {
                    (name, String::from_utf8(bytes).unwrap().replace(&from.site.url("/"), &into.site.url("/")).into())
                }
                false => (name, bytes),
            })
            .collect();
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
        let bag = zipped(&files);
        into.reader.import_bag_bytes(&bag).unwrap();
        assert_eq!(stories(&into.reader), want(all));
        into.reader.import_bag_bytes(&bag).unwrap();
        assert_eq!(stories(&into.reader), want(all), "twice is once");
        // And the ticker shows each of them as what it is.
        for row in into.rows().iter().filter(|row| row.saved) {
            let saved = into.reader.saved().unwrap().into_iter().find(|saved| saved.id == row.id).unwrap();
            assert_eq!(saved.title, row.title);
        }
        assert_eq!(into.rows().iter().filter(|row| row.saved).count(), all.len());
    }
}

#[test]
fn a_story_that_its_publisher_edited_between_two_saves_stays_one() {
    let saved = |text: &str, time: &str| {
        format!(
            r#"{{"title":"Tide","url":"https://e.invalid/a","feed_title":"x","state":"complete",
              "content":{{"title":"Tide","html":"<p>{text}</p>"{time}}}}}"#
        )
    };
    let bag = |one: &str| zipped(&[("stop-press.json", ABOUT), ("data/saved/1.json", one.as_bytes())]);
    let (dated, later) = (r#","published":"2026-11-25T10:00:00Z""#, r#","published":"2026-11-26T10:00:00Z""#);
    let check = |first: &str, second: &str, count: usize| {
        let world = World::new();
        world.reader.import_bag_bytes(&bag(first)).unwrap();
        world.reader.import_bag_bytes(&bag(second)).unwrap();
        assert_eq!(world.reader.saved().unwrap().len(), count, "{first} {second}");
    };
    check(&saved("Early", dated), &saved("Edited", dated), 1);
    check(&saved("Early", dated), &saved("Another", later), 2);
    check(&saved("Early", ""), &saved("Another", ""), 2);
    check(&saved("Early", ""), &saved("Early", dated).replace("Tide", "Storm tide"), 1);
}

/// A link as the name of a file.
fn unescaped(link: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = link.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                u8::from_str_radix(&format!("{}{}", rest.next().unwrap() as char, rest.next().unwrap() as char), 16)
                    .unwrap()
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn any_browser_shows_a_bag_and_nothing_in_it_runs_or_leaves() {
    let world = full_world();
    let files = unzipped(&written(&world.reader, &world.folder));
    let index = String::from_utf8(files["index.html"].clone()).unwrap();
    assert!(index.contains("default-src 'none'") && !index.contains("<script"));
    assert!(index.contains("dir=\"rtl\""), "{index}");
    let links: Vec<&str> = index.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(links.len(), 8);
    for link in links {
        let page = String::from_utf8(files[&unescaped(link)].clone()).unwrap();
        assert!(page.contains("default-src 'none'") && !page.contains("http-equiv=\"refresh\""));
        for source in page.split("src=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(files.contains_key(source.strip_prefix("../").unwrap()), "{source}");
        }
    }
}

#[test]
fn hostile_and_broken_files_are_refused_whole() {
    let world = World::new();
    let taken = |bytes: &[u8]| world.reader.import_bag_bytes(bytes);
    let check = |bytes: &[u8], part: &str| {
        let sentence = taken(bytes).unwrap_err().to_string();
        assert!(sentence.contains(part) && sentence.ends_with("Nothing was changed."), "{sentence}");
    };
    check(b"", "not a ZIP file");
    check(b"PK\x03\x04 and no more", "not a ZIP file");
    check(&zipped(&[("a.txt", b"a")]), "not written by Stop Press");
    for name in ["../../x", "/etc/passwd", "..\\x", "C:/x", "images/../../x"] {
        check(&zipped(&[("stop-press.json", ABOUT), (name, b"x")]), "leads out of it");
    }
    let newer = String::from_utf8(ABOUT.to_vec()).unwrap().replace("\"version\":1", "\"version\":2");
    check(&zipped(&[("stop-press.json", newer.as_bytes())]), "newer Stop Press");
    check(&zipped(&[("stop-press.json", ABOUT), ("data/sources.json", b"{")]), "not what Stop Press writes");
    let bomb = vec![b' '; 40 << 20];
    check(&zipped(&[("stop-press.json", ABOUT), ("data/sources.json", &bomb)]), "larger than anything");
    assert!(world.reader.saved().unwrap().is_empty() && world.reader.feeds().unwrap().is_empty());
}

#[test]
fn what_a_hostile_bag_says_of_its_articles_is_not_believed() {
    let world = World::new();
    let fake = "a".repeat(64);
    let saved = format!(
        r#"{{"title":"A\u202eb","url":"javascript:alert(1)","feed_title":"x","state":"complete","content":{{"title":"T\u202e","html":"<script>x</script><p>Text</p><img src='https://e.invalid/i.png'>"}},
          "images":[{{"url":"https://e.invalid/i.png","hash":"{fake}"}}],"icon":"../../x","tags":["ok"],"position":7}}"#
    );
    let image = format!("images/{fake}.png");
    let sources =
        br#"[{"url":"file:///etc/passwd"},{"url":"https://ok.invalid/feed","settings":{"keep_days":99999999}}]"#;
    let huge = format!("{{\"title\":\"{}\"}}", "x".repeat(33 << 20));
    let bag = zipped(&[
        ("stop-press.json", ABOUT),
        ("data/sources.json", sources),
        ("data/saved/1.json", saved.as_bytes()),
        ("data/saved/2.json", b"[]"),
        ("data/saved/3.json", huge.as_bytes()),
        (image.as_str(), b"<html><script>x</script>"),
    ]);
    let taken = world.reader.import_bag_bytes(&bag).unwrap();
    assert_eq!((taken.sources, taken.added, taken.failed.len()), (1, 1, 4));
    let kept = world.reader.saved().unwrap().remove(0);
    assert_eq!((kept.title.as_str(), kept.url, kept.missing_images), ("Ab", None, 1));
    let page = world.reader.article(kept.id).unwrap();
    assert!(!page.html.contains("script") && page.position.is_none() && page.title.as_str() == "T");
    assert_eq!(world.reader.check().unwrap(), Vec::<String>::new());
}

#[test]
fn a_picture_that_changed_or_is_not_in_a_bag_is_named_with_its_story() {
    let world = full_world();
    let whole = unzipped(&written(&world.reader, &world.folder));
    let name = whole.keys().find(|name| name.starts_with("images/")).unwrap().clone();
    type Files = BTreeMap<String, Vec<u8>>;
    let check = |change: &dyn Fn(&mut Files), says: &str| {
        let mut files = whole.clone();
        change(&mut files);
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
        let fresh = empty(&world);
        let taken = fresh.reader.import_bag_bytes(&zipped(&files)).unwrap();
        assert_eq!((taken.added, taken.failed.len()), (8, 6), "{:?}", taken.failed);
        for one in &taken.failed {
            assert!(one.url.ends_with("/a.png"), "{one:?}");
            assert!(one.reason.starts_with("A picture of “Headline") && one.reason.contains(says), "{one:?}");
        }
    };
    check(&|files| files.get_mut(&name).unwrap()[200] ^= 1, "is damaged in this file");
    check(&|files| drop(files.remove(&name)), "is not in this file");
}

#[test]
fn an_import_that_is_ended_early_keeps_what_it_took_and_is_completed_by_the_next() {
    let world = World::new();
    let files: Vec<(String, String)> = (0..400)
        .map(|n| (format!("data/saved/{n:07}.json"), format!(r#"{{"title":"S{n}","url":"https://e.invalid/{n}","feed_title":"x","state":"complete","content":{{"html":"<p>{n}</p>"}}}}"#)))
        .collect();
    let mut all: Vec<(&str, &[u8])> = vec![("stop-press.json", ABOUT)];
    all.extend(files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    let bag = zipped(&all);
    let mut notices = world.reader.subscribe();
    let reader = world.reader.clone();
    let ending = std::thread::spawn(move || {
        while !matches!(notices.blocking_recv().unwrap(), stoppress_model::Notice::ExportProgress { .. }) {}
        reader.cancel_export();
    });
    let taken = world.reader.import_bag_bytes(&bag).unwrap();
    ending.join().unwrap();
    assert!(taken.cancelled && taken.added > 0 && taken.added < 400, "{taken:?}");
    assert_eq!(world.reader.saved().unwrap().len() as u64, taken.added);
    let rest = world.reader.import_bag_bytes(&bag).unwrap();
    assert_eq!((rest.added + taken.added, rest.already), (400, taken.added));
}

#[test]
fn nobody_puts_another_library_in_the_place_of_one_that_takes_a_bag_in() {
    let world = World::new();
    let story = |n| format!(r#"{{"title":"S{n}","url":"https://e.invalid/{n}","feed_title":"x","state":"complete"}}"#);
    let files: Vec<(String, String)> = (0..400).map(|n| (format!("data/saved/{n:07}.json"), story(n))).collect();
    let mut all: Vec<(&str, &[u8])> = vec![("stop-press.json", ABOUT)];
    all.extend(files.iter().map(|(name, text)| (name.as_str(), text.as_bytes())));
    // What restoring a library waits for.
    let lock = std::fs::File::create(world.reader.profile().join("save.lock")).unwrap();
    let mut notices = world.reader.subscribe();
    let looking = std::thread::spawn(move || {
        while !matches!(notices.blocking_recv().unwrap(), stoppress_model::Notice::ExportProgress { .. }) {}
        matches!(lock.try_lock(), Err(std::fs::TryLockError::WouldBlock))
    });
    assert_eq!(world.reader.import_bag_bytes(&zipped(&all)).unwrap().added, 400);
    assert!(looking.join().unwrap(), "it was held");
    assert!(std::fs::File::create(world.reader.profile().join("save.lock")).unwrap().try_lock().is_ok());
}
