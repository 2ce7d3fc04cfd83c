//! What is saved can be taken elsewhere: whole, without a network, and harmless wherever it is opened.

use crate::{
    book,
    world::{World, rss},
};
use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
    path::Path,
};
use stoppress_model::{ArticleId, ExportFormat, Exported, Notice, SaveState, TickerQuery};
use stoppress_reader::{ExportTarget, ExportWhat};
use stoppress_support::{Response, picture::Scene};

/// One item with a title as it stands in the XML.
fn item(number: usize, title: &str, body: &str) -> String {
    format!(
        "<item><guid>{number}</guid><title>{title}</title><link>/story/{number}</link>\
         <pubDate>Wed, 25 Nov 2026 09:0{number}:00 GMT</pubDate><author>a@b.example (Ana Mer)</author>\
         <description><![CDATA[{body}]]></description></item>"
    )
}

const HOSTILE: &str = "../../x &amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt; &quot;]]&gt; --&gt; \u{202e}gnp.exe\n---\nevil: true";

fn saved_world() -> (World, Vec<ArticleId>) {
    let world = World::new();
    world.site.publish("/a.png", Response::ok("image/png", Scene::Turbines.png().to_vec()));
    world.site.publish("/b.png", Response::ok("image/png", Scene::Hills.png().to_vec()));
    let hostile = "<p onclick='x()'>One]]&gt; --&gt; <script>alert(1)</script><a href='javascript:x'>a</a><svg onload='x()'></svg></p>\
                   <img src='/a.png' alt='\"><script>x</script>' onerror='x()'><b>bold<p>in a paragraph</p></b><ul><p>x</p></ul>";
    world.site.publish(
        "/feed",
        rss(&[
            item(0, "The tide turns", "<p>Text with <a href='/more?utm_source=rss&amp;id=2'>a link</a>.</p><img src='/a.png' alt='Quay'><img src='/gone.png' alt='Gone'>"),
            item(1, HOSTILE, hostile),
            item(2, "قال الوزير: لن نتراجع عن القرار", "<p dir='rtl' lang='ar'>نص عربي طويل</p><img src='/b.png'><img src='/a.png'>"),
        ]),
    );
    world.follow("/feed");
    let ids: Vec<ArticleId> = world.rows().iter().rev().map(|row| row.id).collect();
    let states = world.wait(world.reader.save(&ids)).unwrap();
    assert_eq!(states[1].state, Some(SaveState::Complete));
    world.reader.set_tags(ids[1], &["a, \"b\"\n---".to_owned(), "sea".to_owned()]).unwrap();
    world.site.stop();
    world.site.forget_requests();
    (world, ids)
}

fn export(world: &World, what: &ExportWhat, format: ExportFormat, name: &str) -> (Exported, Vec<u8>) {
    let file = world.folder.join(name);
    let exported = world.reader.export_saved(what, format, ExportTarget::File(&file)).unwrap();
    let bytes = std::fs::read(&file).unwrap();
    assert_eq!((exported.name.as_str(), exported.bytes), (name, bytes.len() as u64));
    (exported, bytes)
}

fn unzipped(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for number in 0..zip.len() {
        let mut entry = zip.by_index(number).unwrap();
        let name = entry.name().unwrap().into_owned();
        let path = entry.enclosed_name().unwrap_or_else(|| panic!("{name} leaves its folder"));
        assert!(path.components().all(|part| matches!(part, std::path::Component::Normal(_))), "{name}");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        assert!(files.insert(name.clone(), content).is_none(), "{name} is there twice");
    }
    files
}

fn text(files: &BTreeMap<String, Vec<u8>>, name: &str) -> String {
    let bytes = files.get(name).unwrap_or_else(|| panic!("{name} is not among {:?}", files.keys()));
    String::from_utf8(bytes.clone()).unwrap()
}

fn files_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// No element, attribute or address of a page acts or loads.
fn assert_harmless(page: &str) {
    let policy = "default-src 'none'; img-src data:; style-src 'sha256-";
    let at = page.find(policy).unwrap_or_else(|| panic!("no policy in {}", &page[..page.len().min(600)]));
    assert!(page.find("<title>").unwrap() > at, "the policy stands before everything that it judges");
    let problems = book::xml_problems(&page.replacen("<!DOCTYPE html>", "", 1));
    assert!(problems.is_empty(), "{problems:?}");
    for word in ["<script", "javascript:", "onclick=", "onerror=", "<svg", "<iframe", "src=\"http", "url("] {
        assert!(!page.contains(word), "{word} in {page}");
    }
}

#[test]
fn one_article_becomes_one_page_that_holds_its_images() {
    let (world, ids) = saved_world();
    let (exported, bytes) = export(&world, &ExportWhat::Articles(vec![ids[0]]), ExportFormat::Html, "tide.html");
    assert_eq!((exported.articles, exported.missing_images, exported.left_out), (1, 1, 0));
    let page = String::from_utf8(bytes).unwrap();
    assert_harmless(&page);
    assert!(
        page.contains("<h1>The tide turns</h1>") && page.contains("The Tide · Ana Mer · 2026-11-25 09:00 UTC"),
        "{page}"
    );
    assert!(page.contains("<html lang=\"en\"") && page.contains("/story/0\">"), "{page}");
    assert!(page.contains("src=\"data:image/png;base64,iVBORw0KGgo") && page.contains("[Gone]"), "{page}");
    assert!(page.contains("/more?id=2\">a link</a>"), "links carry no trackers");
    assert!(world.site.requests().is_empty());
}

#[test]
fn several_articles_become_pages_in_one_file_with_a_list() {
    let (world, _) = saved_world();
    let (exported, bytes) = export(&world, &ExportWhat::Saved, ExportFormat::Html, "all.zip");
    assert_eq!(exported.articles, 3);
    let files = unzipped(&bytes);
    assert_eq!(files.len(), 4);
    files.keys().for_each(|name| assert_harmless(&text(&files, name)));
    let index = text(&files, "index.html");
    assert!(index.contains("href=\"stories/The%20tide%20turns.html\"") && index.contains("dir=\"rtl\""), "{index}");
    let refused = world.reader.export_saved(
        &ExportWhat::Saved,
        ExportFormat::Html,
        ExportTarget::File(&world.folder.join("all.html")),
    );
    assert!(refused.unwrap_err().to_string().contains(".zip"));
}

#[test]
fn markdown_has_a_head_of_data_that_nothing_breaks_and_images_beside_it() {
    let (world, ids) = saved_world();
    let (exported, bytes) = export(&world, &ExportWhat::Saved, ExportFormat::Markdown, "all.zip");
    assert_eq!((exported.articles, exported.missing_images), (3, 1));
    let files = unzipped(&bytes);
    let images = files.keys().filter(|name| name.starts_with("images/")).count();
    assert_eq!(images, 2, "an image of two articles is there once: {:?}", files.keys());
    let tide = text(&files, "The tide turns.md");
    let image = files.iter().find(|(_, bytes)| bytes[..] == Scene::Turbines.png()[..]).unwrap().0;
    assert!(tide.starts_with("---\ntitle: \"The tide turns\"\nurl: \"http://127.0.0.1:"), "{tide}");
    assert!(
        tide.contains("\npublished: 2026-11-25T09:00:00Z\nsaved: ") && tide.contains("author: [\"Ana Mer\"]"),
        "{tide}"
    );
    assert!(tide.contains(&format!("![Quay]({image})")) && tide.contains("[Gone](http://"), "{tide}");

    let name = files.keys().find(|name| name.contains("script")).unwrap();
    let hostile = text(&files, name);
    let head = hostile.strip_prefix("---\n").unwrap().split("\n---\n").next().unwrap();
    assert!(
        head.lines()
            .all(|line| line.split_once(": ").is_some_and(|(name, _)| name.bytes().all(|b| b.is_ascii_lowercase()))),
        "{head}"
    );
    assert!(head.contains(r#"tags: ["a, \"b\" ---", "sea"]"#), "{head}");
    assert!(
        !hostile.contains("<script") && !hostile.contains("javascript") && !hostile.contains('\u{202e}'),
        "{hostile}"
    );

    let (_, single) = export(&world, &ExportWhat::Articles(vec![ids[0]]), ExportFormat::Markdown, "tide.md");
    assert!(String::from_utf8(single).unwrap().contains("![Quay](http://127.0.0.1:"));
    let copied = world.reader.article_markdown(ids[0]).unwrap();
    assert!(copied.starts_with("# The tide turns\n\nThe Tide · Ana Mer") && copied.contains("/more?id=2)"), "{copied}");
}

#[test]
fn what_is_said_of_a_lead_image_stands_below_it() {
    let world = World::new();
    let image = "<media:content xmlns:media=\"http://search.yahoo.com/mrss/\" medium=\"image\" url=\"/q.png\">
        <media:description>Boats &amp;amp; [nets]</media:description><media:credit>Jo Ek</media:credit></media:content></item>";
    world.site.publish("/feed", rss(&[item(1, "Quay", "<p>Text</p>").replace("</item>", image)]));
    world.follow("/feed");
    let id = world.rows()[0].id;
    let page = world.reader.article(id).unwrap();
    assert_eq!(page.image_caption.unwrap().as_str(), "Boats & [nets]");
    assert_eq!(page.image_credit.unwrap().as_str(), "Jo Ek");
    let page = world.reader.article_for_window(id, None, false, |key| format!("media:{key}")).unwrap();
    assert!(page.image.unwrap().starts_with("media:"));
    assert_eq!(page.image_caption.unwrap().as_str(), "Boats & [nets]");
    let markdown = world.reader.article_markdown(id).unwrap();
    assert!(markdown.contains("q.png)\n\n*Boats & \\[nets\\] · Jo Ek*\n\nText"), "{markdown}");
}

#[test]
fn an_address_of_a_lead_image_is_nothing_but_an_address_in_markdown() {
    let world = World::new();
    let names = ["x/a.png)[Read more](javascript:alert(1)", "photo_(1).jpg"];
    let items: Vec<String> = names
        .iter()
        .enumerate()
        .map(|(number, name)| {
            item(number, "Quay", "<p>Text</p>")
                .replace("</item>", &format!("<enclosure type=\"image/png\" url=\"/{name}\"/></item>"))
        })
        .collect();
    world.site.publish("/feed", rss(&items));
    world.follow("/feed");
    let mut written: Vec<String> = world
        .rows()
        .iter()
        .map(|row| world.reader.article_markdown(row.id).unwrap())
        .map(|text| text.lines().find(|line| line.starts_with("![")).unwrap().to_owned())
        .collect();
    written.sort();
    let base = world.site.url("/");
    assert_eq!(
        written,
        [
            format!("![]({base}photo_%281%29.jpg)"),
            format!("![]({base}x/a.png%29[Read%20more]%28javascript:alert%281%29)")
        ]
    );
}

#[test]
fn saved_articles_become_one_book_that_keeps_every_rule() {
    let (world, ids) = saved_world();
    let (exported, bytes) = export(&world, &ExportWhat::Saved, ExportFormat::Epub, "all.epub");
    assert_eq!((exported.articles, exported.missing_images), (3, 1));
    book::assert_sound(&bytes);
    let files = unzipped(&bytes);
    let package = text(&files, "EPUB/package.opf");
    assert!(
        package.contains("<dc:language>en</dc:language>") && package.contains("<dc:creator>Ana Mer</dc:creator>"),
        "{package}"
    );
    assert_eq!(package.matches("media-type=\"image/png\"").count(), 2, "{package}");
    assert!(!package.contains("page-progression-direction"));

    let (_, bytes) = export(&world, &ExportWhat::Articles(vec![ids[2]]), ExportFormat::Epub, "one.epub");
    book::assert_sound(&bytes);
    let package = text(&unzipped(&bytes), "EPUB/package.opf");
    assert!(
        package.contains("page-progression-direction=\"rtl\"") && package.contains("<dc:source>http://"),
        "{package}"
    );
    let (_, bytes) = export(&world, &ExportWhat::Articles(vec![ids[1]]), ExportFormat::Epub, "hostile.epub");
    book::assert_sound(&bytes);
}

#[test]
fn bookmarks_have_addresses_dates_and_tags() {
    let (world, ids) = saved_world();
    world.reader.mark(&[ids[0]], true).unwrap();
    let (exported, bytes) = export(&world, &ExportWhat::Saved, ExportFormat::Bookmarks, "all.html");
    assert_eq!((exported.articles, exported.left_out), (3, 0));
    let list = String::from_utf8(bytes).unwrap();
    let at = crate::world::NOW.0;
    assert!(list.starts_with("<!DOCTYPE NETSCAPE-Bookmark-file-1>"));
    assert!(list.contains(&format!("/story/0\" ADD_DATE=\"{at}\">The tide turns</A>")), "{list}");
    assert!(list.contains("TAGS=\"a  &quot;b&quot; ---,sea\" TOREAD=\"1\">../../x &lt;script&gt;"), "{list}");
    let (exported, _) = export(&world, &ExportWhat::Tagged("SEA".into()), ExportFormat::Bookmarks, "sea.html");
    assert_eq!(exported.articles, 1);
}

#[test]
fn a_folder_gets_a_new_name_each_time_and_no_file_is_replaced() {
    let (world, ids) = saved_world();
    let folder = world.folder.join("Downloads");
    let one = |id: usize, format| {
        let what = ExportWhat::Articles(vec![ids[id]]);
        world.reader.export_saved(&what, format, ExportTarget::Folder(&folder)).unwrap()
    };
    assert!(world.reader.last_export().is_err());
    let first = one(0, ExportFormat::Html);
    assert_eq!((first.name.as_str(), Path::new(&first.folder)), ("The tide turns.html", folder.as_path()));
    assert_eq!(one(0, ExportFormat::Html).name, "The tide turns (2).html");
    assert_eq!(one(0, ExportFormat::Markdown).name, "The tide turns.zip", "with its images");
    let hostile = one(1, ExportFormat::Epub).name;
    assert!(!hostile.contains(['/', '\\', '<', ':', '"']) && !hostile.starts_with('.'), "{hostile}");
    let many =
        world.reader.export_saved(&ExportWhat::Saved, ExportFormat::Epub, ExportTarget::Folder(&folder)).unwrap();
    assert!(many.name.starts_with("Saved stories 2026-") && many.name.ends_with(".epub"), "{}", many.name);
    assert_eq!(files_in(&folder).len(), 5);
    let sources = world.reader.export_feeds(None, ExportTarget::Folder(&folder)).unwrap();
    assert!(sources.name.starts_with("Sources 2026-") && sources.name.ends_with(".opml"), "{}", sources.name);
    assert!(std::fs::read_to_string(folder.join(&sources.name)).unwrap().contains("/feed"));
    assert_eq!(world.reader.last_export().unwrap(), folder);
}

#[test]
fn each_article_is_written_once_and_one_that_is_not_here_is_named() {
    let (world, ids) = saved_world();
    let what = ExportWhat::Articles(vec![ids[1], ids[1], ArticleId(99_999)]);
    let (exported, bytes) = export(&world, &what, ExportFormat::Bookmarks, "some.html");
    assert_eq!((exported.articles, exported.left_out), (1, 1));
    assert_eq!(String::from_utf8(bytes).unwrap().matches("<DT>").count(), 1);
    let named: Vec<ArticleId> = exported.failed.iter().map(|one| one.id).collect();
    assert_eq!(named, [ArticleId(99_999)]);
    assert_eq!(exported.failed[0].reason, "This story is not in the library.");
}

#[test]
fn what_is_cancelled_or_fails_leaves_nothing() {
    let world = World::with_feed(1_500);
    let folder = world.folder.join("Downloads");
    let mut notices = world.reader.subscribe();
    // Cancelled while it runs: so many articles give time for it.
    let all = TickerQuery { limit: 0, ..TickerQuery::default() };
    let what = ExportWhat::Articles(world.reader.ticker(&all).unwrap().rows.iter().map(|row| row.id).collect());
    let reader = world.reader.clone();
    let target = folder.clone();
    let outcome = world.wait(async move {
        let writing = tokio::task::spawn_blocking({
            let reader = reader.clone();
            move || reader.export_saved(&what, ExportFormat::Html, ExportTarget::Folder(&target))
        });
        while !matches!(notices.recv().await.unwrap(), Notice::ExportProgress { .. }) {}
        reader.cancel_export();
        writing.await.unwrap().unwrap()
    });
    assert!(outcome.cancelled && outcome.name.is_empty());
    assert!(files_in(&folder).is_empty(), "{:?}", files_in(&folder));

    let (world, _) = saved_world();
    let folder = world.folder.join("Downloads");
    std::fs::create_dir_all(&folder).unwrap();
    let none = world.reader.export_saved(
        &ExportWhat::Tagged("no such tag".into()),
        ExportFormat::Epub,
        ExportTarget::Folder(&folder),
    );
    assert!(none.unwrap_err().to_string().contains("nothing to export"));
    let gone = ExportWhat::Articles(vec![ArticleId(99_999)]);
    assert!(world.reader.export_saved(&gone, ExportFormat::Epub, ExportTarget::Folder(&folder)).is_err());
    let nowhere = world.folder.join("no/such/folder/x.epub");
    assert!(world.reader.export_saved(&ExportWhat::Saved, ExportFormat::Epub, ExportTarget::File(&nowhere)).is_err());
    assert!(files_in(&folder).is_empty(), "{:?}", files_in(&folder));
}
