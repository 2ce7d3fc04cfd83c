//! What leaves the app: XHTML that keeps HTML's content models, Markdown that means the same as the article.
//!
//! The content models are written here a second time, on purpose. `BLESS=1` rewrites the expected files.
#![allow(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod support;

use pulldown_cmark::{Event, Options, Parser, Tag};
use quick_xml::{Reader, events::Event as Xml};
use std::collections::HashSet;
use stoppress_feeds::{CleanImage, Cleaned, Part, clean};

const BASE: Option<&str> = Some("https://example.org/a/");

fn joined(cleaned: &Cleaned) -> String {
    let image = |image: &CleanImage| format!("<img alt=\"\" src=\"{}\"/>", stoppress_feeds::xml_text(&image.url));
    cleaned
        .xhtml()
        .iter()
        .map(|part| match part {
            Part::Markup(markup) => markup.clone(),
            Part::Image(one) => image(one),
        })
        .collect()
}

fn in_folder(image: &CleanImage) -> Option<String> {
    (!image.alt.contains("missing")).then(|| format!("images/{}", image.url.rsplit('/').next().unwrap()))
}

const PHRASES: &str =
    "a abbr b bdi bdo br cite code del em i img ins kbd mark q rp rt ruby s samp small span strong sub sup u var wbr";
const BLOCKS: &str = "blockquote div dl figure h2 h3 h4 h5 h6 hr ol p pre table ul";

fn is_in(list: &str, name: &str) -> bool {
    list.split(' ').any(|one| one == name)
}

/// What may stand directly in an element.
fn may_hold(parents: &[String], name: &str) -> bool {
    let parent = parents.last().unwrap().as_str();
    match parent {
        "ul" | "ol" => name == "li",
        "dl" => matches!(name, "dt" | "dd"),
        "table" => matches!(name, "caption" | "thead" | "tbody"),
        "thead" | "tbody" => name == "tr",
        "tr" => matches!(name, "td" | "th"),
        "body" | "blockquote" | "div" | "li" | "dd" | "td" | "th" => is_in(PHRASES, name) || is_in(BLOCKS, name),
        "figure" | "figcaption" => is_in(PHRASES, name) || is_in(BLOCKS, name) || name == "figcaption",
        // A link is as its parent.
        "a" => may_hold(&parents[..parents.len() - 1], name),
        "ruby" => is_in(PHRASES, name),
        _ => is_in(PHRASES, name) && name != "rt",
    }
}

/// Says what is wrong with a stretch of XHTML.
fn xhtml_offences(markup: &str) -> Vec<String> {
    let page = format!("<body>{markup}</body>");
    let mut reader = Reader::from_str(&page);
    reader.config_mut().check_end_names = true;
    let (mut open, mut found, mut ids, mut links) = (vec![], vec![], HashSet::new(), vec![]);
    loop {
        let (tag, is_empty) = match reader.read_event() {
            Ok(Xml::Eof) => break,
            Ok(Xml::Start(tag)) => (tag, false),
            Ok(Xml::Empty(tag)) => (tag, true),
            Ok(Xml::End(_)) => {
                open.pop();
                continue;
            }
            Ok(Xml::Text(text)) => {
                let parent = open.last().map_or("", String::as_str);
                if is_in("ul ol dl table thead tbody tr", parent) && !text.trim_ascii().is_empty() {
                    found.push(format!("text in {parent}"));
                }
                continue;
            }
            Ok(Xml::GeneralRef(name)) => {
                if !is_in("amp lt gt quot", &name) {
                    found.push(format!("&{name:?};"));
                }
                continue;
            }
            Ok(other) => {
                found.push(format!("{other:?}"));
                continue;
            }
            Err(error) => {
                found.push(error.to_string());
                break;
            }
        };
        let name = tag.name().0.to_owned();
        if !open.is_empty() && !may_hold(&open, &name) {
            found.push(format!("{name} in {}", open.last().unwrap()));
        }
        if name == "a" && open.iter().any(|above| above == "a") {
            found.push("a link in a link".into());
        }
        if is_in("h2 h3 h4 h5 h6", &name) && open.iter().any(|above| above == "th") {
            found.push("a heading in a th".into());
        }
        for attribute in tag.attributes() {
            let attribute = match attribute {
                Ok(attribute) => attribute,
                Err(error) => {
                    found.push(error.to_string());
                    continue;
                }
            };
            let key = attribute.key.0.to_owned();
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).unwrap().into_owned();
            let allowed = match (name.as_str(), key.as_str()) {
                (_, "id") => ids.insert(value.clone()),
                (_, "lang" | "xml:lang" | "dir" | "title" | "class") => true,
                ("a", "href") => {
                    if let Some(id) = value.strip_prefix('#') {
                        links.push(id.to_owned());
                    }
                    value.starts_with('#')
                        || ["http:", "https:", "mailto:"].iter().any(|scheme| value.starts_with(scheme))
                }
                ("img", "src" | "alt") | ("td" | "th", "colspan" | "rowspan") | ("ol", "start") => true,
                _ => false,
            };
            if !allowed {
                found.push(format!("{name} {key}={value:?}"));
            }
        }
        if !is_empty {
            open.push(name);
        }
    }
    found.extend(links.into_iter().filter(|id| !ids.contains(id)).map(|id| format!("no place #{id}")));
    if !open.is_empty() {
        found.push(format!("{open:?} open"));
    }
    if markup.contains(|c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || c == '\u{ffff}') {
        found.push("a character that XML forbids".into());
    }
    found
}

/// The words of Markdown as a reader of it sees them, and every piece of HTML in it that we did not mean.
fn read_markdown(markdown: &str) -> (String, Vec<String>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    let (mut text, mut html) = (String::new(), vec![]);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::Html(tag) | Event::InlineHtml(tag)
                if !is_in("<sub> </sub> <sup> </sup> <strong> </strong> <em> </em> <del> </del> <br>", &tag) =>
            {
                html.push(tag.to_string());
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let is_plain =
                    ["http:", "https:", "mailto:", "images/"].iter().any(|start| dest_url.starts_with(start));
                if !is_plain {
                    html.push(dest_url.to_string());
                }
            }
            _ => {}
        }
    }
    (text, html)
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Everything that must hold for any article.
fn check(id: &str, html: &str) -> Result<(), String> {
    let cleaned = clean(html, BASE);
    let found = xhtml_offences(&joined(&cleaned));
    if !found.is_empty() {
        return Err(format!("{id}: {found:?}"));
    }
    let again = clean(&joined(&cleaned), None);
    if letters(&again.text()) != letters(&cleaned.text()) {
        return Err(format!("{id}: the XHTML says something else"));
    }
    let (_, html) = read_markdown(&cleaned.markdown(&in_folder));
    if !html.is_empty() {
        return Err(format!("{id}: {html:?} in Markdown"));
    }
    Ok(())
}

#[test]
fn our_own_articles_become_what_is_expected() {
    let mut failures = vec![];
    for case in support::fixtures("portable") {
        let html = std::fs::read_to_string(case.join("source.html")).unwrap();
        let cleaned = clean(&html, BASE);
        failures.extend(check(&case.display().to_string(), &html).err());
        failures.extend(support::expect(&case.join("expected.xhtml"), &format!("{}\n", joined(&cleaned).trim())).err());
        let markdown = cleaned.markdown(&in_folder);
        failures.extend(support::expect(&case.join("expected.md"), &format!("{markdown}\n")).err());
        // Texts of images and lines aside, Markdown says what the article says.
        let said = letters(&read_markdown(&markdown).0);
        if !case.ends_with("pictures") && !case.ends_with("lines") && said != letters(&cleaned.text()) {
            failures.push(format!("{}: {said}\n is not {}", case.display(), letters(&cleaned.text())));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_article_fixture_is_well_formed_and_harmless_in_every_form() {
    let mut failures = vec![];
    for kind in ["articles", "pages"] {
        for case in support::fixtures(kind) {
            let Ok(html) = std::fs::read_to_string(case.join("source.html")) else { continue };
            failures.extend(check(&case.display().to_string(), &html).err());
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn no_attack_of_the_corpus_leaves_in_a_file() {
    let Some(file) = support::corpus("attacks/vectors.ndjson") else { return };
    let mut failures = vec![];
    let mut count = 0;
    for line in std::fs::read_to_string(file).unwrap().lines() {
        let vector: serde_json::Value = serde_json::from_str(line).unwrap();
        count += 1;
        failures.extend(check(vector["id"].as_str().unwrap(), vector["html"].as_str().unwrap()).err());
    }
    assert!(count > 500, "{count}");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn text_that_looks_like_markdown_stays_text() {
    for text in [
        "# no heading",
        "1. no list",
        "- no list",
        "+ none",
        "* none",
        "> no quote",
        "a * b * c",
        "_x_ and snake_case",
        "[a](https://a.example)",
        "![a](b)",
        "`code`",
        "~~no~~",
        "<b>no tag</b>",
        "&amp;lt; &amp;copy; AT&amp;T",
        "a | b",
        "===",
        "---",
        "~~~ fence",
        "\\*",
        "[^1]: no note",
        "https://a.example/x_y_z",
        "12) none",
        "1986\\. A year",
        "**",
        "__init__",
    ] {
        let html = format!("<p>{}</p>", text.replace('<', "&lt;"));
        let cleaned = clean(&html, None);
        let markdown = cleaned.markdown(&in_folder);
        let (said, html) = read_markdown(&markdown);
        assert_eq!((said.as_str(), html.len()), (cleaned.text().as_str(), 0), "{text}: {markdown}");
        let events: Vec<Event> = Parser::new(&markdown).collect();
        assert!(matches!(events[0], Event::Start(Tag::Paragraph)), "{text}: {markdown}");
    }
}

#[test]
fn emphasis_holds_beside_letters_of_every_script() {
    for html in [
        "<p>これは<strong>「強調」</strong>です</p>",
        "<p>a<b>b</b>c</p>",
        "<p><b>Note:</b>text</p>",
        "<p>x <i> y </i>z</p>",
        "<p><b><i>both</i></b></p>",
        "<p><b>a<strong>b</strong>c</b></p>",
        "<p>(<em>a</em>)</p>",
        "<p><b></b>x</p>",
        "<p><i>a</i><i>b</i></p>",
    ] {
        let cleaned = clean(html, None);
        let markdown = cleaned.markdown(&in_folder);
        let (said, _) = read_markdown(&markdown);
        assert_eq!(
            said.split_whitespace().collect::<String>(),
            cleaned.text().split_whitespace().collect::<String>(),
            "{markdown}"
        );
    }
}
