//! The bundled packs: lists of publishers' own public feeds, by region, language and topic. Their addresses were written
//! down without a network; `cargo dev packs --check` asks them all.

use crate::{
    Reader,
    error::{ReaderError, Result},
};
use stoppress_feeds::opml;
use stoppress_model::{Imported, Pack, PackFeed};

/// Lasting id and file of each pack, in the order in which they are offered.
const PACKS: &[(&str, &str)] = &[
    ("world", include_str!("../packs/world.opml")),
    ("europe", include_str!("../packs/europe.opml")),
    ("maghreb", include_str!("../packs/maghreb.opml")),
    ("spain", include_str!("../packs/spain.opml")),
    ("france", include_str!("../packs/france.opml")),
    ("germany", include_str!("../packs/germany.opml")),
    ("technology", include_str!("../packs/technology.opml")),
    ("science", include_str!("../packs/science.opml")),
    ("business", include_str!("../packs/business.opml")),
    ("sport", include_str!("../packs/sport.opml")),
    ("culture", include_str!("../packs/culture.opml")),
    ("arabic", include_str!("../packs/arabic.opml")),
    ("portuguese", include_str!("../packs/portuguese.opml")),
    ("japan", include_str!("../packs/japan.opml")),
    ("chinese", include_str!("../packs/chinese.opml")),
];

impl Reader {
    /// The bundled packs. Nothing is asked.
    #[must_use]
    pub fn packs(&self) -> Vec<Pack> {
        PACKS.iter().map(|(id, file)| pack(id, file)).collect()
    }

    /// Follows every feed of a bundled pack.
    ///
    /// # Errors
    /// `NotFound` where there is no such pack.
    pub fn follow_pack(&self, id: &str) -> Result<Imported> {
        let (_, file) = PACKS
            .iter()
            .find(|(known, _)| *known == id)
            .ok_or_else(|| ReaderError::NotFound(format!("There is no pack called {id}.")))?;
        self.import(file.as_bytes())
    }
}

fn pack(id: &str, file: &str) -> Pack {
    let head = opml::read_head(file.as_bytes());
    let list = opml::read(file.as_bytes()).unwrap_or_default();
    Pack {
        id: id.to_owned(),
        title: head.title,
        description: head.description,
        language: head.language,
        region: head.region,
        feeds: list
            .outlines
            .into_iter()
            .map(|outline| PackFeed {
                title: outline.title.to_string(),
                url: outline.url,
                language: outline.language.unwrap_or_default(),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quick_xml::events::Event;
    use std::collections::HashSet;
    use url::Url;

    fn is_tag(text: &str) -> bool {
        let mut parts = text.split('-');
        let language = parts.next().unwrap_or_default();
        (2..=3).contains(&language.len())
            && language.bytes().all(|byte| byte.is_ascii_lowercase())
            && parts.all(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase()))
    }

    #[test]
    fn each_pack_is_well_formed_xml() {
        for (id, file) in PACKS {
            let mut reader = quick_xml::Reader::from_str(file);
            reader.config_mut().check_end_names = true;
            let mut open = 0;
            loop {
                match reader.read_event().unwrap_or_else(|error| panic!("{id}: {error}")) {
                    Event::Start(tag) => {
                        open += 1;
                        assert!(tag.attributes().all(|one| one.is_ok()), "{id}");
                    }
                    Event::Empty(tag) => {
                        let attributes: Vec<_> = tag.attributes().map(|one| one.expect(id)).collect();
                        let plain = |value: &str| quick_xml::escape::unescape(value).is_ok();
                        assert!(attributes.iter().all(|one| plain(&one.value)), "{id}");
                    }
                    Event::End(_) => open -= 1,
                    Event::Eof => break,
                    _ => {}
                }
            }
            assert_eq!(open, 0, "{id}");
        }
    }

    #[test]
    fn each_pack_says_what_it_is_and_that_its_addresses_were_not_checked() {
        assert!(PACKS.len() >= 12);
        let mut titles = HashSet::new();
        for (id, file) in PACKS {
            let head = opml::read_head(file.as_bytes());
            assert!(titles.insert(head.title.clone()) && !head.title.is_empty(), "{id}");
            assert!(head.description.ends_with("These addresses were not checked by us."), "{id}");
            assert!(is_tag(&head.language), "{id}: {}", head.language);
            assert!(matches!(head.region.len(), 0 | 2 | 3), "{id}: {}", head.region);
            assert!(httpdate::parse_http_date(&head.modified).is_ok(), "{id}: {}", head.modified);
        }
    }

    #[test]
    fn each_pack_has_six_to_twelve_feeds_of_several_publishers_over_https() {
        for (id, file) in PACKS {
            let list = opml::read(file.as_bytes()).expect(id);
            assert_eq!(list.skipped, [], "{id}");
            assert!((6..=12).contains(&list.outlines.len()), "{id}: {}", list.outlines.len());
            assert_eq!(file.matches("<outline").count(), list.outlines.len(), "{id}: a feed stands there twice");
            let mut hosts = HashSet::new();
            for feed in &list.outlines {
                assert!(is_tag(feed.language.as_deref().unwrap_or_default()), "{}", feed.url);
                for address in [Some(&feed.url), feed.home_url.as_ref()] {
                    let address = Url::parse(address.expect("a page")).expect("an address");
                    assert_eq!(address.scheme(), "https", "{address}");
                }
                let home = Url::parse(feed.home_url.as_deref().unwrap_or_default()).expect("a page");
                hosts.insert(home.host_str().unwrap_or_default().to_owned());
            }
            assert!(hosts.len() * 10 >= list.outlines.len() * 7, "{id}: too many feeds of one publisher");
        }
    }

    #[test]
    fn no_address_stands_in_two_packs() {
        let mut seen = HashSet::new();
        for (id, file) in PACKS {
            for feed in opml::read(file.as_bytes()).expect(id).outlines {
                assert!(seen.insert(feed.url.clone()), "{id}: {}", feed.url);
            }
        }
    }
}
