//! A home of its own, a display and the programs under test: what every journey through the window stands on.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use stoppress_support::{Display, Driver, TemporaryFolder};

use crate::package::Package;
use crate::window::Window;

/// A display of this size in pixels, which the window fills.
pub const SIZE: (usize, usize) = (1440, 900);

/// Where a journey takes place. Dropping it ends the display and forgets the home.
pub struct Stage {
    /// The screen that the window stands on.
    pub display: Display,
    /// The home of its person: `data`, `config`, `cache`, and `Downloads`.
    pub home: TemporaryFolder,
    /// The programs.
    pub package: Package,
    pictures: PathBuf,
    name: &'static str,
}

impl Stage {
    /// Sets the stage; pictures and logs begin with `name`.
    pub fn set(name: &'static str) -> Result<Stage, String> {
        let pictures = std::env::var_os("STOPPRESS_PICTURES").map_or_else(std::env::temp_dir, PathBuf::from);
        std::fs::create_dir_all(&pictures)
            .map_err(|error| format!("could not make {}: {error}", pictures.display()))?;
        let home = TemporaryFolder::new(name);
        for folder in ["data", "config", "cache", "Downloads"] {
            std::fs::create_dir(home.join(folder)).map_err(|error| format!("could not make a home: {error}"))?;
        }
        let named = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", home.join("Downloads").display());
        std::fs::write(home.join("config/user-dirs.dirs"), named).map_err(|error| error.to_string())?;
        Ok(Stage { display: Display::start(SIZE.0, SIZE.1)?, home, package: Package::unpacked()?, pictures, name })
    }

    /// Opens the window over this home and makes it fill the display.
    pub fn open(&self) -> Result<Window, String> {
        self.open_with(&[])
    }

    /// The same with more variables.
    pub fn open_with(&self, more: &[(&str, &Path)]) -> Result<Window, String> {
        let (data, config, cache) = (self.home.join("data"), self.home.join("config"), self.home.join("cache"));
        let mut variables: Vec<(&str, &Path)> =
            vec![("XDG_DATA_HOME", &data), ("XDG_CONFIG_HOME", &config), ("XDG_CACHE_HOME", &cache)];
        variables.extend(more);
        let driver = Driver::start(self.display.name(), &self.package.window(), &variables, &self.log())?;
        fill(&driver, SIZE)?;
        Ok(Window(driver))
    }

    /// The terminal face with the same home, while the window may be open. The answer is its JSON.
    pub fn terminal(&self, words: &[&str]) -> Result<Value, String> {
        let output = Command::new(self.package.terminal())
            .arg("--json")
            .args(words)
            .env_remove("STOPPRESS_PROFILE")
            .env("XDG_DATA_HOME", self.home.join("data"))
            .env("XDG_CONFIG_HOME", self.home.join("config"))
            .env("XDG_CACHE_HOME", self.home.join("cache"))
            .output()
            .map_err(|error| format!("could not start the terminal face: {error}"))?;
        let said = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(format!("stoppress-cli {} ended with {}: {}", words.join(" "), output.status, said.trim()));
        }
        serde_json::from_slice(&output.stdout)
            .map_err(|error| format!("stoppress-cli {} printed no JSON: {error}", words.join(" ")))
    }

    /// Starts the app once more over this home, beside the one that is open, and waits until that start has ended.
    pub fn start_again(&self, words: &[&str], variables: &[(&str, &Path)]) -> Result<(), String> {
        let mut command = Command::new(self.package.window());
        command.args(words).env("DISPLAY", self.display.name()).env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
        command.env("XDG_DATA_HOME", self.home.join("data")).env("XDG_CONFIG_HOME", self.home.join("config"));
        let status = command.env("XDG_CACHE_HOME", self.home.join("cache")).envs(variables.iter().copied()).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            other => Err(format!("a second start ends well, but: {other:?}")),
        }
    }

    /// The keyboard belongs to the bare screen: nobody looks at the window.
    pub fn look_elsewhere(&self) -> Result<(), String> {
        let tool = |words: &[&str]| {
            let output = Command::new("xdotool").args(words).env("DISPLAY", self.display.name()).output();
            output.map_err(|error| format!("could not start xdotool: {error}"))
        };
        let root = tool(&["search", "--maxdepth", "0", ".*"])?;
        let root = String::from_utf8_lossy(&root.stdout).trim().to_owned();
        tool(&["windowfocus", &root]).map(drop)
    }

    /// Leaves a picture of the screen as it is, for who has to find out what went wrong.
    pub fn photograph(&self, what: &str) -> PathBuf {
        let file = self.pictures.join(format!("{}-{what}.png", self.name));
        match self.display.picture().map(|picture| std::fs::write(&file, picture.to_png())) {
            Ok(Ok(())) => {}
            trouble => println!("  could not write {}: {trouble:?}", file.display()),
        }
        file
    }

    /// Nothing panicked behind the window.
    pub fn is_calm(&self) -> Result<(), String> {
        let log = std::fs::read_to_string(self.log()).unwrap_or_default();
        if log.contains("panicked at") {
            return Err(format!("nothing panics, but see {}", self.log().display()));
        }
        Ok(())
    }

    fn log(&self) -> PathBuf {
        self.pictures.join(format!("{}.log", self.name))
    }
}

/// Gives the window a size and waits until the page has it.
pub fn fill(driver: &Driver, (width, height): (usize, usize)) -> Result<(), String> {
    driver.resize(width, height)?;
    let script = "return window.innerWidth === arguments[0] && window.innerHeight > arguments[1] - 60";
    driver.wait("the window to take its size", script, &[width.into(), height.into()]).map(drop)
}
