//! `10 p.m. Wednesday`, `hier à 10 h`: a time of day and the day beside it are one time.

use super::{Date, Form, Tense};
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
        (Form::Time { .. }, other) if is_day(other) && first.on.is_none() => (first, last),
        (other, Form::Time { .. }) if is_day(other) => (last, first),
        _ => return None,
    };
    let class = reader.language.classes.at_time;
    let gap = (first.tokens.1, last.tokens.0);
    let at = || reader.language.is(class, &reader.tokens, gap.0) == Some(gap.1);
    // The full stop of "10 p.m. Wednesday" may have ended a sentence.
    let beside = gap.0 == gap.1 || first.sentence == last.sentence && at();
    let both = Date {
        span: first.span.to(last.span),
        tokens: (first.tokens.0, last.tokens.1),
        on: Some(Box::new(day.form.clone())),
        tense: if day.tense == Tense::Unsaid { time.tense } else { day.tense },
        ..time.clone()
    };
    beside.then_some(both)
}

fn is_day(form: &Form) -> bool {
    matches!(form, Form::Weekday { .. }) || matches!(form, Form::Relative { unit, .. } if unit == "day")
}
