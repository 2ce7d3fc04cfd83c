//! A table in GitHub's Markdown: one head, cells of one line. What is a table only to arrange a page is written as blocks.

use super::{
    inline::line,
    is_block,
    markdown::{Context, blocks},
    tree::{Element, Node},
};

/// Columns of one table; wider ones are cut by their reader anyway.
const MOST_COLUMNS: usize = 200;

/// Writes a table.
pub(super) fn write(table: &Element, context: &Context<'_>) -> String {
    let mut rows: Vec<&Element> = Vec::new();
    for child in table.elements() {
        match child.name.as_str() {
            "tr" => rows.push(child),
            "thead" | "tbody" | "tfoot" => rows.extend(child.elements().filter(|row| row.name == "tr")),
            _ => {}
        }
    }
    let cells: Vec<Vec<&Element>> = rows.iter().map(|row| row.elements().filter(is_cell).collect()).collect();
    let columns = cells.iter().map(|row| row.iter().map(|cell| span(cell, "colspan")).sum()).max().unwrap_or(0);
    let holds_table = cells.iter().flatten().any(|cell| cell.holds(&|name: &str| name == "table"));
    let caption = table.elements().find(|child| child.name == "caption");
    let mut written = Vec::new();
    if let Some(caption) = caption {
        let text = line(&caption.children.iter().collect::<Vec<_>>(), context, true);
        written.push(if text.is_empty() || text.contains('*') { text } else { format!("*{text}*") });
    }
    if columns < 2 || holds_table {
        written.extend(cells.iter().flatten().map(|cell| blocks(cell, context)));
    } else {
        written.push(grid(&cells, columns.min(MOST_COLUMNS), context));
    }
    written.retain(|block| !block.is_empty());
    written.join("\n\n")
}

fn is_cell(element: &&Element) -> bool {
    matches!(element.name.as_str(), "td" | "th")
}

fn span(cell: &Element, name: &str) -> usize {
    cell.attribute(name).and_then(|value| value.parse().ok()).filter(|span| *span > 0).unwrap_or(1).min(MOST_COLUMNS)
}

/// Cells that reach over several rows or columns are followed by empty ones.
fn grid(cells: &[Vec<&Element>], columns: usize, context: &Context<'_>) -> String {
    let mut taken = vec![0_usize; columns];
    let mut lines = Vec::with_capacity(cells.len() + 2);
    let has_head = cells.first().is_some_and(|row| row.iter().all(|cell| cell.name == "th"));
    if !has_head {
        lines.push(row_of(&vec![String::new(); columns]));
        lines.push(row_of(&vec!["---".to_owned(); columns]));
    }
    for (number, row) in cells.iter().enumerate() {
        let mut texts = Vec::with_capacity(columns);
        let mut waiting = row.iter();
        while texts.len() < columns {
            let at = texts.len();
            if taken[at] > 0 {
                taken[at] -= 1;
                texts.push(String::new());
                continue;
            }
            let Some(cell) = waiting.next() else {
                texts.push(String::new());
                continue;
            };
            let wide = span(cell, "colspan").min(columns - at);
            for (offset, place) in taken[at..at + wide].iter_mut().enumerate() {
                *place = span(cell, "rowspan") - 1;
                texts.push(if offset == 0 { cell_text(cell, context) } else { String::new() });
            }
        }
        lines.push(row_of(&texts));
        if number == 0 && has_head {
            lines.push(row_of(&vec!["---".to_owned(); columns]));
        }
    }
    lines.join("\n")
}

fn row_of(texts: &[String]) -> String {
    format!("| {} |", texts.join(" | "))
}

/// A cell as one line: its blocks apart by a `br`.
fn cell_text(cell: &Element, context: &Context<'_>) -> String {
    let mut lines = Vec::new();
    let mut loose: Vec<&Node> = Vec::new();
    for child in &cell.children {
        match child {
            Node::Element(element) if is_block(&element.name) => {
                lines.push(line(&std::mem::take(&mut loose), context, true));
                lines.push(line(&element.children.iter().collect::<Vec<_>>(), context, true));
            }
            other => loose.push(other),
        }
    }
    lines.push(line(&loose, context, true));
    lines.retain(|text| !text.is_empty());
    lines.join("<br>")
}
