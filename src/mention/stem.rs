//! Light stems: what two forms of one word have in common.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use crate::knowledge::fold;

/// A word without accents, capitals and plural, as a number: equal stems are equal numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stem(u64);

/// Letters of a long word that count: its ending changes with gender and tense.
const LETTERS: usize = 8;

impl Stem {
    /// The stem of a word.
    pub fn of(word: &str) -> Self {
        let folded = fold(word);
        let bare = singular(&folded);
        let kept = bare.char_indices().nth(LETTERS).map_or(bare, |(end, _)| &bare[..end]);
        let mut hasher = FxHasher::default();
        kept.hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// Without the letter that makes a plural, in French as in English.
fn singular(word: &str) -> &str {
    match word.strip_suffix(['s', 'x']) {
        Some(bare) if bare.len() > 2 && !bare.ends_with('s') => bare,
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plural_accent_and_capital_do_not_count() {
        assert_eq!(Stem::of("Soldats"), Stem::of("soldat"));
        assert_eq!(Stem::of("blessés"), Stem::of("BLESSE"));
        assert_ne!(Stem::of("morts"), Stem::of("mois"));
    }
}
