//! Reads paths on standard input and prints one JSON object a line, as `stoppress-cli readable --batch` does. Every
//! page is taken to come from `http://example.com/`.

use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for path in std::io::stdin().lock().lines() {
        let path = path?;
        let report = stoppress_feeds::readable_report(&path, &std::fs::read(&path)?, "http://example.com/");
        writeln!(out, "{}", serde_json::to_string(&report)?)?;
    }
    out.flush()
}
