//! The states: an address that says how the window begins, its size, and what a reader does then.

use crate::stage::Stage;

/// A state of the window.
pub struct State {
    /// What its golden is called.
    pub name: &'static str,
    /// What the backend in memory is told: theme, language, whether there is a network.
    pub address: &'static str,
    /// Width and height of the window in pixels.
    pub size: (usize, usize),
    /// What is done before the look.
    pub go: fn(&Stage) -> Result<(), String>,
}

const WIDE: (usize, usize) = (1440, 900);
const MEDIUM: (usize, usize) = (1000, 760);
const NARROW: (usize, usize) = (400, 860);
/// WebDriver's name of the Enter key.
const ENTER: &str = "\u{E007}";

/// Every state. The six themes, both directions and three widths occur, and every view.
pub const STATES: &[State] = &[
    State { name: "live", address: "theme=light&lang=en", size: WIDE, go: |stage| open(stage, "Offshore wind") },
    State { name: "live-dark", address: "theme=dark&lang=en", size: WIDE, go: live_with_news },
    State {
        name: "live-arabic",
        address: "theme=light&lang=ar",
        size: MEDIUM,
        go: |stage| open(stage, "Offshore wind"),
    },
    State { name: "live-narrow", address: "theme=hc-light&lang=en", size: NARROW, go: arrive },
    State {
        name: "story-narrow",
        address: "theme=light&lang=en",
        size: NARROW,
        go: |stage| open(stage, "Offshore wind"),
    },
    State {
        name: "story-arabic-narrow",
        address: "theme=dark&lang=ar",
        size: NARROW,
        go: |stage| open(stage, "مباحثات"),
    },
    State {
        name: "saved-offline",
        address: "theme=light&lang=en&offline",
        size: WIDE,
        go: |stage| saved(stage, "The engineer"),
    },
    State {
        name: "saved-arabic", address: "theme=sepia&lang=ar", size: WIDE, go: |stage| saved(stage, "ذاكرة المدن")
    },
    State {
        name: "search",
        address: "theme=light&lang=en",
        size: MEDIUM,
        go: |stage| search(stage, "wind", "Offshore wind"),
    },
    State {
        name: "search-empty",
        address: "theme=oled&lang=en",
        size: NARROW,
        go: |stage| search(stage, "offshor wnid", ""),
    },
    State { name: "sources", address: "theme=light&lang=en", size: WIDE, go: sources },
    State { name: "sources-arabic", address: "theme=dark&lang=ar", size: MEDIUM, go: sources },
    State { name: "activity", address: "theme=sepia&lang=en", size: MEDIUM, go: activity },
    State { name: "settings", address: "theme=light&lang=en", size: WIDE, go: settings },
    State { name: "settings-arabic", address: "theme=hc-dark&lang=ar", size: NARROW, go: |stage| stage.control(",") },
    State { name: "palette", address: "theme=dark&lang=en", size: MEDIUM, go: palette },
    State {
        name: "help",
        address: "theme=hc-dark&lang=en",
        size: WIDE,
        go: |stage| stage.keys("?").and_then(|()| stage.see("dialog", "")),
    },
    State {
        name: "welcome",
        address: "theme=light&lang=en&view=welcome",
        size: MEDIUM,
        go: |stage| stage.click("[role=checkbox], input[type=checkbox]", ""),
    },
    State { name: "follow", address: "theme=dark&lang=en", size: NARROW, go: follow },
    State {
        name: "toast",
        address: "theme=oled&lang=en",
        size: MEDIUM,
        go: |stage| stage.click("#stories button", "Mark all as read"),
    },
    State { name: "comments", address: "theme=hc-light&lang=en", size: WIDE, go: comments },
    State {
        name: "menu",
        address: "theme=sepia&lang=en",
        size: MEDIUM,
        go: |stage| stage.click_other("[role=option]", "Chipmaker"),
    },
];

fn open(stage: &Stage, headline: &str) -> Result<(), String> {
    stage.click("[role=option]", headline)?;
    stage.see("#article h1", "")
}

fn arrive(stage: &Stage) -> Result<(), String> {
    stage.click("nav button", "")?;
    stage.script("for (let n = 0; n < 4; n++) globalThis.stopPressFake.push(0)")?;
    stage.see("#stories button", "4 new")
}

fn live_with_news(stage: &Stage) -> Result<(), String> {
    open(stage, "Offshore wind")?;
    stage.script("for (let n = 0; n < 4; n++) globalThis.stopPressFake.push(0)")?;
    stage.see("#stories button", "4 new")
}

fn saved(stage: &Stage, headline: &str) -> Result<(), String> {
    stage.keys("gs")?;
    open(stage, headline)
}

fn search(stage: &Stage, words: &str, headline: &str) -> Result<(), String> {
    stage.keys("/")?;
    stage.see("input[type=search]", "")?;
    stage.keys(words)?;
    if headline.is_empty() { stage.see("h2", "") } else { open(stage, headline) }
}

fn sources(stage: &Stage) -> Result<(), String> {
    stage.keys("go")?;
    stage.click("[role=row]", "La Gazette")
}

fn activity(stage: &Stage) -> Result<(), String> {
    stage.keys("ga")?;
    stage.see("h1", "Activity")
}

fn settings(stage: &Stage) -> Result<(), String> {
    open(stage, "Offshore wind")?;
    stage.control(",")?;
    stage.see("dialog", "")
}

fn palette(stage: &Stage) -> Result<(), String> {
    open(stage, "Offshore wind")?;
    stage.control("k")?;
    stage.see("dialog", "")?;
    stage.keys("wind")
}

fn follow(stage: &Stage) -> Result<(), String> {
    stage.keys("a")?;
    stage.see("dialog input", "")?;
    stage.keys("two.harborpost.example")?;
    stage.keys(ENTER)?;
    stage.see("dialog", "Energy desk")
}

fn comments(stage: &Stage) -> Result<(), String> {
    open(stage, "Night train")?;
    stage.keys("c")?;
    stage.see("#article h2", "Comments")
}
