//! A window that is read in: keys, scrolling, arriving rows and many articles, measured in its page.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use serde_json::{Value, json};
use stoppress_support::{Display, Driver, Response, Site, TemporaryFolder, rfc822};

use super::{MANY, figure, library};
use crate::bench::process::{family, name, proportional_bytes};
use crate::bench::{timed, write};
use crate::place;

const KEYS: usize = 100;
const OPENED: usize = 500;
const ROWS: u32 = 50_000;
/// The height of a usual row, in pixels.
const ROW: u32 = 62;
const ARRIVING: usize = 200;

type Measure = fn(&Driver) -> Result<(), String>;

pub(super) fn run(display: &Display, app: &Path, wants: impl Fn(&str) -> bool) -> Result<(), String> {
    let topics: [(&str, Measure); 3] = [("keys", keys), ("scrolling", scrolling), ("articles", many_articles)];
    let wanted: Vec<Measure> =
        topics.into_iter().filter_map(|(topic, measure)| wants(topic).then_some(measure)).collect();
    if wanted.is_empty() && !wants("arriving") {
        return Ok(());
    }
    println!("▸ Read in, driven from outside");
    let folder = TemporaryFolder::new("bench-driven");
    let log = folder.join("driver.log");
    // A window of its own for each: what one leaves in memory is no other's.
    for measure in wanted {
        let profile = library(MANY)?;
        let driver = Driver::start(display.name(), app, &[("STOPPRESS_PROFILE", &profile)], &log)?;
        driver.element("[role=option]", None)?;
        measure(&driver)?;
        driver.quit()?;
    }
    if wants("arriving") {
        arriving(display, app, &folder, &log)?;
    }
    Ok(())
}

/// From a key to the frame after the one in which the next row is marked as selected.
fn keys(driver: &Driver) -> Result<(), String> {
    let prepare = r#"
        window.__keys = [];
        addEventListener("keydown", (event) => {
            const began = performance.now();
            const before = document.querySelector("[role=option][aria-selected=true]")?.dataset.id ?? null;
            const look = () => {
                const now = document.querySelector("[role=option][aria-selected=true]")?.dataset.id ?? null;
                if (now === before) return requestAnimationFrame(look);
                // What is asked for in a frame runs before it is painted; the message after it.
                requestAnimationFrame(() => { const c = new MessageChannel(); c.port1.onmessage = () => window.__keys.push(performance.now() - began); c.port2.postMessage(0); });
            };
            look();
        }, true);
        return true;
    "#;
    driver.script(prepare, &[])?;
    for pressed in 1..=KEYS {
        driver.press("j")?;
        let told = "return window.__keys.length >= arguments[0]";
        driver.wait("the next row to be selected", told, &[json!(pressed)])?;
    }
    let mut took = numbers(&driver.script("return window.__keys", &[])?);
    took.sort_by(f64::total_cmp);
    let at = |share: f64| took.get((took.len() as f64 * share) as usize).copied().unwrap_or_default();
    println!("  key to painted selection, {KEYS} keys: median {:.1} ms, p95 {:.1} ms (bar: 50)", at(0.5), at(0.95));
    Ok(())
}

/// Scrolls down through the list frame by frame; how long the frames take, whether rows are missing at rest, and whether the
/// memory after the first fifth is the memory at the end.
fn scrolling(driver: &Driver) -> Result<(), String> {
    let mut took = scrolled(driver, ROWS / 5)?;
    let before = memory();
    took.extend(scrolled(driver, ROWS - ROWS / 5)?);
    let after = memory();
    took.sort_by(f64::total_cmp);
    let at = |share: f64| took.get((took.len() as f64 * share) as usize).copied().unwrap_or_default();
    let passed = driver.script("return Math.round(window.__scroll.pixels / arguments[0])", &[json!(ROW)])?;
    println!(
        "  scrolling, {} frames, about {passed} rows passed: median {:.1} ms, p99 {:.1} ms a frame (bar: 50)",
        took.len(),
        at(0.5),
        at(0.99)
    );
    std::thread::sleep(Duration::from_secs(1));
    println!("  rows missing at rest: {} (bar: 0)", driver.script(GAPS, &[])?);
    std::thread::sleep(Duration::from_secs(15));
    println!(
        "  memory after a fifth {before:.0} MB, after all {after:.0} MB, {:+.1} %; {:.0} MB after 15 s of rest (bar: flat)",
        (after / before - 1.0) * 100.0,
        memory()
    );
    Ok(())
}

/// Passes so many rows; the milliseconds of each frame.
fn scrolled(driver: &Driver, rows: u32) -> Result<Vec<f64>, String> {
    let start = r#"
        let box = document.querySelector("[role=listbox]");
        while (box && box.scrollHeight <= box.clientHeight + 8) box = box.parentElement;
        const state = window.__scroll = { frames: [], pixels: window.__scroll?.pixels ?? 0, done: false };
        const frames = arguments[0];
        let last = performance.now(), still = 0;
        const step = () => {
            const now = performance.now();
            state.frames.push(now - last);
            last = now;
            // No row is touched: a script that holds on to them is what would fill the memory.
            const top = box.scrollTop;
            box.scrollTop = top + 1200;
            state.pixels += box.scrollTop - top;
            still = box.scrollTop === top ? still + 1 : 0;
            if (state.frames.length >= frames || still > 600) { state.done = true; return; }
            requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
        return true;
    "#;
    driver.script(start, &[json!(rows * ROW / 1_200)])?;
    let mut done = Value::Null;
    for _ in 0..600 {
        std::thread::sleep(Duration::from_millis(500));
        done = driver.script("const s = window.__scroll; return s.done ? s.frames : null", &[])?;
        if !done.is_null() {
            break;
        }
    }
    Ok(numbers(&done))
}

/// Points down the middle of the list at which there is neither a row nor a heading.
const GAPS: &str = r#"
    let box = document.querySelector("[role=listbox]");
    while (box && box.scrollHeight <= box.clientHeight + 8) box = box.parentElement;
    const edge = box.getBoundingClientRect();
    let missing = 0;
    for (let y = edge.top + 4; y < edge.bottom - 4; y += 24) {
        const at = document.elementFromPoint(edge.left + edge.width / 2, y);
        if (at === box || at?.matches("[role=listbox]")) missing += 1;
    }
    return missing;
"#;

/// Opens one article after another; what that leaves in memory.
fn many_articles(driver: &Driver) -> Result<(), String> {
    let (mut before, mut half) = (0.0, 0.0);
    for opened in 1..=OPENED {
        driver.press("n")?;
        let shown = "const h = document.querySelector('article h1')?.textContent; if (!h || h === window.__last) return null; window.__last = h; return true";
        driver.wait("the next article", shown, &[])?;
        if opened == 5 {
            std::thread::sleep(Duration::from_secs(5));
            before = memory();
        }
        if opened == OPENED / 2 {
            std::thread::sleep(Duration::from_secs(10));
            half = memory();
        }
    }
    std::thread::sleep(Duration::from_secs(10));
    let after = memory();
    let more = |than: f64| (after / than - 1.0) * 100.0;
    println!(
        "  memory after {OPENED} articles opened: {after:.0} MB, after 5 {before:.0} MB, {:+.1} % (bar: +10), after half {half:.0} MB, \
         {:+.1} %",
        more(before),
        more(half)
    );
    Ok(())
}

/// A site publishes 200 articles at once; how long the page is held up by letting them in.
fn arriving(display: &Display, app: &Path, folder: &TemporaryFolder, log: &Path) -> Result<(), String> {
    let site = Site::start();
    let now = SystemTime::now();
    let feed = |from: usize, to: usize| {
        let items: String = (from..to)
            .map(|number| {
                // Ten minutes apart: closer together they would fold into one row.
                let date = rfc822(now - Duration::from_secs((ARRIVING * 3 - number) as u64 * 600));
                format!(
                    "<item><guid isPermaLink=\"false\">{number}</guid><title>Report {number} from the harbour: the tide \
                     rose again</title><link>http://127.0.0.1/{number}</link><pubDate>{date}</pubDate></item>"
                )
            })
            .collect();
        Response::rss(format!("<rss version=\"2.0\"><channel><title>Harbour</title>{items}</channel></rss>"))
    };
    site.publish("/feed.xml", feed(0, ARRIVING));
    let profile = folder.join("arriving");
    let opml = folder.join("one.opml");
    write(
        &opml,
        &format!(
            "<opml version=\"2.0\"><body><outline text=\"Harbour\" xmlUrl=\"{}\"/></body></opml>",
            site.url("/feed.xml")
        ),
    )?;
    let cli = |words: &[&str]| {
        let mut command = Command::new(place::built("stoppress-cli", true));
        command.arg("--profile").arg(&profile).args(words);
        command
    };
    timed(cli(&["import"]).arg(&opml))?;
    timed(&mut cli(&["sync", "--force"]))?;
    let driver = Driver::start(display.name(), app, &[("STOPPRESS_PROFILE", &profile)], log)?;
    driver.element("[role=option]", Some("Report"))?;
    // Not at the top, so that what arrives waits for the reader.
    driver.script("let b = document.querySelector('[role=listbox]'); while (b && b.scrollHeight <= b.clientHeight + 8) b = b.parentElement; b.scrollTop = 900; return true", &[])?;
    site.publish("/feed.xml", feed(0, ARRIVING * 2));
    timed(&mut cli(&["sync", "--force"]))?;
    let pill = driver.element("button", Some("new"))?;
    let measure = r#"
        const gaps = window.__gaps = [];
        const channel = new MessageChannel();
        let last = performance.now();
        const until = last + 3000;
        channel.port1.onmessage = () => {
            const now = performance.now();
            gaps.push(now - last);
            last = now;
            if (now < until) channel.port2.postMessage(0); else window.__measured = true;
        };
        channel.port2.postMessage(0);
        const pill = arguments[0];
        // The message comes after all that the click leaves to be done at once; a frame may come before it.
        const { port1, port2 } = new MessageChannel();
        setTimeout(() => {
            const began = performance.now();
            port1.onmessage = () => (window.__turn = performance.now() - began);
            pill.click();
            // What the click changed is drawn by promises, which end before anything else begins.
            let left = 12;
            const script = () => (left-- > 0 ? queueMicrotask(script) : (window.__script = performance.now() - began));
            script();
            port2.postMessage(0);
        }, 300);
        return true;
    "#;
    driver.script(measure, &[pill.value()])?;
    driver.wait("the measurement to end", "return window.__measured === true", &[])?;
    let longest = driver.script("return Math.max(...window.__gaps)", &[])?;
    let script = driver.script("return window.__script", &[])?;
    let turn = driver.script("return window.__turn", &[])?;
    let told = |what: &str, took: &Value, bar: &str| {
        figure(&format!("{ARRIVING} rows let in: {what}"), "ms", &numbers(&json!([took])), bar);
    };
    told("script, with the layout that it asks for", &script, " (bar: 16)");
    told("until the message after the click is heard, perhaps with a frame", &turn, "");
    told("longest time the page was held up, layout and painting included", &longest, "");
    driver.quit()
}

/// Megabytes of the window and its web view's processes, without the driver and the display.
fn memory() -> f64 {
    let own = family(std::process::id()).into_iter().filter(|process| {
        let name = name(*process);
        name == "stoppress" || name.starts_with("WebKitNetwork") || name.starts_with("WebKitWebProc")
    });
    own.map(proportional_bytes).sum::<u64>() as f64 / 1e6
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}
