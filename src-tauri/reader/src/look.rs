//! A look at an address before it is followed: what stands there, with its latest headlines. What was fetched for the look
//! is kept, so that following asks nobody a second time.

use crate::{
    Reader,
    body::Held,
    error::{ReaderError, Result},
    fetch::Fetched,
    find::Located,
    icons::{Site, home_address},
    sync::{origin_of, site_of},
    trouble::Failed,
};
use futures_util::{StreamExt, stream};
use std::{
    cmp::Reverse,
    future::Future,
    sync::{MutexGuard, PoisonError},
};
use stoppress_feeds::{ParseContext, ParsedArticle, ParsedFeed, parse, plain_text};
use stoppress_model::{
    Candidate, FeedId, FollowAs, Followed, Found, FoundSource, FoundStory, ImagePolicy, PlainText, TickerQuery,
    Timestamp,
};

/// Feeds of one page that are fetched for a look; a page with more of them is a directory.
const LOOKED_AT: usize = 8;
/// Requests of one look under way at once (RULES "Asking").
const AT_ONCE: usize = 4;
/// Headlines shown of each.
const LATEST: usize = 5;
/// What was fetched is good for so many seconds; after that the feed is asked again when it is followed.
const FRESH: i64 = 10 * 60;
/// Bytes of bodies that are kept for following.
const KEPT_BYTES: usize = 16 << 20;
/// Over so many days the articles are counted.
const COUNTED_DAYS: f64 = 30.0;
/// A feed gives whole articles where half of its texts have so many letters.
const WHOLE_LETTERS: usize = 1_000;
const DAY: f64 = 86_400.0;
const TITLE_BYTES: usize = 1024;

/// What the last look fetched.
#[derive(Default)]
pub(crate) struct Looked {
    number: u32,
    /// When, in seconds.
    at: i64,
    typed_origin: Option<String>,
    found: Vec<Kept>,
}

impl Looked {
    /// What a look found at a place, while that is the last look.
    fn at(&mut self, look: u32, place: usize) -> Result<&mut Kept> {
        let is_this = self.number == look && look != 0;
        self.found.get_mut(place).filter(|_| is_this).ok_or_else(gone)
    }
}

struct Kept {
    url: String,
    home: String,
    body: Option<Fetched>,
    /// What its site said, where it was asked.
    site: Option<Site>,
}

/// A feed that was looked at, and what was fetched for that.
pub(crate) struct Seen {
    pub(crate) source: FoundSource,
    pub(crate) body: Option<Fetched>,
}

/// A found feed that is about to be followed, or to become the new address of one.
pub(crate) struct Taken {
    pub(crate) url: String,
    pub(crate) body: Option<Fetched>,
    /// The origin the reader typed.
    pub(crate) typed_origin: Option<String>,
    site: Option<Site>,
}

impl Reader {
    /// Says what stands at an address; nothing is followed. Of a page that offers several feeds the first eight are read. A
    /// look that is under way ends when another begins or [`Reader::end_look`] is called.
    ///
    /// With `ask_first` an address inside a private network is refused with `PrivateAddress`, so that the reader can be asked.
    ///
    /// # Errors
    /// As [`Reader::follow`]: what is no address, what could not be heard, what has no feed. `BadRequest` where it was ended.
    pub async fn look_at(&self, typed: &str, ask_first: bool) -> Result<Found> {
        self.looking(|number| self.look_through(typed, ask_first, number)).await
    }

    /// Runs a look, which has this number, until it has an answer or another one begins.
    pub(crate) async fn looking<F: Future<Output = Result<Found>>>(
        &self,
        look: impl FnOnce(u32) -> F,
    ) -> Result<Found> {
        let number = self.next_look();
        let mut ended = self.inner.looks.subscribe();
        tokio::select! {
            found = look(number) => found,
            _ = ended.wait_for(|current| *current != number) => {
                Err(ReaderError::BadRequest("The search was ended. Nothing was changed.".into()))
            }
        }
    }

    /// Ends the look under way and forgets what it fetched.
    pub fn end_look(&self) {
        self.next_look();
        *self.looked() = Looked::default();
    }

    /// Follows a feed that a look found, by its place in the answer, counted from 0. Where what was fetched is still fresh,
    /// nobody is asked.
    ///
    /// # Errors
    /// `BadRequest` where that look is gone or has no such place; otherwise as [`Reader::follow`].
    pub async fn follow_found(&self, look: u32, place: usize, wish: &FollowAs) -> Result<Followed> {
        let Taken { url, body, typed_origin, site } = self.take_found(look, place)?;
        if let Some(id) = self.store().feed_by_url(&url)? {
            return self.already(id);
        }
        let mut followed = match body {
            Some(body) => self.follow_body(body, typed_origin, wish).await,
            None => self.follow_address(&url, typed_origin, wish).await,
        }?;
        if let (Some(site), Followed::Followed { feed, already: false, .. }) = (site, &mut followed) {
            self.keep_site(feed.id, &site)?;
            **feed = self.feed(feed.id)?;
        }
        Ok(followed)
    }

    /// The icon of a source that a look found, by its place, asked of its own site: a key that [`Reader::image`] knows until the
    /// look ends, and for good when that source is followed. `None` where the site gives none or cannot be heard, and where the
    /// reader wants no images; then nobody is asked.
    ///
    /// # Errors
    /// `BadRequest` where that look is gone or has no such place.
    pub async fn look_icon(&self, look: u32, place: usize) -> Result<Option<String>> {
        let (home, typed_origin) = {
            let mut looked = self.looked();
            let typed_origin = looked.typed_origin.clone();
            let kept = looked.at(look, place)?;
            if let Some(site) = &kept.site {
                return Ok(site.icon.as_ref().map(|icon| icon.key.clone()));
            }
            (kept.home.clone(), typed_origin)
        };
        if self.settings()?.images == ImagePolicy::Never || self.is_left_alone(&origin_of(&home)) {
            return Ok(None);
        }
        let Ok(site) = self.visit(&home, typed_origin.as_deref()).await? else { return Ok(None) };
        let key = site.icon.as_ref().map(|icon| icon.key.clone());
        self.looked().at(look, place)?.site = Some(site);
        Ok(key)
    }

    /// The icon of a source that was looked at.
    pub(crate) fn looked_icon(&self, key: &str) -> Option<Vec<u8>> {
        let looked = self.looked();
        let mut icons = looked.found.iter().filter_map(|kept| kept.site.as_ref()?.icon.as_ref());
        icons.find(|icon| icon.key == key).map(|icon| icon.bytes.clone())
    }

    /// What a look fetched at a place of its answer, while that is fresh; it can be taken once, the address again and again.
    pub(crate) fn take_found(&self, look: u32, place: usize) -> Result<Taken> {
        let mut looked = self.looked();
        let fresh = self.now().0 - looked.at <= FRESH;
        let typed_origin = looked.typed_origin.clone();
        let kept = looked.at(look, place)?;
        let body = kept.body.take().filter(|_| fresh);
        Ok(Taken { url: kept.url.clone(), body, typed_origin, site: kept.site.take() })
    }

    async fn look_through(&self, typed: &str, ask_first: bool, number: u32) -> Result<Found> {
        let (located, typed_origin) = self.locate(typed, ask_first).await?;
        let mut seen = match located {
            Located::Known(id) => vec![Seen { source: self.known(id)?, body: None }],
            Located::Feed(found) => {
                let url = found.lasting.to_string();
                vec![self.see(Candidate { url, title: PlainText::default(), kind: None }, Ok(*found)).await?]
            }
            Located::Page(candidates) => self.see_all(candidates, typed_origin.as_deref()).await?,
        };
        if let [only] = seen.as_mut_slice()
            && let Some(problem) = only.source.problem.take()
        {
            return Err(ReaderError::Site(format!("{problem} Nothing was changed.")));
        }
        seen.sort_by_key(|one| (one.source.problem.is_some(), one.source.comments));
        Ok(self.keep_look(number, typed_origin, seen))
    }

    /// Keeps what a look fetched, within the room for it, unless another look has begun.
    pub(crate) fn keep_look(&self, number: u32, typed_origin: Option<String>, seen: Vec<Seen>) -> Found {
        let mut room = KEPT_BYTES;
        let (mut sources, mut found) = (Vec::new(), Vec::new());
        for Seen { source, body } in seen {
            let body = body.filter(|body| {
                let bytes = body.body.as_ref().map_or(0, Vec::len);
                let fits = bytes <= room;
                room = room.saturating_sub(bytes);
                fits
            });
            let home = home_address(source.home_url.as_deref(), &source.url);
            found.push(Kept { url: source.url.clone(), home, body, site: None });
            sources.push(source);
        }
        let mut looked = self.looked();
        if *self.inner.looks.borrow() == number {
            *looked = Looked { number, at: self.now().0, typed_origin, found };
        }
        Found { look: number, sources }
    }

    async fn see_all(&self, candidates: Vec<Candidate>, typed_origin: Option<&str>) -> Result<Vec<Seen>> {
        let see = |candidate: Candidate| async move {
            match self.store().feed_by_url(&candidate.url)? {
                Some(id) => Ok(Seen { source: FoundSource { title: candidate.title, ..self.known(id)? }, body: None }),
                None => {
                    let fetched = self.ask_page(&candidate.url, typed_origin).await;
                    self.see(candidate, fetched).await
                }
            }
        };
        let asked = stream::iter(candidates.into_iter().take(LOOKED_AT).map(see)).buffered(AT_ONCE);
        let seen: Vec<Result<Seen>> = asked.collect().await;
        let mut seen = seen.into_iter().collect::<Result<Vec<Seen>>>()?;
        // The page's own names tell several feeds of one publisher apart; a single one has its own.
        if let [only] = seen.as_mut_slice() {
            only.source.title = only.source.publisher.clone();
        }
        for one in &mut seen {
            if one.source.title.is_empty() {
                one.source.title = one.source.publisher.clone();
            }
        }
        Ok(seen)
    }

    /// Reads what came from the address of a candidate; what could not be read is named.
    pub(crate) async fn see(
        &self,
        candidate: Candidate,
        fetched: std::result::Result<Fetched, Failed>,
    ) -> Result<Seen> {
        let fetched = match fetched {
            Ok(fetched) => fetched,
            Err(failed) => return Ok(Seen { source: unread(&candidate, &failed), body: None }),
        };
        if let Some(id) = self.store().feed_by_url(fetched.lasting.as_str())? {
            return Ok(Seen { source: FoundSource { title: candidate.title, ..self.known(id)? }, body: None });
        }
        self.see_anew(candidate, Ok(fetched), None).await
    }

    /// As [`Reader::see`], also where it is followed: as this feed, or not at all.
    pub(crate) async fn see_anew(
        &self,
        candidate: Candidate,
        fetched: std::result::Result<Fetched, Failed>,
        followed: Option<FeedId>,
    ) -> Result<Seen> {
        let mut fetched = match fetched {
            Ok(fetched) => fetched,
            Err(failed) => return Ok(Seen { source: unread(&candidate, &failed), body: None }),
        };
        fetched.held = Held::default();
        let followed = match followed {
            Some(id) => Some(id),
            None => self.store().feed_by_url(fetched.lasting.as_str())?,
        };
        let now = self.now();
        let read = tokio::task::spawn_blocking(move || {
            let context =
                ParseContext { url: Some(fetched.url.as_str()), content_type: fetched.content_type.as_deref() };
            match parse(fetched.body.as_deref().unwrap_or_default(), &context) {
                Ok(parsed) => {
                    let source = FoundSource { followed, ..told(&candidate, &fetched, &parsed, now) };
                    Seen { source, body: Some(fetched) }
                }
                Err(error) => Seen { source: unread(&candidate, &Failed::NotAFeed(error.to_string())), body: None },
            }
        });
        read.await.map_err(|error| ReaderError::Internal(error.to_string()))
    }

    /// A feed that is followed, as the library knows it.
    pub(crate) fn known(&self, id: FeedId) -> Result<FoundSource> {
        let feed = self.feed(id)?;
        let limit = u32::try_from(LATEST).unwrap_or_default();
        let rows = self.ticker(&TickerQuery { limit, feed: Some(id), ..TickerQuery::default() })?.rows;
        let per_day = self.feed_statistics(id)?.per_day;
        Ok(FoundSource {
            title: feed.title.clone(),
            publisher: feed.title,
            kind: None,
            home_url: feed.home_url,
            language: feed.language,
            comments: false,
            articles: feed.articles,
            newest: feed.newest,
            per_day: (feed.articles > 0).then_some(per_day),
            whole: feed.truncated.map(|truncated| !truncated),
            latest: rows
                .into_iter()
                .map(|row| FoundStory {
                    title: row.title,
                    time: Some(row.time),
                    language: row.language,
                    direction: row.direction,
                })
                .collect(),
            url: feed.url,
            followed: Some(id),
            problem: None,
        })
    }

    fn next_look(&self) -> u32 {
        let mut number = 0;
        self.inner.looks.send_modify(|current| {
            // 0 is no look.
            *current = current.checked_add(1).unwrap_or(1);
            number = *current;
        });
        number
    }

    fn looked(&self) -> MutexGuard<'_, Looked> {
        self.inner.looked.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn gone() -> ReaderError {
    ReaderError::BadRequest("What was found at this address is no longer here. Look again.".into())
}

fn unread(candidate: &Candidate, failed: &Failed) -> FoundSource {
    let host = PlainText::new(&site_of(&candidate.url), TITLE_BYTES);
    FoundSource {
        url: candidate.url.clone(),
        title: candidate.title.clone(),
        publisher: if candidate.title.is_empty() { host } else { candidate.title.clone() },
        kind: candidate.kind,
        home_url: None,
        language: None,
        comments: is_of_comments(&candidate.url, candidate.title.as_str()),
        articles: 0,
        newest: None,
        per_day: None,
        whole: None,
        latest: Vec::new(),
        followed: None,
        problem: Some(failed.sentence_once(&site_of(&candidate.url))),
    }
}

fn told(candidate: &Candidate, fetched: &Fetched, parsed: &ParsedFeed, now: Timestamp) -> FoundSource {
    let feed = &parsed.feed;
    let host = PlainText::new(&site_of(fetched.lasting.as_str()), TITLE_BYTES);
    let publisher =
        [&feed.title, &candidate.title].into_iter().find(|title| !title.is_empty()).unwrap_or(&host).clone();
    let mut articles: Vec<&ParsedArticle> = parsed.articles.iter().collect();
    // Stable: what is not dated stays in the order of the feed, below.
    articles.sort_by_key(|article| Reverse(article.published.or(article.updated)));
    let story = |article: &&ParsedArticle| FoundStory {
        title: article.title.clone(),
        time: article.published.or(article.updated),
        language: article.language.clone().or_else(|| feed.language.clone()),
        direction: article.direction,
    };
    let dated = || parsed.articles.iter().filter_map(|article| article.published.or(article.updated));
    FoundSource {
        url: fetched.lasting.to_string(),
        title: if candidate.title.is_empty() { publisher.clone() } else { candidate.title.clone() },
        comments: is_of_comments(fetched.lasting.as_str(), &format!("{} {}", candidate.title, feed.title)),
        publisher,
        kind: Some(feed.kind),
        home_url: feed.home_url.clone(),
        language: feed.language.clone(),
        articles: parsed.articles.len() as u64,
        newest: dated().filter(|time| *time <= now).max(),
        per_day: per_day(dated(), now),
        whole: gives_whole(&parsed.articles),
        latest: articles.iter().take(LATEST).map(story).collect(),
        followed: None,
        problem: None,
    }
}

/// Articles a day over the last 30 days, or since the oldest where the feed reaches less far back.
fn per_day(times: impl Iterator<Item = Timestamp>, now: Timestamp) -> Option<f64> {
    let ages: Vec<f64> = times.map(|time| (now.0 - time.0) as f64 / DAY).filter(|age| *age >= 0.0).collect();
    let oldest = ages.iter().copied().fold(0.0, f64::max);
    let counted = ages.iter().filter(|age| **age <= COUNTED_DAYS).count();
    // Less than an hour tells nothing about a day.
    (ages.len() >= 2 && oldest >= 1.0 / 24.0).then(|| counted as f64 / oldest.clamp(1.0 / 24.0, COUNTED_DAYS))
}

/// By length: most publishers who give beginnings give a sentence or two.
fn gives_whole(articles: &[ParsedArticle]) -> Option<bool> {
    let mut lengths: Vec<usize> =
        articles.iter().take(20).map(|article| plain_text(&article.html).chars().count()).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).map(|middle| *middle >= WHOLE_LETTERS)
}

/// Feeds of what readers say, by the words that blogs use in their addresses and names.
pub(crate) fn is_of_comments(url: &str, title: &str) -> bool {
    let words = format!("{url} {title}").to_lowercase();
    ["comment", "kommentar", "comentario", "تعليق"].iter().any(|word| words.contains(word))
}

#[cfg(test)]
mod tests {
    use super::{is_of_comments, per_day};
    use stoppress_model::Timestamp;

    #[test]
    fn articles_a_day_are_counted_over_what_the_feed_reaches_back() {
        let now = Timestamp(1_800_000_000);
        let check = |ages: &[i64], want: Option<f64>| {
            let got = per_day(ages.iter().map(|hours| Timestamp(now.0 - hours * 3600)), now);
            let near = matches!((got, want), (Some(a), Some(b)) if f64::abs(a - b) < 0.01);
            assert!(near || got == want, "{ages:?}: {got:?}, not {want:?}");
        };
        check(&[], None);
        check(&[5], None);
        check(&[0, 0, 0], None);
        check(&[0, 12, 24], Some(3.0));
        check(&[1, 2], Some(24.0));
        check(&[24, 48, 24 * 60], Some(2.0 / 30.0));
        check(&[24 * 100, 24 * 200], Some(0.0));
    }

    #[test]
    fn feeds_of_comments_are_known_by_their_words() {
        assert!(is_of_comments("https://a.example/comments/feed/", ""));
        assert!(is_of_comments("https://a.example/feed", "Kommentare zu: Nebel"));
        assert!(!is_of_comments("https://a.example/feed", "Common ground"));
    }
}
