//! What each name names, once all its mentions are seen.
//!
//! A paragraph knows only itself. `Pang` alone may be anybody, a village or a firm; `Sylvia Pang` three paragraphs above says
//! who it is. So the mentions of one form are weighed together, and bare surnames with the full names that end on them.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

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

/// What all mentions of a form say together.
type Tally = FxHashMap<String, Scores>;

/// The names of each paragraph as the whole draft shows them; those that stay unknown are none.
pub(super) fn settle(paragraphs: &[Placed]) -> Vec<Cow<'_, [Name]>> {
    let mut tally = Tally::default();
    for name in paragraphs.iter().flat_map(|placed| &placed.paragraph.names) {
        count(name, &mut tally);
    }
    paragraphs.iter().map(|placed| paragraph(&placed.paragraph.names, &tally)).collect()
}

fn count(name: &Name, tally: &mut Tally) {
    let all = tally.entry(name.words.join(" ")).or_default();
    add(all, own(name));
    let [first, .., last] = name.words.as_slice() else { return };
    if name.sort == Sort::Person {
        for (part, worth) in [(last, SURNAME), (first, FORENAME)] {
            let part = tally.entry(part.clone()).or_default();
            part[0] = part[0].max(0) + worth;
        }
    }
}

fn add(all: &mut Scores, one: Scores) {
    all.iter_mut().zip(one).for_each(|(all, one)| *all += one);
}

/// What a mention says for the others of its form.
fn own(name: &Name) -> Scores {
    name.scores.map(|score| score.clamp(-MOST, MOST))
}

fn paragraph<'a>(names: &'a [Name], tally: &Tally) -> Cow<'a, [Name]> {
    let mut out = Cow::Borrowed(names);
    for (index, name) in names.iter().enumerate() {
        let sort = sort(name, tally);
        if sort != name.sort {
            out.to_mut()[index].sort = sort;
        }
    }
    out
}

/// What the name names by its own words and those of the draft's other mentions.
fn sort(name: &Name, tally: &Tally) -> Sort {
    let all = tally.get(&name.words.join(" ")).copied().unwrap_or_default();
    let mut scores = name.scores;
    for ((score, all), own) in scores.iter_mut().zip(all).zip(own(name)) {
        *score += ((all - own) * OTHERS / 100).clamp(-TOGETHER, TOGETHER);
    }
    let best = (0..3).max_by_key(|sort| scores[*sort]).filter(|sort| scores[*sort] > 0);
    best.map_or(Sort::Unknown, |sort| Sort::NAMED[sort])
}
