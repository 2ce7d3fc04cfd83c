//! The pages of the site, and the HTML that feeds and pages share.

use super::Publication;
use super::stories::{Block, Story, link_pieces};
use crate::clock::rfc3339;

/// Text as it stands in HTML and XML, also inside quoted attributes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The body of a story. `base` goes before addresses: the site for feeds, nothing for pages.
pub(super) fn body(story: &Story, base: &str) -> String {
    let mut html = String::new();
    if let Some(scene) = story.picture {
        let source = Publication::picture_path(scene);
        html.push_str(&format!(
            "<figure><img src=\"{base}{source}\" alt=\"{}\" width=\"960\" height=\"540\"></figure>\n",
            escaped(&story.title)
        ));
    }
    for block in &story.blocks {
        let piece = match block {
            Block::Paragraph(text) => format!("<p>{}</p>\n", inline(text, base)),
            Block::Heading(text) => format!("<h2>{}</h2>\n", escaped(text)),
            Block::Quote(text) => format!("<blockquote><p>{}</p></blockquote>\n", inline(text, base)),
            Block::List(items) => {
                let items: String = items.iter().map(|item| format!("<li>{}</li>", inline(item, base))).collect();
                format!("<ul>{items}</ul>\n")
            }
            // A story that leads with the same picture shows it once.
            Block::Figure { scene, caption } if story.picture == Some(*scene) => {
                html =
                    html.replacen("</figure>", &format!("<figcaption>{}</figcaption></figure>", escaped(caption)), 1);
                String::new()
            }
            Block::Figure { scene, caption } => format!(
                "<figure><img src=\"{base}{}\" alt=\"\" width=\"960\" height=\"540\"><figcaption>{}</figcaption></figure>\n",
                Publication::picture_path(*scene),
                escaped(caption)
            ),
        };
        html.push_str(&piece);
    }
    html
}

/// The page of a story: navigation and footer around the text, as a page in the wild has them.
pub(super) fn story(publication: &Publication, story: &Story) -> String {
    let path = publication.story_path(story);
    let comments = match story.comments {
        Some(count) => format!("<p class=\"comments\"><a href=\"{path}/comments\">Comments ({count})</a></p>"),
        None => String::new(),
    };
    let content = format!(
        "<nav><a href=\"/{slug}/\">{paper}</a> · <a href=\"/\">All newspapers</a></nav>\n<main><article>\n<h1>{title}</h1>\n\
         <p class=\"byline\"><span rel=\"author\">{author}</span>, <time datetime=\"{date}\">{date}</time></p>\n{body}</article>\n\
         {comments}</main>\n<footer><p>{paper}. {about}.</p></footer>\n",
        slug = publication.slug,
        paper = escaped(&publication.title),
        title = escaped(&story.title),
        author = escaped(&story.author),
        date = rfc3339(story.published),
        body = body(story, ""),
        about = escaped(&publication.about),
    );
    page(publication, &story.title, &content)
}

/// The front page of a newspaper, with the address of its feed in its head.
pub(super) fn front(publication: &Publication) -> String {
    let mut content =
        format!("<h1>{}</h1>\n<p>{}</p>\n<ol>\n", escaped(&publication.title), escaped(&publication.about));
    for story in &publication.stories {
        let path = publication.story_path(story);
        content.push_str(&format!("<li><a href=\"{path}\">{}</a></li>\n", escaped(&story.title)));
    }
    content.push_str("</ol>\n");
    page(publication, &publication.title, &content)
}

/// A page of comments, invented ones, as many as the story counts.
pub(super) fn comments(publication: &Publication, story: &Story, count: u32) -> String {
    let items: String = (1..=count).map(|number| format!("<li>{}</li>\n", comment(number))).collect();
    let content = format!("<h1>{}</h1>\n<ol>\n{items}</ol>\n", escaped(&story.title));
    page(publication, &story.title, &content)
}

/// What the reader with this number has to say.
pub(super) fn comment(number: u32) -> &'static str {
    const SAID: [&str; 5] = [
        "I was there, and it was colder than you write.",
        "Thank you for the numbers in the list. More of that, please.",
        "My grandmother would have had an opinion about this.",
        "Could somebody explain the second paragraph?",
        "Seen from the other bank it looks different.",
    ];
    SAID[number as usize % SAID.len()]
}

/// The entrance hall: every newspaper, each with its feed.
pub(super) fn hall(publications: &[Publication]) -> String {
    let mut head = String::new();
    let mut list = String::new();
    for publication in publications {
        head.push_str(&alternate(publication));
        list.push_str(&format!("<li><a href=\"/{}/\">{}</a></li>\n", publication.slug, escaped(&publication.title)));
    }
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>The newsroom</title>\n{head}</head>\n\
         <body><h1>The newsroom</h1>\n<ul>\n{list}</ul></body></html>\n"
    )
}

/// A page for links inside stories to lead to.
pub(super) fn notices() -> String {
    "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Notices</title></head>\n\
     <body><h1>Notices</h1><p>None today.</p></body></html>\n"
        .to_owned()
}

fn page(publication: &Publication, title: &str, content: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title>\n{}\
         <link rel=\"icon\" href=\"/{}/icon.png\"></head>\n<body>\n{content}</body></html>\n",
        publication.language,
        if publication.is_rtl() { "rtl" } else { "ltr" },
        escaped(title),
        alternate(publication),
        publication.slug,
    )
}

fn alternate(publication: &Publication) -> String {
    format!(
        "<link rel=\"alternate\" type=\"{}\" title=\"{}\" href=\"/{}/feed\">\n",
        publication.format.link_type(),
        escaped(&publication.title),
        publication.slug,
    )
}

fn inline(text: &str, base: &str) -> String {
    link_pieces(text)
        .into_iter()
        .map(|(text, address)| match address {
            Some(address) if address.starts_with('/') => format!("<a href=\"{base}{address}\">{}</a>", escaped(text)),
            Some(address) => format!("<a href=\"{}\">{}</a>", escaped(address), escaped(text)),
            None => escaped(text),
        })
        .collect()
}
