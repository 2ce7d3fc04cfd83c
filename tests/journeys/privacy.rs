//! What the guide's page on privacy promises is what sites see. That the page has every kind of request, a test beside the
//! fetcher shows.

use crate::world::{World, item, rss};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use stoppress_reader::SyncScope;
use stoppress_support::Response;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The names in backticks at the head of the points under "What a request says".
fn promised() -> BTreeSet<String> {
    let page = fs::read_to_string(root().join("docs/guide/src/privacy.md")).unwrap();
    let part = page.split("\n## ").find(|part| part.starts_with("What a request says")).unwrap();
    let heads = part.lines().filter_map(|line| line.strip_prefix("- ")?.split(": ").next());
    heads.flat_map(|head| head.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[test]
fn a_site_sees_the_headers_that_the_page_on_privacy_names_and_no_others() {
    let world = World::new();
    let page = "<html><head><link rel=icon href=/icon.png></head><body><article><p>Whole text.</p><img \
                src=/a.png></article></body></html>";
    for path in ["/", "/story/1", "/saved"] {
        world.site.publish(path, Response::html(page).header("Set-Cookie", "who=you; Path=/"));
    }
    let feed = rss(&[item(1, "<p>Text <img src=/b.png></p>")]).header("Set-Cookie", "who=you; Path=/");
    world.site.publish("/feed", feed.header("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"));
    let id = world.follow("/feed");
    world.pass(2 * 3600);
    world.sync(SyncScope::Due);
    let row = world.rows().remove(0).id;
    world.wait(world.reader.save(&[row])).unwrap();
    let _ = world.wait(world.reader.publisher_links(id));
    let _ = world.wait(world.reader.full_story(row));
    let requests = world.site.requests();
    let asked: BTreeSet<&str> = requests.iter().map(|request| request.path.as_str()).collect();
    assert!(["/feed", "/story/1", "/b.png"].iter().all(|path| asked.contains(path)), "{asked:?}");
    let names = requests.iter().flat_map(|request| &request.headers).map(|(name, _)| name.to_ascii_lowercase());
    assert_eq!(names.collect::<BTreeSet<_>>(), promised());
}

#[test]
fn nothing_but_the_fetcher_and_the_look_for_a_network_can_ask_anybody() {
    let mut found = BTreeSet::new();
    let mut folders: Vec<PathBuf> = ["model/src", "feeds/src", "store/src", "reader/src", "cli/src", "shell"]
        .map(|one| root().join("src-tauri").join(one))
        .into();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|kind| kind == "rs") {
                let text = fs::read_to_string(&entry).unwrap();
                // Tests that bring a site of their own stand below.
                let text = text.split("#[cfg(test)]").next().unwrap();
                let ways = ["reqwest", "TcpStream", "UdpSocket", "ToSocketAddrs", "lookup_host", "hyper::", "rustls"];
                if ways.iter().any(|way| text.contains(way)) {
                    found.insert(entry.file_name().unwrap().to_string_lossy().into_owned());
                }
            }
        }
    }
    // `answer.rs`, `body.rs` and `network.rs` are parts of the fetcher: what answers say, how much of them is read at once, and
    // the clients it asks with.
    let expected = ["address.rs", "answer.rs", "body.rs", "fetch.rs", "network.rs", "scheduler.rs"].map(str::to_owned);
    assert_eq!(found, BTreeSet::from(expected), "a new way to ask somebody belongs on the page on privacy");
}
