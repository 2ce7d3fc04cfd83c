//! Scores full text beside dom_smoothie as it comes: token F1 and images, for every folder with `source.html` and
//! `expected.html` under the given folders (our own fixtures where none is given).
//!
//! `cargo run --release -p stoppress-feeds --example readable_score [-v] [FOLDER…]`

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use stoppress_feeds::{clean, readable};

const URL: &str = "http://example.com/";

fn main() -> std::io::Result<()> {
    let (flags, mut folders): (Vec<String>, Vec<String>) = std::env::args().skip(1).partition(|a| a.starts_with('-'));
    if folders.is_empty() {
        folders.push(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/pages").into());
    }
    let (mut ours, mut plain, mut times) = (vec![], vec![], vec![]);
    println!("{:28} {:>7} {:>7}   images ours/plain/wanted", "page", "ours", "plain");
    for case in cases(&folders)? {
        let Ok(want) = std::fs::read_to_string(case.join("expected.html")) else { continue };
        let page = std::fs::read(case.join("source.html"))?;
        let want = clean(&want, Some(URL));
        let started = Instant::now();
        let got = readable(&page, None, URL);
        times.push(started.elapsed());
        let got = clean(&got.map(|article| article.html).unwrap_or_default(), Some(URL));
        let bare = clean(&dom_smoothie(&page), Some(URL));
        let (a, b) = (f1(&got.text(), &want.text()), f1(&bare.text(), &want.text()));
        let images = (got.images.len(), bare.images.len(), want.images.len());
        let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
        println!("{name:28} {a:7.4} {b:7.4}   {}/{}/{}", images.0, images.1, images.2);
        if flags.iter().any(|flag| flag == "-v") && a < 0.999 {
            println!("--- wanted\n{}\n--- got\n{}\n---", want.text(), got.text());
        }
        ours.push(a);
        plain.push(b);
    }
    times.sort();
    let mean = |scores: &[f64]| scores.iter().sum::<f64>() / scores.len().max(1) as f64;
    println!("{:28} {:7.4} {:7.4}   mean of {}", "", mean(&ours), mean(&plain), ours.len());
    println!("median time {:?}", times.get(times.len() / 2).copied().unwrap_or(Duration::ZERO));
    Ok(())
}

fn cases(folders: &[String]) -> std::io::Result<Vec<PathBuf>> {
    let mut all = vec![];
    for folder in folders {
        for entry in std::fs::read_dir(Path::new(folder))? {
            all.push(entry?.path());
        }
    }
    all.sort();
    Ok(all)
}

fn dom_smoothie(page: &[u8]) -> String {
    let page = String::from_utf8_lossy(page).into_owned();
    let reader = dom_smoothie::Readability::new(page, Some(URL), None);
    reader.and_then(|mut reader| reader.parse()).map(|article| article.content.to_string()).unwrap_or_default()
}

/// Token F1; scripts without blanks count by the character.
fn f1(got: &str, want: &str) -> f64 {
    let (got, want) = (bag(got), bag(want));
    let both: usize = got.iter().map(|(word, n)| want.get(word).map_or(0, |m| *n.min(m))).sum();
    let all: usize = got.values().sum::<usize>() + want.values().sum::<usize>();
    if all == 0 { 1.0 } else { 2.0 * both as f64 / all as f64 }
}

fn bag(text: &str) -> HashMap<String, usize> {
    let is_alone = |c: char| matches!(c, '\u{0e00}'..='\u{0e7f}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}');
    let mut spaced = String::new();
    for c in text.to_lowercase().chars() {
        if is_alone(c) {
            spaced.extend([' ', c, ' ']);
        } else {
            spaced.push(if c.is_alphanumeric() { c } else { ' ' });
        }
    }
    let mut bag = HashMap::new();
    for word in spaced.split_whitespace() {
        *bag.entry(word.to_owned()).or_default() += 1;
    }
    bag
}
