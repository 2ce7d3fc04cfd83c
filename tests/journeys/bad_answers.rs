//! Sites that answer badly: a sentence that names them, nothing lost, nobody else delayed.

use crate::world::{World, item, rss};
use std::time::Duration;
use stoppress_reader::{FollowOptions, SyncScope};
use stoppress_support::{Behaviour, Response, Site};

/// Follows a good feed, lets its site answer `bad`, and looks at what is kept and said.
fn check(bad: impl FnOnce(&Site), code: &str) {
    let world = World::with_feed(3);
    let id = world.reader.feeds().unwrap()[0].id;
    let neighbour = World::new();
    neighbour.site.publish("/feed", rss(&[item(50, "x")]));
    world.wait(world.reader.follow(&neighbour.site.url("/feed"), &FollowOptions::default())).unwrap();
    bad(&world.site);
    world.pass(7200);
    let summary = world.sync(SyncScope::Due);
    assert_eq!((summary.feeds, summary.failed, summary.offline), (2, 1, false), "{code}");
    let trouble = world.feed(id).trouble.unwrap_or_else(|| panic!("no trouble for {code}"));
    assert_eq!(trouble.code, code, "{}", trouble.message);
    assert!(trouble.message.contains("127.0.0.1") && trouble.message.contains("3 articles"), "{}", trouble.message);
    assert_eq!(world.rows().len(), 4, "{code}");
    // Well again: the trouble is forgotten.
    world.site.publish("/feed", rss(&[item(1, "new text")]));
    if code != "gone" {
        world.pass(30 * 3600);
        world.sync(SyncScope::All);
        assert_eq!(world.feed(id).trouble, None, "{code}");
    }
}

#[test]
fn each_kind_of_bad_answer_is_told_apart_and_loses_nothing() {
    check(|site| site.publish("/feed", Response::html("<html><body>Please sign in</body></html>")), "not_a_feed");
    check(|site| site.publish("/feed", Response::ok("text/xml", "")), "empty");
    check(|site| site.publish("/feed", Response::status(404).body("<h1>Not found</h1>")), "not_found");
    check(|site| site.publish("/feed", Response::status(500).body("<h1>Oops</h1>")), "server");
    check(|site| site.publish("/feed", Response::status(403)), "forbidden");
    check(|site| site.publish("/feed", Response::status(401)), "sign_in");
    check(|site| site.publish("/feed", Response::status(503)), "server");
    check(|site| site.publish("/feed", Response::status(410)), "gone");
    check(|site| site.publish("/feed", Response::rss_of_size(20 << 20)), "too_large");
    check(|site| site.publish_redirect_loop("/feed"), "redirects");
    check(|site| site.publish_redirects("/feed", 11, 302, "/end"), "redirects");
    check(|site| site.publish("/feed", rss(&[item(1, "x")]).behaving(Behaviour::CutAfter(100))), "cut_off");
    check(|site| site.publish("/feed", Response::redirect(302, "http://10.0.0.1/feed")), "private_address");
}

#[test]
fn a_guard_that_lets_only_browsers_pass_is_called_by_its_name() {
    let page = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Checking</body></html>";
    let guard = |status| Response::status(status).header("Content-Type", "text/html").body(page);
    check(|site| site.publish("/feed", guard(403)), "challenge");
    check(|site| site.publish("/feed", guard(503).gzipped()), "challenge");
    check(|site| site.publish("/feed", guard(200)), "challenge");
    check(|site| site.publish("/feed", Response::status(403).header("cf-mitigated", "challenge")), "challenge");
    check(|site| site.publish("/feed", Response::status(202).header("x-amzn-waf-action", "challenge")), "challenge");
    let quiet = "<!doctype html><title>One moment</title><script id=\"anubis_challenge\">{}</script>";
    check(|site| site.publish("/feed", Response::html(quiet)), "challenge");
    let world = World::new();
    world.site.publish("/", Response::html(quiet));
    let home = world.site.url("/");
    let error = world.wait(world.reader.follow(&home, &FollowOptions::default())).unwrap_err().to_string();
    assert!(error.contains("checks for robots") && world.site.requests().len() == 1, "{error}");
    // A site that has a captcha in some form is no guard.
    let contact =
        format!("<html><body>{}<div class='g-recaptcha'></div></body></html>", "<p>Our prices</p>".repeat(800));
    check(|site| site.publish("/feed", Response::status(403).body(contact.clone())), "forbidden");
    check(|site| site.publish("/feed", Response::html(contact.clone())), "not_a_feed");
}

#[test]
fn a_broken_tls_connection_is_said_and_nothing_is_loaded() {
    let world = World::with_feed(1);
    let address = world.site.broken_tls_url("/feed");
    let failure = world.wait(world.reader.follow(&address, &FollowOptions::default())).unwrap_err().failure();
    assert!(failure.message.contains("secure connection"), "{failure}");
}

#[test]
fn one_slow_site_delays_nobody() {
    let world = World::with_feed(1);
    let slow = Site::start();
    slow.publish("/feed", rss(&[item(60, "x")]));
    world.wait(world.reader.follow(&slow.url("/feed"), &FollowOptions::default())).unwrap();
    slow.publish("/feed", rss(&[item(60, "x"), item(61, "y")]).behaving(Behaviour::Silent));
    world.site.publish("/feed", rss(&[item(0, "x"), item(1, "y")]));
    world.pass(7200);
    let reader = world.reader.clone();
    let mut notices = reader.subscribe();
    world.wait(async {
        let round = tokio::spawn(async move { reader.sync(SyncScope::Due).await });
        // The first progress is the quick site's, while the slow one still says nothing.
        loop {
            if let stoppress_model::Notice::SyncProgress { done, .. } = notices.recv().await.unwrap() {
                assert_eq!(done, 1);
                break;
            }
        }
        assert_eq!(world.rows().len(), 3);
        world.reader.cancel_sync();
        let summary = tokio::time::timeout(Duration::from_secs(10), round).await.unwrap().unwrap().unwrap();
        assert_eq!((summary.feeds, summary.new_articles), (1, 1));
    });
}

#[test]
fn no_site_reachable_is_being_offline_and_no_feed_is_blamed() {
    let world = World::with_feed(2);
    world.site.stop();
    world.pass(7200);
    let summary = world.sync(SyncScope::Due);
    assert!(summary.offline);
    assert!(world.reader.status().unwrap().offline);
    assert_eq!(world.reader.feeds().unwrap()[0].trouble, None);
    assert_eq!(world.rows().len(), 2);
    world.site.restart_on_same_port();
    assert!(!world.sync(SyncScope::Due).offline);
    assert!(!world.reader.status().unwrap().offline);
}

#[test]
fn a_site_that_takes_the_connection_and_hangs_up_is_not_a_missing_network() {
    let world = World::with_feed(2);
    let id = world.reader.feeds().unwrap()[0].id;
    world.site.publish("/feed", Response::status(200).behaving(Behaviour::HangUp));
    world.pass(7200);
    let summary = world.sync(SyncScope::Due);
    assert_eq!((summary.offline, summary.failed), (false, 1));
    assert!(world.feed(id).trouble.is_some());
}

#[test]
fn one_silent_site_among_others_is_that_sites_trouble() {
    let world = World::with_feed(1);
    let other = Site::start();
    other.publish("/feed", rss(&[item(60, "x")]));
    world.wait(world.reader.follow(&other.url("/feed"), &FollowOptions::default())).unwrap();
    other.stop();
    world.pass(7200);
    let summary = world.sync(SyncScope::Due);
    assert_eq!((summary.offline, summary.failed), (false, 1));
}

/// A feed at each of two sites, followed, and the page of a network that stands before them.
fn world_behind_a_portal() -> (World, Site, Site) {
    let (world, other, portal) = (World::with_feed(2), Site::start(), Site::start());
    other.publish("/feed", rss(&[item(60, "x")]));
    world.wait(world.reader.follow(&other.url("/feed"), &FollowOptions::default())).unwrap();
    portal.publish("/login", Response::html("<title>Welcome to our hotel</title><p>Your room and name, please.</p>"));
    world.pass(7200);
    (world, other, portal)
}

#[test]
fn a_network_that_wants_a_sign_in_first_is_told_and_no_feed_is_blamed_for_it() {
    let (world, other, portal) = world_behind_a_portal();
    for site in [&world.site, &other] {
        for path in ["/", "/feed"] {
            site.publish_redirects(path, 1, 302, &portal.url("/login"));
        }
    }
    let summary = world.sync(SyncScope::Due);
    assert_eq!((summary.offline, summary.failed), (true, 2));
    let status = world.reader.status().unwrap();
    assert_eq!((status.offline, status.sign_in, status.troubled), (true, true, 0));
    let home = [world.site.url("/"), other.url("/")];
    assert!(home.contains(&world.reader.sign_in_address().unwrap()));
    for feed in world.reader.feeds().unwrap() {
        assert_eq!(feed.trouble, None);
        let check = world.reader.feed_checks(feed.id).unwrap().remove(0);
        assert_eq!(check.message, "This network wants a sign-in before 127.0.0.1 can be asked.");
    }
    assert_eq!(world.rows().len(), 3);
    // Signed in.
    for site in [&world.site, &other] {
        site.publish("/feed", rss(&[item(70, "y")]));
        site.publish("/", Response::html("<p>News</p>"));
    }
    assert!(!world.sync(SyncScope::Due).offline);
    let status = world.reader.status().unwrap();
    assert_eq!((status.offline, status.sign_in), (false, false));
    assert_eq!(world.reader.sign_in_address(), None);
}

#[test]
fn one_page_in_the_place_of_every_site_is_such_a_network_too() {
    let (world, other, _) = world_behind_a_portal();
    for site in [&world.site, &other] {
        for path in ["/", "/feed"] {
            site.publish(path, Response::html("<title>Welcome aboard</title><p>Accept to go on.</p>"));
        }
    }
    assert!(world.sync(SyncScope::Due).offline);
    assert!(world.reader.status().unwrap().sign_in);
}

#[test]
fn sites_that_answer_themselves_have_troubles_of_their_own() {
    let (world, other, portal) = world_behind_a_portal();
    for (site, name) in [(&world.site, "Harbour"), (&other, "Village")] {
        site.publish_redirects("/feed", 1, 302, &portal.url("/login"));
        site.publish("/", Response::html(format!("<title>{name}</title>")));
    }
    let summary = world.sync(SyncScope::Due);
    assert_eq!((summary.offline, summary.failed), (false, 2));
    assert!(!world.reader.status().unwrap().sign_in);
    for feed in world.reader.feeds().unwrap() {
        assert_eq!(feed.trouble.unwrap().code, "private_address");
    }
}

#[test]
fn a_network_that_says_itself_that_it_wants_a_sign_in_is_believed() {
    let (world, other, _) = world_behind_a_portal();
    for site in [&world.site, &other] {
        for path in ["/", "/feed"] {
            site.publish(path, Response::status(511));
        }
    }
    assert!(world.sync(SyncScope::Due).offline);
    assert!(world.reader.status().unwrap().sign_in);
}

#[test]
fn homes_that_lead_to_one_page_are_no_such_network_while_a_feed_can_be_had() {
    let (world, other, consent) = world_behind_a_portal();
    for site in [&world.site, &other] {
        site.publish_redirects("/", 1, 302, &consent.url("/login"));
    }
    let broken = world.reader.feeds().unwrap().into_iter().find(|feed| feed.url == other.url("/feed")).unwrap().id;
    other.publish("/feed", Response::html("<p>Something else</p>"));
    let summary = world.sync(SyncScope::Feed(broken));
    assert_eq!((summary.offline, summary.failed), (false, 1));
    assert_eq!(world.feed(broken).trouble.unwrap().code, "not_a_feed");
    // What was in trouble before makes nobody ask for homes again.
    let asked = || world.site.requests_for("/").len() + other.requests_for("/").len();
    let before = asked();
    assert!(before > 0);
    world.pass(7200);
    assert!(!world.sync(SyncScope::Feed(broken)).offline);
    assert_eq!(asked(), before);
}
