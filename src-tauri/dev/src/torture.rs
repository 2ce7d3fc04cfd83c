//! `cargo dev torture`: the long modes, which `cargo dev test` runs a short form of.

mod fuzz;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::options::Options;
use crate::setup::{self, Need};
use crate::steps::{self, Outcome};
use crate::{app, place};

/// The walls that a build may lack, as the features that take them away. The last lacks both: there the detector must
/// find plenty.
const LACKING: [&str; 4] = ["", "no-cleaner", "no-csp", CONTROL];
const CONTROL: &str = "no-cleaner,no-csp";

/// Runs the command.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    match options.rest.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => {
            let attacked = attacks(options)?;
            let called = boundary(options)?;
            let cut = durability(options, "")?;
            let mutated = fuzz::run(options)?;
            let bad = [attacked, called, cut, mutated].into_iter().find(|code| *code != ExitCode::SUCCESS);
            Ok(bad.unwrap_or(ExitCode::SUCCESS))
        }
        ["attacks"] => attacks(options),
        ["boundary"] => boundary(options),
        ["durability"] => durability(options, ""),
        ["kills"] => durability(options, "nothing_acknowledged_is_lost_when_the_app_is_killed"),
        ["cuts"] => durability(options, "nothing_acknowledged_is_lost_when_the_power_goes"),
        ["fuzz"] => fuzz::run(options),
        _ => {
            let known = "attacks, boundary, durability, kills, cuts and fuzz";
            Err(format!("cargo dev torture knows {known}, not {:?}.", options.rest.join(" ")))
        }
    }
}

/// All hostile HTML against the window: as shipped, with either wall taken away, and with both.
fn attacks(options: &Options) -> Result<ExitCode, String> {
    setup::prepare(Need::Test, options)?;
    let programs = Programs::build(&LACKING)?;
    let wish = options.only.as_deref().unwrap_or("all");
    let mut lines = Vec::new();
    for lacking in LACKING {
        let outcome = steps::watch(
            &format!("Attacking {}", name_of(lacking)),
            attack(lacking, wish).env("STOPPRESS_BIN", programs.folder(lacking)),
        )?;
        let word = if outcome.success { "ok    " } else { "FAILED" };
        lines.push((outcome.success, format!("  {word}  {}: {}", name_of(lacking), steps::length(outcome.took))));
    }
    println!();
    for (_, line) in &lines {
        println!("{line}");
    }
    let passed = lines.iter().filter(|(good, _)| *good).count();
    println!("{passed} passed, {} failed", lines.len() - passed);
    Ok(if passed == lines.len() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Every command of the window, called 2,000 times with absurd arguments.
fn boundary(options: &Options) -> Result<ExitCode, String> {
    setup::prepare(Need::Test, options)?;
    app::build(false)?;
    let programs = place::built("stoppress", false);
    let folder = programs.parent().unwrap_or(Path::new("."));
    let folder = std::path::absolute(folder).map_err(|error| error.to_string())?;
    let outcome = steps::watch("Calling across the boundary", calls("2000").env("STOPPRESS_BIN", folder))?;
    Ok(if outcome.success { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A thousand kills, ten thousand power cuts, and a disk that fails at every one of some hundred calls; with `only`, the one
/// test of these. A variable that says how many, or `STOPPRESS_SEED`, is left as it is, so that a long run can be had in pieces.
fn durability(options: &Options, only: &str) -> Result<ExitCode, String> {
    setup::prepare(Need::Test, options)?;
    let mut command = setup::cargo();
    command.args(["test", "--package", "stoppress-store", "--test", "durability", only, "--", "--nocapture"]);
    for (name, many) in [
        ("STOPPRESS_KILLS", "1000"),
        ("STOPPRESS_CUTS", "10000"),
        ("STOPPRESS_FAULTS", "100"),
        ("STOPPRESS_DAMAGES", "1000"),
    ] {
        if std::env::var_os(name).is_none() {
            command.env(name, many);
        }
    }
    let outcome = steps::watch("Killing the app, cutting the power and failing the disk", &mut command)?;
    Ok(if outcome.success { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The short form of it for `cargo dev test`, against the package.
pub fn short_boundary(package: &Path) -> Result<Outcome, String> {
    let mut command = calls("40");
    command.env("STOPPRESS_DEB", package).env_remove("STOPPRESS_BIN");
    steps::watch("Calling the window's commands as a page that fell would", &mut command)
}

fn calls(each: &str) -> Command {
    let mut command = setup::test_of("window");
    command.args(["a_page_that_fell", "--", "--nocapture"]);
    command.env("STOPPRESS_FUZZ", each);
    command
}

/// The short form for `cargo dev test`: a hundred vectors against the package, else against a plain build, and the control.
pub fn short(package: Option<&Path>) -> Result<Outcome, String> {
    let programs = Programs::build(if package.is_some() { &[CONTROL] } else { &[CONTROL, ""] })?;
    let mut shipped = attack("", "100");
    match package {
        Some(package) => shipped.env("STOPPRESS_DEB", package).env_remove("STOPPRESS_BIN"),
        None => shipped.env("STOPPRESS_BIN", programs.folder("")),
    };
    let mut outcome = steps::watch("Attacking the window with a hundred vectors", &mut shipped)?;
    let mut control = attack(CONTROL, "90");
    control.env("STOPPRESS_BIN", programs.folder(CONTROL));
    let controlled =
        steps::watch("Attacking a window without walls, where the detector must find plenty", &mut control)?;
    outcome.success &= controlled.success;
    outcome.passed += controlled.passed;
    outcome.failed += controlled.failed;
    outcome.took += controlled.took;
    outcome.skipped.extend(controlled.skipped);
    Ok(outcome)
}

fn attack(lacking: &str, wish: &str) -> Command {
    let mut command = setup::test_of("window");
    command.args(["attacks", "--", "--nocapture"]);
    command.arg("--test-threads=1");
    command.env("STOPPRESS_ATTACKS", wish).env("STOPPRESS_WALLS", lacking);
    command.env("STOPPRESS_PICTURES", place::target().join("attacks"));
    command
}

fn name_of(lacking: &str) -> String {
    match lacking {
        "" => "the window as shipped".to_owned(),
        CONTROL => "the window without walls (control)".to_owned(),
        one => format!("the window with {one}"),
    }
}

/// Builds of the window, set aside under `target/attacks` so that none is taken for another.
struct Programs;

impl Programs {
    /// Builds them in this order and then the plain one, so that nobody finds a window without walls in `target/debug`.
    fn build(wanted: &[&str]) -> Result<Programs, String> {
        app::build(false)?;
        let programs = Programs;
        for lacking in wanted.iter().filter(|lacking| !lacking.is_empty()) {
            let mut command = setup::cargo();
            command.args(["build", "--package", "stoppress", "--features", lacking]);
            let built = steps::run(&format!("Compiling {}", name_of(lacking)), &mut command);
            let kept = built.and_then(|_| programs.keep(lacking));
            // In any case: a window without a wall must not stay where the next one looks for the app.
            app::build(false)?;
            kept?;
        }
        if wanted.contains(&"") {
            programs.keep("")?;
        }
        Ok(programs)
    }

    /// Where a build is set aside.
    fn folder(&self, lacking: &str) -> PathBuf {
        let name = if lacking.is_empty() { "shipped" } else { lacking };
        std::path::absolute(place::target()).unwrap_or_else(|_| place::target()).join("attacks").join(name)
    }

    fn keep(&self, lacking: &str) -> Result<(), String> {
        let folder = self.folder(lacking);
        std::fs::create_dir_all(&folder).map_err(|error| format!("could not make {}: {error}.", folder.display()))?;
        for program in ["stoppress", "stoppress-cli"] {
            let (from, to) = (place::built(program, false), folder.join(program));
            // A program that runs cannot be written over, but it can be replaced.
            let _ = std::fs::remove_file(&to);
            std::fs::copy(&from, &to).map_err(|error| format!("could not copy {}: {error}.", from.display()))?;
        }
        Ok(())
    }
}
