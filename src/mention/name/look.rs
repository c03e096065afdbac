//! Looks at every word of a paragraph for the clues that it gives.

use super::clue::{Clue, Clues};
use super::{called, known, listed};
use crate::mention::Reader;
use crate::token::{Case, Kind, Token, is_apostrophe};

/// The clues of every token.
pub(super) fn at(reader: &Reader) -> Vec<Clues> {
    let listed = listed::of(reader.language);
    let mut seen: Vec<Clues> = (0..reader.tokens.len()).map(|at| token(reader, listed, at)).collect();
    openings(reader, &mut seen);
    called::mark(reader, &mut seen);
    known::mark(reader, &mut seen);
    seen
}

fn token(reader: &Reader, listed: &[Clues], at: usize) -> Clues {
    let token = &reader.tokens[at];
    let lexicon = &reader.language.lexicon;
    let mut clues = listed[lexicon.alone(token)];
    clues.add(shape(reader, at));
    clues.set(Clue::Glued, !token.spaced);
    let title = lexicon.longest(reader.language.classes.title, &reader.tokens, at);
    // The letter of `M23` is no `M.`.
    if let Some((_, value)) = title.filter(|_| !known::has_number(reader, at)) {
        clues.add(if value.text() == Some("role") { Clue::Role } else { Clue::Honorific });
    }
    if token.is_word() {
        word(reader, at, &mut clues);
    }
    clues
}

fn shape(reader: &Reader, at: usize) -> Clue {
    let token = &reader.tokens[at];
    match (token.kind, token.case) {
        (Kind::Number(_), _) => Clue::Number,
        (Kind::Mark(mark), _) => mark_clue(mark),
        (_, Case::Lower) => Clue::Lower,
        (_, Case::Initial) => Clue::Initial,
        (_, Case::Upper) if token.span.len() > 6 => Clue::Shouted,
        (_, Case::Upper) => Clue::Acronym,
        (_, Case::Title) if reader.written(at).chars().skip(1).any(char::is_uppercase) => Clue::Camel,
        (_, Case::Title) => Clue::Capital,
    }
}

fn mark_clue(mark: char) -> Clue {
    match mark {
        '.' => Clue::Stop,
        ',' => Clue::Comma,
        '-' | '–' | '—' | '‑' => Clue::Hyphen,
        _ if is_apostrophe(mark) => Clue::Apostrophe,
        '"' | '“' | '”' | '«' | '»' | '‘' => Clue::Quote,
        '(' | '[' => Clue::Opening,
        ')' | ']' => Clue::Closing,
        '&' => Clue::Ampersand,
        '/' => Clue::Slash,
        ':' => Clue::Colon,
        _ => Clue::OtherMark,
    }
}

/// What the lists and its letters say of a word.
fn word(reader: &Reader, at: usize, clues: &mut Clues) {
    let token = &reader.tokens[at];
    let written = reader.written(at);
    let possessive = token.case == Case::Lower
        && (written.starts_with(is_apostrophe)
            || at > 0 && written.len() == 1 && mark_before(reader, at, is_apostrophe));
    clues.set(Clue::Possessive, possessive);
    let Some(known) = reader.known(at) else { return };
    clues.set(Clue::Short, token.case == Case::Title && token.span.len() <= 3);
    clues.set(Clue::Demonym, known.demonym);
    clues.set(Clue::Plural, token.case == Case::Title && token.span.len() > 3 && known.folded.ends_with('s'));
    clues.set(Clue::Forename, known.forename);
    clues.set(Clue::MaybeForename, known.maybe_forename);
    clues.set(Clue::Surname, known.surname);
    clues.set(Clue::Ordinary, known.dictionary.0);
    clues.set(Clue::DictionaryName, known.dictionary.1);
}

fn mark_before(reader: &Reader, at: usize, is: impl Fn(char) -> bool) -> bool {
    matches!(reader.tokens[at - 1].kind, Kind::Mark(mark) if is(mark))
}

/// Marks what opens a sentence or a quotation, and lines where most words have capitals.
fn openings(reader: &Reader, seen: &mut [Clues]) {
    for sentence in 0..reader.sentences.len() {
        let (from, to) = reader.sentence_range(sentence);
        let mut opening = true;
        let headline = is_headline(&reader.tokens[from..to]);
        for (token, clues) in reader.tokens[from..to].iter().zip(&mut seen[from..to]) {
            clues.set(Clue::Opens, opening && token.is_word());
            clues.set(Clue::Headline, headline && token.is_capitalised());
            let quote = ['"', '“', '«', ':', '–', '—', '‘'].iter().any(|mark| token.is_mark(*mark));
            opening = quote || opening && !token.is_word() && token.figure().is_none();
        }
    }
}

/// Of four words or more with more than three letters, two thirds have capitals.
fn is_headline(tokens: &[Token]) -> bool {
    let long = tokens.iter().filter(|token| token.is_word() && token.span.len() > 3);
    let (all, capitals) =
        long.fold((0, 0), |(all, capitals), token| (all + 1, capitals + usize::from(token.is_capitalised())));
    all >= 4 && capitals * 3 >= all * 2
}
