//! One request as it arrived.

use std::io::{self, BufRead, Read};
use std::time::SystemTime;

/// Longer than any header a reader of ours sends; what exceeds it is answered with 400.
const LONGEST_HEAD: u64 = 64 * 1024;

/// A request the site was asked, kept in its log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// Path and query, as sent: `/feed.xml?page=2`.
    pub path: String,
    /// Header names in lower case and their values, in the order sent.
    pub headers: Vec<(String, String)>,
    /// When its last header line had arrived.
    pub time: SystemTime,
}

impl Request {
    /// The first value of a header; `name` in any case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// The path without its query.
    pub fn path_only(&self) -> &str {
        self.path.split('?').next().unwrap_or_default()
    }

    /// Reads one request off a connection. `Ok(None)`: the other side closed it between two requests.
    pub(crate) fn read(from: &mut impl BufRead) -> io::Result<Option<Request>> {
        let mut head = from.take(LONGEST_HEAD);
        let Some(first) = read_line(&mut head)? else { return Ok(None) };
        let mut words = first.split(' ');
        let (Some(method), Some(path), Some(version)) = (words.next(), words.next(), words.next()) else {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "not an HTTP request line"));
        };
        if !version.starts_with("HTTP/1.") || !path.starts_with('/') {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "not an HTTP/1 request"));
        }
        let (method, path) = (method.to_owned(), path.to_owned());
        let mut headers = Vec::new();
        loop {
            let line = read_line(&mut head)?.ok_or(io::ErrorKind::UnexpectedEof)?;
            if line.is_empty() {
                break;
            }
            if let Some((name, value)) = line.split_once(':') {
                headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        Ok(Some(Request { method, path, headers, time: SystemTime::now() }))
    }
}

fn read_line(from: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    if from.read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.pop() != Some(b'\n') {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "a header line without an end"));
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    String::from_utf8(line).map(Some).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "a header not in UTF-8"))
}
