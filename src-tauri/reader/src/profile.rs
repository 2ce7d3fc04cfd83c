//! Where the profile is: decided once, for window and terminal alike.

use crate::{
    error::{ReaderError, Result},
    lock,
};
use std::path::{Path, PathBuf};
use stoppress_store::{Store, StoreError, is_library};

/// Tauri's `app_local_data_dir` for our identifier: `$XDG_DATA_HOME/org.stoppress.StopPress` (or `~/.local/share/…`) on
/// Linux, `%LOCALAPPDATA%\org.stoppress.StopPress` on Windows, `~/Library/Application Support/…` on macOS.
/// `STOPPRESS_PROFILE` overrides it; `None` where the system names no such folder.
#[must_use]
pub fn default_profile() -> Option<PathBuf> {
    match std::env::var_os("STOPPRESS_PROFILE") {
        Some(folder) if !folder.is_empty() => Some(PathBuf::from(folder)),
        _ => dirs::data_local_dir().map(|folder| folder.join("org.stoppress.StopPress")),
    }
}

/// Makes the folder of a profile for its owner only, so that a log can begin before the library is opened.
///
/// # Errors
/// When the system refuses.
pub fn make_profile(folder: &Path) -> Result<()> {
    Ok(stoppress_store::make_private_folder(folder)?)
}

/// Puts a copy made by [`crate::Reader::backup`] in the place of the library. The library that was there is moved aside,
/// not deleted; its place is returned.
///
/// # Errors
/// `BadRequest` where the file is no sound library; then nothing was changed.
pub fn restore(file: &Path, profile: &Path) -> Result<Option<PathBuf>> {
    let refused = |why: String| ReaderError::BadRequest(format!("{} {why}; nothing was changed", file.display()));
    if !file.is_file() {
        return Err(refused("is not a file".into()));
    }
    // Looked at before it is opened: opening an empty file would make a library of it.
    match is_library(file) {
        Ok(true) => {}
        Ok(false) => return Err(refused("is not a library of this version of Stop Press".into())),
        Err(_) => return Err(refused("is not a library of Stop Press".into())),
    }
    make_profile(profile)?;
    // A round of checks or a save under way would write its articles into the other library under the same ids.
    let _syncing = lock::acquire_blocking(profile, lock::SYNC)?;
    let _saving = lock::acquire_blocking(profile, lock::SAVE)?;
    // Tried on a copy: opening may migrate it, and the backup must stay as it is.
    let candidate = profile.join("restoring.sqlite");
    std::fs::copy(file, &candidate).map_err(StoreError::Io)?;
    let sound = Store::open(&candidate).and_then(|store| store.check());
    let outcome = match sound {
        Ok(problems) if problems.is_empty() => replace(&candidate, profile),
        Ok(_) => Err(refused("is damaged".into())),
        Err(_) => Err(refused("is not a library of Stop Press".into())),
    };
    for entry in std::fs::read_dir(profile).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with("restoring.") {
            let _ = std::fs::remove_file(entry.path());
        }
    }
    outcome
}

fn replace(candidate: &Path, profile: &Path) -> Result<Option<PathBuf>> {
    let library = profile.join("library.sqlite");
    let existed = library.exists();
    let store = Store::open(&library)?;
    let mut kept = None;
    if existed {
        let aside = (1..1000).map(|number| profile.join(format!("library.before-restore-{number}.sqlite")));
        let aside = aside.into_iter().find(|path| !path.exists()).ok_or_else(|| {
            ReaderError::BadRequest("there are too many kept libraries in the profile; nothing was changed".into())
        })?;
        store.copy_to(&aside)?;
        kept = Some(aside);
    }
    store.replace_with(candidate)?;
    Ok(kept)
}
