//! Where things are.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    // Cargo sets this to the package's folder at run time, so a moved clone is found too.
    let package =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    package.ancestors().nth(2).map_or_else(|| package.clone(), Path::to_path_buf)
}

/// The folder of the window's page.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// Cargo's target folder: the variable, else `target` at the root.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |set| root().join(set))
}

/// A program built by cargo.
pub fn built(program: &str, release: bool) -> PathBuf {
    let profile = if release { "release" } else { "debug" };
    target().join(profile).join(format!("{program}{}", std::env::consts::EXE_SUFFIX))
}

/// The newest file in a folder with one of these extensions.
pub fn newest(folder: &Path, extension: &str) -> Option<PathBuf> {
    let files = std::fs::read_dir(folder).ok()?.filter_map(Result::ok).map(|entry| entry.path());
    files.filter(|path| path.extension().is_some_and(|known| known == extension)).max_by_key(|path| modified(path))
}

/// When a file was last written; a missing one was never.
pub fn modified(path: &Path) -> std::time::SystemTime {
    path.metadata().and_then(|about| about.modified()).unwrap_or(std::time::SystemTime::UNIX_EPOCH)
}

/// When the newest file under a path was written, leaving out what npm and vite write themselves.
pub fn newest_under(path: &Path) -> std::time::SystemTime {
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    if matches!(name, "node_modules" | "dist" | ".vite") {
        return std::time::SystemTime::UNIX_EPOCH;
    }
    match std::fs::read_dir(path) {
        Ok(entries) => entries
            .filter_map(Result::ok)
            .map(|entry| newest_under(&entry.path()))
            .max()
            .unwrap_or(std::time::SystemTime::UNIX_EPOCH),
        Err(_) => modified(path),
    }
}
