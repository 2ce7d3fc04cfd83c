//! Bytes of answers that are read and not stored yet. A round over thousands of sites is bounded by them, not by the number of
//! requests: a thousand answers that say "unchanged" take no room, thirty large ones take all of it.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use tokio::sync::Notify;

/// Bytes of all answers under way, after which no other one is begun to be read.
const MOST: usize = 12 << 20;
/// What an answer takes at its beginning: nobody knows yet how long it is. One that only drips holds no more than this.
const FIRST: usize = 32 << 10;

/// The room that there is.
#[derive(Default)]
pub(crate) struct Room {
    used: AtomicUsize,
    freed: Notify,
}

/// The part of it that one answer takes until it is stored or dropped.
pub(crate) struct Taken {
    room: Arc<Room>,
    bytes: usize,
}

impl Room {
    /// Waits until another answer may be read.
    pub(crate) async fn enter(self: &Arc<Self>) -> Taken {
        loop {
            let freed = self.freed.notified();
            if self.try_take() {
                // Whoever else waits may come in too.
                self.wake();
                return Taken { room: self.clone(), bytes: FIRST };
            }
            freed.await;
        }
    }

    fn try_take(&self) -> bool {
        let take = |used: usize| (used < MOST).then_some(used + FIRST);
        self.used.fetch_update(Ordering::AcqRel, Ordering::Acquire, take).is_ok()
    }

    fn wake(&self) {
        if self.used.load(Ordering::Acquire) < MOST {
            self.freed.notify_one();
        }
    }
}

impl Taken {
    /// The answer has so many bytes now. It goes on in any case: what was begun must end for others to begin.
    pub(crate) fn grow(&mut self, bytes: usize) {
        if bytes > self.bytes {
            self.room.used.fetch_add(bytes - self.bytes, Ordering::AcqRel);
            self.bytes = bytes;
        }
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        self.room.used.fetch_sub(self.bytes, Ordering::AcqRel);
        self.room.wake();
    }
}

impl std::fmt::Debug for Taken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Taken").field(&self.bytes).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Room};
    use std::{sync::Arc, time::Duration};
    use tokio::time::timeout;

    #[tokio::test]
    async fn a_full_room_lets_nobody_in_until_somebody_leaves_and_then_as_many_as_fit() {
        let room = Arc::<Room>::default();
        let mut large = room.enter().await;
        large.grow(MOST);
        let waiting: Vec<_> = (0..3)
            .map(|_| {
                let room = room.clone();
                tokio::spawn(async move { room.enter().await })
            })
            .collect();
        tokio::task::yield_now().await;
        assert!(waiting.iter().all(|one| !one.is_finished()));
        drop(large);
        for one in waiting {
            let taken = timeout(Duration::from_secs(30), one).await.expect("everybody who fits comes in");
            drop(taken);
        }
        assert_eq!(room.used.load(std::sync::atomic::Ordering::Acquire), 0);
    }
}
