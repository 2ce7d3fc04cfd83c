//! `cargo dev guide`: a site out of the guide for readers, and the pictures in it.

mod pictures;

use std::process::{Command, ExitCode};

use crate::options::Options;
use crate::{place, steps};

/// Runs mdBook over `docs/guide`; the site is in `target/guide`. With `pictures`, takes those anew instead.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    match options.rest.split_first() {
        None => {}
        Some((what, names)) if what == "pictures" => {
            pictures::take(options, names)?;
            return Ok(ExitCode::SUCCESS);
        }
        Some(_) => return Err(format!("cargo dev guide does not know {:?}.", options.rest.join(" "))),
    }
    if Command::new("mdbook").arg("--version").output().is_err() {
        return Err(
            "mdBook is not installed: cargo install mdbook --locked. Without it the pages in docs/guide/src can be \
                    read as they are."
                .to_owned(),
        );
    }
    let site = place::target().join("guide");
    let mut build = Command::new("mdbook");
    build.arg("build").arg(place::root().join("docs/guide")).arg("--dest-dir").arg(&site);
    steps::run("Making the guide", &mut build)?;
    println!("  {}", site.join("index.html").display());
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;

    /// Every page by its name.
    fn pages() -> BTreeMap<String, String> {
        let folder = place::root().join("docs/guide/src");
        let entries = fs::read_dir(folder).expect("the guide is there").map(|entry| entry.expect("an entry"));
        let pages = entries.filter(|entry| entry.path().extension().is_some_and(|kind| kind == "md"));
        pages
            .map(|page| {
                let text = fs::read_to_string(page.path()).expect("a page can be read");
                (page.file_name().to_string_lossy().into_owned(), text)
            })
            .collect()
    }

    /// Where the links and pictures of a page lead.
    fn links(text: &str) -> impl Iterator<Item = &str> {
        text.split("](").skip(1).filter_map(|rest| rest.split(')').next())
    }

    /// A heading as mdBook names it in addresses.
    fn anchor(heading: &str) -> String {
        let kept = heading.to_lowercase().replace(' ', "-");
        kept.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_')).collect()
    }

    #[test]
    fn every_page_of_the_guide_is_in_its_list_and_every_link_leads_somewhere() {
        let pages = pages();
        let listed: BTreeSet<&str> = links(&pages["SUMMARY.md"]).collect();
        let there: BTreeSet<&str> = pages.keys().map(String::as_str).filter(|name| *name != "SUMMARY.md").collect();
        assert_eq!(listed, there);
        for (name, text) in &pages {
            for link in links(text) {
                let (page, part) = link.split_once('#').unwrap_or((link, ""));
                let file = place::root().join("docs/guide/src").join(page);
                assert!(file.exists(), "{name} leads to {link}");
                let heads = || pages[page].lines().filter_map(|line| line.strip_prefix("## "));
                assert!(part.is_empty() || heads().any(|head| anchor(head) == part), "{name} leads to {link}");
            }
        }
    }

    #[test]
    fn every_picture_of_the_guide_is_taken_by_the_command_and_shown() {
        let shown: BTreeSet<String> = pages()
            .values()
            .flat_map(|text| links(text).map(str::to_owned).collect::<Vec<_>>())
            .filter_map(|link| Some(link.strip_prefix("pictures/")?.strip_suffix(".png")?.to_owned()))
            .collect();
        let taken: BTreeSet<String> = pictures::known().map(str::to_owned).collect();
        assert_eq!(shown, taken);
        let entries = fs::read_dir(pictures::folder()).expect("the pictures are there");
        let there: BTreeSet<String> = entries
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().trim_end_matches(".png").to_owned())
            .collect();
        assert_eq!(there, taken);
    }

    #[test]
    fn the_guide_names_no_verb_that_the_terminal_does_not_know() {
        let pages = pages();
        let known: BTreeSet<&str> =
            pages["terminal-reference.md"].lines().filter_map(|line| line.strip_prefix("## ")).collect();
        let mut named = 0;
        for (page, text) in pages.iter().filter(|(page, _)| *page != "terminal-reference.md") {
            for words in text.split("stoppress-cli ").skip(1) {
                let verb: String =
                    words.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '-').collect();
                // "`stoppress-cli` is" is a sentence, not a line for the terminal.
                if verb.len() > 2 {
                    assert!(known.contains(verb.as_str()), "{page}: stoppress-cli {verb}");
                    named += 1;
                }
            }
        }
        assert!(named > 15, "the guide shows how the terminal is used, {named} times");
    }
}
