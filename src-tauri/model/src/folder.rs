//! What a folder is: a path of names with `/` between them. `Tech/News` is the folder "News" in the folder "Tech".
//!
//! The path of each source is all that is kept. A folder is there as long as a source is in it or in a folder under it, and
//! "in a folder" means both, in every layer: lists, counts, search, notifications and whatever is done to a folder. A `/`
//! within a name of another reader's list ("TCP/IP") is no folder in another; it is kept as [`SLASH`].

use crate::PlainText;

/// Bytes of a path.
pub const BYTES: usize = 1 << 10;

/// Stands for a `/` that is part of a name: the division slash, which looks the same.
pub const SLASH: char = '\u{2215}';

/// A path as somebody wrote it, without blanks around its names and without empty ones; `None` where no name is left. Of a path
/// that is longer than [`BYTES`], the beginning.
///
/// ```
/// use stoppress_model::folder;
/// assert_eq!(folder::path(" Tech / /News/").unwrap().as_str(), "Tech/News");
/// assert_eq!(folder::path(" / "), None);
/// ```
#[must_use]
pub fn path(written: &str) -> Option<PlainText> {
    let written = PlainText::new(written, BYTES);
    let names: Vec<&str> = written.as_str().split('/').map(str::trim).filter(|name| !name.is_empty()).collect();
    (!names.is_empty()).then(|| PlainText::new(&names.join("/"), BYTES))
}

/// One name of a path, whatever is written in it.
#[must_use]
pub fn name(written: &str) -> String {
    written.replace('/', &SLASH.to_string())
}

/// Whether a folder is this one or one under it.
///
/// ```
/// use stoppress_model::folder::is_within;
/// assert!(is_within("Tech", "Tech") && is_within("Tech/News", "Tech"));
/// assert!(!is_within("Technology", "Tech") && !is_within("Tech", "Tech/News"));
/// ```
#[must_use]
pub fn is_within(folder: &str, outer: &str) -> bool {
    below(folder, outer).is_some()
}

/// The folder that this one is in; `None` where it is in no other.
#[must_use]
pub fn parent(folder: &str) -> Option<&str> {
    let (outer, name) = folder.rsplit_once('/')?;
    (!outer.is_empty() && !name.is_empty()).then_some(outer)
}

/// Where a folder is when `from` has become `to`, or has gone and left what was in it outside of any (`None`): the outer `None`
/// where it is not within `from`, the inner one where it is in no folder then.
///
/// ```
/// use stoppress_model::folder::moved;
/// assert_eq!(moved("Tech/News", "Tech", Some("Technik")), Some(Some("Technik/News".into())));
/// assert_eq!(moved("Tech/News", "Tech", None), Some(Some("News".into())));
/// assert_eq!(moved("Tech", "Tech", None), Some(None));
/// assert_eq!(moved("Technology", "Tech", None), None);
/// ```
#[must_use]
pub fn moved(folder: &str, from: &str, to: Option<&str>) -> Option<Option<String>> {
    let path = format!("{}{}", to.unwrap_or_default(), below(folder, from)?);
    let names: Vec<&str> = path.split('/').map(str::trim).filter(|name| !name.is_empty()).collect();
    Some((!names.is_empty()).then(|| names.join("/")))
}

/// What stands behind `outer` in the path of a folder within it: nothing, or `/` and names.
fn below<'f>(folder: &'f str, outer: &str) -> Option<&'f str> {
    folder.strip_prefix(outer).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}
