//! What Stop Press takes on the disk, and what of it can go. Nothing in here touches what was saved.

use crate::{Reader, error::Result, images::image_key, page::images_of};
use std::{collections::HashSet, fs, path::PathBuf, time::SystemTime};
use stoppress_model::{CleanedUp, Storage, TickerQuery};
use stoppress_store::Purging;

/// One file of the cache of images: when it was last looked at, its bytes, its place.
type CachedFile = (SystemTime, u64, PathBuf);

impl Reader {
    /// What Stop Press takes on the disk.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn storage(&self) -> Result<Storage> {
        let (saved_articles, saved_bytes, _) = self.store().saved_totals()?;
        Ok(Storage {
            saved_articles,
            saved_bytes,
            images_bytes: self.cached_files().map(|(_, bytes, _)| bytes).sum(),
            budget_bytes: self.settings()?.cache_bytes(),
            texts_bytes: self.store().texts_bytes()?,
            library_bytes: self.store().library_bytes(),
            free_bytes: fs4::available_space(self.profile()).ok(),
        })
    }

    /// Removes images that were only looked at, full texts and comments of articles that were read and not saved, and
    /// articles that are older, or more, than the reader keeps. What was packed and not read yet stays whole.
    ///
    /// # Errors
    /// When the library cannot be read or written; images may be gone then.
    pub fn clean_up(&self) -> Result<CleanedUp> {
        let kept = self.packed_images()?;
        let going = self.cached_files().filter(|(_, _, path)| !kept.contains(&file_name(path)));
        let mut bytes: u64 =
            going.filter(|(_, _, path)| fs::remove_file(path).is_ok()).map(|(_, bytes, _)| bytes).sum();
        bytes += self.store().forget_read_texts()?;
        let gone = match self.store().clock_is_believable(self.now())? {
            true => self.purge()?,
            false => CleanedUp::default(),
        };
        Ok(CleanedUp { bytes: bytes + gone.bytes, ..gone })
    }

    /// Removes articles that are older, or more, than the reader keeps, where a day passed since the last time. Nobody waits
    /// for it; what fails is tried again a day later.
    pub(crate) fn purge_behind(&self) {
        if self.read_only().is_none() && self.store().purge_is_due(self.now()).unwrap_or_default() {
            let _ = self.purge();
        }
    }

    /// A few articles at a time: what the reader does in between goes first.
    fn purge(&self) -> Result<CleanedUp> {
        let mut walk = Purging::new(self.settings()?.within_limits().keep_days, self.now());
        let mut gone = CleanedUp::default();
        while !walk.is_done() {
            let step = self.store().purge_slice(&mut walk)?;
            gone.articles += step.articles;
            gone.bytes += step.bytes;
        }
        Ok(gone)
    }

    /// Keeps the cache of looked-at images below its limit, the longest unused first. Saved images are not in it.
    pub fn trim_cache(&self) {
        let budget = self.settings().unwrap_or_default().cache_bytes();
        let mut files: Vec<CachedFile> = self.cached_files().collect();
        let mut bytes: u64 = files.iter().map(|(_, size, _)| size).sum();
        files.sort();
        let mut gone = HashSet::new();
        for (_, size, path) in files {
            if bytes <= budget {
                break;
            }
            if fs::remove_file(&path).is_ok() {
                bytes -= size;
                gone.insert(file_name(&path));
            }
        }
        self.forget_packed(&gone);
    }

    /// An article whose images went is no longer one that can be read whole without a network.
    fn forget_packed(&self, gone: &HashSet<String>) {
        if gone.is_empty() {
            return;
        }
        for id in self.store().packed_articles().unwrap_or_default() {
            let Ok(record) = self.store().article(id) else { continue };
            if images_of(&record).iter().any(|url| gone.contains(&image_key(url))) {
                let _ = self.store().note_packed(id, false);
            }
        }
    }

    /// Keys of the images of articles that were packed and not read yet.
    fn packed_images(&self) -> Result<HashSet<String>> {
        let packed: HashSet<_> = self.store().packed_articles()?.into_iter().collect();
        let unread = self.store().ticker(&TickerQuery { unread: true, ..TickerQuery::default() })?.rows;
        let mut keys = HashSet::new();
        for row in unread.iter().filter(|row| packed.contains(&row.id)) {
            match self.record(row.id) {
                Err(error) if error.is_of_one_story() => {}
                read => keys.extend(images_of(&read?).iter().map(|url| image_key(url))),
            }
        }
        Ok(keys)
    }

    fn cached_files(&self) -> impl Iterator<Item = CachedFile> {
        let shards = fs::read_dir(self.profile().join("cache").join("images")).into_iter().flatten().flatten();
        shards.flat_map(|shard| fs::read_dir(shard.path()).into_iter().flatten().flatten()).filter_map(|entry| {
            let about = entry.metadata().ok()?;
            Some((about.accessed().or_else(|_| about.modified()).ok()?, about.len(), entry.path()))
        })
    }
}

/// The key of a cached image is the name of its file.
fn file_name(path: &std::path::Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
