//! One image of a story, as its publisher sent it, for the reader's own folder.

use super::{
    file::{extension_of, safe_name},
    story::Story,
};
use crate::{ExportTarget, Reader, error::ReaderError};
use stoppress_model::{ArticleId, Exported};

const NOT_HERE: &str = "This image is not here, so it was not saved.";

impl Reader {
    /// Writes an image that is here into a file with the name of the article that it was seen in. Nothing is asked for.
    ///
    /// # Errors
    /// `NotFound` where the image is not here; `BadRequest` where the file is one of the library, or cannot be written: then
    /// nothing is left behind.
    pub fn export_image(&self, id: ArticleId, key: &str, target: ExportTarget<'_>) -> crate::Result<Exported> {
        let image = self.image_here(id, key).ok_or_else(|| ReaderError::NotFound(NOT_HERE.into()))?;
        let title = match Story::read(self, id, None) {
            Ok(story) => story.title().to_owned(),
            // An image can be whole where the text is not.
            Err(_) => self.store().title_of(id)?.unwrap_or_default(),
        };
        self.write_whole(&image.bytes, &format!("{}.{}", safe_name(&title), extension_of(&image.mime)), target)
    }

    /// The publisher's address of an image of an article that was opened in this process.
    ///
    /// # Errors
    /// `NotFound` where it is not known, as that of an image that came with a file of stories.
    pub fn image_address(&self, key: &str) -> crate::Result<String> {
        let (address, _) = self
            .opened_image(key)
            .ok_or_else(|| ReaderError::NotFound("The address of this image is not known.".into()))?;
        Ok(address)
    }
}
