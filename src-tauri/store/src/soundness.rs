//! Whether what was saved still is what was saved: SQLite looks at its pages, not at what stands in them.

use crate::{
    ArticleContent, FullText, Result, SavedImage, Store, StoreError, StoredComments, record::unpack, recover::is_damage,
};
use rusqlite::{Connection, OptionalExtension};
use stoppress_model::ArticleId;

/// Problems that are named; more are counted.
const MOST_NAMED: usize = 100;

/// What was found, as far as it is named.
#[derive(Default)]
struct Problems {
    named: Vec<String>,
    more: usize,
}

impl Problems {
    fn add(&mut self, problem: String) {
        match self.named.len() < MOST_NAMED {
            true => self.named.push(problem),
            false => self.more += 1,
        }
    }

    fn told(mut self) -> Vec<String> {
        if self.more > 0 {
            self.named.push(format!("{} more texts and pictures are damaged", self.more));
        }
        self.named
    }
}

impl Store {
    /// Reads every saved text back and compares every saved image with the hash that it was stored under; an empty list means that all
    /// is as it was saved. One at a time, so that a large library takes time and no memory.
    ///
    /// # Errors
    /// When the library cannot be read for another reason than damage.
    pub fn check_saved(&self) -> Result<Vec<String>> {
        let connection = self.read()?;
        let mut problems = Problems::default();
        let mut statement = connection.prepare("SELECT article_id, title FROM saved ORDER BY article_id")?;
        let saved: Vec<(i64, String)> =
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        for (id, title) in &saved {
            if !is_whole(texts_read_back(&connection, *id))? {
                problems.add(format!("the text of the saved article {id} cannot be read any more: {title}"));
            }
        }
        let mut statement = connection.prepare("SELECT hash FROM saved_images ORDER BY hash")?;
        let hashes: Vec<Vec<u8>> = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        for hash in &hashes {
            if !is_whole(image_is_sound(&connection, hash))? {
                problems.add(format!("a picture is damaged: {}", owner(&connection, hash)?));
            }
        }
        Ok(problems.told())
    }

    /// The headline of a saved article, also where nothing else of it can be read; `None` = it is not saved.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn title_of(&self, id: ArticleId) -> Result<Option<String>> {
        Ok(self
            .read()?
            .prepare_cached("SELECT title FROM saved WHERE article_id = ?1")?
            .query_row([id.0], |row| row.get(0))
            .optional()?)
    }
}

/// False for what is damaged; other errors are errors.
fn is_whole(read: Result<bool>) -> Result<bool> {
    match read {
        Err(StoreError::Damaged(_)) => Ok(false),
        Err(error) if is_damage(&error) => Ok(false),
        other => other,
    }
}

fn texts_read_back(connection: &Connection, id: i64) -> Result<bool> {
    type Records = (Vec<u8>, Option<Vec<u8>>, Option<Vec<u8>>);
    let (record, full, comments): Records = connection
        .prepare_cached("SELECT record, full_record, comments_record FROM saved WHERE article_id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    unpack::<ArticleContent>(&record)?;
    full.map(|bytes| unpack::<FullText>(&bytes)).transpose()?;
    comments.map(|bytes| unpack::<StoredComments>(&bytes)).transpose()?;
    let mut statement = connection.prepare_cached("SELECT record FROM versions WHERE article_id = ?1")?;
    let mut rows = statement.query([id])?;
    while let Some(row) = rows.next()? {
        unpack::<ArticleContent>(&row.get::<_, Vec<u8>>(0)?)?;
    }
    Ok(true)
}

fn image_is_sound(connection: &Connection, hash: &[u8]) -> Result<bool> {
    let image: Option<SavedImage> = connection
        .prepare_cached("SELECT hash, mime, bytes FROM saved_images WHERE hash = ?1")?
        .query_row([hash], |row| Ok(SavedImage { hash: row.get(0)?, mime: row.get(1)?, bytes: row.get(2)? }))
        .optional()?;
    // One that went meanwhile is not damaged.
    Ok(image.is_none_or(|image| image.is_sound()))
}

/// The address of an image, and a saved article that it is of.
fn owner(connection: &Connection, hash: &[u8]) -> Result<String> {
    let owner = connection
        .prepare_cached(
            "SELECT r.url || ' of the saved article ' || s.article_id || ': ' || s.title
             FROM saved_refs r JOIN saved s ON s.article_id = r.article_id WHERE r.hash = ?1 LIMIT 1",
        )?
        .query_row([hash], |row| row.get(0))
        .optional()?;
    Ok(owner.unwrap_or_else(|| "one that no saved article has any more".into()))
}
