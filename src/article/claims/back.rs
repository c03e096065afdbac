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
        small >= SHARE * large && self.may_refer_back()
    }

    /// The same, of whatever size: a part refers back as well.
    pub(super) fn may_refer_back(&self) -> bool {
        let (a, b) = (self.a, self.b);
        // What happens to a known thing may be planned; the thing itself must not be.
        let planned = |reason: Reason| reason.what == Use::Modal && reason.claim == self.pair.earlier;
        let told = self.reason.is_some_and(|reason| reason.tells_apart() || planned(reason));
        b.definite
            && self.is_known_thing()
            && a.value.min(b.value) >= LEAST
            && !told
            && !is_governed(a)
            && !is_governed(b)
            && !self.is_restated()
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

fn is_governed(figure: &Quantity) -> bool {
    figure
        .context
        .cues
        .iter()
        .any(|cue| matches!(cue.what, Use::Part | Use::Delta | Use::Contrast | Use::Bind))
}
