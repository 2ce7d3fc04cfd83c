//! `cargo dev app`: builds the window and opens it; without a display it leaves a picture instead.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Duration;

use stoppress_support::Display;

use crate::options::Options;
use crate::setup::{self, Need};
use crate::{place, steps};

/// The size of the display that stands in for a screen.
pub const SCREEN: (usize, usize) = (1440, 900);

/// Runs the command.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    let shown = setup::has_display();
    setup::prepare(if shown { Need::Compile } else { Need::Show }, options)?;
    let binary = build(options.release)?;
    let mut command = Command::new(&binary);
    command.args(&options.rest);
    if let Some(profile) = &options.profile {
        command.env("STOPPRESS_PROFILE", absolute(profile)?);
    }
    if shown {
        println!("▸ Opening the window: {}", binary.display());
        let status = command.status().map_err(|error| format!("could not start {}: {error}.", binary.display()))?;
        return Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    let file = options.screenshot.clone().unwrap_or_else(|| place::target().join("screenshot.png"));
    println!("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the window opens on one in");
    println!("memory and a picture of it goes to {}.", file.display());
    let display = Display::start(SCREEN.0, SCREEN.1)?;
    let window = Window::open(command, &display)?;
    photograph(&display, &file)?;
    drop(window);
    Ok(ExitCode::SUCCESS)
}

/// Builds page, window and terminal face; the path of the window's program.
pub fn build(release: bool) -> Result<PathBuf, String> {
    setup::build_page()?;
    let mut command = setup::cargo();
    command.args(["build", "--package", "stoppress", "--package", "stoppress-cli"]);
    if release {
        command.arg("--release");
    }
    let first = !place::built("stoppress", release).exists();
    let what = if first { "Compiling (the first time takes some minutes)" } else { "Compiling" };
    steps::run(what, &mut command)?;
    Ok(place::built("stoppress", release))
}

/// A window that closes when dropped.
pub struct Window(pub Child);

impl Window {
    /// Starts the app on a display in memory.
    pub fn open(mut command: Command, display: &Display) -> Result<Window, String> {
        command
            .env("DISPLAY", display.name())
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .stdin(Stdio::null());
        let child = command.spawn().map_err(|error| format!("could not open the window: {error}."))?;
        Ok(Window(child))
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits until the display shows something that stays, and writes it to a PNG file.
pub fn photograph(display: &Display, file: &Path) -> Result<(), String> {
    let (picture, settled) = display.settled_picture(Duration::from_secs(30))?;
    if !settled {
        println!("  the window kept changing for 30 s; the picture shows its last state");
    }
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(|error| format!("could not make {}: {error}.", folder.display()))?;
    }
    std::fs::write(file, picture.to_png()).map_err(|error| format!("could not write {}: {error}.", file.display()))?;
    if picture.colours() <= 16 {
        return Err(format!("The window stayed empty; {} shows it. Its messages stand above.", file.display()));
    }
    println!("  the picture is at {}", file.display());
    Ok(())
}

/// A path as other programs in other folders understand it.
pub fn absolute(path: &Path) -> Result<PathBuf, String> {
    std::path::absolute(path).map_err(|error| format!("{} is no path: {error}.", path.display()))
}
