//! What comes again, and what hangs on a time or on the heading of an agenda.

use chrono::TimeDelta;

use super::{Before, Placement, away, day, value};
use crate::article::Placed;
use crate::mention::{Date, Form};

/// Dates on each side of one in which "every day" may stand.
const NEAR: usize = 4;

/// Days alone in their paragraphs that make an agenda.
const AGENDA: usize = 2;

/// Whether days stand alone above what happens on them. A single one may be the day of the draft.
pub(super) fn is_agenda(paragraphs: &[Placed]) -> bool {
    let headings = paragraphs.iter().flat_map(|placed| placed.paragraph.dates.first());
    headings.filter(|date| date.alone && is_day(&date.form)).count() >= AGENDA
}

fn is_day(form: &Form) -> bool {
    match form {
        Form::Weekday { .. } => true,
        Form::Calendar(calendar) => calendar.day.is_some(),
        _ => false,
    }
}

/// `tous les jours de 10h à 18h`, `every year in June`: a time or month that goes with a set is no one day and no one month.
pub(super) fn repeated(dates: &[Date], at: usize) -> Option<Placement> {
    let date = &dates[at];
    let (from, to) = (at.saturating_sub(NEAR), (at + NEAR).min(dates.len()));
    let here = |other: &&Date| other.sentence == date.sentence && is_in_words(other);
    match &date.form {
        Form::Time { hour, minute } if date.on.is_none() => {
            dates[from..to].iter().any(|other| here(&other)).then(|| value::time(None, *hour, *minute))
        }
        form => {
            let each = each(form)?;
            let yearly = |other: &Date| {
                here(&other) && matches!(&other.form, Form::Set { unit, each: None, .. } if unit == "year")
            };
            dates[from..at].iter().any(yearly).then(|| value::set(1.0, "year", Some(&each)))
        }
    }
}

/// Whether it is a set in several words: "l'assemblée annuelle" is one meeting.
fn is_in_words(date: &Date) -> bool {
    matches!(date.form, Form::Set { .. }) && date.tokens.1 > date.tokens.0 + 1
}

/// A month or season of no year, as TIMEX3 writes it.
fn each(form: &Form) -> Option<String> {
    match form {
        Form::Calendar(calendar) => {
            let alone = calendar.day.is_none() && calendar.year.is_none() && calendar.years.is_none();
            let month = calendar.month.filter(|_| alone && calendar.shift.is_none())?;
            Some(format!("{:02}", month.value))
        }
        Form::Period { name, year: None, shift: None } => Some(name.clone()),
        _ => None,
    }
}

/// Whether the unit is shorter than a day.
pub(super) fn is_of_clock(unit: &str) -> bool {
    ["hour", "minute", "second"].contains(&unit)
}

/// `vingt minutes plus tard`, from the last time; `vingt-quatre heures auparavant`, from the last day.
pub(super) fn later(before: &Before, unit: &str, shift: i64) -> Placement {
    if let Some(from) = before.full.filter(|_| unit == "hour" && shift % 24 == 0 && shift != 0) {
        return day(away(from, "day", shift / 24));
    }
    let count = match unit {
        "hour" => TimeDelta::try_hours(shift),
        "minute" => TimeDelta::try_minutes(shift),
        _ => TimeDelta::try_seconds(shift),
    };
    let time = before.time.zip(count).and_then(|(from, count)| from.checked_add_signed(count));
    let written = time.map(|time| time.format("%Y-%m-%dT%H:%M").to_string()).unwrap_or_default();
    Placement { kind: "TIME", value: written, ..Placement::default() }
}
