//! Reads paths on standard input and prints one JSON object a line, as `stoppress-cli parse --batch` does.

use std::io::{BufRead, Write};

fn main() -> std::io::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for path in std::io::stdin().lock().lines() {
        let path = path?;
        let report = stoppress_feeds::parse_json(&path, &std::fs::read(&path)?, None);
        writeln!(out, "{report}")?;
    }
    out.flush()
}
