//! A damaged library does not end the app: it starts, says what happened, and what was saved is there.

use crate::world::World;
use std::{fs, os::unix::fs::FileExt};
use stoppress_reader::{Options, Reader};

const DAY: i64 = 24 * 3600;

fn copies(world: &World) -> usize {
    fs::read_dir(world.folder.join("profile/backups")).into_iter().flatten().count()
}

/// Writes nonsense over a part of the closed library.
fn damage(world: &World, from: u64, length: usize) {
    let library = world.folder.join("profile/library.sqlite");
    let file = fs::OpenOptions::new().write(true).open(library).unwrap();
    file.write_all_at(&vec![0x5A; length], from).unwrap();
}

fn world_with_a_saved_article_in_a_copy() -> World {
    // So many that most pages hold articles, not what the tables are.
    let world = World::with_feed(300);
    world.wait(world.reader.save(&[world.rows()[0].id])).unwrap();
    assert!(world.reader.back_up_daily().unwrap());
    // Saved after the copy was made.
    world.wait(world.reader.save(&[world.rows()[1].id])).unwrap();
    world
}

#[test]
fn a_library_whose_file_is_nonsense_comes_back_from_the_last_copy() {
    let mut world = world_with_a_saved_article_in_a_copy();
    world.close();
    damage(&world, 0, 8_192);
    world.restart();
    let status = world.reader.status().unwrap();
    let notice = status.notice.clone().unwrap();
    assert!(notice.starts_with("Your library was damaged."), "{notice}");
    assert!(notice.contains("library.damaged-1.sqlite"), "{notice}");
    assert!((1..=2).contains(&status.saved) && status.feeds == 1, "{status:?}");
    assert!(world.folder.join("profile/library.damaged-1.sqlite").exists());
    assert!(world.reader.check().unwrap().is_empty());
    // Told once.
    world.restart();
    assert_eq!(world.reader.status().unwrap().notice, None);
}

#[test]
fn a_library_whose_file_was_emptied_is_no_new_library() {
    let mut world = world_with_a_saved_article_in_a_copy();
    world.close();
    let library = world.folder.join("profile/library.sqlite");
    fs::write(&library, "").unwrap();
    for side in ["library.sqlite-wal", "library.sqlite-shm"] {
        let _ = fs::remove_file(world.folder.join("profile").join(side));
    }
    world.restart();
    let status = world.reader.status().unwrap();
    assert!(status.notice.unwrap().starts_with("Your library was damaged."));
    assert_eq!((status.saved, status.feeds), (1, 1));
}

#[test]
fn damage_that_is_found_while_the_app_runs_is_told_and_repaired_at_the_next_start() {
    let mut world = world_with_a_saved_article_in_a_copy();
    world.close();
    let size = fs::metadata(world.folder.join("profile/library.sqlite")).unwrap().len();
    // Behind the pages that say what the tables are.
    let from = size * 2 / 3 / 4_096 * 4_096;
    damage(&world, from, 12_288);
    world.restart();
    assert_eq!(world.reader.status().map(|status| status.notice).unwrap_or_default(), None);
    world.reader.look_for_damage();
    // While it is open here, nobody puts another file in its place.
    let other = Reader::open(Options::at(&world.folder.join("profile"))).unwrap();
    assert!(other.notice().unwrap().contains("open elsewhere"));
    drop(other);
    world.close();
    world.restart();
    let status = world.reader.status().unwrap();
    assert!(status.notice.unwrap().starts_with("Your library was damaged."));
    assert!(world.reader.check().unwrap().is_empty());
    assert!(status.saved >= 1);
}

#[test]
fn damage_that_a_check_finds_is_repaired_at_the_next_start() {
    let mut world = world_with_a_saved_article_in_a_copy();
    world.close();
    let size = fs::metadata(world.folder.join("profile/library.sqlite")).unwrap().len();
    damage(&world, size * 2 / 3 / 4_096 * 4_096, 12_288);
    world.restart();
    assert!(!world.reader.check().unwrap().is_empty());
    world.close();
    world.restart();
    assert!(world.reader.notice().unwrap().starts_with("Your library was damaged."));
    assert!(world.reader.check().unwrap().is_empty());
}

#[test]
fn a_sound_library_is_copied_once_a_day_and_old_copies_go() {
    let world = World::with_feed(3);
    assert!(world.reader.back_up_daily().unwrap());
    assert!(!world.reader.back_up_daily().unwrap());
    for _ in 0..40 {
        world.pass(DAY);
        assert!(world.reader.back_up_daily().unwrap());
    }
    // Three young ones and the first of each of the last five weeks.
    assert!((7..=8).contains(&copies(&world)), "{}", copies(&world));
}

#[test]
fn a_profile_without_anything_to_lose_is_not_copied() {
    let world = World::new();
    assert!(!world.reader.back_up_daily().unwrap());
    assert_eq!(copies(&world), 0);
}
