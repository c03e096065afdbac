//! Why two figures of the same thing may differ, where the text says so.

use super::Pair;
use crate::article::Article;
use crate::mention::Stem;
use crate::mention::quantity::{Cue, Kind, Use};
use crate::span::Span;

/// Why two figures of the same thing may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What sort of reason.
    pub what: Use,
    /// Number of the claim that it stands at.
    pub claim: usize,
    /// Where it stands, within that claim's paragraph.
    pub span: Span,
}

/// Sorts of reason, the one that tells most first. A time of day or a source that is named at one figure tells little:
/// news names both in every sentence.
const TELLING: [Use; 9] = [
    Use::Contrast,
    Use::Key,
    Use::Part,
    Use::Delta,
    Use::Bind,
    Use::Demand,
    Use::Modal,
    Use::Rate,
    Use::Statistic,
];

impl Reason {
    /// Whether it tells two figures apart, rather than colours one of them: `il y a un an`, `dont`, `requis`.
    pub(super) fn tells_apart(&self) -> bool {
        is_telling(self.what)
    }
}

/// Whether cues of this sort tell a figure apart from another of its thing.
pub(super) fn is_telling(what: Use) -> bool {
    matches!(what, Use::Contrast | Use::Key | Use::Part | Use::Delta | Use::Demand)
}

impl Article {
    /// A reason that stands at one of the figures and not at the other.
    pub(super) fn reason(&self, pair: Pair) -> Option<Reason> {
        if [pair.earlier, pair.later].iter().all(|claim| self.figure(*claim).context.cues.is_empty()) {
            return None;
        }
        // A percentage rises and falls in the same breath: that is what it is, and no reason.
        let share = matches!(self.figure(pair.later).kind, Kind::Percent | Kind::Points);
        let mut telling = TELLING.into_iter().filter(|what| !(share && *what == Use::Delta));
        telling.find_map(|what| {
            let alone = |one: usize, other: usize| self.cue_of_one(what, one, other);
            alone(pair.later, pair.earlier).or_else(|| alone(pair.earlier, pair.later))
        })
    }

    fn cue_of_one(&self, what: Use, one: usize, other: usize) -> Option<Reason> {
        let mut cues = self.figure(one).context.cues.iter().filter(|cue| cue.what == what);
        let cue = cues.find(|cue| !self.has_same_cue(one, cue, other))?;
        Some(Reason { what, claim: one, span: cue.span })
    }

    /// Whether the other figure has the same words as a cue, or is as much a part or change: then they tell the two not
    /// apart. Two moments do, whatever words give them.
    fn has_same_cue(&self, one: usize, cue: &Cue, other: usize) -> bool {
        let words = |claim: usize, span: Span| Stem::of(self.written(self.claims.all[claim].at.0, span));
        let mut theirs = self.figure(other).context.cues.iter().filter(|theirs| theirs.what == cue.what);
        if matches!(cue.what, Use::Delta | Use::Part | Use::Demand) {
            return theirs.next().is_some();
        }
        let wanted = words(one, cue.span);
        theirs.any(|theirs| words(other, theirs.span) == wanted)
    }
}
