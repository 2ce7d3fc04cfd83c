//! The moments that publishers write, in whatever way they write them.

use crate::date_names::{MONTHS, is_weekday, month, named_zone};
use stoppress_model::Timestamp;

/// Reads a date of a feed: RFC 3339 and ISO 8601, RFC 822 with all its neighbours, SQL, Unix seconds and milliseconds.
/// Without a zone it is UTC, without a time midnight. What cannot be meant (year 1, the zero of Unix time) is `None`.
pub(crate) fn parse(text: &str) -> Option<Timestamp> {
    let text: String = text.trim().chars().take(LONGEST).collect();
    let text = text.trim_end();
    let moment = unix(text).or_else(|| iso(text)).or_else(|| words(text))?;
    let is_meant = moment != 0 && (YEAR_1000..=YEAR_9999_END).contains(&moment);
    is_meant.then_some(Timestamp(moment))
}

/// Characters of a date; what follows them means nothing.
const LONGEST: usize = 128;
const YEAR_1000: i64 = -30_610_224_000;
const YEAR_9999_END: i64 = 253_402_300_799;

#[derive(Clone, Copy, Default)]
struct Clock {
    hour: i64,
    minute: i64,
    second: i64,
}

/// Seconds since 1970 of a date of the Gregorian calendar. What runs over rolls over, as in C's `mktime`: 31 June is
/// 1 July. A day that is one off places an article better than none.
fn moment(year: i64, month: i64, day: i64, clock: Clock, zone: i64) -> Option<i64> {
    let Clock { hour, minute, second } = clock;
    let is_near = (1..=9999).contains(&year)
        && (1..=13).contains(&month)
        && (1..=40).contains(&day)
        && (0..=36).contains(&hour)
        && (0..=99).contains(&minute)
        && (0..=99).contains(&second);
    if !is_near {
        return None;
    }
    let (year, month) = if month == 13 { (year + 1, 1) } else { (year, month) };
    Some(days_from_civil(year, month, 1) * 86_400 + (day - 1) * 86_400 + hour * 3_600 + minute * 60 + second - zone)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since 1970-01-01, years beginning in March (Howard Hinnant, "chrono-compatible low-level date algorithms").
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// Nine to thirteen digits alone are Unix time; from twelve on in milliseconds.
fn unix(text: &str) -> Option<i64> {
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i64 = text.parse().ok()?;
    match text.len() {
        9 | 10 => Some(number),
        12 | 13 => Some(number / 1_000),
        _ => None,
    }
}

/// Digits and signs of a text, taken from the left.
struct Scanner<'a>(&'a str);

impl Scanner<'_> {
    fn number(&mut self, most: usize) -> Option<(i64, usize)> {
        let length = self.0.bytes().take(most).take_while(u8::is_ascii_digit).count();
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

    fn skip_spaces(&mut self) {
        self.0 = self.0.trim_start();
    }
}

/// Year first: `2004-02-09T13:50:12+01:00`, `2004-02-09 13:50`, `2004/2/9`, `20040209T135012Z`, `2004-040`, `2004-02`.
fn iso(text: &str) -> Option<i64> {
    let mut rest = Scanner(text);
    let (year, digits) = rest.number(4)?;
    if digits != 4 {
        return None;
    }
    let has_signs = rest.sign(&['-', '/', '.']);
    let (month, day) = month_and_day(&mut rest, year, has_signs)?;
    rest.skip_spaces();
    rest.sign(&['T', 't', ',', '-', ':']);
    rest.skip_spaces();
    if rest.0.is_empty() {
        return moment(year, month, day, Clock::default(), 0);
    }
    let clock = clock(&mut rest)?;
    let (clock, zone) = afternoon_and_zone(clock, rest.0);
    moment(year, month, day, clock, zone)
}

fn month_and_day(rest: &mut Scanner, year: i64, has_signs: bool) -> Option<(i64, i64)> {
    if rest.0.is_empty() {
        return Some((1, 1));
    }
    let digits = rest.0.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 3 {
        let (mut day, _) = rest.number(3)?;
        let mut month = 1;
        while month <= 12 && day > days_in(year, month) {
            day -= days_in(year, month);
            month += 1;
        }
        return Some((month, day));
    }
    let (month, _) = rest.number(2)?;
    let parted = rest.sign(&['-', '/', '.']);
    if !parted && has_signs {
        return rest.0.is_empty().then_some((month, 1));
    }
    match rest.number(2) {
        Some((day, _)) => Some((month, day)),
        None => rest.0.is_empty().then_some((month, 1)),
    }
}

/// `13:50:12.5`, `13:50`, `135012`, `13h50`.
fn clock(rest: &mut Scanner) -> Option<Clock> {
    let (hour, _) = rest.number(2)?;
    let parted = rest.sign(&[':', '.', 'h', 'H']);
    if !parted && !rest.0.starts_with(|c: char| c.is_ascii_digit()) {
        return Some(Clock { hour, ..Clock::default() });
    }
    let (minute, _) = rest.number(2).unwrap_or((0, 0));
    let mut second = 0;
    if rest.0.starts_with(':')
        || (!parted && rest.0.starts_with(|c: char| c.is_ascii_digit()))
        || rest.0.starts_with('.')
    {
        rest.sign(&[':', '.']);
        (second, _) = rest.number(2).unwrap_or((0, 0));
    }
    if rest.sign(&['.', ',', ':']) {
        rest.number(12);
    }
    Some(Clock { hour, minute, second })
}

/// What stands after a time: AM or PM and a zone, in seconds east.
fn afternoon_and_zone(mut clock: Clock, text: &str) -> (Clock, i64) {
    let mut zone = 0;
    for word in text.split([' ', ',', ';']).filter(|w| !w.is_empty()) {
        let word = word.trim_matches(['(', ')']);
        match word.to_ascii_lowercase().trim_end_matches('.') {
            "pm" | "p.m" | "오후" if clock.hour < 12 => clock.hour += 12,
            "am" | "a.m" | "오전" if clock.hour == 12 => clock.hour = 0,
            _ => {
                if zone == 0 {
                    zone = self::zone(word).unwrap_or(0);
                }
            }
        }
    }
    (clock, zone)
}

/// `Z`, `+01:00`, `-0500`, `+1`, `GMT+3`, `EST`; seconds east of Greenwich.
fn zone(word: &str) -> Option<i64> {
    let upper = word.to_ascii_uppercase();
    if let Some((name, offset)) = upper.find(['+', '-', '\u{2212}']).map(|at| upper.split_at(at)) {
        let sign = if offset.starts_with('+') { 1 } else { -1 };
        let offset = offset.trim_start_matches(['+', '-', '\u{2212}']);
        let base = if name.is_empty() { 0 } else { named_zone(name)? };
        let (hours, minutes) = match offset.split_once(':') {
            Some((h, m)) => (h.parse::<i64>().ok()?, m.get(..2).unwrap_or(m).parse::<i64>().ok()?),
            None if offset.len() <= 2 => (offset.parse().ok()?, 0),
            None => {
                let number: i64 = offset.get(..4).unwrap_or(offset).parse().ok()?;
                (number / 100, number % 100)
            }
        };
        let is_zone = (0..=14).contains(&hours) && (0..60).contains(&minutes);
        return is_zone.then(|| base + sign * (hours * 3_600 + minutes * 60));
    }
    named_zone(&upper)
}

/// Words and numbers in any order: `Mon, 9 Feb 2004 13:50:12 GMT`, `February 9, 2004 1:50 PM`, `Mon Feb  9 13:50:12
/// 2004`, `9.2.2004 13:50`, `2/9/04`, `2004년 02월 09일 13:50:12`.
fn words(text: &str) -> Option<i64> {
    let text = without_comments(text);
    let text = text.replace(['年', '月', '년', '월'], "-").replace(['日', '일'], " ");
    let text = dashes_for_dots(&text).replace("- ", "-");
    if let Some(found) = text.starts_with(|c: char| c.is_ascii_digit()).then(|| iso(&text)).flatten() {
        return Some(found);
    }
    let mut found = Found::default();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '_')) {
        found.take(word);
    }
    found.moment()
}

/// `9.2.2004` and `9. 2. 2004` with dashes; the dots of `févr.` and `a.m.` stay.
fn dashes_for_dots(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let next = |at: usize| if chars.get(at + 1) == Some(&' ') { at + 2 } else { at + 1 };
    let with_dashes = chars
        .iter()
        .enumerate()
        .map(|(at, c)| if *c == '.' && is_digit(at.checked_sub(1)) && is_digit(Some(next(at))) { '-' } else { *c });
    with_dashes.collect()
}

/// RFC 822's comments: `9(th) Feb(ruary)`, nested and with escaped brackets.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0;
    let mut is_escaped = false;
    for c in text.chars() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' if depth > 0 => is_escaped = true,
            '(' => depth += 1,
            ')' if depth > 0 => {
                depth -= 1;
                out.push(' ');
            }
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

#[derive(Default)]
struct Found {
    numbers: Vec<(i64, usize)>,
    month: Option<i64>,
    clock: Option<Clock>,
    afternoon: Option<bool>,
    zone: Option<i64>,
}

impl Found {
    fn take(&mut self, word: &str) {
        if self.clock.is_some() && word.starts_with(['+', '-', '\u{2212}']) {
            self.zone = self.zone.or(zone(word));
            return;
        }
        let word = word.trim_matches(['.', '-']).trim();
        let Some(first) = word.chars().next() else { return };
        if word.contains(':') && first.is_ascii_digit() {
            self.take_clock(word);
        } else if first.is_ascii_digit() && word.contains(['-', '/']) {
            word.split(['-', '/']).for_each(|part| self.take(part));
        } else if first.is_ascii_digit() {
            let digits = word.bytes().take_while(u8::is_ascii_digit).count();
            if let Ok(number) = word[..digits].parse() {
                self.numbers.push((number, digits));
            }
        } else {
            self.take_word(word);
        }
    }

    fn take_clock(&mut self, word: &str) {
        let mut rest = Scanner(word);
        if let Some(clock) = clock(&mut rest) {
            self.clock = Some(clock);
            if !rest.0.is_empty() {
                self.take(&rest.0.replace(':', ""));
            }
        }
    }

    fn take_word(&mut self, word: &str) {
        match word.to_lowercase().as_str() {
            "pm" | "p.m" | "p-m" | "오후" => self.afternoon = Some(true),
            "am" | "a.m" | "a-m" | "오전" => self.afternoon = Some(false),
            _ if self.month.is_none() && !is_weekday(word) && month(word).is_some() => self.month = month(word),
            _ if word.contains('-') && self.month.is_none() => word.split('-').for_each(|part| self.take(part)),
            _ if self.clock.is_some() || self.numbers.len() >= 2 => self.zone = self.zone.or(zone(word)),
            _ => {}
        }
    }

    fn moment(mut self) -> Option<i64> {
        let mut clock = self.clock.unwrap_or_default();
        match self.afternoon {
            Some(true) if clock.hour < 12 => clock.hour += 12,
            Some(false) if clock.hour == 12 => clock.hour = 0,
            _ => {}
        }
        let zone = self.zone.unwrap_or(0);
        let year_at = self.numbers.iter().position(|(_, digits)| *digits == 4);
        let year = match (year_at, self.month) {
            (Some(at), _) => self.numbers.remove(at).0,
            (None, Some(_)) if self.numbers.len() >= 2 => two_digit_year(self.numbers.remove(1).0),
            (None, None) if self.numbers.len() >= 3 => two_digit_year(self.numbers.remove(2).0),
            _ => return None,
        };
        let first = self.numbers.first()?.0;
        let (month, day) = match self.month {
            Some(month) => (month, first),
            None => {
                let second = self.numbers.get(1)?.0;
                // Without a name American order, unless it cannot be.
                if first > 12 { (second, first) } else { (first, second) }
            }
        };
        moment(year, month, day, clock, zone)
    }
}

fn two_digit_year(year: i64) -> i64 {
    match year {
        0..=68 => year + 2_000,
        69..=99 => year + 1_900,
        // Perl's and JavaScript's years counted from 1900.
        100..=199 => year + 1_900,
        _ => year,
    }
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
