//! Two feeds that became one.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

mod common;

use common::{NOW, article, shelf};
use stoppress_store::{Adopted, Store};

#[test]
fn what_is_saved_of_both_stands_under_the_feed_that_stays_and_goes_back_with_it() {
    let shelf = shelf();
    let (old, new) = (shelf.follow("old"), shelf.follow("new"));
    shelf.deliver(old, NOW, vec![article(1), article(2)]);
    shelf.deliver(new, NOW, vec![article(1), article(2)]);
    let (ours, theirs) = (shelf.ids(Some(old)), shelf.ids(Some(new)));
    for id in [ours[0], theirs[0]] {
        shelf.store.save_wish(id, NOW).unwrap();
    }
    let sources = |store: &Store| {
        let mut found: Vec<_> = [ours[0], theirs[0]]
            .iter()
            .map(|id| store.article(*id).unwrap())
            .map(|one| (one.id, one.feed_id))
            .collect();
        found.sort_unstable();
        found
    };
    assert_eq!(shelf.store.adopt_address(old, "https://example.org/new", NOW).unwrap(), Adopted::Merged(new));
    assert_eq!(sources(&shelf.store), [(ours[0], new), (theirs[0], new)]);
    assert_eq!(shelf.store.saved().unwrap().len(), 2, "none of the copies is lost");
    assert!(shelf.store.article(ours[0]).unwrap().followed);
    assert_eq!(shelf.store.check().unwrap(), Vec::<String>::new());
    shelf.store.undo(Some("merge_feeds"), NOW).unwrap();
    assert_eq!(sources(&shelf.store), [(ours[0], old), (theirs[0], new)]);
    assert_eq!(shelf.store.check().unwrap(), Vec::<String>::new());
}
