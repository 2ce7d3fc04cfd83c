//! Deleting everything: whole, only what is ours, only what the reader agreed to, also where it is cut off.

use crate::world::{World, item, rss};
use stoppress_model::{Settings, Theme};
use stoppress_support::{Response, picture::Scene};

fn world() -> World {
    let world = World::new();
    world.site.publish("/a.png", Response::ok("image/png", Scene::Hills.png().to_vec()));
    world.site.publish("/feed", rss(&[item(0, "<p>Secret words</p><img src='/a.png'>"), item(1, "<p>Other</p>")]));
    world.follow("/feed");
    let id = world.rows()[0].id;
    world.wait(world.reader.save(&[id])).unwrap();
    world.reader.set_settings(&Settings { theme: Theme::Dark, ..Settings::default() }).unwrap();
    assert!(world.reader.back_up_daily().unwrap());
    std::fs::write(world.folder.join("profile/letter.txt"), "not ours").unwrap();
    world
}

/// True where the words can be found in any file of the profile.
fn traces(world: &World) -> bool {
    fn look(folder: &std::path::Path) -> bool {
        std::fs::read_dir(folder).unwrap().any(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() {
                look(&path)
            } else {
                std::fs::read(&path).unwrap().windows(8).any(|part| part == b"The Tide")
            }
        })
    }
    look(&world.folder.join("profile"))
}

#[test]
fn everything_that_is_ours_goes_with_every_copy_and_nothing_else_does() {
    let world = world();
    let window = world.other();
    assert!(traces(&world));
    world.reader.delete_everything(1, 1).unwrap();
    for reader in [&world.reader, &window] {
        assert!(reader.saved().unwrap().is_empty() && reader.feeds().unwrap().is_empty());
        assert_eq!((reader.settings().unwrap(), reader.check().unwrap().len()), (Settings::default(), 0));
        assert_eq!(reader.status().unwrap().undoable, None);
    }
    drop(window);
    assert!(!traces(&world));
    assert_eq!(std::fs::read_to_string(world.folder.join("profile/letter.txt")).unwrap(), "not ours");
    // It is a library like any other again.
    world.follow("/feed");
    assert_eq!(world.rows().len(), 2);
}

#[test]
fn nothing_goes_where_the_figures_are_not_those_that_the_reader_agreed_to() {
    let world = world();
    for (saved, feeds) in [(0, 0), (0, 1), (2, 1)] {
        assert!(world.reader.delete_everything(saved, feeds).unwrap_err().to_string().contains("nothing was deleted"));
    }
    assert_eq!(world.reader.saved().unwrap().len(), 1);
}

#[test]
#[cfg(unix)]
fn a_deletion_that_was_cut_off_is_finished_at_the_next_start_and_an_empty_note_deletes_nothing() {
    let mut world = world();
    let note = world.folder.join("profile/library.delete-everything");
    world.close();
    std::fs::write(&note, "").unwrap();
    world.restart();
    assert_eq!(world.reader.saved().unwrap().len(), 1);
    world.close();
    std::fs::write(&note, "everything in this library was deleted by its reader\n").unwrap();
    world.restart();
    assert!(world.reader.saved().unwrap().is_empty() && !note.exists());
    assert!(!traces(&world));
}
