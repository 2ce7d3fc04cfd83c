//! A stretch of the text around what was found, in parts that are hits and parts that are not.

use std::ops::Range;
use stoppress_model::{PlainText, SnippetPart};

/// Bytes before the first hit.
const BEFORE: usize = 60;
/// Bytes in all.
pub(super) const LENGTH: usize = 240;

/// The stretch around the first hit; the beginning of the text where it has none. The hits in their order.
pub(super) fn snippet(text: &str, hits: &[Range<usize>]) -> Vec<SnippetPart> {
    let text = text.trim_end();
    let first = hits.first().map_or(0, |hit| hit.start);
    let from = boundary(text, first.saturating_sub(BEFORE));
    // Not in the middle of a word, where one begins close by.
    let from = match text[from..first].find(char::is_whitespace) {
        Some(gap) if from > 0 => from + gap,
        _ => from,
    };
    let to = boundary(text, (from + LENGTH).min(text.len()));
    let mut parts = Vec::new();
    let mut at = from;
    for hit in hits {
        let (start, end) = (hit.start.max(at), hit.end.min(to));
        if start >= end {
            continue;
        }
        push(&mut parts, &text[at..start], false);
        push(&mut parts, &text[start..end], true);
        at = end;
    }
    push(&mut parts, &text[at.min(to)..to], false);
    parts
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// One line without what could lie to the eye; the gaps at its ends stay, because the parts stand side by side.
fn push(parts: &mut Vec<SnippetPart>, text: &str, hit: bool) {
    let line = PlainText::new(text, LENGTH);
    let gap = |is: bool| if is { " " } else { "" };
    let before = gap(text.starts_with(char::is_whitespace) && !parts.is_empty());
    let after = gap(text.ends_with(char::is_whitespace) && !line.is_empty());
    let text = format!("{before}{}{after}", line.as_str());
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.hit == hit => last.text.push_str(&text),
        _ => parts.push(SnippetPart { text, hit }),
    }
}
