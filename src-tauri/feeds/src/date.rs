//! The moments that publishers write, in whatever way they write them.

use crate::date_months::MONTHS;
use crate::date_names::{long_zone, named_zone};
use crate::date_words::{two_digit_year, words, zone};
use crate::date_writing::{datetime_attribute, start, with_plain_digits, without_tags};
use stoppress_model::Timestamp;

/// Reads a date of a feed: RFC 3339 and ISO 8601, RFC 822 with all its neighbours, SQL, Unix seconds and milliseconds,
/// also within markup. Without a zone it is UTC, without a time midnight. What cannot be meant (year 1, the zero of
/// Unix time) is `None`.
pub(crate) fn parse(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let moment = plain(text.as_bytes()).or_else(|| careful(text))?;
    let is_meant = moment != 0 && (YEAR_1000..=YEAR_9999_END).contains(&moment);
    is_meant.then_some(Timestamp(moment))
}

/// Characters of a date; what follows them means nothing.
const LONGEST: usize = 128;
/// Characters of a date with its tags.
const LONGEST_MARKUP: usize = 1_024;
const YEAR_1000: i64 = -30_610_224_000;
const YEAR_9999_END: i64 = 253_402_300_799;

/// The two forms that nearly all feeds have, exactly as RFC 822 (with RFC 1123's years) and RFC 3339 want them.
/// Whatever differs is `None` here and is read with care.
fn plain(text: &[u8]) -> Option<i64> {
    plain_3339(text).or_else(|| plain_822(text))
}

/// `2004-02-09T13:50:12Z`, `2004-02-09T13:50:12.345+01:00`.
fn plain_3339(text: &[u8]) -> Option<i64> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2, b'T', ref rest @ ..] = text else { return None };
    let (clock, rest) = plain_clock(rest)?;
    let fraction = match rest {
        [b'.', rest @ ..] => 1 + rest.iter().take_while(|b| b.is_ascii_digit()).count(),
        _ => 0,
    };
    let zone = match rest.get(fraction..)? {
        b"Z" => 0,
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => plain_zone(*sign, [*h1, *h2, *m1, *m2])?,
        _ => return None,
    };
    let year = two(y1, y2)? * 100 + two(y3, y4)?;
    moment(year, two(m1, m2)?, two(d1, d2)?, clock, zone)
}

/// `Mon, 09 Feb 2004 13:50:12 GMT`, `9 Feb 2004 13:50 +0100`.
fn plain_822(text: &[u8]) -> Option<i64> {
    let text = match text {
        [a, b, c, b',', b' ', rest @ ..] if [a, b, c].iter().all(|b| b.is_ascii_alphabetic()) => rest,
        _ => text,
    };
    let (day, rest) = match *text {
        [d, b' ', ref rest @ ..] => (two(b'0', d)?, rest),
        [d1, d2, b' ', ref rest @ ..] => (two(d1, d2)?, rest),
        _ => return None,
    };
    let &[n1, n2, n3, b' ', y1, y2, y3, y4, b' ', ref rest @ ..] = rest else { return None };
    let name = [n1, n2, n3].map(|b| b.to_ascii_lowercase());
    let month = MONTHS.iter().take(12).find(|(english, _)| english.as_bytes() == name)?.1;
    let (clock, rest) = plain_clock(rest)?;
    let zone = match rest {
        [b' ', sign @ (b'+' | b'-'), h1, h2, m1, m2] => plain_zone(*sign, [*h1, *h2, *m1, *m2])?,
        [b' ', name @ ..] => named_zone(std::str::from_utf8(name).ok()?)?,
        _ => return None,
    };
    moment(two(y1, y2)? * 100 + two(y3, y4)?, month, day, clock, zone)
}

/// `13:50:12` or `13:50`, and what follows.
fn plain_clock(text: &[u8]) -> Option<(Clock, &[u8])> {
    let &[h1, h2, b':', m1, m2, ref rest @ ..] = text else { return None };
    let (second, rest) = match *rest {
        [b':', s1, s2, ref rest @ ..] => (two(s1, s2)?, rest),
        _ => (0, rest),
    };
    Some((Clock { hour: two(h1, h2)?, minute: two(m1, m2)?, second }, rest))
}

fn plain_zone(sign: u8, [h1, h2, m1, m2]: [u8; 4]) -> Option<i64> {
    let (hours, minutes) = (two(h1, h2)?, two(m1, m2)?);
    let east = hours * 3_600 + minutes * 60;
    (hours <= 14 && minutes < 60).then_some(if sign == b'-' { -east } else { east })
}

fn two(tens: u8, ones: u8) -> Option<i64> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| i64::from(tens - b'0') * 10 + i64::from(ones - b'0'))
}

/// Any other form. Drupal's views put `<time datetime="…">` into pubDate: what it says for machines is exact.
fn careful(text: &str) -> Option<i64> {
    let text = start(text, LONGEST_MARKUP);
    if !text.contains('<') {
        return any_form(text);
    }
    datetime_attribute(text).and_then(any_form).or_else(|| any_form(&without_tags(text)))
}

fn any_form(text: &str) -> Option<i64> {
    let text = start(text.trim(), LONGEST).trim_end();
    let text = with_plain_digits(text);
    let text = text.trim();
    unix(text).or_else(|| iso(text)).or_else(|| words(text))
}

#[derive(Clone, Copy, Default)]
pub(crate) struct Clock {
    pub(crate) hour: i64,
    pub(crate) minute: i64,
    pub(crate) second: i64,
}

/// Seconds since 1970 of a date of the Gregorian calendar. What runs over rolls over, as in C's `mktime`: 31 June is
/// 1 July. A day that is one off places an article better than none.
pub(crate) fn moment(year: i64, month: i64, day: i64, clock: Clock, zone: i64) -> Option<i64> {
    on_day(days(year, month, day)?, clock, zone)
}

fn on_day(days: i64, clock: Clock, zone: i64) -> Option<i64> {
    let Clock { hour, minute, second } = clock;
    let is_near = (0..=36).contains(&hour) && (0..=99).contains(&minute) && (0..=99).contains(&second);
    is_near.then(|| days * 86_400 + hour * 3_600 + minute * 60 + second - zone)
}

/// Days since 1970-01-01, of a date that may run over a little.
pub(crate) fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    if !((1..=9999).contains(&year) && (1..=13).contains(&month) && (1..=40).contains(&day)) {
        return None;
    }
    let (year, month) = if month == 13 { (year + 1, 1) } else { (year, month) };
    Some(days_from_civil(year, month, 1) + day - 1)
}

/// The day of a year, counted from 1.
fn day_of_year(year: i64, day: i64) -> Option<i64> {
    (1..=366).contains(&day).then(|| days(year, 1, 1)).flatten().map(|first| first + day - 1)
}

/// ISO 8601's week date: week 1 has 4 January in it, weeks begin on Monday (1).
fn day_of_week(year: i64, week: i64, day: i64) -> Option<i64> {
    let fourth = days(year, 1, 4)?;
    let monday = fourth - (fourth + 3).rem_euclid(7);
    ((1..=53).contains(&week) && (1..=7).contains(&day)).then_some(monday + (week - 1) * 7 + day - 1)
}

/// Days since 1970-01-01, years beginning in March (Howard Hinnant, "chrono-compatible low-level date algorithms").
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// Nine to thirteen digits alone are Unix time, with a fraction too; from twelve on in milliseconds. Twelve digits that
/// make a date to the minute are one. ASP.NET writes `/Date(1136214245000+0200)/`, milliseconds whatever the zone.
fn unix(text: &str) -> Option<i64> {
    if let Some(ticks) = text.strip_prefix("/Date(") {
        let sign = usize::from(ticks.starts_with('-'));
        let number: i64 = ticks[..sign + digits_at(&ticks[sign..])].parse().ok()?;
        return Some(number.div_euclid(1_000));
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if digits_at(whole) < whole.len() || digits_at(fraction) < fraction.len() {
        return None;
    }
    match whole.len() {
        9 | 10 => whole.parse().ok(),
        12 if is_minute(whole) => None,
        12 | 13 => whole.parse::<i64>().ok().map(|number| number / 1_000),
        _ => None,
    }
}

/// `200402091350`.
fn is_minute(digits: &str) -> bool {
    let part =
        |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<i64>().ok()).unwrap_or(-1);
    matches!(part(0..2), 19 | 20)
        && (1..=12).contains(&part(4..6))
        && (1..=31).contains(&part(6..8))
        && (0..24).contains(&part(8..10))
        && (0..60).contains(&part(10..12))
}

/// How many digits a text begins with.
pub(crate) fn digits_at(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Digits and signs of a text, taken from the left.
pub(crate) struct Scanner<'a>(pub(crate) &'a str);

impl Scanner<'_> {
    fn number(&mut self, most: usize) -> Option<(i64, usize)> {
        let length = digits_at(self.0).min(most);
        let number = self.0[..length].parse().ok()?;
        self.0 = &self.0[length..];
        Some((number, length))
    }

    fn sign(&mut self, signs: &[char]) -> bool {
        let found = self.0.starts_with(signs);
        if found {
            self.0 = self.0[1..].trim_start();
        }
        found
    }
}

/// Year first: `2004-02-09T13:50:12+01:00`, `2004-02-09 13:50`, `2004/2/9`, `20040209T135012Z`, `2004-040`, `2004-02`,
/// `2004-W07-1`, cameras' `2004:02:09 13:50:12`, and `04-02-09`.
pub(crate) fn iso(text: &str) -> Option<i64> {
    let mut rest = Scanner(text);
    let days = short_year(&mut rest).or_else(|| full_year(&mut rest))?;
    rest.0 = rest.0.trim_start();
    rest.sign(&['T', 't', ',', '-', ':', '.']);
    if rest.0.is_empty() {
        return on_day(days, Clock::default(), 0);
    }
    let clock = clock(&mut rest)?;
    let (clock, zone) = afternoon_and_zone(clock, rest.0);
    on_day(days, clock, zone)
}

/// Two digits of a year as feedparser reads them (ISO 8601 of 1988): `03-12-31`, `031231`, `03-335`, `03335`. The dashes
/// tell them from the slashes of America; six digits that make a year and a month are those.
fn short_year(rest: &mut Scanner) -> Option<i64> {
    let digits = digits_at(rest.0);
    let mut ahead = Scanner(rest.0);
    let has_dashes = digits == 2;
    if !matches!(digits, 2 | 5 | 6) || (digits == 6 && is_minute(&format!("{}010000", &rest.0[..6]))) {
        return None;
    }
    let year = two_digit_year(ahead.number(2)?.0);
    if has_dashes && !ahead.sign(&['-']) {
        return None;
    }
    let days = match digits_at(ahead.0) {
        3 => day_of_year(year, ahead.number(3)?.0)?,
        2 | 4 => {
            let (month, _) = ahead.number(2)?;
            if (has_dashes && !ahead.sign(&['-'])) || digits_at(ahead.0) != 2 {
                return None;
            }
            let (day, _) = ahead.number(2)?;
            ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| days(year, month, day)).flatten()?
        }
        _ => return None,
    };
    if !(ahead.0.is_empty() || ahead.0.starts_with(['T', 't']) || (has_dashes && ahead.0.starts_with(' '))) {
        return None;
    }
    rest.0 = ahead.0;
    Some(days)
}

fn full_year(rest: &mut Scanner) -> Option<i64> {
    let (year, 4) = rest.number(4)? else { return None };
    let signs: &[char] = if rest.0.starts_with(':') { &[':'] } else { &['-', '/', '.'] };
    let has_signs = rest.sign(signs);
    if rest.0.is_empty() {
        return days(year, 1, 1);
    }
    if rest.sign(&['W']) {
        let (week, _) = rest.number(2)?;
        rest.sign(&['-']);
        return day_of_week(year, week, rest.number(1).map_or(1, |(day, _)| day));
    }
    if digits_at(rest.0) == 3 {
        return day_of_year(year, rest.number(3)?.0);
    }
    let (month, _) = rest.number(2)?;
    let parted = rest.sign(signs);
    if !parted && has_signs {
        return rest.0.is_empty().then(|| days(year, month, 1)).flatten();
    }
    match rest.number(2) {
        Some((day, _)) => days(year, month, day),
        None => rest.0.is_empty().then(|| days(year, month, 1)).flatten(),
    }
}

/// `13:50:12.5`, `13:50`, `135012`, `13h50`.
pub(crate) fn clock(rest: &mut Scanner) -> Option<Clock> {
    let (hour, _) = rest.number(2)?;
    let parted = rest.sign(&[':', '.', 'h', 'H']);
    if !parted && digits_at(rest.0) == 0 {
        return Some(Clock { hour, ..Clock::default() });
    }
    let (minute, _) = rest.number(2).unwrap_or((0, 0));
    let mut second = 0;
    if rest.0.starts_with([':', '.']) || (!parted && digits_at(rest.0) > 0) {
        rest.sign(&[':', '.']);
        (second, _) = rest.number(2).unwrap_or((0, 0));
    }
    if rest.sign(&['.', ',', ':']) {
        rest.0 = &rest.0[digits_at(rest.0)..];
    }
    Some(Clock { hour, minute, second })
}

/// What stands after a time: AM or PM and a zone, in seconds east.
fn afternoon_and_zone(mut clock: Clock, text: &str) -> (Clock, i64) {
    let mut zone = 0;
    let mut sign = None;
    for word in text.split([' ', ',', ';']).filter(|w| !w.is_empty()) {
        let word = word.trim_matches(['(', ')']);
        let after_sign = sign.take();
        match word.to_ascii_lowercase().trim_end_matches('.') {
            "pm" | "p.m" if clock.hour < 12 => clock.hour += 12,
            "am" | "a.m" if clock.hour == 12 => clock.hour = 0,
            "+" | "-" | "\u{2212}" => sign = Some(word),
            _ => {
                if zone == 0 {
                    let read = after_sign.and_then(|sign| parted_zone(sign, word)).or_else(|| self::zone(word));
                    zone = read.unwrap_or(0);
                }
            }
        }
    }
    if zone == 0 {
        zone = long_zone(text).map_or(0, |(zone, _)| zone);
    }
    (clock, zone)
}

/// `+ 0200`. What follows `- ` and has a colon is more likely the end of an event.
pub(crate) fn parted_zone(sign: &str, word: &str) -> Option<i64> {
    let is_offset = digits_at(word) == word.len() && word.len() == 4;
    (is_offset || (sign == "+" && word.contains(':'))).then(|| zone(&format!("{sign}{word}"))).flatten()
}

/// A moment as RFC 822 has it, for OPML: `Mon, 09 Feb 2004 13:50:12 GMT`.
pub(crate) fn rfc_822(time: Timestamp) -> String {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    let iso = time.to_string();
    let part = |range: std::ops::Range<usize>| iso.get(range).unwrap_or("00");
    let day = usize::try_from(time.0.div_euclid(86_400).rem_euclid(7)).unwrap_or(0);
    let month = part(5..7).parse::<usize>().unwrap_or(1);
    let month = MONTHS[month.clamp(1, 12) - 1].0;
    let (first, rest) = month.split_at(1);
    format!("{}, {} {}{rest} {} {} GMT", DAYS[day], part(8..10), first.to_uppercase(), part(0..4), part(11..19))
}

#[cfg(test)]
mod tests {
    use super::parse;

    fn check(text: &str, want: &str) {
        let got = parse(text).map(|t| t.to_string()).unwrap_or_default();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn dates_of_rfc_822_are_read_with_their_quirks() {
        let want = "2004-02-09T13:50:12Z";
        for text in [
            "Mon, 09 Feb 2004 13:50:12 GMT",
            "Mon, 9 Feb 2004 14:50:12 +0100",
            "Mon 09 Feb 2004 13:50:12 UT",
            "Monday, 09 February 2004 08:50:12 EST",
            "09 Feb 04 05:50:12 PST",
            "Mon, 9 Feb 104 13:50:12 GMT",
            "Mon Feb  9 13:50:12 2004",
            "Feb 9, 2004 1:50:12 PM",
            "February 9th, 2004 13:50:12",
            "Mon, 09-Feb-2004 13:50:12 GMT",
            "Mon, 9 Feb 2004 16:50:12 GMT+3",
            "Mo, 9 Feb 2004 14:50:12 MEZ",
            "Mon, 09 Feb 2004 08:50:12 -0500",
            "Mon, 09 Feb 2004 08:50:12 -05:00",
            "Mon, 9(th) Feb(ruary) 2004 (a (nested) one\\) here) 13:50:12 +0000(GMT)",
        ] {
            check(text, want);
        }
        check("Mon, 09 Feb 2004 13:50", "2004-02-09T13:50:00Z");
        check("9 février 2004", "2004-02-09T00:00:00Z");
        check("lun., 9 févr. 2004 13:50:12 +0100", "2004-02-09T12:50:12Z");
        check("9. Februar 2004, 13:50 Uhr", "2004-02-09T13:50:00Z");
        check("29.2.2004 13:50", "2004-02-29T13:50:00Z");
        check("9 мая 2004 10:00", "2004-05-09T10:00:00Z");
        check("Κυρ, 11 Ιούλ 2004 12:00:00 EST", "2004-07-11T17:00:00Z");
    }

    #[test]
    fn dates_that_begin_with_the_year_are_read() {
        check("2004-02-09T13:50:12Z", "2004-02-09T13:50:12Z");
        check("2004-02-09T13:50:12.345+01:30", "2004-02-09T12:20:12Z");
        check("2004-02-09 13:50:12", "2004-02-09T13:50:12Z");
        check("2004-02-09 13:50:12 -0500", "2004-02-09T18:50:12Z");
        check("2004/2/9 1:50 PM", "2004-02-09T13:50:00Z");
        check("20040209T135012Z", "2004-02-09T13:50:12Z");
        check("2004-02", "2004-02-01T00:00:00Z");
        check("2004", "2004-01-01T00:00:00Z");
        check("2004-040", "2004-02-09T00:00:00Z");
        check("2004-02-09T24:00:00Z", "2004-02-10T00:00:00Z");
        check("2004-02-30T00:00:61Z", "2004-03-01T00:01:01Z");
        check("2004년 02월 09일 13:50:12", "2004-02-09T13:50:12Z");
        check("1076334612", "2004-02-09T13:50:12Z");
        check("1076334612000", "2004-02-09T13:50:12Z");
    }

    #[test]
    fn dates_without_names_of_months_are_american_unless_that_cannot_be() {
        check("2/9/2004 13:50", "2004-02-09T13:50:00Z");
        check("13/2/2004", "2004-02-13T00:00:00Z");
    }

    #[test]
    fn blanks_around_a_date_mean_nothing() {
        let date = "Mon, 09 Feb 2004 13:50:12 GMT";
        check(&format!("{:200}{date}{:200}", "", ""), "2004-02-09T13:50:12Z");
        // What is cut off after its longest length is cut off there, however far in it begins.
        let long = format!("{date}{}", " (a comment that does not end".repeat(8));
        assert_eq!(parse(&long), parse(&format!("  {long}")));
    }

    #[test]
    fn a_zone_that_is_none_is_passed_over() {
        for zone in ["+444444444444444444:02", "-99999", "+15:00", "+01:-9", "GMT+9223372036854775807:00"] {
            check(&format!("2004-02-09 13:50:12 {zone}"), "2004-02-09T13:50:12Z");
        }
    }

    #[test]
    fn what_cannot_be_meant_is_no_date() {
        for text in ["", "yesterday", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2004-77-30", "99", "é"] {
            check(text, "");
        }
    }
}
