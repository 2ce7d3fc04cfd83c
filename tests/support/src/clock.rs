//! Dates as feeds and HTTP write them, without a date library.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];

/// The moment as an HTTP date (RFC 9110, section 5.6.7): `Mon, 23 Nov 2026 14:32:00 GMT`.
pub fn http_date(moment: SystemTime) -> String {
    format!("{} GMT", day_and_time(moment))
}

/// The moment as RSS 2.0 writes it (RFC 822 with a four-digit year): `Mon, 23 Nov 2026 14:32:00 +0000`.
pub fn rfc822(moment: SystemTime) -> String {
    format!("{} +0000", day_and_time(moment))
}

/// The moment as Atom and JSON Feed write it (RFC 3339): `2026-11-23T14:32:00Z`.
pub fn rfc3339(moment: SystemTime) -> String {
    let c = Calendar::of(moment);
    format!("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", c.year, c.month, c.day, c.hour, c.minute, c.second)
}

/// Reads an HTTP date as [`http_date`] writes it; anything else is `None`.
pub(crate) fn parse_http_date(text: &str) -> Option<SystemTime> {
    let mut words = text.trim().split([' ', ':']);
    let _weekday = words.next()?;
    let day: i64 = words.next()?.parse().ok()?;
    let name = words.next()?;
    let month = MONTHS.iter().position(|month| *month == name)? as i64 + 1;
    let year: i64 = words.next()?.parse().ok()?;
    let hour: i64 = words.next()?.parse().ok()?;
    let minute: i64 = words.next()?.parse().ok()?;
    let second: i64 = words.next()?.parse().ok()?;
    let seconds = days_from_civil(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second;
    Some(UNIX_EPOCH + Duration::from_secs(u64::try_from(seconds).ok()?))
}

fn day_and_time(moment: SystemTime) -> String {
    let c = Calendar::of(moment);
    let (weekday, month) = (DAYS[c.weekday], MONTHS[c.month as usize - 1]);
    format!("{weekday}, {:02} {month} {:04} {:02}:{:02}:{:02}", c.day, c.year, c.hour, c.minute, c.second)
}

struct Calendar {
    year: i64,
    month: i64,
    day: i64,
    hour: u64,
    minute: u64,
    second: u64,
    weekday: usize,
}

impl Calendar {
    /// Moments before 1970 are written as 1970: no test publishes earlier.
    fn of(moment: SystemTime) -> Calendar {
        let seconds = moment.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
        let days = (seconds / 86_400) as i64;
        let (year, month, day) = civil_from_days(days);
        Calendar {
            year,
            month,
            day,
            hour: seconds % 86_400 / 3_600,
            minute: seconds % 3_600 / 60,
            second: seconds % 60,
            weekday: (days % 7) as usize,
        }
    }
}

/// Days since 1970-01-01 to year, month, day in the Gregorian calendar, by eras of 400 years that begin in March.
fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day_of_year - (153 * from_march + 2) / 5 + 1)
}

fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let from_march = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(seconds)
    }

    #[test]
    fn a_date_is_written_as_each_format_wants_it() {
        let moment = at(1_795_444_320);
        assert_eq!(http_date(moment), "Mon, 23 Nov 2026 14:32:00 GMT");
        assert_eq!(rfc822(moment), "Mon, 23 Nov 2026 14:32:00 +0000");
        assert_eq!(rfc3339(moment), "2026-11-23T14:32:00Z");
        assert_eq!(rfc3339(at(951_782_400)), "2000-02-29T00:00:00Z");
    }

    #[test]
    fn an_http_date_reads_back_as_itself() {
        for seconds in [0, 951_782_399, 951_782_400, 1_709_164_800, 1_795_444_320, 4_102_444_799] {
            assert_eq!(parse_http_date(&http_date(at(seconds))), Some(at(seconds)));
        }
        assert_eq!(parse_http_date("yesterday"), None);
    }
}
