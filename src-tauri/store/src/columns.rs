//! Columns with text, as far as they can be read: where a byte changed so that it is none any more, one row has an odd letter and
//! every list still has all of its rows.

use rusqlite::{Row, types::ValueRef};

/// A text.
pub(crate) fn text(row: &Row<'_>, column: usize) -> rusqlite::Result<String> {
    match row.get_ref(column)? {
        ValueRef::Text(bytes) => Ok(String::from_utf8_lossy(bytes).into_owned()),
        _ => row.get(column),
    }
}

/// A text, where there is one.
pub(crate) fn text_or_none(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<String>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => text(row, column).map(Some),
    }
}

#[cfg(test)]
mod tests {
    use crate::{ArticleContent, CheckResult, FeedUpdate, NewArticle, NewFeed, Store};
    use rusqlite::Connection;
    use stoppress_model::{ArticleId, MuteKind, NewMute, PlainText, TickerQuery, Timestamp};

    #[test]
    fn a_text_in_which_a_byte_broke_takes_no_list_away() {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("library.sqlite");
        let store = Store::open(&library).unwrap();
        let now = Timestamp(1_795_600_000);
        let feed = NewFeed { url: "https://example.org/feed", ..NewFeed::default() };
        let feed = store.follow(&feed, now).unwrap().id;
        let article = |number: u8| NewArticle {
            key: vec![number],
            content_hash: vec![number],
            has_text: true,
            content: ArticleContent { html: "<p>Text</p>".into(), ..ArticleContent::default() },
        };
        let check = CheckResult::well(feed, now, now.plus(900));
        let update = FeedUpdate::brought(check, PlainText::new("The Tide", 100), (1..=3).map(article).collect());
        store.ingest(&[update]).unwrap();
        let [saved, other] = [ArticleId(1), ArticleId(3)];
        store.save_wish(saved, now).unwrap();
        store.set_tags(saved, &["kept".into()]).unwrap();
        // "Head", and a byte that no letter of UTF-8 begins with.
        let damage = "
            UPDATE articles SET title = CAST(x'48656164ff' AS TEXT);
            UPDATE articles SET url = title, language = title, direction = title;
            UPDATE saved SET title = CAST(x'48656164ff' AS TEXT);
            UPDATE saved SET url = title, feed_title = title, language = title, direction = title, reason = title;
            UPDATE saved_tags SET tag = CAST(x'48656164ff' AS TEXT);";
        Connection::open(&library).unwrap().execute_batch(damage).unwrap();
        let rows = store.ticker(&TickerQuery::default()).unwrap().rows;
        assert_eq!(rows.iter().map(|row| row.title.as_str()).collect::<Vec<_>>(), ["Head\u{fffd}"; 3]);
        assert_eq!(store.saved().unwrap().len(), 1);
        assert_eq!(store.tags_of(saved).unwrap().len(), 1);
        assert!(store.bag_saved(saved).unwrap().is_some());
        for id in [saved, other] {
            assert_eq!(store.article(id).unwrap().content.html, "<p>Text</p>");
        }
        while store.index_slice(64, &str::to_owned).unwrap().is_more {}
        assert_eq!(store.unindexed().unwrap(), 0);
        let mute = NewMute { kind: MuteKind::Words, text: "head".into(), feed: None, days: None };
        store.mute(&mute, now).unwrap();
        assert_eq!(store.ticker(&TickerQuery::default()).unwrap().rows.len(), 1, "what is saved is never muted");
    }
}
