//! Sites whose feeds follow from an address alone, one row each, so that they can be corrected.

use url::Url;

/// The feeds that a known site has for the address of one of its pages; empty for every other site and for addresses
/// that are feeds already. The caller still has to fetch them: sites change.
#[must_use]
pub fn site_rules(url: &str) -> Vec<String> {
    let Ok(page) = Url::parse(url) else { return vec![] };
    let Some(own) = page.host_str() else { return vec![] };
    let host = own.strip_prefix("www.").or(own.strip_prefix("m.")).unwrap_or(own);
    let path: Vec<&str> = page.path().split('/').filter(|part| !part.is_empty()).collect();
    let query = |name: &str| page.query_pairs().find(|(n, _)| n == name).map(|(_, value)| value.into_owned());
    let found = match (host, path.as_slice()) {
        ("youtube.com", ["channel", id]) => Some(format!("https://www.youtube.com/feeds/videos.xml?channel_id={id}")),
        ("youtube.com", ["playlist" | "watch"]) => {
            query("list").map(|list| format!("https://www.youtube.com/feeds/videos.xml?playlist_id={list}"))
        }
        ("github.com", [user]) if !user.ends_with(".atom") => Some(format!("https://github.com/{user}.atom")),
        ("github.com", [user, repository]) => Some(format!("https://github.com/{user}/{repository}/releases.atom")),
        ("github.com", [user, repository, part @ ("releases" | "tags" | "commits"), rest @ ..])
            if !ends_in_atom(&path) =>
        {
            let branch =
                if *part == "commits" { rest.iter().map(|r| format!("/{r}")).collect() } else { String::new() };
            Some(format!("https://github.com/{user}/{repository}/{part}{branch}.atom"))
        }
        ("gitlab.com", [group, project]) => Some(format!("https://gitlab.com/{group}/{project}/-/tags?format=atom")),
        ("reddit.com" | "old.reddit.com", ["r" | "u" | "user", _, ..]) if !page.path().ends_with(".rss") => {
            let question = page.query().map(|q| format!("?{q}")).unwrap_or_default();
            Some(format!("https://www.reddit.com/{}/.rss{question}", path.join("/")))
        }
        ("bsky.app", ["profile", handle]) => Some(format!("https://bsky.app/profile/{handle}/rss")),
        ("medium.com", [name, ..]) if name.starts_with('@') => Some(format!("https://medium.com/feed/{name}")),
        ("medium.com", ["tag", tag]) => Some(format!("https://medium.com/feed/tag/{tag}")),
        ("news.ycombinator.com", [] | ["news"]) => Some("https://news.ycombinator.com/rss".into()),
        ("lobste.rs", []) => Some("https://lobste.rs/rss".into()),
        ("arxiv.org", ["list", topic, ..]) => Some(format!("https://rss.arxiv.org/rss/{topic}")),
        ("stackoverflow.com", ["questions", "tagged", tag]) => {
            Some(format!("https://stackoverflow.com/feeds/tag/{tag}"))
        }
        (host, []) if host.ends_with(".substack.com") => Some(format!("https://{host}/feed")),
        (host, []) if host.ends_with(".tumblr.com") => Some(format!("https://{host}/rss")),
        (host, []) if host.contains(".blogspot.") => Some(format!("https://{host}/feeds/posts/default")),
        // Mastodon and its kin: any host, so only a path that nothing else has.
        (host, [user])
            if user.starts_with('@')
                && user.len() > 1
                && !user.contains('.')
                && host != "youtube.com"
                && host != "tiktok.com" =>
        {
            Some(format!("https://{own}/{user}.rss"))
        }
        _ => None,
    };
    found.into_iter().collect()
}

/// True for a page of a site that has no feeds any more, so that nobody needs to ask it.
#[must_use]
pub fn has_no_feeds(url: &str) -> bool {
    let Ok(page) = Url::parse(url) else { return false };
    let host = page.host_str().unwrap_or_default();
    let host = host.strip_prefix("www.").or(host.strip_prefix("mobile.")).unwrap_or(host);
    matches!(host, "x.com" | "twitter.com")
}

fn ends_in_atom(path: &[&str]) -> bool {
    path.last().is_some_and(|last| last.ends_with(".atom"))
}

#[cfg(test)]
mod tests {
    use super::{has_no_feeds, site_rules};

    #[test]
    fn a_page_of_a_known_site_has_its_feed() {
        for (page, feed) in [
            ("https://www.youtube.com/channel/UC1", "https://www.youtube.com/feeds/videos.xml?channel_id=UC1"),
            ("https://youtube.com/watch?v=a&list=PL1", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1"),
            ("https://github.com/tauri-apps/tauri", "https://github.com/tauri-apps/tauri/releases.atom"),
            ("https://github.com/tauri-apps/tauri/commits/dev", "https://github.com/tauri-apps/tauri/commits/dev.atom"),
            ("https://github.com/tauri-apps", "https://github.com/tauri-apps.atom"),
            ("https://gitlab.com/a/b", "https://gitlab.com/a/b/-/tags?format=atom"),
            ("https://old.reddit.com/r/rust/top/?t=week", "https://www.reddit.com/r/rust/top/.rss?t=week"),
            ("https://mastodon.social/@reader", "https://mastodon.social/@reader.rss"),
            // Of any host: exactly that one, also where it is hardly a name.
            ("https://m.social.example/@reader", "https://m.social.example/@reader.rss"),
            ("https://m./@reader", "https://m./@reader.rss"),
            ("https://bsky.app/profile/a.example", "https://bsky.app/profile/a.example/rss"),
            ("https://medium.com/@someone", "https://medium.com/feed/@someone"),
            ("https://news.ycombinator.com/", "https://news.ycombinator.com/rss"),
            ("https://some.substack.com/", "https://some.substack.com/feed"),
        ] {
            assert_eq!(site_rules(page), [feed], "{page}");
        }
    }

    #[test]
    fn a_site_without_feeds_is_known_by_its_host() {
        assert!(
            ["https://x.com/a", "http://www.twitter.com/a", "https://mobile.twitter.com/"]
                .map(has_no_feeds)
                .iter()
                .all(|known| *known)
        );
        assert!(["https://box.com/", "https://x.com.example/", "x.com"].map(has_no_feeds).iter().all(|known| !known));
    }

    #[test]
    fn other_pages_and_feeds_have_no_rule() {
        for page in [
            "https://example.org/",
            "https://github.com/a/b/releases.atom",
            "https://www.reddit.com/r/rust/.rss",
            "https://www.youtube.com/@handle",
            "https://mastodon.social/@reader.rss",
            "nonsense",
        ] {
            assert!(site_rules(page).is_empty(), "{page}");
        }
    }
}
