//! What is weighed at a word: the clues of the words around it, and what kinds of words stand side by side.

use super::clue::{Clue, Clues};

/// Words to the left and right whose clues are weighed.
const REACH: usize = 2;
/// How many clues there are, and kinds at most: the width of a row of the table in memory.
const WIDTH: usize = Clue::ALL.len();
/// Where the pairs begin.
const PAIRS: usize = (2 * REACH + 1) * WIDTH;
/// Places of pairs: what stands before and here; here and behind; around a capitalised word; around another.
const PAIR_NAMES: [&str; 4] = ["before+here", "here+behind", "around", "around-small"];

/// Number of features that there can be.
pub(super) const FEATURES: usize = PAIRS + PAIR_NAMES.len() * WIDTH * WIDTH;

/// The kind of every word of a sentence, as [`each`] wants them.
pub(super) fn kinds(sentence: &[Clues]) -> Vec<Clue> {
    sentence.iter().map(|clues| kind(*clues)).collect()
}

/// Gives `take` the number of every feature at word `at` of a sentence with these [`kinds`].
pub(super) fn each(sentence: &[Clues], kinds: &[Clue], at: usize, mut take: impl FnMut(usize)) {
    let clues = |at: usize| sentence.get(at).copied().unwrap_or(Clues::of(Clue::Edge));
    for offset in 0..=2 * REACH {
        // Before the first word the difference wraps around, and there is nothing either.
        let there = clues(at.wrapping_add(offset).wrapping_sub(REACH));
        there.numbers().for_each(|clue| take(offset * WIDTH + clue));
    }
    let kind = |at: usize| kinds.get(at).copied().unwrap_or(Clue::Edge);
    let [before, here, behind] = [at.wrapping_sub(1), at, at + 1].map(kind);
    let around = if clues(at).has(Clue::Lower) { 3 } else { 2 };
    for (place, one, other) in [(0, before, here), (1, here, behind), (around, before, behind)] {
        take(PAIRS + (place * WIDTH + one as usize) * WIDTH + other as usize);
    }
}

/// The name of a feature in the table of weights: `-1 honorific`, `before+here role capital`.
pub(super) fn name(feature: usize) -> String {
    let clue = |number: usize| Clue::ALL.get(number).map_or("", |clue| clue.name());
    match feature.checked_sub(PAIRS) {
        None => format!("{} {}", (feature / WIDTH) as isize - REACH as isize, clue(feature % WIDTH)),
        Some(pair) => {
            let [place, one, other] = [pair / WIDTH / WIDTH, pair / WIDTH % WIDTH, pair % WIDTH];
            format!("{} {} {}", PAIR_NAMES[place], clue(one), clue(other))
        }
    }
}

/// The number of the feature with that name.
pub(super) fn number(name: &str) -> Option<usize> {
    let mut parts = name.split(' ');
    let place = parts.next()?;
    let mut clue = || {
        let name = parts.next()?;
        Clue::ALL.iter().find(|clue| clue.name() == name).map(|clue| *clue as usize)
    };
    if let Ok(offset) = place.parse::<isize>() {
        return Some(usize::try_from(offset + REACH as isize).ok()? * WIDTH + clue()?);
    }
    let place = PAIR_NAMES.iter().position(|pair| *pair == place)?;
    Some(PAIRS + (place * WIDTH + clue()?) * WIDTH + clue()?)
}

/// The one clue that says most of what a word is.
fn kind(clues: Clues) -> Clue {
    let (telling, any, else_) = if clues.has(Clue::Lower) {
        (SMALL, ANY_SMALL, Clue::Lower)
    } else {
        (LARGE, ANY_LARGE, Clue::Capital)
    };
    if clues.meets(any) { clues.first_of(telling).unwrap_or(else_) } else { else_ }
}

const ANY_SMALL: Clues = Clues::all(SMALL);
const ANY_LARGE: Clues = Clues::all(LARGE);

/// What says most of a word in small letters, the most telling first.
const SMALL: &[Clue] = &[
    Clue::Possessive,
    Clue::Honorific,
    Clue::Role,
    Clue::Article,
    Clue::Of,
    Clue::And,
    Clue::For,
    Clue::In,
    Clue::Locative,
    Clue::PersonVerb,
    Clue::Demonym,
    Clue::Organisation,
    Clue::PlaceHead,
    Clue::Versus,
    Clue::Vessel,
    Clue::Particle,
    Clue::Kin,
    Clue::PeopleNoun,
    Clue::Event,
    Clue::Team,
    Clue::Media,
    Clue::Company,
];

/// What says most of a word with a capital, a number or a mark.
const LARGE: &[Clue] = &[
    Clue::Edge,
    Clue::Stop,
    Clue::Comma,
    Clue::Hyphen,
    Clue::Quote,
    Clue::Opening,
    Clue::Closing,
    Clue::Ampersand,
    Clue::Slash,
    Clue::Colon,
    Clue::Apostrophe,
    Clue::OtherMark,
    Clue::Number,
    Clue::Calendar,
    Clue::Honorific,
    Clue::Demonym,
    Clue::OrganisationOpens,
    Clue::OrganisationGoesOn,
    Clue::PersonOpens,
    Clue::PersonGoesOn,
    Clue::PlaceGoesOn,
    Clue::PlaceWord,
    Clue::PlaceOpens,
    Clue::Role,
    Clue::Organisation,
    Clue::PlaceHead,
    Clue::Event,
    Clue::Company,
    Clue::Media,
    Clue::Direction,
    Clue::Portfolio,
    Clue::NoName,
    Clue::Forename,
    Clue::Initial,
    Clue::Acronym,
    Clue::Shouted,
    Clue::Ordinary,
    Clue::MaybeForename,
    Clue::Surname,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feature_has_one_name() {
        for feature in [0, 3, WIDTH + 7, PAIRS, PAIRS + 5 * WIDTH + 9, PAIRS + 3 * WIDTH * WIDTH + 4] {
            assert_eq!(number(&name(feature)), Some(feature), "{}", name(feature));
        }
        assert_eq!(number("before+here nonsense capital"), None);
    }
}
