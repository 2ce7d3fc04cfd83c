//! Sites that want a name and a password: those go to them alone, and the password is kept by the keychain alone.

use crate::world::{World, item, rss};
use std::sync::Arc;
use stoppress_model::TroubleAction;
use stoppress_reader::{FollowOptions, Keychain, NoKeychain, Options, Reader, SyncScope};
use stoppress_support::{Response, Site};

/// `maria:wind & sea` in the words of HTTP.
const WORDS: &str = "Basic bWFyaWE6d2luZCAmIHNlYQ==";

/// Answers with a feed where the right words are said.
fn guard(site: &Site, path: &str) {
    site.answer(path, |request| match request.header("authorization") {
        Some(WORDS) => rss(&[item(1, "<p>For members</p>")]),
        _ => Response::status(401).header("WWW-Authenticate", "Basic realm=\"Members\""),
    });
}

#[test]
fn a_feed_that_asks_for_a_sign_in_says_so_and_is_read_with_one() {
    let mut world = World::new();
    guard(&world.site, "/feed");
    let refused = world.wait(world.reader.follow(&world.site.url("/feed"), &FollowOptions::default())).unwrap_err();
    assert!(refused.to_string().contains("asked for a sign-in"), "{refused}");
    world
        .reader
        .import(format!("<opml><body><outline xmlUrl='{}'/></body></opml>", world.site.url("/feed")).as_bytes())
        .unwrap();
    world.sync(SyncScope::All);
    let feed = world.reader.feeds().unwrap().remove(0);
    let trouble = feed.trouble.unwrap();
    assert_eq!((trouble.code.as_str(), trouble.action), ("sign_in", TroubleAction::AddSignIn));
    let kept = world.wait(world.reader.sign_in_to(feed.id, "maria", "wind & sea")).unwrap();
    assert_eq!((kept.site, kept.user.as_str()), (world.site.url(""), "maria"));
    // It is due at once, also for another process that has to ask the keychain.
    world.restart();
    assert_eq!(world.sync(SyncScope::Due).new_articles, 1);
    let feed = world.feed(feed.id);
    assert_eq!((feed.trouble, feed.signed_in.as_ref().map(|user| user.as_str())), (None, Some("maria")));
}

#[test]
fn the_password_is_in_no_file_and_no_list_that_leaves_the_app() {
    let world = World::new();
    guard(&world.site, "/feed");
    world.wait(world.reader.sign_in(&world.site.url("/feed"), "maria", "wind & sea")).unwrap();
    world.follow("/feed");
    world.pass(7200);
    world.sync(SyncScope::All);
    let copy = world.folder.join("copy.sqlite");
    world.reader.backup(&copy).unwrap();
    let told = [
        world.reader.export(None).unwrap(),
        format!("{:?}", world.reader.activity(100).unwrap()),
        format!("{:?}", world.reader.sign_ins().unwrap()),
    ];
    assert!(told.iter().all(|text| !text.contains("wind & sea") && !text.contains("bWFyaWE6")));
    let mut folders = vec![world.folder.join("profile")];
    let mut files = vec![copy];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
            if entry.path().is_dir() { folders.push(entry.path()) } else { files.push(entry.path()) }
        }
    }
    let holds = |bytes: &[u8], words: &str| bytes.windows(words.len()).any(|part| part == words.as_bytes());
    for file in files {
        let bytes = std::fs::read(&file).unwrap();
        assert!(!holds(&bytes, "wind & sea") && !holds(&bytes, "bWFyaWE6"), "{}", file.display());
    }
}

#[test]
fn name_and_password_never_go_to_another_site() {
    let world = World::new();
    let elsewhere = Site::start();
    elsewhere.publish("/feed", rss(&[item(2, "x")]));
    world.wait(world.reader.sign_in(&world.site.url("/"), "maria", "wind & sea")).unwrap();
    world.site.publish("/feed", rss(&[item(1, "<img src='/picture.png'>")]));
    world.site.publish("/moved", Response::redirect(302, &elsewhere.url("/feed")));
    world.follow("/feed");
    world
        .reader
        .import(
            format!(
                "<opml><body><outline xmlUrl='{}'/><outline xmlUrl='{}'/></body></opml>",
                world.site.url("/moved"),
                elsewhere.url("/feed")
            )
            .as_bytes(),
        )
        .unwrap();
    world.sync(SyncScope::All);
    assert!(elsewhere.requests().iter().all(|request| request.header("authorization").is_none()));
    assert!(world.site.requests_for("/moved").iter().all(|request| request.header("authorization") == Some(WORDS)));
    // What a story names is asked for without it.
    let id = world.rows().iter().find(|row| row.title.as_str() == "Headline 1").unwrap().id;
    world.wait(world.reader.save(&[id])).unwrap();
    let pictures = world.site.requests_for("/picture.png");
    assert!(!pictures.is_empty() && pictures.iter().all(|request| request.header("authorization").is_none()));
}

#[test]
fn a_forgotten_sign_in_is_gone_from_the_keychain_and_its_marks_are_void() {
    let world = World::new();
    guard(&world.site, "/feed");
    let address = world.site.url("/feed");
    world.wait(world.reader.sign_in(&address, "maria", "wrong")).unwrap();
    world.wait(world.reader.sign_in(&address, "jo", "wrong too")).unwrap();
    assert_eq!(world.keychain.len(), 1);
    world.wait(world.reader.sign_in(&address, "maria", "wind & sea")).unwrap();
    let feed = world.follow("/feed");
    world.site.forget_requests();
    world.wait(world.reader.sign_out_of(feed)).unwrap();
    assert!(world.keychain.is_empty() && world.reader.sign_ins().unwrap().is_empty());
    assert_eq!(world.sync(SyncScope::Due).failed, 1);
    let request = &world.site.requests()[0];
    assert!(request.header("authorization").is_none() && request.header("if-none-match").is_none());
    assert!(world.wait(world.reader.sign_out(&address)).is_err());
}

#[test]
fn deleting_everything_takes_the_passwords_out_of_the_keychain() {
    let world = World::with_feed(1);
    world.wait(world.reader.sign_in(&world.site.url("/feed"), "maria", "wind & sea")).unwrap();
    world.reader.delete_everything(0, 1).unwrap();
    assert!(world.keychain.is_empty() && world.reader.sign_ins().unwrap().is_empty());
}

#[test]
fn a_password_is_not_sent_where_it_could_be_read_on_its_way() {
    let world = World::new();
    let refused = world.wait(world.reader.sign_in("http://news.example/feed", "maria", "wind & sea")).unwrap_err();
    assert!(refused.to_string().contains("not secure") && world.keychain.is_empty(), "{refused}");
    for (user, password) in [("", "x"), ("maria", ""), ("ma:ria", "x"), ("maria", &"x".repeat(1025))] {
        assert!(world.wait(world.reader.sign_in("https://news.example/feed", user, password)).is_err());
    }
    assert!(world.reader.sign_ins().unwrap().is_empty());
}

/// As where no keychain runs.
struct Locked;

impl Keychain for Locked {
    fn get(&self, _: &str) -> Result<Option<String>, NoKeychain> {
        Err(NoKeychain("This system's keychain could not be opened.".into()))
    }

    fn set(&self, _: &str, _: &str) -> Result<(), NoKeychain> {
        Err(NoKeychain("This system's keychain could not be opened.".into()))
    }

    fn remove(&self, _: &str) -> Result<(), NoKeychain> {
        Err(NoKeychain("This system's keychain could not be opened.".into()))
    }
}

#[test]
fn without_a_keychain_nothing_is_kept_and_that_is_said() {
    let world = World::new();
    let options = Options { keychain: Arc::new(Locked), ..Options::at(&world.folder.join("other")) };
    let reader = Reader::open(options).unwrap();
    let refused = world.wait(reader.sign_in(&world.site.url("/feed"), "maria", "wind & sea")).unwrap_err();
    assert!(refused.to_string().contains("keychain") && reader.sign_ins().unwrap().is_empty(), "{refused}");
}
