//! Whose an article is, and what may be done with it.

use crate::address::resolve;
use crate::caps;
use crate::names::Ns;
use crate::text::plain;
use crate::tree::Element;
use stoppress_model::PlainText;

/// What was met so far of the rights in an article or in a whole feed; the first of each counts.
#[derive(Clone, Default)]
pub(crate) struct Rights {
    /// The publisher's sentence.
    pub(crate) words: Option<PlainText>,
    /// The address of a licence.
    pub(crate) licence: Option<String>,
}

impl Rights {
    /// Takes an element if it is about rights, and says whether it was; `base` is what its addresses are relative to.
    pub(crate) fn take(&mut self, field: &Element, base: Option<&str>) -> bool {
        let address = |name: &str| field.attribute(name).or(field.attribute_in(Ns::Rdf, name));
        match (field.ns, &*field.name) {
            (Ns::Core | Ns::Atom, "rights" | "copyright")
            | (Ns::Dc | Ns::DcTerms, "rights")
            | (Ns::Media, "copyright") => {
                let words = PlainText::new(&plain(&field.text()), caps::NAME_BYTES);
                self.words = self.words.take().or(Some(words).filter(|words| !words.is_empty()));
            }
            (Ns::Cc | Ns::DcTerms | Ns::Media, "license") => match address("resource").or(address("href")) {
                Some(given) => self.add_licence(given, base),
                // A word would pass for a relative address.
                None => self.add_licence(&field.text(), None),
            },
            (Ns::Core | Ns::Atom, "link")
                if field.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("license")) =>
            {
                self.add_licence(address("href").unwrap_or(""), base);
            }
            _ => return false,
        }
        true
    }

    fn add_licence(&mut self, address: &str, base: Option<&str>) {
        let found = resolve(address, base).filter(|address| address.starts_with("http"));
        self.licence = self.licence.take().or(found);
    }
}
