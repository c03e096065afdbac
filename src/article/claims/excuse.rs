//! What keeps two figures from being held against each other, however much speaks for their being one.

use super::Role;
use super::features::{Features, Measured};
use super::slip::Slip;
use super::values::equal;
use crate::mention::Stem;
use crate::mention::quantity::{Kind, Quantity, Use};
use crate::span::Span;

/// What is told of a pair that keeps it from being an alarm.
#[derive(Clone, Copy, Debug)]
pub(super) struct Excuses {
    /// The earlier figure is of more than the later one, which is of some of it: nothing is said.
    pub(super) embraced: bool,
    /// The two share too little, or the writer has them side by side.
    pub(super) weak: bool,
    /// The text says why they differ.
    pub(super) told: bool,
    /// Words at the later one say which of the many are meant.
    pub(super) narrowed: bool,
}

impl Excuses {
    /// Whether there is any.
    pub(super) fn any(self) -> bool {
        self.embraced || self.weak || self.told || self.narrowed
    }
}

/// Share of a headline's content words from which the lead says it again.
const SAID_AGAIN: f64 = 0.65;

impl Measured<'_> {
    /// What keeps the two from being an alarm.
    pub(super) fn excuses(&self, features: &Features) -> Excuses {
        let headline = self.is_of_headline();
        Excuses {
            embraced: self.is_embraced(features),
            weak: self.is_weak(features),
            told: self.is_told_apart(features),
            narrowed: !headline && self.is_narrowed(),
        }
    }

    fn is_of_headline(&self) -> bool {
        self.role(self.pair.earlier) == Role::Headline
    }

    /// Whether the headline gives a sum, or speaks of more than the place that the text names; or fewer are told of a place than
    /// of all.
    fn is_embraced(&self, features: &Features) -> bool {
        let fewer = self.b.value < self.a.value;
        match self.is_of_headline() {
            true => self.is_restricted() && !self.says_the_headline(features) || self.adds_up(),
            false => self.is_restricted() && fewer,
        }
    }

    /// Whether the two have hardly a word in common, are of another size, or stand side by side somewhere.
    fn is_weak(&self, features: &Features) -> bool {
        let headline = self.is_of_headline();
        let little = shares_too_little(self.a, self.b, self.shared.len(), headline);
        let apart = (little || self.is_of_another_size(features)) && !self.says_the_headline(features);
        apart || self.is_conversion() || !headline && self.is_restated()
    }

    /// Whether the later figure is of something more narrow than the earlier one.
    fn is_restricted(&self) -> bool {
        self.b.context.complement.is_some_and(|stem| self.a.context.sentence.binary_search(&stem).is_err())
    }

    /// Whether words between the later figure and its noun, or behind it, tell which of the more of the earlier sentence are
    /// meant: `three winning startups`, after a dozen. A slip of the hand is one all the same.
    fn is_narrowed(&self) -> bool {
        let Some(thing) = self.b.thing else { return false };
        let inside = |span: Span| self.b.number.end <= span.start && span.end <= thing.head.start;
        let told = |stem: &Stem| self.a.context.sentence.binary_search(stem).is_ok();
        let more = self.b.context.near.iter().any(|(stem, span)| inside(*span) && !told(stem));
        (more || self.b.context.picked)
            && self.b.value < self.a.value
            && Slip::of(self.a.value, self.b.value) == Slip::None
    }

    /// Whether the text says why the two differ.
    fn is_told_apart(&self, features: &Features) -> bool {
        self.reason.is_some_and(|reason| reason.tells_apart()) || self.are_parts_of_others(features)
    }

    /// Whether both are parts (`dont 5 francophones`) of wholes that differ.
    fn are_parts_of_others(&self, features: &Features) -> bool {
        let part = |q: &Quantity| q.context.cues.iter().any(|cue| cue.what == Use::Part);
        features.other_company > 0.0 && part(self.a) && part(self.b)
    }

    /// Whether the headline gives something of another size, and no slip of the hand explains it.
    fn is_of_another_size(&self, features: &Features) -> bool {
        self.is_of_headline()
            && features.far_apart > 0.0
            && Slip::of(self.a.value, self.b.value) == Slip::None
    }

    /// Whether the lead says again what the headline says, the same word stands before both figures, and no other sentence bears
    /// out the headline's.
    fn says_the_headline(&self, features: &Features) -> bool {
        features.lead_alone > 0.0 && features.echo >= SAID_AGAIN && features.same_before >= 1.0
    }

    /// Whether one is a length or weight beside another: a figure that is given again in another unit.
    fn is_conversion(&self) -> bool {
        self.b.kind == Kind::Measure && (self.a.context.crowded || self.b.context.crowded)
    }

    /// Whether the later figure and another one, beside it or of its group, make the earlier one: a headline gives sums.
    fn adds_up(&self) -> bool {
        let (whole, part) = (self.a.value, self.b.value);
        let [_, beside] = &self.company;
        let sum = beside.iter().any(|rest| equal(part + rest.value, whole));
        sum || self.values.complete(part, whole)
    }
}

/// Whether two figures share what they count or their unit, and hardly one of their `words`: many things last years and
/// cost euros. A headline has few words to share; two digits in each other's place speak for themselves.
pub(super) fn shares_too_little(a: &Quantity, b: &Quantity, words: usize, headline: bool) -> bool {
    let least = match (b.kind == Kind::Count, headline) {
        (true, true) => return false,
        (true, false) | (false, true) => 1,
        (false, false) => 2,
    };
    words < least && (words + 1 < least || Slip::of(a.value, b.value) != Slip::Swapped)
}
