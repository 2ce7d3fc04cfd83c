//! `cargo dev bundle`: the packages that readers install.

use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::json;

use crate::options::Options;
use crate::setup::{self, Need};
use crate::{place, steps};

/// Runs the command and says where the packages are.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    setup::prepare(Need::Compile, options)?;
    for package in make()? {
        let bytes = package.metadata().map(|about| about.len()).unwrap_or_default();
        println!("  {} ({})", package.display(), steps::size(bytes));
    }
    Ok(ExitCode::SUCCESS)
}

/// Builds both programs optimised and packs them; the paths of the .deb and the .rpm.
pub fn make() -> Result<Vec<PathBuf>, String> {
    // First, because tauri.conf.json names this program among the files of the packages.
    let mut terminal = setup::cargo();
    terminal.args(["build", "--release", "--package", "stoppress-cli"]);
    steps::run("Compiling the terminal face, optimised", &mut terminal)?;
    let mut tauri = setup::at_root(place::ui().join("node_modules/.bin/tauri"));
    tauri.args(["build", "--bundles", "deb,rpm"]);
    if place::target() != place::root().join("target") {
        // The file list in tauri.conf.json says target/release; this build has its target folder elsewhere.
        let files = json!({"files": {"/usr/bin/stoppress-cli": place::built("stoppress-cli", true)}});
        tauri.arg("--config").arg(json!({"bundle": {"linux": {"deb": files, "rpm": files}}}).to_string());
    }
    // The Tauri CLI takes CI=1 for a wish not to be asked, and refuses other values.
    tauri.env("CI", "true");
    steps::run("Compiling the window, optimised, and packing it (some minutes)", &mut tauri)?;
    let folder = place::target().join("release/bundle");
    ["deb", "rpm"]
        .into_iter()
        .map(|kind| {
            let made = place::newest(&folder.join(kind), kind);
            made.ok_or_else(|| format!("The Tauri CLI ended well, but there is no .{kind} in {}.", folder.display()))
        })
        .collect()
}
