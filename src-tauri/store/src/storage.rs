//! What the library takes, and what of it can go.

use crate::{Result, Store};
use std::fs;

/// Rows of a table that are of articles that were read and are neither saved nor to be undone into saved ones.
pub(crate) fn passed(table: &str) -> String {
    format!(
        "(SELECT s.read = 1 FROM status s WHERE s.article_id = {table}.article_id)
         AND NOT EXISTS (SELECT 1 FROM saved v WHERE v.article_id = {table}.article_id)"
    )
}

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
            let passed_status = passed("status");
            transaction.execute(&format!("UPDATE status SET packed = 0 WHERE packed = 1 AND {passed_status}"), [])?;
            let mut bytes = 0;
            for table in ["full_texts", "comments"] {
                let passed = passed(table);
                let sum: i64 = transaction.query_row(
                    &format!("SELECT coalesce(sum(length(record)), 0) FROM {table} WHERE {passed}"),
                    [],
                    |row| row.get(0),
                )?;
                bytes += sum.unsigned_abs();
                transaction.execute(&format!("DELETE FROM {table} WHERE {passed}"), [])?;
            }
            Ok(bytes)
        })
    }
}
