//! Feasts and holidays: the days that a rule of the language file gives them.
//!
//! | rule | the day |
//! |---|---|
//! | `12-25` | day and month |
//! | `11-4-4` | the fourth Thursday of November; the fifth one means the last |
//! | `11-1-1+1` | the day after the first Monday of November |
//! | `E+49`, `E-2` | so many days after or before Easter Sunday |

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::value::date_value;
use super::{Placement, near};
use crate::article::Anchor;
use crate::mention::Tense;

/// Days by which a feast may miss the side that its tense says, and still be the nearest one.
const SLACK: i64 = 21;

/// The feast of that year; without one the nearest, on the side that words or tense say.
pub(super) fn place(
    anchor: Option<Anchor>,
    rule: &str,
    year: Option<i32>,
    shift: Option<i64>,
    tense: Tense,
) -> Placement {
    let found = year.or_else(|| near::turned(anchor?, nearest(anchor?, rule)?, shift, tense, SLACK));
    let start = found.and_then(|year| day(rule, year));
    let value = start.map(|day| day.to_string()).unwrap_or_default();
    Placement { start, ..date_value(value) }
}

fn nearest(anchor: Anchor, rule: &str) -> Option<NaiveDate> {
    let about = anchor.about();
    let years = about.year() - 1..=about.year() + 1;
    years.filter_map(|year| day(rule, year)).min_by_key(|day| (*day - about).num_days().abs())
}

/// The day that a rule gives in a year.
fn day(rule: &str, year: i32) -> Option<NaiveDate> {
    if let Some(days) = rule.strip_prefix('E') {
        return easter(year)?.checked_add_signed(TimeDelta::try_days(days.parse().ok()?)?);
    }
    let (rule, later) = rule.split_once('+').unwrap_or((rule, "0"));
    let parts: Vec<u32> = rule.split('-').filter_map(|part| part.parse().ok()).collect();
    let day = match parts[..] {
        [month, day] => NaiveDate::from_ymd_opt(year, month, day),
        [month, nth, weekday] => of_month(year, month, nth, weekday),
        _ => None,
    };
    day?.checked_add_signed(TimeDelta::try_days(later.parse().ok()?)?)
}

/// The nth such weekday of a month; of the fifth one that is not, the fourth.
fn of_month(year: i32, month: u32, nth: u32, weekday: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let ahead = (weekday + 7 - first.weekday().number_from_monday()) % 7;
    let day = |nth: u32| NaiveDate::from_ymd_opt(year, month, 1 + ahead + 7 * (nth - 1));
    day(nth).or_else(|| day(nth - 1))
}

/// Easter Sunday of the Gregorian calendar (the anonymous algorithm, as Meeus gives it).
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let skipped = (century + 8) / 25;
    let epact = (19 * golden + century - century / 4 - (century - skipped + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let day = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, (day / 31) as u32, (day % 31 + 1) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(rule: &str, years: [i32; 3]) -> [String; 3] {
        years.map(|year| day(rule, year).map(|day| day.to_string()).unwrap_or_default())
    }

    #[test]
    fn a_rule_gives_the_day_of_each_year() {
        assert_eq!(days("E+0", [1999, 2000, 2019]), ["1999-04-04", "2000-04-23", "2019-04-21"]);
        assert_eq!(days("E-2", [2021, 2024, 2038]), ["2021-04-02", "2024-03-29", "2038-04-23"]);
        assert_eq!(days("11-4-4", [1999, 2020, 2021]), ["1999-11-25", "2020-11-26", "2021-11-25"]);
        assert_eq!(days("11-1-1+1", [1998, 2016, 2020]), ["1998-11-03", "2016-11-08", "2020-11-03"]);
        assert_eq!(days("05-5-1", [2019, 2020, 2021]), ["2019-05-27", "2020-05-25", "2021-05-31"]);
        assert_eq!(days("12-25", [2019, 2020, 2021]), ["2019-12-25", "2020-12-25", "2021-12-25"]);
    }
}
