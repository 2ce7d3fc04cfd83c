//! From a fetched body to what the store takes: the one place where `feeds` and `store` meet.

use crate::{
    fetch::Fetched,
    schedule::{self, Hints},
    trouble::Failed,
};
use sha2::{Digest, Sha256};
use stoppress_feeds::{ParseContext, ParseError, ParsedArticle, ParsedFeed, parse};
use stoppress_model::{FeedInterval, FeedKind, Timestamp};
use stoppress_store::{ArticleContent, CheckLog, CheckResult, DueFeed, FeedUpdate, NewArticle, QuietTimes};

/// A permanent redirect is adopted when it was seen twice, this many seconds apart (hotel portals redirect too).
const MOVED_FOR_GOOD: i64 = 24 * 3600;

/// Of the body of an answer, to know it again.
pub(crate) fn hash(fetched: &Fetched) -> Vec<u8> {
    Sha256::digest(fetched.body.as_deref().unwrap_or_default()).to_vec()
}

/// A check that brought nothing new.
pub(crate) fn unchanged(due: &DueFeed, fetched: &Fetched, now: Timestamp, interval: i64, log: CheckLog) -> CheckResult {
    // A 304 may bring new validators; without any, the old ones stand.
    let validators = match (&fetched.body, &fetched.validators) {
        (None, None) => None,
        (None, Some(given)) => {
            let since = due.validators.as_ref().map_or(now, |old| old.at);
            Some(Some(stoppress_store::Validators { at: since, ..given.clone() }))
        }
        (Some(_), given) => Some(given.clone()),
    };
    let has_validators = match &validators {
        Some(given) => given.is_some(),
        None => due.validators.is_some(),
    };
    let wish = [fetched.max_age, due.wish].into_iter().flatten().max();
    let hints = Hints { wish, has_validators, newest: judged_by(due, due.newest), quiet_times: due.quiet_times };
    let next = schedule::after_success(due.id, now, interval, hints);
    CheckResult { validators, moved: moved(due, fetched, now), log, ..CheckResult::well(due.id, now, next) }
}

/// Reads a body whose [`hash`] is known. Slow for large feeds: call it where blocking is allowed.
///
/// # Errors
/// When it is no feed; the sentence says what it is instead.
pub(crate) fn read(
    due: &DueFeed,
    fetched: &Fetched,
    body_hash: Vec<u8>,
    now: Timestamp,
    interval: i64,
) -> Result<FeedUpdate, Failed> {
    let body = fetched.body.as_deref().unwrap_or_default();
    let context = ParseContext { url: Some(fetched.url.as_str()), content_type: fetched.content_type.as_deref() };
    let parsed = parse(body, &context).map_err(failed)?;
    let newest = parsed.articles.iter().filter_map(|article| article.published).filter(|at| *at <= now).max();
    let own_wish = parsed.feed.ttl_seconds.map(i64::from);
    let wish = [fetched.max_age, own_wish].into_iter().flatten().max();
    let quiet_times = QuietTimes::of(&parsed.feed.skip_hours, &parsed.feed.skip_days);
    let hints = Hints {
        wish,
        has_validators: fetched.validators.is_some(),
        newest: judged_by(due, newest.max(due.newest)),
        quiet_times,
    };
    let check = CheckResult {
        feed: due.id,
        at: now,
        next_check: schedule::after_success(due.id, now, interval, hints),
        trouble: None,
        // A body that breaks off keeps the marks of the last whole one, so that the rest is asked for; where the same comes
        // again, it is what the publisher has.
        validators: (!parsed.is_cut_off()).then(|| fetched.validators.clone()),
        body_hash: Some(body_hash),
        moved: moved(due, fetched, now),
        repairs: Some(parsed.repairs.clone()),
        wish: Some(own_wish),
        quiet_times: Some(quiet_times),
        log: CheckLog::default(),
    };
    Ok(update(check, parsed))
}

/// A source that has been quiet is asked less often, unless the reader has said how often.
fn judged_by(due: &DueFeed, newest: Option<Timestamp>) -> Option<Timestamp> {
    newest.filter(|_| due.interval == FeedInterval::Auto)
}

/// True where a permanent redirect has stood long enough to be believed.
pub(crate) fn moved_for_good(check: &CheckResult) -> Option<&str> {
    let (url, since) = check.moved.as_ref()?;
    (check.at.0 - since.0 >= MOVED_FOR_GOOD).then_some(url)
}

fn moved(due: &DueFeed, fetched: &Fetched, now: Timestamp) -> Option<(String, Timestamp)> {
    if !fetched.moved {
        return None;
    }
    match &due.moved {
        Some((url, since)) if *url == fetched.url.as_str() => Some((url.clone(), *since)),
        _ => Some((fetched.url.to_string(), now)),
    }
}

pub(crate) fn failed(error: ParseError) -> Failed {
    match error {
        ParseError::Empty => Failed::Empty,
        ParseError::TooLarge => Failed::TooLarge,
        challenge if challenge.is_challenge() => Failed::Challenge,
        other => Failed::NotAFeed(other.to_string()),
    }
}

fn update(check: CheckResult, parsed: ParsedFeed) -> FeedUpdate {
    let language = parsed.feed.language;
    FeedUpdate {
        older: parsed.feed.older,
        check,
        title: parsed.feed.title,
        home_url: parsed.feed.home_url,
        kind: match parsed.feed.kind {
            FeedKind::Rss => "rss",
            FeedKind::Atom => "atom",
            FeedKind::Rdf => "rdf",
            FeedKind::Json => "json",
        },
        articles: parsed.articles.into_iter().map(|article| stored(article, language.as_deref())).collect(),
        language,
    }
}

pub(crate) fn stored(article: ParsedArticle, feed_language: Option<&str>) -> NewArticle {
    NewArticle {
        key: article.key.0.to_vec(),
        content_hash: article.content_hash.to_vec(),
        has_text: !article.html.trim().is_empty(),
        content: ArticleContent {
            title: article.title,
            url: article.url,
            base_url: article.base,
            published: article.published,
            updated: article.updated,
            authors: article.authors,
            language: article.language.or_else(|| feed_language.map(str::to_owned)),
            direction: article.direction,
            summary: article.summary,
            html: article.html,
            image: article.image,
            image_caption: article.image_caption,
            image_credit: article.image_credit,
            enclosures: article.enclosures,
            categories: article.categories,
            comments_url: article.comments_url,
            comments_feed: article.comments_feed,
            comments_count: article.comments_count,
        },
    }
}
