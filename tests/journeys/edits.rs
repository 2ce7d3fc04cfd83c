//! What publishers change after they published it.

use crate::world::{NOW, World, item, rss};
use stoppress_model::DiffKind;
use stoppress_reader::SyncScope;

const TEXT: &str =
    "<p>The ferry brings three hundred passengers across the bay.</p><p>It leaves at noon from the old mole.</p>";

/// An item with another headline than [`item`] gives it.
fn named(number: i64, title: &str, body: &str) -> String {
    item(number, body).replace(&format!("Headline {number}"), title)
}

fn world() -> World {
    let world = World::new();
    world.site.publish("/feed", rss(&[named(0, "Ferry starts again", TEXT), item(1, "<p>Other</p>")]));
    world.follow("/feed");
    world
}

impl World {
    fn edited(&self, items: &[String]) {
        self.pass(3_600);
        self.site.publish("/feed", rss(items));
        self.sync(SyncScope::All);
    }
}

#[test]
fn an_edit_is_named_with_its_time_and_shown_word_by_word_and_nothing_becomes_new_or_unread() {
    let world = world();
    let before = world.rows();
    world.reader.mark(&[before[0].id], true).unwrap();
    assert!(before.iter().all(|row| row.edited_at.is_none()));
    assert!(world.reader.edits(before[0].id).unwrap().is_empty());
    world.edited(&[named(0, "Ferry runs again", &TEXT.replace("three", "four")), item(1, "<p>Other</p>")]);
    let after = world.rows();
    assert_eq!((after.len(), after[0].id, after[0].read, after[0].time), (2, before[0].id, true, before[0].time));
    assert_eq!((after[0].edited_at, after[1].edited_at), (Some(NOW.plus(3_600)), None));
    assert_eq!(world.reader.article(after[0].id).unwrap().edited_at, after[0].edited_at);
    let edits = world.reader.edits(after[0].id).unwrap();
    let of = |kind| edits[0].title.iter().filter(move |part| part.kind == kind).map(|part| part.text.as_str());
    assert_eq!(
        (of(DiffKind::Removed).collect::<String>(), of(DiffKind::Added).collect::<String>()),
        ("starts".into(), "runs".into())
    );
    assert_eq!((edits.len(), edits[0].at, edits[0].paragraphs.len()), (1, NOW.plus(3_600), 1));
    assert!(edits[0].paragraphs[0].iter().any(|part| part.kind == DiffKind::Added && part.text == "four"));
}

#[test]
fn counters_times_and_markup_alone_are_no_edit_but_the_newer_text_is_read() {
    let world = world();
    let id = world.rows()[0].id;
    let touched = format!("<div>{TEXT}</div><p>12 comments</p>");
    world.edited(&[named(0, "Ferry starts again", &touched), item(1, "<p>Other</p>")]);
    world.edited(&[
        named(0, "Ferry starts again", &touched.replace("12 comments", "340 comments")),
        item(1, "<p>Other</p>"),
    ]);
    assert!(world.reader.article(id).unwrap().text.contains("340 comments"));
    // A new line is one; that its figure changed is none.
    assert_eq!(world.reader.edits(id).unwrap().len(), 1);
}

#[test]
fn a_new_template_of_the_publisher_is_no_edit_of_everything() {
    let world = World::new();
    let items = |word: &str| (0..30).map(|n| item(n, &format!("<p>Text {word}</p>"))).collect::<Vec<_>>();
    world.site.publish("/feed", rss(&items("one")));
    world.follow("/feed");
    world.edited(&items("two"));
    assert!(world.rows().iter().all(|row| row.edited_at.is_none()));
    assert!(world.reader.article(world.rows()[0].id).unwrap().text.contains("two"));
}

#[test]
fn a_saved_copy_stays_as_it_was_saved_and_tells_what_changed_since_also_without_its_source() {
    let world = world();
    let id = world.rows()[0].id;
    world.edited(&[named(0, "Ferry runs again", TEXT), item(1, "<p>Other</p>")]);
    world.wait(world.reader.save(&[id])).unwrap();
    world.edited(&[named(0, "Ferry sinks", TEXT), item(1, "<p>Other</p>")]);
    let page = world.reader.article(id).unwrap();
    assert_eq!((page.title.as_str(), page.edited_at), ("Ferry runs again", Some(NOW.plus(7_200))));
    assert_eq!(world.reader.edits(id).unwrap().len(), 2);
    let feed = page.feed_id;
    world.reader.unfollow(feed).unwrap();
    assert_eq!(world.reader.edits(id).unwrap().len(), 2);
}
