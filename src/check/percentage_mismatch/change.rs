//! `passé de 120 à 90, soit une baisse de 35 %`: a change in percent between two levels.

mod frame;

use crate::article::{Line, Number, alike};
use crate::mention::What;
use crate::mention::quantity::{Kind, Quantity};

use frame::Frame;

/// A level before or after a change.
#[derive(Clone, Copy, Debug)]
pub(super) struct Level<'a> {
    pub(super) figure: &'a Quantity,
    pub(super) number: Number,
}

/// A change that the text states, between two levels that it states.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change<'a> {
    /// The percentage, or the number of points.
    pub(super) stated: &'a Quantity,
    pub(super) from: Level<'a>,
    pub(super) to: Level<'a>,
    /// Whether words say which level is which.
    pub(super) sure: bool,
}

/// Words between a change and its percentage: `rose by a record 5 %`.
const REACH: usize = 4;

/// Words between `from` and its figure.
const LEAD: usize = 3;

/// The changes of a sentence.
pub(super) fn changes<'a>(line: &Line<'a>) -> Vec<Change<'a>> {
    let stated: Vec<usize> = line.figures().map(|(at, _)| at).filter(|at| is_change(line, *at)).collect();
    let mut changes: Vec<Change> = Vec::new();
    for at in &stated {
        let found = Frame { line, at: *at, stated: &stated }.change();
        // The levels of one change are not those of the next.
        let taken = |level: &Level| changes.iter().any(|change| change.has(level));
        changes.extend(found.filter(|change| !taken(&change.from) && !taken(&change.to)));
    }
    changes
}

/// The changes of a sentence that are told as an amount, between two levels that words tell apart: `augmente de 3 euros, de
/// 12 à 15`.
pub(super) fn amounts<'a>(line: &Line<'a>) -> impl Iterator<Item = Change<'a>> {
    let amounts: Vec<usize> = line.figures().map(|(at, _)| at).filter(|at| is_amount(line, *at)).collect();
    let percents = line.figures().map(|(at, _)| at).filter(|at| is_change(line, *at));
    let stated: Vec<usize> = percents.chain(amounts.iter().copied()).collect();
    let found =
        |at: usize| Frame { line, at, stated: &stated }.change().filter(|change| change.adjoins(line, at));
    let changes: Vec<Change> = amounts.iter().filter_map(|at| found(*at)).collect();
    changes.into_iter().filter(|change| change.sure && alike(change.stated, change.from.figure))
}

/// Whether the figure at `at` is an amount by which something rises or falls.
fn is_amount(line: &Line, at: usize) -> bool {
    let Some(figure) = line.items[at].figure() else { return false };
    matches!(figure.kind, Kind::Money | Kind::Measure | Kind::Count)
        && figure.other.is_none()
        && figure.hedge.is_none()
        && !line.before(at, 2).take(2).any(|what| matches!(what, What::From | What::To | What::Against))
        && direction(line, at).is_some()
}

/// Whether the figure at `at` is a change, in percent or points.
pub(super) fn is_change(line: &Line, at: usize) -> bool {
    let Some(figure) = line.items[at].figure() else { return false };
    matches!(figure.kind, Kind::Percent | Kind::Points)
        && figure.other.is_none()
        && !matches!(line.before(at, 2).next(), Some(What::From | What::To | What::Against))
        && (direction(line, at).is_some() || is_restated(line, at))
}

/// `fell from 7,613 to 6,630, or 12.9%`: the words for the change stand before its levels.
fn is_restated(line: &Line, at: usize) -> bool {
    let led = |at: usize, what: What| line.before(at, LEAD).take(2).any(|sign| sign == what);
    let told = matches!(line.before(at, 1).next(), Some(What::Equals | What::Mark('(')));
    let levels: Vec<usize> =
        (0..at).rev().filter(|before| line.items[*before].figure().is_some()).take(2).collect();
    let [to, from] = levels[..] else { return false };
    let moved = line.before(from, REACH + 2).any(|what| matches!(what, What::Rise | What::Fall));
    told && moved
        && line.gap(to, at) <= REACH
        && led(to, What::To)
        && (led(from, What::From) || led(from, What::FromOrOf))
}

/// Whether the change goes up or down.
fn direction(line: &Line, at: usize) -> Option<What> {
    let moves = |what: &What| matches!(what, What::Rise | What::Fall);
    let bracketed = line.before(at, 0).take(2).eq([What::Minus, What::Mark('(')]);
    let before = line.before(at, REACH).find(moves);
    before.or_else(|| line.behind(at, 2).take(1).find(moves)).or(bracketed.then_some(What::Fall))
}

impl Change<'_> {
    /// Whether the levels stand on one side of the change at `at`, with no other figure and no new statement between.
    fn adjoins(&self, line: &Line, at: usize) -> bool {
        let places = line.figures().filter(|(_, figure)| self.is_level(figure)).map(|(place, _)| place);
        let (first, last) =
            places.fold((usize::MAX, 0), |(first, last), place| (first.min(place), last.max(place)));
        let (open, close) = if first > at { (at, first) } else { (last, at) };
        let parts = |what: What| what == What::And || what.ends_clause();
        (open < close && close != usize::MAX)
            && line.items[open + 1..close].iter().all(|item| item.figure().is_none())
            && !line.between(open, close).any(parts)
    }

    fn is_level(&self, figure: &Quantity) -> bool {
        [self.from, self.to].iter().any(|own| std::ptr::eq(own.figure, figure))
    }

    fn has(&self, level: &Level) -> bool {
        self.is_level(level.figure)
    }

    /// The change in percent of the first level, the least and the greatest that the roundings allow.
    pub(super) fn percent(&self) -> (f64, f64) {
        let (from, to) = (self.from.number.interval(), self.to.number.interval());
        let least = (to.min - from.max) / from.max * 100.0;
        let most = (to.max - from.min) / from.min * 100.0;
        (least, most)
    }

    /// The change as the difference of the levels.
    pub(super) fn difference(&self) -> Number {
        let (from, to) = (self.from.number, self.to.number);
        Number { value: (to.value - from.value).abs(), give: from.give + to.give }
    }
}
