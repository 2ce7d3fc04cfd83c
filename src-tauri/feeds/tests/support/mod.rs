//! What several tests need.
#![allow(dead_code, reason = "each test program uses a part of it")]

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// A place in the shared corpus; where it is absent the reason is printed and the caller skips.
pub fn corpus(path: &str) -> Option<PathBuf> {
    let shared = std::env::var_os("STOPPRESS_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let place = shared.join("corpus").join(path);
    if place.exists() {
        return Some(place);
    }
    println!("skipped: {path} of the shared corpus is not here (STOPPRESS_SHARED names its folder)");
    None
}

/// Our own fixtures.
pub fn fixtures(kind: &str) -> Vec<PathBuf> {
    let folder = root().join("tests/fixtures").join(kind);
    let mut cases: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|case| case.is_dir());
    cases.sort();
    cases
}

/// Compares with what is expected, or writes it where `BLESS=1`.
pub fn expect(file: &Path, got: &str) -> Result<(), String> {
    if std::env::var_os("BLESS").is_some_and(|v| v == "1") {
        std::fs::write(file, got).unwrap();
        return Ok(());
    }
    let want = std::fs::read_to_string(file).unwrap_or_default();
    if want == got {
        return Ok(());
    }
    let line = want.lines().zip(got.lines()).position(|(a, b)| a != b).unwrap_or(0);
    let show = |text: &str| text.lines().nth(line).unwrap_or("").to_owned();
    Err(format!("{}, line {}:\n  expected {}\n  got      {}", file.display(), line + 1, show(&want), show(got)))
}

/// Numbers that look random and are the same in every run (xorshift).
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (limit.max(1) as u64)).unwrap()
    }
}
