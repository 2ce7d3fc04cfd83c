//! Known places where publishers have accounts, and how their addresses name one. Addresses for sharing, searching and
//! signing in name none; nor do single posts.

use stoppress_model::PublisherLinkKind as Kind;
use url::Url;

/// An account at a known place.
pub(super) struct Account {
    pub(super) kind: Kind,
    /// The same for every address of the account.
    pub(super) key: String,
    pub(super) title: String,
    pub(super) url: String,
}

/// The host of an address without the labels that mean the same site.
pub(super) fn host(url: &Url) -> String {
    let host = url.host_str().unwrap_or("").to_ascii_lowercase();
    let bare =
        ["www.", "m.", "mobile.", "de-de.", "fr-fr.", "es-es.", "en-gb."].iter().find_map(|l| host.strip_prefix(l));
    bare.unwrap_or(&host).to_owned()
}

/// First parts of paths that are no accounts, at any of the places.
const NO_ACCOUNTS: &[&str] = &[
    "about",
    "accounts",
    "compose",
    "cws",
    "dialog",
    "embed",
    "events",
    "explore",
    "feed",
    "hashtag",
    "help",
    "home",
    "i",
    "intent",
    "iv",
    "joinchat",
    "jobs",
    "l.php",
    "legal",
    "login",
    "media",
    "messages",
    "p",
    "playlist",
    "plugins",
    "policies",
    "policy",
    "privacy",
    "redirect",
    "reel",
    "reels",
    "results",
    "search",
    "send",
    "settings",
    "share",
    "share.php",
    "sharearticle",
    "sharer",
    "sharer.php",
    "sharing",
    "shorts",
    "signup",
    "stories",
    "tag",
    "terms",
    "tos",
    "tr",
    "tv",
    "watch",
];

/// Servers that speak like Mastodon, among those whose names do not say so.
const FEDIVERSE: &[&str] = &[
    "mas.to",
    "mstdn.social",
    "mstdn.jp",
    "fosstodon.org",
    "infosec.exchange",
    "chaos.social",
    "journa.host",
    "newsie.social",
    "hachyderm.io",
    "pawoo.net",
    "mamot.fr",
    "piaille.fr",
    "det.social",
    "flipboard.social",
    "techhub.social",
    "c.im",
    "indieweb.social",
    "hostux.social",
    "respublicae.eu",
    "ioc.exchange",
    "kolektiva.social",
    "press.coop",
];

/// The account that an address names.
pub(super) fn known(url: &Url) -> Option<Account> {
    if !matches!(url.scheme(), "http" | "https") || url.as_str().len() > crate::caps::URL_BYTES {
        return None;
    }
    let host = host(url);
    let parts: Vec<&str> = url.path_segments()?.filter(|part| !part.is_empty()).collect();
    let first = parts.first().copied().unwrap_or("");
    let is_account = !first.is_empty() && !NO_ACCOUNTS.contains(&first.to_ascii_lowercase().as_str());
    let second = parts.get(1).copied().unwrap_or("");
    let handle = |name: &str| format!("@{}", name.trim_start_matches('@'));
    let one = |kind: Kind, name: &str| made(kind, url, name, handle(name));
    match host.as_str() {
        "facebook.com" | "fb.com" => facebook(url, &parts).filter(|_| is_account),
        "instagram.com" if is_account && parts.len() == 1 => one(Kind::Instagram, first),
        "twitter.com" | "x.com" if is_account && parts.len() == 1 => one(Kind::X, first),
        "threads.net" | "threads.com" if first.starts_with('@') && parts.len() == 1 => one(Kind::Threads, first),
        "tiktok.com" if first.starts_with('@') && parts.len() == 1 => one(Kind::Tiktok, first),
        "bsky.app" if first == "profile" && parts.len() == 2 => one(Kind::Bluesky, second),
        "github.com" if is_account && parts.len() == 1 => made(Kind::Github, url, first, first.to_owned()),
        "youtube.com" => youtube(url, &parts).filter(|_| is_account),
        "linkedin.com" if matches!(first, "company" | "in" | "school" | "showcase") && !second.is_empty() => {
            made(Kind::Linkedin, url, second, second.to_owned())
        }
        "t.me" | "telegram.me" => {
            let name = if first == "s" { second } else { first };
            (is_account && !name.is_empty() && !name.starts_with('+') && parts.len() <= 2)
                .then(|| one(Kind::Telegram, name))?
        }
        "whatsapp.com" if first == "channel" && !second.is_empty() => {
            made(Kind::Whatsapp, url, second, "WhatsApp".into())
        }
        "wa.me" if first.bytes().all(|b| b.is_ascii_digit()) && is_account => {
            made(Kind::Whatsapp, url, first, format!("+{first}"))
        }
        "podcasts.apple.com" | "pca.st" | "overcast.fm" | "music.amazon.com" | "podcast.de" if !parts.is_empty() => {
            made(Kind::Podcast, url, url.path(), host.clone())
        }
        "open.spotify.com" if first == "show" && !second.is_empty() => {
            made(Kind::Podcast, url, second, "spotify.com".into())
        }
        "buttondown.com" | "buttondown.email" if is_account => made(Kind::Newsletter, url, first, host.clone()),
        _ if host.ends_with(".substack.com") => made(Kind::Newsletter, url, &host, host.clone()),
        _ => fediverse(url, &host, &parts),
    }
}

fn made(kind: Kind, url: &Url, name: &str, title: String) -> Option<Account> {
    let mut address = url.clone();
    address.set_fragment(None);
    let key = name.trim_start_matches('@').to_lowercase();
    let title = title.chars().filter(|c| !c.is_control()).take(200).collect();
    (!key.is_empty()).then(|| Account { kind, key, title, url: address.into() })
}

fn facebook(url: &Url, parts: &[&str]) -> Option<Account> {
    let named = |name: &str| made(Kind::Facebook, url, name, name.to_owned());
    match parts {
        ["profile.php"] => {
            let id = url.query_pairs().find(|(name, _)| name == "id").map(|(_, id)| id.into_owned())?;
            made(Kind::Facebook, url, &id, "Facebook".into())
        }
        ["pages" | "groups", name, ..] => named(name),
        ["people", name, ..] => named(name),
        [name] => named(name),
        _ => None,
    }
}

fn youtube(url: &Url, parts: &[&str]) -> Option<Account> {
    match parts {
        [kind @ ("channel" | "c" | "user"), name, ..] => {
            let title = if *kind == "channel" { "YouTube".to_owned() } else { (*name).to_owned() };
            made(Kind::Youtube, url, name, title)
        }
        [name] => made(Kind::Youtube, url, name, (*name).to_owned()),
        [name, "videos" | "featured" | "about" | "streams"] => made(Kind::Youtube, url, name, (*name).to_owned()),
        _ => None,
    }
}

/// `https://server/@name`, where the server is one that speaks like Mastodon.
fn fediverse(url: &Url, host: &str, parts: &[&str]) -> Option<Account> {
    let is_server = FEDIVERSE.contains(&host)
        || ["mastodon", "social.", "mstdn", "toot", "fedi"].iter().any(|start| host.starts_with(start));
    let name = match parts {
        [name] => name.strip_prefix('@')?,
        ["users", name] => name,
        _ => return None,
    };
    let account = || format!("@{name}@{host}");
    (is_server && !name.is_empty() && !name.contains('@')).then(|| made(Kind::Mastodon, url, &account(), account()))?
}

/// A place that nothing is known of but that the page calls its own.
pub(super) fn other(url: &Url) -> Account {
    let host = host(url);
    // `rel=me` to `/@name` on any server is how Mastodon verifies sites.
    let name = url.path().strip_prefix("/@").filter(|name| !name.is_empty() && !name.contains(['/', '@']));
    if let Some(name) = name.filter(|_| !matches!(host.as_str(), "medium.com" | "flipboard.com" | "odysee.com")) {
        let account = format!("@{name}@{host}");
        return Account { kind: Kind::Mastodon, key: account.to_lowercase(), title: account, url: url.to_string() };
    }
    let title = format!("{host}{}", url.path().trim_end_matches('/'));
    Account { kind: Kind::Other, key: title.to_lowercase(), title, url: url.to_string() }
}

#[cfg(test)]
mod tests {
    use super::{known, other};
    use stoppress_model::PublisherLinkKind as Kind;
    use url::Url;

    #[test]
    fn an_address_of_an_account_names_it() {
        let check = |url: &str, kind: Kind, title: &str| {
            let account = known(&Url::parse(url).unwrap()).unwrap_or_else(|| panic!("{url}"));
            assert_eq!((account.kind, account.title.as_str()), (kind, title), "{url}");
        };
        check("https://m.facebook.com/Daily/", Kind::Facebook, "Daily");
        check("https://www.facebook.com/profile.php?id=17", Kind::Facebook, "Facebook");
        check("https://www.facebook.com/pages/Daily/17", Kind::Facebook, "Daily");
        check("https://instagram.com/daily?igshid=1", Kind::Instagram, "@daily");
        check("https://www.youtube.com/channel/UC1", Kind::Youtube, "YouTube");
        check("https://youtube.com/user/daily/videos", Kind::Youtube, "daily");
        check("https://www.threads.net/@daily", Kind::Threads, "@daily");
        check("https://www.linkedin.com/company/daily/about", Kind::Linkedin, "daily");
        check("https://t.me/s/daily", Kind::Telegram, "@daily");
        check("https://whatsapp.com/channel/0029", Kind::Whatsapp, "WhatsApp");
        check("https://wa.me/491701234567", Kind::Whatsapp, "+491701234567");
        check("https://www.tiktok.com/@daily?lang=en", Kind::Tiktok, "@daily");
        check("https://bsky.app/profile/daily.example", Kind::Bluesky, "@daily.example");
        check("https://fosstodon.org/@daily", Kind::Mastodon, "@daily@fosstodon.org");
        check("https://mastodon.example/users/daily", Kind::Mastodon, "@daily@mastodon.example");
        check("https://podcasts.apple.com/gb/podcast/daily/id1", Kind::Podcast, "podcasts.apple.com");
        check("https://daily.substack.com/", Kind::Newsletter, "daily.substack.com");
        check("https://github.com/daily", Kind::Github, "daily");
    }

    #[test]
    fn links_for_sharing_and_single_posts_are_no_accounts() {
        for url in [
            "https://www.facebook.com/sharer/sharer.php?u=x",
            "https://www.facebook.com/dialog/share?x",
            "https://twitter.com/intent/tweet?text=x",
            "https://x.com/share?url=x",
            "https://x.com/daily/status/1",
            "https://x.com/",
            "https://www.linkedin.com/shareArticle?url=x",
            "https://t.me/share/url?url=x",
            "https://api.whatsapp.com/send?text=x",
            "https://wa.me/?text=x",
            "https://www.youtube.com/watch?v=1",
            "https://www.instagram.com/p/1/",
            "https://bsky.app/intent/compose?text=x",
            "https://threads.net/intent/post?text=x",
            "https://medium.com/@daily",
            "https://news.example/@daily",
        ] {
            assert!(known(&Url::parse(url).unwrap()).is_none(), "{url}");
        }
    }

    #[test]
    fn what_the_page_calls_its_own_may_be_anywhere() {
        let check = |url: &str, kind: Kind, title: &str| {
            let account = other(&Url::parse(url).unwrap());
            assert_eq!((account.kind, account.title.as_str()), (kind, title));
        };
        check("https://own.example/@daily", Kind::Mastodon, "@daily@own.example");
        check("https://medium.com/@daily", Kind::Other, "medium.com/@daily");
        check("https://www.books.example/lantern/", Kind::Other, "books.example/lantern");
    }
}
