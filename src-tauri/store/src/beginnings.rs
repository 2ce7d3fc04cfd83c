//! What articles begin with, for the line below their headlines: of a record only that is read.

use crate::{Result, Store, columns::text, dictionary::unpack_body, search::index::beginning};
use rusqlite::OptionalExtension;
use serde::Deserialize;
use stoppress_model::{ArticleId, PlainText};

/// Bytes of HTML that are kept of each.
const KEPT: usize = 16 << 10;

/// What an article begins with.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Beginning {
    /// Headline; of an untitled article the first words of its text.
    pub title: PlainText,
    /// The feed's summary where it is not the body.
    pub summary: Option<PlainText>,
    /// Raw HTML, its first 16 KiB.
    pub html: String,
}

/// Of a record only what is shown.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Text {
    summary: Option<PlainText>,
    html: String,
}

impl Store {
    /// What these articles begin with as their feeds gave them; those that are not in the ticker, or whose text does not read back,
    /// are passed over.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn beginnings(&self, ids: &[ArticleId]) -> Result<Vec<(ArticleId, Beginning)>> {
        let connection = self.read()?;
        let mut statement = connection.prepare_cached(
            "SELECT a.title, b.record FROM articles a JOIN bodies b ON b.article_id = a.id WHERE a.id = ?1",
        )?;
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let row = statement.query_row([id.0], |row| Ok((text(row, 0)?, row.get::<_, Vec<u8>>(1)?))).optional()?;
            let Some((title, record)) = row else { continue };
            let Ok(Text { summary, mut html }) = unpack_body(&connection, &record) else { continue };
            html.truncate(beginning(&html, KEPT).len());
            html.shrink_to_fit();
            found.push((*id, Beginning { title: PlainText::new(&title, 4096), summary, html }));
        }
        Ok(found)
    }
}
