//! Which of an image's addresses is shown: `src`, what lazy loading put beside it, `srcset`, the sources of a `picture`.

/// The width in pixels that a candidate should reach, and the one it should not exceed.
const ENOUGH: f64 = 800.0;
const WIDEST: f64 = 1_600.0;

/// One candidate of a `srcset`.
struct Candidate<'s> {
    url: &'s str,
    /// Its width in pixels; densities count as multiples of 800.
    size: f64,
}

/// Reads a `srcset` as HTML does: an address reaches to the next white space, its descriptor to the next comma.
fn candidates(srcset: &str) -> Vec<Candidate<'_>> {
    let mut found = vec![];
    let mut rest = srcset.trim_start_matches(is_gap);
    while !rest.is_empty() && found.len() < 64 {
        let end = address_end(rest);
        let (word, after) = rest.split_at(end);
        let url = word.trim_end_matches(',');
        let (descriptor, after) =
            if url.len() < word.len() { ("", after) } else { after.split_once(',').unwrap_or((after, "")) };
        found.extend(size(descriptor).map(|size| Candidate { url, size }).filter(|c| !c.url.is_empty()));
        rest = after.trim_start_matches(is_gap);
    }
    found
}

fn is_gap(c: char) -> bool {
    c.is_ascii_whitespace() || c == ','
}

/// Where the address at the start ends. Many write no space after the comma (`a.jpg 1x,b.jpg 2x` is fine, `a.jpg,b.jpg`
/// is not): a comma before another `http` ends an address too.
fn address_end(text: &str) -> usize {
    let end = text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len());
    text[..end].match_indices(',').map(|(at, _)| at).find(|at| text[at + 1..].starts_with("http")).unwrap_or(end)
}

/// What a descriptor says; `None` where it is no number.
fn size(descriptor: &str) -> Option<f64> {
    let Some(word) = descriptor.split_ascii_whitespace().find(|word| !word.ends_with('h')) else { return Some(ENOUGH) };
    let number: f64 = word.trim_end_matches(['w', 'x']).parse().ok().filter(|n: &f64| n.is_finite() && *n > 0.0)?;
    Some(if word.ends_with('x') { number * ENOUGH } else { number })
}

/// The best address of a `srcset` among those that `check` takes: the widest up to 1,600 pixels, else the narrowest.
fn best<T>(srcset: &str, check: impl Fn(&str) -> Option<T>) -> Option<(T, f64)> {
    let mut best: Option<(T, f64)> = None;
    for candidate in candidates(srcset) {
        let size = candidate.size;
        let is_better = best
            .as_ref()
            .is_none_or(|(_, known)| if *known > WIDEST { size < *known } else { size > *known && size <= WIDEST });
        if is_better && let Some(address) = check(candidate.url) {
            best = Some((address, size));
        }
    }
    best
}

/// The best address of a `srcset`, as written.
pub(crate) fn from_srcset(srcset: &str) -> Option<&str> {
    let urls = candidates(srcset);
    let (index, _) = best(srcset, |url| urls.iter().position(|candidate| std::ptr::eq(candidate.url, url)))?;
    urls.get(index).map(|candidate| candidate.url)
}

/// Where lazy loading keeps an address and a `srcset`.
const LAZY: &[&str] = &["data-src", "data-lazy-src", "data-original", "data-orig-file"];
const SETS: &[&str] = &["data-srcset", "data-lazy-srcset", "srcset"];

/// The address that an image shows. `value` gives its attributes, `check` makes an address absolute or refuses it, and
/// `picture` is what the `picture` around it offers.
///
/// `src` stays unless it is a placeholder or known to be narrow: what is shown then is also what was saved with the
/// article, and the same file as the feed's lead image.
pub(crate) fn shown(
    value: impl Fn(&str) -> Option<String>,
    check: impl Fn(&str) -> Option<String>,
    picture: Option<String>,
) -> Option<String> {
    let address = |name: &&str| value(name).and_then(|given| check(&given));
    if let Some(lazy) = LAZY.iter().find_map(address) {
        return Some(lazy);
    }
    let sets: Vec<String> = SETS.iter().filter_map(|name| value(name)).collect();
    let wide = sets.iter().find_map(|set| best(set, &check));
    let src = address(&"src");
    let is_narrow = |src: &str, best: f64| {
        let mut known = sets.iter().flat_map(|set| candidates(set));
        known.any(|c| c.size < ENOUGH && c.size < best && check(c.url).as_deref() == Some(src))
    };
    match (src, wide) {
        (Some(src), Some((wide, size))) if is_placeholder(&src) || is_narrow(&src, size) => Some(wide),
        (Some(src), None) if is_placeholder(&src) => picture.or(Some(src)),
        (Some(src), _) => Some(src),
        (None, Some((wide, _))) => Some(wide),
        (None, None) => picture,
    }
}

/// True for what ends like the name of an image: scripts keep addresses under names of their own.
pub(crate) fn is_image_address(value: &str) -> bool {
    let path = value.split(['?', '#']).next().unwrap_or(value);
    let end = path.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default();
    !value.contains(char::is_whitespace) && matches!(&*end, "jpg" | "jpeg" | "png" | "webp" | "gif" | "avif")
}

/// Grey pixels and loading wheels that stand where an image will be.
fn is_placeholder(src: &str) -> bool {
    let file = src.split(['?', '#']).next().unwrap_or(src).rsplit('/').next().unwrap_or(src).to_ascii_lowercase();
    src.contains("pagespeed_static")
        || ["placeholder", "blank.", "spacer.", "transparent.", "1x1.", "lazy.", "loading.", "grey.", "gray."]
            .iter()
            .any(|word| file.contains(word))
}

/// The best address of a `picture`'s source, unless it is in a format that is not shown, or for paper, the dark or small
/// windows only.
pub(super) fn from_source(
    value: impl Fn(&str) -> Option<String>,
    check: impl Fn(&str) -> Option<String>,
) -> Option<String> {
    let kind = value("type").unwrap_or_default().trim().to_ascii_lowercase();
    let is_shown = match kind.strip_prefix("image/") {
        Some(kind) => matches!(kind, "png" | "jpeg" | "jpg" | "pjpeg" | "gif" | "webp" | "avif" | "apng"),
        None => kind.is_empty(),
    };
    let media = value("media").unwrap_or_default().to_ascii_lowercase();
    let is_special = ["dark", "print", "max-width", "max-device-width"].iter().any(|word| media.contains(word));
    if !is_shown || is_special {
        return None;
    }
    ["data-srcset", "srcset"].iter().find_map(|name| best(&value(name)?, &check)).map(|(address, _)| address)
}

#[cfg(test)]
mod tests {
    use super::{from_source, from_srcset, shown};

    #[test]
    fn one_candidate_of_a_srcset_is_taken() {
        let check = |set: &str, want: &str| assert_eq!(from_srcset(set), Some(want), "{set}");
        check("a.jpg 300w, b.jpg 1200w, c.jpg 4000w", "b.jpg");
        check("a.jpg 1x,b.jpg 2x", "b.jpg");
        check("c.jpg 4000w, d.jpg 2000w", "d.jpg");
        check("w_1,h_2/a.jpg 300w, w_1,h_2/b.jpg 600w", "w_1,h_2/b.jpg");
        check("w_1,h_2/a.jpg 300w,w_1,h_2/b.jpg 600w", "w_1,h_2/b.jpg");
        check("https://a.example/a.jpg,https://a.example/b.jpg 2x", "https://a.example/b.jpg");
        check("a.jpg, b.jpg 1.5x\n,\tc.jpg 600w 400h", "b.jpg");
        check("a.jpg bad, b.jpg -3w, c.jpg 100w", "c.jpg");
        assert_eq!(from_srcset(" "), None);
        assert_eq!(from_srcset(", ,"), None);
    }

    fn web(url: &str) -> Option<String> {
        url.starts_with("https:").then(|| url.to_owned())
    }

    #[test]
    fn an_address_that_may_not_stand_in_an_article_loses_to_the_next_best() {
        let set =
            |name: &str| (name == "srcset").then(|| "javascript:1 1600w, https://a/2 900w, https://a/3 300w".into());
        assert_eq!(shown(set, web, None).as_deref(), Some("https://a/2"));
        assert_eq!(from_source(set, web).as_deref(), Some("https://a/2"));
    }

    #[test]
    fn src_stays_unless_it_is_narrow_or_a_placeholder() {
        let check = |src: &str, set: &str, want: &str| {
            let value = |name: &str| match name {
                "src" => Some(src.to_owned()),
                "srcset" => Some(set.to_owned()),
                _ => None,
            };
            assert_eq!(shown(value, web, None).as_deref(), Some(want), "{src} {set}");
        };
        check("https://a/1024", "https://a/300 300w, https://a/1024 1024w, https://a/1536 1536w", "https://a/1024");
        check("https://a/300", "https://a/300 300w, https://a/1024 1024w", "https://a/1024");
        check("https://a/blank.gif", "https://a/640 640w", "https://a/640");
        check("https://a/x", "https://a/640 640w", "https://a/x");
        check("data:image/gif,x", "https://a/640 640w", "https://a/640");
    }

    #[test]
    fn a_source_that_is_not_shown_here_is_passed_over() {
        let check = |kind: &str, media: &str, want: bool| {
            let value = |name: &str| match name {
                "type" => Some(kind.to_owned()),
                "media" => Some(media.to_owned()),
                "srcset" => Some("https://a/1".to_owned()),
                _ => None,
            };
            assert_eq!(from_source(value, web).is_some(), want, "{kind} {media}");
        };
        check("image/webp", "(min-width: 700px)", true);
        check("image/avif", "", true);
        check("", "", true);
        check("image/jxl", "", false);
        check("image/svg+xml", "", false);
        check("image/webp", "(prefers-color-scheme: dark)", false);
        check("image/webp", "(max-width: 700px)", false);
    }
}
