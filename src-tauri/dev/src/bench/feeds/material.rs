//! Feeds of invented news, always the same ones, about as large and as compressible as those of papers.

use std::fmt::Write;
use std::time::{Duration, SystemTime};

use stoppress_support::{Manner, Origins, TemporaryFolder, rfc822, rfc3339};

use super::super::write;

pub const ARTICLES: usize = 30;
/// Bytes of one article's text, so that a feed has about 120 KB.
const TEXT: usize = 3_100;
const WORDS: usize = 6_000;
/// 2026-01-01: the same feeds on every day.
const NEWEST: Duration = Duration::from_secs(1_767_225_600);

/// A feed of thirty long articles: seven of ten RSS, the others Atom. `edition` counts how often it was changed; each change
/// brings two new articles.
pub fn feed(number: usize, edition: usize) -> Vec<u8> {
    let is_atom = number % 10 >= 7;
    let mut text = String::with_capacity(ARTICLES * (TEXT + 500));
    text.push_str(match is_atom {
        true => "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">",
        false => {
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
             xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
        }
    });
    let _ = write!(text, "<title>Courier of district {number}</title>");
    text.push_str(if is_atom { "<id>urn:d</id>" } else { "<link>https://news.example/</link><description/>" });
    for back in 0..ARTICLES {
        let article = ARTICLES + 2 * edition - back;
        push_article(&mut text, number, article, is_atom);
    }
    text.push_str(if is_atom { "</feed>\n" } else { "</channel></rss>\n" });
    text.into_bytes()
}

fn push_article(text: &mut String, feed: usize, article: usize, is_atom: bool) {
    let mut words = Words((feed as u64) << 20 | article as u64);
    let hours = 3_600 * (200 - article.min(200)) as u64;
    let moment = SystemTime::UNIX_EPOCH + NEWEST - Duration::from_secs(hours + feed as u64);
    let title = words.sentence(8);
    let link = format!("https://news{feed}.example/2026/{article}/{}", words.word());
    let mut html = String::with_capacity(TEXT + 200);
    while html.len() < TEXT {
        html.push_str("<p>");
        for _ in 0..5 {
            html.push_str(&words.sentence(14));
            html.push_str(". ");
        }
        let _ = write!(html, "<a href=\"{link}#more\">{}</a></p>", words.word());
    }
    let _ = match is_atom {
        true => write!(
            text,
            "<entry><title>{title}</title><id>{link}</id><link href=\"{link}\"/><updated>{}</updated><author><name>{}</name>\
             </author><summary>{}</summary><content type=\"html\">{}</content></entry>",
            rfc3339(moment),
            words.word(),
            words.sentence(20),
            html.replace('<', "&lt;")
        ),
        false => write!(
            text,
            "<item><title>{title}</title><link>{link}</link><guid isPermaLink=\"false\">{feed}-{article}</guid><pubDate>{}\
             </pubDate><dc:creator>{}</dc:creator><category>{}</category><description>{}</description><content:encoded>\
             <![CDATA[{html}]]></content:encoded></item>",
            rfc822(moment),
            words.word(),
            words.word(),
            words.sentence(20)
        ),
    };
}

/// Invented words, common ones often.
struct Words(u64);

impl Words {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    fn word(&mut self) -> String {
        // The product of two even numbers favours small ones, as language does.
        let (one, two) = (self.next() % WORDS as u64, self.next() % WORDS as u64);
        let mut rank = one * two / WORDS as u64 * 2_654_435_761 % 7_340_033 + 17;
        let mut word = String::new();
        while rank > 0 {
            word.push(char::from(b"tnrslmdkbp"[(rank % 10) as usize]));
            word.push(char::from(b"aeiou"[(rank / 10 % 5) as usize]));
            rank /= 97;
        }
        word
    }

    fn sentence(&mut self, words: usize) -> String {
        let words: Vec<String> = (0..words).map(|_| self.word()).collect();
        words.join(" ")
    }
}

/// Feeds on loopback, with the lists that programs want of them.
pub struct Papers {
    pub origins: Origins,
    pub folder: TemporaryFolder,
    count: usize,
    sites: usize,
}

impl Papers {
    /// So many feeds, spread over so many sites.
    pub fn open(count: usize, sites: usize) -> Result<Papers, String> {
        let origins = Origins::start().map_err(|error| format!("no port on loopback: {error}."))?;
        let papers = Papers { origins, folder: TemporaryFolder::new("bench-feeds"), count, sites };
        for number in 0..count {
            papers.publish(number, Manner::feed(feed(number, 0)));
        }
        let mut list = String::from("<opml version=\"2.0\"><body>\n");
        let mut urls = String::new();
        for number in 0..count {
            let url = papers.url(number);
            let _ = writeln!(list, "<outline type=\"rss\" text=\"Courier {number}\" xmlUrl=\"{url}\"/>");
            let _ = writeln!(urls, "{url}");
        }
        write(&papers.opml(), &format!("{list}</body></opml>\n"))?;
        write(&papers.folder.join("urls"), &urls)?;
        Ok(papers)
    }

    pub fn publish(&self, number: usize, manner: Manner) {
        self.origins.publish(number % self.sites, &path(number), manner);
    }

    pub fn url(&self, number: usize) -> String {
        self.origins.url(number % self.sites, &path(number))
    }

    pub fn opml(&self) -> std::path::PathBuf {
        self.folder.join("all.opml")
    }

    /// What curl is to fetch; `known` = with the marks of what it has fetched before.
    pub fn curl_list(&self, known: bool) -> Result<std::path::PathBuf, String> {
        let mut text = String::new();
        for number in 0..self.count {
            let url = self.url(number);
            let _ = writeln!(text, "url = \"{url}\"\noutput = \"/dev/null\"");
            if known && let Some(etag) = self.origins.etag(number % self.sites, &path(number)) {
                let _ = writeln!(text, "header = \"If-None-Match: {}\"", etag.replace('"', "\\\""));
            }
            // Each address has a header of its own only in a block of its own.
            if known && number + 1 < self.count {
                text.push_str("next\ncompressed\nsilent\n");
            }
        }
        let file = self.folder.join(if known { "curl-again.txt" } else { "curl.txt" });
        write(&file, &text)?;
        Ok(file)
    }
}

fn path(number: usize) -> String {
    format!("/{number}/feed.xml")
}

#[cfg(test)]
mod tests {
    use super::feed;

    #[test]
    fn a_feed_is_as_large_as_a_papers_and_each_edition_brings_two_articles() {
        for number in [0, 9] {
            let (first, second) = (feed(number, 0), feed(number, 1));
            assert!((105_000..140_000).contains(&first.len()), "{}", first.len());
            let titles = |bytes: &[u8]| -> Vec<String> {
                let text = String::from_utf8_lossy(bytes).into_owned();
                text.split("<title>").skip(2).filter_map(|rest| rest.split('<').next().map(str::to_owned)).collect()
            };
            let (first, second) = (titles(&first), titles(&second));
            assert_eq!((first.len(), &first[..28]), (30, &second[2..]));
        }
    }
}
