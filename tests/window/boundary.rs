//! Every command of the window called as a page that fell to an attacker would call it: with each argument absurd, huge,
//! deep or of another kind, in great numbers at once.
//!
//! The page may then do what its reader could do, see and take back, and nothing else: no panic, no file touched outside
//! the profile, no address opened but of the web or mail, nothing of Tauri's own reachable, and what was saved is there.
//! The commands are read from the window's own list, so that a new one cannot be forgotten.
//!
//! `STOPPRESS_FUZZ` is how many calls each command gets; `cargo dev test` says 40, `cargo dev torture boundary` 2,000.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use stoppress_support::{Display, Driver, Response, Site, TemporaryFolder};

use crate::package::Package;

/// Calls under way at once.
const AT_ONCE: usize = 60;
/// Commands after which no other can be called: a dialog of the system stands in the way, or the window is gone.
const LAST: &[&str] = &["close_window", "print", "quit"];
/// What Tauri itself would offer and the capability must not.
const FOREIGN: &[&str] = &[
    "plugin:fs|read_text_file",
    "plugin:fs|write_file",
    "plugin:shell|execute",
    "plugin:shell|open",
    "plugin:opener|open_url",
    "plugin:http|fetch",
    "plugin:process|exit",
    "plugin:path|resolve_directory",
    "plugin:webview|create_webview_window",
    "plugin:webview|internal_toggle_devtools",
    "plugin:window|create",
    "plugin:window|destroy",
    "plugin:window|set_title",
    "plugin:event|emit",
    "plugin:app|version",
    "plugin:app|set_app_theme",
    "plugin:menu|new",
    "plugin:tray|new",
    "plugin:image|from_path",
    "plugin:resources|close",
    "no_such_command",
    "__proto__",
    "",
];

#[test]
fn a_page_that_fell_can_do_nothing_its_reader_could_not_take_back() {
    let Some(calls) = std::env::var("STOPPRESS_FUZZ").ok().and_then(|text| text.parse().ok()) else {
        println!("skipped: calls across the boundary: STOPPRESS_FUZZ is not set; cargo dev test sets it");
        return;
    };
    if let Err(sentence) = fuzz(calls) {
        panic!("{sentence}");
    }
}

fn fuzz(calls: usize) -> Result<(), String> {
    let commands = commands()?;
    let package = Package::install()?;
    let home = Home::make(&package)?;
    let driver = home.open(&package.window())?;
    let before = home.outside();

    for name in FOREIGN {
        let answer = ask(&driver, &[json!([name, {}])])?;
        if answer[0]["refused"] != true {
            return Err(format!("the page cannot call {name:?}, but: {answer}"));
        }
    }
    let mut dice = Dice(0x5709_9E55);
    let mut answered = BTreeMap::<&str, (usize, usize)>::new();
    for (name, parameters) in &commands {
        if LAST.contains(&name.as_str()) {
            continue;
        }
        let all: Vec<Value> = (0..calls).map(|_| json!([name, home.arguments(&mut dice, parameters)])).collect();
        for batch in all.chunks(AT_ONCE) {
            for answer in ask(&driver, batch)?.as_array().into_iter().flatten() {
                let counts = answered.entry(name).or_default();
                match answer["refused"] == true {
                    true => counts.1 += 1,
                    false => counts.0 += 1,
                }
                if answer["words"].as_str().is_some_and(|words| words.contains("panicked")) {
                    return Err(format!("no command panics, but {name}: {answer}"));
                }
            }
        }
    }
    let (done, refused) = answered.values().fold((0, 0), |sum, counts| (sum.0 + counts.0, sum.1 + counts.1));
    println!("  {} commands called {} times: {done} answered, {refused} refused", answered.len(), done + refused);
    if done == 0 {
        return Err("nothing was answered at all: the calls do not arrive".to_owned());
    }
    home.look(&driver, &before)?;
    driver.quit()?;
    home.saved_is_there(&package.terminal())?;
    package.remove().map(drop)
}

/// The commands with the names of their parameters as the page writes them, from the window's own source.
fn commands() -> Result<Vec<(String, Vec<String>)>, String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src-tauri/shell");
    let read = |name: &str| {
        std::fs::read_to_string(path.join(name)).map_err(|error| format!("could not read the shell's {name}: {error}"))
    };
    let list = read("build.rs")?;
    let list = list.split("const COMMANDS").nth(1).and_then(|rest| rest.split("];").next()).unwrap_or_default();
    let names: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
    let mut sources = String::new();
    for entry in std::fs::read_dir(&path).map_err(|error| error.to_string())?.filter_map(Result::ok) {
        if entry.path().extension().is_some_and(|extension| extension == "rs") {
            sources.push_str(&read(&entry.file_name().to_string_lossy())?);
        }
    }
    for entry in std::fs::read_dir(path.join("commands")).into_iter().flatten().filter_map(Result::ok) {
        sources.push_str(&std::fs::read_to_string(entry.path()).unwrap_or_default());
    }
    let mut found = Vec::new();
    for name in names {
        let start = sources.find(&format!("fn {name}(")).ok_or(format!("no function stands behind {name}"))?;
        let signature = sources[start..].split("{").next().unwrap_or_default();
        let inside = signature.split_once('(').and_then(|(_, rest)| rest.rsplit_once(')')).unwrap_or_default().0;
        let parameters = inside
            .split(',')
            .filter_map(|one| Some(one.split_once(':')?.0.trim()))
            .filter(|one| one.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'))
            .filter(|one| !matches!(*one, "app" | "log" | "request" | "window"))
            .map(camel);
        found.push((name.to_owned(), parameters.collect()));
    }
    if found.len() < 30 {
        return Err(format!("only {} commands were found in the window's list", found.len()));
    }
    Ok(found)
}

fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |mut all, word| {
        let mut letters = word.chars();
        all.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        all + letters.as_str()
    })
}

/// Calls commands, all at once, and waits for every answer.
fn ask(driver: &Driver, calls: &[Value]) -> Result<Value, String> {
    let begin = r#"
        window.stoppressAnswers = [];
        // By characters: half a pair is no JSON.
        const brief = (text) => [...text.slice(0, 800)].slice(0, 400).join("").toWellFormed();
        for (const [command, args] of arguments[0]) {
            const body = args?.raw ? new Uint8Array(args.raw) : args;
            const kept = (answer) => window.stoppressAnswers.push(answer);
            try {
                window.__TAURI_INTERNALS__.invoke(command, body).then(
                    (value) => kept({ refused: false, words: brief(JSON.stringify(value) ?? "") }),
                    (error) => kept({ refused: true, words: brief(String(error?.message ?? error)) }),
                );
            } catch (error) {
                kept({ refused: true, words: brief(String(error)) });
            }
        }
        return null;
    "#;
    driver.script(begin, &[json!(calls)])?;
    let done = "return window.stoppressAnswers.length >= arguments[0] ? window.stoppressAnswers : null";
    let what = format!("{} answers to {}", calls.len(), calls[0][0]);
    driver.wait(&what, done, &[json!(calls.len())])
}

/// A person's folders around the window, a site that may be asked, and what opens addresses.
struct Home {
    folder: TemporaryFolder,
    display: Display,
    site: Site,
    saved: String,
}

impl Home {
    fn make(package: &Package) -> Result<Home, String> {
        let folder = TemporaryFolder::new("home");
        let tools = folder.join("tools");
        for name in ["tools", "profile", "documents", "Downloads"] {
            std::fs::create_dir_all(folder.join(name)).map_err(|error| error.to_string())?;
        }
        let list = folder.join("opened");
        let script = format!("#!/bin/sh\nprintf '%s %s\\n' \"$#\" \"$*\" >> '{}'\n", list.display());
        std::fs::write(tools.join("xdg-open"), script)
            .and_then(|()| std::fs::write(folder.join("documents/letter.txt"), "private"))
            .and_then(|()| {
                let mode = std::fs::Permissions::from_mode(0o755);
                std::fs::set_permissions(tools.join("xdg-open"), mode)
            })
            .map_err(|error| error.to_string())?;
        let site = Site::start();
        let items: String = (0..20)
            .map(|number| {
                format!(
                    "<item><title>Story {number}</title><guid>g{number}</guid><link>{}</link>\
                     <description>&lt;p&gt;Text {number} &lt;a href='{}'&gt;more&lt;/a&gt;&lt;/p&gt;</description></item>",
                    site.url(&format!("/story/{number}")),
                    site.url("/more")
                )
            })
            .collect();
        let feed = format!("<rss version='2.0'><channel><title>Fuzz</title>{items}</channel></rss>");
        site.publish("/feed", Response::rss(feed));
        let mut home = Home { display: Display::start(1280, 800)?, folder, site, saved: String::new() };
        home.terminal(&package.terminal(), &["follow", &home.site.url("/feed")])?;
        let rows = home.terminal(&package.terminal(), &["ticker"])?;
        home.saved = rows[0]["id"].as_str().ok_or("the ticker is empty")?.to_owned();
        home.terminal(&package.terminal(), &["save", &home.saved])?;
        Ok(home)
    }

    fn terminal(&self, program: &Path, words: &[&str]) -> Result<Value, String> {
        let mut command = Command::new(program);
        command.arg("--json").args(words).env("STOPPRESS_PROFILE", self.folder.join("profile"));
        let output = command.output().map_err(|error| format!("could not start {}: {error}", program.display()))?;
        serde_json::from_slice(&output.stdout)
            .map_err(|_| format!("{words:?}: {}", String::from_utf8_lossy(&output.stderr).trim()))
    }

    fn open(&self, window: &Path) -> Result<Driver, String> {
        let mut path = std::ffi::OsString::from(self.folder.join("tools"));
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        let profile = self.folder.join("profile");
        let variables: [(&str, &Path); 6] = [
            ("STOPPRESS_PROFILE", &profile),
            ("HOME", self.folder.path()),
            ("XDG_DATA_HOME", &profile),
            ("XDG_CACHE_HOME", &profile),
            ("PATH", Path::new(&path)),
            ("XDG_CURRENT_DESKTOP", Path::new("X-Generic")),
        ];
        let pictures = std::env::var_os("STOPPRESS_PICTURES").map_or_else(std::env::temp_dir, PathBuf::from);
        std::fs::create_dir_all(&pictures).map_err(|error| error.to_string())?;
        let driver = Driver::start(self.display.name(), window, &variables, &pictures.join("boundary.log"))?;
        driver.wait("the headlines", "return document.querySelectorAll('[role=option]').length > 0", &[])?;
        Ok(driver)
    }

    /// Files of the person that are none of the app's business, with their content.
    fn outside(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        for name in ["documents", "tools"] {
            for entry in std::fs::read_dir(self.folder.join(name)).into_iter().flatten().filter_map(Result::ok) {
                files.insert(entry.path(), std::fs::read(entry.path()).unwrap_or_default());
            }
        }
        files
    }

    /// Arguments for one call: most parameters get something of their kind now and then, else anything.
    fn arguments(&self, dice: &mut Dice, parameters: &[String]) -> Value {
        match dice.roll(12) {
            0 => return dice.absurd(&self.folder),
            1 => return json!({ "raw": (0..dice.roll(3000)).map(|_| dice.roll(256)).collect::<Vec<_>>() }),
            _ => {}
        }
        let mut given = serde_json::Map::new();
        for name in parameters {
            let value = match (name.as_str(), dice.roll(3)) {
                (_, 0) => dice.absurd(&self.folder),
                ("id" | "feed", _) => json!(dice.roll(30).to_string()),
                ("ids" | "feeds", _) => {
                    json!((0..dice.roll(40)).map(|_| dice.roll(40).to_string()).collect::<Vec<_>>())
                }
                ("url", 1) => json!(self.site.url("/feed")),
                ("link" | "pick" | "newest" | "limit" | "days", _) => json!(dice.roll(5)),
                ("query", _) => json!({ "limit": dice.roll(9), "before": dice.roll(9).to_string(), "unread": true }),
                ("visible" | "askFirst" | "images", _) => json!(dice.roll(2) == 0),
                ("tags", _) => json!(["a", "b", dice.long()]),
                ("settings", _) => json!({ "theme": "dark", "density": dice.absurd(&self.folder) }),
                _ => dice.absurd(&self.folder),
            };
            given.insert(name.clone(), value);
        }
        Value::Object(given)
    }

    /// What must be true when every call was answered.
    fn look(&self, driver: &Driver, before: &BTreeMap<PathBuf, Vec<u8>>) -> Result<(), String> {
        let status = ask(driver, &[json!(["status", {}])])?;
        if status[0]["refused"] != false {
            return Err(format!("the window still answers, but: {status}"));
        }
        if driver.windows()? != 1 {
            return Err(format!("there is one window, but there are {}", driver.windows()?));
        }
        if &self.outside() != before {
            return Err("files of the person were changed".to_owned());
        }
        let opened = std::fs::read_to_string(self.folder.join("opened")).unwrap_or_default();
        for line in opened.lines() {
            let address = line.strip_prefix("1 ").unwrap_or_default();
            let folder = self.folder.path().to_string_lossy();
            let own_folder = address.starts_with(&*folder);
            if !own_folder && !["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme)) {
                return Err(format!("the system was asked to open {line:?}"));
            }
        }
        let log = std::fs::read_to_string(self.folder.join("profile/stoppress.log")).unwrap_or_default();
        match log.lines().find(|line| line.contains("panicked")) {
            Some(line) => Err(format!("nothing panics, but: {line}")),
            None => Ok(()),
        }
    }

    /// The saved article is there, or an undo brings it back, and the library is sound.
    fn saved_is_there(&self, terminal: &Path) -> Result<(), String> {
        let sound = self.terminal(terminal, &["check"])?;
        if sound["ok"] != true {
            return Err(format!("the library is sound, but: {sound}"));
        }
        for _ in 0..20_000 {
            let saved = self.terminal(terminal, &["saved"])?;
            if saved.as_array().into_iter().flatten().any(|one| one["id"] == self.saved.as_str()) {
                return Ok(());
            }
            if self.terminal(terminal, &["undo"])?["action"].is_null() {
                break;
            }
        }
        Err("the saved article is gone and no undo brings it back".to_owned())
    }
}

/// The same numbers in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides.max(1)
    }

    fn long(&mut self) -> String {
        let piece = ["a", "\u{0}", "’", "<b>", "%00", "\u{202e}", "𝕏", "../", "\"", "{{"][self.roll(10)];
        piece.repeat([1, 300, 70_000][self.roll(3)])
    }

    /// Something that no command asks for.
    fn absurd(&mut self, folder: &TemporaryFolder) -> Value {
        match self.roll(18) {
            0 => Value::Null,
            1 => json!(-1),
            2 => json!(1e308),
            3 => json!(18_446_744_073_709_551_615_u64),
            4 => json!("9223372036854775808"),
            5 => json!("-1"),
            6 => json!(self.long()),
            7 => json!("file:///etc/passwd"),
            8 => json!("javascript:alert(1)"),
            9 => json!(folder.join("documents/letter.txt").display().to_string()),
            10 => json!({ "__proto__": { "polluted": true }, "constructor": 1 }),
            11 => (0..200).fold(json!("deep"), |inner, _| json!([inner])),
            12 => json!(vec!["1"; 20_000]),
            13 => json!(["1", 2, null, {}, []]),
            14 => json!(""),
            15 => json!(true),
            16 => json!("http://127.0.0.1:1/"),
            _ => json!("' OR 1=1; DROP TABLE saved; --"),
        }
    }
}
