//! Shares: `un sur trois`, `9 out of 10`, `two thirds`, `3/4`.

use crate::mention::Reader;
use crate::pattern::{Capture, Match};
use crate::token::Figure;

use super::{Kind, Quantity, base};

/// By what fractions in digits divide: `3/4` is one, `24/7` and `9/11` are none.
const DENOMINATORS: &[f64] =
    &[2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 16.0, 20.0, 32.0, 64.0, 100.0, 1000.0];

/// The share that the match says, if its part is not more than its whole and the whole measures nothing.
pub(super) fn read(reader: &Reader, found: &Match) -> Option<Quantity> {
    if let Some(portion) = found.get("portion") {
        return portion_of(reader, portion);
    }
    let (part, whole, end) = match in_digits(found) {
        Some(_) => (found.number("part")?, found.number("under")?, found.get("under")?.end),
        None => (found.number("number")?, found.number("whole")?, found.get("whole")?.end),
    };
    let first = found.captures.iter().map(|c| c.first).min()?;
    let fits = part != 0.0 && part.abs() <= whole && whole > 1.0 && !is_measured(reader, end);
    // "nine in 10", "two in three"; "12 in 20 attempts" is more often two numbers.
    let round = found.settings.get("round").is_none()
        || part.abs() == 1.0
        || whole <= 5.0
        || whole.log10().fract() == 0.0;
    if !fits || !round || found.get("part").is_some() && in_digits(found).is_none() {
        return None;
    }
    let figure = Figure::share(part, whole);
    let mut quantity = base(reader, Kind::Ratio, figure, (first, end), (first, end));
    set(&mut quantity, (part, whole));
    Some(quantity)
}

/// Makes the figure the share of its first number in its second.
pub(super) fn set(quantity: &mut Quantity, share: (f64, f64)) {
    quantity.share = Some(share);
    quantity.other = Some(share.1);
}

/// `half of the voters`, but not `the first half of the match`.
fn portion_of(reader: &Reader, portion: Capture) -> Option<Quantity> {
    let before = portion.first.checked_sub(1).map(|before| &reader.tokens[before]);
    let counted = before.is_some_and(|before| reader.language.has(reader.language.classes.nth, before));
    let figure = Figure::share(portion.value.number().filter(|_| !counted)?, 1.0);
    let tokens = (portion.first, portion.end);
    let mut quantity = base(reader, Kind::Ratio, figure, tokens, tokens);
    set(&mut quantity, (1.0, 1.0 / figure.value));
    Some(quantity)
}

/// Part and whole of a fraction in words, as near as its worth tells: `two thirds` are 2 and 3.
pub(super) fn of_fraction(figure: Figure) -> (f64, f64) {
    let whole = (1.0 / figure.step).round();
    ((figure.value * whole).round(), whole)
}

/// `3/4` of the captures `part` and `under`.
pub(super) fn in_digits(found: &Match) -> Option<Figure> {
    let (part, whole) = (found.number("part")?, found.number("under")?);
    (part > 0.0 && part < whole && DENOMINATORS.contains(&whole)).then(|| Figure::share(part, whole))
}

/// Whether a unit stands there: "9 in 10 minutes" is no share.
fn is_measured(reader: &Reader, at: usize) -> bool {
    let classes = &reader.language.classes;
    let units = [classes.time_unit, classes.unit, classes.currency, classes.percent];
    units.iter().any(|class| reader.language.is(*class, &reader.tokens, at).is_some())
}
