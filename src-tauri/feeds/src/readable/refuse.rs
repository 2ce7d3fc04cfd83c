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

/// What a wall says of the article that it stands in.
const PAYWALLS: &[&str] = &[
    "subscribe to continue",
    "subscribe to read",
    "subscribe to keep reading",
    "to continue reading",
    "to read the full",
    "this article is for subscribers",
    "for subscribers only",
    "subscriber-only",
    "this post is for paid subscribers",
    "this post is for paying subscribers",
    "unlock this article",
    "register to continue",
    "create a free account to continue",
    "réservé aux abonnés",
    "réservée aux abonnés",
    "réservé à nos abonnés",
    "abonnez-vous pour lire",
    "weiterlesen mit",
    "jetzt weiterlesen",
    "dieser artikel ist nur für abonnenten",
    "nur für abonnenten",
    "exclusivo para suscriptores",
    "contenido exclusivo para",
    "suscríbete para seguir leyendo",
    "suscríbete para continuar",
    "exclusivo para assinantes",
    "contenuto riservato agli abbonati",
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

/// What a wall says as well as any other box that sells subscriptions.
const OFFERS: &[&str] = &[
    "already a subscriber",
    "become a subscriber",
    "start your free trial",
    "il vous reste",
    "déjà abonné",
    "bereits abonnent",
    "ya eres suscriptor",
    "já é assinante",
    "sei già abbonato",
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
    let prose = Prose::of(document);
    if is_challenge && !(prose.paragraphs >= 3 && prose.chars >= 400) {
        return Err(NotReadable::Challenge);
    }
    let asks = CONSENTS.iter().filter(|words| lower.contains(*words)).count();
    let is_named =
        document.select_single("[class*=consent], [id*=consent], [action*=consent], [id*=cookiewall]").exists();
    let is_about_it = lower.matches("cookie").count() >= 2 || title.contains("consent") || title.contains("zustimmung");
    if asks >= 2 && is_about_it && (is_named || asks >= 3) && !facts.is_article && !prose.is_of_an_article {
        return Err(NotReadable::Consent);
    }
    Ok(())
}

/// How much of a page is paragraphs. A page about robots or cookies says the same words as one that stands before an
/// article, but says more beside them, and has nothing to press.
struct Prose {
    paragraphs: usize,
    chars: usize,
    /// True where an `article` holds paragraphs and nothing that is filled in or pressed.
    is_of_an_article: bool,
}

impl Prose {
    fn of(document: &Document) -> Prose {
        let is_prose = |node: &&NodeRef| {
            let measure = dom::measure(node);
            measure.chars >= 60 && measure.link_share() < 0.3 && !breaks_off(&dom::text(node))
        };
        let paragraphs = document.select("p");
        let paragraphs: Vec<&NodeRef> = paragraphs.nodes().iter().filter(is_prose).collect();
        let articles = document.select("article");
        let is_of_an_article = articles.nodes().iter().any(|article| {
            let has_control = dom::elements(article)
                .iter()
                .any(|n| matches!(dom::name(n).as_str(), "button" | "input" | "form" | "select"));
            !has_control && paragraphs.iter().filter(|p| dom::is_under(p, article)).count() >= 2
        });
        let chars = paragraphs.iter().map(|p| dom::length(p)).sum();
        Prose { paragraphs: paragraphs.len(), chars, is_of_an_article }
    }
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
    // A request in the middle of an article that goes on is no wall, and neither is one that sells to all readers beside
    // an article that ends: it takes a second sign.
    let end: String = text.chars().skip(length.saturating_sub(40)).collect::<String>().to_lowercase();
    let asks = wall.after.as_ref().is_some_and(|after| !after.contains(end.trim()));
    let is_locked = facts.is_free == Some(false);
    let is_cut = breaks_off(text);
    let is_beginning = length < 1_000 && asks && (wall.is_firm || is_cut || is_locked)
        || is_locked && length < 1_500 && (wall.stands && is_cut || asks)
        || is_locked && length < 700 && is_cut;
    if is_beginning { Err(NotReadable::Paywall { text_chars: length }) } else { Ok(()) }
}

/// True for a text that ends within a sentence, or with the dots that stand for the rest.
fn breaks_off(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || "\"'”’»«)]）」』›".contains(c));
    if end.ends_with("...") || end.ends_with('…') {
        return true;
    }
    // Thai ends no sentence with a mark.
    !end.ends_with(['.', '!', '?', ':', '。', '！', '？', '؟', '۔', '।', '\u{0589}'])
        && !end.chars().next_back().is_some_and(|c| matches!(c, '\u{0e00}'..='\u{0eff}'))
}

/// Signs of a paywall, read before they are cleared away.
pub(super) struct Wall {
    stands: bool,
    /// The text of the page, in lower case, from where it asks to subscribe.
    after: Option<String>,
    /// True where what asks can only mean this article: by its words, or by the name of its box.
    is_firm: bool,
}

impl Wall {
    pub(super) fn of(document: &Document) -> Wall {
        let text = document.body().map(|body| dom::text(&body).to_lowercase()).unwrap_or_default();
        let at = PAYWALLS.iter().chain(OFFERS).filter_map(|words| text.find(words)).min();
        let after = at.map(|at| text[at..].to_owned());
        let is_firm = after.is_some() && requests(document).iter().any(is_firm);
        Wall { stands: labels::has_paywall(document) || after.is_some(), after, is_firm }
    }
}

/// The innermost elements that ask to subscribe.
fn requests(document: &Document) -> Vec<NodeRef<'_>> {
    let Some(body) = document.body() else { return vec![] };
    let asks = |node: &NodeRef| {
        // A line has few parts; where there are more, a smaller element has the words.
        let is_line = !dom::is_silent(node) && node.descendants_it().take(33).count() < 33;
        let text = if is_line { dom::text(node) } else { String::new() };
        !text.is_empty() && text.len() < 600 && asks_to_subscribe(&text.to_lowercase())
    };
    let all = dom::elements(&body).into_iter().filter(asks);
    all.filter(|node| !node.element_children().iter().any(asks)).collect()
}

fn asks_to_subscribe(lower: &str) -> bool {
    PAYWALLS.iter().chain(OFFERS).any(|words| lower.contains(words))
}

fn is_firm(node: &NodeRef) -> bool {
    if labels::is_paywall(node) || node.ancestors_it(Some(4)).any(|up| labels::is_paywall(&up)) {
        return true;
    }
    let lower = dom::text(node).to_lowercase();
    let is_aside = |up: &NodeRef| matches!(dom::name(up).as_str(), "footer" | "nav" | "aside");
    let is_outside = is_aside(node) || node.ancestors_it(None).any(|up| is_aside(&up));
    PAYWALLS.iter().any(|words| lower.contains(words)) && !is_outside
}
