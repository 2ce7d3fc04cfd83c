//! One walk over the tokens before the allow-list runs: nesting is bounded (ammonia takes time quadratic in depth),
//! addresses are made absolute, lazy images get their real address, players become link cards, and counting pixels and
//! hidden parts go. Tags leave here balanced, so that the tree builder after it meets no surprise.

use super::anchors::{self, Anchors};
use super::forms::Forms;
use super::looks::{Mute, attribute, is_hidden};
use super::policy::{CARD, DROPPED, TAGS, is_number};
use super::{code, endless, links, trackers};
use crate::caps;
use crate::text::{escape_attribute, escape_text};
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;
use std::collections::HashSet;
use url::Url;

/// Rewrites a fragment; the result still has to pass the allow-list.
pub(super) fn prepare(html: &str, base: Option<&str>) -> String {
    let base = base.and_then(|base| Url::parse(base).ok());
    let html = endless::without_endless_tags(html);
    let walk = walk(&html, Walk { base: base.clone(), forms: Forms::of(&html), ..Walk::default() });
    // A button or a selection that is never closed would take the rest of the article with it: its content stays then.
    let is_lost = walk.dropped.as_ref().is_some_and(|dropped| !is_never_text(&dropped.name));
    let walk = if is_lost { self::walk(&html, Walk { base, keeps_forms: true, ..Walk::default() }) } else { walk };
    walk.anchors.weave(walk.out)
}

fn walk(html: &str, walk: Walk) -> Walk {
    let tokenizer = Tokenizer::new(Sink(RefCell::new(walk)), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let mut walk = tokenizer.sink.0.into_inner();
    walk.show_waiting();
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

/// Where a link leads.
enum Link {
    Outside(String),
    /// To a name, with the address that it has where the article lacks the place.
    Inside {
        name: String,
        elsewhere: Option<String>,
    },
}

/// Bytes of text without a tag between: html5ever's serializer looks from every `&` to the next `<`, so a megabyte of
/// ampersands would take it seconds.
const LONGEST_RUN: usize = 16 << 10;
/// Ampersands in such a stretch.
const MOST_REFERENCES: usize = 256;

/// Bytes of a `noscript` that can be an image.
const LONGEST_NOSCRIPT: usize = 4 << 10;

struct Sink(RefCell<Walk>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut walk = self.0.borrow_mut();
        match token {
            Token::CharacterTokens(text) if walk.dropped.is_none() => {
                if !text.trim().is_empty() {
                    walk.show_waiting();
                }
                walk.text(&text);
            }
            Token::CharacterTokens(text)
                if walk.dropped.as_ref().is_some_and(Dropped::is_noscript)
                    && walk.noscript.len() + text.len() <= LONGEST_NOSCRIPT =>
            {
                walk.noscript.push_str(&text);
            }
            Token::TagToken(tag) => return walk.tag(&tag),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// An open element.
struct Open {
    name: String,
    /// What stands in its place where it may not stay itself.
    shown: Option<&'static str>,
    /// False where only its content passes.
    is_written: bool,
    /// The language of the code in it, where its classes name one.
    language: Option<String>,
    /// What of its own text is left out.
    mute: Mute,
}

impl Open {
    fn of(name: &str) -> Self {
        Open { name: name.to_owned(), shown: None, is_written: true, language: None, mute: Mute::Nothing }
    }
}

/// A part that is being left out.
pub(super) struct Dropped {
    name: String,
    /// Elements of the same name open inside of it.
    depth: usize,
    /// The kind of player whose address is still looked for among its sources.
    pub(super) player: Option<&'static str>,
    /// The still picture of that player.
    pub(super) poster: Option<String>,
}

impl Dropped {
    pub(super) fn of(name: &str) -> Self {
        Dropped::player(name, None, None)
    }

    pub(super) fn is_noscript(&self) -> bool {
        self.name == "noscript"
    }

    pub(super) fn player(name: &str, player: Option<&'static str>, poster: Option<String>) -> Self {
        Dropped { name: name.to_owned(), depth: 1, player, poster }
    }
}

#[derive(Default)]
pub(super) struct Walk {
    pub(super) out: String,
    open: Vec<Open>,
    pub(super) dropped: Option<Dropped>,
    pub(super) base: Option<Url>,
    pub(super) elements: usize,
    pub(super) images: usize,
    /// Bytes of text since the last tag that was written.
    run: usize,
    /// Ampersands in that text.
    references: usize,
    /// Open paragraphs.
    paragraphs: usize,
    /// Open elements that leave out text.
    muted: usize,
    /// True where forms, players and the like lose their tags only.
    keeps_forms: bool,
    /// Which forms and labels go.
    forms: Forms,
    /// The best `source` of the `picture` that is open.
    pub(super) picture: Option<String>,
    /// Where the last image ends.
    pub(super) after_image: usize,
    /// The addresses of the images.
    pub(super) shown: HashSet<String>,
    /// What the `noscript` that is being left out holds.
    pub(super) noscript: String,
    /// The image of the last one.
    pub(super) waiting: Option<Tag>,
    /// Places that can be linked to, and links to them.
    pub(super) anchors: Anchors,
}

/// What an end tag does not reach through.
pub(super) const WALLS: &[&str] = &["table", "td", "th", "caption"];

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
        if self.muted > 0 && self.open.iter().any(|open| open.mute.covers(text)) {
            return;
        }
        let mut rest = text;
        while !rest.is_empty() {
            let mut end = rest.len().min(LONGEST_RUN.saturating_sub(self.run).max(4));
            while !rest.is_char_boundary(end) {
                end -= 1;
            }
            if let Some((at, _)) = rest[..end].match_indices('&').nth(MOST_REFERENCES - 1 - self.references) {
                end = at + 1;
            }
            escape_text(&rest[..end], &mut self.out);
            self.run += end;
            self.references += rest[..end].bytes().filter(|byte| *byte == b'&').count();
            rest = &rest[end..];
            if self.run >= LONGEST_RUN - 4 || self.references >= MOST_REFERENCES {
                self.out.push_str("<wbr>");
                (self.run, self.references) = (0, 0);
            }
        }
    }

    fn tag(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        let goes = self.forms.meets(tag);
        if self.waiting.is_some() && !matches!(name, "img" | "image" | "picture" | "source") {
            self.show_waiting();
        }
        match (tag.kind, self.dropped.is_some()) {
            (TagKind::StartTag, false) if goes => {
                self.dropped = Some(Dropped::of(name));
                TokenSinkResult::Continue
            }
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
            self.end_dropped();
            return self.start(tag, name);
        }
        if dropped.name == name && !tag.self_closing {
            dropped.depth += 1;
        }
        self.source_of_player(tag, name);
        raw_state(tag, name)
    }

    fn end_inside_dropped(&mut self, name: &str) {
        let Some(dropped) = self.dropped.as_mut() else { return };
        if dropped.name == name {
            dropped.depth -= 1;
            if dropped.depth == 0 {
                self.end_dropped();
            }
        } else if !matches!(&*dropped.name, "script" | "style" | "svg" | "math")
            && self.open.iter().any(|open| open.name == name && BLOCKS.contains(&name))
        {
            // The dropped part was never closed: it ends with what it stands in.
            self.end_dropped();
            self.end(name);
        }
    }

    fn start(&mut self, tag: &Tag, name: &str) -> TokenSinkResult<()> {
        if is_hidden(tag) {
            if !tag.self_closing && !crate::tree::is_void(name) && !self.keeps_forms {
                self.dropped = Some(Dropped::of(name));
                return raw_state(tag, name);
            }
            return TokenSinkResult::Continue;
        }
        match name {
            "img" | "image" => self.image(tag),
            "source" => self.source(tag),
            "lite-youtube" | "amp-youtube" if !self.keeps_forms => self.film(tag, name),
            "form" => {}
            _ if self.keeps_forms && DROPPED.contains(&name) && !is_never_text(name) => {}
            "iframe" | "embed" | "video" | "audio" | "object" => return self.player(tag, name),
            _ if DROPPED.contains(&name) && !tag.self_closing => {
                self.dropped = Some(Dropped::of(name));
                return raw_state(tag, name);
            }
            _ if TAGS.contains(&name) => self.element(tag, name, None),
            _ => match stand_in(tag, name) {
                Some(shown) => self.element(tag, name, Some(shown)),
                None => self.anchors.place(tag, self.out.len(), false),
            },
        }
        TokenSinkResult::Continue
    }

    fn element(&mut self, tag: &Tag, name: &str, shown: Option<&'static str>) {
        self.close_implied(name);
        let is_void = crate::tree::is_void(name);
        let mute = Mute::of(tag, name);
        let link = if name == "a" && mute != Mute::Everything { self.link(tag) } else { None };
        let fits = self.open.len() < caps::HTML_DEPTH && self.elements < caps::HTML_ELEMENTS;
        let is_written = fits && (name != "a" || link.is_some());
        let language = if matches!(name, "pre" | "code" | "div" | "figure") { code::language(tag) } else { None };
        if is_written {
            self.elements += 1;
            (self.run, self.references) = (0, 0);
            self.out.push('<');
            self.out.push_str(shown.unwrap_or(name));
            match link {
                Some(Link::Outside(href)) => self.write_attribute("href", &href),
                Some(Link::Inside { name, elsewhere }) => self.anchors.link(self.out.len(), name, elsewhere),
                None => {}
            }
            self.write_class(tag, name, language.as_deref());
            for attribute in &tag.attrs {
                let attribute_name: &str = &attribute.name.local;
                self.write_numbering(name, attribute_name, attribute.value.trim());
                if matches!(attribute_name, "lang" | "dir" | "title" | "colspan" | "rowspan" | "datetime") {
                    let value = attribute.value.trim();
                    if attribute_name == "dir" {
                        self.write_attribute("dir", &value.to_ascii_lowercase());
                    } else {
                        self.write_attribute(attribute_name, value);
                    }
                }
            }
        }
        self.anchors.place(tag, self.out.len(), is_written);
        if is_written {
            self.out.push('>');
        }
        if !is_void && (is_written || self.open.len() < 2 * caps::HTML_DEPTH) {
            self.paragraphs += usize::from(name == "p");
            self.muted += usize::from(mute != Mute::Nothing);
            self.open.push(Open { shown, is_written, language, mute, ..Open::of(name) });
        }
    }

    fn link(&self, tag: &Tag) -> Option<Link> {
        let href = attribute(tag, "href")?;
        let elsewhere =
            links::absolute(&href, self.base.as_ref(), true).map(|address| trackers::without_trackers(&address));
        match anchors::fragment_of(&href, self.base.as_ref()).filter(|_| self.anchors.has_room()) {
            Some(name) => Some(Link::Inside { name, elsewhere }),
            None => elsewhere.map(Link::Outside),
        }
    }

    /// Of all classes only the language of code stays, and what marks a card.
    fn write_class(&mut self, tag: &Tag, name: &str, language: Option<&str>) {
        match name {
            "code" | "pre" => {
                let around = || self.open.iter().rev().take(3).find_map(|open| open.language.as_deref());
                let language = language.or_else(|| if name == "pre" { around() } else { None });
                if let Some(class) = language.map(code::class_of) {
                    self.write_attribute("class", &class);
                }
            }
            "p" if attribute(tag, "class").is_some_and(|class| &*class == CARD) => self.write_attribute("class", CARD),
            _ => {}
        }
    }

    /// How a list counts: the text may speak of its fifth item.
    fn write_numbering(&mut self, element: &str, attribute: &str, value: &str) {
        match (element, attribute) {
            ("ol", "start") | ("li", "value") if is_number(value) => self.write_attribute(attribute, value),
            ("ol", "type") if matches!(value, "1" | "a" | "A" | "i" | "I") => self.write_attribute("type", value),
            ("ol", "reversed") => self.write_attribute("reversed", ""),
            _ => {}
        }
    }

    pub(super) fn write_attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        escape_attribute(value, &mut self.out);
        self.out.push('"');
    }

    /// Ends the elements that HTML ends where `name` begins.
    pub(super) fn close_implied(&mut self, name: &str) {
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
            if self.paragraphs > 0 {
                self.close_nearest(&["p"], WALLS);
            }
            if self.muted > 0 {
                // Decoration that was never closed does not take the rest of the article with it.
                self.muted = 0;
                self.open.iter_mut().for_each(|open| open.mute = Mute::Nothing);
            }
        }
    }

    pub(super) fn close_nearest(&mut self, names: &[&str], walls: &[&str]) {
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
        let above: Vec<String> =
            self.open[at + 1..].iter().filter(|o| o.is_written && o.shown.is_none()).map(|o| o.name.clone()).collect();
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
                    self.paragraphs += usize::from(reopened == "p");
                    self.open.push(Open::of(&reopened));
                }
            }
        }
    }

    fn close_to(&mut self, length: usize) {
        while self.open.len() > length {
            let Some(open) = self.open.pop() else { return };
            self.muted -= usize::from(open.mute != Mute::Nothing);
            self.paragraphs -= usize::from(open.name == "p");
            if open.is_written {
                self.out.push_str("</");
                self.out.push_str(open.shown.unwrap_or(&open.name));
                self.out.push('>');
            }
        }
    }
}

/// What stands for an element that would go, where it says how its text is to be read.
fn stand_in(tag: &Tag, name: &str) -> Option<&'static str> {
    let shown = match name {
        "html" | "body" | "main" | "nav" | "center" | "hgroup" => "div",
        "font" | "big" | "tt" => "span",
        _ => return None,
    };
    let says = ["dir", "lang"].iter().any(|name| attribute(tag, name).is_some_and(|value| !value.trim().is_empty()));
    says.then_some(shown)
}

/// How the text after a start tag is to be cut.
pub(super) fn raw_state(tag: &Tag, name: &str) -> TokenSinkResult<()> {
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
