//! Cleans standard input and prints bytes, milliseconds, links and images: a stopwatch for hostile articles.

use std::io::Read;
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let mut html = String::new();
    std::io::stdin().read_to_string(&mut html)?;
    let start = Instant::now();
    let cleaned = stoppress_feeds::clean(&html, Some("https://example.org/"));
    let millis = start.elapsed().as_millis();
    let (links, images) = (cleaned.links.len(), cleaned.images.len());
    println!("in {} out {} ms {millis} links {links} images {images}", html.len(), cleaned.html.as_str().len());
    Ok(())
}
