//! Parts: `two thirds`, `three and a half`, `un demi-million`, `two thirds of a million`.

use super::{Fold, Read};
use crate::language::Head;
use crate::token::{Figure, Token};

/// A numerator, a denominator and the index behind them.
struct Parts {
    end: usize,
    part: f64,
    whole: f64,
}

impl Parts {
    fn read(self) -> Read {
        (self.end, Figure::share(self.part, self.whole))
    }
}

impl Fold<'_> {
    /// `half a million`, `un demi-million`.
    pub(super) fn half_of_scale(&self, at: usize) -> Option<Read> {
        let classes = &self.language.classes;
        let open = match self.at(classes.one, at) {
            Some(end) if self.at(classes.half_of, end).is_some() => end,
            _ => at,
        };
        let half = self.at(classes.half_of, open)?;
        let hyphen = half + usize::from(self.tokens.get(half)?.is_mark('-'));
        let scale = self.at(classes.one, hyphen).unwrap_or(hyphen);
        let (end, value) = self.value(classes.scale, scale)?;
        Some(self.scaled((end, Figure::of(0.5, 0.5).times(value))))
    }

    /// `two thirds`, `one twenty-fifth`, `a quarter of`.
    pub(super) fn fraction(&self, at: usize) -> Option<Read> {
        let parts = self.parts(at)?;
        let article = self.cardinal(at).is_none() && self.at(self.language.classes.single, at).is_none();
        self.is_fraction(at, &parts, article).then(|| parts.read())
    }

    /// `3 cinquièmes`.
    pub(super) fn fraction_of_digits(&self, at: usize, (end, figure): Read) -> Option<Read> {
        let (behind, whole) = self.denominator(end).filter(|(_, whole)| *whole > 1.0 && end == at + 1)?;
        let parts = Parts { end: behind, part: f64::from(figure.plain()?), whole };
        self.is_fraction(at, &parts, false).then(|| parts.read())
    }

    /// Numerator and denominator at `at`, whatever follows.
    fn parts(&self, at: usize) -> Option<Parts> {
        let classes = &self.language.classes;
        let (end, part) = match self.cardinal(at) {
            Some(count) => (count.end, count.value),
            None => (self.at(classes.one, at)?, 1.0),
        };
        if let Some(parts) = self.tens_belong_below(at, end) {
            return Some(parts);
        }
        let (behind, whole) = self.denominator(self.joint(end))?;
        // "twenty-fifth" and "vingt-cinquième" are places in an order.
        let ordinal = self.tens(end - 1).is_some() && whole < 10.0;
        let several = self.joint(end) == end && self.is_plural(&self.tokens[behind - 1]);
        (whole > 1.0 && (!ordinal || several)).then_some(Parts { end: behind, part, whole })
    }

    /// `one hundred thirty fifths` is a hundred by thirty-five: tens before the last word belong to the denominator if a
    /// numerator is left without them.
    fn tens_belong_below(&self, at: usize, end: usize) -> Option<Parts> {
        let tens = end.checked_sub(1).filter(|tens| *tens > at && self.tens(*tens).is_some());
        let (tens, part) = match tens {
            Some(tens) => {
                let before = Fold { tokens: &self.tokens[..tens], ..*self };
                let count = before.cardinal(at).filter(|count| count.end == tens)?;
                (tens, count.value)
            }
            None => (self.joint(end), self.cardinal(at).map_or(1.0, |count| count.value)),
        };
        let unit = self.joint(tens + 1);
        let unit = self.at(self.language.classes.numeral_joint, unit).map_or(unit, |end| self.joint(end));
        let (end, value) = self.denominator(unit).filter(|(_, value)| *value < 10.0)?;
        Some(Parts { end, part, whole: self.tens(tens)? + value })
    }

    /// The worth of the word if it is one of the tens.
    fn tens(&self, at: usize) -> Option<f64> {
        let (end, value) = self.value(self.language.classes.numeral, at)?;
        (end == at + 1 && (20.0..100.0).contains(&value) && value % 10.0 == 0.0).then_some(value)
    }

    fn joint(&self, at: usize) -> usize {
        at + usize::from(self.tokens.get(at).is_some_and(|token| token.is_mark('-')))
    }

    /// `tiers`, `fifths`: where it ends, and by what it divides.
    pub(super) fn denominator(&self, at: usize) -> Option<(usize, f64)> {
        self.value(self.language.classes.denominator, at)
    }

    /// Whether what follows lets it be a fraction: `a third of the votes`, but `a third term`; `three quarters of`, but
    /// `for three quarters`.
    fn is_fraction(&self, at: usize, parts: &Parts, article: bool) -> bool {
        let classes = &self.language.classes;
        let last = &self.tokens[parts.end - 1];
        let plural = self.is_plural(last);
        let english = self.language.head == Head::Plural;
        let of = self.at(classes.fraction_of, parts.end).is_some();
        let scale = self.at(classes.scale, parts.end).is_some();
        let next = self.tokens.get(parts.end);
        let compound = next.is_some_and(|next| next.is_mark('-') && !next.spaced);
        let single = english && parts.part != 1.0 && !plural;
        if single || compound || self.at(classes.no_fraction, parts.end).is_some() {
            return false;
        }
        if of || scale {
            return true;
        }
        let open = next.is_none_or(|next| !next.is_word() || self.language.has(classes.stop, next));
        let hyphen = self.tokens[parts.end - 2].is_mark('-');
        match () {
            () if article => {
                // "a year and a half" is one stretch of time.
                let and =
                    at.checked_sub(1).is_some_and(|before| self.at(classes.numeral_joint, before).is_some());
                parts.whole == 2.0 && !and && next.is_none_or(|next| !next.is_word())
            }
            () if self.language.has(classes.timed_part, last) => hyphen,
            () => open || english && plural,
        }
    }

    fn is_plural(&self, token: &Token) -> bool {
        token.span.of(self.text).ends_with(['s', 'S'])
    }

    /// `one and a half`, `one point five`: the word alone is no number.
    pub(super) fn one_and_part(&self, at: usize) -> Option<Read> {
        let (end, one) = self.value(self.language.classes.single, at)?;
        let read = (end, Figure::in_words(one));
        [self.decimals(read), self.and_part(read)].into_iter().find(|(behind, _)| *behind > end)
    }

    /// The number with what makes it a half or a third more, and `of a million`.
    pub(super) fn parted(&self, at: usize, (end, figure): Read) -> Read {
        if figure.fraction {
            return self.of_scale((end, figure));
        }
        let (behind, halved) = self.and_part((end, figure));
        if behind == end || figure.scaled || self.is_between(at) {
            (behind, halved)
        } else {
            self.scaled((behind, halved))
        }
    }

    /// `two thirds of a million`, `three quarters billion`.
    fn of_scale(&self, (end, figure): Read) -> Read {
        let classes = &self.language.classes;
        let of = self.at(classes.fraction_of, end).unwrap_or(end);
        let one = self.at(classes.one, of).filter(|_| of > end).unwrap_or(of);
        match self.value(classes.scale, one).filter(|(_, scale)| *scale >= 1000.0) {
            Some((behind, scale)) => (behind, figure.times(scale)),
            None => (end, figure),
        }
    }

    /// `deux millions et demi`, `five and a quarter`, `one billion and three quarters million`.
    fn and_part(&self, (end, figure): Read) -> Read {
        let unit = if figure.scaled { last_scale(figure) } else { 1.0 };
        if let Some(behind) = self.at(self.language.classes.half, end) {
            let own = self.value(self.language.classes.scale, behind);
            if let Some((behind, own)) = own.filter(|(_, own)| *own < unit) {
                return (behind, Figure { step: own / 10.0, ..figure.plus(own / 2.0) });
            }
            return (behind, Figure { step: unit / 10.0, ..figure.plus(unit / 2.0) });
        }
        let part = self.at(self.language.classes.numeral_joint, end).and_then(|and| self.parts(and));
        // "5 and a third of the votes" is two numbers, and so is what makes more than a whole.
        let own = |parts: &Parts| self.at(self.language.classes.fraction_of, parts.end).is_some();
        match part.filter(|parts| figure.decimals == 0 && parts.part < parts.whole && !own(parts)) {
            Some(parts) => {
                let scale = self.value(self.language.classes.scale, parts.end).filter(|_| figure.scaled);
                let (behind, unit) = scale.unwrap_or((parts.end, unit));
                let step = unit / parts.whole;
                (behind, Figure { step, ..figure.plus(unit * parts.part / parts.whole) })
            }
            None => (end, figure),
        }
    }
}

/// The scale that the last word of the number names: a million for `2 million`.
fn last_scale(figure: Figure) -> f64 {
    [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| figure.step >= *scale).unwrap_or(1.0)
}
