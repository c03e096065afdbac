//! Quarters, halves and seasons, and "the quarter" that the text speaks of.

use chrono::{Datelike, NaiveDate};

use super::value::{self, date_value, precise};
use super::{Before, Placement, away, near};
use crate::article::Anchor;
use crate::mention::Tense;

/// A quarter, half or season of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Period {
    /// The year that it begins in.
    pub year: i32,
    /// As TIMEX3 writes it: `Q3`, `SU`.
    pub name: String,
}

impl Period {
    /// The same period so many years away, placed.
    pub(super) fn placed(&self, years: i64) -> Placement {
        let year = self.year + years as i32;
        let start = NaiveDate::from_ymd_opt(year, months(&self.name).0, 1);
        let value = format!("{}-{}", value::year(year), self.name);
        // What a year-earlier quarter is compared with stays the quarter of the story.
        Placement { start, kind: "DATE", value, period: (years == 0).then(|| self.clone()) }
    }
}

/// The first and last month of a quarter, half or season.
fn months(name: &str) -> (u32, u32) {
    let number = name[1..].parse::<u32>().ok().filter(|n| (1..=4).contains(n));
    match (name, number) {
        ("SP", _) => (3, 5),
        ("SU", _) => (6, 8),
        ("FA", _) => (9, 11),
        (_, Some(n)) if name.starts_with('Q') => (3 * n - 2, 3 * n),
        (_, Some(n)) if name.starts_with('H') && n <= 2 => (6 * n - 5, 6 * n),
        _ => (12, 12),
    }
}

/// A period whose year may not be written.
pub(super) fn place(
    anchor: Option<Anchor>,
    name: &str,
    year: Option<i32>,
    shift: Option<i64>,
    tense: Tense,
) -> Placement {
    // What is expected of "the third quarter" is told when it has ended.
    let tense = if name.starts_with('Q') { Tense::Unsaid } else { tense };
    let found = year.or_else(|| Some(near::year_of_period(anchor?, months(name), shift, tense)));
    match found {
        Some(year) => Period { year, name: name.to_owned() }.placed(0),
        None => date_value(format!("XXXX-{name}")),
    }
}

/// `the quarter`, `that year`: the last one spoken of, else the one of the draft's own day.
pub(super) fn definite(anchor: Option<Anchor>, before: &Before, unit: &str, years: i64) -> Placement {
    if unit == "quarter" {
        return before
            .period
            .clone()
            .or_else(|| last_quarter(anchor?))
            .map_or_else(|| date_value(String::new()), |last| last.placed(years));
    }
    let told = if unit == "year" || unit == "month" { before.day } else { before.full };
    let from = told.or(anchor.map(|anchor| anchor.about()));
    let start = from.and_then(|from| away(from, "year", years));
    let value = start.map(|date| precise(date, unit)).unwrap_or_default();
    Placement { start, ..date_value(value) }
}

/// The quarter that ended last.
fn last_quarter(anchor: Anchor) -> Option<Period> {
    let day = away(anchor.about(), "quarter", -1)?;
    Some(Period { year: day.year(), name: format!("Q{}", day.month().div_ceil(3)) })
}
