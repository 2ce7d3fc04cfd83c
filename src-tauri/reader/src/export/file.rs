//! A file that nobody sees before it is whole, and names that every system allows.

use super::place::{Place, parent};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Seek, Write},
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

/// Bytes of a name, so that a number and an ending fit on every system.
const NAME_BYTES: usize = 100;

/// A file while it is written; dropped, it leaves nothing.
pub(super) struct Draft {
    file: Option<BufWriter<File>>,
    place: Place,
    part: PathBuf,
    /// Why it will never be whole. What is written after that goes nowhere: whoever packs files into it brings its own end to
    /// paper when it is dropped, and would complain on standard error that it cannot.
    spoilt: Option<io::Error>,
    position: u64,
    end: u64,
}

/// Where a file is now.
pub(super) struct Written {
    pub(super) folder: PathBuf,
    pub(super) name: String,
    pub(super) bytes: u64,
}

impl Draft {
    /// Begins a file beside its place, so that moving it there is one step. What is written into a stream is put together where
    /// the system keeps what is passing: formats go back in their file, and no stream does.
    pub(super) fn begin(place: Place) -> io::Result<Self> {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let folder = match &place {
            Place::File(file) => parent(file).to_owned(),
            Place::Stream(_) => std::env::temp_dir(),
            Place::Folder(folder) => {
                fs::create_dir_all(folder)?;
                folder.clone()
            }
        };
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let part = folder.join(format!(".stoppress-{}-{number}.part", std::process::id()));
        let file = begun(&part, matches!(place, Place::Stream(_)))?;
        let file = Some(BufWriter::with_capacity(1 << 16, file));
        Ok(Draft { file, place, part, spoilt: None, position: 0, end: 0 })
    }

    /// Does one thing to the file, as long as nothing failed; the first failure is told to who did it, and kept.
    fn attempt<T>(&mut self, act: impl FnOnce(&mut BufWriter<File>) -> io::Result<T>) -> io::Result<Option<T>> {
        if self.spoilt.is_some() {
            return Ok(None);
        }
        let done = self.file.as_mut().ok_or_else(|| io::Error::other("the file is closed")).and_then(act);
        done.map(Some).inspect_err(|error| self.spoilt = Some(error.kind().into()))
    }

    fn stand_at(&mut self, position: u64) {
        self.position = position;
        self.end = self.end.max(position);
    }

    /// Gives the file its name, or writes it into the stream.
    pub(super) fn finish(mut self, name: &str) -> io::Result<Written> {
        if let Some(error) = self.spoilt.take() {
            return Err(error);
        }
        let file = self.file.take().ok_or_else(|| io::Error::other("the file is closed"))?;
        let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        let bytes = file.metadata()?.len();
        drop(file);
        let place = match &self.place {
            Place::File(file) => file.clone(),
            Place::Folder(folder) => reserve(folder, name)?,
            Place::Stream(stream) => {
                pour(&self.part, stream)?;
                return Ok(written(stream, bytes));
            }
        };
        if let Err(error) = fs::rename(&self.part, &place) {
            if matches!(self.place, Place::Folder(_)) {
                let _ = fs::remove_file(&place);
            }
            return Err(error);
        }
        Ok(written(&place, bytes))
    }
}

fn written(place: &Path, bytes: u64) -> Written {
    let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Written { folder: parent(place).to_owned(), name, bytes }
}

/// A new file; in a folder that everybody may use, one that only its owner reads and that nobody can have laid there.
fn begun(part: &Path, is_private: bool) -> io::Result<File> {
    if !is_private {
        return File::create(part);
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(part)
}

/// Writes all of a file into a stream, behind what is in it. Whoever reads no further has what was wanted.
fn pour(part: &Path, stream: &Path) -> io::Result<()> {
    let mut stream = OpenOptions::new().append(true).open(stream)?;
    match io::copy(&mut File::open(part)?, &mut stream).and_then(|_| stream.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error),
        _ => Ok(()),
    }
}

impl Write for Draft {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.attempt(|file| file.write(bytes))?.unwrap_or(bytes.len());
        self.stand_at(self.position + written as u64);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.attempt(Write::flush).map(Option::unwrap_or_default)
    }
}

impl Seek for Draft {
    fn seek(&mut self, position: io::SeekFrom) -> io::Result<u64> {
        let there = match self.attempt(|file| file.seek(position))? {
            Some(there) => there,
            None => match position {
                io::SeekFrom::Start(there) => there,
                io::SeekFrom::Current(by) => self.position.saturating_add_signed(by),
                io::SeekFrom::End(by) => self.end.saturating_add_signed(by),
            },
        };
        self.stand_at(there);
        Ok(there)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // Windows removes no file that is open.
        self.file = None;
        let _ = fs::remove_file(&self.part);
    }
}

/// Takes the first free name of `name`, `name (2)` …, in a way that two programs cannot take the same.
fn reserve(folder: &Path, name: &str) -> io::Result<PathBuf> {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let mut number = 1;
    loop {
        let place = match number {
            1 => folder.join(name),
            number => folder.join(format!("{stem} ({number}).{extension}")),
        };
        match File::create_new(&place) {
            Ok(_) => return Ok(place),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < 10_000 => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// A title as the name of a file on every system: no separators, no reserved names, no dot or blank at its edges.
pub(super) fn safe_name(title: &str) -> String {
    let mut name = String::new();
    for c in title.chars() {
        let c = match c {
            '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' => ' ',
            c if c.is_control() || c.is_whitespace() => ' ',
            c => c,
        };
        if name.len() + c.len_utf8() > NAME_BYTES {
            break;
        }
        if c != ' ' || !name.ends_with(' ') {
            name.push(c);
        }
    }
    let name = name.trim_matches([' ', '.', '-', '~']);
    let first = name.split(['.', ' ']).next().unwrap_or("").to_ascii_uppercase();
    let is_device = matches!(first.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || (first.len() == 4
            && matches!(&first.as_bytes()[..3], b"COM" | b"LPT")
            && first.as_bytes()[3].is_ascii_digit());
    match name {
        "" => "Story".into(),
        name if is_device => format!("Story {name}"),
        name => name.to_owned(),
    }
}

/// How names of files of this media type of an image end.
pub(super) fn extension_of(mime: &str) -> &str {
    match mime.rsplit_once('/').map_or(mime, |(_, kind)| kind) {
        "jpeg" => "jpg",
        "x-icon" => "ico",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{NAME_BYTES, safe_name};

    #[test]
    fn every_title_is_a_name_on_every_system() {
        let check = |title: &str, want: &str| assert_eq!(safe_name(title), want, "{title}");
        check("Tide: a/b \\ c?", "Tide a b c");
        check("../../etc/passwd", "etc passwd");
        check(".hidden", "hidden");
        check("-rf", "rf");
        check("nul", "Story nul");
        check("COM1.txt", "Story COM1.txt");
        check("community", "community");
        check("ends with dots...", "ends with dots");
        check("a\0b\nc", "a b c");
        check("北極圏の観測網", "北極圏の観測網");
        check("", "Story");
        check("???", "Story");
        assert!(safe_name(&"é".repeat(500)).len() <= NAME_BYTES);
    }
}
