//! Which story of a library a story of a bag is. A link alone does not say: a list of changes, a live page or a podcast has one
//! link for many stories.

use super::BagSaved;
use crate::{ArticleContent, Result, Store};
use rusqlite::{OptionalExtension, Transaction};
use std::collections::{HashMap, HashSet};

/// The saved articles of a library while a bag joins it.
#[derive(Debug, Default)]
pub struct Meeting {
    /// By their links, or by source and headline where there is none.
    saved: HashMap<String, Vec<i64>>,
    met: HashSet<i64>,
    /// Stories of the ticker that are not saved, with their headlines, by their links.
    live: HashMap<String, Vec<(i64, String)>>,
    pub(super) entry: Option<i64>,
    pub(super) added: Vec<i64>,
}

/// What is looked at of a saved article that may be the same story.
struct Here {
    title: String,
    from_page: bool,
    /// True for a page whose text was not fetched yet.
    is_wish: bool,
    /// `None` = it does not read back.
    content: Option<ArticleContent>,
}

/// How sure it is that two are one story, the surest last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// The page at one address.
    Page,
    /// Headline or text is the same, and nothing says that it is another story.
    Edited,
    /// Headline and text.
    Same,
}

impl Store {
    /// Looks up what the bag's articles may meet here.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn begin_meeting(&self) -> Result<Meeting> {
        let connection = self.read()?;
        let mut meeting = Meeting::default();
        let mut statement = connection.prepare(
            "SELECT article_id, coalesce(url, feed_title || ' ' || title) FROM saved
             ORDER BY removed_at IS NOT NULL, saved_at, article_id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            meeting.saved.entry(row.get(1)?).or_default().push(row.get(0)?);
        }
        let mut statement = connection.prepare(
            "SELECT a.id, a.url, a.title FROM articles a JOIN status s ON s.article_id = a.id
             WHERE a.url IS NOT NULL AND s.hidden = 0 AND NOT EXISTS (SELECT 1 FROM saved WHERE article_id = a.id)",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            meeting.live.entry(row.get(1)?).or_default().push((row.get(0)?, row.get(2)?));
        }
        Ok(meeting)
    }
}

impl Meeting {
    /// The saved article that is the same story, of several that may be it the likeliest, then the first. Nobody is met twice: where a
    /// story was saved more than once, the first meets the first.
    pub(super) fn meet(&mut self, transaction: &Transaction<'_>, theirs: &BagSaved) -> Result<Option<i64>> {
        let mut likeliest: Option<(Likeness, i64)> = None;
        for id in self.saved.get(&name(theirs)).into_iter().flatten().filter(|id| !self.met.contains(id)) {
            let Some(here) = read(transaction, *id)? else { continue };
            let found = likeness(&here, theirs).map(|likeness| (likeness, *id));
            if found.map(|found| found.0) > likeliest.map(|likeliest| likeliest.0) {
                likeliest = found;
            }
        }
        let met = likeliest.map(|(_, id)| id);
        self.met.extend(met);
        Ok(met)
    }

    /// The story of the ticker that becomes the saved one: the same headline under the same link, or, for a page, the only story
    /// under it.
    pub(super) fn take_live(&mut self, theirs: &BagSaved) -> Option<i64> {
        let stories = self.live.get_mut(&name(theirs))?;
        let same = stories.iter().position(|(_, title)| *title == theirs.title);
        let at = same.or_else(|| (theirs.from_page && stories.len() == 1).then_some(0))?;
        Some(stories.swap_remove(at).0)
    }

    /// Notes that a story of the bag is a saved article of its own now.
    pub(super) fn came(&mut self, id: i64) {
        self.met.insert(id);
        self.added.push(id);
    }
}

fn name(theirs: &BagSaved) -> String {
    theirs.url.clone().unwrap_or_else(|| format!("{} {}", theirs.feed_title, theirs.title))
}

fn read(transaction: &Transaction<'_>, id: i64) -> Result<Option<Here>> {
    let found = transaction
        .prepare_cached(
            "SELECT title, from_page, from_page AND full_record IS NULL, record FROM saved WHERE article_id = ?1",
        )?
        .query_row([id], |row| {
            let content = ArticleContent::unpack(&row.get::<_, Vec<u8>>(3)?).ok();
            Ok(Here { title: crate::columns::text(row, 0)?, from_page: row.get(1)?, is_wish: row.get(2)?, content })
        })
        .optional()?;
    Ok(found)
}

fn likeness(here: &Here, theirs: &BagSaved) -> Option<Likeness> {
    let same_title = here.title == theirs.title;
    let Some(content) = &here.content else { return same_title.then_some(Likeness::Edited) };
    let same_text = content.html == theirs.content.html;
    let same_time = content.published.is_some() && content.published == theirs.content.published;
    let is_a_page = here.from_page || theirs.from_page;
    let theirs_is_wish = theirs.from_page && theirs.full.is_none() && theirs.content.html.is_empty();
    if same_title && same_text {
        Some(Likeness::Same)
    } else if (same_title && (same_time || is_a_page)) || (same_text && !content.html.is_empty()) {
        Some(Likeness::Edited)
    } else if (here.from_page && theirs.from_page) || theirs_is_wish || (here.is_wish && theirs.full.is_some()) {
        Some(Likeness::Page)
    } else {
        None
    }
}
