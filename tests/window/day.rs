//! The reader's day, step by step. Each step leaves a picture; a step that fails says which and what it saw.

mod arabic;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};

use serde_json::Value;
use stoppress_support::picture::Scene;
use stoppress_support::{Display, Driver, Newsroom, TemporaryFolder};

use crate::package::Package;
use crate::window::Window;

const SIZE: (usize, usize) = (1440, 900);
const PAPER: &str = "the-lantern";
/// A story of that paper, with a picture and more than a screen of text.
const STORY: &str = "Offshore turbines carried a third of the grid through the night";
const PASSAGE: &str = "the control room stopped buying power";
const SCENE: Scene = Scene::Turbines;

/// Lives the day. The error is a sentence that begins with the step it happened in.
pub fn live() -> Result<(), String> {
    let mut day = Day::begin()?;
    let story = day.morning()?;
    day.evening_without_network(&story)?;
    // The removal looks for what was saved here.
    let home = std::mem::replace(&mut day.home, TemporaryFolder::new("home"));
    day.in_arabic()?;
    day.home = home;
    day.removal()
}

/// What lasts through the day.
struct Day {
    newsroom: Newsroom,
    display: Display,
    package: Option<Package>,
    home: TemporaryFolder,
    pictures: PathBuf,
    taken: usize,
    step: &'static str,
}

impl Day {
    fn begin() -> Result<Day, String> {
        let pictures = std::env::var_os("STOPPRESS_PICTURES").map_or_else(default_pictures, PathBuf::from);
        // Pictures of an earlier day would pass for this one's.
        let _ = std::fs::remove_dir_all(&pictures);
        std::fs::create_dir_all(&pictures)
            .map_err(|error| format!("could not make {}: {error}", pictures.display()))?;
        println!("▸ install");
        let package = Package::install_older().map_err(|sentence| format!("install: {sentence}"))?;
        let home = TemporaryFolder::new("home");
        make_home(&home)?;
        Ok(Day {
            newsroom: Newsroom::open(SystemTime::now()),
            display: Display::start(SIZE.0, SIZE.1)?,
            package: Some(package),
            home,
            pictures,
            taken: 0,
            step: "begin",
        })
    }

    /// Follow, watch a new article arrive, read, save.
    fn morning(&mut self) -> Result<String, String> {
        let window = self.open_window("first start")?;
        self.living("welcome", &window, |day, window| {
            window.wait_for_words("What do you want to follow?")?;
            let asked = day.newsroom.site().requests();
            must(asked.is_empty(), || format!("nothing is contacted before the reader chooses, but {asked:?} was"))
        })?;
        self.living("follow", &window, |day, window| {
            let field = window.0.element("input:not([type=file]):not([type=checkbox]):not([type=radio])", None)?;
            window.0.type_into(&field, &day.newsroom.home(PAPER))?;
            window.0.click(&window.0.element("button:not([disabled])", Some("Follow 1 source"))?)?;
            window.agree_until(|| window.0.has("[role=option]", None))?;
            let rows = window.wait_for_headlines(12)?;
            println!("  {rows} headlines in a window of {} by {}", SIZE.0, SIZE.1);
            let strays: Vec<String> = day.newsroom.site().requests().into_iter().map(|request| request.path).collect();
            // What a site wants left alone stands in one place for all of it.
            let own = |path: &&String| path.starts_with("/the-lantern/") || *path == "/robots.txt";
            let strays: Vec<_> = strays.iter().filter(|path| !own(path)).collect();
            must(strays.is_empty(), || format!("only the followed newspaper is contacted, but {strays:?} was too"))
        })?;
        self.living("read", &window, |day, window| {
            must(window.is_unread(STORY)?, || format!("{STORY:?} is unread before it is opened"))?;
            window.0.click(&window.row(STORY)?)?;
            window.wait_for_article(STORY, PASSAGE)?;
            window.wait_for_painted(&day.display, SCENE)?;
            window.wait_until_read(STORY)?;
            let row = day.ticker_row(STORY)?;
            must(row["read"] == true, || format!("the terminal says that it is read too, not {row}"))
        })?;
        let mut arrived = String::new();
        self.living("arrive", &window, |day, window| {
            window.scroll_list()?;
            let (before, reading) = (window.place_of(STORY)?, window.place_of_picture()?);
            let new = day.newsroom.publish_next_in(PAPER, SystemTime::now()).ok_or("the newspaper holds no story")?;
            day.terminal(&["sync", "--force"])?;
            window.0.element("button", Some("new"))?;
            let after = window.place_of(STORY)?;
            must(before == after, || format!("the row under the eye stays at {before:?}, but went to {after:?}"))?;
            let still = window.place_of_picture()?;
            must(reading == still, || format!("the article stays where it was read, at {reading}, not {still}"))?;
            must(!window.shows_row(&new.title)?, || "the new story waits behind the pill".to_owned())?;
            arrived = new.title;
            Ok(())
        })?;
        self.living("new", &window, |_, window| {
            window.0.press(".")?;
            window.row(&arrived).map(drop)
        })?;
        self.living("save", &window, |day, window| {
            let button = window.0.element("button[aria-pressed]", Some("Save"))?;
            window.0.click(&button)?;
            window.wait_for_words("Saved, with images")?;
            day.saved_is_complete()
        })?;
        self.living("saved", &window, |_, window| {
            window.go_to("Saved")?;
            window.row(STORY).map(drop)
        })?;
        self.living("hide", &window, |day, window| {
            window.go_to("Live")?;
            let rows = day.terminal(&["ticker", "--limit", "6"])?;
            let mut titles = rows.as_array().into_iter().flatten().filter_map(|row| row["title"].as_str());
            let other = titles.find(|title| ![STORY, &arrived].contains(title)).ok_or("there is a third story")?;
            window.0.click(&window.row(other)?)?;
            window.0.press("h")?;
            window.wait_for_words("Story hidden")?;
            must(!window.shows_row(other)?, || format!("{other:?} is gone from the list"))?;
            must(day.ticker_row(other).is_err(), || format!("the terminal has no {other:?} either"))?;
            day.terminal(&["undo"])?;
            // It comes back as late stories do: where the reader is at the list, nothing moves by itself.
            window.0.element("button", Some("new"))?;
            must(!window.shows_row(other)?, || format!("{other:?} waits behind the pill"))?;
            window.0.press(".")?;
            window.row(other).map(drop)
        })?;
        window.0.quit()?;
        self.log_is_calm("first start")?;
        Ok(arrived)
    }

    /// The site is gone and the app starts again.
    fn evening_without_network(&mut self, arrived: &str) -> Result<(), String> {
        self.newsroom.site().stop();
        let refused = std::net::TcpStream::connect(self.newsroom.site().address());
        must(refused.is_err(), || "the stopped site refuses connections".to_owned())?;
        println!("▸ upgrade");
        self.package().upgrade().map_err(|sentence| format!("upgrade: {sentence}"))?;

        let window = self.open_window("second start")?;
        self.living("offline", &window, |_, window| {
            window.go_to("Live")?;
            window.wait_for_headlines(12)?;
            window.row(arrived)?;
            // A check finds out; the reader asks for it rather than waiting for the next one.
            window.0.press("r")?;
            window.wait_for_words("You’re offline")
        })?;
        self.living("saved-offline", &window, |day, window| {
            window.go_to("Saved")?;
            window.0.click(&window.row(STORY)?)?;
            window.wait_for_article(STORY, PASSAGE)?;
            window.wait_for_painted(&day.display, SCENE)?;
            day.saved_is_complete()
        })?;
        self.living("terminal", &window, |day, window| {
            window.go_to("Live")?;
            let row = day.ticker_row(arrived)?;
            must(row["read"] == false, || format!("the new story is still unread, but the terminal says {row}"))?;
            must(window.is_unread(arrived)?, || "the window says so too".to_owned())?;
            let id = row["id"].as_str().ok_or("the terminal gives ids as strings")?;
            let began = Instant::now();
            day.terminal(&["read", id])?;
            window.wait_until_read(arrived)?;
            // Said, not judged: the promise is one second, and a loaded machine is no proof against it.
            println!("  a change made in the terminal was seen {} ms after it began", began.elapsed().as_millis());
            Ok(())
        })?;
        window.0.quit()?;
        self.log_is_calm("second start")
    }

    /// The package goes; what was saved stays.
    fn removal(&mut self) -> Result<(), String> {
        println!("▸ remove");
        let package = self.package.take().ok_or("the package was removed before")?;
        let remains = package.remove().map_err(|sentence| format!("remove: {sentence}"))?;
        let profile = self.home.join("data/org.stoppress.StopPress");
        must(profile.is_dir(), || format!("removing the package leaves {} alone", profile.display()))?;
        let saved = self.run(&remains.terminal, &["saved"])?;
        let row = saved.as_array().and_then(|rows| rows.iter().find(|row| row["title"] == STORY));
        let row = row.ok_or_else(|| format!("remove: the saved story is still there, not only {saved}"))?;
        must(row["state"] == "complete", || format!("remove: it is still complete, not {row}"))?;
        let id = row["id"].as_str().ok_or("the terminal gives ids as strings")?;
        let article = self.run(&remains.terminal, &["article", id])?;
        let text = article["text"].as_str().unwrap_or_default();
        must(text.contains(PASSAGE), || format!("remove: its text is still readable, not {text:?}"))?;
        println!(
            "  the saved story is still there and complete; {} pictures in {}",
            self.taken,
            self.pictures.display()
        );
        Ok(())
    }

    /// Lives one step, takes its picture whether it went well or not, and puts its name before what went wrong.
    fn living(
        &mut self,
        step: &'static str,
        window: &Window,
        live: impl FnOnce(&mut Day, &Window) -> Result<(), String>,
    ) -> Result<(), String> {
        println!("▸ {step}");
        self.step = step;
        let outcome = live(self, window);
        self.taken += 1;
        let suffix = if outcome.is_ok() { "" } else { "-failed" };
        let file = self.pictures.join(format!("{:02}-{step}{suffix}.png", self.taken));
        // The whole display, because a picture of the page alone would hide a window that never came up; settled,
        // because the screen is a frame behind the page.
        let picture = self.display.settled_picture(Duration::from_secs(5));
        match picture.map(|(picture, _)| std::fs::write(&file, picture.to_png())) {
            Ok(Ok(())) => {}
            trouble => println!("  could not write {}: {trouble:?}", file.display()),
        }
        outcome.map_err(|sentence| format!("{step}: {sentence}\nThe picture is at {}.", file.display()))
    }

    fn open_window(&mut self, name: &str) -> Result<Window, String> {
        println!("▸ {name}");
        let (data, config, cache) = (self.home.join("data"), self.home.join("config"), self.home.join("cache"));
        let variables: [(&str, &Path); 3] =
            [("XDG_DATA_HOME", &data), ("XDG_CONFIG_HOME", &config), ("XDG_CACHE_HOME", &cache)];
        let driver = Driver::start(self.display.name(), &self.package().window(), &variables, &self.log_file(name))
            .map_err(|sentence| format!("{name}: {sentence}"))?;
        driver.resize(SIZE.0, SIZE.1)?;
        let script = "return window.innerWidth === arguments[0] && window.innerHeight > arguments[1] - 60";
        driver.wait("the window to fill the display", script, &[SIZE.0.into(), SIZE.1.into()])?;
        Ok(Window(driver))
    }

    fn package(&self) -> &Package {
        self.package.as_ref().expect("the package is removed at the end of the day only")
    }

    fn log_file(&self, name: &str) -> PathBuf {
        self.pictures.join(format!("{}.log", name.replace(' ', "-")))
    }

    /// Nothing panicked behind the reader's back.
    fn log_is_calm(&self, name: &str) -> Result<(), String> {
        let file = self.log_file(name);
        let log = std::fs::read_to_string(&file).unwrap_or_default();
        must(!log.contains("panicked at"), || format!("nothing panics, but see {}", file.display()))
    }

    fn ticker_row(&self, headline: &str) -> Result<Value, String> {
        let rows = self.terminal(&["ticker", "--limit", "0"])?;
        let row = rows.as_array().and_then(|rows| rows.iter().find(|row| row["title"] == headline));
        row.cloned().ok_or_else(|| format!("the terminal's ticker has no {headline:?}"))
    }

    fn saved_is_complete(&self) -> Result<(), String> {
        let saved = self.terminal(&["saved"])?;
        let row = saved.as_array().and_then(|rows| rows.iter().find(|row| row["title"] == STORY));
        let complete = row.is_some_and(|row| row["state"] == "complete" && row["missing_images"] == 0);
        must(complete, || format!("the terminal says that it is saved and complete, not {saved}"))
    }

    /// The terminal face of the same package, with the same home, while the window may be open.
    fn terminal(&self, words: &[&str]) -> Result<Value, String> {
        self.run(&self.package().terminal(), words)
    }

    fn run(&self, program: &Path, words: &[&str]) -> Result<Value, String> {
        let output = Command::new(program)
            .arg("--json")
            .args(words)
            .env_remove("STOPPRESS_PROFILE")
            .env("XDG_DATA_HOME", self.home.join("data"))
            .env("XDG_CONFIG_HOME", self.home.join("config"))
            .env("XDG_CACHE_HOME", self.home.join("cache"))
            .output()
            .map_err(|error| format!("could not start {}: {error}", program.display()))?;
        let said = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(format!("stoppress-cli {} ended with {}: {}", words.join(" "), output.status, said.trim()));
        }
        serde_json::from_slice(&output.stdout)
            .map_err(|error| format!("stoppress-cli {} printed no JSON: {error}", words.join(" ")))
    }
}

impl Drop for Day {
    /// A day that ended badly leaves no package installed.
    fn drop(&mut self) {
        if let Some(package) = self.package.take()
            && let Err(sentence) = package.remove()
        {
            println!("  after {}: {sentence}", self.step);
        }
    }
}

fn make_home(home: &TemporaryFolder) -> Result<(), String> {
    for folder in ["data", "config", "cache"] {
        std::fs::create_dir(home.join(folder)).map_err(|error| format!("could not make a home: {error}"))?;
    }
    Ok(())
}

fn default_pictures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/readers-day")
}

/// A promise: `false` makes it an error that says what was promised and what was found.
fn must(kept: bool, promise: impl FnOnce() -> String) -> Result<(), String> {
    if kept { Ok(()) } else { Err(promise()) }
}
