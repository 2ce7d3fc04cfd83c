//! What was saved elsewhere is saved here too: at once, with its tags and times, and fetched without hurry.

use crate::world::{NOW, World};
use std::time::Duration;
use stoppress_model::SaveState;
use stoppress_reader::SyncScope;
use stoppress_support::Response;

const PATIENCE: Duration = Duration::from_secs(600);

fn page(number: usize) -> Response {
    let text = format!("The harbour board met for the {number}th time and heard the pilots, who asked for a gauge. ")
        .repeat(12);
    Response::html(format!(
        "<html lang=en><title>Gauge {number}</title><article><h1>Gauge {number}</h1><p>{text}</p></article></html>"
    ))
}

fn pocket(world: &World, count: usize) -> String {
    let mut list = "title,url,time_added,tags,status\n".to_owned();
    for number in 0..count {
        let status = if number == 0 { "archive" } else { "unread" };
        list.push_str(&format!(
            "Page {number},{},160000000{number},sea|night,{status}\n",
            world.site.url(&format!("/page/{number}"))
        ));
    }
    list + "Bad,javascript:x,1600000000,,unread\n"
}

#[test]
fn a_list_is_saved_at_once_with_its_tags_and_times_and_nobody_is_asked() {
    let world = World::new();
    let list = pocket(&world, 3);
    let imported = world.reader.import_saved(list.as_bytes()).unwrap();
    assert_eq!((imported.kind.as_str(), imported.added, imported.already, imported.failed.len()), ("Pocket", 3, 0, 1));
    assert!(world.site.requests().is_empty());
    let saved = world.reader.saved().unwrap();
    let first = saved.last().unwrap();
    assert_eq!((first.title.as_str(), first.saved_at.0, first.read), ("Page 0", 1_600_000_000, true));
    assert_eq!((first.state, saved[0].read), (SaveState::Waiting, false));
    assert_eq!(first.tags.iter().map(|tag| tag.as_str()).collect::<Vec<_>>(), ["night", "sea"]);
    let again = world.reader.import_saved(list.as_bytes()).unwrap();
    assert_eq!((again.added, again.already), (0, 3));
    let undone = world.reader.undo(None).unwrap();
    assert_eq!((undone.action.as_deref(), undone.count), (Some("import_saved"), 3));
    assert!(world.reader.saved().unwrap().is_empty());
    assert_eq!(
        world.reader.import_saved(list.as_bytes()).unwrap().added,
        3,
        "what was taken back can be imported again"
    );
}

#[test]
fn pages_are_fetched_behind_and_neither_a_round_of_checks_nor_what_the_reader_saves_waits_for_them() {
    let world = World::new();
    for number in 0..30 {
        world.site.publish(&format!("/page/{number}"), page(number));
    }
    world.site.publish("/mine", page(99));
    let list: String = (0..30).map(|number| format!("{}\n", world.site.url(&format!("/page/{number}")))).collect();
    world.reader.import_saved(format!("url\n{list}").as_bytes()).unwrap();
    let complete = || world.reader.saved().unwrap().iter().filter(|one| one.state == SaveState::Complete).count();
    world.sync(SyncScope::Due);
    assert!(world.site.requests().is_empty(), "a round of checks asks for none of them");
    world.wait(world.reader.fetch_imported(20, Duration::ZERO));
    assert_eq!(complete(), 0, "none is begun when the time is over");
    world.wait(world.reader.fetch_imported(20, PATIENCE));
    assert_eq!(complete(), 20, "no more than wanted");
    let mine = world.wait(world.reader.save_page(&world.site.url("/mine"))).unwrap();
    assert_eq!(mine.state, Some(SaveState::Complete));
    world.wait(world.reader.fetch_imported(20, PATIENCE));
    assert_eq!(complete(), 31);
    assert!(world.reader.saved().unwrap().iter().any(|one| one.title.as_str().starts_with("Gauge")));
}

#[test]
fn a_page_that_cannot_be_had_is_asked_for_once_however_many_programs_go_on_with_a_list() {
    let world = World::new();
    world.reader.import_saved(pocket(&world, 4).as_bytes()).unwrap();
    let other = world.other();
    world.wait(async {
        tokio::join!(world.reader.fetch_imported(20, PATIENCE), other.fetch_imported(20, PATIENCE));
    });
    for number in 0..4 {
        assert_eq!(world.site.requests_for(&format!("/page/{number}")).len(), 1);
    }
    assert!(world.reader.saved().unwrap().iter().all(|one| one.state == SaveState::Failed));
}

#[test]
fn a_text_that_the_list_carries_can_be_read_at_once_and_stays_when_its_page_is_gone() {
    let world = World::new();
    let url = world.site.url("/gone");
    let entry = format!(
        r#"[{{"id":1,"title":"Kept","url":"{url}","is_archived":0,"is_starred":1,"content":"<p>The text <script>x</script>of then.</p>","created_at":"2020-09-13T12:26:40+00:00","tags":["sea"],"mimetype":"text/html","reading_time":1,"domain_name":"127.0.0.1"}}]"#
    );
    let imported = world.reader.import_saved(entry.as_bytes()).unwrap();
    assert_eq!((imported.kind.as_str(), imported.added), ("wallabag", 1));
    let id = world.reader.saved().unwrap()[0].id;
    assert_eq!(world.reader.article(id).unwrap().text, "The text of then.");
    world.wait(world.reader.fetch_imported(20, PATIENCE));
    let saved = world.reader.saved().unwrap();
    assert_eq!((saved[0].state, saved[0].title.as_str()), (SaveState::Complete, "Kept"));
    assert_eq!(world.reader.article(id).unwrap().text, "The text of then.");
}

#[test]
fn what_is_no_list_is_named_and_changes_nothing() {
    let world = World::new();
    let refused = world.reader.import_saved(b"Dear diary").unwrap_err().to_string();
    assert!(refused.contains("plain text") && refused.contains("Nothing was changed"), "{refused}");
    assert!(world.reader.saved().unwrap().is_empty());
}

#[test]
fn bookmarks_that_one_library_writes_are_the_same_in_another() {
    let world = World::new();
    world.reader.import_saved(pocket(&world, 3).as_bytes()).unwrap();
    let file = world.folder.join("all.html");
    let target = stoppress_reader::ExportTarget::File(&file);
    let format = stoppress_model::ExportFormat::Bookmarks;
    world.reader.export_saved(&stoppress_reader::ExportWhat::Saved, format, target).unwrap();
    let list = std::fs::read(&file).unwrap();
    let other = World::new();
    let imported = other.reader.import_saved(&list).unwrap();
    assert_eq!((imported.kind.as_str(), imported.added), ("bookmarks", 3));
    let (there, here) = (world.reader.saved().unwrap(), other.reader.saved().unwrap());
    for (there, here) in there.iter().zip(&here) {
        assert_eq!((&there.url, &there.title, &there.tags), (&here.url, &here.title, &here.tags));
        assert_eq!(there.saved_at, here.saved_at);
    }
    assert!(here.iter().all(|one| one.saved_at < NOW));
}

fn bookmark(world: &World, path: &str, title: &str, tags: &str) -> String {
    format!(
        "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT><A HREF='{}' TAGS='{tags}'>{title}</A></DL>",
        world.site.url(path)
    )
}

#[test]
fn a_page_that_is_saved_already_is_given_the_tags_of_the_list_and_one_undo_takes_them_back() {
    let world = World::new();
    world.reader.import_saved(bookmark(&world, "/page/1", "Page", "mine").as_bytes()).unwrap();
    let tags = || world.reader.saved().unwrap()[0].tags.iter().map(ToString::to_string).collect::<Vec<_>>();
    let again = world.reader.import_saved(bookmark(&world, "/page/1", "Page", "Mine,theirs").as_bytes()).unwrap();
    assert_eq!((again.added, again.already), (0, 1));
    assert_eq!(tags(), ["mine", "theirs"]);
    assert_eq!(world.reader.undo(None).unwrap().action.as_deref(), Some("set_tags"));
    assert_eq!(tags(), ["mine"]);
}

#[test]
fn the_name_that_a_list_has_for_a_page_stays_when_its_text_is_here() {
    let world = World::new();
    for number in 0..2 {
        world.site.publish(&format!("/page/{number}"), page(number));
    }
    world.reader.import_saved(bookmark(&world, "/page/0", "Grandmother: the recipe of 1962", "").as_bytes()).unwrap();
    world.reader.import_saved(bookmark(&world, "/page/1", "", "").as_bytes()).unwrap();
    world.wait(world.reader.fetch_imported(9, Duration::from_secs(60)));
    let saved = world.reader.saved().unwrap();
    let names =
        |id: usize| (saved[id].title.to_string(), world.reader.article(saved[id].id).unwrap().title.to_string());
    let (named, unnamed) = if saved[0].title.as_str().starts_with("Grand") { (0, 1) } else { (1, 0) };
    assert_eq!(saved[named].state, SaveState::Complete);
    assert_eq!(names(named), ("Grandmother: the recipe of 1962".into(), "Grandmother: the recipe of 1962".into()));
    assert!(!names(unnamed).0.starts_with("http") && names(unnamed).0 == names(unnamed).1, "{saved:?}");
}
