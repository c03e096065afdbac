//! Where the levels of a change stand: behind it, before it, or on both sides.

use crate::article::{Line, Number, alike, ends, is_level, is_year};
use crate::mention::What;
use crate::mention::quantity::Kind;

use super::{Change, LEAD, Level, REACH, direction};

/// A change and its sentence.
pub(super) struct Frame<'a, 'l> {
    pub(super) line: &'l Line<'a>,
    /// The change.
    pub(super) at: usize,
    /// All changes of the sentence.
    pub(super) stated: &'l [usize],
}

impl<'a> Frame<'a, '_> {
    /// The change with its levels.
    pub(super) fn change(&self) -> Option<Change<'a>> {
        self.forward().or_else(|| self.backward()).or_else(|| self.around())
    }

    /// `rose 7 % to 51 from 48`, `de 10 %, de 40 à 44 euros`.
    fn forward(&self) -> Option<Change<'a>> {
        let places: Vec<usize> = self.ahead().collect();
        self.led(&places)
    }

    /// `from 2,500 to 3,000, a 20 % jump`.
    fn backward(&self) -> Option<Change<'a>> {
        let places: Vec<usize> = self.behind().collect();
        let nearest = *places.first()?;
        if self.ahead().any(|at| self.leads_from(at))
            || self.line.between(nearest, self.at).any(What::ends_clause)
        {
            return None;
        }
        self.led(&places).or_else(|| self.apposed(&places))
    }

    /// `624, up 16 % from 537`: the level after the change stands before it.
    fn around(&self) -> Option<Change<'a>> {
        if self.line.before(self.at, REACH).any(|what| what == What::Mark('(')) {
            return None;
        }
        let from = self.ahead().find(|at| self.leads_from(*at) && self.line.gap(self.at, *at) <= BESIDE)?;
        let mut before = self.behind().filter(|at| self.fits(*at, from) && !self.leads_from(*at));
        let to = before.next().filter(|_| before.next().is_none())?;
        self.pair(from, to, true)
    }

    /// Levels of which words say which is which, among the figures at `places`.
    fn led(&self, places: &[usize]) -> Option<Change<'a>> {
        if let Some(range) = places.iter().find(|at| self.is_range(**at)) {
            return self.range(*range);
        }
        let from = *places.iter().find(|at| self.leads_from(**at))?;
        let to = *places.iter().find(|at| self.leads(**at, What::To) && self.fits(**at, from))?;
        self.pair(from, to, true)
    }

    /// Two levels and the change behind them: `il laissait 120 grammes ; il n'en laisse plus que 90, soit 25 % de moins`.
    /// Which level is which, the direction tells.
    fn apposed(&self, places: &[usize]) -> Option<Change<'a>> {
        let levels: Vec<usize> = places.iter().copied().filter(|at| self.is_level(*at)).collect();
        let [second, first] = levels[..] else { return None };
        let told = self.line.before(self.at, REACH).any(|what| what == What::Equals);
        let against = self.leads(second, What::Against);
        let comma = self.line.before(self.at, REACH).any(|what| matches!(what, What::Mark(',' | '(')));
        if !(told || against && comma) || !self.fits(first, second) {
            return None;
        }
        // Two percentages in a row are seldom levels of one thing.
        let percents = self.line.items[first].figure().is_some_and(|figure| figure.kind == Kind::Percent);
        if percents && !against {
            return None;
        }
        let values = [first, second].map(|at| self.line.items[at].figure().map(|figure| figure.value));
        let falls = direction(self.line, self.at)? == What::Fall;
        let turned = if against { true } else { (values[0] < values[1]) == falls };
        let (from, to) = if turned { (second, first) } else { (first, second) };
        let agrees =
            values[0].zip(values[1]).is_some_and(|(first, second)| against && (first < second) == falls);
        self.pair(from, to, !against || agrees)
    }

    /// The figures behind the change, up to the next one.
    fn ahead(&self) -> impl Iterator<Item = usize> + '_ {
        let end =
            (self.at + 1..self.line.items.len()).find(|at| self.parts(*at)).unwrap_or(self.line.items.len());
        (self.at + 1..end)
            .filter(|at| self.line.items[*at].figure().is_some() && self.line.gap(self.at, *at) <= FURTHEST)
    }

    /// The figures before the change, up to the one before, the nearest first.
    fn behind(&self) -> impl Iterator<Item = usize> + '_ {
        let start = self.stated.iter().rev().find(|at| **at < self.at).map_or(0, |at| at + 1);
        (start..self.at)
            .rev()
            .filter(|at| self.line.items[*at].figure().is_some() && self.line.gap(*at, self.at) <= FURTHEST)
    }

    /// Whether another statement begins there.
    fn parts(&self, at: usize) -> bool {
        let sign = self.line.items[at].sign();
        // In "a 5 percent increase in sales to 105 from 100" the first sign is that of the change itself.
        // "Up from" leads to the level before.
        let leads = self.line.items.get(at + 1).is_some_and(|next| next.is(What::From))
            && self.line.gap(at, at + 1) == 0;
        let moves = self.line.gap(self.at, at) > 1 && matches!(sign, Some(What::Rise | What::Fall)) && !leads;
        self.stated.contains(&at) || moves || sign.is_some_and(What::ends_clause) || self.is_other_share(at)
    }

    /// Whether a percentage stands there that is no level: the change of something else, its verb left out.
    fn is_other_share(&self, at: usize) -> bool {
        let level = |what: What| matches!(what, What::From | What::FromOrOf | What::To | What::Against);
        let percent = self.line.items[at].figure().is_some_and(|figure| figure.kind == Kind::Percent);
        percent && !self.line.before(at, LEAD).take(2).any(level)
    }

    fn leads(&self, at: usize, what: What) -> bool {
        self.line.before(at, LEAD).take(2).any(|sign| sign == what)
    }

    fn leads_from(&self, at: usize) -> bool {
        let from = |what: What| matches!(what, What::From | What::FromOrOf | What::Against);
        self.is_level(at)
            && self.line.before(at, LEAD).take(2).take_while(|what| *what != What::Mark('(')).any(from)
    }

    fn is_level(&self, at: usize) -> bool {
        at != self.at
            && self.line.items[at].figure().is_some_and(|figure| {
                let level = is_level(figure.kind) && figure.kind != Kind::Duration && !is_year(figure);
                level && figure.other.is_none() && figure.value > 0.0
            })
    }

    fn is_range(&self, at: usize) -> bool {
        let figure = self.line.items[at].figure();
        (self.leads(at, What::From) || self.leads(at, What::FromOrOf))
            && figure.is_some_and(|figure| figure.other.is_some() && is_level(figure.kind))
    }

    /// Whether both figures may be levels of the same.
    fn fits(&self, one: usize, other: usize) -> bool {
        let (Some(one_figure), Some(other_figure)) =
            (self.line.items[one].figure(), self.line.items[other].figure())
        else {
            return false;
        };
        let ratio = one_figure.value / other_figure.value;
        one != other
            && self.is_level(one)
            && alike(one_figure, other_figure)
            && (1.0 / FAR..=FAR).contains(&ratio)
    }

    fn pair(&self, from: usize, to: usize, sure: bool) -> Option<Change<'a>> {
        let figure = |at: usize| self.line.items[at].figure();
        let (stated, from, to) =
            (figure(self.at)?, figure(from).filter(|_| self.fits(from, to))?, figure(to)?);
        let [before, after] = Number::beside(from, to);
        let level = |figure, number| Level { figure, number };
        Some(Change { stated, from: level(from, before), to: level(to, after), sure })
    }

    fn range(&self, at: usize) -> Option<Change<'a>> {
        let figure = self.line.items[at].figure()?;
        let (from, to) = ends(figure)?;
        let stated = self.line.items[self.at].figure()?;
        let level = |number| Level { figure, number };
        (from.value > 0.0).then(|| Change { stated, from: level(from), to: level(to), sure: true })
    }
}

/// Words between a change and its levels. Copy without full stops makes sentences that are none.
const FURTHEST: usize = 35;
/// Words between a change and the level behind it, where the other stands before.
const BESIDE: usize = 8;
/// Levels further apart than this are hardly levels of one thing.
const FAR: f64 = 6.0;
