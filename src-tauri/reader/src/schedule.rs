//! When a feed may be asked next: a pure function of its history.

use crate::trouble::Failed;
use stoppress_model::{CheckInterval, FeedId, FeedInterval, Timestamp};
use stoppress_store::{NEVER, QuietTimes};

/// A feed that gives nothing to recognise an unchanged body by costs its server a whole body each time.
const WITHOUT_VALIDATORS: i64 = 60 * 60;
/// A server that asks for calm gets at least this much.
const LEAST_WAIT: i64 = 60;
const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// Whoever refuses for so long is only asked by hand any more (FEEDS S3).
const REFUSED_FOR_GOOD: i64 = 14 * DAY;

/// What a successful check tells about the next one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hints {
    /// `max-age`, `ttl` and the like, in seconds: the largest.
    pub(crate) wish: Option<i64>,
    pub(crate) has_validators: bool,
    pub(crate) newest: Option<Timestamp>,
    pub(crate) quiet_times: QuietTimes,
}

/// Seconds between two checks as the reader has set it. With *manual* the times still count for `stoppress-cli sync`.
pub(crate) fn interval(setting: CheckInterval) -> i64 {
    match setting {
        CheckInterval::QuarterHour | CheckInterval::Manual => 15 * 60,
        CheckInterval::HalfHour => 30 * 60,
        CheckInterval::Hour => HOUR,
    }
}

/// Seconds between two checks of one feed; its own choice goes before the general one.
pub(crate) fn interval_of(feed: FeedInterval, general: i64) -> i64 {
    match feed {
        FeedInterval::Auto | FeedInterval::Paused => general,
        FeedInterval::QuarterHour => 15 * 60,
        FeedInterval::Hour => HOUR,
        FeedInterval::SixHours => 6 * HOUR,
        FeedInterval::Daily => DAY,
    }
}

/// After a check that went well.
pub(crate) fn after_success(feed: FeedId, now: Timestamp, interval: i64, hints: Hints) -> Timestamp {
    let floor = if hints.has_validators { interval } else { interval.max(WITHOUT_VALIDATORS) };
    let quiet = match hints.newest.map(|newest| now.0 - newest.0) {
        Some(age) if age > 180 * DAY => DAY,
        Some(age) if age > 30 * DAY => 12 * HOUR,
        _ => 0,
    };
    let wish = hints.wish.unwrap_or(0).min(DAY);
    hints.quiet_times.after(spread(feed, now, floor.max(wish).max(quiet), wish))
}

/// A failure, as the next check is judged by it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setback<'a> {
    pub(crate) failed: &'a Failed,
    /// In a row, with this one.
    pub(crate) failures: u32,
    /// When the row began.
    pub(crate) since: Timestamp,
    pub(crate) quiet_times: QuietTimes,
}

impl Setback<'_> {
    /// True where the feed was refused for so long that it is only asked by hand any more.
    pub(crate) fn is_for_good(&self, now: Timestamp) -> bool {
        self.failed.is_refusal() && now.0 - self.since.0 >= REFUSED_FOR_GOOD
    }
}

/// After a check that failed.
pub(crate) fn after_failure(feed: FeedId, now: Timestamp, interval: i64, setback: &Setback<'_>) -> Timestamp {
    let doubled = |first: i64| first.saturating_mul(1 << (setback.failures.saturating_sub(1)).min(12)).min(DAY);
    if setback.is_for_good(now) {
        return NEVER;
    }
    let next = match setback.failed {
        // Never by itself again; a check by hand is allowed.
        Failed::Gone => return NEVER,
        // "Come back in 0 seconds" is no invitation to come back at once.
        Failed::AskedToWait(Some(at)) => (*at).max(now.plus(LEAST_WAIT)),
        Failed::AskedToWait(None) | Failed::Overloaded => spread(feed, now, doubled(HOUR), 0),
        refusal if refusal.is_refusal() => spread(feed, now, doubled(HOUR), 0),
        Failed::NotAFeed(_) | Failed::Empty | Failed::TooLarge => spread(feed, now, interval, 0),
        _ => spread(feed, now, doubled(15 * 60), 0),
    };
    setback.quiet_times.after(next)
}

/// Up to 10 % later or earlier, always the same for a feed, never before `earliest`: no burst at a full hour.
fn spread(feed: FeedId, now: Timestamp, wait: i64, earliest: i64) -> Timestamp {
    let step = (feed.0.wrapping_mul(2_654_435_761)).rem_euclid(201) - 100;
    now.plus((wait + wait * step / 1000).max(earliest))
}

/// Feeds asked at once when a machine wakes.
const AT_ONCE: usize = 16;
/// The others follow within so many seconds.
const WAKING: i64 = 5 * 60;
/// A sleep that lasted so much longer than was planned was the machine's.
const OVERSLEPT: i64 = 2 * 60;

/// Whether the machine slept between two moments that were to be `planned` seconds apart.
pub(crate) fn overslept(before: Timestamp, after: Timestamp, planned: i64) -> bool {
    after.0 - before.0 > planned + OVERSLEPT
}

/// When a machine wakes, everything is due. A few feeds are asked at once, the longest due first; these are the others, each with
/// its own moment of the next minutes.
pub(crate) fn spread_after_sleep(longest_due_first: &[FeedId], now: Timestamp) -> Vec<(FeedId, Timestamp)> {
    let others = longest_due_first.get(AT_ONCE..).unwrap_or_default();
    let count = i64::try_from(others.len()).unwrap_or(i64::MAX).max(1);
    others.iter().zip(1_i64..).map(|(feed, place)| (*feed, now.plus(WAKING * place / count))).collect()
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, Hints, Setback, WAKING, after_failure, after_success, overslept, spread_after_sleep};
    use crate::trouble::Failed;
    use stoppress_model::{FeedId, Timestamp};
    use stoppress_store::{NEVER, QuietTimes};

    const NOW: Timestamp = Timestamp(1_000_000_000);

    fn wait(hints: Hints) -> i64 {
        after_success(FeedId(1), NOW, 900, hints).0 - NOW.0
    }

    #[test]
    fn a_feed_is_asked_after_the_interval_give_or_take_a_tenth() {
        for feed in 1..500 {
            let hints = Hints { has_validators: true, ..Hints::default() };
            let wait = after_success(FeedId(feed), NOW, 900, hints).0 - NOW.0;
            assert!((810..=990).contains(&wait), "{wait}");
        }
    }

    #[test]
    fn a_machine_that_wakes_does_not_ask_everybody_at_once() {
        let planned = 60;
        let hours = NOW.plus(9 * 3600);
        assert!(overslept(NOW, hours, planned));
        // A busy machine, a short nap and a clock that is put back are no sleep.
        for after in [NOW.plus(60), NOW.plus(150), NOW.plus(-3600)] {
            assert!(!overslept(NOW, after, planned));
        }
        let feeds: Vec<FeedId> = (1..=1_000).map(FeedId).collect();
        let later = spread_after_sleep(&feeds, hours);
        assert_eq!(later.len(), feeds.len() - AT_ONCE);
        assert_eq!(later.first().map(|(feed, _)| *feed), Some(FeedId(17)), "the longest due are asked at once");
        for minute in 0..WAKING / 60 {
            let within = |at: &Timestamp| (minute * 60 + 1..=minute * 60 + 60).contains(&(at.0 - hours.0));
            let in_this_minute = later.iter().filter(|(_, at)| within(at)).count();
            assert!((190..=204).contains(&in_this_minute), "{in_this_minute} in minute {minute}");
        }
        assert_eq!(spread_after_sleep(&feeds[..AT_ONCE], hours), []);
    }

    #[test]
    fn a_publishers_wish_lengthens_the_wait_and_never_beyond_a_day() {
        let hints = |wish| Hints { wish: Some(wish), has_validators: true, ..Hints::default() };
        assert!(wait(hints(7200)) >= 7200);
        assert!(wait(hints(10_000_000)) <= 26 * 3600);
        assert!(wait(hints(60)) >= 810);
    }

    #[test]
    fn feeds_without_validators_and_quiet_feeds_are_asked_less() {
        assert!(wait(Hints::default()) >= 3240);
        let quiet = Hints { has_validators: true, newest: Some(NOW.plus(-31 * 86_400)), ..Hints::default() };
        assert!(wait(quiet) >= 10 * 3600);
    }

    fn setback(failed: &Failed, failures: u32) -> Setback<'_> {
        Setback { failed, failures, since: NOW, quiet_times: QuietTimes::default() }
    }

    #[test]
    fn failures_wait_longer_each_time_and_a_retired_feed_for_ever() {
        let wait = |failed: &Failed, failures| after_failure(FeedId(1), NOW, 900, &setback(failed, failures)).0 - NOW.0;
        assert!(wait(&Failed::Server, 1) < wait(&Failed::Server, 2));
        assert!(wait(&Failed::Server, 40) <= 27 * 3600);
        assert!(wait(&Failed::NotFound, 1) >= 3240);
        assert!(wait(&Failed::Overloaded, 1) >= 3240);
        assert_eq!(wait(&Failed::Gone, 1), NEVER.0 - NOW.0);
        assert_eq!(wait(&Failed::AskedToWait(Some(NOW.plus(120))), 1), 120);
        assert_eq!(wait(&Failed::AskedToWait(Some(NOW)), 1), 60);
    }

    #[test]
    fn a_feed_that_was_refused_for_two_weeks_is_only_asked_by_hand() {
        let fortnight = NOW.plus(14 * 86_400);
        let next = |failed, now| after_failure(FeedId(1), now, 900, &setback(&failed, 20));
        for failed in [Failed::NotFound, Failed::Forbidden, Failed::SignIn, Failed::Challenge] {
            assert_eq!(next(failed.clone(), fortnight), NEVER);
            assert!(next(failed, fortnight.plus(-1)) < fortnight.plus(27 * 3600));
        }
        assert!(next(Failed::Server, fortnight) < NEVER);
    }

    #[test]
    fn no_check_is_planned_for_an_hour_in_which_the_publisher_wants_calm() {
        let hour = |at: Timestamp| at.0 / 3600 % 24;
        let calm = QuietTimes::of(&[u8::try_from(hour(NOW.plus(900))).unwrap()], &[]);
        let hints = Hints { has_validators: true, quiet_times: calm, ..Hints::default() };
        assert_eq!(hour(after_success(FeedId(1), NOW, 900, hints)), (hour(NOW.plus(900)) + 1) % 24);
        let setback = Setback { quiet_times: calm, ..setback(&Failed::Server, 1) };
        assert_eq!(hour(after_failure(FeedId(1), NOW, 900, &setback)), (hour(NOW.plus(900)) + 1) % 24);
    }
}
