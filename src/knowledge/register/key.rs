//! The keys by which names are found: hashes that hold what they lead to.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

/// The key of a name: the upper half is a hash, the lower half the number of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameKey(u32);

impl NameKey {
    /// The key of a folded name.
    pub fn of(folded: &str) -> Self {
        Self(hash(folded))
    }

    /// The key as it leads to a row.
    pub fn to(self, row: u32) -> u64 {
        u64::from(self.0) << 32 | u64::from(row)
    }

    /// The number of the row that a key leads to.
    pub(super) fn row(key: u64) -> u32 {
        key as u32
    }

    pub(super) fn first(self) -> u64 {
        self.to(0)
    }

    pub(super) fn last(self) -> u64 {
        self.to(u32::MAX)
    }
}

/// The key of the word that a name begins with: a hash, and in the last four bits how many words the name has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beginning(u32);

impl Beginning {
    /// The longest name that is found.
    pub const MOST: usize = 15;

    /// The key of a folded word, or of the first word of a folded name.
    pub fn of(folded: &str) -> Self {
        Self(hash(folded.split(' ').next().unwrap_or(folded)) & !15)
    }

    /// The key without a number of words; those with one follow it.
    pub(super) fn key(self) -> u32 {
        self.0
    }

    /// The key of a folded name of at most [`Beginning::MOST`] words.
    pub fn of_name(folded: &str) -> u32 {
        Self::of(folded).0 | folded.split(' ').count().min(Self::MOST) as u32
    }
}

/// The half of the hash that varies most.
fn hash(folded: &str) -> u32 {
    let mut hasher = FxHasher::default();
    folded.hash(&mut hasher);
    let hash = hasher.finish();
    (hash ^ hash >> 32) as u32
}
