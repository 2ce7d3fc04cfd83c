//! Rules for notifications: what the window tells of.

use crate::{Outcome, arguments::Notify as What, library::show, print};
use serde_json::json;
use stoppress_model::{NewNotifyRule, NotifyKind, NotifyRule, WordsMatch};
use stoppress_reader::{Reader, ReaderError};

/// Lists the rules that hold, makes one, or removes one.
pub(crate) fn notify(reader: &Reader, json: bool, what: Option<&What>) -> Outcome {
    let failed = |error: ReaderError| error.to_string();
    match what {
        None => {
            let rules = reader.notify_rules().map_err(failed)?;
            show(json, &rules, || print::table(&rules.iter().map(row).collect::<Vec<_>>()));
        }
        Some(What::Add { words, matching, source, folder }) => {
            let feed = source.as_ref().map(|name| reader.feed_named(name)).transpose().map_err(failed)?;
            let (kind, text) = match (words, folder) {
                (Some(words), _) => (NotifyKind::Words, words.as_str()),
                (_, Some(folder)) => (NotifyKind::Folder, folder.as_str()),
                _ => (NotifyKind::Source, ""),
            };
            let new = NewNotifyRule { kind, feed, text: text.to_owned(), matching: matching.unwrap_or_default() };
            let made = reader.add_notify_rule(&new).map_err(failed)?;
            show(json, &made, || print::line(&row(&made).join("  ")));
        }
        Some(What::Remove { id }) => {
            reader.remove_notify_rule(*id).map_err(failed)?;
            show(json, &json!({ "removed": true }), || print::line("The rule is removed."));
        }
    }
    Ok(())
}

fn row(rule: &NotifyRule) -> Vec<String> {
    let kind = match (rule.kind, rule.matching) {
        (NotifyKind::Source, _) => "source",
        (NotifyKind::Folder, _) => "folder",
        (NotifyKind::Words, WordsMatch::Any) => "any of the words",
        (NotifyKind::Words, WordsMatch::All) => "all of the words",
        (NotifyKind::Words, WordsMatch::Phrase) => "the words in this order",
    };
    vec![rule.id.to_string(), kind.into(), rule.text.to_string()]
}
