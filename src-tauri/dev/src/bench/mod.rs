//! `cargo dev bench`: figures, each beside a floor measured in the same run.
//!
//! A figure is the median over pairs: the program and its floor, one after the other, so that a busy machine slows
//! both. Nothing here passes or fails; the promises are in `cargo dev test`.

mod feeds;
mod library;
mod process;
mod window;

use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::options::Options;
use crate::setup::{self, Need};
use crate::steps;

const ROUNDS: usize = 5;

/// Articles of the large library, where no number says otherwise.
const ARTICLES: usize = 1_000_000;

/// Runs the command: the named figures, or all. A number is how many articles the library has.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    let known = ["feeds", "library", "window"];
    let (numbers, names): (Vec<&String>, Vec<&String>) =
        options.rest.iter().partition(|word| word.parse::<usize>().is_ok());
    if let Some(other) = names.iter().find(|word| !known.contains(&word.as_str())) {
        return Err(format!("There are no figures called {other:?}; there are: {}.", known.join(", ")));
    }
    let articles = numbers.first().and_then(|word| word.parse().ok()).unwrap_or(ARTICLES);
    let wanted = |name: &str| names.is_empty() || names.iter().any(|word| *word == name);
    setup::prepare(if wanted("window") { Need::Show } else { Need::Compile }, options)?;
    if wanted("window") {
        setup::build_page()?;
    }
    let mut build = setup::cargo();
    build.args(["build", "--release", "--package", "stoppress-cli"]);
    if wanted("window") {
        build.args(["--package", "stoppress"]);
    }
    steps::run("Compiling, optimised", &mut build)?;
    if wanted("feeds") {
        feeds::run(options)?;
    }
    if wanted("library") {
        library::run(articles)?;
    }
    if wanted("window") {
        window::run(!numbers.is_empty() && articles >= ARTICLES, options.only.as_deref())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Runs a command without showing its output; how long it took.
pub fn timed(command: &mut Command) -> Result<Duration, String> {
    let began = Instant::now();
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("could not start {}: {error}.", steps::line_of(command)))?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{} ended with {}: {}", steps::line_of(command), output.status, words.trim()));
    }
    Ok(began.elapsed())
}

/// One line of figures: the median with its span, and the median of the ratios to the floor, pair by pair.
pub fn line(name: &str, lengths: &[Duration], floor: Option<&[Duration]>) {
    let millis: Vec<f64> = lengths.iter().map(|length| length.as_secs_f64() * 1e3).collect();
    let (low, high) = millis.iter().fold((f64::MAX, 0.0_f64), |(low, high), ms| (low.min(*ms), high.max(*ms)));
    let ratio = floor.map(|floor| {
        let ratios =
            lengths.iter().zip(floor).map(|(length, floor)| length.as_secs_f64() / floor.as_secs_f64().max(1e-9));
        format!(", {:.2} times the floor", median(ratios.collect()))
    });
    println!("  {name}: {:.0} ms ({low:.0} to {high:.0}){}", median(millis), ratio.unwrap_or_default());
}

pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

pub fn write(file: &PathBuf, text: &str) -> Result<(), String> {
    std::fs::write(file, text).map_err(|error| format!("could not write {}: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_one() {
        assert_eq!(median(vec![9.0, 1.0, 5.0]), 5.0);
        assert_eq!(median(vec![]), 0.0);
    }
}
