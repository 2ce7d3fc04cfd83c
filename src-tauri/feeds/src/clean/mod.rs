//! From publishers' HTML to HTML that is safe to show. The only way to a [`SafeHtml`] is through here.
//!
//! Three steps: [`prepare`] walks the tokens once and makes the fragment shallow, absolute and small (nesting, lazy
//! images, embeds, tracking pixels; links within the article by [`anchors`], the language of code by [`code`]); [`policy`] is ammonia with our allow-list and alone responsible for safety;
//! [`output`] reads links and images off the result.

mod anchors;
mod code;
mod embeds;
mod endless;
mod forms;
mod links;
mod looks;
mod media;
mod output;
mod policy;
mod prepare;
mod sources;
mod trackers;

pub(crate) use embeds::{card, youtube};
pub(crate) use endless::without_endless_tags;
pub(crate) use forms::ASKING;
pub(crate) use sources::{from_srcset, is_image_address, shown as shown_source};
pub use trackers::without_trackers;

use crate::caps;
use crate::text::{escape_text, paragraphs};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// HTML that went through the cleaner: text, lists, tables, figures and links, nothing that acts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// The HTML.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The HTML, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

/// An image that a cleaned article shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CleanImage {
    /// Absolute http or https address.
    pub url: String,
    /// Its text alternative; empty where there is none.
    pub alt: String,
    /// Declared width in pixels.
    pub width: Option<u32>,
    /// Declared height in pixels.
    pub height: Option<u32>,
}

/// A cleaned article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// The article with the publisher's absolute addresses.
    pub html: SafeHtml,
    /// Where its links lead, absolute, in order of appearance: link *n* of the window is the n-th of these. Links within
    /// the article (`href="#sp-1"` to `id="sp-1"`) are none of them.
    pub links: Vec<String>,
    /// Its images in order of appearance.
    pub images: Vec<CleanImage>,
}

/// Cleans the HTML of one article; relative addresses resolve against `base`, or are dropped without one.
///
/// Never fails: HTML larger than [`caps::ARTICLE_BYTES`] becomes plain text, and so does what makes the cleaner panic.
#[must_use]
pub fn clean(html: &str, base: Option<&str>) -> Cleaned {
    if cfg!(feature = "no-cleaner") {
        // For the test that takes this wall away and finds the others standing; release builds lack the feature.
        return Cleaned { html: SafeHtml(html.to_owned()), links: Vec::new(), images: Vec::new() };
    }
    let cleaned = if html.len() > caps::ARTICLE_BYTES { None } else { clean_markup(html, base) };
    let html = SafeHtml(cleaned.unwrap_or_else(|| as_text(html)));
    let (links, images) = output::links_and_images(&html.0);
    Cleaned { html, links, images }
}

fn clean_markup(html: &str, base: Option<&str>) -> Option<String> {
    catch_unwind(AssertUnwindSafe(|| policy::apply(&prepare::prepare(html, base)))).ok()
}

/// The text of too large an article in paragraphs, as much of it as fits the same limit.
fn as_text(html: &str) -> String {
    let mut out = String::new();
    for paragraph in paragraphs(html) {
        let mut room = caps::ARTICLE_BYTES.saturating_sub(out.len()).min(paragraph.len());
        while !paragraph.is_char_boundary(room) {
            room -= 1;
        }
        if room == 0 {
            break;
        }
        out.push_str("<p>");
        escape_text(&paragraph[..room], &mut out);
        out.push_str("</p>");
    }
    out
}

impl Cleaned {
    /// The article as the window shows it: every link that leaves it is `#link-N`, N its index in `links`; every image has the
    /// address that `image_src` gives for its absolute one, or goes where that is `None`. Nothing else changes.
    #[must_use]
    pub fn for_window(&self, image_src: impl Fn(&str) -> Option<String>) -> SafeHtml {
        self.for_window_after(0, image_src)
    }

    /// As [`Cleaned::for_window`], where so many links stand before it on the same page: its own numbers go on from there.
    #[must_use]
    pub fn for_window_after(&self, links: usize, image_src: impl Fn(&str) -> Option<String>) -> SafeHtml {
        if cfg!(feature = "no-cleaner") {
            return self.html.clone();
        }
        SafeHtml(output::rewrite(&self.html.0, links, image_src))
    }

    /// The article as plain text, paragraphs apart by an empty line.
    #[must_use]
    pub fn text(&self) -> String {
        output::text(&self.html.0)
    }
}
