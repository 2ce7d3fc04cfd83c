//! Copies of the library made by themselves, and what happens where the library is found damaged.
//!
//! A copy a day in the folder `backups` of the profile, looked at before it counts, kept by age. Opening a profile whose
//! library does not open, or was found damaged the last time, puts a sound one in its place: the newest sound copy with
//! everything that can still be read of the damaged file. That file is kept.

use crate::{
    Reader,
    error::{ReaderError, Result},
    everything::finish_deletion,
    lock,
    profile::check_is_there,
};
use std::{
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};
use stoppress_model::{Notice, Timestamp};
use stoppress_store::{Recovered, Store, StoreError, finish_recovery, is_damage, is_sound, recover};

const FOLDER: &str = "backups";
const DAY: i64 = 24 * 3600;
/// Copies kept besides the first of each week.
const NEWEST_KEPT: usize = 3;
/// Of so many weeks the first copy is kept, however long ago they were: a clock that once was wrong costs none.
const WEEKS_KEPT: usize = 6;
const DAMAGED: &str =
    "The file of your library is damaged. Start Stop Press again and it puts together what can be saved.";
/// What says that the library was found damaged while it was open.
const MARK: &str = "library.is-damaged";
/// A copy is only made where so many times its size is free.
const ROOM: u64 = 3;

/// What the reader is to know about the state of the library, in one sentence or two.
#[derive(Default)]
pub(crate) struct Health {
    said: Mutex<Option<String>>,
    /// How much of what was saved was put back.
    healed: AtomicU64,
}

impl Health {
    pub(crate) fn sentence(&self) -> Option<String> {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let healed = match self.healed.load(Ordering::Relaxed) {
            0 => None,
            1 => Some("Part of a saved story was damaged in the library and was put back.".to_owned()),
            parts => Some(format!("Parts of saved stories were damaged in the library and were put back: {parts}.")),
        };
        said.into_iter().chain(healed).reduce(|said, healed| format!("{said} {healed}"))
    }

    pub(crate) fn count_healed(&self) {
        self.healed.fetch_add(1, Ordering::Relaxed);
    }

    fn say(&self, sentence: String) {
        *self.said.lock().unwrap_or_else(PoisonError::into_inner) = Some(sentence);
    }
}

/// A library that is open: the health it was found in, and the sign to other processes that it is in use.
pub(crate) struct OpenLibrary {
    pub(crate) store: Store,
    pub(crate) health: Health,
    pub(crate) in_use: lock::Lock,
}

/// Opens the library of a profile; a damaged one is replaced first, unless another process has it open.
pub(crate) fn open_or_recover(profile: &Path) -> Result<OpenLibrary> {
    check_is_there(profile)?;
    stoppress_store::make_private_folder(profile)?;
    let library = profile.join("library.sqlite");
    if library.is_dir() {
        let sentence = format!("{} is a folder, not a library; nothing was changed", library.display());
        return Err(ReaderError::BadRequest(sentence));
    }
    let (mark, health) = (profile.join(MARK), Health::default());
    finish_deletion(profile)?;
    finish_recovery(&library)?;
    // While one process makes the file, SQLite refuses others.
    let was_open = profile.join(lock::OPEN).exists() && length(&library).is_some_and(|length| length >= LEAST);
    let making = (!was_open).then(|| lock::acquire_blocking(profile, lock::SYNC).ok());
    // Opening it would make a new library of it.
    let opened = match is_lost(profile, &library) {
        true => Err(StoreError::NotALibrary),
        false => match Store::open(&library) {
            Ok(store) if !mark.exists() => {
                return Ok(OpenLibrary { store, health, in_use: lock::share(profile, lock::OPEN)? });
            }
            Ok(store) => Ok(store),
            Err(error) if is_damage(&error) => Err(error),
            Err(other) => return Err(other.into()),
        },
    };
    drop(making);
    // Another window over the file that is moved away would go on writing into it.
    match lock::alone(profile, lock::OPEN)? {
        Some(_alone) => {
            drop(opened);
            let _syncing = lock::acquire_blocking(profile, lock::SYNC)?;
            let _saving = lock::acquire_blocking(profile, lock::SAVE)?;
            // Meanwhile another process may have repaired it.
            let is_broken = |library: &Path| match Store::open(library) {
                Ok(_) => is_sound(library).map(|sound| !sound),
                Err(error) => Ok(is_damage(&error)),
            };
            if is_lost(profile, &library) || is_broken(&library)? {
                check_room(profile, &library, ROOM + 1)?;
                health.say(sentence(&recover(&library, &backups(profile))?));
            }
            let _ = std::fs::remove_file(mark);
        }
        None => {
            let store = opened.map_err(|_| ReaderError::BadRequest(IN_USE.into()))?;
            health.say(IN_USE.into());
            return Ok(OpenLibrary { store, health, in_use: lock::share(profile, lock::OPEN)? });
        }
    }
    Ok(OpenLibrary { store: Store::open(&library)?, health, in_use: lock::share(profile, lock::OPEN)? })
}

/// SQLite takes a file with less in it for a new database.
const LEAST: u64 = 512;

/// No file where a library was open before and copies of it are, or one with next to nothing in it: not a new library, but one
/// that was lost.
fn is_lost(profile: &Path, library: &Path) -> bool {
    let was_open = profile.join(lock::OPEN).exists();
    let has_log = length(&library.with_extension("sqlite-wal")).is_some_and(|length| length > 0);
    match length(library) {
        Some(length) => was_open && length < LEAST && !has_log,
        None => was_open && !backups(profile).is_empty(),
    }
}

fn length(file: &Path) -> Option<u64> {
    std::fs::metadata(file).map(|about| about.len()).ok()
}

const IN_USE: &str = "The file of your library is damaged, and Stop Press has it open elsewhere. Close every Stop Press and start \
    it again: it then puts together what can be saved.";

/// Refuses where less than `times` the size of the library is free.
fn check_room(profile: &Path, library: &Path, times: u64) -> Result<()> {
    let size = std::fs::metadata(library).map_or(0, |about| about.len());
    let free = fs4::available_space(profile).unwrap_or(u64::MAX);
    match free / times < size {
        true => Err(ReaderError::BadRequest(format!(
            "There is too little room on the disk for a copy of the library: it needs {} MB. Nothing was changed.",
            size.saturating_mul(times) / 1_000_000
        ))),
        false => Ok(()),
    }
}

fn sentence(recovered: &Recovered) -> String {
    let name = recovered.damaged.file_name().unwrap_or_default().to_string_lossy();
    let from = match recovered.backup {
        Some(_) => "from the last good copy and what could still be read",
        None => "from what could still be read",
    };
    let Recovered { feeds, saved, .. } = recovered;
    if !recovered.damaged.exists() {
        return format!(
            "The file of your library was gone. It was put together again from the last good copy: sources {feeds}, saved \
             stories {saved}."
        );
    }
    format!(
        "Your library was damaged. It was put together again {from}: sources {feeds}, saved stories {saved}. The damaged file is \
         kept in the same folder as {name}."
    )
}

/// Every copy that a damaged library could begin with, or what was saved be put back from, the newest first: those made daily, then
/// those made before the library was brought up to date.
pub(crate) fn backups(profile: &Path) -> Vec<PathBuf> {
    let beside = std::fs::read_dir(profile).into_iter().flatten().flatten().map(|entry| entry.path()).filter(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("library.before-") && name.ends_with(".sqlite")
    });
    let made = |path: &PathBuf| std::fs::metadata(path).and_then(|about| about.modified()).ok();
    let mut beside: Vec<PathBuf> = beside.collect();
    beside.sort_by_key(made);
    daily(profile).into_iter().map(|(_, path)| path).chain(beside.into_iter().rev()).collect()
}

/// The daily copies with their time, the newest first.
fn daily(profile: &Path) -> Vec<(Timestamp, PathBuf)> {
    let entries = std::fs::read_dir(profile.join(FOLDER)).into_iter().flatten().flatten();
    let mut found: Vec<(Timestamp, PathBuf)> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let seconds = name.strip_prefix("library-")?.strip_suffix(".sqlite")?.parse().ok()?;
            Some((Timestamp(seconds), entry.path()))
        })
        .collect();
    let now = seconds(std::time::SystemTime::now());
    let is_doubtful = |at: Timestamp, path: &Path| is_newer_than_its_file(at, path) || at.0 > now.saturating_add(DAY);
    found.sort_by_key(|(at, path)| (is_doubtful(*at, path), std::cmp::Reverse(*at)));
    found
}

fn seconds(at: std::time::SystemTime) -> i64 {
    let since = at.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// True for a copy whose name tells of a later day than its file: it was made while the clock was wrong.
fn is_newer_than_its_file(at: Timestamp, path: &Path) -> bool {
    let written = std::fs::metadata(path).and_then(|about| about.modified()).ok();
    written.is_some_and(|written| at.0 > seconds(written).saturating_add(DAY))
}

impl Reader {
    /// Copies the library where the last copy is a day old or older, and no other process is about it; true where one was made.
    /// What was saved and is damaged is put back from the copies before, so that none of them ages with it.
    /// Slow for a large library; the reader's own actions do not wait for it.
    ///
    /// # Errors
    /// Where the copy cannot be written, does not look sound, or there is no room for it; older copies are kept then.
    pub fn back_up_daily(&self) -> Result<bool> {
        let (profile, now) = (self.profile(), self.now());
        if self.read_only().is_some() {
            return Ok(false);
        }
        let Some(_alone) = lock::alone(profile, lock::COPY)? else { return Ok(false) };
        // A copy of a time when the clock was wrong says nothing.
        let known = daily(profile).into_iter().find(|(at, _)| at.0 <= now.0 + DAY);
        let due = known.is_none_or(|(at, _)| now.0 - at.0 >= DAY);
        if !due || (self.feeds()?.is_empty() && self.saved()?.is_empty()) {
            return Ok(false);
        }
        // What is said of it stands in `notice`; what is in no copy keeps nobody from making one of all the rest.
        let _ = self.check_saved();
        check_room(profile, self.store().path(), ROOM)?;
        let folder = profile.join(FOLDER);
        stoppress_store::make_private_folder(&folder)?;
        let copy = folder.join(format!("library-{}.sqlite", now.0));
        self.store().copy_to(&copy)?;
        if !is_sound(&copy)? {
            let _ = std::fs::remove_file(&copy);
            self.note_damage();
            return Err(ReaderError::Internal("the copy of the library is not sound".into()));
        }
        forget_old(&daily(profile));
        Ok(true)
    }

    /// What became of a damaged library, one sentence; `None` = it is sound as far as is known.
    #[must_use]
    pub fn notice(&self) -> Option<String> {
        self.inner.health.sentence()
    }

    /// Tells the reader a sentence about the library, as [`Reader::notice`] does.
    pub fn tell(&self, sentence: String) {
        self.inner.health.say(sentence);
        self.announce(Notice::LibraryChanged);
    }

    /// Looks through the library's file; where it is damaged the reader is told, and the next start repairs it. Slow for a
    /// large library, and nobody waits for it.
    pub fn look_for_damage(&self) {
        if is_sound(self.store().path()).is_ok_and(|sound| !sound) {
            self.note_damage();
        }
    }

    /// Looks for damage more closely; an empty list is a sound library. Where the file itself is damaged the next start repairs
    /// it.
    ///
    /// # Errors
    /// When the library cannot be read for another reason than damage.
    pub fn check(&self) -> Result<Vec<String>> {
        match self.store().check() {
            Ok(problems) => {
                if !problems.is_empty() {
                    self.look_for_damage();
                }
                Ok(problems)
            }
            Err(error) if is_damage(&error) => {
                self.note_damage();
                Ok(vec![DAMAGED.into()])
            }
            Err(error) => Err(error.into()),
        }
    }

    fn note_damage(&self) {
        if std::fs::write(self.profile().join(MARK), []).is_ok() {
            self.inner.health.say(DAMAGED.into());
            self.announce(Notice::LibraryChanged);
        }
    }
}

/// Takes the daily copies along to where the library is now. One that cannot go stays where it was.
pub(crate) fn move_copies(from: &Path, to: &Path) {
    if stoppress_store::make_private_folder(&to.join(FOLDER)).is_err() {
        return;
    }
    for (_, copy) in daily(from) {
        let Some(name) = copy.file_name() else { continue };
        let (target, part) = (to.join(FOLDER).join(name), to.join(FOLDER).join("copy.part"));
        if std::fs::rename(&copy, &target).is_ok() {
            continue;
        }
        // Another disk: it has its name there when it is whole.
        if std::fs::copy(&copy, &part).and_then(|_| std::fs::rename(&part, &target)).is_ok() {
            let _ = std::fs::remove_file(copy);
        }
    }
}

fn forget_old(copies: &[(Timestamp, PathBuf)]) {
    let week = |at: Timestamp| at.0.div_euclid(7 * DAY);
    let mut weeks = 0;
    for (index, (at, path)) in copies.iter().enumerate() {
        let first_of_its_week = copies.get(index + 1).is_none_or(|(older, _)| week(*older) != week(*at));
        weeks += usize::from(first_of_its_week);
        if index >= NEWEST_KEPT && !(first_of_its_week && weeks <= WEEKS_KEPT) {
            let _ = std::fs::remove_file(path);
        }
    }
}
