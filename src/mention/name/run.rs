//! Where a name begins and ends.

use crate::knowledge::{self, fold, organisations, people, places};
use crate::mention::Reader;
use crate::token::{Case, Token};

/// Longest name, in tokens.
const LONGEST: usize = 14;

/// The name at token `at`: its first token and the one behind its last.
pub(super) fn at(reader: &Reader, at: usize) -> Option<(usize, usize)> {
    let token = &reader.tokens[at];
    if let Some(end) = particles_end(reader, at) {
        return Some((at, capitals_end(reader, at, end, reader.sentence_range(reader.sentence(at)).1)));
    }
    if !token.is_capitalised() || is_inside_word(reader, at) {
        return None;
    }
    let sentence_end = reader.sentence_range(reader.sentence(at)).1;
    let known = dotted_end(reader, at).or_else(|| known_end(reader, at, sentence_end));
    if known.is_none() && is_common(reader, token) {
        return None;
    }
    let end = capitals_end(reader, at, known.unwrap_or(at + 1), sentence_end);
    // An initial alone, or an ordinary word in its place, names nobody.
    let lone = end == at + 1 && known.is_none() && (token.case == Case::Initial || token.span.len() < 2);
    (!lone).then_some((at, end))
}

/// `Mme von der Leyen`: behind a title a name may begin with its particles. Where its first capitalised word ends.
fn particles_end(reader: &Reader, at: usize) -> Option<usize> {
    let titled = at.checked_sub(1).is_some_and(|before| {
        reader
            .language
            .lexicon
            .longest(reader.language.classes.title, &reader.tokens[before..], 0)
            .and_then(|(_, value)| value.text())
            .is_some_and(|text| text != "role")
    });
    let particles = reader.tokens[at..].iter().take(3).take_while(|token| is_particle(reader, token)).count();
    let capital = reader.tokens.get(at + particles).is_some_and(Token::is_capitalised);
    (titled && particles > 0 && capital).then_some(at + particles + 1)
}

/// `post-Brexit`, `ex-Yougoslavie`: not a name of its own behind a hyphen; behind an elision it is.
fn is_inside_word(reader: &Reader, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &reader.tokens[before]);
    let hyphen = before.is_some_and(|t| t.is_mark('-'));
    !reader.tokens[at].spaced
        && hyphen
        && at >= 2
        && !reader.tokens[at - 1].spaced
        && reader.tokens[at - 2].is_word()
}

/// Titles and sentence openers are no names, nor parts of one at its head.
fn is_common(reader: &Reader, token: &Token) -> bool {
    let classes = &reader.language.classes;
    let listed = reader.language.has(classes.not_a_name, token) || reader.language.has(classes.title, token);
    listed && token.case != Case::Upper
        || reader.language.has(classes.month, token)
        || reader.language.has(classes.weekday, token)
}

/// Where an acronym with full stops ends: `U.S.`.
fn dotted_end(reader: &Reader, at: usize) -> Option<usize> {
    let letter = |at: usize| reader.tokens.get(at).is_some_and(|t| t.case == Case::Initial);
    let stop = |at: usize| reader.tokens.get(at).is_some_and(|t| t.is_mark('.') && !t.spaced);
    let glued = |at: usize| reader.tokens.get(at).is_some_and(|t| !t.spaced);
    let letters = (0..4)
        .take_while(|n| letter(at + 2 * n) && stop(at + 2 * n + 1) && (*n == 0 || glued(at + 2 * n)))
        .count();
    (letters >= 2).then_some(at + 2 * letters)
}

/// Where the longest known name ends that begins at `at`.
fn known_end(reader: &Reader, at: usize, close: usize) -> Option<usize> {
    let first = fold(reader.written(at));
    let most = knowledge::most_words(first.split(' ').next().unwrap_or(&first));
    if most == 0 {
        return None;
    }
    let reach = (at + most * 2).min(close);
    (at + 1..=reach).rev().find(|end| is_known(reader, at, *end))
}

fn is_known(reader: &Reader, first: usize, end: usize) -> bool {
    let written = reader.span(first, end).of(reader.text);
    let folded = fold(written);
    reader.tokens[end - 1].is_word()
        && (!places::find_written(written).is_empty()
            || !organisations::find_written(written).is_empty()
            || !places::find(&folded).is_empty()
            || !people::find(&folded).is_empty()
            || !organisations::find(&folded).is_empty())
}

/// Where the run of capitalised words ends that begins at `first` and goes on at `at`.
fn capitals_end(reader: &Reader, first: usize, at: usize, close: usize) -> usize {
    let mut end = at;
    let close = close.min(first + LONGEST).max(at);
    while let Some(next) = next_word(reader, first, end, close) {
        end = next;
    }
    end
}

/// Behind the next word of the name: a capitalised one, after a hyphen, an initial's stop or particles.
fn next_word(reader: &Reader, first: usize, end: usize, close: usize) -> Option<usize> {
    let tokens = &reader.tokens[..close];
    let token = tokens.get(end)?;
    let glued = |at: usize| tokens.get(at).is_some_and(|t| !t.spaced);
    let dated =
        |at: usize| is_dated(reader, &tokens[at]) && tokens.get(at + 1).is_none_or(|t| t.figure().is_some());
    // `Airbus A320`: a letter with digits behind it is a model.
    let model = |at: usize| tokens.get(at + 1).is_some_and(|t| t.figure().is_some() && !t.spaced);
    let capital = |at: usize| tokens.get(at).is_some_and(|t| t.is_capitalised() && !dated(at) && !model(at));
    if capital(end) && !reader.language.has(reader.language.classes.title, token) {
        return Some(end + 1);
    }
    if token.is_mark('-')
        && !token.spaced
        && glued(end + 1)
        && tokens.get(end + 1).is_some_and(Token::is_word)
    {
        return Some(end + 2);
    }
    let initial = tokens[end - 1].case == Case::Initial && token.is_mark('.') && !token.spaced;
    let titled =
        |at: usize| tokens.get(at).is_some_and(|t| reader.language.has(reader.language.classes.title, t));
    if initial && capital(end + 1) && !titled(end + 1) {
        return Some(end + 2);
    }
    let particle = |at: usize| tokens.get(at).is_some_and(|t| is_particle(reader, t));
    let particles = (end..end + 3).take_while(|at| particle(*at)).count();
    let joined = particles > 0 && capital(end + particles) && may_go_on(reader, first, end);
    joined.then_some(end + particles + 1)
}

fn is_dated(reader: &Reader, token: &Token) -> bool {
    let classes = &reader.language.classes;
    reader.language.has(classes.month, token) || reader.language.has(classes.weekday, token)
}

fn is_particle(reader: &Reader, token: &Token) -> bool {
    !token.is_capitalised() && reader.language.has(reader.language.classes.particle, token)
}

/// `Ursula von der Leyen`, `Guy de Maupassant`, but not `Etats-Unis d'Afghanistan`: what stands before is no place.
fn may_go_on(reader: &Reader, first: usize, end: usize) -> bool {
    let before = fold(reader.span(first, end).of(reader.text));
    places::find(&before).is_empty() && reader.tokens[end - 1].case == Case::Title
}
