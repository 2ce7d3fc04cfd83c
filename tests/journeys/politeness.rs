//! What sites see of us.

use crate::world::{World, item, rss};
use std::sync::atomic::{AtomicUsize, Ordering};
use stoppress_reader::{FollowOptions, SyncScope};
use stoppress_support::{Newsroom, Request, Response};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// What a request says, by the names of headers that are given.
fn said<const N: usize>(request: &Request, names: [&str; N]) -> [Option<String>; N] {
    names.map(|name| request.header(name).map(str::to_owned))
}

#[test]
fn a_request_says_who_asks_and_what_is_understood_and_nothing_else() {
    let world = World::with_feed(1);
    let request = world.site.requests().remove(0);
    assert_eq!(request.method, "GET");
    let mut names: Vec<String> = request.headers.iter().map(|(name, _)| name.to_ascii_lowercase()).collect();
    names.sort();
    assert_eq!(names, ["accept", "accept-encoding", "host", "user-agent"]);
    let [agent, accept, encoding] = said(&request, ["user-agent", "accept", "accept-encoding"]).map(Option::unwrap);
    assert!(agent.starts_with("StopPress/") && agent.contains("(+https://"), "{agent}");
    assert!(accept.starts_with("application/atom+xml, application/rss+xml, application/feed+json;q=0.9"), "{accept}");
    for coding in ["gzip", "br", "zstd"] {
        assert!(encoding.split(',').any(|one| one.trim() == coding), "{encoding}");
    }
}

#[test]
fn a_large_feed_that_is_packed_small_comes_whole_in_a_round_too() {
    let world = World::with_feed(1);
    let long = |number: i64| item(number, &"<p>The ferry left the harbour at dawn.</p>".repeat(2_000));
    world.site.publish("/feed", rss(&(10..20).map(long).collect::<Vec<_>>()).gzipped());
    world.pass(2 * HOUR);
    world.sync(SyncScope::Due);
    assert_eq!(world.rows().len(), 11);
}

#[test]
fn only_the_last_request_to_a_site_in_a_round_closes_the_connection() {
    let world = World::with_feed(1);
    world.site.publish("/other", rss(&[item(2, "x")]));
    world.follow("/other");
    world.pass(2 * HOUR);
    world.site.forget_requests();
    world.sync(SyncScope::Due);
    let closes: Vec<_> = world.site.requests().iter().map(|request| said(request, ["connection"])).collect();
    assert_eq!(closes, [[None], [Some("close".to_owned())]]);
}

#[test]
fn validators_go_back_byte_for_byte_and_are_those_of_the_last_body_that_was_read() {
    let world = World::new();
    let feed = |number| rss(&[item(number, "x")]).body;
    let dated = |etag: &str, date: &str, number| {
        Response::rss(feed(number).to_vec()).header("ETag", etag).header("Last-Modified", date)
    };
    let sent = || {
        world.pass(2 * HOUR);
        world.site.forget_requests();
        world.sync(SyncScope::Due);
        said(&world.site.requests()[0], ["if-none-match", "if-modified-since"])
    };
    let some = |etag: &str, date: &str| [Some(etag.to_owned()), Some(date.to_owned())];
    world.site.publish("/feed", dated("W/\"a b\"", "Sun, 06 Nov 94 08:49:37 +0000", 1));
    world.follow("/feed");
    // A date of an odd form is not made over.
    world.site.publish("/feed", Response::status(500).header("ETag", "\"of the error\""));
    assert_eq!(sent(), some("W/\"a b\"", "Sun, 06 Nov 94 08:49:37 +0000"));
    world.site.publish("/feed", dated("\"a page\"", "yesterday", 1).body("<html><body>Welcome</body></html>"));
    assert_eq!(sent(), some("W/\"a b\"", "Sun, 06 Nov 94 08:49:37 +0000"));
    // New ones are adopted, with a body and with a 304.
    world.site.publish("/feed", dated("two", "today", 2));
    sent();
    let not_modified = Response::status(304).header("ETag", "three").header("Last-Modified", "now");
    world.site.publish("/feed", not_modified);
    assert_eq!(sent(), some("two", "today"));
    assert_eq!(sent(), some("three", "now"));
    // An answer without any makes the old ones forgotten.
    world.site.publish("/feed", Response::rss(feed(3).to_vec()));
    sent();
    assert_eq!(sent(), [None, None]);
}

#[test]
fn validators_that_cannot_be_true_are_not_kept() {
    let sent = |response: Response| {
        let world = World::new();
        world.site.publish("/feed", response.body(rss(&[item(1, "x")]).body.to_vec()));
        world.follow("/feed");
        world.pass(2 * HOUR);
        world.site.forget_requests();
        world.sync(SyncScope::Due);
        said(&world.site.requests()[0], ["if-none-match", "if-modified-since"])
    };
    let plain = || Response::rss("");
    assert_eq!(sent(plain().header("Last-Modified", "Tue, 19 Jan 2038 03:14:07 GMT")), [None, None]);
    assert_eq!(sent(plain().header("ETag", "\"x\"").header("Expires", "0")), [None, None]);
    assert_eq!(sent(plain().header("ETag", "\"x\"").header("Expires", "-1")), [Some("\"x\"".into()), None]);
}

#[test]
fn a_server_that_only_ever_says_unchanged_is_asked_for_the_whole_once_in_eight_days() {
    let world = World::with_feed(1);
    world.site.publish("/feed", Response::status(304));
    let whole = |days: i64| {
        world.pass(days * DAY);
        world.site.forget_requests();
        world.sync(SyncScope::Due);
        world.site.requests()[0].header("if-none-match").is_none()
    };
    assert!(!whole(7));
    assert!(whole(1));
}

#[test]
fn a_body_that_came_before_is_not_read_again_though_nothing_marks_it() {
    let world = World::new();
    world.site.publish("/feed", Response::rss(rss(&[item(1, "x")]).body.to_vec()));
    world.follow("/feed");
    world.pass(2 * HOUR);
    let summary = world.sync(SyncScope::Due);
    assert_eq!((summary.unchanged, summary.bytes), (1, 0));
}

#[test]
fn hours_and_days_in_which_a_publisher_wants_calm_are_kept_by_itself_and_not_by_hand() {
    let world = World::new();
    let hour = world.reader.now().0 / HOUR;
    let feed = |hours: &str| {
        Response::rss(format!("<rss version='2.0'><channel><title>Tide</title>{hours}</channel></rss>"))
            .with_validators()
    };
    let calm: String = (2..5).map(|later| format!("<hour>{}</hour>", (hour + later) % 24)).collect();
    world.site.publish("/feed", feed(&format!("<skipHours>{calm}</skipHours>")));
    let id = world.follow("/feed");
    // The check that was due in a calm hour is put off to its end, also where nobody was there to put it off before.
    world.pass(2 * HOUR);
    assert_eq!(world.sync(SyncScope::Due).feeds, 0);
    assert_eq!(world.feed(id).next_check.unwrap().0, (hour + 5) * HOUR);
    assert_eq!(world.sync(SyncScope::Feed(id)).feeds, 1);
    world.pass(3 * HOUR);
    assert_eq!(world.sync(SyncScope::Due).feeds, 1);
    // A feed that never wants to be asked is asked as usual.
    let all: String = (0..24).map(|hour| format!("<hour>{hour}</hour>")).collect();
    world.site.publish("/feed", feed(&format!("<skipHours>{all}</skipHours>")));
    world.sync(SyncScope::Feed(id));
    world.pass(2 * HOUR);
    assert_eq!(world.sync(SyncScope::Due).feeds, 1);
}

#[test]
fn a_site_that_refuses_for_two_weeks_is_only_asked_by_hand_and_comes_back() {
    let world = World::with_feed(1);
    let id = world.reader.feeds().unwrap()[0].id;
    world.site.publish("/feed", Response::status(404));
    for _ in 0..40 {
        world.pass(DAY);
        world.sync(SyncScope::Due);
    }
    let asked = world.site.requests_for("/feed").len();
    assert!((15..20).contains(&asked), "{asked}");
    let trouble = world.feed(id).trouble.unwrap();
    assert!(trouble.shown && trouble.message.contains("only asked by hand"), "{}", trouble.message);
    assert_eq!((world.feed(id).next_check, world.rows().len()), (None, 1));
    world.site.publish("/feed", rss(&[item(0, "x"), item(2, "y")]));
    assert_eq!(world.sync(SyncScope::All).new_articles, 1);
    assert!(world.feed(id).trouble.is_none() && world.feed(id).next_check.is_some());
}

#[test]
fn a_clock_that_is_set_back_causes_no_burst_and_no_years_of_silence() {
    let world = World::with_feed(1);
    world.pass(-400 * DAY);
    assert_eq!(world.sync(SyncScope::Due).feeds, 1);
    assert_eq!(world.sync(SyncScope::Due).feeds, 0);
    world.pass(2 * HOUR);
    assert_eq!(world.sync(SyncScope::Due).feeds, 1);
}

#[test]
fn the_feeds_of_one_site_are_asked_one_after_the_other() {
    let world = World::new();
    let (now, most) = (std::sync::Arc::new(AtomicUsize::new(0)), std::sync::Arc::new(AtomicUsize::new(0)));
    let mut list = String::from("<opml><body>");
    for number in 0..40 {
        let (now, most) = (now.clone(), most.clone());
        world.site.answer(&format!("/{number}"), move |_| {
            most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            std::thread::yield_now();
            now.fetch_sub(1, Ordering::SeqCst);
            rss(&[item(number, "x")])
        });
        list.push_str(&format!("<outline xmlUrl='{}'/>", world.site.url(&format!("/{number}"))));
    }
    world.reader.import(format!("{list}</body></opml>").as_bytes()).unwrap();
    let summary = world.sync(SyncScope::All);
    assert_eq!((summary.feeds, summary.failed, most.load(Ordering::SeqCst)), (40, 0, 1));
    assert_eq!(world.site.connections(), 1);
}

#[test]
fn an_unchanged_feed_is_asked_with_both_validators_and_costs_no_body() {
    let world = World::with_feed(2);
    world.site.forget_requests();
    world.pass(3600);
    let summary = world.sync(SyncScope::Due);
    assert_eq!((summary.feeds, summary.unchanged, summary.bytes), (1, 1, 0));
    let request = &world.site.requests()[0];
    assert!(request.header("if-none-match").is_some() && request.header("if-modified-since").is_some());
    assert!(request.header("cookie").is_none() && request.header("referer").is_none());
}

#[test]
fn a_feed_that_is_not_due_is_not_asked_also_after_a_restart() {
    let mut world = World::with_feed(1);
    world.site.forget_requests();
    world.restart();
    assert_eq!(world.sync(SyncScope::Due).feeds, 0);
    assert!(world.site.requests().is_empty());
}

#[test]
fn a_site_that_asks_us_to_wait_is_left_alone_with_all_its_feeds_also_by_force() {
    let world = World::with_feed(1);
    world.site.publish("/other", rss(&[item(9, "x")]));
    world.follow("/other");
    world.site.publish("/feed", Response::status(429).retry_after(120));
    world.site.publish("/other", Response::status(429).retry_after(120));
    world.pass(3600 * 3);
    world.sync(SyncScope::Due);
    world.site.forget_requests();
    world.pass(60);
    assert_eq!(world.sync(SyncScope::All).feeds, 0);
    assert!(world.site.requests().is_empty());
    world.pass(61);
    assert_eq!(world.sync(SyncScope::All).feeds, 2);
}

#[test]
fn one_feeds_wish_to_be_left_alone_holds_for_its_neighbours_that_are_due() {
    let world = World::with_feed(1);
    world.site.publish("/other", rss(&[item(9, "x")]));
    world.follow("/other");
    let feed = world.reader.feeds().unwrap().into_iter().find(|feed| feed.url.ends_with("/feed")).unwrap().id;
    world.site.publish("/feed", Response::status(429).retry_after(3 * 3600));
    world.sync(SyncScope::Feed(feed));
    world.site.forget_requests();
    world.pass(2 * 3600);
    assert_eq!(world.sync(SyncScope::Due).feeds, 0);
    assert!(world.site.requests().is_empty());
}

#[test]
fn a_ttl_holds_also_after_a_304() {
    let world = World::new();
    let feed = "<rss version='2.0'><channel><title>Tide</title><ttl>600</ttl></channel></rss>";
    world.site.publish("/feed", Response::rss(feed).with_validators());
    world.follow("/feed");
    world.pass(11 * 3600);
    assert_eq!(world.sync(SyncScope::Due).unchanged, 1);
    world.pass(9 * 3600);
    assert_eq!(world.sync(SyncScope::Due).feeds, 0);
}

#[test]
fn a_retired_feed_is_never_asked_again_and_keeps_its_articles() {
    let world = World::with_feed(2);
    world.site.publish("/feed", Response::status(410));
    world.pass(7200);
    world.sync(SyncScope::Due);
    world.site.forget_requests();
    world.pass(400 * 24 * 3600);
    world.sync(SyncScope::Due);
    world.sync(SyncScope::All);
    assert!(world.site.requests().is_empty());
    assert_eq!(world.rows().len(), 2);
}

#[test]
fn a_permanent_redirect_is_adopted_when_it_stood_for_a_day_and_a_temporary_one_never() {
    let check = |status: u16, adopted: bool| {
        let world = World::with_feed(1);
        let id = world.reader.feeds().unwrap()[0].id;
        world.site.publish("/new", rss(&[item(1, "x"), item(2, "y")]));
        world.site.publish("/feed", Response::redirect(status, "/new"));
        world.pass(7200);
        world.sync(SyncScope::All);
        assert_eq!(world.feed(id).url, world.site.url("/feed"));
        world.pass(25 * 3600);
        world.site.publish("/new", rss(&[item(1, "x"), item(2, "y"), item(3, "z")]));
        world.sync(SyncScope::All);
        assert_eq!(world.feed(id).url, world.site.url(if adopted { "/new" } else { "/feed" }));
    };
    check(301, true);
    check(308, true);
    check(302, false);
    check(307, false);
}

#[test]
fn new_articles_of_a_whole_newsroom_arrive_and_nothing_is_doubled() {
    let world = World::new();
    let clock = std::time::UNIX_EPOCH + std::time::Duration::from_secs(crate::world::NOW.0 as u64);
    let newsroom = Newsroom::open(clock);
    world.reader.import(newsroom.opml().as_bytes()).unwrap();
    let first = world.sync(SyncScope::Due);
    assert_eq!((first.feeds, first.failed), (8, 0));
    let before = world.rows().len();
    let published = newsroom.publish_next(clock + std::time::Duration::from_secs(60)).unwrap();
    world.pass(3600 * 2);
    let second = world.sync(SyncScope::Due);
    assert_eq!(second.new_articles, 1);
    let rows = world.rows();
    assert_eq!(rows.len(), before + 1);
    assert!(rows.iter().any(|row| row.title.as_str() == published.title && !row.read));
    assert_eq!(world.reader.check().unwrap(), Vec::<String>::new());
}

#[test]
fn a_body_that_breaks_off_keeps_the_marks_of_the_last_whole_one() {
    let world = World::new();
    let whole = |last: i64| rss(&(0..=last).map(|number| item(number, "x")).collect::<Vec<_>>()).body.to_vec();
    world.site.publish("/feed", Response::rss(whole(0)).header("ETag", "\"1\""));
    world.follow("/feed");
    let mut cut = whole(3);
    cut.truncate(cut.len() - 60);
    world.site.publish("/feed", Response::rss(cut).header("ETag", "\"2\""));
    world.pass(2 * HOUR);
    assert_eq!(world.sync(SyncScope::Due).new_articles, 2);
    // The whole has the mark that the broken one had.
    world.site.publish("/feed", Response::rss(whole(3)).header("ETag", "\"2\""));
    world.site.forget_requests();
    world.pass(2 * HOUR);
    assert_eq!(world.sync(SyncScope::Due).new_articles, 1);
    assert_eq!(world.site.requests()[0].header("if-none-match"), Some("\"1\""));
}

#[test]
fn a_site_that_asks_for_patience_is_asked_nothing_else_meanwhile() {
    let world = World::new();
    world.site.publish("/", Response::status(429).header("Retry-After", "300"));
    world.site.publish("/feed", rss(&[item(0, "x")]));
    let refused = |path: &str| {
        let address = world.site.url(path);
        let error = world.wait(world.reader.follow(&address, &FollowOptions::default())).unwrap_err().to_string();
        assert!(error.contains("slow down"), "{error}");
    };
    refused("/");
    world.site.forget_requests();
    refused("/feed");
    assert_eq!(world.site.requests().len(), 0);
    world.pass(301);
    world.follow("/feed");
}
