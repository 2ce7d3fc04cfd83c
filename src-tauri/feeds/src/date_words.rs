//! Dates in words and numbers, in the order of whatever country.

use crate::date::{Clock, Scanner, clock, days, digits_at, iso, moment, parted_zone};
use crate::date_names::{is_whole_month, long_zone, lower, month, named_zone, spelled_number, weekdays};
use crate::date_writing::{with_one_name, without_comments};

/// Words and numbers in any order: `Mon, 9 Feb 2004 13:50:12 GMT`, `February 9, 2004 1:50 PM`, `Mon Feb  9 13:50:12
/// 2004`, `9.2.2004 13:50`, `2/9/04`, `2004-07-13` after a weekday.
pub(crate) fn words(text: &str) -> Option<i64> {
    let text = with_one_name(without_comments(text));
    let (long_zone, text) = match long_zone(&text) {
        Some((zone, place)) => (Some(zone), format!("{} {}", &text[..place.start], &text[place.end..])),
        None => (None, text),
    };
    let is_separator = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '_' | '\u{60c}');
    let from_digit = text.find(|c: char| c.is_ascii_digit()).map(|at| text.split_at(at));
    if let Some((before, date)) = from_digit
        && (before.is_empty() || begins_with_year(date))
        && !before.split(is_separator).any(|word| month(&lower(word)).is_some())
        && let Some(found) = iso(date)
    {
        return Some(found);
    }
    let text = without_t(&text);
    let mut found = Found::default();
    let mut sign = None;
    for word in text.split(is_separator).filter(|word| !word.is_empty()) {
        let sign_before = sign.take();
        if let Some(sign) = sign_before
            && let Some(zone) = parted_zone(sign, word)
        {
            found.zone = found.zone.or(Some(zone));
        } else if sign_before == Some("-") && word.contains(':') {
            // The end of an event.
        } else if found.clock.is_some() && matches!(word, "+" | "-" | "\u{2212}") {
            sign = Some(word);
        } else {
            found.take(word);
        }
    }
    found.zone = found.zone.or(long_zone);
    found.moment()
}

/// `2004-02…` as in `Mon, 2004-02-09T13:50:12Z`.
fn begins_with_year(text: &str) -> bool {
    digits_at(text) == 4 && text[4..].starts_with(['-', '/', '.']) && digits_at(&text[5..]) > 0
}

/// The T between a date and its time, as in `09 Feb 2004T13:50:12Z` and Hungarian `2004-július-13T9:15`.
fn without_t(text: &str) -> String {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let is_t = |at: usize, c: char| c == 'T' && is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
    text.char_indices().map(|(at, c)| if is_t(at, c) { ' ' } else { c }).collect()
}

/// `Z`, `+01:00`, `-0500`, `+1`, `GMT+3`, `EST`; seconds east of Greenwich.
pub(crate) fn zone(word: &str) -> Option<i64> {
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

#[derive(Clone, Copy)]
struct Number {
    value: i64,
    digits: usize,
    /// `9.` of `9.2.2004`.
    has_dot: bool,
}

/// What Vietnamese says before a number.
#[derive(Clone, Copy)]
enum Announced {
    Month,
    Weekday,
}

#[derive(Default)]
struct Found {
    numbers: Vec<Number>,
    month: Option<i64>,
    /// The month was written as `mar` before any number: Tuesday, if a month follows.
    may_be_tuesday: bool,
    is_whole_month: bool,
    announced: Option<Announced>,
    /// The days that the weekday may be, bit 0 for Sunday.
    weekdays: u8,
    has_other_words: bool,
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
        let has_dot = word.ends_with('.');
        let word = word.trim_matches(['.', '-', '/']).trim();
        let digits = digits_at(word);
        let (number, rest) = word.split_at(digits);
        if word.is_empty() {
        } else if digits == 0 {
            self.take_word(word);
        } else if let Some(sign) = word.find(['-', '/'])
            && word.find(':').is_none_or(|colon| sign < colon)
        {
            self.take(&word[..sign]);
            self.take(&word[sign + 1..]);
        } else if digits == 4 && rest.starts_with(':') {
            // Of `09/Feb/2004:13:50:12`.
            self.take_number(number, false);
            self.take(&rest[1..]);
        } else if rest.contains(':') || is_hour_with_h(digits, rest) {
            self.take_clock(word);
        } else if rest.starts_with('.') && digits_at(&rest[1..]) > 0 {
            if self.has_date() && self.clock.is_none() {
                self.take_clock(word);
            } else {
                word.split('.').for_each(|part| self.take_number(part, true));
            }
        } else {
            self.take_number(number, has_dot);
        }
    }

    fn has_date(&self) -> bool {
        self.numbers.len() >= if self.month.is_some() { 2 } else { 3 }
    }

    fn take_number(&mut self, text: &str, has_dot: bool) {
        let digits = digits_at(text);
        let Ok(value) = text[..digits].parse() else { return };
        match self.announced.take() {
            Some(announced) => self.take_announced(announced, value),
            None => self.numbers.push(Number { value, digits, has_dot }),
        }
    }

    /// `tháng 2` is February, `thứ 2` Monday.
    fn take_announced(&mut self, announced: Announced, number: i64) {
        match announced {
            Announced::Month if (1..=12).contains(&number) => self.month = Some(number),
            Announced::Weekday if (2..=7).contains(&number) => self.weekdays = 1 << (number - 1),
            _ => {}
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
        let lower = lower(word);
        if let Some(announced) = self.announced.take()
            && let Some(number) = spelled_number(&lower)
        {
            return self.take_announced(announced, number);
        }
        // After the month and the time there are only zones.
        let is_date = self.month.is_none() || self.clock.is_none();
        let days = if is_date { weekdays(&lower) } else { 0 };
        let named = if is_date && days == 0 { month(&lower) } else { None };
        match lower.as_str() {
            "pm" | "p.m" | "p-m" | "م" => self.afternoon = Some(true),
            "am" | "a.m" | "a-m" | "ص" => self.afternoon = Some(false),
            "tháng" | "thg" => self.announced = Some(Announced::Month),
            "thứ" => self.announced = Some(Announced::Weekday),
            _ if days != 0 => self.weekdays = if self.weekdays == 0 { days } else { self.weekdays },
            // `Feb-9-2004`, `Feb/9/2004`.
            _ if self.month.is_none() && named.is_some() && word.contains(['-', '/']) => {
                word.split(['-', '/']).for_each(|part| self.take(part));
            }
            _ if named.is_some() && self.month.is_none() => {
                self.month = named;
                self.is_whole_month = is_whole_month(&lower);
                self.may_be_tuesday = lower == "mar" && self.numbers.is_empty();
            }
            _ if named.is_some() && self.may_be_tuesday && self.numbers.len() <= 1 && self.clock.is_none() => {
                self.month = named;
                self.may_be_tuesday = false;
                self.weekdays = TUESDAY;
            }
            _ if word.contains('-') && self.month.is_none() => word.split('-').for_each(|part| self.take(part)),
            _ if self.clock.is_some() || self.numbers.len() >= 2 => self.zone = self.zone.or(zone(word)),
            _ => self.has_other_words = true,
        }
    }

    fn moment(mut self) -> Option<i64> {
        let mut clock = self.clock.unwrap_or_default();
        match self.afternoon {
            Some(true) if clock.hour < 12 => clock.hour += 12,
            Some(false) if clock.hour == 12 => clock.hour = 0,
            _ => {}
        }
        if self.may_be_tuesday && self.numbers.len() >= 3 && self.numbers[1].digits < 4 {
            self.month = None;
            self.weekdays = TUESDAY;
        }
        let zone = self.zone.unwrap_or(0);
        let year_at = self.numbers.iter().position(|number| number.digits == 4);
        let year = match (year_at, self.month) {
            (Some(at), _) => self.numbers.remove(at).value,
            (None, Some(_)) if self.numbers.len() >= 2 => two_digit_year(self.numbers.remove(1).value),
            (None, None) if self.numbers.len() >= 3 => two_digit_year(self.numbers.remove(2).value),
            _ => return None,
        };
        let Some(first) = self.numbers.first().copied() else {
            // `April 2005` and nothing else: with a prefix for a month (`Marathon 2005`) it would be anything.
            let is_month = self.is_whole_month && !self.has_other_words && self.clock.is_none();
            return is_month.then(|| moment(year, self.month?, 1, clock, zone)).flatten();
        };
        let (month, day) = match self.month {
            Some(month) => (month, first.value),
            None => {
                let second = self.numbers.get(1)?.value;
                let is_day_first = year_at != Some(0) && self.is_day_first(year, first, second);
                if is_day_first { (second, first.value) } else { (first.value, second) }
            }
        };
        moment(year, month, day, clock, zone)
    }

    /// Dots are day.month.year wherever they are used. Without them the order is American, unless it cannot be or the
    /// weekday says otherwise.
    fn is_day_first(&self, year: i64, first: Number, second: i64) -> bool {
        if first.value > 12 || second > 12 {
            return first.value > 12;
        }
        let fits = |month, day| days(year, month, day).is_some_and(|days| self.weekdays >> weekday_of(days) & 1 == 1);
        first.has_dot || (!fits(first.value, second) && fits(second, first.value))
    }
}

const TUESDAY: u8 = 1 << 2;

/// The weekday of a day since 1970-01-01, a Thursday; Sunday is 0.
fn weekday_of(days: i64) -> i64 {
    (days + 4).rem_euclid(7)
}

/// `13h50`, `13h`.
fn is_hour_with_h(digits: usize, rest: &str) -> bool {
    digits <= 2 && rest.strip_prefix(['h', 'H']).is_some_and(|minutes| minutes.is_empty() || digits_at(minutes) > 0)
}

pub(crate) fn two_digit_year(year: i64) -> i64 {
    match year {
        0..=68 => year + 2_000,
        69..=99 => year + 1_900,
        // Perl's and JavaScript's years counted from 1900.
        100..=199 => year + 1_900,
        _ => year,
    }
}

#[cfg(test)]
#[path = "date_forms.rs"]
mod tests;
