//! What a round of checks costs: everything new, nothing new, some news, with latency, in memory.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::Value;
use stoppress_support::Manner;

use super::super::median;
use super::super::process::Run;
use super::material::{Papers, feed};
use super::{Setting, bar, peers, skipped};
use crate::place;

const FEEDS: usize = 1_000;
/// Requests of curl at once in the rows with latency.
const WITH_LATENCY: usize = 300;
const LATENCY: (u64, u64) = (50, 150);
/// Feeds that change in the row of changes.
const CHANGED: usize = 100;

/// The engine of the app over a profile, and what it told.
pub struct Sync {
    pub run: Run,
    told: Value,
}

impl Sync {
    pub fn figure(&self, name: &str) -> Option<f64> {
        self.told[name].as_f64()
    }

    /// Refuses a run that did not do what the row is about.
    pub fn expecting(self, name: &str, number: usize) -> Result<Sync, String> {
        if self.told[name].as_u64() == Some(number as u64) {
            return Ok(self);
        }
        Err(format!("a run was to end with {number} {name}, and ended with {}.", self.told))
    }
}

/// Brings the papers' list into a new profile.
pub fn fresh_profile(papers: &Papers, name: &str) -> Result<PathBuf, String> {
    let profile = papers.folder.join(name);
    let _ = std::fs::remove_dir_all(&profile);
    engine(&profile, &["import", &papers.opml().to_string_lossy()])?;
    Ok(profile)
}

/// Asks every feed of a profile.
pub fn sync(profile: &Path, flags: &[&str]) -> Result<Sync, String> {
    engine(profile, &[&["sync"], flags].concat())
}

fn engine(profile: &Path, words: &[&str]) -> Result<Sync, String> {
    let mut command = Command::new(place::built("examples/sync_time", true));
    let run = Run::of(command.arg(profile).args(words), b"")?;
    let told = serde_json::from_slice(&run.output).unwrap_or_default();
    if run.fine { Ok(Sync { run, told }) } else { Err(format!("sync_time {} did not end well.", words.join(" "))) }
}

/// The median of the ratios, pair by pair.
fn ratio(ours: &[Duration], theirs: &[Duration]) -> f64 {
    median(ours.iter().zip(theirs).map(|(one, other)| one.as_secs_f64() / other.as_secs_f64().max(1e-9)).collect())
}

fn seconds(lengths: &[Duration]) -> f64 {
    median(lengths.iter().map(Duration::as_secs_f64).collect())
}

fn beside(name: &str, ours: &[Duration], theirs: &[Duration], other: &str, most: f64) {
    let ratio = ratio(ours, theirs);
    let figure = format!("{ratio:.2} times {other} ({:.3} s beside {:.3} s)", seconds(ours), seconds(theirs));
    bar(name, &figure, &format!("{most:.3} times"), ratio <= most);
}

/// Everything new with the index of the search, then nothing new, each beside curl and beside the peers.
pub fn first_and_second(setting: &Setting) -> Result<(), String> {
    println!("▸ {FEEDS} feeds of 30 articles on {FEEDS} origins, {} rounds", setting.rounds);
    let papers = Papers::open(FEEDS, FEEDS)?;
    let (mut first, mut second) = (Pairs::default(), Pairs::default());
    let (mut shown, mut early) = (Vec::new(), true);
    for round in 0..setting.rounds {
        let profile = fresh_profile(&papers, &format!("profile-{round}"))?;
        let floor = peers::curl(&papers, false, None)?;
        let ours = sync(&profile, &["--index"])?.expecting("new_articles", FEEDS * 30)?;
        shown.extend(ours.figure("first_millis"));
        early &= ours.figure("listed_millis") < ours.figure("millis");
        first.push(ours, floor);
        let floor = peers::curl(&papers, true, None)?;
        second.push(sync(&profile, &[])?.expecting("unchanged", FEEDS)?, floor);
    }
    beside("first sync with the index, processor", &first.our_cpu, &first.their_cpu, "curl", 10.0);
    beside("first sync with the index, wall", &first.our_wall, &first.their_wall, "curl", f64::INFINITY);
    let shown = median(shown);
    bar("first articles in the ticker", &format!("{shown:.0} ms"), "300 ms", shown <= 300.0);
    bar("the list is complete before the index", if early { "yes" } else { "no" }, "yes", early);
    beside("second sync, all 304, processor", &second.our_cpu, &second.their_cpu, "curl", 2.0);
    beside_peers(&papers, seconds(&first.our_cpu), seconds(&second.our_cpu))
}

/// Peers take half a minute each, so they are run once.
fn beside_peers(papers: &Papers, first: f64, second: f64) -> Result<(), String> {
    let once = |name: &str, ours: f64, theirs: &Run, least: f64| {
        let theirs = theirs.cpu.as_secs_f64();
        let figure =
            format!("1/{:.1} of its processor time ({ours:.3} s beside {theirs:.2} s)", theirs / ours.max(1e-9));
        bar(name, &figure, &format!("1/{least:.0}"), ours * least <= theirs);
    };
    let folder = stoppress_support::TemporaryFolder::new("bench-peers");
    if peers::is_there("newsboat") {
        let run = peers::newsboat(papers, &folder.join(""))?;
        once("first sync beside newsboat, one run", first, &run, 5.0);
        let run = peers::newsboat(papers, &folder.join(""))?;
        once("second sync beside newsboat, one run", second, &run, 60.0);
    } else {
        skipped("newsboat", "it is not installed");
    }
    if peers::is_there("sfeed_update") {
        once("first sync beside sfeed_update, one run", first, &peers::sfeed(papers, &folder.join(""))?, 5.0);
    } else {
        skipped("sfeed_update", "it is not installed");
    }
    Ok(())
}

/// The same with 50 to 150 milliseconds before each answer.
pub fn latency(setting: &Setting) -> Result<(), String> {
    println!("▸ The same with {} to {} ms before each answer, {} rounds", LATENCY.0, LATENCY.1, setting.rounds);
    let papers = Papers::open(FEEDS, FEEDS)?;
    papers.origins.delay(Some(LATENCY));
    let (mut first, mut second) = (Pairs::default(), Pairs::default());
    for round in 0..setting.rounds {
        let profile = fresh_profile(&papers, &format!("profile-{round}"))?;
        let floor = peers::curl(&papers, false, Some(WITH_LATENCY))?;
        first.push(sync(&profile, &[])?.expecting("new_articles", FEEDS * 30)?, floor);
        let floor = peers::curl(&papers, true, Some(WITH_LATENCY))?;
        second.push(sync(&profile, &[])?.expecting("unchanged", FEEDS)?, floor);
    }
    beside("first sync, wall", &first.our_wall, &first.their_wall, "curl with 300 at once", f64::INFINITY);
    beside("second sync, all 304, wall", &second.our_wall, &second.their_wall, "curl with 300 at once", 1.3);
    Ok(())
}

/// A hundred of a thousand feeds bring two new articles each.
pub fn changed(setting: &Setting) -> Result<(), String> {
    println!("▸ {CHANGED} of {FEEDS} feeds changed, {} rounds", setting.rounds);
    let papers = Papers::open(FEEDS, FEEDS)?;
    let profile = fresh_profile(&papers, "profile")?;
    sync(&profile, &["--index"])?.expecting("new_articles", FEEDS * 30)?;
    let (mut news, mut none) = (Vec::new(), Vec::new());
    for round in 0..setting.rounds {
        none.push(sync(&profile, &[])?.expecting("unchanged", FEEDS)?.run.cpu);
        for number in 0..CHANGED {
            papers.publish(number * 10, Manner::feed(feed(number * 10, round + 1)));
        }
        news.push(sync(&profile, &[])?.expecting("new_articles", CHANGED * 2)?.run.cpu);
    }
    let allowed = 2.0 * seconds(&none) + 0.002 * CHANGED as f64;
    let figure = format!("{:.3} s of processor; all 304: {:.3} s", seconds(&news), seconds(&none));
    bar("some news", &figure, &format!("{allowed:.3} s"), seconds(&news) <= allowed);
    Ok(())
}

/// The most memory of a first sync.
pub fn memory(_: &Setting) -> Result<(), String> {
    println!("▸ Peak memory of a first sync, one run each");
    for (count, most) in [(1_000, 64.0), (5_000, 80.0)] {
        let papers = Papers::open(count, count)?;
        let profile = fresh_profile(&papers, "profile")?;
        let ours = sync(&profile, &[])?.expecting("new_articles", count * 30)?;
        let peak = megabytes(&ours.run);
        bar(&format!("{count} feeds"), &format!("{peak:.0} MB"), &format!("{most} MB"), peak <= most);
    }
    Ok(())
}

pub fn megabytes(run: &Run) -> f64 {
    run.peak_bytes as f64 / 1e6
}

/// Our runs and the runs beside them.
#[derive(Default)]
struct Pairs {
    our_cpu: Vec<Duration>,
    our_wall: Vec<Duration>,
    their_cpu: Vec<Duration>,
    their_wall: Vec<Duration>,
}

impl Pairs {
    fn push(&mut self, ours: Sync, theirs: Run) {
        self.our_cpu.push(ours.run.cpu);
        self.our_wall.push(ours.run.wall);
        self.their_cpu.push(theirs.cpu);
        self.their_wall.push(theirs.wall);
    }
}
