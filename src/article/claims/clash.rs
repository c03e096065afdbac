//! Which pairs of figures contradict each other, and how sure that is.

use std::cell::LazyCell;
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::excuse::{Excuses, shares_too_little};
use super::features::{Measured, begin_alike, shared_count};
use super::weights::WEIGHTS;
use super::{Features, Pair, Reason, Role, Values};
use crate::article::Article;
use crate::article::memory::Figures;
use crate::span::Span;

/// The figures of a draft that contradict each other.
#[derive(Debug, Default)]
pub struct Clashes {
    /// Those of each group of claims.
    by_group: Vec<Arc<[Clash]>>,
    /// Each figure once, with its best partner, the surest first.
    pub all: Vec<Clash>,
}

/// Two figures that contradict each other.
#[derive(Clone, Debug)]
pub struct Clash {
    /// The two.
    pub pair: Pair,
    /// How sure it is.
    pub verdict: Verdict,
    /// The points that the pair got.
    pub points: i32,
    /// Places, near the later figure, of the words that stand near both.
    pub shared: Vec<Span>,
    /// A reason for the difference that stands at one of them.
    pub reason: Option<Reason>,
    /// What was measured.
    pub features: Features,
    /// Whether the later one refers back to the earlier one.
    pub refers_back: bool,
    /// Whether the headline is one of the two.
    pub headline: bool,
    /// Whether another sentence bears out the later one, and none the earlier one: that one slipped.
    pub outvoted: bool,
    /// Whether it is no alarm, however many points it has: a reason is told, the two share too little, or the headline
    /// speaks of more than the other figure.
    pub excused: bool,
}

/// What is said of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Both cannot be true as written.
    Sure,
    /// The later one refers back to something of which the earlier one gives another number: as sure.
    Definite,
    /// They would contradict each other, but a reason stands at one of them.
    Explained,
    /// The same subject, no reason found.
    Possible,
    /// Nothing is said.
    Silent,
}

impl Verdict {
    /// Whether both cannot be true as written.
    pub fn is_alarm(self) -> bool {
        matches!(self, Self::Sure | Self::Definite)
    }
}

impl Article {
    /// Every figure that contradicts another. Of the claims of `last`, if these are as many, those stay that have none of the
    /// `edited` paragraphs.
    pub(in crate::article) fn find_clashes(&self, last: Option<&Figures>, edited: &Range<usize>) -> Clashes {
        let last = last.filter(|(claims, _)| claims.are_as_many(&self.claims));
        let is_edited = |claim: &usize| edited.contains(&self.claims.all[*claim].at.0);
        let of_group = |(number, group): (usize, &Vec<usize>)| {
            let last = last.filter(|_| !group.iter().any(is_edited));
            last.map_or_else(|| self.clashes_in(group), |(_, clashes)| clashes.by_group[number].clone())
        };
        let by_group: Vec<Arc<[Clash]>> = self.claims.groups.iter().enumerate().map(of_group).collect();
        let all = self.told(by_group.iter().flat_map(|clashes| clashes.iter()).cloned().collect());
        Clashes { by_group, all }
    }

    fn clashes_in(&self, group: &[usize]) -> Arc<[Clash]> {
        let all = self.weighed(group, |pair| self.may_clash(pair));
        all.filter(|clash| clash.verdict != Verdict::Silent).collect()
    }

    /// Each figure once, with its best partner, the surest first.
    fn told(&self, mut all: Vec<Clash>) -> Vec<Clash> {
        all.sort_by_key(|clash| (Reverse(clash.verdict.is_alarm()), Reverse(clash.points)));
        let mut spoken = FxHashSet::default();
        all.retain(|clash| spoken.insert(clash.reported()));
        self.without_echoes(all)
    }

    /// A headline whose value the text gives too only repeats what is wrong below.
    fn without_echoes(&self, mut all: Vec<Clash>) -> Vec<Clash> {
        let values = |clash: &Clash| {
            let [one, other] = [clash.pair.earlier, clash.pair.later].map(|claim| self.figure(claim).value);
            [one.min(other), one.max(other)].map(f64::to_bits)
        };
        let mut below: FxHashMap<[u64; 2], bool> = FxHashMap::default();
        for clash in all.iter().filter(|clash| !clash.headline) {
            *below.entry(values(clash)).or_default() |= clash.verdict.is_alarm();
        }
        let echoes =
            |clash: &Clash| below.get(&values(clash)).is_some_and(|sure| *sure || !clash.verdict.is_alarm());
        all.retain(|clash| !clash.headline || !echoes(clash));
        all
    }

    /// Every pair of a group that differs, weighed.
    pub fn compared<'a>(&'a self, group: &'a [usize]) -> impl Iterator<Item = Clash> + 'a {
        self.weighed(group, |_| true)
    }

    fn weighed<'a>(
        &'a self,
        group: &'a [usize],
        wanted: impl Fn(Pair) -> bool + 'a,
    ) -> impl Iterator<Item = Clash> + 'a {
        let pairs = self.claims.pairs(group).filter(move |pair| self.differ(*pair) && wanted(*pair));
        let values = LazyCell::new(|| Values::of(self, group));
        pairs.map(move |pair| self.weigh(pair, &values))
    }

    /// Whether a pair can be anything but silent, as far as that is quickly told: of most pairs it is not.
    fn may_clash(&self, pair: Pair) -> bool {
        let (a, b) = (self.figure(pair.earlier), self.figure(pair.later));
        let headline = self.claims.all[pair.earlier].role == Role::Headline;
        let again = headline && begin_alike(a, b);
        again || b.definite || b.context.pointed || !shares_too_little(a, b, shared_count(a, b), headline)
    }

    fn weigh(&self, pair: Pair, values: &Values) -> Clash {
        let measured = Measured::new(self, pair, values);
        let features = measured.features();
        let excuses = measured.excuses(&features);
        let points = WEIGHTS.points(&features);
        let refers_back = measured.refers_back() && !excuses.embraced;
        let mut shared: Vec<Span> = measured.shared.iter().map(|(_, span)| *span).collect();
        shared.sort_unstable();
        Clash {
            pair,
            verdict: self.judge(&measured, excuses, points, refers_back),
            points,
            shared,
            reason: measured.reason,
            features,
            refers_back,
            headline: self.claims.all[pair.earlier].role == Role::Headline,
            outvoted: values.supports(self, pair.later) && !values.supports(self, pair.earlier),
            excused: excuses.any(),
        }
    }

    fn judge(&self, measured: &Measured, excuses: Excuses, points: i32, refers_back: bool) -> Verdict {
        let alarm = WEIGHTS.alarm(self.language.code);
        match () {
            () if excuses.embraced => Verdict::Silent,
            () if points >= alarm && !excuses.any() => Verdict::Sure,
            () if refers_back && !excuses.narrowed => Verdict::Definite,
            () if excuses.weak || measured.is_restated() => Verdict::Silent,
            () if measured.may_refer_back() && measured.shared.len() >= 2 => Verdict::Possible,
            () if points >= alarm && excuses.told => Verdict::Explained,
            () if points >= alarm - WEIGHTS.look && measured.reason.is_none() => Verdict::Possible,
            () => Verdict::Silent,
        }
    }
}

impl Clash {
    /// The figure that is reported: what differs from the body is put right in the headline; else the one that stands
    /// alone against two, or the later one, which follows the earlier.
    pub fn reported(&self) -> usize {
        if self.headline || self.outvoted { self.pair.earlier } else { self.pair.later }
    }

    /// The other one.
    pub fn other(&self) -> usize {
        if self.headline || self.outvoted { self.pair.later } else { self.pair.earlier }
    }
}
