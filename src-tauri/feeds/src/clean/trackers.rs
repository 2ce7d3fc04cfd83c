//! What counts readers: parameters of links, and pictures that are none.

use url::Url;

/// Beginnings of parameter names that only campaigns use.
const PREFIXES: &[&str] = &["utm_", "mtm_", "hsa_", "at_custom"];

/// Parameter names that only name a click, a campaign or a reader. A name that anybody could use for content (`ref`,
/// `source`, `id`, `cid`) is none of them.
const NAMES: &[&str] = &[
    "__hsfp",
    "__hssc",
    "__hstc",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "_openstat",
    "at_campaign",
    "at_creation",
    "at_link_id",
    "at_medium",
    "at_ptr_name",
    "dclid",
    "epik",
    "fbclid",
    "gad_source",
    "gbraid",
    "gclid",
    "gclsrc",
    "guce_referrer",
    "guce_referrer_sig",
    "hsctatracking",
    "igsh",
    "igshid",
    "li_fat_id",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "msclkid",
    "ns_campaign",
    "ns_linkname",
    "ns_mchannel",
    "ns_source",
    "oly_anon_id",
    "oly_enc_id",
    "pk_campaign",
    "pk_content",
    "pk_keyword",
    "pk_kwd",
    "pk_medium",
    "pk_source",
    "rb_clickid",
    "ref_src",
    "ref_url",
    "s_cid",
    "srsltid",
    "ttclid",
    "twclid",
    "vero_conv",
    "vero_id",
    "wbraid",
    "wickedid",
    "xtor",
    "yclid",
    "ysclid",
];

/// Parameters that name a reader at these sites only.
const AT_SITES: &[(&str, &[&str])] =
    &[("youtube.com", &["si", "feature"]), ("youtu.be", &["si", "feature"]), ("open.spotify.com", &["si"])];

/// An address without the parameters that only tell where its reader came from (`utm_…`, `fbclid`, …). All others keep
/// their order and their spelling; an address without such parameters comes back as it was.
///
/// ```
/// let shared = stoppress_feeds::without_trackers("https://a.example/?b=%C3%A9&utm_source=rss&a=1#c");
/// assert_eq!(shared, "https://a.example/?b=%C3%A9&a=1#c");
/// ```
#[must_use]
pub fn without_trackers(url: &str) -> String {
    let (address, fragment) = url.split_once('#').map_or((url, None), |(address, fragment)| (address, Some(fragment)));
    let fragment = fragment.filter(|f| !f.split('&').all(|pair| is_tracker(pair, "")));
    let mut out = match address.split_once('?') {
        Some((path, query)) => {
            let host = site(path);
            let kept: Vec<&str> = query.split('&').filter(|pair| !is_tracker(pair, host)).collect();
            if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
        }
        None => address.to_owned(),
    };
    if let Some(fragment) = fragment {
        out.push('#');
        out.push_str(fragment);
    }
    out
}

/// The host of an address as written.
fn site(address: &str) -> &str {
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or("").trim_start_matches("www.")
}

fn is_tracker(pair: &str, host: &str) -> bool {
    // A link that was escaped twice carries `&amp;utm_medium=…`.
    let name = pair.split('=').next().unwrap_or(pair);
    let name = name.strip_prefix("amp;").unwrap_or(name).to_ascii_lowercase();
    PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        || NAMES.contains(&name.as_str())
        || AT_SITES.iter().any(|(site, names)| host == *site && names.contains(&name.as_str()))
}

/// Hosts, with everything below them, whose pictures and frames only count readers. Each was met in feeds; what shows
/// something to anybody is not on the list.
const COUNTING_HOSTS: &[&str] = &[
    "adroll.com",
    "chartbeat.net",
    "doubleclick.net",
    "feedsportal.com",
    "feedsportal.net",
    "google-analytics.com",
    "googletagmanager.com",
    "imrworldwide.com",
    "ioam.de",
    "met.vgwort.de",
    "parsely.com",
    "pheedo.com",
    "pixel.wp.com",
    "quantserve.com",
    "scorecardresearch.com",
    "statcounter.com",
    "stats.wordpress.com",
    "counter.theconversation.com",
    "xiti.com",
];

/// Beginnings of host and path: whole hosts would be too much.
const COUNTING_PATHS: &[&str] = &[
    "facebook.com/tr",
    "feeds.feedburner.com/~r/",
    "feeds.feedburner.com/~ff/",
    "feeds.wordpress.com/1.0/",
    "linkedin.com/px",
    "medium.com/_/stat",
    "t.co/i/adsct",
    "rss.buysellads.com/",
];

/// Ends of paths that mail and statistics programs use wherever they are installed.
const COUNTING_ENDS: &[&str] =
    &["/matomo.php", "/piwik.php", "/track/open.php", "/wf/open", "/trk/open", "/pixel.gif", "/pixel.png"];

/// True for the address of a picture or frame that only counts readers.
pub(super) fn counts_readers(address: &str) -> bool {
    let Ok(url) = Url::parse(address) else { return false };
    let Some(host) = url.host_str() else { return false };
    let host = host.trim_start_matches("www.");
    let place = format!("{host}{}", url.path());
    COUNTING_HOSTS
        .iter()
        .any(|known| host == *known || host.strip_suffix(known).is_some_and(|left| left.ends_with('.')))
        || COUNTING_PATHS.iter().any(|known| place.starts_with(known))
        || COUNTING_ENDS.iter().any(|known| url.path().ends_with(known))
}

#[cfg(test)]
mod tests {
    use super::{counts_readers, without_trackers};

    #[test]
    fn only_parameters_that_name_a_reader_or_a_campaign_go() {
        let check = |url: &str, want: &str| assert_eq!(without_trackers(url), want);
        check("https://a.example/x?utm_source=rss&UTM_Medium=feed", "https://a.example/x");
        check("https://a.example/x?b=2&gclid=1&a=%2f&&fbclid=9&c", "https://a.example/x?b=2&a=%2f&&c");
        check("https://a.example/x?id=1&amp;utm_medium=x#xtor=RSS-1", "https://a.example/x?id=1");
        check("https://a.example/?ref=1&source=2&si=3#s", "https://a.example/?ref=1&source=2&si=3#s");
        check("https://www.youtube.com/watch?v=a&si=b&t=3", "https://www.youtube.com/watch?v=a&t=3");
        for same in ["https://a.example/?", "https://a.example/#", "mailto:a@b.example?subject=x", "", "not one"] {
            check(same, same);
        }
    }

    #[test]
    fn counters_are_known_by_their_place() {
        for address in [
            "https://pixel.wp.com/b.gif?x=1",
            "https://ad.doubleclick.net/ddm/1",
            "https://www.facebook.com/tr?id=1&noscript=1",
            "http://feeds.feedburner.com/~r/blog/~4/abc",
            "https://stats.own.example/matomo.php?idsite=1",
        ] {
            assert!(counts_readers(address), "{address}");
        }
        for address in
            ["https://notxiti.com/a.png", "https://a.example/pixel.gif.png", "https://facebook.com/photo.jpg", "x"]
        {
            assert!(!counts_readers(address), "{address}");
        }
    }
}
