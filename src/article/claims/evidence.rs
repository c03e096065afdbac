//! What speaks for two figures being of the same thing, and what reason there may be for their difference.

use rustc_hash::FxHashMap;

use super::{Claim, Pair, Role};
use crate::article::Article;
use crate::mention::Stem;
use crate::mention::quantity::{Cue, Interval, Kind, Quantity, Use};
use crate::span::Span;

/// What was found about a pair of figures with different values.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// Places, near the later figure, of the content words that stand near both.
    pub shared: Vec<Span>,
    /// Share of the smaller sentence's content words that the other one has too, 0 to 1.
    pub containment: f64,
    /// Words that are the same directly beside both figures, six at most.
    pub adjoining: usize,
    /// Distinct values of the group in the draft.
    pub values: usize,
    /// Whether each value stands in another sentence too.
    pub supported: (bool, bool),
    /// Whether the later one refers back (`les 13.000 soldats`) to an earlier one that does not.
    pub definite: bool,
    /// Which parts of the draft the two stand in.
    pub roles: (Role, Role),
    /// A reason for the difference that stands at one of the figures.
    pub reason: Option<Reason>,
}

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

/// The values of a group, each with the sentences that give it.
#[derive(Debug)]
pub struct Values(FxHashMap<u64, Vec<(usize, usize)>>);

impl Values {
    /// The values of a group of claims.
    pub fn of(article: &Article, group: &[usize]) -> Self {
        let mut values: FxHashMap<u64, Vec<(usize, usize)>> = FxHashMap::default();
        for claim in group {
            values.entry(article.figure(*claim).value.to_bits()).or_default().push(sentence(article, *claim));
        }
        Self(values)
    }

    /// How many there are.
    fn count(&self) -> usize {
        self.0.len()
    }

    /// Whether another sentence gives the value of this claim.
    fn supports(&self, article: &Article, claim: usize) -> bool {
        let own = sentence(article, claim);
        self.0[&article.figure(claim).value.to_bits()].iter().any(|place| *place != own)
    }
}

/// Paragraph and sentence of a claim.
fn sentence(article: &Article, claim: usize) -> (usize, usize) {
    (article.claims.all[claim].at.0, article.figure(claim).sentence)
}

impl Article {
    /// The figure of a claim.
    pub fn figure(&self, claim: usize) -> &Quantity {
        let (paragraph, index) = self.claims.all[claim].at;
        &self.paragraphs[paragraph].paragraph.quantities[index]
    }

    /// Whether the figures can be compared at all: they stand in different sentences, and their values cannot both be
    /// meant.
    pub fn differ(&self, pair: Pair) -> bool {
        let (one, other) = (&self.claims.all[pair.earlier], &self.claims.all[pair.later]);
        let (a, b) = (self.figure(pair.earlier), self.figure(pair.later));
        let same_sentence = sentence(self, pair.earlier) == sentence(self, pair.later);
        let comparable = |q: &Quantity| q.kind != Kind::Collective && q.value > 0.0;
        !same_sentence
            && comparable(a)
            && comparable(b)
            && !compatible(a, b, is_headline(one) || is_headline(other))
    }

    /// What speaks for the two being of the same thing.
    pub fn evidence(&self, pair: Pair, values: &Values) -> Evidence {
        let (a, b) = (self.figure(pair.earlier), self.figure(pair.later));
        let shared = shared(a, b);
        let common =
            a.context.sentence.iter().filter(|stem| b.context.sentence.binary_search(stem).is_ok()).count();
        let smaller = a.context.sentence.len().min(b.context.sentence.len()).max(1);
        Evidence {
            shared,
            containment: common as f64 / smaller as f64,
            adjoining: (alike(&a.context.left, &b.context.left) + alike(&a.context.right, &b.context.right))
                .min(6),
            values: values.count(),
            supported: (values.supports(self, pair.earlier), values.supports(self, pair.later)),
            definite: b.definite && !a.definite,
            roles: (self.claims.all[pair.earlier].role, self.claims.all[pair.later].role),
            reason: self.reason(pair),
        }
    }

    /// A reason that stands at one of the figures and not at the other.
    fn reason(&self, pair: Pair) -> Option<Reason> {
        let cues = |claim: usize| self.figure(claim).context.cues.iter();
        let alone = |one: usize, other: usize| {
            cues(one).find(|cue| is_reason(cue) && !self.has_same_cue(one, cue, other)).map(|cue| (one, *cue))
        };
        let (claim, cue) = alone(pair.later, pair.earlier).or_else(|| alone(pair.earlier, pair.later))?;
        Some(Reason { what: cue.what, claim, span: cue.span })
    }

    /// Whether the other figure has the same words as a cue: then they tell the two not apart.
    fn has_same_cue(&self, one: usize, cue: &Cue, other: usize) -> bool {
        let words = |claim: usize, span: Span| Stem::of(self.written(self.claims.all[claim].at.0, span));
        let wanted = words(one, cue.span);
        self.figure(other)
            .context
            .cues
            .iter()
            .any(|theirs| theirs.what == cue.what && words(other, theirs.span) == wanted)
    }
}

fn is_headline(claim: &Claim) -> bool {
    claim.role == Role::Headline
}

fn is_reason(cue: &Cue) -> bool {
    !matches!(cue.what, Use::Source)
}

/// The places, near the later figure, of words that stand near both.
fn shared(a: &Quantity, b: &Quantity) -> Vec<Span> {
    let near = |stem: &Stem| a.context.near.binary_search_by_key(stem, |(stem, _)| *stem).is_ok();
    let mut out: Vec<Span> =
        b.context.near.iter().filter(|(stem, _)| near(stem)).map(|(_, span)| *span).collect();
    out.sort_unstable();
    out
}

fn alike(one: &[Stem], other: &[Stem]) -> usize {
    one.iter().zip(other).take_while(|(a, b)| a == b).count()
}

/// Whether both values can be meant: hedges that meet, or one is the other, rounded.
fn compatible(a: &Quantity, b: &Quantity, headline: bool) -> bool {
    let hedged = a.interval.meets(b.interval);
    let (coarse, fine) = if a.step >= b.step { (a, b) } else { (b, a) };
    let difference = (a.value - b.value).abs();
    let share = difference / a.value.abs().max(b.value.abs());
    let finer = fine.step < coarse.step;
    let rounded = finer && difference <= coarse.step / 2.0 && share <= if headline { 0.16 } else { 0.10 };
    let cut = finer && difference < coarse.step && share <= 0.05;
    let nearly = |q: &Quantity, other: Interval| q.hedge.is_some() && q.interval.meets(other);
    hedged || rounded || cut || nearly(a, b.interval)
}
