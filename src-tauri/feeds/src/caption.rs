//! What a feed says of the lead image of an article: what is on it, and who made it.

use crate::body::head;
use crate::caps;
use crate::names::Ns;
use crate::text::plain;
use crate::tree::Element;
use stoppress_model::PlainText;

/// The words of the image so far. Those inside of its element go before those beside it.
#[derive(Default)]
pub(crate) struct ImageWords {
    inside: Words,
    beside: Words,
}

#[derive(Default)]
struct Words {
    caption: Option<PlainText>,
    credit: Option<PlainText>,
}

impl Words {
    fn take(&mut self, field: &Element) {
        let place = match &*field.name {
            "description" => &mut self.caption,
            "credit" => &mut self.credit,
            _ => return,
        };
        if place.is_none() {
            let text = PlainText::new(&plain(head(&field.text(), caps::NAME_BYTES * 8)), caps::NAME_BYTES);
            *place = Some(text).filter(|text| !text.is_empty());
        }
    }
}

impl ImageWords {
    /// Takes what stands inside of an element of Media RSS that is the lead image.
    pub(crate) fn take_inside(&mut self, image: &Element) {
        image.elements().filter(|field| field.ns == Ns::Media).for_each(|field| self.inside.take(field));
    }

    /// Takes a field of Media RSS beside the image.
    pub(crate) fn take_beside(&mut self, field: &Element) {
        self.beside.take(field);
    }

    /// Caption and credit of an image; no caption that is the headline, the summary or the beginning of the text once more.
    pub(crate) fn finish(
        self,
        title: &str,
        summary: Option<&PlainText>,
        html: &str,
    ) -> (Option<PlainText>, Option<PlainText>) {
        let caption = self.inside.caption.or(self.beside.caption).filter(|caption| {
            let caption = caption.as_str();
            let beginning = || PlainText::new(&plain(head(html, caps::NAME_BYTES + caption.len() * 8)), caption.len());
            caption != title
                && summary.is_none_or(|summary| !summary.as_str().starts_with(caption))
                && beginning().as_str() != caption
        });
        (caption, self.inside.credit.or(self.beside.credit))
    }
}

#[cfg(test)]
mod tests {
    use crate::{ParseContext, ParsedArticle, parse};

    const IMAGE: &str = r#"<media:content medium="image" url="https://example.org/q.jpg">"#;

    fn article(fields: &str) -> ParsedArticle {
        let feed = format!(
            "<rss xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>
             <title>The Tide</title><item><title>Quay</title>{fields}</item></channel></rss>"
        );
        parse(feed.as_bytes(), &ParseContext::default()).unwrap().articles.remove(0)
    }

    #[track_caller]
    fn check(fields: &str, caption: &str, credit: &str, authors: &[&str]) {
        let article = article(fields);
        let words =
            [&article.image_caption, &article.image_credit].map(|one| one.as_ref().map_or("", |text| text.as_str()));
        let names: Vec<&str> = article.authors.iter().map(|name| name.as_str()).collect();
        assert_eq!((words, names.as_slice()), ([caption, credit], authors), "{fields}");
    }

    #[test]
    fn caption_and_credit_are_those_of_the_image_that_is_shown() {
        let inside = "<media:description>Boats &amp;amp; nets</media:description><media:credit>Jo Ek</media:credit></media:content>";
        check(&format!("{IMAGE}{inside}<description>Text</description>"), "Boats & nets", "Jo Ek", &[]);
        let beside = "</media:content><media:credit role=\"photographer\">Jo Ek</media:credit><media:description>Boats</media:description>";
        check(&format!("<description>Text</description>{IMAGE}{beside}"), "Boats", "Jo Ek", &[]);
        let second = r#"<media:content medium="image" url="https://example.org/r.jpg"><media:credit>Mo</media:credit></media:content>"#;
        check(&format!("{IMAGE}</media:content>{second}<description>Text</description>"), "", "", &[]);
        check(&format!("<media:thumbnail url=\"https://example.org/t.jpg\"/>{IMAGE}{inside}"), "", "", &[]);
        check("<media:description>Boats</media:description><media:credit>Jo Ek</media:credit>", "", "", &["Jo Ek"]);
    }

    #[test]
    fn who_is_credited_beside_an_image_wrote_it_only_where_nobody_else_did() {
        let credit = format!("{IMAGE}</media:content><media:credit>Jo Ek</media:credit>");
        check(&format!("{credit}<dc:creator>Ann Lee</dc:creator>"), "", "Jo Ek", &["Ann Lee"]);
        check(&credit, "", "Jo Ek", &["Jo Ek"]);
        check(
            &format!("{IMAGE}</media:content><media:credit role=\"author\">Ann Lee</media:credit>"),
            "",
            "Ann Lee",
            &["Ann Lee"],
        );
    }

    #[test]
    fn a_caption_has_at_most_1024_bytes() {
        for length in [1_023, 1_024, 1_025, 100_000] {
            let text = "b".repeat(length);
            let one = article(&format!(
                "{IMAGE}<media:description>{text}</media:description></media:content><description>Text</description>"
            ));
            assert_eq!(one.image_caption.map(|caption| caption.as_str().len()), Some(length.min(1_024)));
        }
    }

    #[test]
    fn a_caption_says_more_than_headline_and_text() {
        for text in ["Quay", "The boats came home.", "Text of it"] {
            let image = format!("{IMAGE}<media:description>{text}</media:description></media:content>");
            let wanted = if text.starts_with("The") { text } else { "" };
            check(
                &format!("{image}<description>&lt;p&gt;Text of it&lt;/p&gt; and more</description>"),
                wanted,
                "",
                &[],
            );
        }
        // It is the only text there is.
        let only = article(&format!("{IMAGE}<media:description>Boats</media:description></media:content>"));
        assert_eq!((only.html.as_str(), only.image_caption), ("<p>Boats</p>", None));
    }
}
