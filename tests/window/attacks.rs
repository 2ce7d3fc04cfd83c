//! Hostile HTML in the real window: every vector in a story of its own, opened, clicked and looked at.
//!
//! `cargo dev test` runs a hundred, `cargo dev torture attacks` all, against four builds: as shipped, with either wall taken
//! away, and with both, where the detector must find plenty or it proves nothing. By hand:
//! `STOPPRESS_BIN=target/debug STOPPRESS_ATTACKS=100 cargo test -p stoppress-tests --test window attacks -- --nocapture`.
//!
//! `STOPPRESS_ATTACKS` is how many vectors, or `all`, or a part of their names; `STOPPRESS_WALLS` says what the build lacks:
//! nothing, `no-cleaner`, `no-csp`, or `no-cleaner,no-csp`.

mod feed;
mod vectors;

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant, SystemTime};

use serde_json::{Value, json};
use stoppress_support::{Display, Driver, Site, TemporaryFolder};

use crate::package::Package;
use feed::Story;
use vectors::Vector;

/// Stories in one window. A window that reads more of them takes as long; one that breaks loses fewer.
const BATCH: usize = 200;
/// Where a dialog may end a batch early, batches are small.
const CONTROL_BATCH: usize = 15;
/// How many own vectors must be seen acting where no wall but the last one stands.
const CONTROL: usize = 20;
/// How many things that vectors did are printed.
const SHOWN: usize = 400;
/// What acts late, acts within this time of the last click. The one wait of a fixed length: that nothing happens cannot be
/// asked for.
const AFTERMATH: Duration = Duration::from_millis(60);

/// Which walls the build under attack has. The third, the contained root with its listener and the guard of navigation,
/// stands always.
#[derive(Clone, Copy)]
struct Walls {
    cleaner: bool,
    csp: bool,
}

/// How the vectors reach the reader.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// In a feed that is followed.
    Feed,
    /// In pages that are saved by their addresses, so that their full text is taken.
    Page,
    /// In comments on stories.
    Comment,
}

/// One thing that a vector did.
struct Finding {
    /// The vector in the body of the story that was open.
    id: String,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    /// Script ran, or something that only script or a stranger's document makes appeared.
    Executed,
    /// The web view asked the network for something.
    Left,
    /// The window went elsewhere, was loaded anew, or another one opened.
    Navigated,
    /// The system's opener got something other than a web or mail address.
    Opened,
    /// The cleaner let something through that is not on its list.
    Remained,
    /// The window did not answer any more, or showed no story.
    Broke,
}

#[test]
fn attacks_do_nothing_in_the_window() {
    let Ok(wish) = std::env::var("STOPPRESS_ATTACKS") else {
        println!("skipped: attacks in the window: STOPPRESS_ATTACKS is not set; cargo dev test sets it");
        return;
    };
    if let Err(sentence) = attack(&wish) {
        panic!("{sentence}");
    }
}

fn attack(wish: &str) -> Result<(), String> {
    let lacking = std::env::var("STOPPRESS_WALLS").unwrap_or_default();
    let walls = Walls { cleaner: !lacking.contains("no-cleaner"), csp: !lacking.contains("no-csp") };
    let control = !walls.cleaner && !walls.csp;
    let vectors = chosen(wish, control)?;
    let began = Instant::now();
    let package = Package::install()?;
    let mut siege = Siege::begin(walls, package.window(), package.terminal())?;
    // One format a batch.
    let (plain, odd): (Vec<_>, Vec<_>) = vectors.iter().cloned().partition(Vector::fits_xml);
    let size = if control { CONTROL_BATCH } else { BATCH };
    let fed = plain.chunks(size).chain(odd.chunks(size)).map(|batch| (Way::Feed, batch));
    // The control has shown by then that the detector sees.
    let others = if control { &[][..] } else { &vectors[..] };
    let others =
        [Way::Page, Way::Comment].into_iter().flat_map(|way| others.chunks(size).map(move |batch| (way, batch)));
    for (way, batch) in fed.chain(others) {
        siege.way = way;
        match siege.batch(batch) {
            // Without walls a payload may open a dialog of its own before the recorder stands in the way: it acts, which is
            // all that the control has to see, and the other batches go on in a new window.
            Err(sentence) if control && sentence.contains("alert open") => siege.dialogs += 1,
            outcome => outcome?,
        }
        println!("  {} stories after {} s", siege.pokes, began.elapsed().as_secs());
    }
    let words = siege.summary(vectors.len(), began.elapsed());
    println!("  {words}");
    if siege.dialogs > 0 {
        println!("  {} batches of the control ended at a dialog", siege.dialogs);
    }
    package.remove()?;
    if !walls.cleaner && siege.strange == 0 && vectors.len() >= CONTROL {
        return Err("the build is said to lack the cleaner, but nothing reaches the page that it would drop".to_owned());
    }
    if control {
        let acted = siege.vectors_of(&[Kind::Executed, Kind::Left, Kind::Navigated]);
        let own = acted
            .iter()
            .filter(|id| !id.contains("bluemonday/") && !id.contains("dompurify/") && !id.contains("ammonia/"))
            .count();
        let least = CONTROL.min(vectors.len() / 4);
        return match own >= least {
            true => Ok(()),
            false => Err(format!(
                "the detector sees {own} own vectors act without walls, {least} are the least: it proves nothing"
            )),
        };
    }
    if siege.findings.is_empty() { Ok(()) } else { Err(format!("no vector does anything, but: {words}")) }
}

/// The vectors that were asked for. The control needs own ones only: what they do is known.
fn chosen(wish: &str, control: bool) -> Result<Vec<Vector>, String> {
    let own = vectors::own()?;
    let corpus = vectors::corpus()?;
    if corpus.is_none() {
        println!("skipped: the attacks of other projects: no shared corpus here");
    }
    let corpus = corpus.unwrap_or_default();
    Ok(match wish.parse::<usize>() {
        Ok(count) => {
            let from_corpus = if control || corpus.is_empty() { 0 } else { count * 2 / 5 };
            let mut vectors = vectors::spread(&own, count - from_corpus);
            vectors.extend(vectors::spread(&corpus, from_corpus));
            vectors
        }
        Err(_) if wish == "all" => own.into_iter().chain(corpus).collect(),
        Err(_) => own.into_iter().chain(corpus).filter(|vector| vector.id.contains(wish)).collect(),
    })
}

/// What lasts through one build's attacks.
struct Siege {
    walls: Walls,
    way: Way,
    window: PathBuf,
    terminal: PathBuf,
    display: Display,
    /// Where the vectors' addresses lead. Nobody may ask it.
    canary: Site,
    /// The proxy the web view is told to use, so that names nobody can resolve are seen too. Nobody may ask it.
    proxy: Site,
    tools: TemporaryFolder,
    log: PathBuf,
    findings: Vec<Finding>,
    /// Connections seen at the canary and at the proxy so far.
    asked: (usize, usize),
    opened: usize,
    refused: usize,
    pokes: usize,
    left_for: usize,
    elements: u64,
    /// Elements beside the cleaner's list.
    strange: u64,
    windows: usize,
    /// Batches of the control that a dialog ended.
    dialogs: usize,
}

impl Siege {
    fn begin(walls: Walls, window: PathBuf, terminal: PathBuf) -> Result<Siege, String> {
        let tools = TemporaryFolder::new("opener");
        let recorder = tools.join("xdg-open");
        let list = tools.join("opened");
        std::fs::write(&recorder, format!("#!/bin/sh\nprintf '%s %s\\n' \"$#\" \"$*\" >> '{}'\n", list.display()))
            .and_then(|()| std::fs::set_permissions(&recorder, std::fs::Permissions::from_mode(0o755)))
            .map_err(|error| format!("could not write {}: {error}", recorder.display()))?;
        let pictures = std::env::var_os("STOPPRESS_PICTURES").map_or_else(std::env::temp_dir, PathBuf::from);
        std::fs::create_dir_all(&pictures)
            .map_err(|error| format!("could not make {}: {error}", pictures.display()))?;
        let name = match (walls.cleaner, walls.csp) {
            (true, true) => "attacks.log",
            (false, true) => "attacks-no-cleaner.log",
            (true, false) => "attacks-no-csp.log",
            (false, false) => "attacks-control.log",
        };
        Ok(Siege {
            walls,
            way: Way::Feed,
            window,
            terminal,
            display: Display::start(1440, 900)?,
            canary: Site::start(),
            proxy: Site::start(),
            tools,
            log: pictures.join(name),
            findings: Vec::new(),
            asked: (0, 0),
            opened: 0,
            refused: 0,
            pokes: 0,
            left_for: 0,
            elements: 0,
            strange: 0,
            windows: 0,
            dialogs: 0,
        })
    }

    /// Attacks with these; a window that breaks is replaced, and what is left goes on in the next.
    fn batch(&mut self, vectors: &[Vector]) -> Result<(), String> {
        let mut left = vectors;
        while !left.is_empty() {
            let done = self.window(left)?;
            left = &left[done..];
        }
        Ok(())
    }

    /// One profile, one feed, one window. Returns how many stories were dealt with, the one that broke it included.
    fn window(&mut self, vectors: &[Vector]) -> Result<usize, String> {
        let site = Site::start();
        let profile = TemporaryFolder::new("attacked");
        let (canary, home) = (self.canary.address().to_string(), site.address().to_string());
        let stories = feed::stories(vectors);
        // The program fetches a story's images, and the system's proxy is its way, too: only the web view is to be seen there.
        self.terminal(&["proxy", "direct"], profile.path())?;
        match self.way {
            Way::Feed => site.publish("/feed", feed::feed(&stories, &canary, &home, SystemTime::now())),
            Way::Comment => {
                site.publish("/feed", feed::discussed(&stories, &site, SystemTime::now()));
                for story in &stories {
                    site.publish(&format!("/comments/{}", story.number), feed::comments(story, &canary, &home));
                }
            }
            Way::Page => {
                site.publish("/feed", feed::feed(&stories[..1], &canary, &home, SystemTime::now()));
                // The last saved is the first of the list.
                for story in stories.iter().rev() {
                    let path = format!("/page/{}", story.number);
                    site.publish(&path, feed::page(story, &canary, &home));
                    self.terminal(&["save", &site.url(&path)], profile.path())?;
                }
            }
        }
        self.terminal(&["follow", &site.url("/feed")], profile.path())?;
        site.forget_requests();
        let driver = self.open(profile.path())?;
        self.windows += 1;
        let mut done = 0;
        for story in &stories {
            done += 1;
            let before = self.findings.len();
            let lost = match self.story(&driver, story) {
                Ok(lost) => lost,
                Err(trouble) => {
                    self.find(story, Kind::Broke, first_line(&trouble));
                    true
                }
            };
            self.network(story, &site);
            self.opener(story);
            // A page that was changed by a stranger is no page to go on with, whatever it still shows.
            let gone =
                self.findings[before..].iter().any(|finding| matches!(finding.kind, Kind::Navigated | Kind::Broke));
            if lost || gone {
                break;
            }
        }
        let _ = driver.quit();
        end(profile.path());
        let log = std::fs::read_to_string(profile.join("stoppress.log")).unwrap_or_default();
        self.left_for += log.matches("tried to leave").count();
        let printed = std::fs::read_to_string(&self.log).unwrap_or_default();
        if let Some(panic) = printed.lines().find(|line| line.contains("panicked at")) {
            return Err(format!("nothing panics behind the window, but: {panic}"));
        }
        Ok(done)
    }

    /// Opens one story, does to it what a hand can do, and looks. `true`: the page is not the one it was.
    fn story(&mut self, driver: &Driver, story: &Story<'_>) -> Result<bool, String> {
        let poked = turn_to(driver, story.number, self.way)?;
        if poked["lost"] == true {
            self.find(story, Kind::Navigated, "the page was loaded anew".to_owned());
            return Ok(true);
        }
        self.elements += poked["elements"].as_u64().unwrap_or_default();
        self.pokes += 1;
        let acted = driver.perform(by_hand(&poked["places"]));
        if let Err(trouble) = acted {
            // A place that has moved out of the window meanwhile is no finding; a dialog is.
            if trouble.contains("alert") {
                self.find(story, Kind::Executed, first_line(&trouble));
            } else if !trouble.contains("out of bounds") {
                return Err(trouble);
            }
        }
        std::thread::sleep(AFTERMATH);
        let look = || driver.script(LOOK, &[json!(self.walls.cleaner)]);
        let seen = match look() {
            Err(trouble) if trouble.contains("alert") => {
                let found = first_line(&trouble);
                let seen = look()?;
                self.find(story, Kind::Executed, found);
                seen
            }
            seen => seen?,
        };
        for what in seen["happened"].as_array().into_iter().flatten() {
            self.find(story, Kind::Executed, what.as_str().unwrap_or_default().to_owned());
        }
        for what in seen["remains"].as_array().into_iter().flatten() {
            self.find(story, Kind::Remained, what.as_str().unwrap_or_default().to_owned());
        }
        self.strange += seen["strange"].as_u64().unwrap_or_default();
        let refused: Vec<&str> = seen["refused"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        self.refused += refused.len();
        // What the cleaner leaves gives the policy nothing to do.
        if self.walls.cleaner && !refused.is_empty() {
            self.find(story, Kind::Remained, format!("the page's policy had to refuse {refused:?}"));
        }
        if let Some(address) = seen["address"].as_str() {
            self.find(story, Kind::Navigated, address.to_owned());
        }
        let lost = seen["lost"] == true;
        if lost {
            self.find(story, Kind::Navigated, "the page was loaded anew or emptied".to_owned());
        }
        let windows = driver.windows()?;
        if windows != 1 {
            self.find(story, Kind::Navigated, format!("there are {windows} windows"));
        }
        Ok(lost)
    }

    /// Whether anybody asked the canary or the proxy, or the web view asked the feed's own site.
    fn network(&mut self, story: &Story<'_>, site: &Site) {
        let (at_canary, at_proxy) = (self.canary.connections(), self.proxy.connections());
        // Both: a bare connection carries no request, and a request may come on a connection that is open already.
        let paths: BTreeSet<String> = self.canary.requests().into_iter().map(|request| request.path).collect();
        if at_canary > self.asked.0 || !paths.is_empty() {
            self.canary.forget_requests();
            let count = at_canary - self.asked.0;
            self.find(story, Kind::Left, format!("{count} new connections to the canary, for {paths:?}"));
        }
        if at_proxy > self.asked.1 {
            let count = at_proxy - self.asked.1;
            self.find(story, Kind::Left, format!("{count} connections to the web view's proxy"));
        }
        self.asked = (at_canary, at_proxy);
        let own = |request: &stoppress_support::Request| {
            request.header("user-agent").is_some_and(|agent| !agent.contains("WebKit") && !agent.contains("Mozilla"))
        };
        let strangers: Vec<String> =
            site.requests().into_iter().filter(|request| !own(request)).map(|request| request.path).collect();
        if !strangers.is_empty() {
            site.forget_requests();
            self.find(story, Kind::Left, format!("the web view asked the feed's own site for {strangers:?}"));
        }
    }

    /// What the system's opener was called with since the last look.
    fn opener(&mut self, story: &Story<'_>) {
        let list = std::fs::read_to_string(self.tools.join("opened")).unwrap_or_default();
        let lines: Vec<String> = list.lines().map(str::to_owned).collect();
        for line in lines.iter().skip(self.opened) {
            let address = line.strip_prefix("1 ").unwrap_or_default();
            if !["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme)) {
                self.find(story, Kind::Opened, line.clone());
            }
        }
        self.opened = lines.len();
    }

    fn find(&mut self, story: &Story<'_>, kind: Kind, what: String) {
        // As it happens, for who waits; a window that breaks says why at once.
        if self.findings.len() < SHOWN {
            println!("  {kind:?} {}: {what} ({})", story.body.id, story.names());
        }
        self.findings.push(Finding { id: story.body.id.clone(), kind });
    }

    fn terminal(&self, words: &[&str], profile: &Path) -> Result<(), String> {
        let mut command = Command::new(&self.terminal);
        command.arg("--json").args(words).env("STOPPRESS_PROFILE", profile);
        let output =
            command.output().map_err(|error| format!("could not start {}: {error}", self.terminal.display()))?;
        if output.status.success() {
            return Ok(());
        }
        Err(format!(
            "stoppress-cli {words:?} ended with {}: {}",
            output.status,
            String::from_utf8_lossy(&output.stderr).trim()
        ))
    }

    fn open(&self, profile: &Path) -> Result<Driver, String> {
        let mut path = std::ffi::OsString::from(self.tools.path());
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        let proxy = PathBuf::from(self.proxy.url(""));
        let variables: [(&str, &Path); 10] = [
            ("STOPPRESS_PROFILE", profile),
            ("PATH", Path::new(&path)),
            ("http_proxy", &proxy),
            ("https_proxy", &proxy),
            ("ftp_proxy", &proxy),
            ("no_proxy", Path::new("127.0.0.1,localhost,::1")),
            // Nobody's folders are written, and no desktop is asked who opens an address.
            // What the web view remembers of another profile would open a story by itself.
            ("XDG_DATA_HOME", profile),
            ("XDG_CONFIG_HOME", profile),
            ("XDG_CACHE_HOME", self.tools.path()),
            ("XDG_CURRENT_DESKTOP", Path::new("X-Generic")),
        ];
        let driver = Driver::start(self.display.name(), &self.window, &variables, &self.log)?;
        driver.resize(1440, 900)?;
        if self.way == Way::Page {
            let saved = driver.element("nav button, nav a", Some("Saved"))?;
            driver.click(&saved)?;
        }
        driver.wait("the headlines", "return document.querySelectorAll('[role=option]').length > 0", &[])?;
        driver.script(WATCH, &[])?;
        let policy = has_policy(&driver)?;
        if policy != self.walls.csp {
            let word = if policy { "has" } else { "lacks" };
            return Err(format!("{} {word} the page's policy, other than STOPPRESS_WALLS says", self.window.display()));
        }
        Ok(driver)
    }

    fn vectors_of(&self, kinds: &[Kind]) -> BTreeSet<&str> {
        self.findings.iter().filter(|found| kinds.contains(&found.kind)).map(|found| found.id.as_str()).collect()
    }

    fn summary(&self, count: usize, took: Duration) -> String {
        let of = |kind| self.vectors_of(&[kind]).len();
        format!(
            "{count} vectors, {} stories opened in {} windows, {} elements of their bodies touched: {} executed, {} left the app, \
             {} navigated, {} opened what they may not, {} remained beside the list, {} broke the window; {} loads refused by the \
             policy, {} navigations by the guard; {} web and mail addresses given to the opener; {} s",
            self.pokes,
            self.windows,
            self.elements,
            of(Kind::Executed),
            of(Kind::Left),
            of(Kind::Navigated),
            of(Kind::Opened),
            of(Kind::Remained),
            of(Kind::Broke),
            self.refused,
            self.left_for,
            self.opened,
            took.as_secs(),
        )
    }
}

/// Whether the page's policy is in force: it refuses an image that stands in its own address.
fn has_policy(driver: &Driver) -> Result<bool, String> {
    const PATIENCE: Duration = Duration::from_secs(2);
    driver.script("new Image().src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='", &[])?;
    let deadline = Instant::now() + PATIENCE;
    while Instant::now() < deadline {
        if driver.script("return stoppressWatch.refused.splice(0).length > 0", &[])? == json!(true) {
            return Ok(true);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Ok(false)
}

/// Ends what is left of the app over this profile: a window that hangs outlives its driver.
fn end(profile: &Path) {
    let wanted = format!("STOPPRESS_PROFILE={}", profile.display()).into_bytes();
    for entry in std::fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok) {
        let variables = std::fs::read(entry.path().join("environ")).unwrap_or_default();
        if variables.split(|byte| *byte == 0).any(|variable| variable == wanted) {
            let _ = Command::new("kill").arg("-9").arg(entry.file_name()).output();
        }
    }
}

/// Goes to a story by the keys a reader has, and pokes it once it is drawn.
fn turn_to(driver: &Driver, number: usize, way: Way) -> Result<Value, String> {
    const PATIENCE: Duration = Duration::from_secs(4);
    const BETWEEN_QUESTIONS: Duration = Duration::from_millis(15);
    let text = if way == Way::Comment { "#article section li *" } else { "#article article *" };
    let mark = [json!(feed::mark(number)), json!(text)];
    let mut key = if number == 0 { "\u{E011}" } else { "j" };
    for _ in 0..4 {
        // A click on a picture has opened it over the window, one beside the text has begun a tag: as it should be.
        let is_covered = "document.activeElement?.closest('input')?.blur();
            return document.querySelector('dialog[open], [popover]:popover-open') !== null";
        if driver.script(is_covered, &[])? == json!(true) {
            driver.press("\u{E00C}")?;
        }
        driver.press(key)?;
        if way == Way::Comment {
            let shown = "return document.querySelector('#article h1')?.textContent.startsWith(arguments[0]) ?? false";
            driver.wait("the story whose comments are opened", shown, &mark[..1])?;
            driver.press("c")?;
        }
        let deadline = Instant::now() + PATIENCE;
        while Instant::now() < deadline {
            let poked = driver.script(POKE, &mark)?;
            if !poked.is_null() {
                return Ok(poked);
            }
            std::thread::sleep(BETWEEN_QUESTIONS);
        }
        let shown = driver.script("return document.querySelector('#article h1')?.textContent ?? ''", &[])?;
        let shown = shown.as_str().and_then(|title| title.get(3..7)).and_then(|digits| digits.parse::<usize>().ok());
        key = match shown {
            Some(shown) if shown < number => "j",
            Some(shown) if shown > number => "k",
            // It has the right headline and no text: show it anew.
            Some(_) => "o",
            None => "\u{E011}",
        };
    }
    let instead = "return (document.querySelector('#article h1')?.textContent ?? 'none') + '; over it '
        + [...document.querySelectorAll('dialog[open], [popover]:popover-open')].map((box) => box.textContent.slice(0, 80))
        + '; the focus on ' + document.activeElement?.outerHTML.slice(0, 120)";
    Err(format!("story {number} is not shown, but {}", driver.script(instead, &[])?))
}

/// One hand: Enter where the last poke left the focus, a click and a middle click at each place, and the keys that open
/// the story's page and its comments.
fn by_hand(places: &Value) -> Value {
    let mut mouse: Vec<Value> = vec![json!({"type": "pause"}), json!({"type": "pause"})];
    for place in places.as_array().into_iter().flatten() {
        mouse.push(json!({"type": "pointerMove", "x": place[0], "y": place[1], "duration": 0}));
        for button in [0, 1] {
            mouse.push(json!({"type": "pointerDown", "button": button}));
            mouse.push(json!({"type": "pointerUp", "button": button}));
        }
    }
    let mut keys: Vec<Value> =
        vec![json!({"type": "keyDown", "value": "\u{E007}"}), json!({"type": "keyUp", "value": "\u{E007}"})];
    keys.extend(mouse[2..].iter().map(|_| json!({"type": "pause"})));
    for key in ["v", "c"] {
        keys.push(json!({"type": "keyDown", "value": key}));
        keys.push(json!({"type": "keyUp", "value": key}));
    }
    json!([
        {"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": mouse},
        {"type": "key", "id": "keyboard", "actions": keys}
    ])
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().take(200).collect()
}

const WATCH: &str = include_str!("attacks/watch.js");
const POKE: &str = include_str!("attacks/poke.js");
const LOOK: &str = include_str!("attacks/look.js");
