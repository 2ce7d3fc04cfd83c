//! The packed app, driven as its reader would: install, follow, watch, read, save, lose the network, read again,
//! remove.
//!
//! `cargo dev test` packs the app and runs this; `cargo dev test --only day` runs it over the last package. By hand,
//! with the programs of a plain build in place of a package:
//! `STOPPRESS_BIN=target/debug cargo test -p stoppress-tests --test window -- --nocapture`.

#![cfg(target_os = "linux")]

mod attacks;
mod day;
mod package;
mod window;

#[test]
fn a_reader_installs_follows_reads_saves_loses_the_network_and_reads_again() {
    if let Err(sentence) = day::live() {
        panic!("{sentence}");
    }
}
