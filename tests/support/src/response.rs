//! What the site answers, and how badly.

use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use crate::clock::{http_date, parse_http_date};
use crate::request::Request;

/// One answer: status, headers, body and the manner of sending it.
///
/// Made by a constructor and refined by chaining:
///
/// ```
/// use stoppress_support::{Behaviour, Response};
/// use std::time::Duration;
///
/// let busy = Response::status(503).retry_after(120);
/// let slow = Response::rss("<rss/>").with_validators().behaving(Behaviour::Delay(Duration::from_secs(3)));
/// assert_eq!((busy.status, slow.status), (503, 200));
/// ```
#[derive(Clone, Debug)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// Headers beside those the site writes itself (Content-Length, Connection, Date, validators).
    pub headers: Vec<(String, String)>,
    /// The body, not compressed. Shared, because a site sends it often.
    pub body: Arc<[u8]>,
    /// The manner of sending it.
    pub behaviour: Behaviour,
    /// Whether ETag and Last-Modified are sent and a matching conditional request gets a 304.
    pub validated: bool,
    /// What Last-Modified says; without it, the time of publication.
    pub modified: Option<SystemTime>,
    /// Whether the body is compressed for who accepts gzip.
    pub gzip: bool,
}

/// The manner of sending an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// At once and complete.
    Prompt,
    /// Nothing at all for this long, then the whole answer.
    Delay(Duration),
    /// The head at once, then the body in pieces of `bytes`, one every `pause`.
    Drip {
        /// Bytes in a piece.
        bytes: usize,
        /// Pause after each piece.
        pause: Duration,
    },
    /// Content-Length promises the whole body; after this many bytes the connection closes.
    CutAfter(usize),
    /// Never answers. The connection stays open until the asker leaves or the site stops.
    Silent,
    /// Closes the connection without a byte.
    HangUp,
}

impl Response {
    /// 200 with a body of a media type.
    pub fn ok(media_type: &str, body: impl Into<Vec<u8>>) -> Response {
        Response::status(200).header("Content-Type", media_type).body(body)
    }

    /// 200 with an RSS feed in UTF-8.
    pub fn rss(body: impl Into<Vec<u8>>) -> Response {
        Response::ok("application/rss+xml; charset=utf-8", body)
    }

    /// 200 with an Atom feed in UTF-8.
    pub fn atom(body: impl Into<Vec<u8>>) -> Response {
        Response::ok("application/atom+xml; charset=utf-8", body)
    }

    /// 200 with a page in UTF-8.
    pub fn html(body: impl Into<Vec<u8>>) -> Response {
        Response::ok("text/html; charset=utf-8", body)
    }

    /// A status with an empty body.
    pub fn status(status: u16) -> Response {
        Response {
            status,
            headers: Vec::new(),
            body: Arc::from([]),
            behaviour: Behaviour::Prompt,
            validated: false,
            modified: None,
            gzip: false,
        }
    }

    /// A redirect: 301, 302, 303, 307 or 308 to a path or a whole URL.
    pub fn redirect(status: u16, to: &str) -> Response {
        Response::status(status).header("Location", to)
    }

    /// An RSS feed of exactly `size` bytes with one item, filled up inside that item's description: valid to its end,
    /// so that only a cap on bytes stops it.
    ///
    /// # Panics
    /// When `size` is smaller than the frame of such a feed, about 150 bytes.
    pub fn rss_of_size(size: usize) -> Response {
        let before = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Large</title><item><guid>1</guid>\
                      <title>Large</title><description>";
        let after = "</description></item></channel></rss>";
        let filling = size.checked_sub(before.len() + after.len()).expect("larger than its frame");
        let mut body = Vec::with_capacity(size);
        body.extend_from_slice(before.as_bytes());
        body.extend("all work and no news ".bytes().cycle().take(filling));
        body.extend_from_slice(after.as_bytes());
        Response::rss(body)
    }

    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Response {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Replaces the body.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Response {
        self.body = body.into().into();
        self
    }

    /// Adds `Retry-After` in seconds.
    pub fn retry_after(self, seconds: u64) -> Response {
        self.header("Retry-After", &seconds.to_string())
    }

    /// Sends ETag and Last-Modified, and answers 304 to a request that holds them.
    pub fn with_validators(mut self) -> Response {
        self.validated = true;
        self
    }

    /// Sets what Last-Modified says (whole seconds) and sends validators.
    pub fn modified_at(mut self, moment: SystemTime) -> Response {
        self.modified = Some(moment);
        self.with_validators()
    }

    /// Compresses the body for who accepts gzip.
    pub fn gzipped(mut self) -> Response {
        self.gzip = true;
        self
    }

    /// Sets the manner of sending.
    pub fn behaving(mut self, behaviour: Behaviour) -> Response {
        self.behaviour = behaviour;
        self
    }

    /// The entity tag that goes with this body: FNV-1a of its bytes, the same on every machine.
    pub fn etag(&self) -> String {
        let hash = self.body.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        format!("\"{hash:016x}\"")
    }

    /// Whether the request already holds this body. If-None-Match goes before If-Modified-Since (RFC 9110, 13.2.2).
    pub(crate) fn is_known_to(&self, request: &Request) -> bool {
        if !self.validated || self.status != 200 {
            return false;
        }
        if let Some(tags) = request.header("if-none-match") {
            let mine = self.etag();
            return tags.split(',').map(str::trim).any(|tag| tag == "*" || tag.trim_start_matches("W/") == mine);
        }
        match (request.header("if-modified-since").and_then(parse_http_date), self.modified) {
            (Some(since), Some(modified)) => whole_seconds(modified) <= whole_seconds(since),
            _ => false,
        }
    }

    /// Head and body as they go over the wire.
    pub(crate) fn wire(&self, request: &Request) -> (Vec<u8>, Arc<[u8]>) {
        let known = self.is_known_to(request);
        let status = if known { 304 } else { self.status };
        let accepts = request.header("accept-encoding").is_some_and(|accepted| accepted.contains("gzip"));
        let gzip = self.gzip && accepts && !known;
        let body = match (known, gzip) {
            (true, _) => Arc::from([]),
            (_, true) => compressed(&self.body),
            _ => Arc::clone(&self.body),
        };
        let mut head = format!("HTTP/1.1 {status} {}\r\nDate: {}\r\n", reason(status), http_date(request.time));
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if self.validated {
            head.push_str(&format!("ETag: {}\r\n", self.etag()));
            if let Some(modified) = self.modified {
                head.push_str(&format!("Last-Modified: {}\r\n", http_date(modified)));
            }
        }
        if gzip {
            head.push_str("Content-Encoding: gzip\r\nVary: Accept-Encoding\r\n");
        }
        if status != 304 {
            head.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");
        (head.into_bytes(), if request.method == "HEAD" { Arc::from([]) } else { body })
    }
}

fn whole_seconds(moment: SystemTime) -> u64 {
    moment.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs()
}

pub(crate) fn compressed(body: &[u8]) -> Arc<[u8]> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(body).and_then(|()| encoder.finish()).expect("writing to memory does not fail").into()
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        410 => "Gone",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Status",
    }
}
