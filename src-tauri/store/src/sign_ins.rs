//! Sites that are signed in to, and under which name. Passwords are never here.

use crate::{Result, Store};
use rusqlite::{Transaction, params};

impl Store {
    /// Origins and names, by origin.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn sign_ins(&self) -> Result<Vec<(String, String)>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached("SELECT origin, user FROM sign_ins ORDER BY origin")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }

    /// Keeps the name for an origin; its feeds are due, and what they were recognised by is void.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn set_sign_in(&self, origin: &str, user: &str) -> Result<()> {
        self.write_user(|transaction| {
            transaction.execute(
                "INSERT INTO sign_ins (origin, user) VALUES (?1, ?2) ON CONFLICT (origin) DO UPDATE SET user = ?2",
                params![origin, user],
            )?;
            start_anew(transaction, origin)
        })
    }

    /// Forgets the name for an origin.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn remove_sign_in(&self, origin: &str) -> Result<()> {
        self.write_user(|transaction| {
            transaction.execute("DELETE FROM sign_ins WHERE origin = ?1", [origin])?;
            start_anew(transaction, origin)
        })
    }
}

/// Another reader of the site may be sent another feed.
fn start_anew(transaction: &Transaction<'_>, origin: &str) -> Result<()> {
    transaction.execute(
        "UPDATE feed_checks SET next_check = 0, etag = NULL, last_modified = NULL, validators_url = NULL, body_hash = NULL
         WHERE feed_id IN (SELECT id FROM feeds WHERE url = ?1 OR substr(url, 1, length(?1) + 1) = ?1 || '/')
           AND trouble_code IS NOT 'gone' AND trouble_code IS NOT 'asked_to_wait'",
        [origin],
    )?;
    Ok(())
}
