//! Where the tables of a library begin, kept in a file beside it: where the pages that say so are damaged, everything else can
//! still be read by it. Nothing in it is the reader's.

use crate::{
    Result,
    connection::{MAP, make_private, side_file},
};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::{
    io::{Seek, SeekFrom, Write},
    path::Path,
};

/// Bytes of a file's beginning that say what it is.
const HEADER: usize = 100;
/// Bytes before the frames of a write-ahead log, and before the page of each.
const LOG_HEADER: usize = 32;
const FRAME_HEADER: usize = 24;

/// The tables of a library, with what differs where they do.
#[derive(Serialize, Deserialize)]
struct Map {
    tables: String,
    page_size: usize,
    entries: Vec<Entry>,
}

/// A row of `sqlite_schema`.
#[derive(Serialize, Deserialize)]
struct Entry {
    kind: String,
    name: String,
    table: String,
    root: i64,
    sql: Option<String>,
}

/// Writes the map of the library at `path`, where there is none or its tables have changed. What cannot be written is tried
/// again at the next start: the library does not need it.
pub(crate) fn keep(connection: &Connection, path: &Path) {
    let write = || -> Result<()> {
        let tables: String = connection.query_row(
            "SELECT s.schema_version || '/' || count(*) || '/' || sum(m.rowid * m.rootpage)
             FROM sqlite_schema m, pragma_schema_version s",
            [],
            |row| row.get(0),
        )?;
        if begins_with(&side_file(path, MAP), format!("{{\"tables\":\"{tables}\"").as_bytes()) {
            return Ok(());
        }
        let part = side_file(path, "-map.part");
        std::fs::write(&part, serde_json::to_vec(&map_of(connection, tables)?).unwrap_or_default())?;
        make_private(&part);
        Ok(std::fs::rename(part, side_file(path, MAP))?)
    };
    let _ = write();
}

fn begins_with(file: &Path, known: &[u8]) -> bool {
    let mut begin = vec![0; known.len()];
    let read = std::fs::File::open(file).and_then(|mut file| std::io::Read::read_exact(&mut file, &mut begin));
    read.is_ok() && begin == known
}

fn read(path: &Path) -> Option<Map> {
    serde_json::from_slice(&std::fs::read(side_file(path, MAP)).ok()?).ok()
}

fn map_of(connection: &Connection, tables: String) -> Result<Map> {
    let page_size: i64 = connection.query_row("PRAGMA page_size", [], |row| row.get(0))?;
    let mut statement = connection.prepare("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema")?;
    let entries = statement.query_map([], |row| {
        Ok(Entry { kind: row.get(0)?, name: row.get(1)?, table: row.get(2)?, root: row.get(3)?, sql: row.get(4)? })
    })?;
    let entries = entries.collect::<rusqlite::Result<_>>()?;
    Ok(Map { tables, page_size: usize::try_from(page_size).unwrap_or_default(), entries })
}

/// Gives the library at `copy`, which says nothing of its tables any more, a beginning by the map beside it. True where that was
/// done; `copy` is changed and has no write-ahead log then.
pub(crate) fn draw(copy: &Path) -> Result<bool> {
    let Some(map) = read(copy).filter(|map| (512..=65_536).contains(&map.page_size) && !map.entries.is_empty()) else {
        return Ok(false);
    };
    bring_in_log(copy, map.page_size)?;
    let length = usize::try_from(std::fs::metadata(copy)?.len()).unwrap_or_default();
    if length < map.page_size * 2 {
        return Ok(false);
    }
    let mut file = std::fs::OpenOptions::new().write(true).open(copy)?;
    file.write_all(&first_page(&map, length))?;
    drop(file);
    let connection = Connection::open(copy)?;
    connection.execute_batch("PRAGMA journal_mode = OFF; PRAGMA writable_schema = ON;")?;
    // Writable in this copy alone.
    let table = "sqlite_schema";
    let insert = format!("INSERT INTO {table} (type, name, tbl_name, rootpage, sql) VALUES (?1, ?2, ?3, ?4, ?5)");
    let mut put = connection.prepare(&insert)?;
    for entry in &map.entries {
        put.execute((&entry.kind, &entry.name, &entry.table, entry.root, &entry.sql))?;
    }
    Ok(true)
}

/// Writes the pages of the write-ahead log that were committed into the library: without its beginning SQLite would not. The
/// log goes. Its format: <https://sqlite.org/fileformat2.html#walformat>.
fn bring_in_log(copy: &Path, page_size: usize) -> Result<()> {
    let log = side_file(copy, "-wal");
    let bytes = std::fs::read(&log).unwrap_or_default();
    let number = |bytes: &[u8], at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    let mut library = std::fs::OpenOptions::new().write(true).open(copy)?;
    if bytes.len() > LOG_HEADER && number(&bytes, 8) as usize == page_size {
        let frames = bytes[LOG_HEADER..].chunks_exact(FRAME_HEADER + page_size);
        // Frames of an earlier round of the log carry other salts.
        let frames: Vec<&[u8]> = frames.take_while(|frame| frame[8..16] == bytes[16..24]).collect();
        let committed = frames.iter().rposition(|frame| number(frame, 4) != 0).map_or(0, |last| last + 1);
        for frame in &frames[..committed] {
            let page = u64::from(number(frame, 0)).saturating_sub(1);
            library.seek(SeekFrom::Start(page * page_size as u64))?;
            library.write_all(&frame[FRAME_HEADER..])?;
        }
    }
    for side in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(side_file(copy, side));
    }
    Ok(())
}

/// The first page of a library without tables, in a file of so many bytes.
fn first_page(map: &Map, length: usize) -> Vec<u8> {
    let mut page = vec![0; map.page_size];
    let pages = u32::try_from(length / map.page_size).unwrap_or(u32::MAX);
    page[..16].copy_from_slice(b"SQLite format 3\0");
    // 65,536 is written as 1.
    let size = u16::try_from(map.page_size).unwrap_or(1);
    page[16..18].copy_from_slice(&size.to_be_bytes());
    // Versions of the format, nothing reserved at the end of a page, and what a payload takes of one.
    page[18..24].copy_from_slice(&[1, 1, 0, 64, 32, 32]);
    // Changes, and the version for which the length is right.
    for at in [24, 92] {
        page[at..at + 4].copy_from_slice(&1_u32.to_be_bytes());
    }
    page[28..32].copy_from_slice(&pages.to_be_bytes());
    // The format of the tables, and UTF-8.
    page[44..48].copy_from_slice(&4_u32.to_be_bytes());
    page[56..60].copy_from_slice(&1_u32.to_be_bytes());
    // An empty leaf of a table: its cells begin at the page's end.
    page[HEADER] = 13;
    page[HEADER + 5..HEADER + 7].copy_from_slice(&size.to_be_bytes());
    page
}
