//! Deleting everything: the one thing that cannot be taken back. It is done whole or not at all: a note in the profile says
//! that it was begun, and a start that finds the note finishes it.

use crate::{
    Reader,
    error::{ReaderError, Result},
    lock,
    profile::remove_candidates,
};
use std::{
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};
use stoppress_model::Notice;
use stoppress_store::{Store, StoreError};

/// What says that everything is to go.
const NOTE: &str = "library.delete-everything";
/// What stands in the note; an empty file of its name deletes nothing.
const WORDS: &str = "everything in this library was deleted by its reader\n";
const LIBRARY: &str = "library.sqlite";
const EMPTY: &str = "library.empty.sqlite";

impl Reader {
    /// Deletes everything: articles, saved ones too, images, sources, mutes, settings, and every copy of the library in the
    /// profile. It cannot be undone. `saved` and `feeds` say what the reader was shown; where that is no longer so, nothing
    /// is deleted. Other windows over the profile show an empty library.
    ///
    /// # Errors
    /// `BadRequest` where the figures are other ones; `Busy` where another process checks or saves and does not end.
    pub fn delete_everything(&self, saved: u64, feeds: u64) -> Result<()> {
        let status = self.status()?;
        if (status.saved, status.feeds) != (saved, feeds) {
            return Err(ReaderError::BadRequest(
                "The library changed while you were asked. Look again; nothing was deleted.".into(),
            ));
        }
        if let Some(why) = self.read_only() {
            return Err(StoreError::ReadOnly(why.to_owned()).into());
        }
        self.cancel_sync();
        self.cancel_export();
        self.cancel_pack();
        let _one = self.inner.exporting.begin()?;
        let profile = self.profile();
        let _syncing = lock::acquire_blocking(profile, lock::SYNC)?;
        let _saving = lock::acquire_blocking(profile, lock::SAVE)?;
        write_note(profile)?;
        let empty = profile.join(EMPTY);
        remove_library(&empty);
        drop(Store::open(&empty)?);
        self.forget_passwords();
        self.store().replace_with(&empty)?;
        self.store().leave_no_log()?;
        remove_library(&empty);
        self.forget_what_was_shown();
        remove_beside(profile);
        fs::remove_file(profile.join(NOTE)).map_err(StoreError::from)?;
        self.announce(Notice::LibraryChanged);
        Ok(())
    }
}

/// Finishes a deletion that was cut off, unless another process has the library open: then that one shows what there is.
pub(crate) fn finish_deletion(profile: &Path) -> Result<()> {
    let note = profile.join(NOTE);
    if fs::read_to_string(&note).is_ok_and(|words| words == WORDS)
        && let Some(_alone) = lock::alone(profile, lock::OPEN)?
    {
        remove_library(&profile.join(LIBRARY));
        remove_library(&profile.join(EMPTY));
        remove_beside(profile);
        drop(Store::open(&profile.join(LIBRARY))?);
        fs::remove_file(note).map_err(StoreError::from)?;
    }
    Ok(())
}

fn write_note(profile: &Path) -> Result<()> {
    let write = || {
        let mut file = File::create(profile.join(NOTE))?;
        file.write_all(WORDS.as_bytes())?;
        file.sync_all()
    };
    Ok(write().map_err(StoreError::from)?)
}

fn remove_library(path: &Path) {
    for suffix in ["", "-wal", "-shm", "-map"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        let _ = fs::remove_file(PathBuf::from(name));
    }
}

/// The cache and every copy of the library that Stop Press made. Only names of ours: a reader may have put the profile beside
/// other things.
fn remove_beside(profile: &Path) {
    let _ = fs::remove_dir_all(profile.join("cache").join("images"));
    remove_candidates(profile);
    let ours = |name: &str| {
        let is_copy = ["library.before-", "library.damaged-", "library.recovering", "library.salvage", "restoring."]
            .iter()
            .any(|begin| name.starts_with(begin));
        is_copy || name == "library.is-damaged"
    };
    let daily = |name: &str| name.starts_with("library-") && (name.ends_with(".sqlite") || name.ends_with(".part"));
    remove_where(profile, &ours);
    remove_where(&profile.join("backups"), &daily);
}

fn remove_where(folder: &Path, is_ours: &dyn Fn(&str) -> bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if is_ours(&entry.file_name().to_string_lossy()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
