//! Where an export goes: never over the library itself, through a link to what it names, and straight into what is no file.

use super::{ExportTarget, not_written};
use crate::error::{ReaderError, Result};
use std::{
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
};

const OF_THE_LIBRARY: &str =
    "An export is never written over a file of the library. Give another name; nothing was written.";
/// Links that lead to links; no system follows more.
const MOST_LINKS: usize = 40;

/// Where an export ends up.
pub(super) enum Place {
    /// A file; one that is there is replaced when the new one is whole.
    File(PathBuf),
    /// A pipe, a terminal or a device: what can only be written into.
    Stream(PathBuf),
    /// A folder, under a name that is free.
    Folder(PathBuf),
}

/// Where `target` leads, for a library at `profile`.
///
/// # Errors
/// `BadRequest` where that is a file of the library, or a database.
pub(super) fn find(target: ExportTarget<'_>, profile: &Path) -> Result<Place> {
    let file = match target {
        ExportTarget::Folder(folder) => return Ok(Place::Folder(folder.to_owned())),
        ExportTarget::File(file) => file,
    };
    let (place, is_open_already) = followed(file).map_err(not_written)?;
    if is_of_library(&place, profile) || is_of_library(file, profile) || is_database(&place) {
        return Err(ReaderError::BadRequest(OF_THE_LIBRARY.into()));
    }
    let is_stream = fs::metadata(file).is_ok_and(|about| !about.is_file() && !about.is_dir());
    Ok(if is_stream || is_open_already { Place::Stream(file.to_owned()) } else { Place::File(place) })
}

/// The folder of a file.
pub(super) fn parent(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What stands at the end of links, there or not, and whether the way led over what a process has open: `/dev/stdout`.
fn followed(file: &Path) -> io::Result<(PathBuf, bool)> {
    let mut place = file.to_owned();
    let mut is_open_already = false;
    for _ in 0..MOST_LINKS {
        let folder = fs::canonicalize(parent(&place)).unwrap_or_default();
        is_open_already |= folder.starts_with("/proc") || folder.starts_with("/dev/fd");
        match fs::read_link(&place) {
            Ok(next) => place = parent(&place).join(next),
            Err(_) => return Ok((place, is_open_already)),
        }
    }
    Err(io::ErrorKind::NotFound.into())
}

/// By its name in the profile: a file of it that is not there just now, as the write-ahead log, is none to write either.
fn is_of_library(file: &Path, profile: &Path) -> bool {
    let (Ok(folder), Ok(profile)) = (fs::canonicalize(parent(file)), fs::canonicalize(profile)) else { return false };
    let name = file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_ours = name.starts_with("library") || name.starts_with("restoring.") || name.ends_with(".lock");
    (folder == profile && is_ours) || (folder == profile.join("backups") && name.starts_with("library"))
}

/// A library of another profile, or a copy of one: nobody means a list or a book to be in its place.
fn is_database(file: &Path) -> bool {
    if !fs::metadata(file).is_ok_and(|about| about.is_file()) {
        return false;
    }
    let mut head = [0; 16];
    File::open(file).and_then(|mut file| file.read_exact(&mut head)).is_ok() && head == *b"SQLite format 3\0"
}
