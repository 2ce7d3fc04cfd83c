//! Verbs over files, without a library and without a network: parse, clean, discover.

use crate::{Outcome, print};
use std::{
    fs,
    io::{self, BufRead, Read, Write},
    path::{Path, PathBuf},
};
use stoppress_feeds::{ParsedReport, ReadableReport, parse_report, readable_report};
use stoppress_model::why_refused;

/// What stands for standard input in the place of a file.
const STANDARD_INPUT: &str = "-";

pub(crate) fn parse(file: Option<&Path>, base: Option<&str>, in_batch: bool) -> Outcome {
    if in_batch {
        return batch(|path| serde_json::to_string(&report(path, read_file(path), base)));
    }
    let name = file.unwrap_or(STANDARD_INPUT.as_ref());
    let report = report(name, read(Some(name)), base);
    print::json(&report);
    match &report {
        ParsedReport::Read { .. } => Ok(()),
        ParsedReport::Refused { error, .. } => Err(format!("{}: {error}", name.display())),
    }
}

/// The file of this name. On Unix names are bytes, and need not be text; JSON shows such a name with what stands for the bytes.
fn named(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    return <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes).into();
    #[cfg(not(unix))]
    return String::from_utf8_lossy(bytes).into_owned().into();
}

/// One line for each path, in order, whatever is in the file.
fn batch(report: impl Fn(&Path) -> serde_json::Result<String>) -> Outcome {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for path in io::stdin().lock().split(b'\n') {
        let path = path.map_err(|error| format!("standard input could not be read: {}", why_refused(&error)))?;
        let path = path.strip_suffix(b"\r").unwrap_or(&path);
        if path.is_empty() {
            continue;
        }
        let line = report(&named(path)).map_err(|error| error.to_string())?;
        print::written(writeln!(out, "{line}"));
    }
    print::written(out.flush());
    Ok(())
}

pub(crate) fn readable(file: Option<&Path>, url: &str, in_batch: bool) -> Outcome {
    let report = |path: &Path, bytes: Result<Vec<u8>, String>| match bytes {
        Ok(bytes) => readable_report(&path.to_string_lossy(), &bytes, url),
        Err(error) => ReadableReport::Refused { file: path.to_string_lossy().into(), ok: false, error },
    };
    if in_batch {
        // In a list, `-` is the name of a file: standard input is the list itself.
        return batch(|path| serde_json::to_string(&report(path, read_file(path))));
    }
    let name = file.unwrap_or(STANDARD_INPUT.as_ref());
    let report = report(name, read(Some(name)));
    print::json(&report);
    match &report {
        ReadableReport::Read { .. } => Ok(()),
        ReadableReport::Refused { error, .. } => Err(format!("{}: {error}", name.display())),
    }
}

fn report(path: &Path, bytes: Result<Vec<u8>, String>, base: Option<&str>) -> ParsedReport {
    match bytes {
        Ok(bytes) => parse_report(&path.to_string_lossy(), &bytes, base),
        Err(error) => ParsedReport::Refused { file: path.to_string_lossy().into(), ok: false, error },
    }
}

pub(crate) fn clean(file: Option<&Path>, base: Option<&str>) -> Outcome {
    let bytes = read(file)?;
    let cleaned = stoppress_feeds::clean(&String::from_utf8_lossy(&bytes), base);
    print::line(cleaned.html.as_str());
    Ok(())
}

pub(crate) fn discover(file: Option<&Path>, url: &str) -> Outcome {
    let bytes = read(file)?;
    print::json(&serde_json::json!({ "candidates": stoppress_feeds::discover(&bytes, url) }));
    Ok(())
}

fn read(file: Option<&Path>) -> Result<Vec<u8>, String> {
    match file.filter(|file| file.as_os_str() != STANDARD_INPUT) {
        None => {
            let mut bytes = Vec::new();
            io::stdin()
                .lock()
                .read_to_end(&mut bytes)
                .map_err(|error| format!("standard input could not be read: {}", why_refused(&error)))?;
            Ok(bytes)
        }
        Some(path) => read_file(path),
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{} could not be read: {}", path.display(), why_refused(&error)))
}
