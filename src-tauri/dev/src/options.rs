//! The few options, read by hand: a parser crate would take longer to compile than all of this.

use std::path::PathBuf;
use std::time::Duration;

/// What stood behind the command. Each command uses what it knows.
#[derive(Debug, Default)]
pub struct Options {
    /// `--yes`, or `CI=true`: install without asking.
    pub yes: bool,
    /// `--release`: optimised.
    pub release: bool,
    /// `--check`: ask the servers.
    pub check: bool,
    /// `--profile DIR`.
    pub profile: Option<PathBuf>,
    /// `--screenshot FILE`.
    pub screenshot: Option<PathBuf>,
    /// `--feeds DIR`.
    pub feeds: Option<PathBuf>,
    /// `--config FILE`.
    pub config: Option<PathBuf>,
    /// `--only WORD`.
    pub only: Option<String>,
    /// `--every SECONDS`.
    pub every: Option<Duration>,
    /// `--rounds N`: pairs that a figure is the median of.
    pub rounds: Option<usize>,
    /// Everything else, in order.
    pub rest: Vec<String>,
}

impl Options {
    /// Reads the words behind the command; the error is a sentence.
    pub fn read(mut words: impl Iterator<Item = String>) -> Result<Options, String> {
        let mut options = Options { yes: is_ci(), ..Options::default() };
        while let Some(word) = words.next() {
            let (name, given) = match word.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name.to_owned(), Some(value.to_owned())),
                _ => (word, None),
            };
            let mut value = || given.clone().or_else(|| words.next()).ok_or_else(|| format!("{name} needs a value."));
            match name.as_str() {
                "--yes" | "-y" => options.yes = true,
                "--release" => options.release = true,
                "--check" => options.check = true,
                "--profile" => options.profile = Some(value()?.into()),
                "--screenshot" => options.screenshot = Some(value()?.into()),
                "--feeds" => options.feeds = Some(value()?.into()),
                "--config" => options.config = Some(value()?.into()),
                "--only" => options.only = Some(value()?),
                "--rounds" => {
                    let text = value()?;
                    let rounds = text.parse().ok().filter(|rounds| (1..100).contains(rounds));
                    options.rounds =
                        Some(rounds.ok_or_else(|| format!("--rounds wants a small number, not {text:?}."))?);
                }
                "--every" => {
                    let text = value()?;
                    let seconds = text.parse().ok().filter(|seconds: &f64| *seconds > 0.0 && *seconds < 1e6);
                    let seconds = seconds.ok_or_else(|| format!("--every wants seconds, not {text:?}."))?;
                    options.every = Some(Duration::from_secs_f64(seconds));
                }
                "--" => options.rest.extend(words.by_ref()),
                other if other.starts_with("--") => return Err(format!("{other} is no option of cargo dev.")),
                _ => options.rest.push(name),
            }
        }
        Ok(options)
    }
}

/// Whether nobody is there to answer: the convention of build services.
pub fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Options, String> {
        Options::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_come_in_both_spellings_and_any_order() {
        let options = read("window --every=0.5 --feeds some/folder --yes -- --profile").expect("good options");
        assert_eq!(options.every, Some(Duration::from_millis(500)));
        assert_eq!(options.feeds, Some(PathBuf::from("some/folder")));
        assert!(options.yes && options.profile.is_none());
        assert_eq!(options.rest, ["window", "--profile"]);
    }

    #[test]
    fn a_wrong_option_is_named() {
        assert!(read("--evry 3").unwrap_err().contains("--evry"));
        assert!(read("--every soon").unwrap_err().contains("soon"));
        assert!(read("--profile").unwrap_err().contains("--profile"));
    }
}
