//! Taking a bag in: one file that another library wrote, with everything its reader chose and saved. It joins what is here;
//! nothing of either side is lost, and taking the same bag twice changes nothing.
//!
//! A bag may come from anybody: no name in it becomes a path, nothing is read beyond its cap, images are what their bytes and
//! hashes say, addresses grant nothing that they would not grant when typed, and texts go through the cleaner as ever.

use crate::{
    Reader,
    error::{ReaderError, Result},
    images::image_key,
    lock,
    opml::private_origin,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    fs::File,
    io::{BufReader, Cursor, Read, Seek},
    path::Path,
};
use stoppress_feeds::{checked_list_attributes, image_kind};
use stoppress_model::{ImportFailure, ImportedBag, Notice, PlainText, Settings, Timestamp, folder, why_refused};
use stoppress_store::{
    ArticleContent, BagBytes, BagFeed, BagImage, BagMute, BagRule, BagSaved, FullText, SavedImage, StoreError,
    StoredComments,
};
use url::Url;
use zip::ZipArchive;

/// What says that a ZIP file is a bag.
pub(crate) const ABOUT: &str = "stop-press.json";
pub(crate) const FEEDS: &str = "data/sources.json";
pub(crate) const MUTES: &str = "data/mutes.json";
pub(crate) const RULES: &str = "data/rules.json";
pub(crate) const SETTINGS: &str = "data/settings.json";
/// The folder of saved articles, one file each.
pub(crate) const SAVED: &str = "data/saved/";
pub(crate) const IMAGES: &str = "images/";
pub(crate) const ICONS: &str = "icons/";
/// The version that this program writes, and the newest it reads.
pub(crate) const VERSION: u32 = 1;

/// Files in one bag.
const MOST_FILES: usize = 2_000_000;
/// Bytes of one file of data: an article with both texts, its comments and its earlier versions.
const MOST_DATA: u64 = 32 << 20;
/// Bytes of an image, as when it is fetched.
const MOST_IMAGE: u64 = 12 << 20;
const MOST_ICON: u64 = 256 << 10;
/// Bytes of an address.
const MOST_ADDRESS: usize = 8 << 10;
/// All data may become so many times as large as the file, but for this much.
const MOST_INFLATED: u64 = 200;
const ANYWAY: u64 = 64 << 20;
/// Articles in one transaction.
const AT_ONCE: usize = 10;
/// Refused entries that are named.
const MOST_NAMED: usize = 1_000;

/// What a bag says of itself.
#[derive(Serialize, Deserialize)]
pub(crate) struct About {
    pub(crate) format: String,
    pub(crate) version: u32,
    pub(crate) written_at: Timestamp,
    pub(crate) saved: u64,
    pub(crate) sources: u64,
}

impl Reader {
    /// Takes a bag in from a file. Progress arrives as notices; [`Reader::cancel_export`] ends it, and what was taken until
    /// then stays. Takes its time and blocks.
    ///
    /// # Errors
    /// `BadRequest` where the file is no bag, is hostile, or an export runs, `Busy` where another process saves and does not end:
    /// then nothing was changed.
    pub fn import_bag(&self, file: &Path) -> Result<ImportedBag> {
        let opened = File::open(file)
            .map_err(|error| refused(&format!("{} could not be opened: {}", file.display(), why_refused(&error))))?;
        let size = opened.metadata().map_or(0, |about| about.len());
        self.take_bag(BufReader::new(opened), size)
    }

    /// As [`Reader::import_bag`], from a file that is in memory.
    ///
    /// # Errors
    /// As [`Reader::import_bag`].
    pub fn import_bag_bytes(&self, bytes: &[u8]) -> Result<ImportedBag> {
        self.take_bag(Cursor::new(bytes), bytes.len() as u64)
    }

    fn take_bag(&self, file: impl Read + Seek, size: u64) -> Result<ImportedBag> {
        if let Some(why) = self.read_only() {
            return Err(StoreError::ReadOnly(why.to_owned()).into());
        }
        let _one = self.inner.exporting.begin()?;
        let mut bag = Bag::open(file, size)?;
        // A library that were put in this one's place meanwhile would give what is met here other ids.
        let _alone = lock::acquire_blocking(self.profile(), lock::SAVE)?;
        // All of this is read before anything is written: a file that is no bag changes nothing.
        let feeds: Vec<BagFeed> = bag.optional(FEEDS)?.unwrap_or_default();
        let mutes: Vec<serde_json::Value> = bag.optional(MUTES)?.unwrap_or_default();
        let rules: Vec<serde_json::Value> = bag.optional(RULES)?.unwrap_or_default();
        let settings: Option<serde_json::Value> = bag.optional(SETTINGS)?;
        let mut outcome = ImportedBag::default();
        let feeds: Vec<BagFeed> = feeds.into_iter().filter_map(|feed| usable_feed(feed, &mut outcome.failed)).collect();
        outcome.sources = self.store().take_bag_feeds(&feeds, self.now())?;
        if outcome.sources > 0 {
            self.inner.followed.notify_one();
        }
        if let Some(settings) = settings {
            self.join_settings(&settings)?;
        }
        let mutes: Vec<BagMute> = mutes.into_iter().filter_map(|mute| serde_json::from_value(mute).ok()).collect();
        let mutes: Vec<BagMute> = mutes
            .into_iter()
            .map(|mute| BagMute { text: PlainText::new(&mute.text, 256).to_string(), ..mute })
            .filter(|mute| !mute.text.is_empty())
            .collect();
        outcome.mutes = self.store().take_bag_mutes(&mutes, self.now())?;
        let rules: Vec<BagRule> = rules.into_iter().filter_map(|rule| serde_json::from_value(rule).ok()).collect();
        outcome.rules = self.store().take_bag_rules(&rules, self.now())?;
        self.begin_notifying()?;
        self.take_saved(&mut bag, &mut outcome)?;
        Ok(outcome)
    }

    fn take_saved<F: Read + Seek>(&self, bag: &mut Bag<F>, outcome: &mut ImportedBag) -> Result<()> {
        let names = bag.saved_names();
        let mut meeting = self.store().begin_meeting()?;
        for (number, batch) in names.chunks(AT_ONCE).enumerate() {
            if self.inner.exporting.is_cancelled() {
                outcome.cancelled = true;
                return Ok(());
            }
            let mut saved = Vec::with_capacity(batch.len());
            for name in batch {
                match bag.required::<BagSaved>(name) {
                    Ok(one) if one.title.is_empty() && one.url.is_none() && one.content.html.is_empty() => {
                        fail(&mut outcome.failed, name, "It has no headline, no address and no text.");
                    }
                    Ok(one) => saved.push(settled(one)),
                    Err(error @ ReaderError::BadRequest(_)) if bag.is_spent() => return Err(error),
                    Err(error) => fail(&mut outcome.failed, name, &error.to_string()),
                }
            }
            let taken = self.store().take_bag_saved(&saved, bag, &mut meeting, self.now())?;
            outcome.added += taken.added;
            outcome.joined += taken.joined;
            outcome.already += taken.already;
            bag.lost.drain(..).for_each(|one| fail(&mut outcome.failed, &one.url, &one.reason));
            let done = (number * AT_ONCE + batch.len()) as u64;
            self.announce(Notice::ExportProgress { done, total: names.len() as u64 });
        }
        Ok(())
    }

    /// What the reader has not chosen here is taken from the bag.
    fn join_settings(&self, theirs: &serde_json::Value) -> Result<()> {
        let to_value = |settings: &Settings| serde_json::to_value(settings).unwrap_or_default();
        let (mut ours, usual) = (to_value(&self.settings()?), to_value(&Settings::default()));
        let before = ours.clone();
        // The way to the network is this computer's: a file from elsewhere must not lead everything through somebody's proxy.
        let joined = theirs.as_object().into_iter().flatten().filter(|(name, _)| *name != "proxy");
        for (name, value) in joined {
            let untouched = ours.get(name).is_some_and(|own| Some(own) == usual.get(name));
            let mut attempt = ours.clone();
            attempt[name] = value.clone();
            // One value that does not read must not cost the others.
            if untouched && serde_json::from_value::<Settings>(attempt.clone()).is_ok() {
                ours = attempt;
            }
        }
        if ours != before
            && let Ok(settings) = serde_json::from_value::<Settings>(ours)
        {
            self.set_settings(&settings)?;
        }
        Ok(())
    }
}

fn refused(why: &str) -> ReaderError {
    ReaderError::BadRequest(format!("{why}. Nothing was changed."))
}

fn fail(failed: &mut Vec<ImportFailure>, what: &str, reason: &str) {
    if failed.len() < MOST_NAMED {
        failed.push(ImportFailure { url: what.to_owned(), reason: reason.to_owned() });
    }
}

/// A source as it would be when typed.
fn usable_feed(feed: BagFeed, failed: &mut Vec<ImportFailure>) -> Option<BagFeed> {
    let is_web = Url::parse(&feed.url).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    if !is_web || feed.url.len() > MOST_ADDRESS {
        fail(failed, &feed.url.chars().take(200).collect::<String>(), "only http and https can be followed");
        return None;
    }
    let text = |text: &str| PlainText::new(text, 1024).to_string();
    Some(BagFeed {
        typed_origin: private_origin(&feed.url),
        title: text(&feed.title),
        own_title: feed.own_title.map(|name| PlainText::new(&name, 256).to_string()).filter(|name| !name.is_empty()),
        folder: feed.folder.as_deref().and_then(folder::path).map(|path| path.to_string()),
        home_url: web(feed.home_url),
        list_attributes: feed.list_attributes.as_deref().and_then(checked_list_attributes),
        settings: feed.settings.within_limits(),
        ..feed
    })
}

fn web(url: Option<String>) -> Option<String> {
    url.filter(|url| {
        url.len() <= MOST_ADDRESS && Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
    })
}

/// An article as it would be had it come from its feed: names are one line, addresses are of the web, keys are made here.
fn settled(one: BagSaved) -> BagSaved {
    let line = |text: &str, most: usize| PlainText::new(text, most).to_string();
    BagSaved {
        feed_title: line(&one.feed_title, 1024),
        title: line(&one.title, 4096),
        url: web(one.url),
        language: one.language.map(|tag| line(&tag, 64)),
        reason: one.reason.map(|reason| line(&reason, 1024)),
        full_note: one.full_note.map(|note| line(&note, 1024)),
        position: one.position.filter(|place| (0.0..=1.0).contains(place)),
        icon: one.icon.filter(|key| is_hash(key)),
        content: settled_content(one.content),
        full: one.full.map(|full| FullText {
            title: PlainText::new(full.title.as_str(), 4096),
            authors: full.authors.iter().map(|name| PlainText::new(name.as_str(), 1024)).collect(),
            site: full.site.map(|site| PlainText::new(site.as_str(), 1024)),
            ..full
        }),
        comments: one.comments.map(settled_comments),
        images: one
            .images
            .into_iter()
            .filter(|image| image.url.len() <= MOST_ADDRESS)
            .map(|image| BagImage {
                url_key: image_key(&image.url),
                hash: image.hash.filter(|hash| is_hash(hash)),
                reason: image.reason.map(|reason| line(&reason, 1024)),
                url: image.url,
            })
            .collect(),
        versions: one
            .versions
            .into_iter()
            .take(10)
            .map(|version| stoppress_store::BagVersion { content: settled_content(version.content), ..version })
            .collect(),
        ..one
    }
}

fn settled_content(content: ArticleContent) -> ArticleContent {
    let all = |names: Vec<PlainText>, most: usize| {
        names.iter().map(|name| PlainText::new(name.as_str(), most)).take(64).collect::<Vec<_>>()
    };
    ArticleContent {
        title: PlainText::new(content.title.as_str(), 4096),
        authors: all(content.authors, 1024),
        categories: all(content.categories, 1024),
        image_caption: content.image_caption.map(|caption| PlainText::new(caption.as_str(), 1024)),
        image_credit: content.image_credit.map(|credit| PlainText::new(credit.as_str(), 1024)),
        summary: content.summary.map(|summary| PlainText::new(summary.as_str(), 64 << 10)),
        ..content
    }
}

fn settled_comments(stored: StoredComments) -> StoredComments {
    let mut stored = stored;
    for comment in &mut stored.comments {
        comment.author = PlainText::new(comment.author.as_str(), 1024);
    }
    stored
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// A bag that is read, within its caps.
struct Bag<F: Read + Seek> {
    zip: ZipArchive<F>,
    /// Where images are, by hash: their endings are not looked at.
    images: HashMap<String, usize>,
    icons: HashMap<String, usize>,
    /// Bytes that may still come out.
    left: u64,
    /// Images that could not be had, until they are named.
    lost: Vec<ImportFailure>,
}

impl<F: Read + Seek> Bag<F> {
    fn open(file: F, size: u64) -> Result<Self> {
        let zip = ZipArchive::new(file).map_err(|_| refused("This file is not a ZIP file that can be read"))?;
        if zip.len() > MOST_FILES {
            return Err(refused("There are too many files in it"));
        }
        let (mut images, mut icons) = (HashMap::new(), HashMap::new());
        for (index, name) in zip.file_names().enumerate() {
            let name = name.map_err(|_| refused("A name in this file cannot be read"))?;
            // No name becomes a path here; one that tries to is not from us.
            let leads_out = name.split(['/', '\\']).any(|part| part == "..") || name.starts_with(['/', '\\']);
            if leads_out || name.contains('\\') || name.contains(':') || name.contains('\0') {
                return Err(refused("A name in this file leads out of it, so it was not opened"));
            }
            for (folder, found) in [(IMAGES, &mut images), (ICONS, &mut icons)] {
                let hash = name.strip_prefix(folder).and_then(|rest| rest.split('.').next());
                if let Some(hash) = hash.filter(|hash| is_hash(hash)) {
                    found.insert(hash.to_owned(), index);
                }
            }
        }
        let left = size.saturating_mul(MOST_INFLATED).max(ANYWAY);
        let mut bag = Bag { zip, images, icons, left, lost: Vec::new() };
        let about: Option<About> = bag.optional(ABOUT)?;
        match about {
            Some(about) if about.version > VERSION => {
                Err(refused("It was written by a newer Stop Press; update the app to take it in"))
            }
            Some(about) if about.format == ABOUT => Ok(bag),
            _ => Err(refused("This ZIP file was not written by Stop Press")),
        }
    }

    /// Saved articles in their order.
    fn saved_names(&self) -> Vec<String> {
        let ours = |name: &String| name.starts_with(SAVED) && name.ends_with(".json");
        let names = self.zip.file_names().filter_map(|name| Some(name.ok()?.into_owned()));
        let mut names: Vec<String> = names.filter(ours).collect();
        names.sort();
        names
    }

    fn is_spent(&self) -> bool {
        self.left == 0
    }

    fn read(&mut self, index: usize, most: u64) -> Result<Vec<u8>> {
        let most = most.min(self.left);
        let file = self.zip.by_index(index).map_err(|_| refused("It is damaged, or locked with a password"))?;
        let mut bytes = Vec::new();
        file.take(most + 1).read_to_end(&mut bytes).map_err(|_| refused("It is damaged"))?;
        if bytes.len() as u64 > most {
            self.left = if most == self.left { 0 } else { self.left };
            return Err(refused("A part of it is larger than anything that Stop Press writes"));
        }
        self.left -= bytes.len() as u64;
        Ok(bytes)
    }

    fn optional<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>> {
        match self.zip.index_for_name(name) {
            Some(index) => {
                let bytes = self.read(index, MOST_DATA)?;
                let value = serde_json::from_slice(&bytes)
                    .map_err(|_| refused(&format!("{name} in it is not what Stop Press writes")))?;
                Ok(Some(value))
            }
            None => Ok(None),
        }
    }

    fn required<T: DeserializeOwned>(&mut self, name: &str) -> Result<T> {
        self.optional(name)?.ok_or_else(|| refused(&format!("{name} is not in it")))
    }
}

impl<F: Read + Seek> BagBytes for Bag<F> {
    fn image(&mut self, hash: &str) -> Option<SavedImage> {
        let bytes = self.read(*self.images.get(hash)?, MOST_IMAGE).ok()?;
        let kind = image_kind(&bytes)?;
        let digest = Sha256::digest(&bytes).to_vec();
        (hex(&digest) == hash).then(|| SavedImage { hash: digest, mime: kind.mime().into(), bytes })
    }

    fn lost(&mut self, image: &BagImage, of: &BagSaved) {
        let is_in_it = image.hash.as_ref().is_some_and(|hash| self.images.contains_key(hash));
        let reason = match is_in_it {
            true => format!("A picture of “{}” is damaged in this file.", of.title),
            false => format!("A picture of “{}” is not in this file.", of.title),
        };
        fail(&mut self.lost, &image.url, &reason);
    }

    fn icon(&mut self, key: &str) -> Option<Vec<u8>> {
        let bytes = self.read(*self.icons.get(key)?, MOST_ICON).ok()?;
        let is_png = bytes.starts_with(b"\x89PNG\r\n\x1a\n");
        (is_png && hex(&Sha256::digest(&bytes)) == key).then_some(bytes)
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
