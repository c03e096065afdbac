//! Finds the pairs among many words that differ by one letter, without comparing each with each.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashSet, FxHasher};

/// Longest word that is compared, in letters: longer ones are no names.
const LONGEST: usize = 40;
/// More words than this that become equal are no slips but a series: `Alpha`, `Alphb`, …
const SERIES: usize = 24;

/// The pairs of words at a Damerau-Levenshtein distance of one, as indices, the lower one first.
///
/// Each word is listed under itself and under itself without each of its letters in turn; two words at that distance
/// share an entry. The entries are sorted, so the time is that of sorting them.
pub(super) fn pairs(words: &[&str]) -> Vec<(usize, usize)> {
    let mut entries: Vec<(u64, u32)> = Vec::with_capacity(words.len() * 10);
    for (index, word) in words.iter().enumerate() {
        shortened(word, |hash| entries.push((hash, index as u32)));
    }
    entries.sort_unstable();
    entries.dedup();
    let mut seen = FxHashSet::default();
    let groups =
        entries.chunk_by(|one, other| one.0 == other.0).filter(|group| (2..=SERIES).contains(&group.len()));
    for group in groups {
        for (n, (_, one)) in group.iter().enumerate() {
            seen.extend(group[n + 1..].iter().map(|(_, other)| (*one as usize, *other as usize)));
        }
    }
    let mut pairs: Vec<_> = seen
        .into_iter()
        .filter(|(one, other)| strsim::osa_distance(words[*one], words[*other]) == 1)
        .collect();
    pairs.sort_unstable();
    pairs
}

/// Hashes of the word, and of the word without each of its letters.
fn shortened(word: &str, mut entry: impl FnMut(u64)) {
    if word.chars().count() > LONGEST {
        return;
    }
    entry(hash(word.chars()));
    for gap in 0..word.chars().count() {
        entry(hash(word.chars().enumerate().filter(|(at, _)| *at != gap).map(|(_, letter)| letter)));
    }
}

fn hash(letters: impl Iterator<Item = char>) -> u64 {
    let mut hasher = FxHasher::default();
    letters.for_each(|letter| letter.hash(&mut hasher));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::pairs;

    #[test]
    fn one_letter_left_out_put_in_replaced_or_swapped() {
        for other in ["miley", "millley", "mulley", "imlley", "millye"] {
            assert_eq!(pairs(&["milley", other]), [(0, 1)], "{other}");
        }
        for other in ["milly", "mlley", "ghani", "milleyss", "mileyy"] {
            let found = pairs(&["milley", other]);
            assert_eq!(found.is_empty(), strsim::osa_distance("milley", other) != 1, "{other}");
        }
    }

    #[test]
    fn a_series_is_no_heap_of_slips() {
        let series: Vec<String> = ('a'..='z').map(|letter| format!("alph{letter}")).collect();
        assert!(pairs(&series.iter().map(String::as_str).collect::<Vec<_>>()).is_empty());
    }
}
