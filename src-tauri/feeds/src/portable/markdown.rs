//! Markdown, block by block. Only tags of our own choosing are ever written as HTML (`sub`, `sup`, `strong`, `em`, `del`,
//! `br`); everything else that looks like markup is text.

use super::{
    inline::{line, longest_run},
    is_block, is_silent, table,
    tree::{Element, Node},
};
use crate::CleanImage;
use std::collections::HashMap;

/// What writing needs to know of the whole article.
pub(super) struct Context<'a> {
    pub(super) image_src: &'a dyn Fn(&CleanImage) -> Option<String>,
    /// Label of each footnote by the id of its text.
    notes: HashMap<String, usize>,
}

impl Context<'_> {
    /// The label of the footnote that a link (or the one link in a raised number) leads to.
    pub(super) fn reference(&self, element: &Element) -> Option<usize> {
        match element.name.as_str() {
            "a" => self.notes.get(element.attribute("href")?.strip_prefix('#')?).copied(),
            _ => {
                let mut inside = element.elements();
                let link = inside.next().filter(|_| inside.next().is_none())?;
                let is_all = link.text().trim() == element.text().trim();
                (link.name == "a" && is_all).then(|| self.reference(link)).flatten()
            }
        }
    }

    /// True for the arrow from a footnote back into the text.
    pub(super) fn is_way_back(&self, element: &Element) -> bool {
        let within = element.attribute("href").is_some_and(|href| href.starts_with('#'));
        within && !element.text().chars().any(char::is_alphanumeric)
    }

    fn label(&self, element: &Element) -> Option<usize> {
        self.notes.get(element.attribute("id")?).copied()
    }
}

/// Writes the article below `root`, without an end of line at its end.
pub(super) fn write(root: &Element, image_src: &dyn Fn(&CleanImage) -> Option<String>) -> String {
    let context = Context { image_src, notes: footnotes(root) };
    blocks(root, &context)
}

/// Notes that a short link leads to: `id` of a list item or paragraph that leads back, numbered in order of appearance.
fn footnotes(root: &Element) -> HashMap<String, usize> {
    let (mut references, mut places) = (Vec::new(), Vec::new());
    collect(root, &mut references, &mut places);
    let mut notes = HashMap::new();
    for id in references {
        let next = notes.len() + 1;
        if places.contains(&id) {
            notes.entry(id).or_insert(next);
        }
    }
    notes
}

fn collect(element: &Element, references: &mut Vec<String>, places: &mut Vec<String>) {
    for child in element.elements() {
        if child.name == "a"
            && let Some(id) = child.attribute("href").and_then(|href| href.strip_prefix('#'))
            && child.text().trim().trim_matches(['[', ']', '(', ')']).chars().count() <= 3
            && child.text().chars().any(|c| c.is_alphanumeric() || matches!(c, '*' | '†' | '‡'))
        {
            references.push(id.to_owned());
        }
        if matches!(child.name.as_str(), "li" | "p" | "div" | "aside" | "section")
            && let Some(id) = child.attribute("id")
        {
            places.push(id.to_owned());
        }
        collect(child, references, places);
    }
}

/// Everything in an element, blocks apart by an empty line.
pub(super) fn blocks(parent: &Element, context: &Context<'_>) -> String {
    let mut written: Vec<String> = Vec::new();
    let mut loose: Vec<&Node> = Vec::new();
    for child in &parent.children {
        match child {
            Node::Element(element) if is_silent(&element.name) => {}
            Node::Element(element) if is_block(&element.name) || element.holds(&is_block) => {
                end_line(&mut loose, &mut written, context);
                written.push(block(element, context));
            }
            other => loose.push(other),
        }
    }
    end_line(&mut loose, &mut written, context);
    written.retain(|block| !block.is_empty());
    written.join("\n\n")
}

fn end_line(loose: &mut Vec<&Node>, written: &mut Vec<String>, context: &Context<'_>) {
    if !loose.is_empty() {
        written.push(line(loose, context, false));
        loose.clear();
    }
}

fn block(element: &Element, context: &Context<'_>) -> String {
    if let Some(label) = context.label(element) {
        return prefixed(&content(element, context), &format!("[^{label}]: "), "    ");
    }
    content(element, context)
}

fn content(element: &Element, context: &Context<'_>) -> String {
    let nodes = || element.children.iter().collect::<Vec<_>>();
    match element.name.as_str() {
        "p" => line(&nodes(), context, false),
        // The headline of the article is the one of the first level.
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            let level = element.name[1..].parse::<usize>().unwrap_or(2).max(2);
            let text = line(&nodes(), context, true);
            if text.is_empty() { text } else { format!("{} {text}", "#".repeat(level)) }
        }
        "hr" => "---".into(),
        "pre" => code(element),
        "blockquote" => prefixed(&blocks(element, context), "> ", "> "),
        "ul" | "ol" => list(element, context),
        "table" => table::write(element, context),
        "figcaption" | "caption" => wrapped(&line(&nodes(), context, true), "*"),
        "dt" | "summary" => wrapped(&line(&nodes(), context, true), "**"),
        _ => blocks(element, context),
    }
}

/// Emphasis around a whole line; one that has marks of its own stays as it is.
fn wrapped(text: &str, mark: &str) -> String {
    if text.is_empty() || text.contains(['*', '\n']) { text.to_owned() } else { format!("{mark}{text}{mark}") }
}

fn code(element: &Element) -> String {
    let text = element.text();
    let text = text.strip_prefix('\n').unwrap_or(&text).trim_end();
    if text.trim().is_empty() {
        return String::new();
    }
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    format!("{fence}{}\n{text}\n{fence}", element.code_language().unwrap_or_default())
}

fn list(element: &Element, context: &Context<'_>) -> String {
    let first = element.attribute("start").and_then(|start| start.parse::<u32>().ok()).unwrap_or(1);
    let mut items = Vec::new();
    let mut notes = Vec::new();
    let mut is_loose = false;
    for child in &element.children {
        let (text, has_blocks) = match child {
            Node::Text(text) if text.trim().is_empty() => continue,
            Node::Element(item) if context.label(item).is_some() => {
                notes.push(block(item, context));
                continue;
            }
            Node::Element(item) if item.name == "li" => {
                let is_apart = |name: &str| is_block(name) && !matches!(name, "ul" | "ol" | "li" | "p" | "div");
                let paragraphs = item.elements().filter(|inner| matches!(inner.name.as_str(), "p" | "div")).count();
                (blocks(item, context), item.holds(&is_apart) || paragraphs > 1)
            }
            Node::Element(other) => (block(other, context), false),
            text => (line(&[text], context, false), false),
        };
        let marker = match element.name.as_str() {
            "ol" => format!("{}. ", u64::from(first) + items.len() as u64),
            _ => "- ".to_owned(),
        };
        is_loose |= has_blocks;
        // A list inside of a short item follows it closely.
        let text = if has_blocks { text } else { closely(&text) };
        items.push(prefixed(&text, &marker, &" ".repeat(marker.len())));
    }
    let mut written = items.join(if is_loose { "\n\n" } else { "\n" });
    for note in notes {
        if !written.is_empty() {
            written.push_str("\n\n");
        }
        written.push_str(&note);
    }
    written
}

/// Blocks without empty lines between them, except before a list that begins at another number than 1: directly under a
/// line of text it would be read as more of that line (CommonMark 0.31, 5.3). Numbers that are text are escaped.
fn closely(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (number, part) in text.split("\n\n").enumerate() {
        let marker = part.trim_start().split_once(". ").map_or("", |(marker, _)| marker);
        let is_late = marker != "1" && !marker.is_empty() && marker.bytes().all(|byte| byte.is_ascii_digit());
        if number > 0 {
            out.push_str(if is_late { "\n\n" } else { "\n" });
        }
        out.push_str(part);
    }
    out
}

/// The lines of a block behind a mark; empty lines get no more than the mark's visible part.
fn prefixed(text: &str, first: &str, rest: &str) -> String {
    let mut out = String::with_capacity(text.len() + first.len());
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            out.push('\n');
        }
        let mark = if number == 0 { first } else { rest };
        out.push_str(if line.is_empty() && number > 0 { mark.trim_end() } else { mark });
        out.push_str(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::tree::tree;

    fn markdown(html: &str) -> String {
        super::write(&tree(html), &|_| None)
    }

    #[test]
    fn notes_are_notes_and_their_ways_back_go() {
        let html = r##"<p>The sea rose.<sup><a href="#n1" id="r1">1</a></sup> It fell.<a href="#n2">[b]</a> <a href="#n1">1</a></p>
            <p><a href="#top">Above</a></p>
            <ol><li id="n1"><p>By 3 mm. <a href="#r1">↩</a></p><p>Each year.</p></li><li id="n2">At Sète. <a href="#r2">↑</a></li></ol>"##;
        let want = "The sea rose.[^1] It fell.[^2] [^1]\n\nAbove\n\n[^1]: By 3 mm.\n\n    Each year.\n\n[^2]: At Sète.";
        assert_eq!(markdown(html), want);
    }

    #[test]
    fn code_names_its_language_and_no_language_breaks_its_fence() {
        let html = r#"<pre><code class="language-rust">let a = "```";</code></pre><pre class="language-a`b">x</pre>"#;
        assert_eq!(markdown(html), "````rust\nlet a = \"```\";\n````\n\n```\nx\n```");
    }

    #[test]
    fn a_list_that_begins_late_stands_apart_from_the_line_above() {
        let html = r#"<ul><li>One<ol start="3"><li>c</li></ol></li><li>3. Two<br>4. no list</li></ul>"#;
        assert_eq!(markdown(html), "- One\n\n  3. c\n- 3\\. Two\\\n  4\\. no list");
        assert_eq!(markdown("<ul><li>One<ol start=\"1\"><li>a</li></ol></li></ul>"), "- One\n  1. a");
    }

    #[test]
    fn markup_that_was_never_cleaned_is_not_written() {
        let html = r#"<script>alert(1)</script><p onclick="x">a<svg><b>c</b></svg></p><iframe src="x">d</iframe>"#;
        assert_eq!(markdown(html), "a");
    }
}
