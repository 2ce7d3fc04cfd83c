//! Images and players of an article: one address for each image, a still card for each player.

use super::looks::{attribute, is_pixel, pixels};
use super::prepare::{Dropped, WALLS, Walk, raw_state};
use super::{embeds, links, sources, trackers};
use crate::caps;
use crate::text::escape_text;
use html5ever::tokenizer::{Tag, TokenSinkResult};

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
        let shown = sources::shown(value, |address| self.absolute(address), picture);
        let Some(src) = shown.filter(|src| !trackers::counts_readers(src)) else { return };
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
