//! Subscription lists in and out.

use crate::{
    Reader,
    address::{names_private_host, origin},
    error::{ReaderError, Result},
};
use stoppress_feeds::opml::{self, Outline};
use stoppress_model::{ImportFailure, Imported};
use stoppress_store::NewFeed;
use url::Url;

impl Reader {
    /// Follows every feed of a subscription list; one undo takes it all back. Nothing is asked yet: the next round of
    /// checks does that.
    ///
    /// # Errors
    /// `BadRequest` where the file is no subscription list at all; then nothing was changed.
    pub fn import(&self, list: &[u8]) -> Result<Imported> {
        let list = opml::read(list).map_err(|error| {
            ReaderError::BadRequest(format!(
                "This is not a subscription list that can be read: {error}. Nothing was changed."
            ))
        })?;
        // A list that the reader hands over counts as typed; only a private origin needs that.
        let origins: Vec<Option<String>> = list.outlines.iter().map(|outline| private_origin(&outline.url)).collect();
        let feeds: Vec<NewFeed<'_>> = list
            .outlines
            .iter()
            .zip(&origins)
            .map(|(outline, origin)| NewFeed {
                url: &outline.url,
                title: outline.title.as_str(),
                home_url: outline.home_url.as_deref(),
                folder: outline.folder.as_deref(),
                typed_origin: origin.as_deref(),
                ..NewFeed::default()
            })
            .collect();
        let followed = self.store().follow_all(&feeds, self.now(), "import")?;
        let already = followed.iter().filter(|feed| feed.already).count() as u64;
        Ok(Imported {
            added: followed.len() as u64 - already,
            already,
            failed: list.skipped.into_iter().map(|(url, reason)| ImportFailure { url, reason }).collect(),
        })
    }

    /// The followed feeds as OPML 2.0, folders kept.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn export(&self) -> Result<String> {
        let outlines: Vec<Outline> = self
            .feeds()?
            .into_iter()
            .map(|feed| Outline {
                title: feed.title,
                url: feed.url,
                home_url: feed.home_url,
                folder: feed.folder.map(|folder| folder.to_string()),
                language: feed.language,
            })
            .collect();
        Ok(opml::write("Stop Press", self.now(), &outlines))
    }
}

pub(crate) fn private_origin(url: &str) -> Option<String> {
    Url::parse(url).ok().filter(names_private_host).map(|url| origin(&url))
}
