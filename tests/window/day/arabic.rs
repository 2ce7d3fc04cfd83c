//! The core of the day in Arabic: the window is mirrored and speaks Arabic, and what publishers wrote stays as it is.

use std::time::SystemTime;

use serde_json::{Value, json};
use stoppress_support::picture::Scene;
use stoppress_support::{Newsroom, TemporaryFolder};

use super::{Day, make_home, must};
use crate::window::Window;

const PAPER: &str = "al-mina";
const STORY: &str = "مزارع الرياح تغطي ثلث حاجة الشبكة خلال الليل";
const PASSAGE: &str = "استقرار التردد كان المفاجأة الحقيقية";
const SCENE: Scene = Scene::Turbines;
/// The words of the window, as it has them itself.
const WORDS: &str = include_str!("../../../ui/src/i18n/ar.ftl");

impl Day {
    /// Another reader, in a home of her own, with the same package.
    pub(super) fn in_arabic(&mut self) -> Result<(), String> {
        self.newsroom = Newsroom::open(SystemTime::now());
        self.home = TemporaryFolder::new("home-ar");
        make_home(&self.home)?;
        let window = self.open_window("first start in Arabic")?;
        self.living("ar-language", &window, |_, window| {
            window.0.click(&window.0.element("button", Some("Skip, start empty"))?)?;
            window.go_to("Settings")?;
            window.0.click(&window.0.element("dialog nav button", Some("General"))?)?;
            window.0.click(&window.0.element("dialog [role=radio]", Some("العربية"))?)?;
            is_arabic(window)?;
            window.0.press("\u{E00C}")?;
            window.0.wait("the settings to be closed", "return !document.querySelector('dialog[open]')", &[]).map(drop)
        })?;
        self.living("ar-follow", &window, |day, window| {
            window.0.press("a")?;
            let field = window.0.element("dialog input", None)?;
            window.0.type_into(&field, &day.newsroom.home(PAPER))?;
            let lead_on = "if (document.querySelector('#stories [role=option]') && !document.querySelector('dialog[open]')) return true;
                const button = document.querySelector('dialog[open] [type=submit]');
                if (button && !button.disabled) button.click(); return false;";
            window.0.wait("the newspaper to be followed", lead_on, &[])?;
            mirrored(window)?;
            speaks_arabic(window, "Live")
        })?;
        self.living("ar-read", &window, |day, window| {
            must(window.row_says(STORY, word("row-unread")?)?, || "the row says in Arabic that it is unread".to_owned())?;
            window.0.click(&window.row(STORY)?)?;
            window.wait_for_article(STORY, PASSAGE)?;
            window.wait_for_painted(&day.display, SCENE)?;
            let start = "const h1 = document.querySelector('#article h1'); const list = document.querySelector('#stories');
                return getComputedStyle(h1).direction === 'rtl' && h1.getBoundingClientRect().right < list.getBoundingClientRect().left;";
            must(window.0.script(start, &[])? == true, || "the headline runs from the right, left of the list".to_owned())
        })?;
        self.living("ar-arrive", &window, |day, window| {
            window.scroll_list()?;
            let before = window.place_of(STORY)?;
            let new = day.newsroom.publish_next_in(PAPER, SystemTime::now()).ok_or("the newspaper holds no story")?;
            day.terminal(&["sync", "--force"])?;
            window.0.element("#stories .pill", None)?;
            let after = window.place_of(STORY)?;
            must(before == after, || format!("the row under the eye stays at {before:?}, but went to {after:?}"))?;
            speaks_arabic(window, "the pill")?;
            window.0.press(".")?;
            window.row(&new.title).map(drop)
        })?;
        self.living("ar-save", &window, |_, window| {
            window.0.click(&window.row(STORY)?)?;
            window.0.click(&window.0.element("#article button[aria-pressed]", Some(word("save")?))?)?;
            window.wait_for_words(word("state-complete")?)
        })?;
        for (step, view) in
            [("ar-saved", "saved"), ("ar-search", "search"), ("ar-sources", "sources"), ("ar-activity", "activity")]
        {
            self.living(step, &window, |_, window| {
                window.go_to(word(view)?)?;
                let there =
                    "return document.querySelector('nav [aria-current=page]')?.textContent.includes(arguments[0])";
                window.0.wait("the view", there, &[json!(word(view)?)])?;
                speaks_arabic(window, view)
            })?;
        }
        self.living("ar-settings", &window, |_, window| {
            window.go_to(word("settings")?)?;
            let count = window.0.wait(
                "the settings",
                "return document.querySelectorAll('dialog nav li button').length",
                &[],
            )?;
            for index in 0..count.as_u64().unwrap_or_default() {
                let open = "document.querySelectorAll('dialog nav li button')[arguments[0]].click(); return true;";
                window.0.script(open, &[json!(index)])?;
                speaks_arabic(window, &format!("section {index} of the settings"))?;
            }
            window.0.press("\u{E00C}")
        })?;
        window.0.quit()?;
        self.log_is_calm("first start in Arabic")?;
        self.arabic_offline()
    }

    fn arabic_offline(&mut self) -> Result<(), String> {
        self.newsroom.site().stop();
        let window = self.open_window("second start in Arabic")?;
        self.living("ar-offline", &window, |day, window| {
            is_arabic(window)?;
            window.row(STORY)?;
            window.0.press("r")?;
            window.wait_for_words(word("banner-title")?)?;
            window.go_to(word("saved")?)?;
            window.0.click(&window.row(STORY)?)?;
            window.wait_for_article(STORY, PASSAGE)?;
            window.wait_for_painted(&day.display, SCENE)?;
            speaks_arabic(window, "Saved without a network")
        })?;
        window.0.quit()?;
        self.log_is_calm("second start in Arabic")
    }
}

/// The words of the window for a key, where they are one line.
fn word(key: &str) -> Result<&'static str, String> {
    let line = WORDS.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
    line.ok_or_else(|| format!("ar.ftl has no line for {key}"))
}

fn is_arabic(window: &Window) -> Result<(), String> {
    let script = "const page = document.documentElement; return page.dir === 'rtl' && /^ar\\b/.test(page.lang)";
    window.0.wait("the page to say that it is Arabic, from right to left", script, &[]).map(drop)
}

/// The rail is at the right, the ticker beside it, the article at the left.
fn mirrored(window: &Window) -> Result<(), String> {
    let places = "return ['nav.rail', '#stories', '#article'].map((one) => document.querySelector(one).getBoundingClientRect()).map((box) => [box.left, box.right]);";
    let at = window.0.script(places, &[])?;
    let side = |region: usize, end: usize| at[region][end].as_f64().unwrap_or_default();
    let right = (side(0, 1) - super::SIZE.0 as f64).abs() <= 1.0;
    let order = side(0, 0) >= side(1, 1) - 1.0 && side(1, 0) >= side(2, 1) - 1.0 && side(2, 0) <= 1.0;
    must(right && order, || format!("rail, ticker and article stand from right to left, but they are at {at}"))
}

/// Nothing that the window itself says is English: words in text and in names, but not what publishers and readers wrote
/// (marked by a language or kept apart), keys, addresses, and what has one name everywhere.
fn speaks_arabic(window: &Window, place: &str) -> Result<(), String> {
    let script = r#"
        const apart = "bdi, kbd, code, pre, [lang]:not(html), [role=option], [role=row], script, style, input, .sq";
        const plain = (text) => (text ?? "").replace(/\u2068[^\u2069]*\u2069/g, " ").replace(/[«“][^»”]*stoppress-cli[^»”]*[»”]/g, " ").replace(/Google Reader|NetNewsWire/g, " ").replace(/\S+[.:/@]\S+/g, " ");
        const known = /^(https?|socks|Stop|Press|EPUB|OPML|HTML|Markdown|CSV|JSON|RSS|Atom|PNG|Enter|Esc|Ctrl|Shift|Alt|English|Français|Español|Deutsch|Português|Inter|Source|Serif|OLED|stoppress|cli)$/;
        const found = new Set();
        const look = (text, where) => {
            for (const one of plain(text).match(/\p{Script=Latin}{3,}/gu) ?? []) if (!known.test(one)) found.add(`${one} (${where})`);
        };
        const front = document.querySelector("dialog[open]") ?? document.body;
        const walk = document.createTreeWalker(front, NodeFilter.SHOW_TEXT);
        for (let node = walk.nextNode(); node; node = walk.nextNode()) if (!node.parentElement.closest(apart)) look(node.data, node.data.trim().slice(0, 60));
        for (const one of front.querySelectorAll("[aria-label], [title], [placeholder]"))
            for (const name of ["aria-label", "title", "placeholder"])
                if (one.hasAttribute(name) && !one.closest("[role=option], [role=row], #article, kbd, [lang]:not(html)")) look(one.getAttribute(name), `${name} ${one.getAttribute(name).slice(0, 60)}`);
        return [...found];
    "#;
    let found = window.0.script(script, &[])?;
    let none = found.as_array().is_some_and(Vec::is_empty);
    must(none, || format!("no English is left in {place}, but: {}", list(&found)))
}

fn list(found: &Value) -> String {
    found.as_array().into_iter().flatten().filter_map(Value::as_str).collect::<Vec<_>>().join("; ")
}
