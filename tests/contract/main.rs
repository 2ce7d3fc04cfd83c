//! Rust and TypeScript agree: types as generated, commands by name on every side. No Tauri is linked.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};
use stoppress_model as model;
use stoppress_support::TemporaryFolder;
use ts_rs::{Config, TS};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn generate(folder: &Path) {
    let config = Config::new().with_out_dir(folder);
    model::Activity::export_all(&config).unwrap();
    model::ArticlePage::export_all(&config).unwrap();
    model::Changed::export_all(&config).unwrap();
    model::Comments::export_all(&config).unwrap();
    model::Desktop::export_all(&config).unwrap();
    model::MenuGroup::export_all(&config).unwrap();
    model::Edit::export_all(&config).unwrap();
    model::ExportFormat::export_all(&config).unwrap();
    model::Exported::export_all(&config).unwrap();
    model::Failure::export_all(&config).unwrap();
    model::FeedVolume::export_all(&config).unwrap();
    model::FeedStatistics::export_all(&config).unwrap();
    model::FollowAs::export_all(&config).unwrap();
    model::Followed::export_all(&config).unwrap();
    model::Found::export_all(&config).unwrap();
    model::Handed::export_all(&config).unwrap();
    model::Imported::export_all(&config).unwrap();
    model::ImportedBag::export_all(&config).unwrap();
    model::ImportedSaved::export_all(&config).unwrap();
    model::ListChoice::export_all(&config).unwrap();
    model::ListPreview::export_all(&config).unwrap();
    model::Mute::export_all(&config).unwrap();
    model::NewMute::export_all(&config).unwrap();
    model::NewVersion::export_all(&config).unwrap();
    model::NewNotifyRule::export_all(&config).unwrap();
    model::Notice::export_all(&config).unwrap();
    model::NotifyRule::export_all(&config).unwrap();
    model::Older::export_all(&config).unwrap();
    model::Pack::export_all(&config).unwrap();
    model::Packed::export_all(&config).unwrap();
    model::PublisherLink::export_all(&config).unwrap();
    model::SaveOutcome::export_all(&config).unwrap();
    model::SavedArticle::export_all(&config).unwrap();
    model::SearchOrder::export_all(&config).unwrap();
    model::SearchResults::export_all(&config).unwrap();
    model::Settings::export_all(&config).unwrap();
    model::SignIn::export_all(&config).unwrap();
    model::PublisherLink::export_all(&config).unwrap();
    model::CleanedUp::export_all(&config).unwrap();
    model::Storage::export_all(&config).unwrap();
    model::Status::export_all(&config).unwrap();
    model::FirstPicture::export_all(&config).unwrap();
    model::TickerPage::export_all(&config).unwrap();
    model::TickerQuery::export_all(&config).unwrap();
    model::Undone::export_all(&config).unwrap();
    model::Unfollowed::export_all(&config).unwrap();
    model::UpdatedBy::export_all(&config).unwrap();
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read_to_string(entry.path()).unwrap())).collect()
}

/// `BLESS=1` rewrites them.
#[test]
fn the_windows_types_are_those_of_the_model() {
    let folder = TemporaryFolder::new("types");
    generate(folder.path());
    let committed = root().join("ui/src/api/generated");
    if std::env::var_os("BLESS").is_some() {
        let _ = fs::remove_dir_all(&committed);
        fs::create_dir_all(&committed).unwrap();
        generate(&committed);
    }
    let (made, kept) = (files(folder.path()), files(&committed));
    let names: BTreeSet<&String> = made.keys().chain(kept.keys()).collect();
    let different: Vec<&&String> = names.iter().filter(|name| made.get(**name) != kept.get(**name)).collect();
    assert!(different.is_empty(), "{different:?} differ: run with BLESS=1 and read the diff");
}

/// Words in quotes between two marks.
fn quoted(text: &str, from: &str, to: &str) -> BTreeSet<String> {
    let text = text.split(from).nth(1).unwrap_or_else(|| panic!("{from} is not there")).split(to).next().unwrap();
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_command_stands_in_manifest_capability_shell_and_window() {
    let manifest = quoted(&text("src-tauri/shell/build.rs"), "const COMMANDS", "];");
    let permitted: BTreeSet<String> = quoted(&text("tauri.conf.json"), "\"permissions\": [", "]")
        .into_iter()
        .filter_map(|name| name.strip_prefix("allow-").map(|name| name.replace('-', "_")))
        .collect();
    let mut shell = text("src-tauri/shell/commands.rs");
    for file in files(&root().join("src-tauri/shell/commands")).into_values() {
        shell.push_str(&file);
    }
    let defined: BTreeSet<String> = shell
        .split("#[tauri::command]")
        .skip(1)
        .map(|item| item.split("fn ").nth(1).unwrap().split(['(', '<']).next().unwrap().to_owned())
        .collect();
    let handled: BTreeSet<String> = shell
        .split("generate_handler![")
        .nth(1)
        .unwrap()
        .split(']')
        .next()
        .unwrap()
        .split(',')
        .map(|name| name.rsplit("::").next().unwrap().trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect();
    let called: BTreeSet<String> = text("ui/src/api/commands.ts")
        .split("invoke(\"")
        .skip(1)
        .map(|call| call.split('"').next().unwrap().to_owned())
        .collect();
    assert_eq!(manifest, permitted, "build.rs and the capability");
    assert_eq!(manifest, defined, "build.rs and the functions");
    assert_eq!(manifest, handled, "build.rs and the handler");
    assert_eq!(manifest, called, "build.rs and ui/src/api/commands.ts");
}

#[test]
fn the_page_is_shut_in_as_decided() {
    let config: serde_json::Value = serde_json::from_str(&text("tauri.conf.json")).unwrap();
    let security = &config["app"]["security"];
    let policy = security["csp"].to_string();
    for word in ["unsafe-inline", "unsafe-eval", "data:", "blob:", "https:", "*"] {
        assert!(!policy.contains(word), "{word} in {policy}");
    }
    assert_eq!(security["csp"]["default-src"], "'none'");
    assert_eq!(security["csp"]["script-src"], "'self'");
    assert!(security.get("devCsp").is_none() && security.get("dangerousDisableAssetCspModification").is_none());
    assert_eq!(security["assetProtocol"]["enable"], false);
    assert!(security["capabilities"][0].get("remote").is_none());
    assert_eq!(config["app"]["windows"][0]["create"], false);
}

#[test]
fn new_versions_are_only_taken_signed_as_what_they_are_and_never_older_ones() {
    let config: serde_json::Value = serde_json::from_str(&text("tauri.conf.json")).unwrap();
    let updater = config["plugins"]["updater"].as_object().unwrap();
    assert_eq!((&updater["requireSignedVersion"], &updater["allowDowngrades"]), (&true.into(), &false.into()));
    // Nothing dangerous, no address and no key: those belong to a build, not to the repository.
    assert_eq!((updater.len(), &updater["pubkey"]), (3, &"".into()));
    let manifest = text("Cargo.toml");
    let usual = manifest.lines().find_map(|line| line.strip_prefix("default = ")).unwrap();
    assert!(!usual.contains("updates"), "a package of a system is built without it: {usual}");
}
