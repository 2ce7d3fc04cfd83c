//! Following: what was found becomes a feed with its first articles.

use crate::{
    Reader,
    address::origin,
    edits::is_edit,
    error::{ReaderError, Result},
    fetch::Fetched,
    find::Located,
    ingest,
    look::is_of_comments,
    schedule,
};
use stoppress_model::{FeedId, FollowAs, Followed, PlainText};
use stoppress_store::{DueFeed, NewFeed};

/// Bytes of a name that the reader gives.
const NAME_BYTES: usize = 256;

/// How to follow an address. Typing one is agreeing to it, also where it is inside a private network.
#[derive(Clone, Copy, Debug, Default)]
pub struct FollowOptions<'a> {
    /// Put it into this folder.
    pub folder: Option<&'a str>,
    /// Chooses among several candidates, counted from 1.
    pub pick: Option<usize>,
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
        let FollowOptions { folder, pick } = *options;
        let wish = FollowAs { folder: folder.map(str::to_owned), ..FollowAs::default() };
        let (located, typed_origin) = self.locate(typed, false).await?;
        let candidates = match located {
            Located::Known(id) => return self.already(id),
            Located::Feed(found) => return self.follow_body(*found, typed_origin, &wish).await,
            Located::Page(candidates) => candidates,
        };
        let of_articles: Vec<_> =
            candidates.iter().filter(|one| !is_of_comments(&one.url, one.title.as_str())).collect();
        let chosen = match (of_articles.as_slice(), pick) {
            (_, Some(number)) => candidates.get(number.wrapping_sub(1)).ok_or_else(|| {
                ReaderError::BadRequest(format!("There are {} candidates; {number} is none of them.", candidates.len()))
            })?,
            ([only], None) => only,
            (_, None) => return Ok(Followed::Candidates { candidates }),
        };
        if let Some(id) = self.store().feed_by_url(&chosen.url)? {
            return self.already(id);
        }
        self.follow_address(&chosen.url, typed_origin, &wish).await
    }

    pub(crate) fn already(&self, id: FeedId) -> Result<Followed> {
        Ok(Followed::Followed { feed: Box::new(self.feed(id)?), already: true, new_articles: 0 })
    }

    pub(crate) async fn follow_address(
        &self,
        address: &str,
        typed_origin: Option<String>,
        wish: &FollowAs,
    ) -> Result<Followed> {
        match self.ask_page(address, typed_origin.as_deref()).await {
            Ok(found) => self.follow_body(found, typed_origin, wish).await,
            Err(failed) => Err(self.refused(address, &failed).await),
        }
    }

    /// Follows what was fetched. The body is the first check of the feed: it is not asked again.
    pub(crate) async fn follow_body(
        &self,
        fetched: Fetched,
        typed: Option<String>,
        wish: &FollowAs,
    ) -> Result<Followed> {
        // Behind a temporary redirect the typed address is the lasting one.
        let url = fetched.lasting.to_string();
        // Only a private origin needs a permission, and it is for exactly that origin.
        let typed_origin = typed.filter(|typed| fetched.private && *typed == origin(&fetched.lasting));
        let now = self.now();
        let interval = schedule::interval(self.settings()?.check_interval);
        let mut due = fresh(&url);
        due.typed_origin.clone_from(&typed_origin);
        // Read before anything is written: what is no feed must not be followed.
        let (read, url) = tokio::task::spawn_blocking(move || {
            (ingest::read(&due, &fetched, ingest::hash(&fetched), now, interval), url)
        })
        .await
        .map_err(|error| ReaderError::Internal(error.to_string()))?;
        let mut update = match read {
            Ok(update) => update,
            Err(failed) => return Err(self.refused(&url, &failed).await),
        };
        let own_title = name(wish.own_title.as_deref());
        let usual = FollowAs::default();
        let new = NewFeed {
            url: &url,
            title: update.title.as_str(),
            home_url: update.home_url.as_deref(),
            folder: wish.folder.as_deref(),
            typed_origin: typed_origin.as_deref(),
            // The publisher's own name is no name of the reader's.
            own_title: own_title.as_ref().filter(|own| **own != update.title).map(PlainText::as_str),
            // What the reader left as usual does not undo what was chosen before the feed was unfollowed.
            text_mode: Some(wish.text_mode).filter(|mode| *mode != usual.text_mode),
            in_live: Some(wish.in_live).filter(|shown| *shown != usual.in_live),
            list_attributes: None,
        };
        let followed = self.store().follow(&new, now)?;
        update.check.feed = followed.id;
        let new_articles = match followed.already {
            true => 0,
            false => self.store().ingest_judging(&[update], &is_edit)?.first().map_or(0, |changes| changes.new),
        };
        self.set_offline(false);
        if !followed.already {
            self.inner.followed.notify_one();
        }
        let feed = Box::new(self.feed(followed.id)?);
        Ok(Followed::Followed { feed, already: followed.already, new_articles })
    }
}

/// What the reader wrote as a name, where it is one.
fn name(written: Option<&str>) -> Option<PlainText> {
    written.map(|name| PlainText::new(name, NAME_BYTES)).filter(|name| !name.is_empty())
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
