//! How SQLite goes about the statements of this crate. A plan that walks a table of articles, or sorts one, is quick on a young
//! library and slow on an old one.
//!
//! Statements are read from the sources, so that a new one is looked at without being named here. What walks on purpose is
//! named with its reason; what is put together from pieces is asked for where it is made.

use crate::{Store, checks, feeds, mutes, notify, retention, saved, status, storage, ticker};
use rusqlite::types::Null;
use std::{collections::HashSet, fs, path::Path};

/// Tables that grow with the years; all others hold a row for each feed or fewer.
const GROWING: [&str; 15] = [
    "status",
    "articles",
    "bodies",
    "saved",
    "full_texts",
    "versions",
    "checks",
    "tombstones",
    "saved_refs",
    "saved_tags",
    "saved_images",
    "comments",
    "undo",
    "search_todo",
    "search_terms",
];

/// Indexes that hold only what is waiting, packed, muted or unread among the saved: walking one is no walk.
const FEW: [&str; 4] = ["status_packed", "status_muted", "saved_unread", "saved_next"];

/// Statements that walk or sort on purpose, by their beginnings, and why that is well.
const ON_PURPOSE: [(&str, &str); 27] = [
    ("SELECT article_id, title, url, feed_id, feed_title, saved_at", "the list of all that is saved"),
    ("SELECT article_id FROM saved WHERE removed_at IS NULL ORDER BY saved_at", "an export reads all of them"),
    ("SELECT article_id, coalesce(url, feed_title", "an import meets all that is saved"),
    ("SELECT a.id, a.url FROM articles a JOIN status s", "a list meets all that is here, once"),
    ("SELECT a.id, a.url, a.title FROM articles a JOIN status s", "a bag meets all that is here, once"),
    ("SELECT article_id, url FROM saved WHERE url IS NOT NULL", "a list meets all that is saved, once"),
    ("SELECT article_id FROM saved WHERE url = ?1 UNION ALL", "a page whose address no index has, before a network"),
    ("UPDATE saved SET feed_id = ?2 WHERE feed_id = ?1 RETURNING", "two sources become one"),
    ("UPDATE saved SET icon = ?2 WHERE feed_id = ?1", "once a week for a source, behind"),
    ("SELECT max(0, (?2 - ticker_at) / 86400)", "thirty days of one feed, by day"),
    ("DELETE FROM checks WHERE id <=", "counts the 5,000 newest, and no more are kept"),
    ("SELECT count(*) FROM tombstones", "a look for damage"),
    ("SELECT article_id, title FROM saved ORDER BY article_id", "a look for damage"),
    ("SELECT hash FROM saved_images ORDER BY hash", "a look for damage"),
    ("SELECT article_id FROM saved WHERE +removed_at IS NULL AND imported = 0", "puts the few that wait in order"),
    ("SELECT article_id, coalesce(url, '') FROM saved", "puts the few that wait in order"),
    ("DELETE FROM undo WHERE at <", "once a day, behind"),
    ("DELETE FROM saved_images WHERE NOT EXISTS", "once a day where something was removed, behind"),
    ("DELETE FROM icons WHERE key NOT IN", "once a day, behind"),
    ("SELECT coalesce(sum(length(record)), 0) FROM full_texts", "Settings say how much room is taken"),
    ("SELECT s.feed_id, count(*) FROM json_each", "a row for each feed"),
    ("SELECT c.feed_id, coalesce(f.own_title", "the newest of at most 5,000 checks"),
    ("SELECT article_id, mark FROM search_todo", "the newest of what waits"),
    ("SELECT count(*) FROM (SELECT 1 FROM search_todo", "counts no further than it is asked to"),
    ("SELECT action FROM undo", "the newest of the last 30 days"),
    ("SELECT id, action, ids, before FROM undo", "the newest of the last 30 days"),
    ("SELECT s.article_id, s.feed_id, a.title FROM status s", "the newest 5,000, of a feed or of all"),
];

fn store() -> (Store, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (Store::open(&folder.path().join("library.sqlite")).unwrap(), folder)
}

/// The steps of a plan, a line each; `None` for what SQLite does not read as one statement.
fn plan(store: &Store, sql: &str) -> Option<String> {
    let connection = store.read().unwrap();
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).ok()?;
    let nulls = vec![Null; statement.parameter_count()];
    let steps = statement.query_map(rusqlite::params_from_iter(nulls), |row| row.get(3)).unwrap();
    Some(steps.collect::<Result<Vec<String>, _>>().unwrap().join("\n"))
}

/// The names by which growing tables are called in a statement: their own and the short ones.
fn growing(sql: &str) -> Vec<&str> {
    let words: Vec<&str> =
        sql.split(|c: char| c.is_whitespace() || "(),".contains(c)).filter(|w| !w.is_empty()).collect();
    let mut names = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let table = words.get(at + 1).filter(|table| GROWING.contains(table));
        if let (true, Some(table)) = (["FROM", "JOIN", "UPDATE", "INTO"].contains(word), table) {
            names.push(*table);
            let short = words[at + 2..].iter().find(|word| **word != "AS");
            names.extend(short.filter(|word| word.chars().all(char::is_lowercase)));
        }
    }
    names
}

/// The step that walks a growing table, or sorts what is found in one; that it ends somewhere is for [`ON_PURPOSE`] to say.
fn trouble(plan: &str, sql: &str) -> Option<String> {
    let names = growing(sql);
    let walks = |step: &&str| {
        let Some(name) = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next()) else { return false };
        names.contains(&name) && !FEW.iter().any(|index| step.contains(index))
    };
    let sorts = |step: &&str| step.contains("TEMP B-TREE") && !names.is_empty();
    plan.lines().find(|step| walks(step) || sorts(step)).map(str::to_owned)
}

/// What stands in quotes in a file, up to its tests.
fn quoted(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let (mut found, mut rest) = (Vec::new(), source);
    while let Some(at) = rest.find(['"', '\'', '/']) {
        rest = match rest.as_bytes()[at] {
            b'/' if rest[at..].starts_with("//") => rest[at..].find('\n').map_or("", |end| &rest[at + end..]),
            b'\'' if rest[at + 1..].starts_with('"') => &rest[at + 3..],
            b'"' => {
                let (text, behind) = literal(&rest[at + 1..]);
                found.push(text);
                behind
            }
            _ => &rest[at + 1..],
        };
    }
    found
}

/// A text up to its closing mark, as the compiler reads it, and what stands behind.
fn literal(source: &str) -> (String, &str) {
    let (mut text, mut rest) = (String::new(), source.chars());
    while let Some(c) = rest.next() {
        match c {
            '"' => break,
            '\\' => match rest.next() {
                Some('\n') => rest = rest.as_str().trim_start().chars(),
                other => text.extend(other),
            },
            _ => text.push(c),
        }
    }
    (text, rest.as_str())
}

fn is_statement(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    ["SELECT", "UPDATE", "DELETE", "INSERT", "WITH"].contains(&first) && text.split_whitespace().count() > 3
}

/// The statements of the sources, blanks made one; those with a gap to fill are left out. Putting a damaged library together
/// reads all of it and is not looked at.
fn statements(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(statements(&path));
        } else if !path.ends_with("recover.rs") && !path.ends_with("plans.rs") {
            let texts = quoted(&fs::read_to_string(&path).unwrap());
            found.extend(texts.into_iter().filter(|text| is_statement(text) && !text.contains('{')));
        }
    }
    let without_remark = |line: &str| line.split("--").next().unwrap_or_default().to_owned();
    let lines = found.iter().map(|text| text.lines().map(without_remark).collect::<Vec<_>>().join(" "));
    lines.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// Statements that are put together from pieces.
fn put_together() -> Vec<String> {
    let mut all = vec![checks::recent_sql(), checks::of_feed_sql(), ticker::row_sql(), saved::list_sql()];
    all.extend([feeds::feed_sql(), notify::arrivals_sql(), retention::going_sql(), retention::muted_sql()]);
    all.extend([
        mutes::looked_at_sql(""),
        mutes::looked_at_sql("AND s.feed_id = ?2"),
        status::unread_sql("s.hidden = 0 AND s.feed_id = ?1"),
    ]);
    all.push(format!("UPDATE status SET packed = 0 WHERE packed = 1 AND {}", storage::passed("status")));
    all
}

#[test]
fn no_statement_walks_or_sorts_what_grows_with_the_years_but_where_that_is_meant() {
    let (store, _folder) = store();
    let sources = statements(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(sources.len() > 150, "the sources were read, but only {} statements found", sources.len());
    let (mut meant, mut troubles) = (HashSet::new(), Vec::new());
    for sql in sources.into_iter().chain(put_together()) {
        let sql = sql.split_whitespace().collect::<Vec<_>>().join(" ");
        let plan = plan(&store, &sql).unwrap_or_else(|| panic!("SQLite does not read {sql}"));
        let Some(step) = trouble(&plan, &sql) else { continue };
        match ON_PURPOSE.iter().find(|(beginning, _)| sql.starts_with(beginning)) {
            Some((beginning, _)) => drop(meant.insert(*beginning)),
            None => troubles.push(format!("{step}\n  in {sql}")),
        }
    }
    assert!(troubles.is_empty(), "{}", troubles.join("\n"));
    let stale: Vec<_> = ON_PURPOSE.iter().filter(|(beginning, _)| !meant.contains(beginning)).collect();
    assert!(stale.is_empty(), "no statement begins so, or it walks no more: {stale:?}");
}

/// These put the feeds in the order of their names: a row for each feed.
#[test]
fn the_list_of_feeds_walks_no_articles() {
    let (store, _folder) = store();
    let plan = plan(&store, &feeds::feeds_sql()).unwrap();
    assert!(GROWING.iter().all(|table| !plan.contains(&format!("SCAN {table}"))), "{plan}");
}

#[test]
fn what_waits_is_found_by_when_it_goes_on() {
    let (store, _folder) = store();
    for sql in statements(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        if sql.contains("FROM saved") && sql.contains("next_try <= ?1") {
            assert!(plan(&store, &sql).unwrap().contains("saved_next"), "{sql}");
        }
    }
}

#[test]
fn statements_are_read_from_sources_as_the_compiler_reads_them() {
    let source = "// \"SELECT no\"\nlet a = '\"'; x(\"SELECT \\\n   a, \\\"b\\\" FROM c\"); let c = 'd';\n\"e\"";
    assert_eq!(quoted(source), ["SELECT a, \"b\" FROM c", "e"]);
}
