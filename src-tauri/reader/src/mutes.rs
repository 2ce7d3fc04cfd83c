//! Mutes: what the reader does not want to see in the ticker, for a while or until it is removed.

use crate::{Reader, error::Result};
use stoppress_model::{Mute, MuteId, NewMute};

impl Reader {
    /// The mutes that hold, the newest first.
    ///
    /// # Errors
    /// When the library cannot be read.
    pub fn mutes(&self) -> Result<Vec<Mute>> {
        Ok(self.store().mutes(self.now())?)
    }

    /// Mutes words, a source or a writer: matching rows among the newest 5,000 leave the ticker, later ones do not come into
    /// it. Saved articles stay where they are. It can be undone.
    ///
    /// # Errors
    /// `NotFound` where a source is not followed; `BadRequest` where there is nothing to look for, or for a time that is
    /// none; when the profile cannot be written.
    pub fn mute(&self, new: &NewMute) -> Result<Mute> {
        Ok(self.store().mute(new, self.now())?)
    }

    /// Removes a mute; its rows come back where they were. It can be undone.
    ///
    /// # Errors
    /// `NotFound` where it does not hold.
    pub fn unmute(&self, id: MuteId) -> Result<()> {
        Ok(self.store().unmute(id, self.now())?)
    }

    /// How many of the newest 5,000 rows a mute would take out of the ticker.
    ///
    /// # Errors
    /// As [`Reader::mute`].
    pub fn mute_matches(&self, new: &NewMute) -> Result<u64> {
        Ok(self.store().mute_matches(new, self.now())?)
    }

    /// Brings back what mutes held whose time is over. What fails is tried again at the next look.
    pub(crate) fn end_mutes(&self) {
        if self.read_only().is_none() {
            let _ = self.store().end_mutes(self.now());
        }
    }
}
