//! What the store promises about large libraries: how articles are packed, indexed, ranked and marked.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

mod common;

use common::{NOW, Shelf, dated, plain, story};
use rusqlite::Connection;
use std::{path::PathBuf, time::Duration};
use stoppress_model::{ArticleId, FeedId, PlainText, SearchOrder, SearchResults, TickerQuery};
use stoppress_store::{NewArticle, SearchOptions, Store, recover};

/// The one feed of the library.
const FEED: FeedId = FeedId(1);

fn shelf() -> Shelf {
    let shelf = common::shelf();
    assert_eq!(shelf.follow("feed"), FEED);
    shelf
}

fn article(number: i64, title: &str, html: &str) -> NewArticle {
    let mut article = dated(story(number, title, html), NOW.plus(-number));
    article.content.authors = vec![PlainText::new("A. Writer", 100)];
    article.content.language = Some("en".to_owned());
    article
}

/// Stories that share much and say something of their own.
fn stories(numbers: std::ops::Range<i64>) -> Vec<NewArticle> {
    let of = |number: i64| {
        let own: Vec<String> = (1..40).map(|word| format!("{:x}", number * 7_919 * word % 65_521)).collect();
        let html = format!(
            "<figure class=\"wide\"><img src=\"https://media.example.org/{number}.jpg\" width=\"1200\"/></figure>\
             <p>The harbour office of the town said: {}</p><p>The post appeared first on the site.</p>",
            own.join(" ")
        );
        article(number, &format!("Story {number}"), &html)
    };
    numbers.map(of).collect()
}

impl Shelf {
    fn bring(&self, articles: Vec<NewArticle>) {
        self.deliver(FEED, NOW, articles);
    }

    fn search(&self, text: &str, order: SearchOrder) -> SearchResults {
        self.search_below(text, 50, order, None)
    }

    fn search_below(&self, text: &str, limit: u32, order: SearchOrder, below: Option<ArticleId>) -> SearchResults {
        let options = SearchOptions { limit, order, below, patience: Duration::from_secs(600), plain: &plain };
        self.store.search(text, &options).unwrap()
    }

    /// What each answer found, going on until there is nothing more.
    fn answers(&self, text: &str, limit: u32) -> Vec<Vec<ArticleId>> {
        let (mut answers, mut below) = (Vec::new(), None);
        loop {
            let found = self.search_below(text, limit, SearchOrder::Newest, below);
            answers.push(found.stories.iter().map(|hit| hit.row.id).collect());
            assert_eq!(found.more, found.next.is_some(), "{text}");
            below = found.next;
            if below.is_none() {
                return answers;
            }
        }
    }

    fn titles(&self, text: &str, order: SearchOrder) -> Vec<String> {
        self.search(text, order).stories.iter().map(|hit| hit.row.title.to_string()).collect()
    }
}

#[test]
fn a_grown_library_packs_articles_with_what_they_share_and_gives_all_of_them_back() {
    let shelf = shelf();
    shelf.bring(stories(0..500));
    assert!(!shelf.store.learn_what_articles_share().unwrap(), "too few to learn from");
    shelf.bring(stories(500..2_500));
    assert!(shelf.store.learn_what_articles_share().unwrap());
    assert!(!shelf.store.learn_what_articles_share().unwrap(), "not again until it has grown");
    shelf.bring(stories(2_500..2_700));
    let mean =
        |ids: &str| shelf.number(&format!("SELECT sum(length(record)) / count(*) FROM bodies WHERE article_id {ids}"));
    assert!(mean("> 2500") * 4 < mean("<= 2500") * 3, "{} and {}", mean("> 2500"), mean("<= 2500"));
    for id in [1, 600, 2_501, 2_700] {
        let stored = shelf.store.article(ArticleId(id)).unwrap().content;
        let number: i64 = stored.title.as_str().strip_prefix("Story ").unwrap().parse().unwrap();
        assert_eq!(stored, stories(number..number + 1).remove(0).content);
    }
    // A saved copy stands alone.
    shelf.store.save_wish(ArticleId(2_700), NOW).unwrap();
    let copy: Vec<u8> =
        Connection::open(shelf.path()).unwrap().query_row("SELECT record FROM saved", [], |row| row.get(0)).unwrap();
    let json = String::from_utf8(zstd::stream::decode_all(&copy[..]).unwrap()).unwrap();
    assert!(json.contains("harbour office") && json.contains("https://example.org/"), "{json}");
}

#[test]
fn a_library_put_together_again_has_its_dictionary_unless_that_is_damaged_too() {
    for is_damaged in [false, true] {
        let shelf = shelf();
        shelf.bring(stories(0..2_450));
        assert!(shelf.store.learn_what_articles_share().unwrap());
        shelf.bring(stories(2_450..2_550));
        let path = shelf.path();
        let Shelf { store, folder } = shelf;
        drop(store);
        if is_damaged {
            let damage = "UPDATE dictionaries SET bytes = zeroblob(length(bytes))";
            Connection::open(&path).unwrap().execute_batch(damage).unwrap();
        }
        recover(&path, &[]).unwrap();
        let store = Store::open(&path).unwrap();
        assert_eq!(store.ticker(&TickerQuery::default()).unwrap().rows.len(), 2_550);
        assert!(store.article(ArticleId(1)).unwrap().content.html.contains("harbour"));
        let kept: i64 = Connection::open(&path)
            .unwrap()
            .query_row("SELECT count(*) FROM dictionaries", [], |row| row.get(0))
            .unwrap();
        assert_eq!(kept, i64::from(!is_damaged));
        drop(folder);
    }
}

/// The library as the version before left it, by its own migrations.
#[test]
fn a_library_from_before_packing_keeps_its_texts_and_becomes_searchable_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("library.sqlite");
    let old = Connection::open(&path).unwrap();
    let migrations = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations");
    let mut files: Vec<PathBuf> = std::fs::read_dir(migrations).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let before = files.iter().position(|file| file.ends_with("0015_packing.sql")).unwrap();
    for file in &files[..before] {
        old.execute_batch(&std::fs::read_to_string(file).unwrap()).unwrap();
    }
    let content = stories(7..8).remove(0).content;
    let record = zstd::bulk::compress(&serde_json::to_vec(&content).unwrap(), 3).unwrap();
    old.execute_batch(
        "INSERT INTO feeds (id, url, title, followed_at) VALUES (1, 'https://example.org/feed', 'The Harbor Post', 1);
         INSERT INTO feed_checks (feed_id) VALUES (1);
         INSERT INTO articles (id, feed_id, key, title, url, published, language, content_hash)
           VALUES (1, 1, x'01', 'Story 7', 'https://example.org/7', 1795599993, 'en', x'01');
         INSERT INTO status (article_id, feed_id, ticker_at, first_seen, read, hidden, has_text)
           VALUES (1, 1, 1795599993, 1795599993, 0, 0, 1);
         INSERT INTO search (rowid, title, body, source, tags) VALUES (1, 'story 7', 'harbour', '', '');",
    )
    .unwrap();
    old.execute("INSERT INTO bodies (article_id, record) VALUES (1, ?1)", [record]).unwrap();
    old.execute_batch(&format!("DELETE FROM search_todo; PRAGMA user_version = {before}")).unwrap();
    drop(old);
    let store = Store::open(&path).unwrap();
    assert_eq!(store.article(ArticleId(1)).unwrap().content, content);
    assert_eq!(store.unindexed().unwrap(), 1);
    let shelf = Shelf { store, folder };
    shelf.index();
    assert_eq!(shelf.titles("harbour \"office of the town\"", SearchOrder::Newest), ["Story 7"]);
}

#[test]
fn the_best_match_says_the_word_in_its_headline_or_more_often() {
    let shelf = shelf();
    let filling = "other words about nothing in particular ".repeat(10);
    shelf.bring(vec![
        article(1, "Once", &format!("<p>The lighthouse. {filling}</p>")),
        article(2, "Often", &format!("<p>The lighthouse and the lighthouse, lighthouse. {filling}</p>")),
        article(3, "The old lighthouse", &format!("<p>{filling} lighthouse</p>")),
    ]);
    shelf.index();
    assert_eq!(shelf.titles("lighthouse ", SearchOrder::Ranked), ["The old lighthouse", "Often", "Once"]);
    assert_eq!(shelf.titles("lighthouse ", SearchOrder::Newest), ["Once", "Often", "The old lighthouse"]);
}

#[test]
fn a_beginning_that_stands_for_very_much_is_found_by_its_commonest_words() {
    let shelf = shelf();
    shelf.bring(vec![article(1, "One", "<p>harbour</p>"), article(2, "Two", "<p>hare</p>")]);
    shelf.index();
    assert_eq!(shelf.titles("har", SearchOrder::Newest), ["One", "Two"]);
    // As in a library with a million articles, in which the rarest of many words is not among the commonest.
    let library = Connection::open(shelf.path()).unwrap();
    let mut put = library.prepare("INSERT INTO search_terms (term, articles) VALUES (?1, 5000)").unwrap();
    for number in 0..63 {
        put.execute([format!("har{number}")]).unwrap();
    }
    library.execute("UPDATE search_terms SET articles = 9000 WHERE term = 'harbour'", []).unwrap();
    assert_eq!(shelf.titles("har", SearchOrder::Newest), ["One"]);
    assert_eq!(shelf.titles("hare", SearchOrder::Newest), ["Two"]);
}

#[test]
fn an_answer_looks_at_so_many_texts_and_going_on_finds_all_and_nothing_twice() {
    let shelf = shelf();
    let oldest = article(0, "Oldest", "<p>What the tide gauge measured</p>");
    let others = (1..=2_000).map(|number| article(number, "Other", "<p>A gauge and the tide</p>"));
    shelf.bring([oldest].into_iter().collect());
    shelf.bring(others.collect());
    shelf.index();
    let found = shelf.search("\"tide gauge\" ", SearchOrder::Newest);
    assert!(found.stories.is_empty() && found.more && found.suggestion.is_none(), "{found:?}");
    let answers = shelf.answers("\"tide gauge\" ", 50);
    assert_eq!(answers.concat(), [ArticleId(1)]);
    assert!(
        (4..=6).contains(&answers.len()),
        "an answer looks at some hundred texts, but {} were needed",
        answers.len()
    );
    // Rows that a filter rejects cost less than texts, and an exclusion alone looks at everything too.
    for (query, limit) in [("gauge ", 150), ("-nobody", 2_500), ("tide is:unread ", 700), ("gauge \"the tide\" ", 300)]
    {
        let mut found = shelf.answers(query, limit).concat();
        let all = shelf.number("SELECT count(*) FROM status") as u64;
        found.sort_unstable();
        let many = found.len();
        found.dedup();
        let expected = if query.contains("unread") { shelf.store.feed(FEED).unwrap().unread } else { all };
        assert_eq!((found.len() as u64, found.len()), (expected, many), "{query}");
    }
}

#[test]
fn marking_very_much_read_counts_what_a_trigger_would_and_one_undo_takes_it_back() {
    let shelf = shelf();
    let other = shelf.follow("other");
    shelf.bring(stories(0..30));
    shelf.bring(stories(30..2_600));
    shelf.deliver(other, NOW, vec![article(1, "One", "<p>1</p>")]);
    shelf.deliver(other, NOW, (2..700).map(|number| article(number, "Other", "<p>2</p>")).collect());
    shelf.store.save_wish(ArticleId(40), NOW).unwrap();
    shelf.store.mark(&[ArticleId(50), ArticleId(60)], true, NOW).unwrap();
    let unread = |feed| shelf.store.feed(feed).unwrap().unread;
    let before = (unread(FEED), unread(other));
    let all = before.0 + before.1;
    assert_eq!(shelf.store.mark_all_read(&TickerQuery::default(), NOW).unwrap().changed, all);
    assert_eq!((unread(FEED), unread(other), shelf.store.saved().unwrap()[0].read), (0, 0, true));
    assert_eq!(shelf.store.check().unwrap(), Vec::<String>::new());
    assert_eq!(shelf.store.undo(None, NOW).unwrap().count, all);
    assert_eq!((unread(FEED), unread(other), shelf.store.saved().unwrap()[0].read), (before.0, before.1, false));
    assert!(shelf.store.ticker_rows(&[ArticleId(50)]).unwrap()[0].read, "what was read before stays read");
    assert_eq!(shelf.store.check().unwrap(), Vec::<String>::new());
    // The counts go on being kept by triggers.
    shelf.store.mark(&[ArticleId(70)], true, NOW).unwrap();
    assert_eq!((unread(FEED), shelf.store.check().unwrap().len()), (before.0 - 1, 0));
}

#[test]
fn marking_a_feed_read_reaches_saved_copies_and_one_undo_takes_all_of_it_back() {
    let shelf = shelf();
    shelf.bring(stories(0..15));
    shelf.store.save_wish(ArticleId(3), NOW).unwrap();
    shelf.store.mark(&[ArticleId(5)], true, NOW).unwrap();
    let query = TickerQuery { feed: Some(FEED), ..TickerQuery::default() };
    assert_eq!(shelf.store.mark_all_read(&query, NOW).unwrap().changed, 14);
    assert!(shelf.store.saved().unwrap()[0].read);
    assert_eq!(shelf.store.feed(FEED).unwrap().unread, 0);
    assert_eq!(shelf.store.undo(None, NOW).unwrap().count, 14);
    assert!(!shelf.store.saved().unwrap()[0].read);
    assert_eq!(shelf.store.feed(FEED).unwrap().unread, 14);
    assert_eq!(shelf.store.check().unwrap(), Vec::<String>::new());
}
