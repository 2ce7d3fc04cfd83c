//! Subscription lists in and out, and the bundled pack.

use crate::{
    Reader,
    address::{names_private_host, origin},
    error::{ReaderError, Result},
};
use stoppress_feeds::opml::{self, Outline};
use stoppress_model::{ImportFailure, Imported, Pack, PackFeed};
use stoppress_store::NewFeed;
use url::Url;

/// Id, title, description and file of each bundled pack.
const PACKS: &[(&str, &str, &str, &str)] = &[(
    "world-and-maghreb",
    "World and Maghreb",
    "World news and the Maghreb in English, French, Spanish and Arabic. We have not checked these addresses.",
    include_str!("../packs/world-and-maghreb.opml"),
)];

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

    /// The bundled packs. Nothing is asked.
    #[must_use]
    pub fn packs(&self) -> Vec<Pack> {
        PACKS.iter().map(|(id, title, description, file)| pack(id, title, description, file)).collect()
    }

    /// Follows every feed of a bundled pack.
    ///
    /// # Errors
    /// `NotFound` where there is no such pack.
    pub fn follow_pack(&self, id: &str) -> Result<Imported> {
        let (.., file) = PACKS
            .iter()
            .find(|(known, ..)| *known == id)
            .ok_or_else(|| ReaderError::NotFound(format!("There is no pack called {id}.")))?;
        self.import(file.as_bytes())
    }
}

fn private_origin(url: &str) -> Option<String> {
    Url::parse(url).ok().filter(names_private_host).map(|url| origin(&url))
}

fn pack(id: &str, title: &str, description: &str, file: &str) -> Pack {
    let list = opml::read(file.as_bytes()).unwrap_or_default();
    Pack {
        id: id.to_owned(),
        title: title.to_owned(),
        description: description.to_owned(),
        feeds: list
            .outlines
            .into_iter()
            .map(|outline| PackFeed {
                title: outline.title.to_string(),
                url: outline.url,
                language: outline.language.unwrap_or_default(),
            })
            .collect(),
    }
}
