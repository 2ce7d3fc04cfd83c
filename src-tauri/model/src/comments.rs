use crate::{Direction, PlainText, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What readers said about an article, in the order of the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Comments {
    /// How many there are at the publisher, as far as is known.
    #[ts(type = "number | null")]
    pub count: Option<u64>,
    /// When they were fetched.
    pub fetched_at: Timestamp,
    /// The oldest first, each followed by its answers.
    pub comments: Vec<Comment>,
    /// True where the publisher has more than are here; they are on its page.
    pub more: bool,
    /// Why these are not of this moment, in one sentence; `None` = they are.
    pub note: Option<String>,
    /// Names exactly this content: a click on link *n* is only good together with it.
    pub content_key: String,
}

/// One comment. `html` is cleaned and without images; in the window its links are numbers that go on from comment to
/// comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Comment {
    /// Who wrote it; empty where the publisher does not say.
    pub author: PlainText,
    /// When.
    pub published: Option<Timestamp>,
    /// The cleaned text.
    pub html: String,
    /// The text, paragraphs apart by an empty line.
    pub text: String,
    /// 0 = about the article, 1 = an answer to a comment, and so on.
    pub depth: u32,
    /// Direction of the text.
    pub direction: Option<Direction>,
    /// BCP 47 tag.
    pub language: Option<String>,
}
