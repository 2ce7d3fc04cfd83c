//! Turns CHANGELOG.md into the form that Debian's tools read.

use std::fmt::Write as _;

/// Who answers for a package. Debian wants an address; there is none yet, and one that cannot exist says so (RFC 2606).
pub const MAINTAINER: &str = "The Stop Press authors <noreply@stoppress.invalid>";

/// Every version of the log that has points, newest first. A version without a date of its own is of `now`, which is
/// written as RFC 5322 has it.
pub fn debian(markdown: &str, now: &str) -> String {
    let mut log = String::new();
    for part in markdown.split("\n## ").skip(1) {
        let (head, body) = part.split_once('\n').unwrap_or((part, ""));
        let Some((version, after)) = head.strip_prefix('[').and_then(|head| head.split_once(']')) else { continue };
        let points = points(body);
        if version.eq_ignore_ascii_case("unreleased") || points.is_empty() {
            continue;
        }
        let _ = writeln!(log, "stoppress ({version}) unstable; urgency=medium\n");
        for point in points {
            log.push_str(&wrapped(&point));
        }
        let date = day(after.trim_start_matches([' ', '-'])).unwrap_or_else(|| now.to_owned());
        let _ = writeln!(log, "\n -- {MAINTAINER}  {date}\n");
    }
    log.truncate(log.trim_end().len());
    log.push('\n');
    log
}

/// The points of a list, each as one line.
fn points(body: &str) -> Vec<String> {
    let mut points: Vec<String> = Vec::new();
    for line in body.lines() {
        if let Some(point) = line.strip_prefix("- ") {
            points.push(point.trim().to_owned());
        } else if line.starts_with(' ')
            && let Some(point) = points.last_mut()
        {
            point.push(' ');
            point.push_str(line.trim());
        }
    }
    points
}

/// One point in lines of at most 78 characters.
fn wrapped(point: &str) -> String {
    let (mut text, mut width) = ("  *".to_owned(), 3);
    for word in point.split_whitespace() {
        let length = word.chars().count();
        if width + 1 + length > 78 {
            text.push_str("\n   ");
            width = 3;
        }
        text.push(' ');
        text.push_str(word);
        width += 1 + length;
    }
    text.push('\n');
    text
}

/// `2026-12-01` as RFC 5322 has it, at noon; `None` for anything else.
fn day(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    const DAYS: [&str; 7] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    let mut numbers = text.split('-').map(str::parse::<usize>);
    let (year, month, day) = (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?);
    let name = MONTHS.get(month.checked_sub(1)?)?;
    // Sakamoto's method: how far the first of each month is from a Sunday, with the year beginning in March.
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1];
    let since = if month < 3 { year.checked_sub(1)? } else { year };
    let weekday = (since + since / 4 - since / 100 + since / 400 + shift + day) % 7;
    Some(format!("{}, {day:02} {name} {year} 12:00:00 +0000", DAYS[weekday]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_becomes_an_entry_with_its_points_and_its_day() {
        let log = debian(
            "# Changelog\n\nWords.\n\n## [Unreleased]\n\n- Not yet.\n\n## [0.2.0] - not yet released\n\n### Added\n\n- One \
             thing.\n- Another thing that is told at such length that its line is broken\n  once here and once more.\n\n## \
             [0.1.0] - 2026-11-26\n\n- The first.\n",
            "Fri, 27 Nov 2026 08:00:00 +0000",
        );
        assert_eq!(
            log,
            "stoppress (0.2.0) unstable; urgency=medium\n\n  * One thing.\n  * Another thing that is told at such length \
             that its line is broken once\n    here and once more.\n\n -- The Stop Press authors \
             <noreply@stoppress.invalid>  Fri, 27 Nov 2026 08:00:00 +0000\n\nstoppress (0.1.0) unstable; \
             urgency=medium\n\n  * The first.\n\n -- The Stop Press authors <noreply@stoppress.invalid>  Thu, 26 Nov 2026 \
             12:00:00 +0000\n"
        );
    }
}
