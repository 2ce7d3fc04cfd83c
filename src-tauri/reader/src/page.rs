//! An article as it is read: cleaned on its way out, with the publisher's addresses for the terminal, or with keys and
//! numbers for the window.

use crate::{
    Reader,
    comments::comment_feed,
    error::{ReaderError, Result},
    images::image_key,
};
use sha2::{Digest, Sha256};
use std::{
    collections::{HashMap, VecDeque},
    sync::{MutexGuard, PoisonError},
};
use stoppress_feeds::{Cleaned, clean, without_trackers};
use stoppress_model::{
    ArticleId, ArticlePage, Direction, FeedDirection, FeedId, FeedImages, ImagePolicy, PlainText, ShownText, TextMode,
};
use stoppress_store::{ArticleRecord, FullTextResult};
use url::Url;

/// Articles whose links and images are remembered for the window.
const REMEMBERED: usize = 64;
/// A summary that is the beginning of the text is no standfirst; so many characters decide.
const SAME_BEGINNING: usize = 40;
/// So far into the text a repetition of the summary is looked for, in letters.
const SEARCHED: usize = 2_000;
/// A standfirst is short; longer summaries are cut here, in bytes.
const STANDFIRST_BYTES: usize = 600;

const FULL_TEXT_LOST: &str = "The full story is damaged in the library. This is the text of the source.";

/// What the window may ask about an article it was given: link *n*, image by key.
#[derive(Clone, Debug)]
pub struct OpenedArticle {
    content_key: String,
    links: Vec<String>,
    images: HashMap<String, String>,
    typed_origin: Option<String>,
}

/// What the window was given last: of the articles that were opened, and of their comments.
#[derive(Default)]
pub(crate) struct Opened {
    articles: HashMap<ArticleId, OpenedArticle>,
    comments: HashMap<ArticleId, (String, Vec<String>)>,
    order: VecDeque<ArticleId>,
}

impl Reader {
    /// An article with cleaned HTML and the publisher's addresses.
    ///
    /// # Errors
    /// `NotFound` where it is neither in the ticker nor saved.
    pub fn article(&self, id: ArticleId) -> Result<ArticlePage> {
        Ok(self.article_and_text(id)?.0)
    }

    /// An article as [`Reader::article`] gives it, with what the cleaner made of its text.
    pub(crate) fn article_and_text(&self, id: ArticleId) -> Result<(ArticlePage, Cleaned)> {
        let record = self.record(id)?;
        let text = Text::of(&record, None);
        let cleaned = text.cleaned();
        let html = cleaned.html.as_str().to_owned();
        let image = text.image.map(str::to_owned);
        let (shown, has_other) = (text.shown, text.has_other);
        Ok((page(record, &cleaned, html, image, shown, has_other), cleaned))
    }

    /// An article for the window, in the text that `shown` asks for where it is here, else in the one that its feed's mode
    /// chooses: each link is a number, each image what `image_src` makes of its key. Images that the reader has chosen not
    /// to see are left out unless `with_images`. From now on
    /// [`Reader::link`] and [`Reader::image`] know it.
    ///
    /// # Errors
    /// `NotFound` where it is neither in the ticker nor saved.
    pub fn article_for_window(
        &self,
        id: ArticleId,
        shown: Option<ShownText>,
        with_images: bool,
        image_src: impl Fn(&str) -> String,
    ) -> Result<ArticlePage> {
        let record = self.record(id)?;
        // What was saved or packed is here already; showing it asks nobody.
        let here = record.save_state.is_some() || record.packed;
        let never = match record.feed_settings.images {
            FeedImages::Inherit => self.settings()?.images == ImagePolicy::Never,
            FeedImages::Never => true,
            FeedImages::Opened => false,
        };
        let hides = !with_images && !here && never;
        let text = Text::of(&record, shown);
        let cleaned = text.cleaned();
        let own = self.store().images_of_its_own(id)?;
        let image_key = |url: &str| {
            let key = image_key(url);
            own.get(&key).cloned().unwrap_or(key)
        };
        let html = cleaned.for_window(|url| (!hides).then(|| image_src(&image_key(url)))).as_str().to_owned();
        let lead = lead_image(text.image, &cleaned);
        let all_images = u32::try_from(cleaned.images.len() + lead.iter().count()).unwrap_or(u32::MAX);
        let lead = lead.filter(|_| !hides);
        let (shown, has_other) = (text.shown, text.has_other);
        let shown_images = if hides { &[][..] } else { &cleaned.images[..] };
        let mut images: HashMap<String, String> =
            shown_images.iter().map(|image| (image_key(&image.url), image.url.clone())).collect();
        images.extend(lead.iter().map(|url| (image_key(url), url.clone())));
        let typed_origin = record.typed_origin.clone();
        let lead = lead.map(|url| image_src(&image_key(&url)));
        let mut page = page(record, &cleaned, html, lead, shown, has_other);
        page.icon = page.icon.map(|key| image_src(&key));
        page.hidden_images = if hides { all_images } else { 0 };
        let opened =
            OpenedArticle { content_key: page.content_key.clone(), links: cleaned.links, images, typed_origin };
        self.opened().remember(id, opened);
        Ok(page)
    }

    /// An article as the library has it. A full text that is lost takes the text of the source away from nobody.
    pub(crate) fn record(&self, id: ArticleId) -> Result<ArticleRecord> {
        let error = match self.read_whole(id, |store| store.article(id)) {
            Err(error) if error.is_of_one_story() => error,
            read => return read,
        };
        match self.store().article_as_fed(id) {
            Ok(record) if !record.content.html.trim().is_empty() => {
                Ok(ArticleRecord { full: Some(FullTextResult::None(FULL_TEXT_LOST.into())), ..record })
            }
            _ => Err(error),
        }
    }

    /// The address of link *n* of exactly the content that the window shows: an article, or its comments.
    ///
    /// # Errors
    /// `BadRequest` where the content is another by now, or has no such link.
    pub fn link(&self, id: ArticleId, link: usize, content_key: &str) -> Result<String> {
        let opened = self.opened();
        let links = match (opened.articles.get(&id), opened.comments.get(&id)) {
            (Some(article), _) if article.content_key == content_key => Some(&article.links),
            (_, Some((key, links))) if key == content_key => Some(links),
            _ => None,
        };
        links
            .and_then(|links| links.get(link))
            .cloned()
            .ok_or_else(|| ReaderError::BadRequest("This link is not in the article any more; open it again.".into()))
    }

    /// The publisher's own page of an article.
    ///
    /// # Errors
    /// `NotFound` where the article is gone or its feed gives no address.
    pub fn original(&self, id: ArticleId) -> Result<String> {
        let url = self.record(id)?.content.url;
        safe_link(url).ok_or_else(|| ReaderError::NotFound("The source gives no address for this story.".into()))
    }

    /// The page where the comments of an article are.
    ///
    /// # Errors
    /// `NotFound` where the article is gone or has none.
    pub fn comments_address(&self, id: ArticleId) -> Result<String> {
        let url = self.record(id)?.content.comments_url;
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

    pub(crate) fn opened(&self) -> MutexGuard<'_, Opened> {
        self.inner.opened.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn opened_image(&self, key: &str) -> Option<(String, Option<String>)> {
        self.opened()
            .articles
            .values()
            .find_map(|article| Some((article.images.get(key)?.clone(), article.typed_origin.clone())))
    }
}

impl Opened {
    fn remember(&mut self, id: ArticleId, article: OpenedArticle) {
        self.articles.insert(id, article);
        self.touch(id);
    }

    pub(crate) fn remember_comments(&mut self, id: ArticleId, content_key: String, links: Vec<String>) {
        self.comments.insert(id, (content_key, links));
        self.touch(id);
    }

    pub(crate) fn image_keys(&self, id: ArticleId) -> Vec<String> {
        self.articles.get(&id).map(|article| article.images.keys().cloned().collect()).unwrap_or_default()
    }

    fn touch(&mut self, id: ArticleId) {
        if !self.order.contains(&id) {
            self.order.push_back(id);
        }
        while self.order.len() > REMEMBERED {
            if let Some(oldest) = self.order.pop_front() {
                self.articles.remove(&oldest);
                self.comments.remove(&oldest);
            }
        }
    }
}

/// By the mode of its feed, and where that is to be judged, by what the feed gives.
fn is_wanted_in_full(record: &ArticleRecord) -> bool {
    match record.text_mode {
        TextMode::Feed => false,
        TextMode::Full => true,
        TextMode::Auto => record.truncated || record.content.html.trim().is_empty(),
    }
}

/// The text of an article that is shown, and what belongs to it.
struct Text<'a> {
    html: &'a str,
    base: Option<&'a str>,
    image: Option<&'a str>,
    shown: ShownText,
    has_other: bool,
}

impl<'a> Text<'a> {
    fn of(record: &'a ArticleRecord, asked: Option<ShownText>) -> Self {
        let content = &record.content;
        let full = match &record.full {
            Some(FullTextResult::Found(full)) => Some(full),
            _ => None,
        };
        let wants_full = asked.map_or_else(|| is_wanted_in_full(record), |shown| shown == ShownText::Full);
        match full {
            Some(full) if wants_full => Text {
                html: &full.html,
                base: Some(&full.url),
                image: full.image.as_deref().or(content.image.as_deref()),
                shown: ShownText::Full,
                has_other: !content.html.trim().is_empty(),
            },
            _ => Text {
                html: &content.html,
                base: content.base_url.as_deref().or(content.url.as_deref()),
                image: content.image.as_deref(),
                shown: ShownText::Feed,
                has_other: full.is_some(),
            },
        }
    }

    fn cleaned(&self) -> Cleaned {
        clean(self.html, self.base)
    }

    fn images(&self) -> Vec<String> {
        let cleaned = self.cleaned();
        lead_image(self.image, &cleaned).into_iter().chain(cleaned.images.into_iter().map(|image| image.url)).collect()
    }
}

/// Every image that reading the article needs, in either text, absolute, each once. Slow for large articles.
pub(crate) fn images_of(record: &ArticleRecord) -> Vec<String> {
    let mut urls: Vec<String> = Vec::new();
    for shown in [ShownText::Full, ShownText::Feed] {
        for url in Text::of(record, Some(shown)).images() {
            if !urls.contains(&url) {
                urls.push(url);
            }
        }
    }
    urls
}

/// The lead image where the body does not show it, or another size of it, already.
pub(crate) fn lead_image(image: Option<&str>, cleaned: &Cleaned) -> Option<String> {
    let lead = safe_link(image.map(str::to_owned))?;
    let file = |url: &str| url.split(['?', '#']).next().unwrap_or(url).to_owned();
    let shown = cleaned.images.iter().any(|image| file(&image.url) == file(&lead));
    (!shown).then_some(lead)
}

/// Only http and https leave the app.
fn safe_link(url: Option<String>) -> Option<String> {
    let url = Url::parse(&url?).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.to_string())
}

fn page(
    record: ArticleRecord,
    cleaned: &Cleaned,
    html: String,
    image: Option<String>,
    shown: ShownText,
    has_other: bool,
) -> ArticlePage {
    let has_comment_feed = comment_feed(&record).is_some();
    let is_found = matches!(record.full, Some(FullTextResult::Found(_)));
    let wants_full = !is_found && is_wanted_in_full(&record);
    // What the feed says of its image holds of no other.
    let is_described = match (&record.full, shown) {
        (Some(FullTextResult::Found(full)), ShownText::Full) => {
            full.image.is_none() || full.image == record.content.image
        }
        _ => true,
    } && image.is_some();
    let mut content = record.content;
    let mut full_note = None;
    match record.full {
        // A page that was saved by its address knows nothing but what the page said.
        Some(FullTextResult::Found(full)) if record.feed_id == FeedId(0) => {
            // The name that a list gave it may be the reader's own.
            let is_unnamed = content.title.is_empty() || Some(content.title.as_str()) == content.url.as_deref();
            if is_unnamed && !full.title.is_empty() {
                content.title = full.title;
            }
            content.authors = full.authors;
            content.published = full.published;
            content.language = full.language;
            content.direction = full.direction;
        }
        Some(FullTextResult::None(note)) => full_note = Some(note),
        _ => {}
    }
    content.direction = match record.feed_settings.direction {
        FeedDirection::Auto => content.direction,
        FeedDirection::Ltr => Some(Direction::Ltr),
        FeedDirection::Rtl => Some(Direction::Rtl),
    };
    let text = cleaned.text();
    let content_key = content_key(std::iter::once(cleaned.html.as_str()), &cleaned.links);
    ArticlePage {
        id: record.id,
        title: content.title,
        share_url: safe_link(content.url.clone()).map(|url| without_trackers(&url)),
        url: content.url,
        feed_id: record.feed_id,
        feed_title: record.feed_title,
        icon: record.icon,
        followed: record.followed,
        authors: content.authors,
        time: record.time,
        published: content.published,
        updated: content.updated,
        edited_at: record.edited_at,
        language: content.language,
        direction: content.direction,
        summary: content.summary.and_then(|summary| standfirst(&summary, &text)),
        html,
        text,
        image,
        image_caption: content.image_caption.filter(|_| is_described),
        image_credit: content.image_credit.filter(|_| is_described),
        enclosures: content.enclosures,
        categories: content.categories,
        comments_url: content.comments_url,
        comments_count: content.comments_count,
        has_comment_feed,
        read: record.read,
        saved: record.save_state.is_some(),
        save_state: record.save_state,
        missing_images: record.missing_images,
        shown,
        has_other,
        wants_full,
        full_note,
        hidden_images: 0,
        position: record.position,
        tags: record.tags,
        content_key,
    }
}

/// Names exactly this HTML, with the addresses that the numbers of the window's links stand for.
pub(crate) fn content_key<'a>(html: impl Iterator<Item = &'a str>, links: &[String]) -> String {
    let mut digest = Sha256::new();
    html.for_each(|part| digest.update(part));
    links.iter().for_each(|link| digest.update(link));
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
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
