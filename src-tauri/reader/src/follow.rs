//! Following: from whatever the reader typed to a feed with its first articles.

use crate::{
    Reader,
    address::origin,
    error::{ReaderError, Result},
    fetch::{Fetched, Kind, Request},
    ingest, schedule,
    sync::site_of,
    trouble::Failed,
};
use stoppress_feeds::{
    anchors_that_look_like_feeds, discover, normalise_address, site_rules, sniff_is_feed, well_known,
};
use stoppress_model::{Candidate, Followed, PlainText};
use stoppress_store::{DueFeed, NewFeed};
use url::Url;

/// Pages linked as feeds that are tried where a page announces none.
const ANCHORS_TRIED: usize = 5;
/// Usual addresses of feeds that are tried after that.
const PATHS_TRIED: usize = 10;

/// Bytes of a folder's name.
const FOLDER_BYTES: usize = 256;

/// How to follow an address.
#[derive(Clone, Copy, Debug, Default)]
pub struct FollowOptions<'a> {
    /// Put it into this folder.
    pub folder: Option<&'a str>,
    /// Chooses among several candidates, counted from 1.
    pub pick: Option<usize>,
    /// Refuses an address inside a private network with `PrivateAddress`, so that the window can ask first. Without it,
    /// typing such an address is agreeing to it.
    pub ask_first: bool,
}

impl Reader {
    /// Finds the feed of a site, page or feed address, follows it and stores its first articles.
    ///
    /// Where the reader must choose among several candidates and has not, nothing is changed and the candidates come back.
    ///
    /// # Errors
    /// `BadRequest` for what is no address, `Offline` where nothing could be heard, `Site` where the site has no feed; the
    /// sentence names the site, and nothing was changed.
    pub async fn follow(&self, typed: &str, options: &FollowOptions<'_>) -> Result<Followed> {
        let FollowOptions { folder, pick, ask_first } = *options;
        let folder = folder.map(|name| PlainText::new(name, FOLDER_BYTES)).filter(|name| !name.is_empty());
        let folder = folder.as_ref().map(PlainText::as_str);
        let addresses = normalise_address(typed).map_err(|error| ReaderError::BadRequest(error.to_string()))?;
        for address in &addresses {
            if let Some(id) = self.store().feed_by_url(address)? {
                let feed = Box::new(self.feed(id)?);
                return Ok(Followed::Followed { feed, already: true, new_articles: 0 });
            }
        }
        let mut last = None;
        for address in &addresses {
            let typed_origin = (!ask_first).then(|| crate::sync::origin_of(address));
            for ruled in site_rules(address) {
                if let Ok(found) = self.ask_page(&ruled, typed_origin.as_deref()).await
                    && is_feed(&found)
                {
                    return self.follow_body(found, typed_origin, folder).await;
                }
            }
            match self.ask_page(address, typed_origin.as_deref()).await {
                Ok(found) if is_feed(&found) => return self.follow_body(found, typed_origin, folder).await,
                Ok(page) => return self.follow_page(&page, typed_origin, folder, pick).await,
                // A broken secure connection is no reason to try an open one.
                Err(Failed::Tls) => return Err(self.refused(address, &Failed::Tls).await),
                Err(Failed::PrivateAddress) if ask_first => {
                    let site = site_of(address);
                    return Err(ReaderError::PrivateAddress(format!(
                        "{site} is inside your own network or this computer."
                    )));
                }
                Err(failed) => last = Some((address.clone(), failed)),
            }
        }
        let (address, failed) = last.unwrap_or_else(|| (typed.to_owned(), Failed::BadAddress));
        Err(self.refused(&address, &failed).await)
    }

    async fn follow_page(
        &self,
        page: &Fetched,
        typed_origin: Option<String>,
        folder: Option<&str>,
        pick: Option<usize>,
    ) -> Result<Followed> {
        let body = page.body.as_deref().unwrap_or_default();
        let announced = discover(body, page.url.as_str());
        let chosen = match (announced.len(), pick) {
            (0, _) => return self.follow_unannounced(page, typed_origin, folder).await,
            (_, Some(number)) => announced.get(number.wrapping_sub(1)).ok_or_else(|| {
                ReaderError::BadRequest(format!("There are {} candidates; {number} is none of them.", announced.len()))
            })?,
            (1, None) => &announced[0],
            (_, None) => return Ok(Followed::Candidates { candidates: announced }),
        };
        self.follow_candidate(chosen, typed_origin, folder).await
    }

    async fn follow_candidate(
        &self,
        candidate: &Candidate,
        typed_origin: Option<String>,
        folder: Option<&str>,
    ) -> Result<Followed> {
        if let Some(id) = self.store().feed_by_url(&candidate.url)? {
            let feed = Box::new(self.feed(id)?);
            return Ok(Followed::Followed { feed, already: true, new_articles: 0 });
        }
        match self.ask_page(&candidate.url, typed_origin.as_deref()).await {
            Ok(found) => self.follow_body(found, typed_origin, folder).await,
            Err(failed) => Err(self.refused(&candidate.url, &failed).await),
        }
    }

    /// For pages that announce no feed: links that look like one, then the usual addresses, one at a time.
    async fn follow_unannounced(
        &self,
        page: &Fetched,
        typed_origin: Option<String>,
        folder: Option<&str>,
    ) -> Result<Followed> {
        let body = page.body.as_deref().unwrap_or_default();
        let anchors = anchors_that_look_like_feeds(body, page.url.as_str()).into_iter().take(ANCHORS_TRIED);
        let paths = well_known(page.url.as_str()).into_iter().take(PATHS_TRIED);
        for address in anchors.chain(paths) {
            if let Ok(found) = self.ask_page(&address, typed_origin.as_deref()).await
                && is_feed(&found)
            {
                return self.follow_body(found, typed_origin, folder).await;
            }
        }
        let site = site_of(page.url.as_str());
        Err(ReaderError::Site(format!("{site} offers no feed that we could find. Nothing was changed.")))
    }

    async fn follow_body(&self, fetched: Fetched, typed: Option<String>, folder: Option<&str>) -> Result<Followed> {
        // Behind a temporary redirect the typed address is the lasting one.
        let url = fetched.lasting.to_string();
        // Only a private origin needs a permission, and it is for exactly that origin.
        let typed_origin = typed.filter(|typed| fetched.private && *typed == origin(&fetched.lasting));
        let now = self.now();
        let interval = schedule::interval(self.settings()?.check_interval);
        let mut due = fresh(&url);
        due.typed_origin.clone_from(&typed_origin);
        // Read before anything is written: what is no feed must not be followed.
        let (read, url) = tokio::task::spawn_blocking(move || (ingest::read(&due, &fetched, now, interval), url))
            .await
            .map_err(|error| ReaderError::Internal(error.to_string()))?;
        let mut update = match read {
            Ok(update) => update,
            Err(failed) => return Err(self.refused(&url, &failed).await),
        };
        let new = NewFeed {
            url: &url,
            title: update.title.as_str(),
            home_url: update.home_url.as_deref(),
            folder,
            typed_origin: typed_origin.as_deref(),
        };
        let followed = self.store().follow(&new, now)?;
        update.check.feed = followed.id;
        let new_articles = match followed.already {
            true => 0,
            false => self.store().ingest(&[update])?.first().map_or(0, |changes| changes.new),
        };
        self.set_offline(false);
        let feed = Box::new(self.feed(followed.id)?);
        Ok(Followed::Followed { feed, already: followed.already, new_articles })
    }

    async fn ask_page(&self, address: &str, typed_origin: Option<&str>) -> std::result::Result<Fetched, Failed> {
        let url = Url::parse(address).map_err(|_| Failed::BadAddress)?;
        let typed_origin = typed_origin.map(str::to_owned);
        let request = Request { url, typed_origin, validators: None, kind: Kind::Feed };
        self.inner.fetcher.fetch(&request, self.now()).await
    }

    /// Words for a site that gave nothing. With every other site silent too it is the network, not the site.
    pub(crate) async fn refused(&self, address: &str, failed: &Failed) -> ReaderError {
        let sentence = format!("{} Nothing was changed.", failed.sentence(&site_of(address)));
        match failed {
            Failed::PrivateAddress => ReaderError::PrivateAddress(sentence),
            Failed::NoRoute => ReaderError::Offline(sentence),
            silent if silent.is_silence() => match self.probe().await {
                Ok(Some(false)) => ReaderError::Offline(sentence),
                _ => ReaderError::Site(sentence),
            },
            _ => ReaderError::Site(sentence),
        }
    }
}

fn is_feed(fetched: &Fetched) -> bool {
    fetched.body.as_deref().is_some_and(sniff_is_feed)
}

/// A feed that was never asked.
pub(crate) fn fresh(url: &str) -> DueFeed {
    DueFeed {
        id: stoppress_model::FeedId(0),
        url: url.to_owned(),
        title: PlainText::default(),
        typed_origin: None,
        validators: None,
        body_hash: None,
        failures: 0,
        trouble_code: None,
        next_check: stoppress_model::Timestamp(0),
        last_checked: None,
        moved: None,
        newest: None,
        wish: None,
        interval: stoppress_model::FeedInterval::Auto,
        trouble_since: None,
        quiet_times: stoppress_store::QuietTimes::default(),
    }
}
