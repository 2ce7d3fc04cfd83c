//! What a reader sees and does in the window, by the roles and names that a screen reader would use.
//!
//! Everything the tests assume about the page stands in this file. The list is `[role=listbox]` with `[role=option]`
//! rows, whose name (`aria-label`, else their text) holds the headline and `unread`; the rail is `nav` with a button per
//! view; the article's text is in an open shadow root.

use serde_json::{Value, json};
use stoppress_support::picture::Scene;
use stoppress_support::{Display, Driver, Element, Rectangle};

/// The window, in a reader's words.
pub struct Window(pub Driver);

impl Window {
    /// Goes to a view by the rail: `Live`, `Saved`, `Sources`, `Settings`.
    pub fn go_to(&self, view: &str) -> Result<(), String> {
        let button = self.0.element("nav button, nav a", Some(view))?;
        self.0.click(&button)
    }

    /// Waits for the row of a story.
    pub fn row(&self, headline: &str) -> Result<Element, String> {
        self.0.element("[role=option]", Some(headline))
    }

    /// Whether the list shows a row with this headline now.
    pub fn shows_row(&self, headline: &str) -> Result<bool, String> {
        self.0.has("[role=option]", Some(headline))
    }

    /// Waits until at least `count` headlines stand wholly in view, not cut by the list's edge, and says how many do.
    pub fn wait_for_headlines(&self, count: usize) -> Result<u64, String> {
        let script = r#"
            const rows = [...document.querySelectorAll("[role=option]")];
            const clips = (box) => box && (/(auto|scroll|hidden)/.test(getComputedStyle(box).overflowY) ? box : clips(box.parentElement));
            const edge = rows.length ? clips(rows[0].parentElement)?.getBoundingClientRect() : null;
            const top = edge?.top ?? 0, bottom = Math.min(edge?.bottom ?? Infinity, window.innerHeight);
            const whole = rows.filter((row) => {
                const box = (row.querySelector("[dir]") ?? row).getBoundingClientRect();
                return box.height > 0 && box.top >= top - 1 && box.bottom <= bottom + 1;
            });
            return whole.length >= arguments[0] ? whole.length : null;
        "#;
        let rows = self.0.wait(&format!("{count} headlines in view"), script, &[json!(count)])?;
        Ok(rows.as_u64().unwrap_or_default())
    }

    /// Whether the row of a story is marked unread.
    pub fn is_unread(&self, headline: &str) -> Result<bool, String> {
        self.row_says(headline, "unread")
    }

    /// Whether the name of a story's row has these words in it.
    pub fn row_says(&self, headline: &str, words: &str) -> Result<bool, String> {
        let name = "const row = arguments[0]; return row.getAttribute('aria-label') ?? row.textContent";
        let name = self.0.script(name, &[self.row(headline)?.value()])?;
        Ok(name.as_str().is_some_and(|name| name.contains(words)))
    }

    /// Waits until the row of a story no longer says that it is unread.
    pub fn wait_until_read(&self, headline: &str) -> Result<(), String> {
        let what = format!("the row {headline:?} to turn read");
        self.0.wait_for(&what, || Ok(Value::Bool(!self.is_unread(headline)?))).map(drop)
    }

    /// Waits for an article with this headline, and for a passage of its text wherever it is contained.
    pub fn wait_for_article(&self, headline: &str, passage: &str) -> Result<(), String> {
        self.0.element("article h1, h1", Some(headline))?;
        let script = format!("{ROOTS} return roots.some((root) => text(root).includes(arguments[0]))");
        self.0.wait(&format!("the passage {passage:?}"), &script, &[json!(passage)]).map(drop)
    }

    /// Waits until the article has pictures and all of them are loaded.
    pub fn wait_for_pictures(&self) -> Result<(), String> {
        let script = format!(
            "{ROOTS} const images = roots.flatMap((root) => [...root.querySelectorAll('img')]);
             return images.length > 0 && images.every((image) => image.complete && image.naturalWidth > 0)"
        );
        self.0.wait("the pictures of the article", &script, &[]).map(drop)
    }

    /// Waits until a picture of the article is loaded and its own colour is on the screen where it stands: laid out is
    /// not yet painted. The window fills the screen. (What the driver takes for the page's picture is another painting, which
    /// it does not always finish where no card draws.)
    pub fn wait_for_painted(&self, display: &Display, scene: Scene) -> Result<(), String> {
        let script = format!(
            "{ROOTS} for (const root of roots) for (const image of root.querySelectorAll('img')) {{
                if (image.naturalWidth !== arguments[0] || !image.complete) continue;
                image.scrollIntoView({{ block: 'center' }});
                const box = image.getBoundingClientRect();
                return [box.x, box.y, box.width, box.height, window.innerWidth];
            }}"
        );
        let what = format!("the picture {}", scene.name());
        self.0.wait(&format!("{what} to be loaded"), &script, &[json!(Scene::WIDTH)])?;
        self.0
            .wait_for(&format!("{what} to be painted"), || {
                let sides = self.0.script(&script, &[json!(Scene::WIDTH)])?;
                let side = |index: usize| sides[index].as_f64().unwrap_or_default();
                let window = display.picture()?;
                let scale = window.width as f64 / side(4).max(1.0);
                let pixels = |index: usize| (side(index).max(0.0) * scale) as usize;
                let image = window.crop(pixels(0), pixels(1), pixels(2), pixels(3));
                // The band is an eighth of the picture; rounded corners and a fold take some of it.
                Ok(Value::Bool(image.share_of(scene.signature(), 3) > 0.08))
            })
            .map(drop)
    }

    /// Waits for words anywhere in the window, spaces folded.
    pub fn wait_for_words(&self, words: &str) -> Result<(), String> {
        let script = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0])";
        self.0.wait(&format!("the words {words:?}"), script, &[json!(words)]).map(drop)
    }

    /// Scrolls the list a little, so that its reader is not at its top.
    pub fn scroll_list(&self) -> Result<(), String> {
        let script = r#"
            let box = document.querySelector("[role=listbox]");
            while (box && box.scrollHeight <= box.clientHeight + 8) box = box.parentElement;
            if (box) box.scrollTop = 24;
            return true;
        "#;
        self.0.script(script, &[]).map(drop)
    }

    /// Where the row of a story stands.
    pub fn place_of(&self, headline: &str) -> Result<Rectangle, String> {
        self.0.rectangle(&self.row(headline)?)
    }

    /// Where the first picture of the article stands: tells whether the article moved while it was read.
    pub fn place_of_picture(&self) -> Result<Value, String> {
        let script = format!(
            "{ROOTS} for (const root of roots) for (const image of root.querySelectorAll('img')) {{
                if (image.naturalWidth === arguments[0]) return [image.getBoundingClientRect().x, image.getBoundingClientRect().y];
            }}"
        );
        self.0.script(&script, &[json!(Scene::WIDTH)])
    }

    /// Agrees where the window asks whether it may contact this machine itself; a window that need not ask does not.
    /// `done` tells when the question can no longer come.
    pub fn agree_until(&self, done: impl Fn() -> Result<bool, String>) -> Result<(), String> {
        self.0
            .wait_for("the feed to be followed", || {
                if done()? {
                    return Ok(Value::Bool(true));
                }
                let ask = "const box = [...document.querySelectorAll('dialog[open], [role=alertdialog]')].pop();
                    const yes = box && [...box.querySelectorAll('button')].find((b) => /follow|allow|contact|look|yes/i.test(b.textContent));
                    if (yes && !yes.disabled) yes.click(); return null;";
                self.0.script(ask, &[])
            })
            .map(drop)
    }
}

/// Every root that may hold text: the document and all open shadow roots.
const ROOTS: &str = r#"
    const roots = [document.body, ...[...document.querySelectorAll("*")].map((e) => e.shadowRoot).filter(Boolean)];
    const text = (root) => (root.textContent ?? "").replace(/\s+/g, " ");
"#;
