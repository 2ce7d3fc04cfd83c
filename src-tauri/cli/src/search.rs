//! Searching from the terminal.

use crate::{Outcome, library::show, print};
use serde_json::{Value, json};
use std::{
    cmp::{Ordering, Reverse},
    time::{Duration, Instant},
};
use stoppress_model::{SearchOrder, SearchResults, SnippetPart, Timestamp};
use stoppress_reader::Reader;

/// Prints at most `limit` ticker rows with `snippet` and `score`; saved articles that left the ticker stand among them in
/// the same shape.
pub(crate) fn search(reader: &Reader, json: bool, query: &str, limit: u32, ranked: bool) -> Outcome {
    // Nobody else may be there to keep the index up. Without it, what is indexed already is found.
    if let Err(error) = reader.index_telling(&|done, total| print::progress("Indexing", done, total)) {
        print::error(&format!("not everything could be made searchable: {error}"));
    }
    let order = if ranked { SearchOrder::Ranked } else { SearchOrder::Newest };
    let found = everything(reader, query, limit, order)?;
    let mut rows = rows(&found, order)?;
    if limit > 0 {
        rows.truncate(limit as usize);
    }
    show(json, &rows, || {
        for row in &rows {
            let word = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
            print::line(&format!("{}  {}  ({})", word("id"), word("title"), word("feed_title")));
            print::line(&format!("    {}", word("snippet")));
        }
        if let Some(better) = &found.suggestion {
            print::line(&format!("Nothing was found. Did you mean: {better}"));
        }
    });
    Ok(())
}

/// How long the terminal goes on where much has to be looked through.
const PATIENCE: Duration = Duration::from_secs(10);
/// Rows of one search.
const MOST: u32 = 200;

/// An answer comes back after a bounded time, whatever was asked: here older articles are looked through too, until there are
/// as many as were wanted.
fn everything(reader: &Reader, query: &str, limit: u32, order: SearchOrder) -> Result<SearchResults, String> {
    let (began, most) = (Instant::now(), if limit == 0 { MOST } else { limit.min(MOST) });
    let search = |most, below| reader.search_below(query, most, order, below).map_err(|error| error.to_string());
    let mut all = search(most, None)?;
    while let Some(next) = all.next {
        let found = u32::try_from(all.stories.len() + all.saved.len()).unwrap_or(u32::MAX);
        if found >= most {
            break;
        }
        if began.elapsed() >= PATIENCE {
            print::error(
                "what is older was not looked through; ask for rarer words, or for a time with after: or before:",
            );
            break;
        }
        let more = search(most - found, Some(next))?;
        all.stories.extend(more.stories);
        all.saved.extend(more.saved);
        (all.next, all.more, all.suggestion) = (more.next, more.more, more.suggestion);
    }
    all.suggestion = all.suggestion.filter(|_| all.stories.is_empty() && all.saved.is_empty());
    Ok(all)
}

/// Stories and saved articles as one list, the newest or the best match first.
fn rows(found: &SearchResults, order: SearchOrder) -> Result<Vec<Value>, String> {
    let plain = |parts: &[SnippetPart]| parts.iter().map(|part| part.text.as_str()).collect::<String>();
    let mut rows: Vec<(f64, Timestamp, Value)> = Vec::new();
    for hit in &found.stories {
        let mut row = serde_json::to_value(&hit.row).map_err(|error| error.to_string())?;
        row["snippet"] = json!(plain(&hit.snippet));
        row["score"] = json!(hit.score);
        rows.push((hit.score, hit.row.time, row));
    }
    for hit in &found.saved {
        let one = &hit.article;
        let row = json!({
            "id": one.id, "time": one.saved_at, "title": one.title, "feed_id": one.feed_id, "feed_title": one.feed_title,
            "url": one.url, "read": one.read, "saved": true, "language": one.language, "direction": one.direction,
            "published": null, "first_seen": one.saved_at, "stored": "text", "snippet": plain(&hit.snippet),
            "score": hit.score,
        });
        rows.push((hit.score, one.saved_at, row));
    }
    // Stable: what is alike stays as the library had it.
    rows.sort_by(|a, b| {
        let by_score = if order == SearchOrder::Ranked { b.0.total_cmp(&a.0) } else { Ordering::Equal };
        by_score.then(Reverse(a.1).cmp(&Reverse(b.1)))
    });
    Ok(rows.into_iter().map(|(_, _, row)| row).collect())
}
