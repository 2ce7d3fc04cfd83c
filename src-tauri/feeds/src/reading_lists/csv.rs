//! Tables: the first row names the columns, and the names tell the app.

use super::{Collector, Entry, ListKind, time};
use serde_json::Value;

/// Columns by the names that apps give them, in lower case.
const URL: &[&str] = &["url", "link", "href", "address", "given_url", "resolved_url"];
const TITLE: &[&str] = &["title", "name", "resolved_title"];
const TAGS: &[&str] = &["tags", "labels", "document tags"];
const FOLDER: &[&str] = &["folder", "collection"];
const TIME: &[&str] = &[
    "time_added",
    "timestamp",
    "created",
    "saved_at",
    "saved date",
    "savedat",
    "date_added",
    "added",
    "created_at",
    "date",
];
const STATE: &[&str] = &["status", "state", "location"];

/// Reads a table; `None` where no column holds addresses.
pub(super) fn read(text: &str, list: &mut Collector) -> Option<ListKind> {
    let head = text.lines().next()?;
    let separator = [',', ';', '\t'].into_iter().max_by_key(|separator| head.matches(*separator).count())?;
    let mut rows = Rows { rest: text, separator };
    let names: Vec<String> = rows.next()?.iter().map(|name| name.trim().to_lowercase()).collect();
    let column = |wanted: &[&str]| wanted.iter().find_map(|name| names.iter().position(|known| known == name));
    let url = column(URL)?;
    let columns = [TITLE, TAGS, FOLDER, TIME, STATE].map(column);
    let has = |name: &str| names.iter().any(|known| known == name);
    let kind = match () {
        () if has("time_added") && has("status") => ListKind::Pocket,
        () if has("selection") && has("folder") => ListKind::Instapaper,
        () if has("highlights") && has("cover") => ListKind::Raindrop,
        () if has("labels") && has("state") => ListKind::Omnivore,
        () if has("document tags") => ListKind::Readwise,
        () => ListKind::Table,
    };
    for row in rows {
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).map_or("", |cell| cell.trim());
        let [title, tags, folder, saved, state] = columns.map(cell);
        let mut entry = Entry {
            url: cell(Some(url)).to_owned(),
            title: title.to_owned(),
            tags: split_tags(tags),
            saved_at: time(saved),
            ..Entry::default()
        };
        read_state(state, &mut entry);
        read_folder(folder, kind, &mut entry);
        list.take(entry);
    }
    Some(kind)
}

/// Tags with any of the partings in use: a JSON list, Python's, `|`, a comma, a semicolon.
pub(super) fn split_tags(text: &str) -> Vec<String> {
    if text.starts_with('[') {
        let parsed = serde_json::from_str::<Vec<Value>>(text)
            .or_else(|_| serde_json::from_str::<Vec<Value>>(&text.replace('\'', "\"")));
        if let Ok(values) = parsed {
            return values.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        }
    }
    let parting = ['|', ','].into_iter().find(|parting| text.contains(*parting)).unwrap_or(';');
    text.split(parting).map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect()
}

/// What the words for an entry's state mean.
pub(super) fn read_state(state: &str, entry: &mut Entry) {
    match state.to_ascii_lowercase().as_str() {
        // Pocket's numbers: 0 unread, 1 archived.
        "archive" | "archived" | "1" => {
            entry.archived = true;
            entry.read = Some(true);
        }
        "read" | "done" => entry.read = Some(true),
        "unread" | "0" => entry.read = Some(false),
        _ => {}
    }
}

/// Folders are states at Instapaper, shelves elsewhere.
fn read_folder(folder: &str, kind: ListKind, entry: &mut Entry) {
    match folder.to_ascii_lowercase().as_str() {
        "" | "unsorted" | "starred" => {}
        "unread" | "archive" if kind == ListKind::Instapaper => read_state(folder, entry),
        _ => entry.tags.extend(folder.rsplit('/').next().map(|name| name.trim().to_owned())),
    }
}

/// Rows of a table: quoted cells may hold separators, line breaks and doubled quotes. A quote that is never closed ends
/// with its line.
struct Rows<'t> {
    rest: &'t str,
    separator: char,
}

impl Iterator for Rows<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Vec<String>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut row = vec![];
        loop {
            let (cell, after) = match self.rest.strip_prefix('"').and_then(quoted) {
                Some((cell, after)) => (cell, after),
                None => {
                    let end = self.rest.find([self.separator, '\n', '\r']).unwrap_or(self.rest.len());
                    (self.rest[..end].to_owned(), &self.rest[end..])
                }
            };
            // What stands between a closing quote and the next separator is nothing.
            let end = after.find([self.separator, '\n', '\r']).unwrap_or(after.len());
            if row.len() < 256 {
                row.push(cell);
            }
            let after = &after[end..];
            self.rest = after.strip_prefix(self.separator).unwrap_or(after);
            if self.rest.len() == after.len() {
                self.rest = after.strip_prefix("\r\n").or(after.strip_prefix(['\n', '\r'])).unwrap_or(after);
                return Some(row);
            }
        }
    }
}

/// The cell after an opening quote, and what follows the closing one.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text;
    loop {
        let quote = rest.find('"')?;
        cell.push_str(&rest[..quote]);
        rest = &rest[quote + 1..];
        match rest.strip_prefix('"') {
            Some(after) => {
                cell.push('"');
                rest = after;
            }
            None => return Some((cell, rest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Rows, split_tags};

    #[test]
    fn quoted_cells_hold_separators_quotes_and_lines() {
        let rows = |text: &'static str| Rows { rest: text, separator: ',' }.collect::<Vec<_>>();
        assert_eq!(rows("a,\"b,\"\"c\"\"\nd\",e\r\nf,,\"\"\n"), [vec!["a", "b,\"c\"\nd", "e"], vec!["f", "", ""]]);
        assert_eq!(rows("a,\"never closed\nb,c"), [vec!["a", "\"never closed"], vec!["b", "c"]]);
        assert_eq!(rows("\"a\" x,b,"), [vec!["a", "b", ""]]);
    }

    #[test]
    fn tags_come_in_several_forms() {
        for text in ["a b|c", "a b,c", "[\"a b\",\"c\"]", "['a b', 'c']", " a b , c ,", "a b;c"] {
            assert_eq!(split_tags(text), ["a b", "c"], "{text}");
        }
    }
}
