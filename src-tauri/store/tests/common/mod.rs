//! What the store's tests have in common: an empty library, articles, what a check of a feed brings, dice, plans of queries.
#![allow(dead_code, reason = "each test takes what it needs")]

use std::path::PathBuf;
use stoppress_model::{ArticleId, FeedId, PlainText, TickerQuery, Timestamp};
use stoppress_store::{
    ArticleContent, CheckResult, FeedChanges, FeedUpdate, NewArticle, NewFeed, SavedImage, SavedImageResult, Store,
};

pub const NOW: Timestamp = Timestamp(1_795_600_000);
pub const DAY: i64 = 24 * 3600;

/// A library in a folder of its own.
pub struct Shelf {
    pub store: Store,
    pub folder: tempfile::TempDir,
}

/// An empty one.
pub fn shelf() -> Shelf {
    let folder = tempfile::tempdir().unwrap();
    Shelf { store: Store::open(&folder.path().join("library.sqlite")).unwrap(), folder }
}

/// An article without a date of its own.
pub fn article(number: i64) -> NewArticle {
    story(number, &format!("Headline {number}"), &format!("<p>Text of {number}</p>"))
}

/// An article that says this.
pub fn story(number: i64, title: &str, html: &str) -> NewArticle {
    NewArticle {
        key: number.to_be_bytes().to_vec(),
        content_hash: html.as_bytes().to_vec(),
        has_text: true,
        content: ArticleContent {
            title: PlainText::new(title, 100),
            url: Some(format!("https://example.org/{number}")),
            html: html.to_owned(),
            ..ArticleContent::default()
        },
    }
}

/// The same with the time it was published.
pub fn dated(article: NewArticle, published: Timestamp) -> NewArticle {
    NewArticle { content: ArticleContent { published: Some(published), ..article.content }, ..article }
}

/// What a check brought that went well.
pub fn update(feed: FeedId, at: Timestamp, articles: Vec<NewArticle>) -> FeedUpdate {
    let check = CheckResult::well(feed, at, at.plus(900));
    FeedUpdate::brought(check, PlainText::new("The Harbor Post", 100), articles)
}

/// An image of an article, always the same.
pub fn image(id: ArticleId) -> SavedImageResult {
    let image = SavedImage { hash: vec![id.0 as u8; 32], mime: "image/png".into(), bytes: id.to_string().into_bytes() };
    SavedImageResult { url_key: format!("{:064x}", id.0), url: "https://example.org/i.png".into(), image: Ok(image) }
}

impl Shelf {
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("library.sqlite")
    }

    /// Follows an address, or `https://example.org/NAME`.
    pub fn follow(&self, name: &str) -> FeedId {
        let url = if name.contains("://") { name.to_owned() } else { format!("https://example.org/{name}") };
        self.store.follow(&NewFeed { url: &url, ..NewFeed::default() }, NOW).unwrap().id
    }

    pub fn deliver(&self, feed: FeedId, at: Timestamp, articles: Vec<NewArticle>) -> FeedChanges {
        self.store.ingest(&[update(feed, at, articles)]).unwrap()[0]
    }

    /// The articles of a feed, or all, in the order of the ticker.
    pub fn ids(&self, feed: impl Into<Option<FeedId>>) -> Vec<ArticleId> {
        let query = TickerQuery { feed: feed.into(), ..TickerQuery::default() };
        self.store.ticker(&query).unwrap().rows.iter().map(|row| row.id).collect()
    }

    pub fn index(&self) {
        while self.store.index_slice(64, &plain).unwrap().is_more {}
    }

    /// What a statement says, past the store.
    pub fn number(&self, sql: &str) -> i64 {
        rusqlite::Connection::open(self.path()).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// How SQLite would go about a statement, a line for each step.
    pub fn plan(&self, sql: &str) -> String {
        let connection = rusqlite::Connection::open(self.path()).unwrap();
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let nulls = vec![rusqlite::types::Null; statement.parameter_count()];
        let plan = statement.query_map(rusqlite::params_from_iter(nulls), |row| row.get(3)).unwrap();
        plan.collect::<Result<Vec<String>, _>>().unwrap().join("\n")
    }
}

/// The same numbers in every run.
pub fn dice(seed: u64) -> impl FnMut(usize) -> usize {
    let mut state = seed;
    move |sides| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % sides.max(1)
    }
}

/// The text of simple markup.
pub fn plain(html: &str) -> String {
    html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, after)| after)).collect::<Vec<_>>().join(" ")
}
