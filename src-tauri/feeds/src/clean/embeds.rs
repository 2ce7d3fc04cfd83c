//! What is put in the place of a player or an embedded page: a link in words.

use crate::caps;
use url::Url;

const VIDEO: &[&str] = &[
    "youtube.com",
    "vimeo.com",
    "dailymotion.com",
    "twitch.tv",
    "ted.com",
    "odysee.com",
    "rumble.com",
    "tiktok.com",
    "arte.tv",
    "streamable.com",
    "jwplayer.com",
    "brightcove.net",
    "wistia.net",
    "wistia.com",
];
const AUDIO: &[&str] = &[
    "soundcloud.com",
    "spotify.com",
    "bandcamp.com",
    "mixcloud.com",
    "podbean.com",
    "podcasts.apple.com",
    "megaphone.fm",
    "acast.com",
    "simplecast.com",
    "buzzsprout.com",
    "deezer.com",
];
const POSTS: &[&str] = &[
    "twitter.com",
    "x.com",
    "instagram.com",
    "facebook.com",
    "threads.net",
    "threads.com",
    "bsky.app",
    "t.me",
    "reddit.com",
    "linkedin.com",
    "tumblr.com",
];

/// The page that an embedded player belongs to, and what kind of thing it is: "Video at youtube.com".
pub(crate) fn card(kind: &str, address: &str) -> Option<(String, String)> {
    let url = Url::parse(address).ok()?;
    let page = page_of(&url).filter(|page| page.len() <= caps::URL_BYTES).unwrap_or_else(|| address.to_owned());
    let shown = Url::parse(&page).ok()?;
    let host = site_of(shown.host_str()?);
    let is_of = |hosts: &[&str]| hosts.iter().any(|h| host == *h || host.ends_with(&format!(".{h}")));
    let noun = match kind {
        "video" => "Video",
        "audio" => "Audio",
        _ if is_of(VIDEO) || url.path().starts_with("/plugins/video") || url.path().starts_with("/videos/embed/") => {
            "Video"
        }
        _ if is_of(AUDIO) => "Audio",
        _ if is_of(POSTS) => "Post",
        _ if shown.path().starts_with("/maps") || host.starts_with("maps.") || host.ends_with("openstreetmap.org") => {
            "Map"
        }
        _ => "Embedded page",
    };
    Some((page, format!("{noun} at {host}")))
}

/// Where YouTube plays a film, for the elements that give its id alone.
pub(crate) fn youtube(id: &str) -> Option<String> {
    let id = id.trim();
    let is_id =
        (6..=20).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    is_id.then(|| format!("https://www.youtube.com/embed/{id}"))
}

/// The host as people know it: without the label that serves players.
fn site_of(host: &str) -> String {
    let host = host.trim_start_matches("www.");
    let short = ["player.", "embed.", "open.", "w.", "platform.", "embeds."].iter().find_map(|l| host.strip_prefix(l));
    short.filter(|rest| rest.contains('.')).unwrap_or(host).to_owned()
}

/// The page that people visit for what is embedded, at the sites whose addresses are known.
fn page_of(url: &Url) -> Option<String> {
    let host = url.host_str()?.trim_start_matches("www.");
    let parts: Vec<&str> = url.path_segments()?.filter(|part| !part.is_empty()).collect();
    let query = |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    match (host, parts.as_slice()) {
        ("youtube.com" | "youtube-nocookie.com", ["embed", "videoseries"]) => {
            Some(with_query("https://www.youtube.com/playlist", "list", &query("list")?))
        }
        ("youtube.com" | "youtube-nocookie.com", ["embed" | "v" | "shorts", id]) => {
            Some(format!("https://www.youtube.com/watch?v={id}"))
        }
        ("player.vimeo.com", ["video", id]) => {
            // A film that is not listed is found by its key only.
            let key = query("h").filter(|key| key.bytes().all(|b| b.is_ascii_alphanumeric()));
            Some(key.map_or_else(|| format!("https://vimeo.com/{id}"), |key| format!("https://vimeo.com/{id}/{key}")))
        }
        ("dailymotion.com", ["embed", "video", id]) => Some(format!("https://www.dailymotion.com/video/{id}")),
        ("open.spotify.com", ["embed" | "embed-podcast", kind, id]) => {
            Some(format!("https://open.spotify.com/{kind}/{id}"))
        }
        ("platform.twitter.com" | "platform.x.com", ["embed", ..]) => {
            Some(format!("https://x.com/i/status/{}", number(&query("id")?)?))
        }
        ("instagram.com", [kind @ ("p" | "reel" | "tv"), id, "embed", ..]) => {
            Some(format!("https://www.instagram.com/{kind}/{id}/"))
        }
        ("embed.bsky.app", ["embed", did, _, post]) => Some(format!("https://bsky.app/profile/{did}/post/{post}")),
        ("facebook.com", ["plugins", ..]) => {
            let page = query("href")?;
            let host = Url::parse(&page).ok()?.host_str()?.trim_start_matches("www.").to_owned();
            (host == "facebook.com" && page.starts_with("https://")).then_some(page)
        }
        _ => None,
    }
}

fn number(text: &str) -> Option<&str> {
    (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())).then_some(text)
}

fn with_query(address: &str, name: &str, value: &str) -> String {
    let query: String = url::form_urlencoded::Serializer::new(String::new()).append_pair(name, value).finish();
    format!("{address}?{query}")
}

#[cfg(test)]
mod tests {
    use super::card;

    #[test]
    fn a_player_becomes_a_link_to_its_page() {
        let check = |kind: &str, url: &str, page: &str, words: &str| {
            assert_eq!(card(kind, url), Some((page.to_owned(), words.to_owned())));
        };
        let frame = |url: &str, page: &str, words: &str| check("iframe", url, page, words);
        frame("https://www.youtube.com/embed/abc?rel=0", "https://www.youtube.com/watch?v=abc", "Video at youtube.com");
        frame(
            "https://www.youtube-nocookie.com/embed/videoseries?list=PL1",
            "https://www.youtube.com/playlist?list=PL1",
            "Video at youtube.com",
        );
        frame("https://player.vimeo.com/video/12?h=3", "https://vimeo.com/12/3", "Video at vimeo.com");
        frame(
            "https://open.spotify.com/embed/episode/9?t=1",
            "https://open.spotify.com/episode/9",
            "Audio at spotify.com",
        );
        frame("https://platform.twitter.com/embed/Tweet.html?id=17", "https://x.com/i/status/17", "Post at x.com");
        frame(
            "https://www.instagram.com/reel/Q_/embed/captioned/",
            "https://www.instagram.com/reel/Q_/",
            "Post at instagram.com",
        );
        frame("https://www.tiktok.com/embed/v2/7", "https://www.tiktok.com/embed/v2/7", "Video at tiktok.com");
        frame(
            "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fa%2Fvideos%2F1",
            "https://www.facebook.com/a/videos/1",
            "Video at facebook.com",
        );
        frame("https://www.google.com/maps/embed?pb=1", "https://www.google.com/maps/embed?pb=1", "Map at google.com");
        frame("https://stories.example/x", "https://stories.example/x", "Embedded page at stories.example");
        check("audio", "https://cdn.example/a.mp3", "https://cdn.example/a.mp3", "Audio at cdn.example");
    }

    #[test]
    fn a_page_named_inside_an_address_is_not_believed() {
        let named = "https://www.facebook.com/plugins/post.php?href=https%3A%2F%2Fevil.example%2F";
        assert_eq!(card("iframe", named).unwrap().0, named);
        assert_eq!(
            card("iframe", "https://platform.twitter.com/embed/Tweet.html?id=a%2Fb").unwrap().1,
            "Post at twitter.com"
        );
        assert_eq!(card("iframe", "no address"), None);
    }
}
