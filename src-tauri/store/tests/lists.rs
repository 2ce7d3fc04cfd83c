//! What the store promises about lists of saved articles from elsewhere.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

use stoppress_model::{ArticleId, FeedId, PlainText, TickerQuery, Timestamp};
use stoppress_store::{
    ArticleContent, CheckLog, CheckResult, FeedUpdate, ListedPage, NewArticle, NewFeed, Store, StoredComment,
    StoredComments,
};

const NOW: Timestamp = Timestamp(1_795_600_000);
const URL: &str = "https://example.org/1";

struct Shelf {
    store: Store,
    feed: FeedId,
    id: ArticleId,
    _folder: tempfile::TempDir,
}

/// A followed feed with one article at [`URL`].
fn shelf() -> Shelf {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("library.sqlite")).unwrap();
    let feed = store.follow(&NewFeed { url: "https://example.org/feed", ..NewFeed::default() }, NOW).unwrap().id;
    store.ingest(&[update(feed, URL)]).unwrap();
    let id = store.ticker(&TickerQuery::default()).unwrap().rows[0].id;
    Shelf { store, feed, id, _folder: folder }
}

/// The feed as it gives its article, whose address may move.
fn update(feed: FeedId, url: &str) -> FeedUpdate {
    let article = NewArticle {
        key: vec![1],
        content_hash: url.as_bytes().to_vec(),
        has_text: true,
        content: ArticleContent {
            title: PlainText::new("The tide turns", 100),
            url: Some(url.to_owned()),
            html: "<p>Text</p>".to_owned(),
            published: Some(NOW),
            ..ArticleContent::default()
        },
    };
    let check = CheckResult {
        feed,
        at: NOW,
        next_check: NOW.plus(900),
        trouble: None,
        validators: None,
        body_hash: None,
        moved: None,
        repairs: None,
        wish: None,
        quiet_times: None,
        log: CheckLog::default(),
    };
    let title = PlainText::new("The Harbor Post", 100);
    FeedUpdate { check, title, home_url: None, language: None, kind: "rss", articles: vec![article] }
}

fn listed(url: &str) -> ListedPage<'_> {
    ListedPage { url, title: "Listed", site: "example.org", saved_at: None, read: false, tags: &[], html: None }
}

#[test]
fn what_was_unsaved_comes_back_with_a_list_and_what_is_saved_is_not_unsaved_by_taking_the_list_back() {
    let Shelf { store, id, .. } = &shelf();
    store.save_wish(*id, NOW).unwrap();
    assert_eq!(store.save_list(&[listed(URL), listed("https://example.org/2")], NOW).unwrap(), 1);
    store.undo(Some("import_saved"), NOW).unwrap();
    assert_eq!(store.saved().unwrap().iter().map(|one| one.id).collect::<Vec<_>>(), [*id]);
    store.unsave(*id, NOW).unwrap();
    assert_eq!(store.save_list(&[listed(URL)], NOW).unwrap(), 1);
    assert_eq!(store.saved().unwrap()[0].id, *id);
}

#[test]
fn a_copy_is_known_by_its_article_where_the_feed_gives_it_another_address_now() {
    let Shelf { store, feed, id, .. } = &shelf();
    store.save_wish(*id, NOW).unwrap();
    let moved = "https://example.org/moved";
    store.ingest(&[update(*feed, moved)]).unwrap();
    assert_eq!(store.save_list(&[listed(moved)], NOW).unwrap(), 0);
    store.unsave(*id, NOW).unwrap();
    assert_eq!(store.save_list(&[listed(moved)], NOW).unwrap(), 1);
    assert_eq!(store.saved().unwrap().iter().map(|one| one.id).collect::<Vec<_>>(), [*id]);
    assert_eq!(store.undo(None, NOW).unwrap().count, 1);
    assert!(store.saved().unwrap().is_empty());
}

#[test]
fn an_article_that_arrived_is_copied_by_a_list_with_all_that_is_kept_of_it() {
    let Shelf { store, feed, id, .. } = &shelf();
    store.set_position(*id, 0.5).unwrap();
    store.keep_comments(*id, &StoredComments::new(vec![StoredComment::default()]), NOW).unwrap();
    assert_eq!(store.save_list(&[listed(URL)], NOW).unwrap(), 1);
    store.unfollow(*feed, NOW).unwrap();
    store.tidy(NOW.plus(40 * 24 * 3600)).unwrap();
    let copy = store.article(*id).unwrap();
    assert_eq!((copy.content.html.as_str(), copy.position), ("<p>Text</p>", Some(0.5)));
    assert_eq!(store.comments(*id).unwrap().unwrap().stored.comments.len(), 1);
    assert_eq!(store.pending_imports(NOW).unwrap(), [(*id, URL.to_owned())]);
}
