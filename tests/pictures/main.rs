//! The window looks as it was looked at: some twenty states of the built page in real WebKitGTK, compared with the pictures
//! in `goldens`.
//!
//! `cargo dev test --only pictures`, or after `npm run build` in `ui`:
//! `cargo test -p stoppress-tests --test pictures -- --nocapture`. A difference leaves the picture, the golden and what
//! differs in the folder `STOPPRESS_PICTURES` (`target/pictures`). Where the change was meant, `BLESS=1` writes the
//! goldens anew: look at each before it is committed. `STOPPRESS_STATES=live` takes only the states whose name contains that.

#![cfg(target_os = "linux")]

mod compare;
mod stage;
mod states;

use std::path::{Path, PathBuf};

use stage::Stage;
use states::State;
use stoppress_support::picture::Picture;

/// How often a state that differs is looked at before that counts: a slow machine may not have drawn the last of it.
const LOOKS: usize = 4;

#[test]
fn every_state_of_the_window_looks_as_it_was_looked_at() {
    let folder = out();
    let stage = match Stage::set(&folder) {
        Ok(stage) => stage,
        Err(stage::Trouble::Missing(reason)) => return println!("skipped: pictures: {reason}"),
        Err(stage::Trouble::Broken(sentence)) => panic!("{sentence}"),
    };
    let only = std::env::var("STOPPRESS_STATES").unwrap_or_default();
    let wanted = states::STATES.iter().filter(|state| state.name.contains(&only)).collect::<Vec<_>>();
    assert!(!wanted.is_empty(), "no state is called {only:?}");
    let faults = wanted.iter().filter_map(|state| look(&stage, state, &folder).err()).collect::<Vec<_>>();
    println!("{} states in WebKitGTK {}, {} differ", wanted.len(), stage.engine(), faults.len());
    assert!(faults.is_empty(), "{}\nThe pictures are in {}.", faults.join("\n"), folder.display());
}

#[test]
fn every_golden_belongs_to_a_state_and_all_of_them_are_small() {
    let mut bytes = 0;
    for entry in std::fs::read_dir(goldens()).expect("the folder of goldens").filter_map(Result::ok) {
        let path = entry.path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        assert!(states::STATES.iter().any(|state| state.name == name), "no state is called {name}");
        bytes += entry.metadata().expect("its size").len();
    }
    assert!(bytes < 3_000_000, "the goldens have {bytes} bytes");
}

/// Brings a state on the stage and compares it. The error says how it differs.
fn look(stage: &Stage, state: &State, folder: &Path) -> Result<(), String> {
    let of = |sentence: String| format!("{}: {sentence}", state.name);
    stage.show(state).map_err(of)?;
    let file = goldens().join(format!("{}.png", state.name));
    if std::env::var_os("BLESS").is_some_and(|set| set == "1") {
        let picture = stage.picture(state).map_err(of)?;
        std::fs::write(&file, picture.to_small_png()).map_err(|error| of(error.to_string()))?;
    }
    let golden = std::fs::read(&file).map_err(|_| of("it has no golden yet; BLESS=1 writes it".to_owned()))?;
    let golden = Picture::from_png(&golden).map_err(of)?;
    let mut differs = None;
    for _ in 0..LOOKS {
        let now = stage.picture(state).map_err(of)?;
        differs = compare::difference(&golden, &now).map(|(said, shown)| (said, shown, now));
        if differs.is_none() {
            return Ok(());
        }
        stage.settle().map_err(of)?;
    }
    let Some((said, shown, now)) = differs else { return Ok(()) };
    for (what, picture) in [("now", &now), ("golden", &golden), ("difference", &shown)] {
        let path = folder.join(format!("{}-{what}.png", state.name));
        std::fs::write(&path, picture.to_png()).map_err(|error| of(error.to_string()))?;
    }
    Err(of(said))
}

fn goldens() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pictures/goldens")
}

fn out() -> PathBuf {
    let folder = std::env::var_os("STOPPRESS_PICTURES")
        .map_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures"), PathBuf::from);
    std::fs::create_dir_all(&folder).expect("a folder for pictures");
    folder
}
