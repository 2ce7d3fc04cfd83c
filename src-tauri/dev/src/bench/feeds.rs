//! Figures of `sync`, beside curl fetching the same addresses.

use std::process::Command;
use std::time::{Duration, SystemTime};

use stoppress_support::{Response, Site, TemporaryFolder, rfc822};

use super::{ROUNDS, line, timed, write};
use crate::place;

/// `sync` of many loopback feeds beside curl fetching the same addresses.
pub fn run(count: usize) -> Result<(), String> {
    println!("▸ {count} feeds of 20 articles on loopback, {ROUNDS} rounds");
    let (site, opml, addresses) = many_feeds(count, SystemTime::now());
    let folder = TemporaryFolder::new("bench-feeds");
    let (opml_file, list) = (folder.join("all.opml"), folder.join("curl.txt"));
    write(&opml_file, &opml)?;
    let lines: String = addresses.iter().map(|url| format!("url = \"{url}\"\noutput = \"/dev/null\"\n")).collect();
    write(&list, &lines)?;
    let (mut first, mut again, mut floor) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let profile = folder.join(&format!("profile-{round}"));
        let cli = |words: &[&str]| {
            let mut command = Command::new(place::built("stoppress-cli", true));
            command.arg("--profile").arg(&profile).args(words);
            command
        };
        timed(cli(&["import"]).arg(&opml_file))?;
        floor.push(timed(Command::new("curl").args(CURL).arg("--config").arg(&list))?);
        first.push(timed(&mut cli(&["sync", "--force"]))?);
        again.push(timed(&mut cli(&["sync", "--force"]))?);
    }
    println!("  asked {} times over {} connections", site.requests().len(), site.connections());
    line("curl --parallel --compressed", &floor, None);
    line("sync, everything new", &first, Some(&floor));
    line("sync, nothing changed", &again, Some(&floor));
    Ok(())
}

const CURL: [&str; 6] = ["--parallel", "--parallel-max", "256", "--compressed", "--silent", "--show-error"];

/// A site with feeds that differ in every article, their OPML and their addresses.
fn many_feeds(count: usize, now: SystemTime) -> (Site, String, Vec<String>) {
    let site = Site::start();
    let mut opml = String::from("<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><body>\n");
    let mut addresses = Vec::new();
    for feed in 0..count {
        let mut text = format!("<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Feed {feed}</title>\n");
        for article in 0..20_u64 {
            let date = rfc822(now - Duration::from_secs(article * 3_600 + feed as u64));
            text.push_str(&format!(
                "<item><guid isPermaLink=\"false\">{feed}-{article}</guid><title>Report {article} from district {feed}</title>\
                 <link>http://127.0.0.1/{feed}/{article}</link><pubDate>{date}</pubDate><description>&lt;p&gt;The tide of \
                 district {feed} rose by {article} centimetres overnight. {}&lt;/p&gt;</description></item>\n",
                "The harbour office had expected less and moved two boats. ".repeat(6)
            ));
        }
        text.push_str("</channel></rss>\n");
        let path = format!("/{feed}/feed.xml");
        site.publish(&path, Response::rss(text).with_validators());
        opml.push_str(&format!("<outline type=\"rss\" text=\"Feed {feed}\" xmlUrl=\"{}\"/>\n", site.url(&path)));
        addresses.push(site.url(&path));
    }
    opml.push_str("</body></opml>\n");
    (site, opml, addresses)
}
