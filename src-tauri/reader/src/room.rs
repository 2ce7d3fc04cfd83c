//! Bytes of answers that are read and not stored yet. A round over thousands of sites is bounded by them, not by the number of
//! requests: a thousand answers that say "unchanged" take no room, thirty large ones take all of it.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};
use tokio::sync::Notify;

/// A room for so many bytes.
pub(crate) struct Room {
    most: usize,
    used: AtomicUsize,
    freed: Notify,
}

/// The part of it that one answer takes until it is let go.
pub(crate) struct Taken {
    room: Arc<Room>,
    bytes: usize,
}

impl Room {
    /// No other answer comes in while those that are in have `most` bytes.
    pub(crate) fn of(most: usize) -> Arc<Room> {
        Arc::new(Room { most, used: AtomicUsize::new(0), freed: Notify::new() })
    }

    /// Waits until another answer may come in, with so many bytes at its beginning: as many as are known of it.
    pub(crate) async fn enter(self: &Arc<Self>, bytes: usize) -> Taken {
        loop {
            let freed = self.freed.notified();
            if self.try_take(bytes) {
                // Whoever else waits may come in too.
                self.wake();
                return Taken { room: self.clone(), bytes };
            }
            freed.await;
        }
    }

    fn try_take(&self, bytes: usize) -> bool {
        let take = |used: usize| (used < self.most).then_some(used + bytes);
        self.used.fetch_update(Ordering::AcqRel, Ordering::Acquire, take).is_ok()
    }

    fn wake(&self) {
        if self.used.load(Ordering::Acquire) < self.most {
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
    use super::Room;
    use std::time::Duration;
    use tokio::time::timeout;

    const MOST: usize = 1 << 20;

    #[tokio::test]
    async fn a_full_room_lets_nobody_in_until_somebody_leaves_and_then_as_many_as_fit() {
        let room = Room::of(MOST);
        let mut large = room.enter(1 << 10).await;
        large.grow(MOST);
        let waiting: Vec<_> = (0..3)
            .map(|_| {
                let room = room.clone();
                tokio::spawn(async move { room.enter(1 << 10).await })
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

    #[tokio::test]
    async fn what_is_known_to_be_large_leaves_no_place_beside_it() {
        let room = Room::of(MOST);
        let large = room.enter(MOST).await;
        let other = tokio::spawn({
            let room = room.clone();
            async move { room.enter(1).await }
        });
        tokio::task::yield_now().await;
        assert!(!other.is_finished());
        drop(large);
        assert!(timeout(Duration::from_secs(30), other).await.is_ok());
    }
}
