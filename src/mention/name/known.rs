//! Names that are known, found among the words of a paragraph.

use super::clue::{Clue, Clues};
use crate::knowledge::bearers::COMMUNES;
use crate::knowledge::newsroom::Kind;
use crate::knowledge::{self, fold, organisations, people, places};
use crate::mention::Reader;
use crate::token::{Case, Token};

/// Most digits on which a known name ends: `M23`, `France 24`.
const DIGITS: usize = 2;

/// What a known name names.
enum Known {
    Place { word: bool, country: bool },
    Person,
    Organisation,
}

/// Marks the words of known names, the longest first, from left to right.
pub(super) fn mark(reader: &Reader, seen: &mut [Clues]) {
    let mut at = 0;
    while at < reader.tokens.len() {
        let found = if reader.tokens[at].is_capitalised() { find(reader, at) } else { None };
        if found.is_none()
            && let Some(end) = commune(reader, at)
        {
            seen[at..end].iter_mut().for_each(|clues| clues.add(Clue::Commune));
        }
        at = match found {
            Some((end, known)) => {
                mark_one(&known, &mut seen[at..end]);
                end
            }
            None => at + 1,
        };
    }
}

/// Where the name of a commune ends that begins at `at`: `Le Mans`, `AIX-EN-OTHE`. Spaces stand in it only behind an
/// article.
fn commune(reader: &Reader, at: usize) -> Option<usize> {
    let tokens = &reader.tokens;
    if !tokens[at].is_capitalised() {
        return None;
    }
    let article = reader.language.has(reader.language.classes.article, &tokens[at]);
    let first = at + usize::from(article && tokens.get(at + 1).is_some_and(Token::is_capitalised));
    let glued = |at: usize| tokens.get(at).is_some_and(|token| !token.spaced);
    let joined =
        |at: usize| glued(at) && tokens[at].is_mark('-') && glued(at + 1) && tokens[at + 1].is_word();
    let parts = (0..).take_while(|part| joined(first + 1 + 2 * part)).count();
    let end = first + 1 + 2 * parts;
    COMMUNES.has(&fold(reader.span(at, end).of(reader.text))).then_some(end)
}

fn mark_one(known: &Known, seen: &mut [Clues]) {
    let (opens, goes_on) = match known {
        Known::Place { .. } => (Clue::PlaceOpens, Clue::PlaceGoesOn),
        Known::Person => (Clue::PersonOpens, Clue::PersonGoesOn),
        Known::Organisation => (Clue::OrganisationOpens, Clue::OrganisationGoesOn),
    };
    for (index, clues) in seen.iter_mut().enumerate() {
        clues.add(if index == 0 { opens } else { goes_on });
        if let Known::Place { word, country } = known {
            clues.set(Clue::PlaceWord, *word);
            clues.set(Clue::Country, *country);
        }
    }
}

/// The longest known name that begins at `at`, and where it ends.
fn find(reader: &Reader, at: usize) -> Option<(usize, Known)> {
    if let Some(own) = own(reader, at) {
        return Some(own);
    }
    let first = fold(reader.span(at, at + 1 + usize::from(has_number(reader, at))).of(reader.text));
    let most = knowledge::most_words(first.split(' ').next().unwrap_or(&first));
    if most == 0 {
        return None;
    }
    let close = reader.sentence_range(reader.sentence(at)).1;
    let reach = (at + most * 2).max(dotted_end(reader, at)).min(close);
    (at + 1..=reach).rev().find_map(|end| Some((end, known(reader, at, end)?)))
}

/// Whether digits are glued to the letter at `at`: `M23`.
pub(super) fn has_number(reader: &Reader, at: usize) -> bool {
    let number = |token: &Token| token.figure().is_some() && !token.spaced;
    reader.tokens[at].case == Case::Initial && reader.tokens.get(at + 1).is_some_and(number)
}

/// The name that the newsroom lists at `at`, if it says what it names.
fn own(reader: &Reader, at: usize) -> Option<(usize, Known)> {
    let start = reader.tokens[at].span.start;
    let listed = reader.listed.iter().find(|listed| listed.span.start == start)?;
    let end = at + reader.tokens[at..].iter().take_while(|token| token.span.start < listed.span.end).count();
    let known = match reader.newsroom.find(&listed.folded)?.kind()? {
        Kind::Person => Known::Person,
        Kind::Place => Known::Place { word: false, country: false },
        Kind::Organisation => Known::Organisation,
    };
    Some((end, known))
}

/// Where an acronym with full stops ends that begins at `at`: `U.S.`, also `U. S.`; `at` where there is none.
fn dotted_end(reader: &Reader, at: usize) -> usize {
    let letter = |at: usize| reader.tokens.get(at).is_some_and(|token| token.case == Case::Initial);
    let stop = |at: usize| reader.tokens.get(at).is_some_and(|token| token.is_mark('.') && !token.spaced);
    let letters = (0..4).take_while(|n| letter(at + 2 * n) && stop(at + 2 * n + 1)).count();
    if letters >= 2 { at + 2 * letters } else { at }
}

fn known(reader: &Reader, first: usize, end: usize) -> Option<Known> {
    let last = &reader.tokens[end - 1];
    let dotted = end == dotted_end(reader, first);
    let numbered = end > first + 1 && last.figure().is_some() && last.span.len() <= DIGITS;
    if !last.is_word() && !dotted && !numbered {
        return None;
    }
    let written = reader.span(first, end).of(reader.text);
    let folded = fold(written);
    let place = places::likeliest_written(written, reader.language.code);
    match place {
        Some(place) => Some(Known::Place { word: place.word, country: place.kind == places::Kind::Country }),
        None if !people::find(&folded).is_empty() => Some(Known::Person),
        None => {
            let found = organisations::find_written(written);
            (!found.is_empty()).then_some(Known::Organisation)
        }
    }
}
