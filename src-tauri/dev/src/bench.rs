//! `cargo dev bench`: figures, each beside a floor measured in the same run.
//!
//! A figure is the median over pairs: the program and its floor, one after the other, so that a busy machine slows
//! both. Nothing here passes or fails; the promises are in `cargo dev test`.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant, SystemTime};

use stoppress_support::{Display, Newsroom, Response, Site, TemporaryFolder, rfc822};

use crate::app::{SCREEN, Window};
use crate::options::Options;
use crate::setup::{self, Need};
use crate::{place, steps};

const ROUNDS: usize = 5;

/// Runs the command: the named figures, or all.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    let known = ["feeds", "window"];
    if let Some(other) = options.rest.iter().find(|word| !known.contains(&word.as_str())) {
        return Err(format!("There are no figures called {other:?}; there are: {}.", known.join(", ")));
    }
    let wanted = |name: &str| options.rest.is_empty() || options.rest.iter().any(|word| word == name);
    setup::prepare(if wanted("window") { Need::Show } else { Need::Compile }, options)?;
    if wanted("window") {
        setup::build_page()?;
    }
    let mut build = setup::cargo();
    build.args(["build", "--release", "--package", "stoppress-cli"]);
    if wanted("window") {
        build.args(["--package", "stoppress"]);
    }
    steps::run("Compiling, optimised", &mut build)?;
    if wanted("feeds") {
        feeds(1_000)?;
    }
    if wanted("window") {
        window()?;
    }
    Ok(ExitCode::SUCCESS)
}

/// `sync` of many loopback feeds beside curl fetching the same addresses.
fn feeds(count: usize) -> Result<(), String> {
    println!("▸ {count} feeds of 20 articles on loopback, {ROUNDS} rounds");
    let (site, opml, addresses) = many_feeds(count, SystemTime::now());
    let folder = TemporaryFolder::new("bench-feeds");
    let (opml_file, list) = (folder.join("all.opml"), folder.join("curl.txt"));
    write(&opml_file, &opml)?;
    let lines: String = addresses.iter().map(|url| format!("url = \"{url}\"\noutput = \"/dev/null\"\n")).collect();
    write(&list, &lines)?;
    let (mut first, mut again, mut floor) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        let profile = folder.join(&format!("profile-{round}"));
        let cli = |words: &[&str]| {
            let mut command = Command::new(place::built("stoppress-cli", true));
            command.arg("--profile").arg(&profile).args(words);
            command
        };
        timed(cli(&["import"]).arg(&opml_file))?;
        floor.push(timed(Command::new("curl").args(CURL).arg("--config").arg(&list))?);
        first.push(timed(&mut cli(&["sync", "--force"]))?);
        again.push(timed(&mut cli(&["sync", "--force"]))?);
    }
    println!("  asked {} times over {} connections", site.requests().len(), site.connections());
    line("curl --parallel --compressed", &floor, None);
    line("sync, everything new", &first, Some(&floor));
    line("sync, nothing changed", &again, Some(&floor));
    Ok(())
}

const CURL: [&str; 6] = ["--parallel", "--parallel-max", "256", "--compressed", "--silent", "--show-error"];

/// Start of the window to its first painted rows, and the memory of all its processes.
fn window() -> Result<(), String> {
    println!("▸ The window over a newsroom, {ROUNDS} starts with everything in the page cache");
    let newsroom = Newsroom::open(SystemTime::now());
    let folder = TemporaryFolder::new("bench-window");
    let (opml, profile) = (folder.join("all.opml"), folder.join("profile"));
    write(&opml, &newsroom.opml())?;
    for words in [&["import"][..], &["sync", "--force"]] {
        let mut command = Command::new(place::built("stoppress-cli", true));
        command.arg("--profile").arg(&profile).args(words);
        if words[0] == "import" {
            command.arg(&opml);
        }
        timed(&mut command)?;
    }
    let display = Display::start(SCREEN.0, SCREEN.1)?;
    let (app, empty) = (place::built("stoppress", true), build_empty_window()?);
    let (mut starts, mut floor, mut memory, mut floor_memory) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..=ROUNDS {
        let (painted, bytes) = one_start(&display, &app, &profile)?;
        let (floor_painted, floor_bytes) = one_start(&display, &empty, &profile)?;
        // The first round fills the page cache.
        if round > 0 {
            starts.push(painted);
            floor.push(floor_painted);
            memory.push(bytes as f64);
            floor_memory.push(floor_bytes as f64);
        }
    }
    line("empty Tauri window, first frame painted", &floor, None);
    line("Stop Press, first rows painted", &starts, Some(&floor));
    println!("  memory of all processes (PSS), empty window: {}", steps::size(median(floor_memory) as u64));
    println!("  memory of all processes (PSS), Stop Press: {}", steps::size(median(memory) as u64));
    Ok(())
}

/// Compiles the floor, with the versions that the app uses.
fn build_empty_window() -> Result<PathBuf, String> {
    let folder = place::root().join("tests/bench/empty-window");
    let (from, to) = (place::root().join("Cargo.lock"), folder.join("Cargo.lock"));
    std::fs::copy(&from, &to).map_err(|error| format!("could not copy {}: {error}.", from.display()))?;
    let target = place::target().join("empty-window");
    let mut build = setup::cargo();
    build.current_dir(&folder).args(["build", "--release", "--target-dir"]).arg(&target);
    steps::run("Compiling the empty window (some minutes the first time)", &mut build)?;
    Ok(target.join("release/empty-window"))
}

/// One start: from before the process exists to the line in which the window says that it has painted, and the memory
/// of the whole family then.
fn one_start(display: &Display, program: &Path, profile: &Path) -> Result<(Duration, u64), String> {
    let mut command = Command::new(program);
    command.env("STOPPRESS_PROFILE", profile).env("STOPPRESS_TIMING", "1").stdout(Stdio::null()).stderr(Stdio::piped());
    let began = Instant::now();
    let mut window = Window::open(command, display)?;
    let errors = window.0.stderr.take().ok_or("the window has no error output")?;
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(errors).lines().map_while(Result::ok) {
            if line.contains("first rows painted") {
                let _ = tell.send(Instant::now());
            }
        }
    });
    let painted = told
        .recv_timeout(Duration::from_secs(60))
        .map_err(|_| format!("{} did not say \"first rows painted\" within 60 s.", program.display()))?;
    let bytes = family(window.0.id()).into_iter().map(proportional_bytes).sum();
    Ok((painted - began, bytes))
}

/// A process and everything it started, by the parent's number in /proc.
fn family(first: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|process: u32| {
            let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
            // The name in brackets may hold spaces; the parent is the second word behind it.
            Some((process, stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?))
        })
        .collect();
    let mut members = vec![first];
    let mut next = 0;
    while let Some(parent) = members.get(next).copied() {
        members.extend(parents.iter().filter(|(_, its)| *its == parent).map(|(process, _)| *process));
        next += 1;
    }
    members
}

/// Memory of a process with shared pages divided among their users; nought when it has just ended.
fn proportional_bytes(process: u32) -> u64 {
    let rollup = std::fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let pss = rollup.lines().find_map(|line| line.strip_prefix("Pss:")?.split_whitespace().next()?.parse::<u64>().ok());
    pss.unwrap_or_default() * 1024
}

/// A site with feeds that differ in every article, their OPML and their addresses.
fn many_feeds(count: usize, now: SystemTime) -> (Site, String, Vec<String>) {
    let site = Site::start();
    let mut opml = String::from("<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><body>\n");
    let mut addresses = Vec::new();
    for feed in 0..count {
        let mut text = format!("<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>Feed {feed}</title>\n");
        for article in 0..20_u64 {
            let date = rfc822(now - Duration::from_secs(article * 3_600 + feed as u64));
            text.push_str(&format!(
                "<item><guid isPermaLink=\"false\">{feed}-{article}</guid><title>Report {article} from district {feed}</title>\
                 <link>http://127.0.0.1/{feed}/{article}</link><pubDate>{date}</pubDate><description>&lt;p&gt;The tide of \
                 district {feed} rose by {article} centimetres overnight. {}&lt;/p&gt;</description></item>\n",
                "The harbour office had expected less and moved two boats. ".repeat(6)
            ));
        }
        text.push_str("</channel></rss>\n");
        let path = format!("/{feed}/feed.xml");
        site.publish(&path, Response::rss(text).with_validators());
        opml.push_str(&format!("<outline type=\"rss\" text=\"Feed {feed}\" xmlUrl=\"{}\"/>\n", site.url(&path)));
        addresses.push(site.url(&path));
    }
    opml.push_str("</body></opml>\n");
    (site, opml, addresses)
}

/// Runs a command without showing its output; how long it took.
fn timed(command: &mut Command) -> Result<Duration, String> {
    let began = Instant::now();
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|error| format!("could not start {}: {error}.", steps::line_of(command)))?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        return Err(format!("{} ended with {}: {}", steps::line_of(command), output.status, words.trim()));
    }
    Ok(began.elapsed())
}

/// One line of figures: the median with its span, and the median of the ratios to the floor, pair by pair.
fn line(name: &str, lengths: &[Duration], floor: Option<&[Duration]>) {
    let millis: Vec<f64> = lengths.iter().map(|length| length.as_secs_f64() * 1e3).collect();
    let (low, high) = millis.iter().fold((f64::MAX, 0.0_f64), |(low, high), ms| (low.min(*ms), high.max(*ms)));
    let ratio = floor.map(|floor| {
        let ratios =
            lengths.iter().zip(floor).map(|(length, floor)| length.as_secs_f64() / floor.as_secs_f64().max(1e-9));
        format!(", {:.2} times the floor", median(ratios.collect()))
    });
    println!("  {name}: {:.0} ms ({low:.0} to {high:.0}){}", median(millis), ratio.unwrap_or_default());
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn write(file: &PathBuf, text: &str) -> Result<(), String> {
    std::fs::write(file, text).map_err(|error| format!("could not write {}: {error}.", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_one() {
        assert_eq!(median(vec![9.0, 1.0, 5.0]), 5.0);
        assert_eq!(median(vec![]), 0.0);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_family_holds_the_process_itself_and_its_memory_is_known() {
        let own = std::process::id();
        assert!(family(own).contains(&own));
        assert!(proportional_bytes(own) > 100_000);
    }
}
