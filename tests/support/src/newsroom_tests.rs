use std::collections::HashSet;
use std::io::{Read, Write};
use std::net::TcpStream;

use super::*;

const NOON: SystemTime = SystemTime::UNIX_EPOCH;

fn noon() -> SystemTime {
    NOON + Duration::from_secs(1_795_435_200)
}

fn get(newsroom: &Newsroom, path: &str) -> String {
    let mut connection = TcpStream::connect(newsroom.site().address()).expect("the site listens");
    let request = format!("GET {path} HTTP/1.1\r\nHost: newsroom\r\nConnection: close\r\n\r\n");
    connection.write_all(request.as_bytes()).expect("a request is sent");
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).expect("an answer");
    let answer = String::from_utf8_lossy(&answer).into_owned();
    assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {}", answer.lines().next().unwrap_or_default());
    answer
}

#[test]
fn every_newspaper_has_a_feed_a_front_page_and_its_stories() {
    let newsroom = Newsroom::open(noon());
    let publications = newsroom.publications();
    let languages: HashSet<&str> = publications.iter().map(|publication| publication.language.as_str()).collect();
    assert_eq!(languages, HashSet::from(["en", "fr", "es", "ar", "de", "ja", "ru"]));
    for publication in &publications {
        let feed = get(&newsroom, &format!("/{}/feed", publication.slug));
        assert!(feed.contains("ETag: ") && feed.contains("Last-Modified: "));
        assert!(get(&newsroom, &format!("/{}/", publication.slug)).contains("rel=\"alternate\""));
        assert!(publication.stories.is_sorted_by(|a, b| a.published >= b.published), "{}", publication.slug);
        for story in &publication.stories {
            assert!(feed.contains(&pages::escaped(&story.title)), "{}", story.title);
            let page = get(&newsroom, &publication.story_path(story));
            for source in page.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(Scene::ALL.iter().any(|scene| source == Publication::picture_path(*scene)), "{source}");
            }
        }
    }
    assert!(publications[0].stories.len() >= 14, "the first newspaper alone fills a window");
    assert_eq!(get(&newsroom, "/all.opml").matches("xmlUrl=").count(), publications.len());
}

#[test]
fn stories_come_out_one_by_one_and_never_twice_under_one_address() {
    let newsroom = Newsroom::open(noon());
    let before: usize = newsroom.publications().iter().map(|publication| publication.stories.len()).sum();
    let held = newsroom.held();
    let mut addresses = HashSet::new();
    for turn in 0..held + 8 {
        let moment = noon() + Duration::from_secs(turn as u64);
        let story = newsroom.publish_next(moment).expect("a newsroom never runs dry");
        assert!(addresses.insert(story.url.clone()), "{} came out twice", story.url);
        let path = story.url.strip_prefix(&newsroom.site().url("")).expect("on our site");
        assert!(get(&newsroom, path).contains("<h1>"));
    }
    let after: usize = newsroom.publications().iter().map(|publication| publication.stories.len()).sum();
    assert_eq!(after, before + held + 8);
    assert_eq!(newsroom.held(), 0);
}

#[test]
fn a_story_without_comments_says_nought_and_one_without_a_count_says_nothing() {
    let newsroom = Newsroom::open(noon());
    let story = newsroom.publish_next_in("the-lantern", noon()).expect("the lantern holds stories");
    let feed = get(&newsroom, "/the-lantern/feed");
    let item = feed.split("<item>").nth(1).expect("a first item");
    assert!(item.contains(&story.url) && item.contains("<slash:comments>0</slash:comments>"), "{item}");
    assert!(
        item.contains("<content:encoded>") && item.contains("<figcaption>") && item.contains("/pictures/harbour.png")
    );
    assert!(!get(&newsroom, "/field-notes/feed").contains("comments"));
}
