//! What the reader has chosen, as name and JSON value.

use crate::{Result, Store, StoreError};
use rusqlite::params;
use std::collections::BTreeMap;
use stoppress_model::Settings;

/// What stands before the name of what the window remembers, in the table of the settings.
const WINDOW: &str = "window.";
/// How many things the window may remember, and bytes of the longest name and value.
const MOST_REMEMBERED: i64 = 64;
const NAME_BYTES: usize = 64;
const VALUE_BYTES: usize = 4096;

impl Store {
    /// The settings; what is missing or does not read is at its default.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn settings(&self) -> Result<Settings> {
        let connection = self.read()?;
        let mut statement =
            connection.prepare_cached("SELECT name, value FROM settings WHERE name NOT LIKE 'window.%'")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let mut known = serde_json::to_value(Settings::default()).unwrap_or_default();
        for row in rows {
            let (name, value) = row?;
            let Ok(value) = serde_json::from_str(&value) else { continue };
            let mut attempt = known.clone();
            attempt[&name] = value;
            // One value that does not read must not cost the reader the others.
            if serde_json::from_value::<Settings>(attempt.clone()).is_ok() {
                known = attempt;
            }
        }
        Ok(serde_json::from_value(known).unwrap_or_default())
    }

    /// Writes those of the settings that differ from what they were `before`; the others stay as they are by now, whoever set
    /// them meanwhile.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn change_settings(&self, before: &Settings, settings: &Settings) -> Result<()> {
        let values = |settings| serde_json::to_value(settings).unwrap_or_default();
        let (before, after) = (values(before), values(settings));
        let changed = after.as_object().into_iter().flatten().filter(|(name, value)| before.get(name) != Some(value));
        self.write_user(|transaction| {
            for (name, value) in changed {
                transaction.execute(
                    "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
                    params![name, value.to_string()],
                )?;
            }
            Ok(())
        })
    }

    /// What the window remembers of itself in this profile, by name: which story was open, how wide its list is.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn remembered(&self) -> Result<BTreeMap<String, String>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached("SELECT name, value FROM settings WHERE name LIKE 'window.%'")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        rows.map(|row| {
            let (name, value) = row?;
            Ok((name[WINDOW.len()..].to_owned(), value))
        })
        .collect()
    }

    /// Remembers `value` under `name` for the window. As a place in an article it is not flushed to the disk, and no list
    /// shows it, so [`Store::version`] stays.
    ///
    /// # Errors
    /// `Unusable` where the name or value is too long or there are too many already; when the profile cannot be written.
    pub fn remember(&self, name: &str, value: &str) -> Result<()> {
        const TOO_MUCH: StoreError = StoreError::Unusable("This is more than the window can remember.");
        if name.is_empty() || name.len() > NAME_BYTES || value.len() > VALUE_BYTES {
            return Err(TOO_MUCH);
        }
        self.write_behind(
            |transaction| {
                transaction
                    .prepare_cached(
                        "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
                    )?
                    .execute(params![format!("{WINDOW}{name}"), value])?;
                let count: i64 = transaction
                    .prepare_cached("SELECT count(*) FROM settings WHERE name LIKE 'window.%'")?
                    .query_row([], |row| row.get(0))?;
                if count > MOST_REMEMBERED { Err(TOO_MUCH) } else { Ok(()) }
            },
            |()| false,
        )
    }
}
