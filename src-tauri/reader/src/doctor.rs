//! The feed doctor: where a feed that cannot be read may be now, and giving it that address.

use crate::{
    Reader,
    address::origin,
    error::{ReaderError, Result},
    find::Located,
    follow::fresh,
    ingest,
    look::{Seen, Taken},
    schedule,
    sync::{origin_of, site_of},
};
use stoppress_model::{Candidate, Feed, FeedId, Found, PlainText};
use stoppress_store::DueFeed;
use url::Url;

/// Feeds of the site that are read.
const OF_THE_SITE: usize = 6;

impl Reader {
    /// Looks where a feed may be now: at its own address, by https, with and without `www.`, where redirects lead, and at what its
    /// site offers. Only what can be read as a feed is in the answer, the likeliest first; nothing is changed.
    ///
    /// # Errors
    /// `NotFound` where it is not followed; `Offline` or `Site` where no feed was found; `BadRequest` where it was ended.
    pub async fn find_address(&self, feed: FeedId) -> Result<Found> {
        let feed = self.feed(feed)?;
        let due = self.asked(feed.id)?;
        self.looking(|number| self.search_for(feed, due, number)).await
    }

    /// Gives a feed the address that a look found, by its place in the answer, and reads it from there. It can be undone.
    ///
    /// # Errors
    /// `NotFound` where it is not followed; `BadRequest` where that look is gone, or the address is followed already; `Site` where
    /// it cannot be read any more.
    pub async fn change_address(&self, feed: FeedId, look: u32, place: usize) -> Result<Feed> {
        let due = self.asked(feed)?;
        let Taken { url, body, typed_origin, .. } = self.take_found(look, place)?;
        self.refuse_taken(feed, &url)?;
        let fetched = match body {
            Some(body) => body,
            None => match self.ask_page(&url, typed_origin.as_deref()).await {
                Ok(fetched) => fetched,
                Err(failed) => return Err(self.refused(&url, &failed).await),
            },
        };
        let url = fetched.lasting.to_string();
        self.refuse_taken(feed, &url)?;
        // Only a private origin needs a permission, and it is for exactly that origin.
        let typed_origin = typed_origin.filter(|typed| fetched.private && *typed == origin(&fetched.lasting));
        let (now, interval) =
            (self.now(), schedule::interval_of(due.interval, schedule::interval(self.settings()?.check_interval)));
        let moved = DueFeed { id: feed, interval: due.interval, newest: due.newest, ..fresh(&url) };
        let read =
            tokio::task::spawn_blocking(move || ingest::read(&moved, &fetched, ingest::hash(&fetched), now, interval))
                .await;
        let update = match read.map_err(|error| ReaderError::Internal(error.to_string()))? {
            Ok(update) => update,
            Err(failed) => return Err(self.refused(&url, &failed).await),
        };
        self.store().change_address(feed, &url, typed_origin.as_deref(), now)?;
        self.store().ingest(&[update])?;
        self.set_offline(false);
        self.feed(feed)
    }

    fn refuse_taken(&self, feed: FeedId, url: &str) -> Result<()> {
        match self.store().feed_by_url(url)? {
            Some(other) if other != feed => {
                Err(ReaderError::BadRequest("This address is followed already. Nothing was changed.".into()))
            }
            _ => Ok(()),
        }
    }

    fn asked(&self, feed: FeedId) -> Result<DueFeed> {
        let known = self.store().due_feeds(self.now(), true)?.into_iter().find(|due| due.id == feed);
        known.ok_or_else(|| ReaderError::NotFound("this feed is not in the library".into()))
    }

    async fn search_for(&self, feed: Feed, due: DueFeed, number: u32) -> Result<Found> {
        let typed_origin = due.typed_origin.as_deref();
        let mut seen: Vec<Seen> = Vec::new();
        let mut own_failure = None;
        for address in variants(&feed.url) {
            match self.ask_page(&address, typed_origin).await {
                Ok(fetched) => self.note(&feed, &mut seen, &address, PlainText::default(), Ok(fetched)).await?,
                Err(failed) => own_failure = own_failure.or(Some(failed)),
            }
        }
        let home = feed.home_url.clone().or_else(|| Some(Url::parse(&feed.url).ok()?.join("/").ok()?.into()));
        if let Some(home) = home {
            // The home page was named by the feed, or is on its site: private only where the feed itself may be.
            match self.locate_as(&home, typed_origin).await {
                Ok(Located::Feed(fetched)) => {
                    let address = fetched.lasting.to_string();
                    self.note(&feed, &mut seen, &address, PlainText::default(), Ok(*fetched)).await?;
                }
                Ok(Located::Page(candidates)) => {
                    for Candidate { url, title, .. } in candidates.into_iter().take(OF_THE_SITE) {
                        let fetched = self.ask_page(&url, typed_origin).await;
                        self.note(&feed, &mut seen, &url, title, fetched).await?;
                    }
                }
                // A feed of the same site that is followed already is no new address.
                Ok(Located::Known(_)) | Err(_) => {}
            }
        }
        if seen.is_empty() {
            let failed = own_failure.unwrap_or(crate::trouble::Failed::NotFound);
            return match self.refused(&feed.url, &failed).await {
                offline @ ReaderError::Offline(_) => Err(offline),
                _ => Err(ReaderError::Site(format!(
                    "No feed was found at {} under another address. Nothing was changed.",
                    site_of(&feed.url)
                ))),
            };
        }
        // Its own name tells its feed from others of the same site.
        seen.sort_by_key(|one| (one.source.comments, one.source.publisher != feed.title));
        Ok(self.keep_look(number, due.typed_origin.or_else(|| Some(origin_of(&feed.url))), seen))
    }

    /// Adds a feed that can be read and was not found before.
    async fn note(
        &self,
        feed: &Feed,
        seen: &mut Vec<Seen>,
        address: &str,
        title: PlainText,
        fetched: std::result::Result<crate::fetch::Fetched, crate::trouble::Failed>,
    ) -> Result<()> {
        let own = fetched.as_ref().is_ok_and(|fetched| fetched.lasting.as_str() == feed.url);
        let candidate = Candidate { url: address.to_owned(), title, kind: None };
        let one = self.see_anew(candidate, fetched, own.then_some(feed.id)).await?;
        let is_new = seen.iter().all(|known| known.source.url != one.source.url);
        // What another followed feed has is no new address of this one.
        let is_free = one.source.followed.is_none_or(|other| other == feed.id);
        if one.source.problem.is_none() && is_new && is_free {
            seen.push(one);
        }
        Ok(())
    }
}

/// Where the same feed may be: as it is, by https, and with or without `www.`.
fn variants(address: &str) -> Vec<String> {
    let Ok(url) = Url::parse(address) else { return Vec::new() };
    let mut found = vec![url.clone()];
    if url.scheme() == "http" {
        let mut secure = url.clone();
        if secure.set_scheme("https").is_ok() {
            found.push(secure);
        }
    }
    if let Some(host) = url.domain().filter(|host| host.contains('.')) {
        let other = host.strip_prefix("www.").map_or_else(|| format!("www.{host}"), str::to_owned);
        for mut at in found.clone() {
            if at.set_host(Some(&other)).is_ok() {
                found.push(at);
            }
        }
    }
    found.into_iter().map(String::from).collect()
}

#[cfg(test)]
mod tests {
    use super::variants;

    #[test]
    fn a_feed_is_looked_for_by_https_and_with_and_without_www() {
        let check = |address: &str, want: &[&str]| assert_eq!(variants(address), want, "{address}");
        check(
            "http://a.example/f",
            &["http://a.example/f", "https://a.example/f", "http://www.a.example/f", "https://www.a.example/f"],
        );
        check("https://www.a.example/f?x=1", &["https://www.a.example/f?x=1", "https://a.example/f?x=1"]);
        check("http://127.0.0.1:8/f", &["http://127.0.0.1:8/f", "https://127.0.0.1:8/f"]);
        check("nonsense", &[]);
    }
}
