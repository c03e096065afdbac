//! Names that are known, found among the words of a paragraph.

use super::clue::{Clue, Clues};
use crate::knowledge::{self, fold, organisations, people, places};
use crate::mention::Reader;

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
        at = match found {
            Some((end, known)) => {
                mark_one(&known, &mut seen[at..end]);
                end
            }
            None => at + 1,
        };
    }
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
    let first = fold(reader.written(at));
    let most = knowledge::most_words(first.split(' ').next().unwrap_or(&first));
    if most == 0 {
        return None;
    }
    let close = reader.sentence_range(reader.sentence(at)).1;
    let reach = (at + most * 2).min(close);
    (at + 1..=reach).rev().find_map(|end| Some((end, known(reader, at, end)?)))
}

fn known(reader: &Reader, first: usize, end: usize) -> Option<Known> {
    let last = &reader.tokens[end - 1];
    let dotted = last.is_mark('.') && reader.tokens[end - 2].case == crate::token::Case::Initial;
    if !last.is_word() && !dotted {
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
