//! How far the reader was in an article.

use crate::{Result, Store};
use rusqlite::{Transaction, params};
use stoppress_model::ArticleId;

impl Store {
    /// Remembers how far the reader is in an article, from 0 (its beginning) to 1. One that is gone is passed over.
    ///
    /// Not flushed to the disk as other actions of the reader are: it is written at every pause of scrolling, and a power
    /// cut costs a place, never something kept. No list shows it, so [`Store::version`] stays.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn set_position(&self, id: ArticleId, position: f64) -> Result<()> {
        let write = |transaction: &Transaction<'_>| {
            for table in ["status", "saved"] {
                transaction
                    .prepare_cached(&format!("UPDATE {table} SET position = ?2 WHERE article_id = ?1"))?
                    .execute(params![id.0, position])?;
            }
            Ok(())
        };
        self.write_behind(write, |()| false)
    }
}
