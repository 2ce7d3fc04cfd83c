//! Ten random cuts and ten random flips of every file whose path comes on standard input, always the same ones. Prints one line
//! of JSON: how many readings, how many panics (a caught one counts), the slowest, and files that took more than a second.

use std::{
    io::BufRead,
    time::{Duration, Instant},
};
use stoppress_feeds::{ParseContext, ParseError, parse};

const EACH: usize = 10;
const SLOW: Duration = Duration::from_secs(1);

fn main() -> std::io::Result<()> {
    let context = ParseContext { url: Some("https://a.example/feed"), content_type: None };
    let (mut readings, mut panics, mut slowest, mut slow) = (0_u64, Vec::new(), Duration::ZERO, Vec::new());
    for path in std::io::stdin().lock().lines() {
        let path = path?;
        let whole = std::fs::read(&path)?;
        let seed = path.bytes().fold(0x5eed_u64, |seed, byte| seed.wrapping_mul(31) ^ u64::from(byte));
        let mut numbers = Numbers(seed);
        for number in 0..2 * EACH {
            let mut bytes = whole.clone();
            if number < EACH {
                bytes.truncate(numbers.below(whole.len() + 1));
            } else {
                for _ in 0..=numbers.below(8) {
                    let at = numbers.below(bytes.len().max(1));
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte = u8::try_from(numbers.below(256)).unwrap_or_default();
                    }
                }
            }
            let began = Instant::now();
            let read = parse(&bytes, &context);
            let took = began.elapsed();
            readings += 1;
            slowest = slowest.max(took);
            if read == Err(ParseError::Fault) {
                panics.push(path.clone());
            }
            if took > SLOW {
                slow.push(path.clone());
            }
        }
    }
    let slowest = slowest.as_secs_f64() * 1e3;
    println!(
        "{}",
        serde_json::json!({ "readings": readings, "panics": panics, "slowest_millis": slowest, "slow": slow })
    );
    Ok(())
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ mixed >> 31) % end.max(1) as u64).unwrap_or_default()
    }
}
