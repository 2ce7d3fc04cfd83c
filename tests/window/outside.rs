//! What is opened outside the window runs as the reader's own program, not as a part of this one: from an AppImage, too.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use serde_json::Value;
use stoppress_support::{Response, Site};

use crate::stage::Stage;

const OWN: &str = "/opt/own/lib";

#[test]
fn the_browser_is_opened_with_the_readers_surroundings_and_not_with_those_of_an_image() {
    if crate::package::is_named("outside")
        && let Err(sentence) = journey()
    {
        panic!("{sentence}");
    }
}

fn journey() -> Result<(), String> {
    let stage = Stage::set("outside")?;
    let site = Site::start();
    let story = site.url("/story");
    let item = format!("<item><title>Tide</title><guid>1</guid><link>{story}</link></item>");
    site.publish("/feed", Response::rss(format!("<rss version='2.0'><channel><title>F</title>{item}</channel></rss>")));
    stage.terminal(&["follow", &site.url("/feed")])?;

    // As the start of an AppImage leaves them: its own programs and libraries come first.
    let image = stage.home.join("image");
    let (tools, opened) = (stage.home.join("tools"), stage.home.join("opened"));
    program(&image.join("usr/bin/xdg-open"), &format!("echo 'that of the image' > '{}'", opened.display()))?;
    let part = opened.with_extension("part");
    let record = format!("(echo \"$*\"; env) > '{0}'; mv '{0}' '{1}'", part.display(), opened.display());
    // The first that the system has gives up; the next one is asked then.
    program(&tools.join("xdg-open"), "exit 3")?;
    program(&tools.join("gio"), &record)?;
    let list = |paths: &[&Path]| std::env::join_paths(paths).map_err(|error| error.to_string());
    let path = std::env::var_os("PATH").unwrap_or_default();
    let before = list(&[&image.join("usr/bin"), &tools])?;
    let path = [before, path].join(OsStr::new(":"));
    let libraries = list(&[&image.join("usr/lib"), Path::new(OWN)])?;
    let plugins = image.join("usr/plugins");
    let window = stage.open_with(&[
        ("APPDIR", &image),
        ("PATH", Path::new(&path)),
        ("LD_LIBRARY_PATH", Path::new(&libraries)),
        ("QT_PLUGIN_PATH", &plugins),
        ("XDG_CURRENT_DESKTOP", Path::new("X-Generic")),
    ])?;
    window.row("Tide")?;
    window.0.press("j")?;
    window.0.press("v")?;
    window.0.wait_for("an opened address", || Ok(Value::Bool(opened.exists())))?;

    let text = fs::read_to_string(&opened).map_err(|error| error.to_string())?;
    let (asked, surroundings) = text.split_once('\n').unwrap_or((&text, ""));
    if asked != format!("open {story}") {
        return Err(format!("{story} is opened, but: {asked}"));
    }
    let of: BTreeMap<&str, &str> = surroundings.lines().filter_map(|line| line.split_once('=')).collect();
    let inherited: Vec<_> = of.iter().filter(|(_, value)| value.contains(&*image.to_string_lossy())).collect();
    if !inherited.is_empty() {
        return Err(format!("nothing of the image is inherited, but {inherited:?}"));
    }
    if of.get("LD_LIBRARY_PATH") != Some(&OWN) || !of.contains_key("HOME") {
        return Err(format!("what is the reader's own stays, but: {of:?}"));
    }
    if let Some(ours) = ["APPDIR", "WEBKIT_DISABLE_COMPOSITING_MODE"].iter().find(|name| of.contains_key(**name)) {
        return Err(format!("{ours} is no other program's business"));
    }
    Ok(())
}

/// Writes a program that does this.
fn program(path: &Path, does: &str) -> Result<(), String> {
    fs::create_dir_all(path.parent().unwrap_or(path))
        .and_then(|()| fs::write(path, format!("#!/bin/sh\n{does}\n")))
        .and_then(|()| fs::set_permissions(path, fs::Permissions::from_mode(0o755)))
        .map_err(|error| format!("could not write {}: {error}", path.display()))
}
