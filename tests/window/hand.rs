//! A hand on the keyboard, and an eye on the focus: after every key what has the focus is on the screen, under nothing
//! else, and has a ring around it.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use stoppress_support::Driver;

/// Longest wait for the focus to stand where it can be seen. A dialog that opens takes a few frames.
const PATIENCE: Duration = Duration::from_secs(10);
/// No screen has so many stops for Tab.
const MOST_STOPS: usize = 120;

/// Types on the window's keyboard.
pub struct Hand<'a> {
    driver: &'a Driver,
    trail: Vec<String>,
    pressed: usize,
}

impl<'a> Hand<'a> {
    /// A hand on this window's keyboard.
    pub fn on(driver: &'a Driver) -> Hand<'a> {
        Hand { driver, trail: Vec::new(), pressed: 0 }
    }

    /// How many keys were pressed.
    pub fn pressed(&self) -> usize {
        self.pressed
    }

    /// Presses keys one after the other, `Tab`, `j`, `Control+z`, and looks for the focus after each.
    pub fn press(&mut self, keys: &[&str]) -> Result<(), String> {
        for key in keys {
            self.strike(key)?;
            self.see()?;
        }
        Ok(())
    }

    /// Presses a key after which there is no window to look at.
    pub fn press_last(&mut self, key: &str) {
        // The session ends with the window, perhaps before the driver has answered.
        let _ = self.strike(key);
    }

    /// Types text where the focus is.
    pub fn type_text(&mut self, text: &str) -> Result<(), String> {
        let acts: Vec<Value> = text.chars().flat_map(|one| both(&one.to_string())).collect();
        self.driver.perform(json!([{"type": "key", "id": "keyboard", "actions": acts}]))?;
        self.pressed += text.chars().count();
        self.note(format!("{text:?}"));
        self.see()
    }

    /// Presses Tab until what has the focus has this in its name.
    pub fn tab_to(&mut self, name: &str) -> Result<(), String> {
        self.walk_to("Tab", name)
    }

    /// Presses a key until what has the focus has this in its name.
    pub fn walk_to(&mut self, key: &str, name: &str) -> Result<(), String> {
        let mut seen = Vec::new();
        for _ in 0..MOST_STOPS {
            let here = self.name()?;
            if here.contains(name) {
                return Ok(());
            }
            seen.push(here);
            self.press(&[key])?;
        }
        Err(format!("{key} reaches {name:?}, but it came to: {}", seen.join(" | ")))
    }

    /// Goes round with Tab until it is back where it began, and says which regions it came through.
    pub fn round(&mut self) -> Result<Vec<String>, String> {
        let mut regions = Vec::new();
        self.driver.script(&format!("{FOCUSED} window.began = at;"), &[])?;
        for _ in 0..MOST_STOPS {
            self.press(&["Tab"])?;
            let region = self.region()?;
            if !regions.contains(&region) {
                regions.push(region);
            }
            if self.driver.script(&format!("{FOCUSED} return at === window.began;"), &[])? == true {
                return Ok(regions);
            }
        }
        Err(format!("Tab comes back to where it began, but in {MOST_STOPS} presses it did not; {}", self.trail()))
    }

    /// The name of what has the focus.
    pub fn name(&self) -> Result<String, String> {
        let name = self.driver.script(&format!("{FOCUSED} return nameOf(at);"), &[])?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// The region that has the focus: `rail`, `stories`, `article`, `dialog`, or nothing of these.
    pub fn region(&self) -> Result<String, String> {
        let script = "const at = document.activeElement;
            return at?.closest('dialog') ? 'dialog' : at?.closest('nav.rail') ? 'rail' : (at?.closest('#stories, #article')?.id ?? '');";
        Ok(self.driver.script(script, &[])?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until something is true, with the last keys in what is said if it never is.
    pub fn until(&self, what: &str, ask: impl FnMut() -> Result<Value, String>) -> Result<(), String> {
        self.driver.wait_for(what, ask).map(drop).map_err(|sentence| format!("{}: {sentence}", self.trail()))
    }

    /// Waits until the focus is in a region and on something with this in its name.
    pub fn lands(&self, region: &str, name: &str) -> Result<(), String> {
        self.until(&format!("the focus to land on {name:?} in {region:?}"), || {
            Ok(Value::Bool(self.region()? == region && self.name()?.contains(name)))
        })
        .map_err(|sentence| format!("the focus is on {:?}. {sentence}", self.name().unwrap_or_default()))
    }

    fn strike(&mut self, key: &str) -> Result<(), String> {
        let parts: Vec<&str> = if key.len() > 1 { key.split('+').collect() } else { vec![key] };
        let codes: Vec<String> = parts.into_iter().map(code).collect();
        let down = codes.iter().map(|value| json!({"type": "keyDown", "value": value}));
        let up = codes.iter().rev().map(|value| json!({"type": "keyUp", "value": value}));
        let acts: Vec<Value> = down.chain(up).collect();
        self.pressed += 1;
        self.note(key.to_owned());
        self.driver.perform(json!([{"type": "key", "id": "keyboard", "actions": acts}]))
    }

    fn note(&mut self, key: String) {
        self.trail.push(key);
        if self.trail.len() > 12 {
            self.trail.remove(0);
        }
    }

    fn trail(&self) -> String {
        format!("after {}", self.trail.join(" "))
    }

    /// Waits until what has the focus can be seen.
    fn see(&self) -> Result<(), String> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let complaint = self.driver.script(&format!("{FOCUSED} {COMPLAINT}"), &[])?;
            let Some(complaint) = complaint.as_str() else { return Ok(()) };
            if Instant::now() > deadline {
                return Err(format!("the focus can be seen {}, but {complaint}", self.trail()));
            }
            std::thread::sleep(Duration::from_millis(40));
        }
    }
}

fn both(value: &str) -> [Value; 2] {
    [json!({"type": "keyDown", "value": value}), json!({"type": "keyUp", "value": value})]
}

/// A key as WebDriver writes it (W3C WebDriver, section 17.4.2).
fn code(key: &str) -> String {
    let code = match key {
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Shift" => '\u{E008}',
        "Control" => '\u{E009}',
        "Alt" => '\u{E00A}',
        "Escape" => '\u{E00C}',
        "End" => '\u{E010}',
        "Home" => '\u{E011}',
        "ArrowLeft" => '\u{E012}',
        "ArrowUp" => '\u{E013}',
        "ArrowRight" => '\u{E014}',
        "ArrowDown" => '\u{E015}',
        "F6" => '\u{E036}',
        other => return other.to_owned(),
    };
    code.to_string()
}

/// `at` is what has the focus, inside shadow roots too; `nameOf` is what a screen reader would call it.
const FOCUSED: &str = r#"
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const words = (ids) => (ids ?? "").split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
    const nameOf = (one) => one === null || one === document.body ? "" :
        (one.getAttribute("aria-label") ?? (one.hasAttribute("aria-labelledby") ? words(one.getAttribute("aria-labelledby"))
            : one.labels?.length ? one.labels[0].textContent : one.textContent) ?? "").replace(/\s+/g, " ").trim().slice(0, 200);
"#;

/// What is wrong with the focus; nothing where it is well.
const COMPLAINT: &str = r#"
    if (!at || at === document.body) return "nothing has it";
    const box = at.getBoundingClientRect();
    const what = `${at.tagName.toLowerCase()} "${nameOf(at).slice(0, 60)}" at ${[box.x, box.y, box.width, box.height].map(Math.round)}`;
    if (box.width < 1 || box.height < 1) return `${what} has no size`;
    let ring = at, steps = 0;
    const hasRing = (one) => { const style = getComputedStyle(one); return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2; };
    while (ring && steps < 4 && !hasRing(ring)) (ring = ring.parentElement), (steps += 1);
    if (!ring || steps === 4) return `${what} has no ring of 2 pixels`;
    const top = (x, y) => { let hit = document.elementFromPoint(x, y); while (hit?.shadowRoot?.elementFromPoint(x, y)) { const inner = hit.shadowRoot.elementFromPoint(x, y); if (inner === hit) break; hit = inner; } return hit; };
    const label = at.closest("label");
    const own = (hit) => {
        for (let one = hit; one; one = one.getRootNode().host) if (at.contains(one) || label?.contains(one)) return true;
        return false;
    };
    const middle = box.x + box.width / 2;
    const tall = box.height > 160;
    const heights = tall ? [box.y + box.height / 2] : [box.y + Math.min(4, box.height / 2), box.y + box.height / 2, box.bottom - Math.min(4, box.height / 2)];
    for (const y of heights) {
        if (middle < 0 || middle > innerWidth || y < 0 || y > innerHeight) return `${what} is outside of the window`;
        const hit = top(middle, y);
        if (!own(hit)) return `${what} lies under ${hit ? `${hit.tagName.toLowerCase()} "${(hit.className ?? "").toString().slice(0, 40)}"` : "nothing"}`;
    }
    return null;
"#;
