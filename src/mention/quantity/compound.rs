//! A second, smaller unit behind the first: `5 euros et 30 centimes`, `5 feet 2`, `15 dollars 50`.

use crate::mention::Reader;
use crate::span::Span;

use super::{Kind, Quantity};

/// A number below the next unit up.
struct Small {
    /// Index behind the number.
    end: usize,
    value: f64,
}

/// Adds what the smaller unit says, if one follows.
pub(super) fn extend(reader: &Reader, quantity: &mut Quantity) {
    if !matches!(quantity.kind, Kind::Money | Kind::Measure) || quantity.hedge_behind(reader) {
        return;
    }
    let Some(small) = small(reader, quantity.tokens.1) else { return };
    let found = with_unit(reader, quantity, &small).or_else(|| alone(reader, quantity, &small));
    if let Some((end, per)) = found.filter(|(_, per)| small.value < *per) {
        quantity.value = (quantity.value * per + small.value).round() / per;
        quantity.step = 1.0 / per;
        quantity.tokens.1 = end;
        quantity.span = reader.span(quantity.tokens.0, end);
        quantity.interval = super::interval::of(quantity.value, quantity.hedge.map(|(hedge, _)| hedge));
        quantity.number =
            Span::new(quantity.number.start as usize, reader.tokens[small.end - 1].span.end as usize);
    }
}

impl Quantity {
    /// Whether its hedge stands behind it: then nothing else does.
    fn hedge_behind(&self, reader: &Reader) -> bool {
        let end = reader.tokens[self.tokens.1 - 1].span.end;
        self.hedge.is_some_and(|(_, span)| span.start >= end)
    }
}

/// A whole number at `at`, `and` before it or not.
fn small(reader: &Reader, at: usize) -> Option<Small> {
    let joint = reader.language.is(reader.language.classes.numeral_joint, &reader.tokens, at).unwrap_or(at);
    let figure = reader.tokens.get(joint)?.figure().filter(|figure| !figure.scaled && !figure.chained)?;
    Some(Small { end: joint + 1, value: f64::from(figure.plain()?) })
}

/// `2 inches` behind feet, `30 centimes` behind money: the index behind it, and how many make one.
fn with_unit(reader: &Reader, quantity: &Quantity, small: &Small) -> Option<(usize, f64)> {
    let class = reader.language.classes.part_of;
    let (end, value) = reader.language.lexicon.longest(class, &reader.tokens, small.end)?;
    let (unit, per) = value.text()?.split_once('/')?;
    let fits = quantity.unit.as_deref() == Some(unit) || unit == "money" && quantity.kind == Kind::Money;
    Some((end, per.parse().ok()?)).filter(|_| fits)
}

/// `15 dollars 50`, `1 m 80`: the smaller unit goes without saying where nothing else can follow the number.
fn alone(reader: &Reader, quantity: &Quantity, small: &Small) -> Option<(usize, f64)> {
    let hundredths = quantity.kind == Kind::Money || quantity.unit.as_deref() == Some("m");
    let next = reader.tokens.get(small.end);
    let mark = |c: &char| next.is_some_and(|next| next.is_mark(*c));
    let joint = reader.language.classes.numeral_joint;
    let ends = next.is_none_or(|next| reader.language.has(joint, next))
        || ['.', ',', ';', ':', '!', '?', ')', '»', '"'].iter().any(mark);
    (hundredths && ends).then_some((small.end, 100.0))
}
