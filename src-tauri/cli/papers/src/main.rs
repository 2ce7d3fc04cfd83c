//! `stoppress-papers FOLDER`: manual pages, completions and the guide's reference, made out of the definitions that
//! `stoppress-cli` itself reads its words with.
//!
//! What is here: the terminal contract as paper. What is never here: the library, the network; it is a package of its own
//! so that neither what it is built with nor a second build of the reader comes into `cargo dev bundle`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use clap::CommandFactory;
use clap_complete::Shell;

#[path = "../../src/arguments.rs"]
#[expect(dead_code, reason = "the fields are read by stoppress-cli, not by its papers")]
mod arguments;
mod reference;

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1).map(PathBuf::from) else {
        eprintln!("stoppress-papers FOLDER");
        return ExitCode::from(2);
    };
    match write(&folder) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the papers could not be written to {}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

/// Writes `man/*.1`, one page for the program and one for each verb, `completions/*` for four shells, and `reference.md`.
///
/// # Errors
/// When a file cannot be written.
fn write(folder: &Path) -> io::Result<()> {
    let (pages, completions) = (folder.join("man"), folder.join("completions"));
    // A page of a verb that is gone would go on being packed.
    let _ = fs::remove_dir_all(&pages);
    fs::create_dir_all(&pages)?;
    fs::create_dir_all(&completions)?;
    clap_mangen::generate_to(command(), &pages)?;
    for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::PowerShell] {
        clap_complete::generate_to(shell, &mut command(), "stoppress-cli", &completions)?;
    }
    fs::write(folder.join("reference.md"), reference::page(command()))
}

/// The program as `stoppress-cli --help` shows it.
fn command() -> clap::Command {
    // Every verb would get a page for `help VERB`, which says what its own page says.
    let quiet = |command: clap::Command| command.disable_help_subcommand(true);
    quiet(arguments::Arguments::command()).mut_subcommands(quiet)
}
