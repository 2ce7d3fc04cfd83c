//! What the terminal shows of articles, sources and comments, as lines.

use crate::print;
use stoppress_model::{
    ArticlePage, Comments, DiffKind, DiffPart, Edit, Feed, SaveState, SavedArticle, TickerRow, Timestamp,
};

pub(crate) fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

/// `[-what went-]{+what came+}`, as other programs write it.
pub(crate) fn edits_text(edits: &[Edit]) {
    let shown = |parts: &[DiffPart]| -> String {
        let one = |part: &DiffPart| match part.kind {
            DiffKind::Same => part.text.clone(),
            DiffKind::Removed => format!("[-{}-]", part.text),
            DiffKind::Added => format!("{{+{}+}}", part.text),
        };
        parts.iter().map(one).collect()
    };
    if edits.is_empty() {
        print::line("Nothing is known to have changed.");
    }
    for edit in edits {
        print::line(&format!("Edited {}", edit.at));
        if !edit.title.is_empty() {
            print::line(&shown(&edit.title));
        }
        edit.paragraphs.iter().for_each(|parts| print::line(&format!("\n{}", shown(parts))));
        print::line("");
    }
}

pub(crate) fn feed_row(feed: &Feed) -> Vec<String> {
    let state = feed.trouble.as_ref().map_or_else(String::new, |trouble| trouble.message.clone());
    let folder = feed.folder.as_ref().map_or_else(String::new, ToString::to_string);
    vec![feed.id.to_string(), feed.unread.to_string(), feed.title.to_string(), folder, feed.url.clone(), state]
}

/// `2026-11-25 16:35`, in UTC as all times in the terminal.
pub(crate) fn minute(time: Timestamp) -> String {
    time.to_string()[..16].replace('T', " ")
}

pub(crate) fn ticker_row(row: &TickerRow) -> Vec<String> {
    let mark = if row.read { " " } else { "•" };
    vec![row.id.to_string(), minute(row.time), mark.into(), format!("{}  ({})", row.title, row.feed_title)]
}

pub(crate) fn saved_row(saved: &SavedArticle) -> Vec<String> {
    let state = state_words(Some(saved.state), saved.missing_images);
    vec![saved.id.to_string(), minute(saved.saved_at), state, format!("{}  ({})", saved.title, saved.feed_title)]
}

pub(crate) fn state_words(state: Option<SaveState>, missing: u32) -> String {
    match state {
        None => "not saved".into(),
        Some(SaveState::Complete) => "Saved, with images".into(),
        Some(SaveState::Partial) if missing == 1 => "Saved, 1 image missing".into(),
        Some(SaveState::Partial) => format!("Saved, {missing} images missing"),
        Some(SaveState::Saving) => "Saving…".into(),
        Some(SaveState::Waiting) => "Waiting for connection".into(),
        Some(SaveState::Failed) => "Could not be saved".into(),
    }
}

pub(crate) fn comments_text(comments: &Comments) {
    for comment in &comments.comments {
        let indent = "  ".repeat(comment.depth.min(8) as usize);
        let time = comment.published.map_or_else(String::new, minute);
        print::line(&format!("{indent}{}  {time}", comment.author));
        comment.text.lines().for_each(|line| print::line(format!("{indent}{line}").trim_end()));
        print::line("");
    }
    if let Some(note) = &comments.note {
        print::line(note);
    }
    if comments.more {
        print::line("There are more at the publisher.");
    }
}

pub(crate) fn article_text(page: &ArticlePage) {
    print::line(page.title.as_str());
    let authors: Vec<&str> = page.authors.iter().map(stoppress_model::PlainText::as_str).collect();
    print::line(&format!("{}  {}  {}", page.feed_title, minute(page.time), authors.join(", ")));
    if let Some(url) = &page.url {
        print::line(url);
    }
    print::line("");
    print::line(&page.text);
}
