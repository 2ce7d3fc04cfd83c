//! Work that is done by one at a time, behind.

use crate::{Inner, Reader};
use std::sync::atomic::{AtomicBool, Ordering};

/// Holds a flag of the reader while work goes on, and lets it go however the work ends: also by a panic, and where its task
/// is dropped.
pub(crate) struct Busy {
    reader: Reader,
    flag: fn(&Inner) -> &AtomicBool,
}

impl Busy {
    /// `None` = somebody is at it.
    pub(crate) fn begin(reader: &Reader, flag: fn(&Inner) -> &AtomicBool) -> Option<Self> {
        let is_busy = flag(&reader.inner).swap(true, Ordering::SeqCst);
        (!is_busy).then(|| Busy { reader: reader.clone(), flag })
    }

    /// Whom the work is for.
    pub(crate) fn reader(&self) -> &Reader {
        &self.reader
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        (self.flag)(&self.reader.inner).store(false, Ordering::SeqCst);
    }
}

#[cfg(test)]
mod tests {
    use super::Busy;
    use crate::{Options, Reader};
    use std::thread;

    #[test]
    fn work_that_ends_in_a_panic_can_begin_again() {
        let folder = tempfile::tempdir().unwrap();
        let reader = Reader::open(Options::at(folder.path())).unwrap();
        let busy = Busy::begin(&reader, |inner| &inner.indexing).unwrap();
        assert!(Busy::begin(&reader, |inner| &inner.indexing).is_none());
        let work = thread::spawn(move || {
            let _busy = busy;
            panic!("as a fault in the work would");
        });
        assert!(work.join().is_err());
        assert!(Busy::begin(&reader, |inner| &inner.indexing).is_some());
    }
}
