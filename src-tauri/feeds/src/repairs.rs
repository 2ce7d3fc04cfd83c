//! The names of repairs, each noted once.

/// What had to be mended to read a document, in the order met.
#[derive(Clone, Debug, Default)]
pub(crate) struct Repairs(Vec<String>);

impl Repairs {
    /// Notes a repair, once.
    pub(crate) fn note(&mut self, name: &str) {
        if !self.0.iter().any(|known| known == name) {
            self.0.push(name.to_owned());
        }
    }

    pub(crate) fn into_vec(self) -> Vec<String> {
        self.0
    }
}

pub(crate) const JUNK_BEFORE: &str = "text before the feed skipped";
pub(crate) const JUNK_AFTER: &str = "text after the feed skipped";
pub(crate) const BARE_AMPERSAND: &str = "bare ampersand kept as text";
pub(crate) const UNDEFINED_ENTITY: &str = "HTML entity outside XML decoded";
pub(crate) const BARE_LESS_THAN: &str = "bare less-than sign kept as text";
pub(crate) const UNFINISHED_TAG: &str = "unfinished tag closed";
pub(crate) const MISSING_END: &str = "missing end tag supplied";
pub(crate) const STRAY_END: &str = "stray end tag ignored";
pub(crate) const DUPLICATE_ATTRIBUTE: &str = "repeated attribute ignored";
pub(crate) const UNQUOTED_ATTRIBUTE: &str = "attribute without quotes read";
pub(crate) const UNDECLARED_PREFIX: &str = "undeclared namespace prefix read by custom";
pub(crate) const UNKNOWN_ADDRESS: &str = "misspelt namespace read by custom";
pub(crate) const TOO_DEEP: &str = "nesting deeper than 256 flattened";
pub(crate) const TOO_MANY_ELEMENTS: &str = "elements past the limit dropped";
pub(crate) const CUT_OFF: &str = "document cut off: whole articles kept";
pub(crate) const UNCLOSED_SECTION: &str = "unclosed section closed";
pub(crate) const BROKEN_JSON: &str = "errors of syntax in JSON mended";
pub(crate) const NO_ROOT: &str = "feed without its outer element read";
