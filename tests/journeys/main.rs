//! Promises to the reader, one module each: the real reader over a temporary profile, a site on loopback and a clock that
//! only moves when a test moves it. No window, no internet.
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

mod activity;
mod bad_answers;
mod bags;
mod book;
mod caps;
mod comments;
mod diagnostics;
mod edits;
mod everything;
mod exporting;
mod following;
mod full_text;
#[cfg(unix)]
mod health;
mod images;
mod importing;
mod looking;
mod moving;
mod muting;
mod notifying;
mod older;
mod politeness;
mod positions;
mod privacy;
mod proxies;
mod publishers;
mod saving;
mod searching;
mod signing_in;
mod sources;
mod storage;
mod updates;
#[cfg(unix)]
mod voice;
mod world;
