//! The values that a draft gives for one thing, and where.

use rustc_hash::FxHashMap;

use crate::article::Article;

/// The values of a group, each with the sentences that give it.
#[derive(Debug)]
pub struct Values(FxHashMap<u64, Vec<(usize, usize)>>);

/// So many values of a group are tried for a sum.
const SUMMANDS: usize = 12;

impl Values {
    /// The values of a group of claims.
    pub fn of(article: &Article, group: &[usize]) -> Self {
        let mut values: FxHashMap<u64, Vec<(usize, usize)>> = FxHashMap::default();
        for claim in group {
            values
                .entry(article.figure(*claim).value.to_bits())
                .or_default()
                .push(article.sentence_of(*claim));
        }
        Self(values)
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether another sentence gives the value of this claim.
    pub(super) fn supports(&self, article: &Article, claim: usize) -> bool {
        let own = article.sentence_of(claim);
        self.0[&article.figure(claim).value.to_bits()].iter().any(|place| *place != own)
    }

    /// Whether the draft gives what `part` lacks to be `whole`.
    pub(super) fn complete(&self, part: f64, whole: f64) -> bool {
        self.0.len() <= SUMMANDS && self.0.keys().any(|rest| equal(part + f64::from_bits(*rest), whole))
    }
}

/// Whether two figures are one, but for what adding binary fractions leaves behind.
pub(super) fn equal(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-6 * other.abs()
}
