//! Finding: from whatever the reader typed to the feed that is there, or the feeds that a page offers. Nothing is followed.

use crate::{
    Reader,
    error::{ReaderError, Result},
    fetch::{Fetched, Kind, Request},
    sync::{origin_of, site_of},
    trouble::Failed,
};
use stoppress_feeds::{
    anchors_that_look_like_feeds, discover, has_no_feeds, is_challenge, normalise_address, site_rules, sniff_is_feed,
    well_known,
};
use stoppress_model::{Candidate, FeedId};
use url::Url;

/// Pages linked as feeds that are tried where a page announces none.
const ANCHORS_TRIED: usize = 5;
/// Usual addresses of feeds that are tried after that.
const PATHS_TRIED: usize = 10;

/// What an address led to.
pub(crate) enum Located {
    /// A feed that is followed; nobody was asked.
    Known(FeedId),
    /// A feed.
    Feed(Box<Fetched>),
    /// A page that names feeds, best first.
    Page(Vec<Candidate>),
}

impl Reader {
    /// Finds what is at an address, and the origin that counts as typed. With `ask_first`, none does: an address inside a
    /// private network is refused with `PrivateAddress`.
    ///
    /// # Errors
    /// `BadRequest` for what is no address, `Offline` where nothing could be heard, `Site` where the site has no feed.
    pub(crate) async fn locate(&self, typed: &str, ask_first: bool) -> Result<(Located, Option<String>)> {
        let addresses = normalise_address(typed).map_err(|error| ReaderError::BadRequest(error.to_string()))?;
        for address in &addresses {
            if let Some(id) = self.store().feed_by_url(address)? {
                return Ok((Located::Known(id), None));
            }
        }
        if let Some(address) = addresses.first().filter(|address| has_no_feeds(address)) {
            let site = site_of(address);
            return Err(ReaderError::Site(format!(
                "{site} has no feeds any more, so it was not asked. Nothing was changed."
            )));
        }
        let mut last = None;
        for address in &addresses {
            let typed_origin = (!ask_first).then(|| origin_of(address));
            for ruled in site_rules(address) {
                if let Ok(found) = self.ask_page(&ruled, typed_origin.as_deref()).await
                    && is_feed(&found)
                {
                    return Ok((Located::Feed(Box::new(found)), typed_origin));
                }
            }
            match self.ask_page(address, typed_origin.as_deref()).await {
                Ok(found) if is_feed(&found) => return Ok((Located::Feed(Box::new(found)), typed_origin)),
                Ok(page) => return Ok((self.locate_on(&page, typed_origin.as_deref()).await?, typed_origin)),
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

    /// What is at an address that the reader did not type: private only where its origin is this one.
    pub(crate) async fn locate_as(&self, address: &str, typed_origin: Option<&str>) -> Result<Located> {
        match self.ask_page(address, typed_origin).await {
            Ok(found) if is_feed(&found) => Ok(Located::Feed(Box::new(found))),
            Ok(page) => self.locate_on(&page, typed_origin).await,
            Err(failed) => Err(self.refused(address, &failed).await),
        }
    }

    /// The feeds that a page names; where it names none, links that look like one, then the usual addresses, one at a time.
    async fn locate_on(&self, page: &Fetched, typed_origin: Option<&str>) -> Result<Located> {
        let body = page.body.as_deref().unwrap_or_default();
        let announced = discover(body, page.url.as_str());
        if announced.is_empty() && is_challenge(body) {
            return Err(self.refused(page.url.as_str(), &Failed::Challenge).await);
        }
        match announced.as_slice() {
            [] => {}
            // A page may name a feed that is long gone, and have one all the same.
            [only] => {
                if let Some(id) = self.store().feed_by_url(&only.url)? {
                    return Ok(Located::Known(id));
                }
                match self.ask_page(&only.url, typed_origin).await {
                    Ok(found) if is_feed(&found) => return Ok(Located::Feed(Box::new(found))),
                    Ok(_) | Err(Failed::NotFound | Failed::Gone) => {}
                    Err(failed) => return Err(self.refused(&only.url, &failed).await),
                }
            }
            _ => return Ok(Located::Page(announced)),
        }
        let anchors = anchors_that_look_like_feeds(body, page.url.as_str()).into_iter().take(ANCHORS_TRIED);
        let paths = well_known(page.url.as_str()).into_iter().take(PATHS_TRIED);
        for address in anchors.chain(paths) {
            match self.ask_page(&address, typed_origin).await {
                Ok(found) if is_feed(&found) => return Ok(Located::Feed(Box::new(found))),
                // A site that has had enough of questions is not guessed at any further.
                Err(failed) if failed.is_silence() || matches!(failed, Failed::AskedToWait(_) | Failed::Overloaded) => {
                    break;
                }
                _ => {}
            }
        }
        let site = site_of(page.url.as_str());
        Err(ReaderError::Site(format!("{site} offers no feed that we could find. Nothing was changed.")))
    }

    pub(crate) async fn ask_page(
        &self,
        address: &str,
        typed_origin: Option<&str>,
    ) -> std::result::Result<Fetched, Failed> {
        let url = Url::parse(address).map_err(|_| Failed::BadAddress)?;
        let typed_origin = typed_origin.map(str::to_owned);
        let request = Request::of(url, typed_origin, Kind::Typed);
        // A library that cannot say whom it signs in to has nobody to sign in to.
        let _ = self.ready_network().await;
        self.inner.fetcher.fetch(&request, self.now()).await
    }

    /// Words for a site that gave nothing. With every other site silent too it is the network, not the site.
    pub(crate) async fn refused(&self, address: &str, failed: &Failed) -> ReaderError {
        let sentence = format!("{} Nothing was changed.", failed.sentence_once(&site_of(address)));
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
