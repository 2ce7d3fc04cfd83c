//! What to tell now: a pure function of what arrived, the reader's rules and choices, and what was told lately. It has no
//! clock and knows no window; both are handed in.

use super::local::{self, Moment};
use serde::{Deserialize, Serialize};
use stoppress_model::{
    Arrival, ArticleId, NotifyKind, NotifyRule, NotifySettings, NotifyWhen, PlainText, Timestamp, WordsMatch, folder,
};
use stoppress_store::Spelled;

/// Stories told one by one in an hour; after them comes one summary (UI 2.19).
const MOST_IN_AN_HOUR: usize = 4;
const HOUR: i64 = 3600;
/// Older stories are no news any more.
const FRESH: i64 = 2 * HOUR;
/// A headline that was told is not told again for so long, whoever has it: a source that gives each story a new name at every
/// check would else ring for ever.
const SAME_HEADLINE: i64 = 24 * HOUR;
/// Stories that wait for a summary, and headlines that are remembered. What is beyond is dropped, the oldest first.
const MOST_WAITING: usize = 500;
const MOST_HEADLINES: usize = 1_000;

/// One thing to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tell {
    /// One story.
    Story {
        /// Opened by a click.
        id: ArticleId,
        /// The source's name.
        source: PlainText,
        /// `None` where the reader wants no headline to be seen.
        headline: Option<PlainText>,
    },
    /// So many stories in one line; a click shows Live.
    Summary {
        /// How many.
        stories: usize,
        /// True where they follow stories that were told one by one: "7 more stories".
        more: bool,
    },
}

/// What was told lately and what waits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Lately {
    /// Everything up to here was considered.
    pub(super) until: i64,
    /// When stories were told one by one, within the last hour.
    stories: Vec<i64>,
    /// When the last summary was told.
    summary: Option<i64>,
    /// When the last digest was due that was told or had nothing to tell.
    digest: i64,
    /// Headlines that were told or wait, with their time.
    headlines: Vec<(i64, String)>,
    /// What will be told when it may be.
    pub(super) waiting: Vec<Arrival>,
}

impl Lately {
    /// Of a reader who has just begun: everything that is here already is no news.
    pub(super) fn from_now_on(newest: ArticleId, now: Timestamp) -> Self {
        Lately { until: newest.0, digest: now.0, ..Lately::default() }
    }
}

/// What a decision goes by.
pub(super) struct Facts<'a> {
    pub(super) arrivals: &'a [Arrival],
    pub(super) rules: &'a [NotifyRule],
    pub(super) settings: &'a NotifySettings,
    /// The reader looks at the window.
    pub(super) focused: bool,
    pub(super) now: Moment,
}

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decision {
    pub(super) tell: Vec<Tell>,
    pub(super) lately: Lately,
    /// When to ask again even if nothing arrives; `None` = only then.
    pub(super) next: Option<Timestamp>,
}

/// Decides.
pub(super) fn decide(facts: &Facts<'_>, mut lately: Lately) -> Decision {
    let now = facts.now;
    lately.stories.retain(|at| within(*at, HOUR, now));
    lately.headlines.retain(|(at, _)| within(*at, SAME_HEADLINE, now));
    lately.summary = lately.summary.filter(|at| within(*at, HOUR, now));
    take_in(facts, &mut lately);
    let held_until = local::held_until(facts.settings, now);
    match facts.settings.when {
        NotifyWhen::Now => at_once(facts, lately, held_until),
        NotifyWhen::Digest => digest(facts, lately, held_until),
    }
}

/// Puts what the rules want behind what waits.
fn take_in(facts: &Facts<'_>, lately: &mut Lately) {
    let rules: Vec<Rule> = facts.rules.iter().map(Rule::of).collect();
    let mut newest_last: Vec<&Arrival> = facts.arrivals.iter().filter(|one| one.id.0 > lately.until).collect();
    newest_last.sort_by_key(|one| one.id);
    for arrival in newest_last {
        lately.until = arrival.id.0;
        let title = Spelled::of(arrival.title.as_str());
        let fresh = facts.now.at.0 - arrival.time.0 <= FRESH;
        if !fresh || !rules.iter().any(|rule| rule.wants(arrival, &title)) {
            continue;
        }
        let line = title.line();
        if !line.is_empty() && lately.headlines.iter().any(|(_, told)| *told == line) {
            continue;
        }
        lately.headlines.push((facts.now.at.0, line));
        lately.waiting.push(arrival.clone());
    }
    keep_last(&mut lately.headlines, MOST_HEADLINES);
    keep_last(&mut lately.waiting, MOST_WAITING);
}

fn at_once(facts: &Facts<'_>, mut lately: Lately, held_until: Option<Timestamp>) -> Decision {
    let now = facts.now;
    lately.waiting.retain(|one| now.at.0 - one.time.0 <= FRESH);
    if facts.focused {
        // The reader sees them arrive.
        lately.waiting.clear();
        return Decision { tell: Vec::new(), lately, next: None };
    }
    if held_until.is_some() || lately.waiting.is_empty() {
        let next = held_until.filter(|_| !lately.waiting.is_empty());
        return Decision { tell: Vec::new(), lately, next };
    }
    let mut news = std::mem::take(&mut lately.waiting);
    news.sort_by_key(|one| std::cmp::Reverse((one.time, one.id)));
    let rest = news.split_off(news.len().min(MOST_IN_AN_HOUR.saturating_sub(lately.stories.len())));
    let mut tell: Vec<Tell> = news.iter().map(|one| story(one, facts.settings)).collect();
    lately.stories.extend(news.iter().map(|_| now.at.0));
    if !rest.is_empty() && lately.summary.is_none() {
        tell.push(Tell::Summary { stories: rest.len(), more: true });
        lately.summary = Some(now.at.0);
    } else {
        lately.waiting = rest;
    }
    let next = lately.stories.iter().min().filter(|_| !lately.waiting.is_empty());
    let next = next.map(|at| Timestamp(at + HOUR));
    Decision { tell, lately, next }
}

fn digest(facts: &Facts<'_>, mut lately: Lately, held_until: Option<Timestamp>) -> Decision {
    let now = facts.now;
    let due = local::last_digest(now).0 > lately.digest;
    if due && facts.focused {
        // Told as soon as the reader looks elsewhere.
        return Decision { tell: Vec::new(), lately, next: None };
    }
    if due && held_until.is_some() {
        return Decision { tell: Vec::new(), lately, next: held_until };
    }
    let mut tell = Vec::new();
    if due {
        lately.digest = now.at.0;
        let news = std::mem::take(&mut lately.waiting);
        match news.as_slice() {
            [] => {}
            [one] => tell.push(story(one, facts.settings)),
            more => tell.push(Tell::Summary { stories: more.len(), more: false }),
        }
    }
    Decision { tell, lately, next: Some(local::next_digest(now)) }
}

fn story(one: &Arrival, settings: &NotifySettings) -> Tell {
    let headline = (!settings.private).then(|| one.title.clone());
    Tell::Story { id: one.id, source: one.source.clone(), headline }
}

/// A time that lies ahead was written by a clock that was wrong.
fn within(at: i64, seconds: i64, now: Moment) -> bool {
    (0..seconds).contains(&(now.at.0 - at))
}

fn keep_last<T>(list: &mut Vec<T>, most: usize) {
    list.drain(..list.len().saturating_sub(most));
}

/// A rule, ready to be asked about many stories.
struct Rule<'a> {
    rule: &'a NotifyRule,
    /// Each must stand whole: the words one by one, or the phrase.
    parts: Vec<Spelled>,
}

impl<'a> Rule<'a> {
    fn of(rule: &'a NotifyRule) -> Self {
        let text = rule.text.as_str();
        let parts = match rule.matching {
            WordsMatch::Phrase => vec![Spelled::of(text)],
            WordsMatch::Any | WordsMatch::All => {
                text.split([' ', '\u{3000}', ',', '،', '、', '，', ';', '；']).map(Spelled::of).collect()
            }
        };
        Rule { rule, parts: parts.into_iter().filter(|part| !part.is_empty()).collect() }
    }

    fn wants(&self, arrival: &Arrival, title: &Spelled) -> bool {
        match self.rule.kind {
            NotifyKind::Source => self.rule.feed_id == Some(arrival.feed),
            NotifyKind::Folder => {
                arrival.folder.as_ref().is_some_and(|path| folder::is_within(path.as_str(), self.rule.text.as_str()))
            }
            NotifyKind::Words => match self.rule.matching {
                WordsMatch::Any | WordsMatch::Phrase => self.parts.iter().any(|part| title.has(part)),
                WordsMatch::All => !self.parts.is_empty() && self.parts.iter().all(|part| title.has(part)),
            },
        }
    }
}

#[cfg(test)]
#[path = "decide_tests.rs"]
mod tests;
