//! The app goes on without its window: asked once, then in the tray, with its menu, and back again. Without a tray nothing is
//! asked, and closing quits.
//!
//! By hand: `STOPPRESS_BIN=target/debug cargo test -p stoppress-tests --test window the_window -- --nocapture`.

use std::path::Path;

use stoppress_support::Site;

use crate::bus::Bus;
use crate::notifying::{press, publish};
use crate::stage::Stage;
use crate::window::Window;

#[test]
fn the_window_goes_into_the_tray_and_comes_back() {
    if crate::package::is_named("tray")
        && let Err(sentence) = live()
    {
        panic!("{sentence}");
    }
}

fn live() -> Result<(), String> {
    let (stage, site, bus) = (Stage::set("tray")?, Site::start(), Bus::start()?);
    let tray = bus.has_a_tray()?;
    publish(&site, &["Lighthouse lit again", "Ferry_returns"]);
    stage.terminal(&["follow", &site.url("/feed")])?;
    let variables: [(&str, &Path); 1] = [("DBUS_SESSION_BUS_ADDRESS", Path::new(bus.address()))];
    let window = stage.open_with(&variables)?;
    window.row("Lighthouse lit again")?;

    // Asked once; then the window is gone and the icon is there.
    close(&window)?;
    window.wait_for_words("Keep Stop Press running?")?;
    press(&window, "dialog[open] button", "Keep running")?;
    let app = tray.next()?;
    is_hidden(&window, true)?;
    let lines = tray.menu(&app)?;
    let line = |lines: &[(i32, String)], label: &str| {
        let found = lines.iter().find(|(_, words)| words == label).map(|(id, _)| *id);
        found.ok_or_else(|| format!("a line {label:?} is in the menu, but: {lines:?}"))
    };
    line(&lines, "2 unread stories")?;
    // An underscore would be eaten by the menu.
    let story = line(&lines, "Ferry__returns")?;
    if lines.iter().any(|(_, words)| words.contains("notifications")) {
        return Err(format!("without notifications there is nothing to pause, but: {lines:?}"));
    }

    // A story of the menu opens in the window, which hides again without a question.
    tray.click(&app, story)?;
    is_hidden(&window, false)?;
    window.wait_for_article("Ferry_returns", "Text of Ferry_returns")?;
    close(&window)?;
    is_hidden(&window, true)?;

    // A second start shows the window, and a session that begins does not.
    stage.start_again(&["--hidden"], &variables)?;
    is_hidden(&window, true)?;
    stage.start_again(&[], &variables)?;
    is_hidden(&window, false)?;

    // Beginning with the session is one file, which goes with the choice.
    let file = stage.home.join("config/autostart/org.stoppress.StopPress.desktop");
    window.go_to("Settings")?;
    press(&window, "dialog[open] nav button", "Background")?;
    for there in [true, false] {
        press(&window, "dialog[open] [role=switch]", "Start with the session")?;
        window.0.wait_for("the file of the session", || Ok((file.exists() == there).into()))?;
    }
    press(&window, "dialog[open] button", "Close")?;
    stage.is_calm()?;

    // The menu ends it.
    let quit = line(&tray.menu(&app)?, "Quit")?;
    tray.click(&app, quit)?;
    window.0.wait_for("the app to end", || Ok(tray.menu(&app).is_err().into()))?;
    drop((window, tray));

    // A desktop without a tray: nothing is asked, and closing quits.
    let window = stage.open_with(&variables)?;
    window.row("Lighthouse lit again")?;
    window.go_to("Settings")?;
    press(&window, "dialog[open] nav button", "Background")?;
    window.wait_for_words("This desktop has no tray, so closing the window quits.")?;
    stage.is_calm()
}

/// Closes the window as its own button does.
fn close(window: &Window) -> Result<(), String> {
    window.0.script("void window.__TAURI_INTERNALS__.invoke('close_window')", &[]).map(drop)
}

fn is_hidden(window: &Window, hidden: bool) -> Result<(), String> {
    let what = if hidden { "the window to be hidden" } else { "the window to be shown" };
    window.0.wait(what, "return document.hidden === arguments[0]", &[hidden.into()]).map(drop)
}
