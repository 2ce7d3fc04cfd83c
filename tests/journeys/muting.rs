//! Mutes: what is not wanted leaves the ticker and nothing else, and comes back.

use crate::world::{NOW, World, item, rss};
use stoppress_model::{ArticleId, ErrorCode, FeedId, Mute, MuteKind, NewMute, TickerQuery};
use stoppress_reader::SyncScope;

const DAY: i64 = 24 * 3600;

fn story(number: i64, title: &str, author: &str) -> String {
    item(number, "<p>Text</p>")
        .replace(&format!("Headline {number}"), title)
        .replace("</item>", &format!("<author>{author}</author></item>"))
}

const STORIES: &[(&str, &str)] = &[
    ("Élections: the count goes on", "Ann Lee"),
    ("Electionsday is no word", "Ann Lee Brown"),
    ("The wind farm and the elections", "Bo Ek"),
    ("東京の選挙", "Bo Ek"),
    ("Quiet news", "ann  LÉE"),
];

fn newsroom() -> (World, FeedId) {
    let world = World::new();
    let stories: Vec<String> = (0_i64..).zip(STORIES).map(|(n, (title, author))| story(n, title, author)).collect();
    world.site.publish("/feed", rss(&stories));
    let feed = world.follow("/feed");
    (world, feed)
}

fn of(kind: MuteKind, text: &str) -> NewMute {
    NewMute { kind, text: text.into(), feed: None, days: None }
}

fn mute(world: &World, text: &str) -> Mute {
    world.reader.mute(&of(MuteKind::Words, text)).unwrap()
}

/// Numbers of the stories in the ticker, after a look that everything adds up.
fn seen(world: &World) -> Vec<usize> {
    assert_eq!(world.reader.check().unwrap(), Vec::<String>::new());
    let page = world.reader.ticker(&TickerQuery::default()).unwrap();
    let status = world.reader.status().unwrap();
    assert_eq!((page.total, status.articles), (page.rows.len() as u64, page.rows.len() as u64));
    assert_eq!(status.unread, page.rows.iter().filter(|row| !row.read).count() as u64);
    let number = |title: &str| STORIES.iter().position(|(one, _)| *one == title).unwrap_or(99);
    page.rows.iter().map(|row| number(row.title.as_str())).collect()
}

fn muted(world: &World) -> Vec<ArticleId> {
    let query = TickerQuery { muted: true, ..TickerQuery::default() };
    let page = world.reader.ticker(&query).unwrap();
    assert_eq!(page.total, world.reader.status().unwrap().muted_today);
    page.rows.iter().map(|row| row.id).collect()
}

#[test]
fn words_a_writer_or_a_source_are_muted_and_the_count_beforehand_is_what_happens() {
    let (world, feed) = newsroom();
    let check = |new: &NewMute, left: &[usize]| {
        let count = world.reader.mute_matches(new).unwrap();
        let mute = world.reader.mute(new).unwrap();
        assert_eq!(seen(&world), left, "{new:?}");
        assert_eq!((count, muted(&world).len()), ((STORIES.len() - left.len()) as u64, STORIES.len() - left.len()));
        assert_eq!(world.reader.mutes().unwrap(), std::slice::from_ref(&mute));
        world.reader.unmute(mute.id).unwrap();
        assert_eq!(seen(&world), [0, 1, 2, 3, 4]);
        assert!(muted(&world).is_empty());
    };
    check(&of(MuteKind::Words, "ELECTIONS"), &[1, 3, 4]);
    check(&of(MuteKind::Words, "wind farm"), &[0, 1, 3, 4]);
    check(&of(MuteKind::Words, "farm wind"), &[0, 1, 2, 3, 4]);
    check(&of(MuteKind::Words, "選挙"), &[0, 1, 2, 4]);
    check(&of(MuteKind::Words, "選"), &[0, 1, 2, 4]);
    check(&of(MuteKind::Author, "Ann Lee"), &[1, 2, 3]);
    check(&NewMute { feed: Some(feed), ..of(MuteKind::Words, "elections") }, &[1, 3, 4]);
    check(&NewMute { feed: Some(feed), ..of(MuteKind::Source, "") }, &[]);
}

#[test]
fn what_arrives_later_is_muted_as_it_arrives_and_as_it_is_edited() {
    let (world, feed) = newsroom();
    mute(&world, "elections");
    world.site.publish(
        "/feed",
        rss(&[story(0, "Corrected headline", ""), story(4, "Elections after all", ""), story(7, "More elections", "")]),
    );
    world.pass(7200);
    world.sync(SyncScope::Due);
    assert_eq!(seen(&world), [99, 1, 3]);
    assert_eq!(muted(&world).len(), 3);
    assert_eq!(world.feed(feed).articles, 3);
}

#[test]
fn a_mute_ends_by_itself_also_while_the_app_is_closed() {
    let (mut world, _) = newsroom();
    let mute = world.reader.mute(&NewMute { days: Some(7), ..of(MuteKind::Words, "elections") }).unwrap();
    assert_eq!(mute.until, Some(NOW.plus(7 * DAY)));
    world.pass(7 * DAY - 1);
    world.restart();
    assert_eq!(seen(&world), [1, 3, 4]);
    // Muted, but not today's any more.
    assert!(muted(&world).is_empty());
    world.pass(1);
    world.restart();
    assert_eq!(seen(&world), [0, 1, 2, 3, 4]);
    assert!(world.reader.mutes().unwrap().is_empty());
    assert_eq!(world.reader.unmute(mute.id).unwrap_err().failure().code, ErrorCode::NotFound);
}

#[test]
fn muting_and_unmuting_can_be_undone() {
    let (world, _) = newsroom();
    let made = mute(&world, "elections");
    assert_eq!(world.reader.undo(None).unwrap().action.as_deref(), Some("mute"));
    assert_eq!(seen(&world), [0, 1, 2, 3, 4]);
    let made = Mute { id: mute(&world, "elections").id, ..made };
    world.reader.unmute(made.id).unwrap();
    assert_eq!(world.reader.undo(Some("unmute")).unwrap().action.as_deref(), Some("unmute"));
    assert_eq!(seen(&world), [1, 3, 4]);
    assert_eq!(world.reader.mutes().unwrap(), [made]);
}

#[test]
fn a_row_that_two_mutes_hold_comes_back_with_the_second() {
    let (world, _) = newsroom();
    let first = mute(&world, "elections");
    let second = mute(&world, "wind");
    assert_eq!(seen(&world), [1, 3, 4]);
    world.reader.unmute(first.id).unwrap();
    assert_eq!(seen(&world), [0, 1, 3, 4]);
    world.reader.unmute(second.id).unwrap();
    assert_eq!(seen(&world), [0, 1, 2, 3, 4]);
}

#[test]
fn what_is_saved_is_never_muted() {
    let (world, _) = newsroom();
    let id = world.rows()[0].id;
    world.wait(world.reader.save(&[id])).unwrap();
    mute(&world, "elections");
    assert_eq!(seen(&world), [0, 1, 3, 4]);
    assert_eq!(world.reader.saved().unwrap().len(), 1);
}

#[test]
fn muted_rows_outlive_unfollowing_and_following_again() {
    let (world, feed) = newsroom();
    let made = mute(&world, "elections");
    world.reader.unfollow(feed).unwrap();
    assert!(seen(&world).is_empty() && muted(&world).is_empty());
    world.reader.undo(Some("unfollow")).unwrap();
    assert_eq!(seen(&world), [1, 3, 4]);
    world.reader.unfollow(feed).unwrap();
    world.reader.unmute(made.id).unwrap();
    assert!(seen(&world).is_empty());
    world.reader.undo(Some("unfollow")).unwrap();
    assert_eq!(seen(&world), [0, 1, 2, 3, 4]);
}

#[test]
fn marking_everything_read_leaves_muted_rows_as_they_were() {
    let (world, _) = newsroom();
    let made = mute(&world, "elections");
    world.reader.mark_all_read(&TickerQuery::default()).unwrap();
    world.reader.unmute(made.id).unwrap();
    let unread: Vec<bool> = world.rows().iter().map(|row| !row.read).collect();
    assert_eq!(unread, [true, false, true, false, false]);
    assert_eq!(seen(&world).len(), 5);
}

#[test]
fn what_cannot_be_muted_is_refused_with_a_reason() {
    let (world, _) = newsroom();
    let code = |new: &NewMute| world.reader.mute(new).unwrap_err().failure().code;
    assert_eq!(code(&of(MuteKind::Words, " … ")), ErrorCode::BadRequest);
    assert_eq!(code(&of(MuteKind::Source, "The Tide")), ErrorCode::BadRequest);
    assert_eq!(code(&NewMute { days: Some(0), ..of(MuteKind::Words, "x") }), ErrorCode::BadRequest);
    assert_eq!(code(&NewMute { days: Some(u32::MAX), ..of(MuteKind::Words, "x") }), ErrorCode::BadRequest);
    assert_eq!(code(&NewMute { feed: Some(FeedId(99)), ..of(MuteKind::Source, "") }), ErrorCode::NotFound);
    assert!(world.reader.mutes().unwrap().is_empty());
}

#[test]
#[cfg(unix)]
fn mutes_come_out_of_a_damaged_library_with_their_rows() {
    use std::os::unix::fs::FileExt;
    let (mut world, _) = newsroom();
    let long: String = (0..60_000).map(|n| format!("{n} ")).collect();
    world.site.publish("/long", rss(&[item(9, &long)]));
    world.follow("/long");
    mute(&world, "elections");
    world.close();
    let library = std::fs::OpenOptions::new().write(true).open(world.folder.join("profile/library.sqlite")).unwrap();
    // The last pages are those of the long text.
    let size = library.metadata().unwrap().len();
    library.write_all_at(&[0x5A; 12_288], size - 16_384).unwrap();
    world.restart();
    world.reader.look_for_damage();
    world.close();
    world.restart();
    assert!(world.reader.status().unwrap().notice.is_some());
    assert_eq!(world.reader.mutes().unwrap().len(), 1);
    let left = seen(&world);
    assert!([1, 3, 4].iter().all(|number| left.contains(number)), "{left:?}");
    assert_eq!(muted(&world).len(), 2);
}

#[test]
fn the_same_mute_twice_is_one_and_removing_it_brings_its_stories_back() {
    let world = World::with_feed(3);
    let words = |text: &str, days| NewMute { kind: MuteKind::Words, text: text.into(), feed: None, days };
    let first = world.reader.mute(&words("headline 1", None)).unwrap();
    assert_eq!(world.reader.mute(&words("Headline  1", None)).unwrap(), first);
    assert_eq!(world.reader.mute(&words("headline 1", Some(3))).unwrap(), first, "it holds for longer");
    assert_eq!((world.reader.mutes().unwrap().len(), world.rows().len()), (1, 2));
    world.reader.unmute(first.id).unwrap();
    assert_eq!(world.rows().len(), 3);
    let short = world.reader.mute(&words("headline 1", Some(3))).unwrap();
    assert_ne!(world.reader.mute(&words("headline 1", None)).unwrap().id, short.id, "that one ends earlier");
}

#[test]
fn a_hidden_story_leaves_the_ticker_alone_and_comes_back_by_itself_or_by_undo() {
    let (world, _) = newsroom();
    let ids: Vec<ArticleId> = world.rows().iter().map(|row| row.id).collect();
    assert_eq!(world.reader.hide(&[ids[1], ids[3], ArticleId(999)], true).unwrap().changed, 2);
    assert_eq!(seen(&world), [0, 2, 4]);
    assert_eq!(muted(&world), [ids[1], ids[3]]);
    assert_eq!(world.reader.hide(&[ids[1]], true).unwrap().changed, 0);
    assert_eq!(world.reader.hide(&[ids[3]], false).unwrap().changed, 1);
    assert_eq!(seen(&world), [0, 2, 3, 4]);
    for (action, left) in [("unhide", &[0, 2, 4][..]), ("hide", &[0, 1, 2, 3, 4])] {
        assert_eq!(world.reader.undo(None).unwrap().action.as_deref(), Some(action));
        assert_eq!(seen(&world), left);
    }
    world.reader.redo().unwrap();
    assert_eq!(seen(&world), [0, 2, 4]);
}

#[test]
fn hiding_muting_and_unfollowing_do_not_undo_one_another() {
    let (mut world, feed) = newsroom();
    let ids: Vec<ArticleId> = world.rows().iter().map(|row| row.id).collect();
    world.reader.hide(&[ids[0], ids[1]], true).unwrap();
    let made = mute(&world, "elections");
    assert_eq!(seen(&world), [3, 4]);
    world.reader.unmute(made.id).unwrap();
    assert_eq!(seen(&world), [2, 3, 4], "what is hidden stays so without the mute");
    world.reader.unfollow(feed).unwrap();
    assert!(seen(&world).is_empty() && muted(&world).is_empty());
    world.reader.undo(Some("unfollow")).unwrap();
    assert_eq!(seen(&world), [2, 3, 4]);
    // Its publisher changes one; it is no other story for that.
    world.site.publish("/feed", rss(&[story(1, "Corrected headline", ""), story(7, "Another one", "")]));
    world.pass(7200);
    world.restart();
    world.sync(SyncScope::Due);
    assert_eq!(seen(&world), [2, 3, 4, 99]);
    assert_eq!(muted(&world).len(), 2);
}

#[test]
fn a_saved_story_that_is_hidden_stays_saved() {
    let (world, _) = newsroom();
    let id = world.rows()[0].id;
    world.wait(world.reader.save(&[id])).unwrap();
    world.reader.hide(&[id], true).unwrap();
    assert_eq!(seen(&world), [1, 2, 3, 4]);
    assert_eq!(world.reader.saved().unwrap().len(), 1);
    assert!(world.reader.article(id).unwrap().saved);
}

#[test]
fn what_was_hidden_today_stands_among_the_muted_however_old_it_is() {
    let (world, _) = newsroom();
    let id = world.rows()[2].id;
    world.pass(3 * DAY);
    mute(&world, "quiet");
    world.reader.hide(&[id], true).unwrap();
    assert_eq!(muted(&world), [id]);
    world.pass(DAY - 1);
    assert_eq!(muted(&world), [id]);
    world.pass(2);
    assert!(muted(&world).is_empty());
    assert_eq!(seen(&world), [0, 1, 3]);
}

#[test]
fn a_hidden_story_that_is_muted_meanwhile_comes_back_with_both() {
    let (world, _) = newsroom();
    let ids: Vec<ArticleId> = world.rows().iter().map(|row| row.id).collect();
    world.reader.hide(&[ids[0]], true).unwrap();
    let made = mute(&world, "elections");
    assert_eq!(world.reader.hide(&[ids[0]], false).unwrap().changed, 1);
    assert_eq!(seen(&world), [1, 3, 4]);
    world.reader.unmute(made.id).unwrap();
    assert_eq!(seen(&world), [0, 1, 2, 3, 4]);
    // The other way round, and by undo.
    mute(&world, "elections");
    world.reader.hide(&[ids[0], ids[1]], true).unwrap();
    world.reader.undo(Some("mute")).unwrap();
    assert_eq!(seen(&world), [2, 3, 4]);
    mute(&world, "elections");
    world.reader.undo(Some("hide")).unwrap();
    assert_eq!(seen(&world), [1, 3, 4]);
}

#[test]
fn a_hidden_story_stays_so_under_another_guid() {
    let (world, _) = newsroom();
    let id = world.rows()[0].id;
    world.reader.hide(&[id], true).unwrap();
    let stories: Vec<String> = (0_i64..).zip(STORIES).map(|(n, (title, author))| story(n, title, author)).collect();
    let renamed: Vec<String> = stories.iter().map(|one| one.replace("<guid>", "<guid>https://example.org/")).collect();
    assert_ne!(stories, renamed);
    world.site.publish("/feed", rss(&renamed));
    world.pass(7200);
    world.sync(SyncScope::Due);
    assert_eq!(seen(&world), [1, 2, 3, 4]);
}
