//! The index, kept up behind: in slices so small that no reader's action waits for one.

use super::fold::folded;
use crate::{ArticleContent, FullText, Result, Store, record::unpack};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// Texts are indexed up to this length, in bytes of plain text.
const BODY_BYTES: usize = 256 * 1024;

/// A slice ends where it holds so many bytes: a reader's action waits for one slice, whatever it holds.
const SLICE_BYTES: usize = 256 * 1024;

/// A text on its way into the index.
struct Document {
    id: i64,
    mark: i64,
    /// Title, body, source, tags, folded; `None` = it is gone.
    columns: Option<[String; 4]>,
}

impl Store {
    /// Indexes at most `most` articles that changed, fewer where they are long, the newest first, and returns how many are left. `plain` makes plain
    /// text of HTML. [`Store::version`] differs only after the last slice.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn index_slice(&self, most: u32, plain: &dyn Fn(&str) -> String) -> Result<u64> {
        let documents = self.documents(most, plain)?;
        if documents.is_empty() {
            return Ok(0);
        }
        // The last slice is told to open windows: only then everything is found.
        self.write_behind(|transaction| write_slice(transaction, &documents), |left| *left == 0)
    }

    /// How many articles are still to be indexed.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn unindexed(&self) -> Result<u64> {
        left(&*self.read()?)
    }

    fn documents(&self, most: u32, plain: &dyn Fn(&str) -> String) -> Result<Vec<Document>> {
        let connection = self.read()?;
        let moment = connection.unchecked_transaction()?;
        let mut statement =
            moment.prepare_cached("SELECT article_id, mark FROM search_todo ORDER BY article_id DESC LIMIT ?1")?;
        let todo: Vec<(i64, i64)> =
            statement.query_map([most], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        drop(statement);
        let (mut documents, mut bytes) = (Vec::with_capacity(todo.len()), 0);
        for (id, mark) in todo {
            let columns = text_of(&moment, id)?.map(|text| {
                let body = plain(&text.html);
                let body = beginning(&body, BODY_BYTES);
                [folded(&text.title), folded(body), folded(&text.source), folded(&text.tags)]
            });
            bytes += columns.iter().flatten().map(String::len).sum::<usize>();
            documents.push(Document { id, mark, columns });
            if bytes >= SLICE_BYTES {
                break;
            }
        }
        Ok(documents)
    }
}

fn left(connection: &Connection) -> Result<u64> {
    let left: i64 = connection.query_row("SELECT count(*) FROM search_todo", [], |row| row.get(0))?;
    Ok(left.unsigned_abs())
}

/// Returns how many are left.
fn write_slice(transaction: &Transaction<'_>, documents: &[Document]) -> Result<u64> {
    for document in documents {
        // What changed again since it was read is left for the next slice.
        let done = transaction
            .prepare_cached("DELETE FROM search_todo WHERE article_id = ?1 AND mark = ?2")?
            .execute(params![document.id, document.mark])?;
        if done == 0 {
            continue;
        }
        transaction.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([document.id])?;
        if let Some([title, body, source, tags]) = &document.columns {
            transaction
                .prepare_cached("INSERT INTO search (rowid, title, body, source, tags) VALUES (?1, ?2, ?3, ?4, ?5)")?
                .execute(params![document.id, title, body, source, tags])?;
        }
    }
    left(transaction)
}

/// At most so many bytes of a text.
pub(super) fn beginning(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// What is searched of an article.
pub(super) struct SearchText {
    pub(super) title: String,
    pub(super) html: String,
    pub(super) source: String,
    pub(super) tags: String,
}

/// Of the saved copy where there is one, in its longer text; a record that does not read back is passed over.
pub(super) fn text_of(connection: &Connection, id: i64) -> Result<Option<SearchText>> {
    let found = connection
        .prepare_cached(
            "SELECT v.title, v.feed_title, v.record, v.full_record FROM saved v
               WHERE v.article_id = ?1 AND v.removed_at IS NULL
             UNION ALL
             SELECT a.title, coalesce(f.own_title, f.title), b.record, t.record FROM articles a
               JOIN bodies b ON b.article_id = a.id JOIN feeds f ON f.id = a.feed_id
               LEFT JOIN full_texts t ON t.article_id = a.id WHERE a.id = ?1 LIMIT 1",
        )?
        .query_row([id], |row| {
            let (title, source): (String, String) = (row.get(0)?, row.get(1)?);
            let (record, full): (Vec<u8>, Option<Vec<u8>>) = (row.get(2)?, row.get(3)?);
            Ok((title, source, record, full))
        })
        .optional()?;
    let Some((title, source, record, full)) = found else { return Ok(None) };
    let content: ArticleContent = unpack(&record).unwrap_or_default();
    let full: Option<FullText> = full.and_then(|bytes| unpack(&bytes).ok());
    let mut statement = connection.prepare_cached("SELECT tag FROM saved_tags WHERE article_id = ?1")?;
    let tags: Vec<String> = statement.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let html = match full {
        Some(full) if full.html.len() > content.html.len() => full.html,
        _ => content.html,
    };
    Ok(Some(SearchText { title, html, source, tags: tags.join(" ") }))
}
