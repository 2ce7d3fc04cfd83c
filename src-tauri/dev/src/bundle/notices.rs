//! The notices of the libraries and typefaces inside the programs, as their licences ask for.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{place, setup};

/// All notices: a list of what is inside and under which licence, then every text once, with the names it came from.
pub fn text() -> Result<String, String> {
    let mut parts = crates()?;
    parts.extend(page_parts()?);
    let mut text = "Stop Press holds these libraries and typefaces by others.\n\n".to_owned();
    let mut texts: BTreeMap<String, (String, Vec<&str>)> = BTreeMap::new();
    for part in &parts {
        let _ = writeln!(text, "  {}: {}", part.name, part.licence);
        for notice in notices_of(&part.folder) {
            // Many carry the same text with other line breaks.
            let key = notice.split_whitespace().collect::<Vec<_>>().join(" ");
            texts.entry(key).or_insert_with(|| (notice, Vec::new())).1.push(&part.name);
        }
    }
    for (notice, names) in texts.values() {
        let _ = write!(text, "\n\n---- {} ----\n\n{}\n", names.join(", "), notice.trim());
    }
    Ok(text)
}

struct Part {
    name: String,
    licence: String,
    folder: PathBuf,
}

/// What cargo links into the two programs on this system.
fn crates() -> Result<Vec<Part>, String> {
    let said = |words: &[&str]| -> Result<Vec<u8>, String> {
        let output = setup::cargo().args(words).output().map_err(|error| format!("could not start cargo: {error}"))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        Err(format!("cargo {} failed: {}", words.join(" "), String::from_utf8_lossy(&output.stderr)))
    };
    let tree = ["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}"];
    let mut of = vec!["--package", "stoppress", "--package", "stoppress-cli"];
    // Elsewhere than on Linux every package may hold what replaces it by a newer one.
    of.extend(if cfg!(target_os = "linux") { &[][..] } else { &["--features", "stoppress/updates"] });
    let tree = said(&[&tree[..], &of].concat())?;
    let tree = String::from_utf8_lossy(&tree);
    let inside: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter_map(|line| Some((line.split(' ').next()?, line.split(' ').nth(1)?.trim_start_matches('v'))))
        .collect();
    let about = said(&["metadata", "--format-version", "1"])?;
    let about: Value = serde_json::from_slice(&about).map_err(|error| format!("cargo metadata: {error}"))?;
    let packages = about["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let word = |package: &Value, key: &str| package[key].as_str().unwrap_or_default().to_owned();
    let foreign = packages.iter().filter(|package| {
        let key = (package["name"].as_str().unwrap_or_default(), package["version"].as_str().unwrap_or_default());
        package["source"].is_string() && inside.contains(&key)
    });
    let mut parts: Vec<Part> = foreign
        .map(|package| Part {
            name: format!("{} {}", word(package, "name"), word(package, "version")),
            licence: word(package, "license"),
            folder: Path::new(&word(package, "manifest_path")).parent().unwrap_or(Path::new("")).to_owned(),
        })
        .collect();
    parts.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(parts)
}

/// What the page is made with, typefaces included.
fn page_parts() -> Result<Vec<Part>, String> {
    let read = |path: PathBuf| -> Result<Value, String> {
        let text = fs::read_to_string(&path).map_err(|error| format!("could not read {}: {error}", path.display()))?;
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
    };
    let about = read(place::ui().join("package.json"))?;
    let names = about["dependencies"].as_object().into_iter().flat_map(|all| all.keys().map(String::as_str));
    // Svelte is only needed to build, but what it writes into the page is its own code.
    names
        .chain(["svelte"])
        .map(|name| {
            let folder = place::ui().join("node_modules").join(name);
            let about = read(folder.join("package.json"))?;
            let word = |key: &str| about[key].as_str().unwrap_or_default();
            Ok(Part { name: format!("{name} {}", word("version")), licence: word("license").to_owned(), folder })
        })
        .collect()
}

/// Those of a package, and of what it brings along in a folder of its own, as bindings do with the C that they bind.
fn notices_of(package: &Path) -> Vec<String> {
    let entries = fs::read_dir(package).into_iter().flatten().filter_map(Result::ok);
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    std::iter::once(package.to_owned()).chain(folders).flat_map(|folder| notices_in(&folder)).collect()
}

/// The licence files that stand in a folder; of several to choose from, the one that asks for its notice to travel.
fn notices_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut found: Vec<(String, PathBuf)> = entries
        .map(|entry| (entry.file_name().to_string_lossy().to_uppercase(), entry.path()))
        .filter(|(name, path)| {
            path.is_file()
                && ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE", "OFL"]
                    .iter()
                    .any(|known| name.starts_with(known))
        })
        .collect();
    found.sort();
    let has_mit = found.iter().any(|(name, _)| name.contains("MIT"));
    let chosen = found.into_iter().filter(|(name, _)| !(has_mit && name.contains("APACHE")));
    chosen.filter_map(|(_, path)| fs::read_to_string(path).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_and_typefaces_are_named_with_their_licences_and_texts() {
        if !place::ui().join("node_modules").exists() {
            println!("skipped: notices: the page's dependencies are not installed");
            return;
        }
        let text = text().expect("the notices can be gathered");
        for wanted in [
            "  tauri 2",
            "  rusqlite 0",
            "@fontsource-variable/inter",
            "SIL OPEN FONT LICENSE",
            "Permission is hereby granted",
        ] {
            assert!(text.contains(wanted), "{wanted} is missing");
        }
        if cfg!(all(target_os = "linux", target_arch = "x86_64")) {
            assert!(text.contains("Jason Evans"), "what a binding brings along asks for its notice, too");
        }
        assert!(!text.contains("  stoppress"), "our own packages are no third party's");
        let list = text.split("\n\n---- ").next().expect("a head").lines().skip(2);
        for line in list.filter(|line| !line.is_empty()) {
            let licence = line.split(": ").nth(1).unwrap_or_default();
            assert!(!licence.is_empty(), "{line:?} names no licence");
        }
    }
}
