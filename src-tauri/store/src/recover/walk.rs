//! Reading what can still be read of a table in a damaged file: every row once, in bounded time, whatever its pages say. What
//! becomes of the rows is for others.

use crate::Result;
use rusqlite::{Connection, types::Value};
use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
};

/// Every row in the order of its id; where damage stops the walk it goes on behind it, halving what is left until the
/// damaged rows alone are left out. Each row is handed over once, also where a damaged page leads to others again and again; two
/// that claim the same id are both handed over.
pub(super) fn walk(
    source: &Connection,
    select: &str,
    width: usize,
    each: &mut impl FnMut(Vec<Value>) -> Result<()>,
) -> Result<()> {
    /// So many damaged places are looked round.
    const LOOKS: usize = 20_000;
    const LARGEST_ID: i64 = 1 << 40;
    /// Where so many looks in a row find nothing, the root of the table is gone: halving finds a row in forty.
    const BARREN: usize = 200;
    /// Rows that were handed over are passed so often, for each of them, before what is left is given up.
    const AGAIN: usize = 100;
    let (mut open, mut barren, mut seen, mut passed) = (vec![(0_i64, LARGEST_ID)], 0, HashSet::new(), 0);
    for _ in 0..LOOKS {
        let is_stuck = barren >= BARREN || passed > AGAIN * seen.len();
        let Some((first, last)) = open.pop().filter(|_| !is_stuck) else { break };
        let sql = format!("{select} WHERE rowid BETWEEN {first} AND {last} ORDER BY rowid");
        let (mut behind, mut again, known) = (first, 0, seen.len());
        let whole = step(source, &sql, width, &mut |id, row| {
            if !seen.insert((id, mark(&row))) {
                again += 1;
                return Ok(again <= known);
            }
            behind = id.saturating_add(1).max(first);
            each(row).map(|()| true)
        })?;
        passed += again;
        barren = if whole || seen.len() > known { 0 } else { barren + 1 };
        if !whole && behind < last {
            let middle = behind + (last - behind) / 2;
            open.push((middle + 1, last));
            open.push((behind, middle));
        }
    }
    Ok(())
}

/// By which a row is known again.
fn mark(row: &[Value]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for value in row {
        match value {
            Value::Null => 0u8.hash(&mut hasher),
            Value::Integer(number) => number.hash(&mut hasher),
            Value::Real(number) => number.to_bits().hash(&mut hasher),
            Value::Text(text) => text.hash(&mut hasher),
            Value::Blob(bytes) => bytes.hash(&mut hasher),
        }
    }
    hasher.finish()
}

/// Hands over row by row with its rowid, until `each` wants no more; false where that or damage ended it.
fn step(
    source: &Connection,
    sql: &str,
    width: usize,
    each: &mut impl FnMut(i64, Vec<Value>) -> Result<bool>,
) -> Result<bool> {
    let sql = sql.replacen("SELECT ", "SELECT rowid, ", 1);
    let Ok(mut statement) = source.prepare(&sql) else { return Ok(false) };
    let Ok(mut rows) = statement.query([]) else { return Ok(false) };
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                let Ok(id) = row.get(0) else { continue };
                let values: rusqlite::Result<Vec<Value>> = (1..=width).map(|column| row.get(column)).collect();
                // A value that cannot be read costs its row.
                if let Ok(values) = values
                    && !each(id, values)?
                {
                    return Ok(false);
                }
            }
            Ok(None) => return Ok(true),
            Err(_) => return Ok(false),
        }
    }
}

/// Every row that can be read of a small selection, and whether that was all of it.
pub(super) fn read(source: &Connection, sql: &str, width: usize) -> (Vec<Vec<Value>>, bool) {
    let mut found = Vec::new();
    let Ok(mut statement) = source.prepare(sql) else { return (found, false) };
    let Ok(mut rows) = statement.query([]) else { return (found, false) };
    loop {
        match rows.next() {
            Ok(Some(row)) => {
                let values: rusqlite::Result<Vec<Value>> = (0..width).map(|column| row.get(column)).collect();
                found.extend(values.ok());
            }
            Ok(None) => return (found, true),
            Err(_) => return (found, false),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{
        collections::BTreeMap,
        path::{Path, PathBuf},
    };

    const PAGE: usize = 4096;

    /// A file with so many stories, and the first page of its table, counted from 1.
    fn stories(count: u32) -> (tempfile::TempDir, PathBuf, usize) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("stories.sqlite");
        let made = Connection::open(&file).unwrap();
        made.execute_batch(&format!(
            "PRAGMA page_size = {PAGE}; CREATE TABLE stories (id INTEGER PRIMARY KEY, text);
             WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
             INSERT INTO stories SELECT i, printf('%0300d', i) FROM n;",
        ))
        .unwrap();
        let root: u32 = made.query_row("SELECT rootpage FROM sqlite_schema", [], |row| row.get(0)).unwrap();
        (folder, file, root as usize)
    }

    /// How often each row is handed over.
    fn walked(file: &Path) -> BTreeMap<String, u32> {
        let mut given = BTreeMap::new();
        let source = Connection::open(file).unwrap();
        walk(&source, "SELECT id, text FROM stories", 2, &mut |row| {
            *given.entry(format!("{row:?}")).or_insert(0) += 1;
            Ok(())
        })
        .unwrap();
        given
    }

    #[test]
    fn two_rows_that_claim_the_same_id_are_both_given() {
        let (_folder, file, root) = stories(9);
        let mut bytes = std::fs::read(&file).unwrap();
        let page = &mut bytes[(root - 1) * PAGE..root * PAGE];
        // The fifth cell: two bytes say how long it is, the third is its id.
        let fifth = usize::from(u16::from_be_bytes([page[16], page[17]]));
        assert_eq!(page[fifth + 2], 5);
        page[fifth + 2] = 6;
        std::fs::write(&file, bytes).unwrap();
        let given = walked(&file);
        assert_eq!(given.len(), 9, "{given:?}");
        assert_eq!(given.keys().filter(|row| row.starts_with("[Integer(6)")).count(), 2, "{given:?}");
    }

    #[test]
    fn a_damaged_page_that_leads_to_the_same_rows_again_and_again_gives_each_once() {
        let (_folder, file, root) = stories(2_000);
        // Each entry of the root leads to the second leaf, and what follows after the last to nowhere.
        let mut bytes = std::fs::read(&file).unwrap();
        let page = &mut bytes[(root - 1) * PAGE..root * PAGE];
        assert_eq!(page[0], 5, "the root has leaves below it");
        let entries = usize::from(u16::from_be_bytes([page[3], page[4]]));
        let at =
            |page: &[u8], entry: usize| usize::from(u16::from_be_bytes([page[12 + 2 * entry], page[13 + 2 * entry]]));
        let second = page[at(page, 1)..][..4].to_vec();
        for entry in 0..entries {
            let to = at(page, entry);
            page[to..to + 4].copy_from_slice(&second);
        }
        page[8..12].fill(255);
        std::fs::write(&file, bytes).unwrap();
        let given = walked(&file);
        assert!(given.len() > 5, "{given:?}");
        assert!(given.values().all(|times| *times == 1), "{given:?}");
    }
}
