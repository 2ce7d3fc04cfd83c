//! One polite request: conditional, capped, without cookies or Referer, every redirect looked at.

use crate::{
    address::origin,
    answer::{LONGEST_WAIT, classify, facts_of, fresh_for, refusal},
    body::{Bodies, Held},
    caps, coding,
    error::Result,
    network::{self, Network, SignIns},
    trouble::Failed,
};
use reqwest::{Client, Response, StatusCode, header};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, RwLock},
    time::Duration,
};
use stoppress_feeds::caps as feed_caps;
use stoppress_model::Timestamp;
use stoppress_store::Validators;
use tokio::{
    sync::Semaphore,
    time::{Instant, timeout},
};
use url::Url;

const ACCEPT_FEED: &str = "application/atom+xml, application/rss+xml, application/feed+json;q=0.9, \
                           application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1";
const ACCEPT_PAGE: &str = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
const ACCEPT_ROBOTS: &str = "text/plain, */*;q=0.1";
const ACCEPT_VERSIONS: &str = "application/json, */*;q=0.1";
const ACCEPT_PACKAGE: &str = "application/octet-stream, */*;q=0.1";
const ACCEPT_IMAGE: &str = "image/avif, image/webp, image/png, image/jpeg, image/gif";
/// For what the reader waits for; background work is one at a time by its own order (`sync.rs`).
const PER_ORIGIN: usize = 4;
/// Pages of guards against robots are small; a larger page is none.
const CHALLENGE_BYTES: usize = 128 * 1024;

/// What is asked for, and under which limits.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) url: Url,
    /// The one origin that may be private.
    pub(crate) typed_origin: Option<String>,
    pub(crate) validators: Option<Validators>,
    pub(crate) kind: Kind,
    /// Nothing else is asked there soon, so the connection need not be kept: of a round over thousands of sites, each with its
    /// buffers, that is most of the memory.
    pub(crate) closes: bool,
}

impl Request {
    /// For the whole answer, whatever is here already, on a connection that is kept a while.
    pub(crate) fn of(url: Url, typed_origin: Option<String>, kind: Kind) -> Request {
        Request { url, typed_origin, validators: None, kind, closes: false }
    }
}

/// Why somebody is asked. The guide's page on privacy has a row for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An address that the reader typed, pasted or chose, and what it leads to, to find a feed there.
    Typed,
    /// A feed that is followed.
    Feed,
    /// A page of older articles that a followed feed names.
    Older,
    /// The page of an article.
    Story,
    /// What a site wants left alone by programs.
    Robots,
    /// An image of an article.
    Image,
    /// The home page of a publisher.
    Home,
    /// The icon that a home page names.
    Icon,
    /// A feed of comments that an article names.
    Comments,
    /// The list of versions of the program itself.
    Versions,
    /// A new version.
    Package,
}

impl Kind {
    fn accept(self) -> &'static str {
        match self {
            Kind::Typed | Kind::Feed | Kind::Older | Kind::Comments => ACCEPT_FEED,
            Kind::Story | Kind::Home => ACCEPT_PAGE,
            Kind::Image | Kind::Icon => ACCEPT_IMAGE,
            Kind::Robots => ACCEPT_ROBOTS,
            Kind::Versions => ACCEPT_VERSIONS,
            Kind::Package => ACCEPT_PACKAGE,
        }
    }

    fn body_cap(self) -> usize {
        match self {
            Kind::Typed | Kind::Feed | Kind::Older | Kind::Comments => feed_caps::BODY_BYTES,
            Kind::Story | Kind::Home => feed_caps::PAGE_BYTES,
            Kind::Image | Kind::Icon => caps::IMAGE_BYTES,
            Kind::Robots => caps::ROBOTS_BYTES,
            Kind::Versions => caps::VERSIONS_BYTES,
            Kind::Package => caps::PACKAGE_BYTES,
        }
    }

    fn redirects(self) -> usize {
        match self {
            Kind::Typed | Kind::Feed => caps::FEED_REDIRECTS,
            Kind::Story | Kind::Image | Kind::Home | Kind::Icon | Kind::Comments | Kind::Older => caps::PAGE_REDIRECTS,
            Kind::Robots | Kind::Versions | Kind::Package => caps::PAGE_REDIRECTS,
        }
    }

    fn deadline(self) -> Duration {
        match self {
            Kind::Typed | Kind::Feed | Kind::Older | Kind::Story | Kind::Home => Duration::from_secs(60),
            Kind::Image | Kind::Icon | Kind::Comments | Kind::Robots | Kind::Versions => Duration::from_secs(20),
            // A hundred megabytes over a slow line.
            Kind::Package => Duration::from_secs(3600),
        }
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Fetched {
    /// The address that answered.
    pub(crate) url: Url,
    /// `None` = unchanged since the validators were given.
    pub(crate) body: Option<Vec<u8>>,
    pub(crate) content_type: Option<String>,
    /// What the answer can be recognised by next time; `None` where it gave nothing to.
    pub(crate) validators: Option<Validators>,
    /// The publisher's wish when to come back, in seconds.
    pub(crate) max_age: Option<i64>,
    /// True where every redirect on the way was permanent and there was one.
    pub(crate) moved: bool,
    /// The last address that was reached through permanent redirects only: what to ask next time.
    pub(crate) lasting: Url,
    /// True where the address that answered is a private one.
    pub(crate) private: bool,
    /// What the body takes of the room for answers, given back when it is stored or dropped.
    pub(crate) held: Held,
}

pub(crate) struct Fetcher {
    network: RwLock<Arc<Network>>,
    sign_ins: SignIns,
    origins: Mutex<HashMap<String, Arc<Semaphore>>>,
    /// Until when origins asked to be left alone, whatever is asked of them (FEEDS S4).
    waits: Mutex<HashMap<String, Timestamp>>,
    bodies: Bodies,
}

impl Fetcher {
    /// By the proxy of this choice; one that does not hold is as if none had been made.
    pub(crate) fn new(proxy: &str) -> Result<Self> {
        network::make_room();
        let network = Network::open(proxy).or_else(|_| Network::open("system"))?;
        Ok(Fetcher {
            network: RwLock::new(Arc::new(network)),
            sign_ins: SignIns::default(),
            origins: Mutex::default(),
            waits: Mutex::default(),
            bodies: Bodies::default(),
        })
    }

    /// Goes by another proxy from the next request on.
    pub(crate) fn use_proxy(&self, choice: &str) -> Result<()> {
        if !self.network().is(choice) {
            *self.network.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(Network::open(choice)?);
        }
        Ok(())
    }

    pub(crate) fn network(&self) -> Arc<Network> {
        self.network.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn sign_ins(&self) -> &SignIns {
        &self.sign_ins
    }

    /// Asks once, following redirects. The time that the kind allows is the server's: waiting in our own queues does not
    /// count.
    pub(crate) async fn fetch(&self, request: &Request, now: Timestamp) -> std::result::Result<Fetched, Failed> {
        self.fetch_noting(request, now, &mut String::new()).await
    }

    /// As [`Fetcher::fetch`]; status code and headers of the last answer stand in `facts` afterwards, also where it was a
    /// refusal.
    pub(crate) async fn fetch_noting(
        &self,
        request: &Request,
        now: Timestamp,
        facts: &mut String,
    ) -> std::result::Result<Fetched, Failed> {
        self.walk(request, now, None, facts).await
    }

    /// As [`Fetcher::fetch`], but nobody is asked who is not of one of these origins, wherever a redirect leads.
    pub(crate) async fn fetch_within(
        &self,
        request: &Request,
        now: Timestamp,
        origins: &[String],
    ) -> std::result::Result<Fetched, Failed> {
        self.walk(request, now, Some(origins), &mut String::new()).await
    }

    async fn walk(
        &self,
        request: &Request,
        now: Timestamp,
        within: Option<&[String]>,
        facts: &mut String,
    ) -> std::result::Result<Fetched, Failed> {
        let mut way = Way::from(request.url.clone());
        let mut left = request.kind.deadline();
        for hop in 0..=request.kind.redirects() {
            if within.is_some_and(|origins| !origins.contains(&origin(&way.url))) {
                return Err(Failed::Elsewhere);
            }
            let place = self.place(&origin(&way.url));
            let _place = place.acquire().await.map_err(|_| Failed::Cancelled)?;
            if let Some(until) = self.wait_of(&origin(&way.url), now) {
                return Err(Failed::AskedToWait(Some(until)));
            }
            let asked = Instant::now();
            let response = timeout(left, self.ask(request, &mut way)).await.map_err(|_| Failed::Timeout)??;
            left = left.saturating_sub(asked.elapsed());
            *facts = facts_of(&response);
            if !response.status().is_redirection() || response.status() == StatusCode::NOT_MODIFIED {
                way.permanent &= hop > 0;
                let origin = origin(&way.url);
                let answer = self.read(request, way, response, now, left).await;
                if let Err(Failed::AskedToWait(Some(until))) = &answer {
                    self.waits.lock().unwrap_or_else(PoisonError::into_inner).insert(origin, *until);
                }
                return answer;
            }
            way.step(response.status(), response.headers())?;
        }
        Err(Failed::Redirects)
    }

    /// Until when an origin wants to be left alone. A time further off than anybody is waited for was noted while the clock was
    /// wrong.
    fn wait_of(&self, origin: &str, now: Timestamp) -> Option<Timestamp> {
        let mut waits = self.waits.lock().unwrap_or_else(PoisonError::into_inner);
        waits.retain(|_, until| *until > now && *until <= now.plus(LONGEST_WAIT));
        waits.get(origin).copied()
    }

    /// Asks one address. A private one only where it is the origin that the reader typed.
    async fn ask(&self, request: &Request, way: &mut Way) -> std::result::Result<Response, Failed> {
        let url = &way.url;
        if !matches!(url.scheme(), "http" | "https") || url.as_str().len() > feed_caps::URL_BYTES {
            return Err(Failed::BadAddress);
        }
        let typed = request.typed_origin.as_deref() == Some(origin(url).as_str());
        let network = self.network();
        way.private = network.names_private(url);
        if !way.private {
            match self.send(&network.public()?, request, url).await {
                Err(Failed::PrivateAddress) if typed => way.private = true,
                answer => return answer,
            }
        }
        if !typed {
            return Err(Failed::PrivateAddress);
        }
        self.send(&network.typed()?, request, url).await
    }

    async fn send(&self, client: &Client, request: &Request, url: &Url) -> std::result::Result<Response, Failed> {
        let mut builder = client.get(url.clone()).header(header::ACCEPT, request.kind.accept());
        builder = builder.header(header::ACCEPT_ENCODING, coding::ACCEPTED);
        if matches!(request.kind, Kind::Feed | Kind::Typed | Kind::Older)
            && let Some(words) = self.sign_ins.header(&origin(url))
        {
            builder = builder.header(header::AUTHORIZATION, words);
        }
        if request.closes {
            builder = builder.header(header::CONNECTION, "close");
        }
        if let Some(validators) = request.validators.as_ref().filter(|given| given.url == url.as_str()) {
            if let Some(etag) = &validators.etag {
                builder = builder.header(header::IF_NONE_MATCH, etag);
            }
            if let Some(time) = &validators.last_modified {
                builder = builder.header(header::IF_MODIFIED_SINCE, time);
            }
        }
        let again = builder.try_clone();
        match (builder.send().await, again) {
            // A kept connection that the server closes while we ask on it says nothing about the server.
            (Err(error), Some(again)) if error.is_request() && !error.is_connect() && !error.is_timeout() => {
                again.send().await
            }
            (answer, _) => answer,
        }
        .map_err(|error| classify(&error))
    }

    async fn read(
        &self,
        request: &Request,
        way: Way,
        response: Response,
        now: Timestamp,
        left: Duration,
    ) -> std::result::Result<Fetched, Failed> {
        let status = response.status();
        let headers = response.headers();
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let fresh_for = fresh_for(text(header::CACHE_CONTROL).as_deref(), text(header::EXPIRES).as_deref(), now);
        let content_type = text(header::CONTENT_TYPE);
        let validators = Validators {
            etag: text(header::ETAG).filter(|value| (1..=8192).contains(&value.len())),
            // Seen in the wild: a date at the end of time, which would make every answer a 304.
            last_modified: text(header::LAST_MODIFIED).filter(|value| !value.is_empty() && !value.contains("2038")),
            url: way.url.to_string(),
            at: now,
        };
        let stands = validators.etag.is_some() || validators.last_modified.is_some();
        // Seen in the wild: an answer that says that it is stale at once, with a mark that never changes.
        let is_stale = text(header::EXPIRES).is_some_and(|value| value.trim() == "0");
        let validators = (stands && !is_stale).then_some(validators);
        let mut fetched = Fetched {
            url: way.url,
            body: None,
            content_type,
            validators,
            max_age: fresh_for,
            moved: way.permanent,
            lasting: way.lasting,
            private: way.private,
            held: Held::default(),
        };
        if status == StatusCode::NOT_MODIFIED {
            return Ok(fetched);
        }
        if names_a_guard(response.headers()) {
            return Err(Failed::Challenge);
        }
        if !status.is_success() {
            let failed = refusal(status, text(header::RETRY_AFTER).as_deref(), now);
            let may_be_challenge = matches!(failed, Failed::Forbidden | Failed::SignIn | Failed::Overloaded);
            let is_challenge = may_be_challenge && self.is_challenge(response, left).await;
            return Err(if is_challenge { Failed::Challenge } else { failed });
        }
        // Nobody waits for a feed of a round; what the reader waits for does not wait for rounds.
        let in_turn = request.kind == Kind::Feed;
        let (body, held) = self.bodies.read(response, request.kind.body_cap(), left, in_turn).await?;
        fetched.body = Some(body);
        fetched.held = held;
        Ok(fetched)
    }

    /// True where the refusal is one of a guard that only lets browsers pass.
    async fn is_challenge(&self, response: Response, left: Duration) -> bool {
        self.bodies
            .read(response, CHALLENGE_BYTES, left, false)
            .await
            .is_ok_and(|(page, _)| stoppress_feeds::is_challenge(&page))
    }

    fn place(&self, origin: &str) -> Arc<Semaphore> {
        let mut origins = self.origins.lock().unwrap_or_else(PoisonError::into_inner);
        if origins.len() > 4096 {
            origins.retain(|_, place| Arc::strong_count(place) > 1);
        }
        origins.entry(origin.to_owned()).or_insert_with(|| Arc::new(Semaphore::new(PER_ORIGIN))).clone()
    }
}

/// True where a guard says in a header that it answers in the place of the site: those of Cloudflare, AWS and Vercel, with any
/// status.
fn names_a_guard(headers: &header::HeaderMap) -> bool {
    let names = ["cf-mitigated", "x-amzn-waf-action", "x-vercel-mitigated"];
    names.iter().any(|name| headers.get(*name).is_some_and(|value| value == "challenge" || value == "captcha"))
}

/// Where a request is after some redirects.
struct Way {
    url: Url,
    lasting: Url,
    permanent: bool,
    private: bool,
}

impl Way {
    fn from(url: Url) -> Self {
        Way { lasting: url.clone(), url, permanent: true, private: false }
    }

    fn step(&mut self, status: StatusCode, headers: &header::HeaderMap) -> std::result::Result<(), Failed> {
        self.permanent &= matches!(status, StatusCode::MOVED_PERMANENTLY | StatusCode::PERMANENT_REDIRECT);
        let location = headers.get(header::LOCATION);
        let location = location.and_then(|value| std::str::from_utf8(value.as_bytes()).ok()).ok_or(Failed::Server)?;
        let mut next = self.url.join(location).map_err(|_| Failed::BadAddress)?;
        next.set_fragment(None);
        // Nobody but the reader says whom to sign in as.
        let _ = next.set_username("");
        let _ = next.set_password(None);
        if self.url.scheme() == "https" && next.scheme() == "http" {
            return Err(Failed::Other("it leads from a secure to an insecure address".into()));
        }
        if self.permanent {
            self.lasting = next.clone();
        }
        self.url = next;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Way};
    use reqwest::{StatusCode, header};
    use url::Url;

    /// A new kind does not compile here before it has a name, and the name has no row before the page tells of it.
    fn row_of(kind: Kind) -> (&'static str, Option<Kind>) {
        match kind {
            Kind::Typed => ("An address that you type", Some(Kind::Feed)),
            Kind::Feed => ("A feed that you follow", Some(Kind::Older)),
            Kind::Older => ("Older articles of a feed", Some(Kind::Story)),
            Kind::Story => ("The page of an article", Some(Kind::Robots)),
            Kind::Robots => ("What a site wants left alone", Some(Kind::Image)),
            Kind::Image => ("An image of an article", Some(Kind::Home)),
            Kind::Home => ("The home page of a source", Some(Kind::Icon)),
            Kind::Icon => ("The icon of a source", Some(Kind::Comments)),
            Kind::Comments => ("The comments on an article", Some(Kind::Versions)),
            Kind::Versions => ("The list of versions of Stop Press", Some(Kind::Package)),
            Kind::Package => ("A new version of Stop Press", None),
        }
    }

    #[test]
    fn the_page_on_privacy_tells_of_every_kind_of_request_and_of_no_other() {
        let page = include_str!("../../../docs/guide/src/privacy.md");
        let table =
            page.split("\n## ").find(|part| part.starts_with("Who is asked")).expect("the page has such a part");
        let told: Vec<&str> = table.lines().filter_map(|line| line.strip_prefix("| **")?.split("**").next()).collect();
        let mut names = Vec::new();
        let mut kind = Some(Kind::Typed);
        while let Some(known) = kind {
            let (name, next) = row_of(known);
            names.push(name);
            kind = next;
        }
        assert_eq!(told, names);
    }

    #[test]
    fn a_redirect_never_leads_from_a_secure_address_to_an_open_one() {
        let step = |from: &str, location: &str| {
            let mut way = Way::from(Url::parse(from).unwrap());
            let headers = [(header::LOCATION, location.parse().unwrap())].into_iter().collect();
            way.step(StatusCode::FOUND, &headers).map(|()| way.url.to_string())
        };
        assert!(step("https://a.example/feed", "http://a.example/new").is_err());
        assert_eq!(step("https://a.example/feed", "new#part").unwrap(), "https://a.example/new");
        assert_eq!(step("http://a.example/feed", "https://b.example/").unwrap(), "https://b.example/");
        assert_eq!(step("https://a.example/feed", "//b.example/x").unwrap(), "https://b.example/x");
        assert_eq!(step("https://a.example/feed", "https://me:secret@b.example/x").unwrap(), "https://b.example/x");
    }
}
