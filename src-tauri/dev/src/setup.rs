//! Looks for what building and testing need, and gets what is missing.
//!
//! On Debian and Ubuntu it installs packages: after asking on a terminal, at once with `--yes` or `CI=true`, and
//! otherwise it prints the command. Elsewhere it names what has to be there and leaves the installing to the reader.

use std::io::{BufRead, IsTerminal, Write};
use std::process::{Command, Stdio};

use crate::options::{Options, is_ci};
use crate::{place, steps};

const OLDEST_RUST: (u32, u32) = (1, 90);
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Debian packages needed to compile the window, and what for.
const TO_COMPILE: [(&str, &str); 3] = [
    ("build-essential", "compiling SQLite and the TLS library"),
    ("pkg-config", "finding system libraries"),
    ("libwebkit2gtk-4.1-dev", "the web view of the window"),
];

/// What a machine without a display needs to show the window.
const TO_SHOW: [(&str, &str); 2] =
    [("xvfb", "a display without a screen"), ("fonts-dejavu-core", "letters on a machine that has none")];

/// What the window tests need on top.
const TO_TEST: [(&str, &str); 4] = [
    ("webkit2gtk-driver", "driving the window as a reader would"),
    ("xauth", "the display's key"),
    ("dbus-daemon", "a desktop of its own with notifications and a tray"),
    ("xdotool", "looking away from the window"),
];

/// How much of the set-up a command needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Compiling the window.
    Compile,
    /// Compiling it and showing it without a display.
    Show,
    /// Driving it too.
    Test,
}

/// `cargo dev setup`: everything, the page included.
pub fn everything(options: &Options) -> Result<(), String> {
    prepare(Need::Test, options)?;
    build_page()?;
    println!("Everything is there.");
    Ok(())
}

/// Makes sure that tools, packages and the page's dependencies are there. The error says what to do.
pub fn prepare(need: Need, options: &Options) -> Result<(), String> {
    check_version("Rust", "rustc", OLDEST_RUST, "rustup update stable")?;
    check_version("Node", "node", OLDEST_NODE, "install Node 20.19 or newer from your system or nodejs.org")?;
    if cfg!(target_os = "linux") {
        install_packages(need, options)?;
        if need == Need::Test && is_ci() && !has_chromium() {
            // Where it cannot be had (on Ubuntu the package is a snap), the step that needs it says so.
            if let Err(sentence) = install(&["chromium"]) {
                println!("  {sentence}");
            }
        }
    }
    install_page_dependencies()
}

/// Builds the page when a source is newer than the last build.
pub fn build_page() -> Result<(), String> {
    let (ui, built) = (place::ui(), place::ui().join("dist/index.html"));
    // What the shell's build script writes in place of a missing page counts as missing.
    let placeholder = std::fs::read_to_string(&built).is_ok_and(|page| !page.contains("<script"));
    if built.exists() && !placeholder && place::newest_under(&ui) <= place::modified(&built) {
        return Ok(());
    }
    steps::run("Building the page of the window", npm().args(["run", "build"])).map(drop)
}

/// npm in the page's folder.
pub fn npm() -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(place::ui());
    command
}

/// A test program of `tests`, chosen among the same packages as by "Tests" of `cargo dev test`: among fewer, cargo would take
/// fewer features of what they share and compile most of it a second time.
pub fn test_of(program: &str) -> Command {
    let mut command = cargo();
    command.args(["test", "--workspace", "--exclude", "stoppress", "--test", program]);
    command
}

/// cargo at the root, the same one that runs this.
pub fn cargo() -> Command {
    let mut command = at_root(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.stdin(Stdio::null());
    command
}

/// A program at the root, without what cargo tells `stoppress-dev` about itself: it would only confuse the build of
/// others.
pub fn at_root(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(place::root());
    for (name, _) in std::env::vars_os() {
        if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
            command.env_remove(name);
        }
    }
    command
}

/// What rustc says of itself, a line each.
pub fn compiler() -> String {
    let output = Command::new("rustc").arg("-vV").output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

/// Whether `cargo NAME` works; where it does not and installing is allowed, rustup is asked for the component.
pub fn has_component(name: &str, component: &str, options: &Options) -> bool {
    let works = || cargo().args([name, "--version"]).output().is_ok_and(|output| output.status.success());
    works()
        || options.yes
            && steps::run("Adding a part of Rust", Command::new("rustup").args(["component", "add", component])).is_ok()
            && works()
}

/// Where Chromium is: the variable `CHROMIUM`, else where Debian puts it.
pub fn chromium() -> std::path::PathBuf {
    std::env::var_os("CHROMIUM").map_or_else(|| "/usr/bin/chromium".into(), std::path::PathBuf::from)
}

/// Whether there is a Chromium that runs.
pub fn has_chromium() -> bool {
    Command::new(chromium()).arg("--version").output().is_ok_and(|output| output.status.success())
}

/// Whether a window can be opened here as it is.
pub fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn check_version(name: &str, program: &str, oldest: (u32, u32), advice: &str) -> Result<(), String> {
    let output = Command::new(program).arg("--version").output().map_err(|_| {
        format!(
            "{name} is not installed ({program} was not found). Stop Press needs {}.{}: {advice}.",
            oldest.0, oldest.1
        )
    })?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    match read_version(&text) {
        Some(found) if found >= oldest => Ok(()),
        Some(_) => {
            Err(format!("{text} is too old. Stop Press needs {name} {}.{} or newer: {advice}.", oldest.0, oldest.1))
        }
        None => Err(format!("{program} --version says {text:?}, which is no version of {name}.")),
    }
}

fn read_version(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|character: char| character.is_ascii_digit())?;
    let mut numbers = text[digits..].split(|character: char| !character.is_ascii_digit());
    Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
}

fn install_packages(need: Need, options: &Options) -> Result<(), String> {
    let show: &[_] = if need == Need::Compile { &[] } else { &TO_SHOW };
    let test: &[_] = if need == Need::Test { &TO_TEST } else { &[] };
    let wanted: Vec<_> = TO_COMPILE.iter().chain(show).chain(test).copied().collect();
    let missing: Vec<_> = match missing_packages(&wanted) {
        Some(missing) => missing,
        None => {
            // Not a Debian: pkg-config knows whether the one library that matters is there.
            let found = Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1"]).status();
            if found.is_ok_and(|status| status.success()) {
                return Ok(());
            }
            return Err(
                "This system has no dpkg, and pkg-config finds no webkit2gtk-4.1. Install the development files \
                        of WebKitGTK 4.1 with your package manager; for the tests also WebKitWebDriver and Xvfb."
                    .to_owned(),
            );
        }
    };
    if missing.is_empty() {
        return Ok(());
    }
    println!("Missing system packages:");
    for (package, purpose) in &missing {
        println!("  {package}: {purpose}");
    }
    let names: Vec<&str> = missing.iter().map(|(package, _)| *package).collect();
    let line = apt_line(&names);
    if !options.yes && !agreed(&line) {
        return Err(format!("Install them with\n\n  {line}\n\nand call this again, or call it with --yes."));
    }
    install(&names)
}

/// Installs packages of the system, where it is a Debian. The error says which step failed.
///
/// Where apt refuses, its list of packages is fetched and it is asked once more: from a list that is missing or old it
/// finds no package, versions that need each other and are gone, or files that are no longer served.
pub fn install(names: &[&str]) -> Result<(), String> {
    if names.is_empty() {
        return Ok(());
    }
    let words = [&["install", "--yes", "--no-install-recommends"], names].concat();
    if let Err(refusal) = steps::run("Installing system packages", &mut apt(&words)) {
        println!("  {refusal}");
        steps::run("Fetching the list of packages", &mut apt(&["update"]))?;
        steps::run("Installing system packages", &mut apt(&words))?;
    }
    Ok(())
}

/// The wanted packages that are not installed; `None` where there is no dpkg.
fn missing_packages<'a>(wanted: &[(&'a str, &'a str)]) -> Option<Vec<(&'a str, &'a str)>> {
    let mut missing = Vec::new();
    for (package, purpose) in wanted {
        let output =
            Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]).output().ok()?;
        if output.stdout != b"installed" {
            missing.push((*package, *purpose));
        }
    }
    Some(missing)
}

/// apt-get that waits for another run to end, and needs no terminal.
fn apt(words: &[&str]) -> Command {
    let mut command = Command::new(if is_root() { "apt-get" } else { "sudo" });
    if !is_root() {
        command.arg("apt-get");
    }
    command.args(["-o", "DPkg::Lock::Timeout=300"]).args(words).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn apt_line(packages: &[&str]) -> String {
    let sudo = if is_root() { "" } else { "sudo " };
    format!("{sudo}apt-get -o DPkg::Lock::Timeout=300 install --no-install-recommends {}", packages.join(" "))
}

/// Whether this runs as root: then no sudo is needed, and tests may install packages.
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn agreed(line: &str) -> bool {
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        return false;
    }
    print!("Install them now ({line})? [Y/n] ");
    let _ = std::io::stdout().flush();
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer).is_ok_and(|read| read > 0)
        && matches!(answer.trim().to_lowercase().as_str(), "" | "y" | "yes")
}

fn install_page_dependencies() -> Result<(), String> {
    let ui = place::ui();
    // npm writes this file at the end of an install, so it tells when the last complete one was.
    let installed = place::modified(&ui.join("node_modules/.package-lock.json"));
    if installed >= place::modified(&ui.join("package-lock.json")) {
        return Ok(());
    }
    // Scripts of dependencies do not run: none of ours needs one.
    let mut command = npm();
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).stdin(Stdio::null());
    steps::run("Installing what the page is built with", &mut command).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_the_tools_print_them() {
        assert_eq!(read_version("rustc 1.95.0 (59807616e 2026-04-14)"), Some((1, 95)));
        assert_eq!(read_version("v20.20.2"), Some((20, 20)));
        assert_eq!(read_version("rustc 1.96.0-nightly"), Some((1, 96)));
        assert_eq!(read_version("no idea"), None);
    }
}
