//! MathML does not pass the cleaner: a formula becomes the line that it would be in a letter.

use super::dom;
use crate::text::escape_text;
use dom_query::NodeRef;

/// Replaces every formula.
pub(super) fn to_text(root: &NodeRef) {
    for node in dom::elements(root) {
        if !node.has_name("math") || !dom::is_under(&node, root) {
            continue;
        }
        let mut markup = String::from("<span>");
        write(&node, &mut markup, 0);
        markup.push_str("</span>");
        node.replace_with_html(markup);
    }
}

/// Letters of a formula are words of their own: a hair space keeps them apart.
const HAIR: char = '\u{200a}';

fn write(node: &NodeRef, out: &mut String, depth: usize) {
    if depth > 64 {
        return;
    }
    if node.is_text() {
        escape_text(node.text().trim(), out);
        return;
    }
    let name = dom::name(node);
    let children: Vec<NodeRef> = node.element_children();
    match (name.as_str(), children.as_slice()) {
        ("annotation" | "annotation-xml", _) => {}
        ("msup", [base, up]) => raised(base, &[(up, "sup")], out, depth),
        ("msub" | "munder", [base, low]) => raised(base, &[(low, "sub")], out, depth),
        ("mover", [base, up]) => raised(base, &[(up, "sup")], out, depth),
        ("msubsup" | "munderover", [base, low, up]) => raised(base, &[(low, "sub"), (up, "sup")], out, depth),
        ("mfrac", [above, below]) => {
            grouped(above, out, depth);
            out.push_str(" / ");
            grouped(below, out, depth);
        }
        ("msqrt", _) => {
            out.push_str("√(");
            each(node, out, depth);
            out.push(')');
        }
        ("mo", _) => {
            let sign = node.text();
            let sign = sign.trim();
            let is_relation = matches!(sign, "=" | "<" | ">" | "≠" | "≤" | "≥" | "+" | "−" | "±" | "→" | "≈" | "∈");
            if is_relation {
                out.push(' ');
            }
            escape_text(sign, out);
            if is_relation {
                out.push(' ');
            }
        }
        ("mtr", _) => {
            out.push_str("<br>");
            each(node, out, depth);
        }
        ("mtd", _) => {
            out.push(' ');
            each(node, out, depth);
        }
        _ => each(node, out, depth),
    }
}

fn each(node: &NodeRef, out: &mut String, depth: usize) {
    for (at, child) in node.element_children().iter().enumerate() {
        if at > 0 {
            out.push(HAIR);
        }
        write(child, out, depth + 1);
    }
    if node.first_element_child().is_none() {
        escape_text(node.text().trim(), out);
    }
}

fn raised(base: &NodeRef, parts: &[(&NodeRef, &str)], out: &mut String, depth: usize) {
    write(base, out, depth + 1);
    for (part, tag) in parts {
        out.push(HAIR);
        out.push_str(&format!("<{tag}>"));
        write(part, out, depth + 1);
        out.push_str(&format!("</{tag}>"));
    }
}

fn grouped(node: &NodeRef, out: &mut String, depth: usize) {
    let is_single = node.element_children().len() <= 1;
    if !is_single {
        out.push('(');
    }
    write(node, out, depth + 1);
    if !is_single {
        out.push(')');
    }
}
