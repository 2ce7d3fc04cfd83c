//! Local time, as far as quiet hours and digests need it: whole minutes of a day, and which day of the week it is.

use stoppress_model::{NotifySettings, Timestamp};

const MINUTE: i64 = 60;
const DAY: i64 = 24 * 3600;
/// When digests are told, in minutes after midnight.
const DIGESTS: [i64; 3] = [8 * 60, 13 * 60, 18 * 60];

/// A moment and how far local time is ahead of GMT then, in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) at: Timestamp,
    pub(super) offset: i64,
}

impl Moment {
    fn local(self) -> i64 {
        self.at.0 + self.offset
    }

    fn minute(self) -> i64 {
        self.local().rem_euclid(DAY) / MINUTE
    }

    /// Monday is 0. The first of January 1970 was a Thursday.
    fn weekday(self) -> i64 {
        (self.local().div_euclid(DAY) + 3).rem_euclid(7)
    }

    /// The next time that local clocks show this many minutes after midnight.
    fn next(self, minute: i64) -> Timestamp {
        let wait = (minute * MINUTE - self.local().rem_euclid(DAY)).rem_euclid(DAY);
        self.at.plus(if wait == 0 { DAY } else { wait })
    }

    fn at(self, at: Timestamp) -> Self {
        Moment { at, ..self }
    }
}

/// Until when nothing may be told: a pause, quiet hours, a quiet weekend, or several of them in a row. `None` = it may be.
pub(super) fn held_until(settings: &NotifySettings, now: Moment) -> Option<Timestamp> {
    let mut then = now;
    // A pause, a night, a weekend and the night behind it.
    for _ in 0..6 {
        match one_hold(settings, then) {
            Some(end) => then = then.at(end),
            None => break,
        }
    }
    (then != now).then_some(then.at)
}

fn one_hold(settings: &NotifySettings, now: Moment) -> Option<Timestamp> {
    if let Some(until) = settings.paused_until.filter(|until| *until > now.at) {
        return Some(until);
    }
    if settings.quiet_weekends && now.weekday() >= 5 {
        return Some(now.next(0));
    }
    let (from, until) = (i64::from(settings.quiet_from), i64::from(settings.quiet_until));
    let minute = now.minute();
    let inside = if from <= until { (from..until).contains(&minute) } else { minute >= from || minute < until };
    (settings.quiet && inside).then(|| now.next(until))
}

/// When a digest was due last, now included.
pub(super) fn last_digest(now: Moment) -> Timestamp {
    let midnight = now.at.plus(-now.local().rem_euclid(DAY));
    let before = DIGESTS.iter().rev().map(|minute| midnight.plus(minute * MINUTE)).find(|at| *at <= now.at);
    before.unwrap_or_else(|| midnight.plus(DIGESTS[2] * MINUTE - DAY))
}

/// When one is due next.
pub(super) fn next_digest(now: Moment) -> Timestamp {
    DIGESTS.iter().map(|minute| now.next(*minute)).min().unwrap_or(now.at)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Monday 23 November 2026 in a place an hour ahead of GMT.
    fn at(day: i64, hour: i64, minute: i64) -> Moment {
        Moment { at: Timestamp(1_795_392_000 + day * DAY + hour * 3600 + minute * 60 - 3600), offset: 3600 }
    }

    fn quiet() -> NotifySettings {
        NotifySettings { on: true, ..NotifySettings::default() }
    }

    fn check(settings: &NotifySettings, now: Moment, until: Option<Moment>) {
        assert_eq!(held_until(settings, now), until.map(|moment| moment.at), "at {now:?}");
    }

    #[test]
    fn the_day_of_the_week_is_known() {
        assert_eq!(at(0, 12, 0).weekday(), 0);
        assert_eq!((at(5, 0, 0).weekday(), at(6, 23, 59).weekday(), at(7, 0, 0).weekday()), (5, 6, 0));
    }

    #[test]
    fn quiet_hours_go_over_midnight_by_local_clocks() {
        let settings = quiet();
        check(&settings, at(0, 21, 59), None);
        check(&settings, at(0, 22, 0), Some(at(1, 7, 0)));
        check(&settings, at(1, 0, 0), Some(at(1, 7, 0)));
        check(&settings, at(1, 6, 59), Some(at(1, 7, 0)));
        check(&settings, at(1, 7, 0), None);
        let never = NotifySettings { quiet: false, ..quiet() };
        check(&never, at(0, 23, 0), None);
    }

    #[test]
    fn quiet_hours_may_lie_within_a_day_and_may_be_none() {
        let noon = NotifySettings { quiet_from: 12 * 60, quiet_until: 14 * 60, ..quiet() };
        check(&noon, at(0, 11, 59), None);
        check(&noon, at(0, 13, 0), Some(at(0, 14, 0)));
        check(&noon, at(0, 14, 0), None);
        let empty = NotifySettings { quiet_from: 600, quiet_until: 600, ..quiet() };
        check(&empty, at(0, 10, 0), None);
    }

    #[test]
    fn a_quiet_weekend_ends_with_the_night_behind_it() {
        let settings = NotifySettings { quiet_weekends: true, ..quiet() };
        check(&settings, at(4, 12, 0), None);
        check(&settings, at(5, 12, 0), Some(at(7, 7, 0)));
        check(&settings, at(4, 23, 0), Some(at(7, 7, 0)));
        check(&settings, at(7, 12, 0), None);
    }

    #[test]
    fn a_pause_holds_also_where_it_ends_at_night() {
        let paused = |until: Moment| NotifySettings { paused_until: Some(until.at), ..quiet() };
        check(&paused(at(0, 13, 0)), at(0, 12, 0), Some(at(0, 13, 0)));
        check(&paused(at(0, 11, 0)), at(0, 12, 0), None);
        check(&paused(at(0, 22, 30)), at(0, 21, 30), Some(at(1, 7, 0)));
    }

    #[test]
    fn digests_are_due_at_eight_thirteen_and_eighteen() {
        assert_eq!(last_digest(at(1, 7, 59)), at(0, 18, 0).at);
        assert_eq!(last_digest(at(1, 8, 0)), at(1, 8, 0).at);
        assert_eq!(last_digest(at(1, 17, 59)), at(1, 13, 0).at);
        assert_eq!(next_digest(at(1, 7, 59)), at(1, 8, 0).at);
        assert_eq!(next_digest(at(1, 8, 0)), at(1, 13, 0).at);
        assert_eq!(next_digest(at(1, 23, 0)), at(2, 8, 0).at);
    }
}
