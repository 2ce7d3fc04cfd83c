//! The page made ready for the search: addresses absolute, lazy images restored, and what no reader sees taken out.

use super::facts::Facts;
use super::{dom, labels};
use crate::clean::{ASKING, from_srcset, is_image_address};
use dom_query::{Document, NodeRef, Selection};

/// Changes the document in place.
pub(super) fn prepare(document: &Document, facts: &Facts) {
    document.select("script, style, link, template, base").remove();
    open_noscripts(document);
    restore_players(document);
    for node in document.select("img, amp-img, amp-anim").nodes() {
        restore_image(node, facts);
    }
    for link in document.select("a[href]").nodes() {
        let href = link.attr_or("href", "");
        // A link within the page counts less in the search; `dom::html` makes it absolute.
        if href.starts_with('#') {
            continue;
        }
        match facts.base.as_ref().and_then(|base| base.join(href.trim()).ok()) {
            Some(url) if matches!(url.scheme(), "http" | "https" | "mailto") => link.set_attr("href", url.as_str()),
            _ => {}
        }
    }
    for node in document.select("video[poster], iframe[src], video[src], audio[src], source[src]").nodes() {
        for name in ["src", "poster"] {
            if let Some(address) = node.attr(name).and_then(|address| facts.absolute(&address)) {
                node.set_attr(name, &address);
            }
        }
    }
    drop_consent(document);
    drop_hidden(document, facts);
    open_forms(document);
    open_layout_tables(document);
    drop_overlays(document);
}

/// An image in `noscript` is the one that the script beside it would have loaded.
fn open_noscripts(document: &Document) {
    for noscript in document.select("noscript").nodes() {
        let markup = noscript.text();
        let markup = if markup.contains('<') { markup.to_string() } else { noscript.inner_html().to_string() };
        if !markup.contains("<img") || markup.len() > 16 << 10 {
            noscript.remove_from_parent();
            continue;
        }
        let inside = Document::fragment(markup.as_str());
        let images = inside.select("img");
        let [image] = images.nodes() else {
            noscript.remove_from_parent();
            continue;
        };
        let is_pixel = ["width", "height"].iter().any(|side| matches!(&*image.attr_or(side, ""), "0" | "1" | "2"));
        if is_pixel || !dom::text(&inside.root()).is_empty() {
            noscript.remove_from_parent();
            continue;
        }
        let before = noscript.prev_element_sibling().filter(|node| {
            node.has_name("img") || node.has_name("picture") || dom::text(node).is_empty() && has_one_image(node)
        });
        if let Some(placeholder) = before {
            placeholder.remove_from_parent();
        }
        noscript.replace_with_html(image.html());
    }
}

/// A player that waits for its script gets its address back, and YouTube's own elements become what they would load.
fn restore_players(document: &Document) {
    const LATE: &[&str] = &["data-src", "data-lazy-src", "data-litespeed-src", "data-original-src"];
    for frame in document.select("iframe").nodes() {
        let src = frame.attr_or("src", "");
        let is_empty = src.trim().is_empty() || src.starts_with("about:") || src.starts_with("data:");
        let late = LATE.iter().find_map(|name| frame.attr(name));
        if let Some(late) = late.filter(|address| is_empty && !address.trim().is_empty()) {
            frame.set_attr("src", late.trim());
        }
    }
    for player in document.select("lite-youtube[videoid], amp-youtube[data-videoid]").nodes() {
        let id = player.attr("videoid").or_else(|| player.attr("data-videoid")).unwrap_or_default();
        match crate::clean::youtube(&id) {
            Some(address) => player.replace_with_html(format!("<iframe src=\"{address}\"></iframe>")),
            None => player.remove_from_parent(),
        }
    }
}

fn has_one_image(node: &NodeRef) -> bool {
    dom::elements(node).iter().filter(|n| n.has_name("img")).count() == 1
}

const LAZY: &[&str] = &[
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-orig-file",
    "data-hi-res-src",
    "data-full-src",
    "data-image",
    "data-img-src",
    "data-url",
    "data-runner-src",
    "data-lazy",
    "data-echo",
];
const LAZY_SETS: &[&str] = &["data-srcset", "data-lazy-srcset", "data-src-set", "srcset"];

fn restore_image(node: &NodeRef, facts: &Facts) {
    let src = node.attr_or("src", "");
    let is_placeholder = src.trim().is_empty() || src.starts_with("data:") || is_placeholder(&src);
    let looks_right = |address: &str| !address.trim().is_empty() && !address.trim().starts_with(['{', '[', '#']);
    let lazy =
        || LAZY.iter().find_map(|name| node.attr(name).filter(|value| looks_right(value))).map(|v| v.to_string());
    let from_sets = |node: &NodeRef| {
        LAZY_SETS.iter().find_map(|name| {
            node.attr(name).and_then(|set| from_srcset(&set).filter(|a| !a.starts_with("data:")).map(str::to_owned))
        })
    };
    let from_picture = || {
        let picture = node.parent().filter(|parent| parent.has_name("picture"))?;
        picture.children().iter().filter(|n| n.has_name("source")).find_map(from_sets)
    };
    let of_any_name = || {
        let attributes = node.attrs();
        let kept = attributes.iter().filter(|kept| kept.name.local.starts_with("data-")).map(|kept| kept.value.trim());
        kept.into_iter().find(|value| looks_right(value) && is_image_address(value)).map(str::to_owned)
    };
    let found = if is_placeholder {
        lazy().or_else(|| from_sets(node)).or_else(from_picture).or_else(of_any_name)
    } else {
        LAZY.iter().take(4).find_map(|name| node.attr(name).filter(|v| looks_right(v))).map(|v| v.to_string())
    };
    let address = found.or_else(|| (!src.is_empty()).then(|| src.to_string()));
    if let Some(address) = address.and_then(|address| facts.absolute(&address)) {
        node.set_attr("src", &address);
    } else if src.starts_with("data:") {
        node.remove_attr("src");
    }
    if node.has_name("amp-img") || node.has_name("amp-anim") {
        node.rename("img");
        node.remove_children();
    }
}

/// Grey pixels and loading wheels that stand where an image will be.
fn is_placeholder(src: &str) -> bool {
    let file = src.rsplit('/').next().unwrap_or(src).to_ascii_lowercase();
    src.contains("pagespeed_static")
        || ["placeholder", "blank.", "spacer", "transparent", "1x1", "pixel.", "lazy", "loading", "grey.", "gray."]
            .iter()
            .any(|word| file.contains(word))
}

/// A form round a text becomes a plain box without its controls (older sites set the whole page in one). A form that asks
/// for something stays what it is, and goes with the rest of the furniture.
fn open_forms(document: &Document) {
    const CONTROLS: &str = "input:not([type=hidden]), select, button, textarea, datalist";
    for form in document.select("form").nodes() {
        let inside = Selection::from(*form);
        let controls = inside.select(CONTROLS);
        let labels = inside.select("label");
        let labels = labels.nodes().iter().filter(|label| label.has_attr("for") || has_control(label));
        let asks: Vec<&NodeRef> = labels.chain(controls.nodes()).collect();
        let asked: usize = asks.iter().map(|node| dom::length(node)).sum();
        if !asks.is_empty() && dom::length(form).saturating_sub(asked) < ASKING {
            continue;
        }
        asks.iter().for_each(|node| node.remove_from_parent());
        form.rename("div");
    }
}

fn has_control(node: &NodeRef) -> bool {
    dom::elements(node).iter().any(|n| matches!(dom::name(n).as_str(), "input" | "select" | "button" | "textarea"))
}

/// Tables that part a page into columns become plain boxes: one cell holds most of the text.
fn open_layout_tables(document: &Document) {
    for table in document.select("table").nodes().iter().take(200) {
        let own = |names: &[&str]| -> Vec<NodeRef> {
            let is_own = |node: &NodeRef| {
                node.ancestors_it(None).find(|up| up.has_name("table")).is_some_and(|nearest| nearest.id == table.id)
            };
            dom::elements(table).into_iter().filter(|n| names.contains(&dom::name(n).as_str()) && is_own(n)).collect()
        };
        let cells = own(&["td"]);
        let all = dom::length(table);
        let is_layout = all > 400
            && cells.len() <= 8
            && own(&["th", "caption"]).is_empty()
            && cells.iter().any(|cell| dom::length(cell) * 10 > all * 7);
        if is_layout {
            for part in own(&["tbody", "tr", "td"]) {
                part.rename("div");
            }
            table.rename("div");
        }
    }
}

/// What lies over the page or comes after it: questions about cookies, dialogs, the readers' comments. They go before
/// the search, which would take them for the article where that is short.
fn drop_overlays(document: &Document) {
    const OVERLAYS: &str = "dialog, [aria-modal=true], [role=alertdialog], [role=dialog], #onetrust-consent-sdk, #onetrust-banner-sdk, \
        #CybotCookiebotDialog, #didomi-host, #usercentrics-root, .qc-cmp2-container, .fc-consent-root, #cookie-law-info-bar, \
        .cookie-banner, .cookie-notice, .cookie-consent, #cookie-banner, #cookie-notice, #cookie-consent, .cc-window, #cmpbox, \
        .newsletter-popup, .popup-overlay, .modal-dialog";
    const COMMENTS: &str = "#comments, #comment-section, #disqus_thread, #respond, .comments-area, .comments-section, .comment-list, \
        .commentlist, .comments-page, .comment-respond, .fb-comments, #comments-section, #commentsection, section.comments, div.comments";
    let Some(body) = document.body() else { return };
    let all = dom::measure(&body).prose();
    for node in document.select(OVERLAYS).nodes() {
        if dom::measure(node).prose() * 2 < all {
            node.remove_from_parent();
        }
    }
    for node in document.select(COMMENTS).nodes() {
        let holds_article = Document::fragment(node.html()).select_single("[itemprop~=articleBody], h1").exists();
        // A few lines below a long article are no danger to the search, which knows them for what they are.
        let prose = dom::measure(node).prose();
        if node.parent().is_some() && prose * 10 < all * 9 && prose * 4 > all && !holds_article {
            node.remove_from_parent();
        }
    }
}

/// The boxes of consent managers go whatever their length, where anything else is on the page: beside a short article
/// they are most of it.
fn drop_consent(document: &Document) {
    const MANAGERS: &str = "#onetrust-consent-sdk, #onetrust-banner-sdk, #cookie-law-info-bar, .cli-modal, #didomi-host, #didomi-popup, \
        .qc-cmp2-container, #qc-cmp2-container, #usercentrics-root, #CybotCookiebotDialog, [id^=sp_message_container], \
        .fc-consent-root, #BorlabsCookieBox, .cmplz-cookiebanner, .cky-consent-container, #iubenda-cs-banner, #cmpbox, #cmpwrapper, \
        .osano-cm-window, #tarteaucitronRoot, #axeptio_overlay, #truste-consent-track, .truste_overlay, #cookiescript_injected, #klaro";
    let Some(body) = document.body() else { return };
    let boxes = document.select(MANAGERS);
    if !boxes.exists() {
        return;
    }
    let all = dom::length(&body);
    let outer = boxes
        .nodes()
        .iter()
        .filter(|node| !node.ancestors_it(None).any(|up| boxes.nodes().iter().take(32).any(|known| known.id == up.id)));
    let outer: Vec<&NodeRef> = outer.take(32).collect();
    let consent: usize = outer.iter().map(|node| dom::length(node)).sum();
    if all.saturating_sub(consent) >= 80 {
        outer.iter().for_each(|node| node.remove_from_parent());
    }
}

/// What no reader sees goes. Some pages hide everything until their script has run: what is hidden and holds most of the
/// page's prose stays, unless the page says that it is for subscribers.
fn drop_hidden(document: &Document, facts: &Facts) {
    let body = document.select_single("body");
    let Some(body) = body.nodes().first() else { return };
    let all = dom::measure(body).prose();
    let may_stay = facts.is_free != Some(false) && !labels::has_paywall(document);
    let mut measured = 0;
    for node in dom::elements(body) {
        if !is_hidden(&node) || !dom::is_under(&node, body) {
            continue;
        }
        measured += 1;
        let is_page = may_stay && measured <= 50 && {
            let prose = dom::measure(&node).prose();
            prose >= 200 && prose * 10 >= all * 7 && &*node.attr_or("role", "") != "dialog"
        };
        if is_page {
            node.remove_attr("hidden");
            node.remove_attr("style");
        } else {
            node.remove_from_parent();
        }
    }
    if is_hidden(body) {
        body.remove_attr("hidden");
        body.remove_attr("style");
    }
}

fn is_hidden(node: &NodeRef) -> bool {
    let style: String = node.attr_or("style", "").to_ascii_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    style.contains("display:none") || style.contains("visibility:hidden") || node.has_attr("hidden")
}
