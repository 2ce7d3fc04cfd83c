//! `cargo dev`: set-up, run, test, torture, demo, bundle, guide and bench, each in one module of its name.
//!
//! It calls the tools a contributor would call by hand (cargo, npm, apt-get, the Tauri CLI), says what it calls and
//! how long it took, and never links the app. Start reading at [`setup`], which every other module goes through.

use std::process::ExitCode;

mod app;
mod bench;
mod bundle;
mod changelog;
mod demo;
mod guide;
mod options;
mod packs;
mod place;
mod setup;
mod steps;
mod test;
mod torture;
mod windows;

use options::Options;

const USAGE: &str = "\
cargo dev COMMAND [OPTIONS]

  setup                Look for what is needed and install what is missing
  app                  Build and open the window
      --profile DIR    …with the profile in DIR
      --release        …optimised
      --screenshot FILE  without a display: where the picture goes (target/screenshot.png)
  test                 Every check and test, up to the reader's day in the installed package
      --only WORD      …only the steps whose name contains WORD
  torture [attacks|boundary|durability|kills|cuts|fuzz]
                       The long modes: all hostile HTML against the window, whole and with either wall taken away;
                       absurd calls of every command; kills, power cuts and failing disks; mutated feeds, dates,
                       addresses and lists, ten minutes each (--every SECONDS for another length)
      --only WORD      …only vectors whose name contains WORD
  demo                 The window over a small newsroom on loopback that keeps publishing
      --feeds DIR      …over a folder of feed files instead
      --screenshot FILE  take a picture of the window and quit
      --every SECONDS  pause between two stories (5)
      --release        …optimised
  bundle [appimage]    Make the packages of this system: .deb and .rpm (on Linux also an AppImage, which needs the
                       internet), an installer and an .msi, or a .dmg
      --config FILE    …with more settings for the Tauri CLI, such as a certificate
  check-windows        Type-check everything for Windows, on a Debian, with packages of Debian's that are not installed
  guide                Make a site of the guide for readers, where mdBook is installed
  guide pictures [NAME…]  Take its pictures anew, from the window over a small newsroom
  bench [feeds|library [ARTICLES]|window [1000000]] Figures beside a floor
      --only WORD      …only the topics of feeds or window whose name contains WORD
      --rounds N       …the median of so many pairs (5)
  packs --check        Ask every address of the bundled packs, which needs the internet, and list those that bring nothing

  --yes                Install missing system packages without asking; so does CI=true
";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let outcome = Options::read(words).and_then(|options| match command.as_str() {
        "setup" => setup::everything(&options).map(|()| ExitCode::SUCCESS),
        "app" => app::run(&options),
        "test" => test::run(&options),
        "torture" => torture::run(&options),
        "demo" => demo::run(&options),
        "bundle" => bundle::run(&options),
        "check-windows" => windows::run(),
        "guide" => guide::run(&options),
        "bench" => bench::run(&options),
        "packs" => packs::run(&options),
        "" | "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(format!("cargo dev knows no command {other:?}.\n\n{USAGE}")),
    });
    outcome.unwrap_or_else(|sentence| {
        eprintln!("\n{sentence}");
        ExitCode::FAILURE
    })
}
