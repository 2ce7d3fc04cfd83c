//! Reads the newsroom's fixtures: a head of `name: value` lines, then stories that each begin with `# headline`.

use std::time::SystemTime;

use super::{Publication, read_age};
use crate::picture::Scene;

/// The feed format of a publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RSS 2.0 with content, Dublin Core, slash, well-formed web and media namespaces.
    Rss,
    /// Atom 1.0 with the threading extension.
    Atom,
    /// RSS 1.0.
    Rdf,
    /// JSON Feed 1.1.
    Json,
}

/// One article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// Its number in its publication; part of its address, never used twice.
    pub number: u32,
    /// Headline, plain text.
    pub title: String,
    /// Its author.
    pub author: String,
    /// Its only category.
    pub category: String,
    /// When it came out.
    pub published: SystemTime,
    /// The picture above the text.
    pub picture: Option<Scene>,
    /// The number of comments, where the publication has comments.
    pub comments: Option<u32>,
    /// The text in blocks.
    pub(crate) blocks: Vec<Block>,
}

/// A piece of a story's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    Paragraph(String),
    Heading(String),
    Quote(String),
    List(Vec<String>),
    Figure { caption: String, scene: Scene },
}

impl Format {
    /// What the site sends as Content-Type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Rss => "application/rss+xml; charset=utf-8",
            Format::Atom => "application/atom+xml; charset=utf-8",
            Format::Rdf => "application/rdf+xml; charset=utf-8",
            Format::Json => "application/feed+json; charset=utf-8",
        }
    }

    /// The type in `<link rel="alternate">`, without the charset.
    pub(crate) fn link_type(self) -> &'static str {
        self.media_type().split(';').next().unwrap_or_default()
    }
}

impl Story {
    /// The first paragraph as plain text: what feeds call the description.
    pub fn summary(&self) -> String {
        let first = self.blocks.iter().find_map(|block| match block {
            Block::Paragraph(text) => Some(text.as_str()),
            _ => None,
        });
        without_links(first.unwrap_or_default())
    }
}

/// Reads one newspaper: what it has published, newest first, and what it holds back.
///
/// # Panics
/// When a fixture is malformed, with its name: fixtures are compiled in, so a test finds it.
pub(super) fn read(slug: &str, text: &str, now: SystemTime) -> (Publication, Vec<Story>) {
    let mut sections = text.split("\n# ");
    let head = sections.next().unwrap_or_default();
    let need = |name: &str| value(head, name).unwrap_or_else(|| panic!("{slug}.txt has no {name:?} in its head"));
    let mut publication = Publication {
        slug: slug.to_owned(),
        title: need("title").to_owned(),
        language: need("language").to_owned(),
        format: match need("format") {
            "rss" => Format::Rss,
            "atom" => Format::Atom,
            "rdf" => Format::Rdf,
            "json" => Format::Json,
            other => panic!("{slug}.txt names the format {other:?}, which is none"),
        },
        folder: need("folder").to_owned(),
        about: need("about").to_owned(),
        colour: read_colour(need("colour")).unwrap_or_else(|| panic!("{slug}.txt has a colour that is none")),
        stories: Vec::new(),
    };
    let sections: Vec<&str> = sections.collect();
    let mut held = Vec::new();
    for (index, section) in sections.iter().enumerate() {
        let (story, is_held) = read_story(section, (sections.len() - index) as u32, now)
            .unwrap_or_else(|| panic!("{slug}.txt has a malformed story: {:?}", section.lines().next()));
        if is_held { held.push(story) } else { publication.stories.push(story) }
    }
    (publication, held)
}

fn read_story(section: &str, number: u32, now: SystemTime) -> Option<(Story, bool)> {
    let (head, body) = section.split_once("\n\n")?;
    let (title, head) = head.split_once('\n')?;
    let picture = match value(head, "picture") {
        Some(name) => Some(Scene::named(name)?),
        None => None,
    };
    let comments = match value(head, "comments") {
        Some(count) => Some(count.parse().ok()?),
        None => None,
    };
    let story = Story {
        number,
        title: title.trim().to_owned(),
        author: value(head, "author")?.to_owned(),
        category: value(head, "category")?.to_owned(),
        published: now.checked_sub(read_age(value(head, "ago")?)?)?,
        picture,
        comments,
        blocks: body
            .split("\n\n")
            .map(str::trim)
            .filter(|block| !block.is_empty())
            .map(read_block)
            .collect::<Option<_>>()?,
    };
    Some((story, value(head, "held").is_some()))
}

fn read_block(text: &str) -> Option<Block> {
    if let Some(heading) = text.strip_prefix("## ") {
        return Some(Block::Heading(heading.to_owned()));
    }
    if let Some(quote) = text.strip_prefix("> ") {
        return Some(Block::Quote(quote.to_owned()));
    }
    if let Some(figure) = text.strip_prefix("![") {
        let (caption, scene) = figure.strip_suffix(')')?.split_once("](")?;
        return Some(Block::Figure { caption: caption.to_owned(), scene: Scene::named(scene)? });
    }
    if text.starts_with("* ") {
        return Some(Block::List(text.lines().map(|line| line.trim_start_matches("* ").to_owned()).collect()));
    }
    Some(Block::Paragraph(text.replace('\n', " ")))
}

/// Splits `text [label](address) text` into its pieces: text and, for a link, its address.
pub(super) fn link_pieces(text: &str) -> Vec<(&str, Option<&str>)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, label, address, after)) = next_link(rest) {
        pieces.push((before, None));
        pieces.push((label, Some(address)));
        rest = after;
    }
    pieces.push((rest, None));
    pieces
}

fn next_link(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (before, rest) = text.split_once('[')?;
    let (label, rest) = rest.split_once("](")?;
    let (address, after) = rest.split_once(')')?;
    Some((before, label, address, after))
}

fn without_links(text: &str) -> String {
    link_pieces(text).into_iter().map(|(text, _)| text).collect()
}

fn value<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| line.split_once(": ").filter(|(key, _)| *key == name)).map(|(_, value)| value.trim())
}

fn read_colour(text: &str) -> Option<[u8; 3]> {
    let number = u32::from_str_radix(text, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}
