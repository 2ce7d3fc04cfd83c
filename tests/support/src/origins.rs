//! Many sites at once, for figures: one port, and a loopback address of its own for each, so that every one is another origin.

use std::collections::HashMap;
use std::io::{BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use std::time::Duration;

use crate::request::Request;
use crate::response::compressed;

/// A connection nobody uses is closed after this.
const IDLE: Duration = Duration::from_secs(20);
/// The threads of connections do little.
const STACK: usize = 128 * 1024;

/// What an address answers.
#[derive(Clone, Debug)]
pub enum Manner {
    /// A feed, compressed for who accepts it, with a mark by which it is known again.
    Feed {
        /// As it is.
        plain: Arc<[u8]>,
        /// Compressed.
        gzip: Arc<[u8]>,
        /// Its `ETag`, with quotes.
        etag: String,
    },
    /// Nothing, ever.
    Silent,
    /// A byte each second.
    Drip,
    /// Few bytes that become very many.
    Bomb(Arc<[u8]>),
    /// A redirect to itself.
    Loop,
    /// 500.
    Fails,
}

impl Manner {
    /// A feed of these bytes.
    pub fn feed(plain: Vec<u8>) -> Manner {
        let hash = plain.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Manner::Feed { gzip: compressed(&plain), plain: plain.into(), etag: format!("\"{hash:016x}\"") }
    }

    /// 64 MiB of blanks in some kilobytes.
    pub fn bomb() -> Manner {
        Manner::Bomb(compressed(&vec![b' '; 64 << 20]))
    }
}

#[derive(Debug, Default)]
struct State {
    /// By host with port, and path.
    answers: RwLock<HashMap<(String, String), Manner>>,
    /// Milliseconds before an answer: the least, and how many more it may be.
    delay: RwLock<Option<(u64, u64)>>,
    asked: AtomicUsize,
    unchanged: AtomicUsize,
    dice: AtomicU64,
    stopped: AtomicBool,
}

/// Sites on as many loopback addresses as are wanted. Only this computer is answered; dropping it stops it.
#[derive(Debug)]
pub struct Origins {
    port: u16,
    state: Arc<State>,
}

impl Origins {
    /// Opens a free port.
    ///
    /// # Errors
    /// Where there is none.
    pub fn start() -> std::io::Result<Origins> {
        // Linux answers on all of 127.0.0.0/8 only where the port is opened for every address.
        let listener = TcpListener::bind(("0.0.0.0", 0))?;
        let port = listener.local_addr()?.port();
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        thread::Builder::new().name("origins".into()).spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                if shared.stopped.load(Ordering::Relaxed) {
                    return;
                }
                if !connection.peer_addr().is_ok_and(|peer| peer.ip().is_loopback()) {
                    continue;
                }
                let state = Arc::clone(&shared);
                let _ = thread::Builder::new().stack_size(STACK).spawn(move || {
                    let _ = serve(&connection, &state);
                });
            }
        })?;
        Ok(Origins { port, state })
    }

    /// The address of a path on the site with this number, up to 60,000.
    pub fn url(&self, site: usize, path: &str) -> String {
        format!("http://{}{path}", self.host(site))
    }

    fn host(&self, site: usize) -> String {
        format!("127.{}.{}.{}:{}", 1 + site / 62_500, site / 250 % 250, 1 + site % 250, self.port)
    }

    /// Sets what a path answers from now on.
    pub fn publish(&self, site: usize, path: &str, manner: Manner) {
        let mut answers = self.state.answers.write().unwrap_or_else(PoisonError::into_inner);
        answers.insert((self.host(site), path.to_owned()), manner);
    }

    /// The mark of what a path answers.
    pub fn etag(&self, site: usize, path: &str) -> Option<String> {
        let answers = self.state.answers.read().unwrap_or_else(PoisonError::into_inner);
        match answers.get(&(self.host(site), path.to_owned())) {
            Some(Manner::Feed { etag, .. }) => Some(etag.clone()),
            _ => None,
        }
    }

    /// Lets every answer take so many milliseconds, from the least to the most; `None` = none.
    pub fn delay(&self, millis: Option<(u64, u64)>) {
        *self.state.delay.write().unwrap_or_else(PoisonError::into_inner) =
            millis.map(|(least, most)| (least, most.saturating_sub(least) + 1));
    }

    /// Requests since the last call, and how many of them were answered with 304.
    pub fn take_counts(&self) -> (usize, usize) {
        (self.state.asked.swap(0, Ordering::Relaxed), self.state.unchanged.swap(0, Ordering::Relaxed))
    }
}

impl Drop for Origins {
    fn drop(&mut self) {
        self.state.stopped.store(true, Ordering::Relaxed);
        // Wakes the thread that accepts.
        drop(TcpStream::connect(SocketAddr::from(([127, 0, 0, 1], self.port))));
    }
}

fn serve(connection: &TcpStream, state: &State) -> std::io::Result<()> {
    connection.set_nodelay(true)?;
    connection.set_read_timeout(Some(IDLE))?;
    let mut from = BufReader::with_capacity(2048, connection);
    while let Some(request) = Request::read(&mut from)? {
        state.asked.fetch_add(1, Ordering::Relaxed);
        let delay = *state.delay.read().unwrap_or_else(PoisonError::into_inner);
        if let Some((least, span)) = delay {
            // A spread that is the same in every run.
            let dice = state.dice.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            thread::sleep(Duration::from_millis(least + (dice >> 33) % span));
        }
        let key = (request.header("host").unwrap_or_default().to_owned(), request.path.clone());
        let manner = state.answers.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        let goes_on = answer(&request, manner, connection, state)?;
        let closes = request.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close"));
        if !goes_on || closes {
            return Ok(());
        }
    }
    Ok(())
}

/// False where the connection is at its end.
fn answer(request: &Request, manner: Option<Manner>, mut to: &TcpStream, state: &State) -> std::io::Result<bool> {
    let head = |status: &str, more: &str, length: usize| {
        format!("HTTP/1.1 {status}\r\n{more}Content-Length: {length}\r\n\r\n").into_bytes()
    };
    let (mut head, body) = match manner {
        None => (head("404 Not Found", "", 0), Arc::from([])),
        Some(Manner::Fails) => (head("500 Internal Server Error", "", 0), Arc::from([])),
        Some(Manner::Loop) => (head("302 Found", &format!("Location: {}\r\n", request.path), 0), Arc::from([])),
        Some(Manner::Bomb(gzip)) => {
            (head("200 OK", "Content-Type: text/xml\r\nContent-Encoding: gzip\r\n", gzip.len()), gzip)
        }
        Some(Manner::Feed { etag, .. }) if request.header("if-none-match") == Some(&etag) => {
            state.unchanged.fetch_add(1, Ordering::Relaxed);
            (format!("HTTP/1.1 304 Not Modified\r\nETag: {etag}\r\n\r\n").into_bytes(), Arc::from([]))
        }
        Some(Manner::Feed { plain, gzip, etag }) => {
            let packed = request.header("accept-encoding").is_some_and(|accepted| accepted.contains("gzip"));
            let coding = if packed { "Content-Encoding: gzip\r\n" } else { "" };
            let body = if packed { gzip } else { plain };
            let more = format!("Content-Type: application/xml\r\nETag: {etag}\r\n{coding}");
            (head("200 OK", &more, body.len()), body)
        }
        Some(Manner::Silent) => {
            thread::sleep(Duration::from_secs(120));
            return Ok(false);
        }
        Some(Manner::Drip) => {
            to.write_all(&head("200 OK", "Content-Type: text/xml\r\n", 1_000_000))?;
            for byte in b"<rss><channel><title>".iter().chain(std::iter::repeat_n(&b' ', 200)) {
                to.write_all(&[*byte])?;
                thread::sleep(Duration::from_secs(1));
            }
            return Ok(false);
        }
    };
    if body.len() < 64 * 1024 {
        head.extend_from_slice(&body);
        to.write_all(&head)?;
    } else {
        to.write_all(&head)?;
        to.write_all(&body)?;
    }
    Ok(true)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where its ground is missing")]
    use super::{Manner, Origins};
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn ask(url: &str, header: &str) -> String {
        let rest = url.strip_prefix("http://").unwrap();
        let (host, path) = rest.split_once('/').unwrap();
        let mut connection = TcpStream::connect(host).unwrap();
        write!(connection, "GET /{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{header}\r\n").unwrap();
        let mut answer = String::new();
        connection.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn each_site_is_an_origin_of_its_own_and_knows_what_was_fetched() {
        let origins = Origins::start().unwrap();
        origins.publish(0, "/feed", Manner::feed(b"<rss/>".to_vec()));
        origins.publish(999, "/feed", Manner::feed(b"<rss></rss>".to_vec()));
        assert!(ask(&origins.url(0, "/feed"), "").ends_with("\r\n\r\n<rss/>"));
        assert!(ask(&origins.url(999, "/feed"), "").ends_with("<rss></rss>"));
        assert!(ask(&origins.url(1, "/feed"), "").starts_with("HTTP/1.1 404"));
        let known = format!("If-None-Match: {}\r\n", origins.etag(0, "/feed").unwrap());
        assert!(ask(&origins.url(0, "/feed"), &known).starts_with("HTTP/1.1 304"));
        assert_eq!(origins.take_counts(), (4, 1));
    }
}
