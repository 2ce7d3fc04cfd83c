//! Where the profile is: decided once, for window and terminal alike.

use crate::{
    backups::move_copies,
    error::{ReaderError, Result},
    lock,
};
use std::path::{Path, PathBuf};
use stoppress_model::why_refused;
use stoppress_store::{Store, StoreError, is_damage, is_library, put_in_place_of_damaged};

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

const LIBRARY: &str = "library.sqlite";
/// What stands where the library was when it is elsewhere: its folder.
const LOCATION: &str = "library-location";

fn moved_to(home: &Path) -> Option<PathBuf> {
    let folder = PathBuf::from(std::fs::read_to_string(home.join(LOCATION)).ok()?.trim_end_matches(['\n', '\r']));
    folder.is_absolute().then_some(folder)
}

/// A moved library whose disk is not there must not be taken for a new one, nor one that was moved away.
///
/// # Errors
/// `BadRequest` where the library was moved to `profile` and is not there, or was moved away from it.
pub(crate) fn check_is_there(profile: &Path) -> Result<()> {
    if let Some(folder) = moved_to(profile).filter(|_| !profile.join(LIBRARY).exists()) {
        return Err(ReaderError::BadRequest(format!(
            "The library of {} was moved to {}: open it there with --profile. Nothing was changed.",
            profile.display(),
            folder.display()
        )));
    }
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

/// Whether a window that opened the library at `profile` without being told where it is may move it: the next start has to find
/// it by what stands at home.
#[must_use]
pub fn is_movable(profile: &Path) -> bool {
    let is_named = std::env::var_os("STOPPRESS_PROFILE").is_some_and(|folder| !folder.is_empty());
    !is_named && default_profile().is_some_and(|usual| usual == profile) && profile.join(LIBRARY).is_file()
}

/// Looks whether the library at `profile` can be moved to `folder`, which is made where it is missing. Answers the folder as it
/// is called from everywhere.
///
/// # Errors
/// `BadRequest` where there is no library, or one is in `folder` already, or there is no room.
pub fn check_move(profile: &Path, folder: &Path) -> Result<PathBuf> {
    let from = profile.join(LIBRARY);
    if !from.is_file() {
        return Err(refused("There is no library to move"));
    }
    let folder = std::path::absolute(folder).map_err(StoreError::from)?;
    if folder.to_str().is_none_or(|name| name.contains(['\n', '\r'])) {
        return Err(refused("The name of that folder could not be written down; choose another one"));
    }
    make_profile(&folder)?;
    if folder.join(LIBRARY).exists() {
        return Err(refused(&format!("There is a library in {} already", folder.display())));
    }
    let free = fs4::available_space(&folder).unwrap_or(u64::MAX);
    if std::fs::metadata(&from).is_ok_and(|about| about.len() > free / 2) {
        return Err(refused(&format!("There is too little room in {}", folder.display())));
    }
    Ok(folder)
}

/// Moves the library from `profile` to `folder`: copied, looked at, and from then on opened there by window and terminal
/// where `profile` is the usual one. Images that were only looked at stay behind; the file that was there is kept under
/// another name, which is returned. Cut off anywhere, the library is in the one place or the other, whole.
///
/// # Errors
/// As [`check_move`], and `BadRequest` where Stop Press has it open: then nothing was changed.
pub fn move_library(profile: &Path, folder: &Path) -> Result<PathBuf> {
    let folder = check_move(profile, folder)?;
    let (from, to) = (profile.join(LIBRARY), folder.join(LIBRARY));
    let Some(_alone) = lock::alone(profile, lock::OPEN)? else {
        return Err(refused("Stop Press has the library open; close every window and try again"));
    };
    let _syncing = lock::acquire_blocking(profile, lock::SYNC)?;
    let _saving = lock::acquire_blocking(profile, lock::SAVE)?;
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
    std::fs::rename(&from, &kept).map_err(StoreError::from)?;
    move_copies(profile, &folder);
    Ok(kept)
}

/// Where a window that has the library open notes that the next start is to move it: nobody can move what is open.
const WISH: &str = "library-move";

/// Notes that the next start moves the library at `profile` to `folder`.
///
/// # Errors
/// As [`check_move`].
pub fn wish_to_move(profile: &Path, folder: &Path) -> Result<()> {
    let folder = check_move(profile, folder)?;
    Ok(write_whole(&profile.join(WISH), &folder).map_err(StoreError::from)?)
}

/// Moves the library where that was wished, before anybody opens it. Answers where it is now, and a sentence where it could not
/// be moved: then it is where it was, and the wish is forgotten.
#[must_use]
pub fn move_as_wished(profile: &Path) -> (PathBuf, Option<String>) {
    let wish = profile.join(WISH);
    let Some(folder) =
        std::fs::read_to_string(&wish).ok().map(|line| PathBuf::from(line.trim_end_matches(['\n', '\r'])))
    else {
        return (profile.to_owned(), None);
    };
    // First: what fails now would fail at every start.
    let moved = std::fs::remove_file(&wish).map_err(|error| StoreError::from(error).into());
    match moved.and_then(|()| move_library(profile, &folder)) {
        Ok(_) => (folder, None),
        Err(error) => (profile.to_owned(), Some(format!("Your library is where it was. {error}"))),
    }
}

fn refused(why: &str) -> ReaderError {
    ReaderError::BadRequest(format!("{why}. Nothing was changed."))
}

/// Says where the library was, and at home, where it is: each in one step. A library that comes back needs no word there.
fn remember_location(profile: &Path, folder: &Path) -> Result<()> {
    let home = home().filter(|home| moved_to(home).as_deref() == Some(profile));
    for place in home.as_deref().into_iter().chain([profile]).filter(|place| *place != folder) {
        write_whole(&place.join(LOCATION), folder).map_err(StoreError::from)?;
    }
    match std::fs::remove_file(folder.join(LOCATION)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(StoreError::from(error).into()),
        _ => Ok(()),
    }
}

/// Writes the name of a folder into a file, in one step.
fn write_whole(file: &Path, folder: &Path) -> std::io::Result<()> {
    let part = file.with_extension("part");
    let mut written = std::fs::File::create(&part)?;
    std::io::Write::write_all(&mut written, format!("{}\n", folder.display()).as_bytes())?;
    written.sync_all()?;
    std::fs::rename(&part, file)
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
    if let Err(error) = std::fs::File::open(file) {
        return Err(refused(format!("could not be read: {}", why_refused(&error))));
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
    let candidate = Candidate::new(profile)?;
    candidate.copy(file)?;
    let sound = Store::open(&candidate.path()).and_then(|store| store.check());
    match sound {
        Ok(problems) if problems.is_empty() => replace(&candidate.path(), profile),
        Ok(_) => Err(refused("is damaged".into())),
        Err(StoreError::DiskFull) => Err(StoreError::DiskFull.into()),
        Err(_) => Err(refused("is not a library of Stop Press".into())),
    }
}

/// A copy of what is restored, in a folder of its own in the profile; it goes with it, and what a restore that was cut off left
/// goes before.
struct Candidate(PathBuf);

/// What the folders of copies are called, before a number.
const RESTORING: &str = "restoring-";

impl Candidate {
    fn new(profile: &Path) -> Result<Self> {
        remove_candidates(profile);
        let folder = profile.join(format!("{RESTORING}{}", std::process::id()));
        make_profile(&folder)?;
        Ok(Candidate(folder))
    }

    fn path(&self) -> PathBuf {
        self.0.join(LIBRARY)
    }

    /// Copies a library with the log that belongs to it: what is in that was done last.
    fn copy(&self, file: &Path) -> Result<()> {
        let log = |path: &Path| {
            let mut name = path.as_os_str().to_owned();
            name.push("-wal");
            PathBuf::from(name)
        };
        std::fs::copy(file, self.path()).map_err(StoreError::from)?;
        if log(file).is_file() {
            std::fs::copy(log(file), log(&self.path())).map_err(StoreError::from)?;
        }
        Ok(())
    }
}

/// Removes what restores that were cut off left in a profile. Nothing of the reader's has such a name.
pub(crate) fn remove_candidates(profile: &Path) {
    for entry in std::fs::read_dir(profile).into_iter().flatten().flatten() {
        let number = entry.file_name().to_string_lossy().strip_prefix(RESTORING).map(str::to_owned);
        if number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

impl Drop for Candidate {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn replace(candidate: &Path, profile: &Path) -> Result<Option<PathBuf>> {
    let library = profile.join(LIBRARY);
    let existed = library.exists();
    let store = match Store::open(&library) {
        Err(error) if is_damage(&error) => return replace_damaged(candidate, profile, &library).map(Some),
        other => other?,
    };
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

/// What is damaged cannot be copied into: it is moved aside, unless somebody has it open.
fn replace_damaged(candidate: &Path, profile: &Path, library: &Path) -> Result<PathBuf> {
    let Some(_alone) = lock::alone(profile, lock::OPEN)? else {
        return Err(refused(
            "The library here is damaged, and Stop Press has it open. Close every Stop Press and try again",
        ));
    };
    Ok(put_in_place_of_damaged(library, candidate)?)
}

#[cfg(test)]
mod tests {
    use super::{LIBRARY, move_as_wished, wish_to_move};
    use crate::{Options, Reader};

    #[test]
    fn a_window_that_has_the_library_open_leaves_moving_it_to_the_start_that_follows() {
        let folder = tempfile::tempdir().expect("a folder");
        let (here, there) = (folder.path().join("here"), folder.path().join("there"));
        let reader = Reader::open(Options::at(&here)).expect("opened");
        wish_to_move(&here, &there).expect("noted");
        assert!(!there.join(LIBRARY).exists(), "nobody moves what is open");
        drop(reader);
        assert_eq!(move_as_wished(&here), (there.clone(), None));
        assert!(there.join(LIBRARY).is_file() && !here.join(LIBRARY).exists());
        Reader::open(Options::at(&there)).expect("opened where it is now");
        assert_eq!(move_as_wished(&there), (there, None), "once");
    }

    #[test]
    fn a_library_that_cannot_be_moved_any_more_stays_and_is_not_tried_at_every_start() {
        let folder = tempfile::tempdir().expect("a folder");
        let (here, there) = (folder.path().join("here"), folder.path().join("there"));
        drop(Reader::open(Options::at(&here)).expect("opened"));
        wish_to_move(&here, &there).expect("noted");
        drop(Reader::open(Options::at(&there)).expect("another one came there"));
        let (at, sentence) = move_as_wished(&here);
        assert!(at == here && sentence.is_some_and(|sentence| sentence.contains("already")));
        assert!(here.join(LIBRARY).is_file());
        assert_eq!(move_as_wished(&here), (here, None));
    }
}
