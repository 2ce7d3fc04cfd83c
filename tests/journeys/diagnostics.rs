//! What is copied for a bug report.

use crate::world::World;
use stoppress_model::{CheckInterval, Settings};

#[test]
fn a_report_says_what_helps_and_names_no_site_before_the_reader_agrees() {
    let world = World::with_feed(3);
    let settings = world.reader.settings().unwrap();
    let proxy = "http://proxy.secret.example:3128".to_owned();
    world.reader.set_settings(&Settings { check_interval: CheckInterval::Hour, proxy, ..settings }).unwrap();
    let log = format!(
        "{}2026-11-26T07:00:00Z WARN  127.0.0.1 could not be read\n2026-11-26T07:00:01Z WARN  asked {} twice\n",
        "2026-11-26T06:00:00Z INFO  an old line\n".repeat(80),
        world.site.url("/feed"),
    );
    let text = world.reader.diagnostics("Stop Press 9.9.9 on linux", &log, false).unwrap();
    for part in [
        "Stop Press 9.9.9 on linux",
        "1 sources (0 in trouble), 3 stories, 0 saved",
        "check_interval: \"1h\"",
        "asked [an address] twice",
        "[an address] could not be read",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    for secret in ["127.0.0.1", "/feed", "secret"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert_eq!(text.matches("an old line").count(), 48, "fifty lines of the log at most");
    let agreed = world.reader.diagnostics("Stop Press 9.9.9 on linux", &log, true).unwrap();
    assert!(agreed.contains(&format!("{}: well", world.site.url("/feed"))), "{agreed}");
    assert!(!agreed.contains("secret"), "the way to the internet is nobody's business in any case: {agreed}");
}
