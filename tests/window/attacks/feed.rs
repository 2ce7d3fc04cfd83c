//! The feeds that carry the vectors: each in a body, and in every other field that carries text or an address.

use std::time::{Duration, SystemTime};

use serde_json::json;
use stoppress_support::{Response, Site, rfc822, rfc3339};

use super::vectors::Vector;

/// Stories closer together than half an hour would be folded into one row.
const APART: Duration = Duration::from_secs(40 * 60);

/// What stands before the title of the story with this number, so that it is known whatever follows.
pub fn mark(number: usize) -> String {
    format!("No {number:04}:")
}

/// The fields of one story: which vector each carries. The body carries the story's own; the others, those next to it,
/// so that in the end each vector was in each field.
pub struct Story<'v> {
    pub number: usize,
    pub body: &'v Vector,
    title: &'v Vector,
    author: &'v Vector,
    category: &'v Vector,
    summary: &'v Vector,
    link: &'v Vector,
    comments: &'v Vector,
}

/// The stories of a batch, in order.
pub fn stories(vectors: &[Vector]) -> Vec<Story<'_>> {
    let at = |index: usize| &vectors[index % vectors.len()];
    let story = |number| Story {
        number,
        body: at(number),
        title: at(number),
        author: at(number + 1),
        category: at(number + 2),
        summary: at(number + 3),
        link: at(number + 4),
        comments: at(number + 4),
    };
    (0..vectors.len()).map(story).collect()
}

impl Story<'_> {
    /// The names of all vectors in it, for whoever looks for the one that acted.
    pub fn names(&self) -> String {
        format!(
            "{} in body and title; author {}, category {}, summary {}, link and comments {}",
            self.body.id, self.author.id, self.category.id, self.summary.id, self.link.id
        )
    }
}

/// The page of a publisher that carries a vector in the midst of its story, as the reader saves it by its address.
pub fn page(story: &Story<'_>, canary: &str, home: &str) -> Response {
    const PROSE: &str = "The ferry left the harbour at ten past four, as it had every morning of that winter, and nobody on the \
        quay took notice of the man with the folded map, who counted the containers from left to right and wrote a number \
        into his palm before the lights went out behind the customs house.";
    let title = format!("{} the page", mark(story.number));
    let paragraphs = |from: usize| (from..from + 4).map(|n| format!("<p>{n}. {PROSE}</p>")).collect::<String>();
    Response::html(format!(
        "<!doctype html><html lang=en><head><title>{title}</title></head><body><main><article><h1>{title}</h1>{}\
         <div>{}</div>{}</article></main></body></html>",
        paragraphs(1),
        story.body.html(canary, home),
        paragraphs(5)
    ))
}

/// A harmless feed of these stories, each with a feed of comments.
pub fn discussed(stories: &[Story<'_>], site: &Site, now: SystemTime) -> Response {
    let items = stories.iter().map(|story| {
        let number = story.number;
        format!(
            "<item><guid isPermaLink=\"false\">{number}</guid><pubDate>{}</pubDate><title>{} discussed</title><link>{}</link>\
             <description>The text of the story.</description><wfw:commentRss>{}</wfw:commentRss></item>",
            rfc822(now - APART * (number as u32 + 1)),
            mark(number),
            site.url(&format!("/story/{number}")),
            site.url(&format!("/comments/{number}")),
        )
    });
    Response::rss(format!(
        "<rss version=\"2.0\" xmlns:wfw=\"http://wellformedweb.org/CommentAPI/\"><channel><title>Hostile</title>{}</channel></rss>",
        items.collect::<String>()
    ))
}

/// What was said about a story: the vector as text and as the name of who said it.
pub fn comments(story: &Story<'_>, canary: &str, home: &str) -> Response {
    let text = story.body.html(canary, home);
    let feed = json!({"version": "https://jsonfeed.org/version/1.1", "title": "Comments", "items": [{
        "id": "1", "url": format!("http://{canary}/said"), "content_html": format!("<p>Said.</p>{text}"),
        "authors": [{"name": text.chars().take(1_500).collect::<String>()}],
    }]});
    Response::ok("application/feed+json", feed.to_string())
}

/// A feed of these stories, newest first in their order: RSS where XML can carry them all, else JSON Feed.
pub fn feed(stories: &[Story<'_>], canary: &str, home: &str, now: SystemTime) -> Response {
    let short = |vector: &Vector| vector.html(canary, home).chars().take(1_500).collect::<String>();
    let moment = |number: usize| now - APART * (number as u32 + 1);
    if stories.iter().all(|story| story.body.fits_xml()) {
        let mut rss = String::from(
            "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>",
        );
        // The name of the source stands in every row and above every story.
        let name = stories.first().map(|story| short(story.body)).unwrap_or_default();
        rss += &format!("<title><![CDATA[Hostile {}]]></title>", name.replace("]]>", ""));
        for story in stories {
            let number = story.number;
            rss += &format!(
                "<item><guid isPermaLink=\"false\">{number}</guid><pubDate>{}</pubDate>",
                rfc822(moment(number))
            );
            for (name, text) in [
                ("title", format!("{} {}", mark(number), short(story.title))),
                ("dc:creator", short(story.author)),
                ("category", short(story.category)),
                ("description", short(story.summary)),
                ("link", story.link.address(canary, home)),
                ("comments", story.comments.address(canary, home)),
                ("content:encoded", story.body.html(canary, home)),
            ] {
                rss += &format!("<{name}><![CDATA[{}]]></{name}>", text.replace("]]>", "]]]]><![CDATA[>"));
            }
            rss += "</item>";
        }
        return Response::rss(rss + "</channel></rss>");
    }
    let items: Vec<_> = stories
        .iter()
        .map(|story| {
            json!({
                "id": story.number.to_string(),
                "date_published": rfc3339(moment(story.number)),
                "title": format!("{} {}", mark(story.number), short(story.title)),
                "authors": [{"name": short(story.author)}],
                "tags": [short(story.category)],
                "summary": short(story.summary),
                "url": story.link.address(canary, home),
                "content_html": story.body.html(canary, home),
            })
        })
        .collect();
    let feed = json!({"version": "https://jsonfeed.org/version/1.1", "title": "Hostile", "items": items});
    Response::ok("application/feed+json", feed.to_string())
}
