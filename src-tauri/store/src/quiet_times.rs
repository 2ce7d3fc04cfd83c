//! Hours and days in which a publisher does not want to be asked.

use crate::{Result, Store};
use rusqlite::params;
use stoppress_model::{FeedId, Timestamp};

const HOUR: i64 = 3600;
/// Hours looked at for one in which a feed may be asked: a week and a day.
const HORIZON: i64 = 8 * 24;

/// RSS `skipHours` and `skipDays`. Hours are GMT.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuietTimes {
    /// A bit for each hour, 0 to 23.
    pub hours: u32,
    /// A bit for each day, the lowest is Monday.
    pub days: u8,
}

impl QuietTimes {
    /// From the numbers of hours (0 to 23) and days (0 = Monday); others are passed over.
    #[must_use]
    pub fn of(hours: &[u8], days: &[u8]) -> Self {
        let bits = |numbers: &[u8], most: u8| {
            numbers.iter().filter(|number| **number < most).fold(0_u32, |bits, number| bits | 1 << number)
        };
        QuietTimes { hours: bits(hours, 24), days: u8::try_from(bits(days, 7)).unwrap_or_default() }
    }

    /// The first moment from `at` on that is in none of these times; `at` itself where they leave no moment at all.
    #[must_use]
    pub fn after(self, at: Timestamp) -> Timestamp {
        let hour = at.0.div_euclid(HOUR);
        match (0..HORIZON).find(|later| !self.holds(hour + later)) {
            None | Some(0) => at,
            Some(later) => Timestamp((hour + later) * HOUR),
        }
    }

    /// True where the hour since 1970 is one in which the publisher does not want to be asked.
    fn holds(self, hour: i64) -> bool {
        // 1970 began on a Thursday.
        let day = (hour.div_euclid(24) + 3).rem_euclid(7);
        self.hours >> hour.rem_euclid(24) & 1 == 1 || self.days >> day & 1 == 1
    }
}

impl Store {
    /// Puts the next check of feeds off.
    ///
    /// # Errors
    /// When the profile cannot be written.
    pub fn put_off(&self, feeds: &[(FeedId, Timestamp)]) -> Result<()> {
        self.write_feed(|transaction| {
            for (feed, at) in feeds {
                transaction
                    .prepare_cached("UPDATE feed_checks SET next_check = ?2 WHERE feed_id = ?1")?
                    .execute(params![feed.0, at.0])?;
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::QuietTimes;
    use stoppress_model::Timestamp;

    /// Monday, 5 January 1970, at an hour.
    fn monday(hour: i64) -> Timestamp {
        Timestamp((4 * 24 + hour) * 3600)
    }

    #[test]
    fn the_next_moment_is_the_first_hour_that_is_in_no_quiet_time() {
        let night = QuietTimes::of(&[22, 23, 0, 1], &[]);
        assert_eq!(night.after(monday(21).plus(59)), monday(21).plus(59));
        assert_eq!(night.after(monday(22).plus(59)), monday(26));
        let weekend = QuietTimes::of(&[], &[5, 6]);
        assert_eq!(weekend.after(monday(5 * 24 + 7)), monday(7 * 24));
        let both = QuietTimes::of(&[0], &[0]);
        assert_eq!(both.after(monday(3)), monday(25));
    }

    #[test]
    fn times_that_leave_nothing_and_numbers_that_are_no_hour_are_passed_over() {
        let always = QuietTimes::of(&[], &[0, 1, 2, 3, 4, 5, 6]);
        assert_eq!(always.after(monday(3)), monday(3));
        let hours: Vec<u8> = (0..24).collect();
        assert_eq!(QuietTimes::of(&hours, &[]).after(monday(3)), monday(3));
        assert_eq!(QuietTimes::of(&[24, 255], &[7]), QuietTimes::default());
    }
}
