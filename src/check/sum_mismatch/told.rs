//! A whole in one sentence, and in the next one, or in a list, all its parts: `31 people died. The dead were 17 men and 12 women.`

use crate::article::{Article, Item, Line, Number};
use crate::mention::{Quantity, What};

use super::breakdown;
use super::judge::is_slip;
use super::ladder::Ladder;

/// Sums further off than this, as a share of the whole, are hardly of it.
const NEAR: f64 = 0.25;
/// Figures of the sentence before that may be parts as well.
const BEFORE: usize = 6;

/// The wholes that their parts, in this paragraph or in the list behind it, miss.
pub(super) fn faults(article: &Article, paragraph: usize) -> Vec<Ladder<'_>> {
    let before = paragraph.checked_sub(1).and_then(|before| article.all_lines(before).next_back());
    let own = usize::from(before.is_some());
    let lines: Vec<Line> = before.into_iter().chain(article.all_lines(paragraph)).collect();
    let sentences = lines.windows(2).filter_map(|pair| sentence(&pair[0], &pair[1]));
    let lists = lines[own..].iter().filter_map(|line| list(article, line));
    sentences.chain(lists).collect()
}

/// A figure and its paragraph.
type Place<'a> = (usize, &'a Quantity);

/// Parts that a sentence gives of the whole in the sentence before.
fn sentence<'a>(before: &Line<'a>, line: &Line<'a>) -> Option<Ladder<'a>> {
    let parts: Vec<(usize, &Quantity)> = line.figures().collect();
    let (first, last) = (parts.first()?, parts.last()?);
    let told = opens(line, first.0, What::Consists)
        || opens(line, first.0, What::Counts) && line.gap(0, first.0) == 0 && is_counted(before, &parts)
        || completes(line, last.0);
    if !told || parts.len() < 2 || !is_row(line, &parts) {
        return None;
    }
    let wholes: Vec<Place> = before.figures().map(|(_, figure)| (before.paragraph, figure)).collect();
    let parts: Vec<Place> = parts.iter().map(|(_, figure)| (line.paragraph, *figure)).collect();
    missed(&wholes, parts, line.ones(first.1, last.1) as f64)
}

/// Parts that are the items of the list below the whole: one figure each.
fn list<'a>(article: &'a Article, line: &Line<'a>) -> Option<Ladder<'a>> {
    if !line.items.last().is_some_and(|item| item.is(What::Mark(':'))) {
        return None;
    }
    let mut parts = Vec::new();
    for (paragraph, placed) in article.items_behind(line.paragraph) {
        // The number of an item is no figure of it.
        let own = |figure: &&Quantity| !is_marker(&placed.paragraph.text, figure);
        let mut own = placed.paragraph.quantities.iter().filter(own);
        let figure = own.next().filter(|_| own.next().is_none())?;
        parts.push((paragraph, figure));
    }
    let wholes: Vec<Place> = line.figures().map(|(_, figure)| (line.paragraph, figure)).collect();
    (parts.len() > 1).then(|| missed(&wholes, parts, 0.0))?
}

/// `1.`, `2)` at the head of an item.
fn is_marker(text: &str, figure: &Quantity) -> bool {
    text[..figure.number.start as usize].trim().is_empty()
        && text[figure.number.end as usize..].starts_with(['.', ')'])
}

/// Whether the sentence begins with words that say that all are told: `The dead were`.
fn opens(line: &Line, first: usize, what: What) -> bool {
    matches!(line.items.first(), Some(Item::Sign(sign)) if sign.what == what && sign.opens)
        && first == 1
        && line.gap(0, 1) <= 1
}

/// Whether the parts may be of what was counted before: they name the same, or one thing for all of them: `27 blessés. On
/// compte 15 victimes à Huy, 8 à Mons et 4 à Ath`.
fn is_counted(before: &Line, parts: &[(usize, &Quantity)]) -> bool {
    let stem = |figure: &Quantity| figure.thing.map(|thing| thing.stem);
    let fates = |figure: &Quantity| figure.thing.is_some_and(|thing| thing.fate);
    let same = before.figures().any(|(_, figure)| stem(figure) == stem(parts[0].1));
    let elliptic = parts[1..].iter().all(|(_, part)| part.thing.is_none());
    let sorts =
        parts.iter().all(|(_, part)| fates(part)) && !before.figures().any(|(_, figure)| fates(figure));
    same || elliptic || sorts
}

/// Whether the last part is what is left: `the remaining $4 million`, `les 9 autres`.
fn completes(line: &Line, last: usize) -> bool {
    line.before(last, 0).next() == Some(What::Rest) || line.behind(last, 1).next() == Some(What::Rest)
}

/// Whether the figures follow one another with commas and `et`, as parts do, and the last one behind `et`.
fn is_row(line: &Line, parts: &[(usize, &Quantity)]) -> bool {
    let (first, last) = (parts[0].0, parts[parts.len() - 1].0);
    let row = |what: What| {
        matches!(
            what,
            What::Mark(',' | '(' | ')')
                | What::And
                | What::Rest
                | What::To
                | What::FromOrOf
                | What::Whole
                | What::While
                | What::But
        )
    };
    line.between(first, last).all(row)
        && line.between(parts[parts.len() - 2].0, last).any(|what| what == What::And || what.turns())
        && parts.iter().all(|(at, part)| {
            let of_it = line.before(*at, 0).next() == Some(What::Whole);
            breakdown::is_sum(part) && part.hedge.is_none() && !of_it
        })
}

/// The whole that the parts miss, if one figure can be meant and no other explains them.
fn missed<'a>(wholes: &[Place<'a>], parts: Vec<Place<'a>>, singles: f64) -> Option<Ladder<'a>> {
    let sum = Number::sum(parts.iter().map(|(_, part)| Number::of(part)));
    let near = |whole: &Quantity| (whole.value - sum.value).abs() <= NEAR * whole.value;
    let holds = |whole: &Quantity| {
        let kind =
            parts.iter().all(|(_, part)| part.value < whole.value && breakdown::is_same_kind(whole, part));
        breakdown::is_sum(whole) && kind && agree(whole, parts[0].1)
    };
    let explained = wholes.iter().any(|(_, whole)| is_explained(whole, sum, wholes, singles));
    let mut found = wholes.iter().filter(|(_, whole)| near(whole) && holds(whole) && whole.hedge.is_none());
    let whole = *found.next().filter(|_| found.next().is_none() && !explained)?;
    let count = parts.len() > 2 || is_slip(sum.value, whole.1.value, 2);
    count.then_some(Ladder { whole, parts })
}

/// Whether the sum is that whole, alone or with others of its sentence.
fn is_explained(whole: &Quantity, sum: Number, wholes: &[Place], singles: f64) -> bool {
    let rest = Number { value: Number::of(whole).value - sum.value, give: Number::of(whole).give + sum.give };
    let others: Vec<f64> = wholes.iter().map(|(_, figure)| figure.value).take(BEFORE).collect();
    let subsets = 0..1u32 << others.len();
    (0.0..=singles).contains(&rest.value)
        || subsets.into_iter().any(|set| {
            let chosen = others.iter().enumerate().filter(|(bit, _)| set & (1 << bit) != 0);
            rest.meets(Number::exact(chosen.map(|(_, value)| value).sum()))
        })
}

/// Whether what the first part counts may be what the whole counts: `31 people`, `17 men`, but not `31 dead` and `17 missing`.
fn agree(whole: &Quantity, first: &Quantity) -> bool {
    whole
        .thing
        .zip(first.thing)
        .is_none_or(|(whole, first)| whole.stem == first.stem || !(whole.fate && first.fate))
}
