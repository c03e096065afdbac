//! The few pairs of which a check has something to say.

use std::sync::OnceLock;

/// Of all pairs that a stage made, those of which a check had something to say. It is asked of all of them once, and not
/// again for as long as what was paired is remembered.
#[derive(Debug)]
pub(super) struct Telling<T>(OnceLock<Vec<T>>);

impl<T> Default for Telling<T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T> Telling<T> {
    /// Those pairs. What `says` answers has to depend on nothing that can change while the pairs stay.
    pub(super) fn of(&self, all: impl FnOnce() -> Vec<T>, says: impl Fn(&T) -> bool) -> &[T] {
        self.0.get_or_init(|| {
            let mut pairs = all();
            pairs.retain(says);
            pairs
        })
    }
}
