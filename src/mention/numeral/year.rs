//! Years in words, and months that look like numbers.

use super::{Fold, Read};
use crate::token::{Figure, Token};

impl Fold<'_> {
    /// `31 sept.`: the word is a month behind its day, whatever number it may be elsewhere.
    pub(super) fn is_month(&self, at: usize) -> bool {
        let day = |before: &Token| before.figure().is_some_and(|figure| (1..=2).contains(&figure.digits));
        let month = self.language.has(self.language.classes.month, &self.tokens[at]);
        month && at.checked_sub(1).is_some_and(|before| day(&self.tokens[before]))
    }

    /// `nineteen ninety-six`: two pairs of digits that make a year; "twenty thirty-year-olds" are none.
    pub(super) fn year_in_pairs(&self, at: usize) -> Option<Read> {
        let (second, century) = self.value(self.language.classes.year_opening, at)?;
        let numeral =
            |token: &&Token| token.spaced && self.language.has(self.language.classes.numeral, token);
        self.tokens.get(second).filter(numeral)?;
        let rest = self.cardinal(second)?;
        let closed = self.tokens.get(rest.end).is_none_or(|token| !token.is_mark('-') || token.spaced);
        let year = Figure { digits: 4, step: 1.0, ..Figure::in_words(century * 100.0 + rest.value) };
        (closed && (10.0..100.0).contains(&rest.value)).then_some((rest.end, year))
    }
}
