//! Pages that stand before an article: checks of the browser, questions of consent, paywalls. They are named, not got
//! round.

use super::facts::Facts;
use super::{NotReadable, dom, labels};
use dom_query::{Document, NodeRef};

/// What a page that checks browsers says in its title or text.
const CHALLENGES: &[&str] = &[
    "just a moment...",
    "attention required! | cloudflare",
    "checking your browser",
    "checking if the site connection is secure",
    "verify you are human",
    "verifying you are human",
    "verify that you are not a robot",
    "please verify you are a human",
    "are you a robot",
    "enable javascript and cookies to continue",
    "pardon our interruption",
    "access to this page has been denied",
    "ddos protection by",
    "security check to access",
    "please complete the security check",
    "vérifions que vous êtes humain",
    "un instant…",
    "einen moment, bitte",
    "un momento…",
    "bot verification",
    "human verification",
    "performing security verification",
];

const CONSENTS: &[&str] = &[
    "cookies and similar technologies",
    "accept all cookies",
    "accept all",
    "manage your privacy",
    "we value your privacy",
    "your consent",
    "our partners",
    "alle cookies akzeptieren",
    "mit werbung",
    "zustimmung",
    "einwilligung",
    "tout accepter",
    "accepter et continuer",
    "continuer sans accepter",
    "nos partenaires",
    "aceptar todo",
    "aceptar y continuar",
    "nuestros socios",
    "accetta tutto",
    "accetta e continua",
    "alles accepteren",
    "akkoord",
    "aceitar todos",
    "zaakceptuj wszystkie",
    "godkänn alla",
    "before you continue",
];

const PAYWALLS: &[&str] = &[
    "subscribe to continue",
    "subscribe to read",
    "subscribe to keep reading",
    "to continue reading",
    "to read the full",
    "this article is for subscribers",
    "for subscribers only",
    "subscriber-only",
    "already a subscriber",
    "become a subscriber",
    "this post is for paid subscribers",
    "this post is for paying subscribers",
    "unlock this article",
    "register to continue",
    "create a free account to continue",
    "start your free trial",
    "réservé aux abonnés",
    "réservé à nos abonnés",
    "il vous reste",
    "déjà abonné",
    "abonnez-vous pour lire",
    "weiterlesen mit",
    "jetzt weiterlesen",
    "bereits abonnent",
    "dieser artikel ist nur für abonnenten",
    "nur für abonnenten",
    "exclusivo para suscriptores",
    "contenido exclusivo para",
    "suscríbete para seguir leyendo",
    "suscríbete para continuar",
    "ya eres suscriptor",
    "exclusivo para assinantes",
    "já é assinante",
    "contenuto riservato agli abbonati",
    "sei già abbonato",
    "alleen voor abonnees",
    "al abonnee",
    "för prenumeranter",
    "kun for abonnenter",
    "tylko dla prenumeratorów",
    "для подписчиков",
    "有料会員限定",
    "この記事は会員限定",
    "للمشتركين فقط",
];

/// The text of a page that shows no more than this may be a wall.
const FEW: usize = 2_500;

/// Looks at the page as it came.
pub(super) fn before(document: &Document, facts: &Facts) -> Result<(), NotReadable> {
    let Some(body) = document.body() else { return Err(NotReadable::Empty) };
    let text = dom::text(&body);
    let length = text.chars().count();
    let has_body = facts.body.as_ref().is_some_and(|body| body.len() > 400);
    if length == 0 && !has_body && !document.select_single("noscript").exists() {
        return Err(NotReadable::Empty);
    }
    if length > FEW || has_body {
        return Ok(());
    }
    let title = document.select_single("title").text().trim().to_lowercase();
    let page = document.html().to_lowercase();
    let lower = text.to_lowercase();
    let is_challenge = CHALLENGES.iter().any(|words| title.contains(words) || length < 1_200 && lower.contains(words))
        || length < 600
            && ["cf-chl", "_cf_chl_opt", "captcha-delivery.com", "px-captcha", "/_incapsula_resource"]
                .iter()
                .any(|mark| page.contains(mark));
    if is_challenge {
        return Err(NotReadable::Challenge);
    }
    let asks = CONSENTS.iter().filter(|words| lower.contains(*words)).count();
    let is_named =
        document.select_single("[class*=consent], [id*=consent], [action*=consent], [id*=cookiewall]").exists();
    let is_about_it = lower.matches("cookie").count() >= 2 || title.contains("consent") || title.contains("zustimmung");
    if asks >= 2 && is_about_it && (is_named || asks >= 3) && !facts.is_article {
        return Err(NotReadable::Consent);
    }
    Ok(())
}

/// The better reason where no article was found.
pub(super) fn instead(facts: &Facts, error: NotReadable) -> NotReadable {
    if facts.is_free == Some(false) { NotReadable::Paywall { text_chars: 0 } } else { error }
}

/// Looks at what was found beside what stood around it.
pub(super) fn after(text: &str, root: &NodeRef, facts: &Facts, wall: &Wall) -> Result<(), NotReadable> {
    let length = text.chars().count();
    let has_pictures = dom::elements(root).iter().any(|node| node.has_name("img"));
    if length == 0 && (!has_pictures || facts.titles.is_empty()) {
        return Err(instead(facts, NotReadable::NoArticle));
    }
    // A wall that cannot be mistaken counts up to a few paragraphs; one of its signs alone only beside a stub.
    // A request in the middle of an article that goes on is none.
    let end: String = text.chars().skip(length.saturating_sub(40)).collect::<String>().to_lowercase();
    let asks = wall.after.as_ref().is_some_and(|after| !after.contains(end.trim()));
    let is_beginning =
        facts.is_free == Some(false) && (length < 1_500 && wall.stands || length < 700) || length < 1_000 && asks;
    if is_beginning { Err(NotReadable::Paywall { text_chars: length }) } else { Ok(()) }
}

/// Signs of a paywall, read before they are cleared away.
pub(super) struct Wall {
    stands: bool,
    /// The text of the page, in lower case, from where it asks to subscribe.
    after: Option<String>,
}

impl Wall {
    pub(super) fn of(document: &Document) -> Wall {
        let text = document.body().map(|body| dom::text(&body).to_lowercase()).unwrap_or_default();
        let at = PAYWALLS.iter().filter_map(|words| text.find(words)).min();
        let after = at.map(|at| text[at..].to_owned());
        Wall { stands: labels::has_paywall(document) || after.is_some(), after }
    }
}
