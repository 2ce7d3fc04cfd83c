//! Limits of asking (RULES "Caps"); the limits of reading stand in `stoppress_feeds::caps`.

/// Redirects followed for a feed.
pub const FEED_REDIRECTS: usize = 10;
/// Redirects followed for what a page or feed names.
pub const PAGE_REDIRECTS: usize = 5;
/// Bytes of one image.
pub const IMAGE_BYTES: usize = 12 << 20;
/// Bytes of a robots.txt (RFC 9309, 2.5: at least so many).
pub const ROBOTS_BYTES: usize = 500 << 10;
/// Bytes of a list of versions of the program.
pub const VERSIONS_BYTES: usize = 64 << 10;
/// Bytes of a package of the program. An AppImage holds its web view.
pub const PACKAGE_BYTES: usize = 160 << 20;
/// Pixels of one image.
pub const IMAGE_PIXELS: u64 = 50_000_000;
/// Images fetched for one saved article.
pub const IMAGES_SAVED: usize = 500;
