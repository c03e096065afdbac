//! "Du 3 au 7 mai, soit dix jours": a period that is longer or shorter than its length beside it.

use std::ops::RangeInclusive;

use chrono::Datelike;

use crate::analysis::{Finding, Related, Severity};
use crate::article::{Article, Days};
use crate::mention::{Calendar, Form, Length};

pub(super) fn run(article: &Article, paragraph: usize, findings: &mut Vec<Finding>) {
    let lengths = article.paragraphs[paragraph].paragraph.lengths.iter();
    findings.extend(lengths.filter_map(|length| finding(article, paragraph, length)));
}

fn finding(article: &Article, paragraph: usize, length: &Length) -> Option<Finding> {
    let dates = &article.paragraphs[paragraph].paragraph.dates;
    let (first, last, duration) = (&dates[length.period], &dates[length.period + 1], &dates[length.duration]);
    let (Form::Calendar(start), Form::Calendar(end)) = (&first.form, &last.form) else { return None };
    let Form::Duration { count, unit } = &duration.form else { return None };
    let (right, allowed) = lengths(article, start, end, unit)?;
    if allowed.contains(count) {
        return None;
    }
    let period = first.range?;
    let (one, other) = (right.0.to_string(), right.1.to_string());
    let either = article.say("duration-mismatch-either", &[("one", &one), ("other", &other)]);
    let values = [
        ("length", article.written(paragraph, duration.span)),
        ("period", article.written(paragraph, period)),
        ("right", if one == other { &one } else { &either }),
    ];
    Some(Finding {
        check: "duration-mismatch",
        severity: Severity::Warning,
        span: article.place(paragraph, duration.span),
        message: article.say("duration-mismatch", &values),
        related: vec![Related {
            span: article.place(paragraph, period),
            message: article.say("duration-mismatch-related", &[]),
        }],
        fixes: Vec::new(),
    })
}

/// Days of a mean month and year.
const MONTH: f64 = 30.44;
const YEAR: f64 = 365.25;

/// How many units a period holds, counted both ways, and the lengths that nobody would call wrong.
fn lengths(
    article: &Article,
    start: &Calendar,
    end: &Calendar,
    unit: &str,
) -> Option<((i64, i64), RangeInclusive<f64>)> {
    let (first, last) = stretch(article, start, end)?;
    let days = (last.first - first.first).num_days();
    let years = i64::from(last.first.year() - first.first.year());
    let months = 12 * years + i64::from(last.first.month()) - i64::from(first.first.month());
    let precise = start.day.is_some();
    let whole = |one: i64, least: i64| Some(((one, one + 1), least as f64..=(one + 1) as f64));
    let rounded = |units: f64, slack: f64| {
        let right = units.round() as i64;
        Some(((right, right), units - slack..=units + slack))
    };
    match (unit, precise, start.month.is_some()) {
        _ if days < 0 => None,
        ("day", true, _) => whole(days, days),
        ("week", true, _) => rounded((days as f64 + 0.5) / 7.0, 0.6),
        ("month", true, _) => rounded(days as f64 / MONTH, 0.6),
        ("year", true, _) => rounded(days as f64 / YEAR, 0.6),
        ("month", false, true) => whole(months, months - 1),
        ("year", false, true) => rounded(months as f64 / 12.0, 0.7),
        ("year", false, false) => whole(years, years - 1),
        ("decade", false, false) => rounded(years as f64 / 10.0, 0.3),
        _ => None,
    }
}

/// The first and last part of a period, where both are written alike and lie in known years or months.
fn stretch(article: &Article, start: &Calendar, end: &Calendar) -> Option<(Days, Days)> {
    let alike = start.day.is_some() == end.day.is_some() && start.month.is_some() == end.month.is_some();
    let plain = [start, end].iter().all(|date| date.modifier.is_none() && date.shift.is_none());
    let about = article.timeline.anchor?.about();
    let last = Days::of(end, about)?;
    let first = Days::of(start, last.first)?;
    let first = match start.year {
        None if first.first > last.first => Days::of(start, last.first - chrono::Days::new(183))?,
        _ => first,
    };
    (alike && plain).then_some((first, last))
}
