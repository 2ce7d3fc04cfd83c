//! What a disk may hold after the power went: what was synced, and of the rest some, none, or torn sectors.

use crate::child::ACKS;
use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
};

const SECTOR: usize = 512;

/// One change, as the recorder wrote it down.
#[derive(Clone, Debug)]
pub enum Change {
    Opened { file: u32, path: PathBuf },
    Cut { file: u32, length: usize },
    Written { file: u32, offset: usize, bytes: Vec<u8> },
    Synced { file: u32 },
    Removed { path: PathBuf },
    Moved { from: PathBuf, to: PathBuf },
}

/// Reads what the recorder wrote.
pub fn read(log: &Path) -> Vec<Change> {
    let log = fs::read(log).unwrap();
    let (mut changes, mut rest) = (Vec::new(), &log[..]);
    while rest.len() >= 17 {
        let file = u32::from_le_bytes(rest[1..5].try_into().unwrap());
        let offset = i64::from_le_bytes(rest[5..13].try_into().unwrap()) as usize;
        let length = u32::from_le_bytes(rest[13..17].try_into().unwrap()) as usize;
        let bytes = rest[17..17 + length].to_vec();
        let path = || PathBuf::from(String::from_utf8(bytes.clone()).unwrap());
        changes.push(match rest[0] {
            b'O' => Change::Opened { file, path: path() },
            b'T' => Change::Cut { file, length: offset },
            b'W' => Change::Written { file, offset, bytes },
            b'S' => Change::Synced { file },
            b'U' => Change::Removed { path: path() },
            _ => {
                let both = String::from_utf8(bytes).unwrap();
                let (from, to) = both.split_once('\0').unwrap();
                Change::Moved { from: from.into(), to: to.into() }
            }
        });
        rest = &rest[17 + length..];
    }
    changes
}

/// One file: what is surely on the disk, and what may be.
#[derive(Default)]
struct Image {
    durable: Vec<u8>,
    pending: Vec<(usize, Option<Vec<u8>>)>,
}

/// The disk at one moment.
#[derive(Default)]
pub struct Disk {
    names: HashMap<u32, PathBuf>,
    files: HashMap<PathBuf, Image>,
    /// What was acknowledged so far.
    pub acks: String,
}

impl Disk {
    /// One more change happens.
    pub fn change(&mut self, change: &Change) {
        match change {
            Change::Opened { file, path } => {
                self.names.insert(*file, path.clone());
                self.files.entry(path.clone()).or_default();
            }
            Change::Written { file, offset, bytes } => match self.names.get(file) {
                Some(path) if path.ends_with(ACKS) => self.acks.push_str(&String::from_utf8_lossy(bytes)),
                _ => self.image(*file).pending.push((*offset, Some(bytes.clone()))),
            },
            Change::Cut { file, length } => self.image(*file).pending.push((*length, None)),
            Change::Synced { file } => {
                let image = self.image(*file);
                for (offset, bytes) in std::mem::take(&mut image.pending) {
                    apply(&mut image.durable, offset, bytes.as_deref());
                }
            }
            Change::Removed { path } => drop(self.files.remove(path)),
            Change::Moved { from, to } => {
                if let Some(image) = self.files.remove(from) {
                    self.files.insert(to.clone(), image);
                }
            }
        }
    }

    /// Writes what is left after the power went now, with file names below `from` put below `to`.
    pub fn power_cut(&self, from: &Path, to: &Path, dice: &mut impl FnMut(usize) -> usize) {
        for (path, image) in &self.files {
            let name = path.strip_prefix(from).unwrap();
            // The folder itself is opened too, for its sync.
            if name.as_os_str().is_empty() || name.to_string_lossy().ends_with("-shm") || name.ends_with(ACKS) {
                continue;
            }
            let mut left = image.durable.clone();
            for (offset, bytes) in &image.pending {
                match (dice(3), bytes) {
                    (0, _) => {}
                    (1, _) | (_, None) => apply(&mut left, *offset, bytes.as_deref()),
                    (_, Some(bytes)) => {
                        for (index, sector) in bytes.chunks(SECTOR).enumerate() {
                            if dice(2) == 0 {
                                apply(&mut left, offset + index * SECTOR, Some(sector));
                            }
                        }
                    }
                }
            }
            fs::write(to.join(name), left).unwrap();
        }
    }

    fn image(&mut self, file: u32) -> &mut Image {
        let path = self.names.get(&file).cloned().unwrap_or_default();
        self.files.entry(path).or_default()
    }
}

fn apply(content: &mut Vec<u8>, offset: usize, bytes: Option<&[u8]>) {
    let Some(bytes) = bytes else {
        content.resize(offset, 0);
        return;
    };
    if content.len() < offset + bytes.len() {
        content.resize(offset + bytes.len(), 0);
    }
    content[offset..offset + bytes.len()].copy_from_slice(bytes);
}
