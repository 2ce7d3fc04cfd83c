//! The log file of the window: in the profile, at most two files of one megabyte, without feed addresses.

use log::{LevelFilter, Log, Metadata, Record};
use std::{
    fs::{File, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

const LARGEST: u64 = 1 << 20;

/// Where the log is.
pub(crate) struct LogFile(pub(crate) PathBuf);

struct Logger {
    file: Mutex<Option<File>>,
    path: PathBuf,
}

fn rotate(path: &Path) -> Option<File> {
    let _ = std::fs::rename(path, path.with_extension("log.1"));
    OpenOptions::new().create(true).append(true).open(path).ok()
}

/// Begins to log; where the file cannot be written, errors go to standard error only.
pub(crate) fn start(profile: &Path) -> LogFile {
    let path = profile.join("stoppress.log");
    // Where this fails, opening the library fails too and says why.
    let _ = stoppress_reader::make_profile(profile);
    let file = OpenOptions::new().create(true).append(true).open(&path).ok();
    let logger = Logger { file: Mutex::new(file), path: path.clone() };
    if log::set_boxed_logger(Box::new(logger)).is_ok() {
        log::set_max_level(LevelFilter::Info);
    }
    std::panic::set_hook(Box::new(|panic| log::error!("{panic}")));
    log::info!("Stop Press {} started", env!("CARGO_PKG_VERSION"));
    LogFile(path)
}

impl Log for Logger {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("stoppress") || metadata.level() <= log::Level::Warn
    }

    fn log(&self, record: &Record<'_>) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        let time = stoppress_model::Timestamp(i64::try_from(since.as_secs()).unwrap_or(0));
        // One line for each entry, whatever a message holds.
        let message: String =
            record.args().to_string().chars().map(|c| if c.is_control() { ' ' } else { c }).take(2000).collect();
        let line = format!("{time} {:5} {message}\n", record.level());
        if record.level() <= log::Level::Warn {
            // Standard error may be closed, and this also runs for a panic: another one in here would end the app.
            let _ = std::io::stderr().write_all(line.as_bytes());
        }
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        if file.as_ref().and_then(|file| file.metadata().ok()).is_some_and(|about| about.len() > LARGEST) {
            *file = rotate(&self.path);
        }
        if let Some(file) = file.as_mut() {
            let _ = file.write_all(line.as_bytes());
        }
    }

    fn flush(&self) {}
}
