use crate::ArticleId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the system handed to the app with a start: a link, a file, a place to show. Nothing is fetched or changed by it;
/// the window shows it and asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Handed {
    /// An address that the reader may follow; `http` or `https`, without a sign-in, at most 2,048 bytes.
    Address {
        /// As it is to stand in the field.
        address: String,
    },
    /// A file of sources or of saved pages that the reader may import; `handed_file` gives its bytes.
    File {
        /// Its name without its folder.
        name: String,
    },
    /// A view to show.
    View {
        /// Which one.
        view: HandedView,
    },
    /// A story to open, as a notification names it.
    Story {
        /// Which one.
        id: ArticleId,
    },
    /// A command of the window that the reader chose in the menu bar.
    Command {
        /// As the page named it.
        id: String,
    },
    /// The reader closes the window and has not chosen yet what that does.
    Closing,
    /// Words to search for, at most 256 characters of plain text.
    Search {
        /// As they are to stand in the field.
        words: String,
    },
}

/// A view that a link can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HandedView {
    /// The ticker.
    Live,
    /// Saved articles.
    Saved,
    /// Followed feeds.
    Sources,
    /// The settings; only the app itself names them.
    Settings,
}
