//! Every limit holds at one below, at it, and at one above.
#![allow(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use std::fmt::Write;
use stoppress_feeds::{
    ParseContext, ParseError, ParsedArticle, ParsedFeed, caps, clean, discover, normalise_address, opml, parse,
};

/// Checks `holds(n)` for cap − 1, cap and cap + 1 against whether it should.
fn around(cap: usize, mut outcome: impl FnMut(usize) -> usize) {
    for (asked, want) in [(cap - 1, cap - 1), (cap, cap), (cap + 1, cap)] {
        assert_eq!(outcome(asked), want, "asked for {asked} with a cap of {cap}");
    }
}

fn read(text: &str) -> ParsedFeed {
    parse(text.as_bytes(), &ParseContext { url: Some("https://a.example/feed"), content_type: None }).unwrap()
}

fn article(item: &str) -> ParsedArticle {
    read(&format!("<rss><channel><item>{item}</item></channel></rss>")).articles.remove(0)
}

fn repeat(n: usize, piece: impl Fn(usize) -> String) -> String {
    (0..n).fold(String::new(), |mut all, at| {
        let _ = write!(all, "{}", piece(at));
        all
    })
}

#[test]
fn a_body_is_at_most_sixteen_mebibytes() {
    let feed = b"<rss><channel><item><title>x</title></item></channel></rss>";
    let body = |length: usize| {
        let mut body = feed.to_vec();
        body.resize(length, b' ');
        parse(&body, &ParseContext::default()).map(|feed| feed.articles.len())
    };
    assert_eq!(body(caps::BODY_BYTES - 1), Ok(1));
    assert_eq!(body(caps::BODY_BYTES), Ok(1));
    assert_eq!(body(caps::BODY_BYTES + 1), Err(ParseError::TooLarge));
    assert_eq!(opml::read(&vec![b' '; caps::BODY_BYTES + 1]), Err(opml::OpmlError::TooLarge));
}

#[test]
fn a_fetch_brings_at_most_five_thousand_articles() {
    let items = |n| repeat(n, |at| format!("<item><title>{at}</title></item>"));
    around(caps::ITEMS, |n| read(&format!("<rss><channel>{}</channel></rss>", items(n))).articles.len());
    let feed = read(&format!("<rss><channel>{}</channel></rss>", items(caps::ITEMS + 1)));
    assert_eq!(feed.skipped.len(), 1, "the first one left out is named");
    let json = |n| {
        format!(
            r#"{{"version":"https://jsonfeed.org/version/1","items":[{}{{"id":"x"}}]}}"#,
            repeat(n, |at| format!(r#"{{"id":"{at}"}},"#))
        )
    };
    around(caps::ITEMS, |n| read(&json(n - 1)).articles.len());
}

#[test]
fn texts_of_an_article_are_capped() {
    let text = "a".repeat(caps::SUMMARY_BYTES + 1);
    around(caps::TITLE_BYTES, |n| article(&format!("<title>{}</title>", &text[..n])).title.as_str().len());
    around(caps::NAME_BYTES, |n| article(&format!("<author>{}</author>", &text[..n])).authors[0].as_str().len());
    around(caps::NAME_BYTES, |n| article(&format!("<category>{}</category>", &text[..n])).categories[0].as_str().len());
    around(caps::SUMMARY_BYTES, |n| {
        article(&format!("<description>{}</description>", &text[..n])).summary.unwrap().as_str().len()
    });
}

#[test]
fn lists_of_an_article_are_capped() {
    around(caps::CATEGORIES, |n| article(&repeat(n, |at| format!("<category>{at}</category>"))).categories.len());
    around(caps::AUTHORS, |n| article(&repeat(n, |at| format!("<author>{at}</author>"))).authors.len());
    around(caps::ENCLOSURES, |n| {
        article(&repeat(n, |at| format!("<enclosure url='https://a.example/{at}'/>"))).enclosures.len()
    });
}

#[test]
fn addresses_are_capped() {
    let address = |n: usize| format!("https://a.example/{}", "x".repeat(n - 18));
    let has = |n: usize| usize::from(article(&format!("<link>{}</link>", address(n))).url.is_some());
    assert_eq!([has(caps::URL_BYTES - 1), has(caps::URL_BYTES), has(caps::URL_BYTES + 1)], [1, 1, 0]);
    let links = |n: usize| clean(&format!("<a href=\"{}\">x</a>", address(n)), None).links.len();
    assert_eq!([links(caps::URL_BYTES - 1), links(caps::URL_BYTES), links(caps::URL_BYTES + 1)], [1, 1, 0]);
    let typed = |n: usize| normalise_address(&address(n)).is_ok();
    assert_eq!([typed(caps::URL_BYTES - 1), typed(caps::URL_BYTES), typed(caps::URL_BYTES + 1)], [true, true, false]);
}

#[test]
fn xml_is_capped_in_depth_attributes_and_elements() {
    // rss, channel, item and description are open around the nest.
    let nest = |n: usize| format!("<description>{}deep{}</description>", "<i>".repeat(n), "</i>".repeat(n));
    around(caps::XML_DEPTH, |n| article(&nest(n - 4)).html.matches("<i>").count() + 4);
    assert!(article(&nest(100_000)).html.contains("deep"), "text outlives its tags");
    let attributes =
        |n: usize| format!("<description><p {}>x</p></description>", repeat(n, |at| format!("a{at}='1' ")));
    around(caps::XML_ATTRIBUTES, |n| article(&attributes(n)).html.matches("=\"1\"").count());
    let many = article(&format!("<description>{}</description>", "<b/>".repeat(caps::XML_ELEMENTS + 10)));
    let kept = many.html.matches("<b>").count();
    assert!(kept <= caps::XML_ELEMENTS && kept > caps::XML_ELEMENTS - 10, "{kept}");
}

#[test]
fn html_is_capped_in_size_depth_elements_and_images() {
    let markup = |n: usize| format!("<b>{}</b>", "word ".repeat(n / 5 + 5)).split_at(n - 4).0.to_owned() + "</b>";
    for (length, is_markup) in
        [(caps::ARTICLE_BYTES - 1, true), (caps::ARTICLE_BYTES, true), (caps::ARTICLE_BYTES + 1, false)]
    {
        let html = markup(length);
        assert_eq!(html.len(), length);
        assert_eq!(clean(&html, None).html.as_str().starts_with("<b>"), is_markup, "{length}");
        assert!(clean(&html, None).text().starts_with("word word"));
    }
    around(caps::HTML_DEPTH, |n| {
        clean(&format!("{}x", "<div>".repeat(n)), None).html.as_str().matches("<div>").count()
    });
    around(caps::HTML_ELEMENTS, |n| clean(&"<br>".repeat(n), None).html.as_str().matches("<br>").count());
    around(caps::IMAGES, |n| clean(&"<img src=https://a.example/i.png>".repeat(n), None).images.len());
    around(caps::CELL_SPAN as usize, |n| {
        let html = clean(&format!("<table><tr><td colspan={n}>x</table>"), None).html.into_string();
        html.split('"').nth(1).unwrap().parse().unwrap()
    });
}

#[test]
fn subscription_lists_are_capped() {
    let list = |n: usize| {
        format!("<opml><body>{}</body></opml>", repeat(n, |at| format!("<outline xmlUrl='https://a.example/{at}'/>")))
    };
    around(caps::OPML_FEEDS, |n| opml::read(list(n).as_bytes()).unwrap().outlines.len());
    assert_eq!(opml::read(list(caps::OPML_FEEDS + 1).as_bytes()).unwrap().skipped.len(), 1);
    let folders = |n: usize| {
        let open = repeat(n, |at| format!("<outline text='{}'>", at + 1));
        let text = format!("<opml><body>{open}<outline xmlUrl='https://a.example/'/></body></opml>");
        opml::read(text.as_bytes()).unwrap().outlines[0].folder.as_deref().unwrap().split('/').count()
    };
    around(caps::OPML_DEPTH, folders);
}

#[test]
fn pages_are_capped() {
    let links = |n: usize| repeat(n, |at| format!("<link rel=alternate type=application/rss+xml href=/{at}>"));
    around(caps::CANDIDATES, |n| discover(links(n).as_bytes(), "https://a.example/").len());
    let late = |at: usize| {
        let link = "<link rel=alternate type=application/rss+xml href=/f>";
        let mut page = " ".repeat(at - link.len());
        page.push_str(link);
        discover(page.as_bytes(), "https://a.example/").len()
    };
    assert_eq!([late(caps::PAGE_BYTES - 1), late(caps::PAGE_BYTES), late(caps::PAGE_BYTES + 1)], [1, 1, 0]);
}
