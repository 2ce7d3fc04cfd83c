//! Addresses inside an article.

use crate::caps;
use url::Url;

/// True for an absolute address that may stand in a cleaned article.
pub(super) fn is_allowed(address: &str, is_link: bool) -> bool {
    Url::parse(address).is_ok_and(|url| is_allowed_url(&url, is_link))
}

fn is_allowed_url(url: &Url, is_link: bool) -> bool {
    let scheme_is_good = match url.scheme() {
        "http" | "https" => url.has_host() && url.username().is_empty() && url.password().is_none(),
        "mailto" => {
            is_link && url.fragment().is_none() && url.query().is_none_or(|q| q.split('&').all(is_said_in_mail))
        }
        _ => false,
    };
    scheme_is_good && url.as_str().len() <= caps::URL_BYTES
}

/// True for the parts of a mail link that its reader sees before sending: no hidden receivers, no attached files.
fn is_said_in_mail(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or(pair);
    ["to", "subject", "body"].iter().any(|known| name.eq_ignore_ascii_case(known))
}

fn tame_mail(url: &mut Url) {
    let query = url.query().unwrap_or("");
    let kept: Vec<String> = query.split('&').filter(|pair| is_said_in_mail(pair)).map(str::to_owned).collect();
    url.set_query((!kept.is_empty()).then(|| kept.join("&")).as_deref());
    url.set_fragment(None);
}

/// Makes an address absolute; `None` where it may not stand in an article.
pub(super) fn absolute(address: &str, base: Option<&Url>, is_link: bool) -> Option<String> {
    let address = address.trim();
    if address.is_empty() || address.len() > caps::URL_BYTES {
        return None;
    }
    let mut url = match (Url::parse(address), base) {
        (Ok(url), _) => url,
        (Err(_), Some(base)) => base.join(address).ok()?,
        (Err(_), None) if address.starts_with("//") => Url::parse(&format!("https:{address}")).ok()?,
        (Err(_), None) => return None,
    };
    if url.scheme() == "mailto" {
        tame_mail(&mut url);
    }
    is_allowed_url(&url, is_link).then(|| url.into())
}

#[cfg(test)]
mod tests {
    use super::{absolute, is_allowed};
    use url::Url;

    #[test]
    fn only_web_and_mail_addresses_become_links() {
        let base = Url::parse("https://example.org/a/b").unwrap();
        let check =
            |raw: &str, want: Option<&str>| assert_eq!(absolute(raw, Some(&base), true).as_deref(), want, "{raw}");
        check("c", Some("https://example.org/a/c"));
        check("//cdn.example/x", Some("https://cdn.example/x"));
        check("mailto:a@b.example", Some("mailto:a@b.example"));
        for bad in [
            "javascript:alert(1)",
            " java\nscript:alert(1)",
            "data:text/html,x",
            "https://a:b@c.example/",
            "file:///x",
            "",
        ] {
            check(bad, None);
        }
        assert_eq!(absolute("c", None, true), None);
    }

    #[test]
    fn a_mail_link_keeps_whom_it_is_to_and_what_it_says() {
        let check = |raw: &str, want: &str| assert_eq!(absolute(raw, None, true).as_deref(), Some(want), "{raw}");
        check(
            "mailto:a@b.example?CC=x@y.example&Subject=Hi%20you&attach=/etc/passwd&body=b#f",
            "mailto:a@b.example?Subject=Hi%20you&body=b",
        );
        check("mailto:?bcc=x@y.example", "mailto:");
        check("mailto:?to=a@b.example", "mailto:?to=a@b.example");
        assert!(!is_allowed("mailto:a@b.example?bcc=x@y.example", true));
    }
}
