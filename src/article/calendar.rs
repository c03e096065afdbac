//! The Gregorian calendar, as far as the checks need it.

use chrono::{Datelike, NaiveDate};

/// The weekday of a day, Monday being 1; `None` where there is no such day.
pub fn weekday(year: i32, month: u32, day: u32) -> Option<u32> {
    NaiveDate::from_ymd_opt(year, month, day).map(|date| date.weekday().number_from_monday())
}

/// The number of days of a month (1 to 12); 29 for a February of no known year.
pub fn days_in_month(month: u32, year: Option<i32>) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_none_or(|year| NaiveDate::from_ymd_opt(year, 2, 29).is_some()) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn february_has_29_days_in_leap_years() {
        assert_eq!([2020, 2021, 1900, 2000].map(|year| days_in_month(2, Some(year))), [29, 28, 28, 29]);
        assert_eq!(days_in_month(2, None), 29);
    }

    #[test]
    fn the_17th_of_december_2020_was_a_thursday() {
        assert_eq!(weekday(2020, 12, 17), Some(4));
        assert_eq!(weekday(2021, 2, 29), None);
    }
}
