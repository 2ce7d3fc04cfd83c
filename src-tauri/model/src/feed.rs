use crate::{FeedId, FeedSettings, PlainText, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A followed source, as the source list and `stoppress-cli feeds` show it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Feed {
    /// Its id in this profile.
    pub id: FeedId,
    /// The reader's own name for it, else the publisher's, else its host.
    pub title: PlainText,
    /// The address that is asked.
    pub url: String,
    /// The publisher's site.
    pub home_url: Option<String>,
    /// The site's icon: a key of 64 hex digits in the terminal, a `media:` address in the window; `None` = there is none.
    pub icon: Option<String>,
    /// The path of the folder it is in, see [`folder`](crate::folder).
    pub folder: Option<PlainText>,
    /// BCP 47 tag as the feed gives it.
    pub language: Option<String>,
    /// Unread articles, kept by the store, not counted.
    #[ts(type = "number")]
    pub unread: u64,
    /// All its articles in the ticker.
    #[ts(type = "number")]
    pub articles: u64,
    /// Ticker time of its newest article.
    pub newest: Option<Timestamp>,
    /// When its server last answered or failed to.
    pub last_checked: Option<Timestamp>,
    /// When it will be asked next.
    pub next_check: Option<Timestamp>,
    /// Names of the repairs that its last reading needed; empty for a sound feed.
    pub repairs: Vec<String>,
    /// Whether its articles are read as the feed gives them or in full from the page.
    pub text_mode: TextMode,
    /// Measured: true where the feed gives only the beginnings of its articles; `None` = not measured yet.
    pub truncated: Option<bool>,
    /// The reader's own name for it; `None` = the publisher's is shown.
    pub own_title: Option<PlainText>,
    /// What the reader has chosen for it.
    pub settings: FeedSettings,
    /// True where its publisher offers articles from before those that are here, which come when the reader asks for them.
    pub has_older: bool,
    /// Set where it is not broken but has published nothing for much longer than it used to: its newest article.
    pub quiet_since: Option<Timestamp>,
    /// The name that its site is signed in to with; `None` = without one.
    pub signed_in: Option<PlainText>,
    /// What is wrong with it, in words; `None` when nothing is.
    pub trouble: Option<Trouble>,
}

/// Which text of a feed's articles is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum TextMode {
    /// In full where the feed is measured to give only beginnings.
    #[default]
    Auto,
    /// As the feed gives it.
    Feed,
    /// In full, from the publisher's page.
    Full,
}

/// Why a feed could not be read. A feed that fails is data, never a dialog.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Trouble {
    /// A lasting word for scripts: `dns`, `timeout`, `refused`, `tls`, `forbidden`, `not_found`, `gone`,
    /// `asked_to_wait`, `server`, `not_a_feed`, `empty`, `too_large`, `redirects`, `cut_off`, `private_address`.
    pub code: String,
    /// One sentence that names the site and what remains true.
    pub message: String,
    /// Since when it has failed without a success between.
    pub since: Timestamp,
    /// How often it has failed since then.
    pub failures: u32,
    /// What the reader can do about it.
    pub action: TroubleAction,
    /// True where the reader should see it: after three failures and 24 hours, at once where the reader asked for the check or
    /// the publisher has retired the feed.
    pub shown: bool,
}

/// The one thing that helps with a trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TroubleAction {
    /// Ask again now.
    TryNow,
    /// Look for the feed's new address.
    FindAddress,
    /// Give a name and a password for its site.
    AddSignIn,
    /// Open the publisher's site in the browser.
    OpenSite,
    /// Unfollow; saved articles stay.
    Unfollow,
    /// Choose among the feeds that the page offers.
    Choose,
    /// Look at the details.
    Details,
    /// Wait.
    None,
}

impl TroubleAction {
    /// The action for a code of [`Trouble`].
    #[must_use]
    pub fn of(code: &str) -> Self {
        match code {
            "dns" | "not_found" | "bad_address" => TroubleAction::FindAddress,
            "forbidden" | "challenge" => TroubleAction::OpenSite,
            "sign_in" => TroubleAction::AddSignIn,
            "gone" => TroubleAction::Unfollow,
            "asked_to_wait" => TroubleAction::None,
            "not_a_feed" => TroubleAction::Choose,
            "tls" | "too_large" | "redirects" | "private_address" => TroubleAction::Details,
            _ => TroubleAction::TryNow,
        }
    }
}

/// The format that a feed is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FeedKind {
    /// RSS 0.9x or 2.0.
    Rss,
    /// Atom 1.0 or 0.3.
    Atom,
    /// RSS 1.0 or 0.90.
    Rdf,
    /// JSON Feed.
    Json,
}

/// A feed that a page offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Candidate {
    /// Absolute address.
    pub url: String,
    /// The link's title, empty where the page gives none.
    pub title: PlainText,
    /// What the page says it is.
    pub kind: Option<FeedKind>,
}

/// A site that is signed in to. The password is in the system's keychain and crosses nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignIn {
    /// Scheme, host and port: nobody else is sent the password.
    pub site: String,
    /// The name.
    pub user: PlainText,
}

/// What came of following an address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Followed {
    /// The feed is followed now.
    Followed {
        /// The feed as it stands after its first fetch.
        feed: Box<Feed>,
        /// True where it was followed before.
        already: bool,
        /// How many articles the first fetch brought.
        #[ts(type = "number")]
        new_articles: u64,
    },
    /// The page offers several equally good feeds; the reader chooses.
    Candidates {
        /// At least two, best first.
        candidates: Vec<Candidate>,
    },
}

/// What came of unfollowing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Unfollowed {
    /// The feed that is no longer asked.
    pub feed_id: FeedId,
    /// How many saved articles of it stay.
    #[ts(type = "number")]
    pub kept_saved: u64,
}

/// What came of importing a subscription list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Imported {
    /// Feeds that are followed now and were not before.
    #[ts(type = "number")]
    pub added: u64,
    /// Feeds that were followed already.
    #[ts(type = "number")]
    pub already: u64,
    /// Entries that could not be taken, with the reason.
    pub failed: Vec<ImportFailure>,
    /// True where the reader ended it early: what was followed until then stays.
    pub cancelled: bool,
}

/// One entry of a subscription list that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportFailure {
    /// The address as the list has it.
    pub url: String,
    /// One sentence.
    pub reason: String,
}

/// A bundled list of public feeds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Pack {
    /// Lasting name.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What is in it; says that the addresses were not checked here.
    pub description: String,
    /// BCP 47 tag of its language, `mul` for several.
    pub language: String,
    /// Country (ISO 3166) or area (UN M49) that it is about; empty where it is about the world.
    pub region: String,
    /// Its feeds.
    pub feeds: Vec<PackFeed>,
}

/// One feed of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PackFeed {
    /// The publisher.
    pub title: String,
    /// The address that will be asked.
    pub url: String,
    /// BCP 47 tag.
    pub language: String,
}
