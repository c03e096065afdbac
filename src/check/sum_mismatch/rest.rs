//! `Ninety-six of the 150 were flown out. … The remaining 38 …`: a whole, a part, and what is left, told further on.

use crate::article::{Article, Item, Line, is_year};
use crate::check::quiet::BEFORE;
use crate::mention::What;
use crate::mention::quantity::{Kind, Quantity};

/// A part of a whole, and what the text says is left of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rest<'a> {
    pub(super) whole: (usize, &'a Quantity),
    pub(super) part: (usize, &'a Quantity),
    pub(super) rest: (usize, &'a Quantity),
}

/// Paragraphs behind a whole in which its rest may be told.
const FAR: usize = BEFORE;
/// Figures between that may be parts as well.
const BETWEEN: usize = 8;

/// The rests, told in a paragraph, that are not what is left.
pub(super) fn faults(article: &Article, paragraph: usize) -> Vec<Rest<'_>> {
    let mut open: Option<Open> = None;
    let mut last: Option<Line> = None;
    let mut out = Vec::new();
    if !article.paragraphs[paragraph].paragraph.signs.iter().any(|sign| sign.what == What::Rest) {
        return out;
    }
    for line in (paragraph.saturating_sub(FAR)..=paragraph).flat_map(|near| article.all_lines(near)) {
        open = open.filter(|open| line.paragraph <= open.whole.0 + FAR);
        for (at, figure) in line.figures() {
            if let Some(told) = &mut open {
                out.extend(told.missed_by(&line, at, figure));
                told.others.extend(is_count(figure).then_some(figure.value));
            }
            open = last.as_ref().and_then(|last| of_them(last, &line, at)).or(open);
        }
        open = opened(&line).or(open);
        last = Some(line);
    }
    out.retain(|found: &Rest| found.rest.0 == paragraph);
    out
}

/// A whole of which one part was told.
struct Open<'a> {
    whole: (usize, &'a Quantity),
    part: (usize, &'a Quantity),
    /// Whether its rest may be told in the next sentence only: more may be told of `24 patients, nine of whom died`.
    next: bool,
    /// What was counted since.
    others: Vec<f64>,
}

/// `96 of the 150`.
fn opened<'a>(line: &Line<'a>) -> Option<Open<'a>> {
    let figures: Vec<(usize, &Quantity)> = line.figures().collect();
    figures.windows(2).rev().find_map(|pair| {
        let [(first, part), (second, whole)] = pair else { return None };
        if is_part_of(line, *first, *second) && whole.value < part.value {
            return open_with(line, &figures, part, whole, *second).map(|open| Open { next: true, ..open });
        }
        let of = line.between(*first, *second).eq([What::Whole])
            && line.gap(*first, first + 1) <= 1
            && line.gap(first + 1, *second) == 0;
        (of && part.value < whole.value).then(|| open_with(line, &figures, whole, part, *second))?
    })
}

/// `Cinq hommes ont été condamnés. Quatre d'entre eux …`: the whole is the only count of the sentence before.
fn of_them<'a>(before: &Line<'a>, line: &Line<'a>, at: usize) -> Option<Open<'a>> {
    let part = line.items[at].figure().filter(|part| is_count(part))?;
    let told = line.behind(at, 0).next() == Some(What::Part) && line.figures().next()?.0 == at;
    let mut wholes = before.figures().map(|(_, figure)| figure).filter(|figure| is_count(figure));
    let whole = wholes.next().filter(|whole| told && wholes.next().is_none() && whole.value > part.value)?;
    Some(Open {
        whole: (before.paragraph, whole),
        part: (line.paragraph, part),
        next: true,
        others: Vec::new(),
    })
}

/// `300 jobs, 180 of them …`, `300 emplois, dont 180 …`: the whole stands first.
fn is_part_of(line: &Line, whole: usize, part: usize) -> bool {
    let signs: Vec<What> = line.between(whole, part).collect();
    let near = line.gap(whole, whole + 1) <= NOUN;
    let before = signs == [What::Mark(','), What::Part] || signs == [What::Part];
    let behind = signs == [What::Mark(',')] && line.behind(part, 0).next() == Some(What::Part);
    near && (before || behind) && line.gap(part - 1, part) <= 1
}

/// Words of the noun that is counted.
const NOUN: usize = 4;

fn open_with<'a>(
    line: &Line<'a>,
    figures: &[(usize, &'a Quantity)],
    whole: &'a Quantity,
    part: &'a Quantity,
    last: usize,
) -> Option<Open<'a>> {
    let behind = figures.iter().filter(|(at, figure)| *at > last && is_count(figure));
    let others = behind.map(|(_, figure)| figure.value).collect();
    let place = |figure: &'a Quantity| (line.paragraph, figure);
    (is_count(whole) && is_count(part)).then(|| Open {
        whole: place(whole),
        part: place(part),
        next: false,
        others,
    })
}

fn is_count(figure: &Quantity) -> bool {
    matches!(figure.kind, Kind::Count | Kind::Bare)
        && figure.other.is_none()
        && figure.hedge.is_none()
        && !is_year(figure)
}

/// `the remaining 38`, `les 38 autres`.
fn is_rest(line: &Line, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|sign| line.gap(*sign, at) == 0);
    let behind = Some(at + 1).filter(|sign| *sign < line.items.len() && line.gap(at, *sign) == 0);
    before
        .into_iter()
        .chain(behind)
        .any(|sign| matches!(line.items[sign], Item::Sign(sign) if sign.what == What::Rest))
}

impl<'a> Open<'a> {
    /// The figure at `at`, if it is told to be the rest and is not.
    fn missed_by(&self, line: &Line<'a>, at: usize, figure: &'a Quantity) -> Option<Rest<'a>> {
        let off = is_rest(line, at) && self.is_near(line, figure) && self.is_of(figure);
        (off && !self.is_right(figure.value)).then_some(Rest {
            whole: self.whole,
            part: self.part,
            rest: (line.paragraph, figure),
        })
    }

    fn is_near(&self, line: &Line, figure: &Quantity) -> bool {
        let next = (self.whole.0, self.whole.1.sentence + 1) == (line.paragraph, figure.sentence);
        next || !self.next
    }

    fn is_of(&self, figure: &Quantity) -> bool {
        let same = |thing: &Quantity| thing.thing.map(|thing| thing.stem);
        let stem = same(figure);
        let less = figure.value < self.whole.1.value;
        less && is_count(figure)
            && (stem.is_none() || stem == same(self.whole.1) || stem == same(self.part.1))
    }

    /// Whether part and rest make the whole, alone or with others that were told in between.
    fn is_right(&self, rest: f64) -> bool {
        let left = self.whole.1.value - self.part.1.value - rest;
        let few = &self.others[self.others.len().saturating_sub(BETWEEN)..];
        left == 0.0
            || (0..1u32 << few.len()).any(|set| {
                let chosen = few.iter().enumerate().filter(|(bit, _)| set & (1 << bit) != 0);
                chosen.map(|(_, value)| value).sum::<f64>() == left
            })
    }
}
