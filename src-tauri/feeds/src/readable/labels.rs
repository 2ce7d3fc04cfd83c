//! What the names that a site gives its boxes (classes, ids) say of their purpose.

use super::dom;
use dom_query::{Document, NodeRef};

/// Words of a label that name furniture.
const WORDS: &[&str] = &[
    "newsletter",
    "newsletters",
    "related",
    "relatedarticles",
    "relatedposts",
    "share",
    "sharing",
    "sharebar",
    "shares",
    "sharedaddy",
    "social",
    "socials",
    "promo",
    "promotion",
    "promobox",
    "advert",
    "advertisement",
    "advertising",
    "adslot",
    "ads",
    "outbrain",
    "taboola",
    "recirc",
    "recirculation",
    "recommended",
    "recommendation",
    "recommendations",
    "readmore",
    "readnext",
    "alsoread",
    "jp-relatedposts",
    "authorbio",
    "authorbox",
    "breadcrumb",
    "breadcrumbs",
    "pagination",
    "comments",
    "comment-list",
    "disqus",
    "respond",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "onetrust",
    "paywall",
    "regwall",
    "subscribe",
    "subscription",
    "signup",
    "donate",
    "donation",
    "cta",
    "screenreader",
    "skiplink",
    "toolbar",
    "mostread",
    "mostpopular",
    "trending",
    "moreon",
    "morefrom",
    "upnext",
    "tags",
    "taglist",
    "tagcloud",
    "posttags",
    "sponsored",
    "sponsor",
    "appbanner",
    "optin",
    "mailchimp",
    "crosslinks",
    "mehrzumthema",
    "lireaussi",
    "relacionadas",
    "relacionados",
    "correlati",
];

/// Neighbouring words that name furniture together.
const PAIRS: &[&str] = &[
    "read-more",
    "read-next",
    "read-also",
    "also-read",
    "more-on",
    "more-from",
    "up-next",
    "most-read",
    "most-popular",
    "sign-up",
    "author-bio",
    "author-box",
    "author-info",
    "author-card",
    "about-author",
    "post-author",
    "article-tags",
    "post-tags",
    "tag-list",
    "entry-tags",
    "ad-slot",
    "ad-container",
    "ad-wrapper",
    "ad-unit",
    "ad-block",
    "google-ad",
    "ad-placeholder",
    "opt-in",
    "email-form",
    "screen-reader",
    "visually-hidden",
    "sr-only",
    "skip-link",
    "follow-us",
    "related-links",
    "inline-related",
    "link-box",
    "linkbox-",
    "post-footer",
    "post-meta",
    "entry-meta",
    "entry-footer",
    "comment-respond",
    "print-only",
    "editors-picks",
    "story-links",
    "topic-list",
    "subscribe-widget",
    "subscription-widget",
    "button-wrapper",
    "post-ufi",
    "inline-newsletter",
    "continue-reading",
    "support-banner",
    "lire-aussi",
    "mehr-zum",
    "lee-tambien",
    "te-puede",
    "cookie-notice",
    "cookie-banner",
    "wp-block-buttons",
];

/// Words that say that the box holds the article itself, whatever else its name says.
const CONTENT: &[&str] =
    &["articlebody", "entry-content", "post-content", "article-content", "article-body", "story-body"];

/// True where the label of a node names furniture.
pub(super) fn is_furniture(node: &NodeRef) -> bool {
    let label = dom::label(node);
    if label.is_empty() || CONTENT.iter().any(|word| label.contains(word)) {
        return false;
    }
    let words: Vec<&str> = label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.iter().any(|word| WORDS.contains(word))
        || words.windows(2).any(|pair| PAIRS.contains(&format!("{}-{}", pair[0], pair[1]).as_str()))
}

/// True where a page has a box that asks to subscribe before the rest is shown.
pub(super) fn has_paywall(document: &Document) -> bool {
    const WALLS: &str = "[class*=paywall], [id*=paywall], [class*=regwall], [class*=piano-], [class*=subscriber-only], \
        [class*=subscription-wall], [class*=meteredContent], [class*=premium-wall], [class*=locked-content]";
    document.select_single(WALLS).exists()
}

/// True for a box that is named after what it asks for before the rest is shown.
pub(super) fn is_paywall(node: &NodeRef) -> bool {
    const NAMES: &[&str] = &[
        "paywall",
        "regwall",
        "piano-",
        "subscriber-only",
        "subscription-wall",
        "subscribe-wall",
        "meteredcontent",
        "premium-wall",
        "locked",
        "gateway",
        "barrier",
    ];
    let label = dom::label(node);
    NAMES.iter().any(|name| label.contains(name)) && !node.has_name("body") && !node.has_name("html")
}
