//! What the reader has chosen, as name and JSON value.

use crate::{Result, Store};
use rusqlite::params;
use stoppress_model::Settings;

impl Store {
    /// The settings; what is missing or does not read is at its default.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn settings(&self) -> Result<Settings> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached("SELECT name, value FROM settings")?;
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

    /// Replaces the settings.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn set_settings(&self, settings: &Settings) -> Result<()> {
        let serde_json::Value::Object(values) = serde_json::to_value(settings).unwrap_or_default() else {
            return Ok(());
        };
        self.write_user(|transaction| {
            for (name, value) in &values {
                transaction.execute(
                    "INSERT INTO settings (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
                    params![name, value.to_string()],
                )?;
            }
            Ok(())
        })
    }
}
