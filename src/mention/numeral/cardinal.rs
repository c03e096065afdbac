//! Whole numbers in words: `deux cent mille`, `twenty-five hundred`, `one million two hundred thousand`.
//!
//! Each word is below a hundred, a hundred, or a scale; what fits behind what is told by size alone, so that a language is
//! its list of words. `soixante` and `quatre-vingts` take what stands between ten and twenty (class `vigesimal`).

use super::sum::{Sum, Word};
use super::{Fold, Read};
use crate::token::Figure;

/// The longest number, in tokens: no heap of number words is read more than once over.
const WORDS: usize = 24;

/// A whole number in words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cardinal {
    /// Index behind its last token.
    pub(super) end: usize,
    /// What it is worth.
    pub(super) value: f64,
}

impl Cardinal {
    pub(super) fn read(self) -> Read {
        let scaled = self.value >= 1e6;
        (self.end, Figure { scaled, ..Figure::in_words(self.value) })
    }
}

impl Fold<'_> {
    /// The longest whole number in words at `at`. `one` and `a` alone are none.
    pub(super) fn cardinal(&self, at: usize) -> Option<Cardinal> {
        let within = &self.tokens[..self.tokens.len().min(at + WORDS)];
        Fold { tokens: within, ..*self }.whole_number(at)
    }

    fn whole_number(&self, at: usize) -> Option<Cardinal> {
        let (mut end, word, article) = self.first_word(at)?;
        let mut sum = Sum::new().with(word)?;
        while let Some((behind, more)) = self.more(at, end, &sum) {
            (end, sum) = (behind, more);
        }
        if article && end == at + 1 {
            return None;
        }
        Some(Cardinal { end, value: sum.worth() })
    }

    /// The first word of a number, and whether it is an article or `one`, which counts only before a scale.
    fn first_word(&self, at: usize) -> Option<(usize, Word, bool)> {
        if let Some((end, word)) = self.number_word(at) {
            let scale = matches!(word, Word::Hundred { alone: false } | Word::Scale { alone: false, .. });
            let opens = !scale && self.at(self.language.classes.numeral_inside, at).is_none();
            return opens.then_some((end, word, false));
        }
        let end = self.at(self.language.classes.one, at).filter(|end| *end == at + 1)?;
        let scale = self.number_word(end).map(|(_, word)| word);
        let counts = matches!(scale, Some(Word::Hundred { alone: false } | Word::Scale { .. }));
        counts.then_some((end, Word::Below { value: 1.0, vigesimal: false }, true))
    }

    fn number_word(&self, at: usize) -> Option<(usize, Word)> {
        let classes = &self.language.classes;
        if self.is_percent(at) {
            return None;
        }
        let listed = self.value(classes.numeral, at);
        let alone = listed.is_some();
        let (end, value) = listed.or_else(|| self.value(classes.scale, at))?;
        Some((
            end,
            match value {
                100.0 => Word::Hundred { alone },
                value if value < 100.0 => {
                    Word::Below { value, vigesimal: self.at(classes.vigesimal, at) == Some(end) }
                }
                value => Word::Scale { value, alone },
            },
        ))
    }

    /// The next word of the number that `sum` is so far.
    fn more(&self, first: usize, end: usize, sum: &Sum) -> Option<(usize, Sum)> {
        if let Some(behind) = self.at(self.language.classes.numeral_joint, end) {
            return self.behind_and(first, self.hyphen(behind), sum);
        }
        if self.tokens.get(end).is_some_and(|token| token.is_mark('-'))
            && let Some(behind) = self.at(self.language.classes.numeral_joint, end + 1)
        {
            return self.behind_and(first, self.hyphen(behind), sum);
        }
        let at = self.hyphen(end);
        let (behind, word) = self.number_word(at).or_else(|| self.one_within(at, sum))?;
        let below = matches!(word, Word::Below { .. });
        // "one hundred two hundred" is two numbers.
        let next_has_its_own_hundred = below && sum.group >= 100.0 && self.is_hundred(behind);
        let next = sum.with(word).filter(|_| !next_has_its_own_hundred)?;
        Some((behind, next))
    }

    /// `twenty-one`, `cent un`.
    fn one_within(&self, at: usize, sum: &Sum) -> Option<(usize, Word)> {
        let (end, value) = self.value(self.language.classes.single, at)?;
        let glued = at > 0 && self.tokens[at - 1].is_mark('-') || sum.group > 0.0 || sum.scale >= 1000.0;
        glued.then_some((end, Word::Below { value, vigesimal: false }))
    }

    /// Whether a hundred follows, another word between at most: `two hundred`, `twenty-two hundred`.
    fn is_hundred(&self, at: usize) -> bool {
        let hundred = |at: usize| matches!(self.number_word(at), Some((_, Word::Hundred { .. })));
        let below = |at: usize| match self.number_word(at) {
            Some((end, Word::Below { .. })) => hundred(end),
            _ => false,
        };
        hundred(at) || below(self.hyphen(at))
    }

    fn hyphen(&self, at: usize) -> usize {
        at + usize::from(self.tokens.get(at).is_some_and(|token| token.is_mark('-')))
    }

    /// `one hundred and five`, `vingt et un`; but `between one hundred and two hundred` is two numbers.
    fn behind_and(&self, first: usize, at: usize, sum: &Sum) -> Option<(usize, Sum)> {
        let small = self.number_word(at).or_else(|| self.one_within(at, sum));
        if let Some((end, word @ Word::Below { value, .. })) = small
            && sum.group % 100.0 >= 20.0
        {
            // `soixante et onze`; what stands behind other tens is a number of its own.
            let next = sum.with(word).filter(|_| value == 1.0 || value == 11.0)?;
            return self
                .at(self.language.classes.single, at)
                .or(Some(end).filter(|_| value == 11.0))
                .map(|end| (end, next));
        }
        if self.is_between(first) || sum.room() < 100.0 {
            return None;
        }
        let (end, value) = self.below(at, sum.room())?;
        Some((end, Sum { group: sum.group + value, closed: true, ..*sum }))
    }

    /// A number below `room` at `at`. Behind a million a small number is more likely one of its own.
    pub(super) fn below(&self, at: usize, room: f64) -> Option<(usize, f64)> {
        let one = || {
            let (end, value) = self.value(self.language.classes.single, at)?;
            self.denominator(self.hyphen(end)).is_none().then_some((end, value))
        };
        let (end, value) = self.cardinal(at).map(|count| (count.end, count.value)).or_else(one)?;
        let least = if room >= 1e6 { 100.0 } else { 1.0 };
        // What divides it makes it a part: "a hundred and three quarters", but "a hundred and thirty-two fifths".
        let part = self.denominator(self.hyphen(end)).is_some_and(|(_, whole)| value < whole);
        (!part && (least..room).contains(&value)).then_some((end, value))
    }

    /// Whether the word before says that two numbers follow.
    pub(super) fn is_between(&self, first: usize) -> bool {
        first.checked_sub(1).is_some_and(|before| self.at(self.language.classes.between, before).is_some())
    }

    /// `6 million and two hundred thousand`, `3 million two hundred thousand`.
    pub(super) fn and_more(&self, first: usize, (end, figure): Read) -> Read {
        if figure.step < 1000.0 || self.is_between(first) {
            return (end, figure);
        }
        let and = self.at(self.language.classes.numeral_joint, end).unwrap_or(end);
        match self.below(and, figure.step.min(1e15)) {
            Some((behind, more)) => {
                let step = Figure::in_words(more).step;
                (behind, Figure { step, ..figure.plus(more) })
            }
            None => (end, figure),
        }
    }
}
