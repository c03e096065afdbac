//! Acronyms where a draft says what they stand for: `Organisation du traité de l'Atlantique nord (OTAN)`.

use super::{Reader, Stem};
use crate::knowledge::fold;
use crate::span::Span;
use crate::token::{Case, Token};

/// Longest acronym, in letters.
const LONGEST: usize = 10;
/// Tokens before or in a bracket that an acronym may stand for.
const REACH: usize = 16;

/// An acronym and what it stands for.
#[derive(Clone, Debug)]
pub struct Acronym {
    /// Where the acronym stands.
    pub short: Span,
    /// Where the words stand.
    pub long: Span,
    /// The acronym as it is compared: small letters without accents.
    pub letters: Box<str>,
    /// The words that carry it, without articles and particles, in their order.
    pub words: Vec<Stem>,
}

/// Every acronym of a paragraph that stands in brackets behind its words, or before them.
pub(super) fn read(reader: &Reader) -> Vec<Acronym> {
    let opens = (1..reader.tokens.len()).filter(|at| reader.tokens[*at].is_mark('('));
    opens.filter_map(|open| behind(reader, open).or_else(|| before(reader, open))).collect()
}

/// `Office national de l'emploi (Onem)`.
fn behind(reader: &Reader, open: usize) -> Option<Acronym> {
    let closed = reader.tokens.get(open + 2).is_some_and(|token| token.is_mark(')') || token.is_mark(','));
    let letters = letters(reader, open + 1).filter(|_| closed)?;
    let (sentence, _) = reader.sentence_range(reader.sentence(open));
    let nearest_first = (sentence.max(open.saturating_sub(REACH))..open).rev();
    let first = nearest_first.into_iter().find(|first| spells(reader, &letters, *first, open))?;
    Some(acronym(reader, open + 1, letters, first, open))
}

/// `Onem (Office national de l'emploi)`.
fn before(reader: &Reader, open: usize) -> Option<Acronym> {
    let letters = letters(reader, open - 1)?;
    let mut inside = open + 1..reader.tokens.len().min(open + 1 + REACH);
    let close =
        inside.clone().find(|at| reader.tokens[*at].is_mark(')') || reader.tokens[*at].is_mark(','))?;
    let first = inside.find(|at| !is_small(reader, &reader.tokens[*at])).filter(|first| *first < close)?;
    spells(reader, &letters, first, close).then(|| acronym(reader, open - 1, letters, first, close))
}

fn acronym(reader: &Reader, short: usize, letters: String, first: usize, end: usize) -> Acronym {
    let words =
        (first..end).filter(|at| reader.tokens[*at].is_word() && !is_small(reader, &reader.tokens[*at]));
    Acronym {
        short: reader.tokens[short].span,
        long: reader.span(first, end),
        letters: letters.into(),
        words: words.map(|at| reader.stem(at)).collect(),
    }
}

/// The letters of the acronym at a token, if it can be one.
fn letters(reader: &Reader, at: usize) -> Option<String> {
    let token = reader.tokens.get(at).filter(|token| matches!(token.case, Case::Upper | Case::Title))?;
    let letters = fold(reader.written(at)).replace(' ', "");
    let count = letters.chars().count();
    (token.is_word() && (2..=LONGEST).contains(&count)).then_some(letters)
}

/// Whether the words from token `first` up to `end` carry the letters: each word its first one and perhaps some that
/// follow, in order; articles and particles may carry none. At least two words do.
fn spells(reader: &Reader, letters: &str, first: usize, end: usize) -> bool {
    if is_small(reader, &reader.tokens[first]) || !reader.tokens[first..end].iter().all(may_stand_inside) {
        return false;
    }
    let words: Vec<(String, bool)> = (first..end)
        .filter(|at| reader.tokens[*at].is_word())
        .map(|at| (fold(reader.written(at)), is_small(reader, &reader.tokens[at])))
        .collect();
    let carrying = words.iter().filter(|(_, small)| !small).count();
    let letters: Vec<char> = letters.chars().collect();
    (2..=letters.len()).contains(&carrying) && carries(&words, &letters)
}

/// Whether the words carry exactly these letters. Words and letters are few, so trying all ways is cheap.
fn carries(words: &[(String, bool)], letters: &[char]) -> bool {
    let Some(((word, small), rest)) = words.split_first() else { return letters.is_empty() };
    if *small && carries(rest, letters) {
        return true;
    }
    let mut own = word.chars();
    let mut taken = 0;
    // The first letter is carried by the first one, each further letter by one behind it.
    while let Some(letter) = letters.get(taken) {
        let found = if taken == 0 { own.next() == Some(*letter) } else { own.any(|one| one == *letter) };
        if !found {
            return false;
        }
        taken += 1;
        if carries(rest, &letters[taken..]) {
            return true;
        }
    }
    false
}

fn may_stand_inside(token: &Token) -> bool {
    token.is_word() || token.is_mark('-') || token.is_mark('&')
}

fn is_small(reader: &Reader, token: &Token) -> bool {
    let classes = &reader.language.classes;
    [classes.particle, classes.article, classes.stop].iter().any(|class| reader.language.has(*class, token))
        && !token.is_capitalised()
}
