//! Runs other programs: says what for, shows what they say, and reads the test counts out of it.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// What a program left behind.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Whether it ended with 0.
    pub success: bool,
    /// How long it took.
    pub took: Duration,
    /// Tests that passed, where it ran some.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    /// Lines in which tests say what they left out: those that begin with `skipped:`.
    pub skipped: Vec<String>,
}

/// Runs a program that must succeed, with its output as it comes. `what` is a sentence without its full stop that
/// begins with a verb in -ing: "Compiling the window".
pub fn run(what: &str, command: &mut Command) -> Result<Duration, String> {
    println!("▸ {what}: {}", line_of(command));
    let began = Instant::now();
    let status = command.status().map_err(|error| could_not_start(command, &error))?;
    let took = began.elapsed();
    if !status.success() {
        return Err(format!("{what} failed after {}: {} ended with {status}.", length(took), line_of(command)));
    }
    println!("  done in {}", length(took));
    Ok(took)
}

/// Runs a program that tests something: passes its output on, line by line, and counts.
pub fn watch(what: &str, command: &mut Command) -> Result<Outcome, String> {
    println!("\n▸ {what}: {}", line_of(command));
    let began = Instant::now();
    // NO_COLOR, because colours inside a count would hide it.
    command.env("NO_COLOR", "1").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| could_not_start(command, &error))?;
    let counts = Mutex::new(Outcome::default());
    let (output, errors) = (child.stdout.take(), child.stderr.take());
    std::thread::scope(|scope| {
        scope.spawn(|| output.map(|from| pass_on(from, &mut std::io::stdout(), &counts)));
        scope.spawn(|| errors.map(|from| pass_on(from, &mut std::io::stderr(), &counts)));
    });
    let status = child.wait().map_err(|error| format!("{} was lost: {error}.", line_of(command)))?;
    let mut outcome = counts.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    outcome.success = status.success();
    outcome.took = began.elapsed();
    Ok(outcome)
}

/// A duration as people say it: `0.4 s`, `12 s`, `3 min 05 s`.
pub fn length(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..=9 => format!("{:.1} s", duration.as_secs_f64()),
        10..=119 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// A size as people say it: `812 kB`, `4.1 MB`.
pub fn size(bytes: u64) -> String {
    if bytes < 1_000_000 { format!("{} kB", bytes.div_ceil(1_000)) } else { format!("{:.1} MB", bytes as f64 / 1e6) }
}

/// The command as one would type it.
pub fn line_of(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

fn could_not_start(command: &Command, error: &std::io::Error) -> String {
    format!("could not start {}: {error}.", command.get_program().to_string_lossy())
}

fn pass_on(from: impl Read, to: &mut impl Write, counts: &Mutex<Outcome>) {
    let mut from = BufReader::new(from);
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        let _ = to.write_all(&line);
        let _ = to.flush();
        let mut counts = counts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        count(&String::from_utf8_lossy(&line), &mut counts);
        line.clear();
    }
}

/// Reads the closing lines of libtest (`test result: ok. 3 passed; 0 failed; …`) and of vitest
/// (`Tests  1 failed | 12 passed (13)`).
fn count(line: &str, counts: &mut Outcome) {
    let line = line.trim();
    if line.starts_with("skipped:") {
        if !counts.skipped.iter().any(|known| known == line) {
            counts.skipped.push(line.to_owned());
        }
    } else if line.starts_with("test result: ") || line.starts_with("Tests ") {
        counts.passed += number_before(line, "passed");
        counts.failed += number_before(line, "failed");
    }
}

fn number_before(line: &str, word: &str) -> u64 {
    let words: Vec<&str> = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let place = words.iter().position(|known| *known == word);
    place.and_then(|place| words.get(place.checked_sub(1)?)?.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_read_from_both_test_programs() {
        let mut counts = Outcome::default();
        for line in [
            "test result: ok. 41 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.29s",
            "test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
            "      Tests  2 failed | 12 passed (14)",
            " Test Files  3 passed (3)",
            "skipped: 56 real feeds: no shared corpus here",
            "skipped: 56 real feeds: no shared corpus here",
        ] {
            count(line, &mut counts);
        }
        assert_eq!((counts.passed, counts.failed, counts.skipped.len()), (56, 3, 1));
    }

    #[test]
    fn lengths_and_sizes_read_well() {
        assert_eq!(length(Duration::from_millis(440)), "0.4 s");
        assert_eq!(length(Duration::from_secs(185)), "3 min 05 s");
        assert_eq!((size(812_000).as_str(), size(4_120_000).as_str()), ("812 kB", "4.1 MB"));
    }
}
