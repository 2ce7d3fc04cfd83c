//! Where the profile is: decided once, for window and terminal alike.

use crate::{
    error::{ReaderError, Result},
    lock,
};
use std::path::{Path, PathBuf};
use stoppress_store::{Store, StoreError, is_library};

/// Tauri's `app_local_data_dir` for our identifier: `$XDG_DATA_HOME/org.stoppress.StopPress` (or `~/.local/share/…`) on
/// Linux, `%LOCALAPPDATA%\org.stoppress.StopPress` on Windows, `~/Library/Application Support/…` on macOS.
/// A library that was moved says there where it is. `STOPPRESS_PROFILE` overrides all of it; `None` where the system names no
/// such folder.
#[must_use]
pub fn default_profile() -> Option<PathBuf> {
    match std::env::var_os("STOPPRESS_PROFILE") {
        Some(folder) if !folder.is_empty() => Some(PathBuf::from(folder)),
        _ => home().map(|home| moved_to(&home).unwrap_or(home)),
    }
}

/// Where the library is unless it was moved.
fn home() -> Option<PathBuf> {
    dirs::data_local_dir().map(|folder| folder.join("org.stoppress.StopPress"))
}

/// What stands at home when the library is elsewhere: its folder.
const LOCATION: &str = "library-location";

fn moved_to(home: &Path) -> Option<PathBuf> {
    let folder = PathBuf::from(std::fs::read_to_string(home.join(LOCATION)).ok()?.trim_end_matches(['\n', '\r']));
    folder.is_absolute().then_some(folder)
}

/// A moved library whose disk is not there must not be taken for a new one.
///
/// # Errors
/// `BadRequest` where the library was moved to `profile` and is not there.
pub(crate) fn check_is_there(profile: &Path) -> Result<()> {
    let was_moved_here = home().and_then(|home| moved_to(&home)).is_some_and(|folder| folder == profile);
    let has_one = std::fs::read_dir(profile).is_ok_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("library."))
    });
    if was_moved_here && !has_one {
        return Err(ReaderError::BadRequest(format!(
            "Your library was moved to {}, which is not there just now. Connect that disk and start Stop Press again. Nothing \
             was changed.",
            profile.display()
        )));
    }
    Ok(())
}

/// Moves the library from `profile` to `folder`: copied, looked at, and from then on opened there by window and terminal
/// where `profile` is the usual one. Images that were only looked at stay behind; the file that was there is kept under
/// another name, which is returned. Cut off anywhere, the library is in the one place or the other, whole.
///
/// # Errors
/// `BadRequest` where Stop Press has it open, or a library is in `folder` already, or there is no room: then nothing was
/// changed.
pub fn move_library(profile: &Path, folder: &Path) -> Result<PathBuf> {
    let refused = |why: &str| ReaderError::BadRequest(format!("{why}. Nothing was changed."));
    let from = profile.join("library.sqlite");
    if !from.is_file() {
        return Err(refused("There is no library to move"));
    }
    let folder = std::path::absolute(folder).map_err(StoreError::Io)?;
    make_profile(&folder)?;
    let to = folder.join("library.sqlite");
    if to.exists() {
        return Err(refused(&format!("There is a library in {} already", folder.display())));
    }
    let Some(_alone) = lock::alone(profile, lock::OPEN)? else {
        return Err(refused("Stop Press has the library open; close every window and try again"));
    };
    let _syncing = lock::acquire_blocking(profile, lock::SYNC)?;
    let _saving = lock::acquire_blocking(profile, lock::SAVE)?;
    let free = fs4::available_space(&folder).unwrap_or(u64::MAX);
    if std::fs::metadata(&from).is_ok_and(|about| about.len() > free / 2) {
        return Err(refused(&format!("There is too little room in {}", folder.display())));
    }
    let store = Store::open(&from)?;
    store.copy_to(&to)?;
    if !stoppress_store::is_sound(&to)? {
        let _ = std::fs::remove_file(&to);
        return Err(refused("The copy was not sound"));
    }
    drop(store);
    remember_location(profile, &folder)?;
    let kept = (1..1000).map(|number| profile.join(format!("library.before-move-{number}.sqlite")));
    let kept = kept.into_iter().find(|path| !path.exists()).unwrap_or_else(|| from.clone());
    std::fs::rename(&from, &kept).map_err(StoreError::Io)?;
    Ok(kept)
}

/// Says at home where the library is, in one step; a library that comes home needs no word.
fn remember_location(profile: &Path, folder: &Path) -> Result<()> {
    let Some(home) = home().filter(|home| profile == home || moved_to(home).as_deref() == Some(profile)) else {
        return Ok(());
    };
    let (place, part) = (home.join(LOCATION), home.join("library-location.part"));
    let write = || {
        if folder == home {
            return std::fs::remove_file(&place);
        }
        let mut file = std::fs::File::create(&part)?;
        std::io::Write::write_all(&mut file, format!("{}\n", folder.display()).as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&part, &place)
    };
    Ok(write().map_err(StoreError::Io)?)
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
