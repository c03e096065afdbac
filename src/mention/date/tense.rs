//! Whether the clause of a date looks back or ahead. Words of the language file say so; the nearest one decides.

use super::Tense;
use crate::mention::Reader;

/// Tokens before a date that may hold its verb.
const BEFORE: usize = 14;
/// Tokens behind it: the verb of "On Tuesday, Clinton will visit" comes late.
const BEHIND: usize = 8;
/// Tokens behind a date that opens its sentence.
const OPENED: usize = 16;
/// Tokens at the head of a sentence in which a word such as "until" opens it.
const OPENING: usize = 2;

/// The tense of the clause that holds the tokens from `first` up to `end`.
pub(super) fn tense(reader: &Reader, first: usize, end: usize) -> Tense {
    let (start, stop) = reader.sentence_range(reader.sentence(first));
    let far = if first <= start + OPENING { OPENED } else { BEHIND };
    let behind = end..stop.min(end + far);
    let until = is_until(reader, first);
    // "Until Thursday, they had not said": the verb comes behind.
    if until && first > start + OPENING {
        return Tense::Future;
    }
    // What is said before "Wednesday's ruling" is not said of that Wednesday.
    let owns =
        reader.tokens.get(end).is_some_and(|next| reader.language.has(reader.language.classes.owner, next));
    // "Until Thursday, they had not said": the word itself tells nothing of that.
    let before = if owns || until { 0..0 } else { start.max(first.saturating_sub(BEFORE))..first };
    let told = if until { Tense::Future } else { Tense::Unsaid };
    before.rev().chain(behind).find_map(|at| said(reader, at)).unwrap_or(told)
}

/// Whether a word before the date itself looks ahead: `by Dec. 15`.
fn is_until(reader: &Reader, first: usize) -> bool {
    let class = reader.language.classes.until;
    (first.saturating_sub(3)..first).any(|at| reader.language.is(class, &reader.tokens, at) == Some(first))
}

/// Whether the participle at `at` is one to come: "to be published".
fn is_passive(reader: &Reader, at: usize) -> bool {
    let passive = reader.language.classes.passive;
    at.checked_sub(1).is_some_and(|before| reader.language.has(passive, &reader.tokens[before]))
}

fn said(reader: &Reader, at: usize) -> Option<Tense> {
    let holds = |class| reader.language.is(class, &reader.tokens, at);
    match (holds(reader.language.classes.tense_past), holds(reader.language.classes.tense_future)) {
        (_, Some(_)) if is_over(reader, at) => Some(Tense::Past),
        (past, Some(future)) if past.is_none_or(|past| future >= past) => Some(Tense::Future),
        (Some(_), _) if !is_passive(reader, at) => Some(Tense::Past),
        (None, None) if ends_as_future(reader, at) => Some(Tense::Future),
        _ => None,
    }
}

/// Tokens of "had been due".
const OVER: usize = 3;

/// Whether the word at `at` is part of a plan of old: "had been due".
fn is_over(reader: &Reader, at: usize) -> bool {
    let class = reader.language.classes.tense_over;
    let ends = |from: usize| reader.language.is(class, &reader.tokens, from).is_some_and(|end| end > at);
    (at.saturating_sub(OVER)..=at).any(ends)
}

/// Whether the word at `at` ends as verbs of the future do: "rouleront".
fn ends_as_future(reader: &Reader, at: usize) -> bool {
    let (token, language) = (&reader.tokens[at], reader.language);
    let fits = |ending: &String| reader.written(at).ends_with(ending.as_str());
    token.is_word()
        && !token.is_capitalised()
        && language.future.iter().any(fits)
        && !language.has(language.classes.no_future, token)
}
