//! A damaged library does not end the app: it starts, says what happened, and what was saved is there.

use crate::world::World;
use std::{fs, os::unix::fs::FileExt};
use stoppress_reader::{Options, Reader, restore};

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

/// Takes the closed library's file and what belongs to it away.
fn lose(world: &World) {
    for side in ["", "-wal", "-shm", "-map"] {
        let _ = fs::remove_file(world.folder.join(&format!("profile/library.sqlite{side}")));
    }
}

#[test]
fn a_library_whose_file_is_gone_comes_back_from_the_last_copy_and_without_one_begins_anew() {
    let mut world = world_with_a_saved_article_in_a_copy();
    world.close();
    lose(&world);
    world.restart();
    let status = world.reader.status().unwrap();
    let notice = status.notice.unwrap();
    assert!(notice.starts_with("The file of your library was gone."), "{notice}");
    assert_eq!((status.saved, status.feeds), (1, 1));
    world.close();
    lose(&world);
    fs::remove_dir_all(world.folder.join("profile/backups")).unwrap();
    world.restart();
    assert_eq!(world.reader.status().unwrap().feeds, 0);
}

#[test]
fn the_database_of_another_program_is_moved_aside_and_not_written_into() {
    let mut world = world_with_a_saved_article_in_a_copy();
    world.close();
    lose(&world);
    let library = world.folder.join("profile/library.sqlite");
    let foreign = b"SQLite format 3\0 of another program".repeat(200);
    fs::write(&library, &foreign).unwrap();
    world.restart();
    assert_eq!(world.reader.status().unwrap().saved, 1);
    assert_eq!(fs::read(world.folder.join("profile/library.damaged-1.sqlite")).unwrap(), foreign);
}

#[test]
fn a_copy_from_a_day_when_the_clock_was_wrong_is_not_the_newest_and_costs_no_other() {
    let world = World::with_feed(3);
    let backups = world.folder.join("profile/backups");
    world.wait(world.reader.save(&[world.rows()[0].id])).unwrap();
    world.reader.back_up_daily().unwrap();
    let ahead = backups.join("library-4070908800.sqlite");
    fs::copy(fs::read_dir(&backups).unwrap().next().unwrap().unwrap().path(), &ahead).unwrap();
    fs::File::options()
        .write(true)
        .open(&ahead)
        .unwrap()
        .set_modified(std::time::UNIX_EPOCH + std::time::Duration::from_secs(4_070_908_800))
        .unwrap();
    world.wait(world.reader.save(&[world.rows()[1].id])).unwrap();
    world.pass(DAY);
    assert!(world.reader.back_up_daily().unwrap());
    let mut world = world;
    world.close();
    lose(&world);
    world.restart();
    assert_eq!(world.reader.status().unwrap().saved, 2, "the newest copy that can be believed");
}

#[test]
fn a_copy_is_restored_in_the_place_of_a_damaged_library_which_is_kept() {
    let mut world = world_with_a_saved_article_in_a_copy();
    let copy = world.folder.join("copy.sqlite");
    world.reader.backup(&copy).unwrap();
    world.close();
    damage(&world, 0, 8_192);
    let kept = restore(&copy, &world.folder.join("profile")).unwrap().unwrap();
    assert!(kept.ends_with("library.damaged-1.sqlite") && kept.exists());
    world.restart();
    assert_eq!(world.reader.status().unwrap().saved, 2);
    assert_eq!(world.reader.notice(), None);
}

#[test]
fn what_a_copied_profile_has_in_its_log_is_restored_too_and_nothing_is_left_beside_it() {
    let world = world_with_a_saved_article_in_a_copy();
    let copied = world.folder.join("copied");
    fs::create_dir(&copied).unwrap();
    for side in ["", "-wal"] {
        let name = format!("library.sqlite{side}");
        fs::copy(world.folder.join("profile").join(&name), copied.join(&name)).unwrap();
    }
    assert!(fs::metadata(copied.join("library.sqlite-wal")).unwrap().len() > 0);
    let fresh = world.folder.join("fresh");
    drop(Reader::open(Options::at(&fresh)).unwrap());
    // What a restore that was cut off left, and a file of the reader's own.
    fs::create_dir(fresh.join("restoring-7")).unwrap();
    let own = fresh.join("restoring.sqlite");
    fs::copy(fs::read_dir(world.folder.join("profile/backups")).unwrap().next().unwrap().unwrap().path(), &own)
        .unwrap();
    restore(&copied.join("library.sqlite"), &fresh).unwrap();
    assert_eq!(Reader::open(Options::at(&fresh)).unwrap().saved().unwrap().len(), 2);
    restore(&own, &fresh).unwrap();
    assert_eq!(Reader::open(Options::at(&fresh)).unwrap().saved().unwrap().len(), 1);
    let names = fs::read_dir(&fresh).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.filter(|name| name.starts_with("restoring")).collect::<Vec<_>>(), ["restoring.sqlite"]);
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
    // A copy is doubted that tells of a later day than its file, and the files are of today whenever this runs.
    world.pass(-400 * DAY);
    assert!(world.reader.back_up_daily().unwrap());
    assert!(!world.reader.back_up_daily().unwrap());
    for _ in 0..60 {
        world.pass(DAY);
        assert!(world.reader.back_up_daily().unwrap());
        // Three young ones and the first of each of the last six weeks; one may be both.
        assert!(copies(&world) <= 9, "{}", copies(&world));
    }
    assert!((8..=9).contains(&copies(&world)), "{}", copies(&world));
}

#[test]
fn a_profile_without_anything_to_lose_is_not_copied() {
    let world = World::new();
    assert!(!world.reader.back_up_daily().unwrap());
    assert_eq!(copies(&world), 0);
}
