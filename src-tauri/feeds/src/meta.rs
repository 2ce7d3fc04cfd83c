//! What a feed says of itself.

use crate::address::{join_base, resolve};
use crate::body;
use crate::caps;
use crate::names::Ns;
use crate::parsed::ParsedMeta;
use crate::rights::Rights;
use crate::tree::Element;
use stoppress_model::{FeedKind, PlainText};

/// Reads the head of a feed from its outermost element (`rss`, `rdf:RDF`, `feed` or a bare `channel`).
pub(crate) fn read(root: &Element, base: Option<&str>) -> ParsedMeta {
    let channel = root.elements().find(|e| e.is_core() && e.name == "channel");
    let mut head = Head::default();
    for field in channel.unwrap_or(root).elements() {
        head.take(field, base);
    }
    let kind = match &*root.name {
        "rdf" => FeedKind::Rdf,
        "feed" => FeedKind::Atom,
        _ => FeedKind::Rss,
    };
    let inherited = channel.and_then(|c| c.language.as_deref()).or(root.language.as_deref()).map(str::to_owned);
    ParsedMeta {
        title: PlainText::new(&head.title, caps::NAME_BYTES),
        home_url: head.home,
        language: head.language.or(inherited),
        kind,
        ttl_seconds: head.ttl.or_else(|| Some(head.period? / head.frequency.unwrap_or(1).max(1))),
        skip_hours: head.skip_hours,
        skip_days: head.skip_days,
        icon: head.icon,
        older: head.archive.or(head.next),
        expired: false,
        rights: head.rights.words,
        licence: head.rights.licence,
    }
}

#[derive(Default)]
struct Head {
    title: String,
    home: Option<String>,
    language: Option<String>,
    ttl: Option<u32>,
    period: Option<u32>,
    frequency: Option<u32>,
    skip_hours: Vec<u8>,
    skip_days: Vec<u8>,
    icon: Option<String>,
    /// The document of the articles before, which does not change any more.
    archive: Option<String>,
    /// The next page of a feed that is given in pages.
    next: Option<String>,
    rights: Rights,
}

impl Head {
    fn take(&mut self, field: &Element, base: Option<&str>) {
        if self.rights.take(field, base) {
            return;
        }
        let text = || field.text().trim().to_owned();
        match (field.ns, &*field.name) {
            (Ns::Core | Ns::Atom, "title") if self.title.trim().is_empty() => self.title = body::text_construct(field),
            (Ns::Dc, "title") if self.title.trim().is_empty() => self.title = body::text_construct(field),
            (Ns::Core | Ns::Atom, "link") => self.take_link(field, base),
            (Ns::Core, "language") | (Ns::Dc, "language") => {
                self.language = Some(text()).filter(|l| !l.is_empty() && l.len() < 36)
            }
            (Ns::Core, "ttl") => {
                self.ttl = text().parse::<u32>().ok().and_then(|m| m.checked_mul(60)).filter(|s| *s > 0)
            }
            (Ns::Sy, "updateperiod") => self.period = period(&text()),
            (Ns::Sy, "updatefrequency") => self.frequency = text().parse().ok(),
            (Ns::Core, "skiphours") => {
                self.skip_hours =
                    field.elements().filter_map(|h| h.text().trim().parse().ok()).map(|h: u8| h % 24).collect();
            }
            (Ns::Core, "skipdays") => self.skip_days = field.elements().filter_map(|d| weekday(&d.text())).collect(),
            (Ns::Core | Ns::Atom, "icon" | "logo") if self.icon.is_none() => self.icon = resolve(&field.text(), base),
            (Ns::Itunes, "image") if self.icon.is_none() => {
                self.icon = field.attribute("href").and_then(|h| resolve(h, base))
            }
            (Ns::Core, "image") if self.icon.is_none() => {
                self.icon = field.elements().find(|e| e.name == "url").and_then(|e| resolve(&e.text(), base));
            }
            _ => {}
        }
    }

    fn take_link(&mut self, field: &Element, base: Option<&str>) {
        let (base, text) = (join_base(base, field.base.as_deref()), field.text());
        let (place, address) = match (field.attribute("href"), field.attribute("rel")) {
            (Some(href), None | Some("alternate" | "")) => (&mut self.home, href),
            (Some(href), Some("prev-archive")) => (&mut self.archive, href),
            (Some(href), Some("next")) => (&mut self.next, href),
            (Some(_), Some(_)) => return,
            (None, _) => (&mut self.home, &*text),
        };
        *place = place.take().or_else(|| resolve(address, base.as_deref()));
    }
}

fn period(word: &str) -> Option<u32> {
    match word.to_ascii_lowercase().as_str() {
        "hourly" => Some(3_600),
        "daily" => Some(86_400),
        "weekly" => Some(7 * 86_400),
        "monthly" => Some(30 * 86_400),
        "yearly" => Some(365 * 86_400),
        _ => None,
    }
}

fn weekday(word: &str) -> Option<u8> {
    let start = word.trim().get(..3)?.to_ascii_lowercase();
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    days.iter().position(|day| *day == start).and_then(|at| u8::try_from(at).ok())
}
