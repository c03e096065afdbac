//! Calendar dates, alone, in lists and in ranges.

use crate::pattern::{Capture, Match};

use super::{Calendar, Date, Form, Part, date, order};
use crate::mention::Reader;

/// The dates of one match: a part named a second time opens the next date.
pub(super) fn dates(reader: &Reader, found: &Match) -> Vec<Date> {
    let mut groups: Vec<Vec<Capture>> = Vec::new();
    for capture in found.captures.iter().filter(|c| rank(c.name).is_some()) {
        match groups.last_mut() {
            Some(group) if !opens(group, capture) => group.push(*capture),
            _ => groups.push(vec![*capture]),
        }
    }
    let mut dates: Vec<Date> = groups.iter().map(|group| one(reader, group)).collect();
    let is_range = found.settings.contains_key("range") && !is_moved(reader, found.first);
    lend(&mut dates, is_range);
    if found.settings.contains_key("either") {
        dates.iter_mut().for_each(settle);
    }
    if found.settings.contains_key("night") {
        return night(reader, found, dates);
    }
    if is_range {
        let whole = reader.span(found.first, found.end);
        dates.first_mut().expect("a match has a part").range = Some(whole);
    }
    dates
}

/// "La nuit du 3 au 4 mars": one night, with the date of its evening.
fn night(reader: &Reader, found: &Match, dates: Vec<Date>) -> Vec<Date> {
    let whole = |date| Date {
        span: reader.span(found.first, found.end),
        tokens: (found.first, found.end),
        part: Some("NI"),
        ..date
    };
    dates.into_iter().next().map(whole).into_iter().collect()
}

fn settle(date: &mut Date) {
    if let Form::Calendar(calendar) = &date.form {
        date.form = Form::Calendar(order::settle(calendar.clone()));
    }
}

/// Words before "from 2040 to 2035" in which its verb may stand.
const VERB: usize = 14;

/// Whether the sentence tells of a date that is moved: that goes from one day to another, and is no period.
pub(super) fn is_moved(reader: &Reader, first: usize) -> bool {
    let (start, _) = reader.sentence_range(reader.sentence(first));
    let before = start.max(first.saturating_sub(VERB))..first;
    before
        .into_iter()
        .any(|at| reader.language.is(reader.language.classes.moved, &reader.tokens, at).is_some())
}

/// The order of parts within a date does not matter; that none comes twice does.
fn rank(name: &str) -> Option<usize> {
    ["weekday", "day", "month", "year", "shortyear", "month_part", "direction", "lead", "years"]
        .iter()
        .position(|part| *part == name)
}

/// Whether the part begins a new date: it is there already, or it is a weekday or article behind a day.
fn opens(group: &[Capture], part: &Capture) -> bool {
    let again = |c: &Capture| c.name == part.name && !is_around(part);
    let heads = matches!(part.name, "weekday" | "lead");
    group.iter().any(|c| again(c) || heads && c.name == "day")
}

/// Whether the number of a match is a year rather than a count, a decade or a name, where nothing else tells.
pub(super) fn is_surely_a_year(reader: &Reader, found: &Match) -> bool {
    let Some((year, end)) = found.get("year").and_then(|year| Some((year.value.number()?, year.end))) else {
        return false;
    };
    let cut = reader.tokens.get(end).is_some_and(|t| t.is_word() && !t.spaced);
    let first = found.get("year").map_or(end, |year| year.first);
    let label =
        |at: usize| reader.language.is(reader.language.classes.label, &reader.tokens, at) == Some(first);
    // "Route 2020" and "law 1905" are numbers.
    let cut = cut || (first.saturating_sub(2)..first).any(label);
    let round = year % 100.0 == 0.0 && !(year == 2000.0 && found.get("capitalised").is_some());
    let dated = first
        .checked_sub(1)
        .is_some_and(|before| reader.language.has(reader.language.classes.month, &reader.tokens[before]));
    (1800.0..2040.0).contains(&year) && !round && !cut && !dated
}

/// The year of two digits: one of the last century from 40 on.
fn full_year(part: Part) -> Part {
    let century = if part.value >= 40 { 1900 } else { 2000 };
    Part { value: century + part.value, ..part }
}

/// Words that belong to the date, but are no part of it: `le`, `last`, `early`.
fn is_around(part: &Capture) -> bool {
    matches!(part.name, "month_part" | "direction" | "lead" | "years")
}

fn one(reader: &Reader, group: &[Capture]) -> Date {
    let part = |name: &str| {
        let capture = group.iter().find(|c| c.name == name)?;
        let value = capture.value.number()? as i32;
        Some(Part { value, span: reader.span(capture.first, capture.end), lent: false })
    };
    let number = |name: &str| group.iter().find(|c| c.name == name)?.value.number().map(|n| n as i64);
    let modifier = group.iter().find(|c| c.name == "month_part").and_then(|c| c.value.text());
    let calendar = Calendar {
        weekday: part("weekday"),
        day: part("day"),
        month: part("month"),
        year: part("year").or_else(|| part("shortyear").map(full_year)),
        modifier,
        shift: number("direction"),
        years: number("years"),
        unsure: false,
    };
    let extent = |parts: &mut dyn Iterator<Item = &Capture>| {
        let (first, end) = parts.map(|c| (c.first, c.end)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        Some((first, end))
    };
    let whole = extent(&mut group.iter()).expect("a group holds a part");
    let core = extent(&mut group.iter().filter(|c| !is_around(c))).unwrap_or(whole);
    let span = reader.span(whole.0, whole.1);
    Date { span, ..date(reader, core.0, core.1, Form::Calendar(calendar)) }
}

/// `du 5 au 10 janvier 2021`: the first date takes month and year from the last; `Jan. 5 to 10`: the other way round.
fn lend(dates: &mut [Date], is_range: bool) {
    for at in (1..dates.len()).rev() {
        let (before, behind) = dates.split_at_mut(at);
        let (Form::Calendar(first), Form::Calendar(last)) = (&mut before[at - 1].form, &mut behind[0].form)
        else {
            continue;
        };
        first.month = first.month.or_else(|| lent(last.month));
        last.month = last.month.or_else(|| lent(first.month));
        // "du 28 décembre au 3 janvier 2021" begins in 2020.
        let over_new_year = is_range && first.month.map(|m| m.value) > last.month.map(|m| m.value);
        let year = last.year.map(|year| Part { value: year.value - i32::from(over_new_year), ..year });
        first.year = first.year.or_else(|| lent(year));
        last.year = last.year.or_else(|| lent(first.year).filter(|_| !over_new_year));
    }
}

fn lent(part: Option<Part>) -> Option<Part> {
    part.map(|part| Part { lent: true, ..part })
}
