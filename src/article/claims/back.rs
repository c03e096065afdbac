//! Figures that refer back: `les 13.000 soldats`, after some 2.500.

use super::Reason;
use super::features::Measured;
use crate::mention::quantity::{Kind, Quantity, Use};

/// Least value that may refer back: two of three men may be any two.
const LEAST: f64 = 5.0;
/// Least share that one value must be of the other: what is much smaller is a part.
const SHARE: f64 = 0.4;
/// Values of the thing in the draft that nothing sets apart, at most.
const VALUES: usize = 2;
/// The same where the noun behind the figure, as in `the $35,000 reward`, says what it is.
const NAMED_VALUES: usize = 4;

impl Measured<'_> {
    /// Whether the later figure refers back to what the earlier one counts: it is definite, and nothing makes either of
    /// them a part, a change or a plan.
    pub(super) fn refers_back(&self) -> bool {
        let (small, large) = (self.a.value.min(self.b.value), self.a.value.max(self.b.value));
        let sized = small >= SHARE * large || self.is_scaled() && !self.shared.is_empty();
        sized && self.may_refer_back() || self.points_back() || self.is_of_the_same_age()
    }

    /// Whether `la femme de 54 ans`, `the 54-year-old` is the one of 45 years: the draft gives no third age, and the
    /// digits are the same. (Of ages with one digit in common, most are of two people.)
    fn is_of_the_same_age(&self) -> bool {
        let known = self.b.definite || self.b.context.known.is_some();
        let ages = self.b.kind == Kind::Age && self.a.kind == Kind::Age && self.values.plain() == VALUES;
        ages && known && self.is_swapped() && !self.is_set_apart()
    }

    /// Whether the later figure is of `cette amende`, `these` euros, and the earlier one is of the sentence before; neither stands
    /// beside another figure that it could be.
    fn points_back(&self) -> bool {
        let (earlier, later) = self.sentences();
        let next = earlier.0 == later.0 && earlier.1 + 1 == later.1;
        self.b.context.pointed && next && self.stand_alone() && !self.is_set_apart()
    }

    /// The same, of whatever size: a part refers back as well.
    pub(super) fn may_refer_back(&self) -> bool {
        // "The 7,000 fighters in the camps" are those in the camps, of whom nothing was told.
        let elsewhere = self.b.context.placed && self.shared.is_empty();
        self.b.definite
            && self.is_known_thing()
            && !self.is_borne_out()
            && !elsewhere
            && self.a.value.min(self.b.value) >= LEAST
            && !self.is_set_apart()
    }

    /// Whether something makes one of them a part, a change or a plan, or gives both.
    fn is_set_apart(&self) -> bool {
        // What happens to a known thing may be planned; the thing itself must not be.
        let planned = |reason: Reason| reason.what == Use::Modal && reason.claim == self.pair.earlier;
        let told = self.reason.is_some_and(|reason| reason.tells_apart() || planned(reason));
        // "500 additional beds", "the 5,000 additional beds" are one addition.
        let added = [self.a, self.b]
            .iter()
            .all(|figure| governing(figure).all(|cue| cue == Use::Delta) && governing(figure).count() > 0);
        let governed = [self.a, self.b].iter().any(|figure| governing(figure).count() > 0);
        told || governed && !added || self.is_restated()
    }

    /// Whether there is one such thing in the draft, as far as figures tell.
    fn is_known_thing(&self) -> bool {
        let named = || {
            let noun = self.b.context.right.first();
            noun.is_some_and(|stem| self.shared.iter().any(|(shared, _)| shared == stem))
        };
        match self.b.kind {
            Kind::Count => self.values.plain() <= VALUES,
            Kind::Money | Kind::Duration | Kind::Measure => self.values.plain() <= NAMED_VALUES && named(),
            _ => false,
        }
    }
}

/// The cues of a figure by which it is no plain figure.
fn governing(figure: &Quantity) -> impl Iterator<Item = Use> + '_ {
    let uses = figure.context.cues.iter().map(|cue| cue.what);
    uses.filter(|what| matches!(what, Use::Part | Use::Delta | Use::Contrast | Use::Bind))
}
