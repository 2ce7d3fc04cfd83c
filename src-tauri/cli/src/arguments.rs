//! The words of the terminal contract.

use clap::{
    CommandFactory, FromArgMatches, Parser, Subcommand,
    builder::{OsStringValueParser, TypedValueParser},
    error::ErrorKind,
};
use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};
use stoppress_model::{ArticleId, ExportFormat, MuteId, NotifyRuleId, WordsMatch};

/// Follow the news, save articles and read them offline, from a terminal.
#[derive(Parser)]
#[command(name = "stoppress-cli", version, about, max_term_width = 100)]
pub(crate) struct Arguments {
    /// The data directory; the window's own where this is not given
    #[arg(long, global = true, env = "STOPPRESS_PROFILE", value_name = "DIR")]
    pub(crate) profile: Option<PathBuf>,
    /// Print JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// Reads the words of the command; the error says what is wrong with them, or is the help that was asked for.
pub(crate) fn read() -> Result<Arguments, clap::Error> {
    let mut command = Arguments::command();
    if std::env::var_os("STOPPRESS_PROFILE").is_some_and(|folder| folder.is_empty()) {
        // Set to nothing is not set. `--profile ''` stays a wrong word: a script may have meant another library.
        command = command.mut_arg("profile", |profile| profile.env(None::<&'static str>));
    }
    let mut arguments = Arguments::from_arg_matches(&command.clone().try_get_matches()?)?;
    if let Verb::ExportSaved { ids, file, .. } = &mut arguments.verb {
        take_file(ids, file).map_err(|wrong| command.error(ErrorKind::ValueValidation, wrong))?;
    }
    Ok(arguments)
}

/// Ids stand one after the other, so the file behind them is taken for one of them.
fn take_file(ids: &mut Vec<IdOrFile>, file: &mut Option<PathBuf>) -> Result<(), String> {
    if file.is_none()
        && let Some(IdOrFile::File(_)) = ids.last()
        && let Some(IdOrFile::File(last)) = ids.pop()
    {
        *file = Some(last);
        if ids.is_empty() {
            return Err("--ids needs an id before FILE".into());
        }
    }
    if let Some(wrong) = ids.iter().find_map(IdOrFile::file) {
        return Err(format!("{} is not an id", wrong.display()));
    }
    if file.is_none() { Err("FILE is missing".into()) } else { Ok(()) }
}

/// An id, or what stands behind the last of them.
#[derive(Clone)]
pub(crate) enum IdOrFile {
    Id(ArticleId),
    File(PathBuf),
}

impl IdOrFile {
    pub(crate) fn id(&self) -> Option<ArticleId> {
        if let IdOrFile::Id(id) = self { Some(*id) } else { None }
    }

    fn file(&self) -> Option<&Path> {
        if let IdOrFile::File(file) = self { Some(file) } else { None }
    }
}

impl From<OsString> for IdOrFile {
    fn from(word: OsString) -> Self {
        match word.to_str().and_then(|word| word.parse().ok()) {
            Some(id) => IdOrFile::Id(id),
            None => IdOrFile::File(word.into()),
        }
    }
}

/// What can be saved: an article of the library, or a page.
#[derive(Clone)]
pub(crate) enum Savable {
    Article(ArticleId),
    Page(String),
}

impl std::str::FromStr for Savable {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text.parse() {
            Ok(id) => Ok(Savable::Article(id)),
            Err(_) if text.contains(['.', ':']) => Ok(Savable::Page(text.to_owned())),
            Err(_) => Err("neither an id nor an address".into()),
        }
    }
}

fn format(word: &str) -> Result<ExportFormat, String> {
    match word {
        "html" => Ok(ExportFormat::Html),
        "markdown" => Ok(ExportFormat::Markdown),
        "epub" => Ok(ExportFormat::Epub),
        "bookmarks" => Ok(ExportFormat::Bookmarks),
        _ => Err("it is one of html, markdown, epub, bookmarks".into()),
    }
}

fn matching(word: &str) -> Result<WordsMatch, String> {
    match word {
        "any" => Ok(WordsMatch::Any),
        "all" => Ok(WordsMatch::All),
        "phrase" => Ok(WordsMatch::Phrase),
        _ => Err("it is one of any, all, phrase".into()),
    }
}

#[derive(Subcommand)]
pub(crate) enum Verb {
    /// Find the feed of a site, page or feed address and follow it
    Follow {
        url: String,
        /// Put it into this folder; one in another is "Tech/News"
        #[arg(long, value_name = "NAME")]
        folder: Option<String>,
        /// Choose among several candidates, counted from 1
        #[arg(long, value_name = "N")]
        pick: Option<usize>,
    },
    /// Say what stands at an address, with the latest headlines, without following it
    Look { url: String },
    /// Stop following a feed; saved articles stay
    Unfollow {
        /// Id or exact address
        feed: String,
    },
    /// Give a feed your own name; without one, its publisher's
    Rename {
        /// Id or exact address
        feed: String,
        title: Option<String>,
    },
    /// Put feeds into a folder; without one, out of any
    Move {
        /// Ids or exact addresses
        #[arg(required = true, value_name = "FEED")]
        feeds: Vec<String>,
        /// Its name; one in another is "Tech/News"
        #[arg(long, value_name = "NAME")]
        folder: Option<String>,
    },
    /// List the followed feeds
    Feeds,
    /// Ask the feeds that are due for news
    Sync {
        /// Only this one, id or exact address
        #[arg(long)]
        feed: Option<String>,
        /// All, whether due or not
        #[arg(long)]
        force: bool,
    },
    /// Ask the publisher of a feed for the articles before those that are here, where it offers them
    Older {
        /// Id or exact address
        feed: String,
    },
    /// Show headlines, newest first
    Ticker {
        /// At most so many; 0 = all
        #[arg(long, default_value_t = 100, value_name = "N")]
        limit: u32,
        /// Only those below this article
        #[arg(long, value_name = "ID")]
        before: Option<ArticleId>,
        /// Only unread ones
        #[arg(long)]
        unread: bool,
        /// Only of this feed, id or exact address
        #[arg(long)]
        feed: Option<String>,
        /// Only of feeds in this folder and those under it
        #[arg(long, value_name = "NAME")]
        folder: Option<String>,
        /// Only of feeds in this language: "pt" takes "pt-BR" too
        #[arg(long, value_name = "TAG")]
        language: Option<String>,
    },
    /// Look for articles: words, "phrases", -exclusions, source: folder: in:saved is:unread lang: tag: before: after:
    Search {
        /// One word of the command line; put quotes around several
        query: String,
        /// At most so many
        #[arg(long, default_value_t = 50, value_name = "N")]
        limit: u32,
        /// The best match first, not the newest
        #[arg(long)]
        ranked: bool,
    },
    /// Show one article
    Article {
        id: ArticleId,
        /// Only the cleaned HTML
        #[arg(long, conflicts_with = "text")]
        html: bool,
        /// Only the text
        #[arg(long)]
        text: bool,
        /// Only Markdown
        #[arg(long, conflicts_with_all = ["html", "text"])]
        markdown: bool,
    },
    /// Show what the publisher changed in an article, the last edit first
    Edits { id: ArticleId },
    /// Show what readers said about an article
    Comments { id: ArticleId },
    /// Save articles, or any pages by their addresses, with their images for reading offline
    Save {
        #[arg(required = true, value_name = "ID|URL")]
        what: Vec<Savable>,
    },
    /// Remove articles from the saved ones
    Unsave {
        #[arg(required = true, value_name = "ID")]
        ids: Vec<ArticleId>,
    },
    /// List the saved articles
    Saved,
    /// Set the tags of a saved article; without any, remove them
    Tag {
        id: ArticleId,
        #[arg(value_name = "TAG")]
        tags: Vec<String>,
    },
    /// Make the newest unread articles readable without a network
    Pack {
        /// At most so many
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        newest: Option<u32>,
        /// At most so many megabytes
        #[arg(long, value_name = "MB")]
        budget: Option<u32>,
    },
    /// Mark articles read
    Read {
        #[arg(required = true, value_name = "ID")]
        ids: Vec<ArticleId>,
    },
    /// Mark articles unread
    Unread {
        #[arg(required = true, value_name = "ID")]
        ids: Vec<ArticleId>,
    },
    /// Leave articles out of the ticker; saved ones stay among the saved
    Hide {
        #[arg(required = true, value_name = "ID")]
        ids: Vec<ArticleId>,
        /// Let them in again
        #[arg(long)]
        show: bool,
    },
    /// Follow every feed of an OPML file
    Import { file: PathBuf },
    /// Write the followed feeds as OPML
    Export {
        file: Option<PathBuf>,
        /// Only those in this folder and under it
        #[arg(long, value_name = "NAME")]
        folder: Option<String>,
    },
    /// Write saved articles with their images into one file
    #[command(override_usage = "stoppress-cli export-saved [OPTIONS] --format <html|markdown|epub|bookmarks> <FILE>")]
    ExportSaved {
        /// A page, Markdown (several of either in a .zip), a book, or the bookmarks of a browser
        #[arg(long, value_name = "html|markdown|epub|bookmarks", value_parser = format)]
        format: ExportFormat,
        /// Only these, saved or not
        #[arg(long, value_name = "ID", num_args = 1.., value_delimiter = ',', value_parser = OsStringValueParser::new().map(IdOrFile::from))]
        ids: Vec<IdOrFile>,
        /// Only those with this tag
        #[arg(long, conflicts_with = "ids")]
        tag: Option<String>,
        #[arg(required_unless_present = "ids")]
        file: Option<PathBuf>,
    },
    /// Everything in one file: what is saved with its images, sources, folders, tags, mutes, rules and settings
    Bag {
        #[command(subcommand)]
        what: Bag,
    },
    /// List the mutes that hold, make one, or remove one
    Mute {
        #[command(subcommand)]
        what: Option<Mute>,
    },
    /// List the rules for notifications, make one, or remove one; the window tells, where Settings say so
    Notify {
        #[command(subcommand)]
        what: Option<Notify>,
    },
    /// Say what Stop Press takes on the disk
    Storage {
        /// Remove images that were only looked at, full texts of articles that were read, and old articles; saved ones stay
        #[arg(long)]
        clean: bool,
    },
    /// Save every page of a list from another app: bookmarks, Pocket, wallabag, FreshRSS, Feedly and others
    ImportSaved { file: PathBuf },
    /// Delete everything: what is saved too, and every copy of the library. It cannot be undone
    DeleteEverything {
        /// Without it, only say what would go
        #[arg(long)]
        yes: bool,
    },
    /// Move the library to another folder, where window and terminal open it from then on
    MoveLibrary { folder: PathBuf },
    /// Look for damage in the library
    Check,
    /// Take the last action back
    Undo,
    /// Do again what was taken back last, where nothing else was done since
    Redo,
    /// Write a complete copy of the library
    Backup { file: PathBuf },
    /// Put a copy back in the place of the library, which is kept beside it
    Restore { file: PathBuf },
    /// List sites that are signed in to, or sign in to one; the password is read from standard input
    SignIn {
        /// Id or address of a feed, or any address of the site
        address: Option<String>,
        /// The name
        #[arg(long)]
        user: Option<String>,
        /// Forget the sign-in instead
        #[arg(long, conflicts_with = "user", requires = "address")]
        remove: bool,
    },
    /// Say or set the proxy: `system`, `direct`, or its address (http, https, socks5, socks5h)
    Proxy { choice: Option<String> },
    /// Ask one feed and say what is found; where it cannot be read, look for its new address
    Doctor {
        /// Id or exact address
        feed: String,
        /// Give it the address that was found at this place, counted from 1
        #[arg(long, value_name = "N")]
        pick: Option<usize>,
    },
    /// Read a feed file and print what is in it, as JSON
    Parse {
        /// `-` or nothing: standard input
        file: Option<PathBuf>,
        /// What relative addresses are relative to
        #[arg(long, value_name = "URL")]
        base: Option<String>,
        /// Read paths on standard input, print one JSON object a line
        #[arg(long, conflicts_with = "file")]
        batch: bool,
    },
    /// Clean HTML and print it
    Clean {
        /// `-` or nothing: standard input
        file: Option<PathBuf>,
        /// What relative addresses are relative to
        #[arg(long, value_name = "URL")]
        base: Option<String>,
    },
    /// Take the article out of a page file and print it, as JSON
    Readable {
        /// `-` or nothing: standard input
        file: Option<PathBuf>,
        /// The address of the page
        #[arg(long)]
        url: String,
        /// Read paths on standard input, print one JSON object a line
        #[arg(long, conflicts_with = "file")]
        batch: bool,
    },
    /// List the feeds that a page offers, without asking anybody, as JSON
    Discover {
        /// `-` or nothing: standard input
        file: Option<PathBuf>,
        /// The address of the page
        #[arg(long)]
        url: String,
    },
}

/// What is done with a bag.
#[derive(Subcommand)]
pub(crate) enum Bag {
    /// Write one; its index.html is for any browser
    Export { file: PathBuf },
    /// Take one in: it joins what is here, and nothing is lost on either side
    Import { file: PathBuf },
}

/// What is done with mutes.
#[derive(Subcommand)]
pub(crate) enum Mute {
    /// Leave stories out of the ticker: by words of their headlines, a writer, or a source. Saved ones are never muted
    #[command(group = clap::ArgGroup::new("by").required(true).args(["words", "author", "source"]))]
    Add {
        /// Words that stand one after the other in the headline
        #[arg(long, value_name = "WORDS")]
        words: Option<String>,
        /// The name of a writer
        #[arg(long, value_name = "NAME")]
        author: Option<String>,
        /// A feed, by its id or exact address
        #[arg(long, value_name = "FEED")]
        source: Option<String>,
        /// Words or a writer only in this feed, by its id or exact address
        #[arg(long, value_name = "FEED", conflicts_with = "source")]
        feed: Option<String>,
        /// For so many days; without it, until it is removed
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=3650))]
        days: Option<u32>,
        /// Only say how many of the newest 5,000 stories it would leave out
        #[arg(long)]
        count: bool,
    },
    /// Remove a mute; its stories come back where they were
    Remove { id: MuteId },
}

/// What is done with rules for notifications.
#[derive(Subcommand)]
pub(crate) enum Notify {
    /// Tell of stories: by words of their headlines, a source, or a folder
    #[command(group = clap::ArgGroup::new("by").required(true).args(["words", "source", "folder"]))]
    Add {
        /// Words of the headline
        #[arg(long, value_name = "WORDS")]
        words: Option<String>,
        /// Whether one of the words is enough, all are wanted, or all one after the other
        #[arg(long = "match", value_name = "any|all|phrase", conflicts_with_all = ["source", "folder"], value_parser = matching)]
        matching: Option<WordsMatch>,
        /// A feed, by its id or exact address
        #[arg(long, value_name = "FEED")]
        source: Option<String>,
        /// The feeds in a folder and those under it
        #[arg(long, value_name = "NAME")]
        folder: Option<String>,
    },
    /// Remove a rule
    Remove { id: NotifyRuleId },
}
