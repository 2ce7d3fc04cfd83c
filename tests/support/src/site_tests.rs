use std::io::Read;

use super::*;

/// Sends one request on a connection of its own and returns the whole answer.
fn ask(site: &Site, path: &str, headers: &str) -> String {
    let mut connection = TcpStream::connect(site.address()).expect("the site listens");
    connection.set_read_timeout(Some(Duration::from_secs(20))).expect("a timeout");
    let request = format!("GET {path} HTTP/1.1\r\nHost: site\r\nConnection: close\r\n{headers}\r\n");
    connection.write_all(request.as_bytes()).expect("a request is sent");
    let mut answer = Vec::new();
    let _ = connection.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_known_body_is_answered_with_304_by_tag_or_by_date() {
    let site = Site::start();
    let response = Response::rss("<rss/>").modified_at(SystemTime::UNIX_EPOCH + Duration::from_secs(1_795_444_320));
    let tag = response.etag();
    site.publish("/feed", response);
    assert!(ask(&site, "/feed", "").contains("Last-Modified: Mon, 23 Nov 2026 14:32:00 GMT\r\n"));
    let by_tag = ask(&site, "/feed", &format!("If-None-Match: W/{tag}\r\n"));
    assert!(by_tag.starts_with("HTTP/1.1 304 ") && by_tag.ends_with("\r\n\r\n"), "{by_tag}");
    assert!(ask(&site, "/feed", "If-None-Match: \"other\"\r\n").starts_with("HTTP/1.1 200"));
    assert!(ask(&site, "/feed", "If-Modified-Since: Mon, 23 Nov 2026 14:32:00 GMT\r\n").starts_with("HTTP/1.1 304"));
    assert!(ask(&site, "/feed", "If-Modified-Since: Mon, 23 Nov 2026 14:31:59 GMT\r\n").starts_with("HTTP/1.1 200"));
}

#[test]
fn an_answer_may_change_while_the_site_runs() {
    let site = Site::start();
    assert!(ask(&site, "/feed", "").starts_with("HTTP/1.1 404"));
    site.publish("/feed", Response::status(503).retry_after(7));
    assert!(ask(&site, "/feed", "").contains("Retry-After: 7\r\n"));
    site.publish("/feed?page=2", Response::html("second"));
    assert!(ask(&site, "/feed?page=2", "").ends_with("second"));
    site.answer("/feed", |request| Response::html(format!("asked {}", request.path)));
    assert!(ask(&site, "/feed?page=3", "").ends_with("asked /feed?page=3"));
    site.withdraw("/feed");
    assert!(ask(&site, "/feed", "").starts_with("HTTP/1.1 404"));
    assert_eq!(site.requests_for("/feed").len(), 5);
    assert_eq!(site.requests()[0].header("HOST"), Some("site"));
}

#[test]
fn a_cut_body_is_shorter_than_its_promise() {
    let site = Site::start();
    site.publish("/cut", Response::html("0123456789").behaving(Behaviour::CutAfter(4)));
    let answer = ask(&site, "/cut", "");
    assert!(answer.contains("Content-Length: 10\r\n") && answer.ends_with("\r\n\r\n0123"), "{answer}");
    site.publish("/gone", Response::html("x").behaving(Behaviour::HangUp));
    assert_eq!(ask(&site, "/gone", ""), "");
    site.publish(
        "/drip",
        Response::html("abc").behaving(Behaviour::Drip { bytes: 1, pause: Duration::from_millis(1) }),
    );
    assert!(ask(&site, "/drip", "").ends_with("\r\n\r\nabc"));
}

#[test]
fn a_stopped_site_refuses_and_closes_what_is_open() {
    let site = Site::start();
    site.publish("/never", Response::html("x").behaving(Behaviour::Silent));
    let mut waiting = TcpStream::connect(site.address()).expect("the site listens");
    waiting.write_all(b"GET /never HTTP/1.1\r\nHost: site\r\n\r\n").expect("a request is sent");
    assert!(site.wait_for_requests("/never", 1, Duration::from_secs(20)));
    site.stop();
    let refused = TcpStream::connect(site.address()).expect_err("the port refuses");
    assert_eq!(refused.kind(), std::io::ErrorKind::ConnectionRefused);
    let mut rest = Vec::new();
    let _ = waiting.read_to_end(&mut rest);
    assert_eq!(rest, b"");
    site.restart_on_same_port();
    site.publish("/again", Response::html("back"));
    assert!(ask(&site, "/again", "").ends_with("back"));
}

#[test]
fn a_connection_is_kept_for_the_next_request() {
    let site = Site::start();
    site.publish("/a", Response::html("a"));
    let mut connection = TcpStream::connect(site.address()).expect("the site listens");
    for _ in 0..3 {
        connection.write_all(b"GET /a HTTP/1.1\r\nHost: site\r\n\r\n").expect("a request is sent");
        let mut answer = Vec::new();
        while !answer.ends_with(b"\r\n\r\na") {
            let mut piece = [0; 256];
            let read = connection.read(&mut piece).expect("an answer");
            assert_ne!(read, 0, "the connection was closed");
            answer.extend_from_slice(&piece[..read]);
        }
    }
    assert_eq!((site.requests().len(), site.connections()), (3, 1));
}

#[test]
fn tls_on_this_site_is_an_error_and_gzip_is_for_who_accepts_it() {
    let site = Site::start();
    let mut connection = TcpStream::connect(site.address()).expect("the site listens");
    connection.write_all(b"\x16\x03\x01\x00\x05\x01\n\n").expect("a greeting is sent");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    site.publish("/z", Response::html("z".repeat(1000)).gzipped());
    assert!(ask(&site, "/z", "Accept-Encoding: gzip, br\r\n").contains("Content-Encoding: gzip\r\n"));
    assert!(ask(&site, "/z", "").contains("Content-Length: 1000\r\n"));
}

#[test]
fn redirects_lead_on_and_a_large_feed_is_as_large_as_asked() {
    let site = Site::start();
    site.publish_redirects("/moved", 3, 301, "/feed");
    assert!(ask(&site, "/moved/2", "").contains("Location: /feed\r\n"));
    site.publish_redirect_loop("/loop");
    assert!(ask(&site, "/loop/again", "").contains("Location: /loop\r\n"));
    assert_eq!(Response::rss_of_size(20_000_000).body.len(), 20_000_000);
}
