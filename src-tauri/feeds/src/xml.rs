//! XML as publishers send it: a tree built from quick-xml's events that bends instead of breaking.
//!
//! quick-xml only cuts the text into tags and text; everything that XML calls a fatal error is decided here. Where its
//! cut is not believable (an unclosed quote swallows the rest of the document, a `<` in running text starts a tag) the
//! reader is set up again a few bytes further on. A document type is never expanded: entities are HTML's own or
//! nothing, so there is no bomb and no outside address to fetch.

use crate::ahead;
use crate::attributes::{self, Attribute};
use crate::caps;
use crate::names::{self, Ns};
use crate::repairs::{self, Repairs};
use crate::text::{decode_name, decode_references, is_xml_reference};
use crate::tree::{self, Element, Node};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::borrow::Cow;
use std::rc::Rc;

/// What one vocabulary knows about its own nesting.
pub(crate) trait Grammar<'a> {
    /// How many of the open elements end where an element of this name begins.
    fn closes(&self, _ns: Ns, _name: &str, _open: &[Element<'a>]) -> usize {
        0
    }

    /// The open element that one of this name belongs right into: whatever is open inside that, and has no end tag before it
    /// ends, was forgotten and ends here.
    fn belongs_into(&self, _ns: Ns, _name: &str, _open: &[Element<'a>]) -> Option<usize> {
        None
    }

    /// True where only elements stand, and no text that means anything.
    fn is_between_elements(&self, _open: &[Element<'a>]) -> bool {
        false
    }

    /// True for a name that begins this vocabulary whatever namespace it is put in.
    fn is_own(&self, _name: &str, _open: &[Element<'a>]) -> bool {
        false
    }

    /// Takes a finished element out of the tree, or gives it back to stay in its parent.
    fn finished(&mut self, element: Element<'a>, _parents: &[Element<'a>]) -> Option<Element<'a>> {
        Some(element)
    }

    /// True once nothing more is wanted.
    fn is_full(&self) -> bool {
        false
    }
}

/// Failed cuts after which reading stops: each may have looked at the whole rest of the document.
const MOST_FAILED_CUTS: usize = 100;

/// Stray end tags after which they are no longer looked for among all open elements.
const MOST_STRAYS: usize = 10_000;

/// Bytes and names that are looked through for the two ends of an element; from then on only the nearest ones count.
const MOST_LOOKED: usize = 4 << 20;

/// Reads all of `text`; whatever stays in the tree is under the returned root without a name.
pub(crate) fn read<'a, G: Grammar<'a>>(text: &'a str, grammar: &mut G, repairs: &mut Repairs) -> Element<'a> {
    let mut builder = Builder {
        text,
        grammar,
        repairs,
        open: vec![],
        prefixes: vec![],
        buried: vec![],
        alive: 0,
        strays: 0,
        forgotten: 0,
        looked: 0,
    };
    builder.open.push(Element::root());
    let mut from = 0;
    let mut failed = 0;
    while let Some(at) = builder.run(from, &mut failed) {
        from = at;
    }
    builder.finish()
}

struct Builder<'a, 'g, G> {
    text: &'a str,
    grammar: &'g mut G,
    repairs: &'g mut Repairs,
    /// The elements that are open, the root first.
    open: Vec<Element<'a>>,
    /// Declared prefixes with the depth of their element.
    prefixes: Vec<(&'a str, Option<Ns>, usize)>,
    /// Names of elements too deep to be kept.
    buried: Vec<&'a str>,
    /// Elements alive: open or kept in the tree.
    alive: usize,
    /// End tags that matched nothing.
    strays: usize,
    /// CDATA sections whose end was forgotten.
    forgotten: usize,
    /// Bytes and names that were looked through.
    looked: usize,
}

impl<'a, G: Grammar<'a>> Builder<'a, '_, G> {
    /// Reads from byte `from` until the end (`None`) or a place from which to start over.
    fn run(&mut self, from: usize, failed: &mut usize) -> Option<usize> {
        let text = self.text;
        if text.get(from..)?.starts_with('\u{feff}') {
            // quick-xml would take a byte order mark away and count from behind it.
            return Some(from + '\u{feff}'.len_utf8());
        }
        let mut reader = Reader::from_str(text.get(from..)?);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        let mut start = from;
        loop {
            if self.grammar.is_full() {
                return None;
            }
            let event = reader.read_event();
            let end = from + usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let cut = text.get(start..end).unwrap_or("");
            match event {
                Ok(Event::Eof) => return None,
                Ok(Event::Start(_) | Event::Empty(_) | Event::End(_)) => {
                    if let Some(again) = self.tag(cut, start).and_then(|again| self.unfinished_tags(again, end)) {
                        return Some(again);
                    }
                }
                Ok(Event::Text(_)) => self.raw_text(cut),
                Ok(Event::CData(_)) => {
                    if let Some(again) = self.section(cut, start) {
                        return Some(again);
                    }
                }
                Ok(Event::GeneralRef(_)) => self.reference(cut),
                Ok(Event::Comment(_) | Event::PI(_) | Event::Decl(_) | Event::DocType(_)) => {}
                Err(_) => {
                    *failed += 1;
                    if *failed > MOST_FAILED_CUTS {
                        self.repairs.note(repairs::CUT_OFF);
                        return None;
                    }
                    return self.mend(start);
                }
            }
            start = end;
        }
    }

    /// A tag; where it runs into another one, the place of that.
    fn tag(&mut self, cut: &'a str, start: usize) -> Option<usize> {
        if cut.starts_with("</") {
            return self.end_tag(cut).map(|at| start + at);
        }
        self.start_tag(cut, start, cut.ends_with("/>")).err()
    }

    /// Tags of which each begins where the one before it should have ended, up to `end`. Setting the reader up for each of
    /// them would look through all that follow each time. The answer is where the reader goes on.
    fn unfinished_tags(&mut self, from: usize, end: usize) -> Option<usize> {
        let mut start = from;
        while start < end {
            let rest = self.text.as_bytes().get(start..end)?;
            if rest[0] != b'<' {
                // The text behind a `<` that was none.
                let Some(next) = memchr::memchr(b'<', rest).map(|at| start + at) else { break };
                self.push_text(decode_references(self.text.get(start..next)?));
                start = next;
                continue;
            }
            if matches!(rest.get(1), Some(b'!' | b'?')) {
                break;
            }
            let Some(next) = ahead::tag_stop(rest).filter(|at| rest[*at] == b'<').map(|at| start + at) else { break };
            // As if it were finished: the last character of a cut is not looked at.
            let cut = self.text.get(start..=next)?;
            if rest.get(1).is_some_and(u8::is_ascii_alphabetic) {
                self.repairs.note(repairs::UNFINISHED_TAG);
            }
            start = self.tag(cut, start).unwrap_or(next);
        }
        Some(start)
    }

    /// A CDATA section. One whose end was forgotten reaches to the end of the next one: then it ends with its element.
    fn section(&mut self, cut: &'a str, start: usize) -> Option<usize> {
        let inner = cut.get(9..cut.len().saturating_sub(3)).unwrap_or("");
        if inner.contains('<') && self.grammar.is_between_elements(&self.open) {
            self.repairs.note(repairs::UNCLOSED_SECTION);
            return Some(start + 9);
        }
        let may_look = self.forgotten < MOST_FAILED_CUTS;
        let close = memchr::memmem::find(inner.as_bytes(), b"<![CDATA[")
            .filter(|_| may_look)
            .and_then(|next| self.own_end(&inner[..next]));
        self.push_text(Cow::Borrowed(&inner[..close.unwrap_or(inner.len())]));
        if close.is_some() {
            self.forgotten += 1;
            self.repairs.note(repairs::UNCLOSED_SECTION);
        }
        close.map(|at| start + 9 + at)
    }

    /// Where the end tag of the innermost element stands in a text.
    fn own_end(&self, text: &str) -> Option<usize> {
        let raw = self.open.last().map(|e| e.raw).filter(|raw| !raw.is_empty())?;
        text.find(&format!("</{raw}"))
    }

    /// quick-xml could not cut at `start`: decides what stands there and where to go on.
    fn mend(&mut self, start: usize) -> Option<usize> {
        let rest = self.text.get(start..)?;
        let next_tag_end = rest.find('>').map(|at| start + at + 1);
        if let Some(section) = rest.strip_prefix("<![CDATA[") {
            self.repairs.note(repairs::UNCLOSED_SECTION);
            if self.grammar.is_between_elements(&self.open) {
                return Some(start + 9);
            }
            let close = self.own_end(section);
            self.push_text(Cow::Borrowed(&section[..close.unwrap_or(section.len())]));
            return close.map(|at| start + 9 + at);
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            self.repairs.note(repairs::UNCLOSED_SECTION);
            return next_tag_end;
        }
        if rest.starts_with('<') {
            return match next_tag_end {
                Some(end) => {
                    self.repairs.note(repairs::UNFINISHED_TAG);
                    Some(self.tag(&self.text[start..end], start).unwrap_or(end))
                }
                None => {
                    self.repairs.note(repairs::CUT_OFF);
                    None
                }
            };
        }
        // A reference or text that does not fit: one character further.
        let width = rest.chars().next()?.len_utf8();
        self.push_text(Cow::Borrowed(&rest[..width]));
        Some(start + width)
    }

    /// Opens an element; `Err` is a place to start over from because the cut is not believable.
    fn start_tag(&mut self, cut: &'a str, start: usize, is_empty: bool) -> Result<(), usize> {
        let tail = if is_empty { 2 } else { 1 };
        let inner = cut.get(1..cut.len().saturating_sub(tail)).unwrap_or("");
        let spaced = inner.trim_start();
        if let Some(name) = spaced.strip_prefix('/').filter(|_| spaced.len() < inner.len())
            && self.open.last().is_some_and(|top| top.raw == name.trim())
        {
            self.repairs.note(repairs::UNFINISHED_TAG);
            self.close(name.trim());
            return Ok(());
        }
        if spaced.len() < inner.len() && self.is_closed_after(spaced, start + cut.len()) {
            self.repairs.note(repairs::UNFINISHED_TAG);
            self.open_element(spaced, vec![], false, start);
            return Ok(());
        }
        if !inner.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == ':') {
            self.repairs.note(repairs::BARE_LESS_THAN);
            self.push_text(Cow::Borrowed("<"));
            return Err(start + 1);
        }
        let name_end = inner.find(|c: char| c.is_whitespace() || matches!(c, '/' | '<' | '"' | '\'' | '='));
        let (name, rest) = inner.split_at(name_end.unwrap_or(inner.len()));
        let read = attributes::read(rest, self.repairs);
        if let Some(stop) = read.stopped_at {
            // The tag runs into another one: it ends before that, and reading goes on there.
            self.repairs.note(repairs::UNFINISHED_TAG);
            self.open_element(name, read.attributes, false, start);
            return Err(start + 1 + name.len() + stop);
        }
        self.open_element(name, read.attributes, is_empty, start);
        Ok(())
    }

    /// True for the name in `< title>`, where the next end tag has the same name; `5 < b > c` has none.
    fn is_closed_after(&self, name: &str, end: usize) -> bool {
        let is_name =
            name.len() < 32 && !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b':');
        let window = &self.text.as_bytes()[end.min(self.text.len())..];
        let window = &window[..window.len().min(256)];
        let next = is_name
            .then(|| window.windows(2).position(|w| w == b"</"))
            .flatten()
            .map(|at| window[at + 2..].trim_ascii_start());
        next.is_some_and(|next| next.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes())))
    }

    fn open_element(&mut self, raw: &'a str, attributes: Vec<Attribute<'a>>, is_empty: bool, start: usize) {
        let declared = self.prefixes.len();
        for attribute in &attributes {
            if let Some(prefix) = attribute.name.strip_prefix("xmlns") {
                let prefix = prefix.strip_prefix(':').unwrap_or(prefix);
                self.prefixes.push((prefix, names::by_address(&attribute.value), 0));
            }
        }
        let (mut ns, name) = self.element_name(raw);
        let mut pending = self.prefixes.split_off(declared);
        if self.grammar.is_own(&name, &self.open) {
            // A feed in no known namespace, or inside a web page: its names are its own.
            let is_unknown = pending.iter().any(|(prefix, ns, _)| prefix.is_empty() && ns.is_none());
            let is_foreign = !raw.contains(':') && !matches!(ns, Ns::Core | Ns::Atom | Ns::Rdf);
            if is_unknown || is_foreign {
                self.repairs.note(repairs::UNKNOWN_ADDRESS);
                pending.push(("", Some(Ns::Core), 0));
                ns = if raw.contains(':') { ns } else { Ns::Core };
            }
        }
        let ends = self.grammar.closes(ns, &name, &self.open).max(self.forgotten_ends(ns, &name, start));
        let ends = ends.min(self.open.len() - 1);
        for _ in 0..ends {
            self.repairs.note(repairs::MISSING_END);
            self.close_top();
        }
        if self.open.len() > caps::XML_DEPTH || self.alive >= caps::XML_ELEMENTS {
            let too_deep = self.open.len() > caps::XML_DEPTH;
            self.repairs.note(if too_deep { repairs::TOO_DEEP } else { repairs::TOO_MANY_ELEMENTS });
            if !is_empty && self.buried.len() < caps::XML_ELEMENTS {
                self.buried.push(raw);
            }
            return;
        }
        let depth = self.open.len();
        self.prefixes.extend(pending.into_iter().map(|(prefix, ns, _)| (prefix, ns, depth)));
        let mut element = Element::new(ns, name, raw, self.open.last());
        element.number = self.alive;
        for Attribute { name: raw, value } in attributes {
            let ns = match raw.split_once(':') {
                Some(("xmlns", _)) => Ns::Declaration,
                Some((prefix, _)) => self.prefix(prefix, true).unwrap_or(Ns::Other),
                None if raw == "xmlns" => Ns::Declaration,
                None => Ns::Core,
            };
            element.add_attribute(tree::Attribute { ns, raw, value });
        }
        self.alive += 1;
        self.open.push(element);
        if is_empty {
            self.close_top();
        }
    }

    /// How many of the open elements were forgotten, where one of this name begins at `start`.
    fn forgotten_ends(&mut self, ns: Ns, name: &str, start: usize) -> usize {
        let Some(parent) = self.grammar.belongs_into(ns, name, &self.open) else { return 0 };
        let first = (parent + 1..self.open.len()).find(|at| !self.has_end(*at, parent, start));
        first.map_or(0, |at| self.open.len() - at)
    }

    /// Whether the end tag of an open element stands behind `start` and before its parent ends or another of the parent's
    /// name begins. What was found is kept with the element: it does not change while it is open.
    fn has_end(&mut self, at: usize, parent: usize, start: usize) -> bool {
        if let Some(known) = self.open[at].has_end {
            return known;
        }
        let own = self.open[at].raw;
        let depth = self.open[at..].iter().filter(|e| e.raw.eq_ignore_ascii_case(own)).count();
        let is_allowed = self.looked < MOST_LOOKED;
        let (found, looked) = match is_allowed {
            true => ahead::has_end(&self.text.as_bytes()[start + 1..], own, self.open[parent].raw, depth),
            false => (true, 0),
        };
        self.looked = self.looked.saturating_add(looked);
        self.open[at].has_end = Some(found);
        found
    }

    fn element_name(&mut self, raw: &'a str) -> (Ns, Cow<'a, str>) {
        match raw.split_once(':') {
            Some((prefix, local)) => (self.prefix(prefix, false).unwrap_or(Ns::Other), lower(local)),
            None => {
                let declared = self.prefixes.iter().rev().find(|(prefix, ..)| prefix.is_empty());
                let ns = declared.map_or(Ns::Core, |(_, ns, _)| ns.unwrap_or(Ns::Other));
                (ns, lower(raw))
            }
        }
    }

    fn prefix(&mut self, prefix: &str, in_attribute: bool) -> Option<Ns> {
        let declared = self.prefixes.iter().rev().find(|(known, ..)| *known == prefix);
        match declared {
            Some((_, Some(ns), _)) => Some(*ns),
            Some((_, None, _)) => {
                let ns = names::by_prefix(prefix)?;
                self.repairs.note(repairs::UNKNOWN_ADDRESS);
                Some(ns)
            }
            None => {
                if !prefix.eq_ignore_ascii_case("xml") && !in_attribute {
                    self.repairs.note(repairs::UNDECLARED_PREFIX);
                }
                names::by_prefix(prefix)
            }
        }
    }

    /// Closes what an end tag names. The answer is where in it another tag begins, which it therefore ends before.
    fn end_tag(&mut self, cut: &'a str) -> Option<usize> {
        let inner = cut.get(2..).unwrap_or("");
        let stop = inner.find('<');
        if stop.is_some() {
            self.repairs.note(repairs::UNFINISHED_TAG);
        }
        self.close(inner[..stop.unwrap_or(inner.len())].trim_end_matches('>').trim());
        stop.map(|at| at + 2)
    }

    /// Closes the innermost element of a name, with all that is open in it.
    fn close(&mut self, name: &str) {
        let name = name.split_whitespace().next().unwrap_or("");
        let from = if self.looked >= MOST_LOOKED { self.buried.len().saturating_sub(1) } else { 0 };
        self.looked = self.looked.saturating_add(self.buried.len());
        if let Some(at) = self.buried[from..].iter().rposition(|raw| raw.eq_ignore_ascii_case(name)) {
            self.buried.truncate(from + at);
            return;
        }
        let local = name.rsplit(':').next().unwrap_or(name);
        let same = |e: &Element| e.raw.eq_ignore_ascii_case(name);
        let alike = |e: &Element| {
            !e.raw.is_empty() && e.name.eq_ignore_ascii_case(local) && e.raw.contains(':') != name.contains(':')
        };
        // Nobody forgets that many: from then on only the innermost element is looked at.
        let from = if self.strays > MOST_STRAYS { self.open.len() - 1 } else { 0 };
        let found = self.open[from..].iter().rposition(same).or_else(|| self.open[from..].iter().rposition(alike));
        match found.map(|at| at + from) {
            Some(at) if at > 0 => {
                if at + 1 < self.open.len() {
                    self.repairs.note(repairs::MISSING_END);
                    self.buried.clear();
                }
                while self.open.len() > at {
                    self.close_top();
                }
            }
            _ => {
                self.strays += 1;
                self.repairs.note(repairs::STRAY_END);
            }
        }
    }

    /// Closes the innermost element; its declarations end with it.
    fn close_top(&mut self) {
        let Some(element) = self.open.pop() else { return };
        while self.prefixes.last().is_some_and(|(_, _, depth)| *depth >= self.open.len()) {
            self.prefixes.pop();
        }
        let alive_before = element.number;
        match self.grammar.finished(element, &self.open) {
            Some(element) => {
                if let Some(parent) = self.open.last_mut() {
                    parent.children.push(Node::Element(element));
                }
            }
            None => self.alive = alive_before,
        }
    }

    fn raw_text(&mut self, cut: &'a str) {
        if cut.contains('&') {
            self.repairs.note(repairs::BARE_AMPERSAND);
        }
        self.push_text(Cow::Borrowed(cut));
    }

    fn reference(&mut self, cut: &'a str) {
        let name = cut.get(1..cut.len().saturating_sub(1)).unwrap_or("");
        if let Some(decoded) = decode_name(name) {
            if !is_xml_reference(name) {
                self.repairs.note(repairs::UNDEFINED_ENTITY);
            }
            if let Some(Node::Text(before)) = self.open.last_mut().and_then(|parent| parent.children.last_mut()) {
                decoded.push_to(before.to_mut());
                return;
            }
            let mut buffer = String::with_capacity(8);
            decoded.push_to(&mut buffer);
            self.push_text(Cow::Owned(buffer));
        } else {
            self.repairs.note(repairs::BARE_AMPERSAND);
            self.push_text(Cow::Borrowed(cut));
        }
    }

    fn push_text(&mut self, text: Cow<'a, str>) {
        let Some(parent) = self.open.last_mut() else { return };
        if let Some(Node::Text(before)) = parent.children.last_mut() {
            before.to_mut().push_str(&text);
        } else if self.alive < caps::XML_ELEMENTS {
            parent.children.push(Node::Text(text));
        }
    }

    fn finish(mut self) -> Element<'a> {
        if self.open.len() > 1 {
            self.repairs.note(repairs::CUT_OFF);
        }
        while self.open.len() > 1 {
            // What is still open was cut off: it stays in the tree, unseen by the grammar.
            if let (Some(element), Some(parent)) = (self.open.pop(), self.open.last_mut()) {
                parent.children.push(Node::Element(element));
            }
        }
        self.open.pop().unwrap_or_else(Element::root)
    }
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// Shares an inherited value among elements.
pub(crate) type Shared = Option<Rc<str>>;
