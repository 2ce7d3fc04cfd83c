//! The index, kept up behind: in slices that end early where a reader's action waits for one.

use super::{fold::fold_to, terms};
use crate::{FullText, Result, Store, columns::text, dictionary::unpack_body};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::Deserialize;
use std::collections::HashMap;
use stoppress_model::Timestamp;

/// Texts are indexed up to this length, in bytes of plain text.
const BODY_BYTES: usize = 256 * 1024;

/// A slice ends where it holds so many bytes, whatever it holds: each is held in memory, and written as one segment of the
/// index. Segments are merged by fours, so that a sixteenth of the bytes cost twice as much in the end.
const SLICE_BYTES: usize = 8 * 1024 * 1024;

/// What a call of [`Store::index_slice`] did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IndexedSlice {
    /// Articles that were looked at.
    pub done: u64,
    /// False when everything is searchable.
    pub is_more: bool,
}

/// A text on its way into the index.
struct Document {
    id: i64,
    mark: i64,
    /// Folded; `None` = it is gone.
    text: Option<String>,
    /// What the list of saved articles says of it; `None` = it is not saved.
    saved: Option<SavedFigures>,
}

/// What the list of saved articles says of one, and only its text can tell.
struct SavedFigures {
    published: Option<Timestamp>,
    words: u32,
}

impl Store {
    /// Indexes at most `most` articles that changed, fewer where they are long or where somebody waits to write what the reader
    /// did, the newest first. `plain` makes plain text of HTML. [`Store::version`] differs only after the last slice.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn index_slice(&self, most: u32, plain: &dyn Fn(&str) -> String) -> Result<IndexedSlice> {
        let documents = self.documents(most, plain)?;
        if documents.is_empty() {
            return Ok(IndexedSlice::default());
        }
        let is_awaited = || self.is_awaited_by_the_reader();
        // The last slice is told to open windows: only then everything is found.
        self.write_behind(|transaction| write_slice(transaction, &documents, &is_awaited), |slice| !slice.is_more)
    }

    /// How many articles are still to be indexed.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn unindexed(&self) -> Result<u64> {
        left(&*self.read()?, u32::MAX)
    }

    fn documents(&self, most: u32, plain: &dyn Fn(&str) -> String) -> Result<Vec<Document>> {
        let connection = self.read()?;
        let moment = connection.unchecked_transaction()?;
        let mut statement =
            moment.prepare_cached("SELECT article_id, mark FROM search_todo ORDER BY article_id DESC LIMIT ?1")?;
        let todo: Vec<(i64, i64)> =
            statement.query_map([most], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        drop(statement);
        let (mut documents, mut bytes) = (Vec::new(), 0);
        for (id, mark) in todo {
            let mut saved = None;
            let text = text_of(&moment, id)?.map(|text| {
                let body = plain(&text.html);
                saved = text.saved.then(|| SavedFigures { published: text.published, words: words(&body) });
                let mut line = String::with_capacity(body.len() + body.len() / 8);
                for part in [&text.title, &text.source, &text.tags, beginning(&body, BODY_BYTES)] {
                    fold_to(part, &mut line);
                }
                line
            });
            bytes += text.as_ref().map_or(0, String::len);
            documents.push(Document { id, mark, text, saved });
            if bytes >= SLICE_BYTES {
                break;
            }
        }
        // FTS5 writes out what it has gathered whenever an id is smaller than the one before.
        documents.reverse();
        Ok(documents)
    }
}

/// How many are to be indexed, counted up to `most`.
pub(super) fn left(connection: &Connection, most: u32) -> Result<u64> {
    let left: i64 = connection
        .prepare_cached("SELECT count(*) FROM (SELECT 1 FROM search_todo LIMIT ?1)")?
        .query_row([most], |row| row.get(0))?;
    Ok(left.unsigned_abs())
}

/// Writes texts until the reader waits for the end.
fn write_slice(
    transaction: &Transaction<'_>,
    documents: &[Document],
    is_awaited: &dyn Fn() -> bool,
) -> Result<IndexedSlice> {
    let (mut words, mut done) = (HashMap::new(), 0);
    for document in documents {
        write_document(transaction, document, &mut words)?;
        done += 1;
        if is_awaited() {
            break;
        }
    }
    terms::keep(transaction, &words)?;
    Ok(IndexedSlice { done, is_more: left(transaction, 1)? > 0 })
}

/// `words`: where the words of the text are counted.
fn write_document(transaction: &Transaction<'_>, document: &Document, words: &mut HashMap<String, i64>) -> Result<()> {
    // What changed again since it was read is left for the next slice.
    let done = transaction
        .prepare_cached("DELETE FROM search_todo WHERE article_id = ?1 AND mark = ?2")?
        .execute(params![document.id, document.mark])?;
    if done == 0 {
        return Ok(());
    }
    let was_here = transaction.prepare_cached("SELECT 1 FROM search_docsize WHERE id = ?1")?.exists([document.id])?;
    if was_here {
        transaction.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([document.id])?;
    }
    if let Some(text) = &document.text {
        transaction
            .prepare_cached("INSERT INTO search (rowid, text) VALUES (?1, ?2)")?
            .execute(params![document.id, text])?;
        if let Some(weight) = terms::weight(document.id) {
            terms::count(words, text, weight);
        }
    }
    if let Some(SavedFigures { published, words }) = &document.saved {
        transaction
            .prepare_cached(
                "UPDATE saved SET published = coalesce(published, ?2), words = ?3
                 WHERE article_id = ?1 AND (words IS NOT ?3 OR published IS NOT coalesce(published, ?2))",
            )?
            .execute(params![document.id, published.map(|at| at.0), words])?;
    }
    Ok(())
}

/// Words of a text; signs of scripts without spaces count as one word in two.
fn words(text: &str) -> u32 {
    let (mut words, mut signs, mut is_inside) = (0u32, 0u32, false);
    for character in text.chars() {
        let is_sign = matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
        let is_word = !is_sign && !character.is_whitespace();
        signs += u32::from(is_sign);
        words += u32::from(is_word && !is_inside);
        is_inside = is_word;
    }
    words + signs / 2
}

/// At most so many bytes of a text.
pub(crate) fn beginning(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Of a record only what is searched: reading all of it would take twice as long.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Text {
    html: String,
    published: Option<Timestamp>,
}

/// What is searched of an article.
pub(super) struct SearchText {
    pub(super) title: String,
    pub(super) html: String,
    pub(super) source: String,
    pub(super) tags: String,
    /// True where it is the saved copy.
    saved: bool,
    /// When that was published; what stands in no record of the ticker is not looked for.
    published: Option<Timestamp>,
}

/// What is searched of an article: of the saved copy, else as its feed gave it.
pub(crate) const TEXT: &str = "SELECT v.title, v.feed_title, v.record, v.full_record, 1 FROM saved v
               WHERE v.article_id = ?1 AND v.removed_at IS NULL
             UNION ALL
             SELECT a.title, coalesce(f.own_title, f.title), b.record, t.record, 0 FROM articles a
               JOIN bodies b ON b.article_id = a.id JOIN feeds f ON f.id = a.feed_id
               LEFT JOIN full_texts t ON t.article_id = a.id WHERE a.id = ?1 LIMIT 1";

/// Of the saved copy where there is one, in its longer text; a record that does not read back is passed over.
pub(super) fn text_of(connection: &Connection, id: i64) -> Result<Option<SearchText>> {
    let found = connection
        .prepare_cached(TEXT)?
        .query_row([id], |row| {
            let (title, source) = (text(row, 0)?, text(row, 1)?);
            let (record, full): (Vec<u8>, Option<Vec<u8>>) = (row.get(2)?, row.get(3)?);
            Ok((title, source, record, full, row.get::<_, bool>(4)?))
        })
        .optional()?;
    let Some((title, source, record, full, saved)) = found else { return Ok(None) };
    let content: Text = unpack_body(connection, &record).unwrap_or_default();
    let full: Option<FullText> = full.and_then(|bytes| unpack_body(connection, &bytes).ok());
    let tags = if saved { tags_of(connection, id)? } else { String::new() };
    let published = content.published.or(full.as_ref().and_then(|full| full.published));
    let html = match full {
        Some(full) if full.html.len() > content.html.len() => full.html,
        _ => content.html,
    };
    Ok(Some(SearchText { title, html, source, tags, saved, published }))
}

fn tags_of(connection: &Connection, id: i64) -> Result<String> {
    let mut statement = connection.prepare_cached("SELECT tag FROM saved_tags WHERE article_id = ?1")?;
    let tags: Vec<String> = statement.query_map([id], |row| text(row, 0))?.collect::<rusqlite::Result<_>>()?;
    Ok(tags.join(" "))
}

#[cfg(test)]
mod tests {
    use super::{Document, write_slice};
    use crate::Store;
    use rusqlite::params;

    #[test]
    fn a_slice_ends_where_the_reader_waits_and_leaves_the_rest_to_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("library.sqlite")).unwrap();
        let documents: Vec<Document> =
            (1..=5).map(|id| Document { id, mark: 0, text: Some("harbour".into()), saved: None }).collect();
        let slice = |documents: &[Document], is_awaited: &dyn Fn() -> bool| {
            store.write_behind(|transaction| write_slice(transaction, documents, is_awaited), |_| false).unwrap()
        };
        store
            .write_behind(
                |transaction| {
                    for document in &documents {
                        transaction
                            .execute("INSERT INTO search_todo VALUES (?1, ?2)", params![document.id, document.mark])?;
                    }
                    Ok(())
                },
                |()| false,
            )
            .unwrap();
        let first = slice(&documents, &|| true);
        assert_eq!((first.done, first.is_more), (1, true));
        assert_eq!(store.unindexed().unwrap(), 4);
        let second = slice(&documents[1..], &|| false);
        assert_eq!((second.done, second.is_more), (4, false));
        let words: i64 = store
            .read()
            .unwrap()
            .query_row("SELECT articles FROM search_terms WHERE term = 'harbour'", [], |row| row.get(0))
            .unwrap();
        assert_eq!(words, 5, "each is counted once");
    }
}
