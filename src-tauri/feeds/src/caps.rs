//! Every limit of this crate in one table. Each has a test at cap − 1, cap and cap + 1 (`tests/caps.rs`).

/// Bytes of a feed, as they arrive and again after decoding to UTF-8.
pub const BODY_BYTES: usize = 16 << 20;
/// Articles taken from one feed; the rest is counted in `skipped`.
pub const ITEMS: usize = 5_000;
/// Bytes kept of a headline. The window shows at most 1 KiB of it.
pub const TITLE_BYTES: usize = 4 << 10;
/// Bytes kept of a name, a category, the feed's own title, or what is said of an image.
pub const NAME_BYTES: usize = 1 << 10;
/// Bytes kept of a summary in plain text.
pub const SUMMARY_BYTES: usize = 16 << 10;
/// Categories of one article.
pub const CATEGORIES: usize = 64;
/// Attached files of one article.
pub const ENCLOSURES: usize = 64;
/// Authors of one article.
pub const AUTHORS: usize = 32;
/// Open elements in XML; deeper ones lose their tags and keep their text.
pub const XML_DEPTH: usize = 256;
/// Attributes read from one tag.
pub const XML_ATTRIBUTES: usize = 256;
/// Elements of XML alive at one time (of the article being read and of the feed's head).
pub const XML_ELEMENTS: usize = 200_000;
/// Addresses longer than this are dropped.
pub const URL_BYTES: usize = 8 << 10;
/// Bytes of an article that are cleaned as HTML; a larger one becomes plain text.
pub const ARTICLE_BYTES: usize = 1 << 20;
/// Nesting of cleaned HTML; deeper elements lose their tags and keep their text.
pub const HTML_DEPTH: usize = 256;
/// Elements of cleaned HTML; later ones lose their tags and keep their text.
pub const HTML_ELEMENTS: usize = 50_000;
/// Images of one article; later ones are dropped.
pub const IMAGES: usize = 2_000;
/// Columns or rows that one table cell may span.
pub const CELL_SPAN: u32 = 100;
/// Feeds of one subscription list.
pub const OPML_FEEDS: usize = 20_000;
/// Folders inside folders of a subscription list; deeper feeds are taken into the deepest folder.
pub const OPML_DEPTH: usize = 64;
/// Bytes that are kept of what a subscription list says of a feed in words that are not ours; what goes beyond is left out.
pub const OPML_ATTRIBUTES_BYTES: usize = 16 << 10;
/// Bytes of a page that are searched for feeds or for an article.
pub const PAGE_BYTES: usize = 4 << 20;
/// Feeds that one page can offer.
pub const CANDIDATES: usize = 64;
/// Elements of a page that is searched for an article.
pub const PAGE_ELEMENTS: usize = 50_000;
/// Ampersands and angle brackets of such a page: each is looked up, split off and joined again, a hundred times as slow
/// as a letter.
pub const PAGE_REFERENCES: usize = 250_000;
/// Bytes of a list of saved articles from another app, which may carry their texts.
pub const LIST_BYTES: usize = 128 << 20;
/// Articles of one such list.
pub const LISTED_PAGES: usize = 20_000;
