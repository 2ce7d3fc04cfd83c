//! Which addresses may be asked: public ones always, private ones only at an origin the reader typed.
//!
//! The check is made on the resolved address when connecting, so that a name which first resolves to a public address
//! and then to a private one gains nothing (DNS rebinding).

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use url::{Host, Url};

/// Scheme, host and port: what concurrency, gaps and permissions hang on.
pub(crate) fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}

/// True for `localhost`, loopback and the other private ranges named in the address itself.
pub(crate) fn names_private_host(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(address)) => !is_public(IpAddr::V4(address)),
        Some(Host::Ipv6(address)) => !is_public(IpAddr::V6(address)),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.');
            name.eq_ignore_ascii_case("localhost") || name.to_ascii_lowercase().ends_with(".localhost")
        }
        None => true,
    }
}

/// True for addresses that the public internet routes.
pub(crate) fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !(a == 0
        || a == 127
        || a >= 224
        || address.is_private()
        || address.is_link_local()
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && (c == 0 || c == 2))
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (b == 18 || b == 19))
        || (a == 198 && b == 51 && c == 100)
        || (a == 203 && b == 0 && c == 113))
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let parts = address.segments();
    let embedded =
        |high: u16, low: u16| is_public_v4(Ipv4Addr::new((high >> 8) as u8, high as u8, (low >> 8) as u8, low as u8));
    match parts {
        [0, 0, 0, 0, 0, 0xffff, high, low] => embedded(high, low),
        [0, 0, 0, 0, 0, 0, ..] => false,
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => embedded(high, low),
        [0x64, 0xff9b, ..] => false,
        [0x2002, high, low, ..] => embedded(high, low),
        [0x2001, 0, ..] | [0x2001, 0xdb8, ..] | [0x100, 0, 0, 0, ..] => false,
        // Only 2000::/3 is handed out as public.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

/// Why a name gave no usable address.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ResolveError {
    #[error("the name is not known")]
    Unknown,
    #[error("the name leads to a private address")]
    Private,
}

/// Resolves through the system; with `public_only`, refuses names that lead anywhere private.
pub(crate) struct Resolver {
    pub(crate) public_only: bool,
    /// The host of the proxy that the reader has chosen, which may be private.
    pub(crate) except: Option<String>,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let is_excepted = self.except.as_deref().is_some_and(|host| host.eq_ignore_ascii_case(name.as_str()));
        let public_only = self.public_only && !is_excepted;
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await.map_err(|_| ResolveError::Unknown)?;
            let addresses: Vec<SocketAddr> = found.collect();
            if addresses.is_empty() {
                return Err(ResolveError::Unknown.into());
            }
            if public_only && addresses.iter().any(|address| !is_public(address.ip())) {
                return Err(ResolveError::Private.into());
            }
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{is_public, names_private_host};

    #[test]
    fn private_addresses_are_known_in_every_range_and_spelling() {
        for private in [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "127.0.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::7f00:1",
            "fc00::1",
            "fe80::1",
            "ff02::1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "2001:0:1::",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
        for public in ["1.1.1.1", "172.32.0.1", "192.0.1.1", "2606:4700::1111", "64:ff9b::101:101", "100.128.0.1"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
    }

    #[test]
    fn odd_spellings_of_a_private_host_are_seen_through() {
        for address in [
            "http://127.1/",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://localhost./",
            "http://LOCALHOST/",
            "http://a.localhost/",
            "http://[::1]/",
            "http://[::ffff:7f00:1]/",
            "http://017700000001/",
        ] {
            assert!(names_private_host(&url::Url::parse(address).unwrap()), "{address}");
        }
        assert!(!names_private_host(&url::Url::parse("http://localhost.example.org/").unwrap()));
    }
}
