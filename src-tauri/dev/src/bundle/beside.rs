//! What lies beside the programs in a package: manual pages, completions, the entry for software centres, licences.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use flate2::{Compression, GzBuilder};

use crate::{changelog, place, setup, steps};

use super::notices;

/// Paths in the system, and the file that goes there.
pub type Files = BTreeMap<String, PathBuf>;

/// Which kind of package; the two disagree about a few folders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Deb,
    Rpm,
}

/// Makes the files and says where each belongs. They lie in `target/package` until the package is made.
pub fn files(kind: Kind) -> Result<Files, String> {
    let folder = place::target().join("package");
    let papers = folder.join("papers");
    let mut generator = setup::cargo();
    generator.args(["run", "--quiet", "--package", "stoppress-papers", "--"]).arg(&papers);
    steps::run("Writing manual pages and completions", &mut generator)?;

    let own = place::root().join("src-tauri/shell/linux");
    let mut pages = listed(&papers.join("man"))?;
    pages.push(own.join("stoppress.1"));
    let mut files = Files::new();
    for page in pages {
        let name = format!("{}.gz", name_of(&page));
        let packed = folder.join("man").join(&name);
        gzip(&read(&page)?, &packed)?;
        files.insert(format!("/usr/share/man/man1/{name}"), packed);
    }

    let completion = |name: &str| papers.join("completions").join(name);
    let zsh = if kind == Kind::Deb { "vendor-completions" } else { "site-functions" };
    files.extend([
        ("/usr/share/bash-completion/completions/stoppress-cli".to_owned(), completion("stoppress-cli.bash")),
        (format!("/usr/share/zsh/{zsh}/_stoppress-cli"), completion("_stoppress-cli")),
        ("/usr/share/fish/vendor_completions.d/stoppress-cli.fish".to_owned(), completion("stoppress-cli.fish")),
        ("/usr/share/stoppress/stoppress-cli.ps1".to_owned(), completion("_stoppress-cli.ps1")),
        ("/usr/share/icons/hicolor/scalable/apps/stoppress.svg".to_owned(), place::root().join("icons/source.svg")),
        ("/usr/bin/stoppress-cli".to_owned(), place::built("stoppress-cli", true)),
    ]);

    let metainfo = folder.join("org.stoppress.StopPress.metainfo.xml");
    let text = read_text(&own.join("org.stoppress.StopPress.metainfo.xml"))?;
    write(&metainfo, text.replace("{{version}}", VERSION).replace("{{date}}", &made_on("%cs", "+%F")).as_bytes())?;
    files.insert("/usr/share/metainfo/org.stoppress.StopPress.metainfo.xml".to_owned(), metainfo);

    let documents = "/usr/share/doc/stoppress";
    let third_party = folder.join("third-party.gz");
    gzip(notices::text()?.as_bytes(), &third_party)?;
    files.insert(format!("{documents}/third-party.gz"), third_party);
    match kind {
        Kind::Deb => {
            let log = changelog::debian(&read_text(&place::root().join("CHANGELOG.md"))?, &made_on("%cD", "-R"));
            let packed = folder.join("changelog.gz");
            gzip(log.as_bytes(), &packed)?;
            files.insert(format!("{documents}/changelog.gz"), packed);
            files.insert(format!("{documents}/copyright"), own.join("copyright"));
            files.insert("/usr/share/lintian/overrides/stoppress".to_owned(), own.join("lintian-overrides"));
        }
        Kind::Rpm => {
            files.insert(format!("{documents}/CHANGELOG.md"), place::root().join("CHANGELOG.md"));
            for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
                files.insert(format!("/usr/share/licenses/stoppress/{licence}"), place::root().join(licence));
            }
        }
    }
    Ok(files)
}

/// Outside Linux: the second program, under the name that the Tauri CLI looks for without its end (the target), and the notices
/// of what is inside.
pub fn program_and_notices() -> Result<(PathBuf, PathBuf), String> {
    let folder = place::target().join("package");
    let about = setup::compiler();
    let target = about.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let program = folder.join("stoppress-cli");
    let named = folder.join(format!("stoppress-cli-{target}{}", std::env::consts::EXE_SUFFIX));
    write(&named, &read(&place::built("stoppress-cli", true))?)?;
    let notices = folder.join("third-party.txt");
    write(&notices, notices::text()?.as_bytes())?;
    Ok((program, notices))
}

/// The version of everything here.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// When this version was committed, in git's format, so that two builds of one commit are alike; where there is no git,
/// now, in the format of `date`.
pub fn made_on(of_git: &str, of_date: &str) -> String {
    let said = |command: &mut Command| {
        let output = command.current_dir(place::root()).output().ok().filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned()).filter(|text| !text.is_empty())
    };
    said(Command::new("git").args(["log", "-1", &format!("--format={of_git}")]))
        .or_else(|| said(Command::new("date").arg("-u").arg(of_date)))
        .unwrap_or_default()
}

fn listed(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("could not list {}: {error}", folder.display()))?;
    Ok(entries.filter_map(Result::ok).map(|entry| entry.path()).collect())
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("could not read {}: {error}", path.display()))
}

fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("could not read {}: {error}", path.display()))
}

/// Packs as `gzip -9n`: no name and no time inside, so that the same text gives the same file.
fn gzip(text: &[u8], to: &Path) -> Result<(), String> {
    let mut packed = GzBuilder::new().write(Vec::new(), Compression::best());
    let packed = packed.write_all(text).and_then(|()| packed.finish());
    write(to, &packed.map_err(|error| format!("could not pack {}: {error}", to.display()))?)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let done = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, bytes));
    done.map_err(|error| format!("could not write {}: {error}", path.display()))
}
