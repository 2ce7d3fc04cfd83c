//! The pictures of the guide: the real window on a display in memory, over our own newspapers, one picture for each page that
//! tells of something to be seen.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};
use stoppress_support::{Display, Driver, Newsroom, TemporaryFolder};

use crate::options::Options;
use crate::setup::{self, Need};
use crate::{app, place, steps};

/// Of every picture, in pixels: a page of the guide is not wider.
const SIZE: (usize, usize) = (1200, 750);
/// A newspaper that is not followed at first, and a story of it with a picture.
const PAPER: &str = "the-lantern";
const STORY: &str = "Offshore turbines carried a third of the grid through the night";
/// What is already followed where a picture shows how another one is.
const OTHER: &str = "field-notes";

/// One picture: its name, and how the window comes to look like that. What is open over the window is closed before.
type Picture = (&'static str, fn(&Scene) -> Result<(), String>);

/// Before anything is followed.
const EMPTY: [Picture; 1] = [("welcome", |scene| scene.words("What do you want to follow?"))];

/// With one newspaper.
const ONE: [Picture; 1] = [("follow", Scene::follow)];

/// With all of them, in the order in which they are taken: some show what an earlier one did.
const ALL: [Picture; 14] = [
    ("live", |scene| scene.open(STORY)),
    ("read", |scene| {
        scene.open(STORY)?;
        scene.press("f")?;
        scene.gone("[role=option]")
    }),
    ("pack", |scene| {
        scene.press("p")?;
        scene.words("Pack for offline")
    }),
    ("saved", |scene| {
        scene.open(STORY)?;
        scene.click("button[aria-pressed]", "Save")?;
        scene.words("Saved, with images")?;
        scene.click("nav button, nav a", "Saved")?;
        scene.open(STORY)
    }),
    ("move", |scene| {
        scene.chord("Control", "s")?;
        scene.there("dialog[open]", None)
    }),
    ("search", |scene| {
        scene.press("/")?;
        scene.type_in("input[type=search]", "wind")?;
        scene.there("[role=option]", None)
    }),
    ("mute", |scene| {
        scene.click("nav button, nav a", "Live")?;
        scene.open(STORY)?;
        scene.command("Mute words of this story…")?;
        scene.there("dialog[open]", None)
    }),
    ("notify", |scene| scene.settings("Notifications")),
    ("background", |scene| scene.settings("Background")),
    ("look", |scene| scene.settings("Appearance")),
    ("data", |scene| scene.settings("Saved and storage")),
    ("trouble", |scene| {
        scene.click("nav button, nav a", "Activity")?;
        scene.words("Lantern")
    }),
    ("sources", |scene| {
        scene.click("nav button, nav a", "Live")?;
        scene.open(STORY)?;
        scene.chord("Shift", "I")?;
        scene.gone("[role=option]")
    }),
    ("keyboard", |scene| {
        scene.press("?")?;
        scene.there("dialog[open]", None)
    }),
];

/// Takes all pictures, or those of these names, into `docs/guide/src/pictures`.
pub fn take(options: &Options, names: &[String]) -> Result<(), String> {
    if let Some(unknown) = names.iter().find(|name| !known().any(|known| known == name.as_str())) {
        return Err(format!("There is no picture {unknown:?}; there are {}.", known().collect::<Vec<_>>().join(", ")));
    }
    setup::prepare(Need::Test, options)?;
    let binary = app::build(options.release)?;
    let terminal = place::built("stoppress-cli", options.release);
    let newsroom = Newsroom::open(SystemTime::now());
    let all = TemporaryFolder::new("guide-list");
    let list = all.join("list.opml");
    std::fs::write(&list, newsroom.opml()).map_err(|error| format!("could not write {}: {error}.", list.display()))?;
    let home = newsroom.home(OTHER);
    let rows: [(&[&[&str]], &[Picture]); 3] = [
        (&[], &EMPTY),
        (&[&["follow", &home], &["sync", "--force"]], &ONE),
        (&[&["import", &list.to_string_lossy()], &["sync", "--force"]], &ALL),
    ];
    for (verbs, pictures) in rows {
        let wanted = |name: &str| names.is_empty() || names.iter().any(|one| one == name);
        if !pictures.iter().any(|(name, _)| wanted(name)) {
            continue;
        }
        let profile = TemporaryFolder::new("guide-profile");
        for words in verbs {
            let mut verb = Command::new(&terminal);
            verb.arg("--profile").arg(profile.path()).args(*words);
            steps::run("Preparing the library", &mut verb)?;
        }
        let scene = Scene::begin(&binary, profile.path(), newsroom.home(PAPER))?;
        for (name, show) in pictures.iter().filter(|(name, _)| wanted(name)) {
            scene.clear()?;
            show(&scene).map_err(|sentence| format!("{name}: {sentence}"))?;
            scene.photograph(name)?;
        }
        scene.driver.quit()?;
    }
    newsroom.site().stop();
    Ok(())
}

/// The names of all pictures.
pub fn known() -> impl Iterator<Item = &'static str> {
    EMPTY.iter().chain(&ONE).chain(&ALL).map(|(name, _)| *name)
}

/// Where the pictures lie.
pub fn folder() -> PathBuf {
    place::root().join("docs/guide/src/pictures")
}

/// A window that is driven for its looks.
struct Scene {
    driver: Driver,
    display: Display,
    paper: String,
    _log: TemporaryFolder,
}

impl Scene {
    fn begin(binary: &Path, profile: &Path, paper: String) -> Result<Scene, String> {
        let (display, log) = (Display::start(SIZE.0, SIZE.1)?, TemporaryFolder::new("guide-log"));
        let variables: [(&str, &Path); 1] = [("STOPPRESS_PROFILE", profile)];
        let driver = Driver::start(display.name(), binary, &variables, &log.join("window.log"))?;
        driver.resize(SIZE.0, SIZE.1)?;
        let fills = "return window.innerWidth === arguments[0] && window.innerHeight > arguments[1] - 60";
        driver.wait("the window to fill the display", fills, &[SIZE.0.into(), SIZE.1.into()])?;
        Ok(Scene { driver, display, paper, _log: log })
    }

    /// Closes what lies over the window, and lets messages go.
    fn clear(&self) -> Result<(), String> {
        for _ in 0..4 {
            if !self.driver.has("dialog[open], [role=menu]", None)? {
                break;
            }
            self.press("\u{E00C}")?;
        }
        self.gone("dialog[open]")?;
        // The list and the rail come back where a story had the window to itself.
        if !self.driver.has("nav", None)? {
            self.press("\u{E00C}")?;
        }
        Ok(())
    }

    fn follow(&self) -> Result<(), String> {
        self.press("a")?;
        self.type_in("dialog[open] input", &self.paper)?;
        self.press("\u{E007}")?;
        self.driver
            .wait_for("the newest headlines of what was found", || {
                if self.driver.has("dialog[open] ol li", None)? {
                    return Ok(Value::Bool(true));
                }
                // This computer is asked only after a question.
                let ask = "const yes = [...document.querySelectorAll('dialog[open] button')].find((b) => /all the same/i.test(b.textContent));
                    if (yes && !yes.disabled) yes.click(); return null;";
                self.driver.script(ask, &[])
            })
            .map(drop)
    }

    /// Opens a story of the list that is shown, and waits for its picture.
    fn open(&self, headline: &str) -> Result<(), String> {
        self.click("[role=option]", headline)?;
        let loaded = r#"
            const roots = [document, ...[...document.querySelectorAll("*")].map((e) => e.shadowRoot).filter(Boolean)];
            return roots.some((root) => [...root.querySelectorAll("img")].some((img) => img.naturalWidth > 300));
        "#;
        self.driver.wait("the picture of the story", loaded, &[]).map(drop)
    }

    /// Opens a section of the settings.
    fn settings(&self, section: &str) -> Result<(), String> {
        self.chord("Control", ",")?;
        self.click("nav button", section)
    }

    /// Runs a command by its name.
    fn command(&self, title: &str) -> Result<(), String> {
        self.chord("Control", "k")?;
        self.type_in("dialog[open] input", title)?;
        self.there("dialog[open] [role=option]", Some(title))?;
        self.press("\u{E007}")
    }

    fn there(&self, selector: &str, name: Option<&str>) -> Result<(), String> {
        self.driver.element(selector, name).map(drop)
    }

    fn gone(&self, selector: &str) -> Result<(), String> {
        let what = format!("{selector} to go");
        self.driver.wait_for(&what, || Ok(Value::Bool(!self.driver.has(selector, None)?))).map(drop)
    }

    fn words(&self, words: &str) -> Result<(), String> {
        let script = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.driver.wait(&format!("the words {words:?}"), script, &[json!(words)]).map(drop)
    }

    fn click(&self, selector: &str, name: &str) -> Result<(), String> {
        self.driver.click(&self.driver.element(selector, Some(name))?)
    }

    fn type_in(&self, selector: &str, text: &str) -> Result<(), String> {
        self.driver.type_into(&self.driver.element(selector, None)?, text)
    }

    fn press(&self, key: &str) -> Result<(), String> {
        self.driver.press(key)
    }

    fn chord(&self, held: &str, key: &str) -> Result<(), String> {
        let held = if held == "Shift" { "\u{E008}" } else { "\u{E009}" };
        self.driver.perform(json!([{"type": "key", "id": "keyboard", "actions": [
            {"type": "keyDown", "value": held}, {"type": "keyDown", "value": key},
            {"type": "keyUp", "value": key}, {"type": "keyUp", "value": held}
        ]}]))
    }

    /// Takes the picture once nothing moves any more but a caret.
    fn photograph(&self, name: &str) -> Result<(), String> {
        let (picture, _) = self.display.settled_picture(Duration::from_secs(4))?;
        let (file, bytes) = (folder().join(format!("{name}.png")), picture.to_small_png());
        println!("  {} ({})", file.display(), steps::size(bytes.len() as u64));
        std::fs::create_dir_all(folder())
            .and_then(|()| std::fs::write(&file, bytes))
            .map_err(|error| format!("could not write {}: {error}.", file.display()))
    }
}
