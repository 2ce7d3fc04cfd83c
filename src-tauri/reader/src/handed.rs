//! Reads what the system hands over with a start: links and files.
//!
//! Anybody's page may name such a link, so it is hostile until shown otherwise: only what stands here is understood, the
//! rest is passed over, and nothing is fetched or changed before the reader agrees in the window (SAFETY 4).

use crate::error::{ReaderError, Result};
use std::path::{Path, PathBuf};
use stoppress_model::{ArticleId, Handed, HandedView, PlainText};
use url::Url;

/// Bytes of an address.
const LONGEST_ADDRESS: usize = 2_048;
/// Bytes of words to search for.
const LONGEST_SEARCH: usize = 256;
/// Words looked at; a start with more is nothing a person did.
const MOST_WORDS: usize = 16;

/// Something handed over, with the file where it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOver {
    /// What the window is told.
    pub what: Handed,
    /// Where the file is.
    pub file: Option<PathBuf>,
}

/// The first thing among the words of a start that is understood. `folder` is where that start was made: files are named
/// from there.
#[must_use]
pub fn handed(words: &[String], folder: &Path) -> Option<HandedOver> {
    let mut words = words.iter().take(MOST_WORDS);
    while let Some(word) = words.next() {
        if word == "--profile" {
            words.next();
        } else if !word.starts_with('-')
            && let Some(found) = one(word, folder)
        {
            return Some(found);
        }
    }
    None
}

/// The bytes of a file that was handed over.
///
/// # Errors
/// Where it is no plain file, is larger than any list, or cannot be read.
pub fn handed_file(path: &Path) -> Result<Vec<u8>> {
    let sentence = |text: &str| ReaderError::BadRequest(text.to_owned());
    let about = std::fs::metadata(path).map_err(|_| sentence("The file can’t be read."))?;
    if !about.is_file() {
        return Err(sentence("This is not a file."));
    }
    if about.len() > stoppress_feeds::caps::BODY_BYTES as u64 {
        return Err(sentence("This file is too large to be a list of sources."));
    }
    std::fs::read(path).map_err(|_| sentence("The file can’t be read."))
}

fn one(word: &str, folder: &Path) -> Option<HandedOver> {
    if word.len() > LONGEST_ADDRESS || word.chars().any(char::is_control) {
        return None;
    }
    let plain = |what| Some(HandedOver { what, file: None });
    let scheme = word.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        Some("stoppress") => plain(link(word)?),
        Some("feed") => {
            let rest = &word["feed:".len()..];
            let address = if rest.starts_with("//") { format!("https:{rest}") } else { rest.to_owned() };
            plain(address_of(&address)?)
        }
        Some("http" | "https") => plain(address_of(word)?),
        Some("file") => file(&Url::parse(word).ok()?.to_file_path().ok()?),
        _ => file(&folder.join(word)),
    }
}

/// `stoppress://story/ID`, `stoppress://add?url=`, `stoppress://search?q=`, `stoppress://live`, `stoppress://saved`, `stoppress://sources`.
fn link(word: &str) -> Option<Handed> {
    let url = Url::parse(word).ok()?;
    let value = |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    if url.host_str() == Some("story") && url.query().is_none() && url.username().is_empty() && url.port().is_none() {
        let id = url.path().strip_prefix('/')?.parse().ok().filter(|id: &ArticleId| id.0 > 0)?;
        return Some(Handed::Story { id });
    }
    if !matches!(url.path(), "" | "/") || !url.username().is_empty() || url.port().is_some() {
        return None;
    }
    let view = |view| Some(Handed::View { view });
    match url.host_str()? {
        "add" => address_of(&value("url")?),
        "search" => {
            let words = PlainText::new(&value("q")?, LONGEST_SEARCH).as_str().to_owned();
            (!words.is_empty()).then_some(Handed::Search { words })
        }
        "live" => view(HandedView::Live),
        "saved" => view(HandedView::Saved),
        "sources" => view(HandedView::Sources),
        _ => None,
    }
}

fn address_of(text: &str) -> Option<Handed> {
    let url = Url::parse(text.trim()).ok()?;
    let plain = matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    let address = url.to_string();
    (plain && address.len() <= LONGEST_ADDRESS).then_some(Handed::Address { address })
}

fn file(path: &Path) -> Option<HandedOver> {
    if !path.is_file() {
        return None;
    }
    let name = PlainText::new(&path.file_name()?.to_string_lossy(), 256).as_str().to_owned();
    Some(HandedOver { what: Handed::File { name }, file: Some(path.to_owned()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(word: &str) -> Option<Handed> {
        handed(&[word.to_owned()], Path::new("/nowhere")).map(|one| one.what)
    }

    fn address(text: &str) -> Option<Handed> {
        Some(Handed::Address { address: text.to_owned() })
    }

    #[test]
    fn an_address_may_come_bare_as_feed_or_in_a_link() {
        let plain = address("https://example.org/feed.xml");
        assert_eq!(from("https://example.org/feed.xml"), plain);
        assert_eq!(from("feed:https://example.org/feed.xml"), plain);
        assert_eq!(from("FEED://example.org/feed.xml"), plain);
        assert_eq!(from("stoppress://add?url=https%3A%2F%2Fexample.org%2Ffeed.xml"), plain);
    }

    #[test]
    fn views_and_searches_are_understood() {
        assert_eq!(from("stoppress://saved"), Some(Handed::View { view: HandedView::Saved }));
        assert_eq!(from("stoppress://live/"), Some(Handed::View { view: HandedView::Live }));
        assert_eq!(from("stoppress://story/12"), Some(Handed::Story { id: ArticleId(12) }));
        assert_eq!(from("stoppress://search?q=spring+tide"), Some(Handed::Search { words: "spring tide".into() }));
    }

    #[test]
    fn hostile_links_are_passed_over() {
        let long = format!("stoppress://add?url=https://example.org/{}", "a".repeat(3_000));
        for word in [
            "stoppress://add?url=javascript:alert(1)",
            "stoppress://add?url=file:///etc/passwd",
            "stoppress://add?url=https://user:secret@example.org/",
            "stoppress://add?url=stoppress://add",
            "stoppress://add?url=",
            "stoppress://add",
            "stoppress://unfollow?feed=1",
            "stoppress://story/",
            "stoppress://story/-1",
            "stoppress://story/1/2",
            "stoppress://story/99999999999999999999",
            "stoppress://story/1?x=2",
            "stoppress://x@story/1",
            "stoppress://saved/../../x",
            "stoppress://user@saved",
            "stoppress://saved:80",
            "stoppress:saved",
            "stoppress://",
            "stoppress://search?q=",
            "stoppress://search?q=%E2%80%AE",
            "feed:javascript:alert(1)",
            "feed:feed:https://example.org/",
            "feed:",
            "feed:file:///etc/passwd",
            "file:///etc",
            "javascript:alert(1)",
            "data:text/html,x",
            "https://example.org/\nx",
            "https://",
            "",
            ".",
            long.as_str(),
        ] {
            assert_eq!(from(word), None, "{word:?}");
        }
    }

    #[test]
    fn options_are_no_links_and_the_first_thing_counts() {
        let words =
            ["--profile", "stoppress://saved", "--x=stoppress://saved", "stoppress://live", "stoppress://saved"];
        let words: Vec<String> = words.map(str::to_owned).to_vec();
        let found = handed(&words, Path::new("/nowhere"));
        assert_eq!(found.map(|one| one.what), Some(Handed::View { view: HandedView::Live }));
    }

    #[test]
    fn a_file_is_named_from_the_folder_of_the_start_and_read_within_the_cap() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("mine.opml");
        std::fs::write(&path, "<opml/>").expect("written");
        let found = handed(&["mine.opml".to_owned()], folder.path()).expect("found");
        assert_eq!(found.what, Handed::File { name: "mine.opml".into() });
        assert_eq!(handed_file(&found.file.expect("a path")).expect("read"), b"<opml/>");
        let file = std::fs::File::options().write(true).open(&path).expect("opened");
        file.set_len(stoppress_feeds::caps::BODY_BYTES as u64 + 1).expect("grown");
        assert!(handed_file(&path).is_err());
        assert!(handed_file(folder.path()).is_err());
    }
}
