//! Networks of hotels and trains that answer for every site until the reader signs in on a page of theirs. What they answer is
//! no site's fault. It decides nothing about one site, and never asks the network's own page anything.

use crate::{
    Reader,
    address::origin,
    due::{is_waiting, is_wanted},
    error::Result,
    fetch::{Kind, Request},
    ingest,
    trouble::Failed,
};
use futures_util::{StreamExt, stream::FuturesUnordered};
use std::{
    collections::HashSet,
    sync::{PoisonError, atomic::Ordering},
    time::Duration,
};
use stoppress_feeds::{ParseContext, parse};
use stoppress_model::Notice;
use stoppress_store::DueFeed;
use tokio::time::timeout;
use url::{Host, Url};

/// So many publishers are asked whether they answer themselves …
const WITNESSES: usize = 4;
/// … for so long.
const PATIENCE: Duration = Duration::from_secs(10);

impl Failed {
    /// What a network in which somebody has to sign in first makes of any request.
    pub(crate) fn may_be_the_network(&self) -> bool {
        self.is_silence()
            || matches!(self, Failed::Tls | Failed::PrivateAddress | Failed::NotAFeed(_) | Failed::NetworkSignIn)
    }
}

impl Reader {
    /// Whether the network answers in the place of sites: the address to sign in by, a home page of one of them. Asks the home pages
    /// of a few publishers without encryption, those that were well first; where at least two say anything, and all of
    /// them the same, it is not they who speak, unless the feed of the first can be had.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub(crate) async fn look_for_portal(&self) -> Result<Option<String>> {
        let now = self.now();
        let mut feeds = self.store().due_feeds(now, true)?;
        feeds.retain(|feed| is_wanted(feed) && !is_waiting(feed, now));
        feeds.sort_by_key(|feed| feed.failures);
        let mut known = HashSet::new();
        let witnesses: Vec<(Url, DueFeed)> = feeds
            .into_iter()
            .filter_map(|feed| Some((home_in_the_open(&feed.url)?, feed)))
            .filter(|(home, _)| known.insert(publisher(home)))
            .take(WITNESSES)
            .collect();
        let Some((first, feed)) = witnesses.first().cloned().filter(|_| witnesses.len() > 1) else {
            return Ok(None);
        };
        let mut answers: FuturesUnordered<_> =
            witnesses.into_iter().map(|(home, feed)| self.voice_at(home, feed.typed_origin)).collect();
        let mut voices = Vec::new();
        while let Some(voice) = answers.next().await {
            voices.extend(voice);
        }
        let is_one = voices.len() > 1 && voices.iter().all(|voice| *voice == voices[0]);
        // Homes of one owner may all lead to a page that asks for consent.
        Ok((is_one && !self.is_well(feed).await).then(|| first.to_string()))
    }

    async fn is_well(&self, feed: DueFeed) -> bool {
        let Ok(url) = Url::parse(&feed.url) else { return false };
        let request =
            Request { validators: feed.validators, closes: true, ..Request::of(url, feed.typed_origin, Kind::Feed) };
        let Ok(Ok(fetched)) = timeout(PATIENCE, self.inner.fetcher.fetch(&request, self.now())).await else {
            return false;
        };
        let Some(body) = fetched.body else { return true };
        let read = tokio::task::spawn_blocking(move || {
            let context =
                ParseContext { url: Some(fetched.url.as_str()), content_type: fetched.content_type.as_deref() };
            parse(&body, &context).is_ok()
        });
        read.await.unwrap_or(false)
    }

    /// Who answers there, or what; `None` = nobody.
    async fn voice_at(&self, home: Url, typed_origin: Option<String>) -> Option<String> {
        let asked = publisher(&home);
        // Whose host the reader typed may stand in a private network, here as there.
        let typed = typed_origin.and_then(|typed| Url::parse(&typed).ok());
        let typed_origin = typed.filter(|typed| typed.host() == home.host()).map(|_| origin(&home));
        let request = Request { closes: true, ..Request::of(home, typed_origin, Kind::Home) };
        match timeout(PATIENCE, self.inner.fetcher.fetch(&request, self.now())).await.ok()? {
            Ok(fetched) if publisher(&fetched.url) == asked => Some(format!("{:?}", ingest::hash(&fetched))),
            Ok(fetched) => Some(origin(&fetched.url)),
            Err(Failed::PrivateAddress) => Some("somewhere in a private network".into()),
            Err(Failed::NetworkSignIn) => Some("the network".into()),
            Err(failed) if failed.may_be_the_network() => None,
            // A refusal is a site's own.
            Err(_) => Some(asked),
        }
    }

    /// Where the network wants the reader to sign in before anything can be reached.
    pub(crate) fn portal(&self) -> Option<String> {
        self.inner.portal.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set_portal(&self, portal: Option<String>) {
        let mut known = self.inner.portal.lock().unwrap_or_else(PoisonError::into_inner);
        if *known != portal {
            *known = portal;
            drop(known);
            self.announce(Notice::LibraryChanged);
        }
    }

    /// The address at which a browser is sent to the page of the network on which the reader signs in.
    #[must_use]
    pub fn sign_in_address(&self) -> Option<String> {
        self.portal().filter(|_| self.inner.offline.load(Ordering::Relaxed))
    }
}

/// The beginning of a feed's site. Without encryption: a network can answer in its place there and nowhere else.
fn home_in_the_open(feed: &str) -> Option<Url> {
    let mut url = Url::parse(feed).ok()?;
    if url.scheme() == "https" {
        url.set_port(None).ok()?;
        url.set_scheme("http").ok()?;
    }
    (url.scheme() == "http").then(|| url.join("/").ok())?
}

/// Sites of one publisher count once. Rather too few than too many: under a suffix of two parts, all are taken for one.
fn publisher(url: &Url) -> String {
    match url.host() {
        Some(Host::Domain(name)) => {
            let parts: Vec<&str> = name.rsplit('.').take(2).collect();
            parts.into_iter().rev().collect::<Vec<_>>().join(".")
        }
        _ => origin(url),
    }
}

#[cfg(test)]
mod tests {
    use super::{home_in_the_open, publisher};
    use url::Url;

    #[test]
    fn homes_are_asked_in_the_open_and_sites_of_one_publisher_are_one() {
        let home = |feed: &str| home_in_the_open(feed).map(String::from);
        assert_eq!(home("https://news.example.org:8443/a/feed?x=1").as_deref(), Some("http://news.example.org/"));
        assert_eq!(home("http://127.0.0.1:8080/feed").as_deref(), Some("http://127.0.0.1:8080/"));
        assert_eq!(home("ftp://example.org/feed"), None);
        let of = |url: &str| publisher(&Url::parse(url).expect("an address"));
        assert_eq!(of("https://www.example.org/"), of("http://feeds.example.org/x"));
        assert_ne!(of("http://example.org/"), of("http://example.net/"));
        assert_ne!(of("http://127.0.0.1:1/"), of("http://127.0.0.1:2/"));
    }
}
