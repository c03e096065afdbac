//! `doublé, passant de 5 à 15`: a multiple that the two levels behind it do not bear out.

use crate::article::{Item, Line, Number, alike, ends, is_level, is_year};
use crate::mention::What;
use crate::mention::quantity::{Kind, Quantity};

/// A multiple, and the levels that it is said of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Multiple<'a> {
    /// The place of the word among the items.
    pub(super) at: usize,
    pub(super) factor: f64,
    pub(super) from: (&'a Quantity, Number),
    pub(super) to: (&'a Quantity, Number),
}

/// The multiples of a sentence that are off.
pub(super) fn faults<'a, 'l>(line: &'l Line<'a>) -> impl Iterator<Item = Multiple<'a>> + use<'a, 'l> {
    let words = (0..line.items.len()).filter_map(|at| {
        let word = Word { line, at };
        match line.items[at].sign()? {
            What::Times(factor) => word.behind(factor).or_else(|| word.before(factor)),
            What::TimesOf(factor) => word.compared(factor),
            _ => None,
        }
    });
    words.filter(|multiple| multiple.is_off(line))
}

/// Words between the multiple and its levels.
const REACH: usize = 8;
/// Words between `twice as many as` and the level it is compared with.
const CLOSE: usize = 6;

/// The word for a multiple, in its sentence.
struct Word<'a, 'l> {
    line: &'l Line<'a>,
    at: usize,
}

impl<'a> Word<'a, '_> {
    /// `doublé, passant de 5 à 15`, `doubled to 15 from 5`, `doublé à 15, contre 5`.
    fn behind(&self, factor: f64) -> Option<Multiple<'a>> {
        let mut figures =
            self.line.figures().filter(|(_, figure)| self.is_behind(figure) && is_plain(figure));
        let (first, one) = figures.next().filter(|(first, _)| self.line.gap(self.at, *first) <= REACH)?;
        if let Some((from, to)) = ends(one) {
            return self.leads_from(first).then_some(Multiple {
                at: self.at,
                factor,
                from: (one, from),
                to: (one, to),
            });
        }
        let (second, _) = figures.next()?;
        let to = |at: usize| self.lead(at) == Some(What::To);
        match () {
            () if self.leads_from(first) && to(second) => self.levels(factor, first, second),
            () if to(first) && (self.leads_from(second) || self.lead(second) == Some(What::Against)) => {
                self.levels(factor, second, first)
            }
            () => None,
        }
    }

    /// `passé de 5 à 15, soit le double`, `from 5 to 15, a doubling`.
    fn before(&self, factor: f64) -> Option<Multiple<'a>> {
        let mut figures =
            self.line.figures().filter(|(_, figure)| self.is_ahead(figure) && is_plain(figure)).rev();
        let (last, two) = figures.next().filter(|(last, _)| self.line.gap(*last, self.at) <= REACH)?;
        let alone = !self.line.figures().any(|(_, figure)| self.is_behind(figure));
        if let Some((from, to)) = ends(two).filter(|_| alone && self.is_certain(last)) {
            return Some(Multiple { at: self.at, factor, from: (two, from), to: (two, to) });
        }
        let (first, _) = figures.next().filter(|(first, _)| alone && self.is_certain(*first))?;
        (self.lead(last) == Some(What::To)).then(|| self.levels(factor, first, last))?
    }

    /// `15 cases, three times as many as the 5 of last year`: the level to compare with stands behind.
    fn compared(&self, factor: f64) -> Option<Multiple<'a>> {
        let Item::Sign(sign) = self.line.items[self.at] else { return None };
        let (to, _) = self.line.figures().rev().find(|(_, figure)| self.is_ahead(figure))?;
        let (from, _) = self.line.figures().find(|(_, figure)| self.is_behind(figure))?;
        let close = self.line.gap(to, self.at) <= CLOSE && self.line.gap(self.at, from) <= CLOSE;
        let plain =
            !self.line.between(self.at, from).any(|what| matches!(what, What::Mark(',' | ':') | What::And));
        (sign.opens && close && plain).then(|| self.levels(factor, from, to))?
    }

    /// The multiple of two levels of one thing, in one statement.
    fn levels(&self, factor: f64, from: usize, to: usize) -> Option<Multiple<'a>> {
        let level = |at: usize| self.line.items[at].figure().map(|figure| (figure, Number::of(figure)));
        let (from, to, ends) = (level(from)?, level(to)?, (from.min(to), from.max(to)));
        let apart = self.line.between(ends.0, ends.1).any(What::ends_clause);
        let plain = |figure: &Quantity| figure.other.is_none() && is_plain(figure);
        (plain(from.0) && plain(to.0) && alike(from.0, to.0) && !apart).then_some(Multiple {
            at: self.at,
            factor,
            from,
            to,
        })
    }

    /// Whether the figure stands before the word, which may hold a number itself: `three times`.
    fn is_ahead(&self, figure: &Quantity) -> bool {
        figure.tokens.1 <= self.line.items[self.at].tokens().0
    }

    fn is_behind(&self, figure: &Quantity) -> bool {
        figure.tokens.0 >= self.line.items[self.at].tokens().1
    }

    fn lead(&self, at: usize) -> Option<What> {
        self.line.before(at, 1).next()
    }

    fn leads_from(&self, at: usize) -> bool {
        matches!(self.lead(at), Some(What::From | What::FromOrOf))
    }

    /// Whether a word that means nothing but a level before a change leads to the figure: `passé de`, `from`.
    fn is_certain(&self, at: usize) -> bool {
        self.lead(at) == Some(What::From)
    }
}

/// Whether the figure may be a level: no stretch of time, no year.
fn is_plain(figure: &Quantity) -> bool {
    is_level(figure.kind) && figure.kind != Kind::Duration && !is_year(figure)
}

impl Multiple<'_> {
    /// How many times the first level the second is.
    pub(super) fn ratio(&self) -> f64 {
        self.to.1.value / self.from.1.value
    }

    /// Words for a multiple are round: a fifth more or less is the same, and more where they say so.
    fn is_off(&self, line: &Line) -> bool {
        let hedged = line.before(self.at, 1).any(|what| what == What::Open);
        let give = if hedged { HEDGED } else { ROUND };
        let off = self.ratio() / self.factor;
        self.from.1.value > 0.0 && (off > give || off < 1.0 / give)
    }
}

/// A plain `doubled` may be off by this factor.
const ROUND: f64 = 1.2;
/// `nearly doubled` and `more than doubled` may be off by this one.
const HEDGED: f64 = 1.5;
