//! How SQLite goes about the statements behind what a reader looks at. A plan that walks a table of articles, or sorts one, is
//! quick on a young library and slow on an old one.

use crate::{Store, articles, checks, counts, feeds, packed, saved, search, ticker, undo};
use rusqlite::types::Null;

/// Tables that grow with the years; all others hold a row for each feed or fewer.
const GROWING: [&str; 9] =
    ["status", "articles", "bodies", "saved", "full_texts", "versions", "checks", "tombstones", "saved_refs"];

/// The steps of a plan, a line each.
fn plan(store: &Store, sql: &str) -> String {
    let connection = store.read().unwrap();
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let nulls = vec![Null; statement.parameter_count()];
    let steps = statement.query_map(rusqlite::params_from_iter(nulls), |row| row.get(3)).unwrap();
    steps.collect::<Result<Vec<String>, _>>().unwrap().join("\n")
}

/// Whether a step walks all of a growing table under its name or one of these short ones, with no index to end at.
fn walks(plan: &str, sql: &str) -> Option<String> {
    let step = plan.lines().find(|step| {
        let Some(name) = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next()) else { return false };
        let is_ordered = step.contains("USING INDEX") || step.contains("USING COVERING INDEX");
        let table = GROWING.iter().find(|table| **table == name || sql.contains(&format!("{table} {name}")));
        table.is_some() && !(is_ordered || sql.contains("DESC LIMIT"))
    });
    step.map(str::to_owned)
}

#[test]
fn nothing_that_a_reader_looks_at_walks_or_sorts_what_grows_with_the_years() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("library.sqlite")).unwrap();
    let statements = [
        counts::COUNTS.to_owned(),
        checks::QUIET.to_owned(),
        checks::recent_sql(),
        ticker::row_sql(),
        saved::list_sql(),
        articles::SAVED_COPY.to_owned(),
        articles::ARRIVED.to_owned(),
        packed::CONTENT.to_owned(),
        search::index::TEXT.to_owned(),
        undo::UNDOABLE.to_owned(),
    ];
    for sql in statements {
        let plan = plan(&store, &sql);
        assert_eq!(walks(&plan, &sql), None, "{sql}\n{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{sql}\n{plan}");
    }
    // These put the feeds in the order of their names, or of their next checks: a row for each feed.
    for sql in [feeds::feeds_sql(), feeds::DUE.to_owned()] {
        let plan = plan(&store, &sql);
        assert_eq!(walks(&plan, &sql), None, "{sql}\n{plan}");
    }
}
