//! What an answer says beside its body: how long it stays fresh, how long to wait, why there was none.

use crate::{address::ResolveError, trouble::Failed};
use reqwest::{Response, StatusCode, header};
use std::{error::Error as _, io};
use stoppress_model::{PlainText, Timestamp};

/// A hint of a server to come back later is believed up to this many seconds (RULES: capped at 24 h).
pub(crate) const LONGEST_WAIT: i64 = 24 * 3600;

/// Headers worth a look when a feed behaves oddly.
const FACTS: [header::HeaderName; 8] = [
    header::CONTENT_TYPE,
    header::ETAG,
    header::LAST_MODIFIED,
    header::CACHE_CONTROL,
    header::EXPIRES,
    header::RETRY_AFTER,
    header::LOCATION,
    header::SERVER,
];
/// Bytes of one header that are kept.
const FACT_BYTES: usize = 200;

/// Status and the headers worth a look, a line each.
pub(crate) fn facts_of(response: &Response) -> String {
    let mut facts = response.status().to_string();
    for name in FACTS {
        if let Some(value) = response.headers().get(&name).and_then(|value| value.to_str().ok()) {
            facts.push_str(&format!("\n{name}: {}", PlainText::new(value, FACT_BYTES)));
        }
    }
    facts
}

/// Why a status is no answer.
pub(crate) fn refusal(status: StatusCode, retry_after: Option<&str>, now: Timestamp) -> Failed {
    let wait = retry_after.and_then(|value| retry_at(value, now));
    match status.as_u16() {
        429 => Failed::AskedToWait(wait),
        503 if wait.is_some() => Failed::AskedToWait(wait),
        503 => Failed::Overloaded,
        401 => Failed::SignIn,
        402 | 403 | 451 => Failed::Forbidden,
        407 => Failed::Other("the proxy of this network asks for a sign-in".into()),
        404 => Failed::NotFound,
        410 => Failed::Gone,
        // RFC 6585: by what stands between us and the site.
        511 => Failed::NetworkSignIn,
        _ => Failed::Server,
    }
}

/// `Retry-After` in seconds or as a date, kept within 24 hours.
fn retry_at(value: &str, now: Timestamp) -> Option<Timestamp> {
    let seconds = match value.trim().parse::<i64>() {
        Ok(seconds) => seconds,
        Err(_) => {
            let date = httpdate::parse_http_date(value.trim()).ok()?;
            let date = date.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs();
            i64::try_from(date).ok()?.saturating_sub(now.0)
        }
    };
    (seconds >= 0).then(|| now.plus(seconds.min(LONGEST_WAIT)))
}

/// For how many seconds the server says that its answer stays fresh: `max-age`, else `Expires`.
pub(crate) fn fresh_for(cache_control: Option<&str>, expires: Option<&str>, now: Timestamp) -> Option<i64> {
    let by_age = cache_control.unwrap_or_default().split(',').find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("max-age").then(|| value.trim().trim_matches('"').parse::<i64>().ok())?
    });
    let by_date = || {
        let date = httpdate::parse_http_date(expires?.trim()).ok()?;
        let date = date.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs();
        Some(i64::try_from(date).ok()?.saturating_sub(now.0))
    };
    by_age.or_else(by_date).filter(|seconds| *seconds > 0).map(|seconds| seconds.min(LONGEST_WAIT))
}

/// Looks through the chain of causes: the outermost error only says that a request failed.
pub(crate) fn classify(error: &reqwest::Error) -> Failed {
    if error.is_timeout() {
        return Failed::Timeout;
    }
    if error.is_body() || error.is_decode() {
        return Failed::CutOff;
    }
    let mut cause = error.source();
    while let Some(inner) = cause {
        if let Some(resolve) = inner.downcast_ref::<ResolveError>() {
            return match resolve {
                ResolveError::Unknown => Failed::Dns,
                ResolveError::Private => Failed::PrivateAddress,
            };
        }
        if let Some(io) = inner.downcast_ref::<io::Error>()
            && let Some(failed) = classify_io(io)
        {
            return failed;
        }
        cause = inner.source();
    }
    if error.is_connect() { Failed::Refused } else { Failed::Other(innermost(error)) }
}

fn classify_io(error: &io::Error) -> Option<Failed> {
    use io::ErrorKind;
    if let Some(resolve) = error.get_ref().and_then(|inner| inner.downcast_ref::<ResolveError>()) {
        return Some(match resolve {
            ResolveError::Unknown => Failed::Dns,
            ResolveError::Private => Failed::PrivateAddress,
        });
    }
    // An error wrapped in another is not in the chain of sources.
    if let Some(inner) = error.get_ref().and_then(|inner| inner.downcast_ref::<io::Error>()) {
        return classify_io(inner);
    }
    match error.kind() {
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionReset | ErrorKind::AddrNotAvailable => {
            Some(Failed::Refused)
        }
        ErrorKind::NetworkUnreachable | ErrorKind::HostUnreachable | ErrorKind::NetworkDown => Some(Failed::NoRoute),
        ErrorKind::TimedOut => Some(Failed::Timeout),
        ErrorKind::UnexpectedEof => Some(Failed::CutOff),
        // rustls reports a bad certificate or a server that speaks no TLS as invalid data.
        ErrorKind::InvalidData => Some(Failed::Tls),
        _ => None,
    }
}

/// The innermost cause in words; the outer ones name the address, which may hold a secret.
fn innermost(error: &reqwest::Error) -> String {
    let mut cause = error.source();
    let mut words = "the request failed".to_owned();
    while let Some(inner) = cause {
        words = inner.to_string();
        cause = inner.source();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{fresh_for, refusal, retry_at};
    use crate::trouble::Failed;
    use reqwest::StatusCode;
    use stoppress_model::Timestamp;

    #[test]
    fn a_server_with_too_much_to_do_is_told_apart_from_one_that_is_broken() {
        let now = Timestamp(1_000);
        let of = |status: u16, wait| refusal(StatusCode::from_u16(status).unwrap(), wait, now);
        assert_eq!(of(503, Some("120")), Failed::AskedToWait(Some(now.plus(120))));
        assert_eq!((of(503, None), of(429, None)), (Failed::Overloaded, Failed::AskedToWait(None)));
        assert_eq!(
            (of(401, None), of(403, None), of(451, None)),
            (Failed::SignIn, Failed::Forbidden, Failed::Forbidden)
        );
        assert_eq!((of(404, None), of(410, None), of(500, None)), (Failed::NotFound, Failed::Gone, Failed::Server));
    }

    #[test]
    fn a_wish_to_wait_is_understood_in_seconds_and_as_a_date_and_kept_within_a_day() {
        let now = Timestamp(784_111_777 - 60);
        assert_eq!(retry_at("120", now), Some(now.plus(120)));
        assert_eq!(retry_at("Sun, 06 Nov 1994 08:49:37 GMT", now), Some(now.plus(60)));
        assert_eq!(retry_at("9999999999", now), Some(now.plus(86_400)));
        assert_eq!(retry_at("soon", now), None);
        assert_eq!(retry_at("-5", now), None);
    }

    #[test]
    fn freshness_is_read_from_both_headers_and_capped() {
        let now = Timestamp(784_111_777 - 60);
        let check = |control: &str, expires: &str, want: Option<i64>| {
            assert_eq!(fresh_for(Some(control), Some(expires), now), want, "{control} {expires}");
        };
        check("public, max-age=7200", "", Some(7200));
        check("Max-Age=\"60\"", "", Some(60));
        check("max-age=504911232", "", Some(86_400));
        check("no-cache", "0", None);
        check("", "Sun, 06 Nov 1994 08:49:37 GMT", Some(60));
        check("max-age=0", "Sun, 06 Nov 1994 08:49:37 GMT", None);
    }
}
