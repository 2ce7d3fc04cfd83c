//! `cargo dev demo`: the window over a newsroom on loopback that keeps publishing, in a profile of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant, SystemTime};

use stoppress_support::{Display, Driver, Newsroom, Response, Site, TemporaryFolder};

use crate::app::{self, SCREEN, Window};
use crate::options::Options;
use crate::setup::{self, Need};
use crate::{place, steps};

/// What the demonstration follows.
enum Source {
    /// Our own newspapers.
    Newsroom(Newsroom),
    /// A folder of feed files, served as they are.
    Folder { site: Site, opml: String },
}

/// Runs the command.
pub fn run(options: &Options) -> Result<ExitCode, String> {
    let shown = setup::has_display() && options.screenshot.is_none();
    let need = match (shown, &options.screenshot) {
        (true, _) => Need::Compile,
        (false, Some(_)) => Need::Test,
        (false, None) => Need::Show,
    };
    setup::prepare(need, options)?;
    let binary = app::build(options.release)?;
    let cli = Cli { program: place::built("stoppress-cli", options.release), profile: PathBuf::new() };

    let source = match &options.feeds {
        Some(folder) => serve_folder(folder)?,
        None => Source::Newsroom(Newsroom::open(SystemTime::now())),
    };
    let temporary = TemporaryFolder::new("demo");
    let profile = match &options.profile {
        Some(profile) => app::absolute(profile)?,
        None => temporary.join("profile"),
    };
    let cli = Cli { profile: profile.clone(), ..cli };
    follow(&cli, &source, temporary.path())?;

    if let Some(file) = &options.screenshot {
        take_picture(&binary, &profile, &source, file)?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut command = Command::new(&binary);
    command.env("STOPPRESS_PROFILE", &profile);
    let display = if shown {
        None
    } else {
        println!("There is no display here, so the window opens on one in memory; use --screenshot FILE to see it.");
        Some(Display::start(SCREEN.0, SCREEN.1)?)
    };
    let window = match &display {
        Some(display) => Window::open(command, display)?,
        None => Window(command.spawn().map_err(|error| format!("could not open the window: {error}."))?),
    };
    keep_publishing(window, &cli, &source, options.every.unwrap_or(Duration::from_secs(5)))
}

/// Follows everything and fetches it, as a reader would with an OPML file.
fn follow(cli: &Cli, source: &Source, folder: &Path) -> Result<(), String> {
    let opml = match source {
        Source::Newsroom(newsroom) => newsroom.opml(),
        Source::Folder { opml, .. } => opml.clone(),
    };
    let file = folder.join("all.opml");
    std::fs::write(&file, opml).map_err(|error| format!("could not write {}: {error}.", file.display()))?;
    steps::run("Following every feed", cli.verb(&["import"]).arg(&file))?;
    // A folder of odd feeds has some that fail; the window shows which, so that is no reason to stop.
    if let Err(sentence) = steps::run("Fetching them", &mut cli.verb(&["sync", "--force"])) {
        println!("  {sentence}\n  The window shows them under Sources.");
    }
    Ok(())
}

/// Publishes a story and fetches it, again and again, until the window is closed.
fn keep_publishing(mut window: Window, cli: &Cli, source: &Source, every: Duration) -> Result<ExitCode, String> {
    println!("▸ The window is open; close it to end.");
    let mut next = Instant::now() + every;
    loop {
        if let Some(status) = window.0.try_wait().map_err(|error| format!("the window was lost: {error}."))? {
            return Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        if Instant::now() >= next {
            next += every;
            if let Source::Newsroom(newsroom) = source
                && let Some(story) = newsroom.publish_next(SystemTime::now())
            {
                println!("  {}: {}", story.publication, story.title);
                let fetched = cli.verb(&["sync", "--force", "--feed", &story.feed]).output();
                if let Ok(output) = fetched.as_ref()
                    && !output.status.success()
                {
                    println!("  could not fetch it: {}", String::from_utf8_lossy(&output.stderr).trim());
                }
            }
        }
        // The window's end and the next story are both waited for; the shorter of the two decides.
        std::thread::sleep(next.saturating_duration_since(Instant::now()).min(Duration::from_millis(200)));
    }
}

/// Opens the window on a display in memory, opens a story with a picture where there is one, and takes the picture.
fn take_picture(binary: &Path, profile: &Path, source: &Source, file: &Path) -> Result<(), String> {
    let display = Display::start(SCREEN.0, SCREEN.1)?;
    let folder = TemporaryFolder::new("demo-log");
    let driver = Driver::start(display.name(), binary, &[("STOPPRESS_PROFILE", profile)], &folder.join("window.log"))?;
    driver.resize(SCREEN.0, SCREEN.1)?;
    driver.element("[role=option]", None)?;
    if let Source::Newsroom(newsroom) = source {
        let publications = newsroom.publications();
        let leading = publications.first().and_then(|paper| paper.stories.iter().find(|story| story.picture.is_some()));
        if let Some(story) = leading {
            let row = driver.element("[role=option]", Some(&story.title))?;
            driver.click(&row)?;
            driver.wait("the picture of the story", PICTURE_IS_THERE, &[])?;
        }
    }
    app::photograph(&display, file)?;
    driver.quit()
}

/// Whether a picture has been loaded anywhere in the page, the closed worlds of shadow roots included.
const PICTURE_IS_THERE: &str = r#"
    const roots = [document, ...[...document.querySelectorAll("*")].map((e) => e.shadowRoot).filter(Boolean)];
    return roots.some((root) => [...root.querySelectorAll("img")].some((img) => img.naturalWidth > 300));
"#;

fn serve_folder(folder: &Path) -> Result<Source, String> {
    let site = Site::start();
    let mut opml = String::from("<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><body>\n");
    let unreadable = |error: std::io::Error| format!("could not read the folder {}: {error}.", folder.display());
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .map_err(unreadable)?
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    for (number, file) in files.iter().enumerate() {
        let body = std::fs::read(file).map_err(unreadable)?;
        let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let media_type = if extension == "json" { "application/feed+json" } else { "application/xml" };
        let path = format!("/{number}/feed");
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let name = name.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        opml.push_str(&format!("<outline type=\"rss\" text=\"{name}\" xmlUrl=\"{}\"/>\n", site.url(&path)));
        site.publish(&path, Response::ok(media_type, body).with_validators().gzipped());
    }
    if files.is_empty() {
        return Err(format!("There is no file in {}.", folder.display()));
    }
    println!("▸ Serving {} files of {}", files.len(), folder.display());
    opml.push_str("</body></opml>\n");
    Ok(Source::Folder { site, opml })
}

/// The terminal face with a profile.
struct Cli {
    program: PathBuf,
    profile: PathBuf,
}

impl Cli {
    fn verb(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("--profile").arg(&self.profile).args(words);
        command
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        match self {
            Source::Newsroom(newsroom) => newsroom.site().stop(),
            Source::Folder { site, .. } => site.stop(),
        }
    }
}
