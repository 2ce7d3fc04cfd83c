//! The first words of articles, for the line below their headlines.

use crate::{Reader, error::Result};
use std::collections::BTreeMap;
use stoppress_feeds::{head, plain_text};
use stoppress_model::{ArticleId, PlainText};
use stoppress_store::Beginning;

/// Bytes of a line: more than fits into one.
const LINE: usize = 240;
/// Bytes of HTML that are looked at: what has no word in so many has none worth showing.
const LOOKED_AT: usize = 8 * 1024;

impl Reader {
    /// The first words of these articles, at most 240 bytes each and on one line, without the headline where the text begins with
    /// it; of an article that says no more than its headline there are none.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn snippets(&self, ids: &[ArticleId]) -> Result<BTreeMap<ArticleId, PlainText>> {
        let beginnings = self.store().beginnings(ids)?;
        let lines = beginnings.into_iter().map(|(id, beginning)| (id, snippet(&beginning)));
        Ok(lines.filter(|(_, line)| !line.is_empty()).collect())
    }
}

fn snippet(article: &Beginning) -> PlainText {
    let title = article.title.as_str().trim_end_matches(['…', '.', ' ']);
    let beyond = |text: &str| {
        let whole = PlainText::new(text, title.len() + LINE);
        let rest = whole.as_str().strip_prefix(title).filter(|_| !title.is_empty());
        // Else the headline is the beginning of a word.
        let rest = rest.filter(|rest| !rest.starts_with(char::is_alphanumeric));
        let is_gap = |c: char| !c.is_alphanumeric() && !"«„“‘\"'¿¡([".contains(c);
        PlainText::new(rest.map_or(whole.as_str(), |rest| rest.trim_start_matches(is_gap)), LINE)
    };
    let summary = beyond(article.summary.as_ref().map_or("", PlainText::as_str));
    if summary.is_empty() { beyond(&plain_text(whole_tags(&article.html))) } else { summary }
}

/// The beginning of a document where it goes on: up to a tag or comment that does not end there.
fn whole_tags(html: &str) -> &str {
    if html.len() <= LOOKED_AT {
        return html;
    }
    let beginning = head(html, LOOKED_AT);
    let open = |opens: &str, closes: &str| {
        let at = beginning.rfind(opens)?;
        beginning.rfind(closes).is_none_or(|end| end < at).then_some(at)
    };
    let end = [open("<!--", "-->"), open("<", ">")].into_iter().flatten().min().unwrap_or(beginning.len());
    &beginning[..end]
}

#[cfg(test)]
mod tests {
    use super::{LINE, snippet};
    use stoppress_model::PlainText;
    use stoppress_store::Beginning;

    fn line(title: &str, summary: &str, html: &str) -> String {
        let text = |text: &str| PlainText::new(text, 4096);
        let summary = (!summary.is_empty()).then(|| text(summary));
        snippet(&Beginning { title: text(title), summary, html: html.into() }).to_string()
    }

    #[test]
    fn the_summary_goes_before_the_text() {
        assert_eq!(line("Tide", "What the tide brought.", "<p>Long text</p>"), "What the tide brought.");
        assert_eq!(line("Tide", "", "<h2>Intro</h2>\n<p>Fish &amp; <b>ch</b>ips</p>"), "Intro Fish & chips");
        assert_eq!(line("Tide", "", "<img src=x><script>alert(1)</script>"), "");
        assert_eq!(line("", "", ""), "");
    }

    #[test]
    fn the_headline_is_not_said_again() {
        assert_eq!(line("Ebb", "", "<p>Ebb. The water goes.</p>"), "The water goes.");
        assert_eq!(line("Ebb", "", "<p>Ebbing away</p>"), "Ebbing away");
        assert_eq!(line("Ebb and flow of…", "", "<p>Ebb and flow of the tide</p>"), "the tide");
        assert_eq!(line("Ebb", "Ebb", "<p>Ebb</p><p>“Water”</p>"), "“Water”");
        assert_eq!(line("Ebb", "", "<p>Ebb</p>"), "");
        assert_eq!(line("潮", "", "<p>潮「水」</p>"), "水」");
    }

    #[test]
    fn a_line_is_short_whatever_stands_there_and_no_tag_is_cut_in_two() {
        assert!(line("Tide", "", &format!("<p>{}</p>", "é".repeat(9_000))).len() <= LINE);
        assert!(line("Tide", &"word ".repeat(800), "").len() <= LINE);
        let tags =
            format!("<p>Words</p>{}", "<img src=\"https://example.org/a-long-address/of/an/image.png\">".repeat(900));
        assert_eq!(line("Tide", "", &tags), "Words");
        let comment =
            format!("<!--[if gte mso 9]><xml>{}</xml><![endif]--><p>Words</p>", "<w:View>Normal</w:View>".repeat(900));
        assert_eq!(line("Tide", "", &comment), "");
    }
}
