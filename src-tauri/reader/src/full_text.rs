//! The full story: fetched from the publisher's page when the reader asks, when an article is saved, and behind, politely,
//! for feeds that are measured to give only beginnings. A paywall or challenge is named, never got round.

use crate::{
    Reader,
    address::{names_private_host, origin},
    error::Result,
    fetch::{Kind, Request},
    robots::Robots,
    sync::{origin_of, site_of},
    trouble::Failed,
};
use futures_util::{StreamExt, stream};
use std::{
    collections::HashMap,
    sync::{Arc, MutexGuard, PoisonError},
    time::Duration,
};
use stoppress_feeds::{clean, is_truncated, readable};
use stoppress_model::{ArticleId, FeedId, TextMode, Timestamp};
use stoppress_store::{FullText, FullTextResult, WantedText};
use url::Url;

/// Articles of a feed that are compared with their pages to see whether it is truncated.
const MEASURED: u32 = 3;
/// Feeds measured after one round of checks.
const MEASURED_FEEDS: usize = 20;
/// Full texts fetched behind for one feed after one round of checks.
const BEHIND: u32 = 10;
/// Origins asked for full texts at once.
pub(crate) const ORIGINS_AT_ONCE: usize = 16;
/// A site that was silent or wanted to be left alone is not asked for pages again for so many seconds.
const QUIET: i64 = 30 * 60;
/// Between two background requests to the same remote origin.
const GAP: Duration = Duration::from_secs(1);

impl Reader {
    /// Looks for the full text of an article now, because the reader asked. What was found, or why there is none, is kept.
    ///
    /// # Errors
    /// `NotFound` where the article is gone or has no page; `Offline` or `Site` where its page could not be had.
    pub async fn full_story(&self, id: ArticleId) -> Result<FullTextResult> {
        if let Some(found @ FullTextResult::Found(_)) = self.read_whole(id, |store| store.full_text(id))? {
            return Ok(found);
        }
        let url = self.original(id)?;
        let record = self.record(id)?;
        let wanted = WantedText { id, feed: record.feed_id, url, typed_origin: record.typed_origin };
        match self.fetch_text(&wanted).await? {
            Ok(found) => {
                self.store().keep_full_text(id, &found, self.now())?;
                Ok(found)
            }
            Err(failed) => Err(self.refused(&wanted.url, &failed).await),
        }
    }

    /// The reader's choice for a feed: as the feed gives it, in full, or by measure.
    ///
    /// # Errors
    /// `NotFound` where it is not followed.
    pub fn set_text_mode(&self, feed: FeedId, mode: TextMode) -> Result<()> {
        Ok(self.store().set_text_mode(feed, mode)?)
    }

    /// After a round of checks: measures new feeds, then fetches the full texts that will be wanted. One origin is asked one
    /// thing at a time.
    ///
    /// # Errors
    /// When the library cannot be read or written. A page that cannot be had is no error.
    pub async fn fetch_texts_behind(&self) -> Result<()> {
        let mut left = MEASURED_FEEDS;
        for feed in self.store().unmeasured_feeds()? {
            left -= usize::from(self.measure(feed).await?);
            if left == 0 {
                break;
            }
        }
        let mut origins: HashMap<String, Vec<WantedText>> = HashMap::new();
        for feed in self.store().feeds_in_full()? {
            for wanted in self.store().wanted_texts(feed, BEHIND, true)? {
                origins.entry(origin_of(&wanted.url)).or_default().push(wanted);
            }
        }
        let one_origin = |wanted: Vec<WantedText>| async move {
            let mut asked = 0;
            for one in wanted {
                if !self.keep_text(&one, &mut asked).await? {
                    break;
                }
            }
            Ok::<(), crate::ReaderError>(())
        };
        let mut fetching = stream::iter(origins.into_values().map(one_origin)).buffer_unordered(ORIGINS_AT_ONCE);
        while let Some(outcome) = fetching.next().await {
            outcome?;
        }
        Ok(())
    }

    /// Compares the newest articles of a feed with their pages. Where most pages give much more, the feed is truncated. False
    /// where nobody was asked.
    async fn measure(&self, feed: FeedId) -> Result<bool> {
        let wanted = self.store().wanted_texts(feed, MEASURED, false)?;
        let (mut longer, mut compared, mut asked) = (0, 0, 0);
        for one in &wanted {
            if !self.keep_text(one, &mut asked).await? {
                // Nothing was heard or the site wants to be left alone: another round will tell.
                return Ok(asked > 0);
            }
            match self.store().full_text(one.id)? {
                Some(FullTextResult::Found(_)) => {
                    longer += 1;
                    compared += 1;
                }
                Some(FullTextResult::None(_)) => compared += 1,
                None => {}
            }
        }
        if compared > 0 {
            self.store().note_truncated(feed, longer * 2 > compared)?;
        }
        Ok(asked > 0)
    }

    /// Fetches and keeps one text, where its site has nothing against it; who reads the article may still ask for it. False where
    /// the site should not be asked for anything more just now. `asked`: how often it was in this row.
    async fn keep_text(&self, wanted: &WantedText, asked: &mut usize) -> Result<bool> {
        let site = origin_of(&wanted.url);
        if self.is_left_alone(&site) {
            return Ok(false);
        }
        // What is no address of a site is not asked for: the fetch says so, and that is kept.
        if let Some(url) = Url::parse(&wanted.url).ok().filter(|url| matches!(url.scheme(), "http" | "https")) {
            let Some(robots) = self.robots(&site, wanted, asked).await else { return Ok(false) };
            if !robots.allows(&url[url::Position::BeforePath..url::Position::AfterQuery]) {
                return Ok(true);
            }
        }
        pause_before(*asked, &wanted.url).await;
        *asked += 1;
        match self.fetch_text(wanted).await? {
            Ok(found) => self.store().keep_full_text(wanted.id, &found, self.now())?,
            Err(failed) if self.leaves_alone(&site, &failed) => return Ok(false),
            Err(failed) => {
                let note = FullTextResult::None(failed.sentence(&site_of(&wanted.url)));
                self.store().keep_full_text(wanted.id, &note, self.now())?;
            }
        }
        Ok(true)
    }

    /// What a site wants left alone by programs, asked once a day. `None` where it cannot say so now: nothing is fetched behind
    /// from it for a while (RFC 9309, 2.3.1.4).
    async fn robots(&self, site: &str, wanted: &WantedText, asked: &mut usize) -> Option<Arc<Robots>> {
        let now = self.now();
        if let Some(known) = self.inner.robots.of(site, now) {
            return Some(known);
        }
        let url = Url::parse(site).ok()?.join("/robots.txt").ok()?;
        pause_before(*asked, site).await;
        *asked += 1;
        let request = Request::of(url, wanted.typed_origin.clone(), Kind::Robots);
        let robots = match self.inner.fetcher.fetch(&request, now).await {
            Ok(fetched) => Robots::read(&fetched.body.unwrap_or_default()),
            Err(failed) if failed.is_refusal() || failed == Failed::Gone => Robots::default(),
            Err(failed) => {
                if !self.leaves_alone(site, &failed) {
                    self.leave_alone(site, Timestamp(0));
                }
                return None;
            }
        };
        Some(self.inner.robots.keep(site, robots, now))
    }

    /// True while a site is not asked for anything behind.
    pub(crate) fn is_left_alone(&self, site: &str) -> bool {
        self.quiet_origins().get(site).is_some_and(|until| *until > self.now())
    }

    /// Leaves a site alone for a while where its answer, or its silence, asks for that.
    pub(crate) fn leaves_alone(&self, site: &str, failed: &Failed) -> bool {
        let asked = match failed {
            Failed::AskedToWait(at) => at.unwrap_or(Timestamp(0)),
            silent if silent.is_silence() => Timestamp(0),
            _ => return false,
        };
        self.leave_alone(site, asked);
        true
    }

    fn leave_alone(&self, site: &str, until: Timestamp) {
        self.quiet_origins().insert(site.to_owned(), until.max(self.now().plus(QUIET)));
    }

    fn quiet_origins(&self) -> MutexGuard<'_, HashMap<String, Timestamp>> {
        self.inner.quiet_origins.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the page and compares it with what the feed gave.
    pub(crate) async fn fetch_text(&self, wanted: &WantedText) -> Result<std::result::Result<FullTextResult, Failed>> {
        let Ok(url) = Url::parse(&wanted.url) else { return Ok(Err(Failed::BadAddress)) };
        let typed_origin = wanted.typed_origin.clone();
        let request = Request::of(url, typed_origin, Kind::Story);
        let fetched = match self.inner.fetcher.fetch(&request, self.now()).await {
            Ok(fetched) => fetched,
            Err(failed) => return Ok(Err(failed)),
        };
        let from_feed = match self.store().article(wanted.id) {
            Ok(record) => record.content.html,
            Err(_) => String::new(),
        };
        let read = tokio::task::spawn_blocking(move || {
            let body = fetched.body.unwrap_or_default();
            let page = fetched.url.to_string();
            match readable(&body, fetched.content_type.as_deref(), &page) {
                Ok(text) if gives_less(&from_feed, &text.html) => {
                    FullTextResult::None("The page gives no more than the source.".into())
                }
                Ok(text) => FullTextResult::Found(FullText {
                    title: text.title,
                    html: text.html,
                    url: page,
                    image: text.image,
                    authors: text.byline.into_iter().collect(),
                    site: text.site,
                    published: text.published,
                    language: text.language,
                    direction: text.direction,
                }),
                Err(why) => FullTextResult::None(format!("{}: {why}.", site_of(&page))),
            }
        })
        .await;
        Ok(read.map_err(|error| Failed::Other(error.to_string())))
    }
}

/// A full text that is not clearly longer than the feed's brings nothing but risk.
fn gives_less(from_feed: &str, from_page: &str) -> bool {
    !clean(from_feed, None).text().trim().is_empty() && !is_truncated(from_feed, from_page)
}

pub(crate) async fn pause_before(number: usize, url: &str) {
    let remote = Url::parse(url).is_ok_and(|url| !names_private_host(&url) && !origin(&url).is_empty());
    if number > 0 && remote {
        tokio::time::sleep(GAP).await;
    }
}
