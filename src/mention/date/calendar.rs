//! Calendar dates, alone, in lists and in ranges.

use crate::pattern::{Capture, Match};

use super::{Calendar, Date, Form, Part, date};
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
    let alone = found.settings.contains_key("alone");
    if alone && !is_surely_a_year(reader, found) {
        return Vec::new();
    }
    let mut dates: Vec<Date> = groups.iter().map(|group| one(reader, group)).collect();
    lend(&mut dates, found);
    if found.settings.contains_key("range") {
        let whole = reader.span(found.first, found.end);
        dates.first_mut().expect("a match has a part").range = Some(whole);
    }
    dates
}

/// The order of parts within a date does not matter; that none comes twice does.
fn rank(name: &str) -> Option<usize> {
    ["weekday", "day", "month", "year", "month_part", "direction", "lead", "years"]
        .iter()
        .position(|part| *part == name)
}

/// Whether the part begins a new date: it is there already, or it is a weekday behind a day.
fn opens(group: &[Capture], part: &Capture) -> bool {
    let again = |c: &Capture| c.name == part.name && !is_around(part);
    group.iter().any(|c| again(c) || part.name == "weekday" && c.name == "day")
}

/// Whether a number is a year rather than a count or decade, where nothing else tells.
fn is_surely_a_year(reader: &Reader, found: &Match) -> bool {
    let Some((year, end)) = found.get("year").and_then(|year| Some((year.value.number()?, year.end))) else {
        return false;
    };
    let cut = reader.tokens.get(end).is_some_and(|t| t.is_word() && !t.spaced);
    (1900.0..2040.0).contains(&year) && year % 100.0 != 0.0 && !cut
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
        year: part("year"),
        modifier,
        shift: number("direction"),
        years: number("years"),
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
fn lend(dates: &mut [Date], found: &Match) {
    let is_range = found.settings.contains_key("range");
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
