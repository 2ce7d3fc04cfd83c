//! The packed app, driven as its reader would: install, follow, watch, read, save, lose the network, read again,
//! remove; gone through without a pointer, and read in while news pours in; and attacked as a hostile publisher would.
//!
//! `cargo dev test` packs the app and runs this; `cargo dev test --only day` lives the day in the last package, `--only
//! attacks` attacks it. By hand, with the programs of a plain build in place of a package:
//! `STOPPRESS_BIN=target/debug cargo test -p stoppress-tests --test window a_reader -- --nocapture`.

#![cfg(target_os = "linux")]

mod attacks;
mod background;
mod boundary;
mod bus;
mod day;
mod drawing;
mod hand;
mod keyboard;
mod live;
mod notifying;
mod outside;
mod package;
mod stage;
mod starts;
mod window;

#[test]
fn a_reader_installs_follows_reads_saves_loses_the_network_and_reads_again() {
    if let Err(sentence) = day::live() {
        panic!("{sentence}");
    }
}
