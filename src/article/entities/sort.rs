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
const OTHERS: i64 = 40;
/// What all the others can say together.
const TOGETHER: i64 = 800;
/// What a full name says for its surname alone, and for its forename alone.
const SURNAME: i32 = 500;
const FORENAME: i32 = 250;

/// What speaks for a person, a place and an organisation.
type Scores = [i32; 3];

/// What a surname behind a title says for the full names that end on it: `M. Azar` for `Alex Azar`.
const TITLED: i32 = 500;

/// What each name of a draft names, in the order of the text.
pub(in crate::article) type Settled = Vec<Sort>;

/// What each name names as the whole draft shows it; nothing known where it is likelier none.
pub(in crate::article) fn settle(paragraphs: &[Placed]) -> Settled {
    let names = || paragraphs.iter().flat_map(|placed| &placed.paragraph.names);
    let mut tally = Tally::default();
    let forms: Vec<usize> = names().map(|name| tally.count(name)).collect();
    let titled: FxHashSet<&str> = names().filter_map(titled_surname).collect();
    names().zip(forms).map(|(name, form)| sort(name, tally.scores[form], &titled)).collect()
}

fn titled_surname(name: &Name) -> Option<&str> {
    name.words.first().filter(|_| name.titled && name.words.len() == 1).map(String::as_str)
}

/// The name as one of that sort; `None` where it is none.
pub(super) fn named(name: &Name, sort: Sort) -> Option<Cow<'_, Name>> {
    match sort {
        Sort::Unknown => None,
        _ if sort == name.sort => Some(Cow::Borrowed(name)),
        _ => Some(Cow::Owned(Name { sort, ..name.clone() })),
    }
}

/// What all mentions of a form say together.
#[derive(Default)]
struct Tally<'a> {
    forms: FxHashMap<&'a str, usize>,
    scores: Vec<Scores>,
}

impl<'a> Tally<'a> {
    /// Counts a mention, and gives the number of its form.
    fn count(&mut self, name: &'a Name) -> usize {
        let form = self.form(&name.form);
        self.scores[form].iter_mut().zip(own(name)).for_each(|(all, one)| *all = all.saturating_add(one));
        if let [first, .., last] = name.words.as_slice()
            && name.sort == Sort::Person
        {
            for (part, worth) in [(last, SURNAME), (first, FORENAME)] {
                let part = self.form(part);
                let [person, ..] = &mut self.scores[part];
                *person = (*person).max(0).saturating_add(worth);
            }
        }
        form
    }

    fn form(&mut self, form: &'a str) -> usize {
        let next = self.scores.len();
        let number = *self.forms.entry(form).or_insert(next);
        if number == next {
            self.scores.push(Scores::default());
        }
        number
    }
}

/// What a mention says for the others of its form.
fn own(name: &Name) -> Scores {
    name.scores.map(|score| score.clamp(-MOST, MOST))
}

/// What the name names by its own words and by what all mentions of its form say.
fn sort(name: &Name, all: Scores, titled: &FxHashSet<&str>) -> Sort {
    let mut scores = name.scores;
    for ((score, all), own) in scores.iter_mut().zip(all).zip(own(name)) {
        *score += ((i64::from(all) - i64::from(own)) * OTHERS / 100).clamp(-TOGETHER, TOGETHER) as i32;
    }
    let surname = || name.words.last().is_some_and(|surname| titled.contains(&**surname));
    if !titled.is_empty() && name.words.len() > 1 && surname() {
        scores[0] += TITLED;
    }
    let best = (0..3).max_by_key(|sort| scores[*sort]).filter(|sort| scores[*sort] > 0);
    best.map_or(Sort::Unknown, |sort| Sort::NAMED[sort])
}
