//! Opening a story again goes on where it was left.

use crate::world::{World, item, rss};
use stoppress_model::ErrorCode;
use stoppress_reader::SyncScope;

#[test]
fn a_story_opens_where_it_was_left_also_after_a_restart() {
    let mut world = World::with_feed(2);
    let (left, other) = (world.rows()[0].id, world.rows()[1].id);
    assert_eq!(world.reader.article(left).unwrap().position, None);
    world.reader.set_position(left, 0.25).unwrap();
    world.reader.set_position(left, 0.625).unwrap();
    world.restart();
    assert_eq!(world.reader.article(left).unwrap().position, Some(0.625));
    assert_eq!(world.reader.article(other).unwrap().position, None);
}

#[test]
fn the_place_in_a_saved_story_stays_with_it_whatever_happens_to_its_feed() {
    let world = World::with_feed(1);
    let id = world.rows()[0].id;
    world.reader.set_position(id, 0.5).unwrap();
    world.wait(world.reader.save(&[id])).unwrap();
    world.site.publish("/feed", rss(&[item(0, "<p>Another text</p>")]));
    world.pass(7200);
    world.sync(SyncScope::Due);
    let feed = world.reader.feeds().unwrap()[0].id;
    world.reader.unfollow(feed).unwrap();
    assert_eq!(world.reader.article(id).unwrap().position, Some(0.5));
    world.reader.set_position(id, 1.0).unwrap();
    assert_eq!(world.reader.article(id).unwrap().position, Some(1.0));
}

#[test]
fn what_is_no_place_in_a_story_is_refused() {
    let world = World::with_feed(1);
    let id = world.rows()[0].id;
    for bad in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
        assert_eq!(world.reader.set_position(id, bad).unwrap_err().failure().code, ErrorCode::BadRequest);
    }
    assert_eq!(world.reader.article(id).unwrap().position, None);
}
