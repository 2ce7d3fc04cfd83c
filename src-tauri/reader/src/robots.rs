//! robots.txt (RFC 9309): what a site wants left alone by programs before which nobody sits. It is asked for before pages are
//! fetched behind, never before what the reader asks for. Here it is read and kept for a day in memory; who fetches what is
//! decided elsewhere.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use stoppress_model::Timestamp;

/// How a site names this program, to speak to it alone.
const OUR_NAME: &str = "stoppress";
/// An answer counts for so many seconds (RFC 9309, 2.4).
const FRESH: i64 = 24 * 3600;
/// Sites whose answers are remembered at once.
const SITES: usize = 1_000;
/// Rules of one site that are read; the longest of honest ones have some hundreds.
const RULES: usize = 5_000;

/// What one site wants left alone.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Robots(Vec<Rule>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Rule {
    allows: bool,
    /// As [`normal`] writes it, `*` and a `$` at the end with their meaning.
    path: String,
}

/// Whom the lines that follow are for.
#[derive(Clone, Copy, Default)]
struct Group {
    us: bool,
    all: bool,
}

impl Robots {
    /// Reads a robots.txt in any encoding that has ASCII. Whatever says nothing, such as a web page, allows everything.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let (mut for_us, mut for_all) = (None, Vec::new());
        let (mut group, mut begins) = (Group::default(), false);
        for line in text.trim_start_matches('\u{feff}').split(['\n', '\r']) {
            let line = line.split('#').next().unwrap_or_default();
            let Some((name, value)) = line.split_once(':') else { continue };
            let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
            match name.as_str() {
                "user-agent" => {
                    // Several names in a row have the rules after them in common.
                    if !begins {
                        (group, begins) = (Group::default(), true);
                    }
                    let end = value.find(|c: char| !(c.is_ascii_alphabetic() || matches!(c, '-' | '_')));
                    group.us |= value[..end.unwrap_or(value.len())].eq_ignore_ascii_case(OUR_NAME);
                    group.all |= value == "*";
                    if group.us {
                        for_us.get_or_insert_with(Vec::new);
                    }
                }
                "allow" | "disallow" => {
                    begins = false;
                    if value.is_empty() {
                        continue;
                    }
                    let rule = Rule { allows: name == "allow", path: normal(value) };
                    if group.all {
                        for_all.push(rule.clone());
                    }
                    if let Some(for_us) = for_us.as_mut().filter(|_| group.us) {
                        for_us.push(rule);
                    }
                }
                _ => {}
            }
        }
        let mut rules = for_us.unwrap_or(for_all);
        rules.truncate(RULES);
        Robots(rules)
    }

    /// Whether a page may be fetched; `path` with its query. The longest rule that fits decides, of two the one that allows.
    pub(crate) fn allows(&self, path: &str) -> bool {
        let path = normal(path);
        let fitting = self.0.iter().filter(|rule| fits(&rule.path, &path));
        fitting.max_by_key(|rule| (rule.path.len(), rule.allows)).is_none_or(|rule| rule.allows)
    }
}

/// A path in one spelling: what may stand as it is stands so, everything else as `%` and two capitals (RFC 9309, 2.2.2).
fn normal(path: &str) -> String {
    let (bytes, mut out, mut at) = (path.as_bytes(), String::with_capacity(path.len()), 0);
    while let Some(&byte) = bytes.get(at) {
        let coded = bytes.get(at + 1..at + 3).filter(|_| byte == b'%');
        let decoded = coded.and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        at += if decoded.is_some() { 3 } else { 1 };
        match decoded {
            Some(plain) if plain.is_ascii_alphanumeric() || b"-._~".contains(&plain) => out.push(char::from(plain)),
            None if byte.is_ascii_graphic() => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{:02X}", decoded.unwrap_or(byte))),
        }
    }
    out
}

/// Whether a path begins as a rule says: `*` is anything, `$` the end.
fn fits(rule: &str, path: &str) -> bool {
    let (rule, whole) = rule.strip_suffix('$').map_or((rule, false), |rule| (rule, true));
    let (first, rest) = rule.split_once('*').map_or((rule, None), |(first, rest)| (first, Some(rest)));
    let Some(mut path) = path.strip_prefix(first) else { return false };
    let Some(rest) = rest else { return !whole || path.is_empty() };
    let (between, last) = rest.rsplit_once('*').unwrap_or(("", rest));
    for part in between.split('*') {
        let Some(found) = path.find(part) else { return false };
        path = &path[found + part.len()..];
    }
    if whole { path.ends_with(last) } else { path.contains(last) }
}

/// What sites have said, by origin.
#[derive(Default)]
pub(crate) struct Known(Mutex<HashMap<String, (Arc<Robots>, Timestamp)>>);

impl Known {
    /// What `site` has said within the last day.
    pub(crate) fn of(&self, site: &str, now: Timestamp) -> Option<Arc<Robots>> {
        let known = self.lock();
        let (robots, at) = known.get(site)?;
        (*at <= now && now < at.plus(FRESH)).then(|| robots.clone())
    }

    pub(crate) fn keep(&self, site: &str, robots: Robots, now: Timestamp) -> Arc<Robots> {
        let (robots, mut known) = (Arc::new(robots), self.lock());
        if known.len() >= SITES && !known.contains_key(site) {
            known.clear();
        }
        known.insert(site.to_owned(), (robots.clone(), now));
        robots
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, (Arc<Robots>, Timestamp)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{FRESH, Known, Robots, SITES};
    use stoppress_model::Timestamp;

    fn allows(robots: &str, path: &str) -> bool {
        Robots::read(robots.as_bytes()).allows(path)
    }

    #[test]
    fn the_rules_for_us_count_else_those_for_all() {
        let robots = "User-agent: *\nDisallow: /\n\nUser-Agent: stoppress/2 (reader)\nDisallow: /private\n";
        assert!(allows(robots, "/story") && !allows(robots, "/private/story"));
        let others = "user-agent: SomeBot\nDisallow: /\n\nUser-agent: *\ndisallow : /search # not for programs\n";
        assert!(allows(others, "/story") && !allows(others, "/search?q=tide"));
        let shared = "User-agent: SomeBot\nUser-agent: StopPress\nDisallow: /a\nUser-agent: *\nDisallow: /b";
        assert!(!allows(shared, "/a") && allows(shared, "/b"), "two names have the rules after them in common");
        let twice = "User-agent: *\nDisallow: /a\nSitemap: /x\nUser-agent: *\nDisallow: /b";
        assert!(!allows(twice, "/a") && !allows(twice, "/b"), "groups of one name are one");
        assert!(
            allows("User-agent: *\nDisallow: /\n\nUser-agent: StopPress\nDisallow:", "/a"),
            "nothing is left alone"
        );
        assert!(allows("User-agent: StopPressure\nDisallow: /", "/a"), "another program");
    }

    #[test]
    fn the_longest_rule_that_fits_decides_and_of_two_the_one_that_allows() {
        let robots = "User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /news/open/draft\nAllow: /same\nDisallow: /same";
        assert!(!allows(robots, "/news/a") && allows(robots, "/news/open/a") && !allows(robots, "/news/open/draft/a"));
        assert!(allows(robots, "/same") && allows(robots, "/"));
    }

    #[test]
    fn stars_and_the_sign_for_the_end_have_their_meaning() {
        let case = |rule: &str, path: &str| !allows(&format!("User-agent: *\nDisallow: {rule}"), path);
        assert!(case("/*.pdf$", "/a/b.pdf") && !case("/*.pdf$", "/a/b.pdf?x") && case("/*.pdf", "/a/b.pdf?x"));
        assert!(case("/a*b*c", "/axxbyyc/z") && !case("/a*b*c", "/axxcyyb"));
        assert!(case("*", "/") && case("/", "/a") && case("/*", "/a") && case("/fish*", "/fish") && case("/$", "/"));
        assert!(!case("/$", "/a") && !case("/ab*ba$", "/aba") && case("/a**b$", "/ab"));
    }

    #[test]
    fn one_path_in_two_spellings_is_one() {
        assert!(!allows("User-agent: *\nDisallow: /caf\u{e9}", "/caf%c3%a9/menu"));
        assert!(!allows("User-agent: *\nDisallow: /%7Eann/%e2", "/~ann/%E2x"));
        assert!(allows("User-agent: *\nDisallow: /a%2Fb", "/a/b"), "a sign that parts is not its code");
        assert!(!allows("User-agent: *\nDisallow: /100%\n", "/100%/x"), "what is no code stays");
    }

    #[test]
    fn what_is_no_robots_txt_allows_everything_and_damage_harms_only_its_line() {
        for nothing in ["", "<!doctype html><title>Not here: sorry</title>", "Disallow: /", "\u{feff}\r\r\n:::\n"] {
            assert!(allows(nothing, "/a"), "{nothing}");
        }
        let damaged = b"\xef\xbb\xbfUser-agent: *\rDisallow: /\xff\xfe\rDisallow /lost\r\nDisallow: /kept";
        assert!(!Robots::read(damaged).allows("/kept") && Robots::read(damaged).allows("/lost"));
        let many = format!("User-agent: *\n{}", "Disallow: /*a*a*a*a*b$\n".repeat(20_000));
        assert!(allows(&many, &format!("/{}", "a".repeat(2_000))));
    }

    #[test]
    fn an_answer_counts_for_a_day_and_a_clock_that_is_set_back_ends_it() {
        let known = Known::default();
        known.keep("https://example.org", Robots::default(), Timestamp(1_000));
        let is_known = |now| known.of("https://example.org", Timestamp(now)).is_some();
        assert!(is_known(1_000) && is_known(999 + FRESH) && !is_known(1_000 + FRESH) && !is_known(999));
        for site in 0..=SITES {
            known.keep(&site.to_string(), Robots::default(), Timestamp(1_000));
        }
        assert!(known.lock().len() <= SITES);
    }
}
