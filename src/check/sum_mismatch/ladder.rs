//! A whole in one sentence, its parts in those behind it, with no word that says so: only a long number that is wrong in
//! one digit tells that they belong together.

use crate::article::{Article, alike};
use crate::mention::{Quantity, What};
use crate::span::Span;

use super::breakdown;
use super::judge::is_slip;

/// A whole, and the parts in another paragraph or in later sentences.
pub(super) struct Ladder<'a> {
    pub(super) whole: (usize, &'a Quantity),
    pub(super) parts: Vec<(usize, &'a Quantity)>,
}

impl Ladder<'_> {
    /// Where its whole stands.
    pub(super) fn key(&self) -> (usize, Span) {
        (self.whole.0, self.whole.1.span)
    }
}

/// The fewest parts that are no chance.
const PARTS: usize = 3;
/// The sum is as near to the whole as that.
const NEAR: f64 = 0.15;

/// The ladder whose parts, in this paragraph, miss the whole by one digit.
pub(super) fn fault(article: &Article, paragraph: usize) -> Option<Ladder<'_>> {
    let parts = sums(article, paragraph);
    let before = paragraph.checked_sub(1).map(|before| sums(article, before)).unwrap_or_default();
    let own = parts.iter().position(|(_, part)| part.sentence > parts[0].1.sentence);
    let inside =
        own.filter(|first| *first == 1).and_then(|first| ladder(article, &parts[..first], &parts[first..]));
    inside.or_else(|| ladder(article, &before, &parts))
}

/// The figures of a paragraph that can be added up.
fn sums(article: &Article, paragraph: usize) -> Vec<(usize, &Quantity)> {
    let all = article.paragraphs[paragraph].paragraph.quantities.iter();
    all.filter(|figure| breakdown::is_sum(figure)).map(|figure| (paragraph, figure)).collect()
}

fn ladder<'a>(
    article: &Article,
    wholes: &[(usize, &'a Quantity)],
    parts: &[(usize, &'a Quantity)],
) -> Option<Ladder<'a>> {
    let sum: f64 = parts.iter().map(|(_, part)| part.value).sum();
    let all = parts.windows(2).all(|pair| alike(pair[0].1, pair[1].1) || elliptic(pair[0].1, pair[1].1));
    let plain = parts.iter().all(|(_, part)| part.hedge.is_none());
    if parts.len() < PARTS || !all || !plain || wholes.iter().any(|(_, whole)| whole.value == sum) {
        return None;
    }
    let completes =
        article.paragraphs[parts[0].0].paragraph.signs.iter().any(|sign| sign.what == What::Completes);
    let digits = if completes { 2 } else { 3 };
    let near = |whole: &Quantity| (whole.value - sum).abs() <= NEAR * whole.value && whole.hedge.is_none();
    let fits =
        |whole: &Quantity| parts.iter().all(|(_, part)| part.value < whole.value) && may_hold(whole, parts);
    let mut found =
        wholes.iter().filter(|(_, whole)| near(whole) && fits(whole) && is_slip(sum, whole.value, digits));
    let whole = *found.next().filter(|_| found.next().is_none())?;
    Some(Ladder { whole, parts: parts.to_vec() })
}

/// `760 familles …, 410, 330`: what goes on without its noun.
fn elliptic(one: &Quantity, other: &Quantity) -> bool {
    breakdown::is_same_kind(one, other) && (one.thing.is_none() || other.thing.is_none())
}

/// Whether the parts may be parts of the whole, by what they measure.
fn may_hold(whole: &Quantity, parts: &[(usize, &Quantity)]) -> bool {
    parts.iter().all(|(_, part)| breakdown::is_same_kind(whole, part))
}
