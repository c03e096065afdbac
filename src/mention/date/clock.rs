//! `10 p.m. Wednesday`, `hier à 10 h`: a time of day and the day beside it are one time.

use super::{Clock, Date, Form, Tense};
use crate::mention::Reader;

/// Joins each time of day with the weekday or `hier` beside it.
pub(super) fn join(reader: &Reader, dates: Vec<Date>) -> Vec<Date> {
    let mut out: Vec<Date> = Vec::with_capacity(dates.len());
    for date in dates {
        let joined = out.last().and_then(|last| joined(reader, last, &date));
        if joined.is_some() {
            out.pop();
        }
        out.push(joined.unwrap_or(date));
    }
    out
}

fn joined(reader: &Reader, first: &Date, last: &Date) -> Option<Date> {
    let (time, day) = match (&first.form, &last.form) {
        (Form::Time { .. }, _) if first.on.is_none() => (first, last),
        (_, Form::Time { .. }) if first.clock.is_none() => (last, first),
        _ => return None,
    };
    let gap = (first.tokens.1, last.tokens.0);
    let comma = gap.0 + 1 == gap.1 && reader.tokens[gap.0].is_mark(',');
    if is_full(&day.form) {
        let at =
            || reader.language.is(reader.language.classes.at_clock, &reader.tokens, gap.0) == Some(gap.1);
        let same = first.sentence == last.sentence;
        return (gap.0 == gap.1 || comma || same && at()).then(|| with_clock(time, day)).flatten();
    }
    let class = reader.language.classes.at_time;
    let at = || reader.language.is(class, &reader.tokens, gap.0) == Some(gap.1);
    // The full stop of "10 p.m. Wednesday" may have ended a sentence.
    let beside = gap.0 == gap.1 || first.sentence == last.sentence && at();
    let both = Date {
        span: first.span.to(last.span),
        tokens: (first.tokens.0, last.tokens.1),
        on: Some(Box::new(day.form.clone())),
        tense: tense(time, day),
        ..time.clone()
    };
    (is_day(&day.form) && beside).then_some(both)
}

/// "until 9 a.m. Tuesday" looks ahead, whatever the verb before it says.
fn tense(time: &Date, day: &Date) -> Tense {
    match (time.tense, day.tense) {
        (Tense::Future, _) | (_, Tense::Unsaid) => time.tense,
        (_, told) => told,
    }
}

fn is_day(form: &Form) -> bool {
    matches!(form, Form::Weekday { .. }) || matches!(form, Form::Relative { unit, .. } if unit == "day")
}

fn is_full(form: &Form) -> bool {
    matches!(form, Form::Calendar(calendar) if calendar.day.is_some() && calendar.month.is_some())
}

/// A calendar date stays one, so that its weekday can be judged, and takes the time along.
fn with_clock(time: &Date, day: &Date) -> Option<Date> {
    let Form::Time { hour, minute } = time.form else { return None };
    let tokens = (time.tokens.0.min(day.tokens.0), time.tokens.1.max(day.tokens.1));
    let clock = Clock { hour, minute, span: time.span };
    (hour < 24 && minute < 60).then(|| Date {
        clock: Some(clock),
        tokens,
        tense: tense(time, day),
        ..day.clone()
    })
}
