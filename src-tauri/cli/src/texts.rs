//! Verbs over files, without a library and without a network: parse, clean, discover.

use crate::{Outcome, print};
use std::{
    fs,
    io::{self, BufRead, Read, Write},
};
use stoppress_feeds::{ParsedReport, parse_report};

pub(crate) fn parse(file: Option<&str>, base: Option<&str>, batch: bool) -> Outcome {
    if batch {
        return parse_batch(base);
    }
    let name = file.unwrap_or("-");
    let report = report(name, base);
    print::json(&report);
    match &report {
        ParsedReport::Read { .. } => Ok(()),
        ParsedReport::Refused { error, .. } => Err(format!("{name}: {error}")),
    }
}

/// One line for each path, in order, whatever is in the file.
fn parse_batch(base: Option<&str>) -> Outcome {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for path in io::stdin().lock().split(b'\n') {
        let path = path.map_err(|error| format!("standard input: {error}"))?;
        let path = String::from_utf8_lossy(&path);
        let path = path.strip_suffix('\r').unwrap_or(&path);
        if path.is_empty() {
            continue;
        }
        let line = serde_json::to_string(&report(path, base)).map_err(|error| error.to_string())?;
        writeln!(out, "{line}").map_err(|error| format!("standard output: {error}"))?;
    }
    out.flush().map_err(|error| format!("standard output: {error}"))
}

fn report(path: &str, base: Option<&str>) -> ParsedReport {
    match read(Some(path)) {
        Ok(bytes) => parse_report(path, &bytes, base),
        Err(error) => ParsedReport::Refused { file: path.to_owned(), ok: false, error },
    }
}

pub(crate) fn clean(file: Option<&str>, base: Option<&str>) -> Outcome {
    let bytes = read(file)?;
    let cleaned = stoppress_feeds::clean(&String::from_utf8_lossy(&bytes), base);
    print::line(cleaned.html.as_str());
    Ok(())
}

pub(crate) fn discover(file: Option<&str>, url: &str) -> Outcome {
    let bytes = read(file)?;
    print::json(&serde_json::json!({ "candidates": stoppress_feeds::discover(&bytes, url) }));
    Ok(())
}

pub(crate) fn read(file: Option<&str>) -> Result<Vec<u8>, String> {
    match file {
        None | Some("-") => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes).map_err(|error| format!("standard input: {error}"))?;
            Ok(bytes)
        }
        Some(path) => fs::read(path).map_err(|error| format!("{path} could not be read: {error}")),
    }
}
