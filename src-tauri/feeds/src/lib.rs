//! What publishers send, made readable: bytes become articles, HTML becomes [`SafeHtml`], pages give up their feeds,
//! subscription lists are read and written.
//!
//! Everything here is a pure function: no network, no files, no clock, no random numbers; the same bytes always give
//! the same answer. No input makes these functions panic, and every input has a limit ([`caps`]).
//!
//! Where to start reading: [`parse`] (`feed.rs`, then `xml.rs` for how damage is survived and `article.rs` for what an
//! item means), [`clean`] (`clean/`), [`readable()`] (`readable/`), [`discover`]. `README.md` beside this crate says why the parser is our own.
//!
//! ```
//! use stoppress_feeds::{ParseContext, clean, parse};
//!
//! let bytes = br#"<rss><channel><title>Daily</title><item>
//!     <title>Fish & chips</title><link>/fish</link><pubDate>Mon, 9 Feb 2004 13:50 GMT</pubDate>
//!     <description>&lt;p onclick="x()"&gt;Fresh &lt;a href="more"&gt;today&lt;/a&gt;&lt;/p&gt;</description>
//! </item></channel></rss>"#;
//! let context = ParseContext { url: Some("https://daily.example/feed"), content_type: None };
//! let daily = parse(bytes, &context)?;
//!
//! let article = &daily.articles[0];
//! assert_eq!(article.title.as_str(), "Fish & chips");
//! assert_eq!(article.url.as_deref(), Some("https://daily.example/fish"));
//! assert_eq!(article.published.unwrap().to_string(), "2004-02-09T13:50:00Z");
//! assert_eq!(daily.repairs, ["bare ampersand kept as text"]);
//!
//! let cleaned = clean(&article.html, article.base.as_deref());
//! assert_eq!(cleaned.html.as_str(), r#"<p>Fresh <a href="https://daily.example/more">today</a></p>"#);
//! # Ok::<(), stoppress_feeds::ParseError>(())
//! ```

mod address;
mod ahead;
mod article;
mod attributes;
mod body;
pub mod caps;
mod caption;
mod clean;
mod date;
mod date_months;
mod date_names;
mod date_words;
mod date_writing;
mod decode;
mod discover;
mod feed;
mod identity;
mod image;
mod json;
mod json_document;
mod json_mend;
mod list_attributes;
mod meta;
mod names;
pub mod opml;
mod parsed;
mod people;
mod portable;
mod publisher;
mod readable;
pub mod reading_lists;
mod repairs;
mod report;
mod rights;
mod sites;
mod sniff;
mod text;
mod tree;
mod xml;

pub use address::{AddressError, canonical_link, normalise_address};
pub use body::{direction, head};
pub use clean::{CleanImage, Cleaned, SafeHtml, clean, without_trackers};
pub use discover::{anchors_that_look_like_feeds, discover, well_known};
pub use feed::parse;
pub use image::{ImageKind, icon_sizes, image_kind, image_size, is_animated};
pub use list_attributes::checked_list_attributes;
pub use parsed::{ArticleKey, ArticleSource, ParseContext, ParseError, ParsedArticle, ParsedFeed, ParsedMeta, Skipped};
pub use portable::{Part, is_language, markdown_target, markdown_text, xml_text};
pub use publisher::{IconCandidate, icon_candidates, publisher_links};
pub use readable::{NotReadable, Readable, ReadableReport, is_truncated, readable, readable_report};
pub use report::{ArticleReport, FeedReport, ParsedReport, parse_json, parse_report};
pub use sites::{has_no_feeds, site_rules};
pub use sniff::{is_challenge, sniff_is_feed};
pub use text::plain as plain_text;
