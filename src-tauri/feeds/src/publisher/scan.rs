//! One walk over the tokens of a home page.

use crate::caps;
use crate::clean::without_endless_tags;
use crate::decode;
use crate::repairs::Repairs;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use serde_json::Value;
use std::cell::RefCell;
use url::Url;

/// A `link` element.
pub(super) struct Link {
    rel: String,
    pub(super) url: Url,
    pub(super) kind: String,
    pub(super) sizes: String,
}

/// A link that a person can follow.
pub(super) struct Anchor {
    rel: String,
    pub(super) url: Url,
    pub(super) text: String,
    /// True in the header, the footer, a menu or a box for following.
    pub(super) is_framed: bool,
}

impl Link {
    pub(super) fn says(&self, rel: &str) -> bool {
        says(&self.rel, rel)
    }
}

impl Anchor {
    pub(super) fn says(&self, rel: &str) -> bool {
        says(&self.rel, rel)
    }
}

fn says(rels: &str, wanted: &str) -> bool {
    rels.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case(wanted))
}

/// What of a home page matters here.
#[derive(Default)]
pub(super) struct Page {
    pub(super) links: Vec<Link>,
    pub(super) anchors: Vec<Anchor>,
    pub(super) json: Vec<Value>,
    pub(super) title: Option<String>,
    pub(super) site_name: Option<String>,
}

/// Reads a page; `url` is its address after redirects.
pub(super) fn read(page: &[u8], url: &Url) -> Page {
    let page = &page[..page.len().min(caps::PAGE_BYTES)];
    let text = decode::decode(page, None, &mut Repairs::default());
    let text = without_endless_tags(&text);
    let walk = Walk::new(url.clone());
    let tokenizer = Tokenizer::new(Sink(RefCell::new(walk)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(&text));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner().page
}

/// What the text that comes now belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    Nothing,
    Title,
    Json,
    Anchor,
}

struct Walk {
    base: Url,
    has_base: bool,
    page: Page,
    /// Open elements, and whether each begins a frame.
    open: Vec<(String, bool)>,
    frames: usize,
    reading: Reading,
    text: String,
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

/// Elements that can be a frame or hold one.
const BOXES: &[&str] = &[
    "header", "footer", "nav", "aside", "div", "section", "ul", "ol", "li", "main", "article", "p", "span", "table",
    "td",
];
/// Bytes of one JSON-LD document.
const JSON_BYTES: usize = 256 << 10;
const TEXT_BYTES: usize = 512;

impl Walk {
    fn new(base: Url) -> Self {
        Walk {
            base,
            has_base: false,
            page: Page::default(),
            open: vec![],
            frames: 0,
            reading: Reading::Nothing,
            text: String::new(),
        }
    }

    fn text(&mut self, text: &str) {
        let most = if self.reading == Reading::Json { JSON_BYTES } else { TEXT_BYTES };
        if self.reading != Reading::Nothing && self.text.len() + text.len() <= most {
            self.text.push_str(text);
        }
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        match name {
            "base" if !self.has_base => {
                if let Some(base) = attribute(tag, "href").and_then(|href| self.join(&href)) {
                    self.base = base;
                    self.has_base = true;
                }
            }
            "link" => self.link(tag),
            "meta" => self.meta(tag),
            "a" => self.anchor(tag),
            "script" => {
                let is_json =
                    attribute(tag, "type").is_some_and(|kind| kind.eq_ignore_ascii_case("application/ld+json"));
                if is_json && self.page.json.len() < 32 {
                    self.begin(Reading::Json);
                }
                return TokenSinkResult::RawData(RawKind::ScriptData);
            }
            "title" => {
                if self.page.title.is_none() {
                    self.begin(Reading::Title);
                }
                return TokenSinkResult::RawData(RawKind::Rcdata);
            }
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => return TokenSinkResult::RawData(RawKind::Rawtext),
            "textarea" => return TokenSinkResult::RawData(RawKind::Rcdata),
            "plaintext" => return TokenSinkResult::Plaintext,
            _ if BOXES.contains(&name) && !tag.self_closing && self.open.len() < caps::HTML_DEPTH => {
                let is_frame = is_frame(tag, name);
                self.frames += usize::from(is_frame);
                self.open.push((name.to_owned(), is_frame));
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn begin(&mut self, reading: Reading) {
        self.finish();
        self.reading = reading;
    }

    fn finish(&mut self) {
        let text = std::mem::take(&mut self.text);
        match std::mem::replace(&mut self.reading, Reading::Nothing) {
            Reading::Json => self.page.json.extend(serde_json::from_str::<Value>(text.trim()).ok()),
            Reading::Title => self.page.title = Some(text),
            Reading::Anchor => {
                if let Some(anchor) = self.page.anchors.last_mut().filter(|anchor| anchor.text.trim().is_empty()) {
                    anchor.text = text;
                }
            }
            Reading::Nothing => {}
        }
    }

    fn end(&mut self, name: &str) {
        if matches!(name, "a" | "script" | "title") {
            self.finish();
        }
        if let Some(at) = self.open.iter().rposition(|(open, _)| open == name) {
            self.frames -= self.open[at..].iter().filter(|(_, is_frame)| *is_frame).count();
            self.open.truncate(at);
        }
    }

    fn join(&self, address: &str) -> Option<Url> {
        let url = self.base.join(address).ok()?;
        let is_web = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
        (is_web && url.as_str().len() <= caps::URL_BYTES).then_some(url)
    }

    fn link(&mut self, tag: &Tag) {
        let Some(url) = attribute(tag, "href").and_then(|href| self.join(&href)) else { return };
        let value = |name: &str| attribute(tag, name).unwrap_or_default();
        if self.page.links.len() < 512 {
            let (kind, sizes) = (value("type").to_ascii_lowercase(), value("sizes").to_ascii_lowercase());
            self.page.links.push(Link { rel: value("rel"), url, kind, sizes });
        }
    }

    fn meta(&mut self, tag: &Tag) {
        if attribute(tag, "property").is_some_and(|name| name.eq_ignore_ascii_case("og:site_name")) {
            self.page.site_name = self.page.site_name.take().or_else(|| attribute(tag, "content"));
        }
    }

    fn anchor(&mut self, tag: &Tag) {
        self.finish();
        let Some(url) = attribute(tag, "href").and_then(|href| self.join(&href)) else { return };
        if self.page.anchors.len() < 10_000 {
            let text = attribute(tag, "title").or_else(|| attribute(tag, "aria-label")).unwrap_or_default();
            let rel = attribute(tag, "rel").unwrap_or_default();
            self.page.anchors.push(Anchor { rel, url, text, is_framed: self.frames > 0 });
            self.reading = Reading::Anchor;
        }
    }
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs.iter().find(|a| &*a.name.local == name).map(|a| a.value.trim().to_owned()).filter(|v| !v.is_empty())
}

/// True for the header and footer of the page and for boxes whose names say that one can follow there.
fn is_frame(tag: &Tag, name: &str) -> bool {
    if matches!(name, "header" | "footer" | "nav") {
        return true;
    }
    let label = format!("{} {}", attribute(tag, "class").unwrap_or_default(), attribute(tag, "id").unwrap_or_default());
    let label = label.to_ascii_lowercase();
    let words = ["social", "follow", "footer", "header", "masthead", "navbar", "menu", "connect", "h-card"];
    words.iter().any(|word| label.contains(word)) && !label.contains("share") && !matches!(name, "main" | "article")
}
