//! A folder that goes away with its owner.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// An empty folder of its own under the system's temporary folder, removed with all it holds when dropped.
#[derive(Debug)]
pub struct TemporaryFolder {
    path: PathBuf,
    kept: bool,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

impl TemporaryFolder {
    /// Makes the folder; `name` appears in its path, for whoever looks at it while a test runs.
    ///
    /// # Panics
    /// When the system's temporary folder cannot be written: no test can go on then.
    pub fn new(name: &str) -> TemporaryFolder {
        loop {
            let number = COUNT.fetch_add(1, Ordering::Relaxed);
            let path = std::env::temp_dir().join(format!("stoppress-{name}-{}-{number}", std::process::id()));
            match std::fs::create_dir(&path) {
                Ok(()) => return TemporaryFolder { path, kept: false },
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => panic!("could not make the temporary folder {}: {error}", path.display()),
            }
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The path of something inside.
    pub fn join(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// Leaves the folder in place when dropped: for evidence after a failure.
    pub fn keep(&mut self) {
        self.kept = true;
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        if !self.kept {
            let _ = std::fs::remove_dir_all(&self.path);
        }
    }
}
