//! Whether what was saved still is what was saved.

use crate::{Reader, error::Result};
use stoppress_store::is_damage;

impl Reader {
    /// Reads every saved text back and compares every saved image with its hash; what is not as it was saved is named. Slow for a
    /// large library.
    ///
    /// # Errors
    /// When the library cannot be read for another reason than damage.
    pub fn check_saved(&self) -> Result<Vec<String>> {
        match self.store().check_saved() {
            // The file itself is damaged, which [`Reader::check`] says.
            Err(error) if is_damage(&error) => Ok(Vec::new()),
            other => Ok(other?),
        }
    }
}
