//! Made-up articles: headline, address and HTML as publishers write it.

use super::{
    chance::Chance,
    words::{Language, Topic},
};
use std::fmt::Write;

/// HTML of an article, in bytes, on average.
const MEAN_BYTES: f64 = 3_000.0;
/// The longest.
const MOST_BYTES: usize = 48_000;

/// One article of a feed.
pub struct Made {
    pub title: String,
    pub url: String,
    pub html: String,
}

/// The `number`-th article of a library, of a feed in this language.
pub fn article(number: u64, feed: usize, language: &Language) -> Made {
    let mut chance = Chance::of(100, number);
    let topic = language.topic(&mut chance);
    let title = words(&topic, (5, 12), &mut chance);
    let site = format!("https://www.site-{feed}.example");
    let url = format!("{site}/{}/{:x}-{:06x}.html", section(&mut chance), number, chance.draw() & 0xff_ffff);
    let wanted = chance.length(MEAN_BYTES).clamp(120, MOST_BYTES);
    let mut html = String::with_capacity(wanted + 1_000);
    if chance.percent(65) {
        figure(&mut html, &topic, feed, &mut chance);
    }
    while html.len() < wanted {
        match chance.below(100) {
            0..8 => {
                let _ = writeln!(html, "<h2 class=\"wp-block-heading\">{}</h2>", words(&topic, (3, 7), &mut chance));
            }
            8..14 if wanted - html.len() > 700 => figure(&mut html, &topic, feed, &mut chance),
            _ => {
                let left = wanted - html.len();
                paragraph(&mut html, &topic, &site, left, &mut chance);
            }
        }
    }
    if chance.percent(60) {
        let (name, key) = (words(&topic, (1, 3), &mut chance), chance.draw() & 0xff_ffff);
        let _ = writeln!(
            html,
            "<p>The post <a rel=\"nofollow\" href=\"{url}\">{title}</a> appeared first on <a href=\"{site}\">{name}</a>.</p>\n\
             <img src=\"{site}/pixel/{key:06x}.gif\" width=\"1\" height=\"1\" alt=\"\"/>"
        );
    }
    Made { title, url, html }
}

fn section(chance: &mut Chance) -> &'static str {
    ["news", "world", "politics", "business", "science", "culture", "sport", "opinion"][chance.below(8)]
}

/// Between `least` and `most` words, the first with a capital.
fn words(topic: &Topic<'_>, (least, most): (usize, usize), chance: &mut Chance) -> String {
    let (count, gap) = (chance.between(least, most), topic.language.gap);
    let mut out = String::new();
    for position in 0..count {
        if position > 0 {
            out.push_str(gap);
        }
        let word = topic.word(chance);
        match word.chars().next() {
            Some(first) if position == 0 => {
                out.extend(first.to_uppercase());
                out.push_str(&word[first.len_utf8()..]);
            }
            _ => out.push_str(word),
        }
        if position + 1 < count && !gap.is_empty() && chance.percent(7) {
            out.push(',');
        }
    }
    out
}

fn paragraph(html: &mut String, topic: &Topic<'_>, site: &str, left: usize, chance: &mut Chance) {
    html.push_str("<p>");
    let until = html.len() + chance.between(150, 600).min(left.max(80));
    while html.len() < until {
        html.push_str(&words(topic, (6, 24), chance));
        html.push_str(topic.language.stop);
        if chance.percent(25) {
            let (name, key) = (words(topic, (1, 4), chance), chance.draw());
            let _ = write!(
                html,
                "<a href=\"{site}/{}/{key:016x}.html?utm_source=feed\" target=\"_blank\" rel=\"noreferrer noopener\">{name}</a> ",
                section(chance)
            );
        }
        if chance.percent(8) {
            let _ = write!(html, "<strong>{}</strong> {} ", words(topic, (1, 3), chance), chance.between(2, 2_400));
        }
    }
    html.push_str("</p>\n");
}

fn figure(html: &mut String, topic: &Topic<'_>, feed: usize, chance: &mut Chance) {
    let (key, width) = (chance.draw(), [800, 1_024, 1_200, 1_600][chance.below(4)]);
    let address = format!("https://media.site-{feed}.example/uploads/{key:016x}");
    let (alternative, caption) = (words(topic, (3, 8), chance), words(topic, (5, 12), chance));
    let _ = writeln!(
        html,
        "<figure class=\"wp-block-image size-large\"><img decoding=\"async\" loading=\"lazy\" src=\"{address}-{width}.jpg\" \
         alt=\"{alternative}\" width=\"{width}\" height=\"{}\" srcset=\"{address}-{width}.jpg {width}w, {address}-300.jpg 300w, \
         {address}-768.jpg 768w\" sizes=\"(max-width: {width}px) 100vw, {width}px\"/><figcaption \
         class=\"wp-element-caption\">{caption}</figcaption></figure>",
        width * 9 / 16
    );
}
