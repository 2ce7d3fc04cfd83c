//! Addresses: what a reader types, what a feed gives relative to something, and what identity compares.

use crate::caps;
use url::{Host, Url};

/// Why what was typed is no address that can be asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// Nothing was typed.
    #[error("no address was given")]
    Empty,
    /// More than [`caps::URL_BYTES`].
    #[error("the address is longer than {} KiB", caps::URL_BYTES >> 10)]
    TooLong,
    /// A scheme other than http and https.
    #[error("only http and https addresses can be followed, not {0}:")]
    Scheme(String),
    /// A name or password before the host: such an address looks like another site than it is.
    #[error("an address with a user name or password in it is not followed")]
    UserInfo,
    /// No host can be made of it.
    #[error("this is not a web address")]
    NotAnAddress,
}

/// Turns what a reader typed into the addresses to try, in order.
///
/// `feed:` in all its spellings, and those of podcast programs, are taken off, a bare host becomes https and then http (the other way round for
/// `localhost` and literal IP addresses with a port, which are test servers and routers), international names are
/// written in ASCII, fragments are dropped.
///
/// # Errors
/// See [`AddressError`]; nothing is ever guessed for another scheme.
pub fn normalise_address(typed: &str) -> Result<Vec<String>, AddressError> {
    let typed = typed.trim().trim_matches(['<', '>', '"']).trim();
    if typed.is_empty() {
        return Err(AddressError::Empty);
    }
    if typed.len() > caps::URL_BYTES {
        return Err(AddressError::TooLong);
    }
    let typed = without_feed_scheme(typed);
    match scheme(typed) {
        Some("http" | "https") => Ok(vec![checked(typed)?]),
        Some(other) => Err(AddressError::Scheme(other.to_owned())),
        None => {
            let rest = typed.trim_start_matches('/');
            let https = checked(&format!("https://{rest}"))?;
            let http = checked(&format!("http://{rest}"))?;
            let url = Url::parse(&http).map_err(|_| AddressError::NotAnAddress)?;
            let is_literal = matches!(url.host(), Some(Host::Ipv4(_) | Host::Ipv6(_)));
            let is_local = url.host_str().is_some_and(|h| h == "localhost" || h.ends_with(".localhost"));
            if !is_literal && !is_local && !url.host_str().is_some_and(|h| h.contains('.')) {
                return Err(AddressError::NotAnAddress);
            }
            let plain_first = is_local || (is_literal && url.port().is_some());
            Ok(if plain_first { vec![http, https] } else { vec![https, http] })
        }
    }
}

fn without_feed_scheme(typed: &str) -> &str {
    // What iTunes and podcast programs hand over means the same.
    for prefix in ["feeds:", "feed:", "itpcs:", "itpc:", "pcast:", "rss:"] {
        if typed.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)) {
            return typed[prefix.len()..].trim_start_matches('/');
        }
    }
    typed
}

/// The scheme in lower case where there is one; `host:8080/path` has none.
fn scheme(typed: &str) -> Option<&'static str> {
    let (name, rest) = typed.split_once(':')?;
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    if !is_name || rest.starts_with(|c: char| c.is_ascii_digit()) && !rest.starts_with("//") {
        return None;
    }
    let known = ["http", "https", "file", "ftp", "javascript", "data", "mailto", "about", "blob", "ws", "wss"];
    match known.iter().find(|k| k.eq_ignore_ascii_case(name)) {
        Some(known) => Some(known),
        None if name.contains('.') => None,
        None => Some("another scheme"),
    }
}

fn checked(address: &str) -> Result<String, AddressError> {
    let mut url = Url::parse(address).map_err(|_| AddressError::NotAnAddress)?;
    if !url.has_host() {
        return Err(AddressError::NotAnAddress);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(AddressError::UserInfo);
    }
    url.set_fragment(None);
    if url.as_str().len() > caps::URL_BYTES {
        return Err(AddressError::TooLong);
    }
    Ok(url.into())
}

/// What two addresses of one article have in common: no scheme, `www.`, fragment, tracking parameters, final slash;
/// host in lower case. For comparison only, never for asking.
#[must_use]
pub fn canonical_link(url: &str) -> String {
    let Ok(parsed) = Url::parse(url.trim()) else { return url.trim().to_owned() };
    let Some(host) = parsed.host_str() else { return url.trim().to_owned() };
    let mut out = host.strip_prefix("www.").unwrap_or(host).to_owned();
    if let Some(port) = parsed.port() {
        out.push_str(&format!(":{port}"));
    }
    out.push_str(parsed.path().trim_end_matches('/'));
    let kept: Vec<&str> =
        parsed.query().unwrap_or("").split('&').filter(|pair| !pair.is_empty() && !is_tracking(pair)).collect();
    if !kept.is_empty() {
        out.push('?');
        out.push_str(&kept.join("&"));
    }
    // `#!/path` names a page, everything else a place in it.
    if let Some(fragment) = parsed.fragment().filter(|f| f.starts_with('!')) {
        out.push('#');
        out.push_str(fragment);
    }
    out
}

fn is_tracking(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or(pair).to_ascii_lowercase();
    name.starts_with("utm_")
        || matches!(name.as_str(), "fbclid" | "gclid" | "mc_cid" | "mc_eid" | "igshid" | "at_medium" | "at_campaign")
}

/// An address of a feed, made absolute; `None` where it is no http address. Without a base a relative address stays
/// as it is: a feed read from a file.
pub(crate) fn resolve(address: &str, base: Option<&str>) -> Option<String> {
    let address: String = address.trim().chars().filter(|c| !matches!(c, '\n' | '\r' | '\t')).collect();
    if address.is_empty() || address.len() > caps::URL_BYTES {
        return None;
    }
    let address = if address.starts_with("www.") { format!("http://{address}") } else { address };
    match Url::parse(&address) {
        Ok(url) => (matches!(url.scheme(), "http" | "https") && url.has_host()).then_some(address),
        Err(_) => match base.and_then(|base| Url::parse(base).ok()) {
            Some(base) => {
                let joined = base.join(&address).ok()?;
                matches!(joined.scheme(), "http" | "https").then(|| joined.into())
            }
            None => Some(address),
        },
    }
}

/// Joins an `xml:base`-like address to the base outside of it.
pub(crate) fn join_base(outer: Option<&str>, inner: Option<&str>) -> Option<String> {
    match inner {
        None => outer.map(str::to_owned),
        Some(inner) => match Url::parse(inner) {
            Ok(_) => Some(inner.to_owned()),
            Err(_) => match outer.and_then(|o| Url::parse(o).ok()).and_then(|o| o.join(inner).ok()) {
                Some(joined) => Some(joined.into()),
                None => outer.map(str::to_owned),
            },
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{AddressError, canonical_link, normalise_address, resolve};

    #[test]
    fn what_is_typed_becomes_addresses_to_try() {
        let check = |typed: &str, want: &[&str]| assert_eq!(normalise_address(typed).unwrap(), want, "{typed}");
        check(" example.org ", &["https://example.org/", "http://example.org/"]);
        check("feed://example.org/x", &["https://example.org/x", "http://example.org/x"]);
        check("feed:https://example.org/x#top", &["https://example.org/x"]);
        check("itpc://example.org/x", &["https://example.org/x", "http://example.org/x"]);
        check("FEED:example.org", &["https://example.org/", "http://example.org/"]);
        check("https://bücher.example/a b", &["https://xn--bcher-kva.example/a%20b"]);
        check("example.org:8080/feed", &["https://example.org:8080/feed", "http://example.org:8080/feed"]);
        check("localhost:8000", &["http://localhost:8000/", "https://localhost:8000/"]);
        check("127.0.0.1:8000/f", &["http://127.0.0.1:8000/f", "https://127.0.0.1:8000/f"]);
        check("[::1]:8000/f", &["http://[::1]:8000/f", "https://[::1]:8000/f"]);
        check("//example.org/x", &["https://example.org/x", "http://example.org/x"]);
    }

    #[test]
    fn what_is_no_web_address_is_refused() {
        let check = |typed: &str, want: AddressError| assert_eq!(normalise_address(typed), Err(want), "{typed}");
        check("  ", AddressError::Empty);
        check("file:///etc/passwd", AddressError::Scheme("file".into()));
        check("feed:javascript:alert(1)", AddressError::Scheme("javascript".into()));
        check("https://bank.example@evil.example/", AddressError::UserInfo);
        check("bank.example:pw@evil.example", AddressError::UserInfo);
        check("news", AddressError::NotAnAddress);
        check("https://", AddressError::NotAnAddress);
        check(&format!("https://a.example/{}", "x".repeat(9000)), AddressError::TooLong);
    }

    #[test]
    fn two_spellings_of_one_article_are_one_link() {
        let want = "example.org/a?id=1";
        for url in ["http://www.example.org/a/?utm_source=rss&id=1#top", "https://EXAMPLE.org/a?id=1"] {
            assert_eq!(canonical_link(url), want, "{url}");
        }
        assert_eq!(canonical_link("not an address"), "not an address");
    }

    #[test]
    fn only_web_addresses_survive_resolving() {
        let base = Some("https://example.org/blog/feed.xml");
        assert_eq!(resolve("a.html", base).as_deref(), Some("https://example.org/blog/a.html"));
        assert_eq!(resolve("//cdn.example/i.png", base).as_deref(), Some("https://cdn.example/i.png"));
        assert_eq!(resolve("javascript:alert(1)", base), None);
        assert_eq!(resolve("/a", None).as_deref(), Some("/a"));
    }
}
