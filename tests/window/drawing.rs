//! A window that is not drawn, and a web process that ends.
//!
//! What a broken driver does to the page is done here to its process: it is stopped before it has drawn, or killed while an
//! article is read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use stoppress_support::picture::Picture;
use stoppress_support::{Display, Newsroom, TemporaryFolder};

use crate::package::{Package, is_named};
use crate::stage::Stage;

const PAPER: &str = "the-lantern";
const STORY: &str = "Central bank leaves rates alone and says little about spring";
const PASSAGE: &str = "short statements are easier to translate";
/// Longer than the program waits for its first picture.
const PATIENCE: Duration = Duration::from_secs(120);
const AGAIN: &str = "the program starts again and draws it without a graphics card";
const EITHER: &str = "the window shows nothing, without a graphics card as with one";
const PAINTED: &str = "first rows painted";

#[test]
fn a_window_that_stays_empty_starts_again_once_without_the_graphics_card_and_says_so() {
    if !is_named("drawing") {
        return;
    }
    let (once, always) = std::thread::scope(|scope| {
        let once = scope.spawn(|| empty(1));
        let always = scope.spawn(|| empty(2));
        (once.join(), always.join())
    });
    for outcome in [once, always] {
        if let Err(sentence) = outcome.expect("the journey ends") {
            panic!("{sentence}");
        }
    }
}

#[test]
fn a_web_process_that_is_killed_comes_back_with_the_same_article() {
    if is_named("drawing")
        && let Err(sentence) = killed()
    {
        panic!("{sentence}");
    }
}

/// Starts the app and stops its web process before it draws, in as many of its starts; then looks what became of it.
fn empty(starts: usize) -> Result<(), String> {
    let package = Package::unpacked()?;
    let display = Display::start(1280, 800)?;
    let folder = TemporaryFolder::new("empty");
    let profile = folder.join("profile");
    let app = App::start(&package, &display, &profile)?;
    let log = profile.join("stoppress.log");
    let mut stopped = Vec::new();
    for _ in 0..starts {
        let process = until("a web process", || app.web_process().filter(|process| !stopped.contains(process)))?;
        signal("STOP", process)?;
        stopped.push(process);
        if said(&log).contains(PAINTED) {
            return Err("the web process was stopped too late to show anything".into());
        }
        let sentence = if stopped.len() == 1 { AGAIN } else { EITHER };
        until(sentence, || said(&log).contains(sentence).then_some(()))?;
    }
    let again = said(&log).matches(AGAIN).count();
    if again != 1 {
        return Err(format!("it starts again once, not {again} times"));
    }
    if starts > 1 {
        return Ok(());
    }
    until("the first picture", || said(&log).contains(PAINTED).then_some(()))?;
    let surroundings = fs::read(format!("/proc/{}/environ", app.0.id())).map_err(|error| error.to_string())?;
    let surroundings = String::from_utf8_lossy(&surroundings).into_owned();
    for variable in ["STOPPRESS_ACCELERATION=never", "WEBKIT_DISABLE_DMABUF_RENDERER=1"] {
        if !surroundings.split('\0').any(|one| one == variable) {
            return Err(format!("it is drawn without a graphics card, but {variable} is not set"));
        }
    }
    // Told: the page has asked, so the note says that it is no news any more.
    let note = profile.join("drawing.txt");
    until("the reader to be told", || (!fs::read_to_string(&note).ok()?.contains("not told")).then_some(()))?;
    let pids = stopped.iter().filter(|process| Path::new(&format!("/proc/{process}")).exists());
    let left: Vec<_> = pids.filter(|process| !is_ended(**process)).collect();
    if !left.is_empty() {
        return Err(format!("nothing is left of the process that hung, but {left:?} is"));
    }
    Ok(())
}

/// Kills the web process while an article is read: the same picture comes back.
fn killed() -> Result<(), String> {
    let stage = Stage::set("killed")?;
    let newsroom = Newsroom::open(SystemTime::now());
    stage.terminal(&["follow", &newsroom.home(PAPER)])?;
    let window = stage.open()?;
    window.0.click(&window.row(STORY)?)?;
    window.wait_for_article(STORY, PASSAGE)?;
    window.wait_for_pictures()?;
    let (before, _) = stage.display.settled_picture(PATIENCE)?;
    let log = stage.home.join("data/org.stoppress.StopPress/stoppress.log");
    let painted = said(&log).matches(PAINTED).count();
    let owner = until("the app", || process_called("stoppress", None, &stage.home))?;
    let process = until("its web process", || process_called("WebKitWebProces", Some(owner), &stage.home))?;
    signal("KILL", process)?;
    until("the window to be loaded again", || (said(&log).matches(PAINTED).count() > painted).then_some(()))?;
    let other = until("another web process", || process_called("WebKitWebProces", Some(owner), &stage.home))?;
    if other == process {
        return Err("a new process takes the place of the killed one".into());
    }
    // WebKitWebDriver has lost its session with the process, so it is the screen that tells.
    let mut share = 0.0;
    until("the same article on the screen", || {
        let (after, _) = stage.display.settled_picture(PATIENCE).ok()?;
        share = same(&before, &after);
        (share > 0.98).then_some(())
    })
    .map_err(|sentence| {
        format!("{sentence}: {share:.3} of it is as before; see {}", stage.photograph("after").display())
    })?;
    println!("  {:.1} % of the article's side of the screen is as before", share * 100.0);
    stage.is_calm()
}

/// The share of the article's side of the screen that is the same. What stood under the pointer in the list is lit before only.
fn same(one: &Picture, other: &Picture) -> f64 {
    let side = |picture: &Picture| picture.crop(one.width / 2, 0, one.width / 2, one.height);
    let (one, other) = (side(one), side(other));
    let places = (0..one.height).flat_map(|y| (0..one.width).map(move |x| (x, y)));
    let equal = places.filter(|(x, y)| one.pixel(*x, *y) == other.pixel(*x, *y)).count();
    equal as f64 / (one.width * one.height) as f64
}

/// The app, ended with its web process at the end.
struct App(Child);

impl App {
    fn start(package: &Package, display: &Display, profile: &Path) -> Result<App, String> {
        let started = Command::new(package.window())
            .env("STOPPRESS_PROFILE", profile)
            .env("DISPLAY", display.name())
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("STOPPRESS_ACCELERATION")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        started.map(App).map_err(|error| format!("the app could not be started: {error}"))
    }

    fn web_process(&self) -> Option<u32> {
        children(self.0.id()).into_iter().find(|child| name_of(*child) == "WebKitWebProces" && !is_ended(*child))
    }
}

impl Drop for App {
    fn drop(&mut self) {
        for child in children(self.0.id()) {
            let _ = signal("KILL", child);
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn said(log: &Path) -> String {
    fs::read_to_string(log).unwrap_or_default()
}

fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> Result<T, String> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return Ok(found);
        }
        if Instant::now() > deadline {
            return Err(format!("waited for {what} in vain"));
        }
        // Short: a web process draws within moments.
        std::thread::sleep(Duration::from_millis(3));
    }
}

fn signal(name: &str, process: u32) -> Result<(), String> {
    let status = Command::new("kill").arg(format!("-{name}")).arg(process.to_string()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        other => Err(format!("process {process} could not be sent {name}: {other:?}")),
    }
}

/// The state and the parent of a process.
fn state_of(process: u32) -> Option<(char, u32)> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut words = text.rsplit(") ").next()?.split(' ');
    Some((words.next()?.chars().next()?, words.next()?.parse().ok()?))
}

fn is_ended(process: u32) -> bool {
    state_of(process).is_none_or(|(state, _)| matches!(state, 'Z' | 'X'))
}

fn name_of(process: u32) -> String {
    fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default().trim().to_owned()
}

fn processes() -> Vec<u32> {
    let entries = fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
    entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}

fn children(owner: u32) -> Vec<u32> {
    processes().into_iter().filter(|process| state_of(*process).is_some_and(|(_, parent)| parent == owner)).collect()
}

/// A running process of this name, of this owner where one is given, with this home: other windows are none of ours.
fn process_called(name: &str, owner: Option<u32>, home: &TemporaryFolder) -> Option<u32> {
    let wanted: PathBuf = home.join("data");
    let wanted = format!("XDG_DATA_HOME={}", wanted.display());
    processes().into_iter().find(|process| {
        let surroundings = fs::read(format!("/proc/{process}/environ")).unwrap_or_default();
        name_of(*process) == name
            && !is_ended(*process)
            && owner.is_none_or(|owner| state_of(*process).is_some_and(|(_, parent)| parent == owner))
            && String::from_utf8_lossy(&surroundings).split('\0').any(|one| one == wanted)
    })
}
