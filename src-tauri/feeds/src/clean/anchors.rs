//! Links within an article: footnotes and back, "see below". Names that authors gave never leave the cleaner: what is
//! linked to gets the next number, and only that.

use crate::address::canonical_link;
use crate::text::escape_attribute;
use html5ever::tokenizer::Tag;
use std::collections::{HashMap, HashSet};
use url::Url;

/// Places of one article that can be linked to, and links to them.
const MOST: usize = 4_000;
/// Names longer than this name nothing.
const NAME_BYTES: usize = 512;

/// What begins every id of a cleaned article.
const PREFIX: &str = "sp-";

/// True for an id that the cleaner gave.
pub(super) fn is_own_id(id: &str) -> bool {
    id.strip_prefix(PREFIX).is_some_and(|n| (1..=6).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
}

/// True for the address of a place in the same cleaned article.
pub(super) fn is_own_fragment(href: &str) -> bool {
    href.strip_prefix('#').is_some_and(is_own_id)
}

/// Something that can only be written when the whole article has been seen.
enum Mark {
    /// A place with names; where it is an element of the article its id goes to `at`, else an empty one is put there.
    Place { at: usize, names: Vec<String>, is_element: bool },
    /// The `href` of a link, with the address it has where the article has no such place.
    Link { at: usize, name: String, elsewhere: Option<String> },
}

/// Collected while the article is walked.
#[derive(Default)]
pub(super) struct Anchors {
    marks: Vec<Mark>,
}

impl Anchors {
    /// Notes the names of an element; `at` is where its id would be written.
    pub(super) fn place(&mut self, tag: &Tag, at: usize, is_element: bool) {
        if self.marks.len() >= MOST || tag.attrs.is_empty() {
            return;
        }
        let names: Vec<String> = tag
            .attrs
            .iter()
            .filter(|a| &*a.name.local == "id" || (&*a.name.local == "name" && &*tag.name == "a"))
            .map(|a| a.value.trim().to_owned())
            .filter(|name| !name.is_empty() && name.len() <= NAME_BYTES)
            .collect();
        if !names.is_empty() {
            self.marks.push(Mark::Place { at, names, is_element });
        }
    }

    /// Notes a link whose `href` would be written at `at`.
    pub(super) fn link(&mut self, at: usize, name: String, elsewhere: Option<String>) {
        self.marks.push(Mark::Link { at, name, elsewhere });
    }

    /// True while another link can be noted.
    pub(super) fn has_room(&self) -> bool {
        self.marks.len() < MOST
    }

    /// Writes ids and links into the finished article.
    pub(super) fn weave(self, out: String) -> String {
        if !self.marks.iter().any(|mark| matches!(mark, Mark::Link { .. })) {
            return out;
        }
        let numbers = self.numbers();
        let mut woven = String::with_capacity(out.len() + 16 * self.marks.len());
        let (mut from, mut given) = (0, 0);
        for mark in &self.marks {
            match mark {
                Mark::Place { at, names, is_element } => {
                    let number = names.iter().find_map(|name| numbers.get(name.as_str()));
                    let Some(number) = number.filter(|number| **number > given) else { continue };
                    given = *number;
                    woven.push_str(&out[from..*at]);
                    from = *at;
                    let id = format!(" id=\"{PREFIX}{number}\"");
                    if *is_element {
                        woven.push_str(&id);
                    } else {
                        woven.push_str(&format!("<span{id}></span>"));
                    }
                }
                Mark::Link { at, name, elsewhere } => {
                    woven.push_str(&out[from..*at]);
                    from = *at;
                    let number = numbers.get(name.as_str()).or_else(|| numbers.get(decoded(name).as_str()));
                    let inside = number.map(|number| format!("#{PREFIX}{number}"));
                    if let Some(href) = inside.as_ref().or(elsewhere.as_ref()) {
                        woven.push_str(" href=\"");
                        escape_attribute(href, &mut woven);
                        woven.push('"');
                    }
                }
            }
        }
        woven.push_str(&out[from..]);
        woven
    }

    /// The number of every name that is linked to and stands somewhere; the first place of a name counts.
    fn numbers(&self) -> HashMap<&str, usize> {
        let mut linked: HashSet<String> = HashSet::new();
        for mark in &self.marks {
            if let Mark::Link { name, .. } = mark {
                linked.insert(decoded(name));
                linked.insert(name.clone());
            }
        }
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut last = 0;
        for mark in &self.marks {
            let Mark::Place { names, .. } = mark else { continue };
            let is_new = |name: &str| linked.contains(name) && !numbers.contains_key(name);
            if names.iter().any(|name| is_new(name)) {
                last += 1;
                for name in names {
                    numbers.entry(name).or_insert(last);
                }
            }
        }
        numbers
    }
}

/// The name that a link within the article has, `None` for every other link. The article's own address before the
/// fragment says the same as nothing before it.
pub(super) fn fragment_of(href: &str, base: Option<&Url>) -> Option<String> {
    let href = href.trim();
    let (address, name) = href.split_once('#')?;
    let is_here = || {
        base.is_some_and(|base| {
            base.join(address).is_ok_and(|url| canonical_link(url.as_str()) == canonical_link(base.as_str()))
        })
    };
    let is_name = !name.is_empty() && name.len() <= NAME_BYTES;
    (is_name && (address.is_empty() || is_here())).then(|| name.to_owned())
}

/// A name with its percent signs read; what is none stays.
fn decoded(name: &str) -> String {
    if !name.contains('%') {
        return name.to_owned();
    }
    let bytes = name.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let digits = bytes.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| bytes[at] == b'%') {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| name.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::clean;

    const HERE: Option<&str> = Some("https://a.example/story");

    fn check(html: &str, want: &str) {
        assert_eq!(clean(html, HERE).html.as_str(), want, "{html}");
    }

    #[test]
    fn a_footnote_and_its_way_back_work_inside_the_article() {
        check(
            r##"<p>x<sup id="fnref:1"><a href="#fn:1">1</a></sup></p><ol><li id="fn:1">y <a href="https://www.a.example/story/?utm_source=rss#fnref:1">back</a></ol>"##,
            r##"<p>x<sup id="sp-1"><a href="#sp-2">1</a></sup></p><ol><li id="sp-2">y <a href="#sp-1">back</a></li></ol>"##,
        );
    }

    #[test]
    fn a_place_without_an_element_of_its_own_gets_an_empty_one() {
        check(
            r##"<a href="#a%20b">to</a><main id="a b"><a name="c">text</a></main><a href="#c">c</a>"##,
            r##"<a href="#sp-1">to</a><span id="sp-1"></span><span id="sp-2"></span>text<a href="#sp-2">c</a>"##,
        );
    }

    #[test]
    fn names_that_nothing_links_to_go_and_links_without_a_place_lead_to_the_publisher() {
        check(
            r##"<p id="x">x</p><a href="#y">y</a><a href="https://b.example/#x">b</a>"##,
            r##"<p>x</p><a href="https://a.example/story#y">y</a><a href="https://b.example/#x">b</a>"##,
        );
        check(
            r##"<p id="x">1</p><p id="x">2</p><a href="#x">x</a>"##,
            r##"<p id="sp-1">1</p><p>2</p><a href="#sp-1">x</a>"##,
        );
    }

    #[test]
    fn links_within_the_article_are_not_numbered_for_the_window() {
        let cleaned = clean(r##"<p id="x"><a href="/b">b</a> <a href="#x">x</a></p>"##, HERE);
        assert_eq!(cleaned.links, ["https://a.example/b"]);
        let want = r##"<p id="sp-1"><a href="#link-0">b</a> <a href="#sp-1">x</a></p>"##;
        assert_eq!(cleaned.for_window(|_| None).as_str(), want);
        assert_eq!(clean(cleaned.html.as_str(), HERE).html, cleaned.html);
    }
}
