//! What was saved and was damaged comes back from a copy of the library as it was, and nothing else changes.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

mod common;

use common::{DAY, NOW, Shelf, article, shelf, story, update};
use rusqlite::{Connection, types::Value};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use stoppress_model::{ArticleId, PlainText, SaveState, Timestamp};
use stoppress_store::{
    FullText, FullTextResult, Healing, NewFeed, SavedDamage, SavedImage, SavedImageResult, StoredComment,
    StoredComments,
};

const ID: ArticleId = ArticleId(2);
/// Every text that is kept of a saved article.
const TEXTS: [(&str, &str); 4] =
    [("saved", "record"), ("saved", "full_record"), ("saved", "comments_record"), ("versions", "record")];

fn comments(words: &str) -> StoredComments {
    let comment = StoredComment { key: words.into(), html: words.repeat(9), ..StoredComment::default() };
    StoredComments::new(vec![comment])
}

fn image() -> SavedImageResult {
    let bytes = b"\x89PNG and what else is in it".to_vec();
    let image = SavedImage { hash: Sha256::digest(&bytes).to_vec(), mime: "image/png".into(), bytes };
    SavedImageResult { url_key: format!("{:064x}", 7), url: "https://example.org/i.png".into(), image: Ok(image) }
}

/// Three stories, of which the second is saved with everything that can be kept of one.
fn just_saved() -> Shelf {
    let shelf = shelf();
    let store = &shelf.store;
    let feed = store.follow(&NewFeed { url: "https://example.org/feed", ..NewFeed::default() }, NOW).unwrap().id;
    store.ingest(&[update(feed, NOW, (1..=3).map(article).collect())]).unwrap();
    store.ingest(&[update(feed, NOW.plus(900), vec![story(2, "Headline 2", "<p>Another text of 2</p>")])]).unwrap();
    store.save_wish(ID, NOW.plus(1_000)).unwrap();
    let full =
        FullText { title: PlainText::new("In full", 100), html: "<p>All of it</p>".repeat(9), ..FullText::default() };
    store.keep_full_text(ID, &FullTextResult::Found(full), NOW).unwrap();
    store.keep_comments(&store.article(ID).unwrap(), &comments("first"), NOW).unwrap();
    store.finish_save(ID, &[image()], SaveState::Complete, None, None).unwrap();
    store.set_tags(ID, &["harbour".into()]).unwrap();
    shelf
}

/// The same when the article has left the ticker.
fn saved() -> Shelf {
    let shelf = just_saved();
    leave_ticker(&shelf);
    shelf
}

fn leave_ticker(shelf: &Shelf) {
    let gone = "PRAGMA foreign_keys = ON; DELETE FROM articles WHERE id = 2";
    Connection::open(library(shelf)).unwrap().execute_batch(gone).unwrap();
}

fn library(shelf: &Shelf) -> PathBuf {
    shelf.folder.path().join("library.sqlite")
}

fn copy(shelf: &Shelf, name: &str) -> PathBuf {
    let copy = shelf.folder.path().join(name);
    shelf.store.copy_to(&copy).unwrap();
    copy
}

/// Everything that is kept of what was saved.
fn all(library: &Path) -> Vec<Vec<Value>> {
    let connection = Connection::open(library).unwrap();
    let mut rows = Vec::new();
    for table in ["saved", "saved_refs", "saved_images", "saved_tags", "versions"] {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let found = statement.query_map([], |row| (0..columns).map(|column| row.get(column)).collect()).unwrap();
        rows.extend(found.map(Result::unwrap));
    }
    rows
}

/// Changes a byte in the middle of a column that holds bytes.
fn damage(library: &Path, (table, column): (&str, &str)) {
    let connection = Connection::open(library).unwrap();
    let mut bytes: Vec<u8> = connection
        .query_row(&format!("SELECT {column} FROM {table} WHERE {column} IS NOT NULL"), [], |row| row.get(0))
        .unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x10;
    connection.execute(&format!("UPDATE {table} SET {column} = ?1 WHERE {column} IS NOT NULL"), [bytes]).unwrap();
}

fn hash() -> Vec<u8> {
    image().image.unwrap().hash
}

#[test]
fn each_text_that_was_damaged_comes_back_from_a_copy_as_it_was() {
    for place in TEXTS {
        let shelf = saved();
        let copies = [copy(&shelf, "copy.sqlite")];
        let before = all(&library(&shelf));
        damage(&library(&shelf), place);
        let found = shelf.store.check_saved().unwrap();
        assert!(matches!(&found[..], [SavedDamage::Text { id: ID, .. }]), "{place:?}: {found:?}");
        assert_eq!(shelf.store.heal_story(ID, &copies).unwrap(), Healing::Healed, "{place:?}");
        assert_eq!(all(&library(&shelf)), before, "{place:?}");
        assert_eq!(shelf.store.check_saved().unwrap(), []);
        assert_eq!(shelf.store.heal_story(ID, &copies).unwrap(), Healing::Needless);
        let beside = std::fs::read_dir(shelf.folder.path()).unwrap().flatten();
        assert_eq!(beside.filter(|file| file.file_name().to_string_lossy().starts_with("copy.")).count(), 1);
    }
}

#[test]
fn an_image_that_was_damaged_comes_back_from_the_copy_that_has_it_whole() {
    let shelf = saved();
    let (whole, damaged) = (copy(&shelf, "whole.sqlite"), copy(&shelf, "damaged.sqlite"));
    let before = all(&library(&shelf));
    let place = ("saved_images", "bytes");
    damage(&damaged, place);
    damage(&library(&shelf), place);
    let found = shelf.store.check_saved().unwrap();
    let of = Some(("https://example.org/i.png".into(), ID, "Headline 2".into()));
    assert_eq!(found, [SavedDamage::Image { hash: hash(), of }]);
    assert_eq!(shelf.store.heal_image(&hash(), std::slice::from_ref(&damaged)).unwrap(), Healing::Missing);
    assert_eq!(shelf.store.heal_image(&hash(), &[damaged, whole]).unwrap(), Healing::Healed);
    assert_eq!(all(&library(&shelf)), before);
    assert_eq!(shelf.store.heal_image(&hash(), &[]).unwrap(), Healing::Needless);
}

#[test]
fn without_a_copy_that_has_it_whole_the_damaged_bytes_stay() {
    let shelf = just_saved();
    // In the ticker of that day, and not saved.
    let unsaved = copy(&shelf, "unsaved.sqlite");
    leave_ticker(&shelf);
    let whole = copy(&shelf, "whole.sqlite");
    let [damaged, without, nonsense] =
        ["damaged", "without", "nonsense"].map(|name| copy(&shelf, &format!("{name}.sqlite")));
    damage(&damaged, TEXTS[0]);
    let run = |copy: &Path, sql: &str| Connection::open(copy).unwrap().execute_batch(sql).unwrap();
    run(&without, "PRAGMA foreign_keys = ON; DELETE FROM saved");
    run(&unsaved, "PRAGMA foreign_keys = ON; DELETE FROM saved");
    std::fs::write(&nonsense, "nonsense".repeat(999)).unwrap();
    let gone = shelf.folder.path().join("gone.sqlite");
    damage(&library(&shelf), TEXTS[0]);
    let before = all(&library(&shelf));
    let mut copies = vec![damaged, without, unsaved, nonsense, gone];
    for copies in [&[][..], &copies] {
        assert_eq!(shelf.store.heal_story(ID, copies).unwrap(), Healing::Missing);
        assert_eq!(all(&library(&shelf)), before);
    }
    copies.push(whole);
    assert_eq!(shelf.store.heal_story(ID, &copies).unwrap(), Healing::Healed);
    assert_eq!(shelf.store.heal_story(ArticleId(1), &copies).unwrap(), Healing::Needless, "it was never saved");
}

#[test]
fn another_story_under_the_same_id_is_not_taken_for_it_and_the_same_under_another_id_is() {
    let shelf = saved();
    let moved = copy(&shelf, "moved.sqlite");
    let before = all(&library(&shelf));
    damage(&library(&shelf), TEXTS[0]);
    let put = |sql: &str| Connection::open(&moved).unwrap().execute_batch(sql).unwrap();
    put("UPDATE saved SET url = 'https://example.org/other'");
    assert_eq!(shelf.store.heal_story(ID, std::slice::from_ref(&moved)).unwrap(), Healing::Missing);
    put("PRAGMA foreign_keys = OFF; UPDATE saved SET url = 'https://example.org/2', article_id = 77");
    assert_eq!(shelf.store.heal_story(ID, std::slice::from_ref(&moved)).unwrap(), Healing::Healed);
    assert_eq!(all(&library(&shelf)), before);
}

#[test]
fn what_is_whole_and_younger_than_the_copy_stays() {
    let shelf = saved();
    let copies = [copy(&shelf, "copy.sqlite")];
    let store = &shelf.store;
    store.keep_comments(&store.article(ID).unwrap(), &comments("second"), NOW.plus(DAY)).unwrap();
    store.set_tags(ID, &["ships".into()]).unwrap();
    store.mark(&[ID], true, NOW.plus(DAY)).unwrap();
    let before = all(&library(&shelf));
    damage(&library(&shelf), TEXTS[0]);
    assert_eq!(store.heal_story(ID, &copies).unwrap(), Healing::Healed);
    assert_eq!(all(&library(&shelf)), before);
    assert_eq!(store.comments(ID).unwrap().unwrap().stored.comments.len(), 2);
}

#[test]
fn what_is_damaged_in_several_places_comes_back_from_several_copies() {
    let shelf = saved();
    let before = all(&library(&shelf));
    let copies = ["newest.sqlite", "older.sqlite"].map(|name| copy(&shelf, name));
    damage(&copies[0], TEXTS[0]);
    damage(&copies[1], TEXTS[1]);
    TEXTS[..2].iter().for_each(|place| damage(&library(&shelf), *place));
    // What one copy has is put back, and the rest is still said to be damaged.
    assert_eq!(shelf.store.heal_story(ID, &copies[..1]).unwrap(), Healing::Missing);
    assert!(matches!(shelf.store.full_text(ID).unwrap(), Some(FullTextResult::Found(_))));
    assert_eq!(shelf.store.heal_story(ID, &copies).unwrap(), Healing::Healed);
    assert_eq!(all(&library(&shelf)), before);
}

#[test]
fn what_was_saved_since_the_last_copy_comes_back_from_the_ticker_as_long_as_it_is_there_unchanged() {
    for place in &TEXTS[..3] {
        let shelf = just_saved();
        let before = all(&library(&shelf));
        damage(&library(&shelf), *place);
        assert_eq!(shelf.store.heal_story(ID, &[]).unwrap(), Healing::Healed, "{place:?}");
        assert_eq!(all(&library(&shelf)), before, "{place:?}");
    }
    let shelf = just_saved();
    let copies = [copy(&shelf, "copy.sqlite")];
    let before = all(&library(&shelf));
    let feed = shelf.store.article(ID).unwrap().feed_id;
    let edited = story(2, "Headline 2", "<p>What it became of it later</p>");
    shelf.store.ingest(&[update(feed, NOW.plus(1_800), vec![edited])]).unwrap();
    damage(&library(&shelf), TEXTS[0]);
    assert_eq!(shelf.store.heal_story(ID, &[]).unwrap(), Healing::Missing, "an edit is not what was saved");
    assert_eq!(shelf.store.heal_story(ID, &copies).unwrap(), Healing::Healed);
    let saved = |rows: &[Vec<Value>]| rows.iter().find(|row| row[0] == Value::Integer(ID.0)).cloned();
    assert_eq!(saved(&all(&library(&shelf))), saved(&before));
}

#[test]
fn a_text_from_before_there_were_sums_is_whole_and_heals() {
    let shelf = saved();
    let content = shelf.store.article(ID).unwrap().content;
    let before = zstd::bulk::compress(&serde_json::to_vec(&content).unwrap(), 3).unwrap();
    Connection::open(library(&shelf)).unwrap().execute("UPDATE saved SET record = ?1", [before]).unwrap();
    assert_eq!(shelf.store.check_saved().unwrap(), []);
    let copies = [copy(&shelf, "copy.sqlite")];
    Connection::open(library(&shelf)).unwrap().execute("UPDATE saved SET record = substr(record, 1, 40)", []).unwrap();
    assert_eq!(shelf.store.heal_story(ID, &copies).unwrap(), Healing::Healed);
    assert_eq!(shelf.store.article(ID).unwrap().content, content);
}

#[test]
fn a_headline_or_link_that_changed_by_itself_comes_back_from_its_text_without_a_copy() {
    for (column, changed) in
        [("title", "cast(x'48656164f0' AS TEXT)"), ("url", "'https://example.org/3'"), ("url", "NULL")]
    {
        let shelf = saved();
        let before = all(&library(&shelf));
        Connection::open(library(&shelf))
            .unwrap()
            .execute(&format!("UPDATE saved SET {column} = {changed}"), [])
            .unwrap();
        assert_eq!(shelf.store.saved().unwrap().len(), 1, "the list is there, whatever stands in it");
        let found = shelf.store.check_saved().unwrap();
        assert!(matches!(&found[..], [SavedDamage::Name { id: ID, .. }]), "{changed}: {found:?}");
        assert_eq!(shelf.store.heal_story(ID, &[]).unwrap(), Healing::Healed);
        assert_eq!(all(&library(&shelf)), before);
        assert_eq!(shelf.store.check().unwrap(), Vec::<String>::new());
    }
}

#[test]
fn what_a_page_is_called_is_not_taken_for_damage() {
    let shelf = saved();
    let id = shelf.store.save_page_wish("https://example.org/page", "example.org", Timestamp(5)).unwrap();
    let text = FullText { title: PlainText::new("Its headline", 100), ..FullText::default() };
    shelf.store.name_saved_page(id, &text).unwrap();
    assert_eq!(shelf.store.check_saved().unwrap(), []);
}
