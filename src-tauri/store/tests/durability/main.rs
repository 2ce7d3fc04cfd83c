//! Acknowledged means durable: through kills, power cuts, full disks and failing ones.
//!
//! A second process works on a library (`child.rs`); it is killed at any moment, or everything it writes is recorded
//! (`recorder.c`) and played back up to a moment at which the power goes (`replay.rs`). The control takes the syncs away:
//! there the same look must find losses, or it proves nothing.
//!
//! `STOPPRESS_KILLS`, `STOPPRESS_CUTS` and `STOPPRESS_FAULTS` say how many; `cargo dev torture durability` says many.
//! `STOPPRESS_SEED` gives other moments.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "a test says by panicking")]

mod child;
#[path = "../common/mod.rs"]
mod common;
mod replay;

use child::{ACKS, LIBRARY};
use common::dice;
use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};
use stoppress_store::{Store, is_damage, is_sound, recover};

/// Actions of the reader in a recorded run.
const ACTIONS: i64 = 120;

/// The second process; does nothing where it was not asked to be one.
#[test]
fn child_process() {
    if let Some(folder) = std::env::var_os("STOPPRESS_DURABILITY_CHILD") {
        let actions = std::env::var("STOPPRESS_DURABILITY_ACTIONS").unwrap().parse().unwrap();
        child::work(Path::new(&folder), actions);
    }
}

fn how_many(name: &str, usual: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

fn start(folder: &Path, actions: i64, variables: &[(&str, String)]) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["child_process", "--exact", "--nocapture"])
        .env("STOPPRESS_DURABILITY_CHILD", folder)
        .env("STOPPRESS_DURABILITY_ACTIONS", actions.to_string())
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn end(mut process: Child) {
    let mut said = String::new();
    process.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert!(process.wait().unwrap().success(), "the process ends well, but: {said}");
}

/// The library opens, is sound, and holds what was acknowledged.
fn kept(folder: &Path, acks: &str) -> Result<(), String> {
    let store = Store::open(&folder.join(LIBRARY)).map_err(|error| format!("it does not open: {error}"))?;
    let problems = store.check().map_err(|error| format!("it cannot be looked at: {error}"))?;
    if !problems.is_empty() {
        return Err(format!("it is damaged: {problems:?}"));
    }
    let lost = child::lost(&store, acks);
    if lost.is_empty() { Ok(()) } else { Err(format!("{} acknowledged actions are lost: {lost:?}", lost.len())) }
}

#[test]
fn nothing_acknowledged_is_lost_when_the_app_is_killed() {
    let mut dice = dice(how_many("STOPPRESS_SEED", 7) as u64);
    let (mut acknowledged, kills) = (0, how_many("STOPPRESS_KILLS", 50));
    let folder = tempfile::tempdir().unwrap();
    for kill in 0..kills {
        // The library grows from kill to kill; now and then a new one begins, so that its making is killed too.
        if kill % 5 == 0 {
            fs::remove_dir_all(folder.path()).unwrap();
            fs::create_dir(folder.path()).unwrap();
        }
        let mut process = start(folder.path(), i64::MAX, &[]);
        std::thread::sleep(Duration::from_millis(dice(160) as u64 + 5));
        process.kill().unwrap();
        process.wait().unwrap();
        let acks = fs::read_to_string(folder.path().join(ACKS)).unwrap_or_default();
        acknowledged = acknowledged.max(acks.lines().count());
        kept(folder.path(), &acks).unwrap_or_else(|trouble| panic!("after kill {kill}: {trouble}"));
    }
    assert!(acknowledged > 10, "the kills leave time for actions, but only {acknowledged} were acknowledged");
    println!("{kills} kills, up to {acknowledged} acknowledged actions: none lost");
}

/// The recorder as a library that a process can be started with; `None` where there is no C compiler.
fn recorder(folder: &Path) -> Option<PathBuf> {
    let library = folder.join("recorder.so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/durability/recorder.c");
    let mut compile = Command::new("cc");
    compile.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source).args(["-ldl", "-lpthread"]);
    match compile.status() {
        Ok(status) if status.success() => Some(library),
        _ => {
            println!("skipped: power cuts and failing disks: the recorder could not be compiled with cc");
            None
        }
    }
}

struct Recorded {
    folder: tempfile::TempDir,
    changes: Vec<replay::Change>,
}

fn record(more: &[(&str, String)]) -> Option<Recorded> {
    let folder = tempfile::tempdir().unwrap();
    let recorder = recorder(folder.path())?;
    let (profile, log) = (folder.path().join("profile"), folder.path().join("log"));
    fs::create_dir(&profile).unwrap();
    let mut variables = vec![
        ("LD_PRELOAD", recorder.display().to_string()),
        ("RECORD_DIR", profile.display().to_string()),
        ("RECORD_LOG", log.display().to_string()),
    ];
    variables.extend(more.iter().cloned());
    end(start(&profile, ACTIONS, &variables));
    Some(Recorded { changes: replay::read(&log), folder })
}

/// Cuts the power at `cuts` moments and tells what was found after each.
fn cut(recorded: &Recorded, cuts: usize) -> Vec<Result<(), String>> {
    let profile = recorded.folder.path().join("profile");
    let mut dice = dice(how_many("STOPPRESS_SEED", 11) as u64);
    let mut moments: Vec<usize> = (0..cuts).map(|_| dice(recorded.changes.len())).collect();
    moments.sort_unstable();
    let mut disk = replay::Disk::default();
    let (mut found, mut at) = (Vec::new(), 0);
    for moment in moments {
        for change in &recorded.changes[at..moment] {
            disk.change(change);
        }
        at = moment;
        let left = tempfile::tempdir().unwrap();
        disk.power_cut(&profile, left.path(), &mut dice);
        found.push(kept(left.path(), &disk.acks));
    }
    found
}

#[test]
fn nothing_acknowledged_is_lost_when_the_power_goes() {
    let Some(recorded) = record(&[]) else { return };
    let cuts = how_many("STOPPRESS_CUTS", 200);
    let found = cut(&recorded, cuts);
    let bad: Vec<_> = found.iter().filter_map(|found| found.as_ref().err()).collect();
    assert!(bad.is_empty(), "{} of {cuts} power cuts lose something, the first: {}", bad.len(), bad[0]);
    println!("{cuts} power cuts among {} changes of files: nothing acknowledged is lost", recorded.changes.len());
}

#[test]
fn without_syncs_the_same_look_finds_losses() {
    let Some(recorded) = record(&[("RECORD_UNSYNCED", "1".into())]) else { return };
    let found = cut(&recorded, 60);
    let bad = found.iter().filter(|found| found.is_err()).count();
    assert!(bad >= 30, "power cuts without syncs must lose something, but only {bad} of 60 do: the look is blind");
}

#[test]
fn a_disk_that_fails_costs_nothing_acknowledged() {
    let faults = how_many("STOPPRESS_FAULTS", 8);
    for (kind, step) in [("W", 37), ("S", 5), ("O", 1)] {
        for number in 0..faults {
            for stays in [false, true] {
                let mut variables = vec![("FAIL_KIND", kind.to_owned()), ("FAIL_AT", (number * step).to_string())];
                if stays {
                    variables.push(("FAIL_ON", "1".to_owned()));
                }
                let Some(recorded) = record(&variables) else { return };
                let profile = recorded.folder.path().join("profile");
                let acks = fs::read_to_string(profile.join(ACKS)).unwrap_or_default();
                let fault =
                    format!("{kind} {} failed{}", number * step, if stays { " and every one after" } else { "" });
                kept(&profile, &acks).unwrap_or_else(|trouble| panic!("{fault}: {trouble}"));
            }
        }
    }
}

/// A library in which much happened, closed.
fn busy_library(folder: &Path, actions: i64) -> PathBuf {
    end(start(folder, actions, &[]));
    folder.join(LIBRARY)
}

/// Whether a look at the whole file finds nothing.
fn looks_sound(library: &Path) -> bool {
    match Store::open(library) {
        Ok(store) => is_sound(library).unwrap() && store.check().is_ok_and(|problems| problems.is_empty()),
        Err(error) => {
            let expected = is_damage(&error) || matches!(error, stoppress_store::StoreError::ReadOnly(_));
            assert!(expected, "a damaged file is told from other trouble, but: {error}");
            false
        }
    }
}

#[test]
fn a_damaged_library_starts_again_with_what_the_backup_and_the_rest_of_it_hold() {
    let mut dice = dice(23);
    let (folder, damages) = (tempfile::tempdir().unwrap(), how_many("STOPPRESS_DAMAGES", 60));
    let whole = busy_library(folder.path(), 160);
    let acks = fs::read_to_string(folder.path().join(ACKS)).unwrap();
    // The child makes copies as it goes; the first is the oldest.
    let backup = folder.path().join("backup-39");
    let in_backup = Store::open(&backup).unwrap().saved().unwrap();
    assert!(!in_backup.is_empty(), "the backup holds saved articles");
    let bytes = fs::read(&whole).unwrap();
    let (mut recovered, mut salvaged) = (0, 0);
    for damage in 0..damages {
        let place = tempfile::tempdir().unwrap();
        let library = place.path().join(LIBRARY);
        let mut damaged = bytes.clone();
        for _ in 0..=dice(6) {
            let (at, length) = (dice(damaged.len()), 1 + dice(5_000));
            // One in four also hits the beginning, where the file says what it is.
            let at = if dice(4) == 0 { at % 4_096 } else { at };
            let end = (at + length).min(damaged.len());
            damaged[at..end].iter_mut().for_each(|byte| *byte = dice(256) as u8);
        }
        if dice(10) == 0 {
            damaged.truncate(dice(bytes.len()));
        }
        fs::write(&library, damaged).unwrap();
        if looks_sound(&library) {
            continue;
        }
        recovered += 1;
        let backups = if damage % 3 == 0 { vec![] } else { vec![place.path().join("none"), backup.clone()] };
        let outcome = recover(&library, &backups).unwrap_or_else(|error| panic!("damage {damage}: {error}"));
        assert!(outcome.damaged.exists(), "the damaged file is kept");
        let store = Store::open(&library).unwrap();
        assert_eq!(store.check().unwrap(), Vec::<String>::new(), "damage {damage}");
        let saved = store.saved().unwrap();
        if outcome.backup.is_some() {
            for kept in &in_backup {
                assert!(saved.iter().any(|one| one.id == kept.id), "damage {damage}: {} was in the backup", kept.id);
            }
        }
        salvaged += usize::from(saved.len() > in_backup.len());
        store.mark(&[stoppress_model::ArticleId(1)], true, stoppress_model::Timestamp(1)).unwrap();
    }
    assert!(recovered > damages / 3, "most damage is noticed, but only {recovered} of {damages} was");
    assert!(salvaged > 0, "more than the backup holds is salvaged at least now and then");
    println!(
        "{recovered} of {damages} damaged libraries were noticed and recovered, {salvaged} with more than the backup held"
    );
    assert!(acks.lines().count() > 100);
}

#[test]
fn what_happened_since_the_backup_wins_over_it() {
    let folder = tempfile::tempdir().unwrap();
    let library = busy_library(folder.path(), 160);
    let acks = fs::read_to_string(folder.path().join(ACKS)).unwrap();
    {
        let store = Store::open(&library).unwrap();
        // In the backup, and no more since.
        store.set_tags(stoppress_model::ArticleId(1), &["other".to_owned()]).unwrap();
        store.unsave(stoppress_model::ArticleId(2), stoppress_model::Timestamp(1_795_600_100)).unwrap();
    }
    let outcome = recover(&library, &[folder.path().join("backup-39")]).unwrap();
    assert!(outcome.backup.is_some());
    let store = Store::open(&library).unwrap();
    let lost: Vec<String> = child::lost(&store, &acks);
    assert_eq!(lost, ["tag 1", "save 2"], "only what was taken back is gone");
    assert_eq!(store.tags_of(stoppress_model::ArticleId(1)).unwrap()[0].as_str(), "other");
    // What was taken out can still be taken back.
    assert_eq!(
        store.undo(None, stoppress_model::Timestamp(1_795_600_200)).unwrap().action.as_deref(),
        Some("unsave_article")
    );
    assert_eq!(child::lost(&store, &acks), ["tag 1"]);
}

#[test]
fn where_the_pages_that_say_what_is_where_are_lost_everything_else_comes_back_without_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let library = busy_library(folder.path(), 80);
    let saved = Store::open(&library).unwrap().saved().unwrap();
    assert!(saved.len() > 3);
    let schema_pages = {
        let connection = rusqlite::Connection::open(&library).unwrap();
        let mut statement = connection.prepare("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'").unwrap();
        let pages: Vec<u32> = statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
        pages
    };
    let sound = fs::read(&library).unwrap();
    let places =
        [(0, 16), (0, 100)].into_iter().chain(schema_pages.iter().map(|page| ((*page as usize - 1) * 4_096, 4_096)));
    for (at, length) in places {
        let mut damaged = sound.clone();
        damaged[at..at + length].fill(0);
        fs::write(&library, damaged).unwrap();
        let outcome = recover(&library, &[]).unwrap();
        assert_eq!(outcome.saved, saved.len() as u64, "{length} bytes lost at {at}");
        assert_eq!(Store::open(&library).unwrap().saved().unwrap().len(), saved.len());
    }
}

#[test]
fn what_only_the_log_holds_comes_back_too() {
    let folder = tempfile::tempdir().unwrap();
    let library = busy_library(folder.path(), 80);
    let open = Store::open(&library).unwrap();
    open.set_tags(open.saved().unwrap()[0].id, &["only in the log".into()]).unwrap();
    let copy = folder.path().join("copy.sqlite");
    for suffix in ["", "-wal", "-map"] {
        let name = |path: &Path| PathBuf::from(format!("{}{suffix}", path.display()));
        fs::copy(name(&library), name(&copy)).unwrap();
    }
    let mut damaged = fs::read(&copy).unwrap();
    damaged[..4_096].fill(0);
    fs::write(&copy, damaged).unwrap();
    // The log holds no first page that would say it.
    recover(&copy, &[]).unwrap();
    let store = Store::open(&copy).unwrap();
    assert_eq!(store.tags_of(store.saved().unwrap()[0].id).unwrap()[0].as_str(), "only in the log");
}

#[test]
fn another_programs_database_and_one_that_lost_a_table_are_no_libraries_and_stay_as_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let library = busy_library(folder.path(), 20);
    let foreign = folder.path().join("foreign.sqlite");
    let change = |path: &Path, sql: &str| rusqlite::Connection::open(path).unwrap().execute_batch(sql).unwrap();
    change(&foreign, "CREATE TABLE notes (text); INSERT INTO notes VALUES ('mine')");
    let error = Store::open(&foreign).err().unwrap();
    assert!(is_damage(&error), "{error}");
    let notes: i64 = rusqlite::Connection::open(&foreign)
        .unwrap()
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .unwrap();
    assert_eq!(notes, 1, "nothing was made in it");
    for sql in ["PRAGMA user_version = 0", "DROP TABLE saved_tags"] {
        change(&library, sql);
        assert!(is_damage(&Store::open(&library).err().unwrap()), "{sql}");
        let before = recover(&library, &[]).unwrap();
        assert!(before.saved > 0, "{sql}");
    }
}

#[test]
fn a_recovery_that_was_cut_off_is_taken_up_again() {
    let folder = tempfile::tempdir().unwrap();
    let library = busy_library(folder.path(), 80);
    let acks = fs::read_to_string(folder.path().join(ACKS)).unwrap();
    // Half a new library lies there, the old one is in its place: it is begun again.
    fs::write(folder.path().join("library.recovering.sqlite"), "half").unwrap();
    assert!(!stoppress_store::finish_recovery(&library).unwrap());
    recover(&library, &[]).unwrap();
    kept(folder.path(), &acks).unwrap();
    // The old one was moved away, the new one not yet in its place: it goes there.
    fs::rename(&library, folder.path().join("library.recovering.sqlite")).unwrap();
    assert!(stoppress_store::finish_recovery(&library).unwrap());
    kept(folder.path(), &acks).unwrap();
}
