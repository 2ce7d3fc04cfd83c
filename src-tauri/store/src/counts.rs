//! How much is unread, of each feed and folder and of everything.
//!
//! Triggers keep a row for each feed in the transaction of whatever changes an article, whichever process does it. Beside
//! that, what was read stays in memory for as long as nobody has written: one number of the library tells (`changes.written`),
//! and it is read in the same moment as what it vouches for.

use crate::{Result, Store, columns::text_or_none, sources::speaks};
use rusqlite::Connection;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};
use stoppress_model::{Feed, FeedId, TickerQuery, folder};

/// Articles of the ticker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Those that are unread.
    pub unread: u64,
    /// All that are shown.
    pub total: u64,
}

/// The counts of every followed feed, of every folder and of everything, all of one moment.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By their ids.
    feeds: Vec<Counted>,
    folders: Vec<(String, Count)>,
    everything: Count,
}

/// What is counted of a feed, and what a selection tells it by.
#[derive(Debug, PartialEq, Eq)]
struct Counted {
    id: FeedId,
    count: Count,
    /// The place of its folder among those of [`Counts`].
    folder: Option<usize>,
    language: Option<String>,
    in_live: bool,
}

impl Counts {
    /// Of a feed; nothing where it is not followed.
    #[must_use]
    pub fn feed(&self, id: FeedId) -> Count {
        self.find(id).map_or_else(Count::default, |feed| feed.count)
    }

    /// Of all feeds of a folder and of those under it.
    #[must_use]
    pub fn folder(&self, name: &str) -> Count {
        let mut sum = Count::default();
        self.folders.iter().filter(|(path, _)| folder::is_within(path, name)).for_each(|(_, count)| sum.add(*count));
        sum
    }

    /// Of every feed that stands among all in Live.
    #[must_use]
    pub fn everything(&self) -> Count {
        self.everything
    }

    /// Of a selection of the ticker, its pages apart.
    pub(crate) fn of(&self, query: &TickerQuery) -> Count {
        match (query.feed, &query.folder, &query.language) {
            (Some(feed), None, None) => self.feed(feed),
            (None, Some(folder), None) => self.folder(folder),
            (None, None, None) => self.everything,
            (Some(feed), ..) => self.sum(self.find(feed).into_iter(), query),
            (None, ..) => self.sum(self.feeds.iter(), query),
        }
    }

    /// Of those feeds that are in the folder and the language of a selection.
    fn sum<'a>(&'a self, feeds: impl Iterator<Item = &'a Counted>, query: &TickerQuery) -> Count {
        let in_folder =
            |at: Option<usize>, folder: &str| at.is_some_and(|at| folder::is_within(&self.folders[at].0, folder));
        let mut sum = Count::default();
        feeds
            .filter(|feed| query.folder.as_ref().is_none_or(|folder| in_folder(feed.folder, folder)))
            .filter(|feed| query.language.as_ref().is_none_or(|wanted| speaks(feed.language.as_deref(), wanted)))
            .filter(|feed| feed.in_live || query.feed.is_some() || query.folder.is_some())
            .for_each(|feed| sum.add(feed.count));
        sum
    }

    fn find(&self, id: FeedId) -> Option<&Counted> {
        self.feeds.binary_search_by_key(&id, |feed| feed.id).ok().map(|place| &self.feeds[place])
    }

    fn read(connection: &Connection) -> Result<Self> {
        let mut statement = connection.prepare_cached(COUNTS)?;
        let mut rows = statement.query([])?;
        let mut counts = Counts::default();
        let mut places: HashMap<String, usize> = HashMap::new();
        while let Some(row) = rows.next()? {
            let number = |column: usize| row.get::<_, i64>(column).map(i64::unsigned_abs);
            let count = Count { unread: number(1)?, total: number(2)? };
            let folder = row.get_ref(3)?.as_str_or_null().unwrap_or_default();
            let folder = folder.map(|name| {
                let place = places.get(name).copied().unwrap_or_else(|| {
                    counts.folders.push((name.to_owned(), Count::default()));
                    places.insert(name.to_owned(), counts.folders.len() - 1);
                    counts.folders.len() - 1
                });
                counts.folders[place].1.add(count);
                place
            });
            let in_live = row.get(4)?;
            if in_live {
                counts.everything.add(count);
            }
            counts.feeds.push(Counted {
                id: FeedId(row.get(0)?),
                count,
                folder,
                language: text_or_none(row, 5)?,
                in_live,
            });
        }
        Ok(counts)
    }
}

impl Count {
    fn add(&mut self, other: Count) {
        self.unread += other.unread;
        self.total += other.total;
    }
}

pub(crate) const COUNTS: &str = "SELECT f.id, c.unread, c.total, f.folder, f.in_live, f.language
  FROM feeds f JOIN counts c ON c.feed_id = f.id WHERE f.unfollowed_at IS NULL ORDER BY f.id";

/// Of everything, where nothing is known of each feed: what is not followed counts nothing, and few sources stand out of Live.
pub(crate) const EVERYTHING: &str = "SELECT coalesce(sum(unread), 0), coalesce(sum(total), 0) FROM counts";
pub(crate) const OUT_OF_LIVE: &str =
    "SELECT coalesce(sum(c.unread), 0), coalesce(sum(c.total), 0) FROM feeds f JOIN counts c ON c.feed_id = f.id
     WHERE f.in_live = 0";

/// What was read and is true until somebody writes.
#[derive(Default)]
pub(crate) struct Kept(Mutex<AsOf>);

#[derive(Default)]
struct AsOf {
    written: i64,
    everything: Option<Count>,
    counts: Option<Arc<Counts>>,
    feeds: Option<Arc<[Feed]>>,
}

impl Kept {
    /// What `of` finds among what is kept, where nobody has written since; else what `read` gives, which `keep` puts there.
    fn or_read<T: Clone>(
        &self,
        moment: &Connection,
        of: impl Fn(&mut AsOf) -> &mut Option<T>,
        read: impl FnOnce(&Connection) -> Result<T>,
    ) -> Result<T> {
        let written: i64 = moment.prepare_cached("SELECT written FROM changes")?.query_row([], |row| row.get(0))?;
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        {
            let mut kept = lock();
            if kept.written == written
                && let Some(known) = of(&mut kept)
            {
                return Ok(known.clone());
            }
        }
        let fresh = read(moment)?;
        let mut kept = lock();
        if kept.written != written {
            *kept = AsOf { written, ..AsOf::default() };
        }
        *of(&mut kept) = Some(fresh.clone());
        Ok(fresh)
    }

    /// The counts of a moment; `moment` is a transaction that only reads.
    pub(crate) fn counts(&self, moment: &Connection) -> Result<Arc<Counts>> {
        self.or_read(moment, |kept| &mut kept.counts, |moment| Ok(Arc::new(Counts::read(moment)?)))
    }

    /// The count of a selection of the ticker, its pages apart, at a moment. The first page of a start does not wait for the
    /// counts of every feed.
    pub(crate) fn of(&self, moment: &Connection, query: &TickerQuery) -> Result<Count> {
        if query.feed.is_some() || query.folder.is_some() || query.language.is_some() {
            return Ok(self.counts(moment)?.of(query));
        }
        let is_everything = |kept: &mut AsOf| kept.counts.as_ref().map(|counts| counts.everything);
        self.or_read(
            moment,
            |kept| {
                kept.everything = kept.everything.or_else(|| is_everything(kept));
                &mut kept.everything
            },
            |moment| {
                let sum = |sql: &str| -> Result<(i64, i64)> {
                    Ok(moment.prepare_cached(sql)?.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
                };
                let (all, out) = (sum(EVERYTHING)?, sum(OUT_OF_LIVE)?);
                Ok(Count {
                    unread: (all.0 - out.0).max(0).unsigned_abs(),
                    total: (all.1 - out.1).max(0).unsigned_abs(),
                })
            },
        )
    }

    /// The followed feeds of a moment, read by `read` where they are not known.
    pub(crate) fn feeds(
        &self,
        moment: &Connection,
        read: impl FnOnce(&Connection) -> Result<Vec<Feed>>,
    ) -> Result<Arc<[Feed]>> {
        self.or_read(moment, |kept| &mut kept.feeds, |moment| Ok(Arc::from(read(moment)?)))
    }
}

impl Store {
    /// The counts as they are now, of whichever process changed them last. From memory where nobody has written since.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn counts(&self) -> Result<Arc<Counts>> {
        let connection = self.read()?;
        let moment = connection.unchecked_transaction()?;
        self.kept.counts(&moment)
    }
}
