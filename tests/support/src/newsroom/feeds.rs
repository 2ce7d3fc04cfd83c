//! Writes a publication in its format, the comments of a story, and the OPML of all.

use super::Publication;
use super::pages::{body, comment, escaped};
use super::stories::{Format, Story};
use crate::clock::{rfc822, rfc3339};

/// The feed of a publication. `base` is the site without a slash at its end.
pub(super) fn write(publication: &Publication, base: &str) -> String {
    match publication.format {
        Format::Rss => rss(publication, base),
        Format::Atom => atom(publication, base),
        Format::Rdf => rdf(publication, base),
        Format::Json => json(publication, base),
    }
}

/// All publications in their folders.
pub(super) fn opml(publications: &[Publication], base: &str) -> String {
    let mut folders: Vec<&str> = Vec::new();
    for publication in publications {
        if !folders.contains(&publication.folder.as_str()) {
            folders.push(&publication.folder);
        }
    }
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>The newsroom</title></head>\n<body>\n",
    );
    for folder in folders {
        text.push_str(&format!("<outline text=\"{0}\" title=\"{0}\">\n", escaped(folder)));
        for publication in publications.iter().filter(|publication| publication.folder == folder) {
            text.push_str(&format!(
                "  <outline type=\"rss\" text=\"{title}\" title=\"{title}\" xmlUrl=\"{base}/{slug}/feed\" htmlUrl=\"{base}/{slug}/\"/>\n",
                title = escaped(&publication.title),
                slug = publication.slug,
            ));
        }
        text.push_str("</outline>\n");
    }
    text.push_str("</body>\n</opml>\n");
    text
}

/// The comments of a story as RSS.
pub(super) fn comments(publication: &Publication, story: &Story, count: u32, base: &str) -> String {
    let page = format!("{base}{}/comments", publication.story_path(story));
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel><title>Comments: {}</title><link>{page}</link>\n",
        escaped(&story.title)
    );
    for number in 1..=count {
        text.push_str(&format!(
            "<item><title>Reader {number}</title><guid isPermaLink=\"false\">{page}#{number}</guid><pubDate>{}</pubDate>\
             <description>{}</description></item>\n",
            rfc822(story.published),
            escaped(comment(number)),
        ));
    }
    text.push_str("</channel></rss>\n");
    text
}

fn rss(publication: &Publication, base: &str) -> String {
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:slash=\"http://purl.org/rss/1.0/modules/slash/\" \
         xmlns:wfw=\"http://wellformedweb.org/CommentAPI/\">\n<channel>\n<title>{title}</title>\n<link>{base}/{slug}/</link>\n\
         <atom:link rel=\"self\" type=\"application/rss+xml\" href=\"{base}/{slug}/feed\"/>\n<description>{about}</description>\n\
         <language>{language}</language>\n<image><url>{base}/{slug}/icon.png</url><title>{title}</title><link>{base}/{slug}/</link></image>\n",
        title = escaped(&publication.title),
        slug = publication.slug,
        about = escaped(&publication.about),
        language = publication.language,
    );
    for story in &publication.stories {
        let page = format!("{base}{}", publication.story_path(story));
        text.push_str(&format!(
            "<item>\n<title>{}</title>\n<link>{page}</link>\n<guid isPermaLink=\"true\">{page}</guid>\n<dc:creator>{}</dc:creator>\n\
             <pubDate>{}</pubDate>\n<category>{}</category>\n<description>{}</description>\n",
            escaped(&story.title),
            escaped(&story.author),
            rfc822(story.published),
            escaped(&story.category),
            escaped(&story.summary()),
        ));
        if let Some(count) = story.comments {
            text.push_str(&format!(
                "<comments>{page}/comments</comments>\n<wfw:commentRss>{page}/comments/feed</wfw:commentRss>\n\
                 <slash:comments>{count}</slash:comments>\n"
            ));
        }
        if let Some(scene) = story.picture {
            text.push_str(&format!(
                "<media:content url=\"{base}{}\" medium=\"image\" type=\"image/png\" width=\"960\" height=\"540\"/>\n",
                Publication::picture_path(scene)
            ));
        }
        text.push_str(&format!("<content:encoded><![CDATA[{}]]></content:encoded>\n</item>\n", body(story, base)));
    }
    text.push_str("</channel>\n</rss>\n");
    text
}

fn atom(publication: &Publication, base: &str) -> String {
    let slug = &publication.slug;
    let updated = publication.stories.first().map(|story| rfc3339(story.published)).unwrap_or_default();
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" \
         xmlns:thr=\"http://purl.org/syndication/thread/1.0\" xml:lang=\"{language}\">\n<id>tag:newsroom.example,2026:{slug}</id>\n\
         <title>{title}</title>\n<subtitle>{about}</subtitle>\n<updated>{updated}</updated>\n<icon>{base}/{slug}/icon.png</icon>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{base}/{slug}/\"/>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{base}/{slug}/feed\"/>\n",
        language = publication.language,
        title = escaped(&publication.title),
        about = escaped(&publication.about),
    );
    for story in &publication.stories {
        let page = format!("{base}{}", publication.story_path(story));
        let date = rfc3339(story.published);
        text.push_str(&format!(
            "<entry>\n<id>tag:newsroom.example,2026:{slug}/{number}</id>\n<title>{title}</title>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n<published>{date}</published>\n<updated>{date}</updated>\n\
             <author><name>{author}</name></author>\n<category term=\"{category}\"/>\n<summary>{summary}</summary>\n",
            number = story.number,
            title = escaped(&story.title),
            author = escaped(&story.author),
            category = escaped(&story.category),
            summary = escaped(&story.summary()),
        ));
        if let Some(count) = story.comments {
            text.push_str(&format!(
                "<link rel=\"replies\" type=\"text/html\" href=\"{page}/comments\" thr:count=\"{count}\"/>\n<thr:total>{count}</thr:total>\n"
            ));
        }
        text.push_str(&format!("<content type=\"html\">{}</content>\n</entry>\n", escaped(&body(story, base))));
    }
    text.push_str("</feed>\n");
    text
}

fn rdf(publication: &Publication, base: &str) -> String {
    let slug = &publication.slug;
    let page = |story: &Story| format!("{base}{}", publication.story_path(story));
    let list: String =
        publication.stories.iter().map(|story| format!("<rdf:li rdf:resource=\"{}\"/>", page(story))).collect();
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" \
         xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:slash=\"http://purl.org/rss/1.0/modules/slash/\">\n\
         <channel rdf:about=\"{base}/{slug}/feed\">\n<title>{title}</title>\n<link>{base}/{slug}/</link>\n\
         <description>{about}</description>\n<dc:language>{language}</dc:language>\n<items><rdf:Seq>{list}</rdf:Seq></items>\n</channel>\n",
        title = escaped(&publication.title),
        about = escaped(&publication.about),
        language = publication.language,
    );
    for story in &publication.stories {
        let page = page(story);
        let comments = match story.comments {
            Some(count) => format!("<slash:comments>{count}</slash:comments>\n"),
            None => String::new(),
        };
        text.push_str(&format!(
            "<item rdf:about=\"{page}\">\n<title>{title}</title>\n<link>{page}</link>\n<dc:creator>{author}</dc:creator>\n\
             <dc:date>{date}</dc:date>\n<dc:subject>{category}</dc:subject>\n{comments}<description>{summary}</description>\n\
             <content:encoded><![CDATA[{body}]]></content:encoded>\n</item>\n",
            title = escaped(&story.title),
            author = escaped(&story.author),
            date = rfc3339(story.published),
            category = escaped(&story.category),
            summary = escaped(&story.summary()),
            body = body(story, base),
        ));
    }
    text.push_str("</rdf:RDF>\n");
    text
}

fn json(publication: &Publication, base: &str) -> String {
    let slug = &publication.slug;
    let items: Vec<String> = publication
        .stories
        .iter()
        .map(|story| {
            let page = format!("{base}{}", publication.story_path(story));
            let image = match story.picture {
                Some(scene) => format!(",\"image\":{}", quoted(&format!("{base}{}", Publication::picture_path(scene)))),
                None => String::new(),
            };
            format!(
                "{{\"id\":{page},\"url\":{page},\"title\":{title},\"summary\":{summary},\"content_html\":{body},\
                 \"date_published\":{date},\"authors\":[{{\"name\":{author}}}],\"tags\":[{category}]{image}}}",
                page = quoted(&page),
                title = quoted(&story.title),
                summary = quoted(&story.summary()),
                body = quoted(&body(story, base)),
                date = quoted(&rfc3339(story.published)),
                author = quoted(&story.author),
                category = quoted(&story.category),
            )
        })
        .collect();
    format!(
        "{{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":{title},\"description\":{about},\"language\":{language},\
         \"home_page_url\":\"{base}/{slug}/\",\"feed_url\":\"{base}/{slug}/feed\",\"icon\":\"{base}/{slug}/icon.png\",\
         \"items\":[\n{items}\n]}}\n",
        title = quoted(&publication.title),
        about = quoted(&publication.about),
        language = quoted(&publication.language),
        items = items.join(",\n"),
    )
}

fn quoted(text: &str) -> String {
    let mut json = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            control if control < ' ' => json.push_str(&format!("\\u{:04x}", control as u32)),
            other => json.push(other),
        }
    }
    json.push('"');
    json
}
