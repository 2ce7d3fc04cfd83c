//! Where else a publisher can be found.

use crate::PlainText;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of place a publisher's link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PublisherLinkKind {
    /// The publisher's own site.
    Site,
    /// An account on a Mastodon server, or on one that speaks like it.
    Mastodon,
    /// A Bluesky profile.
    Bluesky,
    /// A Facebook page.
    Facebook,
    /// An Instagram account.
    Instagram,
    /// A YouTube channel.
    Youtube,
    /// An account on X, formerly Twitter.
    X,
    /// A Threads account.
    Threads,
    /// A LinkedIn page.
    Linkedin,
    /// A Telegram channel.
    Telegram,
    /// A WhatsApp channel or number.
    Whatsapp,
    /// A TikTok account.
    Tiktok,
    /// A newsletter.
    Newsletter,
    /// A podcast in a directory.
    Podcast,
    /// A GitHub account.
    Github,
    /// Another place that the publisher calls its own (`rel=me`).
    Other,
}

/// A place where a publisher can be followed or visited, as it is kept; opened in the browser, never fetched. The window
/// gets a [`PublisherLink`] of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublisherPlace {
    /// What kind of place it is.
    pub kind: PublisherLinkKind,
    /// The account there (`@name`, `@name@server`), or what the page calls it.
    pub title: PlainText,
    /// Absolute http or https address.
    pub url: String,
}

/// What the window shows of a [`PublisherPlace`]; it is opened by its number and its address stays behind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PublisherLink {
    /// What kind of place it is.
    pub kind: PublisherLinkKind,
    /// The account there (`@name`, `@name@server`), or what the page calls it.
    pub title: PlainText,
    /// The host that opening it asks.
    pub host: String,
}
