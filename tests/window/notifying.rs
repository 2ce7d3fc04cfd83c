//! Notifications in the real window, over a bus of our own: nothing before the reader agrees, one for a story that arrives,
//! and the story opens when it is clicked.
//!
//! By hand: `STOPPRESS_BIN=target/debug cargo test -p stoppress-tests --test window a_notification -- --nocapture`.

use std::path::Path;
use std::time::SystemTime;

use stoppress_support::{Response, Site, rfc822};

use crate::bus::Bus;
use crate::stage::Stage;
use crate::window::Window;

#[test]
fn a_notification_names_what_arrives_and_a_click_opens_it() {
    if crate::package::is_named("notifications")
        && let Err(sentence) = notify()
    {
        panic!("{sentence}");
    }
}

fn notify() -> Result<(), String> {
    let (stage, site, bus) = (Stage::set("notify")?, Site::start(), Bus::start()?);
    publish(&site, &["Lighthouse lit again"]);
    stage.terminal(&["follow", &site.url("/feed")])?;
    let window = stage.open_with(&[("DBUS_SESSION_BUS_ADDRESS", Path::new(bus.address()))])?;
    window.row("Lighthouse lit again")?;

    // Nobody shows notifications yet, and the settings say so.
    settings(&window)?;
    window.wait_for_words("Nothing on this system shows notifications just now.")?;
    press(&window, "dialog[open] button", "Close")?;
    let shower = bus.shows_notifications()?;

    // The first rule asks. At night the test runs too.
    window.go_to("Sources")?;
    press(&window, "[role=row]", "The Tide")?;
    press(&window, "#article [role=switch]", "Notify me")?;
    press(&window, "dialog[open] button", "Show notifications")?;
    window.wait_for_words("You will be notified about The Tide")?;
    settings(&window)?;
    press(&window, "dialog[open] [role=switch]", "Keep quiet hours")?;
    press(&window, "dialog[open] button", "Close")?;
    stage.look_elsewhere()?;

    publish(&site, &["Lighthouse lit again", "Ferry <Anna> & crew return"]);
    stage.terminal(&["sync", "--force"])?;
    let shown = shower.next()?;
    if (shown.title.as_str(), shown.text.as_str()) != ("The Tide", "Ferry &lt;Anna&gt; &amp; crew return") {
        return Err(format!("the source and the headline are named, escaped, but: {shown:?}"));
    }
    if shown.actions != ["default", "Open"] || shown.entry.as_deref() != Some("stoppress") {
        return Err(format!("a click is offered, and the app is named, but: {shown:?}"));
    }
    if !shower.others().is_empty() {
        return Err("one story is one notification".into());
    }
    shower.click(shown.id)?;
    window.wait_for_article("Ferry <Anna> & crew return", "Text of Ferry")?;

    // Nobody there any more: news goes on without notifications, and nothing breaks.
    drop(shower);
    stage.look_elsewhere()?;
    publish(&site, &["Lighthouse lit again", "Ferry <Anna> & crew return", "Harbor opens"]);
    stage.terminal(&["sync", "--force"])?;
    window.row("Harbor opens")?;
    settings(&window)?;
    window.wait_for_words("Nothing on this system shows notifications just now.")?;
    stage.is_calm()?;
    press(&window, "dialog[open] button", "Close")?;
    window.0.quit()
}

fn settings(window: &Window) -> Result<(), String> {
    window.go_to("Settings")?;
    window.0.element("dialog[open] h2", None).inspect_err(|_| println!("{:?}", window.0.script("return [document.querySelectorAll('dialog').length, document.activeElement.outerHTML.slice(0,200), document.hasFocus()]", &[])))?;
    press(window, "dialog[open] nav button", "Notifications")
}

/// Presses what has this name.
pub fn press(window: &Window, selector: &str, name: &str) -> Result<(), String> {
    let button = window.0.element(selector, Some(name))?;
    window.0.click(&button)
}

/// Publishes stories that have just been written, the newest first.
pub fn publish(site: &Site, titles: &[&str]) {
    let now = rfc822(SystemTime::now());
    let item = |title: &&str| {
        let title = title.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        format!(
            "<item><guid>{title}</guid><title><![CDATA[{}]]></title><pubDate>{now}</pubDate>\
             <description><![CDATA[<p>Text of {}</p>]]></description></item>",
            title,
            title.split(' ').next().unwrap_or_default()
        )
    };
    let items: String = titles.iter().map(item).collect();
    let feed = format!("<rss version=\"2.0\"><channel><title>The Tide</title>{items}</channel></rss>");
    site.publish("/feed", Response::rss(feed).with_validators());
}
