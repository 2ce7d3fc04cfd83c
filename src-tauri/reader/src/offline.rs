//! Saving for ever: the wish first, then text and images, then the stamp.
//!
//! The text that came with the feed is copied in the transaction of the wish, so that neither a crash nor a dead network
//! can lose it. Images follow; what is missing is counted, said, and tried again by itself.

use crate::{Reader, caps, error::Result, images::image_key, page::images_of, trouble::Failed};
use futures_util::{StreamExt, stream};
use sha2::{Digest, Sha256};
use stoppress_model::{ArticleId, SaveOutcome, SaveState, Timestamp};
use stoppress_store::{PendingSave, SavedImage, SavedImageResult};

/// Images of one article under way at once; one origin still gets no more than four.
const AT_ONCE: usize = 8;
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
            }
            outcomes.push(SaveOutcome { id: *id, state: self.store().saved_state(*id)? });
        }
        Ok(outcomes)
    }

    /// Goes on with every save that waits for it. Nothing to do is quick.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub(crate) async fn resume_saves(&self) -> Result<()> {
        for id in self.store().pending_saves(self.now())? {
            self.go_on_saving(id).await?;
            if self.inner.offline.load(std::sync::atomic::Ordering::Relaxed) {
                break;
            }
        }
        Ok(())
    }

    async fn go_on_saving(&self, id: ArticleId) -> Result<()> {
        // One at a time: a button, the scheduler and a round of checks may ask for the same article.
        let _one = self.inner.saving.lock().await;
        match self.store().saved_state(id)? {
            None | Some(SaveState::Complete) => return Ok(()),
            Some(_) => {}
        }
        let pending = self.store().begin_save(id)?;
        let gathered = self.gather(&pending).await?;
        if gathered.silent && self.probe().await? != Some(true) {
            let reason = "There is no connection. It will be saved when the connection is back.";
            // Looked at again whenever saving goes on; the images that failed are not counted as missing yet.
            return Ok(self.store().finish_save(id, &[], SaveState::Waiting, Some(reason), Some(self.now()))?);
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

    async fn gather(&self, pending: &PendingSave) -> Result<Gathered> {
        let here = self.store().stored_image_keys(pending.id)?;
        let content = pending.content.clone();
        let mut urls = tokio::task::spawn_blocking(move || images_of(&content)).await.unwrap_or_default();
        urls.truncate(caps::IMAGES_SAVED);
        let wanted = urls.into_iter().map(|url| (image_key(&url), url)).filter(|(key, _)| !here.contains(key));
        let mut arriving = stream::iter(wanted)
            .map(|(key, url)| async {
                let image = self.fetch_image(&url, pending.typed_origin.clone()).await;
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
        Ok(Gathered { silent: missing > 0 && !heard, results, missing })
    }
}

/// 1 minute, 4, 16 … up to a day.
fn retry_at(now: Timestamp, attempts: u32) -> Timestamp {
    now.plus((60_i64 << (2 * attempts.min(6))).min(24 * 3600))
}
