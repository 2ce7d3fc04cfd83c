//! What a bug report needs: versions, figures, what the reader has set, the last lines of the log. Which sites are followed is
//! the reader's own business and only in it where the reader agrees.

use crate::{Reader, error::Result};
use std::fmt::Write as _;
use stoppress_model::Settings;
use url::Url;

/// Lines of the log.
const LINES: usize = 50;

impl Reader {
    /// The text. `program` says of itself and of the system what only it knows; `log` is the whole log.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn diagnostics(&self, program: &str, log: &str, with_addresses: bool) -> Result<String> {
        let (status, feeds) = (self.status()?, self.feeds()?);
        let mut text = format!(
            "{program}\n{} sources ({} in trouble), {} stories, {} saved ({} not complete)\n",
            status.feeds, status.troubled, status.articles, status.saved, status.saved_incomplete
        );
        if let Some(why) = self.read_only() {
            let _ = writeln!(text, "The library can only be read: {why}");
        }
        let _ = writeln!(text, "Settings that were changed: {}", changed(&self.settings()?));
        for feed in feeds.iter().filter(|_| with_addresses) {
            let trouble = feed.trouble.as_ref().map_or("well", |trouble| trouble.code.as_str());
            let _ = writeln!(text, "{}: {trouble}", feed.url);
        }
        let hosts: Vec<String> =
            feeds.iter().filter_map(|feed| Some(Url::parse(&feed.url).ok()?.host_str()?.to_owned())).collect();
        let lines: Vec<&str> = log.lines().rev().take(LINES).collect();
        for line in lines.into_iter().rev() {
            let line = if with_addresses { line.to_owned() } else { without_addresses(line, &hosts) };
            let _ = writeln!(text, "{line}");
        }
        Ok(text)
    }
}

/// Names and values that are not the usual ones. Of a proxy and of the changed keys only that there are some.
fn changed(settings: &Settings) -> String {
    let values = |settings: &Settings| serde_json::to_value(settings).unwrap_or_default();
    let (chosen, usual) = (values(settings), values(&Settings::default()));
    let chosen = chosen.as_object().into_iter().flatten().filter(|(name, value)| usual[name.as_str()] != **value);
    let said: Vec<String> = chosen
        .map(|(name, value)| match name.as_str() {
            "proxy" if value != "direct" => "proxy: one of the reader's".to_owned(),
            "keys" => format!("keys: {}", value.as_object().map_or(0, serde_json::Map::len)),
            _ => format!("{name}: {value}"),
        })
        .collect();
    if said.is_empty() { "none".to_owned() } else { said.join(", ") }
}

fn without_addresses(line: &str, hosts: &[String]) -> String {
    let word = |word: &str| {
        let names = word.contains("://") || hosts.iter().any(|host| word.contains(host.as_str()));
        if names { "[an address]".to_owned() } else { word.to_owned() }
    };
    line.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
