//! Numbers below zero: `-3,5 %`, `minus five`.

use super::{Fold, Read};
use crate::token::{Figure, Kind, Token};

impl Fold<'_> {
    /// The number behind a minus, as a mark or as a word.
    pub(super) fn below_zero(&self, at: usize) -> Option<Read> {
        let read = match self.tokens[at].kind {
            Kind::Mark('-' | '–' | '−') => self.signed(at),
            Kind::Word => self.negated(at),
            _ => None,
        };
        read.filter(|_| !self.is_behind_number(at))
    }

    /// `10 -15` is a range, `five minus two` a sum.
    fn is_behind_number(&self, at: usize) -> bool {
        at.checked_sub(1).map(|before| &self.tokens[before]).is_some_and(|before| {
            before.figure().is_some() || self.language.has(self.language.classes.numeral, before)
        })
    }

    /// `-3`: glued to its number and to nothing else; no day of a month and no year.
    fn signed(&self, at: usize) -> Option<Read> {
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        let free = self.tokens[at].spaced || before.is_none_or(|before| before.is_mark('('));
        let figure = self.tokens.get(at + 1).filter(|next| free && !next.spaced)?.figure()?;
        let year = figure.digits == 4 && !figure.grouped && figure.decimals == 0;
        let month = self.at(self.language.classes.month, at + 2).is_some();
        if figure.chained || year || month {
            return None;
        }
        let (end, figure) = self.in_digits(at + 1, figure);
        Some((end, figure.negative()))
    }

    /// `minus five`, `moins 5 degrés`, but not `au moins 5`.
    fn negated(&self, at: usize) -> Option<Read> {
        let classes = &self.language.classes;
        let next = self.at(classes.minus, at)?;
        let excused = |before: usize| self.language.has(classes.not_minus, &self.tokens[before]);
        if at.checked_sub(1).is_some_and(excused) {
            return None;
        }
        let (end, figure) = match self.tokens.get(next)? {
            Token { kind: Kind::Number(figure), .. } => self.in_digits(next, *figure),
            token if token.is_word() => self.in_words(next).or_else(|| {
                let (end, value) = self.value(classes.single, next)?;
                Some((end, Figure::in_words(value)))
            })?,
            _ => return None,
        };
        (figure.value >= 0.0 && !figure.chained).then(|| (end, figure.negative()))
    }
}
