//! Dates in numbers whose day and month could change places: 5/4/2020.

use chrono::{Datelike, NaiveDate};

use super::Calendar;

/// Of two readings takes the one that the weekday fits; without one the date stays unsure.
pub(super) fn settle(calendar: Calendar) -> Calendar {
    let (Some(day), Some(month)) = (calendar.day, calendar.month) else { return calendar };
    if day.value > 12 || day.value == month.value {
        return calendar;
    }
    let turned = Calendar { day: Some(month), month: Some(day), ..calendar.clone() };
    [calendar.clone(), turned].into_iter().find(fits).unwrap_or(Calendar { unsure: true, ..calendar })
}

/// Whether the weekday that is written is that of the day.
fn fits(calendar: &Calendar) -> bool {
    let day = || {
        let (year, month, day) = (calendar.year?.value, calendar.month?.value, calendar.day?.value);
        NaiveDate::from_ymd_opt(year, month as u32, day as u32)
    };
    calendar
        .weekday
        .zip(day())
        .is_some_and(|(weekday, day)| day.weekday().number_from_monday() as i32 == weekday.value)
}
