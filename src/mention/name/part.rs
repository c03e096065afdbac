//! Names that were read as one and are several: `Nairobi, Kenya`, `conseillère aux États Anne Colot`, `LREM Anne Colot`.

use super::decode::Found;
use super::{Reader, Sort};
use crate::knowledge::{forenames, organisations, places};
use crate::token::Case;

/// Words of an office before the one with a capital.
const OFFICE: usize = 3;
/// Tokens before a place in which the office stands that it belongs to.
const BEFORE: usize = 6;
/// Words of a person's name behind a party or place.
const PERSON: usize = 4;
/// What speaks for a name that was cut off another one, in hundredths of a natural logarithm.
const CUT: i32 = 300;

/// The names that a run of words holds.
pub(super) fn parts(reader: &Reader, found: &Found) -> Vec<Found> {
    let found = without_office(reader, found);
    match leader(reader, &found) {
        Some((end, sort)) => {
            let of = |sort: Sort| Sort::NAMED.iter().position(|one| *one == sort);
            let scores = |sort: Sort| Sort::NAMED.map(|one| if one == sort { CUT } else { 0 });
            let cut = |tokens, sort| Found { tokens, sort: of(sort), scores: scores(sort) };
            vec![cut(found.tokens.start..end, sort), cut(end..found.tokens.end, Sort::Person)]
        }
        None => at_comma(reader, &found),
    }
}

/// `Nairobi, Kenya` is two places.
fn at_comma(reader: &Reader, found: &Found) -> Vec<Found> {
    let place = found.sort.is_some_and(|sort| Sort::NAMED[sort] == Sort::Place);
    let tokens = found.tokens.clone();
    let comma = tokens.clone().find(|at| place && reader.tokens[*at].is_mark(','));
    match comma.filter(|comma| *comma > tokens.start && *comma + 1 < tokens.end) {
        Some(comma) => [tokens.start..comma, comma + 1..tokens.end]
            .map(|tokens| Found { tokens, ..found.clone() })
            .to_vec(),
        None => vec![found.clone()],
    }
}

/// `conseillère aux États Anne Colot`: the capital of an office is no part of the name behind it, and that is a person;
/// behind `procureur de la République de` stands what it was taken for.
fn without_office(reader: &Reader, found: &Found) -> Found {
    let first = found.tokens.start;
    let close =
        |at: usize| reader.language.lexicon.longest(reader.language.classes.office, &reader.tokens, at);
    let mut ends = (first.saturating_sub(OFFICE)..first).filter_map(|at| Some(close(at)?.0));
    let Some(end) = ends.find(|end| first < *end && *end < found.tokens.end) else { return found.clone() };
    let small = |at: &usize| !reader.tokens[*at].is_capitalised();
    match (end..found.tokens.end).take_while(small).count() {
        0 => {
            let most = found.scores.into_iter().fold(0, i32::max);
            Found { tokens: end..found.tokens.end, sort: Some(0), scores: [most, 0, 0] }
        }
        small if end + small < found.tokens.end => {
            Found { tokens: end + small..found.tokens.end, ..found.clone() }
        }
        _ => found.clone(),
    }
}

/// Where a party, broadcaster or place before a person's full name ends, and which it is: `sur RTL Anne Colot`,
/// `la députée du Jura Anne Colot`.
fn leader(reader: &Reader, found: &Found) -> Option<(usize, Sort)> {
    let (first, end) = (found.tokens.start, found.tokens.end);
    let rest = first + 1;
    let person = rest + 2 <= end && end <= rest + PERSON && is_person(reader, rest, end);
    let sort = (found.sort? != 1 && person).then(|| leads_as(reader, first))??;
    Some((rest, sort))
}

/// What the word at the head is, if it can stand before the name of somebody else.
fn leads_as(reader: &Reader, at: usize) -> Option<Sort> {
    let (token, written) = (&reader.tokens[at], reader.written(at));
    let folded = crate::knowledge::fold(written);
    let acronym = token.case == Case::Upper
        && (token.span.len() > 2 || !organisations::find_written(written).is_empty());
    let place = || {
        !places::find(&folded).is_empty() && forenames::gender(&folded).is_none() && is_of_office(reader, at)
    };
    match () {
        () if acronym => Some(Sort::Organisation),
        () if place() => Some(Sort::Place),
        () => None,
    }
}

/// Whether the words are a forename and a surname, none of them in capitals and none that organisations are called.
fn is_person(reader: &Reader, first: usize, end: usize) -> bool {
    let classes = &reader.language.classes;
    let forename = forenames::gender(&crate::knowledge::fold(reader.written(first))).is_some();
    let firms = [classes.organisation, classes.company, classes.team_word, classes.media];
    let other = |at: usize| {
        let token = &reader.tokens[at];
        token.case == Case::Upper || firms.iter().any(|class| reader.language.has(*class, token))
    };
    forename && reader.tokens[end - 1].is_capitalised() && !(first..end).any(other)
}

/// Whether an office stands before a place, with a particle between: `préfet de police de Paris`.
fn is_of_office(reader: &Reader, at: usize) -> bool {
    let classes = &reader.language.classes;
    let (sentence, _) = reader.sentence_range(reader.sentence(at));
    let from = sentence.max(at.saturating_sub(BEFORE));
    let particle = from < at && reader.language.has(classes.name_of, &reader.tokens[at - 1]);
    let held = |at: usize| {
        let offices = [classes.office, classes.title];
        offices.iter().any(|class| reader.language.is(*class, &reader.tokens, at).is_some())
    };
    let mut words = (from..at).rev().take_while(|at| reader.tokens[*at].is_word());
    particle && words.any(held)
}
