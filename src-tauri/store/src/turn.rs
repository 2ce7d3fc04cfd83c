//! Whose turn it is to write within this process. What the reader does goes before what servers sent: SQLite's own waiting is
//! a lottery that the reader would sometimes lose.

use std::sync::{Condvar, Mutex, PoisonError};

#[derive(Default)]
pub(crate) struct Turns {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    writing: bool,
    users_waiting: usize,
}

/// Held while writing.
pub(crate) struct Turn<'a>(&'a Turns);

impl Turns {
    /// For what the reader did: after the write under way, before everything else.
    pub(crate) fn user(&self) -> Turn<'_> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.users_waiting += 1;
        let mut state = self.changed.wait_while(state, |state| state.writing).unwrap_or_else(PoisonError::into_inner);
        state.users_waiting -= 1;
        state.writing = true;
        Turn(self)
    }

    /// For what servers sent: when no reader's action waits.
    pub(crate) fn feed(&self) -> Turn<'_> {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let mut state = self
            .changed
            .wait_while(state, |state| state.writing || state.users_waiting > 0)
            .unwrap_or_else(PoisonError::into_inner);
        state.writing = true;
        Turn(self)
    }

    /// Whether something that the reader did waits for the write under way.
    pub(crate) fn is_awaited(&self) -> bool {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).users_waiting > 0
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner).writing = false;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::Turns;
    use std::thread;

    #[test]
    fn a_write_under_way_learns_that_the_reader_waits() {
        let turns = Turns::default();
        let under_way = turns.feed();
        assert!(!turns.is_awaited());
        thread::scope(|scope| {
            scope.spawn(|| drop(turns.user()));
            while !turns.is_awaited() {
                thread::yield_now();
            }
            drop(under_way);
        });
        assert!(!turns.is_awaited());
    }
}
