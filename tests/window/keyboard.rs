//! A day in the real window without a pointer: first run to last key, with the focus in sight after every one (UI.md 2.24.2).
//!
//! By hand: `STOPPRESS_BIN=target/debug cargo test -p stoppress-tests --test window without_a_pointer -- --nocapture`.

use std::collections::BTreeSet;
use std::time::SystemTime;

use serde_json::{Value, json};
use stoppress_support::Newsroom;

use crate::hand::Hand;
use crate::stage::Stage;
use crate::window::Window;

/// Followed on the first screen, has most stories.
const FIRST: &str = "the-lantern";
/// Followed later, and moved to a folder.
const SECOND: (&str, &str) = ("field-notes", "Field Notes");
/// Arrives in a list from another reader.
const THIRD: &str = "Hafenblatt";
/// A word that one story of the first newspaper has in its headline.
const SOUGHT: (&str, &str) = ("telescopes", "Library lends its first hundred telescopes");

#[test]
fn everything_can_be_done_without_a_pointer_and_the_focus_is_always_in_sight() {
    if let Err(sentence) = live() {
        panic!("{sentence}");
    }
}

fn live() -> Result<(), String> {
    let stage = Stage::set("keyboard")?;
    let newsroom = Newsroom::open(SystemTime::now());
    let day = Day { stage, newsroom };
    day.first_window()?;
    day.second_window()
}

struct Day {
    stage: Stage,
    newsroom: Newsroom,
}

type Step = fn(&Day, &Window, &mut Hand<'_>) -> Result<(), String>;

impl Day {
    fn first_window(&self) -> Result<(), String> {
        let window = self.stage.open()?;
        let mut hand = Hand::on(&window.0);
        let steps: [(&str, Step); 12] = [
            ("first run", Day::first_run),
            ("regions", Day::regions),
            ("add a source", Day::add_source),
            ("read ten", Day::read_ten),
            ("save", Day::save),
            ("unsave and undo", Day::unsave_and_undo),
            ("mark older read", Day::mark_older),
            ("search", Day::search),
            ("move to a folder", Day::move_to_folder),
            ("import OPML", Day::import_opml),
            ("export EPUB", Day::export_epub),
            ("theme and keys", Day::theme_and_keys),
        ];
        for (name, step) in steps {
            println!("▸ {name}");
            step(self, &window, &mut hand).map_err(|sentence| {
                format!("{name}: {sentence}\nThe picture is at {}.", self.stage.photograph("failed").display())
            })?;
        }
        println!("▸ quit");
        hand.press_last("Control+q");
        println!("  {} keys, and the focus was in sight after each", hand.pressed());
        window.0.wait_for_end().map_err(|sentence| format!("quit: {sentence}"))?;
        self.stage.is_calm()
    }

    /// What was changed is as it was left, and the key that was chosen works.
    fn second_window(&self) -> Result<(), String> {
        println!("▸ the next start");
        let window = self.stage.open()?;
        window.row(SOUGHT.1)?;
        let theme = window.0.script("return document.documentElement.dataset.theme", &[])?;
        must(theme == "sepia", || format!("the chosen theme is there again, not {theme}"))?;
        let mut hand = Hand::on(&window.0);
        hand.press(&["w"])?;
        hand.lands("stories", "Saved")?;
        hand.press_last("Control+q");
        window.0.wait_for_end()?;
        self.stage.is_calm()
    }

    fn first_run(&self, window: &Window, hand: &mut Hand<'_>) -> Result<(), String> {
        window.wait_for_words("What do you want to follow?")?;
        hand.press(&["Tab"])?;
        hand.round()?;
        hand.tab_to("Site or feed address")?;
        hand.type_text(&self.newsroom.home(FIRST))?;
        self.enter_until_followed(window, hand, "[role=option]")?;
        window.row(SOUGHT.1)?;
        hand.lands("stories", "unread")
    }

    /// Enter leads on: from looking at an address over agreeing that it is on this machine to following what was found.
    fn enter_until_followed(&self, window: &Window, hand: &mut Hand<'_>, sign: &str) -> Result<(), String> {
        let ready = "const [sign, last] = arguments;
            if (!document.querySelector('dialog[open]') && document.querySelector(sign)) return 'done';
            const button = [...document.querySelectorAll('.wel [type=submit], dialog[open] [type=submit]')].pop();
            const words = button && !button.disabled ? button.textContent.trim() : last;
            return words !== last && words;";
        let mut last = Value::from("");
        while last != "done" {
            last = window.0.wait("the way to the source to lead on", ready, &[json!(sign), last])?;
            if last != "done" {
                hand.press(&["Enter"])?;
            }
        }
        Ok(())
    }

    /// Tab goes round through everything and is caught nowhere; F6 goes round the regions, both ways.
    fn regions(&self, window: &Window, hand: &mut Hand<'_>) -> Result<(), String> {
        hand.press(&["j"])?;
        window.0.element("#article article h1, #article h1", None)?;
        let through: BTreeSet<String> = hand.round()?.into_iter().collect();
        for region in ["rail", "stories", "article"] {
            must(through.contains(region), || format!("Tab comes through {region:?}, not only through {through:?}"))?;
        }
        for (key, expected) in [("F6", ["article", "rail", "stories"]), ("Shift+F6", ["rail", "article", "stories"])] {
            for region in expected {
                hand.press(&[key])?;
                let there = hand.region()?;
                must(there == region, || format!("{key} goes to {region:?}, not to {there:?}"))?;
            }
        }
        // A dialog holds the focus, gives it back, and Escape leaves it.
        let before = hand.name()?;
        for (key, name) in [("?", "help"), ("Control+k", "palette"), ("Control+,", "settings")] {
            hand.press(&[key])?;
            hand.until(&format!("the {name} to have the focus"), || Ok(Value::Bool(hand.region()? == "dialog")))?;
            let through = hand.round()?;
            must(through == ["dialog"], || format!("Tab stays in the {name}, but came through {through:?}"))?;
            hand.press(&["Escape"])?;
            hand.lands("stories", &before)?;
        }
        Ok(())
    }

    fn add_source(&self, window: &Window, hand: &mut Hand<'_>) -> Result<(), String> {
        hand.press(&["a"])?;
        hand.lands("dialog", "Site or feed address")?;
        hand.type_text(&self.newsroom.home(SECOND.0))?;
        self.enter_until_followed(window, hand, ".toast")?;
        hand.lands("stories", "")
    }

    /// Five by resting on them, as `j` does it, and five by opening them.
    fn read_ten(&self, window: &Window, hand: &mut Hand<'_>) -> Result<(), String> {
        hand.press(&["g", "g"])?;
        hand.lands("stories", "")?;
        for _ in 0..5 {
            hand.press(&["j"])?;
            self.until_selected_is_read(window, hand)?;
        }
        hand.press(&["Enter"])?;
        hand.lands("article", "Article")?;
        for _ in 0..5 {
            hand.press(&["n", "Enter", " ", "Shift+ "])?;
            self.until_selected_is_read(window, hand)?;
        }
        let read = self.rows(|row| row["read"] == true)?;
        must(read >= 10, || format!("the terminal says that ten are read, not {read}"))
    }

    fn save(&self, window: &Window, hand: &mut Hand<'_>) -> Result<(), String> {
        hand.press(&["s"])?;
        self.until_saved(hand, 1)?;
        hand.press(&["j", "s"])?;
        self.until_saved(hand, 2)?;
        window.0.element("#article [aria-pressed=true]", None).map(drop)
    }

    /// The focus goes to the next story, and where there is none to the list.
    fn unsave_and_undo(&self, window: &Window, hand: &mut Hand<'_>) -> Result<(), String> {
        hand.press(&["g", "s"])?;
        hand.lands("stories", "Saved, ")?;
        hand.press(&["g", "g"])?;
        let rows = window.0.script(
            "return [...document.querySelectorAll('#stories [role=option]')].map((row) => row.textContent)",
            &[],
        )?;
        let second = rows[1].as_str().unwrap_or_default().trim().chars().take(20).collect::<String>();
        hand.press(&["s"])?;
        self.until_saved(hand, 1)?;
        hand.lands("stories", &second)?;
        hand.press(&["s"])?;
        self.until_saved(hand, 0)?;
        hand.lands("stories", "")?;
        hand.press(&["Control+z"])?;
        self.until_saved(hand, 1)?;
        hand.lands("stories", "Saved, ")?;
        hand.press(&["Control+z"])?;
        self.until_saved(hand, 2)
    }

    fn mark_older(&self, _: &Window, hand: &mut Hand<'_>) -> Result<(), String> {
        hand.press(&["g", "l"])?;
        hand.lands("stories", "")?;
        let before = self.rows(|row| row["read"] == false)?;
        hand.press(&["Shift+O"])?;
        // Not the message, which may still be that of the step before.
        hand.until(&format!("the older ones of {before} unread stories to be read"), || {
            Ok(Value::Bool(self.rows(|row| row["read"] == false)? < before))
        })?;
        hand.press(&["Control+z"])?;
        hand.until("the older stories to be unread again", || {
            Ok(Value::Bool(self.rows(|row| row["read"] == false)? == before))
        })
    }

    fn search(&self, window: &Window, hand: &mut Hand<'_>) -> Result<(), String> {
        hand.press(&["/"])?;
        hand.lands("stories", "Search everything")?;
        hand.type_text(SOUGHT.0)?;
        window.row(SOUGHT.1)?;
        hand.press(&["ArrowDown"])?;
        hand.lands("stories", SOUGHT.1)?;
        hand.press(&["Enter"])?;
        hand.lands("article", "Article")?;
        window.0.element("#article h1", Some(SOUGHT.1)).map(drop)
    }

    /// By the menu in its details; no drag.
    fn move_to_folder(&self, window: &Window, hand: &mut Hand<'_>) -> Result<(), String> {
        hand.press(&["g", "o"])?;
        hand.lands("stories", "Without a folder")?;
        hand.walk_to("ArrowDown", SECOND.1)?;
        hand.press(&["Enter"])?;
        window.0.element("#article h1", Some(SECOND.1))?;
        hand.press(&["F6"])?;
        hand.tab_to(", Folder")?;
        hand.press(&["Enter"])?;
        hand.walk_to("ArrowDown", "New folder")?;
        hand.press(&["Enter"])?;
        hand.lands("dialog", "Name")?;
        hand.type_text("Morning")?;
        hand.press(&["Enter"])?;
        hand.until("the source to be in its folder", || {
            let feeds = self.stage.terminal(&["feeds"])?;
            Ok(Value::Bool(all(&feeds).any(|feed| feed["title"] == SECOND.1 && feed["folder"] == "Morning")))
        })?;
        window.0.element("[role=row]", Some("Morning"))?;
        hand.lands("article", "")
    }

    /// The system's chooser cannot be shown while the window is driven: that it is asked for is seen, and the file is handed
    /// over as it would be.
    fn import_opml(&self, window: &Window, hand: &mut Hand<'_>) -> Result<(), String> {
        let file = self.stage.home.join("list.opml");
        std::fs::write(&file, self.newsroom.opml()).map_err(|error| error.to_string())?;
        hand.press(&["g", "o"])?;
        hand.tab_to("Import OPML")?;
        let listen = "for (const input of document.querySelectorAll('input[type=file]'))
            input.addEventListener('cancel', () => (window.asked = input));";
        window.0.script(listen, &[])?;
        hand.press(&["Enter"])?;
        let input = window.0.wait("the chooser for files to be asked for", "return window.asked", &[])?;
        window.0.choose_file(&input.into(), &file)?;
        // What the list holds is shown before it is taken.
        hand.until("the list to be shown", || Ok(Value::Bool(hand.region()? == "dialog")))?;
        hand.tab_to("Follow ")?;
        hand.press(&["Enter"])?;
        hand.until("the list to be followed", || {
            Ok(Value::Bool(all(&self.stage.terminal(&["feeds"])?).any(|feed| feed["title"] == THIRD)))
        })?;
        // What came of it is said in a dialog.
        hand.until("the outcome to be said", || Ok(Value::Bool(hand.region()? == "dialog")))?;
        hand.press(&["Escape"])?;
        hand.lands("stories", "Import OPML")
    }

    fn export_epub(&self, _: &Window, hand: &mut Hand<'_>) -> Result<(), String> {
        hand.press(&["g", "s"])?;
        hand.lands("stories", "")?;
        hand.press(&["Control+s"])?;
        hand.lands("dialog", "Take out")?;
        hand.walk_to("Shift+Tab", "A book")?;
        hand.press(&["Enter"])?;
        let folder = self.stage.home.join("Downloads");
        hand.until("the book to be written", || {
            let books = std::fs::read_dir(&folder).map_err(|error| error.to_string())?.filter_map(Result::ok);
            Ok(Value::Bool(
                books.map(|entry| entry.path()).any(|path| path.extension().is_some_and(|kind| kind == "epub")),
            ))
        })?;
        hand.lands("dialog", "Done")?;
        hand.press(&["Enter"])?;
        hand.lands("stories", "")
    }

    /// A theme by the arrow keys, and a key of one's own; one that is taken is named.
    fn theme_and_keys(&self, window: &Window, hand: &mut Hand<'_>) -> Result<(), String> {
        hand.press(&["Control+,"])?;
        hand.lands("dialog", "Search settings")?;
        hand.tab_to("System")?;
        hand.press(&["ArrowRight", "ArrowRight"])?;
        window.0.wait("the theme to change", "return document.documentElement.dataset.theme === 'sepia'", &[])?;
        hand.walk_to("Shift+Tab", "Keyboard")?;
        hand.press(&["Enter"])?;
        hand.tab_to("Saved: ")?;
        hand.press(&["Enter", "j"])?;
        let said = "return [...document.querySelectorAll('dialog [role=status]')].some((one) => one.textContent.includes(arguments[0]))";
        window.0.wait("the command that has the key to be named", said, &[json!("Next story")])?;
        hand.press(&["w"])?;
        window.0.wait("the new key to be confirmed", said, &[json!("w is now")])?;
        hand.press(&["Escape"])?;
        hand.until("the settings to be closed", || Ok(Value::Bool(hand.region()? != "dialog")))
    }

    fn until_selected_is_read(&self, window: &Window, hand: &Hand<'_>) -> Result<(), String> {
        let script = "const row = document.querySelector('#stories [role=option][aria-selected=true]');
            return row !== null && !/, unread/.test(row.textContent.replace(/\\s+,/g, ','));";
        hand.until("the selected story to turn read", || window.0.script(script, &[]))
    }

    fn until_saved(&self, hand: &Hand<'_>, count: usize) -> Result<(), String> {
        hand.until(&format!("{count} stories to be saved with their pictures"), || {
            let saved = self.stage.terminal(&["saved"])?;
            Ok(Value::Bool(all(&saved).count() == count && all(&saved).all(|row| row["state"] == "complete")))
        })
    }

    /// How many stories of Live are so.
    fn rows(&self, wanted: impl Fn(&Value) -> bool) -> Result<usize, String> {
        Ok(all(&self.stage.terminal(&["ticker", "--limit", "0"])?).filter(|row| wanted(row)).count())
    }
}

fn all(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn must(kept: bool, promise: impl FnOnce() -> String) -> Result<(), String> {
    if kept { Ok(()) } else { Err(promise()) }
}
