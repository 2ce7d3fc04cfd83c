//! What the library takes, and what of it can go.

use crate::{Result, Store};
use std::fs;

/// Full texts and comments of articles that were read and are neither saved nor to be undone into saved ones.
const PASSED: &str = "article_id IN (SELECT article_id FROM status WHERE read = 1)
  AND article_id NOT IN (SELECT article_id FROM saved)";

impl Store {
    /// Bytes of full texts beside those that were saved.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn texts_bytes(&self) -> Result<u64> {
        let sum: i64 =
            self.read()?.query_row("SELECT coalesce(sum(length(record)), 0) FROM full_texts", [], |row| row.get(0))?;
        Ok(sum.unsigned_abs())
    }

    /// Bytes of the library's files.
    #[must_use]
    pub fn library_bytes(&self) -> u64 {
        let mut log = self.path().as_os_str().to_owned();
        log.push("-wal");
        [self.path().as_os_str(), &log].iter().filter_map(|file| fs::metadata(file).ok()).map(|about| about.len()).sum()
    }

    /// Forgets full texts and comments of articles that were read and not saved; returns their bytes. They are fetched again
    /// when they are wanted again.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn forget_read_texts(&self) -> Result<u64> {
        self.write_user(|transaction| {
            transaction.execute(&format!("UPDATE status SET packed = 0 WHERE packed = 1 AND {PASSED}"), [])?;
            let mut bytes = 0;
            for table in ["full_texts", "comments"] {
                let sum: i64 = transaction.query_row(
                    &format!("SELECT coalesce(sum(length(record)), 0) FROM {table} WHERE {PASSED}"),
                    [],
                    |row| row.get(0),
                )?;
                bytes += sum.unsigned_abs();
                transaction.execute(&format!("DELETE FROM {table} WHERE {PASSED}"), [])?;
            }
            Ok(bytes)
        })
    }
}
