//! Lists of saved articles from other apps: bookmarks, Pocket, Instapaper, wallabag, FreshRSS, Feedly and their like.
//!
//! What a file is is read from its content, never from its name. Each entry stands alone: one that cannot be taken is
//! counted with its reason and sinks none of the others.
//!
//! ```
//! let csv = b"title,url,time_added,tags,status\nFog,https://a.example/fog,1600000000,sea|weather,archive\n";
//! let list = stoppress_feeds::reading_lists::read(csv)?;
//! assert_eq!(list.kind.to_string(), "Pocket");
//! assert_eq!(list.pages[0].tags[1].as_str(), "weather");
//! assert!(list.pages[0].archived);
//! # Ok::<(), stoppress_feeds::reading_lists::NotAReadingList>(())
//! ```

mod csv;
mod json;
mod markup;

use crate::caps;
use crate::decode;
use crate::parsed::Skipped;
use crate::repairs::Repairs;
use crate::sniff;
use crate::text::plain;
use std::collections::HashMap;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use stoppress_model::PlainText;
use url::Url;

/// The app that a list comes from, as far as its form tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// Bookmarks of a browser or of a bookmarking service (Netscape's form).
    Bookmarks,
    /// Pocket, as CSV or HTML.
    Pocket,
    /// Instapaper, as CSV or HTML.
    Instapaper,
    /// Raindrop.io.
    Raindrop,
    /// Omnivore, as CSV or JSON.
    Omnivore,
    /// Readwise Reader.
    Readwise,
    /// Pinboard's JSON.
    Pinboard,
    /// wallabag's JSON, also of its first version.
    Wallabag,
    /// FreshRSS and other heirs of Google Reader: starred items.
    FreshRss,
    /// Feedly.
    Feedly,
    /// Links in OPML.
    Opml,
    /// A table with a column of addresses.
    Table,
    /// JSON with a list of objects that have addresses.
    Json,
}

impl fmt::Display for ListKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            ListKind::Bookmarks => "bookmarks",
            ListKind::Pocket => "Pocket",
            ListKind::Instapaper => "Instapaper",
            ListKind::Raindrop => "Raindrop.io",
            ListKind::Omnivore => "Omnivore",
            ListKind::Readwise => "Readwise Reader",
            ListKind::Pinboard => "Pinboard",
            ListKind::Wallabag => "wallabag",
            ListKind::FreshRss => "FreshRSS",
            ListKind::Feedly => "Feedly",
            ListKind::Opml => "OPML",
            ListKind::Table => "a table",
            ListKind::Json => "JSON",
        })
    }
}

/// One page of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedPage {
    /// Absolute http or https address, as the list has it.
    pub url: String,
    /// What the list calls it; empty where it gives no name.
    pub title: PlainText,
    /// Its tags and the folders it is in, each once.
    pub tags: Vec<PlainText>,
    /// When it was saved there, in Unix seconds.
    pub saved_at: Option<i64>,
    /// Whether it was read there; `None` where the list does not say.
    pub read: Option<bool>,
    /// True where it was put away there.
    pub archived: bool,
    /// The text that the list carries. Not cleaned: it goes through [`clean`](crate::clean) with `url` as its base.
    pub html: Option<String>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingList {
    /// Where it comes from.
    pub kind: ListKind,
    /// Its pages in order, each address once.
    pub pages: Vec<ListedPage>,
    /// Entries that were not taken, by their place in the file from 0.
    pub skipped: Vec<Skipped>,
    /// Entries whose address was in the list before; their tags, and a text where there was none, went to that one.
    pub repeated: usize,
}

/// Why a file is no list of saved articles. Each reads as the end of a sentence about the file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAReadingList {
    /// Nothing but white space.
    #[error("is empty")]
    Empty,
    /// Something else.
    #[error("is not a list of saved articles but {looks_like}")]
    Other {
        /// What it looks like, with its article.
        looks_like: &'static str,
    },
    /// A list of feeds.
    #[error("is a list of feeds: import it as subscriptions")]
    Feeds,
    /// More than [`caps::LIST_BYTES`].
    #[error("is larger than {} MiB", caps::LIST_BYTES >> 20)]
    TooLarge,
    /// A parser gave up in a way it should not have; the panic was caught.
    #[error("could not be read because of a fault in the reader")]
    Fault,
}

/// Reads a list of saved articles; at most [`caps::LISTED_PAGES`] of them.
///
/// # Errors
/// [`NotAReadingList`] where the bytes are no such list. A list that breaks off gives what came before.
pub fn read(bytes: &[u8]) -> Result<ReadingList, NotAReadingList> {
    if bytes.len() > caps::LIST_BYTES {
        return Err(NotAReadingList::TooLarge);
    }
    catch_unwind(AssertUnwindSafe(|| read_inner(bytes))).unwrap_or(Err(NotAReadingList::Fault))
}

fn read_inner(bytes: &[u8]) -> Result<ReadingList, NotAReadingList> {
    let text = decode::decode(bytes, None, &mut Repairs::default());
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let mut list = Collector::default();
    let kind = match text.chars().next() {
        None => return Err(NotAReadingList::Empty),
        Some('{' | '[') => json::read(text, &mut list),
        Some('<') => markup::read(text, &mut list)?,
        Some(_) => csv::read(text, &mut list),
    };
    match kind {
        Some(kind) => Ok(ReadingList { kind, pages: list.pages, skipped: list.skipped, repeated: list.repeated }),
        None => Err(NotAReadingList::Other { looks_like: sniff::looks_like(text) }),
    }
}

/// An entry as its file has it.
#[derive(Default)]
struct Entry {
    url: String,
    title: String,
    tags: Vec<String>,
    saved_at: Option<i64>,
    read: Option<bool>,
    archived: bool,
    html: Option<String>,
}

/// Takes entries, checks and counts them.
#[derive(Default)]
struct Collector {
    pages: Vec<ListedPage>,
    skipped: Vec<Skipped>,
    repeated: usize,
    /// Entries met, taken or not.
    met: usize,
    known: HashMap<String, usize>,
}

/// Reasons that are kept; a list of nothing but nonsense does not fill the memory with sentences.
const REASONS: usize = 1_000;

impl Collector {
    fn is_full(&self) -> bool {
        self.pages.len() >= caps::LISTED_PAGES
    }

    fn skip(&mut self, reason: String) {
        if self.skipped.len() < REASONS {
            self.skipped.push(Skipped { index: self.met, reason });
        }
    }

    fn take(&mut self, entry: Entry) {
        if self.is_full() {
            if self.skipped.last().is_none_or(|last| !last.reason.starts_with("only the first")) {
                let reason = format!("only the first {} articles of a list are taken", caps::LISTED_PAGES);
                self.skipped.truncate(REASONS - 1);
                self.skip(reason);
            }
        } else {
            match web_address(&entry.url) {
                Ok(url) => self.add(url, entry),
                Err(reason) => self.skip(reason.to_owned()),
            }
        }
        self.met += 1;
    }

    fn add(&mut self, url: String, entry: Entry) {
        let mut tags: Vec<PlainText> = vec![];
        for tag in &entry.tags {
            let tag = PlainText::new(&plain(tag), caps::NAME_BYTES);
            if !tag.is_empty() && tags.len() < caps::CATEGORIES && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        let html = entry.html.filter(|html| !html.trim().is_empty() && html.len() <= caps::PAGE_BYTES);
        if let Some(known) = self.known.get(&url).and_then(|at| self.pages.get_mut(*at)) {
            // Services file one page under several headings: its tags add up.
            known.tags.extend(tags.into_iter().filter(|tag| !known.tags.contains(tag)).collect::<Vec<_>>());
            known.tags.truncate(caps::CATEGORIES);
            known.html = known.html.take().or(html);
            self.repeated += 1;
            return;
        }
        self.known.insert(url.clone(), self.pages.len());
        let title = PlainText::new(&plain(&entry.title), caps::TITLE_BYTES);
        self.pages.push(ListedPage {
            // Several apps write the address where they know no title.
            title: if title.as_str() == url { PlainText::default() } else { title },
            url,
            tags,
            saved_at: entry.saved_at,
            read: entry.read,
            archived: entry.archived,
            html,
        });
    }
}

fn web_address(address: &str) -> Result<String, &'static str> {
    let address = address.trim();
    if address.is_empty() {
        return Err("it has no address");
    }
    if address.len() > caps::URL_BYTES {
        return Err("its address is too long");
    }
    let url = Url::parse(address).map_err(|_| "its address is not a web address")?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return Err("its address is not a web address");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("its address has a user name or password in it");
    }
    Ok(url.into())
}

/// A time as lists write it: Unix seconds, also in thousandths and millionths, or a date in words and digits.
fn time(text: &str) -> Option<i64> {
    let text = text.trim();
    let seconds = match text.parse::<i64>() {
        Ok(number) if number >= 100_000_000_000_000 => number / 1_000_000,
        Ok(number) if number >= 100_000_000_000 => number / 1_000,
        Ok(number) => number,
        Err(_) => crate::date::parse(text)?.0,
    };
    // Until the year 2100; nobody saved pages before there were any.
    (600_000_000..4_102_444_800).contains(&seconds).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::{Collector, Entry, NotAReadingList, read, time};
    use crate::caps;

    #[test]
    fn a_time_is_read_however_it_is_counted() {
        for text in
            ["1600000000", "1600000000000", "1600000000000000", "2020-09-13T12:26:40Z", "Sun, 13 Sep 2020 12:26:40 GMT"]
        {
            assert_eq!(time(text), Some(1_600_000_000), "{text}");
        }
        for text in ["", "0", "-1", "soon", "99999999999"] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn entries_that_cannot_be_taken_are_counted_with_their_reason() {
        let mut list = Collector::default();
        for url in [
            "https://a.example/1",
            "javascript:alert(1)",
            "",
            "https://u:p@a.example/",
            "https://a.example/1",
            "feed",
            "https://a.example/2",
        ] {
            list.take(Entry {
                url: url.into(),
                tags: vec![format!("t{}", list.met)],
                title: url.into(),
                ..Entry::default()
            });
        }
        let urls: Vec<&str> = list.pages.iter().map(|page| page.url.as_str()).collect();
        assert_eq!(urls, ["https://a.example/1", "https://a.example/2"]);
        assert!(list.pages[0].title.is_empty());
        assert_eq!(list.pages[0].tags.iter().map(|tag| tag.as_str()).collect::<Vec<_>>(), ["t0", "t4"]);
        let indexes: Vec<usize> = list.skipped.iter().map(|skipped| skipped.index).collect();
        assert_eq!((indexes, list.repeated), (vec![1, 2, 3, 5], 1));
    }

    #[test]
    fn a_text_is_no_larger_because_its_page_is_in_the_list_twice() {
        let mut list = Collector::default();
        for length in [0, caps::PAGE_BYTES + 1, caps::PAGE_BYTES, 1] {
            list.take(Entry { url: "https://a.example/1".into(), html: Some("x".repeat(length)), ..Entry::default() });
        }
        assert_eq!(list.pages[0].html.as_ref().map(String::len), Some(caps::PAGE_BYTES));
    }

    #[test]
    fn a_list_has_a_largest_size() {
        let rows = |count: usize| -> String { (0..count).map(|n| format!("https://a.example/{n}\n")).collect() };
        let sizes = [caps::LISTED_PAGES - 1, caps::LISTED_PAGES, caps::LISTED_PAGES + 1].map(|count| {
            let list = read(format!("url\n{}", rows(count)).as_bytes()).unwrap();
            (list.pages.len(), list.skipped.len())
        });
        assert_eq!(sizes, [(19_999, 0), (20_000, 0), (20_000, 1)]);
        let padded = |length: usize| {
            let mut bytes = b"[]".to_vec();
            bytes.resize(length, b' ');
            read(&bytes).map(|list| list.pages.len())
        };
        assert_eq!(padded(caps::LIST_BYTES), Ok(0));
        assert_eq!(padded(caps::LIST_BYTES + 1), Err(NotAReadingList::TooLarge));
    }

    #[test]
    fn what_is_no_list_is_named() {
        let check = |text: &str, want: &str| assert_eq!(read(text.as_bytes()).unwrap_err().to_string(), want, "{text}");
        check(" \n", "is empty");
        check(
            "<!doctype html><title>News</title><p><a href='https://a.example/'>a</a>",
            "is not a list of saved articles but a web page",
        );
        check("{\"a\":1}", "is not a list of saved articles but JSON of another kind");
        check("Dear diary,\ntoday", "is not a list of saved articles but plain text");
        check("name,age\nAda,36", "is not a list of saved articles but plain text");
        check(
            "<opml><body><outline text=a xmlUrl='https://a.example/feed'/></body></opml>",
            "is a list of feeds: import it as subscriptions",
        );
        check(
            "<rss><channel><title>t</title><item><link>https://a.example/</link></item></channel></rss>",
            "is a list of feeds: import it as subscriptions",
        );
    }
}
