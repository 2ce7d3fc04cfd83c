//! Whether what was saved still is what was saved, and what happens where it is not: it is put back from a copy of the library,
//! the newest that has it whole.

use crate::{
    Reader,
    backups::backups,
    bag::hex,
    error::{ReaderError, Result},
};
use stoppress_model::{ArticleId, Notice};
use stoppress_store::{Healing, SavedDamage, SavedImage, Store, StoreError, is_damage};

/// Problems that are named; more are counted.
const MOST_NAMED: usize = 100;

/// What a look through everything that was saved has found, a sentence each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedCheck {
    /// What was damaged and is whole again.
    pub healed: Vec<String>,
    /// What is damaged, and whole in no copy; of many the first hundred, and how many more there are.
    pub problems: Vec<String>,
}

impl Reader {
    /// Reads every saved text back and compares every saved image with its hash. What is not as it was saved is put back from a copy
    /// of the library, and named, as is what no copy has. Slow for a large library.
    ///
    /// # Errors
    /// When the library cannot be read for another reason than damage.
    pub fn check_saved(&self) -> Result<SavedCheck> {
        let damage = match self.store().check_saved() {
            // The file itself is damaged, which [`Reader::check`] says.
            Err(error) if is_damage(&error) => return Ok(SavedCheck::default()),
            other => other?,
        };
        let (mut check, mut more) = (SavedCheck::default(), 0_usize);
        for one in &damage {
            // What cannot be written stays damaged.
            match self.put_back(one).unwrap_or(Healing::Missing) {
                Healing::Missing if check.problems.len() < MOST_NAMED => check.problems.push(problem(one)),
                Healing::Missing => more += 1,
                Healing::Healed => check.healed.push(healed(one)),
                Healing::Needless => {}
            }
        }
        if more > 0 {
            check.problems.push(format!("{more} more texts and pictures are damaged"));
        }
        Ok(check)
    }

    /// Reads something of an article. A saved one that is damaged is put back from a copy of the library and read once more.
    pub(crate) fn read_whole<T>(
        &self,
        id: ArticleId,
        read: impl Fn(&Store) -> std::result::Result<T, StoreError>,
    ) -> Result<T> {
        let damaged = match read(self.store()) {
            Err(damaged @ StoreError::Damaged(_)) => damaged,
            other => return Ok(other?),
        };
        match self.put_back(&SavedDamage::Text { id, title: String::new() }) {
            // Something else of it may be lost.
            Ok(Healing::Healed | Healing::Missing) => match read(self.store()) {
                Err(StoreError::Damaged(_)) => Err(ReaderError::Lost),
                other => Ok(other?),
            },
            // It was not saved, or nothing can be written.
            Ok(Healing::Needless) | Err(_) => Err(damaged.into()),
        }
    }

    /// A saved image as it was saved, put back where need be; `Err` = as it is here, damaged, where no copy has it either.
    pub(crate) fn whole_image(&self, image: SavedImage) -> std::result::Result<SavedImage, SavedImage> {
        if image.is_sound() {
            return Ok(image);
        }
        match self.put_back(&SavedDamage::Image { hash: image.hash.clone(), of: None }) {
            Ok(Healing::Missing) | Err(_) => Err(image),
            Ok(Healing::Healed | Healing::Needless) => {
                self.store().bag_image(&hex(&image.hash)).ok().flatten().ok_or(image)
            }
        }
    }

    /// Looks in the copies and tells the reader what was put back.
    fn put_back(&self, damage: &SavedDamage) -> Result<Healing> {
        let copies = backups(self.profile());
        let healing = match damage {
            SavedDamage::Text { id, .. } | SavedDamage::Name { id, .. } => self.store().heal_story(*id, &copies),
            SavedDamage::Image { hash, .. } => self.store().heal_image(hash, &copies),
        }?;
        if healing == Healing::Healed {
            self.inner.health.count_healed();
            self.announce(Notice::LibraryChanged);
        }
        Ok(healing)
    }
}

fn problem(damage: &SavedDamage) -> String {
    match damage {
        SavedDamage::Text { id, title } => {
            format!("the text of the saved article {id} cannot be read any more: {title}")
        }
        SavedDamage::Name { .. } | SavedDamage::Image { .. } => {
            format!("{} is damaged: {}", kind(damage), whose(damage))
        }
    }
}

fn healed(damage: &SavedDamage) -> String {
    format!("{} was damaged and was put back: {}", kind(damage), whose(damage))
}

fn kind(damage: &SavedDamage) -> &'static str {
    match damage {
        SavedDamage::Text { .. } => "a text",
        SavedDamage::Name { .. } => "a headline or link",
        SavedDamage::Image { .. } => "a picture",
    }
}

fn whose(damage: &SavedDamage) -> String {
    match damage {
        SavedDamage::Text { id, title } | SavedDamage::Name { id, title } => {
            format!("of the saved article {id}: {title}")
        }
        SavedDamage::Image { of: Some((url, id, title)), .. } => format!("{url} of the saved article {id}: {title}"),
        SavedDamage::Image { of: None, .. } => "one that no saved article has any more".into(),
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        Options, Reader, ReaderError,
        export::damage_tests::{OF_ITS_IMAGE, OF_ITS_TEXT, damage, library},
    };
    use std::path::{Path, PathBuf};
    use stoppress_model::{ArticleId, ImagePolicy, PlainText, Settings};
    use stoppress_store::{
        ArticleContent, CheckResult, FeedUpdate, FullText, FullTextResult, NewArticle, NewFeed, StoreError,
    };

    const LOST: &str = "This story is damaged in the library and cannot be read, and no daily copy has it whole. \
                        A copy that you made may still have it.";
    const KEY: &str = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";

    /// The copies of a profile, the newest last.
    fn copies(profile: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(profile.join("backups")).unwrap();
        let mut copies: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        copies.sort();
        copies
    }

    #[test]
    fn a_damaged_story_opens_as_it_was_saved_and_the_reader_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let (reader, id) = library(folder.path());
        let before = reader.article(id).unwrap();
        assert!(reader.back_up_daily().unwrap());
        for told in [
            "Part of a saved story was damaged in the library and was put back.",
            "Parts of saved stories were damaged in the library and were put back: 2.",
        ] {
            damage(folder.path(), id, OF_ITS_TEXT);
            assert_eq!(reader.article(id).unwrap(), before);
            assert_eq!(reader.status().unwrap().notice.as_deref(), Some(told));
        }
        reader.tell("Something else.".into());
        assert!(reader.notice().unwrap().starts_with("Something else. Parts of saved stories"));
    }

    #[test]
    fn a_story_that_no_copy_has_whole_says_so_and_its_bytes_stay() {
        let folder = tempfile::tempdir().unwrap();
        let (reader, id) = library(folder.path());
        damage(folder.path(), id, OF_ITS_TEXT);
        let refused = |reader: &Reader| reader.article(id).unwrap_err().to_string();
        assert_eq!(refused(&reader), LOST);
        // A copy of what is damaged already.
        assert!(reader.back_up_daily().unwrap());
        assert_eq!(refused(&reader), LOST);
        assert_eq!(reader.check_saved().unwrap().problems.len(), 1);
        assert_eq!(reader.notice(), None);
        assert_eq!(reader.saved().unwrap().len(), 4);
        assert!(reader.missing(&[id]).unwrap().is_empty(), "it is here");
    }

    #[test]
    fn a_story_of_which_something_else_is_lost_opens_from_a_copy() {
        let folder = tempfile::tempdir().unwrap();
        let (reader, id) = library(folder.path());
        let before = reader.article(id).unwrap();
        assert!(reader.back_up_daily().unwrap());
        damage(folder.path(), id, "UPDATE saved SET comments_record = x'28' WHERE article_id = ?1");
        damage(folder.path(), id, OF_ITS_TEXT);
        assert_eq!(reader.article(id).unwrap(), before);
        assert_eq!(reader.check_saved().unwrap().problems.len(), 1);
    }

    #[test]
    fn a_full_text_that_is_lost_leaves_the_text_of_the_source_and_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let (reader, id) = library(folder.path());
        let full = FullText { html: "<p>All of it</p>".repeat(9), ..FullText::default() };
        reader.store().keep_full_text(id, &FullTextResult::Found(full), reader.now()).unwrap();
        let before = reader.article(id).unwrap();
        assert!(reader.back_up_daily().unwrap());
        let lose = || damage(folder.path(), id, "UPDATE saved SET full_record = x'28b52f' WHERE article_id = ?1");
        lose();
        assert_eq!(reader.article(id).unwrap(), before, "a copy has it");
        copies(folder.path()).iter().for_each(|copy| std::fs::remove_file(copy).unwrap());
        lose();
        let page = reader.article(id).unwrap();
        assert!(page.text.contains("Text 2") && page.full_note.unwrap().contains("This is the text of the source."));
    }

    #[tokio::test]
    async fn a_damaged_image_is_shown_as_it_was_saved_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let (reader, id) = library(folder.path());
        damage(folder.path(), id, OF_ITS_IMAGE);
        assert!(reader.image(KEY).await.is_none());
        damage(folder.path(), id, "UPDATE saved_images SET bytes = x'31' WHERE ?1");
        assert!(reader.back_up_daily().unwrap());
        let again = || damage(folder.path(), id, OF_ITS_IMAGE);
        again();
        assert_eq!(reader.image(KEY).await.unwrap().bytes, b"1");
        again();
        assert_eq!(reader.stored_image("key").unwrap().bytes, b"1");
        again();
        assert_eq!(reader.stored_image_of(id, "key").unwrap().bytes, b"1");
        assert!(reader.notice().unwrap().ends_with(": 3."));
    }

    #[test]
    fn what_is_damaged_is_put_back_before_the_next_copy_is_made() {
        let folder = tempfile::tempdir().unwrap();
        let (reader, id) = library(folder.path());
        let before = reader.article(id).unwrap();
        assert!(reader.back_up_daily().unwrap());
        let first = copies(folder.path()).remove(0);
        let yesterday = first.with_file_name(format!("library-{}.sqlite", reader.now().0 - 25 * 3600));
        std::fs::rename(&first, &yesterday).unwrap();
        [OF_ITS_TEXT, OF_ITS_IMAGE].iter().for_each(|sql| damage(folder.path(), id, sql));
        assert!(reader.back_up_daily().unwrap());
        assert!(reader.notice().unwrap().ends_with(": 2."), "{:?}", reader.notice());
        std::fs::remove_file(yesterday).unwrap();
        // The new copy has it whole, so that it can be put back once more.
        damage(folder.path(), id, OF_ITS_TEXT);
        assert_eq!(reader.article(id).unwrap(), before);
    }

    #[test]
    fn a_look_names_what_was_put_back_and_finds_nothing_then() {
        let folder = tempfile::tempdir().unwrap();
        let (reader, id) = library(folder.path());
        assert!(reader.back_up_daily().unwrap());
        [OF_ITS_TEXT, OF_ITS_IMAGE].iter().for_each(|sql| damage(folder.path(), id, sql));
        let check = reader.check_saved().unwrap();
        assert_eq!(check.problems, Vec::<String>::new());
        let healed = [
            format!("a text was damaged and was put back: of the saved article {id}: Story 2"),
            format!(
                "a picture was damaged and was put back: https://tide.invalid/1.png of the saved article {id}: Story 2"
            ),
        ];
        assert_eq!(check.healed, healed);
        assert_eq!(reader.check_saved().unwrap(), super::SavedCheck::default());
    }

    #[tokio::test]
    async fn an_unsaved_story_that_is_damaged_costs_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let reader = Reader::open(Options::at(folder.path())).unwrap();
        let (store, now) = (reader.store(), reader.now());
        // Packing asks whether there is a network, and nothing else.
        let site = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/feed", site.local_addr().unwrap());
        let feed = store.follow(&NewFeed { url: &url, ..NewFeed::default() }, now).unwrap().id;
        let article = |number: u8| NewArticle {
            key: vec![number],
            content_hash: vec![number],
            has_text: true,
            content: ArticleContent {
                title: PlainText::new(&format!("Story {number}"), 100),
                html: format!("<p>Harbour {number}</p>"),
                ..ArticleContent::default()
            },
        };
        let check = CheckResult::well(feed, now, now.plus(900));
        let update = FeedUpdate::brought(check, PlainText::new("The Tide", 100), (1..=3).map(article).collect());
        store.ingest(&[update]).unwrap();
        let id = ArticleId(2);
        damage(folder.path(), id, "UPDATE bodies SET record = substr(record, 1, 40) WHERE article_id = ?1");
        let title = reader.ticker_rows(&[id]).unwrap()[0].title.to_string();
        assert!(matches!(reader.article(id), Err(ReaderError::Store(StoreError::Damaged(_)))));
        assert!(reader.save(&[id]).await.is_err(), "what cannot be read is not saved as if it were right");
        reader.set_settings(&Settings { images: ImagePolicy::Ahead, ..Settings::default() }).unwrap();
        reader.fetch_images_ahead().await.unwrap();
        store.note_packed(id, true).unwrap();
        reader.clean_up().unwrap();
        let packed = reader.pack(None, None).await.unwrap();
        assert_eq!((packed.articles, packed.failed.len()), (2, 1));
        assert_eq!(packed.failed[0].title.as_str(), title);
    }

    #[test]
    fn every_way_to_a_damaged_story_finds_it_whole() {
        let folder = tempfile::tempdir().unwrap();
        let (reader, id) = library(folder.path());
        assert!(reader.back_up_daily().unwrap());
        let ways: [&dyn Fn() -> bool; 5] = [
            &|| reader.article_for_window(id, None, true, str::to_owned).is_ok(),
            &|| reader.original(id).is_ok(),
            &|| reader.edits(id).is_ok(),
            &|| reader.article_markdown(id).is_ok(),
            &|| {
                let target = crate::ExportTarget::Folder(folder.path());
                reader.export_bag(target).is_ok_and(|bag| bag.articles == 4 && bag.failed.is_empty())
            },
        ];
        for (number, way) in ways.iter().enumerate() {
            damage(folder.path(), id, OF_ITS_TEXT);
            damage(folder.path(), id, OF_ITS_IMAGE);
            assert!(way(), "{number}");
            assert_eq!(reader.check_saved().unwrap().problems, Vec::<String>::new());
        }
        // Another process that opens it finds it whole, too.
        drop(reader);
        assert!(Reader::open(Options::at(folder.path())).unwrap().article(id).is_ok());
    }
}
