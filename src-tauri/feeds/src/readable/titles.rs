//! The headline among what a page calls itself: without the name of the site, and never that name alone.

use super::dom;
use super::facts::Facts;
use crate::caps;
use dom_query::{Document, NodeRef};

/// What parts a headline from the name of the site, with blanks around it.
const BARS: &[&str] = &[
    " | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " : ", ": ", " / ", " > ", " ｜ ", "｜", "_", "|",
];

/// The headings that can be the headline, and the names of the site that stand where headlines stand.
pub(super) struct Headings {
    pub(super) heads: Vec<String>,
    pub(super) sites: Vec<String>,
}

impl Headings {
    pub(super) fn of(document: &Document, facts: &Facts) -> Headings {
        let (mut heads, mut sites) = (vec![], vec![]);
        for h1 in document.select("h1").nodes().iter().take(8) {
            let text = dom::text(h1);
            if leads_home(h1, facts) { sites.push(text) } else { heads.push(text) }
        }
        if heads.iter().all(String::is_empty) {
            let own =
                "article h2, main h2, .post h2, .entry h2, .hentry h2, [itemtype$=Posting] h2, [itemtype$=Article] h2";
            heads = document.select(own).nodes().iter().take(8).map(dom::text).collect();
        }
        heads.retain(|head| !head.is_empty());
        sites.retain(|site| !site.is_empty());
        Headings { heads, sites }
    }
}

/// True for a heading that is a link to the first page of the site: its name.
fn leads_home(heading: &NodeRef, facts: &Facts) -> bool {
    let links = dom::elements(heading).into_iter().chain(heading.ancestors_it(Some(2))).filter(|n| n.has_name("a"));
    let is_home = |link: NodeRef| {
        let address =
            link.attr("href").and_then(|href| facts.absolute(&href)).and_then(|url| url::Url::parse(&url).ok());
        address.is_some_and(|url| url.path() == "/" && url.query().is_none() && url.fragment().is_none())
    };
    !facts.is_home() && links.into_iter().any(is_home)
}

/// True where two lines say nearly the same: most words of the first are in the second, or the other way round.
pub(super) fn is_like(line: &str, other: &str) -> bool {
    let (line, other) = (begin(line), begin(other));
    let shared = line.iter().filter(|word| other.contains(word)).count();
    let back = other.iter().filter(|word| line.contains(word)).count();
    !line.is_empty()
        && !other.is_empty()
        && (shared * 10 >= line.len() * 6 || other.len() > 2 && back * 10 >= other.len() * 8)
}

/// The words of a line; what is longer is none.
pub(super) fn begin(line: &str) -> Vec<String> {
    dom::words(&line.chars().take(500).collect::<String>())
}

/// The title without the name of the site behind (or before) a bar, a dash, a colon. `hosts` are names that only the
/// address gives: what stands before a colon can be the subject as well.
pub(super) fn without_site(title: &str, sites: &[String], hosts: &[String], heads: &[String]) -> String {
    if title.len() > caps::TITLE_BYTES {
        return title.to_owned();
    }
    // A heading of the page that is the beginning or the end of the title says where the site's name is.
    for head in heads {
        if head.chars().count() > 8 || head.chars().count() > 3 && !head.is_ascii() {
            let ends = |rest: &str| BARS.iter().any(|bar| rest.starts_with(bar)) || is_tight(head, rest);
            let begins = |rest: &str| BARS.iter().any(|bar| rest.ends_with(bar));
            if title.strip_prefix(head.as_str()).is_some_and(ends)
                || title.strip_suffix(head.as_str()).is_some_and(begins)
            {
                return head.clone();
            }
        }
    }
    for bar in BARS.iter().chain(&["-"]) {
        let hosts = if *bar == ": " { &[] } else { hosts };
        let is_site = |part: &str| sites.iter().chain(hosts).any(|site| is_alike(part, site));
        let may_part = |before: &str| *bar != "-" || before.ends_with(|c: char| !c.is_ascii());
        if let Some((head, tail)) = title.rsplit_once(bar)
            && is_site(tail)
            && may_part(head)
            && !head.trim().is_empty()
        {
            return head.trim().to_owned();
        }
        if let Some((head, tail)) = title.split_once(bar)
            && is_site(head)
            && may_part(head)
            && !tail.trim().is_empty()
        {
            return tail.trim().to_owned();
        }
    }
    title.to_owned()
}

/// Scripts without blanks set a dash without any: `标题-新华网`.
fn is_tight(head: &str, rest: &str) -> bool {
    rest.starts_with(['-', '–', '—']) && head.ends_with(|c: char| !c.is_ascii() && c.is_alphabetic())
}

fn is_alike(a: &str, b: &str) -> bool {
    let letters = |text: &str| -> String { text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect() };
    let (a, b) = (letters(a), letters(b));
    !a.is_empty() && (a == b || a.strip_prefix("the").is_some_and(|a| a == b))
}

/// The names in a host: `rope-locker` of `www.rope-locker.co.uk`, and the whole of it.
pub(super) fn names_in_host(host: &str) -> Vec<String> {
    let host = host.trim_start_matches("www.");
    let mut labels: Vec<&str> = host.split('.').collect();
    if labels.len() > 1 {
        labels.pop();
    }
    if labels.len() > 1
        && labels.last().is_some_and(|last| matches!(*last, "co" | "com" | "org" | "net" | "gov" | "ac"))
    {
        labels.pop();
    }
    let own = labels.last().filter(|label| label.len() > 2).map(|label| (*label).to_owned());
    own.into_iter().chain([host.to_owned()]).collect()
}
