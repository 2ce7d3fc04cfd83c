//! JSON with errors of syntax, read as far as it can be understood. Only documents that serde_json refuses come here.
//!
//! Templates and concatenation write such feeds: line breaks and bare quotes inside texts, a comma too many or too few,
//! comments, names without quotes, `undefined`. The reader goes over the text once. Where it has to look ahead it looks
//! at blanks, one comma and one name of bounded length, so the work stays in proportion to the text.
//!
//! An article that cannot be understood is left out rather than guessed at: where a text holds what looks like the next
//! member (`", "url":`), either its closing quote is missing or it is about JSON, and nobody can tell which.

mod ahead;

use crate::json_document::{Document, MOST_MEMBERS};
use ahead::BLANKS;
use memchr::{memchr2, memmem};
use serde_json::{Map, Number, Value};

/// Lists and objects inside each other, as many as serde_json reads; what is deeper is nothing.
const DEPTH: usize = 128;
/// Reads what begins with `{`.
pub(crate) fn read(text: &str) -> Document {
    let mut document = Document::default();
    Reader::new(text).document(&mut document);
    document
}

/// Why a value was not read to its end.
#[derive(Debug, PartialEq, Eq)]
enum Stop {
    /// The text is over.
    Cut,
    /// It cannot be understood; the reader stands where understanding ended.
    Unreadable,
}

struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    /// The brackets open around `at`.
    open: Vec<u8>,
    /// True where the last name had no quotes.
    has_bare_names: bool,
    /// True once a name or text stood in single quotes: elsewhere they are apostrophes.
    has_single_quotes: bool,
    /// Bytes looked at, so that a test can hold them against the length.
    #[cfg(test)]
    steps: std::cell::Cell<usize>,
}

impl<'t> Reader<'t> {
    fn new(text: &'t str) -> Self {
        Reader {
            text,
            bytes: text.as_bytes(),
            at: 0,
            open: vec![],
            has_bare_names: false,
            has_single_quotes: false,
            #[cfg(test)]
            steps: std::cell::Cell::default(),
        }
    }

    fn document(&mut self, document: &mut Document) {
        self.open.push(b'{');
        self.at = 1;
        loop {
            let start = self.at;
            match self.head_member(document) {
                Ok(true) => {}
                Ok(false) => return,
                Err(Stop::Cut) => {
                    document.is_cut_off = true;
                    return;
                }
                Err(Stop::Unreadable) => {
                    self.open.truncate(1);
                    self.at = self.at.max(start + 1);
                    while self.peek().is_some() && !self.is_member(self.at) {
                        self.at += 1;
                    }
                }
            }
        }
    }

    /// Reads one member of the outer object; false at its end.
    fn head_member(&mut self, document: &mut Document) -> Result<bool, Stop> {
        self.separators();
        match self.peek() {
            None => return Err(Stop::Cut),
            Some(b'}') => return Ok(false),
            _ => {}
        }
        let name = self.name()?;
        if name == "items" && self.peek() == Some(b'[') {
            self.items(document)?;
        } else {
            let value = self.member_value()?;
            if document.head.len() < MOST_MEMBERS {
                document.head.insert(name, value);
            }
        }
        Ok(true)
    }

    /// Reads the articles; afterwards the reader stands behind them, or before the end of what is around them.
    fn items(&mut self, document: &mut Document) -> Result<(), Stop> {
        document.has_items = true;
        self.at += 1;
        self.open.push(b'[');
        let level = self.open.len();
        loop {
            self.separators();
            let start = self.at;
            match self.peek() {
                None => return Err(Stop::Cut),
                Some(b']' | b'}') if self.has_object_after(start + 1) => self.at += 1,
                Some(end @ (b']' | b'}')) => {
                    self.at += usize::from(end == b']');
                    self.open.truncate(level - 1);
                    return Ok(());
                }
                Some(b'"' | b'\'') if self.is_member(start) => self.stray_members(document, level)?,
                Some(first) => {
                    let read = self.value();
                    let is_object = first == b'{';
                    match read {
                        Ok(item) => document.add(Some(item)),
                        Err(Stop::Cut) => return Err(Stop::Cut),
                        Err(Stop::Unreadable) if is_object => {
                            document.add(None);
                            self.leave_item(level)?;
                        }
                        Err(Stop::Unreadable) => {
                            self.open.truncate(level);
                            self.at = self.at.max(start + 1);
                        }
                    }
                }
            }
        }
    }

    /// Members that stand among the articles: the rest of one with a brace too many, or the feed's own where the list is
    /// not closed. What comes after them tells.
    fn stray_members(&mut self, document: &mut Document, level: usize) -> Result<(), Stop> {
        self.open.push(b'{');
        let mut members = Map::new();
        match self.members(&mut members) {
            Err(Stop::Unreadable) => self.leave_item(level),
            Err(Stop::Cut) => Err(Stop::Cut),
            Ok(()) => {
                if !self.has_object_after(self.at) {
                    for (name, value) in members {
                        if document.head.len() < MOST_MEMBERS {
                            document.head.entry(name).or_insert(value);
                        }
                    }
                    // Seen once more, this brace ends the list.
                    self.at -= 1;
                }
                Ok(())
            }
        }
    }

    /// From where an article could not be understood to its end, or to the beginning of the next one.
    fn leave_item(&mut self, level: usize) -> Result<(), Stop> {
        let mut lists = self.open.iter().skip(level).filter(|open| **open == b'[').count();
        let mut last = 0;
        while self.open.len() > level {
            self.gap();
            let Some(byte) = self.peek() else { return Err(Stop::Cut) };
            match byte {
                b'{' if last != b':' && self.open.last() == Some(&b'{') && self.is_article(self.at) => {
                    // An object has no object inside it without a name: here the next one begins.
                    self.open.truncate(level);
                    return Ok(());
                }
                b'"' => self.pass_text()?,
                b'\'' if self.has_single_quotes => self.pass_text()?,
                b'{' | b'[' => {
                    self.open.push(byte);
                    lists += usize::from(byte == b'[');
                    self.at += 1;
                }
                b'}' => {
                    while self.open.len() > level && self.open.pop() == Some(b'[') {
                        lists -= 1;
                    }
                    self.at += 1;
                }
                b']' if lists > 0 => {
                    while self.open.pop() != Some(b'[') {}
                    lists -= 1;
                    self.at += 1;
                }
                b']' if self.open.len() > level + 1 => {
                    // Meant for the object inside the article.
                    self.open.pop();
                    self.at += 1;
                }
                b']' if !self.has_object_after(self.at + 1) => self.open.truncate(level),
                _ => self.at += 1,
            }
            last = byte;
        }
        Ok(())
    }

    /// Passes a name or text of what is left out.
    fn pass_text(&mut self) -> Result<(), Stop> {
        let start = self.at;
        if self.is_member(start) {
            self.at = self.unescaped(start + 1, |_, _| Ok(true))?.1;
            return Ok(());
        }
        match self.string() {
            Err(Stop::Cut) => Err(Stop::Cut),
            Err(Stop::Unreadable) => {
                self.at = self.at.max(start + 1);
                Ok(())
            }
            Ok(_) => Ok(()),
        }
    }

    /// Reads a value and stands behind it.
    fn value(&mut self) -> Result<Value, Stop> {
        match self.peek() {
            None => Err(Stop::Cut),
            Some(b'{' | b'[') if self.open.len() >= DEPTH => self.too_deep(),
            Some(b'{') => {
                self.at += 1;
                self.open.push(b'{');
                let mut members = Map::new();
                self.members(&mut members)?;
                Ok(Value::Object(members))
            }
            Some(b'[') => self.list(),
            Some(b'"' | b'\'') => self.string().map(Value::String),
            Some(_) => self.bare(),
        }
    }

    /// Passes a list or object without going into it.
    fn too_deep(&mut self) -> Result<Value, Stop> {
        let level = self.open.len();
        let first = self.bytes[self.at];
        self.at += 1;
        self.open.push(first);
        while self.open.len() > level {
            self.gap();
            let Some(byte) = self.peek() else { return Err(Stop::Cut) };
            match byte {
                b'"' => {
                    self.string()?;
                    continue;
                }
                b'{' | b'[' => self.open.push(byte),
                b'}' | b']' => {
                    let opened = if byte == b'}' { b'{' } else { b'[' };
                    if self.open.last() != Some(&opened) {
                        return Err(Stop::Unreadable);
                    }
                    self.open.pop();
                }
                _ => {}
            }
            self.at += 1;
        }
        Ok(Value::Null)
    }

    /// Reads the members of an object that is open, and its end.
    fn members(&mut self, members: &mut Map<String, Value>) -> Result<(), Stop> {
        loop {
            self.separators();
            match self.peek() {
                None => return Err(Stop::Cut),
                Some(b'}') => {
                    self.at += 1;
                    self.open.pop();
                    return Ok(());
                }
                _ => {}
            }
            let name = self.name()?;
            let value = self.member_value()?;
            members.insert(name, value);
        }
    }

    /// Reads a name, its colon, and the blanks after it.
    fn name(&mut self) -> Result<String, Stop> {
        let quote = self.peek().filter(|byte| matches!(byte, b'"' | b'\''));
        let name = match quote {
            Some(quote) => {
                // No name has a quote in it: the first one ends it.
                let (name, end) = self.unescaped(self.at + 1, |_, _| Ok(true))?;
                self.has_single_quotes |= quote == b'\'';
                self.at = end;
                name
            }
            None => {
                let end = self.bare_name_end(self.at);
                if end == self.at {
                    return Err(Stop::Unreadable);
                }
                let name = self.text[self.at..end].to_owned();
                self.at = end;
                name
            }
        };
        self.gap();
        match self.peek() {
            None => Err(Stop::Cut),
            Some(b':') => {
                self.has_bare_names = quote.is_none();
                self.at += 1;
                self.gap();
                Ok(name)
            }
            Some(_) => Err(Stop::Unreadable),
        }
    }

    /// Reads the value after a name; where a template had nothing to put there, it is nothing.
    fn member_value(&mut self) -> Result<Value, Stop> {
        if matches!(self.peek(), Some(b',' | b'}')) { Ok(Value::Null) } else { self.value() }
    }

    fn list(&mut self) -> Result<Value, Stop> {
        self.at += 1;
        self.open.push(b'[');
        let mut values = vec![];
        loop {
            self.separators();
            match self.peek() {
                None => return Err(Stop::Cut),
                Some(b']') => {
                    self.at += 1;
                    self.open.pop();
                    return Ok(Value::Array(values));
                }
                Some(b'}' | b':') => return Err(Stop::Unreadable),
                Some(_) => values.push(self.value()?),
            }
        }
    }

    /// Reads a number or a word without quotes.
    fn bare(&mut self) -> Result<Value, Stop> {
        let start = self.at;
        loop {
            let Some(byte) = self.peek() else { return Err(Stop::Cut) };
            match byte {
                b',' | b'{' | b'}' | b'[' | b']' | b'"' | b'\'' | b':' | b'\n' | b'\r' => break,
                b'/' if self.is_comment(self.at) => break,
                b' ' | b'\t' if self.has_bare_names && self.is_bare_member(self.blanks_end(self.at, BLANKS)) => break,
                _ => self.at += 1,
            }
        }
        if self.at == start {
            return Err(Stop::Unreadable);
        }
        Ok(literal(self.text[start..self.at].trim()))
    }

    /// Reads a text in quotes of either kind.
    fn string(&mut self) -> Result<String, Stop> {
        let quote = self.bytes[self.at];
        let mut last = None;
        let (text, end) = self.unescaped(self.at + 1, |reader, at| {
            if reader.ends_text(at + 1) {
                return Ok(true);
            }
            let before = last.replace(at);
            match before.and_then(|before| reader.member_inside(before, at)) {
                Some(at) => Err(at),
                None => Ok(false),
            }
        })?;
        self.has_single_quotes |= quote == b'\'';
        self.at = end;
        Ok(text)
    }

    /// Takes text from `start` until `is_end` says so of a quote; with it the place behind that quote. Where `is_end`
    /// names a place instead, the text cannot be understood and the reader stands there.
    fn unescaped(
        &mut self,
        start: usize,
        mut is_end: impl FnMut(&Self, usize) -> Result<bool, usize>,
    ) -> Result<(String, usize), Stop> {
        let quote = self.bytes[start - 1];
        let mut text = String::new();
        let mut at = start;
        // Where the piece begins that is taken as it stands.
        let mut piece = start;
        while let Some(found) = memchr2(quote, b'\\', &self.bytes[at..]) {
            self.count(found + 1);
            at += found;
            if self.bytes[at] == b'\\' {
                text.push_str(&self.text[piece..at]);
                let (escaped, end) = self.escape(at + 1).ok_or(Stop::Cut)?;
                text.push(escaped);
                at = end;
                piece = end;
                continue;
            }
            match is_end(self, at) {
                Ok(true) => {
                    text.push_str(&self.text[piece..at]);
                    return Ok((text, at + 1));
                }
                Ok(false) => at += 1,
                Err(place) => {
                    self.at = place;
                    return Err(Stop::Unreadable);
                }
            }
        }
        self.at = self.bytes.len();
        Err(Stop::Cut)
    }

    /// What the escape means whose letter stands at `at`, and where it ends.
    fn escape(&self, at: usize) -> Option<(char, usize)> {
        let letter = self.text[at..].chars().next()?;
        let end = at + letter.len_utf8();
        let meaning = match letter {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let Some(unit) = self.hex(end) else { return Some((letter, end)) };
                let low = (self.bytes.get(end + 4..end + 6) == Some(br"\u")).then(|| self.hex(end + 6)).flatten();
                if let (0xd800..=0xdbff, Some(low @ 0xdc00..=0xdfff)) = (unit, low) {
                    let whole = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
                    return Some((char::from_u32(whole)?, end + 10));
                }
                return Some((char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER), end + 4));
            }
            other => other,
        };
        Some((meaning, end))
    }

    fn hex(&self, at: usize) -> Option<u32> {
        let digits = self.bytes.get(at..at + 4)?;
        digits.iter().try_fold(0, |all, digit| Some(all << 4 | char::from(*digit).to_digit(16)?))
    }

    /// Passes blanks, comments and commas: too few and too many of them are one mistake.
    fn separators(&mut self) {
        loop {
            self.gap();
            if self.peek() != Some(b',') {
                return;
            }
            self.at += 1;
        }
    }

    /// Passes blanks and comments.
    fn gap(&mut self) {
        loop {
            self.at = self.blanks_end(self.at, usize::MAX);
            if self.peek() != Some(b'/') || !self.is_comment(self.at) {
                return;
            }
            let rest = &self.bytes[self.at + 2..];
            let length = match self.bytes[self.at + 1] {
                b'/' => memchr2(b'\n', b'\r', rest),
                _ => memmem::find(rest, b"*/").map(|found| found + 2),
            };
            let length = length.unwrap_or(rest.len());
            self.count(length);
            self.at += length + 2;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.look(self.at)
    }

    fn look(&self, at: usize) -> Option<u8> {
        self.count(1);
        self.bytes.get(at).copied()
    }

    fn count(&self, _bytes: usize) {
        #[cfg(test)]
        self.steps.set(self.steps.get() + _bytes);
    }
}

/// A word or number without quotes. `NaN`, `undefined` and whatever else is nothing.
fn literal(word: &str) -> Value {
    match word {
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let (sign, digits) = match word.as_bytes().first() {
        Some(b'-') => ("-", &word[1..]),
        Some(b'+') => ("", &word[1..]),
        _ => ("", word),
    };
    let digits = digits.trim_start_matches('0');
    let zero = if digits.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "0" };
    let number = word.contains(|c: char| c.is_ascii_digit()).then(|| format!("{sign}{zero}{digits}"));
    let number = number.and_then(|number| serde_json::from_str::<Number>(number.trim_end_matches('.')).ok());
    number.map_or(Value::Null, Value::Number)
}

#[cfg(test)]
mod tests;
