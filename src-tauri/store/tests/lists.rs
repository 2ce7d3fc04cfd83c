//! What the store promises about lists of saved articles from elsewhere.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

mod common;

use common::{NOW, dated, shelf, story};
use stoppress_model::{ArticleId, FeedId};
use stoppress_store::{FeedUpdate, ListedPage, Store, StoredComment, StoredComments};

const URL: &str = "https://example.org/1";

struct One {
    store: Store,
    feed: FeedId,
    id: ArticleId,
    _folder: tempfile::TempDir,
}

/// A followed feed with one article at [`URL`].
fn one() -> One {
    let shelf = shelf();
    let feed = shelf.follow("feed");
    shelf.store.ingest(&[update(feed, URL)]).unwrap();
    let id = shelf.ids(None)[0];
    One { store: shelf.store, feed, id, _folder: shelf.folder }
}

/// The feed as it gives its article, whose address may move.
fn update(feed: FeedId, url: &str) -> FeedUpdate {
    let mut article = dated(story(1, "The tide turns", "<p>Text</p>"), NOW);
    article.content_hash = url.as_bytes().to_vec();
    article.content.url = Some(url.to_owned());
    common::update(feed, NOW, vec![article])
}

fn listed(url: &str) -> ListedPage<'_> {
    ListedPage { url, title: "Listed", site: "example.org", saved_at: None, read: false, tags: &[], html: None }
}

#[test]
fn what_was_unsaved_comes_back_with_a_list_and_what_is_saved_is_not_unsaved_by_taking_the_list_back() {
    let One { store, id, .. } = &one();
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
    let One { store, feed, id, .. } = &one();
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
    let One { store, feed, id, .. } = &one();
    store.set_position(*id, 0.5).unwrap();
    store
        .keep_comments(&store.article(*id).unwrap(), &StoredComments::new(vec![StoredComment::default()]), NOW)
        .unwrap();
    assert_eq!(store.save_list(&[listed(URL)], NOW).unwrap(), 1);
    store.unfollow(*feed, NOW).unwrap();
    for day in [39, 40] {
        store.tidy(NOW.plus(day * 24 * 3600)).unwrap();
    }
    let copy = store.article(*id).unwrap();
    assert_eq!((copy.content.html.as_str(), copy.position), ("<p>Text</p>", Some(0.5)));
    assert_eq!(store.comments(*id).unwrap().unwrap().stored.comments.len(), 1);
    assert_eq!(store.pending_imports(NOW).unwrap(), [(*id, URL.to_owned())]);
}

#[test]
fn comments_that_were_asked_for_in_another_library_are_not_kept_with_a_story_of_the_one_that_took_its_place() {
    let One { store, id, .. } = &one();
    let comments = StoredComments::new(vec![StoredComment::default()]);
    let mut asked = store.article(*id).unwrap();
    asked.content.url = Some("https://elsewhere.example/story".into());
    assert!(!store.keep_comments(&asked, &comments, NOW).unwrap());
    assert_eq!(store.comments(*id).unwrap(), None);
    assert!(store.keep_comments(&store.article(*id).unwrap(), &comments, NOW).unwrap());
}
