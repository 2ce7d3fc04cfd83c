//! Promises about what is told.

use super::*;
use stoppress_model::{FeedId, NotifyRuleId};

/// Monday 23 November 2026, noon GMT.
const NOON: i64 = 1_795_392_000 + 12 * HOUR;

fn moment(at: i64) -> Moment {
    Moment { at: Timestamp(at), offset: 0 }
}

fn text(text: &str) -> PlainText {
    PlainText::new(text, 256)
}

fn story_at(id: i64, time: i64) -> Arrival {
    Arrival {
        id: ArticleId(id),
        feed: FeedId(1),
        source: text("The Harbor Post"),
        folder: Some(text("Coast")),
        title: text(&format!("Headline {id}")),
        time: Timestamp(time),
    }
}

fn titled(id: i64, title: &str) -> Arrival {
    Arrival { title: text(title), ..story_at(id, NOON) }
}

fn rule(kind: NotifyKind, text: &str, matching: WordsMatch) -> NotifyRule {
    NotifyRule {
        id: NotifyRuleId(1),
        kind,
        feed_id: (kind == NotifyKind::Source).then_some(FeedId(1)),
        text: PlainText::new(text, 256),
        matching,
        created_at: Timestamp(0),
    }
}

/// A reader with one rule, whose story is followed from look to look.
struct Desk {
    rules: Vec<NotifyRule>,
    settings: NotifySettings,
    focused: bool,
    lately: Lately,
}

impl Desk {
    fn new() -> Self {
        Desk::with(rule(NotifyKind::Source, "The Harbor Post", WordsMatch::Any))
    }

    fn with(rule: NotifyRule) -> Self {
        Desk {
            rules: vec![rule],
            settings: NotifySettings { on: true, ..NotifySettings::default() },
            focused: false,
            lately: Lately::from_now_on(ArticleId(0), Timestamp(NOON)),
        }
    }

    fn look(&mut self, at: i64, arrivals: &[Arrival]) -> Decision {
        let facts =
            Facts { arrivals, rules: &self.rules, settings: &self.settings, focused: self.focused, now: moment(at) };
        let decision = decide(&facts, self.lately.clone());
        self.lately = decision.lately.clone();
        decision
    }

    /// What is told of stories that arrive at `at`.
    fn told(&mut self, at: i64, ids: std::ops::Range<i64>) -> Vec<Tell> {
        let arrivals: Vec<Arrival> = ids.map(|id| story_at(id, at)).collect();
        self.look(at, &arrivals).tell
    }
}

fn ids(tell: &[Tell]) -> Vec<i64> {
    tell.iter().filter_map(|one| if let Tell::Story { id, .. } = one { Some(id.0) } else { None }).collect()
}

fn summary(stories: usize) -> Tell {
    Tell::Summary { stories, more: true }
}

#[test]
fn a_story_of_a_chosen_source_is_told_once() {
    let mut desk = Desk::new();
    let arrivals = [story_at(1, NOON)];
    let told = desk.look(NOON, &arrivals).tell;
    let headline = Some(text("Headline 1"));
    assert_eq!(told, [Tell::Story { id: ArticleId(1), source: text("The Harbor Post"), headline }]);
    assert_eq!(desk.look(NOON + 60, &arrivals).tell, []);
}

#[test]
fn four_an_hour_are_told_one_by_one_and_the_rest_in_one_line() {
    let mut desk = Desk::new();
    let told = desk.told(NOON, 1..12);
    assert_eq!(ids(&told), [11, 10, 9, 8]);
    assert_eq!(told.last(), Some(&summary(7)));
    // For the rest of the hour nothing is told, and then what is still news.
    assert_eq!(desk.told(NOON + 600, 12..15), []);
    let decision = desk.look(NOON + 1200, &[]);
    assert_eq!((decision.tell.len(), decision.next), (0, Some(Timestamp(NOON + HOUR))));
    assert_eq!(ids(&desk.look(NOON + HOUR, &[]).tell), [14, 13, 12]);
}

#[test]
fn the_hour_is_the_one_that_ends_now() {
    let mut desk = Desk::new();
    for (minutes, id) in [(0, 1), (20, 2), (40, 3), (59, 4)] {
        assert_eq!(ids(&desk.told(NOON + minutes * 60, id..id + 1)), [id]);
    }
    assert_eq!(ids(&desk.told(NOON + HOUR, 5..6)), [5]);
    assert_eq!(desk.told(NOON + HOUR + 60, 6..7), [summary(1)]);
    assert_eq!(desk.told(NOON + HOUR + 120, 7..8), []);
}

#[test]
fn a_flood_is_never_more_than_five_in_an_hour() {
    let mut desk = Desk::new();
    let mut told = 0;
    for minute in 0..60 {
        told += desk.told(NOON + minute * 60, minute * 50 + 1..minute * 50 + 51).len();
    }
    assert_eq!(told, 5);
    assert!(desk.lately.waiting.len() <= MOST_WAITING && desk.lately.headlines.len() <= MOST_HEADLINES);
}

#[test]
fn nothing_is_told_while_the_reader_looks_at_the_window_nor_later_of_what_was_seen() {
    let mut desk = Desk::new();
    desk.focused = true;
    assert_eq!(desk.told(NOON, 1..4), []);
    desk.focused = false;
    assert_eq!(desk.look(NOON + 60, &[]).tell, []);
    assert_eq!(ids(&desk.told(NOON + 60, 4..5)), [4]);
}

#[test]
fn stories_older_than_two_hours_are_no_news() {
    let mut desk = Desk::new();
    let arrivals = [story_at(1, NOON - FRESH - 1), story_at(2, NOON - FRESH)];
    assert_eq!(ids(&desk.look(NOON, &arrivals).tell), [2]);
    // For a digest that counts when they arrive: until it is told they may grow older.
    desk.settings.when = NotifyWhen::Digest;
    let arrivals = [story_at(3, NOON - FRESH - 1), story_at(4, NOON - FRESH)];
    desk.look(NOON, &arrivals);
    assert_eq!(ids(&desk.look(NOON + HOUR, &[]).tell), [4]);
}

#[test]
fn quiet_hours_are_kept_and_what_is_still_news_is_told_when_they_end() {
    let mut desk = Desk::new();
    let night = NOON + 11 * HOUR;
    let decision = desk.look(night, &[story_at(1, night)]);
    let morning = NOON + 19 * HOUR;
    assert_eq!((decision.tell, decision.next), (vec![], Some(Timestamp(morning))));
    desk.look(morning - 600, &[story_at(2, morning - 600)]);
    assert_eq!(ids(&desk.look(morning, &[]).tell), [2]);
}

#[test]
fn a_pause_holds_until_it_is_over() {
    let mut desk = Desk::new();
    desk.settings.paused_until = Some(Timestamp(NOON + HOUR));
    assert_eq!(desk.told(NOON, 1..2), []);
    assert_eq!(ids(&desk.look(NOON + HOUR, &[]).tell), [1]);
}

#[test]
fn with_privacy_only_the_source_is_named() {
    let mut desk = Desk::new();
    desk.settings.private = true;
    let source = text("The Harbor Post");
    assert_eq!(desk.told(NOON, 1..2), [Tell::Story { id: ArticleId(1), source, headline: None }]);
}

#[test]
fn the_same_headline_is_told_once_a_day_under_whatever_name_it_comes() {
    let mut desk = Desk::new();
    assert_eq!(ids(&desk.look(NOON, &[titled(1, "Ferry breaks down")]).tell), [1]);
    for number in 2..60 {
        let again = Arrival { time: Timestamp(NOON + number * 60), ..titled(number, "FERRY breaks down!") };
        assert_eq!(desk.look(NOON + number * 60, &[again]).tell, []);
    }
    let next_day = Arrival { time: Timestamp(NOON + SAME_HEADLINE), ..titled(90, "Ferry breaks down") };
    assert_eq!(ids(&desk.look(NOON + SAME_HEADLINE, &[next_day]).tell), [90]);
}

#[test]
fn a_digest_comes_at_its_times_and_counts_what_came_since_the_last() {
    let mut desk = Desk::new();
    desk.settings.when = NotifyWhen::Digest;
    let decision = desk.look(NOON, &(1..4).map(|id| story_at(id, NOON)).collect::<Vec<_>>());
    assert_eq!((decision.tell, decision.next), (vec![], Some(Timestamp(NOON + HOUR))));
    assert_eq!(desk.look(NOON + HOUR, &[]).tell, [Tell::Summary { stories: 3, more: false }]);
    assert_eq!(desk.look(NOON + HOUR + 1, &[]).tell, []);
    // One alone is told as itself; none is not told.
    desk.told(NOON + 2 * HOUR, 4..5);
    assert_eq!(ids(&desk.look(NOON + 6 * HOUR, &[]).tell), [4]);
    assert_eq!(desk.look(NOON + 20 * HOUR, &[]).tell, []);
}

#[test]
fn a_digest_that_was_slept_through_comes_once_afterwards() {
    let mut desk = Desk::new();
    desk.settings.when = NotifyWhen::Digest;
    desk.told(NOON, 1..3);
    assert_eq!(desk.look(NOON + 27 * HOUR, &[]).tell, [Tell::Summary { stories: 2, more: false }]);
    assert_eq!(desk.look(NOON + 27 * HOUR + 60, &[]).tell, []);
}

#[test]
fn a_digest_waits_for_the_end_of_quiet_hours_and_for_the_reader_to_look_away() {
    let mut desk = Desk::new();
    desk.settings.when = NotifyWhen::Digest;
    desk.settings.quiet_until = 9 * 60;
    desk.look(NOON + 7 * HOUR, &[]);
    desk.told(NOON + 8 * HOUR, 1..3);
    let decision = desk.look(NOON + 20 * HOUR, &[]);
    assert_eq!((decision.tell, decision.next), (vec![], Some(Timestamp(NOON + 21 * HOUR))));
    desk.focused = true;
    assert_eq!(desk.look(NOON + 21 * HOUR, &[]).tell, []);
    desk.focused = false;
    assert_eq!(desk.look(NOON + 21 * HOUR, &[]).tell.len(), 1);
}

#[test]
fn a_clock_that_jumped_back_does_not_silence_anything() {
    let mut desk = Desk::new();
    desk.told(NOON + 5 * HOUR, 1..12);
    assert_eq!(ids(&desk.told(NOON, 12..13)), [12]);
}

/// Headlines of stories that a rule for words wants.
fn wanted<'a>(words: &str, matching: WordsMatch, titles: &[&'a str]) -> Vec<&'a str> {
    let rule = rule(NotifyKind::Words, words, matching);
    let wants = |title: &&&str| Rule::of(&rule).wants(&titled(1, title), &Spelled::of(title));
    titles.iter().filter(wants).copied().collect()
}

#[test]
fn words_are_whole_without_case_and_accents() {
    let titles = ["Élection in the harbor", "Elections", "Tide and harbour", "HARBOR of the election"];
    assert_eq!(wanted("election, harbour", WordsMatch::Any, &titles), [titles[0], titles[2], titles[3]]);
    assert_eq!(wanted("election harbor", WordsMatch::All, &titles), [titles[0], titles[3]]);
    assert_eq!(wanted("the election", WordsMatch::Phrase, &titles), [titles[3]]);
}

#[test]
fn words_of_scripts_without_spaces_and_arabic_are_found() {
    let titles = ["東京で地震が発生", "大阪の天気", "زلزال في المدينة"];
    assert_eq!(wanted("地震", WordsMatch::Any, &titles), [titles[0]]);
    assert_eq!(wanted("天気 大阪", WordsMatch::All, &titles), [titles[1]]);
    assert_eq!(wanted("زِلزال، طقس", WordsMatch::Any, &titles), [titles[2]]);
}

#[test]
fn a_rule_for_a_folder_or_source_wants_its_own_only() {
    let within = |id: i64, path: &str| Arrival { feed: FeedId(id), folder: Some(text(path)), ..story_at(id, NOON) };
    let outside = Arrival { folder: None, feed: FeedId(3), ..story_at(3, NOON) };
    let arrivals = [story_at(1, NOON), within(2, "Sport"), outside, within(4, "Sport/Sea"), within(5, "Sports")];
    let told = |path: &str| {
        let mut told = ids(&Desk::with(rule(NotifyKind::Folder, path, WordsMatch::Any)).look(NOON, &arrivals).tell);
        told.sort_unstable();
        told
    };
    assert_eq!(told("Sport"), [2, 4]);
    assert_eq!(told("Sport/Sea"), [4]);
    let mut desk = Desk::with(rule(NotifyKind::Source, "", WordsMatch::Any));
    assert_eq!(ids(&desk.look(NOON, &arrivals).tell), [1]);
}

#[test]
fn a_story_that_several_rules_want_is_told_once() {
    let mut desk = Desk::new();
    desk.rules.push(rule(NotifyKind::Folder, "Coast", WordsMatch::Any));
    desk.rules.push(rule(NotifyKind::Words, "headline", WordsMatch::Any));
    assert_eq!(desk.told(NOON, 1..2).len(), 1);
}
