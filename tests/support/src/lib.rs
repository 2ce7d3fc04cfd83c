//! A small news site on loopback for tests, demonstrations and figures.
//!
//! [`Site`] is an HTTP/1.1 server on a free port of 127.0.0.1 that answers what a test tells it to, misbehaves on
//! demand and remembers what it was asked. [`Newsroom`] fills one with publications of our own in several languages,
//! with pictures, and publishes their stories one after another. [`Display`] and [`Driver`] show a built window
//! where there is no screen and act in it as a reader would. Nothing here reads the network, a profile or the
//! reader's code; times arrive as arguments wherever an answer depends on them.
//!
//! Start reading at [`Site::publish`].
//!
//! ```
//! use stoppress_support::{Response, Site};
//! use std::io::{Read, Write};
//!
//! let site = Site::start();
//! site.publish("/feed.xml", Response::rss("<rss version='2.0'><channel><title>Tides</title></channel></rss>"));
//!
//! let mut asked = std::net::TcpStream::connect(site.address()).unwrap();
//! asked.write_all(b"GET /feed.xml HTTP/1.1\r\nHost: tides\r\nConnection: close\r\n\r\n").unwrap();
//! let mut answer = String::new();
//! asked.read_to_string(&mut answer).unwrap();
//!
//! assert!(answer.starts_with("HTTP/1.1 200"));
//! assert!(answer.ends_with("</rss>"));
//! assert_eq!(site.requests_for("/feed.xml").len(), 1);
//! ```

mod clock;
mod display;
mod driver;
mod folder;
mod newsroom;
mod origins;
pub mod picture;
mod request;
mod response;
mod site;

pub use clock::{http_date, rfc822, rfc3339};
pub use display::Display;
pub use driver::{Driver, Element, Rectangle};
pub use folder::TemporaryFolder;
pub use newsroom::{Format, Newsroom, Publication, Published, Story};
pub use origins::{Manner, Origins};
pub use request::Request;
pub use response::{Behaviour, Response};
pub use site::Site;
