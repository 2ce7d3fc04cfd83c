//! A cleaned article in forms that leave the app: well-formed XHTML for a page or a book, and Markdown.
//!
//! Both read the same tree of the same cleaned HTML and write only what they name, so nothing that acts can get into a
//! file. Images are not written but handed over: only whoever exports knows where they will be.

mod inline;
mod markdown;
mod table;
mod tree;
mod xhtml;

pub use inline::{markdown_target, markdown_text};
pub use xhtml::{Part, is_language, xml_text};

use crate::{CleanImage, Cleaned};

impl Cleaned {
    /// The article as stretches of XHTML that satisfy EPUB's rules and are HTML at the same time, with its images between.
    #[must_use]
    pub fn xhtml(&self) -> Vec<Part> {
        xhtml::write(&tree::tree(self.html.as_str()))
    }

    /// The article in Markdown (CommonMark with GitHub's tables, footnotes and strikethrough). `image_src` says where an
    /// image is; without an answer it becomes a link to its address.
    #[must_use]
    pub fn markdown(&self, image_src: &dyn Fn(&CleanImage) -> Option<String>) -> String {
        markdown::write(&tree::tree(self.html.as_str()), image_src)
    }
}

/// The image that an `img` names.
fn image_of(element: &tree::Element) -> Option<CleanImage> {
    let side = |name| element.attribute(name).and_then(|value| value.parse().ok());
    Some(CleanImage {
        url: element.attribute("src").filter(|src| is_web(src))?.to_owned(),
        alt: element.attribute("alt").unwrap_or_default().to_owned(),
        width: side("width"),
        height: side("height"),
    })
}

fn is_web(address: &str) -> bool {
    url::Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

/// Where a link may lead from a file: web and mail, written so that every reader of addresses agrees.
fn link_of(element: &tree::Element) -> Option<String> {
    let url = url::Url::parse(element.attribute("href")?).ok()?;
    if !matches!(url.scheme(), "http" | "https" | "mailto") {
        return None;
    }
    let mut out = String::with_capacity(url.as_str().len());
    for c in url.as_str().chars() {
        match c {
            '|' | '^' | '`' | '{' | '}' | '\\' | '<' | '>' | '"' | ' ' => out.push_str(&format!("%{:02X}", c as u32)),
            c => out.push(c),
        }
    }
    Some(out)
}

/// Elements whose content is never text of an article.
fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "title"
            | "textarea"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "xmp"
    )
}

/// Elements that stand on lines of their own.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "caption"
            | "dd"
            | "details"
            | "div"
            | "dl"
            | "dt"
            | "figcaption"
            | "figure"
            | "footer"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "li"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}
