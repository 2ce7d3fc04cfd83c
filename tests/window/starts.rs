//! One window for each library: a second start hands its words to the first and ends.

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;
use stoppress_support::{Display, Driver, TemporaryFolder};

use crate::package::Package;
use crate::window::Window;

/// Starts made at once beside the open window.
const AT_ONCE: usize = 50;

#[test]
fn fifty_starts_at_once_give_one_window_and_their_words_reach_it() {
    if crate::package::is_named("starts")
        && let Err(sentence) = starts()
    {
        panic!("{sentence}");
    }
}

fn starts() -> Result<(), String> {
    let package = Package::install()?;
    let display = Display::start(1280, 800)?;
    let folder = TemporaryFolder::new("starts");
    let profile = folder.join("profile");
    let start = |words: &[&str]| {
        Command::new(package.window())
            .args(words)
            .env("STOPPRESS_PROFILE", &profile)
            .env("DISPLAY", display.name())
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("the app could not be started: {error}"))
    };

    // Without a window before: one of them stays, the others end well.
    let mut crowd = (0..AT_ONCE).map(|_| start(&[])).collect::<Result<Vec<_>, String>>()?;
    let left = until_one_is_left(&mut crowd);
    for child in &mut crowd {
        let _ = child.kill();
        let _ = child.wait();
    }
    left?;

    // With one: what they are handed reaches it, and nothing is asked or followed.
    let driver = Driver::start(
        display.name(),
        &package.window(),
        &[("STOPPRESS_PROFILE", &profile)],
        &folder.join("driver.log"),
    )?;
    let window = Window(driver);
    window.0.element("h1", None)?;
    let mut second = start(&["stoppress://add?url=https%3A%2F%2Fexample.invalid%2Ffeed.xml"])?;
    let status = second.wait().map_err(|error| error.to_string())?;
    if !status.success() {
        return Err(format!("a second start ends well, but: {status}"));
    }
    window.0.wait_for("the address to stand in the field", || {
        let script = "return [...document.querySelectorAll('dialog[open] input')].some((field) => field.value === 'https://example.invalid/feed.xml')";
        window.0.script(script, &[])
    })?;
    if window.0.windows()? != 1 {
        return Err("one window is open, but there are more".into());
    }
    let feeds = Command::new(package.terminal())
        .args(["feeds", "--json"])
        .env("STOPPRESS_PROFILE", &profile)
        .output()
        .map_err(|error| error.to_string())?;
    if String::from_utf8_lossy(&feeds.stdout).contains("example.invalid") {
        return Err("nothing is followed before the reader agrees".into());
    }
    // Hostile words change nothing.
    for word in ["stoppress://add?url=javascript:alert(1)", "stoppress://unfollow?feed=1", "file:///etc/passwd/x"] {
        start(&[word])?.wait().map_err(|error| error.to_string())?;
    }
    let value = window.0.script("return document.querySelector('dialog[open] input')?.value ?? null", &[])?;
    if value != Value::from("https://example.invalid/feed.xml") {
        return Err(format!("hostile words change nothing, but the field holds {value}"));
    }
    window.0.quit()
}

/// Waits until all but one have ended, each of them well.
fn until_one_is_left(crowd: &mut [Child]) -> Result<(), String> {
    let deadline = Instant::now() + Duration::from_secs(120);
    loop {
        let mut running = 0;
        for child in crowd.iter_mut() {
            match child.try_wait().map_err(|error| error.to_string())? {
                None => running += 1,
                Some(status) if status.success() => {}
                Some(status) => return Err(format!("a start beside an open window ends well, but: {status}")),
            }
        }
        match running {
            1 => return Ok(()),
            0 => return Err("one window stays open, but none did".into()),
            _ if Instant::now() > deadline => return Err(format!("{running} windows stayed open")),
            _ => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}
