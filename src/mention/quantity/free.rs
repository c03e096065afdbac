//! Which tokens a figure may take: none of a date or an address, and no half of a chain.

use crate::mention::Reader;
use crate::mention::date::{Date, Form};
use crate::pattern::Match;

/// For each token, whether it is part of a date or of an address: those numbers are no figures. A stretch of time is both
/// a date and a figure.
pub(super) fn taken(reader: &Reader, dates: &[Date]) -> Vec<bool> {
    let mut taken = addresses(reader);
    for date in dates {
        if matches!(
            date.form,
            Form::Calendar(_)
                | Form::Time { .. }
                | Form::Era { .. }
                | Form::Period { .. }
                | Form::Feast { .. }
        ) {
            taken[date.tokens.0..date.tokens.1].fill(true);
        }
    }
    taken
}

/// The tokens of addresses such as `https://…`: all that is glued to a double stroke.
fn addresses(reader: &Reader) -> Vec<bool> {
    let tokens = &reader.tokens;
    let mut out = vec![false; tokens.len()];
    let doubled =
        |at: &usize| tokens[*at].is_mark('/') && tokens[*at - 1].is_mark('/') && !tokens[*at].spaced;
    for stroke in (1..tokens.len()).filter(doubled) {
        let first = (0..stroke).rev().find(|at| tokens[*at].spaced).unwrap_or(0);
        let end = (stroke..tokens.len()).find(|at| tokens[*at].spaced).unwrap_or(tokens.len());
        out[first..end].fill(true);
    }
    out
}

/// Whether the number belongs to a list without spaces, `22,24,26`: commas and no other mark tie it.
pub(super) fn is_listed(reader: &Reader, at: usize) -> bool {
    let tied = neighbours(reader, at).collect::<Vec<_>>();
    tied.iter().all(|other| reader.tokens[usize::midpoint(at, *other)].is_mark(','))
}

/// Whether the match takes no number from a date, and cuts no chain of numbers in two.
pub(super) fn is_free(reader: &Reader, found: &Match, taken: &[bool]) -> bool {
    let numbers = || (found.first..found.end).filter(|at| reader.tokens[*at].figure().is_some());
    let chained = |at: usize| reader.tokens[at].figure().is_some_and(|figure| figure.chained);
    let outside = |at: usize| at < found.first || at >= found.end;
    let cut = |at: usize| chained(at) && neighbours(reader, at).any(outside);
    !numbers().any(|at| taken[at]) && !numbers().any(cut)
}

/// The numbers that a chained number hangs on.
fn neighbours(reader: &Reader, at: usize) -> impl Iterator<Item = usize> {
    let hangs = |mark: usize, number: usize| {
        reader.tokens.get(mark).is_some_and(|t| !t.is_word() && t.figure().is_none() && !t.spaced)
            && reader.tokens.get(number).is_some_and(|t| t.figure().is_some_and(|f| f.chained) && !t.spaced)
    };
    let next = Some(at + 2).filter(|next| hangs(at + 1, *next));
    let open = !reader.tokens[at].spaced
        && at >= 2
        && !reader.tokens[at - 1].spaced
        && !reader.tokens[at - 1].is_word();
    let before =
        at.checked_sub(2).filter(|before| open && reader.tokens[*before].figure().is_some_and(|f| f.chained));
    next.into_iter().chain(before)
}
