//! One walk over the tokens before the allow-list runs: nesting is bounded (ammonia takes time quadratic in depth),
//! addresses are made absolute, lazy images get their real address, players become link cards, and counting pixels and
//! hidden parts go. Tags leave here balanced, so that the tree builder after it meets no surprise.

use super::links;
use super::looks::{attribute, is_hidden, is_pixel, pixels};
use super::policy::{DROPPED, TAGS};
use crate::caps;
use crate::text::{escape_attribute, escape_text};
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::borrow::Cow;
use std::cell::RefCell;
use url::Url;

/// Rewrites a fragment; the result still has to pass the allow-list.
pub(super) fn prepare(html: &str, base: Option<&str>) -> String {
    let base = base.and_then(|base| Url::parse(base).ok());
    let html = without_endless_tags(html);
    let walk = walk(&html, Walk { base: base.clone(), ..Walk::default() });
    // A form or a selection that is never closed would take the rest of the article with it: its content stays then.
    let is_lost = walk.dropped.as_ref().is_some_and(|dropped| !is_never_text(&dropped.name));
    if is_lost { self::walk(&html, Walk { base, keeps_forms: true, ..Walk::default() }).out } else { walk.out }
}

fn walk(html: &str, walk: Walk) -> Walk {
    let tokenizer = Tokenizer::new(Sink(RefCell::new(walk)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut walk = tokenizer.sink.0.into_inner();
    walk.close_to(0);
    walk
}

/// Elements whose content is never part of an article, closed or not.
fn is_never_text(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "svg"
            | "math"
            | "iframe"
            | "title"
            | "textarea"
            | "xmp"
            | "noembed"
            | "noframes"
            | "noscript"
            | "plaintext"
            | "template"
    )
}

/// White space, slashes and quotes that one tag may have: html5ever compares every attribute of a tag with every other.
const MOST_SEPARATORS: usize = 2_000;

/// Escapes the `<` of tags that have more attributes than any tag needs.
pub(crate) fn without_endless_tags(html: &str) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let mut endless = vec![];
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|found| at + found) {
        let end = html[open..].find('>').map_or(html.len(), |found| open + found);
        let separators =
            bytes[open..end].iter().filter(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'"' | b'\''));
        if separators.take(MOST_SEPARATORS).count() == MOST_SEPARATORS {
            endless.extend((open..end).filter(|at| bytes[*at] == b'<'));
        }
        at = end;
    }
    if endless.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut out = String::with_capacity(html.len() + 3 * endless.len());
    let mut from = 0;
    for open in endless {
        out.push_str(&html[from..open]);
        out.push_str("&lt;");
        from = open + 1;
    }
    out.push_str(&html[from..]);
    Cow::Owned(out)
}

/// Bytes of text without a tag between: html5ever's serializer looks from every `&` to the next `<`, so a megabyte of
/// ampersands would take it seconds.
const LONGEST_RUN: usize = 16 << 10;

struct Sink(RefCell<Walk>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut walk = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) if walk.dropped.is_none() => walk.text(&text),
            Token::TagToken(tag) => return walk.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// An open element.
struct Open {
    name: String,
    /// False where only its content passes.
    is_written: bool,
}

/// A part that is being left out.
struct Dropped {
    name: String,
    /// Elements of the same name open inside of it.
    depth: usize,
    /// The kind of player whose address is still looked for among its sources.
    player: Option<&'static str>,
}

#[derive(Default)]
struct Walk {
    out: String,
    open: Vec<Open>,
    dropped: Option<Dropped>,
    base: Option<Url>,
    elements: usize,
    images: usize,
    /// Bytes of text since the last tag that was written.
    run: usize,
    /// True where forms, players and the like lose their tags only.
    keeps_forms: bool,
    /// The best `source` of the `picture` that is open.
    picture: Option<String>,
}

/// What an end tag does not reach through.
const WALLS: &[&str] = &["table", "td", "th", "caption"];

/// Elements that end an open paragraph.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "details",
    "div",
    "dl",
    "figcaption",
    "figure",
    "footer",
    "header",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
    "li",
    "dd",
    "dt",
];

/// Formatting that a later end tag may close across blocks.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "samp",
    "small", "span", "strong", "sub", "sup", "u", "var",
];

impl Walk {
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let mut end = rest.len().min(LONGEST_RUN.saturating_sub(self.run).max(4));
            while !rest.is_char_boundary(end) {
                end -= 1;
            }
            escape_text(&rest[..end], &mut self.out);
            self.run += end;
            rest = &rest[end..];
            if self.run >= LONGEST_RUN - 4 {
                self.out.push_str("<wbr>");
                self.run = 0;
            }
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        match (tag.kind, self.dropped.is_some()) {
            (TagKind::StartTag, true) => self.start_inside_dropped(tag, name),
            (TagKind::EndTag, true) => {
                self.end_inside_dropped(name);
                TokenSinkResult::Continue
            }
            (TagKind::StartTag, false) => self.start(tag, name),
            (TagKind::EndTag, false) => {
                self.end(name);
                TokenSinkResult::Continue
            }
        }
    }

    fn start_inside_dropped(&mut self, tag: &Tag, name: &str) -> TokenSinkResult<()> {
        let Some(dropped) = self.dropped.as_mut() else { return TokenSinkResult::Continue };
        if dropped.name == "p" && BLOCKS.contains(&name) {
            // A hidden paragraph ends where any paragraph would.
            self.dropped = None;
            return self.start(tag, name);
        }
        if dropped.name == name && !tag.self_closing {
            dropped.depth += 1;
        }
        if let Some(kind) = dropped.player
            && matches!(name, "source" | "embed" | "iframe")
            && let Some(address) = self.address(tag, &["src"], false)
        {
            if let Some(dropped) = self.dropped.as_mut() {
                dropped.player = None;
            }
            self.card(kind, &address);
        }
        raw_state(tag, name)
    }

    fn end_inside_dropped(&mut self, name: &str) {
        let Some(dropped) = self.dropped.as_mut() else { return };
        if dropped.name == name {
            dropped.depth -= 1;
            if dropped.depth == 0 {
                self.dropped = None;
            }
        } else if !matches!(&*dropped.name, "script" | "style" | "svg" | "math")
            && self.open.iter().any(|open| open.name == name && BLOCKS.contains(&name))
        {
            // The dropped part was never closed: it ends with what it stands in.
            self.dropped = None;
            self.end(name);
        }
    }

    fn start(&mut self, tag: &Tag, name: &str) -> TokenSinkResult<()> {
        if is_hidden(tag) {
            if !tag.self_closing && !crate::tree::is_void(name) && !self.keeps_forms {
                self.dropped = Some(Dropped { name: name.to_owned(), depth: 1, player: None });
                return raw_state(tag, name);
            }
            return TokenSinkResult::Continue;
        }
        match name {
            "img" | "image" => self.image(tag),
            "source" => {
                let found = attribute(tag, "srcset").and_then(|set| links::from_srcset(&set).map(str::to_owned));
                self.picture = self.picture.take().or(found);
            }
            _ if self.keeps_forms && DROPPED.contains(&name) && !is_never_text(name) => {}
            "iframe" | "embed" | "video" | "audio" | "object" => return self.player(tag, name),
            _ if DROPPED.contains(&name) && !tag.self_closing => {
                self.dropped = Some(Dropped { name: name.to_owned(), depth: 1, player: None });
                return raw_state(tag, name);
            }
            _ if TAGS.contains(&name) => self.element(tag, name),
            _ => {}
        }
        TokenSinkResult::Continue
    }

    fn element(&mut self, tag: &Tag, name: &str) {
        self.close_implied(name);
        let is_void = crate::tree::is_void(name);
        let href = if name == "a" { self.address(tag, &["href"], true) } else { None };
        let fits = self.open.len() < caps::HTML_DEPTH && self.elements < caps::HTML_ELEMENTS;
        let is_written = fits && (name != "a" || href.is_some());
        if is_written {
            self.elements += 1;
            self.run = 0;
            self.out.push('<');
            self.out.push_str(name);
            if let Some(href) = href {
                self.write_attribute("href", &href);
            }
            for attribute in &tag.attrs {
                let attribute_name: &str = &attribute.name.local;
                if matches!(attribute_name, "lang" | "dir" | "title" | "colspan" | "rowspan" | "datetime") {
                    let value = attribute.value.trim();
                    if attribute_name == "dir" {
                        self.write_attribute("dir", &value.to_ascii_lowercase());
                    } else {
                        self.write_attribute(attribute_name, value);
                    }
                }
            }
            self.out.push('>');
        }
        if !is_void && (is_written || self.open.len() < 4 * caps::HTML_DEPTH) {
            self.open.push(Open { name: name.to_owned(), is_written });
        }
    }

    fn write_attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape_attribute(value, &mut self.out);
        self.out.push('"');
    }

    /// Ends the elements that HTML ends where `name` begins.
    fn close_implied(&mut self, name: &str) {
        match name {
            "li" => self.close_nearest(&["li"], &["ul", "ol"]),
            "dd" | "dt" => self.close_nearest(&["dd", "dt"], &["dl"]),
            "tr" => self.close_nearest(&["tr"], &["table"]),
            "td" | "th" => self.close_nearest(&["td", "th"], &["tr", "table"]),
            "thead" | "tbody" | "tfoot" => self.close_nearest(&["thead", "tbody", "tfoot"], &["table"]),
            "rt" | "rp" => self.close_nearest(&["rt", "rp"], &["ruby"]),
            "a" => self.close_nearest(&["a"], WALLS),
            _ => {}
        }
        if BLOCKS.contains(&name) {
            self.close_nearest(&["p"], WALLS);
        }
    }

    fn close_nearest(&mut self, names: &[&str], walls: &[&str]) {
        for at in (0..self.open.len()).rev() {
            let open = self.open[at].name.as_str();
            if names.contains(&open) {
                self.close_to(at);
                return;
            }
            if walls.contains(&open) {
                return;
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "br" => self.out.push_str("<br>"),
            "picture" => self.picture = None,
            _ => {}
        }
        let is_table_part = matches!(name, "table" | "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" | "caption");
        let mut found = None;
        for at in (0..self.open.len()).rev() {
            let open = self.open[at].name.as_str();
            if open == name {
                found = Some(at);
                break;
            }
            if (!is_table_part && WALLS.contains(&open)) || (is_table_part && open == "table") {
                break;
            }
        }
        let Some(at) = found else { return };
        let above: Vec<String> = self.open[at + 1..].iter().filter(|o| o.is_written).map(|o| o.name.clone()).collect();
        self.close_to(at);
        if INLINE.contains(&name) && above.len() <= 8 && !above.iter().any(|a| a == "a") {
            // `<b><p>one</b>two</p>`: what stood inside the formatting goes on after it.
            for reopened in above {
                if self.elements < caps::HTML_ELEMENTS
                    && !matches!(&*reopened, "ul" | "ol" | "table" | "li" | "tr" | "td")
                {
                    self.elements += 1;
                    self.out.push('<');
                    self.out.push_str(&reopened);
                    self.out.push('>');
                    self.open.push(Open { name: reopened, is_written: true });
                }
            }
        }
    }

    fn close_to(&mut self, length: usize) {
        while self.open.len() > length {
            if let Some(open) = self.open.pop().filter(|open| open.is_written) {
                self.out.push_str("</");
                self.out.push_str(&open.name);
                self.out.push('>');
            }
        }
    }

    fn address(&self, tag: &Tag, names: &[&str], is_link: bool) -> Option<String> {
        names.iter().find_map(|name| links::absolute(&attribute(tag, name)?, self.base.as_ref(), is_link))
    }

    fn image(&mut self, tag: &Tag) {
        let picture = self.picture.take();
        if self.images >= caps::IMAGES || self.elements >= caps::HTML_ELEMENTS || is_pixel(tag) {
            return;
        }
        let lazy = ["data-src", "data-lazy-src", "data-original", "data-orig-file", "src"];
        let src = self.address(tag, &lazy, false).or_else(|| {
            let set = ["data-srcset", "srcset", "data-lazy-srcset"].iter().find_map(|name| attribute(tag, name));
            let candidate = set.as_deref().and_then(links::from_srcset).map(str::to_owned).or(picture);
            links::absolute(&candidate?, self.base.as_ref(), false)
        });
        let Some(src) = src else { return };
        self.images += 1;
        self.elements += 1;
        self.out.push_str("<img");
        self.write_attribute("src", &src);
        for name in ["alt", "title"] {
            if let Some(value) = attribute(tag, name) {
                self.write_attribute(name, value.trim());
            }
        }
        for side in ["width", "height"] {
            if let Some(pixels) = attribute(tag, side).and_then(|value| pixels(&value)).filter(|p| *p > 0) {
                self.write_attribute(side, &pixels.to_string());
            }
        }
        self.out.push('>');
    }

    fn player(&mut self, tag: &Tag, name: &str) -> TokenSinkResult<()> {
        let kind = match name {
            "video" => "video",
            "audio" => "audio",
            _ => "iframe",
        };
        let address = self.address(tag, &["src", "data-src", "data"], false);
        if let Some(poster) = self.address(tag, &["poster"], false).filter(|_| self.images < caps::IMAGES) {
            self.images += 1;
            self.out.push_str("<img");
            self.write_attribute("src", &poster);
            self.out.push('>');
        }
        if let Some(address) = &address {
            self.card(kind, address);
        }
        if tag.self_closing || name == "embed" {
            return TokenSinkResult::Continue;
        }
        let player = (address.is_none() && name != "iframe").then_some(kind);
        self.dropped = Some(Dropped { name: name.to_owned(), depth: 1, player });
        raw_state(tag, name)
    }

    /// A still link in the place of something that would play.
    fn card(&mut self, kind: &str, address: &str) {
        let Some((page, words)) = links::card(kind, address) else { return };
        if self.elements >= caps::HTML_ELEMENTS {
            return;
        }
        self.close_implied("p");
        self.close_nearest(&["a"], WALLS);
        self.elements += 2;
        self.out.push_str("<p><a");
        self.write_attribute("href", &page);
        self.out.push('>');
        escape_text(&words, &mut self.out);
        self.out.push_str("</a></p>");
    }
}

/// How the text after a start tag is to be cut.
fn raw_state(tag: &Tag, name: &str) -> TokenSinkResult<()> {
    if tag.self_closing {
        return TokenSinkResult::Continue;
    }
    match name {
        "script" => TokenSinkResult::RawData(RawKind::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" | "noscript" => TokenSinkResult::RawData(RawKind::Rawtext),
        "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
        "plaintext" => TokenSinkResult::Plaintext,
        _ => TokenSinkResult::Continue,
    }
}
