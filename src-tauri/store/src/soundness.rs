//! Whether what was saved still is what was saved: SQLite looks at its pages, not at what stands in them.

use crate::{
    Result, Store, StoreError,
    columns::text,
    healing::{has_damaged_text, image, named_by_its_text},
    recover::is_damage,
};
use rusqlite::{Connection, OptionalExtension};
use stoppress_model::ArticleId;

/// Something saved that is not as it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedDamage {
    /// A text of a saved article.
    Text {
        /// The article.
        id: ArticleId,
        /// Its headline.
        title: String,
    },
    /// Headline or link in the row of a saved article.
    Name {
        /// The article.
        id: ArticleId,
        /// The headline as it stands there.
        title: String,
    },
    /// An image.
    Image {
        /// SHA-256 of the bytes that were saved.
        hash: Vec<u8>,
        /// Its address, and an article that it was saved with.
        of: Option<(String, ArticleId, String)>,
    },
}

impl Store {
    /// Reads every saved text back and compares every saved image with the hash that it was stored under; an empty list means that all
    /// is as it was saved. One at a time, so that a large library takes time and no memory.
    ///
    /// # Errors
    /// When the library cannot be read for another reason than damage.
    pub fn check_saved(&self) -> Result<Vec<SavedDamage>> {
        let connection = self.read()?;
        let mut damage = Vec::new();
        let mut statement = connection.prepare("SELECT article_id, title FROM saved ORDER BY article_id")?;
        let saved: Vec<(i64, String)> =
            statement.query_map([], |row| Ok((row.get(0)?, text(row, 1)?)))?.collect::<rusqlite::Result<_>>()?;
        for (id, title) in saved {
            if !is_whole(has_damaged_text(&connection, id).map(|damaged| !damaged))? {
                damage.push(SavedDamage::Text { id: ArticleId(id), title });
            } else if named_by_its_text(&connection, id)?.is_some() {
                damage.push(SavedDamage::Name { id: ArticleId(id), title });
            }
        }
        let mut statement = connection.prepare("SELECT hash FROM saved_images ORDER BY hash")?;
        let hashes: Vec<Vec<u8>> = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        for hash in hashes {
            // One that went meanwhile is not damaged.
            let sound = image(&connection, &hash).map(|image| image.is_none_or(|image| image.is_sound()));
            if !is_whole(sound.map_err(StoreError::from))? {
                damage.push(SavedDamage::Image { of: owner(&connection, &hash)?, hash });
            }
        }
        Ok(damage)
    }

    /// The headline of a saved article, also where nothing else of it can be read; `None` = it is not saved.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn title_of(&self, id: ArticleId) -> Result<Option<String>> {
        Ok(self
            .read()?
            .prepare_cached("SELECT title FROM saved WHERE article_id = ?1")?
            .query_row([id.0], |row| text(row, 0))
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

/// The address of an image, and a saved article that it is of.
fn owner(connection: &Connection, hash: &[u8]) -> Result<Option<(String, ArticleId, String)>> {
    Ok(connection
        .prepare_cached(
            "SELECT r.url, s.article_id, s.title
             FROM saved_refs r JOIN saved s ON s.article_id = r.article_id WHERE r.hash = ?1 LIMIT 1",
        )?
        .query_row([hash], |row| Ok((text(row, 0)?, ArticleId(row.get(1)?), text(row, 2)?)))
        .optional()?)
}
