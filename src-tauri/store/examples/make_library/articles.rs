//! Made-up articles: headline, address and HTML as publishers write it.

use super::{chance::Chance, words::Language};
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
    let mut title = String::new();
    words(&mut title, language, chance.between(5, 12), &mut chance);
    let site = format!("https://www.site-{feed}.example");
    let url = format!("{site}/{}/{:x}-{:06x}.html", section(&mut chance), number, chance.draw() & 0xff_ffff);
    let wanted = chance.length(MEAN_BYTES).clamp(120, MOST_BYTES);
    let mut html = String::with_capacity(wanted + 600);
    if chance.percent(55) {
        figure(&mut html, language, feed, &mut chance);
    }
    while html.len() < wanted {
        if chance.percent(6) {
            let _ = writeln!(html, "<h2>{}</h2>", sentence(language, 5, &mut chance));
        }
        let left = wanted - html.len().min(wanted);
        paragraph(&mut html, language, &site, left, &mut chance);
    }
    if chance.percent(40) {
        let _ = write!(
            html,
            "<p><a href=\"{url}#comments\" rel=\"nofollow\">{}</a></p>",
            sentence(language, 3, &mut chance)
        );
    }
    Made { title, url, html }
}

fn section(chance: &mut Chance) -> &'static str {
    ["news", "world", "politics", "business", "science", "culture", "sport", "opinion"][chance.below(8)]
}

fn words(out: &mut String, language: &Language, count: usize, chance: &mut Chance) {
    for position in 0..count {
        if position > 0 {
            out.push_str(language.gap);
        }
        let word = language.word(chance);
        match word.chars().next() {
            Some(first) if position == 0 => {
                out.extend(first.to_uppercase());
                out.push_str(&word[first.len_utf8()..]);
            }
            _ => out.push_str(word),
        }
        // Texts without spaces have no commas of ours.
        if position + 1 < count && !language.gap.is_empty() && chance.percent(7) {
            out.push(',');
        }
    }
}

fn sentence(language: &Language, count: usize, chance: &mut Chance) -> String {
    let mut out = String::new();
    words(&mut out, language, count, chance);
    out
}

fn paragraph(html: &mut String, language: &Language, site: &str, left: usize, chance: &mut Chance) {
    html.push_str("<p>");
    let until = html.len() + chance.between(200, 700).min(left.max(80));
    while html.len() < until {
        words(html, language, chance.between(6, 24), chance);
        html.push_str(language.stop);
        if chance.percent(8) {
            let (name, key) = (chance.between(2, 4), chance.draw());
            let _ = write!(html, "<a href=\"{site}/{}/{key:016x}.html\">", section(chance));
            words(html, language, name, chance);
            html.push_str("</a> ");
        }
        if chance.percent(5) {
            let _ = write!(html, "<strong>{}</strong> {} ", sentence(language, 2, chance), chance.between(2, 2_400));
        }
    }
    html.push_str("</p>\n");
}

fn figure(html: &mut String, language: &Language, feed: usize, chance: &mut Chance) {
    let (key, width) = (chance.draw(), [800, 1_024, 1_200, 1_600][chance.below(4)]);
    let (alternative, caption) = (sentence(language, 6, chance), sentence(language, 9, chance));
    let _ = writeln!(
        html,
        "<figure class=\"wp-block-image size-large\"><img src=\"https://media.site-{feed}.example/uploads/{key:016x}-{width}.jpg\" \
         alt=\"{alternative}\" width=\"{width}\" height=\"{}\" loading=\"lazy\"/><figcaption>{caption}</figcaption></figure>",
        width * 9 / 16
    );
}
