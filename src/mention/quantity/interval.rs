//! Hedges, and the values that they allow. The widths are those of `domain/contrast_patterns.md`, which measured them.

use crate::mention::Reader;
use crate::span::Span;
use crate::token::Figure;

/// How a figure is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hedge {
    /// `environ`.
    About,
    /// `près de`: not quite so many.
    Below,
    /// `plus de`.
    Above,
    /// `moins de`.
    Under,
    /// `au moins`.
    Least,
    /// `jusqu'à`.
    Most,
}

/// The values that a wording allows, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The least.
    pub min: f64,
    /// The greatest; infinite where nothing limits it.
    pub max: f64,
}

impl Interval {
    /// Whether some value belongs to both.
    pub fn meets(self, other: Interval) -> bool {
        self.min <= other.max && other.min <= self.max
    }
}

impl Hedge {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "about" => Self::About,
            "below" => Self::Below,
            "above" => Self::Above,
            "under" => Self::Under,
            "least" => Self::Least,
            "most" => Self::Most,
            _ => return None,
        })
    }
}

/// The values that a figure with this hedge may mean.
pub(super) fn of(value: f64, hedge: Option<Hedge>) -> Interval {
    let Some(hedge) = hedge else { return Interval { min: value, max: value } };
    let (min, max) = match hedge {
        Hedge::About => (value * 0.9, value * 1.1),
        Hedge::Below => (value * 0.9, value),
        Hedge::Above => (value, value * 1.25),
        Hedge::Under => (value * 0.75, value),
        Hedge::Least => (value, f64::INFINITY),
        Hedge::Most => (0.0, value),
    };
    // Below zero "almost" is nearer to nought.
    Interval { min: tidy(min.min(max)), max: tidy(max.max(min)) }
}

/// Without what multiplying binary fractions leaves behind.
fn tidy(value: f64) -> f64 {
    if value.is_finite() { (value * 1e6).round() / 1e6 } else { value }
}

/// `entre 2 et 3 millions`, `two to three hundred`: the first number takes the scale of the last.
pub(super) fn shared_scale(low: Figure, high: Figure) -> Figure {
    let in_words = low.digits == 0 && high.digits == 0;
    let scale = scale_of(high);
    let shares = (high.scaled || in_words) && !low.scaled && low.value <= high.value / scale;
    if shares { low.times(scale) } else { low }
}

/// The scale that the number ends in, 1 if none.
fn scale_of(figure: Figure) -> f64 {
    let scale = [1e12, 1e9, 1e6, 1e3, 1e2].into_iter().find(|scale| figure.value >= *scale).unwrap_or(1.0);
    if figure.scaled || figure.step >= scale { scale } else { 1.0 }
}

/// The hedge that stands directly before token `first`, an article at most between them, or directly behind `end`.
pub(super) fn hedge(reader: &Reader, first: usize, end: usize) -> Option<(Hedge, Span)> {
    let classes = &reader.language.classes;
    let before = (first.saturating_sub(6)..first).find_map(|at| {
        let (close, value) = reader.language.lexicon.longest(classes.hedge, &reader.tokens, at)?;
        let adjoins = close == first
            || close + 1 == first && reader.language.has(classes.article, &reader.tokens[close]);
        adjoins.then_some((at, close, value))
    });
    let behind = || {
        let (close, value) = reader.language.lexicon.longest(classes.hedge_after, &reader.tokens, end)?;
        Some((end, close, value))
    };
    let (open, close, value) = before.or_else(behind)?;
    Some((Hedge::named(value.text()?)?, reader.span(open, close)))
}
