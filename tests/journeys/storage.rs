//! What Stop Press takes on the disk, what can go, and what happens when there is no room left.

use crate::world::{World, item, rss};
use stoppress_model::{SaveState, Settings, Stored};
use stoppress_reader::SyncScope;
use stoppress_support::{Response, picture::Scene};

fn png() -> Response {
    Response::ok("image/png", Scene::Hills.png().to_vec())
}

/// Three articles with an image each.
fn world() -> World {
    let world = World::new();
    let items: Vec<String> = (0..3).map(|n| item(n, &format!("<p>Text {n}</p><img src='/{n}.png' alt=''>"))).collect();
    world.site.publish("/feed", rss(&items));
    for number in 0..3 {
        world.site.publish(&format!("/{number}.png"), png());
    }
    world.follow("/feed");
    world
}

#[test]
fn cleaning_up_removes_what_was_only_looked_at_and_nothing_that_was_saved_or_packed_to_be_read() {
    let world = world();
    let ids: Vec<_> = world.rows().iter().map(|row| row.id).collect();
    world.wait(world.reader.pack(None, None)).unwrap();
    world.wait(world.reader.save(&ids[..1])).unwrap();
    world.reader.mark(&ids[..2], true).unwrap();
    let before = world.reader.storage().unwrap();
    let image = Scene::Hills.png().len() as u64;
    assert_eq!((before.saved_articles, before.images_bytes), (1, 3 * image));
    assert!(before.saved_bytes >= image && before.library_bytes > 0 && before.free_bytes.is_some());
    let cleaned = world.reader.clean_up().unwrap();
    assert!(cleaned.bytes >= 2 * image, "{cleaned:?}");
    let after = world.reader.storage().unwrap();
    assert_eq!((after.images_bytes, after.saved_bytes), (image, before.saved_bytes));
    let stored: Vec<Stored> = world.rows().iter().map(|row| row.stored).collect();
    assert_eq!(stored, [Stored::Full, Stored::Text, Stored::Full]);
    world.site.stop();
    for id in [ids[0], ids[2]] {
        let page = world.reader.article_for_window(id, None, false, str::to_owned).unwrap();
        let key = page.html.split("src=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert!(world.wait(world.reader.image(&key)).is_some());
    }
    assert_eq!(world.reader.check().unwrap(), Vec::<String>::new());
}

#[test]
fn old_articles_go_when_the_reader_cleans_up_saved_ones_stay_and_none_comes_back_as_new() {
    let world = World::with_feed(30);
    let ids: Vec<_> = world.rows().iter().map(|row| row.id).collect();
    world.wait(world.reader.save(&ids[29..])).unwrap();
    let more: Vec<String> = (0..31).map(|n| item(n, "<p>Text</p>")).collect();
    // Asked now and then, so that the clock is believed.
    for _ in 0..2 {
        world.pass(46 * 24 * 3600);
        world.sync(SyncScope::All);
    }
    world.reader.set_settings(&Settings { keep_days: 0, ..Settings::default() }).unwrap();
    assert_eq!(world.reader.clean_up().unwrap().articles, 0);
    world.reader.set_settings(&Settings::default()).unwrap();
    assert_eq!(world.reader.clean_up().unwrap().articles, 9);
    assert_eq!(world.rows().iter().map(|row| row.id).collect::<Vec<_>>(), [&ids[..20], &ids[29..]].concat());
    world.site.publish("/feed", rss(&more));
    assert_eq!(world.sync(SyncScope::All).new_articles, 1);
    assert_eq!(world.reader.check().unwrap(), Vec::<String>::new());
}

#[test]
fn full_texts_of_read_articles_go_and_those_of_saved_ones_stay() {
    let world = world();
    let ids: Vec<_> = world.rows().iter().map(|row| row.id).collect();
    let long: String =
        (0..40).map(|n| format!("<p>Part {n}: the pilots asked for a second gauge on the mole.</p>")).collect();
    for (number, id) in ids.iter().enumerate() {
        let page = format!(
            "<html><head><title>Story</title></head><body><article><h1>Headline {number}</h1>{long}</article></body></html>"
        );
        world.site.publish(&format!("/story/{number}"), Response::html(page));
        world.wait(world.reader.full_story(*id)).unwrap();
    }
    world.wait(world.reader.save(&ids[..1])).unwrap();
    world.reader.mark(&ids[..2], true).unwrap();
    world.reader.clean_up().unwrap();
    let has_full = ids.iter().map(|id| world.reader.article(*id).unwrap().has_other).collect::<Vec<_>>();
    assert_eq!(has_full, [true, false, true]);
}

#[cfg(target_os = "linux")]
mod full_disk {
    use super::*;
    use crate::world::NOW;
    use std::{io::Write, path::Path, process::Command, sync::Arc};
    use stoppress_model::{ErrorCode, Timestamp};
    use stoppress_reader::{FollowOptions, Options, Reader, SyncScope};

    /// A disk of a few megabytes, in memory.
    struct SmallDisk<'a>(&'a Path);

    impl<'a> SmallDisk<'a> {
        fn mount(folder: &'a Path) -> Option<Self> {
            std::fs::create_dir_all(folder).unwrap();
            let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=12m", "tmpfs"]).arg(folder).output();
            mounted.is_ok_and(|output| output.status.success()).then_some(SmallDisk(folder))
        }

        /// Leaves about so many bytes.
        fn fill(&self, left: u64) {
            let free = fs_free(self.0);
            let mut file = std::fs::OpenOptions::new().create(true).append(true).open(self.0.join("filler")).unwrap();
            // A full disk ends it earlier, which is what is wanted.
            let _ = file.write_all(&vec![7; free.saturating_sub(left) as usize]);
        }

        fn make_room(&self) {
            std::fs::remove_file(self.0.join("filler")).unwrap();
        }
    }

    impl Drop for SmallDisk<'_> {
        fn drop(&mut self) {
            let _ = Command::new("umount").arg("-l").arg(self.0).output();
        }
    }

    fn fs_free(folder: &Path) -> u64 {
        let output = Command::new("df").args(["--output=avail", "-B1"]).arg(folder).output().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().last().unwrap().trim().parse().unwrap()
    }

    /// Letters that no compression makes much smaller.
    fn noise(count: usize) -> String {
        let mut state = 88_172_645_463_325_252_u64;
        let letters = (0..count).map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            char::from(b'a' + (state % 26) as u8)
        });
        letters.collect()
    }

    #[test]
    fn on_a_full_disk_a_save_is_refused_in_a_sentence_and_nothing_is_half_kept() {
        let world = World::new();
        let folder = world.folder.join("small");
        let Some(disk) = SmallDisk::mount(&folder) else {
            println!("skipped: a small disk: this user may not mount one");
            return;
        };
        let clock = Arc::new(|| Timestamp(NOW.0));
        let reader = Reader::open(Options { clock, ..Options::at(&folder) }).unwrap();
        let long = format!("<p>{}</p>", noise(700_000));
        world.site.publish("/feed", rss(&[item(0, &long), item(1, "<p>Short</p><img src='/a.png' alt=''>")]));
        world.site.publish("/a.png", png());
        world.wait(reader.follow(&world.site.url("/feed"), &FollowOptions::default())).unwrap();
        let rows = reader.ticker(&Default::default()).unwrap().rows;
        disk.fill(96 * 1024);
        let refused = world.wait(reader.save(&[rows[0].id])).unwrap_err().failure();
        assert_eq!(refused.code, ErrorCode::Profile);
        assert!(refused.message.contains("no room left on the disk"), "{}", refused.message);
        assert!(reader.saved().unwrap().is_empty());
        assert!(!reader.ticker(&Default::default()).unwrap().rows[0].saved);
        // The text of the other one fits, its image does not: it is named, and comes when there is room.
        let saved = world.wait(reader.save(&[rows[1].id])).unwrap();
        assert_eq!(saved[0].state, Some(SaveState::Partial));
        let kept = reader.saved().unwrap().remove(0);
        assert_eq!(kept.missing_images, 1);
        assert!(kept.reason.unwrap().contains("room"));
        disk.make_room();
        assert_eq!(reader.check().unwrap(), Vec::<String>::new());
        world.wait(reader.save(&[rows[0].id, rows[1].id])).unwrap();
        assert!(reader.saved().unwrap().iter().all(|one| one.state == SaveState::Complete));
        world.wait(reader.sync(SyncScope::All)).unwrap();
    }
}
