//! The terminal face of Stop Press: the same verbs as the window, for people and scripts.
//!
//! What is here: words in, text or JSON out. What is never here: logic; each verb calls the method of the reader that has
//! its name. Exit 0: done. 1: something failed, named on standard error, JSON still printed; where nothing else is to
//! be said it is `{"error": "…"}`. 2: wrong usage.

mod arguments;
mod exchange;
mod finding;
mod library;
mod muting;
mod network;
mod notifying;
mod print;
mod rows;
mod search;
mod texts;

use arguments::Verb;
use std::process::ExitCode;

/// A round leaves less behind in it than in the system's, and takes less time (docs/notes/figures.md); how it is set stands in
/// .cargo/config.toml.
#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Why a verb did not do all that was asked: one sentence for standard error.
type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let arguments = match arguments::read() {
        Ok(arguments) => arguments,
        Err(instead) => {
            let printed = instead.print();
            if instead.use_stderr() {
                return ExitCode::from(2);
            }
            print::written(printed);
            return ExitCode::SUCCESS;
        }
    };
    let outcome = match &arguments.verb {
        Verb::Parse { file, base, batch } => texts::parse(file.as_deref(), base.as_deref(), *batch),
        Verb::Clean { file, base } => texts::clean(file.as_deref(), base.as_deref()),
        Verb::Readable { file, url, batch } => texts::readable(file.as_deref(), url, *batch),
        Verb::Discover { file, url } => texts::discover(file.as_deref(), url),
        _ => library::run(&arguments),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            if !sentence.is_empty() {
                print::error(&sentence);
                // Whoever reads JSON gets some, also where there is nothing else to say.
                if (arguments.json || matches!(arguments.verb, Verb::Discover { .. })) && !print::has_printed() {
                    print::json(&serde_json::json!({ "error": sentence }));
                }
            }
            ExitCode::FAILURE
        }
    }
}
