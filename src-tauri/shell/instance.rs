//! One window for each library. A second start hands its words to the first, which comes to the front, and ends.
//!
//! Who is first is decided by the lock of a file in the profile, which the system lets go of even when the process is
//! killed. The words travel over a socket that only this person can open: in the profile, or, where its path is too long
//! for one, in the folder that the system keeps for such things. Words of a start are hostile until `reader::handed` has
//! read them; nothing else travels.

use interprocess::local_socket::{ListenerOptions, Name, Stream, prelude::*};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Bytes of one start's words.
const MOST_BYTES: u64 = 64 << 10;
/// How long a first window may take until it listens, and how long either waits for the other's next word.
const PATIENCE: Duration = Duration::from_secs(20);
const LOOK_AGAIN: Duration = Duration::from_millis(50);
const TAKEN: &str = "taken\n";

/// The words of a start, and the folder it was made in.
#[derive(Serialize, Deserialize)]
pub(crate) struct Words {
    pub(crate) words: Vec<String>,
    pub(crate) folder: PathBuf,
}

impl Words {
    /// Of this process.
    pub(crate) fn own() -> Words {
        let words = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
        Words { words, folder: std::env::current_dir().unwrap_or_default() }
    }

    /// Whether the window is not to be shown.
    pub(crate) fn are_hidden(&self) -> bool {
        self.words.iter().any(|word| word == "--hidden")
    }
}

/// What this start is.
pub(crate) enum Start {
    /// The one that opens the window.
    First(First),
    /// Another process has the window, and has taken the words.
    Handed,
    /// Another process has the window and does not answer.
    Deaf,
}

/// Held while the window is open.
pub(crate) struct First {
    lock: Option<File>,
    name: Option<Name<'static>>,
}

/// Finds out whether a window is open on this profile, and hands the words over where one is.
pub(crate) fn begin(profile: &Path, words: &Words) -> Start {
    let name = name(profile);
    let deadline = Instant::now() + PATIENCE;
    loop {
        // Where the profile cannot be written, the library can only be read, and any number of windows may do that.
        let Ok(file) = File::create(profile.join("window.lock")) else {
            return Start::First(First { lock: None, name: None });
        };
        match file.try_lock() {
            Ok(()) => return Start::First(First { lock: Some(file), name }),
            Err(std::fs::TryLockError::Error(_)) => return Start::First(First { lock: None, name: None }),
            Err(std::fs::TryLockError::WouldBlock) => {}
        }
        // The first one may still be opening its library, or be just about to end.
        if name.as_ref().is_some_and(|name| hand_over(name, words).is_ok()) {
            return Start::Handed;
        }
        if Instant::now() > deadline {
            return Start::Deaf;
        }
        std::thread::sleep(LOOK_AGAIN);
    }
}

impl First {
    /// Takes the words of later starts for as long as `is_open`. A start that comes while the window is closing is left
    /// without an answer; it waits for the lock and opens a window of its own.
    pub(crate) fn listen(
        mut self,
        is_open: impl Fn() -> bool + Send + 'static,
        taken: impl Fn(Words) + Send + 'static,
    ) {
        let Some(name) = self.name.take() else { return };
        let listener = match ListenerOptions::new().name(name).try_overwrite(true).create_sync() {
            Ok(listener) => listener,
            Err(error) => return log::warn!("later starts cannot be taken: {error}"),
        };
        std::thread::spawn(move || {
            let _held = self.lock;
            for stream in listener.incoming() {
                match stream.and_then(|stream| if is_open() { take(stream).map(Some) } else { Ok(None) }) {
                    Ok(words) => words.into_iter().for_each(&taken),
                    Err(error) => log::warn!("what another start said was not understood: {error}"),
                }
            }
        });
    }
}

fn hand_over(name: &Name<'_>, words: &Words) -> std::io::Result<()> {
    let mut stream = Stream::connect(name.borrow())?;
    let mut line = serde_json::to_string(words)?;
    line.push('\n');
    stream.set_recv_timeout(Some(PATIENCE))?;
    stream.write_all(line.as_bytes())?;
    let mut answer = String::new();
    BufReader::new(stream).take(TAKEN.len() as u64).read_line(&mut answer)?;
    if answer == TAKEN { Ok(()) } else { Err(std::io::ErrorKind::ConnectionAborted.into()) }
}

fn take(mut stream: Stream) -> std::io::Result<Words> {
    // One start after the other is heard; one that says nothing must not keep the rest waiting.
    stream.set_recv_timeout(Some(Duration::from_secs(2)))?;
    let mut line = String::new();
    BufReader::new(&mut stream).take(MOST_BYTES).read_line(&mut line)?;
    let words = serde_json::from_str(&line)?;
    stream.write_all(TAKEN.as_bytes())?;
    Ok(words)
}

/// The socket of a profile.
#[cfg(unix)]
fn name(profile: &Path) -> Option<Name<'static>> {
    use interprocess::local_socket::{GenericFilePath, ToFsName};
    use std::hash::{DefaultHasher, Hash, Hasher};
    /// What the name of a socket may be long on every system, with its ending zero.
    const LONGEST: usize = 100;
    let profile = std::fs::canonicalize(profile).ok()?;
    let within = profile.join("window.socket");
    if within.as_os_str().len() <= LONGEST {
        return within.to_fs_name::<GenericFilePath>().ok();
    }
    let mut hasher = DefaultHasher::new();
    profile.hash(&mut hasher);
    let folder = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from)?;
    folder.join(format!("stoppress-{:016x}", hasher.finish())).to_fs_name::<GenericFilePath>().ok()
}

/// The pipe of a profile; the system lets only this person write to it.
#[cfg(windows)]
fn name(profile: &Path) -> Option<Name<'static>> {
    use interprocess::local_socket::{GenericNamespaced, ToNsName};
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    std::fs::canonicalize(profile).ok()?.hash(&mut hasher);
    format!("stoppress-{:016x}", hasher.finish()).to_ns_name::<GenericNamespaced>().ok()
}
