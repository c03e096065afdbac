//! Names that are known, found among the words of a paragraph.

use super::clue::{Clue, Clues};
use crate::knowledge::bearers::COMMUNES;
use crate::knowledge::newsroom::Kind;
use crate::knowledge::{fold, fold_onto, most_words};
use crate::mention::Reader;
use crate::mention::word::{Known, Word, named};
use crate::token::{Case, Token};

/// Most digits on which a known name ends: `M23`, `France 24`.
const DIGITS: usize = 2;

/// Marks the words of known names, the longest first, from left to right.
pub(super) fn mark(reader: &Reader, seen: &mut [Clues]) {
    let mut at = 0;
    while at < reader.tokens.len() {
        let found = reader.known(at).and_then(|word| find(reader, at, word));
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
    let word = reader.known(at)?;
    let article = reader.language.has(reader.language.classes.article, &tokens[at]);
    let first = at + usize::from(article && tokens.get(at + 1).is_some_and(Token::is_capitalised));
    let glued = |at: usize| tokens.get(at).is_some_and(|token| !token.spaced);
    let joined =
        |at: usize| glued(at) && tokens[at].is_mark('-') && glued(at + 1) && tokens[at + 1].is_word();
    let parts = (0..).take_while(|part| joined(first + 1 + 2 * part)).count();
    let end = first + 1 + 2 * parts;
    let is_one =
        if end == at + 1 { word.commune } else { COMMUNES.has(&fold(reader.span(at, end).of(reader.text))) };
    is_one.then_some(end)
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
fn find(reader: &Reader, at: usize, word: &Word) -> Option<(usize, Known)> {
    if let Some(own) = own(reader, at) {
        return Some(own);
    }
    let most = if has_number(reader, at) {
        let first = fold(reader.span(at, at + 2).of(reader.text));
        most_words(first.split(' ').next().unwrap_or(&first))
    } else {
        word.most
    };
    if most == 0 {
        return None;
    }
    let close = reader.sentence_range(reader.sentence(at)).1;
    let dotted = dotted_end(reader, at);
    let reach = (at + most * 2).max(dotted).min(close);
    longer(reader, at, reach, dotted).or_else(|| Some((at + 1, word.named?)))
}

/// The longest known name of several tokens that begins at `at` and ends at `reach` at most.
fn longer(reader: &Reader, at: usize, reach: usize, dotted: usize) -> Option<(usize, Known)> {
    let start = reader.tokens[at].span.start as usize;
    // Where each token ends, in the text and in what is folded of it.
    let (mut folded, mut ends) = (String::new(), vec![(start, 0)]);
    for token in &reader.tokens[at..reach] {
        let (from, to) = (ends[ends.len() - 1].0, token.span.end as usize);
        fold_onto(&reader.text[from..to], &mut folded);
        ends.push((to, folded.len()));
    }
    let is_number = |token: &Token| token.figure().is_some() && token.span.len() <= DIGITS;
    let is_last = |token: &Token| token.is_word() || is_number(token);
    let is_whole = |end: usize| is_last(&reader.tokens[end - 1]) || end == dotted;
    (at + 2..=reach).rev().filter(|end| is_whole(*end)).find_map(|end| {
        let (close, length) = ends[end - at];
        let written = &reader.text[start..close];
        Some((end, named(folded[..length].trim_end(), written, reader.language.code)?))
    })
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
