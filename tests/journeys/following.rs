//! From whatever the reader typed to articles in the ticker.

use crate::world::{World, item, rss};
use stoppress_model::{ErrorCode, Followed, ListChoice, Notice};
use stoppress_reader::{FollowOptions, SyncScope};
use stoppress_support::Response;

fn page(links: &str) -> Response {
    Response::html(format!(
        "<!doctype html><html><head><title>Tide</title>{links}</head><body><p>News</p></body></html>"
    ))
}

#[test]
fn a_feed_address_is_followed_and_its_articles_are_there() {
    let world = World::with_feed(3);
    let titles: Vec<String> = world.rows().iter().map(|row| row.title.to_string()).collect();
    assert_eq!(titles, ["Headline 0", "Headline 1", "Headline 2"]);
    assert_eq!(world.reader.feeds().unwrap()[0].title.as_str(), "The Tide");
}

#[test]
fn a_page_that_announces_one_feed_leads_to_it() {
    let world = World::new();
    world.site.publish("/", page("<link rel='alternate' type='application/rss+xml' href='/feed'>"));
    world.site.publish("/feed", rss(&[item(1, "x")]));
    world.follow("/");
    assert_eq!(world.rows().len(), 1);
}

#[test]
fn of_several_feeds_the_reader_chooses_and_until_then_nothing_is_followed() {
    let world = World::new();
    let links = "<link rel='alternate' type='application/rss+xml' title='World' href='/world'>\
                 <link rel='alternate' type='application/rss+xml' title='Sport' href='/sport'>";
    world.site.publish("/", page(links));
    world.site.publish("/sport", rss(&[item(1, "x")]));
    let home = world.site.url("/");
    let Followed::Candidates { candidates } =
        world.wait(world.reader.follow(&home, &FollowOptions::default())).unwrap()
    else {
        panic!("the reader was not asked")
    };
    assert_eq!(candidates.len(), 2);
    assert!(world.reader.feeds().unwrap().is_empty());
    let sport = candidates.iter().position(|one| one.title.as_str() == "Sport").unwrap() + 1;
    world.wait(world.reader.follow(&home, &FollowOptions { pick: Some(sport), ..FollowOptions::default() })).unwrap();
    assert_eq!(world.reader.feeds().unwrap()[0].url, world.site.url("/sport"));
}

#[test]
fn beside_its_comments_the_feed_of_articles_is_no_question() {
    let world = World::new();
    let links = "<link rel='alternate' type='application/rss+xml' title='Tide' href='/feed/'>\
                 <link rel='alternate' type='application/rss+xml' title='Tide: Comments' href='/comments/feed/'>";
    world.site.publish("/", page(links));
    world.site.publish("/feed/", rss(&[item(1, "x")]));
    world.follow("/");
    assert_eq!(world.reader.feeds().unwrap()[0].url, world.site.url("/feed/"));
}

#[test]
fn a_page_that_announces_a_feed_long_gone_is_searched_all_the_same() {
    let world = World::new();
    world.site.publish("/blog/post", page("<link rel='alternate' type='application/rss+xml' href='/gone'>"));
    world.site.publish("/feed.xml", rss(&[item(1, "x")]));
    world.follow("/blog/post");
    assert_eq!(world.reader.feeds().unwrap()[0].url, world.site.url("/feed.xml"));
}

#[test]
fn a_site_that_has_had_enough_of_guesses_is_asked_no_further() {
    let world = World::new();
    world.site.publish("/", page(""));
    world.site.publish("/feed/", Response::status(429).header("Retry-After", "300"));
    let home = world.site.url("/");
    world.wait(world.reader.follow(&home, &FollowOptions::default())).unwrap_err();
    let asked: Vec<String> = world.site.requests().iter().map(|request| request.path.clone()).collect();
    assert_eq!(asked, ["/", "/feed/"]);
}

#[test]
fn a_page_without_an_announced_feed_is_searched_at_the_usual_addresses() {
    let world = World::new();
    world.site.publish("/", page(""));
    world.site.publish("/feed.xml", rss(&[item(1, "x")]));
    world.follow("/");
    assert_eq!(world.rows().len(), 1);
}

#[test]
fn what_is_no_feed_is_named_and_nothing_is_followed() {
    let world = World::new();
    world.site.publish("/page", page(""));
    let check = |address: &str, code: ErrorCode, words: &str| {
        let failure = world.wait(world.reader.follow(address, &FollowOptions::default())).unwrap_err().failure();
        assert_eq!(failure.code, code, "{failure}");
        assert!(failure.message.contains(words), "{failure}");
        assert!(world.reader.feeds().unwrap().is_empty());
    };
    check(&world.site.url("/page"), ErrorCode::Site, "127.0.0.1");
    check(&world.site.url("/missing"), ErrorCode::Site, "127.0.0.1");
    check("not an address", ErrorCode::BadRequest, "");
    check("javascript:alert(1)", ErrorCode::BadRequest, "");
    check("file:///etc/passwd", ErrorCode::BadRequest, "");
}

#[test]
fn behind_a_temporary_redirect_the_typed_address_is_the_lasting_one() {
    let check = |status: u16, asked: &str| {
        let world = World::new();
        world.site.publish("/typed", Response::redirect(status, "/there?token=1"));
        world.site.publish("/there", rss(&[item(1, "x")]));
        world.follow("/typed");
        assert_eq!(world.reader.feeds().unwrap()[0].url, world.site.url(asked), "{status}");
    };
    check(302, "/typed");
    check(307, "/typed");
    check(301, "/there?token=1");
}

#[test]
fn following_twice_is_said_and_asks_nobody() {
    let world = World::with_feed(1);
    world.site.forget_requests();
    let again = world.wait(world.reader.follow(&world.site.url("/feed"), &FollowOptions::default())).unwrap();
    assert!(matches!(again, Followed::Followed { already: true, new_articles: 0, .. }));
    assert!(world.site.requests().is_empty());
}

#[test]
fn a_page_may_not_lead_the_reader_into_a_private_network_it_was_not_told_of() {
    let world = World::new();
    let inside = World::with_feed(1);
    let link = format!("<link rel='alternate' type='application/rss+xml' href='{}'>", inside.site.url("/feed"));
    world.site.publish("/", page(&link));
    inside.site.forget_requests();
    let refused =
        world.wait(world.reader.follow(&world.site.url("/"), &FollowOptions::default())).unwrap_err().failure();
    assert_eq!(refused.code, ErrorCode::PrivateAddress);
    assert!(inside.site.requests().is_empty());
}

#[test]
fn a_list_is_imported_without_asking_anybody_and_one_undo_takes_it_back() {
    let world = World::new();
    world.site.publish("/feed", rss(&[item(1, "x")]));
    let list = format!(
        "<opml version='2.0'><body><outline text='World'><outline type='rss' text='Tide' xmlUrl='{}'/></outline>\
         <outline text='Bad' xmlUrl='javascript:x'/></body></opml>",
        world.site.url("/feed")
    );
    let imported = world.reader.import(list.as_bytes()).unwrap();
    assert_eq!((imported.added, imported.already, imported.failed.len()), (1, 0, 1));
    assert!(world.site.requests().is_empty());
    world.sync(SyncScope::Due);
    assert_eq!(world.rows().len(), 1);
    assert_eq!(world.reader.feeds().unwrap()[0].folder.as_ref().unwrap().as_str(), "World");
    assert!(world.reader.export(None).unwrap().contains("xmlUrl"));
    world.reader.undo(None).unwrap();
    assert!(world.reader.feeds().unwrap().is_empty() && world.rows().is_empty());
}

#[test]
fn a_list_is_shown_before_it_is_taken_and_only_what_was_chosen_is_followed() {
    let world = World::with_feed(1);
    let known = world.site.url("/feed");
    let list = format!(
        "<opml version='2.0'><head><title>Mine</title></head><body><outline text='World'>\
         <outline text='Tide' xmlUrl='{known}'/><outline text='A' xmlUrl='https://a.example/f'/>\
         <outline text='B' xmlUrl='https://b.example/f'/></outline>\
         <outline text='Sport'><outline text='A too' xmlUrl='http://www.a.example/f/'/></outline>\
         <outline text='C' xmlUrl='https://c.example/f'/><outline text='Bad' xmlUrl='javascript:x'/></body></opml>"
    );
    let preview = world.reader.preview_opml(list.as_bytes()).unwrap();
    let told: Vec<String> = preview
        .folders
        .iter()
        .flat_map(|folder| {
            let name = folder.name.as_ref().map_or("-", |name| name.as_str());
            folder.feeds.iter().map(move |feed| format!("{name} {} {:?}", feed.title, feed.state))
        })
        .collect();
    assert_eq!(told, ["- C New", "World Tide Followed", "World A New", "World B New", "Sport A too Twice"]);
    assert_eq!((preview.title.as_str(), preview.broken.len()), ("Mine", 1));
    assert_eq!(world.reader.feeds().unwrap().len(), 1, "nothing was followed yet");
    let second =
        world.reader.preview_opml(b"<opml><body><outline text='D' xmlUrl='https://d.example/f'/></body></opml>");
    let b = preview.folders[1].feeds[2].place;
    let choices = [
        ListChoice { list: preview.list, left_out: vec![b] },
        ListChoice { list: second.unwrap().list, left_out: vec![] },
    ];
    let imported = world.reader.import_lists(&choices).unwrap();
    assert_eq!((imported.added, imported.already, imported.failed.len()), (3, 2, 1));
    let mut titles: Vec<String> = world.reader.feeds().unwrap().iter().map(|feed| feed.title.to_string()).collect();
    titles.sort();
    assert_eq!(titles, ["A", "C", "D", "The Tide"]);
    // Both files are one action, and a list is taken once.
    assert_eq!(world.reader.undo(None).unwrap().count, 3);
    assert_eq!(world.reader.feeds().unwrap().len(), 1);
    assert_eq!(world.reader.import_lists(&choices).unwrap_err().failure().code, ErrorCode::BadRequest);
}

#[test]
fn twenty_thousand_feeds_are_shown_and_taken() {
    let world = World::new();
    let feeds: String =
        (0..20_000).map(|n| format!("<outline text='Feed {n}' xmlUrl='https://site-{n}.example/feed.xml'/>")).collect();
    let list = format!("<opml version='2.0'><body><outline text='All'>{feeds}</outline></body></opml>");
    let began = std::time::Instant::now();
    let preview = world.reader.preview_opml(list.as_bytes()).unwrap();
    let shown = began.elapsed();
    assert_eq!(preview.folders[0].feeds.len(), 20_000);
    let imported = world.reader.import_lists(&[ListChoice { list: preview.list, left_out: vec![] }]).unwrap();
    println!("shown after {shown:?}, taken after {:?}", began.elapsed() - shown);
    assert_eq!(imported.added, 20_000);
    assert_eq!(world.reader.undo(None).unwrap().count, 20_000);
}

#[test]
fn what_was_taken_of_a_long_list_until_it_was_ended_stays_and_is_one_undo() {
    let world = World::new();
    let outlines: String = (0..20_000)
        .map(|number| format!(r#"<outline text="Paper {number}" xmlUrl="https://paper-{number}.example/feed"/>"#))
        .collect();
    let list = format!(r#"<opml version="2.0"><body>{outlines}</body></opml>"#);
    let preview = world.reader.preview_opml(list.as_bytes()).unwrap();
    let mut notices = world.reader.subscribe();
    let reader = world.reader.clone();
    let imported = world.wait(async move {
        let taking = tokio::task::spawn_blocking({
            let reader = reader.clone();
            move || reader.import_lists(&[ListChoice { list: preview.list, left_out: vec![] }])
        });
        // Of so many notices the oldest may be passed over.
        while !matches!(notices.recv().await, Ok(Notice::ImportProgress { done: 50.., total: 20_000 })) {}
        reader.cancel_import();
        taking.await.unwrap().unwrap()
    });
    assert!(imported.cancelled && (50..20_000).contains(&imported.added), "{imported:?}");
    assert_eq!(world.reader.feeds().unwrap().len() as u64, imported.added);
    let undone = world.reader.undo(None).unwrap();
    assert_eq!((undone.action.as_deref(), undone.count), (Some("import"), imported.added));
    assert!(world.reader.feeds().unwrap().is_empty());
    // What was ended before is no reason to end the next one.
    let whole =
        world.reader.import(br#"<opml><body><outline xmlUrl="https://paper.example/feed"/></body></opml>"#).unwrap();
    assert_eq!((whole.added, whole.cancelled), (1, false));
}

#[test]
fn a_broken_list_says_so_and_changes_nothing() {
    let world = World::with_feed(1);
    let failure = world.reader.import(b"\x89PNG\r\n\x1a\n").unwrap_err().failure();
    assert_eq!(failure.code, ErrorCode::BadRequest);
    assert!(failure.message.contains("Nothing was changed"), "{failure}");
    assert_eq!(world.reader.feeds().unwrap().len(), 1);
}

#[test]
fn names_of_the_reader_survive_a_list_and_one_address_is_one_feed_however_it_is_written() {
    let world = World::with_feed(1);
    let id = world.reader.feeds().unwrap()[0].id;
    world.reader.rename_feed(id, "Mine").unwrap();
    let list = world.reader.export(None).unwrap();
    assert!(list.contains("text=\"Mine\" title=\"The Tide\""), "{list}");
    let other = World::new();
    assert_eq!(other.reader.import(list.as_bytes()).unwrap().added, 1);
    assert_eq!(other.reader.feeds().unwrap()[0].title.as_str(), "Mine");
    let address = world.site.url("/feed");
    let spelt = [address.replace("http://", "HTTP://"), format!("{address}#top"), address.replace("/feed", "/./feed")];
    let outlines: String = spelt.iter().map(|url| format!("<outline text='A' xmlUrl='{url}'/>")).collect();
    let imported = other.reader.import(format!("<opml><body>{outlines}</body></opml>").as_bytes()).unwrap();
    assert_eq!((imported.added, imported.already), (0, 3));
}

#[test]
fn what_another_reader_wrote_into_a_list_is_given_on() {
    let world = World::new();
    let list = "<opml xmlns:other='https://reader.example/opml'><body>\
        <outline xmlUrl='https://paper.example/feed' other:width='3 &gt; 2' description='Daily'/></body></opml>";
    world.reader.import(list.as_bytes()).unwrap();
    let kept = "description=\"Daily\"";
    let foreign = "xmlns:other=\"https://reader.example/opml\" other:width=\"3 &gt; 2\"";
    let written = world.reader.export(None).unwrap();
    assert!(written.contains(kept) && written.contains(foreign), "{written}");
    // It is there again when the source is.
    world.reader.unfollow(world.reader.feeds().unwrap()[0].id).unwrap();
    let again = b"<opml><body><outline xmlUrl='https://paper.example/feed'/></body></opml>";
    assert_eq!(world.reader.import(again).unwrap().added, 1);
    assert!(world.reader.export(None).unwrap().contains(foreign));
}

#[test]
fn a_site_that_has_no_feeds_any_more_is_named_and_not_asked() {
    let world = World::new();
    let error = world.wait(world.reader.follow("x.com/someone", &FollowOptions::default())).unwrap_err().to_string();
    assert!(error.starts_with("x.com has no feeds any more"), "{error}");
}

#[test]
fn a_source_that_comes_back_by_undo_is_in_the_folder_that_it_was_in() {
    let world = World::with_feed(1);
    let feed = world.reader.feeds().unwrap()[0].id;
    let folder = || world.feed(feed).folder.map(|name| name.to_string());
    for was in [Some("Mine"), None] {
        world.reader.move_feeds(&[feed], was).unwrap();
        world.reader.unfollow(feed).unwrap();
        let other = FollowOptions { folder: Some("Other"), ..FollowOptions::default() };
        world.wait(world.reader.follow(&world.site.url("/feed"), &other)).unwrap();
        assert_eq!(folder().as_deref(), Some("Other"));
        world.reader.undo(None).unwrap();
        assert_eq!(world.reader.undo(None).unwrap().action.as_deref(), Some("unfollow"));
        assert_eq!(folder().as_deref(), was);
    }
}
