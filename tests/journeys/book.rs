//! The rules of EPUB 3 that a reader's or a store's checker refuses a book for, as far as our books can break them.

use quick_xml::{Reader, events::Event};
use std::{
    collections::{BTreeMap, HashSet},
    io::{Cursor, Read},
};

type Attributes = BTreeMap<String, String>;

/// Elements with their attributes, or why the text is no XML.
fn elements(xml: &str) -> Result<Vec<(String, Attributes, String)>, String> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    reader.config_mut().check_comments = true;
    let mut found: Vec<(String, Attributes, String)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Eof if open.is_empty() => return Ok(found),
            Event::Eof => return Err("elements are open at the end".into()),
            Event::End(_) => {
                open.pop();
            }
            event @ (Event::Start(_) | Event::Empty(_)) => {
                let is_empty = matches!(event, Event::Empty(_));
                let (Event::Start(tag) | Event::Empty(tag)) = event else { unreachable!() };
                let mut attributes = Attributes::new();
                for attribute in tag.attributes() {
                    let attribute = attribute.map_err(|error| error.to_string())?;
                    let value = attribute
                        .normalized_value(quick_xml::XmlVersion::Implicit1_0)
                        .map_err(|error| error.to_string())?;
                    attributes.insert(attribute.key.0.to_owned(), value.into_owned());
                }
                found.push((tag.name().0.to_owned(), attributes, String::new()));
                if !is_empty {
                    open.push(found.len() - 1);
                }
            }
            Event::Text(text) => {
                let words: &str = &text;
                if words.contains("]]>") {
                    return Err("]]> in text".into());
                }
                if let Some(at) = open.last() {
                    found[*at].2.push_str(words);
                } else if !words.trim().is_empty() {
                    return Err("text outside of everything".into());
                }
            }
            Event::GeneralRef(name) => {
                let name: &str = &name;
                if !["amp", "lt", "gt", "quot"].contains(&name) {
                    return Err(format!("&{name};"));
                }
            }
            Event::Decl(_) | Event::DocType(_) => {}
            other => return Err(format!("{other:?}")),
        }
    }
}

/// What keeps a page from being XML.
pub fn xml_problems(xml: &str) -> Vec<String> {
    let control = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    let mut problems: Vec<String> = elements(xml).err().into_iter().collect();
    problems.extend(xml.contains(control).then(|| "a character that XML forbids".to_owned()));
    problems
}

/// Panics with what a checker would refuse.
pub fn assert_sound(bytes: &[u8]) {
    // OCF: the first entry is `mimetype`, stored, without anything extra.
    assert_eq!(&bytes[..4], b"PK\x03\x04");
    assert_eq!((&bytes[8..10], &bytes[28..30]), (&[0, 0][..], &[0, 0][..]), "stored, and no extra field");
    assert_eq!(&bytes[30..58], b"mimetypeapplication/epub+zip");
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for number in 0..zip.len() {
        let mut entry = zip.by_index(number).unwrap();
        let name = entry.name().unwrap().into_owned();
        assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_./".contains(&b)), "{name}");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        assert!(files.insert(name.clone(), content).is_none(), "{name} is there twice");
    }
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    let container = elements(&text("META-INF/container.xml")).unwrap();
    let root = container.iter().find(|(name, ..)| name == "rootfile").unwrap();
    assert_eq!(root.1["full-path"], "EPUB/package.opf");
    let package = elements(&text("EPUB/package.opf")).unwrap();
    check_metadata(&package);
    let items = check_manifest(&package, &files);
    for (file, kind) in &items {
        if kind == "application/xhtml+xml" {
            check_page(file, &text(&format!("EPUB/{file}")), &items);
        }
    }
    check_navigation(&text("EPUB/nav.xhtml"), &items);
}

fn check_metadata(package: &[(String, Attributes, String)]) {
    let values = |wanted: &str| -> Vec<&str> {
        package.iter().filter(|(name, ..)| name == wanted).map(|(_, _, text)| text.trim()).collect()
    };
    assert_eq!(package[0].1["version"], "3.0");
    let identifier = package.iter().find(|(name, ..)| name == "dc:identifier").unwrap();
    assert_eq!(package[0].1["unique-identifier"], identifier.1["id"]);
    assert!(identifier.2.starts_with("urn:uuid:") && identifier.2.len() == 45, "{}", identifier.2);
    assert_eq!(values("dc:title").len(), 1);
    assert!(!values("dc:title")[0].is_empty() && !values("dc:language").is_empty());
    assert!(values("dc:creator").iter().all(|name| !name.is_empty()));
    let modified: Vec<_> = package
        .iter()
        .filter(|(_, attributes, _)| attributes.get("property").is_some_and(|name| name == "dcterms:modified"))
        .collect();
    assert_eq!(modified.len(), 1);
    for date in modified.iter().map(|(_, _, text)| text.as_str()).chain(values("dc:date")) {
        let shape: String = date.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        assert_eq!(shape, "0000-00-00T00:00:00Z");
    }
}

/// File and media type of everything in the book.
fn check_manifest(
    package: &[(String, Attributes, String)],
    files: &BTreeMap<String, Vec<u8>>,
) -> BTreeMap<String, String> {
    let mut ids = HashSet::new();
    let mut items = BTreeMap::new();
    let mut navigations = 0;
    for (name, attributes, _) in package {
        if let Some(id) = attributes.get("id") {
            assert!(ids.insert(id.clone()), "id {id} twice");
            assert!(id.starts_with(|c: char| c.is_ascii_alphabetic()), "{id}");
        }
        if name != "item" {
            continue;
        }
        let kind = attributes["media-type"].as_str();
        let core = ["application/xhtml+xml", "text/css", "image/png", "image/jpeg", "image/gif", "image/webp"];
        assert!(core.contains(&kind), "{kind}");
        navigations += usize::from(attributes.get("properties").is_some_and(|all| all == "nav"));
        let content = files
            .get(&format!("EPUB/{}", attributes["href"]))
            .unwrap_or_else(|| panic!("{} is missing", attributes["href"]));
        if kind == "image/png" {
            assert!(content.starts_with(b"\x89PNG"));
        }
        assert!(items.insert(attributes["href"].clone(), kind.to_owned()).is_none(), "{} twice", attributes["href"]);
    }
    assert_eq!(navigations, 1);
    for file in files.keys().filter_map(|name| name.strip_prefix("EPUB/")).filter(|name| *name != "package.opf") {
        assert!(items.contains_key(file), "{file} is not in the manifest");
    }
    let mut spine = HashSet::new();
    for (_, attributes, _) in package.iter().filter(|(name, ..)| name == "itemref") {
        assert!(
            ids.contains(&attributes["idref"]) && spine.insert(attributes["idref"].clone()),
            "{}",
            attributes["idref"]
        );
    }
    let pages = items.iter().filter(|(file, kind)| *kind == "application/xhtml+xml" && *file != "nav.xhtml").count();
    assert!(pages > 0 && spine.iter().filter(|id| *id != "nav").count() == pages, "every page is in the spine");
    items
}

fn check_page(file: &str, page: &str, items: &BTreeMap<String, String>) {
    let problems = xml_problems(page);
    assert!(problems.is_empty(), "{file}: {problems:?}");
    let all = elements(page).unwrap();
    assert_eq!(all[0].1["xmlns"], "http://www.w3.org/1999/xhtml");
    let title = all.iter().find(|(name, ..)| name == "title").unwrap();
    assert!(!title.2.trim().is_empty(), "{file} has no title");
    let ids: Vec<&String> = all.iter().filter_map(|(_, attributes, _)| attributes.get("id")).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len(), "{file}: an id twice");
    for (name, attributes, _) in &all {
        assert!(
            !["script", "style", "iframe", "object", "form", "video", "audio"].contains(&name.as_str()),
            "{file}: {name}"
        );
        assert!(attributes.keys().all(|key| !key.starts_with("on") && key != "style"), "{file}: {attributes:?}");
        if let Some(language) = attributes.get("lang") {
            assert_eq!(attributes.get("xml:lang"), Some(language), "{file}");
        }
        match name.as_str() {
            "img" => {
                assert!(
                    items.get(&attributes["src"]).is_some_and(|kind| kind.starts_with("image/")),
                    "{}",
                    attributes["src"]
                );
                assert!(attributes.contains_key("alt"));
            }
            "link" => assert!(items.contains_key(&attributes["href"])),
            "a" => {
                let href = &attributes["href"];
                let outside = ["http://", "https://", "mailto:"].iter().any(|scheme| href.starts_with(scheme));
                let inside = href.strip_prefix('#').is_some_and(|id| ids.iter().any(|known| *known == id));
                assert!(outside || inside || items.contains_key(href), "{file}: {href}");
            }
            _ => {}
        }
    }
}

fn check_navigation(page: &str, items: &BTreeMap<String, String>) {
    let all = elements(page).unwrap();
    assert!(all.iter().any(|(name, attributes, _)| name == "nav" && attributes.get("epub:type").is_some_and(|kind| kind == "toc")));
    let links: Vec<&(String, Attributes, String)> = all.iter().filter(|(name, ..)| name == "a").collect();
    assert!(links.iter().all(|link| !link.2.trim().is_empty()), "an entry without words");
    let pages = items.iter().filter(|(file, kind)| *kind == "application/xhtml+xml" && *file != "nav.xhtml").count();
    assert_eq!(links.len(), pages);
}
