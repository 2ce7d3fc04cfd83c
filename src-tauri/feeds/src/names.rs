//! Which vocabulary an XML name belongs to. Publishers misspell namespace addresses and forget to declare prefixes, so
//! a name that no address explains is taken by its customary prefix.

/// The vocabularies that feeds are read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ns {
    /// RSS of any version, Atom of any version, and names without a namespace: told apart by their local names.
    Core,
    Atom,
    Rdf,
    Dc,
    DcTerms,
    Content,
    Media,
    Itunes,
    Sy,
    Slash,
    Wfw,
    Thr,
    Xhtml,
    Xml,
    FeedBurner,
    Podcast,
    /// Creative Commons, in any of its modules.
    Cc,
    /// The declaration of a prefix: no name of the document's own.
    Declaration,
    Other,
}

/// By address, without scheme, `www.`, final slash or hash, in lower case.
const ADDRESSES: &[(&str, Ns)] = &[
    ("w3.org/2005/atom", Ns::Atom),
    ("purl.org/atom/ns", Ns::Atom),
    ("w3.org/1999/02/22-rdf-syntax-ns", Ns::Rdf),
    ("purl.org/rss/1.0", Ns::Core),
    ("my.netscape.com/rdf/simple/0.9", Ns::Core),
    ("channel.netscape.com/rdf/simple/0.9", Ns::Core),
    ("my.netscape.com/publish/formats/rss-0.91.dtd", Ns::Core),
    ("backend.userland.com/rss", Ns::Core),
    ("backend.userland.com/rss2", Ns::Core),
    ("blogs.law.harvard.edu/tech/rss", Ns::Core),
    ("cyber.law.harvard.edu/rss", Ns::Core),
    ("purl.org/net/rss1.1", Ns::Core),
    ("purl.org/dc/elements/1.1", Ns::Dc),
    ("purl.org/dc/elements/1.0", Ns::Dc),
    ("purl.org/dc/terms", Ns::DcTerms),
    ("purl.org/rss/1.0/modules/content", Ns::Content),
    ("search.yahoo.com/mrss", Ns::Media),
    ("search.yahoo.com/searchmonkey/media", Ns::Media),
    ("itunes.com/dtds/podcast-1.0.dtd", Ns::Itunes),
    ("itunes.com/dtds/podcast-1.0", Ns::Itunes),
    ("example.com/dtds/podcast-1.0.dtd", Ns::Itunes),
    ("purl.org/rss/1.0/modules/syndication", Ns::Sy),
    ("purl.org/rss/1.0/modules/slash", Ns::Slash),
    ("wellformedweb.org/commentapi", Ns::Wfw),
    ("purl.org/syndication/thread/1.0", Ns::Thr),
    ("w3.org/1999/xhtml", Ns::Xhtml),
    ("w3.org/xml/1998/namespace", Ns::Xml),
    ("rssnamespace.org/feedburner/ext/1.0", Ns::FeedBurner),
    ("backend.userland.com/creativecommonsrssmodule", Ns::Cc),
    ("cyber.law.harvard.edu/rss/creativecommonsrssmodule.html", Ns::Cc),
    ("creativecommons.org/ns", Ns::Cc),
    ("web.resource.org/cc", Ns::Cc),
    ("podcastindex.org/namespace/1.0", Ns::Podcast),
    ("github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", Ns::Podcast),
];

const PREFIXES: &[(&str, Ns)] = &[
    ("atom", Ns::Atom),
    ("atom10", Ns::Atom),
    ("atom03", Ns::Atom),
    ("a10", Ns::Atom),
    ("rdf", Ns::Rdf),
    ("rss", Ns::Core),
    ("dc", Ns::Dc),
    ("dcterms", Ns::DcTerms),
    ("dct", Ns::DcTerms),
    ("content", Ns::Content),
    ("media", Ns::Media),
    ("itunes", Ns::Itunes),
    ("sy", Ns::Sy),
    ("slash", Ns::Slash),
    ("wfw", Ns::Wfw),
    ("thr", Ns::Thr),
    ("xhtml", Ns::Xhtml),
    ("xml", Ns::Xml),
    ("feedburner", Ns::FeedBurner),
    ("podcast", Ns::Podcast),
    ("cc", Ns::Cc),
    ("creativecommons", Ns::Cc),
];

/// The vocabulary of a namespace address; `None` where it is unknown.
pub(crate) fn by_address(address: &str) -> Option<Ns> {
    let mut key = address.trim().to_ascii_lowercase();
    for prefix in ["http://", "https://", "www."] {
        if let Some(rest) = key.strip_prefix(prefix) {
            key = rest.to_owned();
        }
    }
    let key = key.trim_end_matches(['/', '#']);
    ADDRESSES.iter().find(|(known, _)| *known == key).map(|(_, ns)| *ns)
}

/// The vocabulary that a prefix customarily stands for.
pub(crate) fn by_prefix(prefix: &str) -> Option<Ns> {
    PREFIXES.iter().find(|(known, _)| known.eq_ignore_ascii_case(prefix)).map(|(_, ns)| *ns)
}

#[cfg(test)]
mod tests {
    use super::{Ns, by_address, by_prefix};

    #[test]
    fn a_namespace_is_known_in_spite_of_scheme_case_and_final_slash() {
        for address in ["http://www.w3.org/2005/Atom", "https://w3.org/2005/atom/", " HTTP://WWW.W3.ORG/2005/ATOM"] {
            assert_eq!(by_address(address), Some(Ns::Atom), "{address}");
        }
        assert_eq!(by_address("http://search.yahoo.com/mrss"), Some(Ns::Media));
        assert_eq!(by_address("urn:mine"), None);
        assert_eq!(by_prefix("Media"), Some(Ns::Media));
    }
}
