//! Articles from before a feed was followed: its publisher names where they are (RFC 5005, JSON Feed `next_url`), and they are
//! asked for only when the reader says so, one page after the other.

use crate::{
    Reader,
    address::{names_private_host, origin},
    error::{ReaderError, Result},
    fetch::{Kind, Request},
    ingest,
    sync::{GAP, Missed, site_of},
    trouble::Failed,
};
use stoppress_feeds::{ParseContext, parse};
use stoppress_model::{FeedId, Older, Timestamp};
use stoppress_store::{CheckLog, DueFeed, OlderPage, StoreError};
use url::Url;

/// Pages asked for at once, where the first ones hold nothing that is not here already.
const MOST_PAGES: u32 = 5;

impl Reader {
    /// Asks the publisher of a feed for the articles before those that are here: one page, or where all of it is known up to
    /// five, a second apart. What comes is stored as read, at the time it was published.
    ///
    /// # Errors
    /// `NotFound` where the feed is not followed or offers none; `Site` where its site wants to be left alone or gives nothing;
    /// `Offline`; `Store` where the profile cannot be written.
    pub async fn load_older(&self, feed: FeedId) -> Result<Older> {
        if let Some(why) = self.read_only() {
            return Err(StoreError::ReadOnly(why.to_owned()).into());
        }
        self.ready_network().await?;
        let mut older = Older::default();
        while older.pages < MOST_PAGES && older.new_articles == 0 {
            let due = self.store().due_feeds(self.now(), true)?.into_iter().find(|one| one.id == feed);
            let due = due.ok_or(StoreError::NotFound("this feed"))?;
            let Some(url) = self.store().older_address(feed)? else {
                let nothing = || ReaderError::NotFound("This source offers no older stories.".into());
                return if older.pages == 0 { Err(nothing()) } else { Ok(older) };
            };
            let asked = as_secure_as(&due.url, &url);
            if older.pages > 0 && !asked.as_ref().is_some_and(names_private_host) {
                tokio::time::sleep(GAP).await;
            }
            older.pages += 1;
            match self.older_page(&due, url.clone(), asked).await {
                Ok(page) => older.new_articles += self.store().ingest_older(&page)?.new,
                Err(Failed::NotFound | Failed::Gone) => self.store().end_older(feed, &url)?,
                // What came stays, and the reader may ask again.
                Err(_) if older.pages > 1 => break,
                Err(failed) => return Err(self.older_refused(due, failed).await?),
            }
        }
        older.more = self.store().older_address(feed)?.is_some();
        Ok(older)
    }

    async fn older_page(
        &self,
        due: &DueFeed,
        url: String,
        asked: Option<Url>,
    ) -> std::result::Result<OlderPage, Failed> {
        let (now, feed, feed_url) = (self.now(), due.id, due.url.clone());
        let asked = asked.ok_or(Failed::BadAddress)?;
        if self.is_to_be_left_alone(&origin(&asked), now).map_err(|error| Failed::Other(error.to_string()))? {
            return Err(Failed::AskedToWait(None));
        }
        let typed_origin = due.typed_origin.clone();
        let request = Request::of(asked, typed_origin, Kind::Older);
        let fetched = self.inner.fetcher.fetch(&request, now).await?;
        let read = tokio::task::spawn_blocking(move || {
            let body = fetched.body.unwrap_or_default();
            let context =
                ParseContext { url: Some(fetched.url.as_str()), content_type: fetched.content_type.as_deref() };
            let parsed = parse(&body, &context).map_err(ingest::failed)?;
            let language = parsed.feed.language;
            let articles = parsed.articles.into_iter().map(|article| ingest::stored(article, language.as_deref()));
            Ok(OlderPage { feed, feed_url, at: now, url, next: parsed.feed.older, articles: articles.collect() })
        });
        read.await.map_err(|error| Failed::Other(error.to_string()))?
    }

    /// Words for a page that did not come. A wish to be left alone is kept with the feed, so that it holds for its whole site.
    async fn older_refused(&self, due: DueFeed, failed: Failed) -> Result<ReaderError> {
        if let Failed::AskedToWait(Some(_)) = failed {
            let now: Timestamp = self.now();
            let sentence = format!("{} Nothing was changed.", failed.sentence(&site_of(&due.url)));
            self.note_failures(
                &[Missed { feed: due, failed, log: CheckLog { by_hand: true, ..CheckLog::default() } }],
                now,
            )?;
            return Ok(ReaderError::Site(sentence));
        }
        Ok(self.refused(&due.url, &failed).await)
    }
}

/// The address to ask. A feed that comes over a secure connection is not followed to an open one: many sites forget the letter in
/// such links, and what they mean is there over the secure one too.
fn as_secure_as(feed: &str, older: &str) -> Option<Url> {
    let mut url = Url::parse(older).ok()?;
    if feed.starts_with("https:") && url.scheme() == "http" {
        url.set_scheme("https").ok()?;
    }
    Some(url)
}

#[cfg(test)]
mod tests {
    use super::as_secure_as;

    #[test]
    fn a_secure_feed_never_leads_to_an_open_page() {
        let asked = |feed, older| as_secure_as(feed, older).map(|url| url.to_string());
        let (secure, open) = ("https://a.example/feed?page=2", "http://a.example/feed?page=2");
        assert_eq!(asked("https://a.example/feed", open).as_deref(), Some(secure));
        assert_eq!(asked("http://a.example/feed", open).as_deref(), Some(open));
        assert_eq!(asked("http://a.example/feed", "not one"), None);
    }
}
