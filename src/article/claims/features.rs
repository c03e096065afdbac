//! What is measured about a pair of figures. Each measure has a weight in `weights.toml`.

use super::slip::Slip;
use super::values::Values;
use super::{Claims, Pair, Reason, Role};
use crate::article::{Article, alike};
use crate::mention::Stem;
use crate::mention::quantity::{Kind, Quantity};
use crate::span::Span;

macro_rules! features {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// What is measured about a pair of figures: mostly 1 or 0, for yes or no.
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct Features { $($(#[$doc])* pub $name: f64,)* }

        impl Features {
            /// The names of the measures, in order.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];

            /// The measures, in the order of their names.
            pub fn values(&self) -> [f64; Features::NAMES.len()] { [$(self.$name),*] }
        }
    };
}

features! {
    /// The headline against the lead.
    headline_lead,
    /// The same, with a value that no other sentence gives.
    lead_alone,
    /// The headline against the text below the lead, with a value that no other sentence gives.
    body_alone,
    /// Content words that stand near both, each the less the more values of the group it stands near, five at most.
    telling,
    /// Share of the smaller sentence's content words that the other one has too.
    containment,
    /// The same, of a headline and the lead.
    echo,
    /// The same words directly before both, four at most.
    same_before,
    /// The same words directly behind both, four at most.
    same_behind,
    /// One sentence said twice, word for word and with another figure that is the same, but for this one.
    verbatim,
    /// Stretches of time.
    duration,
    /// Ages.
    age,
    /// Things counted.
    count,
    /// Numbers with nothing behind them.
    bare,
    /// Two neighbouring digits in each other's place.
    digits_swapped,
    /// One of three or more digits another.
    digit_changed,
    /// The same digits at another scale.
    scale_changed,
    /// The later one alone refers back, to the text and not to the headline: `les 13.000 soldats`, `cette amende de 5.000
    /// euros` behind `une amende de 2.000 euros`.
    definite,
    /// The earlier one stands in the lead.
    from_lead,
    /// One is more than five times the other.
    far_apart,
    /// Three or more values of the group in the draft that one could take for either.
    many_values,
    /// Both values stand elsewhere too.
    both_supported,
    /// Money and percentages: how much the draft speaks of markets, 0 to 1.
    market,
    /// One of the sentences gives the other's value too.
    restated,
    /// One of the figures stands beside another of its kind.
    crowded,
    /// Other figures that both sentences give, three at most.
    same_company,
    /// Both sentences give other figures, and none is the same.
    other_company,
    /// One of the two is hedged.
    hedged,
}

/// Words that count, at most.
const WORDS: usize = 5;
/// Share of a sentence's content words, and words right beside a figure, from which a sentence is said twice.
const VERBATIM: f64 = 0.9;
const RUNS: f64 = 6.0;

/// A pair with what is asked about it again and again.
pub(super) struct Measured<'a> {
    claims: &'a Claims,
    pub(super) values: &'a Values,
    article: &'a Article,
    pub(super) pair: Pair,
    /// The earlier figure.
    pub(super) a: &'a Quantity,
    /// The later one.
    pub(super) b: &'a Quantity,
    /// Words near both, with their places near the later one.
    pub(super) shared: Vec<(Stem, Span)>,
    /// The other figures of the sentences of the two.
    pub(super) company: [Vec<&'a Quantity>; 2],
    /// Why they may differ.
    pub(super) reason: Option<Reason>,
}

impl<'a> Measured<'a> {
    pub(super) fn new(article: &'a Article, pair: Pair, values: &'a Values) -> Self {
        let (a, b) = (article.figure(pair.earlier), article.figure(pair.later));
        let reason = article.reason(pair);
        let company = [pair.earlier, pair.later].map(|claim| company(article, claim));
        Self { claims: &article.claims, values, article, pair, a, b, shared: shared(a, b), company, reason }
    }

    /// All measures.
    pub(super) fn features(&self) -> Features {
        let Self { a, b, pair, .. } = *self;
        let headline = self.role(pair.earlier) == Role::Headline;
        let lead = self.role(pair.later) == Role::Lead;
        let supported = |claim: usize| self.values.supports(self.article, claim);
        let slip = Slip::of(a.value, b.value);
        let [one, other] = &self.company;
        let same_company =
            one.iter().filter(|figure| other.iter().any(|same| same.value == figure.value)).count();
        let is = |kind: Kind| flag(b.kind == kind);
        let (before, behind) =
            (run(&a.context.left, &b.context.left), run(&a.context.right, &b.context.right));
        let same = containment(a, b);
        let verbatim = same >= VERBATIM && before + behind >= RUNS && same_company > 0 && !self.is_restated();
        let priced = matches!(b.kind, Kind::Percent | Kind::Points | Kind::Money);
        Features {
            headline_lead: flag(headline && lead),
            lead_alone: flag(headline && lead && !supported(pair.earlier)),
            body_alone: flag(headline && !lead && !supported(pair.earlier)),
            telling: self.telling(),
            containment: same,
            echo: if headline && lead { same } else { 0.0 },
            same_before: before,
            same_behind: behind,
            verbatim: flag(verbatim),
            duration: is(Kind::Duration),
            age: is(Kind::Age),
            count: is(Kind::Count),
            bare: is(Kind::Bare),
            digits_swapped: flag(slip == Slip::Swapped),
            digit_changed: flag(slip == Slip::Changed),
            scale_changed: flag(slip == Slip::Scale),
            definite: flag((b.definite && !a.definite || self.takes_up()) && !headline),
            from_lead: flag(self.role(pair.earlier) == Role::Lead),
            far_apart: flag(a.value.min(b.value) < 0.2 * a.value.max(b.value)),
            many_values: flag(self.values.like(a.value, b.value) >= 3),
            both_supported: flag(supported(pair.earlier) && supported(pair.later)),
            market: if priced { self.claims.market } else { 0.0 },
            restated: flag(self.is_restated()),
            crowded: flag(a.context.crowded || b.context.crowded),
            same_company: same_company.min(3) as f64,
            other_company: flag(same_company == 0 && !one.is_empty() && !other.is_empty()),
            hedged: flag(a.hedge.is_some() || b.hedge.is_some()),
        }
    }

    pub(super) fn role(&self, claim: usize) -> Role {
        self.claims.all[claim].role
    }

    /// Words that stand near these two values of the group alone count in full.
    fn telling(&self) -> f64 {
        let all: f64 =
            self.shared.iter().map(|(stem, _)| 1.0 / (self.values.near(*stem).max(2) - 1) as f64).sum();
        all.clamp(0.0, WORDS as f64)
    }

    /// Whether the later one is of a known thing, and the earlier one of a thing of that name.
    fn takes_up(&self) -> bool {
        let (a, b) = (&self.a.context, &self.b.context);
        a.known.is_none() && b.known.is_some() && a.left.get(1) == b.known.as_ref()
    }

    /// Whether both have the same digits at another scale.
    pub(super) fn is_scaled(&self) -> bool {
        Slip::of(self.a.value, self.b.value) == Slip::Scale
    }

    /// Whether two neighbouring digits of one stand in each other's place in the other.
    pub(super) fn is_swapped(&self) -> bool {
        Slip::of(self.a.value, self.b.value) == Slip::Swapped
    }

    /// Whether no other figure of either sentence can be of the same.
    pub(super) fn stand_alone(&self) -> bool {
        let [one, other] = &self.company;
        one.iter().all(|figure| !alike(figure, self.a)) && other.iter().all(|figure| !alike(figure, self.b))
    }

    /// The paragraphs and sentences of the two.
    pub(super) fn sentences(&self) -> ((usize, usize), (usize, usize)) {
        (self.article.sentence_of(self.pair.earlier), self.article.sentence_of(self.pair.later))
    }

    /// Whether another sentence gives the value of the later figure too.
    pub(super) fn is_borne_out(&self) -> bool {
        self.values.supports(self.article, self.pair.later)
    }

    /// Whether one of the sentences gives the other's value too.
    pub(super) fn is_restated(&self) -> bool {
        // A headline has other nouns for the things of the text.
        let headline = self.role(self.pair.earlier) == Role::Headline;
        let restates = |one: &Quantity, other: &Quantity| {
            one.value == other.value && (headline || are_alike(one, other))
        };
        let [one, other] = &self.company;
        one.iter().any(|figure| restates(figure, self.b))
            || other.iter().any(|figure| restates(figure, self.a))
    }
}

/// Whether the same word stands right before both.
pub(super) fn begin_alike(a: &Quantity, b: &Quantity) -> bool {
    run(&a.context.left, &b.context.left) >= 1.0
}

/// Whether two figures may be of one thing: in "four counts involving four boys" they are not.
fn are_alike(one: &Quantity, other: &Quantity) -> bool {
    let bare = |figure: &Quantity| figure.kind == Kind::Bare;
    let things = one.thing.map(|thing| thing.stem) == other.thing.map(|thing| thing.stem);
    let tolls = one.toll.is_some() && one.toll == other.toll;
    one.kind == other.kind && things || tolls || bare(one) || bare(other)
}

/// Figures of a sentence that are looked at.
const COMPANY: usize = 16;

/// The other figures of a claim's sentence.
fn company(article: &Article, claim: usize) -> Vec<&Quantity> {
    let own = article.figure(claim);
    let all = &article.paragraphs[article.claims.all[claim].at.0].paragraph.quantities;
    let first = all.partition_point(|other| other.sentence < own.sentence);
    let sentence = all[first..].iter().take_while(|other| other.sentence == own.sentence);
    sentence.take(COMPANY).filter(|other| other.span != own.span).collect()
}

fn flag(it: bool) -> f64 {
    f64::from(u8::from(it))
}

/// How many words stand near both, as far as [`shares_too_little`](super::excuse::shares_too_little) asks: up to two.
pub(super) fn shared_count(a: &Quantity, b: &Quantity) -> usize {
    in_common(a, b).take(2).count()
}

/// The words near the second that stand near the first too: both are sorted, and one walk along them is enough.
fn in_common<'a>(a: &'a Quantity, b: &'a Quantity) -> impl Iterator<Item = &'a (Stem, Span)> {
    let mut rest = a.context.near.as_slice();
    b.context.near.iter().filter(move |(stem, _)| {
        while rest.first().is_some_and(|(first, _)| first < stem) {
            rest = &rest[1..];
        }
        rest.first().is_some_and(|(first, _)| first == stem)
    })
}

/// The words that stand near both, with their places near the later figure.
fn shared(a: &Quantity, b: &Quantity) -> Vec<(Stem, Span)> {
    in_common(a, b).copied().collect()
}

/// Content words of a sentence that are looked at: nobody writes longer ones.
const SENTENCE: usize = 80;

fn containment(a: &Quantity, b: &Quantity) -> f64 {
    let (one, other) = (&a.context.sentence, &b.context.sentence);
    let (small, large) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let common = small.iter().take(SENTENCE).filter(|stem| large.binary_search(stem).is_ok()).count();
    common as f64 / small.len().clamp(1, SENTENCE) as f64
}

fn run(one: &[Stem], other: &[Stem]) -> f64 {
    one.iter().zip(other).take_while(|(a, b)| a == b).count() as f64
}
