//! Addresses inside an article.

use crate::caps;
use url::Url;

/// True for an absolute address that may stand in a cleaned article.
pub(super) fn is_allowed(address: &str, is_link: bool) -> bool {
    Url::parse(address).is_ok_and(|url| is_allowed_url(&url, is_link))
}

fn is_allowed_url(url: &Url, is_link: bool) -> bool {
    let scheme_is_good = match url.scheme() {
        "http" | "https" => url.has_host() && url.username().is_empty() && url.password().is_none(),
        "mailto" => is_link,
        _ => false,
    };
    scheme_is_good && url.as_str().len() <= caps::URL_BYTES
}

/// Makes an address absolute; `None` where it may not stand in an article.
pub(super) fn absolute(address: &str, base: Option<&Url>, is_link: bool) -> Option<String> {
    let address = address.trim();
    if address.is_empty() || address.len() > caps::URL_BYTES {
        return None;
    }
    let url = match (Url::parse(address), base) {
        (Ok(url), _) => url,
        (Err(_), Some(base)) => base.join(address).ok()?,
        (Err(_), None) if address.starts_with("//") => Url::parse(&format!("https:{address}")).ok()?,
        (Err(_), None) => return None,
    };
    is_allowed_url(&url, is_link).then(|| url.into())
}

/// The best address of a `srcset`: the widest up to 1,600 pixels, else the narrowest.
pub(crate) fn from_srcset(srcset: &str) -> Option<&str> {
    let mut best: Option<(&str, f64)> = None;
    for candidate in split_srcset(srcset) {
        let mut words = candidate.split_whitespace();
        let Some(url) = words.next() else { continue };
        let size = words.next().map_or(1.0, |descriptor| {
            let number: f64 = descriptor.trim_end_matches(['w', 'x', 'h']).parse().unwrap_or(1.0);
            if descriptor.ends_with('x') { number * 800.0 } else { number }
        });
        let is_better =
            best.is_none_or(|(_, known)| if known > 1_600.0 { size < known } else { size > known && size <= 1_600.0 });
        if is_better {
            best = Some((url, size));
        }
    }
    best.map(|(url, _)| url)
}

/// Candidates are parted by a comma and a space; a comma alone may belong to an address.
fn split_srcset(srcset: &str) -> impl Iterator<Item = &str> {
    let parts: Vec<&str> = srcset.split([',']).collect();
    let by_space = srcset.contains(", ") || srcset.contains(",\n");
    let pieces: Vec<&str> = if by_space { srcset.split(", ").flat_map(|p| p.split(",\n")).collect() } else { parts };
    pieces.into_iter().map(|p| p.trim().trim_end_matches(',')).filter(|p| !p.is_empty()).take(64)
}

/// The page that an embedded player belongs to, and what kind of thing it is.
pub(crate) fn card(kind: &str, address: &str) -> Option<(String, String)> {
    let url = Url::parse(address).ok()?;
    let host = url.host_str()?.trim_start_matches("www.").to_owned();
    let last = url.path().rsplit('/').next().unwrap_or("").to_owned();
    let (page, host) = match host.as_str() {
        "youtube.com" | "youtube-nocookie.com" if url.path().starts_with("/embed/") && last != "videoseries" => {
            (format!("https://www.youtube.com/watch?v={last}"), "youtube.com".to_owned())
        }
        "player.vimeo.com" if url.path().starts_with("/video/") => {
            (format!("https://vimeo.com/{last}"), "vimeo.com".to_owned())
        }
        _ => (address.to_owned(), host),
    };
    const VIDEO: &[&str] =
        &["youtube.com", "vimeo.com", "dailymotion.com", "twitch.tv", "ted.com", "odysee.com", "rumble.com"];
    const AUDIO: &[&str] = &["soundcloud.com", "spotify.com", "bandcamp.com", "mixcloud.com", "podbean.com"];
    let is_of = |hosts: &[&str]| hosts.iter().any(|h| host == *h || host.ends_with(&format!(".{h}")));
    let noun = match kind {
        "video" => "Video",
        "audio" => "Audio",
        _ if is_of(VIDEO) => "Video",
        _ if is_of(AUDIO) => "Audio",
        _ => "Embedded page",
    };
    Some((page, format!("{noun} at {host}")))
}

#[cfg(test)]
mod tests {
    use super::{absolute, card, from_srcset};
    use url::Url;

    #[test]
    fn only_web_and_mail_addresses_become_links() {
        let base = Url::parse("https://example.org/a/b").unwrap();
        let check =
            |raw: &str, want: Option<&str>| assert_eq!(absolute(raw, Some(&base), true).as_deref(), want, "{raw}");
        check("c", Some("https://example.org/a/c"));
        check("//cdn.example/x", Some("https://cdn.example/x"));
        check("mailto:a@b.example", Some("mailto:a@b.example"));
        for bad in [
            "javascript:alert(1)",
            " java\nscript:alert(1)",
            "data:text/html,x",
            "https://a:b@c.example/",
            "file:///x",
            "",
        ] {
            check(bad, None);
        }
        assert_eq!(absolute("c", None, true), None);
    }

    #[test]
    fn one_candidate_of_a_srcset_is_taken() {
        assert_eq!(from_srcset("a.jpg 300w, b.jpg 1200w, c.jpg 4000w"), Some("b.jpg"));
        assert_eq!(from_srcset("a.jpg 1x,b.jpg 2x"), Some("b.jpg"));
        assert_eq!(from_srcset("c.jpg 4000w, d.jpg 2000w"), Some("d.jpg"));
        assert_eq!(from_srcset("w_1,h_2/a.jpg 300w, w_1,h_2/b.jpg 600w"), Some("w_1,h_2/b.jpg"));
        assert_eq!(from_srcset(" "), None);
    }

    #[test]
    fn a_player_becomes_a_link_to_its_page() {
        let check = |kind: &str, url: &str, page: &str, words: &str| {
            assert_eq!(card(kind, url), Some((page.to_owned(), words.to_owned())));
        };
        check(
            "iframe",
            "https://www.youtube.com/embed/abc?rel=0",
            "https://www.youtube.com/watch?v=abc",
            "Video at youtube.com",
        );
        check("audio", "https://cdn.example/a.mp3", "https://cdn.example/a.mp3", "Audio at cdn.example");
        check("iframe", "https://maps.example/x", "https://maps.example/x", "Embedded page at maps.example");
    }
}
