//! What stands in the tray's menu: a pure list, made anew from the library whenever it is opened.

use crate::words::Words;
use stoppress_model::{ArticleId, TickerQuery};
use stoppress_reader::Reader;

/// Headlines in the menu.
const HEADLINES: u32 = 5;
/// Characters of one: menus are as wide as their longest line.
const LONGEST: usize = 60;

/// A line of the menu. What a line does has the same id whenever the menu is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) id: i32,
    pub(super) what: What,
}

/// What a line is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Separator,
    Item {
        label: String,
        does: Does,
    },
    /// Lines behind a line.
    Submenu {
        label: String,
        lines: Vec<Line>,
    },
}

/// What a line does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Does {
    Open,
    Story(ArticleId),
    Live,
    Refresh,
    PauseAnHour,
    PauseUntilTomorrow,
    EndPause,
    Settings,
    Quit,
}

/// The menu as the library is now.
pub(super) fn lines(reader: &Reader) -> Vec<Line> {
    let words = Words::of(reader);
    let item = |id, label: String, does| Line { id, what: What::Item { label, does } };
    let separator = |id| Line { id, what: What::Separator };
    let mut lines = vec![item(1, words.say("tray-open"), Does::Open), separator(2)];
    let newest = TickerQuery { limit: HEADLINES, ..TickerQuery::default() };
    let rows = reader.ticker(&newest).map(|page| page.rows).unwrap_or_default();
    lines.extend(rows.iter().map(|row| item(id_of(row.id), label(row.title.as_str()), Does::Story(row.id))));
    if !rows.is_empty() {
        lines.push(separator(3));
    }
    let unread = reader.status().map(|status| status.unread).unwrap_or_default();
    lines.push(item(4, words.count("tray-unread", unread), Does::Live));
    lines.push(item(5, words.say("tray-refresh"), Does::Refresh));
    lines.extend(pause(reader, &words));
    lines.push(separator(7));
    lines.push(item(8, words.say("tray-settings"), Does::Settings));
    lines.push(item(9, words.say("tray-quit"), Does::Quit));
    lines
}

/// Every line, those behind lines too.
pub(super) fn flat(lines: &[Line]) -> Vec<Line> {
    let behind = |line: &Line| match &line.what {
        What::Submenu { lines, .. } => lines.clone(),
        _ => Vec::new(),
    };
    lines.iter().flat_map(|line| std::iter::once(line.clone()).chain(behind(line))).collect()
}

/// The same for a story as long as it is in the menu, whatever comes in above it.
fn id_of(story: ArticleId) -> i32 {
    i32::try_from(story.0.rem_euclid(1_000_000_000)).unwrap_or(0) + 1_000
}

/// Nothing where the reader wants no notifications.
fn pause(reader: &Reader, words: &Words) -> Option<Line> {
    let notify = reader.settings().ok()?.notify;
    if !notify.on {
        return None;
    }
    let item = |id, key, does| Line { id, what: What::Item { label: words.say(key), does } };
    if notify.paused_until.is_some_and(|until| until > reader.now()) {
        return Some(item(6, "tray-pause-end", Does::EndPause));
    }
    let lines =
        vec![item(21, "tray-pause-hour", Does::PauseAnHour), item(22, "tray-pause-tomorrow", Does::PauseUntilTomorrow)];
    Some(Line { id: 6, what: What::Submenu { label: words.say("tray-pause"), lines } })
}

/// A headline as a label.
fn label(title: &str) -> String {
    let mut short: String = title.chars().take(LONGEST).collect();
    if title.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}
