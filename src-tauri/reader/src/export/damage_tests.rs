//! What is damaged in a library costs nothing beside it.

use super::{ExportTarget, ExportWhat};
use crate::{Options, Reader};
use rusqlite::Connection;
use std::{
    io::{Cursor, Write},
    path::Path,
};
use stoppress_model::{ArticleId, ExportFormat, Exported};
use zip::write::SimpleFileOptions;

const STORIES: usize = 4;
const HASH: &str = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";

/// A library with saved stories, one of them, whose id is given, with an image.
pub(crate) fn library(folder: &Path) -> (Reader, ArticleId) {
    let reader = Reader::open(Options::at(folder)).unwrap();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, text: &str| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    put(
        "stop-press.json",
        r#"{"format":"stop-press.json","version":1,"written_at":"2026-11-25T10:00:00Z","saved":4,"sources":0}"#,
    );
    for number in 0..STORIES {
        let text = format!("<p>Text {number}</p>").repeat(40);
        put(
            &format!("data/saved/{number:07}.json"),
            &format!(
                r#"{{"title":"Story {number}","url":"https://tide.invalid/{number}","feed_title":"x","state":"complete",
                  "saved_at":"2026-11-25T10:00:0{number}Z","content":{{"title":"Story {number}","url":"https://tide.invalid/{number}","html":"{text}"}}}}"#
            ),
        );
    }
    reader.import_bag_bytes(&zip.finish().unwrap().into_inner()).unwrap();
    let id = reader.saved().unwrap().iter().find(|one| one.title.as_str() == "Story 2").unwrap().id;
    let connection = Connection::open(folder.join("library.sqlite")).unwrap();
    // An image whose bytes are `1`.
    connection.execute("INSERT INTO saved_images VALUES (unhex(?1), 'image/png', x'31')", [HASH]).unwrap();
    let refers = "INSERT INTO saved_refs VALUES (?1, 'key', 'https://tide.invalid/1.png', unhex(?2), NULL)";
    connection.execute(refers, rusqlite::params![id.0, HASH]).unwrap();
    (reader, id)
}

/// Does `damage` to the story with the image.
pub(crate) fn damage(folder: &Path, id: ArticleId, damage: &str) {
    Connection::open(folder.join("library.sqlite")).unwrap().execute(damage, [id.0]).unwrap();
}

fn damaged(folder: &Path, damage_done: &str) -> Reader {
    let (reader, id) = library(folder);
    damage(folder, id, damage_done);
    reader
}

pub(crate) const OF_ITS_TEXT: &str = "UPDATE saved SET record = substr(record, 1, 40) WHERE article_id = ?1";
pub(crate) const OF_ITS_IMAGE: &str =
    "UPDATE saved_images SET bytes = x'32' WHERE hash IN (SELECT hash FROM saved_refs WHERE article_id = ?1)";
const NONE: &str = "DELETE FROM saved WHERE article_id = -?1";

/// Everything in every form.
fn exports(reader: &Reader, folder: &Path) -> Vec<Exported> {
    let forms = [ExportFormat::Html, ExportFormat::Markdown, ExportFormat::Epub, ExportFormat::Bookmarks];
    let target = ExportTarget::Folder(folder);
    let mut all: Vec<Exported> =
        forms.iter().map(|form| reader.export_saved(&ExportWhat::Saved, *form, target).unwrap()).collect();
    all.push(reader.export_bag(target).unwrap());
    all
}

#[test]
fn a_story_that_cannot_be_read_is_named_and_every_other_one_is_exported() {
    let folder = tempfile::tempdir().unwrap();
    let reader = damaged(&folder.path().join("profile"), OF_ITS_TEXT);
    for exported in exports(&reader, folder.path()) {
        assert_eq!((exported.articles, exported.left_out), (STORIES as u64 - 1, 1), "{}", exported.name);
        let named: Vec<(&str, &str)> =
            exported.failed.iter().map(|one| (one.title.as_str(), one.reason.as_str())).collect();
        assert_eq!(named, [("Story 2", "This story is damaged in the library and cannot be read.")]);
    }
    // Alone it is no export at all.
    let only = reader.saved().unwrap().into_iter().find(|one| one.title.as_str() == "Story 2").unwrap().id;
    let what = ExportWhat::Articles(vec![only]);
    let refused = reader.export_saved(&what, ExportFormat::Epub, ExportTarget::Folder(folder.path())).unwrap_err();
    assert_eq!(refused.to_string(), "This story is damaged in the library and cannot be read.");
}

#[test]
fn a_picture_that_changed_goes_with_the_bag_and_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let reader = damaged(&folder.path().join("profile"), OF_ITS_IMAGE);
    let bag = reader.export_bag(ExportTarget::Folder(folder.path())).unwrap();
    assert_eq!((bag.articles, bag.left_out), (STORIES as u64, 0));
    let named: Vec<(&str, &str)> = bag.failed.iter().map(|one| (one.title.as_str(), one.reason.as_str())).collect();
    assert_eq!(named, [("Story 2", "A picture of this story is damaged in the library.")]);
}

#[test]
fn what_was_saved_is_looked_at_and_damage_of_it_is_named() {
    let check = |damage: &str, says: &[&str]| {
        let folder = tempfile::tempdir().unwrap();
        let reader = damaged(folder.path(), damage);
        let problems = reader.check_saved().unwrap().problems;
        assert_eq!(problems.len(), says.len(), "{problems:?}");
        assert!(problems.iter().zip(says).all(|(problem, says)| problem.contains(says)), "{problems:?}");
        assert_eq!(reader.check().unwrap(), Vec::<String>::new());
    };
    check(NONE, &[]);
    check(OF_ITS_TEXT, &["cannot be read any more: Story 2"]);
    check(OF_ITS_IMAGE, &["a picture is damaged: https://tide.invalid/1.png of the saved article"]);
}
