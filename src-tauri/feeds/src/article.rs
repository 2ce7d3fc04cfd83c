//! One RSS item or Atom entry: from its element to an article.

use crate::address::{join_base, resolve};
use crate::body::{self, Body};
use crate::caps;
use crate::caption::ImageWords;
use crate::date;
use crate::names::Ns;
use crate::parsed::{ArticleKey, ArticleSource, ParsedArticle};
use crate::people;
use crate::rights::Rights;
use crate::text::plain;
use crate::tree::Element;
use stoppress_model::{Enclosure, PlainText, Timestamp};

/// An article before it has its key.
pub(crate) struct Draft {
    pub(crate) article: ParsedArticle,
    /// Empty where the feed gives none.
    pub(crate) guid: String,
}

/// Reads an item; `base` is the feed's own address.
pub(crate) fn read(item: &Element, base: Option<&str>) -> Draft {
    let mut reading = Reading::new(join_base(base, item.base.as_deref()));
    reading.language = item.language.as_deref().map(str::to_owned);
    for field in item.elements() {
        reading.take(field);
    }
    reading.finish(item, base)
}

/// What has been met of an item so far.
#[derive(Default)]
struct Reading {
    base: Option<String>,
    title: Option<String>,
    other_title: Option<String>,
    link: Option<String>,
    link_rank: u8,
    guid: String,
    permalink: Option<String>,
    published: Dates,
    updated: Dates,
    body: Body,
    authors: Vec<PlainText>,
    /// Who is credited without a word for what: writers only where nobody else is named.
    credited: Vec<PlainText>,
    categories: Vec<PlainText>,
    enclosures: Vec<Enclosure>,
    images: [Option<String>; 4],
    image_words: ImageWords,
    comments_url: Option<String>,
    comments_feed: Option<String>,
    comments_count: Option<u64>,
    in_reply_to: Option<String>,
    source: Option<ArticleSource>,
    /// Who wrote the entry, where it names nobody itself (RFC 4287, 4.2.1).
    source_authors: Vec<PlainText>,
    rights: Rights,
    language: Option<String>,
}

/// The best date met so far and how good its element is.
#[derive(Default)]
struct Dates(Option<Timestamp>, u8);

impl Dates {
    fn take(&mut self, text: &str, rank: u8) {
        if rank >= self.1
            && let Some(time) = date::parse(text)
        {
            *self = Dates(Some(time), rank);
        }
    }
}

/// Places in `Reading::images`, best first.
const THUMBNAIL: usize = 0;
const ITUNES: usize = 1;
const ENCLOSED: usize = 2;
const PLAIN_IMAGE: usize = 3;

impl Reading {
    fn new(base: Option<String>) -> Self {
        Reading { base, ..Reading::default() }
    }

    fn take(&mut self, field: &Element) {
        let name: &str = &field.name;
        if self.rights.take(field, self.base.as_deref()) {
            return;
        }
        match (field.ns, name) {
            (Ns::Core | Ns::Atom, _) => self.take_core(field, name),
            (Ns::Dc, "title") => self.other_title = self.other_title.take().or_else(|| Some(plain(&field.text()))),
            (Ns::Dc, "creator" | "author") => people::add(&mut self.authors, &field.text()),
            (Ns::Dc, "contributor") if self.authors.is_empty() => people::add(&mut self.authors, &field.text()),
            (Ns::Dc, "subject") => self.add_category(&field.text()),
            (Ns::Dc, "date") => self.published.take(&field.text(), 3),
            (Ns::DcTerms, "issued" | "available") => self.published.take(&field.text(), 4),
            (Ns::DcTerms, "created") => self.published.take(&field.text(), 1),
            (Ns::DcTerms, "modified") => self.updated.take(&field.text(), 2),
            (Ns::Dc, "language") => self.language = Some(field.text().trim().to_owned()).filter(|l| !l.is_empty()),
            (Ns::Slash, "comments") => self.comments_count = self.comments_count.or(field.text().trim().parse().ok()),
            (Ns::Thr, "total") => self.comments_count = field.text().trim().parse().ok().or(self.comments_count),
            (Ns::Thr, "in-reply-to") => self.take_reply(field),
            (Ns::Wfw, "commentrss" | "commentsrss") => {
                self.comments_feed = self.comments_feed.take().or_else(|| self.resolve(field, &field.text()));
            }
            (Ns::Media, _) => {
                self.image_words.take_beside(field);
                self.take_media(field, name);
            }
            (Ns::Itunes, "author") => people::add(&mut self.authors, &field.text()),
            (Ns::Itunes, "image") => {
                self.set_image(
                    ITUNES,
                    field,
                    field.attribute("href").or(field.attribute("url")).unwrap_or(&field.text()),
                );
            }
            (Ns::Itunes, "title") => self.other_title = self.other_title.take().or_else(|| Some(plain(&field.text()))),
            _ => self.body.take(field),
        }
    }

    fn take_core(&mut self, field: &Element, name: &str) {
        match name {
            "title" => {
                if self.title.as_deref().is_none_or(|t| t.trim().is_empty()) {
                    self.title = Some(body::text_construct(field));
                }
            }
            "link" => self.take_link(field),
            "guid" | "id" => self.take_guid(field, name),
            "pubdate" => self.published.take(&field.text(), 7),
            "published" => self.published.take(&field.text(), 6),
            "issued" => self.published.take(&field.text(), 5),
            "date" | "created" => self.published.take(&field.text(), 2),
            "updated" => self.updated.take(&field.text(), 4),
            "modified" => self.updated.take(&field.text(), 3),
            "author" => people::add_element(&mut self.authors, field),
            "category" => {
                self.add_category(field.attribute("label").or(field.attribute("term")).unwrap_or(&field.text()))
            }
            "source" => self.take_source(field),
            "comments" => self.comments_url = self.resolve(field, &field.text()).or(self.comments_url.take()),
            "enclosure" => self.add_enclosure(field, field.attribute("url").or(field.attribute("href"))),
            "image" => {
                let nested = field.elements().find(|e| e.name == "url").map(|e| e.text().into_owned());
                let given = nested.unwrap_or_else(|| field.text().into_owned());
                self.set_image(
                    PLAIN_IMAGE,
                    field,
                    field.attribute("href").or(field.attribute("url")).unwrap_or(&given),
                );
            }
            _ => self.body.take(field),
        }
    }

    fn take_link(&mut self, link: &Element) {
        let Some(href) = link.attribute("href") else {
            // RSS: the text is the address. Of several the last counts, as in feedparser and gofeed.
            let address = self.resolve(link, &link.text());
            if address.is_some() {
                self.link_rank = 4;
                self.link = address;
            }
            return;
        };
        let kind = link.attribute("type").unwrap_or("").to_ascii_lowercase();
        let rel = link.attribute("rel").unwrap_or("alternate").trim().to_ascii_lowercase();
        let registered = ["http://www.iana.org/assignments/relation/", "https://www.iana.org/assignments/relation/"];
        let rel = registered.iter().find_map(|registry| rel.strip_prefix(registry)).unwrap_or(&rel);
        match rel {
            "alternate" | "" => {
                let rank = match (kind.is_empty() || kind.contains("html"), link.ns) {
                    (true, Ns::Core) => 4,
                    (true, _) => 3,
                    (false, _) => 2,
                };
                self.set_link(link, href, rank);
            }
            "enclosure" => self.add_enclosure(link, Some(href)),
            "replies" | "comments" => {
                if let Some(count) = link.attribute_in(Ns::Thr, "count").and_then(|c| c.parse().ok()) {
                    self.comments_count = self.comments_count.or(Some(count));
                }
                let address = self.resolve(link, href);
                let is_feed = kind.contains("xml") && !kind.contains("xhtml") || kind.contains("json");
                let place = if is_feed { &mut self.comments_feed } else { &mut self.comments_url };
                *place = place.take().or(address);
            }
            "related" | "via" => self.set_link(link, href, 1),
            _ => {}
        }
    }

    /// What the item answers, by the name its feed has for it; by its address where it has no name.
    fn take_reply(&mut self, field: &Element) {
        let given = |name: &str| field.attribute(name).or(field.attribute_in(Ns::Thr, name)).filter(|v| !v.is_empty());
        let answered = given("ref").or(given("href")).filter(|name| name.len() <= caps::URL_BYTES);
        self.in_reply_to = self.in_reply_to.take().or_else(|| answered.map(str::to_owned));
    }

    /// RSS names another feed in one element, Atom describes it as a feed.
    fn take_source(&mut self, field: &Element) {
        let part = |name: &str| field.elements().find(|inner| inner.name == name);
        let title = part("title").map_or_else(|| plain(&field.text()), body::text_construct);
        let linked = |rel: &str| {
            let links = field.elements().filter(|inner| inner.name == "link");
            let mut links = links.filter(|link| link.attribute("rel").unwrap_or("alternate") == rel);
            links.find_map(|link| self.resolve(link, link.attribute("href")?))
        };
        let own = || field.attribute("url").and_then(|url| self.resolve(field, url));
        let url = linked("alternate").or_else(own).or_else(|| linked("self"));
        let title = PlainText::new(&title, caps::NAME_BYTES);
        let authors = field.elements().filter(|inner| inner.is_core() && inner.name == "author");
        authors.for_each(|author| people::add_element(&mut self.source_authors, author));
        if url.is_some() || !title.is_empty() {
            self.source = self.source.take().or(Some(ArticleSource { title, url }));
        }
    }

    fn set_link(&mut self, link: &Element, href: &str, rank: u8) {
        if rank >= self.link_rank
            && let Some(address) = self.resolve(link, href)
        {
            self.link = Some(address);
            self.link_rank = rank;
        }
    }

    fn take_guid(&mut self, field: &Element, name: &str) {
        let text = field.text();
        let text = text.trim();
        if text.is_empty() || !self.guid.is_empty() {
            return;
        }
        self.guid = text.to_owned();
        let says_no = field.attribute("ispermalink").is_some_and(|v| v.eq_ignore_ascii_case("false"));
        let has_scheme = text.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("http"));
        if !says_no && (has_scheme || (name == "guid" && text.starts_with('/'))) {
            self.permalink = resolve(text, self.base.as_deref());
        }
    }

    fn take_media(&mut self, field: &Element, name: &str) {
        match name {
            "group" | "content" => {
                let is_image = name == "content"
                    && (field.attribute("medium") == Some("image")
                        || field.attribute("type").is_some_and(|t| t.starts_with("image/")));
                if name == "content" {
                    if is_image {
                        let is_first = self.images[ENCLOSED].is_none();
                        self.set_image(ENCLOSED, field, field.attribute("url").unwrap_or(""));
                        if is_first && self.images[ENCLOSED].is_some() {
                            self.image_words.take_inside(field);
                        }
                    } else {
                        self.add_enclosure(field, field.attribute("url"));
                    }
                }
                // Who is credited inside of an image made it.
                let is_taken = |inner: &&Element| inner.ns == Ns::Media && !(is_image && inner.name == "credit");
                for inner in field.elements().filter(is_taken) {
                    self.take_media(inner, &inner.name);
                }
            }
            // An avatar or an icon is no picture of the article.
            "thumbnail" if field.attribute("width").and_then(|w| w.parse().ok()).is_some_and(|w: u32| w < 60) => {}
            "thumbnail" => self.set_image(THUMBNAIL, field, field.attribute("url").unwrap_or(&field.text())),
            "title" => self.other_title = self.other_title.take().or_else(|| Some(plain(&field.text()))),
            "credit" => match field.attribute("role") {
                Some("author") => people::add(&mut self.authors, &field.text()),
                None => people::add(&mut self.credited, &field.text()),
                Some(_) => {}
            },
            "comments" | "community" => {}
            _ => self.body.take(field),
        }
    }

    fn set_image(&mut self, place: usize, field: &Element, address: &str) {
        if self.images[place].is_none() {
            self.images[place] = self.resolve(field, address);
        }
    }

    fn add_enclosure(&mut self, field: &Element, address: Option<&str>) {
        let Some(url) = address.and_then(|address| self.resolve(field, address)) else { return };
        if self.enclosures.len() >= caps::ENCLOSURES || self.enclosures.iter().any(|known| known.url == url) {
            return;
        }
        let mime = field.attribute("type").filter(|t| !t.is_empty()).map(str::to_owned);
        let length = field.attribute("length").or(field.attribute("filesize")).and_then(|l| l.parse().ok());
        if mime.as_deref().is_some_and(|m| m.starts_with("image/")) && self.images[ENCLOSED].is_none() {
            self.images[ENCLOSED] = Some(url.clone());
        }
        self.enclosures.push(Enclosure { url, mime, length });
    }

    fn add_category(&mut self, text: &str) {
        let category = PlainText::new(&plain(text), caps::NAME_BYTES);
        if !category.is_empty() && self.categories.len() < caps::CATEGORIES && !self.categories.contains(&category) {
            self.categories.push(category);
        }
    }

    fn resolve(&self, field: &Element, address: &str) -> Option<String> {
        match &field.base {
            Some(base) => resolve(address, join_base(self.base.as_deref(), Some(base)).as_deref()),
            None => resolve(address, self.base.as_deref()),
        }
    }

    fn finish(self, item: &Element, feed: Option<&str>) -> Draft {
        let about = item.attribute_in(Ns::Rdf, "about").unwrap_or("");
        let guid = if self.guid.is_empty() { about.to_owned() } else { self.guid };
        let url = self.link.or(self.permalink);
        let base = item
            .base
            .is_some()
            .then(|| self.base.clone())
            .flatten()
            .or_else(|| url.clone())
            .or(feed.map(str::to_owned));
        let (html, summary, body_base) = self.body.finish();
        let base = join_base(base.as_deref(), body_base.as_deref());
        let title = self.title.filter(|t| !t.trim().is_empty()).or(self.other_title).unwrap_or_default();
        let published = self.published.0.or(self.updated.0);
        let id = Some(guid.clone()).filter(|guid| !guid.is_empty());
        let is_described = self.images[..ENCLOSED].iter().all(Option::is_none) && self.images[ENCLOSED].is_some();
        let image = self.images.into_iter().flatten().next();
        let title = body::headline(&title, &html);
        let (image_caption, image_credit) = match is_described {
            true => self.image_words.finish(title.as_str(), summary.as_ref(), &html),
            false => (None, None),
        };
        let article = ParsedArticle {
            key: ArticleKey([0; 16]),
            guid: id,
            title,
            url,
            published,
            updated: self.updated.0,
            authors: [self.authors, self.credited, self.source_authors]
                .into_iter()
                .find(|some| !some.is_empty())
                .unwrap_or_default(),
            summary,
            image: image.or_else(|| body::first_image(&html, base.as_deref())),
            image_caption,
            image_credit,
            html,
            base,
            enclosures: self.enclosures,
            categories: self.categories,
            comments_url: self.comments_url,
            comments_feed: self.comments_feed,
            comments_count: self.comments_count,
            in_reply_to: self.in_reply_to,
            source: self.source,
            rights: self.rights.words,
            licence: self.rights.licence,
            language: self.language,
            direction: None,
            content_hash: [0; 16],
        };
        Draft { article, guid }
    }
}
