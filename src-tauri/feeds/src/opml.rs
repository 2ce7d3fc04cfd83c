//! Subscription lists in OPML, read tolerantly and written plainly.

use crate::address::normalise_address;
use crate::caps;
use crate::decode;
use crate::list_attributes::{self, Prefixes, checked_list_attributes};
use crate::repairs::{self, Repairs};
use crate::text::escape_attribute;
use crate::tree::Element;
use crate::xml::{self, Grammar};
use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use stoppress_model::{PlainText, Timestamp, folder};
use url::Url;

/// One feed of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// Its name; the host where the list gives none.
    pub title: PlainText,
    /// The reader's own name for it: `text`, where that and `title` differ.
    pub own_title: Option<PlainText>,
    /// Its address.
    pub url: String,
    /// The publisher's page.
    pub home_url: Option<String>,
    /// The path of the folder it is in, `Tech/News`. A `/` within a name of the list ("TCP/IP") is [`folder::SLASH`] here.
    pub folder: Option<String>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// What else the list says of it, in words that are not ours: attributes as XML, given on as they are.
    pub list_attributes: Option<String>,
}

/// What a list holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// Its feeds in order, each (address, folder) once.
    pub outlines: Vec<Outline>,
    /// Addresses that were not taken, with the reason in one sentence.
    pub skipped: Vec<(String, String)>,
}

/// What a list says about itself; what it does not say is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// What it is called.
    pub title: String,
    /// What is in it.
    pub description: String,
    /// BCP 47 tag, `mul` for several.
    pub language: String,
    /// Country (ISO 3166) or area (UN M49) that it is about.
    pub region: String,
    /// When it was last changed, as written there.
    pub modified: String,
}

/// Why a file is no subscription list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpmlError {
    /// Nothing but white space.
    #[error("the file is empty")]
    Empty,
    /// Not one outline in it.
    #[error("this is not a subscription list (OPML)")]
    NotOpml,
    /// More than [`caps::BODY_BYTES`].
    #[error("the list is larger than {} MiB", caps::BODY_BYTES >> 20)]
    TooLarge,
}

/// Reads a list. What is damaged is mended; what is cut off is kept as far as it goes.
///
/// A feed is an outline with an address, whatever its `type` says; other outlines are folders. Comments are left out,
/// lists that a list only points to are not fetched.
///
/// # Errors
/// [`OpmlError`] where nothing in the bytes is an outline.
pub fn read(bytes: &[u8]) -> Result<List, OpmlError> {
    if bytes.len() > caps::BODY_BYTES {
        return Err(OpmlError::TooLarge);
    }
    catch_unwind(AssertUnwindSafe(|| read_inner(bytes))).unwrap_or(Err(OpmlError::NotOpml))
}

/// Reads what a list says about itself. Only `title` and `dateModified` are in the OPML specification; the others are in
/// the lists that are bundled with the program.
#[must_use]
pub fn read_head(bytes: &[u8]) -> Head {
    let mut repairs = Repairs::default();
    let text = decode::decode(&bytes[..bytes.len().min(caps::BODY_BYTES)], None, &mut repairs);
    let root = xml::read(&text, &mut Outlines, &mut repairs);
    let opml = root.elements().find(|one| one.name == "opml");
    let head = opml.and_then(|opml| opml.elements().find(|one| one.name == "head"));
    let say = |name: &str| {
        let found = head.and_then(|head| head.elements().find(|one| one.name.eq_ignore_ascii_case(name)));
        found.map(|one| one.text().trim().to_owned()).unwrap_or_default()
    };
    Head {
        title: say("title"),
        description: say("description"),
        language: say("language"),
        region: say("region"),
        modified: say("dateModified"),
    }
}

struct Outlines;

impl Grammar<'_> for Outlines {}

fn read_inner(bytes: &[u8]) -> Result<List, OpmlError> {
    let mut repairs = Repairs::default();
    let text = decode::decode(bytes, None, &mut repairs);
    if text.trim().is_empty() {
        return Err(OpmlError::Empty);
    }
    let root = xml::read(&text, &mut Outlines, &mut repairs);
    let mut reading =
        Reading { list: List::default(), seen: HashSet::new(), prefixes: Prefixes::default(), is_opml: false };
    reading.walk(&root, None, 0);
    let left_out = repairs.into_vec();
    for (limit, sentence) in [
        (repairs::TOO_DEEP, format!("what stands more than {} deep in this list was left out", caps::XML_DEPTH)),
        (repairs::TOO_MANY_ELEMENTS, format!("only the first {} entries of a list are read", caps::XML_ELEMENTS)),
        (repairs::CUT_OFF, "this list is cut off, so what stood behind its end is missing".to_owned()),
    ] {
        if left_out.iter().any(|repair| repair == limit) {
            reading.skip("<outline>", sentence);
        }
    }
    if reading.is_opml { Ok(reading.list) } else { Err(OpmlError::NotOpml) }
}

struct Reading {
    list: List,
    seen: HashSet<(String, Option<String>)>,
    prefixes: Prefixes,
    is_opml: bool,
}

impl Reading {
    fn walk(&mut self, element: &Element, folder: Option<&str>, depth: usize) {
        for inner in element.elements() {
            self.prefixes.declare(inner);
            if inner.name == "opml" || inner.name == "outline" {
                self.is_opml = true;
            }
            if inner.name != "outline" {
                self.walk(inner, folder, depth);
                continue;
            }
            if attribute(inner, &["iscomment"]).is_some_and(|v| v.eq_ignore_ascii_case("true")) {
                continue;
            }
            match address(inner) {
                Some(address) => {
                    self.take(inner, &address, folder);
                    self.walk(inner, folder, depth);
                }
                None => {
                    let name = attribute(inner, &["title", "text"]).filter(|_| depth < caps::OPML_DEPTH);
                    let name = name.map(|name| path(folder, &folder::name(&name))).filter(|path| !path.is_empty());
                    self.walk(inner, name.as_deref().or(folder), depth + 1);
                }
            }
        }
    }

    fn take(&mut self, outline: &Element, address: &str, folder: Option<&str>) {
        // Nobody means a control character within an address, and none survives being written.
        let address = address.replace(char::is_control, "");
        let address = address.trim();
        let url = match normalise_address(address) {
            Ok(candidates) => candidates.into_iter().next().unwrap_or_default(),
            Err(error) => {
                self.skip(address, error.to_string());
                return;
            }
        };
        // The address as the list has it, where it is one: `url` writes some of them differently.
        let url = if Url::parse(address).is_ok_and(|u| matches!(u.scheme(), "http" | "https")) {
            address.to_owned()
        } else {
            url
        };
        if self.list.outlines.len() >= caps::OPML_FEEDS {
            self.skip(&url, format!("only the first {} feeds of a list are read", caps::OPML_FEEDS));
            return;
        }
        let category = category(outline).filter(|_| folder.is_none());
        let list_attributes = list_attributes::read(outline, &self.prefixes, category.is_some());
        let folder = folder.map(str::to_owned).or(category);
        if !self.seen.insert((url.clone(), folder.clone())) {
            return;
        }
        let host = || Url::parse(&url).ok().and_then(|u| u.host_str().map(str::to_owned)).unwrap_or_default();
        let text = attribute(outline, &["text"]);
        let title = attribute(outline, &["title"]).or_else(|| text.clone()).unwrap_or_else(host);
        let title = PlainText::new(&title, caps::TITLE_BYTES);
        let text = text.map(|text| PlainText::new(&text, caps::TITLE_BYTES));
        let home_url = attribute(outline, &["htmlurl", "weburl"])
            .filter(|h| Url::parse(h).is_ok_and(|u| u.scheme().starts_with("http")));
        let language =
            attribute(outline, &["language"]).filter(|l| l.len() <= 35 && !l.eq_ignore_ascii_case("unknown"));
        self.list.outlines.push(Outline {
            own_title: text.filter(|text| !text.is_empty() && *text != title),
            title,
            url,
            home_url,
            folder,
            language,
            list_attributes,
        });
    }

    fn skip(&mut self, address: &str, reason: String) {
        if self.list.skipped.len() < caps::OPML_FEEDS {
            self.list.skipped.push((address.chars().take(256).collect(), reason));
        }
    }
}

/// The feed's address: `xmlUrl` in any case, or `url` where the type says RSS.
fn address(outline: &Element) -> Option<String> {
    let kind = attribute(outline, &["type"]).unwrap_or_default().to_ascii_lowercase();
    attribute(outline, &["xmlurl"])
        .or_else(|| attribute(outline, &["url"]).filter(|_| matches!(kind.as_str(), "rss" | "atom" | "feed" | "rdf")))
}

fn attribute(outline: &Element, names: &[&str]) -> Option<String> {
    let found = names.iter().find_map(|name| outline.attribute(name).filter(|value| !value.is_empty()));
    found.map(str::to_owned)
}

/// A folder within another, or the other where there is no room for both names.
fn path(outer: Option<&str>, name: &str) -> String {
    let name = PlainText::new(name, caps::NAME_BYTES);
    match outer {
        Some(outer) if name.is_empty() || outer.len() + 1 + name.as_str().len() > caps::NAME_BYTES => outer.to_owned(),
        Some(outer) => format!("{outer}/{}", name.as_str()),
        None => name.as_str().to_owned(),
    }
}

/// `category="/a/b,c"`: the first path.
fn category(outline: &Element) -> Option<String> {
    let category = attribute(outline, &["category"])?;
    let parts = category.split(',').next()?.split('/').map(str::trim).filter(|part| !part.is_empty());
    parts.fold(None, |outer: Option<String>, part| Some(path(outer.as_deref(), part)))
}

/// Writes a list that every reader understands: `type="rss"` for all kinds, both `text` (the reader's name, where there is one)
/// and `title` (the publisher's), folders in the order in which they first appear, one in the other where their names say so
/// (`Tech/News`), and what another reader had written beside it; a `/` within a name stands there as it was read. Names and passwords
/// in addresses are left out.
#[must_use]
pub fn write(title: &str, now: Timestamp, outlines: &[Outline]) -> String {
    let mut out =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    <title>");
    escape_attribute(title, &mut out);
    out.push_str("</title>\n    <dateCreated>");
    out.push_str(&crate::date::rfc_822(now));
    out.push_str("</dateCreated>\n  </head>\n  <body>\n");
    let mut outer = Folder::default();
    for outline in outlines {
        let parts = outline.folder.as_deref().unwrap_or_default().split('/').map(str::trim);
        let inner = parts.filter(|part| !part.is_empty()).fold(&mut outer, Folder::inner);
        inner.feeds.push(outline);
    }
    outer.write(2, &mut out);
    out.push_str("  </body>\n</opml>\n");
    out
}

/// A folder on its way into a list.
#[derive(Default)]
struct Folder<'o> {
    feeds: Vec<&'o Outline>,
    folders: Vec<(&'o str, Folder<'o>)>,
}

impl<'o> Folder<'o> {
    /// The folder of this name in it.
    fn inner(&mut self, name: &'o str) -> &mut Self {
        let at = self.folders.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            self.folders.push((name, Folder::default()));
            self.folders.len() - 1
        });
        &mut self.folders[at].1
    }

    fn write(&self, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        for outline in &self.feeds {
            write_outline(outline, &indent, out);
        }
        for (name, folder) in &self.folders {
            let name = name.replace(folder::SLASH, "/");
            out.push_str(&indent);
            out.push_str("<outline");
            write_attribute("text", &name, out);
            write_attribute("title", &name, out);
            out.push_str(">\n");
            folder.write(depth + 1, out);
            out.push_str(&indent);
            out.push_str("</outline>\n");
        }
    }
}

fn write_outline(outline: &Outline, indent: &str, out: &mut String) {
    out.push_str(indent);
    out.push_str("<outline type=\"rss\"");
    write_attribute("text", outline.own_title.as_ref().unwrap_or(&outline.title).as_str(), out);
    write_attribute("title", outline.title.as_str(), out);
    write_attribute("xmlUrl", &without_user(&outline.url), out);
    if let Some(home) = &outline.home_url {
        write_attribute("htmlUrl", &without_user(home), out);
    }
    if let Some(language) = &outline.language {
        write_attribute("language", language, out);
    }
    if let Some(attributes) = outline.list_attributes.as_deref().and_then(checked_list_attributes) {
        out.push_str(&attributes);
    }
    out.push_str("/>\n");
}

fn write_attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    escape_attribute(&value, out);
    out.push('"');
}

fn without_user(address: &str) -> String {
    match Url::parse(address) {
        Ok(mut url) if !url.username().is_empty() || url.password().is_some() => {
            let _ = url.set_username("");
            let _ = url.set_password(None);
            url.into()
        }
        _ => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{List, OpmlError, Outline, read, write};
    use stoppress_model::{PlainText, Timestamp};

    fn urls(list: &List) -> Vec<&str> {
        list.outlines.iter().map(|o| o.url.as_str()).collect()
    }

    #[test]
    fn a_list_is_read_as_it_was_written() {
        let outline = |title: &str, url: &str, folder: Option<&str>| Outline {
            title: PlainText::new(title, 100),
            own_title: folder.map(|_| PlainText::new("Mine", 100)),
            url: url.into(),
            home_url: Some("https://a.example/".into()),
            folder: folder.map(str::to_owned),
            language: Some("fr".into()),
            list_attributes: folder.map(|_| " description=\"Tides\"".into()),
        };
        let outlines = [
            outline("A & \"b\" <c>", "https://a.example/?x=1&y=2", None),
            outline("C", "https://c.example/f", Some("Été > 1")),
            outline("D", "https://d.example/f", Some("Été > 1/News")),
            outline("E", "https://e.example/f", Some("Sport/News")),
        ];
        let text = write("Mine", Timestamp(1_076_334_612), &outlines);
        assert!(text.contains("<dateCreated>Mon, 09 Feb 2004 13:50:12 GMT</dateCreated>"), "{text}");
        assert_eq!(read(text.as_bytes()).unwrap().outlines, outlines);
    }

    #[test]
    fn damage_costs_as_little_as_possible() {
        let text = "<opml><body><outline TEXT='A & B' XMLURL='http://a.example/?a=1&b=2'/>\
            <outline text=\"Folder\"><outline text=\"B\" xmlUrl=\"feed://b.example/f\"></outline>\
            <outline isComment=\"true\"><outline xmlUrl=\"http://no.example/\"/></outline>\
            <outline xmlUrl='file:///etc/passwd'/><outline xmlUrl=\"http://a.example/?a=1&amp;b=2\"/><outline xmlUrl=\"http://cut";
        let list = read(text.as_bytes()).unwrap();
        assert_eq!(urls(&list), ["http://a.example/?a=1&b=2", "https://b.example/f", "http://a.example/?a=1&b=2"]);
        assert_eq!(list.outlines[0].title.as_str(), "A & B");
        assert_eq!(list.outlines[1].folder.as_deref(), Some("Folder"));
        let reasons: Vec<&str> = list.skipped.iter().map(|(_, reason)| reason.as_str()).collect();
        assert_eq!(reasons.len(), 2);
        assert!(reasons[1].contains("is cut off"), "{reasons:?}");
    }

    #[test]
    fn a_list_that_breaks_off_says_so_and_a_whole_one_does_not() {
        let whole = "<opml><body><outline text='F'><outline xmlUrl='http://a.example/f'/></outline>\
            <outline xmlUrl='http://b.example/f'></body></opml>\n";
        let is_cut = |text: &str| read(text.as_bytes()).unwrap().skipped.iter().any(|one| one.1.contains("is cut off"));
        assert!(!is_cut(whole));
        for end in ["http://b", "<outline xmlUrl='http://b", "</outline>"] {
            assert!(is_cut(&whole[..whole.find(end).unwrap()]), "{end}");
        }
    }

    #[test]
    fn a_slash_within_the_name_of_a_folder_makes_no_folder_in_another_and_goes_out_again() {
        let list = |text: &str| read(text.as_bytes()).unwrap().outlines;
        let taken = list(
            "<opml><body><outline text='TCP/IP'><outline text='Talks'><outline xmlUrl='http://a.example/f'/></outline></outline>\
             <outline xmlUrl='http://b.example/f' category='/Net/Talks'/></body></opml>",
        );
        let folders: Vec<_> = taken.iter().map(|one| one.folder.as_deref()).collect();
        assert_eq!(folders, [Some("TCP\u{2215}IP/Talks"), Some("Net/Talks")]);
        let written = write("x", Timestamp(0), &taken);
        assert!(written.contains("<outline text=\"TCP/IP\" title=\"TCP/IP\">"), "{written}");
        assert_eq!(list(&written), taken);
    }

    #[test]
    fn what_stands_too_deep_is_named() {
        let list = |depth: usize| {
            let (begin, end) = ("<outline text='F'>".repeat(depth), "</outline>".repeat(depth));
            read(format!("<opml><body>{begin}<outline xmlUrl='http://a.example/f'/>{end}</body></opml>").as_bytes())
        };
        assert_eq!(urls(&list(200).unwrap()), ["http://a.example/f"]);
        let deep = list(300).unwrap();
        assert!(deep.outlines.is_empty() && deep.skipped[0].1.contains("256 deep"), "{deep:?}");
    }

    #[test]
    fn an_address_broken_over_two_lines_is_one_address() {
        let text = "<opml><body><outline text='A' xmlUrl='http://ww\nw.a.exa\tmple/\u{82}f \u{8d}'/>\
            <outline text='A' xmlUrl='http://www.a.example/f'/></body></opml>";
        let list = read(text.as_bytes()).unwrap();
        assert_eq!(urls(&list), ["http://www.a.example/f"]);
    }

    #[test]
    fn passwords_are_not_exported() {
        let outline = Outline { url: "https://me:secret@a.example/f".into(), ..Outline::default() };
        assert!(!write("x", Timestamp(0), &[outline]).contains("secret"));
    }

    #[test]
    fn what_is_no_list_is_said_to_be_none() {
        assert_eq!(read(b" \n"), Err(OpmlError::Empty));
        assert_eq!(read(b"<rss><channel/></rss>"), Err(OpmlError::NotOpml));
    }
}
