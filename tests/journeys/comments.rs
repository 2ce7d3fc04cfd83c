//! What readers said, inside the article: fetched when asked for, harmless, and kept with what is saved.

use crate::world::{NOW, World, item, rss};
use stoppress_model::{ArticleId, Comments, ErrorCode, SaveState};
use stoppress_reader::SyncScope;
use stoppress_support::{Response, rfc3339};

fn time(number: i64) -> String {
    rfc3339(std::time::UNIX_EPOCH + std::time::Duration::from_secs((NOW.0 + number * 60) as u64))
}

/// One entry of an Atom feed of comments; `answers` names what it replies to.
fn entry(number: i64, author: &str, answers: &str, html: &str) -> String {
    let reply = if answers.is_empty() { String::new() } else { format!("<thr:in-reply-to ref='{answers}'/>") };
    let html = html.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<entry><id>talk:{number}</id><title>Re: Headline</title><author><name>{author}</name></author>\
         <published>{0}</published><updated>{0}</updated>{reply}<content type='html'>{html}</content></entry>",
        time(number)
    )
}

fn talk(entries: &[String]) -> Response {
    Response::atom(format!(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:thr='http://purl.org/syndication/thread/1.0'>\
         <title>Comments</title><id>talk</id>{}</feed>",
        entries.concat()
    ))
}

fn with_feed_of_comments(item: &str, address: &str, count: i64) -> String {
    let more = format!(
        "<wfw:commentRss xmlns:wfw='http://wellformedweb.org/CommentAPI/'>{address}</wfw:commentRss>\
         <slash:comments xmlns:slash='http://purl.org/rss/1.0/modules/slash/'>{count}</slash:comments></item>"
    );
    item.replace("</item>", &more)
}

fn world() -> (World, ArticleId) {
    let world = World::new();
    let story = item(0, "<p>Text with <a href='/more'>a link</a></p>");
    world.site.publish("/feed", rss(&[with_feed_of_comments(&story, "/story/0/talk", 3)]));
    world.site.publish(
        "/story/0/talk",
        talk(&[
            entry(3, "Ines", "talk:1", "<p>An answer, <a href='/c'>third</a>.</p>"),
            entry(2, "", "", "<p>Second <a href='http://other.example/b'>link</a>.</p>"),
            entry(
                1,
                "Aud",
                "",
                "<p onclick='x()'>First <a href='/a'>link</a><img src='/spy.png'></p><script>x()</script>",
            ),
        ]),
    );
    world.follow("/feed");
    let id = world.rows()[0].id;
    (world, id)
}

fn said(comments: &Comments) -> Vec<(&str, u32, &str)> {
    comments.comments.iter().map(|one| (one.author.as_str(), one.depth, one.text.as_str())).collect()
}

#[test]
fn comments_are_read_as_a_conversation_inside_the_article() {
    let (world, id) = world();
    assert!(world.reader.article(id).unwrap().has_comment_feed);
    assert!(world.site.requests_for("/story/0/talk").is_empty(), "asked only when the reader asks");
    let comments = world.wait(world.reader.comments(id)).unwrap();
    assert_eq!(said(&comments), [("Aud", 0, "First link"), ("Ines", 1, "An answer, third."), ("", 0, "Second link.")]);
    assert_eq!((comments.count, comments.more, comments.note), (Some(3), false, None));
    assert_eq!(comments.fetched_at, NOW);
}

#[test]
fn a_comment_can_do_nothing_and_its_links_open_only_with_it() {
    let (world, id) = world();
    let page = world.reader.article_for_window(id, None, false, str::to_owned).unwrap();
    let comments = world.wait(world.reader.comments_for_window(id)).unwrap();
    let html: String = comments.comments.iter().map(|one| one.html.as_str()).collect();
    for bad in ["onclick", "<script", "<img", "http"] {
        assert!(!html.contains(bad), "{html}");
    }
    let links = ["/a", "/c"].map(|path| world.site.url(path));
    for (number, want) in [(0, links[0].as_str()), (1, links[1].as_str()), (2, "http://other.example/b")] {
        assert!(html.contains(&format!("#link-{number}\"")), "{html}");
        assert_eq!(world.reader.link(id, number, &comments.content_key).unwrap(), want);
    }
    assert_eq!(world.reader.link(id, 0, &page.content_key).unwrap(), world.site.url("/more"));
    assert!(world.reader.link(id, 3, &comments.content_key).is_err());
    assert!(world.reader.link(id, 0, "another").is_err());
    assert!(world.site.requests_for("/spy.png").is_empty());
}

#[test]
fn comments_of_a_saved_article_are_kept_with_it_and_read_without_a_network() {
    let (mut world, id) = world();
    world.wait(world.reader.save(&[id])).unwrap();
    assert_eq!(world.site.requests_for("/story/0/talk").len(), 1);
    // Later the publisher's list is another: what was kept stays, what is new joins it.
    world.site.publish("/story/0/talk", talk(&[entry(9, "Kari", "talk:3", "<p>Late.</p>")]));
    world.pass(7200);
    let comments = world.wait(world.reader.comments(id)).unwrap();
    assert_eq!(comments.comments.len(), 4);
    assert_eq!(said(&comments)[2], ("Kari", 2, "Late."));
    let feed = world.reader.feeds().unwrap()[0].id;
    world.reader.unfollow(feed).unwrap();
    world.site.stop();
    world.restart();
    world.pass(7200);
    let kept = world.wait(world.reader.comments(id)).unwrap();
    assert_eq!(kept.comments, comments.comments);
    assert_eq!(kept.fetched_at, NOW.plus(7200));
    assert!(kept.note.unwrap().contains("fetched earlier"));
    assert_eq!(world.reader.check().unwrap(), Vec::<String>::new());
}

#[test]
fn comments_that_cannot_be_had_are_no_reason_for_a_save_to_be_incomplete() {
    let (world, id) = world();
    world.site.publish("/story/0/talk", Response::status(500));
    world.wait(world.reader.save(&[id])).unwrap();
    assert_eq!(world.reader.saved().unwrap()[0].state, SaveState::Complete);
    let refused = world.wait(world.reader.comments(id)).unwrap_err().failure();
    assert_eq!(refused.code, ErrorCode::Site);
}

#[test]
fn without_a_network_comments_that_were_never_fetched_are_refused_in_a_sentence() {
    let (world, id) = world();
    world.site.stop();
    let refused = world.wait(world.reader.comments(id)).unwrap_err().failure();
    assert_eq!(refused.code, ErrorCode::Offline);
}

#[test]
fn a_feed_of_comments_inside_a_private_network_is_not_asked() {
    let (world, id) = world();
    let inside = World::new();
    inside.site.publish("/talk", talk(&[entry(1, "Aud", "", "<p>Secret</p>")]));
    world.site.publish("/story/0/talk", Response::redirect(302, &inside.site.url("/talk")));
    let refused = world.wait(world.reader.comments(id)).unwrap_err().failure();
    assert_eq!(refused.code, ErrorCode::PrivateAddress);
    assert!(inside.site.requests().is_empty());
}

#[test]
fn an_article_without_a_feed_of_comments_says_so_and_asks_nobody() {
    let world = World::with_feed(1);
    let id = world.rows()[0].id;
    world.site.forget_requests();
    assert!(!world.reader.article(id).unwrap().has_comment_feed);
    let refused = world.wait(world.reader.comments(id)).unwrap_err().failure();
    assert_eq!(refused.code, ErrorCode::NotFound);
    assert!(world.site.requests().is_empty());
}

#[test]
fn comments_are_asked_for_again_only_after_a_while_and_go_with_their_article() {
    let (world, id) = world();
    for _ in 0..2 {
        world.wait(world.reader.comments(id)).unwrap();
    }
    assert_eq!(world.site.requests_for("/story/0/talk").len(), 1);
    world.pass(7200);
    world.site.publish("/story/0/talk", talk(&[entry(9, "Kari", "", "<p>Only this.</p>")]));
    assert_eq!(world.wait(world.reader.comments(id)).unwrap().comments.len(), 1);
    world.sync(SyncScope::Due);
    assert_eq!(world.reader.check().unwrap(), Vec::<String>::new());
}
