//! Cleans standard input as an article and reads it as a page, and prints what came of it in how many milliseconds: a
//! stopwatch for hostile input.

use std::io::Read;
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let mut bytes = vec![];
    std::io::stdin().read_to_end(&mut bytes)?;
    let html = String::from_utf8_lossy(&bytes);
    let start = Instant::now();
    let cleaned = stoppress_feeds::clean(&html, Some("https://example.org/"));
    let millis = start.elapsed().as_millis();
    let (links, images) = (cleaned.links.len(), cleaned.images.len());
    println!(
        "article: in {} out {} ms {millis} links {links} images {images}",
        html.len(),
        cleaned.html.as_str().len()
    );
    let start = Instant::now();
    let page = stoppress_feeds::readable(&bytes, Some("text/html"), "https://example.org/");
    let outcome = page.map_or_else(|error| error.to_string(), |page| format!("gave {} characters", page.text_chars));
    println!("page: {outcome}, ms {}", start.elapsed().as_millis());
    Ok(())
}
