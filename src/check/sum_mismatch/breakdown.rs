//! The wholes of a sentence and the parts that it gives of them.

use crate::article::{Item, Line, Number, is_year};
use crate::mention::What;
use crate::mention::quantity::{Hedge, Kind, Quantity, Thing, Use};

/// A whole and its parts.
#[derive(Clone, Debug)]
pub(super) struct Breakdown<'a> {
    pub(super) whole: &'a Quantity,
    pub(super) parts: Vec<&'a Quantity>,
    /// What the words say of the parts.
    pub(super) claim: Claim,
    /// Whether `et` stands before the last part.
    pub(super) closed: bool,
}

/// What a sentence says of the parts that it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Claim {
    /// That they are all: `au total`, `les autres`.
    All,
    /// As good as that: they stand behind a colon.
    Listed,
    /// Only that they belong to it: `dont`.
    Some,
    /// That they are so many of it, and may overlap: `sur 15 joueurs, 9 sont étrangers et 7 débutants`.
    Of,
}

/// Every breakdown of a sentence.
pub(super) fn breakdowns<'a>(line: &Line<'a>) -> Vec<Breakdown<'a>> {
    let signs = line.items.iter().enumerate().filter_map(|(at, item)| Some((at, item.sign()?)));
    let mut out: Vec<Breakdown> = signs.filter_map(|(at, what)| Reader { line, at }.read(what)).collect();
    // Two signs may tell of one whole.
    out.sort_by_key(|found| (found.whole.span, found.claim));
    out.dedup_by_key(|found| found.whole.span);
    out
}

struct Reader<'a, 'l> {
    line: &'l Line<'a>,
    /// The sign.
    at: usize,
}

impl<'a> Reader<'a, '_> {
    /// What a sign tells.
    fn read(&self, what: What) -> Option<Breakdown<'a>> {
        match what {
            What::Part => self.part_of(),
            What::Consists => self.parts_behind(self.figure_before()?, self.at + 1, Claim::All),
            What::Mark(':') => self.parts_behind(self.figure_before()?, self.at + 1, Claim::Listed),
            What::Whole => self.of_whole(),
            What::Total => self.total(),
            What::Mark('(') => self.bracketed(),
            What::Mark(',') => self.apposed(),
            What::Equals => self.same().or_else(|| self.spelt_out()),
            _ => None,
        }
    }

    /// `20 otages, dont 12 femmes et 8 hommes`; `600 members, 100 of whom …`.
    fn part_of(&self) -> Option<Breakdown<'a>> {
        let before = self.figure_before()?;
        let adjoining = self.line.gap(before, self.at) == 0
            && self.line.before(before, NOUN).next() == Some(What::Mark(','));
        let first = adjoining.then(|| figure_before(self.line, before)).flatten();
        match first {
            Some(whole) => self.parts_behind(whole, before, Claim::Some),
            None => self.parts_behind(before, self.at + 1, Claim::Some),
        }
    }

    /// `sur 20 otages, 12 ont été libérés`; `22 morts et 4 disparus, sur un total de 26 personnes`.
    fn of_whole(&self) -> Option<Breakdown<'a>> {
        let whole = self.figure_behind().filter(|whole| self.line.gap(self.at, *whole) <= 1)?;
        let Item::Sign(sign) = self.line.items[self.at] else { return None };
        match figure_before(self.line, self.at) {
            _ if sign.opens => self.parts_behind(whole, whole + 1, Claim::Of),
            _ => self.parts_before(whole, Claim::Some),
        }
    }

    /// `12 morts et 8 blessés, 20 victimes au total`.
    fn total(&self) -> Option<Breakdown<'a>> {
        let behind = self.figure_behind().filter(|whole| self.line.gap(self.at, *whole) <= NOUN);
        let before = figure_before(self.line, self.at).filter(|whole| self.line.gap(*whole, self.at) <= NOUN);
        match (before, behind) {
            (Some(before), _) if self.line.before(before, 2).next() == Some(What::Mark(',')) => {
                self.parts_before(before, Claim::All)
            }
            (_, Some(behind)) => self.parts_before(behind, Claim::All),
            _ => None,
        }
    }

    /// `12 morts et 8 blessés, soit 20 victimes`.
    fn same(&self) -> Option<Breakdown<'a>> {
        let whole = self.figure_behind().filter(|whole| self.line.gap(self.at, *whole) <= 1)?;
        self.parts_before(whole, Claim::All)
    }

    /// `48 passagers (31 adultes et 16 enfants)`: nothing but the parts stands in the brackets.
    fn bracketed(&self) -> Option<Breakdown<'a>> {
        let whole = self.adjoining()?;
        let close = (self.at..self.line.items.len()).find(|at| self.line.items[*at].is(What::Mark(')')))?;
        self.row(whole, self.at + 1, close, Claim::Listed)
    }

    /// `31 arrests, 14 in Lyon, nine in Nice and six in Metz.`: parts without a noun of their own, up to the end.
    fn apposed(&self) -> Option<Breakdown<'a>> {
        let whole = self.adjoining()?;
        let end = self.line.items.len();
        let found = self.row(whole, self.at + 1, end, Claim::Listed)?;
        let thing = found.whole.thing.map(|thing| thing.stem);
        let own =
            found.parts.iter().filter_map(|part| part.thing).any(|own| !own.fate && Some(own.stem) != thing);
        let marks = self.line.behind(end - 1, 0).next().is_none();
        (!own && thing.is_some() && marks && is_placed(&found)).then_some(found)
    }

    /// The whole directly before the mark, but for its noun.
    fn adjoining(&self) -> Option<usize> {
        let before = self.at.checked_sub(1).filter(|before| self.line.items[*before].figure().is_some())?;
        let thing = self.line.items[before].figure()?.thing.is_some();
        (thing && self.line.gap(before, self.at) <= 2).then_some(before)
    }

    /// Figures with nothing but commas and `et` between, of which the first stands directly behind the mark.
    fn row(&self, whole: usize, from: usize, end: usize, claim: Claim) -> Option<Breakdown<'a>> {
        let total = self.line.items[whole].figure()?;
        let parts: Vec<usize> = (from..end).filter(|at| self.line.items[*at].figure().is_some()).collect();
        let plain = |at: &usize| {
            let figure = self.line.items[*at].figure();
            figure.is_some_and(|part| {
                is_sum(part) && is_same_kind(total, part) && part.hedge.is_none() && part.value < total.value
            }) && !is_change(self.line, *at)
        };
        let row = |item: &Item| {
            item.figure().is_some()
                || matches!(
                    item.sign(),
                    Some(What::Mark(',') | What::And | What::To | What::FromOrOf | What::Whole)
                )
        };
        let near = parts.first().is_some_and(|first| *first == from && self.line.gap(self.at, *first) == 0);
        (near && parts.iter().all(plain) && self.line.items[from..end].iter().all(row))
            .then(|| self.breakdown(whole, &parts, claim))?
    }

    /// `213 élèves, soit 96 filles et 127 garçons`: what is counted is the same, or of two sorts that do not overlap.
    fn spelt_out(&self) -> Option<Breakdown<'a>> {
        let whole = self.figure_before().filter(|whole| self.line.gap(*whole, self.at) <= NOUN)?;
        let found = self.parts_behind(whole, self.at + 1, Claim::All)?;
        let apart = |part: &&Quantity| {
            let same = |thing: Thing| found.whole.thing.is_some_and(|whole| whole.stem == thing.stem);
            part.hedge.is_none() && part.thing.is_none_or(|thing| thing.fate || same(thing))
        };
        (found.closed && found.parts.iter().all(apart)).then_some(found)
    }

    /// The whole that stands before: no change (`6 de plus`), and nothing in brackets.
    fn figure_before(&self) -> Option<usize> {
        let aside = |at: usize| self.is_bracketed(at) || is_change(self.line, at);
        (0..self.at).rev().find(|at| self.line.items[*at].figure().is_some_and(is_sum) && !aside(*at))
    }

    fn figure_behind(&self) -> Option<usize> {
        (self.at + 1..self.line.items.len()).find(|at| self.line.items[*at].figure().is_some())
    }

    /// The parts that stand behind, up to the end of what is said of the whole.
    fn parts_behind(&self, whole: usize, from: usize, claim: Claim) -> Option<Breakdown<'a>> {
        let end = (from..self.line.items.len()).find(|at| self.closes(*at)).unwrap_or(self.line.items.len());
        let total = self.line.items[whole].figure()?;
        let all: Vec<usize> =
            (from..end).filter(|at| *at != whole && self.line.items[*at].figure().is_some()).collect();
        let parts: Vec<usize> = all.iter().copied().filter(|at| self.is_part(total, *at)).collect();
        let consists = self.line.before(whole, 1).any(|what| what == What::Consists);
        // "… and the rest for parks": what is left has no figure.
        let some = |what: What| matches!(what, What::Completes | What::Some);
        if (from..end).any(|at| self.line.items[at].sign().is_some_and(some)) || self.line.has(What::Several)
        {
            return None;
        }
        // "7 million, including 4 for towns, and libraries 5 million": the second is no part of the first whole.
        if claim == Claim::Some && self.is_another(&parts) {
            return None;
        }
        let claim = if consists || parts.iter().any(|at| self.is_rest(*at)) { Claim::All } else { claim };
        self.breakdown(whole, &parts, claim)
    }

    /// Whether `, and` parts two figures: a comma stands before `and` only behind three items or more, or where something
    /// else begins.
    fn is_another(&self, parts: &[usize]) -> bool {
        let [first, second] = parts else { return false };
        let signs: Vec<What> = self.line.between(*first, *second).collect();
        signs.windows(2).any(|pair| pair == [What::Mark(','), What::And])
    }

    /// The parts that stand before, joined by commas and `et`.
    fn parts_before(&self, whole: usize, claim: Claim) -> Option<Breakdown<'a>> {
        let total = self.line.items[whole].figure()?;
        let mut parts = Vec::new();
        let mut next = self.at.min(whole);
        while let Some(part) = figure_before(self.line, next) {
            let joined = self
                .line
                .between(part, next)
                .all(|what| matches!(what, What::Mark(',') | What::And | What::Open | What::To));
            if !joined || !self.is_part(total, part) {
                break;
            }
            parts.insert(0, part);
            next = part;
        }
        let and =
            parts.last().is_some_and(|last| self.line.between(parts[0], *last).any(|what| what == What::And));
        and.then(|| self.breakdown(whole, &parts, claim))?
    }

    fn breakdown(&self, whole: usize, parts: &[usize], claim: Claim) -> Option<Breakdown<'a>> {
        let total = self.line.items[whole].figure().filter(|figure| is_sum(figure))?;
        let last = parts.last().filter(|_| parts.len() > 1)?;
        let closed = self.line.before(*last, NOUN).any(|what| what == What::And);
        let parts: Vec<&Quantity> = parts.iter().filter_map(|at| self.line.items[*at].figure()).collect();
        Some(Breakdown { whole: total, parts, claim, closed })
    }

    /// Whether the figure may be a part of the whole: of its kind, no change, no part of a part, not in brackets.
    fn is_part(&self, whole: &Quantity, at: usize) -> bool {
        let Some(figure) = self.line.items[at].figure() else { return false };
        let nested = at > self.at
            && self.line.before(at, 1).any(|what| what == What::Part)
            && self.line.gap(self.at, at) > 1;
        is_sum(figure)
            && is_same_kind(whole, figure)
            && !nested
            && !self.is_bracketed(at)
            && !is_rate(figure)
            && !is_change(self.line, at)
    }

    /// `les 9 autres`, `the other 9`.
    fn is_rest(&self, at: usize) -> bool {
        self.line.before(at, 1).next() == Some(What::Rest)
            || self.line.behind(at, 0).next() == Some(What::Rest)
    }

    fn is_bracketed(&self, at: usize) -> bool {
        let opened = self.line.items[..at].iter().filter(|item| item.is(What::Mark('('))).count();
        let closed = self.line.items[..at].iter().filter(|item| item.is(What::Mark(')'))).count();
        opened > closed
    }

    /// Whether another statement begins there.
    fn closes(&self, at: usize) -> bool {
        // "…; the other 17" goes on with the whole.
        let next = (at..self.line.items.len()).find(|next| self.line.items[*next].figure().is_some());
        let goes_on = self.line.items[at].is(What::Mark(';')) && next.is_some_and(|next| self.is_rest(next));
        !goes_on
            && at > self.at
            && matches!(
                self.line.items[at].sign(),
                Some(
                    What::Mark(';' | '–' | '—' | ':') | What::While | What::But | What::Total | What::Against
                )
            )
    }
}

/// Words of the noun and hedge between a sign and its figure.
const NOUN: usize = 3;

fn figure_before(line: &Line, at: usize) -> Option<usize> {
    (0..at).rev().find(|before| line.items[*before].figure().is_some())
}

/// Whether figures of that kind can be added up, and it is a plain one.
pub(super) fn is_sum(figure: &Quantity) -> bool {
    let kind = matches!(figure.kind, Kind::Count | Kind::Bare | Kind::Money | Kind::Measure);
    let open = figure.hedge.is_some_and(|(hedge, _)| matches!(hedge, Hedge::Most | Hedge::Under));
    kind && figure.other.is_none() && !open && !is_year(figure)
}

pub(super) fn is_same_kind(whole: &Quantity, part: &Quantity) -> bool {
    match (whole.kind, part.kind) {
        (Kind::Count | Kind::Bare, Kind::Count | Kind::Bare) => true,
        (Kind::Money | Kind::Measure, Kind::Bare) => true,
        // "2,1 millions" of a sum in euros.
        (Kind::Money | Kind::Measure, Kind::Count) => part.value >= 1e5,
        // "3 million euros in May and 4 million in June, or 7 million".
        (Kind::Bare, Kind::Money | Kind::Measure) => whole.value >= 1e5,
        (one, other) => one == other && whole.unit == part.unit,
    }
}

/// `6 de plus`, `12 more`: a change, not a level.
fn is_change(line: &Line, at: usize) -> bool {
    matches!(line.behind(at, 0).next(), Some(What::Rise | What::Fall))
}

/// Whether all parts are told apart by where they are, or by nothing but a word: `two gold, two silver`.
fn is_placed(found: &Breakdown) -> bool {
    let placed =
        |part: &&Quantity| part.context.placed || part.thing.is_some() || part.context.right.len() <= 1;
    found.parts.iter().all(placed)
}

fn is_rate(figure: &Quantity) -> bool {
    figure.context.cues.iter().any(|cue| matches!(cue.what, Use::Rate))
}

impl Breakdown<'_> {
    /// The sum of the parts.
    pub(super) fn sum(&self) -> Number {
        Number::sum(self.parts.iter().map(|part| Number::of(part)))
    }
}
