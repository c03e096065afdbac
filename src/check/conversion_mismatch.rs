//! A figure given again in another unit, which is not the same.

mod money;
mod units;

use crate::analysis::{Finding, Related, Severity};
use crate::article::{Article, Line};
use crate::mention::What;
use crate::mention::quantity::{Kind, Quantity};

pub(super) fn run(article: &Article, paragraph: usize, findings: &mut Vec<Finding>) {
    for line in article.lines(paragraph) {
        let pairs = line.figures().filter_map(|(at, _)| Pair::of(&line, at, converted(&line, at)?));
        for pair in pairs {
            findings.extend(pair.fault().map(|right| finding(article, line.paragraph, &pair, right)));
        }
    }
}

/// The figure that says the one at `at` again: alone in brackets, or behind `soit`.
fn converted(line: &Line, at: usize) -> Option<usize> {
    let next = (at + 1..line.items.len()).find(|next| line.items[*next].figure().is_some())?;
    let signs: Vec<What> =
        line.between(at, next).filter(|what| !matches!(what, What::Open | What::Minus)).collect();
    let behind = line.behind(next, 0).next();
    let bare = line.gap(at, at + 1) <= 1;
    let told = match signs[..] {
        [What::Mark('('), ..] => behind == Some(What::Mark(')')) && line.gap(next - 1, next) <= HEDGE,
        [What::Mark(','), What::Equals] | [What::Equals] => line.gap(next - 1, next) <= HEDGE,
        // "2.5 hectares, about 6 acres."; "40 km – 25 miles – away"
        [What::Mark(',')] => line.items[next - 1].is(What::Open) && is_aside(line, at, next),
        [What::Mark('–' | '—')] => is_aside(line, at, next),
        _ => false,
    };
    (told && bare).then_some(next)
}

/// Whether nothing but the second figure, and perhaps a hedge, stands between the mark and another or the end.
fn is_aside(line: &Line, at: usize, next: usize) -> bool {
    let closed = line
        .items
        .get(next + 1)
        .is_none_or(|_| matches!(line.behind(next, 0).next(), Some(What::Mark(',' | ';' | ')' | '–' | '—'))));
    closed && line.gap(at, at + 1) == 0 && line.gap(next - 1, next) == 0
}

/// Words of a hedge before the second figure.
const HEDGE: usize = 3;

/// A figure in two units.
struct Pair<'a> {
    first: Side<'a>,
    second: Side<'a>,
    /// What stands before the first in a greater unit and belongs to it: `6 feet 2 inches`.
    extra: Option<&'a Quantity>,
}

/// One side of a conversion.
struct Side<'a> {
    figure: &'a Quantity,
    value: f64,
}

/// What the second figure should be; `None` where only a scale can be told to be wrong, as for money.
type Right = Option<f64>;

impl<'a> Pair<'a> {
    fn of(line: &Line<'a>, first: usize, second: usize) -> Option<Self> {
        let side = |at: usize| {
            let figure = line.items[at].figure()?;
            let below =
                figure.unit.as_deref()?.starts_with('°') && line.before(at, 1).next() == Some(What::Minus);
            Some(Side { figure, value: if below { -figure.value } else { figure.value } })
        };
        let before = first.checked_sub(1).filter(|at| line.gap(*at, first) == 0);
        let extra = before.and_then(|at| line.items[at].figure()).filter(|extra| extra.kind == Kind::Measure);
        let pair = Self { first: side(first)?, second: side(second)?, extra };
        let ranged = |side: &Side| side.figure.other.is_some();
        (pair.first.figure.unit != pair.second.figure.unit && !ranged(&pair.first) && !ranged(&pair.second))
            .then_some(pair)
    }

    /// What the second figure should be, if it is not that.
    fn fault(&self) -> Option<Right> {
        match (self.first.figure.kind, self.second.figure.kind) {
            (Kind::Money, Kind::Money) => self.is_absurd().then_some(None),
            (Kind::Measure | Kind::Money, Kind::Measure | Kind::Money) => self.measured(),
            _ => None,
        }
    }

    fn measured(&self) -> Option<Right> {
        let codes = (self.first.figure.unit.as_deref()?, self.second.figure.unit.as_deref()?);
        let extra = |dimension| self.extra.and_then(|figure| base(figure, dimension)).unwrap_or(0.0);
        let mut right = None;
        for from in units::readings(codes.0) {
            for to in units::readings(codes.1).filter(|to| to.dimension == from.dimension) {
                let there = |value: f64| {
                    (value * from.factor + from.zero + extra(from.dimension) - to.zero) / to.factor
                };
                let back = |value: f64| {
                    (value * to.factor + to.zero - extra(from.dimension) - from.zero) / from.factor
                };
                let converted = there(self.first.value);
                if self.second.allows(converted) || self.first.allows(back(self.second.value)) {
                    return None;
                }
                right = right.or(Some(converted));
            }
        }
        right.map(Some)
    }

    /// Whether no rate of exchange explains the two, by far.
    fn is_absurd(&self) -> bool {
        let worth = |side: &Side| money::worth(side.figure.unit.as_deref()?);
        let (Some(first), Some(second)) = (worth(&self.first), worth(&self.second)) else { return false };
        let rate = self.second.value / self.first.value;
        rate * FAR < first.0 / second.1 || rate > FAR * first.1 / second.0
    }
}

/// Off by this factor from every rate there has been, a sum of money is off by its scale.
const FAR: f64 = 3.0;

/// The worth of a figure in the base unit, if it measures the same.
fn base(figure: &Quantity, dimension: units::Dimension) -> Option<f64> {
    let mut readings = units::readings(figure.unit.as_deref()?);
    readings.find(|unit| unit.dimension == dimension).map(|unit| figure.value * unit.factor)
}

/// Beyond its last place a conversion may be off by so much, as a share of it: factors are rounded as well.
const LOOSE: f64 = 0.02;
/// The same where words make it inexact.
const HEDGED: f64 = 0.07;
/// Degrees are rounded to fives at most.
const DEGREES: f64 = 5.0;
/// The widest rounding of a number that ends in zeros, as a share of it.
const ROUND: f64 = 0.15;

impl Side<'_> {
    /// Whether the figure may stand for that value.
    fn allows(&self, value: f64) -> bool {
        let degrees = self.figure.unit.as_deref().is_some_and(|unit| unit.starts_with('°'));
        let place = if degrees { self.figure.step.min(DEGREES) } else { self.figure.step } / 2.0;
        let place = if self.figure.step >= 10.0 { place.min(self.value.abs() * ROUND) } else { place };
        let loose = self.value.abs() * if self.figure.hedge.is_some() { HEDGED } else { LOOSE };
        (value - self.value).abs() <= place.max(loose) * 1.0001
    }
}

fn finding(article: &Article, paragraph: usize, pair: &Pair, right: Right) -> Finding {
    let (first, second) = (pair.first.figure, pair.second.figure);
    let from = pair.extra.map_or(first.span, |extra| extra.span.to(first.span));
    let written = |span| article.written(paragraph, span);
    let number = written(second.number);
    let right = right.map(|right| article.say_like(right, second.step, second, number));
    let shown = right.as_ref().map(|right| written(second.span).replacen(number, right, 1));
    let values = [
        ("first", written(from)),
        ("second", written(second.span)),
        ("right", shown.as_deref().unwrap_or_default()),
    ];
    let message = if right.is_some() { "conversion-mismatch" } else { "conversion-mismatch-money" };
    let fix = |right: &String| {
        article.fix_part("conversion-mismatch-fix", paragraph, second.span, second.number, right)
    };
    Finding {
        check: "conversion-mismatch",
        severity: Severity::Warning,
        span: article.place(paragraph, second.span),
        message: article.say(message, &values),
        related: vec![Related {
            span: article.place(paragraph, from),
            message: article.say("conversion-mismatch-related", &values),
        }],
        fixes: right.iter().map(fix).collect(),
    }
}
