//! The language of a piece of code, from what highlighters and publishing tools write into classes.

use super::looks::attribute;
use html5ever::tokenizer::Tag;

/// Beginnings of classes that name a language after them.
const PREFIXES: &[&str] = &["language-", "lang-", "highlight-source-", "highlight-text-", "brush:", "sourcecode-"];

/// The language that the classes of a tag name: lower-case letters, digits and `+ # - _ .` only.
pub(super) fn language(tag: &Tag) -> Option<String> {
    let class = attribute(tag, "class")?.to_ascii_lowercase();
    // SyntaxHighlighter writes `brush: js; title: x`, with or without the space.
    let class = class.replace("brush: ", "brush:");
    let named = class.split([' ', '\t', '\n', ';']).find_map(|word| {
        let name = PREFIXES.iter().find_map(|prefix| word.strip_prefix(prefix))?;
        Some(name.strip_suffix("-basic").unwrap_or(name)).filter(|name| is_language(name))
    });
    named.map(str::to_owned)
}

/// The class that a piece of code keeps.
pub(super) fn class_of(language: &str) -> String {
    format!("language-{language}")
}

/// True for the one class of its kind.
pub(super) fn is_own_class(class: &str) -> bool {
    class.strip_prefix("language-").is_some_and(is_language)
}

fn is_language(name: &str) -> bool {
    let is_allowed =
        |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'+' | b'#' | b'-' | b'_' | b'.');
    (1..=32).contains(&name.len()) && name.bytes().all(is_allowed)
}

#[cfg(test)]
mod tests {
    use crate::clean;

    #[test]
    fn code_keeps_the_name_of_its_language_and_no_other_class() {
        let check = |html: &str, want: &str| assert_eq!(clean(html, None).html.as_str(), want, "{html}");
        check(
            "<pre class='hl'><code class='x Language-Rust y'>a</code></pre>",
            "<pre><code class=\"language-rust\">a</code></pre>",
        );
        check("<pre class='brush: js; title: x'>a</pre>", "<pre class=\"language-js\">a</pre>");
        check("<pre class='lang-c++ language-x'>a</pre>", "<pre class=\"language-c++\">a</pre>");
        check(
            "<div class='highlight highlight-source-shell'><pre>a</pre></div><pre>b</pre>",
            "<div><pre class=\"language-shell\">a</pre></div><pre>b</pre>",
        );
        check(
            "<div class='language-ruby highlighter-rouge'><div class=highlight><pre class=highlight><code>a</code></pre></div></div>",
            "<div><div><pre class=\"language-ruby\"><code>a</code></pre></div></div>",
        );
        check("<code class='language-\"><b>x'>a</code><p class='language-rust'>b</p>", "<code>a</code><p>b</p>");
    }
}
