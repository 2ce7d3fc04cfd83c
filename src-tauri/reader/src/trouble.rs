//! Why a site gave nothing: a lasting word for scripts and one sentence for people. No raw codes in the sentence.

use stoppress_model::Timestamp;
use stoppress_store::TroubleReport;

/// The outcome classes of one request that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Failed {
    Dns,
    Refused,
    NoRoute,
    Timeout,
    Tls,
    /// This system has no certificates to know sites by.
    NoCertificates,
    CutOff,
    TooLarge,
    Redirects,
    PrivateAddress,
    /// A redirect left the sites that a request is meant for.
    Elsewhere,
    BadAddress,
    Forbidden,
    /// The server asks for a name and a password.
    SignIn,
    /// The network asks for a sign-in of its own before it lets anything through.
    NetworkSignIn,
    /// A page that only a browser gets past stands before the feed.
    Challenge,
    NotFound,
    Gone,
    AskedToWait(Option<Timestamp>),
    /// The server has too much to do, and does not say for how long.
    Overloaded,
    Server,
    NotAFeed(String),
    Empty,
    Cancelled,
    Other(String),
}

impl Failed {
    /// Nothing was heard from the origin at all: with every origin silent, that is being offline.
    pub(crate) fn is_silence(&self) -> bool {
        matches!(self, Failed::Dns | Failed::Refused | Failed::NoRoute | Failed::Timeout)
    }

    /// The server is well and says no: nothing that waiting a little would help with.
    pub(crate) fn is_refusal(&self) -> bool {
        matches!(self, Failed::NotFound | Failed::Forbidden | Failed::SignIn | Failed::Challenge)
    }

    pub(crate) fn code(&self) -> &'static str {
        match self {
            Failed::Dns => "dns",
            Failed::Refused | Failed::NoRoute => "refused",
            Failed::Timeout => "timeout",
            Failed::Tls | Failed::NoCertificates => "tls",
            Failed::CutOff => "cut_off",
            Failed::TooLarge => "too_large",
            Failed::Redirects => "redirects",
            Failed::PrivateAddress => "private_address",
            Failed::BadAddress | Failed::Elsewhere => "bad_address",
            Failed::Forbidden => "forbidden",
            Failed::SignIn | Failed::NetworkSignIn => "sign_in",
            Failed::Challenge => "challenge",
            Failed::NotFound => "not_found",
            Failed::Gone => "gone",
            Failed::AskedToWait(_) => "asked_to_wait",
            Failed::Server | Failed::Overloaded | Failed::Other(_) => "server",
            Failed::NotAFeed(_) => "not_a_feed",
            Failed::Empty => "empty",
            Failed::Cancelled => "cancelled",
        }
    }

    /// As [`Failed::sentence`], where nobody asks again by himself: what is only looked at, or not followed yet.
    pub(crate) fn sentence_once(&self, site: &str) -> String {
        match self {
            Failed::Refused | Failed::Timeout => format!("{site} isn’t answering."),
            Failed::AskedToWait(_) => format!("{site} asked us to slow down."),
            Failed::Gone => format!("{site} has retired this feed."),
            other => other.sentence(site),
        }
    }

    /// One sentence about `site`, for a feed that is followed.
    pub(crate) fn sentence(&self, site: &str) -> String {
        match self {
            Failed::Dns => format!("We can’t find {site}. The address may have changed."),
            Failed::Refused | Failed::Timeout => format!("{site} isn’t answering. We’ll keep trying."),
            Failed::NoRoute => format!("There is no way to {site} from this network just now."),
            Failed::Tls => {
                format!("The secure connection to {site} couldn’t be verified, so nothing was loaded.")
            }
            Failed::NoCertificates => format!(
                "{site} was not asked: the certificates of this computer, by which sites are known, could not be read."
            ),
            Failed::CutOff => format!("The answer of {site} broke off in the middle, so it was not used."),
            Failed::TooLarge => format!("What {site} sent is larger than 16 MB, so we stopped."),
            Failed::Redirects => format!("{site} sends us round in circles."),
            Failed::PrivateAddress => {
                format!("{site} leads to an address inside a private network, so it was not asked.")
            }
            Failed::BadAddress | Failed::Elsewhere => format!("{site} is not an address that can be asked."),
            Failed::Forbidden => format!("{site} refused this app."),
            Failed::SignIn => format!("{site} asked for a sign-in."),
            Failed::NetworkSignIn => format!("This network wants a sign-in before {site} can be asked."),
            Failed::Challenge => {
                format!("{site} checks for robots before it answers, and only a browser gets past that.")
            }
            Failed::NotFound => {
                format!("There is nothing at this address of {site} right now. Some sites do this for a few hours.")
            }
            Failed::Gone => format!("{site} has retired this feed. It will not be asked again."),
            Failed::AskedToWait(_) => format!("{site} asked us to slow down. It will be asked again later."),
            Failed::Server | Failed::Overloaded => format!("{site} is having trouble."),
            Failed::NotAFeed(why) => format!("{site} answered, but {why}."),
            Failed::Empty => format!("{site} answered with nothing."),
            Failed::Cancelled => format!("Checking {site} was cancelled."),
            Failed::Other(why) => format!("{site} could not be read: {why}."),
        }
    }

    /// As it is kept with a feed: the sentence says what remains true, and `for_good` that it is only asked by hand now.
    pub(crate) fn report(&self, site: &str, kept: u64, for_good: bool) -> TroubleReport {
        let rest = if for_good { " It has done so for two weeks and is only asked by hand now." } else { "" };
        let kept = match kept {
            0 => String::new(),
            1 => " The article we have stays.".into(),
            kept => format!(" The {kept} articles we have stay."),
        };
        TroubleReport { code: self.code().into(), message: format!("{}{rest}{kept}", self.sentence(site)) }
    }
}
