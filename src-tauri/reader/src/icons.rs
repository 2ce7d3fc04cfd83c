//! What a site says of itself on its home page: its icon, and where else it can be followed. The site itself is asked, never
//! a service of somebody else, and only with the limits of what a page names.

use crate::{
    Reader,
    error::{ReaderError, Result},
    fetch::{Kind, Request},
    full_text::{ORIGINS_AT_ONCE, pause_before},
    pictures,
    sync::origin_of,
    trouble::Failed,
};
use futures_util::{StreamExt, stream};
use sha2::{Digest, Sha256};
use std::{
    collections::HashMap,
    sync::{MutexGuard, PoisonError},
};
use stoppress_feeds::{icon_candidates, publisher_links};
use stoppress_model::{CheckInterval, FeedId, ImagePolicy, PublisherLink, PublisherPlace};
use stoppress_store::{Home, Icon};
use url::Url;

/// A site is looked at for its icon so often, in seconds.
const ICON_EVERY: i64 = 7 * 24 * 3600;
/// What a site says of where else it can be followed is believed so long.
const LINKS_GOOD: i64 = 30 * 24 * 3600;
/// Sites looked at after one round of checks.
const SITES: usize = 48;
/// Of the icons that a page offers so many are tried.
const TRIED: usize = 3;
/// A larger icon is none.
const ICON_BYTES: usize = 1 << 20;

type Links = Option<Vec<PublisherPlace>>;

/// What a site says of itself.
pub(crate) struct Site {
    links: Links,
    pub(crate) icon: Option<Icon>,
    /// Why its home page could not be read; an icon may be there all the same.
    failed: Option<Failed>,
}

impl Reader {
    /// After a round of checks: looks at sites of followed feeds for their icons, at most once a week each. Only once where
    /// the reader wants no images, or asks for every check by hand; never for a feed that is paused.
    ///
    /// # Errors
    /// When the library cannot be read or written. A site that gives nothing is no error.
    pub async fn fetch_icons_behind(&self) -> Result<()> {
        let settings = self.settings()?;
        let by_hand = settings.check_interval == CheckInterval::Manual;
        let again = (!by_hand).then(|| self.now().plus(-ICON_EVERY));
        let mut homes = self.store().homes_to_look_at(again, settings.images == ImagePolicy::Never)?;
        // Sites that do not answer must not take the places of all others.
        homes.retain(|home| !self.is_left_alone(&origin_of(&address(home))));
        let mut origins: HashMap<String, Vec<Home>> = HashMap::new();
        for home in homes.into_iter().take(SITES) {
            origins.entry(origin_of(&address(&home))).or_default().push(home);
        }
        let one_origin = |site: String, homes: Vec<Home>| async move {
            for (number, home) in homes.into_iter().enumerate() {
                if self.is_left_alone(&site) {
                    break;
                }
                pause_before(number, &address(&home)).await;
                if let Err(failed) = self.look_at_home(&home).await?
                    && self.leaves_alone(&site, &failed)
                {
                    break;
                }
            }
            Ok::<(), ReaderError>(())
        };
        let looking = origins.into_iter().map(|(site, homes)| one_origin(site, homes));
        let mut looking = stream::iter(looking).buffer_unordered(ORIGINS_AT_ONCE);
        while let Some(outcome) = looking.next().await {
            outcome?;
        }
        Ok(())
    }

    /// Where else the publisher of a feed can be followed, as its home page says, which is fetched when this is first asked
    /// and again a month later. The window shows kind, title and host, and opens
    /// by number.
    ///
    /// # Errors
    /// `NotFound` where it is not followed; `Offline` or `Site` where the page cannot be had and nothing is known.
    pub async fn publisher_links(&self, feed: FeedId) -> Result<Vec<PublisherLink>> {
        let mut kept = self.store().publisher_links(feed)?;
        if !kept.at.is_some_and(|at| (0..LINKS_GOOD).contains(&(self.now().0 - at.0))) {
            let home = self.store().home(feed)?;
            match self.look_at_home(&home).await? {
                Ok(()) => kept = self.store().publisher_links(feed)?,
                Err(_) if kept.at.is_some() => {}
                Err(failed) => return Err(self.refused(&address(&home), &failed).await),
            }
        }
        let links = shown(&kept.links);
        // Fetching behind may find others in another order before the reader chooses.
        self.shown_places().insert(feed, kept.links);
        Ok(links)
    }

    /// The address of one of the places that [`Reader::publisher_links`] named last in this process, counted from 0.
    ///
    /// # Errors
    /// `NotFound` where there is none such.
    pub fn publisher_link(&self, feed: FeedId, number: usize) -> Result<String> {
        let shown = self.shown_places();
        let link = shown.get(&feed).and_then(|links| links.get(number));
        link.map(|link| link.url.clone())
            .ok_or_else(|| ReaderError::NotFound("This place is not known any more; open the list again.".into()))
    }

    fn shown_places(&self) -> MutexGuard<'_, HashMap<FeedId, Vec<PublisherPlace>>> {
        self.inner.shown_places.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the home page of a feed and notes what it says. Silence and a wish to be left alone are told and nothing is noted.
    async fn look_at_home(&self, home: &Home) -> Result<std::result::Result<(), Failed>> {
        let site = match self.visit(&address(home), home.typed_origin.as_deref()).await? {
            Ok(site) => site,
            Err(failed) => return Ok(Err(failed)),
        };
        self.keep_site(home.feed, &site)?;
        Ok(site.failed.map_or(Ok(()), Err))
    }

    /// Notes what the site of a feed says.
    pub(crate) fn keep_site(&self, feed: FeedId, site: &Site) -> Result<()> {
        Ok(self.store().keep_home(feed, site.links.as_deref(), site.icon.as_ref(), self.now())?)
    }

    /// Asks a home page and then for the icon. An error is silence, or a wish to be left alone.
    pub(crate) async fn visit(
        &self,
        home: &str,
        typed_origin: Option<&str>,
    ) -> Result<std::result::Result<Site, Failed>> {
        let page = match self.ask_site(home, typed_origin, Kind::Home).await {
            Ok(page) => Ok(page),
            Err(failed) if failed.is_silence() || matches!(failed, Failed::AskedToWait(_)) => return Ok(Err(failed)),
            Err(failed) => Err(failed),
        };
        let (body, at, failed) = match page {
            Ok((body, at)) => (Some(body), at, None),
            Err(failed) => (None, home.to_owned(), Some(failed)),
        };
        let read = tokio::task::spawn_blocking(move || {
            let links: Links = body.as_deref().map(|body| publisher_links(body, &at));
            (links, icon_candidates(body.as_deref().unwrap_or_default(), &at))
        });
        let (links, candidates) = read.await.map_err(|error| ReaderError::Internal(error.to_string()))?;
        let mut icon = None;
        for candidate in candidates.into_iter().take(TRIED) {
            pause_before(1, &candidate.url).await;
            if let Ok((bytes, _)) = self.ask_site(&candidate.url, typed_origin, Kind::Icon).await
                && bytes.len() <= ICON_BYTES
                && let Some(image) = pictures::icon(bytes).await
            {
                let key = Sha256::digest(&image.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
                icon = Some(Icon { key, bytes: image.bytes });
                break;
            }
        }
        Ok(Ok(Site { links, icon, failed }))
    }

    /// Bytes, and the address that gave them.
    async fn ask_site(
        &self,
        url: &str,
        typed_origin: Option<&str>,
        kind: Kind,
    ) -> std::result::Result<(Vec<u8>, String), Failed> {
        let url = Url::parse(url).map_err(|_| Failed::BadAddress)?;
        let request = Request::of(url, typed_origin.map(str::to_owned), kind);
        let fetched = self.inner.fetcher.fetch(&request, self.now()).await?;
        Ok((fetched.body.unwrap_or_default(), fetched.url.to_string()))
    }
}

fn address(home: &Home) -> String {
    home_address(home.url.as_deref(), &home.feed_url)
}

/// As a feed names it, else the beginning of the feed's own site.
pub(crate) fn home_address(named: Option<&str>, feed_url: &str) -> String {
    named.map_or_else(|| format!("{}/", origin_of(feed_url)), str::to_owned)
}

/// What the window gets of the places: no addresses.
fn shown(places: &[PublisherPlace]) -> Vec<PublisherLink> {
    let host =
        |url: &str| Url::parse(url).ok().and_then(|url| Some(url.host_str()?.trim_start_matches("www.").to_owned()));
    let link = |place: &PublisherPlace| PublisherLink {
        kind: place.kind,
        title: place.title.clone(),
        host: host(&place.url).unwrap_or_default(),
    };
    places.iter().map(link).collect()
}
