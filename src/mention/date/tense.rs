//! Whether the clause of a date looks back or ahead. Words of the language file say so; the nearest one decides.

use super::Tense;
use crate::mention::Reader;

/// Tokens before a date that may hold its verb.
const BEFORE: usize = 14;
/// Tokens behind it: the verb of "On Tuesday, Clinton will visit" comes late.
const BEHIND: usize = 8;
/// The tense of the clause that holds the tokens from `first` up to `end`.
pub(super) fn tense(reader: &Reader, first: usize, end: usize) -> Tense {
    if is_until(reader, first) {
        return Tense::Future;
    }
    let (start, stop) = reader.sentence_range(reader.sentence(first));
    let before = (start.max(first.saturating_sub(BEFORE))..first).rev();
    let behind = end..stop.min(end + BEHIND);
    before.chain(behind).find_map(|at| said(reader, at)).unwrap_or_default()
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
        (past, Some(future)) if past.is_none_or(|past| future >= past) => Some(Tense::Future),
        (Some(_), _) if !is_passive(reader, at) => Some(Tense::Past),
        _ => None,
    }
}
