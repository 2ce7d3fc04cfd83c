//! Acts in a built window as a reader would, through WebKitWebDriver.
//!
//! A client of the W3C WebDriver protocol as small as these tests need, and blocking, so that a test reads like the
//! day it describes. Nothing here waits a fixed time: [`Driver::wait`] asks until the answer is yes.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::picture::Picture;

/// The key under which WebDriver passes elements (W3C WebDriver, section 12.2).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
/// Longest wait for something to appear. A loaded machine with two cores needs four seconds for a start.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running window and the hand that drives it. Dropping it ends both.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
    session: String,
}

/// An element of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Element(Value);

/// Where an element is in the window, in CSS pixels from its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rectangle {
    /// Distance from the left edge.
    pub x: f64,
    /// Distance from the upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Driver {
    /// Starts `binary` on a display with these variables beside the present ones, and takes its wheel. What both
    /// programs print goes to the file `log`. The error is a sentence.
    pub fn start(display: &str, binary: &Path, variables: &[(&str, &Path)], log: &Path) -> Result<Driver, String> {
        Driver::browse(display, binary, &[], variables, log)
    }

    /// The same for a program that needs arguments, a browser say: its page is then opened by [`Driver::open`].
    pub fn browse(
        display: &str,
        binary: &Path,
        arguments: &[&str],
        variables: &[(&str, &Path)],
        log: &Path,
    ) -> Result<Driver, String> {
        let port = free_port()?;
        let output =
            std::fs::File::create(log).map_err(|error| format!("could not write {}: {error}", log.display()))?;
        let errors = output.try_clone().map_err(|error| format!("could not write {}: {error}", log.display()))?;
        let mut command = Command::new("WebKitWebDriver");
        command
            .arg("--host=127.0.0.1")
            .arg(format!("--port={port}"))
            .env("DISPLAY", display)
            .env_remove("WAYLAND_DISPLAY")
            .env("GDK_BACKEND", "x11")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdin(Stdio::null())
            .stdout(output)
            .stderr(errors);
        for (name, value) in variables {
            command.env(name, value);
        }
        let process = command
            .spawn()
            .map_err(|error| format!("could not start WebKitWebDriver (package webkit2gtk-driver): {error}"))?;
        let mut driver = Driver { process, port, session: String::new() };
        driver.wait_for_port()?;
        let capabilities = json!({"capabilities": {"alwaysMatch": {
            "webkitgtk:browserOptions": {"binary": binary, "args": arguments}
        }}});
        let answer = driver
            .send("POST", "/session", Some(&capabilities))
            .map_err(|error| format!("{} did not start: {error}; see {}", binary.display(), log.display()))?;
        driver.session = answer["sessionId"].as_str().ok_or("WebKitWebDriver gave the session no name")?.to_owned();
        Ok(driver)
    }

    /// Leaves the page for another, and waits until that is loaded.
    pub fn open(&self, url: &str) -> Result<(), String> {
        self.command("POST", "url", Some(&json!({"url": url}))).map(drop)
    }

    /// From now on everything is asked of the page inside this frame, until the next [`Driver::open`].
    pub fn enter(&self, frame: &Element) -> Result<(), String> {
        self.command("POST", "frame", Some(&json!({"id": frame.0}))).map(drop)
    }

    /// Runs the body of a function in the page; `arguments[0]` and on are `arguments`. Returns what it returns.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Result<Value, String> {
        self.command("POST", "execute/sync", Some(&json!({"script": body, "args": arguments})))
    }

    /// Runs a script again and again until it returns something true, and returns that. After half a minute the error
    /// says what was waited for and what the window showed instead.
    pub fn wait(&self, what: &str, body: &str, arguments: &[Value]) -> Result<Value, String> {
        self.wait_for(what, || self.script(body, arguments))
    }

    /// The same for any question; an error counts as "not yet", because a page that is loading has none of it.
    pub fn wait_for(&self, what: &str, mut ask: impl FnMut() -> Result<Value, String>) -> Result<Value, String> {
        const BETWEEN_QUESTIONS: Duration = Duration::from_millis(60);
        let deadline = Instant::now() + PATIENCE;
        let mut trouble = None;
        while Instant::now() < deadline {
            match ask() {
                Ok(value) if is_true(&value) => return Ok(value),
                Ok(_) => trouble = None,
                Err(error) => trouble = Some(error),
            }
            std::thread::sleep(BETWEEN_QUESTIONS);
        }
        let shown = self.script("return document.body.innerText.slice(0, 1500)", &[]).unwrap_or_default();
        let trouble = trouble.map(|error| format!(" The last answer was an error: {error}.")).unwrap_or_default();
        let shown = shown.as_str().unwrap_or("nothing").to_owned();
        Err(format!("waited {} s in vain for {what}.{trouble} The window showed:\n{shown}", PATIENCE.as_secs()))
    }

    /// Waits for an element that matches a CSS selector and, where `name` is given, whose accessible name (its
    /// `aria-label`, else its text) contains it.
    pub fn element(&self, selector: &str, name: Option<&str>) -> Result<Element, String> {
        let what = match name {
            Some(name) => format!("{selector} with the name {name:?}"),
            None => selector.to_owned(),
        };
        self.wait(&what, FIND, &[json!(selector), json!(name)]).map(Element)
    }

    /// Whether such an element is there now and visible.
    pub fn has(&self, selector: &str, name: Option<&str>) -> Result<bool, String> {
        self.script(FIND, &[json!(selector), json!(name)]).map(|found| !found.is_null())
    }

    /// Clicks an element as a mouse would: what lies above it gets the click.
    pub fn click(&self, element: &Element) -> Result<(), String> {
        self.command("POST", &format!("element/{}/click", element.id()?), Some(&json!({}))).map(drop)
    }

    /// Types into an element.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<(), String> {
        self.command("POST", &format!("element/{}/value", element.id()?), Some(&json!({"text": text}))).map(drop)
    }

    /// Presses and releases one key wherever the focus is: a character, or a WebDriver key such as `\u{E007}` (Enter).
    pub fn press(&self, key: &str) -> Result<(), String> {
        let actions = json!({"actions": [{"type": "key", "id": "keyboard", "actions": [
            {"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}
        ]}]});
        self.command("POST", "actions", Some(&actions)).map(drop)
    }

    /// Acts by several input sources at once, as W3C WebDriver, section 15, writes them.
    pub fn perform(&self, sources: Value) -> Result<(), String> {
        self.command("POST", "actions", Some(&json!({"actions": sources}))).map(drop)
    }

    /// Hands a file to an input for files, as the system's chooser does once a file was chosen in it. While a window is
    /// driven, WebKit shows no chooser.
    pub fn choose_file(&self, element: &Element, file: &Path) -> Result<(), String> {
        self.type_into(element, &file.to_string_lossy())
    }

    /// How many windows the app has open.
    pub fn windows(&self) -> Result<usize, String> {
        let handles = self.command("GET", "window/handles", None)?;
        Ok(handles.as_array().map_or(0, Vec::len))
    }

    /// Where an element is. A row that keeps its place has the same rectangle before and after.
    pub fn rectangle(&self, element: &Element) -> Result<Rectangle, String> {
        let script = "const r = arguments[0].getBoundingClientRect(); return [r.x, r.y, r.width, r.height]";
        let sides = self.script(script, std::slice::from_ref(&element.0))?;
        let side = |index: usize| sides[index].as_f64().ok_or_else(|| format!("{sides} is no rectangle"));
        Ok(Rectangle { x: side(0)?, y: side(1)?, width: side(2)?, height: side(3)? })
    }

    /// The text that an element shows.
    pub fn text(&self, element: &Element) -> Result<String, String> {
        let text = self.script("return arguments[0].innerText", std::slice::from_ref(&element.0))?;
        Ok(text.as_str().unwrap_or_default().trim().to_owned())
    }

    /// An attribute, `None` where the element has none of that name.
    pub fn attribute(&self, element: &Element, name: &str) -> Result<Option<String>, String> {
        let value = self.script("return arguments[0].getAttribute(arguments[1])", &[element.0.clone(), json!(name)])?;
        Ok(value.as_str().map(str::to_owned))
    }

    /// Asks the window for a size; a display without a window manager grants it.
    pub fn resize(&self, width: usize, height: usize) -> Result<(), String> {
        self.command("POST", "window/rect", Some(&json!({"x": 0, "y": 0, "width": width, "height": height}))).map(drop)
    }

    /// What the web view shows.
    pub fn picture(&self) -> Result<Picture, String> {
        let encoded = self.command("GET", "screenshot", None)?;
        Picture::from_png(&base64(encoded.as_str().unwrap_or_default())?)
    }

    /// Waits until the window was closed by its own reader. The driver notices that as the end of its session.
    pub fn wait_for_end(mut self) -> Result<(), String> {
        let ended = self.wait_for("the window to end", || Ok(Value::Bool(self.windows().is_err())));
        if ended.is_ok() {
            self.session.clear();
        }
        ended.map(drop)
    }

    /// Closes the window and ends its programs, as quitting does.
    pub fn quit(mut self) -> Result<(), String> {
        let session = std::mem::take(&mut self.session);
        self.send("DELETE", &format!("/session/{session}"), None).map(drop)
    }

    fn command(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        self.send(method, &format!("/session/{}/{path}", self.session), body)
    }

    /// One request on a connection of its own. The value of the answer, or the driver's own words.
    fn send(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let body = body.map(Value::to_string).unwrap_or_default();
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: {length}\r\n\r\n{body}",
            port = self.port
        );
        let answer = exchange(self.port, request.as_bytes())
            .map_err(|error| format!("WebKitWebDriver did not answer {method} {path}: {error}"))?;
        let split =
            answer.windows(4).position(|end| end == b"\r\n\r\n").ok_or("WebKitWebDriver sent half an answer")?;
        let parsed: Value = serde_json::from_slice(&answer[split + 4..])
            .map_err(|error| format!("WebKitWebDriver sent something other than JSON: {error}"))?;
        match parsed["value"]["error"].as_str() {
            Some(error) => Err(format!("{error}: {}", parsed["value"]["message"].as_str().unwrap_or_default())),
            None => Ok(parsed["value"].clone()),
        }
    }

    fn wait_for_port(&mut self) -> Result<(), String> {
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            if let Ok(Some(status)) = self.process.try_wait() {
                return Err(format!("WebKitWebDriver ended at once: {status}"));
            }
            if Instant::now() > deadline {
                return Err(format!("WebKitWebDriver did not listen within {} s", PATIENCE.as_secs()));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            let session = std::mem::take(&mut self.session);
            let _ = self.send("DELETE", &format!("/session/{session}"), None);
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl From<Value> for Element {
    /// An element as a script returned it.
    fn from(value: Value) -> Element {
        Element(value)
    }
}

impl Element {
    fn id(&self) -> Result<&str, String> {
        self.0[ELEMENT].as_str().ok_or_else(|| format!("{} is no element", self.0))
    }

    /// The element as an argument for [`Driver::script`].
    pub fn value(&self) -> Value {
        self.0.clone()
    }
}

/// Finds the first visible element by selector and accessible name; spaces in names are folded.
const FIND: &str = r#"
    const [selector, name] = arguments;
    const fold = (text) => (text ?? "").replace(/\s+/g, " ").trim();
    for (const element of document.querySelectorAll(selector)) {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) continue;
        const labelled = element.labels?.length ? [...element.labels].map((label) => label.textContent).join(" ") : "";
        const beside = (element.getAttribute("aria-labelledby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent).join(" ");
        const names = [element.getAttribute("aria-label"), labelled, beside, element.textContent, element.getAttribute("placeholder")];
        if (name === null || names.some((known) => fold(known).includes(name))) return element;
    }
    return null;
"#;

fn is_true(value: &Value) -> bool {
    !matches!(value, Value::Null | Value::Bool(false)) && value.as_str() != Some("") && value.as_f64() != Some(0.0)
}

fn free_port() -> Result<u16, String> {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("loopback has no free port: {error}"))
}

fn exchange(port: u16, request: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut connection = TcpStream::connect(("127.0.0.1", port))?;
    connection.set_read_timeout(Some(Duration::from_secs(120)))?;
    connection.write_all(request)?;
    let mut answer = Vec::new();
    let mut piece = [0; 16 * 1024];
    loop {
        let read = connection.read(&mut piece)?;
        answer.extend_from_slice(&piece[..read]);
        if read == 0 || is_whole(&answer) {
            return Ok(answer);
        }
    }
}

/// Whether the answer has as many bytes as its Content-Length says.
fn is_whole(answer: &[u8]) -> bool {
    let Some(split) = answer.windows(4).position(|end| end == b"\r\n\r\n") else { return false };
    let head = String::from_utf8_lossy(&answer[..split]).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    length.is_some_and(|length| answer.len() >= split + 4 + length)
}

fn base64(text: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut held) = (0_u32, 0);
    for character in text.bytes().filter(|byte| !byte.is_ascii_whitespace() && *byte != b'=') {
        let value = match character {
            b'A'..=b'Z' => character - b'A',
            b'a'..=b'z' => character - b'a' + 26,
            b'0'..=b'9' => character - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return Err("WebKitWebDriver sent a picture that is not base64".to_owned()),
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xFF) as u8);
        }
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_reads_every_length() {
        for (text, bytes) in
            [("", &b""[..]), ("TQ==", b"M"), ("TWE=", b"Ma"), ("TWFu", b"Man"), ("//79", b"\xff\xfe\xfd")]
        {
            assert_eq!(base64(text).as_deref(), Ok(bytes), "{text}");
        }
        assert!(base64("T*").is_err());
    }
}
