//! Whether two figures can be compared at all.

use super::{Group, Pair, Role};
use crate::article::Article;
use crate::mention::quantity::{Hedge, Interval, Kind, Quantity};

impl Article {
    /// The figure of a claim.
    pub fn figure(&self, claim: usize) -> &Quantity {
        let (paragraph, index) = self.claims.all[claim].at;
        &self.paragraphs[paragraph].paragraph.quantities[index]
    }

    /// Paragraph and sentence of a claim.
    pub fn sentence_of(&self, claim: usize) -> (usize, usize) {
        (self.claims.all[claim].at.0, self.figure(claim).sentence)
    }

    /// The claims of other sentences that a claim is compared with: of the same thing, or of the same unit with a word in
    /// common.
    pub fn compared_with(&self, claim: usize) -> Vec<usize> {
        let own = &self.claims.all[claim];
        let is_thing = matches!(own.group, Group::Thing(_) | Group::Toll(_));
        let near = &self.figure(claim).context.near;
        let has = |stem| near.binary_search_by_key(stem, |(stem, _)| *stem).is_ok();
        let speaks_alike = |other: usize| self.figure(other).context.near.iter().any(|(stem, _)| has(stem));
        let others = (0..self.claims.all.len()).filter(|other| self.claims.all[*other].group == own.group);
        let apart = others.filter(|other| self.sentence_of(*other) != self.sentence_of(claim));
        apart.filter(|other| is_thing || speaks_alike(*other)).collect()
    }

    /// Whether the figures can be compared at all: they stand in different sentences, and their values cannot both be
    /// meant.
    pub fn differ(&self, pair: Pair) -> bool {
        let (a, b) = (self.figure(pair.earlier), self.figure(pair.later));
        let comparable = |q: &Quantity| q.kind != Kind::Collective && q.value > 0.0;
        let headline = self.claims.all[pair.earlier].role == Role::Headline;
        self.sentence_of(pair.earlier) != self.sentence_of(pair.later)
            && comparable(a)
            && comparable(b)
            && !compatible(a, b, headline)
    }
}

/// Whether both values can be meant: hedges that meet, or one is the other, rounded.
fn compatible(a: &Quantity, b: &Quantity, headline: bool) -> bool {
    let (coarse, fine) = if a.step >= b.step { (a, b) } else { (b, a) };
    let difference = (a.value - b.value).abs();
    let share = difference / a.value.abs().max(b.value.abs());
    let finer = fine.step < coarse.step;
    let rounded = finer && difference <= coarse.step / 2.0 && share <= if headline { 0.16 } else { 0.10 };
    let cut = finer && difference < coarse.step && share <= 0.05;
    meant(a).meets(meant(b)) || rounded || cut
}

/// What a figure may mean: "over 30" may be any number up to the next that would be said so, 40.
fn meant(figure: &Quantity) -> Interval {
    let next = figure.value + figure.step;
    match figure.hedge {
        Some((Hedge::Above, _)) => Interval { max: figure.interval.max.max(next), ..figure.interval },
        _ => figure.interval,
    }
}
