//! Figures as written: value, hedge, unit, what is counted, and the words around that tell what a figure is about.

mod compound;
mod context;
mod free;
mod interval;
mod matched;
mod share;
mod thing;
mod toll;

pub(super) use context::is_content;
pub use context::{Context, Cue, Use};
pub use interval::{Hedge, Interval};
pub use thing::Thing;
pub use toll::Toll;

use crate::pattern::Match;
use crate::span::Span;
use crate::token::Figure;

use super::date::Date;
use super::numeral::foreign_decimals;
use super::{Dateline, Reader};
use free::{is_free, taken};
use matched::matched;

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
    /// What became of those whom it counts.
    pub toll: Option<Toll>,
    /// Of a range, its other end: the number and what it is worth; `value` is the first.
    pub high: Option<(Span, f64)>,
    /// Of a ratio, its two numbers: `9 sur 10` is 9 and 10.
    pub share: Option<(f64, f64)>,
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
        let quantity = patterned(reader, at, &taken).or_else(|| plain(reader, at, &taken));
        let quantity = quantity.map(|quantity| Quantity { toll: toll::read(reader, &quantity), ..quantity });
        at = quantity.as_ref().map_or(at + 1, |quantity| quantity.tokens.1.max(at + 1));
        out.extend(quantity);
    }
    context::add(reader, &mut out);
    out
}

/// The figure of the longest pattern that makes one: "30 pct in 1986" looks like a share and is a percentage.
fn patterned(reader: &Reader, at: usize, taken: &[bool]) -> Option<Quantity> {
    let language = reader.language;
    let makes = |found: &Match| is_free(reader, found, taken) && matched(reader, found).is_some();
    let found = language.quantities.longest_that(&language.lexicon, &reader.tokens, at, &makes)?;
    matched(reader, &found)
}

/// Whether words of hedging make the number at the tokens from `first` up to `end` inexact.
pub(super) fn is_hedged(reader: &Reader, first: usize, end: usize) -> bool {
    interval::hedge(reader, first, end).is_some()
}

/// A number that no pattern claims: a count if something is counted.
fn plain(reader: &Reader, at: usize, taken: &[bool]) -> Option<Quantity> {
    let figure = reader.tokens[at].figure().filter(|_| !taken[at])?;
    if let Some((end, figure)) = foreign_decimals(&reader.tokens, at).filter(|(end, _)| !taken[end - 1]) {
        return Some(base(reader, Kind::Bare, figure, (at, end), (at, end)));
    }
    if figure.chained && !free::is_listed(reader, at) {
        return None;
    }
    let kind = match () {
        () if figure.fraction => Kind::Ratio,
        () if is_place(reader, at) => Kind::Rank,
        () => Kind::Count,
    };
    let mut quantity = base(reader, kind, figure, (at, at + 1), (at, at + 1));
    if figure.fraction {
        share::set(&mut quantity, share::of_fraction(figure));
    }
    name_thing(reader, &mut quantity);
    Some(quantity)
}

/// `twenty-fifth`: the number is part of a place in an order.
fn is_place(reader: &Reader, at: usize) -> bool {
    let classes = &reader.language.classes;
    let hyphen = reader.tokens.get(at + 1).is_some_and(|token| token.is_mark('-') && !token.spaced);
    let place = |class| reader.tokens.get(at + 2).is_some_and(|token| reader.language.has(class, token));
    hyphen && (place(classes.denominator) || place(classes.nth))
}

fn name_thing(reader: &Reader, quantity: &mut Quantity) {
    quantity.thing = thing::read(reader, quantity.tokens.1);
    if quantity.thing.is_none() && quantity.kind == Kind::Count {
        quantity.kind = Kind::Bare;
    }
}

/// A figure of that kind in these tokens, whose number stands in those.
fn base(
    reader: &Reader,
    kind: Kind,
    figure: Figure,
    tokens: (usize, usize),
    number: (usize, usize),
) -> Quantity {
    let hedge = interval::hedge(reader, tokens.0, tokens.1);
    Quantity {
        span: reader.span(tokens.0, tokens.1),
        number: reader.span(number.0, number.1),
        tokens,
        sentence: reader.sentence(number.0),
        kind,
        value: figure.value,
        step: figure.step,
        other: None,
        interval: interval::of(figure.value, hedge.map(|(hedge, _)| hedge)),
        hedge,
        unit: None,
        thing: None,
        toll: None,
        high: None,
        share: None,
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
