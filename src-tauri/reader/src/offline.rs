//! Saving for ever: the wish first, then text and images, then the stamp.
//!
//! The text that came with the feed is copied in the transaction of the wish, so that neither a crash nor a dead network
//! can lose it. Images follow; what is missing is counted, said, and tried again by itself.

use crate::{
    Reader, caps,
    error::{ReaderError, Result},
    images::image_key,
    lock,
    page::images_of,
    pictures,
    trouble::Failed,
};
use futures_util::{StreamExt, stream};
use sha2::{Digest, Sha256};
use stoppress_feeds::normalise_address;
use stoppress_model::{ArticleId, FeedId, SaveOutcome, SaveState, Timestamp};
use stoppress_store::{FullTextResult, PendingSave, SavedImage, SavedImageResult, StoreError, WantedText};

/// Images of one article under way at once; one origin still gets no more than four.
const AT_ONCE: usize = 8;
const NO_ROOM: &str = "There is no room left on the disk for its pictures.";
/// Images held in memory before they are written, in bytes.
const WRITE_AT: usize = 32 << 20;

struct Gathered {
    results: Vec<SavedImageResult>,
    /// Every image failed because nothing could be heard.
    silent: bool,
    missing: usize,
}

impl Reader {
    /// Saves articles for ever: keeps the wish and the text at once, then fetches images. Without a network the state is
    /// `waiting`, and saving goes on by itself when the network is back.
    ///
    /// # Errors
    /// `NotFound` where an article is not in the library; then those before it in the list are saved.
    pub async fn save(&self, ids: &[ArticleId]) -> Result<Vec<SaveOutcome>> {
        for id in ids {
            self.store().save_wish(*id, self.now())?;
        }
        let mut outcomes = Vec::with_capacity(ids.len());
        for id in ids {
            if self.store().saved_state(*id)? != Some(SaveState::Complete) {
                self.go_on_saving(*id).await?;
                // What readers said is beside what was saved: without it the save is as good.
                let _ = self.save_comments(*id).await;
            }
            outcomes.push(SaveOutcome { id: *id, state: self.store().saved_state(*id)? });
        }
        Ok(outcomes)
    }

    /// Saves any page by its address: kept at once, fetched when there is a network.
    ///
    /// # Errors
    /// `BadRequest` for what is no address of the web.
    pub async fn save_page(&self, typed: &str) -> Result<SaveOutcome> {
        let addresses = normalise_address(typed).map_err(|error| ReaderError::BadRequest(error.to_string()))?;
        let url = addresses.first().ok_or_else(|| ReaderError::BadRequest("This is not an address.".into()))?;
        let id = self.store().save_page_wish(url, &crate::sync::site_of(url), self.now())?;
        self.save(&[id]).await?.pop().ok_or_else(|| ReaderError::Internal("nothing was saved".into()))
    }

    /// Goes on with every save that waits for it. Nothing to do is quick; one that cannot be gone on with keeps none of the
    /// others waiting, and is tried again at the next occasion.
    pub(crate) async fn resume_saves(&self) {
        for id in self.store().pending_saves(self.now()).unwrap_or_default() {
            if self.go_on_if_due(id).await.is_ok() {
                let _ = self.save_comments(id).await;
            }
            if self.inner.offline.load(std::sync::atomic::Ordering::Relaxed) {
                return;
            }
        }
    }

    /// Goes on with a save because the reader asks for it.
    async fn go_on_saving(&self, id: ArticleId) -> Result<()> {
        self.go_on(id, false).await
    }

    /// As [`Reader::go_on_saving`], by itself: whoever had the turn before may have done it, or said when to try again.
    pub(crate) async fn go_on_if_due(&self, id: ArticleId) -> Result<()> {
        self.go_on(id, true).await
    }

    async fn go_on(&self, id: ArticleId, only_due: bool) -> Result<()> {
        // One at a time: a button, the scheduler and a round of checks may ask for the same article.
        let _one = self.inner.saving.lock().await;
        let _alone = lock::acquire(self.profile(), lock::SAVE).await?;
        match self.store().saved_state(id)? {
            None | Some(SaveState::Complete) => return Ok(()),
            Some(_) if only_due && !self.store().is_save_due(id, self.now())? => return Ok(()),
            Some(_) => {}
        }
        let mut pending = self.read_whole(id, |store| store.begin_save(id))?;
        if pending.from_page {
            // The reader typed its address.
            pending.typed_origin = pending.content.url.as_deref().map(crate::sync::origin_of);
        }
        if pending.wants_full
            && let Some(ended) = self.fetch_saved_text(&pending).await?
        {
            return ended.store(self, id);
        }
        match self.keep_images(&pending).await {
            Err(ReaderError::Store(StoreError::DiskFull)) => self.keep_without_room(&pending).await,
            other => other,
        }
    }

    async fn keep_images(&self, pending: &PendingSave) -> Result<()> {
        let id = pending.id;
        let gathered = self.gather(pending).await?;
        if gathered.silent && self.probe().await? != Some(true) {
            // Looked at again whenever saving goes on; the images that failed are not counted as missing yet.
            return Ended::waiting(self.now()).store(self, id);
        }
        let (state, reason, next_try) = match gathered.missing {
            0 => (SaveState::Complete, None, None),
            missing => {
                let reason = format!("{missing} of its pictures could not be fetched.");
                (SaveState::Partial, Some(reason), Some(retry_at(self.now(), pending.attempts)))
            }
        };
        Ok(self.store().finish_save(id, &gathered.results, state, reason.as_deref(), next_try)?)
    }

    /// The text is kept, the images do not fit: they are named as missing, and fetched when there is room again.
    async fn keep_without_room(&self, pending: &PendingSave) -> Result<()> {
        let here = self.store().stored_image_keys(pending.id)?;
        let record = self.record(pending.id)?;
        let urls = tokio::task::spawn_blocking(move || images_of(&record))
            .await
            .map_err(|error| ReaderError::Internal(error.to_string()))?;
        let missing = urls.into_iter().map(|url| (image_key(&url), url)).filter(|(key, _)| !here.contains(key));
        let missing: Vec<SavedImageResult> =
            missing.map(|(url_key, url)| SavedImageResult { url_key, url, image: Err(NO_ROOM.into()) }).collect();
        let next_try = Some(retry_at(self.now(), pending.attempts));
        Ok(self.store().finish_save(pending.id, &missing, SaveState::Partial, Some(NO_ROOM), next_try)?)
    }

    /// The full text of an article that is being saved. `Some` = saving ends here for now.
    async fn fetch_saved_text(&self, pending: &PendingSave) -> Result<Option<Ended>> {
        let Some(url) = pending.content.url.clone() else { return Ok(None) };
        let site = crate::sync::site_of(&url);
        let wanted = WantedText { id: pending.id, feed: FeedId(0), url, typed_origin: pending.typed_origin.clone() };
        let found = match self.fetch_text(&wanted).await? {
            Ok(found) => found,
            Err(failed) if failed.is_silence() && self.probe().await? != Some(true) => {
                return Ok(Some(Ended::waiting(self.now())));
            }
            Err(failed) => FullTextResult::None(failed.sentence(&site)),
        };
        self.store().keep_full_text(pending.id, &found, self.now())?;
        match found {
            FullTextResult::Found(text) if pending.from_page => self.store().name_saved_page(pending.id, &text)?,
            // Where the feed or a list gave a text, that one is kept and the note says why there is no more.
            FullTextResult::None(note) if pending.from_page && pending.content.html.trim().is_empty() => {
                let next_try = Some(retry_at(self.now(), pending.attempts + 3));
                return Ok(Some(Ended { state: SaveState::Failed, reason: note, next_try }));
            }
            _ => {}
        }
        Ok(None)
    }

    async fn gather(&self, pending: &PendingSave) -> Result<Gathered> {
        let here = self.store().stored_image_keys(pending.id)?;
        let record = self.record(pending.id)?;
        let mut urls = tokio::task::spawn_blocking(move || images_of(&record))
            .await
            .map_err(|error| ReaderError::Internal(error.to_string()))?;
        let too_many = urls.split_off(urls.len().min(caps::IMAGES_SAVED));
        let wanted = urls.into_iter().map(|url| (image_key(&url), url)).filter(|(key, _)| !here.contains(key));
        let mut arriving = stream::iter(wanted)
            .map(|(key, url)| async {
                let image = match self.fetch_image(&url, pending.typed_origin.clone()).await {
                    Ok(image) => Ok(pictures::for_keeping(image).await),
                    Err(failed) => Err(failed),
                };
                (key, url, image)
            })
            .buffer_unordered(AT_ONCE);
        let (mut results, mut held, mut missing, mut heard) = (Vec::new(), 0, 0, false);
        while let Some((url_key, url, image)) = arriving.next().await {
            let silence = image.as_ref().is_err_and(Failed::is_silence);
            heard |= !silence;
            let image = match image {
                Ok(image) => {
                    held += image.bytes.len();
                    Ok(SavedImage { hash: Sha256::digest(&image.bytes).to_vec(), mime: image.mime, bytes: image.bytes })
                }
                Err(failed) => {
                    missing += 1;
                    Err(failed.sentence(&crate::sync::site_of(&url)))
                }
            };
            results.push(SavedImageResult { url_key, url, image });
            if held > WRITE_AT {
                let state = SaveState::Saving;
                self.store().finish_save(pending.id, &results, state, None, Some(self.now()))?;
                results.clear();
                held = 0;
            }
        }
        for url in too_many {
            missing += 1;
            let image = Err(format!("There are more than {} pictures.", caps::IMAGES_SAVED));
            results.push(SavedImageResult { url_key: image_key(&url), url, image });
        }
        Ok(Gathered { silent: missing > 0 && !heard, results, missing })
    }
}

/// Where saving an article came to an end, for now.
struct Ended {
    state: SaveState,
    reason: String,
    next_try: Option<Timestamp>,
}

impl Ended {
    fn waiting(now: Timestamp) -> Self {
        let reason = "There is no connection. It will be saved when the connection is back.".into();
        Ended { state: SaveState::Waiting, reason, next_try: Some(now) }
    }

    fn store(self, reader: &Reader, id: ArticleId) -> Result<()> {
        Ok(reader.store().finish_save(id, &[], self.state, Some(&self.reason), self.next_try)?)
    }
}

/// 1 minute, 4, 16 … up to a day.
fn retry_at(now: Timestamp, attempts: u32) -> Timestamp {
    now.plus((60_i64 << (2 * attempts.min(6))).min(24 * 3600))
}
