//! What each name names, once all its mentions are seen.
//!
//! A paragraph knows only itself. `Pang` alone may be anybody, a village or a firm; `Sylvia Pang` three paragraphs above says
//! who it is. So the mentions of one form are weighed together, and bare surnames with the full names that end on them.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::article::Placed;
use crate::mention::{Name, Sort};

/// What one mention can say for the others at most, in hundredths of a natural logarithm.
const MOST: i32 = 400;
/// Of what the other mentions say, how many hundredths count for one.
const OTHERS: i32 = 40;
/// What all the others can say together.
const TOGETHER: i32 = 800;
/// What a full name says for its surname alone, and for its forename alone.
const SURNAME: i32 = 500;
const FORENAME: i32 = 250;

/// What speaks for a person, a place and an organisation.
type Scores = [i32; 3];

/// What a surname behind a title says for the full names that end on it: `M. Azar` for `Alex Azar`.
const TITLED: i32 = 500;

/// What all mentions of a form say together.
type Tally<'a> = FxHashMap<&'a str, Scores>;

/// A name and its number in its paragraph.
pub(super) type Numbered<'a> = (usize, Cow<'a, Name>);

/// The names of each paragraph as the whole draft shows them, those left out that are likelier none.
pub(super) fn settle(paragraphs: &[Placed]) -> Vec<Vec<Numbered<'_>>> {
    let mut tally = Tally::default();
    for name in paragraphs.iter().flat_map(|placed| &placed.paragraph.names) {
        count(name, &mut tally);
    }
    let all = paragraphs.iter().flat_map(|placed| &placed.paragraph.names);
    let titled: FxHashSet<&str> = all.filter_map(titled_surname).collect();
    let settled = |name: &'_ Name| sort(name, &tally, &titled);
    let names = paragraphs.iter().map(|placed| placed.paragraph.names.iter().enumerate());
    names
        .map(|names| {
            let named = names.map(|(index, name)| (index, named(name, settled(name))));
            named.filter_map(|(index, name)| Some((index, name?))).collect()
        })
        .collect()
}

fn titled_surname(name: &Name) -> Option<&str> {
    name.words.first().filter(|_| name.titled && name.words.len() == 1).map(String::as_str)
}

/// The name as one of that sort; `None` where it is none.
fn named(name: &Name, sort: Sort) -> Option<Cow<'_, Name>> {
    match sort {
        Sort::Unknown => None,
        _ if sort == name.sort => Some(Cow::Borrowed(name)),
        _ => Some(Cow::Owned(Name { sort, ..name.clone() })),
    }
}

fn count<'a>(name: &'a Name, tally: &mut Tally<'a>) {
    let all = tally.entry(&name.form).or_default();
    all.iter_mut().zip(own(name)).for_each(|(all, one)| *all += one);
    let [first, .., last] = name.words.as_slice() else { return };
    if name.sort == Sort::Person {
        for (part, worth) in [(last, SURNAME), (first, FORENAME)] {
            let [person, ..] = tally.entry(part).or_default();
            *person = (*person).max(0) + worth;
        }
    }
}

/// What a mention says for the others of its form.
fn own(name: &Name) -> Scores {
    name.scores.map(|score| score.clamp(-MOST, MOST))
}

/// What the name names by its own words and those of the draft's other mentions.
fn sort(name: &Name, tally: &Tally, titled: &FxHashSet<&str>) -> Sort {
    let all = tally.get(&*name.form).copied().unwrap_or_default();
    let mut scores = name.scores;
    for ((score, all), own) in scores.iter_mut().zip(all).zip(own(name)) {
        *score += ((all - own) * OTHERS / 100).clamp(-TOGETHER, TOGETHER);
    }
    if name.words.len() > 1 && name.words.last().is_some_and(|surname| titled.contains(&**surname)) {
        scores[0] += TITLED;
    }
    let best = (0..3).max_by_key(|sort| scores[*sort]).filter(|sort| scores[*sort] > 0);
    best.map_or(Sort::Unknown, |sort| Sort::NAMED[sort])
}
