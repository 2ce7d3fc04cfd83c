//! The clients that requests go through: by which proxy, with which names and passwords.
//!
//! Behind a proxy the address of a target is not seen here, so it cannot be checked when connecting. What remains is its name:
//! literal private addresses, and names that only a network of one's own knows, are refused where the reader did not type them,
//! and asked without the proxy where the reader did. A proxy that lets its users into its own network by public names is
//! believed. Nothing goes round a proxy that was asked for.

use crate::{
    address::{Resolver, names_private_host},
    error::{ReaderError, Result},
    trouble::Failed,
};
use base64::{Engine, engine::general_purpose::STANDARD};
use hyper_util::client::proxy::matcher::Matcher;
use reqwest::{Client, ClientBuilder, Proxy, header::HeaderValue, redirect::Policy};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use url::Url;

const USER_AGENT: &str = concat!("StopPress/", env!("CARGO_PKG_VERSION"), " (+https://stoppress.org)");
const CONNECT: Duration = Duration::from_secs(10);
const IDLE: Duration = Duration::from_secs(15);
/// The feeds of a site are asked a second apart; a connection that waits longer is only in the way.
const KEPT: Duration = Duration::from_secs(10);
/// Connections and files that may be open at once. Systems begin with as few as 256, and every site of a round has one.
#[cfg(unix)]
const OPEN_AT_ONCE: u64 = 8_192;
/// Endings of names that only the network they are used in knows.
const LOCAL_NAMES: [&str; 9] =
    [".local", ".lan", ".home", ".internal", ".intranet", ".corp", ".home.arpa", ".localdomain", ".private"];
const SCHEMES: [&str; 5] = ["http", "https", "socks5", "socks5h", "socks4a"];

/// Clients for one choice of a proxy. Each is made when it is first asked for: that reads every certificate of the system, and
/// where there are none no client can be made, but everything that is here can be read.
pub(crate) struct Network {
    typed: Mutex<Option<Client>>,
    public: Mutex<Option<Client>>,
    choice: String,
    proxy: Option<Proxy>,
    matcher: Option<Matcher>,
}

impl Network {
    /// `system`, `direct`, or the address of a proxy.
    pub(crate) fn open(choice: &str) -> Result<Self> {
        let matcher = match choice {
            "system" => Some(Matcher::from_system()),
            "direct" => None,
            address => Some(Matcher::builder().all(address).build()),
        };
        let proxy = match choice {
            "system" | "direct" => None,
            address => Some(Proxy::all(address).map_err(|_| not_a_proxy(address))?),
        };
        Ok(Network { typed: Mutex::default(), public: Mutex::default(), choice: choice.to_owned(), proxy, matcher })
    }

    /// For the origin the reader typed where it is private: never through a proxy.
    pub(crate) fn typed(&self) -> std::result::Result<Client, Failed> {
        made(&self.typed, || client(false, None).no_proxy())
    }

    /// For everything else.
    pub(crate) fn public(&self) -> std::result::Result<Client, Failed> {
        made(&self.public, || match &self.proxy {
            Some(proxy) => {
                let host = Url::parse(&self.choice).ok().and_then(|url| url.host_str().map(str::to_owned));
                client(true, host).proxy(proxy.clone())
            }
            None if self.choice == "direct" => client(true, None).no_proxy(),
            None => client(true, None),
        })
    }

    pub(crate) fn is(&self, choice: &str) -> bool {
        self.choice == choice
    }

    /// Host and port of the proxy that a request to an address goes through.
    pub(crate) fn proxy_of(&self, url: &Url) -> Option<(String, u16)> {
        let proxy = self.matcher.as_ref()?.intercept(&url.as_str().parse().ok()?)?;
        let address = Url::parse(&proxy.uri().to_string()).ok()?;
        let usual = if address.scheme().starts_with("socks") { 1080 } else { 80 };
        let host = address.host_str()?.trim_matches(['[', ']']).to_owned();
        Some((host, address.port_or_known_default().unwrap_or(usual)))
    }

    /// True for an address that may only be asked where the reader typed it.
    pub(crate) fn names_private(&self, url: &Url) -> bool {
        names_private_host(url)
            || self.proxy_of(url).is_some_and(|(proxy, _)| {
                url.host_str().is_some_and(|host| host.eq_ignore_ascii_case(&proxy) || is_local_name(host))
            })
    }
}

/// Asks the system for as many open connections as a round over thousands of sites has. Where it refuses, the round has less
/// room and is none the worse for few feeds.
#[cfg(unix)]
pub(crate) fn make_room() {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};
    if let Ok((soft, hard)) = getrlimit(Resource::RLIMIT_NOFILE) {
        let wanted = hard.min(OPEN_AT_ONCE);
        if soft < wanted {
            let _ = setrlimit(Resource::RLIMIT_NOFILE, wanted, hard);
        }
    }
}

/// Windows has no such limit.
#[cfg(not(unix))]
pub(crate) fn make_room() {}

/// The client of a place, made there where there is none.
fn made(place: &Mutex<Option<Client>>, builder: impl FnOnce() -> ClientBuilder) -> std::result::Result<Client, Failed> {
    let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(client) = &*place {
        return Ok(client.clone());
    }
    // A proxy was looked at when it was chosen: what is left to fail is reading the certificates.
    let client = builder().build().map_err(|_| Failed::NoCertificates)?;
    Ok(place.insert(client).clone())
}

fn client(public_only: bool, except: Option<String>) -> ClientBuilder {
    // Once for the process; later calls say that it is there.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder()
        .user_agent(USER_AGENT)
        .redirect(Policy::none())
        .referer(false)
        .connect_timeout(CONNECT)
        .read_timeout(IDLE)
        .pool_idle_timeout(KEPT)
        .pool_max_idle_per_host(2)
        .dns_resolver(Arc::new(Resolver { public_only, except }))
}

fn is_local_name(host: &str) -> bool {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    !host.contains('.') && !host.contains(':') || LOCAL_NAMES.iter().any(|ending| host.ends_with(ending))
}

fn not_a_proxy(address: &str) -> ReaderError {
    ReaderError::BadRequest(format!(
        "{address} is not the address of a proxy: those begin with http://, https://, socks5:// or socks5h://, and hold no \
         password. Nothing was changed."
    ))
}

/// The choice as it is kept.
///
/// # Errors
/// `BadRequest` where it is neither a word that is known nor the address of a proxy without a password.
pub(crate) fn checked_choice(choice: &str) -> Result<String> {
    let choice = choice.trim();
    if matches!(choice, "system" | "direct") {
        return Ok(choice.to_owned());
    }
    let url = Url::parse(choice).map_err(|_| not_a_proxy(choice))?;
    let is_fine = SCHEMES.contains(&url.scheme())
        && url.host_str().is_some_and(|host| !host.is_empty())
        && url.username().is_empty()
        && url.password().is_none()
        && choice.len() <= 1024;
    if is_fine { Ok(choice.trim_end_matches('/').to_owned()) } else { Err(not_a_proxy("This")) }
}

/// What goes with requests for feeds, by origin. Nothing here is ever printed.
#[derive(Default)]
pub(crate) struct SignIns(Mutex<HashMap<String, (String, HeaderValue)>>);

impl SignIns {
    pub(crate) fn keep(&self, origin: &str, user: &str, password: &str) {
        let words = format!("Basic {}", STANDARD.encode(format!("{user}:{password}")));
        let Ok(mut header) = HeaderValue::from_str(&words) else { return };
        header.set_sensitive(true);
        self.all().insert(origin.to_owned(), (user.to_owned(), header));
    }

    pub(crate) fn forget(&self, origin: &str) {
        self.all().remove(origin);
    }

    /// Forgets all but these; the origins that are at hand.
    pub(crate) fn retain(&self, known: &[(String, String)]) -> Vec<String> {
        let mut all = self.all();
        all.retain(|origin, (user, _)| known.iter().any(|(site, name)| site == origin && name == user));
        all.keys().cloned().collect()
    }

    pub(crate) fn header(&self, origin: &str) -> Option<HeaderValue> {
        self.all().get(origin).map(|(_, header)| header.clone())
    }

    fn all(&self) -> std::sync::MutexGuard<'_, HashMap<String, (String, HeaderValue)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{Network, checked_choice};
    use url::Url;

    #[test]
    #[cfg(unix)]
    fn there_is_room_for_more_connections_than_a_system_begins_with() {
        use nix::sys::resource::{Resource, getrlimit, setrlimit};
        let (_, hard) = getrlimit(Resource::RLIMIT_NOFILE).unwrap();
        setrlimit(Resource::RLIMIT_NOFILE, hard.min(1_024), hard).unwrap();
        super::make_room();
        assert_eq!(getrlimit(Resource::RLIMIT_NOFILE).unwrap().0, hard.min(super::OPEN_AT_ONCE));
    }

    #[test]
    fn a_proxy_is_an_address_of_a_known_kind_without_a_password() {
        for fine in ["system", "direct", "http://127.0.0.1:3128", "socks5h://proxy.example:1080", "https://p.example"] {
            assert_eq!(checked_choice(fine).unwrap(), fine);
        }
        assert_eq!(checked_choice(" http://p.example/ ").unwrap(), "http://p.example");
        for wrong in
            ["", "proxy", "ftp://p.example", "http://user:secret@p.example", "http://user@p.example", "http://"]
        {
            let error = checked_choice(wrong).unwrap_err().to_string();
            assert!(error.contains("Nothing was changed") && !error.contains("secret"), "{wrong}: {error}");
        }
    }

    #[test]
    fn behind_a_proxy_names_of_a_network_of_ones_own_are_private() {
        let behind = Network::open("http://proxy.example:3128").unwrap();
        let direct = Network::open("direct").unwrap();
        let private = |network: &Network, url| network.names_private(&Url::parse(url).unwrap());
        for own in
            ["http://router/", "http://nas.local/", "http://wiki.corp/x", "http://proxy.example/", "http://a.lan./"]
        {
            assert!(private(&behind, own), "{own}");
            assert!(!private(&direct, own), "{own}");
        }
        for url in ["http://10.0.0.1/", "http://localhost/", "http://[::1]/"] {
            assert!(private(&behind, url) && private(&direct, url), "{url}");
        }
        assert!(!private(&behind, "https://news.example/feed"));
        let proxy = behind.proxy_of(&Url::parse("https://news.example/feed").unwrap());
        assert_eq!(proxy, Some(("proxy.example".to_owned(), 3128)));
    }
}
