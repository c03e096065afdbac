//! The days that a written date covers, and how far a count of time may miss them.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::timeline;
use crate::mention::Calendar;

/// A stretch of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The first one.
    pub first: NaiveDate,
    /// The last one.
    pub last: NaiveDate,
}

impl Days {
    /// The days of a date; its year, where none is written, is the one that brings it nearest to `near`. `None` for days
    /// that do not exist, and for a day without its month.
    pub fn of(calendar: &Calendar, near: NaiveDate) -> Option<Self> {
        match calendar.year {
            Some(year) => Self::in_year(calendar, year.value),
            None => {
                let years = near.year() - 1..=near.year() + 1;
                let all = years
                    .filter_map(|year| Self::in_year(calendar, year).filter(|_| calendar.month.is_some()));
                all.min_by_key(|days| days.from(near).abs())
            }
        }
    }

    fn in_year(calendar: &Calendar, year: i32) -> Option<Self> {
        let ymd = |month, day| NaiveDate::from_ymd_opt(year, month, day);
        match (calendar.month, calendar.day) {
            (Some(month), Some(day)) => {
                let day = ymd(month.value as u32, day.value as u32)?;
                Some(Self { first: day, last: day })
            }
            (Some(month), None) => {
                let month = month.value as u32;
                Some(Self {
                    first: ymd(month, 1)?,
                    last: ymd(month, super::days_in_month(month, Some(year)))?,
                })
            }
            (None, None) => Some(Self { first: ymd(1, 1)?, last: ymd(12, 31)? }),
            (None, Some(_)) => None,
        }
    }

    /// How many days `day` lies before (less than 0) or behind them; 0 within.
    pub fn from(&self, day: NaiveDate) -> i64 {
        (day - self.last).num_days().max(0) + (day - self.first).num_days().min(0)
    }
}

/// So many units of time: `trois jours`, a year ago, behind where the count is less than 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count<'a> {
    /// `day`, `week`, `month`, `year`, `decade` …
    pub unit: &'a str,
    /// How many.
    pub count: i64,
}

impl Count<'_> {
    /// The day that it leads to.
    pub fn from(self, day: NaiveDate) -> Option<NaiveDate> {
        timeline::away(day, self.unit, self.count)
    }

    /// Days by which it may miss the day that is meant without anybody calling it wrong: people count both ends or
    /// neither, and round to whole weeks, months and years.
    pub fn slack(self) -> TimeDelta {
        let count = self.count.unsigned_abs().min(4000) as i64;
        TimeDelta::days(match self.unit {
            // "La veille" is one day and no other.
            "day" if count == 1 => 0,
            "day" => 1 + count / 10,
            "week" => 3 + count,
            "month" => 16 + 3 * count,
            "year" => 30 * (7 + count),
            _ => 730 * count,
        })
    }

    /// Years off from which a count of years is wrong where only years are written.
    pub fn years(self) -> Option<(i32, i32)> {
        let count = i32::try_from(self.count).ok()?;
        match self.unit {
            "year" => Some((count, 1)),
            "decade" => Some((count.checked_mul(10)?, 2 * count.abs())),
            _ => None,
        }
    }
}
