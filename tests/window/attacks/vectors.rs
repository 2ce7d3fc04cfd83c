//! Hostile HTML: our own, one JSON object a line in `tests/fixtures/attacks`, and other projects' where the shared corpus
//! is at hand.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// One piece of hostile HTML. `CANARY`, `CANARYPORT` and `HOME` stand in it for what [`Vector::html`] puts there.
#[derive(Clone, Debug)]
pub struct Vector {
    /// `handlers/12`, or `dompurify/7` of the corpus.
    pub id: String,
    text: String,
    own: bool,
}

/// Every own vector, sorted by kind.
pub fn own() -> Result<Vec<Vector>, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/attacks");
    let entries =
        std::fs::read_dir(&folder).map_err(|error| format!("could not read {}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "ndjson"));
    files.sort();
    let mut vectors = Vec::new();
    for file in files {
        vectors.extend(read(&file, true)?);
    }
    Ok(vectors)
}

/// Those of the shared corpus; `None` where it is not here.
pub fn corpus() -> Result<Option<Vec<Vector>>, String> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared");
    let shared = std::env::var_os("STOPPRESS_SHARED").map_or_else(beside, PathBuf::from);
    let file = shared.join("corpus/attacks/vectors.ndjson");
    if file.exists() { read(&file, false).map(Some) } else { Ok(None) }
}

/// `count` of them, the same distance apart, so that every kind has its share.
pub fn spread(vectors: &[Vector], count: usize) -> Vec<Vector> {
    let count = count.min(vectors.len());
    (0..count).map(|index| vectors[index * vectors.len() / count].clone()).collect()
}

fn read(file: &Path, own: bool) -> Result<Vec<Vector>, String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("could not read {}: {error}", file.display()))?;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| vector(line, own).ok_or_else(|| format!("{} has a line that is none: {line}", file.display())))
        .collect()
}

/// A line: `id`, `html`, and for deep nesting `before`, which stands `times` times before it.
fn vector(line: &str, own: bool) -> Option<Vector> {
    let value: Value = serde_json::from_str(line).ok()?;
    let times = usize::try_from(value["times"].as_u64().unwrap_or_default()).ok()?;
    let before = value["before"].as_str().unwrap_or_default().repeat(times);
    Some(Vector { id: value["id"].as_str()?.to_owned(), text: before + value["html"].as_str()?, own })
}

impl Vector {
    /// Its HTML, every address leading to the canary at `canary` (host and port).
    pub fn html(&self, canary: &str, home: &str) -> String {
        let port = canary.rsplit(':').next().unwrap_or_default();
        if self.own {
            return self.text.replace("CANARYPORT", port).replace("CANARY", canary).replace("HOME", home);
        }
        with_hosts(&self.text, canary)
    }

    /// The address in it that a field for addresses may carry; without one, all of it.
    pub fn address(&self, canary: &str, home: &str) -> String {
        let html = self.html(canary, home);
        let lower = html.to_ascii_lowercase();
        let schemes =
            ["javascript:", "data:", "vbscript:", "file:", "smb:", "tauri:", "ipc:", "http:", "https:", "mailto:"];
        let Some(start) = schemes.iter().filter_map(|scheme| lower.find(scheme)).min() else { return html };
        let end = html[start..].find(['"', '\'', '>', '<', ' ', '\n']).map_or(html.len(), |length| start + length);
        html[start..end].to_owned()
    }

    /// Whether XML 1.0 can carry it.
    pub fn fits_xml(&self) -> bool {
        self.text
            .chars()
            .all(|c| !matches!(c, '\0'..='\x08' | '\x0b' | '\x0c' | '\x0e'..='\x1f' | '\u{fffe}' | '\u{ffff}'))
    }
}

/// Puts the canary in place of every host behind `http://` and `https://`; names of namespaces stay.
fn with_hosts(text: &str, canary: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    while let Some(found) = lower[done..].find("http") {
        let start = done + found;
        let rest = &lower[start..];
        let Some(scheme) = ["http://", "https://"].into_iter().find(|scheme| rest.starts_with(scheme)) else {
            out.push_str(&text[done..start + 4]);
            done = start + 4;
            continue;
        };
        let host = start + scheme.len();
        let end = text[host..]
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':')))
            .map_or(text.len(), |length| host + length);
        if lower[host..end].ends_with("w3.org") {
            out.push_str(&text[done..end]);
        } else {
            out.push_str(&text[done..start]);
            out.push_str("http://");
            out.push_str(canary);
        }
        done = end;
    }
    out.push_str(&text[done..]);
    out
}

#[test]
fn every_own_vector_is_read_and_has_a_name_of_its_own() {
    let vectors = own().expect("own vectors");
    assert!(vectors.len() >= 150, "{} are few", vectors.len());
    let names: std::collections::HashSet<&str> = vectors.iter().map(|vector| vector.id.as_str()).collect();
    assert_eq!(names.len(), vectors.len());
}

#[test]
fn every_host_becomes_the_canary_but_names_of_namespaces_stay() {
    let html = "<a xmlns='http://www.w3.org/2000/svg' href=HTTPS://Evil.example:8080/x?u=http://other.example>http</a>";
    let want = "<a xmlns='http://www.w3.org/2000/svg' href=http://c:1/x?u=http://c:1>http</a>";
    assert_eq!(with_hosts(html, "c:1"), want);
}
