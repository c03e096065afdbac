//! Places dates in time, counted from the day of the draft. What cannot be placed stays unplaced.

mod value;

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{Anchor, At, Placed, anchor};
use crate::mention::{Calendar, Date, Form};

/// When a date is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placement {
    /// First day; `None` where the date is no stretch of days or could not be placed.
    pub start: Option<NaiveDate>,
    /// TIMEX3 type: `DATE`, `TIME`, `DURATION`, `SET`.
    pub kind: &'static str,
    /// TIMEX3 value; empty where it could not be placed.
    pub value: String,
}

/// The dates of a draft in time.
#[derive(Debug, Default)]
pub struct Timeline {
    /// The day from which the draft speaks.
    pub anchor: Option<Anchor>,
    /// The years that the draft names, sorted.
    pub years: Vec<i32>,
}

impl Timeline {
    pub(super) fn new(paragraphs: &[Placed], anchor: Option<Anchor>) -> Self {
        let dates = paragraphs.iter().flat_map(|placed| &placed.paragraph.dates);
        let mut years: Vec<i32> = dates
            .filter_map(|date| match &date.form {
                Form::Calendar(calendar) => calendar.year.map(|year| year.value),
                _ => None,
            })
            .collect();
        years.sort_unstable();
        years.dedup();
        Self { anchor, years }
    }

    /// When a date is; `before` is the last day that the text spoke of.
    pub fn place(&self, date: &Date, before: Option<NaiveDate>) -> Placement {
        let anchor = self.anchor.as_ref();
        match &date.form {
            Form::Calendar(calendar) => self.calendar(calendar),
            Form::Weekday { weekday, shift } => {
                day(anchor.and_then(Anchor::date).map(|a| weekday_near(a, *weekday, *shift)))
            }
            Form::Relative { unit, shift } => value::shifted(anchor.map(Anchor::about), unit, *shift),
            Form::Ago { count, unit, .. } => {
                value::shifted(anchor.map(Anchor::about), unit, -(*count as i64))
            }
            Form::Anaphoric { unit, shift } => {
                value::shifted(before.or(anchor.map(Anchor::about)), unit, *shift)
            }
            Form::Duration { count, unit } => value::duration(*count, unit),
            Form::Set { unit } => Placement { kind: "SET", ..value::duration(1.0, unit) },
            Form::Time { hour, minute } => {
                value::time(before.or(anchor.and_then(Anchor::date)), *hour, *minute)
            }
        }
    }

    /// Every date of the draft, placed.
    pub fn placements<'a>(&'a self, paragraphs: &'a [Placed]) -> impl Iterator<Item = (At, Placement)> + 'a {
        let mut before = None;
        paragraphs
            .iter()
            .enumerate()
            .flat_map(|(p, placed)| {
                placed.paragraph.dates.iter().enumerate().map(move |(i, date)| ((p, i), date))
            })
            .map(move |(at, date)| {
                let placement = self.place(date, before);
                before = placement.start.or(before);
                (at, placement)
            })
    }

    /// The year of a day and month whose year is not written: that of the nearest such day.
    pub fn year_of(&self, month: u32, day: u32) -> Option<i32> {
        let hint = self.anchor?.about();
        anchor::nearest(hint, month, day).map(|date| date.year())
    }

    /// The year of a month whose year is not written: the last such month, or one that comes soon.
    fn year_of_month(&self, month: u32) -> Option<i32> {
        let anchor = self.anchor?;
        let ahead = (month + 12 - anchor.month) % 12;
        let behind = if ahead <= SOON { 0 } else { 12 };
        let months = anchor.year * 12 + anchor.month as i32 - 1 + ahead as i32 - behind;
        Some(months.div_euclid(12))
    }

    fn calendar(&self, calendar: &Calendar) -> Placement {
        let day = calendar.day.map(|part| part.value as u32);
        let month = calendar
            .month
            .map(|part| part.value as u32)
            .or_else(|| self.anchor.map(|a| a.month).filter(|_| day.is_some()));
        let year = calendar
            .year
            .map(|part| part.value)
            .or_else(|| self.year_of(month?, day?))
            .or_else(|| self.year_of_month(month?));
        value::calendar(year, month, day, calendar.modifier)
    }
}

/// A month named without its year lies at most so many months ahead; else it is past.
const SOON: u32 = 3;

fn day(date: Option<NaiveDate>) -> Placement {
    let value = date.map(|date| date.to_string()).unwrap_or_default();
    Placement { start: date, kind: "DATE", value }
}

/// The day of that weekday within a week of `anchor`: the last one up to the day itself, unless the words say which.
fn weekday_near(anchor: NaiveDate, weekday: u32, shift: i64) -> NaiveDate {
    let back = (anchor.weekday().number_from_monday() + 7 - weekday) % 7;
    match shift {
        0 => anchor - Days::new(u64::from(back)),
        -1 => anchor - Days::new(u64::from(if back == 0 { 7 } else { back })),
        _ => anchor + Days::new(u64::from(7 - back)),
    }
}

/// A day so many units of time away; `None` for units that are no whole days, or beyond the calendar.
pub(super) fn away(from: NaiveDate, unit: &str, shift: i64) -> Option<NaiveDate> {
    let months = |months: i64| {
        let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
        if months < 0 { from.checked_sub_months(count) } else { from.checked_add_months(count) }
    };
    match unit {
        "day" => from.checked_add_signed(chrono::TimeDelta::try_days(shift)?),
        "week" => from.checked_add_signed(chrono::TimeDelta::try_weeks(shift)?),
        "month" => months(shift),
        "quarter" => months(shift.checked_mul(3)?),
        "year" => months(shift.checked_mul(12)?),
        "decade" => months(shift.checked_mul(120)?),
        "century" => months(shift.checked_mul(1200)?),
        _ => None,
    }
}
