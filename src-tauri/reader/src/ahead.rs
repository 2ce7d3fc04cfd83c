//! Images fetched before the reader is there, where the reader has chosen so: those of the newest unread articles, behind and
//! politely, and never more than the cache may hold.

use crate::{
    Reader,
    error::{ReaderError, Result},
    full_text::{ORIGINS_AT_ONCE, pause_before},
    images::image_key,
    page::images_of,
    sync::origin_of,
};
use futures_util::{StreamExt, stream};
use std::{
    collections::HashMap,
    sync::{
        PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};
use stoppress_model::{ArticleId, FeedImages, ImagePolicy, TickerQuery};

/// Articles whose images are fetched ahead.
const NEWEST: u32 = 50;

/// The articles that were looked at, and their images that are not here, by origin.
struct Look {
    articles: Vec<(ArticleId, bool)>,
    wanted: HashMap<String, Vec<Wanted>>,
}

/// An image to fetch.
struct Wanted {
    url: String,
    typed_origin: Option<String>,
}

impl Reader {
    /// After a round of checks: fetches the images of the newest unread articles where the settings say so. Each article is
    /// looked at once, and again when its full text is here.
    ///
    /// # Errors
    /// When the library cannot be read. An image that cannot be had is no error.
    pub async fn fetch_images_ahead(&self) -> Result<()> {
        let settings = self.settings()?;
        if settings.images != ImagePolicy::Ahead {
            return Ok(());
        }
        let reader = self.clone();
        let looking = tokio::task::spawn_blocking(move || reader.images_wanted());
        let look = looking.await.map_err(|error| ReaderError::Internal(error.to_string()))??;
        let room = settings.cache_bytes() / 2;
        let fetched = AtomicU64::new(0);
        let one_origin = |images: Vec<Wanted>| async {
            for (number, image) in images.into_iter().enumerate() {
                if fetched.load(Ordering::Relaxed) >= room || !self.fetch_ahead(number, image, &fetched).await {
                    break;
                }
            }
        };
        let origins = stream::iter(look.wanted.into_values().map(one_origin));
        origins.buffer_unordered(ORIGINS_AT_ONCE).collect::<()>().await;
        self.inner.fetched_ahead.lock().unwrap_or_else(PoisonError::into_inner).extend(look.articles);
        if fetched.into_inner() > 0 {
            let reader = self.clone();
            drop(tokio::task::spawn_blocking(move || reader.trim_cache()));
        }
        Ok(())
    }

    /// False where its site should not be asked more just now.
    async fn fetch_ahead(&self, number: usize, image: Wanted, fetched: &AtomicU64) -> bool {
        let site = origin_of(&image.url);
        if self.is_left_alone(&site) {
            return false;
        }
        pause_before(number, &image.url).await;
        match self.cached_or_fetched(&image.url, image.typed_origin).await {
            Ok(image) => {
                fetched.fetch_add(image.bytes.len() as u64, Ordering::Relaxed);
                true
            }
            Err(failed) => !self.leaves_alone(&site, &failed),
        }
    }

    fn images_wanted(&self) -> Result<Look> {
        let query = TickerQuery { limit: NEWEST, unread: true, ..TickerQuery::default() };
        let mut look = Look { articles: Vec::new(), wanted: HashMap::new() };
        for row in self.store().ticker(&query)?.rows {
            let record = match self.record(row.id) {
                Err(error) if error.is_of_one_story() => continue,
                read => read?,
            };
            let seen = (row.id, record.full.is_some());
            if self.inner.fetched_ahead.lock().unwrap_or_else(PoisonError::into_inner).contains(&seen) {
                continue;
            }
            look.articles.push(seen);
            if record.feed_settings.images != FeedImages::Inherit {
                // The reader's choice for its feed is another than ahead.
                continue;
            }
            for url in images_of(&record) {
                if self.stored_image(&image_key(&url)).is_none() {
                    let typed_origin = record.typed_origin.clone();
                    look.wanted.entry(origin_of(&url)).or_default().push(Wanted { url, typed_origin });
                }
            }
        }
        Ok(look)
    }
}
