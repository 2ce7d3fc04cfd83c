//! What a page says of itself: JSON-LD, meta elements, `lang` and `dir`.

use super::bylines;
use super::titles::{self, Headings, is_like};
use crate::text::{decode_references, plain};
use crate::{caps, date};
use dom_query::{Document, NodeRef};
use serde_json::Value;
use std::collections::HashMap;
use stoppress_model::{Direction, PlainText, Timestamp};
use url::Url;

#[derive(Default)]
pub(super) struct Facts {
    /// What addresses resolve against.
    pub base: Option<Url>,
    pub published: Option<Timestamp>,
    pub language: Option<String>,
    pub image: Option<String>,
    /// The whole text as JSON-LD gives it, where it gives one.
    pub body: Option<String>,
    /// False where the page says that it is for subscribers.
    pub is_free: Option<bool>,
    /// True where the page says that it is an article.
    pub is_article: bool,
    /// The address that the page gives itself.
    canonical: Option<Url>,
    /// Every spelling of the headline, the best first.
    pub titles: Vec<String>,
    names: Vec<String>,
    site: Option<String>,
    /// True where the names are those of a byline, and not given for machines.
    are_names_shown: bool,
    /// Every name of the site.
    sites: Vec<String>,
    /// Names by the `@id` of what they name.
    known: HashMap<String, String>,
    /// The headlines that JSON-LD gives, each with its name.
    claims: Vec<[Option<String>; 2]>,
    direction: Option<Direction>,
}

impl Facts {
    pub(super) fn of(document: &Document, url: &str) -> Facts {
        let mut facts = Facts { base: Url::parse(url).ok(), ..Facts::default() };
        if let Some(href) = document.select_single("base[href]").attr("href")
            && let Some(base) = facts.join(&href)
        {
            facts.base = Some(base);
        }
        let scripts = document.select(r#"script[type="application/ld+json"]"#);
        let texts = scripts.nodes().iter().take(32).map(NodeRef::text);
        let values: Vec<Value> =
            texts.filter(|text| text.len() <= caps::ARTICLE_BYTES).filter_map(|text| json(&text)).collect();
        values.iter().for_each(|value| facts.read_names(value, 0));
        values.iter().for_each(|value| facts.read_json(value, 0));
        facts.read_metas(document);
        let canonical = document.select_single("link[rel=canonical]").attr("href");
        let canonical = canonical.or_else(|| document.select_single("meta[property='og:url']").attr("content"));
        facts.canonical = canonical.and_then(|address| facts.join(&address));
        facts.read_tree(document);
        facts.titles.retain(|title| !title.is_empty());
        facts
    }

    fn join(&self, address: &str) -> Option<Url> {
        match &self.base {
            Some(base) => base.join(address.trim()).ok(),
            None => Url::parse(address.trim()).ok(),
        }
    }

    /// An absolute http address, or nothing.
    pub(super) fn absolute(&self, address: &str) -> Option<String> {
        if address.len() > caps::URL_BYTES {
            return None;
        }
        self.join(address).filter(|url| matches!(url.scheme(), "http" | "https")).map(Into::into)
    }

    /// True for an address of the same site.
    pub(super) fn is_own(&self, address: &str) -> bool {
        let site = |url: &Url| url.host_str().map(|host| host.trim_start_matches("www.").to_owned());
        let link = Url::parse(address).ok().as_ref().and_then(site);
        link.is_some() && [&self.base, &self.canonical].into_iter().flatten().any(|own| site(own) == link)
    }

    /// True for an address of another page of the same site: not this one, and no file.
    pub(super) fn is_another_page(&self, address: &str) -> bool {
        const FILES: &[&str] = &[
            "pdf", "csv", "zip", "gz", "tgz", "7z", "xls", "xlsx", "ods", "doc", "docx", "odt", "ppt", "pptx", "json",
            "xml", "txt", "epub", "mp3", "mp4", "ics", "geojson", "ipynb",
        ];
        let Ok(url) = Url::parse(address) else { return false };
        let is_same = |own: &Url| own.host_str() == url.host_str() && own.path() == url.path();
        let file = url.path().rsplit('/').next().unwrap_or("");
        let is_file = file.rsplit_once('.').is_some_and(|(_, end)| FILES.contains(&&*end.to_ascii_lowercase()));
        self.is_own(address) && !is_file && ![&self.base, &self.canonical].into_iter().flatten().any(is_same)
    }

    pub(super) fn title(&self) -> PlainText {
        PlainText::new(self.titles.first().map_or("", String::as_str), caps::TITLE_BYTES)
    }

    /// True for a heading that says what one of the titles says, or its beginning.
    pub(super) fn is_headline(&self, heading: &str) -> bool {
        let heading = titles::begin(heading);
        let fits = |title: &String| {
            let title = titles::begin(title);
            let shared = heading.iter().filter(|word| title.contains(word)).count();
            shared * 10 >= heading.len() * 7 && shared * 10 >= title.len() * 4
        };
        !heading.is_empty() && self.titles.iter().any(fits)
    }

    pub(super) fn byline(&self) -> Option<PlainText> {
        let line = PlainText::new(&self.names.join(", "), caps::NAME_BYTES);
        (!line.is_empty()).then_some(line)
    }

    /// The names that the page gives for machines.
    pub(super) fn declared_names(&self) -> &[String] {
        if self.are_names_shown { &[] } else { &self.names }
    }

    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    pub(super) fn site(&self) -> Option<PlainText> {
        let site = PlainText::new(self.site.as_deref()?, caps::NAME_BYTES);
        (!site.is_empty()).then_some(site)
    }

    /// What the page declares, else what most letters of the text are.
    pub(super) fn direction_of(&self, text: &str) -> Option<Direction> {
        let (mut right, mut left) = (0usize, 0usize);
        for c in text.chars().filter(|c| c.is_alphabetic()).take(2_000) {
            let is_right = matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}');
            *(if is_right { &mut right } else { &mut left }) += 1;
        }
        match self.direction {
            // A template in the wrong direction does not turn a text around.
            Some(Direction::Ltr) if right > 3 * left => Some(Direction::Rtl),
            Some(Direction::Rtl) if left > 20 * right.max(5) => Some(Direction::Ltr),
            None if right > left => Some(Direction::Rtl),
            None if left > 0 => Some(Direction::Ltr),
            declared => declared,
        }
    }

    fn read_json(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Array(values) if depth < 4 => values.iter().take(64).for_each(|v| self.read_json(v, depth + 1)),
            Value::Object(object) => {
                if object.get("@type").is_some_and(is_article_type) {
                    self.read_article(value);
                }
                for inner in ["@graph", "mainEntity", "mainEntityOfPage"] {
                    if depth < 4
                        && let Some(inner) = object.get(inner)
                    {
                        self.read_json(inner, depth + 1);
                    }
                }
            }
            _ => {}
        }
    }

    fn read_article(&mut self, article: &Value) {
        let string = |key: &str| article.get(key).and_then(Value::as_str).map(str::trim).filter(|s| !s.is_empty());
        self.is_article = true;
        // A review or a comment on the page has a title and a writer of its own.
        let is_about = article.get("@type").is_some_and(is_review);
        if !is_about && self.claims.len() < 16 {
            self.claims.push(["headline", "name"].map(|key| string(key).map(one_line)));
        }
        if self.names.is_empty() && !is_about {
            self.names = self.names_of(article.get("author").or(article.get("creator")));
        }
        if self.published.is_none() {
            self.published = string("datePublished").and_then(date::parse);
        }
        let publisher = self.names_of(article.get("publisher")).into_iter().next();
        self.sites.extend(publisher.clone().filter(|_| self.sites.len() < 16));
        self.site = self.site.take().or(publisher);
        if self.language.is_none() {
            self.language = string("inLanguage").and_then(language);
        }
        if self.image.is_none() {
            self.image = address_in(article.get("image")).and_then(|address| self.absolute(address));
        }
        if let Some(free) = article.get("isAccessibleForFree") {
            let is_free = match free {
                Value::Bool(free) => Some(*free),
                Value::String(free) => Some(!free.to_ascii_lowercase().contains("false")),
                _ => None,
            };
            self.is_free = is_free.or(self.is_free);
        }
        if let Some(body) = string("articleBody").or(string("text"))
            && self.body.as_ref().is_none_or(|known| known.len() < body.len())
        {
            self.body = Some(plain(&decode_references(body)));
        }
    }

    /// Keeps the names of what other objects only point to.
    fn read_names(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Array(values) if depth < 4 => values.iter().take(256).for_each(|v| self.read_names(v, depth + 1)),
            Value::Object(object) => {
                let string = |key: &str| object.get(key).and_then(Value::as_str);
                if let (Some(id), Some(name)) = (string("@id"), string("name"))
                    && self.known.len() < 512
                {
                    self.known.entry(id.to_owned()).or_insert_with(|| name.to_owned());
                }
                if let Some(graph) = object.get("@graph").filter(|_| depth < 4) {
                    self.read_names(graph, depth + 1);
                }
            }
            _ => {}
        }
    }

    fn names_of(&self, value: Option<&Value>) -> Vec<String> {
        match value {
            Some(Value::String(name)) if is_name(name) => {
                let name = bylines::clean(&one_line(name));
                (!name.is_empty()).then_some(name).into_iter().collect()
            }
            Some(Value::Array(values)) => {
                let mut all: Vec<String> = vec![];
                for name in values.iter().take(caps::AUTHORS).flat_map(|value| self.names_of(Some(value))) {
                    if !all.contains(&name) {
                        all.push(name);
                    }
                }
                all
            }
            Some(Value::Object(object)) => match object.get("name") {
                None => {
                    let known = object.get("@id").and_then(Value::as_str).and_then(|id| self.known.get(id));
                    self.names_of(known.map(|name| Value::String(name.clone())).as_ref())
                }
                name => self.names_of(name),
            },
            _ => vec![],
        }
    }

    fn read_metas(&mut self, document: &Document) {
        let mut values: Vec<(String, String)> = vec![];
        for meta in document.select("meta[content]").nodes().iter().take(500) {
            let name = meta.attr("property").or_else(|| meta.attr("name")).or_else(|| meta.attr("itemprop"));
            let Some(name) = name else { continue };
            let content = meta.attr_or("content", "");
            if !content.trim().is_empty() {
                values.push((name.trim().to_ascii_lowercase(), one_line(&content)));
            }
        }
        let get = |names: &[&str]| {
            names.iter().find_map(|name| values.iter().find(|(known, _)| known == name).map(|(_, v)| v.clone()))
        };
        self.is_article |= get(&["og:type"]).is_some_and(|kind| kind.eq_ignore_ascii_case("article"));
        for name in ["og:site_name", "application-name", "apple-mobile-web-app-title"] {
            self.sites.extend(get(&[name]));
        }
        self.site = self.site.take().or_else(|| get(&["og:site_name", "application-name", "publisher"]));
        self.titles.extend(get(&["og:title"]));
        self.titles.extend(get(&["twitter:title", "dc.title", "dcterms.title", "parsely-title", "title"]));
        if self.names.is_empty() {
            let author = get(&["author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl"]);
            self.names = author.filter(|name| is_name(name)).map(|name| bylines::clean(&name)).into_iter().collect();
        }
        if self.published.is_none() {
            self.published = get(&[
                "article:published_time",
                "og:article:published_time",
                "og:published_time",
                "article.published",
                "datepublished",
                "publish-date",
                "publish_date",
                "citation_publication_date",
                "dc.date.created",
                "dc.date.issued",
                "dcterms.issued",
                "dcterms.created",
                "dcterms.date",
                "dc.date",
                "parsely-pub-date",
                "sailthru.date",
                "bt:pubdate",
                "cxenseparse:recs:publishtime",
                "pubdate",
                "date",
            ])
            .and_then(|text| date::parse(&text));
        }
        let image = get(&["og:image", "og:image:secure_url", "og:image:url", "twitter:image", "twitter:image:src"]);
        if let Some(image) = image.and_then(|address| self.absolute(&address)) {
            self.image = Some(image);
        }
        if self.is_free.is_none() {
            let tier = get(&["article:content_tier"]).unwrap_or_default().to_ascii_lowercase();
            self.is_free = match tier.as_str() {
                "free" => Some(true),
                "locked" => Some(false),
                _ => None,
            };
        }
        if self.language.is_none() {
            self.language = get(&["og:locale", "content-language"]).and_then(|text| language(&text));
        }
    }

    fn read_tree(&mut self, document: &Document) {
        let html = document.select_single("html");
        if let Some(declared) = html.attr("lang").or_else(|| html.attr("xml:lang")).and_then(|l| language(&l)) {
            self.language = Some(declared);
        }
        // Templates in one language hold articles in another.
        let spoken = document.select("article[lang]");
        let mut spoken = spoken.nodes().iter().take(64).filter_map(|node| language(&node.attr_or("lang", "")));
        if let Some(own) = spoken.next().filter(|own| spoken.all(|other| other == *own)) {
            self.language = Some(own);
        }
        let article = document.select_single("article, [itemprop=articleBody], main");
        let body = document.select_single("body");
        self.direction =
            [article.attr("dir"), html.attr("dir"), body.attr("dir")].into_iter().flatten().find_map(|dir| {
                match dir.trim().to_ascii_lowercase().as_str() {
                    "rtl" => Some(Direction::Rtl),
                    "ltr" => Some(Direction::Ltr),
                    _ => None,
                }
            });
        self.read_titles(document);
        if self.names.iter().all(|name| bylines::is_initials(name)) {
            let shown = bylines::names_in(document);
            if !shown.is_empty() {
                self.names = shown;
                self.are_names_shown = true;
            }
        }
        if self.published.is_none() {
            self.published = time_in(document);
        }
    }
}

impl Facts {
    /// Adds what JSON-LD, the head and the headings say, and cuts the site's name off everything.
    fn read_titles(&mut self, document: &Document) {
        let Headings { mut heads, sites } = Headings::of(document, self);
        heads.iter_mut().for_each(|head| *head = one_line(head));
        self.sites.extend(sites);
        self.sites.extend(self.site.clone());
        let hosts = [&self.base, &self.canonical].into_iter().flatten().filter_map(Url::host_str);
        let hosts: Vec<String> = hosts.flat_map(titles::names_in_host).collect();
        let title = one_line(&document.select_single("head title").text());
        self.titles.push(title.clone());
        if let [only] = heads.as_slice() {
            self.titles.push(only.clone());
        }
        // JSON-LD's headline is believed where the page shows it; some put a description there.
        let shown: Vec<&String> = heads.iter().chain([&title]).filter(|line| !line.is_empty()).collect();
        let is_shown = |claim: &&String| shown.is_empty() || shown.iter().any(|line| is_like(claim, line));
        let (mut believed, mut doubted) = (vec![], vec![]);
        for claim in &self.claims {
            match claim.iter().flatten().find(is_shown) {
                Some(claim) => believed.push(claim.clone()),
                None => doubted.extend(claim.iter().flatten().next().cloned()),
            }
        }
        self.titles = [believed, std::mem::take(&mut self.titles), doubted].concat();
        for title in &mut self.titles {
            *title = titles::without_site(title, &self.sites, &hosts, &heads);
        }
    }

    /// True for the first page of a site.
    pub(super) fn is_home(&self) -> bool {
        self.base.as_ref().is_some_and(|base| base.path() == "/")
    }
}

/// The first date that the page marks as one, in the article before any bar above it.
fn time_in(document: &Document) -> Option<Timestamp> {
    const PLACES: &[&str] = &[
        "article [itemprop~=datePublished], main [itemprop~=datePublished]",
        "article time[datetime]",
        "[itemprop~=datePublished]",
        "main time[datetime]",
        "time[datetime], time[pubdate]",
    ];
    let date = |node: &NodeRef| {
        let text = node.attr("datetime").or_else(|| node.attr("content"));
        let text = text.or_else(|| node.attr("title").filter(|_| node.has_name("abbr")));
        text.and_then(|text| date::parse(&text))
    };
    PLACES.iter().find_map(|place| document.select(place).nodes().iter().take(8).find_map(date))
}

/// JSON as publishers write it: also with bare line breaks in strings and in a comment or a CDATA section.
fn json(text: &str) -> Option<Value> {
    let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
    let text = text.trim_start_matches("//").trim_start_matches("<![CDATA[").trim_end_matches("]]>");
    let text = text.trim().trim_end_matches("//").trim().trim_end_matches(';');
    serde_json::from_str(text).ok().or_else(|| {
        let mended: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&mended).ok()
    })
}

fn is_article_type(kind: &Value) -> bool {
    let is = |kind: &str| {
        let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
        kind.ends_with("Article")
            || kind.ends_with("Posting")
            || matches!(kind, "Report" | "Recipe" | "Review" | "BlogPost")
    };
    match kind {
        Value::String(kind) => is(kind),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).any(is),
        _ => false,
    }
}

fn is_review(kind: &Value) -> bool {
    let is = |kind: &str| {
        let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
        kind.ends_with("Review") || kind.ends_with("Comment")
    };
    match kind {
        Value::String(kind) => is(kind),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).all(is),
        _ => false,
    }
}

fn address_in(value: Option<&Value>) -> Option<&str> {
    match value? {
        Value::String(address) => Some(address),
        Value::Array(values) => address_in(values.first()),
        Value::Object(object) => address_in(object.get("url").or(object.get("contentUrl"))),
        _ => None,
    }
}

fn is_name(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && !text.starts_with("http") && !text.starts_with('/') && text.len() <= 300
}

fn one_line(text: &str) -> String {
    let text = decode_references(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A language tag: `en_GB` and `en-GB` alike; what cannot be one is dropped.
fn language(tag: &str) -> Option<String> {
    let tag = tag.trim().replace('_', "-");
    let tag = tag.split([',', ';', ' ']).next().unwrap_or("");
    let is_tag = (2..=35).contains(&tag.len())
        && tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
        && tag
            .split('-')
            .next()
            .is_some_and(|first| first.len() <= 3 && first.bytes().all(|b| b.is_ascii_alphabetic()));
    is_tag.then(|| tag.to_owned())
}
