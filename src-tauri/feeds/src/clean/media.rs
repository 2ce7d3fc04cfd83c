//! Images and players of an article: one address for each image, a still card for each player.

use super::looks::{attribute, is_hidden, is_pixel, pixels};
use super::prepare::{Dropped, WALLS, Walk, raw_state};
use super::{embeds, links, sources, trackers};
use crate::caps;
use crate::text::escape_text;
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use std::cell::RefCell;

impl Walk {
    fn address(&self, tag: &Tag, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.absolute(&attribute(tag, name)?))
    }

    fn absolute(&self, address: &str) -> Option<String> {
        links::absolute(address, self.base.as_ref(), false)
    }

    pub(super) fn image(&mut self, tag: &Tag) {
        let picture = self.picture.take();
        if self.images >= caps::IMAGES || self.elements >= caps::HTML_ELEMENTS || is_pixel(tag) {
            return;
        }
        let value = |name: &str| attribute(tag, name).map(String::from);
        let kept = || {
            let mut kept = tag.attrs.iter().filter(|kept| kept.name.local.starts_with("data-"));
            kept.find_map(|kept| self.absolute(&kept.value).filter(|_| sources::is_image_address(kept.value.trim())))
        };
        let shown = sources::shown(value, |address| self.absolute(address), picture.or_else(kept));
        let Some(src) = shown.filter(|src| !trackers::counts_readers(src)) else { return };
        self.waiting = None;
        self.shown.insert(src.clone());
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
        self.anchors.place(tag, self.out.len(), true);
        self.out.push('>');
        self.after_image = self.out.len();
    }

    /// The one image of a `noscript` waits for what comes next: most sites set it beside the image that their script loads.
    pub(super) fn end_noscript(&mut self) {
        let markup = std::mem::take(&mut self.noscript);
        // Only so much white space is looked through for each.
        let gap = &self.out.as_bytes()[self.after_image..];
        let is_beside = self.after_image > 0 && gap.len() <= 256 && gap.trim_ascii().is_empty();
        if !markup.contains("<img") || is_beside {
            return;
        }
        self.waiting = only_image(&markup);
    }

    /// Nothing that can be a copy stands beside it: the image of the `noscript` is shown.
    pub(super) fn show_waiting(&mut self) {
        let Some(tag) = self.waiting.take() else { return };
        let address = self.address(&tag, &["src"]);
        if address.is_some_and(|address| !self.shown.contains(&address)) {
            self.image(&tag);
        }
    }

    /// The first source of a `picture` that can be shown here stands by for its image.
    pub(super) fn source(&mut self, tag: &Tag) {
        if self.picture.is_none() {
            let value = |name: &str| attribute(tag, name).map(String::from);
            self.picture = sources::from_source(value, |address| self.absolute(address));
        }
    }

    pub(super) fn player(&mut self, tag: &Tag, name: &str) -> TokenSinkResult<()> {
        let kind = match name {
            "video" => "video",
            "audio" => "audio",
            _ => "iframe",
        };
        let address = self.address(tag, &["src", "data-src", "data-lazy-src", "data"]);
        let mut poster = self.address(tag, &["poster"]);
        if let Some(address) = &address
            && !is_pixel(tag)
        {
            self.card(kind, address, poster.take());
        }
        if tag.self_closing || name == "embed" {
            return TokenSinkResult::Continue;
        }
        let player = (address.is_none() && name != "iframe").then_some(kind);
        self.dropped = Some(Dropped::player(name, player, poster));
        raw_state(tag, name)
    }

    /// YouTube's own elements name a film by its id; what is in them stands in for it until their script has run.
    pub(super) fn film(&mut self, tag: &Tag, name: &str) {
        let id = attribute(tag, "videoid").or_else(|| attribute(tag, "data-videoid"));
        if let Some(address) = id.and_then(|id| embeds::youtube(&id)) {
            self.card("iframe", &address, None);
            if !tag.self_closing {
                self.dropped = Some(Dropped::of(name));
            }
        }
    }

    /// An element inside a player that has shown no address yet may name one.
    pub(super) fn source_of_player(&mut self, tag: &Tag, name: &str) {
        let Some(kind) = self.dropped.as_ref().and_then(|dropped| dropped.player) else { return };
        if !matches!(name, "source" | "embed" | "iframe") {
            return;
        }
        let Some(address) = self.address(tag, &["src"]) else { return };
        let poster = self.dropped.as_mut().and_then(|dropped| {
            dropped.player = None;
            dropped.poster.take()
        });
        self.card(kind, &address, poster);
    }

    /// The part that was left out is over; a player without an address leaves its still picture.
    pub(super) fn end_dropped(&mut self) {
        if self.dropped.as_ref().is_some_and(Dropped::is_noscript) {
            self.end_noscript();
        }
        if let Some(poster) = self.dropped.take().and_then(|dropped| dropped.poster) {
            self.poster(&poster);
        }
    }

    fn poster(&mut self, address: &str) {
        if self.images < caps::IMAGES && self.elements < caps::HTML_ELEMENTS {
            self.images += 1;
            self.elements += 1;
            self.out.push_str("<img");
            self.write_attribute("src", address);
            self.write_attribute("alt", "");
            self.out.push('>');
        }
    }

    /// A still card in the place of something that would play: a link in words, with the still picture in it.
    fn card(&mut self, kind: &str, address: &str, poster: Option<String>) {
        if self.elements >= caps::HTML_ELEMENTS || trackers::counts_readers(address) {
            return;
        }
        let Some((page, words)) = embeds::card(kind, address) else { return };
        self.close_implied("p");
        self.close_nearest(&["a"], WALLS);
        self.elements += 2;
        self.out.push_str("<p class=\"card\"><a");
        self.write_attribute("href", &page);
        self.out.push('>');
        if let Some(poster) = poster {
            self.poster(&poster);
        }
        escape_text(&words, &mut self.out);
        self.out.push_str("</a></p>");
    }
}

/// The image of a piece of markup that has one image, no text and nothing hidden.
fn only_image(markup: &str) -> Option<Tag> {
    #[derive(Default)]
    struct Seen(RefCell<(Vec<Tag>, bool)>);
    impl TokenSink for Seen {
        type Handle = ();

        fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
            let mut seen = self.0.borrow_mut();
            match token {
                Token::TagToken(tag) if tag.kind == TagKind::StartTag => seen.0.push(tag),
                Token::CharacterTokens(text) => seen.1 |= !text.trim().is_empty(),
                _ => {}
            }
            TokenSinkResult::Continue
        }
    }
    let tokenizer = Tokenizer::new(Seen::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(markup));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let (tags, has_text) = tokenizer.sink.0.into_inner();
    let is_hidden = tags.iter().any(is_hidden);
    let mut images = tags.into_iter().filter(|tag| &*tag.name == "img");
    images.next().filter(|_| images.next().is_none() && !has_text && !is_hidden)
}
