//! Images: fetched by Rust only, believed by their first bytes only, kept under the key of their address.

use crate::{
    Reader, caps,
    fetch::{Kind, Request},
    pictures,
    trouble::Failed,
};
use sha2::{Digest, Sha256};
use std::{
    collections::HashSet,
    fs,
    io::Write,
    path::{Path, PathBuf},
    sync::{
        MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};
use stoppress_feeds::{image_kind, image_size, is_animated};
use stoppress_model::ArticleId;
use url::Url;

/// An image that may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Image {
    /// By its first bytes.
    pub mime: String,
    /// As the publisher sent them.
    pub bytes: Vec<u8>,
}

/// The name under which the window may ask for an image: 64 hex digits that say nothing of the address.
#[must_use]
pub(crate) fn image_key(url: &str) -> String {
    Sha256::digest(url.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether this may be an [`image_key`]: what the window asks for becomes the name of a file.
fn is_key(key: &str) -> bool {
    key.len() == 64 && key.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

impl Reader {
    /// The image of an article that was opened in this process, or of a saved one, or an icon; of one that moves, its first frame.
    /// `None` = there is none, or it could not be fetched.
    pub async fn image(&self, key: &str) -> Option<Image> {
        let image = self.moving_image(key).await?;
        if !is_animated(&image.bytes) {
            return Some(image);
        }
        let bytes = image.bytes.len();
        if let Some(still) = self.stills().get(key, bytes) {
            return Some(still);
        }
        // What we cannot decode the window perhaps can: better it moves than that it is missing.
        let Some(still) = pictures::still(&image).await else { return Some(image) };
        self.moving().insert(key.to_owned());
        self.stills().keep(key, bytes, &still);
        Some(still)
    }

    /// As [`Reader::image`], but one that moves does move.
    pub async fn moving_image(&self, key: &str) -> Option<Image> {
        if !is_key(key) {
            return None;
        }
        if let Some(image) = self.stored_image(key).or_else(|| self.image_of_several(key)) {
            return Some(image);
        }
        if let Some(bytes) = self.store().icon(key).ok().flatten().or_else(|| self.looked_icon(key)) {
            return Some(Image { mime: "image/png".into(), bytes });
        }
        let (url, typed_origin) = self.opened_image(key)?;
        self.cached_or_fetched(&url, typed_origin).await.ok()
    }

    /// Which images of an article that was opened would move if they were asked to, as `image_src` names them; known of
    /// those that were shown in this process.
    #[must_use]
    pub fn animated_images(&self, id: ArticleId, image_src: impl Fn(&str) -> String) -> Vec<String> {
        let keys = self.opened().image_keys(id);
        let moving = self.moving();
        keys.iter().filter(|key| moving.contains(*key)).map(|key| image_src(key)).collect()
    }

    fn stills(&self) -> MutexGuard<'_, pictures::Stills> {
        self.inner.stills.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn moving(&self) -> MutexGuard<'_, HashSet<String>> {
        self.inner.moving.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// An image that is here, of a saved article or because it was looked at. Nothing is asked for.
    pub(crate) fn stored_image(&self, key: &str) -> Option<Image> {
        if let Ok(Some(saved)) = self.store().saved_image(key)
            && let Ok(saved) = self.whole_image(saved)
        {
            return Some(Image { mime: saved.mime, bytes: saved.bytes });
        }
        fs::read(self.cached_file(key)).ok().and_then(|bytes| checked(bytes).ok())
    }

    /// The image of an article that is here: the one that was saved with it, where it is saved.
    pub(crate) fn stored_image_of(&self, id: ArticleId, key: &str) -> Option<Image> {
        let saved = self.store().saved_image_of(id, key).ok().flatten();
        match saved.and_then(|saved| self.whole_image(saved).ok()) {
            Some(saved) => Some(Image { mime: saved.mime, bytes: saved.bytes }),
            None => self.stored_image(key),
        }
    }

    /// The image of an article as the window was given it, where it is here. Nothing is asked for.
    pub(crate) fn image_here(&self, id: ArticleId, key: &str) -> Option<Image> {
        is_key(key).then(|| self.stored_image_of(id, key).or_else(|| self.image_of_several(key)))?
    }

    /// Of addresses that gave several stories several images the window is given the hash.
    fn image_of_several(&self, key: &str) -> Option<Image> {
        let own = self.store().bag_image(key).ok()??;
        let own = self.whole_image(own).ok()?;
        Some(Image { mime: own.mime, bytes: own.bytes })
    }

    /// True where the image of this address is here.
    pub(crate) fn has_image(&self, url: &str) -> bool {
        self.stored_image(&image_key(url)).is_some()
    }

    /// An image that is here, else fetched and kept in the cache.
    pub(crate) async fn cached_or_fetched(&self, url: &str, typed_origin: Option<String>) -> Result<Image, Failed> {
        let key = image_key(url);
        if let Some(image) = self.stored_image(&key) {
            return Ok(image);
        }
        let image = self.fetch_image(url, typed_origin).await?;
        // A cache that cannot be written costs a second fetch, nothing else.
        let _ = write_whole(&self.cached_file(&key), &image.bytes);
        Ok(image)
    }

    /// Fetches and checks; looks into the cache first.
    pub(crate) async fn fetch_image(&self, url: &str, typed_origin: Option<String>) -> Result<Image, Failed> {
        let file = self.cached_file(&image_key(url));
        if let Some(image) = fs::read(&file).ok().and_then(|bytes| checked(bytes).ok()) {
            return Ok(image);
        }
        let url = Url::parse(url).map_err(|_| Failed::BadAddress)?;
        let request = Request::of(url, typed_origin, Kind::Image);
        let fetched = self.inner.fetcher.fetch(&request, self.now()).await?;
        checked(fetched.body.unwrap_or_default())
    }

    fn cached_file(&self, key: &str) -> PathBuf {
        self.profile().join("cache").join("images").join(&key[..2]).join(key)
    }
}

fn checked(bytes: Vec<u8>) -> Result<Image, Failed> {
    let kind = image_kind(&bytes).ok_or_else(|| Failed::Other("it is not a picture".into()))?;
    if bytes.len() > caps::IMAGE_BYTES {
        return Err(Failed::Other("the picture is too large".into()));
    }
    let (width, height) = image_size(&bytes).ok_or_else(|| Failed::Other("the picture is damaged".into()))?;
    if u64::from(width) * u64::from(height) > caps::IMAGE_PIXELS {
        return Err(Failed::Other("the picture has too many pixels".into()));
    }
    Ok(Image { mime: kind.mime().to_owned(), bytes })
}

/// Nobody ever sees half a file, also not after a power cut.
fn write_whole(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let part = file.with_extension(format!("part-{}-{number}", std::process::id()));
    let written = fs::File::create(&part).and_then(|mut open| {
        open.write_all(bytes)?;
        open.sync_all()
    });
    // On a full disk half a file would take the last of the room.
    written.and_then(|()| fs::rename(&part, file)).inspect_err(|_| drop(fs::remove_file(&part)))
}
