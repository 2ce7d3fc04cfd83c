//! What was saved and is damaged, put back from copies of the library. Only what is damaged is replaced, by what is whole, in one
//! transaction: until that is on the disk the damaged bytes stay, and whatever the reader did since the copy stays in any case.

use crate::{
    ArticleContent, FullText, Result, SavedImage, Store, StoreError, StoredComments,
    columns::{text, text_or_none},
    connection::connect_to_what_stands,
    packed::content_of,
    record::{has_sum, unpack},
    saved::BYTES,
};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::path::{Path, PathBuf};
use stoppress_model::ArticleId;

/// What became of something damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Healing {
    /// It is not damaged, or was not saved.
    Needless,
    /// It is whole again.
    Healed,
    /// It stays damaged, at least in part: no copy has it whole.
    Missing,
}

/// A text that belongs to a saved article.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    Text,
    FullText,
    Comments,
    Version,
}

/// One as it stands in a library.
struct KeptText {
    kept: Kept,
    /// When an earlier version ended, 0 of the others.
    until: i64,
    bytes: Vec<u8>,
}

impl Kept {
    const ALL: [Kept; 4] = [Kept::Text, Kept::FullText, Kept::Comments, Kept::Version];

    fn select(self) -> &'static str {
        match self {
            Kept::Text => "SELECT 0, record FROM saved WHERE article_id = ?1",
            Kept::FullText => "SELECT 0, full_record FROM saved WHERE article_id = ?1 AND full_record IS NOT NULL",
            Kept::Comments => {
                "SELECT 0, comments_record FROM saved WHERE article_id = ?1 AND comments_record IS NOT NULL"
            }
            Kept::Version => "SELECT until, record FROM versions WHERE article_id = ?1 ORDER BY id",
        }
    }

    /// Replaces exactly the bytes that were found damaged: what somebody else put there meanwhile stays.
    fn update(self) -> &'static str {
        match self {
            Kept::Text => "UPDATE saved SET record = ?3 WHERE article_id = ?1 AND record = ?2",
            Kept::FullText => "UPDATE saved SET full_record = ?3 WHERE article_id = ?1 AND full_record = ?2",
            Kept::Comments => "UPDATE saved SET comments_record = ?3 WHERE article_id = ?1 AND comments_record = ?2",
            Kept::Version => "UPDATE versions SET record = ?3 WHERE article_id = ?1 AND record = ?2",
        }
    }
}

impl KeptText {
    fn is_whole(&self) -> bool {
        match self.kept {
            Kept::Text | Kept::Version => unpack::<ArticleContent>(&self.bytes).is_ok(),
            Kept::FullText => unpack::<FullText>(&self.bytes).is_ok(),
            Kept::Comments => unpack::<StoredComments>(&self.bytes).is_ok(),
        }
    }
}

/// By what a saved article is known again in a copy.
struct Story {
    id: i64,
    title: String,
    url: Option<String>,
}

impl Store {
    /// Puts the damaged texts of a saved article back, each from the first of `copies` that has it whole, or else from the ticker.
    /// Copies are only read; one that cannot be is passed over.
    ///
    /// # Errors
    /// When the library cannot be read or written; then nothing is changed.
    pub fn heal_story(&self, id: ArticleId, copies: &[PathBuf]) -> Result<Healing> {
        let (story, mut damaged) = {
            let connection = self.read()?;
            let Some(story) = story(&connection, id.0)? else { return Ok(Healing::Needless) };
            (story, damaged_texts(&connection, id.0)?)
        };
        if damaged.is_empty() {
            return self.heal_name(&story);
        }
        let mut found = Vec::new();
        let in_copies = copies.iter().map(|copy| whole_texts(copy, &story));
        // What was saved since the last copy is in the ticker still, as a rule.
        let beside = std::iter::once_with(|| self.texts_of_ticker(&story).unwrap_or_default());
        for whole in in_copies.chain(beside) {
            damaged.retain(|old| {
                let same = whole.iter().find(|new| new.kept == old.kept && new.until == old.until);
                found.extend(same.map(|new| (old.kept, old.bytes.clone(), new.bytes.clone())));
                same.is_none()
            });
            if damaged.is_empty() {
                break;
            }
        }
        if !found.is_empty() {
            self.write_user(|transaction| {
                for (kept, old, new) in &found {
                    transaction.prepare_cached(kept.update())?.execute(params![id.0, old, new])?;
                }
                count_bytes(transaction, id.0)
            })?;
        }
        match damaged.is_empty() {
            true => self.heal_name(&story).map(|_| Healing::Healed),
            false => Ok(Healing::Missing),
        }
    }

    /// What the ticker has of a saved story: its text unless its publisher edited it since, its full text and its comments.
    fn texts_of_ticker(&self, story: &Story) -> Result<Vec<KeptText>> {
        let connection = self.read()?;
        let mut found = Vec::new();
        let is_same: bool = connection
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM saved v JOIN status s ON s.article_id = v.article_id
                   WHERE v.article_id = ?1 AND v.from_page = 0 AND v.imported = 0 AND coalesce(s.edited_at <= v.saved_at, 1))",
            )?
            .query_row([story.id], |row| row.get(0))?;
        let content = content_of(&connection, story.id).ok().flatten();
        if let Some(content) = content.filter(|content| is_same && content.url == story.url) {
            found.push(KeptText { kept: Kept::Text, until: 0, bytes: content.pack()? });
        }
        for (kept, sql) in [
            (Kept::FullText, "SELECT record FROM full_texts WHERE article_id = ?1 AND record IS NOT NULL"),
            (Kept::Comments, "SELECT record FROM comments WHERE article_id = ?1"),
        ] {
            let bytes: Option<Vec<u8>> =
                connection.prepare_cached(sql)?.query_row([story.id], |row| row.get(0)).optional()?;
            found.extend(bytes.map(|bytes| KeptText { kept, until: 0, bytes }));
        }
        found.retain(KeptText::is_whole);
        Ok(found)
    }

    /// Headline and link stand in a row of the list and in the text too, which ends with a sum.
    fn heal_name(&self, story: &Story) -> Result<Healing> {
        let named = {
            let connection = self.read()?;
            named_by_its_text(&connection, story.id)?
        };
        let Some((title, url)) = named else { return Ok(Healing::Needless) };
        self.write_user(|transaction| {
            // The index has the link as it was and misses the one that is in the row.
            transaction.execute_batch("REINDEX saved_url")?;
            transaction.execute(
                "UPDATE saved SET title = ?2, url = ?3 WHERE article_id = ?1 AND from_page = 0 AND imported = 0",
                params![story.id, title, url],
            )?;
            Ok(Healing::Healed)
        })
    }

    /// Puts the bytes of a saved image back from the first of `copies` that has those that belong to `hash`.
    ///
    /// # Errors
    /// When the library cannot be read or written; then nothing is changed.
    pub fn heal_image(&self, hash: &[u8], copies: &[PathBuf]) -> Result<Healing> {
        if image(&*self.read()?, hash)?.is_none_or(|image| image.is_sound()) {
            return Ok(Healing::Needless);
        }
        let of_copy = |copy: &PathBuf| image(&connect_to_what_stands(copy).ok()?, hash).ok()?;
        let Some(whole) = copies.iter().filter_map(of_copy).find(SavedImage::is_sound) else {
            return Ok(Healing::Missing);
        };
        self.write_user(|transaction| {
            let put = "UPDATE saved_images SET mime = ?2, bytes = ?3 WHERE hash = ?1";
            transaction.execute(put, params![hash, whole.mime, whole.bytes])?;
            Ok(Healing::Healed)
        })
    }
}

fn story(connection: &Connection, id: i64) -> rusqlite::Result<Option<Story>> {
    connection
        .prepare_cached("SELECT article_id, title, url FROM saved WHERE article_id = ?1")?
        .query_row([id], |row| Ok(Story { id: row.get(0)?, title: text(row, 1)?, url: text_or_none(row, 2)? }))
        .optional()
}

fn texts(connection: &Connection, kept: Kept, id: i64) -> rusqlite::Result<Vec<KeptText>> {
    let mut statement = connection.prepare_cached(kept.select())?;
    let rows = statement.query_map([id], |row| Ok(KeptText { kept, until: row.get(0)?, bytes: row.get(1)? }))?;
    rows.collect()
}

/// Whether a text of a saved article does not read back.
pub(crate) fn has_damaged_text(connection: &Connection, id: i64) -> Result<bool> {
    Ok(!damaged_texts(connection, id)?.is_empty())
}

fn damaged_texts(connection: &Connection, id: i64) -> Result<Vec<KeptText>> {
    let mut damaged = Vec::new();
    for kept in Kept::ALL {
        damaged.extend(texts(connection, kept, id)?.into_iter().filter(|text| !text.is_whole()));
    }
    Ok(damaged)
}

/// What a copy has whole of a story; a copy of a schema from before some text was kept, or a damaged one, has less or nothing.
fn whole_texts(copy: &Path, story: &Story) -> Vec<KeptText> {
    let Ok(connection) = connect_to_what_stands(copy) else { return Vec::new() };
    let Ok(Some(id)) = id_in(&connection, story) else { return Vec::new() };
    let all = Kept::ALL.iter().flat_map(|kept| texts(&connection, *kept, id).unwrap_or_default());
    all.filter(KeptText::is_whole).collect()
}

/// The same story in a copy: by its id, which another story may have where a library was put in this one's place, or else by link
/// and headline.
fn id_in(copy: &Connection, story: &Story) -> rusqlite::Result<Option<i64>> {
    let same = copy
        .prepare(
            "SELECT article_id FROM saved WHERE article_id = ?1 AND url IS ?2 AND (url IS NOT NULL OR title = ?3)",
        )?
        .query_row(params![story.id, story.url, story.title], |row| row.get(0))
        .optional()?;
    if same.is_some() {
        return Ok(same);
    }
    let mut statement = copy.prepare("SELECT article_id FROM saved WHERE url = ?1 AND title = ?2 LIMIT 2")?;
    let mut ids = statement.query_map(params![story.url, story.title], |row| row.get(0))?;
    let only = ids.next().transpose()?;
    Ok(only.filter(|_| ids.next().is_none()))
}

/// Headline and link of a saved article as its text has them, where its row has other ones. Those of pages and of what was brought
/// in from elsewhere may differ.
pub(crate) fn named_by_its_text(connection: &Connection, id: i64) -> Result<Option<(String, Option<String>)>> {
    let found: Option<(String, Option<String>, Vec<u8>)> = connection
        .prepare_cached(
            "SELECT title, url, record FROM saved WHERE article_id = ?1 AND from_page = 0 AND imported = 0",
        )?
        .query_row([id], |row| Ok((text(row, 0)?, text_or_none(row, 1)?, row.get(2)?)))
        .optional()?;
    let Some((title, url, record)) = found.filter(|(.., record)| has_sum(record)) else { return Ok(None) };
    let content: ArticleContent = match unpack(&record) {
        Err(StoreError::Damaged(_)) => return Ok(None),
        read => read?,
    };
    let is_other = content.title.as_str() != title || content.url != url;
    Ok(is_other.then(|| (content.title.to_string(), content.url)))
}

fn count_bytes(transaction: &Transaction<'_>, id: i64) -> Result<()> {
    transaction.execute(&format!("UPDATE saved SET bytes = {BYTES} WHERE article_id = ?1"), [id])?;
    Ok(())
}

pub(crate) fn image(connection: &Connection, hash: &[u8]) -> rusqlite::Result<Option<SavedImage>> {
    connection
        .prepare_cached("SELECT hash, mime, bytes FROM saved_images WHERE hash = ?1")?
        .query_row([hash], |row| Ok(SavedImage { hash: row.get(0)?, mime: row.get(1)?, bytes: row.get(2)? }))
        .optional()
}
