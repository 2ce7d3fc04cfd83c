//! `cargo dev bundle`: the packages that readers install.
//!
//! The Tauri CLI compiles the window and packs it; [`beside`] makes what lies beside the programs, [`debian`] finishes the
//! .deb, and [`checks`] asks the tools of the distributions what they think of it.

pub mod beside;
pub mod checks;
mod debian;
mod notices;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use serde_json::{Value, json};

use crate::options::Options;
use crate::setup::{self, Need};
use crate::{place, steps};

use beside::Kind;

/// The packages of this system: what the Tauri CLI calls each, and how its file ends.
const KINDS: &[(&str, &str)] = if cfg!(windows) {
    &[("nsis", "exe"), ("msi", "msi")]
} else if cfg!(target_os = "macos") {
    &[("dmg", "dmg")]
} else {
    &[("deb", "deb"), ("rpm", "rpm")]
};

/// Only made where it is asked for: its tools are fetched from the internet while it is made.
const APPIMAGE: (&str, &str) = ("appimage", "AppImage");

/// What the packages of a system replace: these never replace themselves, so they are built without what that needs.
const BY_THE_SYSTEM: [&str; 2] = ["deb", "rpm"];

/// Whether both programs are compiled by one call. Elsewhere the Tauri CLI wants to see the second one before it begins.
const TOGETHER: bool = cfg!(target_os = "linux");

/// Runs the command and says where the packages are.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    let kinds = match options.rest.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => KINDS.to_vec(),
        ["appimage"] if cfg!(target_os = "linux") => [KINDS, &[APPIMAGE]].concat(),
        _ => return Err(format!("cargo dev bundle does not know {:?}.", options.rest.join(" "))),
    };
    setup::prepare(Need::Compile, options)?;
    for package in make(&kinds, options.config.as_deref())? {
        let bytes = package.metadata().map(|about| about.len()).unwrap_or_default();
        println!("  {} ({})", package.display(), steps::size(bytes));
    }
    Ok(ExitCode::SUCCESS)
}

/// The packages that `cargo dev test` looks at: the .deb, then the .rpm.
pub fn make_usual() -> Result<Vec<PathBuf>, String> {
    make(KINDS, None)
}

/// Builds both programs optimised and packs them; the paths of the packages, in the order of `kinds`. `config` is a file with
/// more settings for the Tauri CLI, such as the certificate to sign with.
fn make(kinds: &[(&str, &str)], config: Option<&Path>) -> Result<Vec<PathBuf>, String> {
    if !TOGETHER {
        // First, because it is among the files of the packages.
        steps::run("Compiling the terminal face, optimised", &mut terminal())?;
    }
    let (replaced, own): (Vec<_>, Vec<_>) = kinds.iter().copied().partition(|(kind, _)| BY_THE_SYSTEM.contains(kind));
    for (kinds, updates) in [(replaced, None), (own, Updates::from_surroundings())] {
        if kinds.is_empty() {
            continue;
        }
        let mut command = packing(&kinds, &beside()?, updates.as_ref());
        command.args(config.into_iter().flat_map(|file| [Path::new("--config"), file]));
        if TOGETHER {
            both_programs(&mut command);
        }
        steps::run("Compiling and packing, optimised (some minutes)", &mut command)?;
    }
    let folder = place::target().join("release/bundle");
    let made = kinds.iter().map(|(kind, ending)| {
        place::newest(&folder.join(kind), ending)
            .ok_or_else(|| format!("The Tauri CLI ended well, but there is no .{ending} in {}.", folder.display()))
    });
    let made = made.collect::<Result<Vec<PathBuf>, String>>()?;
    if let Some(deb) = made.iter().find(|file| file.extension().is_some_and(|kind| kind == "deb")) {
        debian::finish(deb)?;
    }
    Ok(made)
}

/// What lies beside the window in the packages, as settings for the Tauri CLI.
fn beside() -> Result<Value, String> {
    if cfg!(target_os = "linux") {
        let files = |kind| Ok::<Value, String>(json!({"files": beside::files(kind)?}));
        return Ok(json!({"linux": {
            "deb": files(Kind::Deb)?,
            "rpm": files(Kind::Rpm)?,
            "appimage": {"files": {"/usr/bin/stoppress-cli": place::built("stoppress-cli", true)}},
        }}));
    }
    // Elsewhere a second program is signed with the first where it lies beside it under the name of its target.
    let (program, notices) = beside::program_and_notices()?;
    Ok(json!({"externalBin": [program], "resources": {notices.to_string_lossy(): "third-party.txt"}}))
}

fn terminal() -> Command {
    let mut command = setup::cargo();
    command.args(["build", "--release", "--package", "stoppress-cli"]);
    command
}

/// What cargo compiles for the Tauri CLI, behind all other words: the terminal face too, which is among the files of the packages.
/// Compiled by itself it would have its libraries with fewer features, and so most of them a second time; and what both programs
/// hold would not be alike, so that a package of both were larger.
fn both_programs(command: &mut Command) {
    command.args(["--", "--package", "stoppress", "--package", "stoppress-cli"]);
}

/// What a package needs that replaces itself: the public half of the key that new versions are signed with.
struct Updates {
    key: String,
}

impl Updates {
    /// Where the variables say where new versions are announced and by which key they are signed, and the other half is
    /// there to sign this one with. Otherwise packages know nothing of later ones.
    fn from_surroundings() -> Option<Updates> {
        let set = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
        set("STOPPRESS_UPDATE_LIST")?;
        set("TAURI_SIGNING_PRIVATE_KEY")?;
        Some(Updates { key: set("STOPPRESS_UPDATE_KEY")? })
    }
}

fn packing(kinds: &[(&str, &str)], beside: &Value, updates: Option<&Updates>) -> Command {
    let tauri = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let mut command = setup::at_root(place::ui().join("node_modules/.bin").join(tauri));
    let mut kinds: Vec<&str> = kinds.iter().map(|(kind, _)| *kind).collect();
    let mut settings = json!({"bundle": beside});
    if let Some(Updates { key }) = updates {
        settings["bundle"]["createUpdaterArtifacts"] = true.into();
        settings["plugins"]["updater"]["pubkey"] = key.trim().into();
        // On macOS it is the app itself, packed, that takes the place of an older one.
        kinds.extend(cfg!(target_os = "macos").then_some("app"));
    }
    command.args(["build", "--bundles", &kinds.join(",")]);
    if updates.is_some() {
        command.args(["--features", "updates"]);
    }
    command.arg("--config").arg(settings.to_string());
    // The Tauri CLI takes CI=1 for a wish not to be asked, and refuses other values.
    command.env("CI", "true");
    command
}

/// No package lacks a wall round a publisher's HTML: the features that take one away are asked for by no command, no
/// default, no other feature, no dependency and no configuration. That the walls stand in the package that was made, the
/// attacks show in its window.
#[cfg(test)]
mod tests {
    use super::*;

    const NEVER: [&str; 2] = ["no-cleaner", "no-csp"];

    fn takes_a_wall(text: &str) -> bool {
        NEVER.iter().any(|feature| text.contains(feature))
    }

    #[test]
    fn the_commands_that_make_packages_take_no_wall_away() {
        let updates = Updates { key: "KEY".to_owned() };
        let mut together = packing(KINDS, &json!({}), None);
        both_programs(&mut together);
        for command in [terminal(), together, packing(KINDS, &json!({}), Some(&updates))] {
            let line = steps::line_of(&command);
            let other = line.replacen(" --features updates ", " ", 1);
            assert!(!takes_a_wall(&line) && !other.contains("feature") && !other.contains(" -f"), "{line}");
            for (name, value) in command.get_envs() {
                let value = value.unwrap_or_default().to_string_lossy();
                assert!(!takes_a_wall(&value), "{} is {value}", name.to_string_lossy());
            }
        }
    }

    #[test]
    fn a_package_that_the_system_replaces_is_built_without_what_would_replace_it() {
        let line = steps::line_of(&packing(&[("deb", "deb"), ("rpm", "rpm")], &json!({}), None));
        assert!(!line.contains("updates") && !line.contains("createUpdaterArtifacts"), "{line}");
        if cfg!(target_os = "linux") {
            assert!(KINDS.iter().all(|(kind, _)| BY_THE_SYSTEM.contains(kind)));
            assert!(!BY_THE_SYSTEM.contains(&APPIMAGE.0));
        }
    }

    #[test]
    #[cfg(unix)]
    fn what_is_announced_is_what_was_packed_and_signed() {
        let folder = std::env::temp_dir().join(format!("stoppress-announce-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let announce = || {
            let mut command = Command::new(place::root().join("docs/packaging/announce"));
            command.arg("9.1.0").arg(&folder).env("GITHUB_REPOSITORY", "stop/press").output().expect("it runs")
        };
        let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).expect("a file");
        write("stoppress_9.1.0_amd64.AppImage", "package");
        assert!(!announce().status.success(), "nothing is announced that is not signed");
        write("stoppress_9.1.0_amd64.AppImage.sig", "c2lnbmF0dXJl\n");
        write("Stop.Press_ARM64.app.tar.gz", "package");
        write("Stop.Press_ARM64.app.tar.gz.sig", "b3RoZXI=");
        let list: Value = serde_json::from_slice(&announce().stdout).expect("JSON");
        let at = "https://github.com/stop/press/releases/download/v9.1.0/";
        assert_eq!(
            list,
            json!({"version": "9.1.0", "platforms": {
                "linux-x86_64": {"url": format!("{at}stoppress_9.1.0_amd64.AppImage"), "signature": "c2lnbmF0dXJl"},
                "darwin-aarch64": {"url": format!("{at}Stop.Press_ARM64.app.tar.gz"), "signature": "b3RoZXI="},
            }})
        );
        write("gone-setup.exe.sig", "c2lnbmF0dXJl");
        assert!(!announce().status.success(), "a signature of nothing is a mistake");
        let _ = std::fs::remove_dir_all(&folder);
    }

    #[test]
    fn nothing_but_its_own_name_turns_on_a_feature_that_takes_a_wall_away() {
        let mut cargo = setup::cargo();
        let output =
            cargo.args(["metadata", "--no-deps", "--format-version", "1"]).output().expect("cargo metadata runs");
        let about: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata prints JSON");
        let mut known = 0;
        for package in about["packages"].as_array().expect("packages") {
            for (feature, leads_to) in package["features"].as_object().expect("features") {
                if NEVER.contains(&feature.as_str()) {
                    known += 1;
                } else {
                    assert!(!takes_a_wall(&leads_to.to_string()), "{} {feature}: {leads_to}", package["name"]);
                }
            }
            for dependency in package["dependencies"].as_array().expect("dependencies") {
                assert!(!takes_a_wall(&dependency["features"].to_string()), "{}: {dependency}", package["name"]);
            }
        }
        assert!(known >= 2, "the features are still called {NEVER:?}");
    }

    #[test]
    fn no_configuration_turns_such_a_feature_on() {
        let read = |name: &str| std::fs::read_to_string(place::root().join(name)).unwrap_or_default();
        assert!(read("tauri.conf.json").contains("beforeBuildCommand"), "the configuration lies at the root");
        for name in [
            "tauri.conf.json",
            "tauri.linux.conf.json",
            "tauri.macos.conf.json",
            "tauri.windows.conf.json",
            ".cargo/config.toml",
        ] {
            assert!(!takes_a_wall(&read(name)), "{name}");
        }
        for name in ["tauri.conf.json", "tauri.linux.conf.json"] {
            let settings: Value = serde_json::from_str(&read(name)).expect("JSON");
            assert!(settings["build"]["features"].is_null(), "{name}");
        }
    }
}
