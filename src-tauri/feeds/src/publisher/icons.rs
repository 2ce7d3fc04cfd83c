//! Which icons a site offers of itself.

use super::scan;
use url::Url;

/// Icons that one page can offer.
const MOST: usize = 16;
/// The size in pixels that an icon should have: a line of text on a dense screen, twice.
const WANTED: u32 = 64;
/// What `apple-touch-icon` is where it names no size.
const TOUCH: u32 = 180;

/// An icon that a page offers. Its bytes decide whether it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IconCandidate {
    /// Absolute http or https address.
    pub url: String,
    /// Side in pixels as declared; `None` where the page does not say.
    pub size: Option<u32>,
}

/// The icons of a site, best first: the smallest of at least 64 pixels, then larger to smaller, those without a size,
/// and `/favicon.ico` last. SVG and one-coloured masks are passed over: they are documents. `page` is the page's bytes,
/// `url` its address after redirects; nothing of it is fetched here.
#[must_use]
pub fn icon_candidates(page: &[u8], url: &str) -> Vec<IconCandidate> {
    let Ok(home) = Url::parse(url) else { return vec![] };
    let page = scan::read(page, &home);
    let mut found: Vec<IconCandidate> = vec![];
    let mut add = |url: &Url, size: Option<u32>| {
        if !found.iter().any(|known| known.url == url.as_str()) && found.len() < MOST {
            found.push(IconCandidate { url: url.to_string(), size });
        }
    };
    for link in &page.links {
        let is_touch = link.says("apple-touch-icon") || link.says("apple-touch-icon-precomposed");
        let is_svg = link.kind.contains("svg") || link.url.path().to_ascii_lowercase().ends_with(".svg");
        if (link.says("icon") || is_touch) && !is_svg {
            add(&link.url, size(&link.sizes).or(is_touch.then_some(TOUCH)));
        }
    }
    if let Ok(usual) = home.join("/favicon.ico")
        && matches!(usual.scheme(), "http" | "https")
    {
        add(&usual, None);
    }
    // Stable: what the page names first stays first among equals, and `/favicon.ico` last.
    found.sort_by_key(|icon| match icon.size {
        Some(size) if size >= WANTED => (0, size),
        Some(size) => (1, u32::MAX - size),
        None => (2, 0),
    });
    found
}

/// The best of the sizes that a link names (`16x16 32x32`); `any` is none.
fn size(sizes: &str) -> Option<u32> {
    let sides = sizes.split_ascii_whitespace().filter_map(|size| size.split_once('x')?.0.parse::<u32>().ok());
    sides.filter(|side| (1..=4_096).contains(side)).max()
}

#[cfg(test)]
mod tests {
    use super::icon_candidates;

    #[test]
    fn the_icon_that_fits_comes_first_and_drawings_do_not_come() {
        let page = br#"<base href="https://cdn.example/x/"><link rel="mask-icon" href="mask.svg"><link rel="icon" type="image/svg+xml" href="i.svg">
            <link rel="shortcut icon" href="/s.ico"><link rel="ICON" sizes="16x16 32x32" href="32.png">
            <link rel="apple-touch-icon" href="touch.png"><link rel="icon" sizes="96x96" href="96.png"><link rel=icon sizes=any href=any.ico>
            <link rel="icon" sizes="32x32" href="32.png"><link rel="icon" href="javascript:x"><link rel="preload" href="p.png">"#;
        let found = icon_candidates(page, "https://site.example/home");
        let found: Vec<(&str, Option<u32>)> = found.iter().map(|icon| (icon.url.as_str(), icon.size)).collect();
        assert_eq!(
            found,
            [
                ("https://cdn.example/x/96.png", Some(96)),
                ("https://cdn.example/x/touch.png", Some(180)),
                ("https://cdn.example/x/32.png", Some(32)),
                ("https://cdn.example/s.ico", None),
                ("https://cdn.example/x/any.ico", None),
                ("https://site.example/favicon.ico", None),
            ]
        );
    }

    #[test]
    fn a_site_without_a_page_still_has_its_usual_icon() {
        assert_eq!(icon_candidates(b"", "https://site.example/x/y")[0].url, "https://site.example/favicon.ico");
        assert_eq!(icon_candidates(b"", "no address"), []);
    }
}
