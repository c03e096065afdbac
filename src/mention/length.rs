//! `du 3 au 7 mai, soit quatre jours`: a period and, beside it, how long it is said to be.

use super::date::{Date, Form};
use super::{Reader, quantity};

/// A period whose length is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// Number of the date that the period begins with; the next one is its end.
    pub period: usize,
    /// Number of the duration.
    pub duration: usize,
}

/// All periods of a paragraph that stand beside their length.
pub(super) fn read(reader: &Reader, dates: &[Date]) -> Vec<Length> {
    let is_period = |at: &usize| dates[*at].range.is_some() && at + 1 < dates.len();
    let periods = (0..dates.len()).filter(is_period);
    periods.filter_map(|period| length(reader, dates, period)).collect()
}

fn length(reader: &Reader, dates: &[Date], period: usize) -> Option<Length> {
    let fits = |duration: &usize| {
        let (from, to) = if *duration < period { (*duration, period) } else { (period + 1, *duration) };
        let beside = dates.get(*duration).is_some_and(|date| is_exact(reader, date));
        beside && dates[from].sentence == dates[to].sentence && are_joined(reader, &dates[from], &dates[to])
    };
    let duration = [Some(period + 2), period.checked_sub(1)].into_iter().flatten().find(fits)?;
    Some(Length { period, duration })
}

/// Whether it is a stretch of time with a count that is neither rounded nor of working days and the like.
fn is_exact(reader: &Reader, date: &Date) -> bool {
    let (first, end) = date.tokens;
    let hedged = (first..end).any(|at| quantity::is_hedged(reader, at, end));
    let some_days = reader.language.classes.some_days;
    let sorted = (first..=end).any(|at| reader.language.is(some_days, &reader.tokens, at).is_some());
    matches!(date.form, Form::Duration { .. }) && !date.quoted && !hedged && !sorted
}

/// Whether nothing but a comma, a bracket and words that equate them stand between two dates, or the noun of `the two-day
/// summit`, and that it takes place. Behind a period a comma alone equates nothing: "Du 3 au 7 mai, dix jours de pluie …".
fn are_joined(reader: &Reader, first: &Date, last: &Date) -> bool {
    let open = last
        .range
        .map_or(last.tokens.0, |range| reader.tokens.partition_point(|t| t.span.start < range.start));
    let classes = &reader.language.classes;
    let mut at = noun_of(reader, first).unwrap_or(first.tokens.1);
    let mut equated = last.range.is_some();
    while at < open {
        let (comma, bracket) = (reader.tokens[at].is_mark(','), reader.tokens[at].is_mark('('));
        let joint = |class| reader.language.is(class, &reader.tokens, at);
        match joint(classes.amounts).or_else(|| joint(classes.takes_place)) {
            Some(behind) => (at, equated) = (behind, true),
            None if comma || bracket => (at, equated) = (at + 1, equated || bracket),
            None => return false,
        }
    }
    equated && at == open
}

/// Behind the noun of `the two-day summit`, where the length is written as an adjective.
fn noun_of(reader: &Reader, length: &Date) -> Option<usize> {
    let (first, end) = length.tokens;
    let adjective = (first..end).any(|at| reader.tokens[at].is_mark('-'));
    let noun = reader.tokens.get(end).is_some_and(|noun| quantity::is_content(reader, noun));
    (adjective && noun).then_some(end + 1)
}
