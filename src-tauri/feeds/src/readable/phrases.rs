//! The words of a site's furniture, in the languages of many newspapers. All in lower case, without marks at the ends.

/// Lines that are furniture when they are all that a block says.
#[rustfmt::skip]
const WHOLE: &[&str] = &[
    // English
    "advertisement", "advertising", "advertisement - continue reading below", "article continues below advertisement",
    "story continues below advertisement", "continue reading below", "ad", "sponsored", "sponsored content",
    "promoted", "scroll to continue with content", "share", "share this", "share this article", "share this story",
    "share article", "share on facebook", "share on twitter", "share on x", "tweet", "email", "print", "copy link",
    "link copied", "save", "comments", "leave a comment", "view comments", "show comments", "join the conversation",
    "add a comment", "follow us", "related", "related articles", "related stories", "related content",
    "related posts", "related topics", "more on this story", "more on this topic", "recommended",
    "recommended for you", "recommended reading", "recommended stories", "read more", "read next", "read also",
    "also read", "you may also like", "you might also like", "most read", "most popular", "trending", "trending now",
    "top stories", "latest stories", "more stories", "editors' picks", "editor's picks", "up next", "watch more",
    "don't miss", "newsletter", "subscribe", "sign up", "subscribe now", "sign up now", "listen to this article",
    "play video", "skip to content", "back to top", "topics", "tags", "about the author", "keep reading", "loading",
    "thanks for reading", "see also", "explore more", "this article is more than a year old",
    "support independent journalism", "more from this section", "discussion about this post",
    // French
    "publicité", "publicite", "la suite après la publicité", "la suite après cette publicité", "partager",
    "partager cet article", "partager l'article", "à lire aussi", "lire aussi", "à lire également", "à lire",
    "lire la suite", "sur le même sujet", "sur le même thème", "nos newsletters", "s'abonner", "s'inscrire",
    "suivez-nous", "commentaires", "réagir", "articles liés", "à découvrir", "à voir aussi", "voir aussi",
    "les plus lus", "contenus sponsorisés", "newsletter gratuite", "imprimer", "écouter l'article",
    // Spanish and Portuguese
    "publicidad", "publicidade", "compartir", "comparte", "compartir en", "lea también", "lee también",
    "le puede interesar", "te puede interesar", "también te puede interesar", "más información", "más noticias",
    "noticias relacionadas", "artículos relacionados", "contenido relacionado", "lo más leído", "lo más visto",
    "síguenos", "suscríbete", "suscribirse", "comentarios", "archivado en", "temas", "etiquetas", "leia também",
    "leia mais", "veja também", "compartilhar", "compartilhe", "mais lidas", "notícias relacionadas", "siga-nos",
    "assine", "continua después de la publicidad", "continua após a publicidade", "sigue leyendo",
    // German and Dutch
    "anzeige", "werbung", "artikel teilen", "teilen", "lesen sie auch", "lesen sie mehr", "mehr zum thema",
    "zum thema", "weitere artikel", "ähnliche artikel", "verwandte artikel", "auch interessant",
    "das könnte sie auch interessieren", "das könnte dich auch interessieren", "meistgelesen", "kommentare",
    "kommentar schreiben", "folgen sie uns", "drucken", "merken", "themen", "schlagworte", "newsletter abonnieren",
    "jetzt abonnieren", "artikel anhören", "nach der anzeige weiterlesen", "unsere empfehlungen",
    "empfohlener externer inhalt", "startseite", "advertentie", "lees ook", "lees verder", "lees meer",
    "deel dit artikel", "meer over dit onderwerp", "gerelateerd",
    // Italian
    "pubblicità", "condividi", "leggi anche", "leggi di più", "potrebbe interessarti", "potrebbe interessarti anche",
    "articoli correlati", "approfondimenti", "iscriviti alla newsletter", "seguici", "commenti", "i più letti",
    // Nordic, Polish, Czech, Turkish, Indonesian
    "annons", "annonse", "annonce", "läs också", "läs mer", "les også", "les mer", "læs også", "læs mere", "mainos",
    "lue myös", "reklama", "czytaj też", "czytaj także", "zobacz też", "zobacz także", "udostępnij", "čtěte také",
    "reklam", "ilgili haberler", "ayrıca okuyun", "baca juga", "iklan", "bagikan",
    // Russian, Ukrainian, Greek
    "реклама", "читайте также", "читать также", "по теме", "материалы по теме", "поделиться", "комментарии",
    "подписаться", "подписывайтесь", "читайте також", "поділитися", "διαφήμιση", "διαβάστε επίσης", "διαβάστε ακόμη",
    // Arabic, Persian, Hebrew, Urdu
    "إعلان", "اعلان", "اقرأ أيضا", "اقرأ أيضاً", "اقرأ ايضا", "اقرأ المزيد", "إقرأ أيضا", "مواضيع ذات صلة",
    "مقالات ذات صلة", "أخبار ذات صلة", "موضوعات متعلقة", "اخبار متعلقة", "شارك", "شارك المقال", "شارك الخبر",
    "مشاركة", "تابعنا", "تابعونا", "التعليقات", "الأكثر قراءة", "اشترك في النشرة البريدية", "وسوم", "الوسوم",
    "كلمات مفتاحية", "بیشتر بخوانید", "آگهی", "مطالب مرتبط", "פרסומת", "קראו גם", "קראו עוד", "כתבות נוספות",
    "شیئر کریں",
    // Chinese, Japanese, Korean, Hindi
    "广告", "廣告", "相关阅读", "相關閱讀", "相关新闻", "相關新聞", "推荐阅读", "延伸閱讀", "延伸阅读", "分享", "分享到", "責任編輯", "関連記事", "あわせて読みたい",
    "おすすめ記事", "シェア", "シェアする", "広告", "스폰서", "관련기사", "관련 기사", "광고", "공유", "공유하기", "यह भी पढ़ें", "ये भी पढ़ें",
    "विज्ञापन",
];

/// Beginnings of a line that leads elsewhere: furniture where a link, a colon or not much else follows.
#[rustfmt::skip]
const LEADS: &[&str] = &[
    "read more", "read also", "also read", "read next", "related", "more on this", "recommended", "don't miss",
    "more from", "watch", "listen", "in pictures", "in depth", "analysis", "explainer", "opinion", "lire aussi",
    "à lire aussi", "lire également", "à lire également", "à lire", "voir aussi", "lire la suite", "lea también",
    "lee también", "leer también", "lea más", "le puede interesar", "te puede interesar", "te recomendamos",
    "también te puede interesar", "vea también", "más información", "leia também", "leia mais", "veja também",
    "saiba mais", "lesen sie auch", "lesen sie dazu", "lesen sie mehr", "lesen sie hier", "mehr zum thema",
    "auch interessant", "siehe auch", "mehr dazu", "lees ook", "lees verder", "leggi anche", "leggi di più",
    "läs också", "läs mer", "les også", "læs også", "lue myös", "czytaj też", "czytaj także", "czytaj więcej",
    "zobacz też", "zobacz także", "čtěte také", "baca juga", "читайте также", "читать также", "читайте по теме",
    "по теме", "читайте також", "διαβάστε επίσης", "διαβάστε ακόμη", "ayrıca bakın", "اقرأ أيضا", "اقرأ أيضاً",
    "اقرأ ايضا", "إقرأ أيضا", "اقرأ المزيد", "شاهد أيضا", "بیشتر بخوانید", "קראו גם", "קראו עוד", "相关阅读", "相關閱讀",
    "推荐阅读", "延伸阅读", "延伸閱讀", "関連記事", "あわせて読みたい", "관련기사", "यह भी पढ़ें", "ये भी पढ़ें",
];

/// Beginnings of a short line that asks something of the reader.
#[rustfmt::skip]
const ASKS: &[&str] = &[
    "sign up for", "sign up to", "sign up here", "subscribe to", "subscribe for", "get our", "get the latest",
    "follow us on", "follow us", "follow me on", "like us on", "join us on", "join our", "share this", "share on",
    "click here to", "download our app", "download the app", "this article was amended", "support our journalism",
    "become a member", "already a subscriber", "to continue reading", "have you been affected", "listen to this",
    "thanks for reading", "thank you for reading", "filed under", "tags:", "topics:", "posted in", "tagged",
    "categories:", "copyright ©", "all rights reserved", "save my name, email", "inscrivez-vous", "abonnez-vous",
    "suivez-nous", "suivez l'actualité", "partagez cet article", "suscríbete", "suscríbase", "síguenos",
    "sigue toda la información", "apúntate", "comparte esta", "regístrate", "inscreva-se", "assine ", "siga o ",
    "siga-nos", "compartilhe", "abonnieren sie", "melden sie sich", "folgen sie uns", "jetzt newsletter",
    "jetzt anmelden", "newsletter abonnieren", "teilen sie", "iscriviti", "seguici", "schrijf je in", "meld je aan",
    "volg ons", "prenumerera", "zapisz się", "подпишитесь", "подписывайтесь", "следите за", "підписуйтесь",
    "bizi takip", "تابعونا", "تابع آخر", "تابعنا", "اشترك", "اشتركوا", "انضم إلى", "شارك هذا", "ما را در", "הירשמו",
    "עקבו", "关注我们", "扫描二维码",
];

fn bare(text: &str) -> String {
    let lower = text.to_lowercase().replace('\u{2019}', "'");
    let trimmed = lower.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '\u{64b}' | '©'));
    trimmed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True where the whole line is furniture.
pub(super) fn is_furniture(text: &str) -> bool {
    text.len() < 120 && WHOLE.contains(&bare(text).as_str())
}

/// True for the notice over an advertisement, which stays none whatever stands below it.
pub(super) fn is_advertising(text: &str) -> bool {
    matches!(
        bare(text).as_str(),
        "advertisement"
            | "ad"
            | "sponsored"
            | "promoted"
            | "anzeige"
            | "publicité"
            | "publicidad"
            | "publicidade"
            | "pubblicità"
            | "advertentie"
            | "annons"
            | "annonse"
            | "annonce"
            | "reklama"
    )
}

/// What follows the words that lead elsewhere, where the line begins with them.
pub(super) fn lead(text: &str) -> Option<String> {
    let start: String = text.chars().take(400).collect();
    let line = bare(&start);
    let lead = LEADS.iter().filter(|lead| line.starts_with(**lead)).max_by_key(|lead| lead.len())?;
    let rest = &line[lead.len()..];
    (!rest.starts_with(char::is_alphanumeric)).then(|| rest.trim().to_owned())
}

/// True for a line that begins like a request: subscribe, follow, share.
pub(super) fn asks(text: &str) -> bool {
    let start: String = text.chars().take(60).collect();
    let start = start.to_lowercase().replace('\u{2019}', "'");
    let start = start.trim_start_matches(|c: char| !c.is_alphanumeric());
    ASKS.iter().any(|ask| start.starts_with(ask))
}

/// Requests that stand anywhere in a short line with a link.
#[rustfmt::skip]
const INSIDE: &[&str] = &[
    "already a subscriber", "already subscribed", "while we verify access", "unlimited access",
    "subscribe to continue", "sign up for our", "sign up to our", "subscribe to our", "our newsletter",
    "our free newsletter", "our daily newsletter", "our weekly newsletter", "follow us on", "our whatsapp channel",
    "our telegram channel", "our youtube channel", "terms of service apply", "by signing up", "notre newsletter",
    "notre chaîne whatsapp", "déjà abonné", "nuestra newsletter", "nuestro boletín", "nuestro canal",
    "nossa newsletter", "nosso canal", "unseren newsletter", "unserem newsletter", "bereits abonnent",
    "nostra newsletter", "nostro canale", "onze nieuwsbrief", "наш телеграм", "наш telegram", "قناتنا", "نشرتنا",
    "votre boîte mail", "votre boîte de réception", "tu correo", "su correo electrónico", "tu bandeja de entrada", "seu e-mail",
    "ihr postfach", "ihrem postfach", "dein postfach", "tua casella", "in je mailbox", "بريدك الإلكتروني",
];

/// True for a line that asks something of the reader in its middle.
pub(super) fn asks_inside(text: &str) -> bool {
    let text = text.to_lowercase().replace('\u{2019}', "'");
    INSIDE.iter().any(|ask| text.contains(ask))
}
