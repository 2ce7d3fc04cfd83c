//! The server: one thread accepts, one thread per connection answers.

use std::collections::HashMap;
use std::io::{BufReader, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant, SystemTime};

use socket2::{Domain, Socket, Type};

use crate::request::Request;
use crate::response::{Behaviour, Response};

/// How long an idle connection is kept for the next request.
const IDLE: Duration = Duration::from_secs(60);

/// A news site on a free port of 127.0.0.1. What it answers may change while it runs; dropping it stops it.
#[derive(Debug)]
pub struct Site {
    shared: Arc<Shared>,
    address: SocketAddr,
    acceptor: Mutex<Option<JoinHandle<()>>>,
    /// While stopped: bound, so that no other site gets the port, and not listening, so that it refuses.
    kept: Mutex<Option<Socket>>,
}

impl Site {
    /// Opens a site that answers 404 to everything so far.
    ///
    /// # Panics
    /// When loopback has no free port: no test can go on then.
    pub fn start() -> Site {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port on loopback");
        let address = listener.local_addr().expect("a bound listener has an address");
        let shared = Arc::new(Shared::default());
        let acceptor = Mutex::new(Some(accept_on(listener, &shared)));
        Site { shared, address, acceptor, kept: Mutex::new(None) }
    }

    /// Sets what a path answers, from the next request on. A path with a query is answered by that exact query first,
    /// then by the path alone. A validated answer without a date of its own is dated now.
    pub fn publish(&self, path: &str, mut response: Response) {
        assert!(path.starts_with('/'), "the path {path:?} does not begin with a slash");
        if response.validated {
            response.modified.get_or_insert_with(SystemTime::now);
        }
        self.shared.state().routes.insert(path.to_owned(), Route::Fixed(response));
    }

    /// Sets a function that answers a path: for pictures drawn when asked for, or answers that change by themselves.
    pub fn answer(&self, path: &str, answer: impl Fn(&Request) -> Response + Send + Sync + 'static) {
        assert!(path.starts_with('/'), "the path {path:?} does not begin with a slash");
        self.shared.state().routes.insert(path.to_owned(), Route::Made(Arc::new(answer)));
    }

    /// Two addresses that redirect to each other without end: `path` and `path` + `/again`.
    pub fn publish_redirect_loop(&self, path: &str) {
        let again = format!("{path}/again");
        self.publish(path, Response::redirect(302, &again));
        self.publish(&again, Response::redirect(302, path));
    }

    /// `count` addresses that lead one to the next, and the last to `target`; the first one is `path`.
    pub fn publish_redirects(&self, path: &str, count: usize, status: u16, target: &str) {
        for step in 0..count {
            let here = if step == 0 { path.to_owned() } else { format!("{path}/{step}") };
            let next = if step + 1 == count { target.to_owned() } else { format!("{path}/{}", step + 1) };
            self.publish(&here, Response::redirect(status, &next));
        }
    }

    /// Makes a path answer 404 again.
    pub fn withdraw(&self, path: &str) {
        self.shared.state().routes.remove(path);
    }

    /// The URL of a path on this site.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The same with `https`: this site speaks no TLS, so who asks there gets a TLS error.
    pub fn broken_tls_url(&self, path: &str) -> String {
        format!("https://{}{path}", self.address)
    }

    /// Address and port; the same after a restart.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Every request since the start or the last [`Site::forget_requests`], in order of arrival.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.state().log.clone()
    }

    /// The requests for one path, whatever their query.
    pub fn requests_for(&self, path: &str) -> Vec<Request> {
        self.shared.state().log.iter().filter(|request| request.path_only() == path).cloned().collect()
    }

    /// Empties the log.
    pub fn forget_requests(&self) {
        self.shared.state().log.clear();
    }

    /// Waits until the log holds at least `count` requests for a path. `false`: that did not happen within `patience`.
    pub fn wait_for_requests(&self, path: &str, count: usize, patience: Duration) -> bool {
        self.shared.wait_until(patience, |state| {
            state.log.iter().filter(|request| request.path_only() == path).count() >= count
        })
    }

    /// How many TCP connections were opened since the start: tells whether keep-alive is used.
    pub fn connections(&self) -> usize {
        self.shared.state().opened
    }

    /// Stops for real: the port refuses connections and those that are open are closed, also in the middle of an
    /// answer. Does nothing when stopped already.
    pub fn stop(&self) {
        let Some(acceptor) = self.acceptor.lock().unwrap_or_else(PoisonError::into_inner).take() else { return };
        self.shared.state().stopped = true;
        self.shared.changed.notify_all();
        // Wakes the acceptor, which then sees that it is over and drops the listener.
        drop(TcpStream::connect(self.address));
        let _ = acceptor.join();
        for (_, connection) in self.shared.state().open.drain() {
            let _ = connection.shutdown(Shutdown::Both);
        }
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = keep_port(self.address);
    }

    /// Opens the same port again after [`Site::stop`], with the same answers. Does nothing when it runs.
    ///
    /// # Panics
    /// When another program has taken the port for more than ten seconds.
    pub fn restart_on_same_port(&self) {
        let mut acceptor = self.acceptor.lock().unwrap_or_else(PoisonError::into_inner);
        if acceptor.is_some() {
            return;
        }
        drop(self.kept.lock().unwrap_or_else(PoisonError::into_inner).take());
        let deadline = Instant::now() + Duration::from_secs(10);
        let listener = loop {
            match TcpListener::bind(self.address) {
                Ok(listener) => break listener,
                // The system tells nobody when a port is free again, so this one asks.
                Err(_) if Instant::now() < deadline => std::thread::sleep(Duration::from_millis(50)),
                Err(error) => panic!("could not listen on {} again: {error}", self.address),
            }
        };
        self.shared.state().stopped = false;
        *acceptor = Some(accept_on(listener, &self.shared));
    }
}

/// A socket that is bound and does not listen. `None` where the system does not allow it; then the port is merely free.
fn keep_port(address: SocketAddr) -> Option<Socket> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, None).ok()?;
    socket.set_reuse_address(true).ok()?;
    socket.bind(&address.into()).ok()?;
    Some(socket)
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    routes: HashMap<String, Route>,
    log: Vec<Request>,
    open: HashMap<usize, TcpStream>,
    opened: usize,
    stopped: bool,
}

#[derive(Clone)]
enum Route {
    Fixed(Response),
    Made(Arc<dyn Fn(&Request) -> Response + Send + Sync>),
}

impl std::fmt::Debug for Route {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Route::Fixed(response) => write!(f, "Fixed({})", response.status),
            Route::Made(_) => f.write_str("Made"),
        }
    }
}

impl Shared {
    /// A panic in one connection's thread leaves the others their site.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait_until(&self, patience: Duration, mut reached: impl FnMut(&State) -> bool) -> bool {
        let deadline = Instant::now() + patience;
        let mut state = self.state();
        loop {
            if reached(&state) {
                return true;
            }
            let Some(left) = deadline.checked_duration_since(Instant::now()) else { return false };
            state = self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Pauses an answer; a stop of the site ends the pause. `false`: stopped.
    fn pause(&self, length: Duration) -> bool {
        !self.wait_until(length, |state| state.stopped)
    }

    fn response_to(&self, request: &Request) -> Response {
        let route = {
            let state = self.state();
            state.routes.get(&request.path).or_else(|| state.routes.get(request.path_only())).cloned()
        };
        match route {
            Some(Route::Fixed(response)) => response,
            Some(Route::Made(make)) => make(request),
            None => Response { status: 404, ..Response::html("<!doctype html><title>Not found</title><p>Not found.") },
        }
    }
}

fn accept_on(listener: TcpListener, shared: &Arc<Shared>) -> JoinHandle<()> {
    let shared = Arc::clone(shared);
    std::thread::spawn(move || {
        for connection in listener.incoming() {
            if shared.state().stopped {
                return;
            }
            let Ok(connection) = connection else { continue };
            let Ok(handle) = connection.try_clone() else { continue };
            let number = {
                let mut state = shared.state();
                state.opened += 1;
                let number = state.opened;
                state.open.insert(number, handle);
                number
            };
            let shared = Arc::clone(&shared);
            std::thread::spawn(move || {
                let _ = serve(&connection, &shared);
                let _ = connection.shutdown(Shutdown::Both);
                shared.state().open.remove(&number);
            });
        }
    })
}

/// Answers one request after another until either side has had enough.
fn serve(connection: &TcpStream, shared: &Shared) -> std::io::Result<()> {
    connection.set_nodelay(true)?;
    connection.set_read_timeout(Some(IDLE))?;
    let mut from = BufReader::new(connection);
    let mut to = connection;
    loop {
        let request = match Request::read(&mut from) {
            Ok(Some(request)) => request,
            Ok(None) => return Ok(()),
            // A TLS greeting on a port without TLS arrives here, among others.
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                return to.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
            Err(error) => return Err(error),
        };
        shared.state().log.push(request.clone());
        shared.changed.notify_all();
        let response = shared.response_to(&request);
        if !send(&request, &response, to, shared)? {
            return Ok(());
        }
        if request.header("connection").is_some_and(|value| value.eq_ignore_ascii_case("close")) {
            return Ok(());
        }
    }
}

/// Sends one answer in its manner. `false`: the connection is to be closed.
fn send(request: &Request, response: &Response, mut to: &TcpStream, shared: &Shared) -> std::io::Result<bool> {
    match response.behaviour {
        Behaviour::HangUp => return Ok(false),
        Behaviour::Silent => {
            while shared.pause(Duration::from_secs(3600)) {}
            return Ok(false);
        }
        Behaviour::Delay(length) if !shared.pause(length) => return Ok(false),
        _ => {}
    }
    let (mut head, body) = response.wire(request);
    match response.behaviour {
        Behaviour::Drip { bytes, pause } => {
            to.write_all(&head)?;
            for piece in body.chunks(bytes.max(1)) {
                to.write_all(piece)?;
                if !shared.pause(pause) {
                    return Ok(false);
                }
            }
        }
        Behaviour::CutAfter(bytes) => {
            head.extend_from_slice(&body[..bytes.min(body.len())]);
            to.write_all(&head)?;
            return Ok(false);
        }
        _ => {
            // One write where it is small, so that an answer is one packet.
            if body.len() < 64 * 1024 {
                head.extend_from_slice(&body);
                to.write_all(&head)?;
            } else {
                to.write_all(&head)?;
                to.write_all(&body)?;
            }
        }
    }
    Ok(true)
}

#[cfg(test)]
#[path = "site_tests.rs"]
mod tests;
