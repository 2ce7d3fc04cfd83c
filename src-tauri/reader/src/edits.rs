//! What a publisher changed in an article, edit by edit.

use crate::{Reader, diff, error::Result};
use stoppress_feeds::clean;
use stoppress_model::{ArticleId, Edit};
use stoppress_store::{ArticleContent, Versions};

/// A line as short as this that differs in its figures alone is a counter or the time of day.
const SHORT_LINE: usize = 40;

impl Reader {
    /// What the publisher changed in an article, the last edit first; empty where nothing is known to have changed.
    ///
    /// # Errors
    /// `NotFound` where it is neither in the ticker nor saved.
    pub fn edits(&self, id: ArticleId) -> Result<Vec<Edit>> {
        let Versions { earlier, current } = self.read_whole(id, |store| store.versions(id))?;
        let texts: Vec<(String, String)> =
            earlier.iter().map(|version| &version.content).chain([&current]).map(texts_of).collect();
        let edits = earlier.iter().zip(texts.windows(2)).map(|(version, pair)| {
            let ((old_title, old), (title, new)) = (&pair[0], &pair[1]);
            Edit {
                at: version.until,
                title: if old_title == title { Vec::new() } else { diff::words(old_title, title) },
                paragraphs: diff::paragraphs(old, new),
            }
        });
        let mut edits: Vec<Edit> = edits.filter(|edit| !edit.title.is_empty() || !edit.paragraphs.is_empty()).collect();
        edits.reverse();
        Ok(edits)
    }
}

/// Headline and text, in plain words.
fn texts_of(content: &ArticleContent) -> (String, String) {
    let base = content.base_url.as_deref().or(content.url.as_deref());
    let text = clean(&content.html, base).text();
    let text = match (text.trim().is_empty(), &content.summary) {
        (true, Some(summary)) => summary.to_string(),
        _ => text,
    };
    (content.title.to_string(), text)
}

/// Whether a reader would call the second an edit of the first: other words in headline or text. Counters and times of day
/// alone, and whatever no reader sees, are none.
pub(crate) fn is_edit(old: &ArticleContent, new: &ArticleContent) -> bool {
    if words_of(old.title.as_str()) != words_of(new.title.as_str()) {
        return true;
    }
    let ((_, old), (_, new)) = (texts_of(old), texts_of(new));
    telling(&old) != telling(&new)
}

fn words_of(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// The lines of a text without what changes by itself.
fn telling(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| {
        let words: Vec<&str> = line.split_whitespace().filter(|word| !is_clock(word)).collect();
        let line = words.join(" ");
        match line.chars().count() <= SHORT_LINE {
            true => without_figures(&line),
            false => line,
        }
    });
    lines.filter(|line| !line.is_empty()).collect()
}

/// `14:32`, also in other figures, with seconds or in brackets.
fn is_clock(word: &str) -> bool {
    let word = word.trim_matches(|letter: char| !letter.is_numeric());
    let parts: Vec<&str> = word.split(':').collect();
    let is_part = |part: &&str| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_numeric);
    (2..=3).contains(&parts.len()) && parts.iter().all(is_part)
}

/// Each run of figures, and the signs within it, as one.
fn without_figures(line: &str) -> String {
    let mut out = String::new();
    for letter in line.chars() {
        match letter {
            letter if letter.is_numeric() => {
                if !out.ends_with('0') {
                    out.push('0');
                }
            }
            '.' | ',' | '\u{a0}' | '\u{202f}' if out.ends_with('0') => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::is_edit;
    use stoppress_model::PlainText;
    use stoppress_store::ArticleContent;

    fn article(title: &str, html: &str) -> ArticleContent {
        ArticleContent { title: PlainText::new(title, 200), html: html.into(), ..ArticleContent::default() }
    }

    #[test]
    fn other_words_are_an_edit_and_what_changes_by_itself_is_none() {
        let check = |old: (&str, &str), new: (&str, &str), want: bool| {
            assert_eq!(is_edit(&article(old.0, old.1), &article(new.0, new.1)), want, "{old:?} {new:?}");
        };
        let ferry = "<p>The ferry brings three hundred passengers across the bay each day.</p>";
        check(("Ferry", ferry), ("Ferry runs again", ferry), true);
        check(("Ferry", ferry), ("Ferry", &ferry.replace("three", "four")), true);
        check(("2 lost", ferry), ("3 lost", ferry), true);
        check(
            ("A", "<p>There were 300 passengers on board when the ferry left.</p>"),
            ("A", "<p>There were 310 passengers on board when the ferry left.</p>"),
            true,
        );
        // Markup, white space, and images alone.
        check(("Ferry", ferry), ("Ferry ", &format!("<div class=x>{ferry}<img src=/a.png></div>")), false);
        let with = |line: &str| format!("{ferry}<p>{line}</p>");
        check(("Ferry", &with("12 comments")), ("Ferry", &with("1,013 comments")), false);
        check(("Ferry", &with("Updated 14:32")), ("Ferry", &with("Updated 15:02")), false);
        check(("Ferry", &with("٣ تعليقات")), ("Ferry", &with("٥ تعليقات")), false);
        check(
            ("Ferry", &with("(Last changed at 14:32:10) by the night desk of the Harbor Post")),
            ("Ferry", &with("(Last changed at 9:02:11) by the night desk of the Harbor Post")),
            false,
        );
        check(("海氷", "<p>海氷面積が過去最小に</p>"), ("海氷", "<p>海氷面積が過去最大に</p>"), true);
    }
}
