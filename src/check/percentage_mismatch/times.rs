//! `doublé, passant de 5 à 15`: a multiple that the two levels behind it do not bear out.

use crate::article::{Line, Number, alike, ends};
use crate::mention::What;
use crate::mention::quantity::Quantity;

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
    let words = line.items.iter().enumerate().filter_map(|(at, item)| match item.sign() {
        Some(What::Times(factor)) => Some((at, factor)),
        _ => None,
    });
    words.filter_map(|(at, factor)| multiple(line, at, factor)).filter(|multiple| multiple.is_off(line))
}

/// Words between the multiple and its levels.
const REACH: usize = 8;

fn multiple<'a>(line: &Line<'a>, at: usize, factor: f64) -> Option<Multiple<'a>> {
    let mut figures = line.figures().filter(|(figure, _)| *figure > at);
    let (first, one) = figures.next().filter(|(first, _)| line.gap(at, *first) <= REACH)?;
    let signs = |figure: usize| line.before(figure, 1).next();
    let begins = |what: Option<What>| matches!(what, Some(What::From | What::FromOrOf));
    if let Some((from, to)) = ends(one) {
        return begins(signs(first)).then_some(Multiple { at, factor, from: (one, from), to: (one, to) });
    }
    let (second, two) = figures.next()?;
    let levels = |from: &'a Quantity, to: &'a Quantity| Multiple {
        at,
        factor,
        from: (from, Number::of(from)),
        to: (to, Number::of(to)),
    };
    match (signs(first), signs(second)) {
        _ if !alike(one, two)
            || line.between(first, second).any(|what| matches!(what, What::Mark(';') | What::While)) =>
        {
            None
        }
        (from, Some(What::To)) if begins(from) => Some(levels(one, two)),
        (Some(What::To), from) if begins(from) => Some(levels(two, one)),
        _ => None,
    }
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
