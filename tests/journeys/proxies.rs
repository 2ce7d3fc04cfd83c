//! The way to sites through a proxy. A site of ours plays the proxy: what arrives there is a whole address.

use crate::world::{World, item, rss};
use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    thread,
};
use stoppress_model::{Settings, Theme};
use stoppress_reader::{FollowOptions, Reader, SyncScope};
use stoppress_support::Response;

/// A proxy that answers every request itself and tells what it was asked for: the first line of each.
struct Proxy {
    address: String,
    asked: std::sync::mpsc::Receiver<String>,
}

/// What comes first on a connection to it.
#[derive(Clone, Copy)]
enum Speaks {
    Http,
    Socks,
}

impl Proxy {
    fn start(speaks: Speaks) -> Proxy {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let scheme = if matches!(speaks, Speaks::Http) { "http" } else { "socks5h" };
        let address = format!("{scheme}://{}", listener.local_addr().unwrap());
        let (tell, asked) = std::sync::mpsc::channel();
        thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                let tell = tell.clone();
                thread::spawn(move || serve(connection, speaks, &tell));
            }
        });
        Proxy { address, asked }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.try_iter().collect()
    }
}

fn serve(mut connection: TcpStream, speaks: Speaks, tell: &std::sync::mpsc::Sender<String>) -> Option<()> {
    if matches!(speaks, Speaks::Socks) {
        let mut greeting = [0_u8; 2];
        connection.read_exact(&mut greeting).ok()?;
        connection.read_exact(&mut vec![0; greeting[1].into()]).ok()?;
        connection.write_all(&[5, 0]).ok()?;
        let mut request = [0_u8; 5];
        connection.read_exact(&mut request).ok()?;
        assert_eq!(request[3], 3, "a name, for the proxy to look up");
        let mut name = vec![0; usize::from(request[4]) + 2];
        connection.read_exact(&mut name).ok()?;
        let _ = tell.send(format!("CONNECT {}", String::from_utf8_lossy(&name[..name.len() - 2])));
        connection.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).ok()?;
    }
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        connection.read_exact(&mut byte).ok()?;
        head.push(byte[0]);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let _ = tell.send(head.lines().next().unwrap_or_default().to_owned());
    let body = rss(&[item(1, "x")]).body;
    let answer = format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
    connection.write_all(&[answer.as_bytes(), &body].concat()).ok()
}

fn go_by(world: &World, proxy: &str) {
    let settings = Settings { proxy: proxy.to_owned(), ..world.reader.settings().unwrap() };
    assert_eq!(world.reader.set_settings(&settings).unwrap().proxy, proxy);
}

#[test]
fn a_setting_that_is_changed_leaves_those_that_another_program_set_meanwhile() {
    let world = World::new();
    let terminal = world.other();
    go_by(&world, "direct");
    let change = |reader: &Reader, name: &str, value: &str| {
        reader.change_settings([(name.to_owned(), value.into())].into_iter().collect())
    };
    let theirs = Settings { proxy: "http://proxy.example:3128".into(), ..terminal.settings().unwrap() };
    terminal.set_settings(&theirs).unwrap();
    let now = change(&world.reader, "theme", "dark").unwrap();
    assert_eq!((now.proxy.as_str(), now.theme), ("http://proxy.example:3128", Theme::Dark));
    assert_eq!(terminal.settings().unwrap(), now);
    for (name, value) in [("theme", "pink"), ("nothing", "dark"), ("proxy", "ftp://proxy.example")] {
        let refused = change(&world.reader, name, value).unwrap_err().to_string();
        assert!(refused.contains("othing was changed"), "{name}: {refused}");
    }
    assert_eq!(world.reader.settings().unwrap(), now);
}

fn import(world: &World, address: &str) {
    world.reader.import(format!("<opml><body><outline xmlUrl='{address}'/></body></opml>").as_bytes()).unwrap();
}

#[test]
fn feeds_are_asked_through_the_proxy_that_the_reader_has_chosen_by_its_name_for_them() {
    for speaks in [Speaks::Http, Speaks::Socks] {
        let (world, proxy) = (World::new(), Proxy::start(speaks));
        go_by(&world, &proxy.address);
        import(&world, "http://news.example/feed");
        let summary = world.sync(SyncScope::All);
        assert_eq!((summary.new_articles, summary.failed, summary.offline), (1, 0, false));
        let asked = proxy.asked();
        match speaks {
            Speaks::Http => assert_eq!(asked, ["GET http://news.example/feed HTTP/1.1"]),
            Speaks::Socks => assert_eq!(asked, ["CONNECT news.example", "GET /feed HTTP/1.1"]),
        }
    }
}

#[test]
fn the_choice_holds_after_a_restart_and_for_other_processes_and_can_be_taken_back() {
    let (mut world, proxy) = (World::with_feed(1), Proxy::start(Speaks::Http));
    let other = world.other();
    go_by(&world, &proxy.address);
    import(&world, "http://news.example/feed");
    world.wait(other.sync(SyncScope::All)).unwrap();
    assert_eq!(proxy.asked().len(), 1);
    world.restart();
    world.sync(SyncScope::All);
    assert_eq!(proxy.asked().len(), 1);
    go_by(&world, "direct");
    world.sync(SyncScope::All);
    assert!(proxy.asked().is_empty());
}

#[test]
fn what_the_reader_typed_inside_his_own_network_is_asked_without_the_proxy() {
    let (world, proxy) = (World::with_feed(1), Proxy::start(Speaks::Http));
    go_by(&world, &proxy.address);
    world.site.forget_requests();
    assert_eq!(world.sync(SyncScope::All).failed, 0);
    assert_eq!(world.site.requests().len(), 1);
    assert!(proxy.asked().is_empty());
}

#[test]
fn a_page_leads_into_no_private_network_through_the_proxy_either() {
    let (world, proxy) = (World::new(), Proxy::start(Speaks::Http));
    go_by(&world, &proxy.address);
    for address in ["http://10.0.0.1/feed", "http://router/feed", "http://nas.local/feed", "http://[fd00::1]/feed"] {
        let link = format!("<link rel='alternate' type='application/rss+xml' href='{address}'>");
        world.site.publish("/", Response::html(format!("<html><head>{link}</head></html>")));
        assert!(world.wait(world.reader.follow(&world.site.url("/"), &FollowOptions::default())).is_err(), "{address}");
    }
    assert_eq!(proxy.asked(), Vec::<String>::new());
}

#[test]
fn nothing_goes_round_a_proxy_that_does_not_answer() {
    let world = World::new();
    let closed = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    go_by(&world, &format!("http://{closed}"));
    import(&world, "http://news.example/feed");
    let summary = world.sync(SyncScope::All);
    assert!(summary.offline && summary.failed == 1);
}

#[test]
fn a_proxy_with_a_password_in_its_address_is_refused_and_nothing_is_changed() {
    let world = World::new();
    let settings = Settings { proxy: "http://maria:secret@proxy.example:3128".into(), ..Settings::default() };
    assert!(world.reader.set_settings(&settings).is_err());
    assert_eq!(world.reader.settings().unwrap().proxy, "system");
}
