//! Mutes: what is left out of the ticker.

use crate::{Outcome, arguments::Mute as What, library::show, print, rows::minute};
use serde_json::json;
use stoppress_model::{Mute, MuteKind, NewMute};
use stoppress_reader::{Reader, ReaderError};

/// Lists the mutes that hold, makes one, or removes one.
pub(crate) fn mute(reader: &Reader, json: bool, what: Option<&What>) -> Outcome {
    let failed = |error: ReaderError| error.to_string();
    match what {
        None => {
            let mutes = reader.mutes().map_err(failed)?;
            show(json, &mutes, || print::table(&mutes.iter().map(row).collect::<Vec<_>>()));
        }
        Some(What::Add { words, author, source, feed, days, count }) => {
            let confined = source.as_ref().or(feed.as_ref());
            let feed = confined.map(|name| reader.feed_named(name)).transpose().map_err(failed)?;
            let (kind, text) = match (words, author) {
                (Some(words), _) => (MuteKind::Words, words.as_str()),
                (_, Some(author)) => (MuteKind::Author, author.as_str()),
                _ => (MuteKind::Source, ""),
            };
            let new = NewMute { kind, text: text.to_owned(), feed, days: *days };
            let matches = reader.mute_matches(&new).map_err(failed)?;
            if *count {
                show(json, &json!({ "matches": matches }), || {
                    print::line(&print::counted(matches, "story", "stories"))
                });
                return Ok(());
            }
            let made = reader.mute(&new).map_err(failed)?;
            show(json, &json!({ "mute": made, "matches": matches }), || {
                let stories = print::counted(matches, "story", "stories");
                print::line(&format!("{stories} left the ticker. {}", row(&made).join("  ")));
            });
        }
        Some(What::Remove { id }) => {
            reader.unmute(*id).map_err(failed)?;
            show(json, &json!({ "removed": true }), || print::line("The mute is removed; its stories are back."));
        }
    }
    Ok(())
}

fn row(mute: &Mute) -> Vec<String> {
    let kind = match mute.kind {
        MuteKind::Words => "words",
        MuteKind::Source => "source",
        MuteKind::Author => "author",
    };
    let until = mute.until.map_or_else(|| "until removed".into(), |until| format!("until {}", minute(until)));
    vec![mute.id.to_string(), kind.into(), until, mute.text.to_string()]
}
