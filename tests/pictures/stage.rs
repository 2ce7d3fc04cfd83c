//! A display in memory, a browser of WebKitGTK on it, and the built page over the backend in memory, standing still.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use stoppress_support::picture::Picture;
use stoppress_support::{Display, Driver, Element, Response, Site, TemporaryFolder};

use crate::states::State;

/// The policy of the program, but for what its backend needs.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
                      trusted-types article svelte-trusted-html";

/// Why there is no stage.
pub enum Trouble {
    /// Something is not installed here.
    Missing(String),
    /// It is, and does not work.
    Broken(String),
}

/// Where the states are shown.
pub struct Stage {
    driver: Driver,
    site: Site,
    engine: String,
    _display: Display,
    _home: TemporaryFolder,
}

impl Stage {
    /// Starts everything. What the browser prints goes into `folder`.
    pub fn set(folder: &Path) -> Result<Stage, Trouble> {
        let browser =
            browser().ok_or_else(|| Trouble::Missing("there is no MiniBrowser of WebKitGTK 4.1".to_owned()))?;
        for program in ["WebKitWebDriver", "Xvfb"] {
            if Command::new(program).arg("--help").output().is_err() {
                return Err(Trouble::Missing(format!("{program} is not installed")));
            }
        }
        let site = serve().map_err(Trouble::Broken)?;
        let display = Display::start(1700, 1200).map_err(Trouble::Broken)?;
        let home = TemporaryFolder::new("pictures");
        let fonts = home.join("fonts.conf");
        std::fs::write(&fonts, include_str!("fonts.conf")).map_err(|error| Trouble::Broken(error.to_string()))?;
        // Nothing of this machine: its settings, its language, its typefaces, its graphics card.
        let variables = [
            ("HOME", home.path()),
            ("XDG_CACHE_HOME", home.path()),
            ("XDG_CONFIG_HOME", home.path()),
            ("XDG_DATA_HOME", home.path()),
            ("FONTCONFIG_FILE", &fonts),
            ("GSETTINGS_BACKEND", Path::new("memory")),
            ("GTK_THEME", Path::new("Adwaita")),
            ("GDK_SCALE", Path::new("1")),
            ("GDK_DPI_SCALE", Path::new("1")),
            ("LC_ALL", Path::new("C.UTF-8")),
            ("TZ", Path::new("Europe/London")),
            ("LIBGL_ALWAYS_SOFTWARE", Path::new("1")),
        ];
        let log = folder.join("browser.log");
        let driver =
            Driver::browse(display.name(), &browser, &["--automation"], &variables, &log).map_err(Trouble::Broken)?;
        driver.resize(1600, 1100).map_err(Trouble::Broken)?;
        let agent = driver.script("return navigator.userAgent", &[]).map_err(Trouble::Broken)?;
        let engine = Command::new(&browser).arg("--version").env("DISPLAY", display.name()).output();
        let engine =
            engine.map_or_else(|_| agent.to_string(), |said| String::from_utf8_lossy(&said.stdout).trim().to_owned());
        Ok(Stage { driver, site, engine, _display: display, _home: home })
    }

    /// The version of the engine, in its own words.
    pub fn engine(&self) -> &str {
        &self.engine
    }

    /// Brings a state on the stage: a frame of its size at the corner of the browser, and in it the page.
    pub fn show(&self, state: &State) -> Result<(), String> {
        let (width, height) = state.size;
        let page = format!(
            "<!doctype html><style>body {{ margin: 0; overflow: hidden }} iframe {{ border: 0; display: block }}</style>\
             <iframe width={width} height={height} src=\"/?{}\"></iframe>",
            state.address.replace('&', "&amp;")
        );
        self.site.publish("/stage", Response::html(page));
        self.driver.open(&self.site.url("/stage"))?;
        let frame = self.driver.element("iframe", None)?;
        self.driver.enter(&frame)?;
        self.driver.wait("the page to be drawn", "return document.querySelector('.app') !== null", &[])?;
        self.settle()?;
        (state.go)(self)?;
        // The pointer goes where nothing is under it.
        let corner = json!({"type": "pointerMove", "duration": 0, "x": width - 2, "y": height / 2});
        self.driver.perform(json!([{"type": "pointer", "id": "mouse", "actions": [corner]}]))?;
        self.settle()
    }

    /// Waits until the typefaces and images are there and the page no longer changes.
    pub fn settle(&self) -> Result<(), String> {
        let script = r#"
            const roots = [document, ...[...document.querySelectorAll("*")].map((one) => one.shadowRoot).filter(Boolean)];
            const images = roots.flatMap((root) => [...root.querySelectorAll("img")]);
            if (document.fonts.status !== "loaded" || images.some((image) => !image.complete)) return false;
            const now = roots.map((root) => (root.body ?? root).innerHTML).join() + [...document.querySelectorAll("*")].map((one) => one.scrollTop).join();
            const same = globalThis.lastLook === now;
            globalThis.lastLook = now;
            globalThis.looks = same ? (globalThis.looks ?? 0) + 1 : 0;
            return globalThis.looks >= 4;
        "#;
        self.driver.script("globalThis.looks = 0", &[])?;
        self.driver.wait("the page to stand still", script, &[]).map(drop)
    }

    /// What the frame shows.
    pub fn picture(&self, state: &State) -> Result<Picture, String> {
        let (width, height) = state.size;
        let picture = self.driver.picture()?.crop(0, 0, width, height);
        if (picture.width, picture.height) != (width, height) {
            return Err(format!("the browser shows only {} × {} of it", picture.width, picture.height));
        }
        Ok(picture)
    }

    /// Clicks what matches a selector and has this name.
    pub fn click(&self, selector: &str, name: &str) -> Result<(), String> {
        let element = self.find(selector, name)?;
        self.driver.click(&element)
    }

    /// Clicks it with the other button.
    pub fn click_other(&self, selector: &str, name: &str) -> Result<(), String> {
        let element = self.find(selector, name)?;
        self.driver.perform(json!([{"type": "pointer", "id": "mouse", "actions": [
            {"type": "pointerMove", "duration": 0, "origin": element.value(), "x": 0, "y": 0},
            {"type": "pointerDown", "button": 2}, {"type": "pointerUp", "button": 2}
        ]}]))
    }

    fn find(&self, selector: &str, name: &str) -> Result<Element, String> {
        self.driver.element(selector, (!name.is_empty()).then_some(name))
    }

    /// Types on the keyboard, wherever the focus is.
    pub fn keys(&self, text: &str) -> Result<(), String> {
        text.chars().try_for_each(|key| self.driver.press(&key.to_string()))
    }

    /// Presses a key while Control is held.
    pub fn control(&self, key: &str) -> Result<(), String> {
        self.driver.perform(json!([{"type": "key", "id": "keyboard", "actions": [
            {"type": "keyDown", "value": "\u{E009}"}, {"type": "keyDown", "value": key},
            {"type": "keyUp", "value": key}, {"type": "keyUp", "value": "\u{E009}"}
        ]}]))
    }

    /// Waits for what matches a selector and has this name.
    pub fn see(&self, selector: &str, name: &str) -> Result<(), String> {
        self.find(selector, name).map(drop)
    }

    /// Runs a script in the page.
    pub fn script(&self, body: &str) -> Result<Value, String> {
        self.driver.script(body, &[])
    }
}

/// Serves the built page, with what makes it stand still before everything else.
fn serve() -> Result<Site, String> {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/dist");
    let page = std::fs::read_to_string(dist.join("index.html"))
        .map_err(|_| "the page is not built; run npm run build in ui".to_owned())?;
    let page = page.replacen("<head>", "<head><script src=\"/still.js\"></script>", 1);
    if !page.contains("/still.js") {
        return Err("the built page has no head to put a script into".to_owned());
    }
    let site = Site::start();
    let policed = |response: Response| response.header("Content-Security-Policy", POLICY);
    site.publish("/", policed(Response::html(page)));
    site.publish("/still.js", Response::ok("text/javascript", include_str!("still.js")));
    publish(&site, &dist, &dist)?;
    Ok(site)
}

fn publish(site: &Site, dist: &Path, folder: &Path) -> Result<(), String> {
    let unread = |error: std::io::Error| format!("could not read {}: {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        if path.is_dir() {
            publish(site, dist, &path)?;
            continue;
        }
        let Ok(inside) = path.strip_prefix(dist) else { continue };
        let media_type = match path.extension().and_then(|ending| ending.to_str()) {
            Some("js") => "text/javascript",
            Some("css") => "text/css",
            Some("svg") => "image/svg+xml",
            Some("woff2") => "font/woff2",
            Some("woff") => "font/woff",
            Some("png") => "image/png",
            _ => continue,
        };
        site.publish(
            &format!("/{}", inside.display()),
            Response::ok(media_type, std::fs::read(&path).map_err(unread)?),
        );
    }
    Ok(())
}

/// The small browser that comes with WebKitGTK; distributions keep it in different folders.
fn browser() -> Option<PathBuf> {
    let multiarch = std::fs::read_dir("/usr/lib").ok()?.filter_map(Result::ok).map(|entry| entry.path());
    multiarch
        .chain(["/usr/lib".into(), "/usr/lib64".into(), "/usr/libexec".into()])
        .map(|folder: PathBuf| folder.join("webkit2gtk-4.1/MiniBrowser"))
        .find(|path| path.exists())
}
