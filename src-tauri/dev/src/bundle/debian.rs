//! Puts the finishing touches to the .deb that the Tauri CLI made: what it depends on, who answers for it, and xz, which takes
//! two thirds of the room.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::changelog::MAINTAINER;
use crate::{place, steps};

use super::beside;

/// Packs it anew in its place. Where there is no dpkg-deb, the package stays as it is.
pub fn finish(package: &Path) -> Result<(), String> {
    if !Command::new("dpkg-deb").arg("--version").output().is_ok_and(|output| output.status.success()) {
        println!("  dpkg-deb is not here: the .deb stays as large as the Tauri CLI made it");
        return Ok(());
    }
    let folder = place::target().join("package/deb");
    let _ = fs::remove_dir_all(&folder);
    let failed = |what: &str, error: std::io::Error| format!("could not {what}: {error}");
    fs::create_dir_all(&folder).map_err(|error| failed("make a folder for the package", error))?;
    steps::run("Unpacking the package", Command::new("dpkg-deb").arg("--raw-extract").arg(package).arg(&folder))?;
    let control = folder.join("DEBIAN/control");
    let text = fs::read_to_string(&control).map_err(|error| failed("read what the package says of itself", error))?;
    let text = described(&text, &needs(&folder)?);
    fs::write(&control, text).map_err(|error| failed("write what the package says of itself", error))?;
    modes(&folder).map_err(|error| failed("set the modes of the package's files", error))?;
    let mut pack = Command::new("dpkg-deb");
    pack.args(["--root-owner-group", "-Zxz", "-z9", "--build"]).arg(&folder).arg(package);
    // Of one commit, the same package twice.
    pack.env("SOURCE_DATE_EPOCH", beside::made_on("%ct", "+%s"));
    steps::run("Packing it again, small", &mut pack).map(drop)
}

/// The system's libraries that the two programs are linked with, as dpkg knows them, with the oldest version that will do.
fn needs(folder: &Path) -> Result<String, String> {
    let place = place::target().join("package/needs");
    let made = fs::create_dir_all(place.join("debian")).and_then(|()| {
        fs::write(place.join("debian/control"), "Source: stoppress\n\nPackage: stoppress\nArchitecture: any\n")
    });
    made.map_err(|error| format!("could not ask what the programs need: {error}"))?;
    let mut ask = Command::new("dpkg-shlibdeps");
    ask.current_dir(&place).arg("-O");
    for program in ["stoppress", "stoppress-cli"] {
        ask.arg(format!("-e{}", folder.join("usr/bin").join(program).display()));
    }
    let output = ask.output().map_err(|error| format!("could not start dpkg-shlibdeps (package dpkg-dev): {error}"))?;
    let said = String::from_utf8_lossy(&output.stdout);
    match said.lines().find_map(|line| line.strip_prefix("shlibs:Depends=")) {
        Some(needs) if output.status.success() => Ok(needs.to_owned()),
        _ => Err(format!("dpkg-shlibdeps failed: {}", String::from_utf8_lossy(&output.stderr).trim())),
    }
}

/// The control file: the lines of the Tauri CLI's that hold, and ours.
fn described(control: &str, needs: &str) -> String {
    let mut text = String::new();
    let line =
        |name: &str| control.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).unwrap_or_default();
    for name in ["Package", "Version", "Architecture", "Installed-Size", "Section", "Priority"] {
        let _ = writeln!(text, "{name}: {}", line(name));
    }
    let _ = writeln!(text, "Maintainer: {MAINTAINER}\nDepends: {needs}\nHomepage: https://stoppress.org");
    let (short, long) = control.split_once("Description: ").unwrap_or_default().1.split_once('\n').unwrap_or_default();
    let _ = writeln!(text, "Description: {}", lower_first(short));
    let mut row = String::new();
    for word in long.split_whitespace() {
        if row.chars().count() + 1 + word.chars().count() > 78 {
            let _ = writeln!(text, "{row}");
            row.clear();
        }
        row.push(' ');
        row.push_str(word);
    }
    let _ = writeln!(text, "{row}");
    text
}

/// Debian's lists put the short description behind "stoppress - ", within a sentence.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// Programs and folders may be entered and run by all, files read by all, and only their owner may write.
fn modes(folder: &Path) -> std::io::Result<()> {
    let set = |path: &PathBuf, mode: u32| {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
        }
        let _ = (path, mode);
        Ok::<(), std::io::Error>(())
    };
    set(&folder.to_owned(), 0o755)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            modes(&path)?;
        } else {
            let program = path.parent().is_some_and(|parent| parent.ends_with("usr/bin"));
            set(&path, if program { 0o755 } else { 0o644 })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_says_what_it_needs_and_who_answers_for_it() {
        let control = "Package: stoppress\nVersion: 0.1.0\nArchitecture: amd64\nInstalled-Size: 33754\nMaintainer: The Stop \
                       Press authors\nSection: news\nPriority: optional\nDepends: libwebkit2gtk-4.1-0\nDescription: Follow the \
                       news\n Stop Press follows the feeds of newspapers and sites as they publish, and keeps articles.\n";
        assert_eq!(
            described(control, "libc6 (>= 2.34), libwebkit2gtk-4.1-0"),
            "Package: stoppress\nVersion: 0.1.0\nArchitecture: amd64\nInstalled-Size: 33754\nSection: news\nPriority: \
             optional\nMaintainer: The Stop Press authors <noreply@stoppress.invalid>\nDepends: libc6 (>= 2.34), \
             libwebkit2gtk-4.1-0\nHomepage: https://stoppress.org\nDescription: follow the news\n Stop Press follows the \
             feeds of newspapers and sites as they publish, and\n keeps articles.\n"
        );
    }
}
