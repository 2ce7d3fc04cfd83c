//! The full story: measured, fetched behind, saved, and never at the price of less.

use crate::world::{World, item, rss};
use stoppress_model::{ArticleId, ErrorCode, SaveState, ShownText, TextMode};
use stoppress_reader::FullTextResult;
use stoppress_support::{Response, picture::Scene};

const SENTENCE: &str =
    "The harbour board met at noon and heard the pilots, who asked for a second gauge on the north mole.";

fn long_text(number: i64) -> String {
    (0..12).map(|part| format!("<p>Part {part} of story {number}. {SENTENCE} {SENTENCE}</p>")).collect()
}

fn page(number: i64) -> Response {
    Response::html(format!(
        "<!doctype html><html lang='en'><head><title>Headline {number} - The Tide</title>\
         <meta property='og:site_name' content='The Tide'></head><body><nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>\
         <article><h1>Headline {number}</h1><figure><img src='/a.png' width='960' height='540'></figure>{}</article>\
         <footer><a href='/about'>About</a></footer></body></html>",
        long_text(number)
    ))
}

/// A feed of three articles whose texts are `text`, with their pages.
fn world(text: impl Fn(i64) -> String) -> World {
    let world = World::new();
    let items: Vec<String> = (0..3).map(|n| item(n, &text(n))).collect();
    world.site.publish("/feed", rss(&items));
    world.site.publish("/a.png", Response::ok("image/png", Scene::Hills.png().to_vec()));
    for number in 0..3 {
        world.site.publish(&format!("/story/{number}"), page(number));
    }
    world.follow("/feed");
    world
}

fn beginnings() -> World {
    world(|n| format!("<p>Part 0 of story {n}.</p>"))
}

#[test]
fn a_feed_that_gives_only_beginnings_is_read_in_full_before_the_reader_is_there() {
    let world = beginnings();
    world.wait(world.reader.fetch_texts_behind()).unwrap();
    assert_eq!(world.reader.feeds().unwrap()[0].truncated, Some(true));
    world.site.stop();
    for row in world.rows() {
        let article = world.reader.article(row.id).unwrap();
        assert_eq!(article.shown, ShownText::Full);
        assert!(article.text.contains("Part 11") && !article.text.contains("About"), "{}", article.text);
        assert!(article.has_other);
    }
}

#[test]
fn of_a_feed_that_gives_only_beginnings_the_text_that_is_not_here_is_wanted_when_it_is_opened() {
    let world = beginnings();
    let feed = world.reader.feeds().unwrap()[0].id;
    let wanted =
        || -> Vec<bool> { world.rows().iter().map(|row| world.reader.article(row.id).unwrap().wants_full).collect() };
    assert_eq!(wanted(), [false; 3], "nobody knows yet");
    world.reader.set_text_mode(feed, TextMode::Full).unwrap();
    assert_eq!(wanted(), [true; 3]);
    world.wait(world.reader.full_story(world.rows()[0].id)).unwrap();
    assert_eq!(wanted(), [false, true, true]);
    world.reader.set_text_mode(feed, TextMode::Feed).unwrap();
    assert_eq!(wanted(), [false; 3]);
}

#[test]
fn a_feed_that_gives_all_is_left_as_it_is_and_its_pages_alone() {
    let world = world(long_text);
    world.wait(world.reader.fetch_texts_behind()).unwrap();
    assert_eq!(world.reader.feeds().unwrap()[0].truncated, Some(false));
    let article = world.reader.article(world.rows()[0].id).unwrap();
    assert_eq!((article.shown, article.has_other), (ShownText::Feed, false));
    assert!(article.full_note.is_some());
    world.site.forget_requests();
    world.wait(world.reader.fetch_texts_behind()).unwrap();
    assert!(world.site.requests().is_empty());
}

#[test]
fn the_readers_choice_for_a_source_wins_over_the_measure() {
    let world = beginnings();
    let feed = world.reader.feeds().unwrap()[0].id;
    world.wait(world.reader.fetch_texts_behind()).unwrap();
    world.reader.set_text_mode(feed, TextMode::Feed).unwrap();
    let id = world.rows()[0].id;
    assert_eq!(world.reader.article(id).unwrap().shown, ShownText::Feed);
    let asked = world.reader.article_for_window(id, Some(ShownText::Full), false, str::to_owned).unwrap();
    assert_eq!(asked.shown, ShownText::Full);
}

#[test]
fn a_full_story_is_fetched_when_asked_for_and_its_refusal_is_named() {
    let world = beginnings();
    let id = world.rows()[0].id;
    assert!(matches!(world.wait(world.reader.full_story(id)).unwrap(), FullTextResult::Found(_)));
    let other = world.rows()[1].id;
    world.site.withdraw("/story/1");
    let failure = world.wait(world.reader.full_story(other)).unwrap_err().failure();
    assert_eq!(failure.code, ErrorCode::Site);
    assert!(world.reader.article(other).unwrap().text.contains("Part 0 of story 1"));
}

/// The paths that the site was asked for since this was asked last.
fn asked(world: &World) -> Vec<String> {
    let paths = world.site.requests().iter().map(|request| request.path.clone()).collect();
    world.site.forget_requests();
    paths
}

#[test]
fn what_a_site_wants_left_alone_is_fetched_when_the_reader_asks_and_not_before() {
    let world = beginnings();
    world.site.publish("/robots.txt", Response::ok("text/plain", b"User-agent: *\nDisallow: /story/".to_vec()));
    world.site.forget_requests();
    world.wait(world.reader.fetch_texts_behind()).unwrap();
    assert_eq!(asked(&world), ["/robots.txt"]);
    world.wait(world.reader.fetch_texts_behind()).unwrap();
    assert!(asked(&world).is_empty(), "what it says counts for a day");
    let id = world.rows()[0].id;
    assert_eq!(world.reader.article(id).unwrap().full_note, None, "the reader is offered the full story as ever");
    assert!(matches!(world.wait(world.reader.full_story(id)).unwrap(), FullTextResult::Found(_)));
    world.site.publish("/robots.txt", Response::ok("text/plain", b"User-agent: *\nDisallow: /story/1".to_vec()));
    world.site.forget_requests();
    world.pass(24 * 3600);
    world.wait(world.reader.fetch_texts_behind()).unwrap();
    let asked = asked(&world);
    assert!(asked.contains(&"/story/2".into()) && !asked.contains(&"/story/1".into()), "{asked:?}");
    assert_eq!(asked[0], "/robots.txt");
    assert_eq!(world.reader.feeds().unwrap()[0].truncated, Some(true), "measured by what may be read");
}

#[test]
fn a_site_that_cannot_say_what_it_wants_left_alone_is_left_alone_for_a_while() {
    let world = beginnings();
    world.site.publish("/robots.txt", Response::status(500));
    world.site.forget_requests();
    for _ in 0..2 {
        world.wait(world.reader.fetch_texts_behind()).unwrap();
    }
    assert_eq!(asked(&world), ["/robots.txt"]);
    world.site.publish("/robots.txt", Response::status(403));
    world.pass(3600);
    world.wait(world.reader.fetch_texts_behind()).unwrap();
    assert!(asked(&world).contains(&"/story/0".into()), "a site that shows none has nothing against it");
}

fn state(world: &World) -> SaveState {
    world.reader.saved().unwrap()[0].state
}

#[test]
fn saving_an_article_of_a_truncated_feed_keeps_the_full_story_with_its_images() {
    let mut world = beginnings();
    let feed = world.reader.feeds().unwrap()[0].id;
    world.reader.set_text_mode(feed, TextMode::Full).unwrap();
    let id = world.rows()[2].id;
    world.wait(world.reader.save(&[id])).unwrap();
    assert_eq!(state(&world), SaveState::Complete);
    world.reader.unfollow(feed).unwrap();
    world.site.stop();
    world.restart();
    let article = world.reader.article_for_window(id, Some(ShownText::Full), false, str::to_owned).unwrap();
    assert!(article.text.contains("Part 11"));
    let key = article.html.split("src=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(world.wait(world.reader.image(&key)).is_some());
}

#[test]
fn any_page_can_be_saved_by_its_address_and_read_without_a_network() {
    let mut world = beginnings();
    world.site.publish("/elsewhere", page(77));
    let saved = world.wait(world.reader.save_page(&world.site.url("/elsewhere"))).unwrap();
    assert_eq!(saved.state, Some(SaveState::Complete));
    let row = world.reader.saved().unwrap().remove(0);
    assert_eq!((row.title.as_str(), row.feed_title.as_str()), ("Headline 77", "The Tide"));
    let again = world.wait(world.reader.save_page(&world.site.url("/elsewhere"))).unwrap();
    assert_eq!(again.id, saved.id);
    world.site.stop();
    world.restart();
    let article = world.reader.article(saved.id).unwrap();
    assert!(article.text.contains("Part 11 of story 77"));
    assert_eq!(article.title.as_str(), "Headline 77");
    assert!(world.rows().iter().all(|row| row.id != saved.id));
}

#[test]
fn a_page_saved_without_a_network_waits_for_it() {
    let world = beginnings();
    world.site.publish("/elsewhere", page(77));
    world.site.stop();
    let saved = world.wait(world.reader.save_page(&world.site.url("/elsewhere"))).unwrap();
    assert_eq!(saved.state, Some(SaveState::Waiting));
    world.site.restart_on_same_port();
    world.pass(3600);
    world.sync(stoppress_reader::SyncScope::Due);
    assert_eq!(state(&world), SaveState::Complete);
}

#[test]
fn a_page_without_an_article_could_not_be_saved_and_says_why() {
    let world = beginnings();
    world.site.publish("/wall", Response::status(403));
    let saved = world.wait(world.reader.save_page(&world.site.url("/wall"))).unwrap();
    assert_eq!(saved.state, Some(SaveState::Failed));
    let reason = world.reader.saved().unwrap()[0].reason.clone().unwrap();
    assert!(reason.contains("127.0.0.1"), "{reason}");
}

#[test]
fn a_saved_page_never_takes_the_id_of_an_article() {
    let world = World::new();
    world.site.publish("/elsewhere", page(77));
    let saved = world.wait(world.reader.save_page(&world.site.url("/elsewhere"))).unwrap();
    world.site.publish("/feed", rss(&[item(0, "x"), item(1, "y")]));
    world.follow("/feed");
    let ids: Vec<ArticleId> = world.rows().iter().map(|row| row.id).collect();
    assert!(!ids.contains(&saved.id), "{ids:?} {saved:?}");
    assert_eq!(world.reader.check().unwrap(), Vec::<String>::new());
}

#[test]
fn packing_makes_unread_articles_readable_without_a_network_and_names_what_is_missing() {
    let mut world = beginnings();
    world.wait(world.reader.fetch_texts_behind()).unwrap();
    let bad = world.site.url("/gone.png");
    let items: Vec<String> =
        (0..3).map(|n| item(n, "<p>Part</p>")).chain([item(9, &format!("<p>T</p><img src='{bad}'>"))]).collect();
    world.site.publish("/feed", rss(&items));
    world.pass(7200);
    world.sync(stoppress_reader::SyncScope::Due);
    let read = world.rows()[0].id;
    world.reader.mark(&[read], true).unwrap();
    let packed = world.wait(world.reader.pack(None, None)).unwrap();
    assert_eq!((packed.articles, packed.complete, packed.failed.len()), (3, 2, 1), "{packed:?}");
    assert!(packed.failed[0].reason.contains("picture"));
    let full = |world: &World| world.rows().iter().filter(|row| row.stored == stoppress_model::Stored::Full).count();
    assert_eq!(full(&world), 2);
    world.site.stop();
    world.restart();
    assert_eq!(full(&world), 2);
    let failure = world.wait(world.reader.pack(None, None)).unwrap_err().failure();
    assert_eq!(failure.code, ErrorCode::Offline);
}

#[test]
fn packing_ends_at_its_budget_and_at_its_number() {
    let world = beginnings();
    let packed = world.wait(world.reader.pack(Some(2), None)).unwrap();
    assert_eq!((packed.articles, packed.budget_reached), (2, false));
    let packed = world.wait(world.reader.pack(None, Some(0))).unwrap();
    assert_eq!((packed.articles, packed.budget_reached), (0, true));
}

#[test]
fn tags_are_kept_with_the_saved_article_also_when_it_is_unsaved_and_brought_back() {
    let world = beginnings();
    let id = world.rows()[0].id;
    assert!(world.reader.set_tags(id, &["energy".into()]).is_err());
    world.wait(world.reader.save(&[id])).unwrap();
    let tags = world.reader.set_tags(id, &[" wind ".into(), "Energy".into(), "energy".into(), "".into()]).unwrap();
    assert_eq!(tags.iter().map(stoppress_model::PlainText::as_str).collect::<Vec<_>>(), ["Energy", "wind"]);
    world.reader.unsave(id).unwrap();
    world.reader.undo(None).unwrap();
    assert_eq!(world.reader.saved().unwrap()[0].tags, tags);
}

#[test]
fn with_images_off_none_is_shown_or_fetched_until_asked_for() {
    let world = beginnings();
    let feed = world.reader.feeds().unwrap()[0].id;
    world.reader.set_text_mode(feed, TextMode::Full).unwrap();
    let settings = stoppress_model::Settings { images: stoppress_model::ImagePolicy::Never, ..Default::default() };
    world.reader.set_settings(&settings).unwrap();
    let id = world.rows()[0].id;
    world.wait(world.reader.full_story(id)).unwrap();
    let page = world.reader.article_for_window(id, None, false, str::to_owned).unwrap();
    assert!(!page.html.contains("<img") && page.image.is_none() && page.hidden_images == 1);
    let page = world.reader.article_for_window(id, None, true, str::to_owned).unwrap();
    assert!(page.html.contains("<img") || page.image.is_some());
    assert_eq!(page.hidden_images, 0);
}
