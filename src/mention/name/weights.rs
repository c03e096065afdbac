//! How much each clue speaks for a word being in a name: read from the tables beside this file.
//!
//! The numbers are those of a linear chain (a conditional random field), fitted by `tools/names/fit.py`. They weigh clues,
//! never words.

use std::sync::LazyLock;

use super::feature::{FEATURES, number};

/// What a word can be: no name, or the first or a further word of a person's, place's or organisation's.
pub(super) const LABELS: usize = 7;
/// The label of words outside names.
pub(super) const OUTSIDE: usize = 0;
/// Labels, and as many more as processors add up at once.
const LANES: usize = 8;
/// A weight for each label.
pub(super) type Scores = [i32; LANES];
/// What no feature at all weighs.
pub(super) const NOTHING: Scores = [0; LANES];

/// What a feature weighs for each label.
type Row = [i16; LANES];

/// The weights for a language.
#[derive(Debug)]
pub(super) struct Weights {
    /// By feature, for each label.
    features: Vec<Row>,
    /// From the label in front to the label behind.
    pub(super) steps: [Scores; LABELS],
}

/// The weights for the language with this code.
pub(super) fn of(language: &str) -> &'static Weights {
    if language == "fr" { &FRENCH } else { &ENGLISH }
}

static ENGLISH: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("weights/en.tsv")));
static FRENCH: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("weights/fr.tsv")));

impl Weights {
    /// # Panics
    /// Where the table is wrong, saying which line. It is part of the program and a test reads it.
    fn read(table: &str) -> Self {
        let mut weights = Self { features: vec![[0; LANES]; FEATURES], steps: [[0; LANES]; LABELS] };
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            weights.line(line).unwrap_or_else(|| panic!("weights of names: {line}"));
        }
        weights
    }

    fn line(&mut self, line: &str) -> Option<()> {
        let (name, cells) = line.split_once('\t')?;
        let cells = cells.split('\t').map(str::parse).collect::<Result<Vec<i16>, _>>().ok()?;
        let labels: [i16; LABELS] = cells.try_into().ok()?;
        let mut row = [0; LANES];
        row[..LABELS].copy_from_slice(&labels);
        match name.strip_prefix("step ") {
            Some(from) => *self.steps.get_mut(from.parse::<usize>().ok()?)? = row.map(i32::from),
            None => *self.features.get_mut(number(name)?)? = row,
        }
        Some(())
    }

    /// Adds what a feature weighs.
    #[inline]
    pub(super) fn add(&self, feature: usize, scores: &mut Scores) {
        for (score, weight) in scores.iter_mut().zip(self.features[feature]) {
            *score += i32::from(weight);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_can_be_read() {
        assert!(of("fr").steps != of("en").steps);
    }
}
