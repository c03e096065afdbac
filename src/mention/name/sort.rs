//! What a name looks like, by the gazetteer and the words around it.

use super::Sort;
use crate::knowledge::{Gender, Place, forenames, organisations, people, places};
use crate::mention::Reader;
use crate::token::Case;

/// What the name from token `first` to `end` looks like, and the place of that name.
pub(super) fn of(
    reader: &Reader,
    (first, end): (usize, usize),
    folded: &str,
    titled: bool,
) -> (Sort, Option<&'static Place>) {
    let written = reader.span(first, end).of(reader.text);
    let place = place(reader, folded, written);
    let sort = match () {
        () if titled => Sort::Person,
        () if place.is_some_and(|place| !place.word || is_located(reader, first)) => Sort::Place,
        () if !people::find(folded).is_empty() => Sort::Person,
        () if is_organisation(reader, (first, end), folded, written) => Sort::Organisation,
        () if place.is_some() => Sort::Unknown,
        () => unknown(reader, (first, end), folded),
    };
    (sort, place.filter(|_| matches!(sort, Sort::Place | Sort::Unknown)))
}

fn place(reader: &Reader, folded: &str, written: &str) -> Option<&'static Place> {
    places::likeliest_written(written, reader.language.code)
        .or_else(|| places::likeliest(folded, reader.language.code))
}

/// `à Nice`, `in Reading`.
fn is_located(reader: &Reader, first: usize) -> bool {
    first
        .checked_sub(1)
        .is_some_and(|at| reader.language.has(reader.language.classes.locative, &reader.tokens[at]))
}

fn is_organisation(reader: &Reader, (first, end): (usize, usize), folded: &str, written: &str) -> bool {
    let known = !organisations::find(folded).is_empty() || !organisations::find_written(written).is_empty();
    let class = reader.language.classes.organisation;
    let word = || (first..end).any(|at| reader.language.has(class, &reader.tokens[at]));
    let acronym =
        end == first + 1 && reader.tokens[first].case == Case::Upper && written.chars().count() <= 6;
    known || acronym || word()
}

/// Two capitalised words are a person, unless an article stands before them.
fn unknown(reader: &Reader, (first, end): (usize, usize), folded: &str) -> Sort {
    let words = folded.split(' ').count();
    let article = first
        .checked_sub(1)
        .is_some_and(|at| reader.language.has(reader.language.classes.article, &reader.tokens[at]));
    match () {
        () if !(2..=5).contains(&words) => Sort::Unknown,
        () if forename(folded).is_some() => Sort::Person,
        () if article => Sort::Organisation,
        () if (first..end).all(|at| reader.tokens[at].case != Case::Upper) => Sort::Person,
        () => Sort::Unknown,
    }
}

/// The gender of the forename that opens a name of several words, if it is one that is known.
pub(super) fn forename(folded: &str) -> Option<Gender> {
    let (first, _) = folded.split_once(' ')?;
    forenames::gender(first)
}
