//! A line of Markdown: text with everything escaped that Markdown would take for its own, emphasis that holds beside any
//! letter, links, images and code.

use super::{
    image_of, is_block, is_silent, link_of,
    markdown::Context,
    tree::{Element, Node},
};

/// Text as one line of Markdown that means nothing but this text.
#[must_use]
pub fn markdown_text(text: &str) -> String {
    finish(&[Piece::Text(escape(text))], true)
}

/// A piece of a line.
enum Piece {
    /// Already escaped.
    Text(String),
    /// Emphasis begins or ends: its mark, the element that stands for it where the mark would not hold, its number.
    Mark(&'static str, &'static str, bool, usize),
    /// A line's end within the paragraph.
    Break,
}

/// How far the line is.
#[derive(Default)]
struct Line {
    pieces: Vec<Piece>,
    marks: usize,
    bold: bool,
    italic: bool,
    struck: bool,
    in_link: bool,
}

/// The nodes as one line; `br` becomes a hard break, or a blank where `is_one_line`.
pub(super) fn line(nodes: &[&Node], context: &Context<'_>, is_one_line: bool) -> String {
    let mut line = Line::default();
    nodes.iter().for_each(|node| line.node(node, context));
    finish(&line.pieces, is_one_line)
}

impl Line {
    fn node(&mut self, node: &Node, context: &Context<'_>) {
        match node {
            Node::Text(text) => self.text(text),
            Node::Element(element) => self.element(element, context),
        }
    }

    fn children(&mut self, element: &Element, context: &Context<'_>) {
        element.children.iter().for_each(|child| self.node(child, context));
    }

    fn text(&mut self, text: &str) {
        self.pieces.push(Piece::Text(escape(text)));
    }

    fn element(&mut self, element: &Element, context: &Context<'_>) {
        match element.name.as_str() {
            name if is_silent(name) => {}
            "br" => self.pieces.push(Piece::Break),
            "wbr" | "rp" => {}
            "b" | "strong" if !self.bold => {
                self.bold = true;
                self.marked("**", "strong", element, context);
                self.bold = false;
            }
            "i" | "em" | "cite" | "dfn" | "var" if !self.italic => {
                self.italic = true;
                self.marked("*", "em", element, context);
                self.italic = false;
            }
            "del" | "s" if !self.struck => {
                self.struck = true;
                self.marked("~~", "del", element, context);
                self.struck = false;
            }
            "sub" | "sup" if context.reference(element).is_none() => {
                self.raw(&format!("<{}>", element.name));
                self.children(element, context);
                self.raw(&format!("</{}>", element.name));
            }
            "code" | "kbd" | "samp" => self.code(&element.text()),
            "q" => {
                self.raw("“");
                self.children(element, context);
                self.raw("”");
            }
            "rt" => {
                self.raw("(");
                self.children(element, context);
                self.raw(")");
            }
            "img" => self.image(element, context),
            "a" => self.link(element, context),
            name if is_block(name) => {
                self.pieces.push(Piece::Break);
                self.children(element, context);
                self.pieces.push(Piece::Break);
            }
            _ => self.children(element, context),
        }
    }

    fn raw(&mut self, text: &str) {
        self.pieces.push(Piece::Text(text.to_owned()));
    }

    fn marked(&mut self, mark: &'static str, name: &'static str, element: &Element, context: &Context<'_>) {
        self.marks += 1;
        let number = self.marks;
        self.pieces.push(Piece::Mark(mark, name, true, number));
        self.children(element, context);
        self.pieces.push(Piece::Mark(mark, name, false, number));
    }

    fn code(&mut self, text: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return;
        }
        let fence = "`".repeat(longest_run(&text) + 1);
        let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
        self.pieces.push(Piece::Text(format!("{fence}{pad}{text}{pad}{fence}")));
    }

    fn image(&mut self, element: &Element, context: &Context<'_>) {
        let Some(image) = image_of(element) else { return };
        let alt = one_line(&escape(&image.alt));
        let piece = match (context.image_src)(&image) {
            Some(src) => format!("![{alt}]({})", markdown_target(&src)),
            None if self.in_link => alt,
            None if alt.is_empty() => format!("<{}>", markdown_target(&image.url)),
            None => format!("[{alt}]({})", markdown_target(&image.url)),
        };
        self.pieces.push(Piece::Text(piece));
    }

    fn link(&mut self, element: &Element, context: &Context<'_>) {
        if let Some(label) = context.reference(element) {
            self.raw(&format!("[^{label}]"));
            return;
        }
        if context.is_way_back(element) {
            return;
        }
        let Some(address) = link_of(element).filter(|_| !self.in_link) else {
            self.children(element, context);
            return;
        };
        let mut inside =
            Line { in_link: true, bold: self.bold, italic: self.italic, struck: self.struck, ..Line::default() };
        inside.children(element, context);
        let text = finish(&inside.pieces, true);
        // White space at the edges stays outside of the link.
        let own = element.text();
        if own.starts_with(char::is_whitespace) {
            self.raw(" ");
        }
        if text.is_empty() || own.trim() == address {
            self.raw(&format!("<{address}>"));
        } else {
            self.raw(&format!("[{text}]({})", markdown_target(&address)));
        }
        if own.ends_with(char::is_whitespace) && !own.trim().is_empty() {
            self.raw(" ");
        }
    }
}

/// The address of a link or an image as it stands within its brackets: nothing in it can end them.
#[must_use]
pub fn markdown_target(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '(' | ')' | '<' | '>' | '\\' | ' ' | '"' | '`' => out.push_str(&format!("%{:02X}", c as u32)),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// The longest run of backticks.
pub(super) fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// Text that Markdown takes for text, white space folded.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = '\n';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c.is_whitespace() && c != '\u{a0}' {
            if !before.is_whitespace() || (before == '\n' && out.is_empty()) {
                out.push(' ');
            }
            before = ' ';
            continue;
        }
        let next = rest.peek().copied().unwrap_or(' ');
        let is_special = match c {
            '<' if next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?') => {
                // Every Markdown knows this spelling, also one that knows no `\<`.
                out.push_str("&lt;");
                before = c;
                continue;
            }
            '\\' | '`' | '*' | '[' | ']' | '~' | '|' => true,
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '&' => next == '#' || next.is_ascii_alphabetic(),
            '!' => next == '[',
            _ => false,
        };
        if is_special {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Puts the pieces together. Emphasis whose marks would not hold is written as an element.
fn finish(pieces: &[Piece], is_one_line: bool) -> String {
    let broken = broken_marks(pieces);
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                let text = match out.chars().next_back() {
                    None | Some(' ' | '\n') => text.trim_start_matches(' '),
                    _ => text,
                };
                out.push_str(text);
            }
            Piece::Break => {
                out.truncate(out.trim_end_matches(' ').len());
                if is_one_line {
                    out.push(' ');
                } else if !out.is_empty() && !out.ends_with("\\\n") {
                    out.push_str("\\\n");
                }
            }
            Piece::Mark(.., number) if broken.contains(&(*number, true)) => {}
            Piece::Mark(mark, name, is_start, number) => {
                let mark = match (broken.contains(&(*number, false)), is_start) {
                    (false, _) => (*mark).to_owned(),
                    (true, true) => format!("<{name}>"),
                    (true, false) => format!("</{name}>"),
                };
                if *is_start {
                    out.push_str(&mark);
                } else {
                    // A mark that ends something stands directly behind its last letter.
                    let blank = out.ends_with(' ');
                    out.truncate(out.trim_end_matches(' ').len());
                    out.push_str(&mark);
                    if blank {
                        out.push(' ');
                    }
                }
            }
        }
    }
    let end = out.trim_end().trim_end_matches("\\\n").trim_end();
    let end = if end.ends_with('\\') && out[end.len()..].starts_with('\n') { &end[..end.len() - 1] } else { end };
    let lines: Vec<String> = end.trim_start().lines().map(|line| guarded(line.trim_start())).collect();
    lines.join("\n")
}

/// Numbers of emphasis that goes altogether (`true`: it is empty) or becomes an element (`false`): where it begins with a
/// blank, or where a letter or another mark touches a mark.
fn broken_marks(pieces: &[Piece]) -> Vec<(usize, bool)> {
    let mut broken = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Piece::Mark(_, _, true, number) = piece else { continue };
        let is_end = |other: &Piece| matches!(other, Piece::Mark(_, _, false, end) if end == number);
        let Some(end) = pieces[at..].iter().position(is_end).map(|length| at + length) else { continue };
        let inner = |piece: &Piece| matches!(piece, Piece::Text(text) if !text.trim().is_empty());
        if !pieces[at..end].iter().any(inner) {
            broken.push((*number, true));
            continue;
        }
        let before = last_char(&pieces[..at]);
        let after = first_char(&pieces[end + 1..]);
        let first = first_char(&pieces[at + 1..end]).unwrap_or(' ');
        let last = last_char(&pieces[at + 1..end]).unwrap_or(' ');
        let holds = |inside: char, outside: Option<char>| {
            !inside.is_whitespace() && (inside.is_alphanumeric() || outside.is_none_or(|c| !c.is_alphanumeric()))
        };
        let loose_end = last.is_whitespace() && after.is_none_or(|c| !c.is_alphanumeric() || last == ' ');
        // The end of one directly before the beginning of the next would read as one mark.
        let touches = at > 0 && matches!(pieces[at - 1], Piece::Mark(_, _, false, _));
        if touches || !holds(first, before) || !(holds(last, after) || loose_end) {
            broken.push((*number, false));
        }
    }
    broken
}

fn first_char(pieces: &[Piece]) -> Option<char> {
    pieces.iter().find_map(|piece| match piece {
        Piece::Text(text) => text.chars().next(),
        Piece::Break => Some('\n'),
        Piece::Mark(..) => None,
    })
}

fn last_char(pieces: &[Piece]) -> Option<char> {
    pieces.iter().rev().find_map(|piece| match piece {
        Piece::Text(text) => text.chars().next_back(),
        Piece::Break => Some('\n'),
        Piece::Mark(..) => None,
    })
}

/// A line that begins like a block of Markdown and is none.
fn guarded(line: &str) -> String {
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t']);
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=9).contains(&digits) && line[digits..].strip_prefix(['.', ')']).is_some_and(ends) {
        return format!("{}\\{}", &line[..digits], &line[digits..]);
    }
    let without_marks = line.trim_start_matches('#');
    let is_block = (without_marks.len() < line.len() && ends(without_marks))
        || line.strip_prefix(['+', '-']).is_some_and(ends)
        || line.starts_with('>')
        || ["-", "="].iter().any(|mark| !line.is_empty() && line.trim_end().chars().all(|c| mark.starts_with(c)))
        || is_rule(line);
    if is_block { format!("\\{line}") } else { line.to_owned() }
}

/// `- - -` would be a rule.
fn is_rule(line: &str) -> bool {
    line.matches('-').count() >= 3 && line.chars().all(|c| c == '-' || c.is_whitespace())
}
