//! No attack survives the cleaner: everything that comes out is on a list that is written here a second time, on
//! purpose, and stays so when it is cleaned again.
#![allow(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

mod support;

use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::fmt::Write;
use stoppress_feeds::clean;
use url::Url;

const ELEMENTS: &str = "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn \
    div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q rp rt ruby s samp \
    section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr";

/// Walks a parsed document and says what must not be there.
fn offences(node: &Handle, depth: usize, out: &mut String) {
    match &node.data {
        NodeData::Element { name, attrs, .. } => {
            let tag = &*name.local;
            if !ELEMENTS.split_whitespace().any(|allowed| allowed == tag) && !matches!(tag, "html" | "head" | "body") {
                let _ = write!(out, " <{tag}>");
            }
            if &*name.ns != "http://www.w3.org/1999/xhtml" {
                let _ = write!(out, " {tag} in {}", name.ns);
            }
            for attribute in attrs.borrow().iter() {
                attribute_offences(tag, &attribute.name.local, &attribute.value, out);
            }
        }
        NodeData::Comment { .. } | NodeData::ProcessingInstruction { .. } => out.push_str(" comment"),
        _ => {}
    }
    if depth > 300 {
        out.push_str(" too deep");
        return;
    }
    for child in node.children.borrow().iter() {
        offences(child, depth + 1, out);
    }
}

fn attribute_offences(tag: &str, name: &str, value: &str, out: &mut String) {
    let is_allowed = match (tag, name) {
        (_, "title") => true,
        (_, "lang") => value.len() < 36,
        (_, "dir") => ["ltr", "rtl", "auto"].contains(&value),
        (_, "id") => is_number_after(value, "sp-"),
        ("a", "href") if value.starts_with('#') => is_number_after(value, "#sp-"),
        ("a", "href") => is_address(value, &["http", "https", "mailto"]) && is_plain_mail(value),
        ("p", "class") => value == "card",
        ("pre" | "code", "class") => value.strip_prefix("language-").is_some_and(|name| {
            name.len() <= 32 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"+#-_.".contains(&b))
        }),
        ("img", "src") => is_address(value, &["http", "https"]),
        ("img", "alt") | ("time", "datetime") => true,
        ("img", "width" | "height") => value.bytes().all(|b| b.is_ascii_digit()),
        ("ol", "start") | ("li", "value") => value.len() <= 7 && value.parse::<i32>().is_ok(),
        ("ol", "reversed") => value.is_empty(),
        ("ol", "type") => matches!(value, "1" | "a" | "A" | "i" | "I"),
        ("td" | "th", "colspan" | "rowspan") => value.parse::<u32>().is_ok_and(|span| span <= 100),
        _ => false,
    };
    if !is_allowed {
        let _ = write!(out, " {tag}[{name}={value:?}]");
    }
}

fn is_number_after(value: &str, start: &str) -> bool {
    value.strip_prefix(start).is_some_and(|n| !n.is_empty() && n.len() < 7 && n.bytes().all(|b| b.is_ascii_digit()))
}

/// No hidden receiver and no attached file in a mail link.
fn is_plain_mail(value: &str) -> bool {
    let query = value.strip_prefix("mailto:").and_then(|rest| rest.split_once('?')).map_or("", |(_, query)| query);
    let mut names = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| pair.split('=').next().unwrap_or(""));
    names.all(|name| ["to", "subject", "body"].contains(&name.to_ascii_lowercase().as_str()))
}

fn is_address(value: &str, schemes: &[&str]) -> bool {
    Url::parse(value)
        .is_ok_and(|url| schemes.contains(&url.scheme()) && url.username().is_empty() && value.len() <= 8192)
}

/// Parses cleaned HTML in the two ways a page could: as a document and as the content of an element.
fn parsed_offences(html: &str) -> String {
    let mut out = String::new();
    let document = parse_document(RcDom::default(), ParseOpts::default()).one(html);
    offences(&document.document, 0, &mut out);
    let context = html5ever::QualName::new(None, html5ever::ns!(html), html5ever::local_name!("div"));
    let fragment = parse_fragment(RcDom::default(), ParseOpts::default(), context, vec![], false).one(html);
    offences(&fragment.document, 0, &mut out);
    out
}

fn check(id: &str, html: &str) -> Result<(), String> {
    let mut cleaned = clean(html, Some("https://example.org/a/"));
    let found = parsed_offences(cleaned.html.as_str());
    if !found.is_empty() {
        return Err(format!("{id}:{found}"));
    }
    let window = cleaned.for_window(|_| Some("media://localhost/1".into()));
    let numbers = window.as_str().matches("href=\"#link-").count();
    if numbers != cleaned.links.len() || window.as_str().contains("http:") && window.as_str().contains("src=\"http") {
        return Err(format!("{id}: the window would see an outside address"));
    }
    let ids = |html: &str| html.matches(" id=\"").count();
    let targets: std::collections::HashSet<&str> =
        cleaned.html.as_str().split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    if targets.len() != ids(cleaned.html.as_str()) {
        return Err(format!("{id}: an id stands twice"));
    }
    for _ in 0..3 {
        let again = clean(cleaned.html.as_str(), Some("https://example.org/a/"));
        if again.html == cleaned.html {
            return Ok(());
        }
        let found = parsed_offences(again.html.as_str());
        if !found.is_empty() {
            return Err(format!("{id}, cleaned again:{found}"));
        }
        cleaned = again;
    }
    Err(format!("{id}: not at rest after three rounds"))
}

fn check_all<'a>(vectors: impl Iterator<Item = (String, &'a str)>) {
    let failures: Vec<String> = vectors.filter_map(|(id, html)| check(&id, html).err()).collect();
    assert!(failures.is_empty(), "{} attacks survive:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn attacks_of_our_own_list_do_not_survive() {
    check_all(OWN.iter().enumerate().map(|(at, html)| (format!("own/{at}"), *html)));
}

#[test]
fn attacks_of_other_cleaners_suites_do_not_survive() {
    let Some(corpus) = support::corpus("attacks/vectors.ndjson") else { return };
    let text = std::fs::read_to_string(corpus).unwrap();
    let vectors: Vec<serde_json::Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(vectors.len() > 700);
    check_all(vectors.iter().map(|v| (v["id"].as_str().unwrap().to_owned(), v["html"].as_str().unwrap())));
}

#[test]
fn attacks_survive_neither_inside_the_elements_that_stay() {
    let wrappers =
        ["<table><tr><td>", "<ul><li>", "<a href=\"x\"><b>", "<details><summary>", "<ruby><rt>", "<pre>", "<table>"];
    for wrapper in wrappers {
        let wrapped: Vec<String> = OWN.iter().map(|html| format!("{wrapper}{html}")).collect();
        check_all(wrapped.iter().enumerate().map(|(at, html)| (format!("{wrapper}/{at}"), html.as_str())));
    }
}

#[test]
fn the_check_itself_notices_what_it_looks_for() {
    for bad in [
        "<script>x</script>",
        "<p onclick=x>",
        "<a href=\"javascript:x\">",
        "<img src=\"data:image/png,x\">",
        "<svg></svg>",
        "<p><!-- x --></p>",
        "<a href=\"https://a:b@c.example/\">",
        "<td colspan=1000>",
        "<p style=x>",
        "<p id=x>",
        "<p id=sp-1x>",
        "<a href=\"#x\">",
        "<a href=\"mailto:a@b.example?bcc=c@d.example\">",
        "<p class=\"card x\">",
        "<pre class=\"language-x y\">",
    ] {
        let html = if bad.starts_with("<td") { format!("<table><tr>{bad}") } else { bad.to_owned() };
        assert!(!parsed_offences(&html).is_empty(), "{bad}");
    }
}

/// Written for this project: one line per idea.
const OWN: &[&str] = &[
    "<script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img src='x' onerror='alert(1)'//",
    "<img/src=`x`onerror=alert(1)>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\" &#1; java&#x0A;script:alert(1)\">x</a>",
    "<a href=\"JaVaScRiPt&colon;alert(1)\">x</a>",
    "<a href=\"vbscript:x\">x</a><a href=\"data:text/html,<script>alert(1)</script>\">y</a>",
    "<a href=\"https://bank.example@evil.example/\">x</a>",
    "<a href=\"//evil.example\" target=_top ping=//evil.example onclick=alert(1)>x</a>",
    "<a href=\"blob:https://a.example/1\">x</a><a href=file:///etc/passwd>y</a><a href=intent://x>z</a>",
    "<img src=\"data:image/svg+xml,<svg onload=alert(1)>\"><img src=javascript:alert(1)>",
    "<img srcset=\"javascript:alert(1) 1x, data:x 2x\"><img data-src=\"javascript:alert(1)\">",
    "<svg><script>alert(1)</script></svg><svg onload=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\">",
    "<title><p title=\"</title><img src=x onerror=alert(1)>\">",
    "<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"><plaintext><img src=x onerror=alert(1)>",
    "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe><iframe src=javascript:alert(1)>",
    "<iframe src=\"https://a.example/\"><script>alert(1)</script></iframe>",
    "<object data=javascript:alert(1)><embed src=javascript:alert(1)><param name=movie value=javascript:x></object>",
    "<video src=javascript:alert(1) poster=javascript:alert(2) onerror=alert(3)><source src=javascript:x></video>",
    "<audio><source src=\"https://a.example/x.mp3\" onerror=alert(1)></audio>",
    "<meta http-equiv=refresh content=\"0;url=//evil.example\"><base href=//evil.example/><link rel=stylesheet href=//evil.example>",
    "<style>@import '//evil.example';</style><p style=\"background:url(//evil.example)\">x</p>",
    "<form action=//evil.example><input name=x autofocus onfocus=alert(1)><button formaction=javascript:alert(1)>x</button></form>",
    "<select><option><img src=x onerror=alert(1)></option></select><keygen autofocus onfocus=alert(1)>",
    "<p id=body class=x name=cookie accesskey=x tabindex=1 contenteditable draggable=true>x</p>",
    "<template><img src=x onerror=alert(1)></template><slot name=x></slot><x-app onclick=alert(1)>y</x-app>",
    "<table background=//evil.example><td background=//evil.example colspan=9999999 rowspan=-1>x</td></table>",
    "<body onload=alert(1) background=//evil.example><frameset onload=alert(1)><frame src=javascript:alert(1)>",
    "<a href=x><table><a href=y></table><b></a>z",
    "<p dir=\"ltr\u{202e}\" lang='\"><script>alert(1)</script>'>x</p><bdo dir=RTL>y</bdo>",
    "<time datetime='\"><script>alert(1)</script>'>x</time><abbr title=\"</abbr><script>alert(1)</script>\">y</abbr>",
    "<!--><script>alert(1)</script>--><!-- --!><img src=x onerror=alert(1)> -->",
    "<![CDATA[<script>alert(1)</script>]]><?xml-stylesheet href=javascript:alert(1)?>",
    "<details open ontoggle=alert(1)><summary>x</summary></details><dialog open>y</dialog><marquee onstart=alert(1)>z</marquee>",
    "\u{0}<scr\u{0}ipt>alert(1)</scr\u{0}ipt><img src=x o\u{0}nerror=alert(1)>",
    "<IMG SRC=&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)>",
    "<a href=\"https://a.example/\" href=\"javascript:alert(1)\">x</a>",
    "<a href=\"https://a.example/\u{a0}javascript:alert(1)\">x</a><a href=\"https:///\">y</a><a href=\"https:evil.example\">z</a>",
    "<picture><source srcset=\"javascript:alert(1)\"><img></picture><picture><source srcset=\"https://a.example/b.jpg\"><img></picture>",
    "<a href=\"#x\">1</a><p id=x>2</p><p id=x>3</p><a name=x id=sp-1>4</a><a href=\"#sp-1\">5</a><p id=sp-1 name=sp-2>6</p>",
    "<a href='#\"><script>alert(1)</script>'>1</a><p id='\"><script>alert(1)</script>'>2</p>",
    "<a href=\"#body\">1</a><form id=body><input name=id></form><img id=body name=body src=\"https://a.example/i\"><svg id=body></svg>",
    "<a href=\"#a\">1</a><table><main id=a><tr id=a><td><a name=a></table><p id=a>2",
    "<a href=\"#%22%3e%3cscript%3ealert(1)%3c/script%3e\">1</a><p id='\"><script>alert(1)</script>'>2</p><a href=\"#:~:text=x\">3</a>",
    "<p class=card>1</p><p class='card evil'>2</p><pre class='language-js\" onclick=\"alert(1)'>3</pre><code class='language-a lang-b'>4</code>",
    "<pre class='brush: <script>alert(1)</script>;'>1</pre><div class='language-\"><img src=x onerror=alert(1)>'><pre>2</pre></div>",
    "<a href=\"mailto:a@b.example?attach=/etc/passwd&bcc=c@d.example&subject=%0d%0aBcc:x\">1</a><a href=\"MAILTO:?BCC=x\">2</a>",
    "<picture><source type=image/svg+xml srcset=\"https://a.example/x.svg\"><source srcset=\"javascript:alert(1) 1x, data:x 2x\"><img src=x></picture>",
    "<iframe src=\"https://www.youtube.com/embed/&quot;><script>alert(1)</script>\"></iframe><iframe src='https://www.facebook.com/plugins/x?href=javascript:alert(1)'>",
    "<span aria-hidden=true>#<p>kept</span><i class=icon aria-hidden=true><script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;<p title=\"&lt;script&gt;\">&amp;lt;img src=x onerror=alert(1)&amp;gt;</p>",
];
