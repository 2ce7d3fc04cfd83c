//! What readers said about an article: fetched when it is asked for, from the feed of comments that the publisher offers,
//! kept with a saved article, and shown without a network as they were.

use crate::{
    Reader,
    error::{ReaderError, Result},
    fetch::{Kind, Request},
    page::content_key,
    sync::site_of,
    trouble::Failed,
};
use std::collections::HashMap;
use stoppress_feeds::{ParseContext, ParsedArticle, clean, direction, head, parse};
use stoppress_model::{ArticleId, Comment, Comments, PlainText};
use stoppress_store::{ArticleRecord, KeptComments, StoredComment, StoredComments};
use url::Url;

/// Bytes kept of one comment.
const COMMENT_BYTES: usize = 32 << 10;
/// Bytes of a writer's name.
const NAME_BYTES: usize = 256;
/// Asked again so many seconds after they were fetched, they are shown as they are.
const JUST_FETCHED: i64 = 120;

/// What is here, and why it is not newer.
struct Found {
    record: ArticleRecord,
    kept: KeptComments,
    note: Option<String>,
}

impl Reader {
    /// The comments of an article with the publisher's addresses. Where they cannot be fetched, those that are here, with a
    /// note.
    ///
    /// # Errors
    /// `NotFound` where the article is gone or its publisher offers no feed of comments; `Offline` or `Site` where they cannot
    /// be had and none are here.
    pub async fn comments(&self, id: ArticleId) -> Result<Comments> {
        let found = self.find_comments(id).await?;
        blocking(move || found.shown(false).0).await
    }

    /// The comments of an article for the window: links are numbers, and [`Reader::link`] knows them from now on.
    ///
    /// # Errors
    /// As [`Reader::comments`].
    pub async fn comments_for_window(&self, id: ArticleId) -> Result<Comments> {
        let found = self.find_comments(id).await?;
        let (comments, links) = blocking(move || found.shown(true)).await?;
        self.opened().remember_comments(id, comments.content_key.clone(), links);
        Ok(comments)
    }

    async fn find_comments(&self, id: ArticleId) -> Result<Found> {
        let record = self.record(id)?;
        let feed = comment_feed(&record)
            .ok_or_else(|| ReaderError::NotFound("The source offers no comments that could be shown here.".into()))?;
        let kept = self.read_whole(id, |store| store.comments(id))?;
        if let Some(kept) = kept.clone().filter(|kept| (0..JUST_FETCHED).contains(&(self.now().0 - kept.fetched_at.0)))
        {
            return Ok(Found { record, kept, note: None });
        }
        match (self.fetch_comments(&feed, record.typed_origin.clone()).await, kept) {
            (Ok(stored), _) => {
                let is_kept = self.store().keep_comments(&record, &stored, self.now())?;
                // With a saved article those that were kept before are there too.
                let kept = self.store().comments(id)?.filter(|_| is_kept);
                let kept = kept.unwrap_or(KeptComments { stored, fetched_at: self.now() });
                Ok(Found { record, kept, note: None })
            }
            (Err(failed), Some(kept)) => {
                let note = format!("{} These comments were fetched earlier.", failed.sentence(&site_of(feed.as_str())));
                Ok(Found { record, kept, note: Some(note) })
            }
            (Err(failed), None) => Err(self.refused(feed.as_str(), &failed).await),
        }
    }

    /// Part of saving: what can be had of the comments is kept too. What cannot is no reason for a save to be incomplete.
    pub(crate) async fn save_comments(&self, id: ArticleId) -> Result<()> {
        let record = self.record(id)?;
        let Some(feed) = comment_feed(&record) else { return Ok(()) };
        let none_yet = record.content.comments_count == Some(0);
        if record.save_state.is_none() || none_yet || self.store().comments(id)?.is_some() {
            return Ok(());
        }
        if let Ok(stored) = self.fetch_comments(&feed, record.typed_origin.clone()).await {
            self.store().keep_comments(&record, &stored, self.now())?;
        }
        Ok(())
    }

    async fn fetch_comments(
        &self,
        feed: &Url,
        typed_origin: Option<String>,
    ) -> std::result::Result<StoredComments, Failed> {
        let request = Request::of(feed.clone(), typed_origin, Kind::Comments);
        let fetched = self.inner.fetcher.fetch(&request, self.now()).await?;
        let read = tokio::task::spawn_blocking(move || {
            let body = fetched.body.unwrap_or_default();
            let context =
                ParseContext { url: Some(fetched.url.as_str()), content_type: fetched.content_type.as_deref() };
            let parsed = parse(&body, &context).map_err(|error| Failed::NotAFeed(error.to_string()))?;
            let language = parsed.feed.language;
            let comments = parsed.articles.into_iter().filter_map(|article| stored(article, language.as_deref()));
            Ok(StoredComments::new(comments.collect()))
        });
        read.await.map_err(|error| Failed::Other(error.to_string()))?
    }
}

impl Found {
    /// Slow for long conversations. With numbers for links, and where these lead.
    fn shown(self, for_window: bool) -> (Comments, Vec<String>) {
        let (mut comments, mut links, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        for (place, depth) in conversation(&self.kept.stored.comments) {
            let comment = &self.kept.stored.comments[place];
            let cleaned = clean(&comment.html, comment.base.as_deref());
            let numbered = cleaned.for_window_after(links.len(), |_| None);
            let html = if for_window { numbered.as_str() } else { cleaned.html.as_str() }.to_owned();
            parts.push(cleaned.html.as_str().to_owned());
            let text = cleaned.text();
            links.extend(cleaned.links);
            comments.push(Comment {
                author: comment.author.clone(),
                published: comment.published,
                direction: direction(&text, comment.language.as_deref()),
                language: comment.language.clone(),
                html,
                text,
                depth,
            });
        }
        let more = self.kept.stored.more;
        let here = comments.len() as u64;
        let count = match self.record.content.comments_count {
            Some(count) => Some(count.max(here)),
            None => (!more).then_some(here),
        };
        let content_key = content_key(parts.iter().map(String::as_str), &links);
        let fetched_at = self.kept.fetched_at;
        (Comments { count, fetched_at, comments, more, note: self.note, content_key }, links)
    }
}

/// The order of the conversation: the oldest first, each followed by its answers, with its depth.
fn conversation(comments: &[StoredComment]) -> Vec<(usize, u32)> {
    let mut named: HashMap<&str, usize> = HashMap::new();
    for (place, comment) in comments.iter().enumerate() {
        for name in &comment.names {
            named.entry(name).or_insert(place);
        }
    }
    let answered = |place: usize| {
        let name = comments[place].in_reply_to.as_deref()?;
        named.get(name).copied().filter(|answered| *answered != place)
    };
    let mut answers: Vec<Vec<usize>> = vec![Vec::new(); comments.len()];
    for place in 0..comments.len() {
        if let Some(answered) = answered(place) {
            answers[answered].push(place);
        }
    }
    let (mut order, mut seen) = (Vec::with_capacity(comments.len()), vec![false; comments.len()]);
    // First what answers nothing that is here, then what answers itself in a circle: nobody's words are left out.
    let roots = (0..comments.len()).filter(|place| answered(*place).is_none());
    for root in roots.chain(0..comments.len()) {
        let mut next = vec![(root, 0)];
        while let Some((place, depth)) = next.pop() {
            if std::mem::replace(&mut seen[place], true) {
                continue;
            }
            order.push((place, depth));
            next.extend(answers[place].iter().rev().map(|answer| (*answer, depth + 1)));
        }
    }
    order
}

fn stored(article: ParsedArticle, language: Option<&str>) -> Option<StoredComment> {
    let mut html = article.html;
    html.truncate(head(&html, COMMENT_BYTES).len());
    let text = clean(&html, None).text();
    if text.trim().is_empty() {
        return None;
    }
    let names: Vec<&str> = article.authors.iter().map(PlainText::as_str).collect();
    let author = match names.is_empty() {
        false => PlainText::new(&names.join(", "), NAME_BYTES),
        true => name_in_title(article.title.as_str(), &text),
    };
    Some(StoredComment {
        key: article.key.to_string(),
        names: article.guid.into_iter().chain(article.url).collect(),
        in_reply_to: article.in_reply_to,
        author,
        published: article.published.or(article.updated),
        language: article.language.or_else(|| language.map(str::to_owned)),
        html,
        base: article.base,
    })
}

/// Feeds without names put them into the titles. A title that repeats the article's, or the beginning of the text, is none.
fn name_in_title(title: &str, text: &str) -> PlainText {
    let is_no_name = text.starts_with(title.trim_end_matches('…')) || title.to_lowercase().starts_with("re:");
    if is_no_name { PlainText::default() } else { PlainText::new(title.trim_start_matches("By: "), NAME_BYTES) }
}

/// Where the comments can be read by a program, as far as that is an address of the web.
pub(crate) fn comment_feed(record: &ArticleRecord) -> Option<Url> {
    let url = Url::parse(record.content.comments_feed.as_deref()?).ok()?;
    matches!(url.scheme(), "http" | "https").then_some(url)
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(|error| ReaderError::Internal(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::{StoredComment, conversation};

    #[test]
    fn answers_follow_what_they_answer_and_a_circle_loses_nobody() {
        let comment = |name: &str, answers: &str| StoredComment {
            names: vec![name.into()],
            in_reply_to: (!answers.is_empty()).then(|| answers.into()),
            ..StoredComment::default()
        };
        let check = |comments: &[(&str, &str)], want: &[(usize, u32)]| {
            let comments: Vec<StoredComment> = comments.iter().map(|(name, to)| comment(name, to)).collect();
            assert_eq!(conversation(&comments), want);
        };
        check(
            &[("a", "story"), ("b", ""), ("c", "a"), ("d", "c"), ("e", "a")],
            &[(0, 0), (2, 1), (3, 2), (4, 1), (1, 0)],
        );
        check(&[("a", "b"), ("b", "a"), ("c", "c")], &[(2, 0), (0, 0), (1, 1)]);
    }
}
