//! `trois jours plus tard, le 25 mars`: a count from another date of the text, and the date that it leads to.

use super::date::{Date, Form};
use super::{Reader, quantity};

/// A count from another date of the text, and the date behind it that it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Following {
    /// Number of the count among the dates.
    pub count: usize,
    /// Number of the date that it leads to.
    pub date: usize,
}

/// Small words between the comma and the date.
const WORDS: usize = 2;

/// All such pairs of a paragraph whose count is exact.
pub(super) fn read(reader: &Reader, dates: &[Date]) -> Vec<Following> {
    let pairs = dates.windows(2).enumerate().filter(|(_, pair)| leads(reader, &pair[0], &pair[1]));
    pairs.map(|(count, _)| Following { count, date: count + 1 }).collect()
}

fn leads(reader: &Reader, count: &Date, date: &Date) -> bool {
    let counted = matches!(count.form, Form::Anaphoric { .. }) && matches!(date.form, Form::Calendar(_));
    let hedged = |(first, end)| (first..end).any(|at| quantity::is_hedged(reader, at, end));
    counted
        && !count.quoted
        && date.range.is_none()
        && is_explained(reader, count, date)
        && !hedged(count.tokens)
}

/// Whether a comma or bracket sets off the date. "The day before 25 March" is that day and no other.
fn is_explained(reader: &Reader, count: &Date, date: &Date) -> bool {
    let (first, end) = (count.tokens.1, date.tokens.0);
    let mark = reader.tokens.get(first).is_some_and(|token| token.is_mark(',') || token.is_mark('('));
    let joint = |at: usize| reader.language.has(reader.language.classes.date_joint, &reader.tokens[at]);
    mark && first < end && end - first <= 1 + WORDS && (first + 1..end).all(joint)
}
