//! What a publisher's home page says about the publisher: where else it can be followed, and which icon is its own.
//! Nothing here makes a request.

mod accounts;
mod icons;
mod scan;

pub use icons::{IconCandidate, icon_candidates};

use crate::caps;
use crate::clean::without_trackers;
use accounts::Account;
use scan::Page;
use serde_json::Value;
use std::collections::HashSet;
use stoppress_model::{PlainText, PublisherLinkKind as Kind, PublisherPlace};
use url::Url;

/// Links that one publisher can have, and accounts of one kind among them.
const LINKS: usize = 24;
const OF_ONE_KIND: usize = 3;
/// JSON-LD is looked through this deep.
const JSON_DEPTH: usize = 6;

/// How much a page says that an account is its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Evidence {
    /// `rel=me`.
    Claimed,
    /// `sameAs` in the page's data for machines.
    Stated,
    /// It stands in the frame of the page: header, footer, a box for following.
    Framed,
    /// Its name is that of the site.
    Named,
}

/// Where else the publisher of a home page can be found: the site itself first, then by kind. `page` is the page's bytes,
/// `url` its address after redirects.
///
/// Taken are links with `rel=me`, `sameAs` of JSON-LD, and links to known places that stand in the frame of the page or
/// bear the site's name. Links for sharing are none, nor are single posts. Each account comes once, at most three of a
/// kind, at most 24 in all.
#[must_use]
pub fn publisher_links(page: &[u8], url: &str) -> Vec<PublisherPlace> {
    let Ok(home) = Url::parse(url) else { return vec![] };
    let page = scan::read(page, &home);
    let mut found: Vec<(Kind, Evidence, String, PublisherPlace)> = vec![];
    let mut add = |evidence: Evidence, account: Account| {
        let link = PublisherPlace {
            kind: account.kind,
            title: PlainText::new(&account.title, caps::NAME_BYTES),
            url: without_trackers(&account.url),
        };
        found.push((account.kind, evidence, account.key, link));
    };
    for (url, is_own) in page.links.iter().map(|link| (&link.url, link.says("me"))).filter(|(_, is_own)| *is_own) {
        claim(url, &home, is_own).into_iter().for_each(|account| add(Evidence::Claimed, account));
    }
    for anchor in &page.anchors {
        let is_claimed = anchor.says("me");
        let Some(account) = claim(&anchor.url, &home, is_claimed).or_else(|| newsletter(anchor, &home)) else {
            continue;
        };
        let evidence = match () {
            () if is_claimed => Evidence::Claimed,
            () if anchor.is_framed => Evidence::Framed,
            () if is_namesake(&account, &home) => Evidence::Named,
            () => continue,
        };
        add(evidence, account);
    }
    for url in page.json.iter().flat_map(same_as) {
        let known = Url::parse(&url).ok().and_then(|url| accounts::known(&url));
        known.into_iter().for_each(|account| add(Evidence::Stated, account));
    }
    found.sort_by_key(|(kind, evidence, ..)| (*kind, *evidence));
    let mut links = vec![site(&page, &home)];
    let mut seen: HashSet<(Kind, String)> = HashSet::new();
    for (kind, _, key, link) in found {
        let of_kind = links.iter().filter(|known| known.kind == kind).count();
        if of_kind < OF_ONE_KIND && links.len() < LINKS && seen.insert((kind, key)) {
            links.push(link);
        }
    }
    links
}

fn site(page: &Page, home: &Url) -> PublisherPlace {
    let host = home.host_str().unwrap_or("").trim_start_matches("www.");
    let name = page.site_name.as_deref().or(page.title.as_deref()).map(|name| PlainText::new(name, caps::NAME_BYTES));
    let title = name.filter(|name| !name.is_empty()).unwrap_or_else(|| PlainText::new(host, caps::NAME_BYTES));
    PublisherPlace { kind: Kind::Site, title, url: without_trackers(home.as_str()) }
}

/// The account behind a link; any place at all where the page says `rel=me`, but its own pages.
fn claim(url: &Url, home: &Url, is_claimed: bool) -> Option<Account> {
    if let Some(account) = accounts::known(url) {
        return Some(account);
    }
    let is_elsewhere = accounts::host(url) != accounts::host(home);
    (is_claimed && is_elsewhere).then(|| accounts::other(url))
}

/// The publisher's own page for subscribing to its letters.
fn newsletter(anchor: &scan::Anchor, home: &Url) -> Option<Account> {
    let is_own = accounts::host(&anchor.url) == accounts::host(home);
    let names = |text: &str| ["newsletter", "infolettre", "boletin"].iter().any(|word| text.contains(word));
    let is_letter =
        is_own && names(&anchor.url.path().to_ascii_lowercase()) && anchor.url.path_segments()?.count() <= 3;
    let title = if anchor.text.trim().is_empty() { "Newsletter".to_owned() } else { anchor.text.clone() };
    // One is enough: overviews link to dozens of them.
    is_letter.then(|| Account { kind: Kind::Newsletter, key: "own".into(), title, url: anchor.url.to_string() })
}

/// True where the account bears the name of the site, or the site that of the account.
fn is_namesake(account: &Account, home: &Url) -> bool {
    let letters = |text: &str| -> String { text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect() };
    let host = accounts::host(home);
    let site = letters(host.rsplit('.').nth(1).unwrap_or(&host));
    let name = letters(account.title.trim_start_matches('@').split('@').next().unwrap_or(""));
    site.len() >= 4 && name.len() >= 4 && (site.contains(&name) || name.contains(&site))
}

/// Every `sameAs` of a JSON-LD document that stands at the publisher, not at the author of an article.
fn same_as(json: &Value) -> Vec<String> {
    let mut found = vec![];
    collect(json, 0, &mut found);
    found
}

fn collect(value: &Value, depth: usize, found: &mut Vec<String>) {
    if depth > JSON_DEPTH || found.len() >= 4 * LINKS {
        return;
    }
    match value {
        Value::Array(values) => values.iter().take(64).for_each(|value| collect(value, depth + 1, found)),
        Value::Object(object) => {
            match object.get("sameAs") {
                Some(Value::String(url)) => found.push(url.clone()),
                Some(Value::Array(urls)) => {
                    found.extend(urls.iter().take(LINKS).filter_map(Value::as_str).map(str::to_owned));
                }
                _ => {}
            }
            for name in ["@graph", "publisher", "mainEntity", "sourceOrganization", "parentOrganization"] {
                if let Some(inner) = object.get(name) {
                    collect(inner, depth + 1, found);
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::publisher_links;

    fn links(page: &str) -> Vec<String> {
        let found = publisher_links(page.as_bytes(), "https://www.thelantern.example/?utm_source=x");
        found.iter().map(|link| format!("{:?} {} {}", link.kind, link.title, link.url)).collect()
    }

    #[test]
    fn a_publisher_is_found_where_its_page_says_it_is() {
        let page = r##"<title>The Lantern | Home</title><meta property="og:site_name" content="The Lantern">
            <link rel="me" href="https://mastodon.example/@lantern">
            <script type="application/ld+json">{"@graph":[{"@type":"NewsMediaOrganization","sameAs":
              ["https://www.youtube.com/@thelantern","https://en.wikipedia.org/wiki/Lantern","https://x.com/TheLantern"]},
              {"@type":"Article","author":{"sameAs":"https://x.com/ada"}}]}</script>
            <body><header><a href="https://www.facebook.com/thelantern/?ref=page_internal&fbclid=1">Facebook</a>
            <a href="https://www.facebook.com/sharer.php?u=x">Share</a></header>
            <main><p><a href="https://x.com/somebody">a source</a> <a href="https://t.me/thelantern">our channel</a>
            <a href="https://x.com/thelantern/status/1">a post</a></p></main>
            <div class="c-social-list"><a href="https://twitter.com/thelantern?lang=en">X</a>
            <a href="https://bsky.app/profile/thelantern.example">Bluesky</a></div>
            <footer><a href="/newsletters/daily">Letters</a> <a rel="me nofollow" href="https://books.example/lantern">Books</a>
            <a href="/about">About</a> <a rel=me href="/us">Us</a></footer>"##;
        assert_eq!(
            links(page),
            [
                "Site The Lantern https://www.thelantern.example/",
                "Mastodon @lantern@mastodon.example https://mastodon.example/@lantern",
                "Bluesky @thelantern.example https://bsky.app/profile/thelantern.example",
                "Facebook thelantern https://www.facebook.com/thelantern/?ref=page_internal",
                "Youtube @thelantern https://www.youtube.com/@thelantern",
                "X @TheLantern https://x.com/TheLantern",
                "Telegram @thelantern https://t.me/thelantern",
                "Newsletter Letters https://www.thelantern.example/newsletters/daily",
                "Other books.example/lantern https://books.example/lantern",
            ]
        );
    }

    #[test]
    fn a_frame_ends_where_its_element_ends() {
        let page =
            r##"<header><div><a href="https://x.com/one">1</a></header><p><a href="https://x.com/two">2</a></p>"##;
        assert_eq!(links(page)[1..], ["X @one https://x.com/one"]);
    }

    #[test]
    fn accounts_are_counted_once_and_capped() {
        let many: String = (0..50)
            .map(|n| format!("<footer><a href='https://x.com/a{n}'>x</a><a href=https://x.com/A{n}>x</a>"))
            .collect();
        assert_eq!(links(&many).len(), 1 + 3);
        assert_eq!(publisher_links(b"<a rel=me href=https://a.example>", "no address"), []);
    }
}
