//! Lists in markup: browsers' bookmarks, the HTML of Pocket and Instapaper, links in OPML.

use super::{Collector, Entry, ListKind, NotAReadingList, time};
use crate::caps;
use crate::clean::without_endless_tags;
use crate::sniff::sniff_is_feed;
use crate::text::find_ignoring_case;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;
use std::mem;

/// Reads a list; `None` where it is none.
///
/// # Errors
/// Where it is a feed or a list of feeds.
pub(super) fn read(text: &str, list: &mut Collector) -> Result<Option<ListKind>, NotAReadingList> {
    let head: String = text.chars().take(16 << 10).collect();
    let Some(kind) = kind(&head) else {
        return if sniff_is_feed(head.as_bytes()) { Err(NotAReadingList::Feeds) } else { Ok(None) };
    };
    let text = without_endless_tags(text);
    let walk = Walk { list: mem::take(list), is_opml: kind == ListKind::Opml, ..Walk::default() };
    let tokenizer = Tokenizer::new(Sink(RefCell::new(walk)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(&text));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut walk = tokenizer.sink.0.into_inner();
    walk.finish();
    if walk.feeds > 0 && walk.list.pages.is_empty() {
        return Err(NotAReadingList::Feeds);
    }
    *list = walk.list;
    Ok(Some(kind))
}

fn kind(head: &str) -> Option<ListKind> {
    let has = |words: &str| find_ignoring_case(head, words).is_some();
    match () {
        () if has("<opml") => Some(ListKind::Opml),
        () if has("netscape-bookmark-file") => Some(ListKind::Bookmarks),
        () if has("<title>pocket export") || (has("time_added=") && has("<a ")) => Some(ListKind::Pocket),
        () if has("<title>instapaper") => Some(ListKind::Instapaper),
        () if has("<title>feedly") => Some(ListKind::Feedly),
        () if has("<dt><a ") || has("<dl><p>") => Some(ListKind::Bookmarks),
        () => None,
    }
}

/// What the text that comes now belongs to.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Reading {
    #[default]
    Nothing,
    /// A heading that parts read from unread.
    State,
    /// The name of the folder that opens next, and whether it is one that every browser has.
    Folder {
        is_root: bool,
    },
    Link,
}

#[derive(Default)]
struct Walk {
    list: Collector,
    is_opml: bool,
    reading: Reading,
    text: String,
    entry: Option<Entry>,
    /// The heading above, for lists that part read from unread.
    state: String,
    /// The folder whose content comes next.
    next_folder: Option<String>,
    /// Open folders; `None` for lists without a name.
    folders: Vec<Option<String>>,
    /// Feeds of an OPML list.
    feeds: usize,
}

struct Sink(RefCell<Walk>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut walk = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) => walk.text(&text),
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => walk.end(&tag.name),
            Token::TagToken(tag) => return walk.start(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Walk {
    fn text(&mut self, text: &str) {
        if self.reading != Reading::Nothing && self.text.len() + text.len() <= caps::TITLE_BYTES {
            self.text.push_str(text);
        }
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        match &*tag.name {
            "outline" if self.is_opml => self.outline(tag),
            "script" => return TokenSinkResult::RawData(RawKind::ScriptData),
            "style" => return TokenSinkResult::RawData(RawKind::Rawtext),
            "title" => return TokenSinkResult::RawData(RawKind::Rcdata),
            "h1" => self.begin(Reading::State),
            "h2" | "h3" => {
                let roots = ["personal_toolbar_folder", "unfiled_bookmarks_folder", "mobile_bookmarks_folder"];
                let is_root = roots.iter().any(|name| attribute(tag, name).is_some());
                self.begin(Reading::Folder { is_root });
            }
            "dl" => {
                self.finish();
                if self.folders.len() < caps::OPML_DEPTH {
                    let name = self.next_folder.take();
                    self.folders.push(name);
                }
            }
            "a" => self.link(tag),
            "dt" | "dd" | "li" => self.finish(),
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn end(&mut self, name: &str) {
        match name {
            "a" | "h1" | "h2" | "h3" => self.finish(),
            "dl" => {
                self.finish();
                self.folders.pop();
            }
            "outline" if self.is_opml => {
                self.folders.pop();
            }
            _ => {}
        }
    }

    fn begin(&mut self, reading: Reading) {
        self.finish();
        self.reading = reading;
    }

    fn finish(&mut self) {
        let text = mem::take(&mut self.text).trim().to_owned();
        match mem::take(&mut self.reading) {
            Reading::State => self.state = text,
            Reading::Folder { is_root } => self.next_folder = Some(text).filter(|text| !is_root && !text.is_empty()),
            Reading::Link => {
                if let Some(entry) = self.entry.take() {
                    self.list.take(Entry { title: text, ..entry });
                }
            }
            Reading::Nothing => {}
        }
    }

    fn link(&mut self, tag: &Tag) {
        self.begin(Reading::Link);
        let value = |name: &str| attribute(tag, name).unwrap_or_default();
        let flag = |name: &str| attribute(tag, name).map(|value| value == "1" || value == "true");
        let mut tags = super::csv::split_tags(&value("tags"));
        tags.extend(self.folders.iter().flatten().cloned());
        let mut entry = Entry {
            url: value("href"),
            tags,
            saved_at: ["add_date", "time_added", "date"].iter().find_map(|name| time(&attribute(tag, name)?)),
            read: flag("toread").map(|unread| !unread),
            ..Entry::default()
        };
        let state = self.state.to_ascii_lowercase();
        if state.contains("archive") {
            super::csv::read_state("archive", &mut entry);
        } else if state == "unread" {
            entry.read = Some(false);
        }
        self.entry = Some(entry);
    }

    fn outline(&mut self, tag: &Tag) {
        let value = |names: &[&str]| names.iter().find_map(|name| attribute(tag, name).filter(|v| !v.is_empty()));
        let title = value(&["title", "text"]);
        let url = value(&["url", "htmlurl", "href"]);
        let is_feed =
            value(&["xmlurl"]).is_some() || value(&["type"]).is_some_and(|kind| kind.eq_ignore_ascii_case("rss"));
        let folder = if is_feed || url.is_some() { None } else { title.clone() };
        if is_feed {
            self.feeds += 1;
        } else if let Some(url) = url {
            let mut tags = super::csv::split_tags(&value(&["tags", "category"]).unwrap_or_default());
            tags.extend(self.folders.iter().flatten().cloned());
            let saved_at = value(&["created"]).and_then(|text| time(&text));
            self.list.take(Entry { url, title: title.unwrap_or_default(), tags, saved_at, ..Entry::default() });
        }
        if !tag.self_closing && self.folders.len() < 4 * caps::OPML_DEPTH {
            self.folders.push(folder);
        }
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs.iter().find(|a| &*a.name.local == name).map(|a| a.value.trim().to_owned())
}
