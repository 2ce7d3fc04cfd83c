//! Text and JSON on standard output. A reader that closed the pipe ends the program quietly, a disk that is full in a sentence.

use serde::Serialize;
use std::{
    borrow::Cow,
    io::{self, IsTerminal, Write},
    sync::atomic::{AtomicBool, Ordering},
};
use stoppress_model::why_refused;

static HAS_PRINTED: AtomicBool = AtomicBool::new(false);

/// True where anything stands on standard output already.
pub(crate) fn has_printed() -> bool {
    HAS_PRINTED.load(Ordering::Relaxed)
}

pub(crate) fn json(value: &impl Serialize) {
    match serde_json::to_string(value) {
        Ok(text) => line(&text),
        Err(sentence) => error(&sentence.to_string()),
    }
}

/// One sentence on standard error, which may be closed.
pub(crate) fn error(sentence: &str) {
    let _ = writeln!(io::stderr().lock(), "stoppress-cli: {}", harmless(sentence));
}

/// What publishers write must not command a terminal.
fn harmless(text: &str) -> Cow<'_, str> {
    let commands = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    match text.contains(commands) {
        true => Cow::Owned(text.replace(commands, "")),
        false => Cow::Borrowed(text),
    }
}

pub(crate) fn line(text: &str) {
    let mut out = io::stdout().lock();
    written(writeln!(out, "{}", harmless(text)).and_then(|()| out.flush()));
}

/// Ends the program where standard output takes no more: nobody may take what is missing for all there is.
pub(crate) fn written(outcome: io::Result<()>) {
    HAS_PRINTED.store(true, Ordering::Relaxed);
    match outcome {
        Ok(()) => {}
        Err(closed) if closed.kind() == io::ErrorKind::BrokenPipe => std::process::exit(0),
        Err(refused) => {
            error(&format!("standard output could not be written: {}", why_refused(&refused)));
            std::process::exit(1);
        }
    }
}

/// So many of something, which has an `s` at its end where they are not one: `1 saved article`, `2 saved articles`.
pub(crate) fn count(number: impl Into<u64>, what: &str) -> String {
    counted(number.into(), what, &format!("{what}s"))
}

/// So many of something, with the words for one and for any other number: `1 entry`, `0 entries`.
pub(crate) fn counted(number: u64, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}

/// Columns as wide as their widest cell, but for the last one.
pub(crate) fn table(rows: &[Vec<String>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    for row in rows {
        let mut text = String::new();
        for (column, cell) in row.iter().enumerate() {
            text.push_str(cell);
            if column + 1 < row.len() {
                text.push_str(&" ".repeat(widths[column] - cell.chars().count() + 2));
            }
        }
        line(text.trim_end());
    }
}

/// Shows how far long work is, on standard error and only on a terminal.
pub(crate) fn progress(what: &str, done: u64, total: u64) {
    if io::stderr().is_terminal() {
        let end = if done == total { "\r\u{1b}[K" } else { "" };
        let _ = write!(io::stderr().lock(), "\r{what} {done} of {total}{end}");
    }
}
