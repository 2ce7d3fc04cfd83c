//! The guide's page about every verb, as Markdown.

use clap::{Arg, Command};
use std::fmt::Write as _;

const HEAD: &str = "\
# Every verb of the terminal

<!-- Made out of the definitions of stoppress-cli by `BLESS=1 cargo test -p stoppress-papers`. Edit those. -->

`stoppress-cli` works on the same library as the window, also while the window is open. What it prints is text for people;
with `--json` it is JSON for programs. It ends with 0 when all was done, with 1 when something failed (a sentence on standard
error says what, and the JSON is still printed), and with 2 when the words were wrong.

## For every verb

";

/// The page: what holds for every verb, then the verbs in the order of `--help`.
pub fn page(mut command: Command) -> String {
    command.build();
    let mut page = HEAD.to_owned();
    for option in command.get_opts().filter(|option| option.is_global_set()) {
        line(&mut page, option);
    }
    for flag in command.get_arguments().filter(|one| one.is_global_set() && !one.get_action().takes_values()) {
        line(&mut page, flag);
    }
    for verb in command.get_subcommands_mut().filter(|verb| !verb.is_hide_set()) {
        let name = verb.get_name().to_owned();
        part(&mut page, &name, verb);
    }
    page
}

/// A verb and the verbs under it, each as a part of its own.
fn part(page: &mut String, name: &str, verb: &mut Command) {
    let usage = verb.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").replace("[OPTIONS] ", "").replace(" [OPTIONS]", "");
    let about = verb.get_about().map(ToString::to_string).unwrap_or_default();
    let _ = write!(page, "\n## {name}\n\n{about}.\n\n    {usage}\n");
    let own = verb.get_arguments().filter(|one| !one.is_global_set() && !one.is_hide_set());
    // A word that its name explains (`ID`) stands in the usage already.
    let told: Vec<&Arg> = own.filter(|one| one.get_id() != "help" && has_more_to_say(one)).collect();
    if !told.is_empty() {
        page.push('\n');
    }
    for argument in told {
        line(page, argument);
    }
    for under in verb.get_subcommands_mut().filter(|under| !under.is_hide_set() && under.get_name() != "help") {
        part(page, &format!("{name} {}", under.get_name()), under);
    }
}

fn has_more_to_say(argument: &Arg) -> bool {
    argument.get_help().is_some() || !argument.is_positional()
}

/// One argument in one line of a list.
fn line(page: &mut String, argument: &Arg) {
    let values: Vec<&str> = argument.get_value_names().unwrap_or_default().iter().map(|name| name.as_str()).collect();
    let value = if argument.get_action().takes_values() { values.join(" ") } else { String::new() };
    let name = match argument.get_long() {
        Some(long) if value.is_empty() => format!("--{long}"),
        Some(long) => format!("--{long} {value}"),
        None => value,
    };
    let mut said = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let preset: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if argument.get_action().takes_values() && !preset.is_empty() {
        let _ = write!(said, " ({} where not given)", preset.join(" "));
    }
    if let Some(variable) = argument.get_env() {
        let _ = write!(said, "; also by the variable `{}`", variable.to_string_lossy());
    }
    let colon = if said.is_empty() { "" } else { ": " };
    let _ = writeln!(page, "- `{name}`{colon}{said}");
}

#[cfg(test)]
mod tests {
    use crate::command;
    use std::fs;
    use std::path::Path;

    #[test]
    fn the_reference_in_the_guide_is_what_the_program_says_of_itself() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/guide/src/terminal-reference.md");
        let made = super::page(command());
        if std::env::var_os("BLESS").is_some() {
            fs::write(&file, &made).expect("the page can be written");
        }
        let there = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            there == made,
            "docs/guide/src/terminal-reference.md is not what the definitions say: BLESS=1 cargo test -p stoppress-papers"
        );
    }

    #[test]
    fn every_verb_has_a_part_of_its_own() {
        let page = super::page(command());
        for verb in command().get_subcommands() {
            assert!(page.contains(&format!("\n## {}\n", verb.get_name())), "{}", verb.get_name());
        }
        assert!(page.contains("`--profile DIR`") && page.contains("100 where not given"), "{page}");
    }
}
