//! `30 des 120 députés, soit 25 %`: a share of a whole, both stated.

use crate::article::{Line, Number, alike, is_level, is_year};
use crate::mention::What;
use crate::mention::quantity::{Kind, Quantity};

/// A part, its whole and the share that the text says it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Share<'a> {
    pub(super) stated: &'a Quantity,
    pub(super) part: (&'a Quantity, Number),
    pub(super) whole: (&'a Quantity, Number),
}

/// The shares that a sentence states.
pub(super) fn shares<'a, 'l>(line: &'l Line<'a>) -> impl Iterator<Item = Share<'a>> + use<'a, 'l> {
    line.figures().filter_map(|(at, figure)| {
        matches!(figure.kind, Kind::Percent | Kind::Ratio).then(|| share(line, at))?
    })
}

fn share<'a>(line: &Line<'a>, at: usize) -> Option<Share<'a>> {
    let percent = |figure: &&Quantity| figure.kind == Kind::Percent && figure.other.is_none();
    let stated = line.items[at].figure().filter(|figure| percent(figure) || figure.share.is_some())?;
    if let Some((part, whole)) = behind_share(line, at) {
        return Some(Share { stated, part, whole });
    }
    let last = figure_before(line, at)?;
    // "£38,831 (12 per cent) more than …" is no share.
    let mut behind = line.behind(at, 2).skip_while(|what| *what == What::Mark(')'));
    let moved = matches!(behind.next(), Some(What::Rise | What::Fall | What::Open));
    if moved
        || !restates(line, last, at)
        || line.between(last, at).any(|what| matches!(what, What::Rise | What::Fall))
    {
        return None;
    }
    let (part, whole) = of_ratio(line, last)
        .or_else(|| of_that(line, last, at))
        .or_else(|| behind_whole(line, last))
        .or_else(|| before_whole(line, last))?;
    let fits = part.0.value <= whole.0.value || part.1.value < whole.1.value;
    (fits && !has_other_base(line, at, whole.0)).then_some(Share { stated, part, whole })
}

type Part<'a> = (&'a Quantity, Number);

/// Whether the percentage says the figure before it in other words: `, soit 25 %`, `(25 %)`.
fn restates(line: &Line, last: usize, at: usize) -> bool {
    let mut signs = line.before(at, HEDGE).filter(|what| *what != What::Open);
    match signs.next() {
        Some(What::Equals) => line.gap(last, last + 1) <= CLAUSE,
        Some(What::Mark('(')) => {
            line.behind(at, 0).next() == Some(What::Mark(')')) && line.gap(last, last + 1) <= NOUN
        }
        _ => false,
    }
}

/// Words of a hedge before the percentage.
const HEDGE: usize = 2;
/// Words of the noun that is counted.
const NOUN: usize = 4;
/// Words up to the comma before `soit`: `7.770 ont décroché leur permis du premier coup, soit …`.
const CLAUSE: usize = 8;

/// `91 voix sur 260` read as one figure.
fn of_ratio<'a>(line: &Line<'a>, last: usize) -> Option<(Part<'a>, Part<'a>)> {
    let figure = line.items[last].figure().filter(|figure| figure.kind == Kind::Ratio)?;
    let (part, whole) = figure.share?;
    Some(((figure, rounded(Number::exact(part), whole)), (figure, Number::exact(whole))))
}

/// "Two in three" may be 64 percent.
fn rounded(part: Number, whole: f64) -> Number {
    Number { give: if whole <= SMALL { part.give.max(ROUND) } else { part.give }, ..part }
}

/// Up to here the whole of a ratio makes it a round one.
const SMALL: f64 = 10.0;
/// What the part of a round ratio may be off.
const ROUND: f64 = 0.3;

/// `20 millions … 14 millions, soit 70 % de cette somme`: the whole is the only other figure of that unit.
fn of_that<'a>(line: &Line<'a>, part: usize, at: usize) -> Option<(Part<'a>, Part<'a>)> {
    let points = line.behind(at, 0).next() == Some(What::OfThat);
    let figure = |at: usize| line.items[at].figure();
    let mut wholes = (0..part)
        .filter(|whole| figure(*whole).zip(figure(part)).is_some_and(|(one, other)| alike(one, other)));
    let whole = wholes.next().filter(|_| points && wholes.next().is_none())?;
    pair(line, part, whole)
}

/// `30 des 120 députés`: the whole stands last.
fn behind_whole<'a>(line: &Line<'a>, whole: usize) -> Option<(Part<'a>, Part<'a>)> {
    let part = figure_before(line, whole)?;
    let of = line.between(part, whole).filter(|what| *what != What::Open).eq([What::Whole]);
    let close = line.gap(part, part + 1) <= NOUN && line.before(whole, HEDGE).any(|what| what == What::Whole);
    (of && close).then(|| pair(line, part, whole))?
}

/// `40 % des 1.200 élèves, soit 300`, `half of the 1,200 pupils (300)`: the share stands first.
fn behind_share<'a>(line: &Line<'a>, at: usize) -> Option<(Part<'a>, Part<'a>)> {
    let figure = |from: usize| (from..line.items.len()).find(|next| line.items[*next].figure().is_some());
    let whole = figure(at + 1)?;
    let of = line.between(at, whole).all(|what| matches!(what, What::Of | What::Whole)) && whole > at + 1;
    let part =
        figure(whole + 1).filter(|_| of && line.gap(at, at + 1) <= 1 && line.gap(at + 1, whole) <= HEDGE)?;
    let signs: Vec<What> = line.between(whole, part).filter(|what| *what != What::Mark(',')).collect();
    let closed = line.items[part].figure()?.context.right.is_empty();
    let told = signs == [What::Equals] || signs == [What::Mark('(')];
    let fits = told && closed && line.gap(part - 1, part) == 0 && line.gap(whole, whole + 1) <= NOUN;
    let less = line.items[part].figure()?.value <= line.items[whole].figure()?.value;
    (fits && less).then(|| pair(line, part, whole))?
}

/// `sur 120 députés, 30`, `120 députés, dont 30 femmes`: the part stands last.
fn before_whole<'a>(line: &Line<'a>, part: usize) -> Option<(Part<'a>, Part<'a>)> {
    let clear = |whole: usize| !line.between(whole, part).any(What::ends_clause);
    let leads = |whole: usize| {
        let opens = line.before(whole, HEDGE).any(|what| what == What::Whole);
        let of_other =
            figure_before(line, whole).is_some_and(|before| line.gap(before, before + 1) <= 1 && opens);
        let of_it = line.before(part, HEDGE).any(|what| what == What::Part)
            && figure_before(line, part) == Some(whole);
        of_it || opens && !of_other && !is_taken(line, whole)
    };
    let whole = (0..part).rev().find(|at| line.items[*at].figure().is_some() && leads(*at))?;
    clear(whole).then(|| pair(line, part, whole))?
}

/// Whether a figure stands right before the `of` that the whole stands behind: it is the whole of that one.
fn is_taken(line: &Line, whole: usize) -> bool {
    figure_before(line, whole).is_some_and(|before| {
        let signs: Vec<What> = line.between(before, whole).collect();
        signs == [What::Whole]
    })
}

fn pair<'a>(line: &Line<'a>, part: usize, whole: usize) -> Option<(Part<'a>, Part<'a>)> {
    let (part, whole) = (line.items[part].figure()?, line.items[whole].figure()?);
    let level = |figure: &Quantity| {
        is_level(figure.kind) && figure.kind != Kind::Percent && figure.other.is_none() && !is_year(figure)
    };
    // Behind a name, a number between commas is read as an age: `said the Forum, 91, or …`.
    let bare = part.kind == Kind::Age && part.number == part.span;
    // "27 % of 7.4 billion Canadian dollars (US$6.3 billion)": that is the whole again.
    let same = bare || alike(part, whole) || part.kind == whole.kind && part.unit == whole.unit;
    ((bare || level(part)) && level(whole) && same)
        .then(|| ((part, rounded(Number::of(part), whole.value)), (whole, Number::of(whole))))
}

fn figure_before(line: &Line, at: usize) -> Option<usize> {
    (0..at).rev().find(|before| line.items[*before].figure().is_some())
}

/// Whether the percentage is of something else than the whole: `65 % of adults`.
fn has_other_base(line: &Line, at: usize, whole: &Quantity) -> bool {
    let of = line.items.get(at + 1).is_some_and(|item| item.is(What::Of));
    let right = line.items[at].figure().map(|figure| &figure.context.right[..]).unwrap_or_default();
    of && !whole.thing.is_some_and(|thing| right.contains(&thing.stem))
}

impl Share<'_> {
    /// The share in percent, the least and the greatest that the roundings allow.
    pub(super) fn percent(&self) -> (f64, f64) {
        let (part, whole) = (self.part.1.interval(), self.whole.1.interval());
        (part.min / whole.max * 100.0, part.max / whole.min * 100.0)
    }
}
