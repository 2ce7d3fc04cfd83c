//! An article as it is read: cleaned on its way out, with the publisher's addresses for the terminal, or with keys and
//! numbers for the window.

use crate::{
    Reader,
    error::{ReaderError, Result},
    images::image_key,
};
use sha2::{Digest, Sha256};
use std::{
    collections::{HashMap, VecDeque},
    sync::PoisonError,
};
use stoppress_feeds::{Cleaned, clean};
use stoppress_model::{ArticleId, ArticlePage, PlainText};
use stoppress_store::{ArticleContent, ArticleRecord};
use url::Url;

/// Articles whose links and images are remembered for the window.
const REMEMBERED: usize = 64;
/// A summary that is the beginning of the text is no standfirst; so many characters decide.
const SAME_BEGINNING: usize = 40;
/// So far into the text a repetition of the summary is looked for, in letters.
const SEARCHED: usize = 2_000;
/// A standfirst is short; longer summaries are cut here, in bytes.
const STANDFIRST_BYTES: usize = 600;

/// What the window may ask about an article it was given: link *n*, image by key.
#[derive(Clone, Debug)]
pub struct OpenedArticle {
    content_key: String,
    links: Vec<String>,
    images: HashMap<String, String>,
    typed_origin: Option<String>,
}

#[derive(Default)]
pub(crate) struct Opened {
    articles: HashMap<ArticleId, OpenedArticle>,
    order: VecDeque<ArticleId>,
}

impl Reader {
    /// An article with cleaned HTML and the publisher's addresses.
    ///
    /// # Errors
    /// `NotFound` where it is neither in the ticker nor saved.
    pub fn article(&self, id: ArticleId) -> Result<ArticlePage> {
        let record = self.store().article(id)?;
        let cleaned = clean(&record.content.html, base(&record.content));
        let html = cleaned.html.as_str().to_owned();
        let image = record.content.image.clone();
        Ok(page(record, &cleaned, html, image))
    }

    /// An article for the window: each link is a number, each image what `image_src` makes of its key. From now on
    /// [`Reader::link`] and [`Reader::image`] know it.
    ///
    /// # Errors
    /// `NotFound` where it is neither in the ticker nor saved.
    pub fn article_for_window(&self, id: ArticleId, image_src: impl Fn(&str) -> String) -> Result<ArticlePage> {
        let record = self.store().article(id)?;
        let cleaned = clean(&record.content.html, base(&record.content));
        let html = cleaned.for_window(|url| Some(image_src(&image_key(url)))).as_str().to_owned();
        let lead = lead_image(&record.content, &cleaned);
        let mut images: HashMap<String, String> =
            cleaned.images.iter().map(|image| (image_key(&image.url), image.url.clone())).collect();
        images.extend(lead.iter().map(|url| (image_key(url), url.clone())));
        let typed_origin = record.typed_origin.clone();
        let page = page(record, &cleaned, html, lead.map(|url| image_src(&image_key(&url))));
        let opened =
            OpenedArticle { content_key: page.content_key.clone(), links: cleaned.links, images, typed_origin };
        self.inner.opened.lock().unwrap_or_else(PoisonError::into_inner).remember(id, opened);
        Ok(page)
    }

    /// The address of link *n* of exactly the content that the window shows.
    ///
    /// # Errors
    /// `BadRequest` where the content is another by now, or has no such link.
    pub fn link(&self, id: ArticleId, link: usize, content_key: &str) -> Result<String> {
        let opened = self.inner.opened.lock().unwrap_or_else(PoisonError::into_inner);
        opened
            .articles
            .get(&id)
            .filter(|article| article.content_key == content_key)
            .and_then(|article| article.links.get(link))
            .cloned()
            .ok_or_else(|| ReaderError::BadRequest("This link is not in the article any more; open it again.".into()))
    }

    /// The publisher's own page of an article.
    ///
    /// # Errors
    /// `NotFound` where the article is gone or its feed gives no address.
    pub fn original(&self, id: ArticleId) -> Result<String> {
        let url = self.store().article(id)?.content.url;
        safe_link(url).ok_or_else(|| ReaderError::NotFound("The source gives no address for this story.".into()))
    }

    /// Where the comments of an article are.
    ///
    /// # Errors
    /// `NotFound` where the article is gone or has none.
    pub fn comments(&self, id: ArticleId) -> Result<String> {
        let url = self.store().article(id)?.content.comments_url;
        safe_link(url).ok_or_else(|| ReaderError::NotFound("The source gives no comments for this story.".into()))
    }

    /// The publisher's site.
    ///
    /// # Errors
    /// `NotFound` where the feed is not followed or names no site.
    pub fn home(&self, feed: stoppress_model::FeedId) -> Result<String> {
        let url = self.store().feed(feed)?.home_url;
        safe_link(url).ok_or_else(|| ReaderError::NotFound("This source names no site of its own.".into()))
    }

    pub(crate) fn opened_image(&self, key: &str) -> Option<(String, Option<String>)> {
        let opened = self.inner.opened.lock().unwrap_or_else(PoisonError::into_inner);
        opened
            .articles
            .values()
            .find_map(|article| Some((article.images.get(key)?.clone(), article.typed_origin.clone())))
    }
}

impl Opened {
    fn remember(&mut self, id: ArticleId, article: OpenedArticle) {
        if self.articles.insert(id, article).is_none() {
            self.order.push_back(id);
        }
        while self.order.len() > REMEMBERED {
            if let Some(oldest) = self.order.pop_front() {
                self.articles.remove(&oldest);
            }
        }
    }
}

/// Every image that reading the article needs, absolute, each once. Slow for large articles.
pub(crate) fn images_of(content: &ArticleContent) -> Vec<String> {
    let cleaned = clean(&content.html, base(content));
    let mut urls: Vec<String> = lead_image(content, &cleaned).into_iter().collect();
    for image in &cleaned.images {
        if !urls.contains(&image.url) {
            urls.push(image.url.clone());
        }
    }
    urls
}

fn base(content: &ArticleContent) -> Option<&str> {
    content.base_url.as_deref().or(content.url.as_deref())
}

/// The lead image where the body does not show it, or another size of it, already.
fn lead_image(content: &ArticleContent, cleaned: &Cleaned) -> Option<String> {
    let lead = safe_link(content.image.clone())?;
    let file = |url: &str| url.split(['?', '#']).next().unwrap_or(url).to_owned();
    let shown = cleaned.images.iter().any(|image| file(&image.url) == file(&lead));
    (!shown).then_some(lead)
}

/// Only http and https leave the app.
fn safe_link(url: Option<String>) -> Option<String> {
    let url = Url::parse(&url?).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.to_string())
}

fn page(record: ArticleRecord, cleaned: &Cleaned, html: String, image: Option<String>) -> ArticlePage {
    let content = record.content;
    let text = cleaned.text();
    let content_key =
        Sha256::digest(html.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
    ArticlePage {
        id: record.id,
        title: content.title,
        url: content.url,
        feed_id: record.feed_id,
        feed_title: record.feed_title,
        followed: record.followed,
        authors: content.authors,
        time: record.time,
        published: content.published,
        updated: content.updated,
        language: content.language,
        direction: content.direction,
        summary: content.summary.and_then(|summary| standfirst(&summary, &text)),
        html,
        text,
        image,
        enclosures: content.enclosures,
        categories: content.categories,
        comments_url: content.comments_url,
        comments_count: content.comments_count,
        read: record.read,
        saved: record.save_state.is_some(),
        save_state: record.save_state,
        missing_images: record.missing_images,
        content_key,
    }
}

fn standfirst(summary: &PlainText, text: &str) -> Option<PlainText> {
    let letters = |text: &str, most: usize| text.chars().filter(|c| c.is_alphanumeric()).take(most).collect::<String>();
    let beginning = letters(summary.as_str(), SAME_BEGINNING);
    // A caption or a place may stand before the sentence that the summary repeats.
    let same = beginning.is_empty() || letters(text, SEARCHED).contains(&beginning);
    (!same).then(|| PlainText::new(summary.as_str(), STANDFIRST_BYTES))
}

#[cfg(test)]
mod tests {
    use super::standfirst;
    use stoppress_model::PlainText;

    #[test]
    fn a_summary_that_the_text_repeats_is_no_standfirst() {
        let check = |summary: &str, text: &str, shown: bool| {
            assert_eq!(standfirst(&PlainText::new(summary, 1000), text).is_some(), shown, "{summary}");
        };
        check("At twenty to two the room…", "The array at dusk.\n\nAt twenty to two the room stopped.", false);
        check("Six hours without imported power.", "At twenty to two the room stopped.", true);
        check("", "Text", false);
        check("北極圏の観測網", "北極圏の観測網、海氷", false);
    }
}
