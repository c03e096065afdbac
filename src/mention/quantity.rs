//! Figures as written: value, hedge, unit, what is counted, and the words around that tell what a figure is about.

mod context;
mod interval;
mod thing;

pub(super) use context::is_content;
pub use context::{Context, Cue, Use};
pub use interval::{Hedge, Interval};
pub use thing::Thing;

use crate::pattern::Match;
use crate::span::Span;
use crate::token::Figure;

use super::date::{Date, Form};
use super::{Dateline, Reader};

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Where number and unit stand.
    pub span: Span,
    /// Where the number stands.
    pub number: Span,
    /// First token and the one behind the last, within the paragraph.
    pub tokens: (usize, usize),
    /// The sentence that it stands in, within the paragraph.
    pub sentence: usize,
    /// What sort of figure it is.
    pub kind: Kind,
    /// What it is worth, scale included.
    pub value: f64,
    /// Worth of one unit of the last place that was written: 500 for `13.500`, 0.1 for `3,2`.
    pub step: f64,
    /// The other number that is part of it, as written: the end of a range, the whole of a ratio, the other side of a score.
    pub other: Option<f64>,
    /// The values that the wording allows.
    pub interval: Interval,
    /// The hedge and where it stands.
    pub hedge: Option<(Hedge, Span)>,
    /// `%`, `EUR`, `km`, `year` …; `None` for things counted.
    pub unit: Option<String>,
    /// What is counted.
    pub thing: Option<Thing>,
    /// Whether `les`, `these` and the like refer it back to something told before.
    pub definite: bool,
    /// The words around it.
    pub context: Context,
}

/// What sort of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Things counted.
    Count,
    /// A number with nothing counted.
    Bare,
    /// Percent.
    Percent,
    /// Points of percentage, or of an index.
    Points,
    /// Money.
    Money,
    /// Somebody's years.
    Age,
    /// A stretch of time.
    Duration,
    /// Length, mass, power …
    Measure,
    /// `un sur trois`.
    Ratio,
    /// A result of a match or vote.
    Score,
    /// A number that is a name or a place in an order: `3e`, `article 5`.
    Rank,
    /// `une dizaine`, `des milliers`.
    Collective,
}

impl Kind {
    fn named(name: &str) -> Self {
        match name {
            "percent" => Self::Percent,
            "points" => Self::Points,
            "money" => Self::Money,
            "age" => Self::Age,
            "duration" => Self::Duration,
            "measure" => Self::Measure,
            "ratio" => Self::Ratio,
            "score" => Self::Score,
            "rank" => Self::Rank,
            "collective" => Self::Collective,
            _ => Self::Count,
        }
    }
}

/// All figures of a paragraph.
pub(super) fn read(reader: &Reader, dates: &[Date], dateline: Option<&Dateline>) -> Vec<Quantity> {
    let mut out: Vec<Quantity> = Vec::new();
    let taken = taken(reader, dates);
    let mut at = dateline.map_or(0, |line| line.tokens);
    while at < reader.tokens.len() {
        let found = reader.language.longest(&reader.language.quantities, &reader.tokens, at);
        let found = found.filter(|found| is_free(reader, found, &taken));
        let quantity = match &found {
            Some(found) => matched(reader, found),
            None => plain(reader, at, &taken),
        };
        at = quantity.as_ref().map_or(at + 1, |quantity| quantity.tokens.1.max(at + 1));
        out.extend(quantity);
    }
    context::add(reader, &mut out);
    out
}

/// Whether words of hedging make the number at the tokens from `first` up to `end` inexact.
pub(super) fn is_hedged(reader: &Reader, first: usize, end: usize) -> bool {
    interval::hedge(reader, first, end).is_some()
}

/// For each token, whether it is part of a date: those numbers are no figures. A duration is both.
fn taken(reader: &Reader, dates: &[Date]) -> Vec<bool> {
    let mut taken = vec![false; reader.tokens.len()];
    for date in dates {
        if matches!(
            date.form,
            Form::Calendar(_)
                | Form::Time { .. }
                | Form::Era { .. }
                | Form::Period { .. }
                | Form::Feast { .. }
        ) {
            taken[date.tokens.0..date.tokens.1].fill(true);
        }
    }
    taken
}

/// Whether the match takes no number from a date, and cuts no chain of numbers in two.
fn is_free(reader: &Reader, found: &Match, taken: &[bool]) -> bool {
    let numbers = || (found.first..found.end).filter(|at| reader.tokens[*at].figure().is_some());
    let chained = |at: usize| reader.tokens[at].figure().is_some_and(|figure| figure.chained);
    let outside = |at: usize| at < found.first || at >= found.end;
    let cut = |at: usize| chained(at) && neighbours(reader, at).any(outside);
    !numbers().any(|at| taken[at]) && !numbers().any(cut)
}

/// The numbers that a chained number hangs on.
fn neighbours(reader: &Reader, at: usize) -> impl Iterator<Item = usize> {
    let hangs = |mark: usize, number: usize| {
        reader.tokens.get(mark).is_some_and(|t| !t.is_word() && t.figure().is_none() && !t.spaced)
            && reader.tokens.get(number).is_some_and(|t| t.figure().is_some_and(|f| f.chained) && !t.spaced)
    };
    let next = Some(at + 2).filter(|next| hangs(at + 1, *next));
    let open = !reader.tokens[at].spaced
        && at >= 2
        && !reader.tokens[at - 1].spaced
        && !reader.tokens[at - 1].is_word();
    let before =
        at.checked_sub(2).filter(|before| open && reader.tokens[*before].figure().is_some_and(|f| f.chained));
    next.into_iter().chain(before)
}

fn matched(reader: &Reader, found: &Match) -> Option<Quantity> {
    let kind = Kind::named(found.kind());
    // What a pattern needs around a figure to know it, such as the name before an age, is no part of it.
    let parts = || found.captures.iter().filter(|c| !["capitalised", "word"].contains(&c.name));
    let first = parts().map(|c| c.first).min()?;
    let end = parts().map(|c| c.end).max()?;
    if kind == Kind::Collective {
        return collective(reader, found);
    }
    let number = found.get("number")?;
    let figure = reader.tokens[number.first].figure()?.times_if(found.number("times"));
    let high = found.get("high").and_then(|high| reader.tokens[high.first].figure());
    let unit = ["unit", "percent", "point", "currency", "time_unit"].iter().find_map(|name| found.text(name));
    let kind = if found.kind() == "range" { ranged(found) } else { kind };
    let mut quantity = base(reader, kind, figure, (first, end), number.first);
    quantity.unit = unit.map(str::to_owned);
    quantity.other = ["high", "whole", "other"].iter().find_map(|name| found.number(name));
    if let Some(high) = high {
        quantity.interval = interval::range(figure, high);
    }
    if matches!(kind, Kind::Count | Kind::Bare) {
        name_thing(reader, &mut quantity);
    }
    Some(quantity)
}

/// What a range is a range of.
fn ranged(found: &Match) -> Kind {
    let has = |name: &str| found.get(name).is_some();
    match () {
        () if has("percent") => Kind::Percent,
        () if has("point") => Kind::Points,
        () if has("currency") => Kind::Money,
        () if has("unit") => Kind::Measure,
        () if has("time_unit") => Kind::Duration,
        () => Kind::Count,
    }
}

fn collective(reader: &Reader, found: &Match) -> Option<Quantity> {
    let word = found.get("bounds")?;
    let (low, high) = word.value.text()?.split_once('-')?;
    let (low, high): (f64, f64) = (low.parse().ok()?, high.parse().ok()?);
    let figure = Figure::in_words((low + high) / 2.0);
    let mut quantity = base(reader, Kind::Collective, figure, (found.first, word.end), word.first);
    quantity.interval = Interval { min: low, max: high };
    name_thing(reader, &mut quantity);
    Some(quantity)
}

/// A number that no pattern claims: a count if something is counted.
fn plain(reader: &Reader, at: usize, taken: &[bool]) -> Option<Quantity> {
    let figure = reader.tokens[at].figure().filter(|figure| !figure.chained && !taken[at])?;
    let mut quantity = base(reader, Kind::Count, figure, (at, at + 1), at);
    name_thing(reader, &mut quantity);
    Some(quantity)
}

fn name_thing(reader: &Reader, quantity: &mut Quantity) {
    quantity.thing = thing::read(reader, quantity.tokens.1);
    if quantity.thing.is_none() && quantity.kind == Kind::Count {
        quantity.kind = Kind::Bare;
    }
}

fn base(reader: &Reader, kind: Kind, figure: Figure, tokens: (usize, usize), number: usize) -> Quantity {
    let hedge = interval::hedge(reader, tokens.0, tokens.1);
    Quantity {
        span: reader.span(tokens.0, tokens.1),
        number: reader.tokens[number].span,
        tokens,
        sentence: reader.sentence(number),
        kind,
        value: figure.value,
        step: figure.step,
        other: None,
        interval: interval::of(figure.value, hedge.map(|(hedge, _)| hedge)),
        hedge,
        unit: None,
        thing: None,
        definite: is_definite(reader, tokens.0, hedge.map(|(_, span)| span)),
        context: Context::default(),
    }
}

/// Whether an article that refers back stands before the figure, or before its hedge.
fn is_definite(reader: &Reader, first: usize, hedge: Option<Span>) -> bool {
    let open =
        hedge.map_or(first, |hedge| reader.tokens.partition_point(|t| t.span.start < hedge.start).min(first));
    // In "the A$2.1 million project" the sign hangs on the number.
    let open = (0..=open).rev().find(|at| reader.tokens[*at].spaced).unwrap_or(open);
    let article = open.checked_sub(1).map(|at| &reader.tokens[at]);
    article.is_some_and(|article| reader.language.has(reader.language.classes.definite, article))
}
