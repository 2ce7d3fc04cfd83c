//! How an article is recognised at the next fetch, and how an edit is noticed.

use crate::address::canonical_link;
use crate::parsed::{ArticleKey, ParsedArticle};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};

/// Gives every article its key and its content hash. `guids` go with `articles` by position.
///
/// A guid that stands on articles with different links identifies nothing (some publishers put their home page into
/// every guid): these articles are told apart by their links.
pub(crate) fn assign(articles: &mut [ParsedArticle], guids: &[String]) {
    let worthless = worthless_guids(articles, guids);
    for (at, article) in articles.iter_mut().enumerate() {
        let guid = guids.get(at).map_or("", String::as_str);
        article.key =
            if guid.is_empty() || worthless.contains(guid) { without_guid(article) } else { hash(&["guid", guid]) };
        article.content_hash = content_hash(article);
    }
}

fn worthless_guids(articles: &[ParsedArticle], guids: &[String]) -> HashSet<String> {
    let mut links: HashMap<&str, &str> = HashMap::new();
    let mut worthless = HashSet::new();
    for (article, guid) in articles.iter().zip(guids).filter(|(_, guid)| !guid.is_empty()) {
        let Some(url) = article.url.as_deref() else { continue };
        let first = *links.entry(guid).or_insert(url);
        if first != url && canonical_link(first) != canonical_link(url) {
            worthless.insert(guid.clone());
        }
    }
    worthless
}

fn without_guid(article: &ParsedArticle) -> ArticleKey {
    if let Some(url) = article.url.as_deref() {
        return hash(&["link", &canonical_link(url)]);
    }
    match article.published {
        Some(published) => hash(&["title and time", article.title.as_str(), &published.0.to_string()]),
        None => hash(&["title and body", article.title.as_str(), &article.html]),
    }
}

fn content_hash(article: &ParsedArticle) -> [u8; 16] {
    let mut parts = vec![
        "content",
        article.title.as_str(),
        article.url.as_deref().unwrap_or(""),
        &article.html,
        article.summary.as_ref().map_or("", |s| s.as_str()),
        article.image.as_deref().unwrap_or(""),
    ];
    parts.extend(article.enclosures.iter().map(|enclosure| enclosure.url.as_str()));
    parts.extend(article.image_caption.iter().chain(&article.image_credit).map(|words| words.as_str()));
    parts.extend(article.authors.iter().map(|author| author.as_str()));
    hash(&parts).0
}

/// The first 16 bytes of SHA-256 over the parts, each with its length before it.
fn hash(parts: &[&str]) -> ArticleKey {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    let digest = hasher.finalize();
    let mut key = [0; 16];
    key.copy_from_slice(&digest[..16]);
    ArticleKey(key)
}
