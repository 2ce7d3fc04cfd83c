//! Other programs that fetch the same feeds: curl as the floor, newsboat and sfeed as peers where they are installed.

use std::path::Path;
use std::process::Command;

use super::super::process::Run;
use super::super::write;
use super::material::Papers;

/// Requests that curl has under way at once in the rows without latency.
const CURL_AT_ONCE: usize = 256;

/// curl fetching every address; `known` = with the marks of what it has fetched before.
pub fn curl(papers: &Papers, known: bool, at_once: Option<usize>) -> Result<Run, String> {
    let list = papers.curl_list(known)?;
    let at_once = at_once.unwrap_or(CURL_AT_ONCE).to_string();
    let mut command = Command::new("curl");
    command.args(["--no-progress-meter", "--parallel", "--parallel-max", &at_once, "--compressed", "--silent"]);
    checked(Run::of(command.arg("--config").arg(list), b"")?, "curl")
}

fn checked(run: Run, name: &str) -> Result<Run, String> {
    if run.fine { Ok(run) } else { Err(format!("{name} did not end well.")) }
}

/// True where a program can be started.
pub fn is_there(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|paths| std::env::split_paths(&paths).any(|folder| folder.join(program).is_file()))
}

/// newsboat reloading everything, in a folder that keeps what it knows.
pub fn newsboat(papers: &Papers, folder: &Path) -> Result<Run, String> {
    write(&folder.join("config"), "reload-threads 50\nmax-items 0\n")?;
    let file = |name: &str| folder.join(name);
    let mut command = Command::new("newsboat");
    command.arg("-C").arg(file("config")).arg("-u").arg(papers.folder.join("urls")).arg("-c").arg(file("cache.db"));
    checked(Run::of(command.args(["-x", "reload"]), b"")?, "newsboat")
}

/// `sfeed_update` as Debian ships it.
pub fn sfeed(papers: &Papers, folder: &Path) -> Result<Run, String> {
    let urls = std::fs::read_to_string(papers.folder.join("urls")).unwrap_or_default();
    let feeds: String =
        urls.lines().enumerate().map(|(number, url)| format!("\tfeed \"Courier {number}\" \"{url}\"\n")).collect();
    let settings = folder.join("sfeedrc");
    write(&settings, &format!("sfeedpath=\"{}\"\nfeeds() {{\n{feeds}}}\n", folder.join("sfeeds").display()))?;
    Run::of(Command::new("sfeed_update").arg(settings), b"")
}
