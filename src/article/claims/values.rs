//! The values that a draft gives for one thing, and where.

use rustc_hash::{FxHashMap, FxHashSet};

use super::reason;
use crate::article::Article;
use crate::mention::Stem;

/// The values of a group.
#[derive(Debug)]
pub struct Values {
    /// The sentences that give each value.
    places: FxHashMap<u64, Vec<(usize, usize)>>,
    /// Those that some figure gives without a word that sets it apart.
    plain: FxHashSet<u64>,
    /// All, the least first.
    sorted: Vec<f64>,
    /// For each word, the last value that it stands near, and near how many it stands.
    near: FxHashMap<Stem, (u64, usize)>,
}

/// How many times another a value may be to be of its size.
const LIKE: f64 = 3.0;
/// So many values of a group are tried for a sum.
const SUMMANDS: usize = 12;

impl Values {
    /// The values of a group of claims.
    pub fn of(article: &Article, group: &[usize]) -> Self {
        let mut values = Self {
            places: FxHashMap::default(),
            plain: FxHashSet::default(),
            sorted: Vec::new(),
            near: FxHashMap::default(),
        };
        for claim in group {
            let figure = article.figure(*claim);
            let value = figure.value.to_bits();
            values.places.entry(value).or_default().push(article.sentence_of(*claim));
            if !figure.context.cues.iter().any(|cue| reason::is_telling(cue.what)) {
                values.plain.insert(value);
            }
            for (stem, _) in &figure.context.near {
                let (last, count) = values.near.entry(*stem).or_insert((value, 1));
                if *last != value {
                    (*last, *count) = (value, *count + 1);
                }
            }
        }
        values.sorted = values.places.keys().map(|value| f64::from_bits(*value)).collect();
        values.sorted.sort_by(f64::total_cmp);
        values
    }

    /// Near how many values a word stands.
    pub(super) fn near(&self, stem: Stem) -> usize {
        self.near.get(&stem).map_or(0, |(_, count)| *count)
    }

    /// How many there are that are of the size of these two: next to "2 million" and "3 million", "40" is no rival.
    pub(super) fn like(&self, one: f64, other: f64) -> usize {
        let (low, high) = (one.min(other) / LIKE, one.max(other) * LIKE);
        self.sorted.partition_point(|value| *value <= high)
            - self.sorted.partition_point(|value| *value < low)
    }

    /// How many there are without those that the text sets apart: an earlier toll, a part, a plan.
    pub(super) fn plain(&self) -> usize {
        self.plain.len()
    }

    /// Whether another sentence gives the value of this claim.
    pub(super) fn supports(&self, article: &Article, claim: usize) -> bool {
        let own = article.sentence_of(claim);
        self.places[&article.figure(claim).value.to_bits()].iter().any(|place| *place != own)
    }

    /// Whether the draft gives what `part` lacks to be `whole`.
    pub(super) fn complete(&self, part: f64, whole: f64) -> bool {
        self.places.len() <= SUMMANDS
            && self
                .places
                .keys()
                .map(|rest| f64::from_bits(*rest))
                .any(|rest| rest != part && equal(part + rest, whole))
    }
}

/// Whether two figures are one, but for what adding binary fractions leaves behind.
pub(super) fn equal(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-6 * other.abs()
}
