//! Days that the text does not take for one itself: "a permit dated Feb. 30, a day that does not exist".

use super::{Calendar, Date, Form};
use crate::mention::Reader;

/// Tokens before a day that may say that there is none: `there is no`.
const BEFORE: usize = 6;

/// Every month has days up to this one.
const SURE: i32 = 28;

/// Whether the text says that a day is none, or none of our calendar, or holds it off with quotes.
pub(super) fn is_denied(reader: &Reader, date: &Date) -> bool {
    let Form::Calendar(Calendar { day: Some(day), .. }) = &date.form else { return false };
    is_of_another_calendar(reader, date) || day.value > SURE && is_said_to_be_none(reader, date)
}

/// Whether its sentence speaks of a calendar that is not ours.
fn is_of_another_calendar(reader: &Reader, date: &Date) -> bool {
    let (start, end) = reader.sentence_range(date.sentence);
    let class = reader.language.classes.old_calendar;
    (start..end).any(|at| reader.language.is(class, &reader.tokens, at).is_some())
}

fn is_said_to_be_none(reader: &Reader, date: &Date) -> bool {
    let classes = &reader.language.classes;
    let first = date.tokens.0;
    let right_before = (first.saturating_sub(BEFORE)..first)
        .any(|at| reader.language.is(classes.denial, &reader.tokens, at) == Some(first));
    let (start, _) = reader.sentence_range(date.sentence.saturating_sub(1));
    let (_, end) = reader.sentence_range((date.sentence + 1).min(reader.sentences.len().saturating_sub(1)));
    right_before
        || is_held_off(reader, date)
        || (start..end).any(|at| reader.language.is(classes.no_such_day, &reader.tokens, at).is_some())
}

/// Whether the day alone stands in quotation marks: fined for a stay on "30 February".
fn is_held_off(reader: &Reader, date: &Date) -> bool {
    let (first, end) = date.tokens;
    let quotes = |at: usize| {
        let token = reader.tokens.get(at);
        token.is_some_and(|token| {
            ['"', '«', '»', '“', '”', '„', '‘', '’'].iter().any(|mark| token.is_mark(*mark))
        })
    };
    // An article may stand between.
    (first.saturating_sub(2)..first).any(quotes) && quotes(end)
}
