//! What a publisher has from before: asked for only when the reader says so, page by page, and no news to anybody.

use crate::world::{World, item, rss};
use stoppress_model::{ErrorCode, FeedId, Older};
use stoppress_reader::SyncScope;
use stoppress_support::Response;

/// One page of a feed, which may name another.
fn page(articles: std::ops::Range<i64>, next: Option<&str>) -> Response {
    let link = next.map_or_else(String::new, |next| {
        format!("<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='next' href='{next}'/>")
    });
    rss(&std::iter::once(link).chain(articles.map(|number| item(number, "<p>Text</p>"))).collect::<Vec<_>>())
}

/// A feed of two articles with two pages of two behind it.
fn world() -> (World, FeedId) {
    let world = World::new();
    world.site.publish("/feed", page(0..2, Some("/feed/2")));
    world.site.publish("/feed/2", page(2..4, Some("/feed/3")));
    world.site.publish("/feed/3", page(4..6, None));
    let id = world.follow("/feed");
    (world, id)
}

fn older(world: &World, id: FeedId) -> Older {
    world.wait(world.reader.load_older(id)).unwrap()
}

fn titles(world: &World) -> Vec<String> {
    world.rows().iter().map(|row| row.title.as_str().replace("Headline ", "")).collect()
}

#[test]
fn older_articles_come_page_by_page_when_the_reader_asks_and_not_before() {
    let (world, id) = world();
    world.pass(7200);
    world.sync(SyncScope::All);
    assert!(world.site.requests_for("/feed/2").is_empty());
    assert!(world.feed(id).has_older);
    assert_eq!(older(&world, id), Older { new_articles: 2, pages: 1, more: true });
    assert_eq!(titles(&world), ["0", "1", "2", "3"]);
    assert_eq!(older(&world, id), Older { new_articles: 2, pages: 1, more: false });
    assert_eq!(titles(&world), ["0", "1", "2", "3", "4", "5"]);
    assert!(!world.feed(id).has_older);
    let failure = world.wait(world.reader.load_older(id)).unwrap_err().failure();
    assert_eq!(failure.code, ErrorCode::NotFound);
    assert_eq!((world.site.requests_for("/feed/2").len(), world.site.requests_for("/feed/3").len()), (1, 1));
}

#[test]
fn older_articles_are_no_news_and_stand_where_they_were_published() {
    let (world, id) = world();
    let (before, newest) = (world.feed(id), world.reader.status().unwrap().unread);
    older(&world, id);
    let rows = world.rows();
    assert!(rows[2..].iter().all(|row| row.read) && rows[..2].iter().all(|row| !row.read));
    assert!(rows[1].time.0 - rows[2].time.0 == 60, "{rows:?}");
    assert_eq!(world.reader.status().unwrap().unread, newest);
    assert_eq!(world.feed(id).next_check, before.next_check);
}

#[test]
fn what_is_known_is_passed_over_and_a_way_in_a_circle_ends() {
    let (world, id) = world();
    // The pages have moved on by one article since the feed was read, as they do when one is published.
    world.site.publish("/feed/2", page(1..2, Some("/feed/3")));
    world.site.publish("/feed/3", page(1..4, Some("/feed/2")));
    assert_eq!(older(&world, id), Older { new_articles: 2, pages: 2, more: false });
    assert_eq!(titles(&world), ["0", "1", "2", "3"]);
}

#[test]
fn the_way_goes_on_where_it_was_whatever_the_feed_says_later() {
    let (world, id) = world();
    older(&world, id);
    world.site.publish("/feed", page(-1..1, Some("/feed/2")));
    world.pass(7200);
    world.sync(SyncScope::All);
    assert_eq!(older(&world, id).new_articles, 2);
    assert_eq!(world.site.requests_for("/feed/2").len(), 1);
}

#[test]
fn a_page_that_is_not_there_ends_the_way_and_one_that_fails_does_not() {
    let (world, id) = world();
    world.site.publish("/feed/2", Response::status(500));
    let failure = world.wait(world.reader.load_older(id)).unwrap_err().failure();
    assert_eq!(failure.code, ErrorCode::Site, "{failure}");
    assert!(world.feed(id).has_older && world.feed(id).trouble.is_none());
    world.site.withdraw("/feed/2");
    assert_eq!(older(&world, id), Older { new_articles: 0, pages: 1, more: false });
    assert!(!world.feed(id).has_older);
    assert_eq!(titles(&world), ["0", "1"]);
}

#[test]
fn a_site_that_wants_to_be_left_alone_is_left_alone_by_this_too() {
    let (world, id) = world();
    world.site.publish("/feed/2", Response::status(429).header("Retry-After", "600"));
    let failure = world.wait(world.reader.load_older(id)).unwrap_err().failure();
    assert!(failure.message.contains("slow down"), "{failure}");
    world.site.publish("/feed/2", page(2..4, None));
    assert!(world.wait(world.reader.load_older(id)).is_err());
    world.sync(SyncScope::All);
    assert_eq!((world.site.requests_for("/feed/2").len(), world.site.requests_for("/feed").len()), (1, 1));
    world.pass(601);
    assert_eq!(older(&world, id).new_articles, 2);
}

#[test]
fn an_older_page_never_leads_into_a_private_network() {
    let (world, id) = world();
    world.site.publish("/feed", page(0..2, Some("http://10.0.0.1/feed/2")));
    world.pass(7200);
    world.sync(SyncScope::All);
    let failure = world.wait(world.reader.load_older(id)).unwrap_err().failure();
    assert_eq!(failure.code, ErrorCode::PrivateAddress, "{failure}");
}

#[test]
fn archives_of_atom_and_the_next_pages_of_json_feeds_are_found_too() {
    let check = |feed: Response, older_page: Response| {
        let world = World::new();
        world.site.publish("/feed", feed);
        world.site.publish("/older", older_page);
        let id = world.follow("/feed");
        assert_eq!(older(&world, id), Older { new_articles: 1, pages: 1, more: false });
        assert_eq!(titles(&world), ["Today", "Before"]);
    };
    let atom = |links: &str, title: &str, day: u32| {
        Response::atom(format!(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>The Tide</title><id>urn:t</id>{links}<entry><id>urn:{day}</id>\
             <title>{title}</title><updated>2026-10-{day:02}T00:00:00Z</updated></entry></feed>"
        ))
    };
    // The archive goes before the next page: it does not move on while it is read.
    let links =
        "<link rel='next' href='/nowhere'/><link rel='prev-archive' href='/older'/><link rel='self' href='/feed'/>";
    check(atom(links, "Today", 9), atom("<link rel='current' href='/feed'/>", "Before", 8));
    let json = |next: &str, title: &str, day: u32| {
        let item =
            format!("{{\"id\":\"{day}\",\"title\":\"{title}\",\"date_published\":\"2026-10-{day:02}T00:00:00Z\"}}");
        let head = "\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"The Tide\"";
        Response::ok("application/feed+json", format!("{{{head},{next}\"items\":[{item}]}}"))
    };
    check(json("\"next_url\":\"/older\",", "Today", 9), json("", "Before", 8));
}
