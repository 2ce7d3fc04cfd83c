//! News pours in while somebody reads: five hundred stories at random places of time, in bursts, and the row under the eye
//! stays where it is, in every frame.
//!
//! `STOPPRESS_SEED` repeats a run. By hand:
//! `STOPPRESS_BIN=target/debug cargo test -p stoppress-tests --test window news_pours_in -- --nocapture`.

use std::fmt::Write as _;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::json;
use stoppress_support::{Response, Site, rfc3339};

use crate::stage::Stage;
use crate::window::Window;

/// Newspapers, so that no burst is one source's alone.
const PAPERS: usize = 6;
/// Stories of each when the window opens.
const BEFORE: usize = 50;
/// Stories that come while it is open.
const ARRIVALS: usize = 500;
/// Most stories at once.
const BURST: usize = 24;
/// How far back a late story may be dated and still stand at its time (RULES.md): 48 hours, less what the test may take.
const LATE: u64 = 40 * 3600;

#[test]
fn news_pours_in_and_the_row_under_the_eye_stays() {
    let seed = std::env::var("STOPPRESS_SEED").ok().and_then(|text| text.parse().ok());
    let seed = seed.unwrap_or_else(|| SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |now| now.as_secs()));
    println!("  seed {seed}");
    if let Err(sentence) = Flood::begin(seed).and_then(Flood::run) {
        panic!("{sentence} The seed was {seed}.");
    }
}

struct Flood {
    stage: Stage,
    site: Site,
    /// The items of each newspaper, newest last.
    papers: Vec<String>,
    /// Stories that the library must have.
    stories: usize,
    dice: u64,
}

impl Flood {
    fn begin(seed: u64) -> Result<Flood, String> {
        let (stage, site) = (Stage::set("live")?, Site::start());
        let mut flood = Flood { stage, site, papers: vec![String::new(); PAPERS], stories: 0, dice: seed };
        let now = SystemTime::now();
        for paper in 0..PAPERS {
            for index in 0..BEFORE {
                let ago = LATE / BEFORE as u64 * index as u64 + flood.roll(600) as u64;
                flood.write(paper, now - Duration::from_secs(ago));
            }
            flood.print(paper);
            let feed = flood.site.url(&format!("/{paper}"));
            flood.stage.terminal(&["follow", &feed])?;
        }
        Ok(flood)
    }

    fn run(mut self) -> Result<(), String> {
        let window = self.stage.open()?;
        self.wait_for_all(&window)?;
        let (mut arrived, mut bursts, mut commits) = (0, 0, 0);
        while arrived < ARRIVALS {
            if bursts % 9 == 0 {
                self.other_density(&window, bursts / 9)?;
            }
            self.scroll_somewhere(&window)?;
            let count = (1 + self.roll(BURST)).min(ARRIVALS - arrived);
            window.0.script(WATCH, &[])?;
            self.publish(count)?;
            self.wait_for_all(&window)?;
            self.stays(&window, &format!("after {arrived} and a burst of {count}"))?;
            (arrived, bursts) = (arrived + count, bursts + 1);
            if bursts % 6 == 0 {
                self.leaves_and_returns(&window)?;
            }
            // What waits comes in when the reader asks: the list is at its top then, and nothing waits.
            if self.roll(3) == 0 || self.waiting(&window)? > 60 {
                window.0.press(".")?;
                let done = "return !document.querySelector('#stories .pill') && (document.querySelector(arguments[0]) !== null)";
                window.0.wait("the pill to be gone", done, &[json!("#stories [aria-posinset='1']")])?;
                commits += 1;
            }
        }
        self.leaves_at_once(&window)?;
        self.goes_on_at_once(&window)?;
        println!(
            "  {arrived} stories in {bursts} bursts, {commits} times let in: the row under the eye moved 0 pixels"
        );
        window.0.quit()?;
        self.stage.is_calm()
    }

    /// Brings a random place of the list into view, by the wheel's way: the scroller itself.
    fn scroll_somewhere(&mut self, window: &Window) -> Result<(), String> {
        let part = 5 + self.roll(85);
        let script = "const box = scroller(); const most = box.scrollHeight - box.clientHeight;
            box.scrollTop = Math.round(most * arguments[0] / 100); return true;";
        // At its top the list lets stories in by itself, and what was let in last may still be on its way there.
        let away = format!("{SCROLLER} return scroller().scrollTop > 100");
        for _ in 0..5 {
            window.0.script(&format!("{SCROLLER} {script}"), &[json!(part)])?;
            window.0.wait("the list to come to rest", RESTS, &[])?;
            if window.0.script(&away, &[])? == true {
                return Ok(());
            }
        }
        let tall = window.0.script(
            &format!("{SCROLLER} const box = scroller(); return [box.scrollTop, box.scrollHeight, box.clientHeight]"),
            &[],
        )?;
        Err(format!("the list can be scrolled away from its top, but it stands at (of, in) {tall}"))
    }

    /// Who looks at something else and comes back finds the row at the top of the list where it was, and what waits still waiting.
    fn leaves_and_returns(&self, window: &Window) -> Result<(), String> {
        let waits = self.waiting(window)?;
        let before = window.0.script(&format!("{SCROLLER} {AT_THE_TOP}"), &[])?;
        for view in ["Saved", "Live"] {
            window.go_to(view)?;
        }
        window.0.wait("the list to come to rest", RESTS, &[])?;
        let after = window.0.script(&format!("{SCROLLER} {AT_THE_TOP}"), &[])?;
        let still = self.waiting(window)?;
        if before == after && still == waits {
            return Ok(());
        }
        Err(format!("Live is as it was left, {before} with {waits} waiting, but it is {after} with {still} waiting"))
    }

    /// Who goes on by key and leaves before the next frame is drawn finds the story that was gone to in view.
    fn leaves_at_once(&mut self, window: &Window) -> Result<(), String> {
        self.scroll_somewhere(window)?;
        window.0.script(BY_KEY_AND_AWAY, &[])?;
        window.0.wait("the list to come to rest", RESTS, &[])?;
        let found = window.0.script(&format!("{SCROLLER} {SELECTED}"), &[])?;
        if found == json!("in view") {
            return Ok(());
        }
        Err(format!("the story that was gone to last is in view, but it is {found}"))
    }

    /// Who goes to a story by key and scrolls on while its rows are measured is not brought back to it.
    fn goes_on_at_once(&mut self, window: &Window) -> Result<(), String> {
        self.scroll_somewhere(window)?;
        let stood = window.0.script(&format!("{SCROLLER} {BY_KEY_AND_ON}"), &[])?;
        window.0.wait("the list to come to rest", RESTS, &[])?;
        let stands = window.0.script(&format!("{SCROLLER} return scroller().scrollTop"), &[])?;
        // What is measured on the way moves the list by what the rows are taller than they were taken for.
        if let (Some(there), Some(here)) = (stood.as_f64(), stands.as_f64())
            && (here - there).abs() < ON_THE_WAY
        {
            return Ok(());
        }
        Err(format!("the list stands where it was scrolled to, at {stood}, but it stands at {stands}"))
    }

    fn other_density(&self, window: &Window, turn: usize) -> Result<(), String> {
        let density = ["Compact", "Wire", "Default"][turn % 3];
        window.go_to("Settings")?;
        window.0.click(&window.0.element("dialog [role=radio]", Some(density))?)?;
        window.0.press("\u{E00C}")?;
        window
            .0
            .wait("the settings to be closed", "return document.querySelector('dialog[open]') === null", &[])
            .map(drop)
    }

    /// Stories dated anywhere between now and two days ago: above what is on screen, within it and below.
    fn publish(&mut self, count: usize) -> Result<(), String> {
        let now = SystemTime::now();
        let mut touched = [false; PAPERS];
        for _ in 0..count {
            let paper = self.roll(PAPERS);
            let ago = if self.roll(4) == 0 { 0 } else { self.roll(LATE as usize) as u64 };
            self.write(paper, now - Duration::from_secs(ago));
            touched[paper] = true;
        }
        (0..PAPERS).filter(|paper| touched[*paper]).for_each(|paper| self.print(paper));
        self.stage.terminal(&["sync", "--force"]).map(drop)
    }

    /// Waits until the window knows of every story: those in the list and those behind the pill.
    fn wait_for_all(&self, window: &Window) -> Result<(), String> {
        let known = "const row = document.querySelector('#stories [aria-setsize]'); const pill = document.querySelector('#stories .pill');
            const waits = Number(/\\d+/.exec(pill?.getAttribute('aria-label') ?? pill?.textContent ?? '0')?.[0] ?? 0);
            return row !== null && Number(row.getAttribute('aria-setsize')) + waits === arguments[0];";
        window.0.wait(&format!("the window to know of {} stories", self.stories), known, &[json!(self.stories)])?;
        window.0.wait("the list to come to rest", RESTS, &[]).map(drop)
    }

    fn waiting(&self, window: &Window) -> Result<u64, String> {
        let script = "return Number(/\\d+/.exec(document.querySelector('#stories .pill')?.getAttribute('aria-label') ?? '0')?.[0] ?? 0)";
        Ok(window.0.script(script, &[])?.as_u64().unwrap_or_default())
    }

    /// Every row that was in view is where it was, and was there in every frame.
    fn stays(&self, window: &Window, when: &str) -> Result<(), String> {
        let moved = window.0.script("return window.watched.end()", &[])?;
        let seen = |what: &str| moved[what].as_u64().unwrap_or_default();
        let none = moved["worst"].as_f64() == Some(0.0) && seen("rows") > 0 && seen("frames") > 4;
        if none { Ok(()) } else { Err(format!("the rows in view stay to the pixel {when}, but {moved}")) }
    }

    fn write(&mut self, paper: usize, published: SystemTime) {
        let words = ["harbour", "council", "night train", "library", "glacier", "orchard", "bridge", "lantern"];
        let length = 2 + self.roll(9);
        let title: Vec<&str> = (0..length).map(|_| words[self.roll(words.len())]).collect();
        self.stories += 1;
        let item = format!(
            r#"{{"id":"{0}","title":"Story {0}: {1}","content_text":"What happened, in a few words.","date_published":"{2}"}},"#,
            self.stories,
            title.join(" "),
            rfc3339(published)
        );
        self.papers[paper].push_str(&item);
    }

    fn print(&self, paper: usize) {
        let mut feed = String::new();
        let items = self.papers[paper].trim_end_matches(',');
        let _ = write!(
            feed,
            r#"{{"version":"https://jsonfeed.org/version/1.1","title":"Paper {paper}","items":[{items}]}}"#
        );
        self.site.publish(&format!("/{paper}"), Response::ok("application/feed+json", feed));
    }

    /// The same numbers for the same seed.
    fn roll(&mut self, sides: usize) -> usize {
        self.dice = self.dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.dice >> 33) as usize % sides.max(1)
    }
}

/// The row that crosses the upper edge of the list, and where it begins.
const AT_THE_TOP: &str = r##"
    const top = scroller().getBoundingClientRect().top;
    const row = [...document.querySelectorAll("#stories [role=option]")].find((one) => one.getBoundingClientRect().bottom > top + 1);
    return row ? [row.dataset.id, Math.round(row.getBoundingClientRect().top - top)] : null;
"##;

/// Forty stories on, to Saved and back, in tasks that wait for no frame.
const BY_KEY_AND_AWAY: &str = r##"
    const task = () => new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(0); });
    const keys = [...Array(40).fill("j"), "g", "s", "g", "l"];
    return (async () => {
        for (const key of keys) {
            for (const kind of ["keydown", "keyup"]) document.activeElement.dispatchEvent(new KeyboardEvent(kind, { key, code: `Key${key.toUpperCase()}`, bubbles: true, cancelable: true }));
            await task();
        }
        return true;
    })();
"##;

/// Goes to stories below the foot by key and on from there for 4,000 pixels, as the wheel does, a step in each frame. Returns
/// where the list stood then, in pixels.
const BY_KEY_AND_ON: &str = r##"
    const frame = () => new Promise(requestAnimationFrame);
    return (async () => {
        for (let n = 0; n < 30; n++)
            for (const kind of ["keydown", "keyup"]) document.activeElement.dispatchEvent(new KeyboardEvent(kind, { key: "j", code: "KeyJ", bubbles: true, cancelable: true }));
        await frame();
        let at = scroller().scrollTop;
        const by = at > 4000 ? -200 : 200;
        for (let n = 0; n < 20; n++) {
            scroller().scrollTop = at += by;
            await frame();
        }
        return at;
    })();
"##;

/// The most pixels that the list may stand from where it was scrolled to: rows that were not measured before.
const ON_THE_WAY: f64 = 1000.0;

/// Where the selected row is.
const SELECTED: &str = r##"
    const row = document.querySelector("#stories [role=option][aria-selected=true]")?.getBoundingClientRect();
    const box = scroller().getBoundingClientRect();
    if (!row) return "nowhere";
    return row.top >= box.top - 1 && row.bottom <= box.bottom + 1 ? "in view" : `${Math.round(row.top)} to ${Math.round(row.bottom)} in ${Math.round(box.top)} to ${Math.round(box.bottom)}`;
"##;

/// The box that scrolls the list.
const SCROLLER: &str = "const scroller = () => { let box = document.querySelector('#stories [role=option]');
    while (box && !/(auto|scroll)/.test(getComputedStyle(box).overflowY)) box = box.parentElement; return box; };";

/// True when rows are in view and stand where they stood four frames ago.
const RESTS: &str = "if (!window.pace) {
        window.pace = { frame: 0, seen: -1, stood: '' };
        const tick = () => ((window.pace.frame += 1), requestAnimationFrame(tick));
        requestAnimationFrame(tick);
    }
    const pace = window.pace;
    if (pace.frame < pace.seen + 4) return false;
    const edge = document.querySelector('#stories .list')?.getBoundingClientRect();
    const rows = [...document.querySelectorAll('#stories [role=option]')].map((row) => [row.dataset.id, row.getBoundingClientRect()]);
    const drawn = edge && rows.some(([, at]) => at.bottom > edge.top && at.top < edge.bottom);
    const stood = JSON.stringify(rows.map(([id, at]) => [id, at.y]));
    const rests = drawn && stood === pace.stood;
    (pace.seen = pace.frame), (pace.stood = stood);
    if (rests) pace.seen = -4, pace.stood = '';
    return rests;";

/// Watches every row in view, frame by frame, until it is told to end.
const WATCH: &str = "let box = document.querySelector('#stories [role=option]');
    while (box && !/(auto|scroll)/.test(getComputedStyle(box).overflowY)) box = box.parentElement;
    const edge = box.getBoundingClientRect();
    const rows = new Map([...box.querySelectorAll('[role=option][data-id]')].map((row) => [row.dataset.id, row.getBoundingClientRect()])
        .filter(([, at]) => at.bottom > edge.top && at.top < edge.bottom).map(([id, at]) => [id, at.top]));
    let worst = 0, frames = 0, which = null, over = false;
    const look = () => {
        for (const [id, top] of rows) {
            const row = box.querySelector(`[data-id=\"${id}\"]`);
            const moved = row ? Math.abs(row.getBoundingClientRect().top - top) : Infinity;
            if (moved > worst) (worst = moved), (which = [id, top, row?.getBoundingClientRect().top ?? null, frames]);
        }
        frames += 1;
        if (!over) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    window.watched = { end: () => { over = true; look(); return { worst: Number.isFinite(worst) ? worst : 'gone', rows: rows.size, frames, which }; } };
    return true;";
