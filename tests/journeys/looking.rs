//! Looking at an address before it is followed.

use crate::world::{NOW, World, item, rss};
use stoppress_model::{ErrorCode, FeedKind, FollowAs, Followed, Found, FoundSource, TextMode};
use stoppress_reader::SyncScope;
use stoppress_support::{Behaviour, Response};

const TWO: &str = "<link rel='alternate' type='application/rss+xml' title='Comments' href='/comments'>\
                   <link rel='alternate' type='application/rss+xml' title='All stories' href='/feed'>";

fn page(links: &str) -> Response {
    Response::html(format!("<!doctype html><html><head><title>Tide</title>{links}</head><body><p>x</p></body></html>"))
}

fn look(world: &World, path: &str) -> Found {
    world.wait(world.reader.look_at(&world.site.url(path), false)).unwrap()
}

fn titles(source: &FoundSource) -> Vec<&str> {
    source.latest.iter().map(|story| story.title.as_str()).collect()
}

fn follow(world: &World, found: &Found, place: usize, wish: &FollowAs) -> (stoppress_model::Feed, bool, u64) {
    match world.wait(world.reader.follow_found(found.look, place, wish)).unwrap() {
        Followed::Followed { feed, already, new_articles } => (*feed, already, new_articles),
        Followed::Candidates { candidates } => panic!("{candidates:?}"),
    }
}

#[test]
fn a_feed_tells_what_it_is_and_nothing_is_followed() {
    let world = World::new();
    let items: Vec<String> = (0..7).map(|n| item(n * 60, "<p>Short</p>")).collect();
    world.site.publish("/feed", rss(&items));
    let found = look(&world, "/feed");
    let [source] = found.sources.as_slice() else { panic!("{found:?}") };
    assert_eq!((source.title.as_str(), source.kind), ("The Tide", Some(FeedKind::Rss)));
    assert_eq!((source.language.as_deref(), source.articles, source.whole), (Some("en"), 7, Some(false)));
    assert_eq!(titles(source), ["Headline 0", "Headline 60", "Headline 120", "Headline 180", "Headline 240"]);
    assert_eq!((source.newest, source.latest[1].time), (Some(NOW), Some(NOW.plus(-3600))));
    // Seven within six hours.
    assert_eq!(source.per_day.map(f64::round), Some(28.0));
    assert!(world.reader.feeds().unwrap().is_empty() && world.rows().is_empty());
}

#[test]
fn what_was_looked_at_is_followed_without_asking_again_and_as_the_reader_wants_it() {
    let world = World::new();
    world.site.publish("/feed", rss(&[item(1, "x"), item(2, "x")]));
    let found = look(&world, "/feed");
    world.site.forget_requests();
    let wish = FollowAs {
        folder: Some("Evenings".into()),
        own_title: Some("Tide, mine".into()),
        text_mode: TextMode::Full,
        in_live: false,
    };
    let (feed, already, new) = follow(&world, &found, 0, &wish);
    assert_eq!((already, new, feed.title.as_str()), (false, 2, "Tide, mine"));
    assert_eq!(feed.folder.unwrap().as_str(), "Evenings");
    assert_eq!((feed.text_mode, feed.settings.in_live), (TextMode::Full, false));
    assert!(world.site.requests().is_empty(), "the first fetch was the look's");
    // Its validators are those of the look: the next check is a conditional one.
    world.pass(3600);
    assert_eq!(world.sync(SyncScope::All).unchanged, 1);
    assert!(world.site.requests()[0].header("if-none-match").is_some());
    world.reader.undo(Some("follow")).unwrap();
    assert!(world.reader.feeds().unwrap().is_empty());
}

#[test]
fn feeds_of_a_page_are_all_looked_at_and_comments_come_last() {
    let world = World::new();
    world.site.publish("/", page(TWO));
    world.site.publish("/comments", rss(&[item(1, "I agree")]));
    world.site.publish("/feed", rss(&[item(2, "x")]));
    let found = look(&world, "/");
    let about: Vec<_> = found.sources.iter().map(|one| (one.title.as_str(), one.comments, titles(one))).collect();
    assert_eq!(about, [("All stories", false, vec!["Headline 2"]), ("Comments", true, vec!["Headline 1"])]);
    assert_eq!(follow(&world, &found, 0, &FollowAs::default()).0.url, world.site.url("/feed"));
}

#[test]
fn a_feed_that_cannot_be_read_is_named_with_its_cause_below_the_others() {
    let world = World::new();
    world.site.publish("/", page(TWO));
    world.site.publish("/comments", rss(&[item(1, "x")]));
    let found = look(&world, "/");
    assert_eq!(found.sources[0].title.as_str(), "Comments");
    assert!(found.sources[1].problem.as_ref().unwrap().contains("nothing at this address"), "{found:?}");
    world.site.publish("/one", page("<link rel='alternate' type='application/rss+xml' href='/gone'>"));
    let failure = world.wait(world.reader.look_at(&world.site.url("/one"), false)).unwrap_err().failure();
    assert_eq!(failure.code, ErrorCode::Site);
    assert!(failure.message.contains("Nothing was changed"), "{failure}");
}

#[test]
fn what_is_followed_already_is_said_from_the_library_alone() {
    let world = World::with_feed(2);
    world.site.forget_requests();
    let found = look(&world, "/feed");
    let feed = world.reader.feeds().unwrap()[0].id;
    assert_eq!((found.sources[0].followed, titles(&found.sources[0])), (Some(feed), vec!["Headline 0", "Headline 1"]));
    assert!(world.site.requests().is_empty());
    let (_, already, new) = follow(&world, &found, 0, &FollowAs::default());
    assert_eq!((already, new), (true, 0));
    // Also where a page or a permanent redirect leads to it.
    world.site.publish("/old", Response::redirect(301, "/feed"));
    world.site.publish("/", page("<link rel='alternate' type='application/rss+xml' href='/feed'>"));
    assert_eq!(look(&world, "/old").sources[0].followed, Some(feed));
    assert_eq!(look(&world, "/").sources[0].followed, Some(feed));
}

#[test]
fn a_look_that_is_ended_answers_at_once_and_leaves_nothing() {
    let world = World::new();
    world.site.publish("/feed", rss(&[item(1, "x")]).behaving(Behaviour::Silent));
    let address = world.site.url("/feed");
    let ended = world.wait(async {
        let looking = world.reader.look_at(&address, false);
        let ending = async {
            while world.site.requests().is_empty() {
                tokio::task::yield_now().await;
            }
            world.reader.end_look();
        };
        tokio::join!(looking, ending).0
    });
    assert_eq!(ended.unwrap_err().failure().code, ErrorCode::BadRequest);
    assert!(world.reader.feeds().unwrap().is_empty());
}

#[test]
fn an_older_look_cannot_be_followed_and_an_old_one_asks_again() {
    let world = World::new();
    world.site.publish("/feed", rss(&[item(1, "x")]));
    world.site.publish("/other", rss(&[item(2, "x")]));
    let first = look(&world, "/feed");
    let second = look(&world, "/other");
    let refused = |found: &Found, place| {
        world.wait(world.reader.follow_found(found.look, place, &FollowAs::default())).unwrap_err().failure().code
    };
    assert_eq!(refused(&first, 0), ErrorCode::BadRequest);
    assert_eq!(refused(&second, 1), ErrorCode::BadRequest);
    world.pass(3600);
    world.site.forget_requests();
    assert_eq!(follow(&world, &second, 0, &FollowAs::default()).2, 1);
    assert_eq!(world.site.requests().len(), 1);
}

#[test]
fn a_look_inside_the_readers_own_network_is_asked_about_first() {
    let world = World::new();
    world.site.publish("/feed", rss(&[item(1, "x")]));
    let failure = world.wait(world.reader.look_at(&world.site.url("/feed"), true)).unwrap_err().failure();
    assert_eq!(failure.code, ErrorCode::PrivateAddress);
    assert!(world.site.requests().is_empty());
    let found = look(&world, "/feed");
    follow(&world, &found, 0, &FollowAs::default());
    // The permission is kept with the feed.
    world.pass(3600);
    assert_eq!(world.sync(SyncScope::All).failed, 0);
}
