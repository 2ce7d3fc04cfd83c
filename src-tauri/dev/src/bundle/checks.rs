//! What the tools of the distributions say of a package.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::steps::{self, Outcome};
use crate::{place, setup};

/// The tools, by the package that brings each.
pub const TOOLS: [(&str, &str, &str); 3] = [
    ("lintian", "lintian", "what Debian asks of a package"),
    ("appstreamcli", "appstream", "what software centres ask of an entry"),
    ("desktop-file-validate", "desktop-file-utils", "what menus ask of an entry"),
];

/// A package may not be larger than this. It is a floor under what was reached, not the aim, which is 8 MB.
const LARGEST: u64 = 10_600_000;

/// The tools that are not here.
pub fn missing() -> Vec<&'static str> {
    let here = |tool: &str| Command::new(tool).arg("--version").output().is_ok();
    TOOLS.iter().filter(|(tool, ..)| !here(tool)).map(|(_, package, _)| *package).collect()
}

/// Runs each over the package, and looks at what the package holds; every complaint counts as one that failed.
pub fn run(package: &Path) -> Result<Outcome, String> {
    let began = Instant::now();
    let folder = place::target().join("package/checked");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("could not make {}: {error}", folder.display()))?;
    steps::run("Unpacking the package", Command::new("dpkg-deb").arg("-x").arg(package).arg(&folder))?;
    let share = folder.join("usr/share");
    let mut outcome = Outcome { success: true, ..Outcome::default() };
    let mut judge = |name: &str, verdict: Result<(), String>| match verdict {
        Ok(()) => outcome.passed += 1,
        Err(said) => {
            eprintln!("{name}:\n{said}");
            outcome.failed += 1;
        }
    };
    let mut lintian = Command::new("lintian");
    // As root it warns about itself.
    lintian.args(["--fail-on", "error,warning", "--tag-display-limit", "0"]);
    if setup::is_root() {
        lintian.arg("--allow-root");
    }
    judge("lintian", silent(lintian.arg(package)));
    let entry = share.join("metainfo/org.stoppress.StopPress.metainfo.xml");
    judge("appstreamcli", succeeds(Command::new("appstreamcli").args(["validate", "--no-net"]).arg(entry)).map(drop));
    let menu = share.join("applications/stoppress.desktop");
    judge("desktop-file-validate", silent(Command::new("desktop-file-validate").arg(menu)));
    judge("contents", holds(&folder));
    judge("needs", needs_only_the_web_view(package));
    judge("size", small_enough(package));
    outcome.took = began.elapsed();
    Ok(outcome)
}

/// What the program says when it ends well; else what it said, as the error.
fn succeeds(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("could not start it: {error}"))?;
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    if output.status.success() { Ok(said) } else { Err(said) }
}

/// Also a hint is a complaint.
fn silent(command: &mut Command) -> Result<(), String> {
    let said = succeeds(command)?;
    if said.trim().is_empty() { Ok(()) } else { Err(said) }
}

/// Whether a reader who installs it finds all that a native app brings, and none of it empty.
fn holds(folder: &Path) -> Result<(), String> {
    let mut wanted: Vec<String> = [
        "bin/stoppress",
        "bin/stoppress-cli",
        "share/applications/stoppress.desktop",
        "share/metainfo/org.stoppress.StopPress.metainfo.xml",
        "share/man/man1/stoppress.1.gz",
        "share/man/man1/stoppress-cli.1.gz",
        "share/bash-completion/completions/stoppress-cli",
        "share/zsh/vendor-completions/_stoppress-cli",
        "share/fish/vendor_completions.d/stoppress-cli.fish",
        "share/stoppress/stoppress-cli.ps1",
        "share/icons/hicolor/scalable/apps/stoppress.svg",
        "share/doc/stoppress/copyright",
        "share/doc/stoppress/third-party.gz",
        "share/doc/stoppress/changelog.gz",
    ]
    .map(str::to_owned)
    .to_vec();
    wanted.extend(
        [16, 24, 32, 48, 64, 128, 256, 512].map(|size| format!("share/icons/hicolor/{size}x{size}/apps/stoppress.png")),
    );
    // The packed program itself says which verbs there are; each has a page and is completed.
    let help = succeeds(Command::new(folder.join("usr/bin/stoppress-cli")).arg("--help"))?;
    let verbs = verbs(&help);
    if verbs.len() < 20 {
        return Err(format!("only {} verbs were found in:\n{help}", verbs.len()));
    }
    wanted.extend(verbs.iter().map(|verb| format!("share/man/man1/stoppress-cli-{verb}.1.gz")));
    let usr = folder.join("usr");
    let full = |path: &String| fs::metadata(usr.join(path)).is_ok_and(|about| about.len() > 0);
    let missing: Vec<String> = wanted.into_iter().filter(|path| !full(path)).collect();
    if !missing.is_empty() {
        return Err(format!("not there, or empty: {}", missing.join(", ")));
    }
    for completion in ["bash-completion/completions/stoppress-cli", "fish/vendor_completions.d/stoppress-cli.fish"] {
        let text = fs::read_to_string(usr.join("share").join(completion)).unwrap_or_default();
        if let Some(verb) = verbs.iter().find(|verb| !text.contains(*verb)) {
            return Err(format!("{completion} does not complete {verb}"));
        }
    }
    succeeds(Command::new("bash").arg("-n").arg(usr.join("share/bash-completion/completions/stoppress-cli"))).map(drop)
}

/// The verbs in what `--help` says: the first words of the indented lines behind "Commands:".
fn verbs(help: &str) -> Vec<&str> {
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let words = listed.filter(|line| line.starts_with("  ") && !line.starts_with("    "));
    words.filter_map(|line| line.split_whitespace().next()).filter(|verb| *verb != "help").collect()
}

/// The system's libraries that a web view in a GTK window brings along anyway.
const NEEDED: [&str; 12] = [
    "libc6",
    "libcairo2",
    "libdbus-1-3",
    "libgcc-s1",
    "libgdk-pixbuf-2.0-0",
    "libglib2.0-0",
    "libgtk-3-0",
    "libjavascriptcoregtk-4.1-0",
    "libpango-1.0-0",
    "libsoup-3.0-0",
    "libwebkit2gtk-4.1-0",
    "libx11-6",
];

fn needs_only_the_web_view(package: &Path) -> Result<(), String> {
    let needs = succeeds(Command::new("dpkg-deb").arg("--field").arg(package).args(["Depends", "Recommends"]))?;
    let needs = needs.replace("Depends:", ",").replace("Recommends:", ",");
    let names = needs.split([',', '|']).filter_map(|one| one.split_whitespace().next());
    // Ubuntu renamed what changed with the 64-bit clock.
    let strange: Vec<&str> = names.filter(|name| !NEEDED.contains(&name.trim_end_matches("t64"))).collect();
    match strange[..] {
        [] if needs.contains("libwebkit2gtk") => Ok(()),
        [] => Err(format!("the web view is not asked for: {needs}")),
        _ => Err(format!("more than the web view needs: {}", strange.join(", "))),
    }
}

fn small_enough(package: &Path) -> Result<(), String> {
    let bytes = package.metadata().map_err(|error| format!("could not look at it: {error}"))?.len();
    println!("  {} ({})", package.display(), steps::size(bytes));
    if bytes <= LARGEST { Ok(()) } else { Err(format!("{}, more than {}", steps::size(bytes), steps::size(LARGEST))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verbs_are_read_out_of_the_help() {
        let help = "Follow the news.\n\nUsage: x\n\nCommands:\n  follow        Find the feed\n  export-saved  Write saved\n\
                    \x20               articles\n  help          Print this\n\nOptions:\n  --json  Print JSON\n";
        assert_eq!(verbs(help), ["follow", "export-saved"]);
    }
}
