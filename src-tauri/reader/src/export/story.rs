//! One article, ready to be written in any form.

use crate::{Reader, error::Result, page::lead_image};
use stoppress_feeds::{CleanImage, Cleaned, is_language};
use stoppress_model::{ArticleId, ArticlePage, Direction, PlainText, Timestamp};

pub(super) struct Story {
    pub(super) page: ArticlePage,
    pub(super) text: Cleaned,
    /// The image above the text, where the text does not show it.
    pub(super) lead: Option<CleanImage>,
    pub(super) saved_at: Option<Timestamp>,
    address: Option<String>,
}

impl Story {
    pub(super) fn read(reader: &Reader, id: ArticleId, saved_at: Option<Timestamp>) -> Result<Self> {
        let (page, text) = reader.article_and_text(id)?;
        let lead = lead_image(page.image.as_deref(), &text).map(|url| CleanImage {
            url,
            alt: String::new(),
            width: None,
            height: None,
        });
        let address = page.url.as_deref().filter(|url| is_web(url)).map(stoppress_feeds::without_trackers);
        Ok(Story { page, text, lead, saved_at, address })
    }

    /// The headline, or what stands for it.
    pub(super) fn title(&self) -> &str {
        match self.page.title.as_str() {
            "" => self.page.url.as_deref().unwrap_or("Untitled"),
            title => title,
        }
    }

    /// Every image, the one above the text first.
    pub(super) fn images(&self) -> Vec<&CleanImage> {
        self.lead.iter().chain(&self.text.images).collect()
    }

    /// What stands below the image above the text: what is on it, and who made it.
    pub(super) fn caption(&self) -> Option<String> {
        let words = [&self.page.image_caption, &self.page.image_credit];
        let words: Vec<&str> = words.into_iter().flatten().map(PlainText::as_str).collect();
        (self.lead.is_some() && !words.is_empty()).then(|| words.join(" · "))
    }

    pub(super) fn language(&self) -> Option<&str> {
        self.page.language.as_deref().filter(|tag| is_language(tag))
    }

    pub(super) fn is_rtl(&self) -> bool {
        self.page.direction == Some(Direction::Rtl)
    }

    /// The article at its publisher, where it is an address of the web.
    pub(super) fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }

    pub(super) fn authors(&self) -> Vec<&str> {
        self.page.authors.iter().map(stoppress_model::PlainText::as_str).filter(|name| !name.is_empty()).collect()
    }

    /// Source, writers and time in one line.
    pub(super) fn line(&self) -> String {
        let authors = self.authors().join(", ");
        let time = minute(self.page.published.unwrap_or(self.page.time));
        let parts = [self.page.feed_title.as_str(), &authors, &time];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

fn is_web(address: &str) -> bool {
    url::Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
}

/// `2026-11-25 16:35 UTC`
fn minute(time: Timestamp) -> String {
    let text = time.to_string();
    format!("{} {} UTC", &text[..10], &text[11..16])
}
