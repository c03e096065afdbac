//! Places dates in time, counted from the day of the draft. What cannot be placed stays unplaced.

mod again;
mod feast;
mod near;
mod period;
mod value;

pub use period::Period;

use chrono::{Datelike, Months, NaiveDate, NaiveDateTime};

use super::{Anchor, At, Placed, anchor};
use crate::mention::{Calendar, Date, Form, Tense};

/// When a date is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placement {
    /// First day; `None` where the date is no stretch of days or could not be placed.
    pub start: Option<NaiveDate>,
    /// TIMEX3 type: `DATE`, `TIME`, `DURATION`, `SET`.
    pub kind: &'static str,
    /// TIMEX3 value; empty where it could not be placed.
    pub value: String,
    /// The quarter, half or season that it is.
    pub period: Option<Period>,
}

/// What the text spoke of last.
#[derive(Clone, Debug, Default)]
pub struct Before {
    /// The last day, or first day of a month or year.
    pub day: Option<NaiveDate>,
    /// The last day that was spoken of as a day.
    pub full: Option<NaiveDate>,
    /// The last time of a day.
    pub time: Option<NaiveDateTime>,
    /// The day above the entries of an agenda.
    pub heading: Option<NaiveDate>,
    /// The last quarter of this paragraph or of those just before.
    pub period: Option<Period>,
    /// The paragraph of that quarter.
    paragraph: usize,
}

/// Length of a TIMEX3 value that names a day: `2020-12-17`.
const FULL: usize = 10;

impl Placement {
    /// The day of a time of day.
    fn day(&self) -> Option<NaiveDate> {
        let day = self.value.get(..FULL).filter(|_| self.kind == "TIME")?;
        day.parse().ok()
    }

    /// The time itself, where it is known to the minute.
    fn time(&self) -> Option<NaiveDateTime> {
        NaiveDateTime::parse_from_str(&self.value, "%Y-%m-%dT%H:%M").ok()
    }
}

/// Paragraphs behind one that speaks of a quarter in which "a year ago" still means that quarter.
const NEAR: usize = 3;

impl Before {
    /// Takes note of a date.
    fn hear(&mut self, paragraph: usize, placement: &Placement) {
        let start = placement.start.or_else(|| placement.day());
        self.day = start.or(self.day);
        self.full = start.filter(|_| placement.value.len() >= FULL).or(self.full);
        self.time = placement.time().or(self.time);
        if let Some(period) = placement.period.as_ref().filter(|period| period.name.starts_with('Q')) {
            self.period = Some(period.clone());
            self.paragraph = paragraph;
        }
    }

    /// Forgets a quarter that is too far away.
    fn reach(&mut self, paragraph: usize) {
        self.period = self.period.take().filter(|_| paragraph <= self.paragraph + NEAR);
    }
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
        self.placed(date, &Before { day: before, full: before, ..Before::default() })
    }

    fn placed(&self, date: &Date, before: &Before) -> Placement {
        let placed = self.form(&date.form, date, before);
        match date.part {
            Some(part) => value::part(placed, part),
            None => placed,
        }
    }

    fn form(&self, form: &Form, date: &Date, before: &Before) -> Placement {
        let anchor = self.anchor;
        match form {
            Form::Calendar(calendar) => self.calendar(calendar, date, before),
            Form::Weekday { weekday, shift, near } => {
                match (before.heading.filter(|_| *shift == 0), anchor.and_then(|anchor| anchor.date())) {
                    (Some(heading), _) => day(Some(near::weekday(heading, *weekday, 0, Tense::Future))),
                    (_, Some(anchor)) if *near && date.tense == Tense::Unsaid => {
                        day(Some(near::nearest_weekday(anchor, *weekday)))
                    }
                    (_, Some(anchor)) => day(Some(near::weekday(anchor, *weekday, *shift, date.tense))),
                    _ => value::date_value(format!("XXXX-WXX-{weekday}")),
                }
            }
            Form::Relative { unit, shift } if unit == "weekend" => value::weekend(self.origin("day"), *shift),
            Form::Relative { unit, shift } => value::shifted(self.origin(unit), unit, *shift),
            Form::Ago { count, unit, .. } => back(before, self.origin(unit), unit, -(*count as i64)),
            Form::Anaphoric { unit, shift } if again::is_of_clock(unit) => again::later(before, unit, *shift),
            Form::Anaphoric { unit, shift } => back(before, self.last_before(before, unit), unit, *shift),
            Form::Definite { unit, years } => period::definite(anchor, before, unit, *years),
            Form::Feast { rule, year, shift } => feast::place(anchor, rule, *year, *shift, date.tense),
            Form::Period { name, year, shift } => period::place(anchor, name, *year, *shift, date.tense),
            Form::Reference { value } => value::date_value(value.clone()),
            Form::Era { value } => value::date_value(value.clone()),
            Form::Duration { count, unit } => value::duration(*count, unit),
            Form::Vague { unit } => value::vague(unit),
            Form::Set { unit, count, each } => value::set(*count, unit, each.as_deref()),
            Form::Time { hour, minute } => value::time(self.day_of(date, before), *hour, *minute),
        }
    }

    /// The day from which so many units are counted. A draft that gives only its month has no "this week".
    fn origin(&self, unit: &str) -> Option<NaiveDate> {
        let anchor = self.anchor?;
        let coarse = ["month", "quarter", "year", "decade", "century"].contains(&unit);
        anchor.date().or_else(|| coarse.then(|| anchor.about()))
    }

    /// The day of the text from which so many units are counted.
    fn last_before(&self, before: &Before, unit: &str) -> Option<NaiveDate> {
        let last = if unit == "day" || unit == "week" { before.full } else { before.day };
        last.or(self.origin(unit))
    }

    /// The day of a time: the one written beside it, else the last one spoken of.
    fn day_of(&self, date: &Date, before: &Before) -> Option<NaiveDate> {
        match &date.on {
            Some(day) => self.form(day, date, before).start,
            None if before.heading.is_some() => before.heading,
            None => {
                let own = self.anchor.and_then(|anchor| anchor.date());
                // A day to come was mentioned; the clock of the story is that of its own day.
                let ahead = date.tense != Tense::Future && before.full > own && own.is_some();
                before.full.filter(|_| !ahead).or(own)
            }
        }
    }

    /// Every date of the draft, placed.
    pub fn placements<'a>(&'a self, paragraphs: &'a [Placed]) -> impl Iterator<Item = (At, Placement)> + 'a {
        let mut before = Before::default();
        let agenda = again::is_agenda(paragraphs);
        paragraphs
            .iter()
            .enumerate()
            .flat_map(|(p, placed)| {
                placed.paragraph.dates.iter().enumerate().map(move |(i, date)| ((p, i), date))
            })
            .map(move |(at, date)| {
                before.reach(at.0);
                let placement = self.placed(date, &before);
                before.hear(at.0, &placement);
                if agenda && date.alone {
                    before.heading = placement.start.filter(|_| placement.value.len() == FULL);
                }
                let placement = again::repeated(&paragraphs[at.0].paragraph.dates, at.1).unwrap_or(placement);
                (at, placement)
            })
    }

    /// The year of a day and month whose year is not written: that of the nearest such day.
    pub fn year_of(&self, month: u32, day: u32) -> Option<i32> {
        let hint = self.anchor?.about();
        anchor::nearest(hint, month, day).map(|date| date.year())
    }

    fn calendar(&self, calendar: &Calendar, date: &Date, before: &Before) -> Placement {
        let day = calendar.day.map(|part| part.value as u32);
        let weekday = calendar.weekday.map(|part| part.value as u32);
        if let (Some(anchor), Some(day), None) = (self.anchor, day, calendar.month) {
            let found = near::day_of_month(anchor, day, weekday, date.tense);
            return found.map_or_else(|| value::date_value(String::new()), |found| self::day(Some(found)));
        }
        let month = calendar.month.map(|part| part.value as u32);
        let written = calendar.year.map(|part| part.value);
        let said = || Some(self.anchor?.year + calendar.years? as i32);
        let told = || before.full.map(|day| day.year()).filter(|year| fits(*year, month, day, weekday));
        let year = written.or_else(said).or_else(|| {
            let near = self.year(month?, day, calendar.shift, date.tense)?;
            Some(if fits(near, month, day, weekday) { near } else { told().unwrap_or(near) })
        });
        let placed = value::calendar(year, month, day, calendar.modifier);
        match date.clock {
            Some(clock) if placed.start.is_some() => value::time(placed.start, clock.hour, clock.minute),
            _ => placed,
        }
    }

    fn year(&self, month: u32, day: Option<u32>, shift: Option<i64>, tense: Tense) -> Option<i32> {
        let anchor = self.anchor?;
        day.and_then(|day| near::year_of_day(anchor, month, day, shift, tense))
            .or_else(|| Some(near::year_of_month(anchor, month, shift, tense)))
    }
}

/// Whether a day is on its weekday in that year; what names no weekday, or no day, is in no such year.
fn fits(year: i32, month: Option<u32>, day: Option<u32>, weekday: Option<u32>) -> bool {
    let date = || NaiveDate::from_ymd_opt(year, month?, day?);
    weekday.zip(date()).is_some_and(|(weekday, date)| date.weekday().number_from_monday() == weekday)
}

fn day(date: Option<NaiveDate>) -> Placement {
    Placement { start: date, ..value::date_value(date.map(|date| date.to_string()).unwrap_or_default()) }
}

/// So many units before or after a day; "a decade ago" is a year, and "a year ago" beside a quarter means that quarter of another year.
fn back(before: &Before, from: Option<NaiveDate>, unit: &str, shift: i64) -> Placement {
    let (unit, shift) = if unit == "decade" { ("year", shift.saturating_mul(10)) } else { (unit, shift) };
    match &before.period {
        Some(period) if unit == "year" && shift.abs() == 1 => period.placed(shift),
        _ => value::shifted(from, unit, shift),
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
