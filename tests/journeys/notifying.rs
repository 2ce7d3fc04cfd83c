//! Notifications: what is told of what arrives, once and in measure.

use crate::world::{World, item, rss};
use stoppress_model::{NewNotifyRule, NotifyKind, NotifySettings, Settings, WordsMatch};
use stoppress_reader::{SyncScope, Tell};

/// Noon in local time at the start of these journeys, whatever the clock of the machine says.
fn offset() -> i32 {
    i32::try_from(12 * 3600 - crate::world::NOW.0.rem_euclid(24 * 3600)).unwrap()
}

fn words(text: &str) -> NewNotifyRule {
    NewNotifyRule { kind: NotifyKind::Words, feed: None, text: text.into(), matching: WordsMatch::Any }
}

fn turn_on(world: &World) {
    let settings = world.reader.settings().unwrap();
    let notify = NotifySettings { on: true, ..NotifySettings::default() };
    world.reader.set_settings(&Settings { notify, ..settings }).unwrap();
}

/// Publishes stories with these numbers (which are minutes before the beginning), checks, and says what is told.
fn arrive(world: &World, numbers: std::ops::Range<i64>) -> Vec<Tell> {
    world.site.publish("/feed", rss(&numbers.map(|number| item(number, "<p>Text</p>")).collect::<Vec<_>>()));
    world.sync(SyncScope::All);
    told(world)
}

fn told(world: &World) -> Vec<Tell> {
    world.reader.news_to_tell(false, offset()).unwrap().tell
}

fn headlines(tell: &[Tell]) -> Vec<String> {
    let headline = |one: &Tell| match one {
        Tell::Story { headline, .. } => headline.as_ref().map(ToString::to_string),
        Tell::Summary { .. } => None,
    };
    tell.iter().filter_map(headline).collect()
}

#[test]
fn nothing_is_told_before_the_reader_agrees_and_then_only_what_arrives_after() {
    let world = World::with_feed(3);
    assert_eq!(told(&world), []);
    world.reader.add_notify_rule(&words("headline")).unwrap();
    world.pass(60);
    assert_eq!(arrive(&world, -1..3), []);
    turn_on(&world);
    assert_eq!(told(&world), []);
    world.pass(60);
    assert_eq!(headlines(&arrive(&world, -2..3)), ["Headline -2"]);
    assert_eq!(told(&world), []);
}

#[test]
fn what_was_told_is_not_told_again_after_a_restart() {
    let mut world = World::with_feed(3);
    world.reader.add_notify_rule(&words("headline")).unwrap();
    turn_on(&world);
    assert_eq!(told(&world), []);
    world.pass(120);
    assert_eq!(headlines(&arrive(&world, -2..3)), ["Headline -2", "Headline -1"]);
    world.restart();
    assert_eq!(told(&world), []);
    // Nor does the measure of an hour begin anew.
    world.pass(480);
    let tell = arrive(&world, -10..3);
    assert_eq!((headlines(&tell).len(), tell.last()), (2, Some(&Tell::Summary { stories: 6, more: true })));
}

#[test]
fn muted_read_and_unfollowed_stories_are_not_told() {
    let world = World::with_feed(3);
    turn_on(&world);
    let feed = world.rows()[0].feed_id;
    let rule = NewNotifyRule { kind: NotifyKind::Source, feed: Some(feed), ..words("") };
    world.reader.add_notify_rule(&rule).unwrap();
    assert_eq!(told(&world), []);
    let muted = stoppress_model::NewMute {
        kind: stoppress_model::MuteKind::Words,
        text: "Headline -2".into(),
        feed: None,
        days: None,
    };
    world.reader.mute(&muted).unwrap();
    world.pass(120);
    assert_eq!(headlines(&arrive(&world, -2..3)), ["Headline -1"]);
    // What waits for the end of a pause, and is read meanwhile, is known.
    world.reader.pause_notifications(Some(world.reader.now().plus(600))).unwrap();
    world.pass(120);
    assert_eq!(arrive(&world, -4..3), []);
    let read = world.rows()[0].id;
    world.reader.mark(&[read], true).unwrap();
    world.pass(600);
    assert_eq!(headlines(&told(&world)), ["Headline -3"]);
    world.reader.unfollow(feed).unwrap();
    assert_eq!(world.reader.notify_rules().unwrap(), []);
    world.reader.undo(None).unwrap();
    assert_eq!(world.reader.notify_rules().unwrap().len(), 1);
}

#[test]
fn what_comes_with_the_first_check_of_a_source_is_no_news() {
    let world = World::with_feed(3);
    world.reader.add_notify_rule(&words("headline")).unwrap();
    turn_on(&world);
    assert_eq!(told(&world), []);
    world.site.publish("/other", rss(&(0..9).map(|number| item(number, "<p>Text</p>")).collect::<Vec<_>>()));
    world.follow("/other");
    assert_eq!(told(&world), []);
}

#[test]
fn a_rule_for_a_folder_goes_along_when_the_folder_gets_another_name() {
    let world = World::with_feed(3);
    let feed = world.rows()[0].feed_id;
    world.reader.move_feeds(&[feed], Some("Coast")).unwrap();
    let rule = NewNotifyRule { kind: NotifyKind::Folder, ..words("Coast") };
    let made = world.reader.add_notify_rule(&rule).unwrap();
    assert_eq!(world.reader.add_notify_rule(&rule).unwrap().id, made.id, "one is enough");
    let name = || world.reader.notify_rules().unwrap()[0].text.to_string();
    world.reader.rename_folder("Coast", "Harbors").unwrap();
    assert_eq!(name(), "Harbors");
    world.reader.undo(None).unwrap();
    assert_eq!(name(), "Coast");
}

#[test]
fn a_rule_is_removed_and_comes_back_with_undo() {
    let world = World::with_feed(1);
    let rule = world.reader.add_notify_rule(&words("storm")).unwrap();
    world.reader.remove_notify_rule(rule.id).unwrap();
    assert_eq!(world.reader.notify_rules().unwrap(), []);
    assert_eq!(world.reader.undo(None).unwrap().action.as_deref(), Some("unnotify"));
    assert_eq!(world.reader.notify_rules().unwrap(), [rule]);
    assert_eq!(world.reader.undo(None).unwrap().action.as_deref(), Some("notify"));
    assert_eq!(world.reader.notify_rules().unwrap(), []);
    assert!(world.reader.add_notify_rule(&words("…")).is_err());
}
