//! A count at the end of a paragraph that a list follows: `trois mesures :`.

use super::quantity::Kind;
use super::{Quantity, Reader, What, relation};

/// The count that a colon at the end of a paragraph announces, for the list behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Announcement {
    /// Which figure of the paragraph counts the items.
    pub quantity: usize,
    /// What else is counted in that sentence: the list may be of those.
    pub others: Vec<f64>,
}

/// Words from the figure to a noun of things that are listed: `quatre grandes mesures`.
const NOUN: usize = 3;
/// Words between any noun that is counted and the colon.
const CLOSE: usize = 2;

/// What the paragraph announces.
pub(super) fn read(reader: &Reader, quantities: &[Quantity]) -> Option<Announcement> {
    let colon = reader.tokens.len().checked_sub(1).filter(|last| reader.tokens[*last].is_mark(':'))?;
    let sentence = reader.sentence(colon);
    let start = reader.sentence_range(sentence).0;
    // "Including", "notably": not all are told.
    let some = (start..colon).any(|at| {
        relation::worded(reader, at).is_some_and(|(what, _)| matches!(what, What::Part | What::Some))
    });
    let counts: Vec<usize> = (0..quantities.len())
        .filter(|i| quantities[*i].sentence == sentence && is_count(&quantities[*i]))
        .collect();
    let mut chosen = counts.iter().filter(|i| announces(reader, &quantities[**i], colon));
    let quantity = *chosen.next().filter(|_| chosen.next().is_none() && !some)?;
    let others = counts.iter().filter(|i| **i != quantity).map(|i| quantities[*i].value).collect();
    Some(Announcement { quantity, others })
}

fn is_count(quantity: &Quantity) -> bool {
    let few = quantity.value.fract() == 0.0 && (2.0..=30.0).contains(&quantity.value);
    few && matches!(quantity.kind, Kind::Count | Kind::Bare | Kind::Points) && quantity.other.is_none()
}

/// Whether the figure counts what is listed, or stands right before the colon.
fn announces(reader: &Reader, quantity: &Quantity, colon: usize) -> bool {
    let listed = reader.language.classes.listed;
    let (first, end) = quantity.tokens;
    let noun = (first..(end + NOUN).min(colon)).any(|at| reader.language.has(listed, &reader.tokens[at]));
    let behind = quantity
        .thing
        .map_or(end, |thing| reader.tokens.partition_point(|token| token.span.end <= thing.span.end));
    quantity.hedge.is_none() && (noun || quantity.thing.is_some() && colon.saturating_sub(behind) <= CLOSE)
}
