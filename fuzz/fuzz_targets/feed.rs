#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| stoppress_fuzz::feed(bytes));
