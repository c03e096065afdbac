//! What is measured about a pair of figures. Each measure has a weight in `weights.toml`.

use super::digits::Digits;
use super::values::{Values, equal};
use super::{Claims, Pair, Reason, Role};
use crate::article::Article;
use crate::mention::Stem;
use crate::mention::quantity::{Kind, Quantity, Use};
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
    /// Content words that stand near both, five at most.
    shared,
    /// The same, each word the less the more sentences have it, five at most.
    telling,
    /// Share of the smaller sentence's content words that the other one has too.
    containment,
    /// The same words directly before both, four at most.
    same_before,
    /// The same words directly behind both, four at most.
    same_behind,
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
    /// The later one alone refers back, to the text and not to the headline: `les 13.000 soldats`.
    definite,
    /// The earlier one stands in the lead.
    from_lead,
    /// One is more than five times the other.
    far_apart,
    /// Three or more values of the group in the draft.
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
    company: [Vec<f64>; 2],
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
        let same_company = one.iter().filter(|value| other.contains(value)).count();
        let is = |kind: Kind| flag(b.kind == kind);
        let priced = matches!(b.kind, Kind::Percent | Kind::Points | Kind::Money);
        Features {
            headline_lead: flag(headline && lead),
            lead_alone: flag(headline && lead && !supported(pair.earlier)),
            body_alone: flag(headline && !lead && !supported(pair.earlier)),
            shared: self.shared.len().min(WORDS) as f64,
            telling: self.telling(),
            containment: containment(a, b),
            same_before: run(&a.context.left, &b.context.left),
            same_behind: run(&a.context.right, &b.context.right),
            duration: is(Kind::Duration),
            age: is(Kind::Age),
            count: is(Kind::Count),
            bare: is(Kind::Bare),
            digits_swapped: flag(slip == Slip::Swapped),
            digit_changed: flag(slip == Slip::Changed),
            scale_changed: flag(slip == Slip::Scale),
            definite: flag(b.definite && !a.definite && !headline),
            from_lead: flag(self.role(pair.earlier) == Role::Lead),
            far_apart: flag(a.value.min(b.value) < 0.2 * a.value.max(b.value)),
            many_values: flag(self.values.count() >= 3),
            both_supported: flag(supported(pair.earlier) && supported(pair.later)),
            market: if priced { self.claims.market } else { 0.0 },
            restated: flag(self.is_restated()),
            crowded: flag(a.context.crowded || b.context.crowded),
            same_company: same_company.min(3) as f64,
            other_company: flag(same_company == 0 && !one.is_empty() && !other.is_empty()),
            hedged: flag(a.hedge.is_some() || b.hedge.is_some()),
        }
    }

    fn role(&self, claim: usize) -> Role {
        self.claims.all[claim].role
    }

    /// Words that stand in two sentences of the draft count in full, those of ten hardly.
    fn telling(&self) -> f64 {
        let sentences = |stem: &Stem| self.claims.sentences.get(stem).map_or(2, |n| *n.max(&2));
        let all: f64 = self.shared.iter().map(|(stem, _)| 1.0 / f64::from(sentences(stem) - 1)).sum();
        all.clamp(0.0, WORDS as f64)
    }

    /// Whether the later figure is of something more narrow than the earlier one.
    pub(super) fn is_restricted(&self) -> bool {
        self.b.context.complement.is_some_and(|stem| self.a.context.sentence.binary_search(&stem).is_err())
    }

    /// Whether both are parts (`dont 5 francophones`) of wholes that differ.
    pub(super) fn are_parts_of_others(&self, features: &Features) -> bool {
        let part = |q: &Quantity| q.context.cues.iter().any(|cue| cue.what == Use::Part);
        features.other_company > 0.0 && part(self.a) && part(self.b)
    }

    /// Whether one of the sentences gives the other's value too.
    pub(super) fn is_restated(&self) -> bool {
        let [one, other] = &self.company;
        one.contains(&self.b.value) || other.contains(&self.a.value)
    }

    /// Whether one is a length or weight beside another: a figure that is given again in another unit.
    pub(super) fn is_conversion(&self) -> bool {
        self.b.kind == Kind::Measure && (self.a.context.crowded || self.b.context.crowded)
    }

    /// Whether the later figure and another one, beside it or of its group, make the earlier one: a headline gives sums.
    pub(super) fn adds_up(&self) -> bool {
        let (whole, part) = (self.a.value, self.b.value);
        let [_, beside] = &self.company;
        beside.iter().any(|rest| equal(part + rest, whole)) || self.values.complete(part, whole)
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

/// Figures of a sentence that are looked at.
const COMPANY: usize = 16;

/// The other figures of a claim's sentence.
fn company(article: &Article, claim: usize) -> Vec<f64> {
    let own = article.figure(claim);
    let all = &article.paragraphs[article.claims.all[claim].at.0].paragraph.quantities;
    let first = all.partition_point(|other| other.sentence < own.sentence);
    let sentence = all[first..].iter().take_while(|other| other.sentence == own.sentence);
    sentence.take(COMPANY).filter(|other| other.span != own.span).map(|other| other.value).collect()
}

fn flag(it: bool) -> f64 {
    f64::from(u8::from(it))
}

/// How many words stand near both, as far as [`shares_too_little`] asks: up to two.
pub(super) fn shared_count(a: &Quantity, b: &Quantity) -> usize {
    b.context.near.iter().filter(|(stem, _)| is_near(a, *stem)).take(2).count()
}

fn is_near(figure: &Quantity, stem: Stem) -> bool {
    figure.context.near.binary_search_by_key(&stem, |(stem, _)| *stem).is_ok()
}

/// The words that stand near both, with their places near the later figure.
fn shared(a: &Quantity, b: &Quantity) -> Vec<(Stem, Span)> {
    b.context.near.iter().filter(|(stem, _)| is_near(a, *stem)).copied().collect()
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

/// How the digits of two figures differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    /// `12` and `21`.
    Swapped,
    /// `12.575` and `14.575`.
    Changed,
    /// `2 million` and `2 billion`.
    Scale,
    /// In no way that a slip of the hand explains.
    None,
}

impl Slip {
    fn of(one: f64, other: f64) -> Self {
        let (one, other) = (Digits::of(one), Digits::of(other));
        let (one, other) = (one.as_slice(), other.as_slice());
        if one == other {
            return Self::Scale;
        }
        if one.len() != other.len() {
            return Self::None;
        }
        let mut off = (0..one.len()).filter(|at| one[*at] != other[*at]);
        match [off.next(), off.next(), off.next()] {
            [Some(_), None, _] if one.len() >= 3 => Self::Changed,
            [Some(x), Some(y), None] if x + 1 == y && one[x] == other[y] && one[y] == other[x] => {
                Self::Swapped
            }
            _ => Self::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_told_apart() {
        let slip = |one: f64, other: f64| Slip::of(one, other);
        assert_eq!(slip(38.0, 83.0), Slip::Swapped);
        assert_eq!(slip(13_500.0, 31_500.0), Slip::Swapped);
        assert_eq!(slip(12_575.0, 14_575.0), Slip::Changed);
        assert_eq!(slip(12.0, 14.0), Slip::None);
        assert_eq!(slip(2e6, 2e9), Slip::Scale);
        assert_eq!(slip(0.5, 5.0), Slip::Scale);
    }
}
