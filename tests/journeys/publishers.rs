//! What a site says of itself: its icon, and where else it can be followed. Asked rarely, and nobody else is asked.

use crate::world::{World, item, rss};
use std::time::Duration;
use stoppress_model::{
    CheckInterval, ErrorCode, FeedInterval, FeedSettings, FollowAs, Followed, ImagePolicy, PublisherLinkKind, Settings,
};
use stoppress_reader::FollowOptions;
use stoppress_support::{Response, picture::Picture};

const WEEK: i64 = 7 * 24 * 3600;
const HEAD: &str = "<link rel='icon' sizes='96x96' href='/tile.png'>";

fn tile(side: usize) -> Response {
    Response::ok("image/png", Picture::filled(side, side, [200, 60, 20]).to_png())
}

/// One followed feed whose site has this home page and a tile of 96 pixels.
fn world(head: &str, body: &str) -> World {
    let world = World::with_feed(1);
    let page = format!("<!doctype html><html><head><title>The Tide</title>{head}</head><body>{body}</body></html>");
    world.site.publish("/", Response::html(page));
    world.site.publish("/tile.png", tile(96));
    world.site.forget_requests();
    world
}

fn icon(world: &World) -> Option<String> {
    world.reader.feeds().unwrap()[0].icon.clone()
}

#[test]
fn the_icon_of_a_source_comes_from_its_own_site_small_and_at_most_once_a_week() {
    let world = world(HEAD, "");
    assert_eq!(icon(&world), None);
    world.wait(world.reader.fetch_icons_behind()).unwrap();
    let key = icon(&world).unwrap();
    let image = world.wait(world.reader.image(&key)).unwrap();
    assert_eq!(image.mime, "image/png");
    assert_eq!(image.bytes[16..24], [0, 0, 0, 64, 0, 0, 0, 64]);
    let row = world.rows()[0].id;
    let page = world.reader.article_for_window(row, None, false, |key| format!("media:{key}")).unwrap();
    assert_eq!(page.icon, Some(format!("media:{key}")));
    let asked: Vec<String> = world.site.requests().iter().map(|one| one.path_only().to_owned()).collect();
    assert_eq!(asked, ["/", "/tile.png"]);
    world.pass(WEEK - 1);
    world.wait(world.reader.fetch_icons_behind()).unwrap();
    assert_eq!(world.site.requests().len(), 2);
    world.pass(2);
    world.wait(world.reader.fetch_icons_behind()).unwrap();
    assert_eq!(world.site.requests().len(), 4);
}

#[test]
fn the_icon_of_a_source_is_there_before_it_is_followed_and_its_site_is_asked_once() {
    let world = World::new();
    let page = format!("<!doctype html><html><head><title>The Tide</title>{HEAD}</head><body></body></html>");
    world.site.publish("/", Response::html(page));
    world.site.publish("/feed", rss(&[item(1, "<p>Text</p>")]));
    world.site.publish("/tile.png", tile(96));
    let found = world.wait(world.reader.look_at(&world.site.url("/feed"), false)).unwrap();
    world.site.forget_requests();
    let look = || world.wait(world.reader.look_icon(found.look, 0));
    let key = look().unwrap().expect("the site has an icon");
    assert_eq!(look().unwrap().as_deref(), Some(key.as_str()));
    assert_eq!(world.wait(world.reader.image(&key)).unwrap().mime, "image/png");
    let asked = || world.site.requests().iter().map(|one| one.path_only().to_owned()).collect::<Vec<_>>();
    assert_eq!(asked(), ["/", "/tile.png"]);
    let followed = world.wait(world.reader.follow_found(found.look, 0, &FollowAs::default())).unwrap();
    let Followed::Followed { feed, .. } = followed else { panic!("{followed:?}") };
    assert_eq!((feed.icon.as_deref(), icon(&world).as_deref()), (Some(key.as_str()), Some(key.as_str())));
    world.reader.end_look();
    assert!(world.wait(world.reader.image(&key)).is_some(), "kept with the feed");
    world.wait(world.reader.fetch_icons_behind()).unwrap();
    assert_eq!(asked(), ["/", "/tile.png"]);
}

#[test]
fn the_icon_of_what_was_looked_at_goes_with_the_look_and_is_not_asked_for_where_no_images_are_wanted() {
    let world = World::new();
    world.site.publish("/feed", rss(&[item(1, "<p>Text</p>")]));
    world.site.publish("/favicon.ico", tile(32));
    let look = || world.wait(world.reader.look_at(&world.site.url("/feed"), false)).unwrap().look;
    let number = look();
    let key = world.wait(world.reader.look_icon(number, 0)).unwrap().expect("the site has one where browsers look");
    world.reader.end_look();
    assert!(world.wait(world.reader.image(&key)).is_none());
    let gone = world.wait(world.reader.look_icon(number, 0)).unwrap_err().failure().code;
    assert_eq!(gone, ErrorCode::BadRequest);
    world.reader.set_settings(&Settings { images: ImagePolicy::Never, ..Settings::default() }).unwrap();
    let number = look();
    world.site.forget_requests();
    assert_eq!(world.wait(world.reader.look_icon(number, 0)).unwrap(), None);
    assert!(world.site.requests().is_empty());
}

#[test]
fn a_source_that_is_followed_or_imported_while_the_app_runs_is_asked_and_has_its_icon_at_once() {
    let world = world(HEAD, "");
    world.site.publish("/other", rss(&[item(10, "<p>Text</p>")]));
    world.site.publish("/third", rss(&[item(20, "<p>Text</p>")]));
    world.wait(async {
        let reader = world.reader.clone();
        let mut notices = reader.subscribe();
        let checking = tokio::spawn({
            let reader = reader.clone();
            async move { reader.check_by_itself().await }
        });
        // Much less than the minute from one look to the next.
        let mut icons = async |count: usize| {
            while reader.feeds().unwrap().iter().filter(|feed| feed.icon.is_some()).count() < count {
                let heard = tokio::time::timeout(Duration::from_secs(20), notices.recv()).await;
                heard.expect("the icon comes before the next look").unwrap();
            }
        };
        icons(1).await;
        reader.follow(&world.site.url("/other"), &FollowOptions::default()).await.unwrap();
        icons(2).await;
        let list = format!("<opml><body><outline xmlUrl='{}'/></body></opml>", world.site.url("/third"));
        reader.import(list.as_bytes()).unwrap();
        icons(3).await;
        assert!(reader.feeds().unwrap().iter().all(|feed| feed.articles > 0));
        checking.abort();
    });
}

#[test]
fn sites_that_do_not_answer_keep_no_other_site_from_its_icon() {
    let world = World::new();
    let dead = {
        let gone = World::new();
        let dead = gone.site.url("");
        gone.site.stop();
        dead
    };
    let outlines: String = (0..60).map(|number| format!("<outline text='x' xmlUrl='{dead}/{number}'/>")).collect();
    world.reader.import(format!("<opml version='2.0'><body>{outlines}</body></opml>").as_bytes()).unwrap();
    world.site.publish("/feed", crate::world::rss(&[crate::world::item(1, "<p>Text</p>")]));
    world.site.publish("/favicon.ico", tile(32));
    let feed = world.follow("/feed");
    world.wait(world.reader.fetch_icons_behind()).unwrap();
    world.wait(world.reader.fetch_icons_behind()).unwrap();
    assert!(world.feed(feed).icon.is_some());
}

#[test]
fn who_wants_no_images_or_no_checks_behind_is_asked_for_an_icon_once_and_a_paused_source_never() {
    let manual = Settings { check_interval: CheckInterval::Manual, ..Settings::default() };
    let no_images = Settings { images: ImagePolicy::Never, ..Settings::default() };
    for settings in [manual, no_images] {
        let world = world(HEAD, "");
        let feed = world.reader.feeds().unwrap()[0].id;
        world.reader.set_settings(&settings).unwrap();
        let paused = FeedSettings { interval: FeedInterval::Paused, ..FeedSettings::default() };
        world.reader.set_feed_settings(feed, &paused).unwrap();
        world.wait(world.reader.fetch_icons_behind()).unwrap();
        assert!(world.site.requests().is_empty());
        world.reader.set_feed_settings(feed, &FeedSettings::default()).unwrap();
        for _ in 0..2 {
            world.wait(world.reader.fetch_icons_behind()).unwrap();
            assert_eq!(world.site.requests_for("/").len(), 1, "{settings:?}");
            world.pass(WEEK + 1);
        }
        world.reader.set_settings(&Settings::default()).unwrap();
        world.wait(world.reader.fetch_icons_behind()).unwrap();
        assert_eq!(world.site.requests_for("/").len(), 2);
    }
}

#[test]
fn a_saved_article_keeps_the_icon_of_its_source_also_where_it_came_later() {
    let mut world = world(HEAD, "");
    let id = world.rows()[0].id;
    world.wait(world.reader.save(&[id])).unwrap();
    world.wait(world.reader.fetch_icons_behind()).unwrap();
    let feed = world.reader.feeds().unwrap()[0].id;
    world.reader.unfollow(feed).unwrap();
    world.site.stop();
    world.restart();
    let key = world.reader.saved().unwrap()[0].icon.clone().unwrap();
    assert_eq!(world.reader.article(id).unwrap().icon, Some(key.clone()));
    assert!(world.wait(world.reader.image(&key)).is_some());
}

#[test]
fn a_site_without_a_page_may_still_have_its_usual_icon_and_what_is_none_is_not_taken() {
    let world = World::with_feed(1);
    world.site.publish("/favicon.ico", Response::ok("image/x-icon", "<svg xmlns='http://www.w3.org/2000/svg'/>"));
    world.wait(world.reader.fetch_icons_behind()).unwrap();
    assert_eq!(icon(&world), None);
    world.pass(WEEK + 1);
    world.site.publish("/favicon.ico", tile(32));
    world.wait(world.reader.fetch_icons_behind()).unwrap();
    assert!(icon(&world).is_some());
}

#[test]
fn an_icon_inside_another_private_network_is_not_asked_for() {
    let inside = World::new();
    inside.site.publish("/tile.png", tile(64));
    let world = world(&format!("<link rel='icon' href='{}'>", inside.site.url("/tile.png")), "");
    world.wait(world.reader.fetch_icons_behind()).unwrap();
    assert_eq!(icon(&world), None);
    assert!(inside.site.requests().is_empty());
}

#[test]
fn a_number_opens_the_place_that_was_shown_under_it_also_when_the_page_changed_since() {
    let world = world("", "<a rel='me' href='https://social.example/@tide'>Fediverse</a>");
    let feed = world.reader.feeds().unwrap()[0].id;
    let links = world.wait(world.reader.publisher_links(feed)).unwrap();
    let number = links.iter().position(|link| link.kind == PublisherLinkKind::Mastodon).unwrap();
    let page = "<!doctype html><title>T</title><a rel='me' href='https://other.example/@else'>Fediverse</a>";
    world.site.publish("/", Response::html(page));
    world.pass(WEEK + 1);
    world.wait(world.reader.fetch_icons_behind()).unwrap();
    assert_eq!(world.reader.publisher_link(feed, number).unwrap(), "https://social.example/@tide");
    world.wait(world.reader.publisher_links(feed)).unwrap();
    assert_eq!(world.reader.publisher_link(feed, number).unwrap(), "https://other.example/@else");
}

#[test]
fn where_a_publisher_can_be_followed_is_found_on_its_page_and_opened_by_number() {
    let world =
        world("", "<footer><a rel='me' href='https://social.example/@tide?utm_source=home'>Fediverse</a></footer>");
    let feed = world.reader.feeds().unwrap()[0].id;
    assert!(world.reader.publisher_link(feed, 0).is_err());
    let links = world.wait(world.reader.publisher_links(feed)).unwrap();
    let number = links.iter().position(|link| link.kind == PublisherLinkKind::Mastodon).unwrap();
    assert_eq!(links[number].host, "social.example");
    assert_eq!(world.reader.publisher_link(feed, number).unwrap(), "https://social.example/@tide");
    assert!(world.reader.publisher_link(feed, links.len()).is_err());
    // Asked again a month later; where that fails, what was found stays.
    world.site.forget_requests();
    world.wait(world.reader.publisher_links(feed)).unwrap();
    assert!(world.site.requests().is_empty());
    world.site.stop();
    world.pass(31 * 24 * 3600);
    assert_eq!(world.wait(world.reader.publisher_links(feed)).unwrap(), links);
}
