//! Looks at every word of a paragraph for the clues that it gives.

use super::clue::{Clue, Clues};
use super::{called, known};
use crate::knowledge::bearers::{FORENAMES, SURNAMES};
use crate::knowledge::{fold, forenames, places, words};
use crate::mention::Reader;
use crate::pattern::{ClassId, ClassSet};
use crate::token::{Case, Kind, Token, is_apostrophe};

/// The clues of every token.
pub(super) fn at(reader: &Reader) -> Vec<Clues> {
    let listed = listed(reader);
    let any = ClassSet::of(listed.iter().map(|(_, class)| *class));
    let mut seen: Vec<Clues> = (0..reader.tokens.len()).map(|at| token(reader, &listed, any, at)).collect();
    openings(reader, &mut seen);
    called::mark(reader, &mut seen);
    known::mark(reader, &mut seen);
    seen
}

/// The classes of words that are clues.
fn listed(reader: &Reader) -> [(Clue, ClassId); 26] {
    let classes = &reader.language.classes;
    [
        (Clue::Particle, classes.particle),
        (Clue::Article, classes.article),
        (Clue::Locative, classes.locative),
        (Clue::In, classes.name_in),
        (Clue::Of, classes.name_of),
        (Clue::For, classes.name_for),
        (Clue::And, classes.name_and),
        (Clue::PersonVerb, classes.person_verb),
        (Clue::Kin, classes.kin),
        (Clue::Calendar, classes.month),
        (Clue::Calendar, classes.weekday),
        (Clue::Organisation, classes.organisation),
        (Clue::RoleAdjective, classes.role_adjective),
        (Clue::Agency, classes.agency),
        (Clue::NoName, classes.not_a_name),
        (Clue::PlaceHead, classes.place_head),
        (Clue::Direction, classes.place_direction),
        (Clue::Company, classes.company),
        (Clue::Event, classes.name_event),
        (Clue::Versus, classes.versus),
        (Clue::Team, classes.team_word),
        (Clue::Media, classes.media),
        (Clue::PeopleNoun, classes.people_noun),
        (Clue::Numbered, classes.numbered),
        (Clue::Vessel, classes.vessel),
        (Clue::Portfolio, classes.portfolio),
    ]
}

fn token(reader: &Reader, listed: &[(Clue, ClassId)], any: ClassSet, at: usize) -> Clues {
    let token = &reader.tokens[at];
    let mut clues = Clues::default();
    clues.add(shape(reader, at));
    clues.set(Clue::Glued, !token.spaced);
    if reader.language.lexicon.opens(token.word).meets(any) {
        for (clue, class) in listed {
            clues.set(*clue, reader.language.has(*class, token));
        }
    }
    let title = reader.language.lexicon.longest(reader.language.classes.title, &reader.tokens, at);
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
    if !token.is_capitalised() {
        return;
    }
    let folded = fold(written);
    clues.set(Clue::Short, token.case == Case::Title && token.span.len() <= 3);
    clues.set(Clue::Demonym, !places::demonym(&folded).is_empty());
    clues.set(Clue::Plural, token.case == Case::Title && token.span.len() > 3 && folded.ends_with('s'));
    clues.set(Clue::Forename, forenames::gender(&folded).is_some());
    clues.set(Clue::MaybeForename, FORENAMES.has(&folded));
    clues.set(Clue::Surname, SURNAMES.has(&folded));
    let (word, name) = words::is(&folded, reader.language.code);
    clues.set(Clue::Ordinary, word);
    clues.set(Clue::DictionaryName, name);
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
